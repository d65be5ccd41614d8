"""Which column of a table fills which key: by its heading, or as somebody asked for."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jcm_ledger.errors.importing import (
    InCell,
    InCells,
    NoHeadings,
    NotADay,
    TwoColumns,
    UnknownColumn,
)
from jcm_ledger.model.ledger import Commitment, Ledger, OwnColumn
from jcm_ledger.model.spreadsheet import Worksheet, letters_of
from jcm_ledger.model.text import as_name, is_japanese
from jcm_ledger.rules.commitments import propose_id
from jcm_ledger.rules.importing import headings
from jcm_ledger.rules.importing.columns import DATED, AskedColumn, ColumnMap, ImportColumn
from jcm_ledger.rules.importing.days import day_meant, heading_day
from jcm_ledger.rules.importing.headings import FIELD, KEYS, NOTHING
from jcm_ledger.rules.names import choose
from jcm_ledger.rules.written_days import DayOrder

_LOOKED_AT = 30  # rows among which the headings are looked for
_LONGEST_HEADING = 60  # letters; what is longer is a sentence
_LONGEST_WORD = 40  # letters; of more than a status has

_OF_REPORTS = (headings.NOTE, headings.NOTE_JA, headings.EVIDENCE, headings.HAPPENED)
"""The keys that say more of a report: where every report has its day, they belong to none."""


def is_heading(text: str) -> bool:
    """Return whether a text can head a column: a known heading, or a day."""
    try:
        return bool(headings.key_of(text)) or heading_day(text, None) is not None
    except NotADay:  # one that can be read in two ways is one
        return True


def headings_of(sheet: Worksheet, wanted: Sequence[AskedColumn] = ()) -> int | None:
    """Return the row with the most known headings among the first, None where none has one."""
    named = {as_name(each.column) for each in wanted}

    def count(row: int) -> tuple[int, int]:
        texts = [cell.text for cell in sheet.rows[row].values()]
        short = [text for text in texts if 0 < len(text) <= _LONGEST_HEADING]
        words = sum(as_name(text) in named or bool(headings.key_of(text)) for text in short)
        return words, sum(map(is_heading, short))

    rows = sorted(sheet.rows)[:_LOOKED_AT]
    best = max(rows, key=count, default=None)
    return best if best is not None and any(count(best)) else None


def has_titles(sheet: Worksheet) -> bool:
    """Return whether a heading of a sheet says that its column has titles."""
    header = headings_of(sheet)
    cells = sheet.rows[header].values() if header is not None else ()
    return any(headings.key_of(cell.text) == headings.TITLE for cell in cells)


def map_columns(
    ledger: Ledger,
    sheet: Worksheet,
    wanted: Sequence[AskedColumn],
    order: DayOrder | None,
    file: str = "",
) -> ColumnMap:
    """Return how a sheet is laid out; `file` is what messages call its file.

    Raise NoHeadings, UnknownColumn, TwoColumns or InCells.
    """
    header = headings_of(sheet, wanted)
    if header is None:
        raise NoHeadings(sheet.name)
    as_asked = _as_asked(ledger, sheet, header, wanted, order)
    found = []
    for number in _filled(sheet, header):
        heading = " ".join(sheet.text_at(header, number).split())
        try:
            column = as_asked.get(number) or _by_heading(ledger, number, heading, order)
        except NotADay as failure:
            where = InCell((f"{letters_of(number)}{header}",), failure)
            raise InCells((where,), 1, file, sheet.name) from None
        found.append(_at_length(sheet, header, column) if number not in as_asked else column)
    settled = _settled(sheet, header, found, {*as_asked})
    named = tuple(column for column in settled if column.key != NOTHING)
    return ColumnMap(header, tuple(_with_own(ledger, named)))


def _filled(sheet: Worksheet, header: int) -> list[int]:
    """Return the columns that hold anything below the headings, from left to right."""
    return sorted(
        {
            number
            for row, cells in sheet.rows.items()
            for number, cell in cells.items()
            if row > header and cell.text
        }
    )


def _as_asked(
    ledger: Ledger,
    sheet: Worksheet,
    header: int,
    wanted: Sequence[AskedColumn],
    order: DayOrder | None,
) -> dict[int, ImportColumn]:
    """Return the columns asked for, by their numbers; raise UnknownColumn or TwoColumns."""
    titles = {number: cell.text for number, cell in sheet.rows[header].items() if cell.text}
    columns: dict[int, ImportColumn] = {}
    for each in wanted:
        named = [n for n, title in titles.items() if as_name(title) == as_name(each.column)]
        lettered = [n for n in _filled(sheet, header) if letters_of(n) == each.column.upper()]
        numbers = named or lettered
        if len(numbers) != 1:
            raise UnknownColumn(each.column, len(numbers), tuple(titles.values()))
        column = ImportColumn(
            number=numbers[0],
            heading=" ".join(titles.get(numbers[0], "").split()),
            key=each.key,
            day=day_meant(each.of, order) if each.of and each.key in DATED else None,
        )
        if each.of and each.key == headings.OWNERS:
            column = replace(column, side=choose("side", each.of, ledger.committee.sides))
        twice = (old for old in columns.values() if (old.key, old.day) == (column.key, column.day))
        if each.key not in (headings.OWNERS, NOTHING) and (old := next(twice, None)):
            raise TwoColumns(old.letters, column.letters, each.key)
        columns[column.number] = column
    return columns


def _by_heading(ledger: Ledger, number: int, heading: str, order: DayOrder | None) -> ImportColumn:
    """Return the column that a heading means; without a key if it is not known."""
    column = ImportColumn(number=number, heading=heading, key="")
    for own in ledger.columns.values():
        if as_name(heading) in [
            as_name(name) for name in (own.id, own.title, own.title_ja) if name
        ]:
            return replace(column, key=f"{FIELD}{own.id}")
    if dated := heading_day(heading, order):
        rest, day = dated
        key = headings.key_of(rest) if rest else headings.STATUS
        return replace(column, key=key, day=day) if key in DATED else column
    for side in ledger.committee.sides:
        rest = _without_word(heading, side)
        if rest and headings.key_of(rest) == headings.OWNERS:
            return replace(column, key=headings.OWNERS, side=side)
    return replace(column, key=headings.key_of(heading))


def _without_word(heading: str, word: str) -> str:
    """Return a heading without a word, "" if it has none such."""
    words, left_out = as_name(heading).replace("(", " ").replace(")", " ").split(), as_name(word)
    return " ".join(each for each in words if each != left_out) if left_out in words else ""


def _at_length(sheet: Worksheet, header: int, column: ImportColumn) -> ImportColumn:
    """Return a column of statuses as one of notes if most of its cells are sentences."""
    if column.key != headings.STATUS:
        return column
    texts = _texts(sheet, header, column.number)
    sentences = sum(len(text) > _LONGEST_WORD for text in texts)
    return replace(column, key=headings.NOTE) if 2 * sentences > len(texts) else column


def _texts(sheet: Worksheet, header: int, number: int) -> list[str]:
    """Return what stands in a column below its heading, without blanks."""
    rows = (cells for row, cells in sheet.rows.items() if row > header)
    return [cells[number].text for cells in rows if number in cells and cells[number].text]


def _settled(
    sheet: Worksheet, header: int, columns: list[ImportColumn], as_asked: set[int]
) -> list[ImportColumn]:
    """Return the columns with at most one for each key but owners and what is dated.

    Whoever asked for a key goes before a heading, a heading that is known whole before one by its
    end. The title is where the fewest texts come again; another one that repeats is the theme.
    """

    def rank(column: ImportColumn) -> tuple[object, ...]:
        texts = _texts(sheet, header, column.number)
        again = len(texts) - len({*texts}) if column.key == headings.TITLE else 0
        whole = headings.is_whole(column.heading)
        return column.number not in as_asked, again, not whole, column.number

    keys = {column.key for column in columns}
    if headings.TITLE not in keys and headings.SUMMARY in keys:
        columns = [_instead(each, headings.SUMMARY, headings.TITLE) for each in columns]
    taken: dict[tuple[str, object], int] = {}
    for column in sorted(columns, key=rank):
        taken.setdefault((column.key, column.day), column.number)
    undated = {each.key for each in columns if each.day is None}
    dated = any(each.day for each in columns)
    of_no_entry = dated and undated.isdisjoint((headings.STATUS, headings.DATE))
    settled = []
    for each in columns:
        column = each
        if each.number not in as_asked and each.key not in ("", headings.OWNERS):
            if taken[each.key, each.day] != each.number:
                column = replace(each, key=_second(sheet, header, each, keys), day=None)
            elif of_no_entry and each.key in _OF_REPORTS and each.day is None:
                column = replace(each, key="")
        settled.append(column)
    return settled


def _instead(column: ImportColumn, old: str, new: str) -> ImportColumn:
    return replace(column, key=new) if column.key == old else column


def _second(sheet: Worksheet, header: int, column: ImportColumn, keys: set[str]) -> str:
    """Return what a second title is, a theme or a summary; "" for any other second column."""
    if column.key != headings.TITLE:
        return ""
    texts = _texts(sheet, header, column.number)
    key = headings.THEME if len({*texts}) < len(texts) else headings.SUMMARY
    return "" if key in keys else key


def _with_own(ledger: Ledger, columns: Sequence[ImportColumn]) -> Iterator[ImportColumn]:
    """Yield the columns; one without a key is proposed as a column of one's own."""
    taken = {*KEYS, *Commitment.__struct_fields__, *ledger.columns}
    taken |= {column.key.removeprefix(FIELD) for column in columns}
    for column in columns:
        name = column.key.removeprefix(FIELD)
        if column.key and not column.key.startswith(FIELD):
            yield column
            continue
        if not name:
            name = propose_id(column.heading, taken)
            taken.add(name)
        own = None if name in ledger.columns else _own(name, column.heading)
        yield replace(column, key=f"{FIELD}{name}", proposed=own)


def _own(name: str, heading: str) -> OwnColumn:
    in_japanese = heading if is_japanese(heading) else None
    return OwnColumn(id=name, title=heading or name, title_ja=in_japanese)

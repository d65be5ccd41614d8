"""Whatever people do to a form, every answer arrives on the right commitment or is refused by name.

A clerk inserts, deletes, sorts, copies and moves rows, renames and adds sheets, inserts and moves
columns, and puts the other language's headings. Each answer bears the ref that it is meant for, so
that one that arrives elsewhere is seen.
"""

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import HEADINGS, FormLanguage, HeadCell, ReturnColumn
from jcm_ledger.model.spreadsheet import Spreadsheet
from jcm_ledger.rules.collecting import matching
from jcm_ledger.rules.collecting.outcomes import Collection, Remark
from jcm_ledger.store import reading
from returns import came_to, filled, form, headings, numbers, parent, read, rows

C = ReturnColumn
FORTY = Path(__file__).parents[2] / "ledgers" / "forty.toml"
LEDGER: Ledger = reading.parse(FORTY.read_bytes(), "forty.toml")
BODIES = ("AMED", "METI", "DSIT")
FORMS = {
    (body, language): form(LEDGER, body, language) for body in BODIES for language in FormLanguage
}
COUNTED: Counter[str] = Counter()

Rng = random.Random
Edited = Callable[[Worksheet, Rng], None]


def meant_for(ref: str) -> str:
    """Return the note of an answer, which bears the ref that it is meant for."""
    return f"News of <{ref}>, and no other."


def insert_row(sheet: Worksheet, rng: Rng) -> None:
    """Insert an empty row, above the header or below."""
    sheet.insert_rows(rng.randint(2, sheet.max_row))


def delete_row(sheet: Worksheet, rng: Rng) -> None:
    """Delete a row of the form, with what it answers."""
    sheet.delete_rows(rng.choice(numbers(sheet)))


def sort_rows(sheet: Worksheet, rng: Rng) -> None:
    """Put the rows in another order."""
    places = numbers(sheet)
    held = [[cell.value for cell in sheet[number]] for number in places]
    rng.shuffle(held)
    for number, values in zip(places, held, strict=True):
        put(sheet, number, values)


def sort_with_header(sheet: Worksheet, rng: Rng) -> None:
    """Sort the header among the rows."""
    header, _columns = headings(sheet)
    number = rng.choice(numbers(sheet))
    first, second = ([cell.value for cell in sheet[each]] for each in (header, number))
    put(sheet, header, second)
    put(sheet, number, first)


def copy_row(sheet: Worksheet, rng: Rng) -> None:
    """Copy a row to the end."""
    number = rng.choice(numbers(sheet))
    put(sheet, sheet.max_row + 1, [cell.value for cell in sheet[number]])


def move_row(sheet: Worksheet, rng: Rng) -> None:
    """Cut a row, and paste it on a sheet of its own, with its header."""
    header, _columns = headings(sheet)
    place = rng.randint(1, 5)
    put(new := another(sheet), place, [cell.value for cell in sheet[header]])
    move(sheet, new, place + rng.randint(1, 3), rng)


def move_row_without_header(sheet: Worksheet, rng: Rng) -> None:
    """Cut a row, and paste it alone on a sheet of its own."""
    move(sheet, another(sheet), rng.randint(1, 5), rng)


def another(sheet: Worksheet) -> Worksheet:
    """Return a new sheet of the same workbook."""
    made = parent(sheet).create_sheet(f"Extra {len(parent(sheet).sheetnames)}")
    assert isinstance(made, Worksheet)
    return made


def move(sheet: Worksheet, new: Worksheet, place: int, rng: Rng) -> None:
    """Move a row to a place on another sheet."""
    number = rng.choice(numbers(sheet))
    put(new, place, [cell.value for cell in sheet[number]])
    sheet.delete_rows(number)


def insert_column(sheet: Worksheet, rng: Rng) -> None:
    """Insert a column, empty or with remarks of one's own."""
    place = rng.randint(1, sheet.max_column)
    sheet.insert_cols(place)
    if rng.random() < 0.5:
        header, _columns = headings(sheet)
        sheet.cell(header, place).value = "Internal"
        sheet.cell(header + 1, place).value = "ask Tanaka"


def move_columns(sheet: Worksheet, rng: Rng) -> None:
    """Put the columns of the table in another order."""
    header, _columns = headings(sheet)
    order = list(range(sheet.max_column))
    rng.shuffle(order)
    for number in (header, *numbers(sheet)):
        values = [cell.value for cell in sheet[number]]
        put(sheet, number, [values[place] for place in order])


def reword_headings(sheet: Worksheet, rng: Rng) -> None:
    """Put the headings in the other language, or in both."""
    header, columns = headings(sheet)
    language = rng.choice([*FormLanguage])
    for heading, column in columns.items():
        sheet.cell(header, column).value = HEADINGS[heading].said(language)


def rename_sheet(sheet: Worksheet, rng: Rng) -> None:
    """Call the sheet otherwise."""
    sheet.title = f"回答 {rng.randint(1, 99)} of ours"


def add_sheet(sheet: Worksheet, rng: Rng) -> None:
    """Put a sheet before the form."""
    new = parent(sheet).create_sheet(f"Cover {rng.randint(1, 10**6)}", 0)
    new["B2"] = "See the next sheet."


def delete_answerless_columns(sheet: Worksheet, _rng: Rng) -> None:
    """Delete columns that only tell."""
    _header, columns = headings(sheet)
    for column in sorted((columns[each] for each in (C.SOURCE, C.ON_FILE) if each in columns),
                         reverse=True):  # fmt: skip
        sheet.delete_cols(column)


FAITHFUL = (
    *(insert_row, sort_rows, sort_with_header, copy_row, move_row, insert_column),
    *(move_columns, reword_headings, rename_sheet, add_sheet, delete_row),
    delete_answerless_columns,
)
"""Edits after which a row still says what it is about."""


def mix_codes(sheet: Worksheet, rng: Rng) -> None:
    """Sort the column of codes alone."""
    shuffle_columns(sheet, rng, [C.CODE])


def mix_refs(sheet: Worksheet, rng: Rng) -> None:
    """Sort all columns but that of the codes: the filter did not reach it."""
    shuffle_columns(sheet, rng, [each for each in C if each is not C.CODE])


def mix_told(sheet: Worksheet, rng: Rng) -> None:
    """Sort the columns that tell alone, refs among them, past the answers and the codes."""
    shuffle_columns(sheet, rng, [C.REF, C.PROMISED, C.SOURCE, C.OWNERS, C.DEADLINE, C.ON_FILE])


def shuffle_columns(sheet: Worksheet, rng: Rng, mixed: Sequence[ReturnColumn]) -> None:
    """Put some columns in another order of rows than the others."""
    _header, columns = headings(sheet)
    places = numbers(sheet)
    order = places[:]
    rng.shuffle(order)
    held = {
        (number, each): sheet.cell(other, columns[each]).value
        for number, other in zip(places, order, strict=True)
        for each in mixed
        if each in columns
    }
    for (number, each), value in held.items():
        sheet.cell(number, columns[each]).value = value


def lose_codes(sheet: Worksheet, _rng: Rng) -> None:
    """Delete the column of codes."""
    _header, columns = headings(sheet)
    if C.CODE in columns:
        sheet.delete_cols(columns[C.CODE])


def lose_refs(sheet: Worksheet, rng: Rng) -> None:
    """Empty refs, codes or both of a row."""
    _header, columns = headings(sheet)
    number = rng.choice(numbers(sheet))
    for each in rng.choice([[C.REF], [C.CODE], [C.REF, C.CODE]]):
        if each in columns:
            sheet.cell(number, columns[each]).value = None


MIXING = (mix_codes, mix_refs, mix_told)
FAITHLESS = (*MIXING, lose_codes, lose_refs, move_row_without_header)
"""Edits after which it is not sure any more."""


def put(sheet: Worksheet, number: int, values: Sequence[Any]) -> None:
    """Put values into a row."""
    for column, value in enumerate(values, start=1):
        sheet.cell(number, column).value = value


def as_csv(content: bytes, rng: Rng) -> tuple[bytes, str]:
    """Return the sheet of the form as a text, as one of the programs saves it."""
    book = load_workbook(BytesIO(content))
    sheet = next(each for each in book.worksheets if rows_or_none(each))
    text = StringIO()
    delimiter, encoding = rng.choice([(",", "utf-8-sig"), ("\t", "utf-16"), (";", "utf-8")])
    writer = csv.writer(text, delimiter=delimiter, lineterminator=rng.choice(["\r\n", "\n"]))
    for row in sheet.values:
        writer.writerow(["" if value is None else value for value in row])
    return text.getvalue().encode(encoding), "return.csv"


def rows_or_none(sheet: Worksheet) -> dict[str, int] | None:
    """Return the rows of a form, None of a sheet that has none."""
    try:
        return rows(sheet)
    except AssertionError:
        return None


def round_trip(seed: int, edits: Sequence[Edited], *, faithful: bool = False) -> Iterator[str]:
    """Yield what went wrong with the answers of a form that was filled in and edited.

    After `faithful` edits nothing may be refused.
    """
    rng = Rng(seed)
    body, language = rng.choice([*FORMS])
    book = load_workbook(BytesIO(FORMS[body, language]))
    refs = [*rows(book.worksheets[0])]
    answered = [ref for ref in refs if rng.random() < 0.7]
    words = {ref: rng.choice(["in progress", "停滞", "完了", ""]) for ref in answered}
    answers = {ref: {C.NOTE: meant_for(ref), C.STATUS: words[ref]} for ref in answered}
    book = load_workbook(BytesIO(filled(FORMS[body, language], answers)))
    sheet = book.worksheets[0]
    for edit in one_mix_alone(edits):
        if rows_or_none(sheet):
            COUNTED[edit.__name__] += 1
            edit(sheet, rng)
    left = what_is_left(book)
    file = BytesIO()
    book.save(file)
    content, name = file.getvalue(), "return.xlsx"
    if len(left) == len([*typed_on(sheet)]) and rng.random() < 0.3:
        content, name = as_csv(content, rng)
        COUNTED["saved as text"] += 1
    COUNTED["answers"] += len(left)
    returned = read(content, name)
    found = came_to(LEDGER, returned)
    yield from wrong(found, {ref: stands(returned, ref) for ref in left})
    if faithful:
        yield from (f"refused: {ref}: {each}" for each, ref in found.every_refusal)


def one_mix_alone(edits: Sequence[Edited]) -> list[Edited]:
    """Return edits of which one at most mixes rows up.

    Who sorts refs past the answers, and then codes likewise, leaves rows that agree: it is as if
    somebody had answered another question, and nothing in the file tells.
    """
    mixing = [number for number, edit in enumerate(edits) if edit in MIXING]
    return [edit for number, edit in enumerate(edits) if number not in mixing[1:]]


def stands(returned: Spreadsheet, ref: str) -> set[tuple[str, int]]:
    """Return on which sheets, and in which rows of them, the answer for a ref stands."""
    return {
        (sheet.name, cell.row)
        for sheet in returned.sheets
        for cell in sheet.cells()
        if cell.text == meant_for(ref)
    }


def what_is_left(book: Workbook) -> set[str]:
    """Return the refs that the notes still in a workbook are meant for."""
    return {ref for sheet in book.worksheets for ref in typed_on(sheet)}


def typed_on(sheet: Worksheet) -> set[str]:
    """Return the refs that the notes on a sheet are meant for."""
    texts = [str(value) for row in sheet.values for value in row if value is not None]
    return {text.split("<")[1].split(">")[0] for text in texts if text.startswith("News of <")}


def wrong(found: Collection, left: Mapping[str, set[tuple[str, int]]]) -> Iterator[str]:
    """Yield each answer that is on another commitment, doubled, or neither recorded nor refused.

    `left` says in which rows the answers stand that are still in the file.
    """
    recorded = [row for row in found.rows if row.entry is not None]
    for row in recorded:
        assert row.entry is not None
        if row.entry.note != meant_for(row.commitment):
            yield f"misplaced: {row.commitment} says {row.entry.note}"
    for ref, number in Counter(row.commitment for row in recorded).items():
        if number > 1:
            yield f"doubled: {ref}"
    arrived = {row.commitment for row in recorded}
    refused = {refused.place for refused, _ref in found.every_refusal}
    unread = {each.place.sheet for each in found.remarks if each.remark is Remark.OTHER_SHEET}
    for ref in left.keys() - arrived:
        told = any((place.sheet, row_of(place.address)) in left[ref] for place in refused)
        told |= {sheet for sheet, _row in left[ref]} <= unread  # it is told that it was not read
        if not found.refusals and not told:
            yield f"lost: {ref}"
    for ref in arrived - left.keys():
        yield f"invented: {ref}"


def row_of(address: str) -> int:
    """Return the row of a cell, 0 for a whole sheet."""
    return int("".join(filter(str.isdigit, address)) or 0)


EDITS = st.lists(st.sampled_from(FAITHFUL), max_size=6)
ALL_EDITS = st.lists(st.sampled_from([*FAITHFUL, *FAITHLESS]), max_size=6)
SEEDS = st.integers(0, 2**32)


@settings(max_examples=25)
@given(SEEDS, EDITS)
def test_an_answer_survives_what_people_do_to_a_form(seed: int, edits: list[Edited]) -> None:
    """It is recorded where it belongs: none is refused, lost, doubled or misplaced."""
    problems = [*round_trip(seed, edits, faithful=True)]
    assert not problems


@settings(max_examples=25)
@given(SEEDS, ALL_EDITS)
def test_an_answer_that_is_in_doubt_is_refused_by_name(seed: int, edits: list[Edited]) -> None:
    """Where rows were mixed up nothing is guessed, and nothing is lost without a word."""
    problems = [*round_trip(seed, edits)]
    assert not problems


def test_the_edits_are_counted(figure: Callable[[str], None]) -> None:
    """All kinds of edits come, and hundreds of answers pass through them."""
    for seed in range(60):
        rng = Rng(seed)
        edits = [rng.choice([*FAITHFUL, *FAITHLESS]) for _ in range(rng.randint(1, 5))]
        assert not [*round_trip(seed, edits)]
    assert {each.__name__ for each in (*FAITHFUL, *FAITHLESS)} <= COUNTED.keys()
    assert COUNTED["answers"] > 200
    figure(f"collect: {COUNTED['answers']:,} answers, {COUNTED.total():,} edits and answers")


def no_row(_cells: object) -> bool:
    """Return that nothing above a header is a row: the planted bug."""
    return False


def without_codes(form: Any, row: Any, originals: Any, others: Any) -> Any:
    """Return what a row says that it is about, whatever its code says: the planted bug."""
    found = MATCHED(form, row, originals, others)
    ref = row.text(C.REF)
    if ref in originals.ledger.commitments:
        return matching.Matched(ref, None)
    return found


MATCHED = matching.matched


@pytest.mark.parametrize(
    ("place", "bug"),
    [
        ("jcm_ledger.rules.collecting.forms._is_a_row", no_row),
        ("jcm_ledger.rules.collecting.rows.matched", without_codes),
    ],
)
def test_a_planted_bug_is_found(
    monkeypatch: pytest.MonkeyPatch, place: str, bug: Callable[..., Any]
) -> None:
    """Rows above a header that are passed over are lost, and without codes answers are misplaced."""
    monkeypatch.setattr(place, bug)
    found: list[str] = []
    for seed in range(30):
        rng = Rng(seed)
        edits = [rng.choice([sort_with_header, mix_told]) for _ in range(2)]
        found += round_trip(seed, edits)
    assert any(each.startswith(("misplaced", "lost")) for each in found)


def test_the_head_may_be_moved() -> None:
    """What stands right of a label is found where columns were inserted between."""
    content = filled(
        FORMS["AMED", FormLanguage.EN],
        {},
        {HeadCell.NAME: "山田", HeadCell.CLEARED_BY: "Director"},
        lambda book: book.worksheets[0].insert_cols(8),
        lambda book: book.worksheets[0].insert_rows(1, 3),
    )
    (about,) = came_to(LEDGER, content).files
    assert (about.filled_in_by, about.cleared_by) == ("山田", "Director")

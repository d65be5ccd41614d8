"""Standings and entries as tab-separated values, and as CSV by RFC 4180."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.text import titled
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.groups import Group
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Bar

Row = TypeVar("Row")

HeaderAndRows = tuple[Sequence[str], Iterable[Sequence[object]]]
"""A header and the cells of each row."""

_COLUMNS = (
    "id",
    "title",
    "owners",
    "deadline",
    "timing",
    "status",
    "days_left",
    "first",
    "last",
    "original",
    "slip_days",
    "deadline_text",
    "review_date",
    "age_days",
    "owners_inferred",
    "meeting",
    "paragraph",
    "theme",
    "strength",
    "kind",
    "last_progress",
    "to_confirm",
)

_MORE = (
    "silent_sides",
    "done",
    "closed_on",
    "part_of",
    "superseded_by",
    "stated_owners",
)
"""Columns that a list leaves out unless they are chosen."""


def _cells(row: Standing) -> list[object]:
    """Return the cells of a standing under `_COLUMNS`, then each side's own status."""
    commitment, deadline = row.commitment, row.deadline
    return [
        commitment.id,
        commitment.title,
        ", ".join(row.owners),
        deadline and str(deadline),
        row.timing,
        row.status,
        row.days_left,
        deadline and deadline.first,
        deadline and deadline.last,
        row.original and str(row.original),
        row.slip_days if deadline else None,
        commitment.deadline_text,
        row.review_date,
        row.age_days,
        "yes" if row.owners_inferred else "no",
        commitment.meeting,
        commitment.paragraph,
        commitment.theme,
        commitment.strength,
        commitment.kind,
        row.journal[-1].date if row.journal else None,
        "yes" if row.to_confirm else "no",
        *[entry and entry.status for entry in row.reports.values()],
    ]


def _more(row: Standing) -> list[object]:
    """Return the cells of a standing under `_MORE`."""
    return [
        ", ".join(row.silent_sides),
        row.done and str(row.done),
        row.closed_on,
        row.commitment.part_of,
        row.superseded_by,
        ", ".join(row.commitment.owners),
    ]


_ENTRY_COLUMNS: dict[str, Callable[[Entry], object]] = {
    "date": attrgetter("date"),
    "commitment": attrgetter("commitment"),
    "by": attrgetter("by"),
    "on_behalf_of": attrgetter("on_behalf_of"),
    "status": attrgetter("status"),
    "happened": attrgetter("happened"),
    "deadline": attrgetter("deadline"),
    "owners": lambda entry: ", ".join(entry.owners or ()),
    "note": attrgetter("note"),
    "note_ja": attrgetter("note_ja"),
    "evidence": lambda entry: " ".join(titled(each)[1] for each in entry.evidence),
    "commission": attrgetter("commission"),
}


_BODY_COLUMNS: dict[str, Callable[[Body], object]] = {
    "id": attrgetter("organisation.id"),
    "name": attrgetter("organisation.name"),
    "side": attrgetter("organisation.side"),
    "open": attrgetter("owed"),
    "overdue": attrgetter("overdue"),
    "completed": attrgetter("completed"),
    "last_heard": attrgetter("last_heard"),
    "days_silent": attrgetter("days_silent"),
    "contact": attrgetter("organisation.contact"),
    "succeeds": lambda body: ", ".join(body.organisation.predecessors),
    "since": attrgetter("organisation.since"),
}

_BAR_COLUMNS: dict[str, Callable[[Bar], object]] = {
    "id": attrgetter("row.commitment.id"),
    "title": attrgetter("row.commitment.title"),
    "timing": attrgetter("row.timing"),
    "status": attrgetter("row.status"),
    "end": attrgetter("end"),
    "made": attrgetter("made"),
    "first": lambda bar: bar.due and bar.due.first,
    "last": lambda bar: bar.due and bar.due.last,
    "original_first": lambda bar: bar.original and bar.original.first,
    "original_last": lambda bar: bar.original and bar.original.last,
    "closed": attrgetter("row.closed_on"),
    "entries": lambda bar: " ".join(str(entry.date) for entry in bar.entries),
}

Groups = Iterable[Group] | None
"""Groups add a column `group` in front, and a line for each group that a standing is in."""


def commitments_tsv(
    rows: Iterable[Standing],
    sides: Iterable[str],
    groups: Groups = None,
    declared: Iterable[str] = (),
    chosen: Sequence[str] = (),
) -> str:
    """Return standings as tab-separated values: a header, then a line each.

    `declared` are the keys of `[field.ID]`; each is a column after the others. `chosen`, if there
    are any, are the columns to write, of `names`, in their order.
    """
    return _tsv(standings(rows, sides, groups, tuple(declared), chosen))


def commitments_csv(
    rows: Iterable[Standing],
    sides: Iterable[str],
    groups: Groups = None,
    declared: Iterable[str] = (),
    chosen: Sequence[str] = (),
) -> str:
    """Return standings as CSV: a header, then a record each; columns are as above."""
    return _csv(standings(rows, sides, groups, tuple(declared), chosen))


def export(content: Report, say: Phrases) -> str:
    """Return the standings as CSV with the heads of a language, after the mark Excel asks for."""
    sides, declared = content.committee.sides, tuple(content.columns)
    _names, rows = standings(content.annex, sides, None, declared, names(sides, declared))
    return "\ufeff" + _csv((list(_heads(content, say)), rows))


def _heads(content: Report, say: Phrases) -> Iterator[str]:
    """Yield what each of `names` is called in a language, on one line."""
    heads = say.columns
    told = (
        *map(heads.head, _COLUMNS),
        *(heads.status(f"status_{side}", side) for side in content.committee.sides),
        *(heads.field(f"{OF_A_FIELD}{key}", own) for key, own in content.columns.items()),
        *map(heads.head, _MORE),
    )
    yield from map(safe.one_line, told)


def journal_tsv(entries: Iterable[Entry]) -> str:
    """Return entries as tab-separated values: a header, then a line each."""
    return _tsv(_table(entries, _ENTRY_COLUMNS))


def journal_csv(entries: Iterable[Entry]) -> str:
    """Return entries as CSV: a header, then a record each."""
    return _csv(_table(entries, _ENTRY_COLUMNS))


def bodies_tsv(bodies: Iterable[Body]) -> str:
    """Return bodies as tab-separated values: a header, then a line each."""
    return _tsv(_table(bodies, _BODY_COLUMNS))


def bodies_csv(bodies: Iterable[Body]) -> str:
    """Return bodies as CSV: a header, then a record each."""
    return _csv(_table(bodies, _BODY_COLUMNS))


def timeline_tsv(bars: Iterable[Bar]) -> str:
    """Return bars of a timeline as tab-separated values: a header, then a line each."""
    return _tsv(_table(bars, _BAR_COLUMNS))


def timeline_csv(bars: Iterable[Bar]) -> str:
    """Return bars of a timeline as CSV: a header, then a record each."""
    return _csv(_table(bars, _BAR_COLUMNS))


OF_A_FIELD = "field_"
"""What the column of a key of `[field.ID]` begins with."""


def names(sides: Iterable[str], declared: Iterable[str]) -> list[str]:
    """Return every column of standings, in order."""
    return [*_usual(sides), *(f"{OF_A_FIELD}{name}" for name in declared), *_MORE]


def _usual(sides: Iterable[str]) -> list[str]:
    return [*_COLUMNS, *(f"status_{side}" for side in sides)]


def standings(
    rows: Iterable[Standing],
    sides: Iterable[str],
    groups: Groups,
    declared: Sequence[str],
    chosen: Sequence[str] = (),
) -> HeaderAndRows:
    """Return standings as a header and cells, of the usual columns or of those that are chosen."""
    every = names(sides, declared)
    places = [every.index(name) for name in chosen]

    def with_fields(row: Standing) -> list[object]:
        fields = row.commitment.fields
        return _cells(row) + [fields.get(name) for name in declared]

    def of_chosen(row: Standing) -> list[object]:
        found = with_fields(row) + _more(row)
        return [found[place] for place in places]

    cells = of_chosen if places else with_fields if declared else _cells
    header = [*chosen] or every[: -len(_MORE)]
    if groups is None:
        return header, map(cells, rows)
    return ["group", *header], ([group.name, *cells(row)] for group in groups for row in group.rows)


def _table(rows: Iterable[Row], columns: Mapping[str, Callable[[Row], object]]) -> HeaderAndRows:
    return list(columns), ([value(row) for value in columns.values()] for row in rows)


class _Fields(dict[object, str]):
    """A cache of cells as fields, each worked out once: most come again.

    `text` makes a text safe, a period too. Numbers, days and None are written as they are: a number
    is no formula, not even a negative one.
    """

    def __init__(self, text: Callable[[str], str]) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, cell: object) -> str:
        plain = "" if cell is None else str(cell)
        self[cell] = plain if isinstance(cell, int | date | None) else self._text(plain)
        return self[cell]


def _tsv(table: HeaderAndRows) -> str:
    return _joined(table, _Fields(safe.field), "\t", "\n")


def _csv(table: HeaderAndRows) -> str:
    """Return CSV by RFC 4180: commas, CRLF, quotes doubled within quotes."""
    return _joined(table, _Fields(safe.csv_cell), ",", "\r\n")


def _joined(table: HeaderAndRows, fields: _Fields, between: str, end: str) -> str:
    header, rows = table
    field = fields.__getitem__
    return "".join([between.join(map(field, cells)) + end for cells in chain([header], rows)])

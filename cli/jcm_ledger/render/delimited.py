"""Standings and entries as tab-separated values, and as CSV by RFC 4180."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from operator import attrgetter
from typing import TypeVar

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render import safe
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.groups import Group
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Bar

Row = TypeVar("Row")

Columns = dict[str, Iterable[object]]
"""The cells under each header, one for each row."""

_COLUMNS: dict[str, Callable[[Standing], object]] = {
    "id": attrgetter("commitment.id"),
    "title": attrgetter("commitment.title"),
    "owners": lambda row: ", ".join(row.commitment.owners),
    "deadline": attrgetter("deadline"),
    "timing": attrgetter("timing"),
    "status": attrgetter("status"),
    "days_left": attrgetter("days_left"),
    "first": lambda row: row.deadline and row.deadline.first,
    "last": lambda row: row.deadline and row.deadline.last,
    "original": attrgetter("original"),
    "slip_days": lambda row: row.slip_days if row.deadline else None,
    "deadline_text": attrgetter("commitment.deadline_text"),
    "review_date": attrgetter("review_date"),
    "age_days": attrgetter("age_days"),
    "owners_inferred": lambda row: "yes" if row.commitment.owners_inferred else "no",
    "meeting": attrgetter("commitment.meeting"),
    "paragraph": attrgetter("commitment.paragraph"),
    "theme": attrgetter("commitment.theme"),
    "strength": attrgetter("commitment.strength"),
    "kind": attrgetter("commitment.kind"),
    "last_progress": lambda row: row.last_entry and row.last_entry.date,
}

_ENTRY_COLUMNS: dict[str, Callable[[Entry], object]] = {
    "date": attrgetter("date"),
    "commitment": attrgetter("commitment"),
    "by": attrgetter("by"),
    "status": attrgetter("status"),
    "deadline": attrgetter("deadline"),
    "note": attrgetter("note"),
    "evidence": lambda entry: " ".join(entry.evidence),
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


def commitments_tsv(rows: Sequence[Standing], sides: Iterable[str], groups: Groups = None) -> str:
    """Return standings as tab-separated values: a header, then a line each."""
    return _tsv(_standings(rows, sides, groups))


def commitments_csv(rows: Sequence[Standing], sides: Iterable[str], groups: Groups = None) -> str:
    """Return standings as CSV: a header, then a record each."""
    return _csv(_standings(rows, sides, groups))


def export(content: Report) -> str:
    """Return the standings of a report as CSV, after the byte-order mark that Excel asks for."""
    return "\ufeff" + commitments_csv(content.annex, content.committee.sides)


def journal_tsv(entries: Sequence[Entry]) -> str:
    """Return entries as tab-separated values: a header, then a line each."""
    return _tsv(_columns(entries, _ENTRY_COLUMNS))


def journal_csv(entries: Sequence[Entry]) -> str:
    """Return entries as CSV: a header, then a record each."""
    return _csv(_columns(entries, _ENTRY_COLUMNS))


def bodies_tsv(bodies: Sequence[Body]) -> str:
    """Return bodies as tab-separated values: a header, then a line each."""
    return _tsv(_columns(bodies, _BODY_COLUMNS))


def bodies_csv(bodies: Sequence[Body]) -> str:
    """Return bodies as CSV: a header, then a record each."""
    return _csv(_columns(bodies, _BODY_COLUMNS))


def timeline_tsv(bars: Sequence[Bar]) -> str:
    """Return bars of a timeline as tab-separated values: a header, then a line each."""
    return _tsv(_columns(bars, _BAR_COLUMNS))


def timeline_csv(bars: Sequence[Bar]) -> str:
    """Return bars of a timeline as CSV: a header, then a record each."""
    return _csv(_columns(bars, _BAR_COLUMNS))


def _standings(rows: Sequence[Standing], sides: Iterable[str], groups: Groups) -> Columns:
    """Return the columns of standings, with one for each side's own status at the end."""
    values = _COLUMNS | {f"status_{side}": _status_of(side) for side in sides}
    if groups is None:
        return _columns(rows, values)
    pairs = [(each.name, row) for each in groups for row in each.rows]
    names: Columns = {"group": [name for name, _row in pairs]}
    return names | _columns([row for _name, row in pairs], values)


def _status_of(side: str) -> Callable[[Standing], object]:
    return lambda row: (entry := row.reports[side]) and entry.status


def _columns(rows: Sequence[Row], values: Mapping[str, Callable[[Row], object]]) -> Columns:
    return {name: map(value, rows) for name, value in values.items()}


class _Fields(dict[object, str]):
    """The field of tab-separated values that each cell of a column becomes, worked out once.

    Numbers, dates, periods and words of ours are safe as they are.
    """

    def __missing__(self, cell: object) -> str:
        text = safe.field(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
        self[cell] = text
        return text


def _tsv(columns: Columns) -> str:
    fields = (map(_Fields().__getitem__, (name, *cells)) for name, cells in columns.items())
    return "".join([f"{line}\n" for line in map("\t".join, zip(*fields, strict=True))])


def _csv(columns: Columns) -> str:
    """Return CSV in which no text is a formula; a number, negative ones too, stays a number."""
    import csv  # noqa: PLC0415 - only CSV pays for it

    text = StringIO(newline="")
    writer = csv.writer(text)  # its default dialect is RFC 4180's: commas, CRLF, doubled quotes
    writer.writerow(map(safe.csv_cell, columns))
    for cells in zip(*columns.values(), strict=True):
        writer.writerow([safe.csv_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue()

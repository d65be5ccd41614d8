"""Standings and entries as tab-separated values, and as CSV by RFC 4180."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from operator import attrgetter
from types import NoneType
from typing import Any, TypeVar

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render import safe
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.groups import Group
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Bar

Row = TypeVar("Row")

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


def commitments_tsv(rows: Iterable[Standing], sides: Iterable[str], groups: Groups = None) -> str:
    """Return standings as tab-separated values: a header, then a line each."""
    return _tsv(*_standings(rows, sides, groups))


def commitments_csv(rows: Iterable[Standing], sides: Iterable[str], groups: Groups = None) -> str:
    """Return standings as CSV: a header, then a record each."""
    return _csv(*_standings(rows, sides, groups))


def export(content: Report) -> str:
    """Return the standings of a report as CSV, after the byte-order mark that Excel asks for."""
    return "\ufeff" + commitments_csv(content.annex, content.committee.sides)


def journal_tsv(entries: Iterable[Entry]) -> str:
    """Return entries as tab-separated values: a header, then a line each."""
    return _tsv(list(_ENTRY_COLUMNS), _cells(entries, _ENTRY_COLUMNS))


def journal_csv(entries: Iterable[Entry]) -> str:
    """Return entries as CSV: a header, then a record each."""
    return _csv(list(_ENTRY_COLUMNS), _cells(entries, _ENTRY_COLUMNS))


def bodies_tsv(bodies: Iterable[Body]) -> str:
    """Return bodies as tab-separated values: a header, then a line each."""
    return _tsv(list(_BODY_COLUMNS), _cells(bodies, _BODY_COLUMNS))


def bodies_csv(bodies: Iterable[Body]) -> str:
    """Return bodies as CSV: a header, then a record each."""
    return _csv(list(_BODY_COLUMNS), _cells(bodies, _BODY_COLUMNS))


def timeline_tsv(bars: Iterable[Bar]) -> str:
    """Return bars of a timeline as tab-separated values: a header, then a line each."""
    return _tsv(list(_BAR_COLUMNS), _cells(bars, _BAR_COLUMNS))


def timeline_csv(bars: Iterable[Bar]) -> str:
    """Return bars of a timeline as CSV: a header, then a record each."""
    return _csv(list(_BAR_COLUMNS), _cells(bars, _BAR_COLUMNS))


def _standings(
    rows: Iterable[Standing], sides: Iterable[str], groups: Groups
) -> tuple[list[str], Iterable[list[object]]]:
    """Return header and cells, with a column for each side's own status at the end."""
    columns = _COLUMNS | {f"status_{side}": _status_of(side) for side in sides}
    if groups is None:
        return list(columns), _cells(rows, columns)
    grouped = ([each.name, *cells] for each in groups for cells in _cells(each.rows, columns))
    return ["group", *columns], grouped


def _status_of(side: str) -> Callable[[Standing], object]:
    return lambda row: row.by_side[side]


def _cells(
    rows: Iterable[Row], columns: Mapping[str, Callable[[Row], object]]
) -> Iterable[list[object]]:
    return ([value(row) for value in columns.values()] for row in rows)


def _tsv(header: list[str], rows: Iterable[list[object]]) -> str:
    """Return lines of fields; numbers, dates, periods and words of ours are safe as they are."""
    by_type: dict[type, Callable[[Any], str]] = {NoneType: lambda _: "", str: safe.field}
    as_field = by_type.get

    def line(cells: Sequence[object]) -> str:
        return "\t".join([as_field(type(cell), str)(cell) for cell in cells]) + "\n"

    return line(header) + "".join(map(line, rows))


def _csv(header: list[str], rows: Iterable[list[object]]) -> str:
    """Return CSV in which no text is a formula; a number, negative ones too, stays a number."""
    import csv  # noqa: PLC0415 - only CSV pays for it

    text = StringIO(newline="")
    writer = csv.writer(text)  # its default dialect is RFC 4180's: commas, CRLF, doubled quotes
    writer.writerow(map(safe.csv_cell, header))
    for cells in rows:
        writer.writerow([safe.csv_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue()

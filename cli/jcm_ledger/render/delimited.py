"""Standings and entries as tab-separated values, and as CSV by RFC 4180."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from typing import TypeVar

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render import safe
from jcm_ledger.rules.standing import Standing

Row = TypeVar("Row")

_COLUMNS: dict[str, Callable[[Standing], object]] = {
    "id": lambda row: row.commitment.id,
    "title": lambda row: row.commitment.title,
    "owners": lambda row: ", ".join(row.commitment.owners),
    "deadline": lambda row: row.deadline,
    "timing": lambda row: row.timing,
    "status": lambda row: row.status,
    "days_left": lambda row: row.days_left,
    "first": lambda row: row.deadline and row.deadline.first,
    "last": lambda row: row.deadline and row.deadline.last,
    "original": lambda row: row.original,
    "slip_days": lambda row: row.slip_days if row.deadline else None,
    "deadline_text": lambda row: row.commitment.deadline_text,
    "review_date": lambda row: row.review_date,
    "age_days": lambda row: row.age_days,
    "owners_inferred": lambda row: "yes" if row.commitment.owners_inferred else "no",
    "meeting": lambda row: row.commitment.meeting,
    "paragraph": lambda row: row.commitment.paragraph,
    "theme": lambda row: row.commitment.theme,
    "strength": lambda row: row.commitment.strength,
    "kind": lambda row: row.commitment.kind,
    "last_progress": lambda row: row.last_entry and row.last_entry.date,
}

_ENTRY_COLUMNS: dict[str, Callable[[Entry], object]] = {
    "date": lambda entry: entry.date,
    "commitment": lambda entry: entry.commitment,
    "by": lambda entry: entry.by,
    "status": lambda entry: entry.status,
    "deadline": lambda entry: entry.deadline,
    "note": lambda entry: entry.note,
    "evidence": lambda entry: " ".join(entry.evidence),
}


def commitments_tsv(rows: Iterable[Standing], sides: Iterable[str]) -> str:
    """Return standings as tab-separated values: a header, then a line each."""
    return _tsv(*_standings(rows, sides))


def commitments_csv(rows: Iterable[Standing], sides: Iterable[str]) -> str:
    """Return standings as CSV: a header, then a record each."""
    return _csv(*_standings(rows, sides))


def journal_tsv(entries: Iterable[Entry]) -> str:
    """Return entries as tab-separated values: a header, then a line each."""
    return _tsv(list(_ENTRY_COLUMNS), _cells(entries, _ENTRY_COLUMNS))


def journal_csv(entries: Iterable[Entry]) -> str:
    """Return entries as CSV: a header, then a record each."""
    return _csv(list(_ENTRY_COLUMNS), _cells(entries, _ENTRY_COLUMNS))


def _standings(
    rows: Iterable[Standing], sides: Iterable[str]
) -> tuple[list[str], Iterable[list[object]]]:
    """Return header and cells, with a column for each side's own status at the end."""
    columns = _COLUMNS | {f"status_{side}": _status_of(side) for side in sides}
    return list(columns), _cells(rows, columns)


def _status_of(side: str) -> Callable[[Standing], object]:
    return lambda row: row.by_side[side]


def _cells(
    rows: Iterable[Row], columns: Mapping[str, Callable[[Row], object]]
) -> Iterable[list[object]]:
    return ([value(row) for value in columns.values()] for row in rows)


def _tsv(header: list[str], rows: Iterable[list[object]]) -> str:
    def line(cells: Sequence[object]) -> str:
        return "\t".join([_field(cell) for cell in cells]) + "\n"

    return line(header) + "".join(map(line, rows))


def _field(cell: object) -> str:
    """Return a cell as text; what is no text, a number, a date or a period, is safe as it is."""
    if cell is None:
        return ""
    return safe.field(cell) if isinstance(cell, str) else str(cell)


def _csv(header: list[str], rows: Iterable[list[object]]) -> str:
    """Return CSV in which no text is a formula; a number, negative ones too, stays a number."""
    import csv  # noqa: PLC0415 - only CSV pays for it

    text = StringIO(newline="")
    writer = csv.writer(text)  # its default dialect is RFC 4180's: commas, CRLF, doubled quotes
    writer.writerow(map(safe.csv_cell, header))
    for cells in rows:
        writer.writerow([safe.csv_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue()

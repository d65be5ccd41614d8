"""A table as what it adds to a ledger: all that is wrong is found, and told by cell."""

from collections.abc import Iterator

from jcm_ledger.errors import LedgerError, RefusedEntry, RefusedTable
from jcm_ledger.errors.importing import EmptyTable, InCell, InCells, NoTitles, UnknownSheet
from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.model.spreadsheet import Spreadsheet, Worksheet
from jcm_ledger.model.text import as_name
from jcm_ledger.rules import additions, entries
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.importing import headings
from jcm_ledger.rules.importing.bodies import TableBodies
from jcm_ledger.rules.importing.cells import CellFaults, TableCells, address
from jcm_ledger.rules.importing.choices import ImportChoices, Intake
from jcm_ledger.rules.importing.columns import ColumnMap
from jcm_ledger.rules.importing.commitments import TableCommitments
from jcm_ledger.rules.importing.mapping import has_titles, headings_of
from jcm_ledger.rules.importing.reports import TableReports


def chosen_sheet(book: Spreadsheet, name: str | None) -> Worksheet:
    """Return the sheet of a name, or the only one with a table in it; raise UnknownSheet."""
    if name is None:
        found = [sheet for sheet in book.sheets if not sheet.hidden and headings_of(sheet)]
        titled = [sheet for sheet in found if has_titles(sheet)]
        found = titled or found or list(book.sheets[:1])
    else:
        found = [sheet for sheet in book.sheets if as_name(sheet.name) == as_name(name)]
    if len(found) != 1:
        raise UnknownSheet(book.name, name or "", tuple(sheet.name for sheet in book.sheets))
    return found[0]


def intake(
    ledger: Ledger, sheet: Worksheet, column_map: ColumnMap, choices: ImportChoices
) -> Intake:
    """Return what the rows of a sheet add to a ledger; what is on file is not added again.

    Raise NoTitles, EmptyTable, or InCells with all that is wrong.
    """
    if max(sheet.rows) == column_map.header:
        raise EmptyTable(choices.file)
    if not column_map.of(headings.TITLE):
        raise NoTitles(
            tuple(cell.text for cell in sheet.rows[column_map.header].values() if cell.text)
        )
    faults = CellFaults()
    cells = TableCells(sheet, column_map, choices.order, faults)
    bodies = TableBodies(ledger, choices.bodies, choices.side)
    commitments = TableCommitments(ledger, cells, bodies, choices)
    reports = TableReports(ledger, cells, bodies, choices)
    rows = cells.rows(choices.skipped)
    if not rows:
        raise EmptyTable(choices.file)
    commitments.look_through(rows)
    found: list[tuple[Entry, int, int]] = []
    for row in rows:
        reported = reports.of(row, commitments.of(row))
        found += [(entry, row, column) for entry, column in reported]
    faults.raise_any(choices.file, sheet.name)
    found.sort(key=lambda each: each[0].date)
    named: set[str | None] = {owner for each in commitments.made.values() for owner in each.owners}
    named |= {body for entry, _row, _column in found for body in (entry.by, entry.on_behalf_of)}
    title = column_map.of(headings.TITLE)[0].number
    filled = {key for each in commitments.made.values() for key in each.fields}
    proposed = [each.proposed for each in column_map.columns if each.proposed]
    return Intake(
        file=choices.file,
        sheet=sheet.name,
        columns=tuple(column for column in proposed if column.id in filled),
        bodies=tuple(body for name, body in bodies.made.items() if name in named),
        commitments=tuple(commitments.made.values()),
        entries=tuple(entry for entry, _row, _column in found),
        places={name: address(row, title) for name, row in commitments.rows.items()},
        entry_places=tuple(address(row, column) for _entry, row, column in found),
        observations=tuple(cells.observations),
        sideless={name: id_ for name, id_ in bodies.sideless.items() if id_ in named},
        rows=len(rows),
        known=len(commitments.known),
        reports_known=reports.known,
    )


def refuse_unfit(ledger: Ledger, made: Intake, circumstances: Circumstances) -> None:
    """Raise InCells for all that `check` would find fault with in what is added."""
    found = [
        InCell((made.places.get(table.id, table.id),), _refused_table(finding))
        for table, finding in additions.faults(ledger, made.tables, circumstances)
    ]
    after = additions.with_tables(ledger, made.tables)
    if not found:
        found += list(_of_entries(after, made, circumstances))
    if found:
        raise InCells(tuple(found), len(found), made.file, made.sheet)


def _of_entries(after: Ledger, made: Intake, circumstances: Circumstances) -> Iterator[InCell]:
    for number, finding in entries.faults(after, made.entries, circumstances):
        name = finding.commitment or made.entries[number].commitment
        refused = RefusedEntry(finding.code, finding.message, finding.hint, name, number)
        yield InCell((made.entry_places[number],), refused)


def _refused_table(finding: Finding) -> LedgerError:
    return RefusedTable(finding.code, finding.message, finding.hint)

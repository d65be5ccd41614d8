"""Finding the form in a spreadsheet: its rows, wherever they stand, and the cells of its head."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from jcm_ledger.model.return_form import (
    ANSWERS,
    HeadCell,
    ReturnColumn,
    column_headed,
    head_cell_labelled,
)
from jcm_ledger.model.spreadsheet import Spreadsheet, Worksheet, WorksheetCell
from jcm_ledger.rules.collecting.outcomes import CellPlace
from jcm_ledger.rules.commissions import CommissionReference, RowCode

_FEWEST_HEADINGS = 3
"""How many columns of the form a row has to name to be its header."""

Headings = Mapping[int, ReturnColumn]
"""Which column of the form stands in which column of the sheet."""


class FilledRow(Struct, frozen=True, kw_only=True):
    """A row below a header: its cells by the columns of the form, and those under other headings.

    `doubled` are cells of a column that the header names twice, beside the first of them. `header`
    has the cells of the header by their columns, none where the row stands under that of another
    sheet.
    """

    sheet: Worksheet
    number: int
    cells: Mapping[ReturnColumn, WorksheetCell]
    doubled: tuple[tuple[ReturnColumn, WorksheetCell], ...] = ()
    others: tuple[WorksheetCell, ...] = ()
    headed: frozenset[ReturnColumn] = frozenset()
    header: Mapping[int, WorksheetCell] = {}

    def heading(self, column: ReturnColumn) -> str:
        """Return what the sheet calls a column, in one line; "" where it has no such heading."""
        found = (cell.text for cell in self.header.values() if column_headed(cell.text) is column)
        return " / ".join(next(found, "").split("\n"))

    @property
    def every_cell(self) -> list[WorksheetCell]:
        """Every cell of it, from left to right."""
        cells = (*self.cells.values(), *(cell for _column, cell in self.doubled), *self.others)
        return sorted(cells, key=lambda cell: cell.column)

    @property
    def texts(self) -> list[str]:
        """Every text in the row, from left to right."""
        return [text for cell in self.every_cell if (text := cell.text.strip())]

    def text(self, column: ReturnColumn) -> str:
        """Return what a cell says without blanks around it, "" where there is none."""
        cell = self.cells.get(column)
        return cell.unstruck.strip() if cell else ""

    @property
    def is_answered(self) -> bool:
        """Whether something stands in a column that is to be filled in."""
        return any(self.text(column) for column in ANSWERS)

    @property
    def hidden(self) -> bool:
        """Whether nobody sees it."""
        return self.sheet.hidden or self.number in self.sheet.hidden_rows


class FilledForm(Struct, frozen=True, kw_only=True):
    """What a sheet has of a form: its rows, the cells of its head, and the references in it.

    `stray` are the codes of rows that stand under no header. `loose` is what stands above the rows
    in no labelled cell.
    """

    file: str
    sheet: Worksheet
    rows: tuple[FilledRow, ...]
    head: Mapping[HeadCell, WorksheetCell]
    references: tuple[CommissionReference, ...]
    stray: tuple[WorksheetCell, ...] = ()
    loose: tuple[WorksheetCell, ...] = ()

    def place(self, cell: WorksheetCell | None = None) -> CellPlace:
        """Return where a cell stands, or the sheet."""
        return CellPlace(self.file, self.sheet.name, cell.address if cell else "")

    def head_text(self, key: HeadCell) -> str:
        """Return what a cell of the head says, "" where there is none."""
        cell = self.head.get(key)
        return cell.unstruck.strip() if cell else ""


def forms(spreadsheet: Spreadsheet) -> list[FilledForm]:
    """Return what each sheet has of a form; sheets that have nothing of it are left out."""
    headers = {sheet.name: _headers(sheet) for sheet in spreadsheet.sheets}
    layouts = {
        tuple(sorted(headings.items())) for found in headers.values() for headings in found.values()
    }
    only = dict(next(iter(layouts))) if len(layouts) == 1 else None
    found = []
    for sheet in spreadsheet.sheets:
        form = _form(spreadsheet.name, sheet, headers[sheet.name], only)
        if form.rows or form.head or form.stray or headers[sheet.name]:
            found.append(form)
    return found


def _headers(sheet: Worksheet) -> dict[int, Headings]:
    """Return the header rows of a sheet by their numbers."""
    found: dict[int, Headings] = {}
    for number, cells in sheet.rows.items():
        headings = {
            column: heading
            for column, cell in cells.items()
            if (heading := column_headed(cell.text)) is not None
        }
        if len(set(headings.values())) >= _FEWEST_HEADINGS:
            found[number] = headings
    return found


def _form(
    file: str, sheet: Worksheet, headers: Mapping[int, Headings], elsewhere: Headings | None
) -> FilledForm:
    """Return what a sheet has of a form.

    A row belongs to the nearest header above it, or, where sorting moved that down, to the first
    below: it has a code, or several cells and no label of the head. On a sheet without a header a
    row with a code stands as under the only one `elsewhere`, if it fits there.
    """
    rows, stray = [], []
    for number, cells in sheet.rows.items():
        if number in headers:
            continue
        header = _header_of(number, headers, cells)
        if header is not None:
            rows.append(_row(sheet, number, cells, headers[header], sheet.rows[header]))
        elif not headers and any(RowCode.parse(cell.text) for cell in cells.values()):
            if elsewhere is not None and _fits(cells, elsewhere):
                rows.append(_row(sheet, number, cells, elsewhere, {}))
            else:
                stray.append(next(cell for cell in cells.values() if RowCode.parse(cell.text)))
    head = _head(sheet, headers)
    above = [each for each in sheet.cells() if headers and each.row < min(headers)]
    read = {row.number for row in rows}
    return FilledForm(
        file=file,
        sheet=sheet,
        rows=tuple(rows),
        head=head,
        references=_references(sheet.cells()),
        stray=tuple(stray),
        loose=tuple(each for each in above if each.row not in read and _is_loose(each, head)),
    )


def _header_of(
    number: int, headers: Mapping[int, Headings], cells: Mapping[int, WorksheetCell]
) -> int | None:
    """Return the number of the header that a row stands under, None where it stands under none."""
    above = [row for row in headers if row < number]
    if above:
        return max(above)
    if headers and _is_a_row(cells.values()):
        return min(headers)
    return None


def _is_a_row(cells: Iterable[WorksheetCell]) -> bool:
    """Return whether cells above a header are a row that was sorted up there, and no head."""
    held = [cell for cell in cells if cell.text.strip()]
    if any(RowCode.parse(cell.text) for cell in held):
        return True
    labels = any(head_cell_labelled(cell.text) is not None for cell in held)
    return len(held) >= _FEWEST_HEADINGS and not labels


def _fits(cells: Mapping[int, WorksheetCell], headings: Headings) -> bool:
    """Return whether the code stands in the column of codes."""
    return any(
        headings.get(column) is ReturnColumn.CODE and RowCode.parse(cell.text)
        for column, cell in cells.items()
    )


def _row(
    sheet: Worksheet,
    number: int,
    cells: Mapping[int, WorksheetCell],
    headings: Headings,
    header: Mapping[int, WorksheetCell],
) -> FilledRow:
    mine: dict[ReturnColumn, WorksheetCell] = {}
    doubled, others = [], []
    for column, cell in cells.items():
        heading = headings.get(column)
        if heading is None:
            others.append(cell)
        elif heading in mine and mine[heading].unstruck.strip():
            doubled.append((heading, cell))
        else:
            mine[heading] = cell
    return FilledRow(
        sheet=sheet,
        number=number,
        cells=mine,
        doubled=tuple(doubled),
        others=tuple(others),
        headed=frozenset(headings.values()),
        header=header,
    )


def _head(sheet: Worksheet, headers: Mapping[int, Headings]) -> dict[HeadCell, WorksheetCell]:
    """Return the cells of the head: each the first that holds something right of its label."""
    found: dict[HeadCell, WorksheetCell] = {}
    for number, cells in sheet.rows.items():
        if number in headers:
            continue
        key: HeadCell | None = None
        for _column, cell in sorted(cells.items()):
            label = head_cell_labelled(cell.text)
            if label is not None:
                key = label
            elif key is not None and key not in found and cell.text.strip():
                found[key] = cell
    return found


def _is_loose(cell: WorksheetCell, head: Mapping[HeadCell, WorksheetCell]) -> bool:
    """Return whether a cell above the rows holds neither a label nor what a label is for."""
    return bool(cell.text.strip()) and not (
        cell in head.values() or head_cell_labelled(cell.text) is not None
    )


def _references(cells: Iterable[WorksheetCell]) -> tuple[CommissionReference, ...]:
    """Return the references that stand alone in a cell, each once."""
    found = (CommissionReference.parse(cell.text) for cell in cells)
    return tuple(dict.fromkeys(each for each in found if each is not None))

"""Returns that tests collect: a commission's form, filled in as a clerk would with openpyxl."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import (
    FormLanguage,
    HeadCell,
    ReturnColumn,
    column_headed,
    head_cell_labelled,
)
from jcm_ledger.model.spreadsheet import Spreadsheet
from jcm_ledger.render.phrases.form_texts import form_texts
from jcm_ledger.render.xlsx.returns import workbook
from jcm_ledger.rules.collecting.outcomes import Collection, Reason, RowOutcome
from jcm_ledger.rules.collecting.rows import CollectionRequest
from jcm_ledger.rules.collecting.whole import collect
from jcm_ledger.rules.commissions import Commission, commissions
from jcm_ledger.rules.query import Query
from jcm_ledger.store import spreadsheets

ISSUED = date(2026, 12, 1)
REPLY_BY = date(2026, 12, 11)
TODAY = date(2026, 12, 9)

Answers = Mapping[str, Mapping[ReturnColumn, Any]]
"""What is typed into which columns, by the ref of the row."""

Edit = Callable[[Workbook], object]


def commission_to(ledger: Ledger, body: str, day: date = ISSUED) -> Commission:
    """Return the commission to a body for all that it owns and is open."""
    (found,) = commissions(ledger, day, Query(owners=(body,)), REPLY_BY)
    return found


def form(ledger: Ledger, body: str, language: FormLanguage = FormLanguage.EN) -> bytes:
    """Return the workbook that a body is sent."""
    return workbook(commission_to(ledger, body), ledger, language)


def parent(sheet: Worksheet) -> Workbook:
    """Return the workbook of a sheet."""
    book = sheet.parent
    assert isinstance(book, Workbook)
    return book


def place(found: object) -> tuple[int, int]:
    """Return row and column of a cell."""
    assert isinstance(found, Cell)
    assert found.row
    assert found.column
    return found.row, found.column


def headings(sheet: Worksheet) -> tuple[int, dict[ReturnColumn, int]]:
    """Return the header row of a form, and the number of each column of the form in the sheet."""
    for row in sheet.iter_rows():
        found = {
            heading: place(cell)[1]
            for cell in row
            if (heading := column_headed(str(cell.value or ""))) is not None
        }
        if len(found) > 2:
            return place(row[0])[0], found
    raise AssertionError("no header")


def numbers(sheet: Worksheet) -> list[int]:
    """Return the numbers of the rows of a form: those with many cells, which the head has not."""
    header, _columns = headings(sheet)
    held = {
        place(row[0])[0]: sum(each.value is not None for each in row) for row in sheet.iter_rows()
    }
    return [row for row, cells in held.items() if cells >= _FEWEST_CELLS and row != header]


def rows(sheet: Worksheet) -> dict[str, int]:
    """Return the number of the row of each ref, of copies the last."""
    column = headings(sheet)[1][ReturnColumn.REF]
    refs = {row: sheet.cell(row, column).value for row in numbers(sheet)}
    return {str(ref): row for row, ref in refs.items() if ref}


_FEWEST_CELLS = 5


def cell(sheet: Worksheet, ref: str, column: ReturnColumn) -> Cell:
    """Return a cell of the row of a ref."""
    found = sheet.cell(rows(sheet)[ref], headings(sheet)[1][column])
    assert isinstance(found, Cell)
    return found


def head_cell(sheet: Worksheet, key: HeadCell) -> Cell:
    """Return the cell to the right of a label."""
    for row in sheet.iter_rows():
        for each in row:
            if head_cell_labelled(str(each.value or "")) is key:
                row_number, column = place(each)
                found = sheet.cell(row_number, column + 1)
                assert isinstance(found, Cell)
                return found
    raise AssertionError(key)


def filled(
    content: bytes,
    answers: Answers,
    head: Mapping[HeadCell, object] | None = None,
    *edits: Edit,
) -> bytes:
    """Return a form with answers in it, and then edited otherwise."""
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    given: dict[HeadCell, Any] = {HeadCell.RETURNED: "8 December 2026", **(head or {})}
    for key, value in given.items():
        head_cell(sheet, key).value = value
    for ref, typed in answers.items():
        for column, value in typed.items():
            cell(sheet, ref, column).value = value
    for edit in edits:
        edit(book)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, name: str = "return.xlsx") -> Spreadsheet:
    """Return what a file holds."""
    return spreadsheets.parse(content, name, lambda text: column_headed(text) is not None)


def came_to(
    ledger: Ledger, *returns: bytes | Spreadsheet, today: date = TODAY, **options: Any
) -> Collection:
    """Return what returns come to."""
    sheets = [
        each if isinstance(each, Spreadsheet) else read(each, f"return-{number}.xlsx")
        for number, each in enumerate(returns, start=1)
    ]
    request = CollectionRequest(today=today, **options)
    return collect(ledger, sheets, request, form_texts(ledger))


def by_ref(found: Collection) -> dict[str, RowOutcome]:
    """Return the rows by their refs, each of which comes once."""
    assert len({row.commitment for row in found.rows}) == len(found.rows), found.rows
    return {row.commitment: row for row in found.rows}


def reasons(found: Collection) -> list[Reason]:
    """Return why files and rows are refused."""
    return [refused.reason for refused, _ref in found.every_refusal]


def values(sheet: Worksheet) -> Iterator[Iterable[object]]:
    """Yield what the rows of a sheet hold."""
    yield from sheet.values

"""Tables that people keep, as sheets of cells: what tests of importing are about."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.spreadsheet import CellKind, Worksheet, WorksheetCell
from jcm_ledger.rules.importing.choices import ImportChoices, Intake
from jcm_ledger.rules.importing.columns import asked
from jcm_ledger.rules.importing.intake import intake
from jcm_ledger.rules.importing.mapping import map_columns

TODAY = date(2026, 11, 25)

Row = Sequence[str | int | float | date | None]
"""What stands in a row, from the first column on; None is nothing."""


def make_cell(row: int, column: int, value: str | float | date, **more: Any) -> WorksheetCell:
    """Return a cell as a reader of spreadsheets would."""
    if isinstance(value, date):
        day = value
        return WorksheetCell(row=row, column=column, kind=CellKind.DATE, text=str(day), day=day)
    if isinstance(value, str):
        kind = CellKind.FORMULA if value.startswith("=") else CellKind.TEXT
        kind = CellKind.ERROR if value.startswith("#") and value.isupper() else kind
        return WorksheetCell(row=row, column=column, kind=kind, text=value, **more)
    number = float(value)
    return WorksheetCell(
        row=row, column=column, kind=CellKind.NUMBER, text=str(value), number=number
    )


def make_sheet(*rows: Row, name: str = "Actions") -> Worksheet:
    """Return a sheet of these rows, from the first row on."""
    return Worksheet(
        name=name,
        rows={
            number: {
                column: make_cell(number, column, value)
                for column, value in enumerate(row, start=1)
                if value is not None and value != ""
            }
            for number, row in enumerate(rows, start=1)
            if any(value is not None for value in row)
        },
    )


def taken(ledger: Ledger, sheet: Worksheet, *mapped: str, **choices: Any) -> Intake:
    """Return what a sheet adds to a ledger; `mapped` is typed as for --map."""
    given = ImportChoices(**{"file": "t.xlsx", "today": TODAY, "meeting": "m1", **choices})
    columns = map_columns(ledger, sheet, [asked(each) for each in mapped], given.order)
    return intake(ledger, sheet, columns, given)


def save(path: Path, *rows: Row, name: str = "Actions") -> Path:
    """Write a workbook with a sheet of these rows."""
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path

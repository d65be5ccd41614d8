"""Workbooks of Excel: the parts that the survey let through, read by openpyxl."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import openpyxl
from defusedxml import DefusedXmlException
from msgspec.structs import replace
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook as ExcelWorkbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet as ExcelWorksheet

from jcm_ledger.errors.spreadsheets import BrokenSpreadsheet
from jcm_ledger.model.spreadsheet import CellKind, Spreadsheet, Worksheet, WorksheetCell
from jcm_ledger.store.spreadsheets import survey
from jcm_ledger.store.spreadsheets.drawings import drawings
from jcm_ledger.store.spreadsheets.limits import MOST_COLUMNS

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_NOT_FOLLOWED = re.compile(rb"/(drawing|vmlDrawing|image|chart|ctrlProp|oleObject|control)[\"']")
_SHEET_RELATIONS = re.compile(r"xl/worksheets/_rels/.*\.rels")
_EXACT = 10**15  # beyond, a float is not the number that was typed
_QUOTED = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def parse(content: bytes, name: str) -> Spreadsheet:
    """Return the sheets of a workbook; raise CannotRead."""
    parts = survey.parts(content, name)
    packed = _repacked(parts)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out
            book = openpyxl.load_workbook(packed, rich_text=True, keep_links=False)
            found = _spreadsheet(book, name)
    except DefusedXmlException:
        raise BrokenSpreadsheet(name, "a part of it has a DOCTYPE or entities") from None
    except MemoryError:
        raise
    except Exception as error:  # whatever openpyxl stumbles over
        fault = f"it is no workbook that can be understood ({type(error).__name__})"
        raise BrokenSpreadsheet(name, fault) from error
    drawn = drawings(content, parts)
    sheets = [replace(each, drawings=drawn.get(each.name, ())) for each in found.sheets]
    return replace(found, sheets=tuple(sheets))


def _repacked(parts: Mapping[str, bytes]) -> BytesIO:
    """Return an archive of parts, without what leads to the pictures that were left out."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for part, content in parts.items():
            archive.writestr(part, _followed(content) if _SHEET_RELATIONS.match(part) else content)
    packed.seek(0)
    return packed


def _followed(relations: bytes) -> bytes:
    """Return the relations of a sheet without those to pictures and controls."""
    return _RELATION.sub(
        lambda found: b"" if _NOT_FOLLOWED.search(found[0]) else found[0], relations
    )


def _spreadsheet(book: ExcelWorkbook, name: str) -> Spreadsheet:
    about = book.properties
    return Spreadsheet(
        name=name,
        sheets=tuple(_worksheet(sheet) for sheet in book.worksheets),
        saved_by=about.lastModifiedBy or None,
        saved_at=about.modified if isinstance(about.modified, datetime) else None,
    )


def _worksheet(sheet: ExcelWorksheet) -> Worksheet:
    rows: dict[int, dict[int, WorksheetCell]] = {}
    merged = _merged(sheet)
    held = sheet._cells  # noqa: SLF001 - what is public visits every place, held or not
    for place in sorted(held.keys() | merged.keys()):
        cell = _cell(held.get(place), place, merged.get(place, ""))
        if cell is not None:
            rows.setdefault(place[0], {})[place[1]] = cell
    return Worksheet(
        name=sheet.title,
        rows=rows,
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(row for row, each in sheet.row_dimensions.items() if each.hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _merged(sheet: ExcelWorksheet) -> dict[tuple[int, int], str]:
    """Return the range that each merged cell is in; the survey has counted them."""
    return {
        (row, column): found.coord
        for found in sheet.merged_cells.ranges
        for row in range(found.min_row, found.max_row + 1)
        for column in range(found.min_col, found.max_col + 1)
    }


def _hidden_columns(sheet: ExcelWorksheet) -> Iterator[int]:
    for each in sheet.column_dimensions.values():
        if each.hidden and each.min and each.max:
            yield from range(each.min, min(each.max, MOST_COLUMNS) + 1)


def _cell(cell: object, place: tuple[int, int], merged: str) -> WorksheetCell | None:
    """Return a cell as the model has it, None for one that says nothing."""
    row, column = place
    if not isinstance(cell, ExcelCell):  # within a merged range
        return WorksheetCell(row=row, column=column, merged=merged) if merged else None
    kind, text = _held(cell)
    comment = cell.comment.text.strip() if cell.comment and cell.comment.text else ""
    if not text.strip() and not comment and not merged:
        return None
    link = cell.hyperlink.target if cell.hyperlink else None
    value = cell.value
    struck, left = _struck(cell, text)
    return WorksheetCell(
        row=row,
        column=column,
        kind=kind,
        text=text,
        number=float(value) if isinstance(value, int | float) and kind is _NUMBER else None,
        day=_day(value) if kind is CellKind.DATE else None,
        struck=struck,
        left=left,
        link=link or "",
        comment=comment,
        merged=merged,
    )


_NUMBER = CellKind.NUMBER


def _held(cell: ExcelCell) -> tuple[CellKind, str]:
    """Return the kind of a cell, and what it says."""
    value = cell.value
    if cell.data_type == "e":
        return CellKind.ERROR, str(value)
    if cell.data_type == "f" or isinstance(value, ArrayFormula | DataTableFormula):
        return CellKind.FORMULA, str(getattr(value, "text", None) or value)
    match value:
        case bool():
            held = CellKind.TRUTH, str(value).upper()
        case datetime() | date():
            held = CellKind.DATE, _as_shown(_day(value), cell.number_format)
        case int() | float():
            held = CellKind.NUMBER, _number(value)
        case time() | timedelta():
            held = CellKind.NUMBER, str(value)
        case _:
            held = CellKind.TEXT, "" if value is None else _text(str(value))
    return held


def _day(value: object) -> date:
    """Return the day of a date, with a time of day or without."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise TypeError(value)


def _as_shown(day: date, number_format: str) -> str:
    """Return a day as ISO writes it, or its month, if its format shows no day of the month."""
    shown = _QUOTED.sub("", str(number_format)).lower()
    if "d" in shown or day.day != 1 or "m" not in shown:
        return day.isoformat()
    return day.isoformat()[:7]


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < _EXACT else repr(value)


def _text(text: str) -> str:
    """Return a text with its line ends as one, and letters that Excel spells as _x000D_."""
    read = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    return read.replace("\r\n", "\n").replace("\r", "\n")


def _struck(cell: ExcelCell, text: str) -> tuple[str, str | None]:
    """Return what of a cell is struck through, and what is left; None where nothing is."""
    if cell.font.strike:
        return text, ""
    if not isinstance(cell.value, CellRichText):
        return "", None
    struck = [isinstance(each, TextBlock) and bool(each.font.strike) for each in cell.value]
    if not any(struck):
        return "", None
    pieces = [(gone, _text(str(each))) for gone, each in zip(struck, cell.value, strict=True)]
    return (
        "".join(piece for gone, piece in pieces if gone).strip(),
        "".join(piece for gone, piece in pieces if not gone),
    )

"""What a cell of an OpenDocument spreadsheet holds, by its attributes and its text."""

from collections.abc import Mapping
from datetime import date

from jcm_ledger.model.spreadsheet import CellKind

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
"""The namespaces of attributes, with the blank that the parser puts before a name."""

_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_DAY_LENGTH = len("2024-06-30")

HeldValue = tuple[CellKind, str, float | None, date | None]
"""The kind of a cell, what it says, its number and its day."""


def held(attributes: Mapping[str, str], text: str) -> HeldValue:
    """Return the kind of a cell, what it says, its number and its day."""
    kind = attributes.get(f"{OFFICE}value-type", "")
    formula = attributes.get(f"{TABLE}formula", "")
    if attributes.get(f"{_CALC}value-type") == "error":
        return CellKind.ERROR, text or "error", None, None
    if formula:
        return CellKind.FORMULA, formula, None, None
    found: HeldValue
    match kind:
        case "date":
            day = _as_day(attributes.get(f"{OFFICE}date-value", ""))
            found = CellKind.DATE if day else CellKind.ERROR, str(day or text), None, day
        case "float" | "percentage" | "currency":
            number = _as_number(attributes.get(f"{OFFICE}value", ""))
            whole = kind == "float" and number is not None and number.is_integer()
            said = f"{number:.0f}" if whole else text
            found = CellKind.NUMBER, said, number, None
        case "boolean":
            truth = attributes.get(f"{OFFICE}boolean-value", text).upper()
            found = CellKind.TRUTH, truth, None, None
        case _:
            found = CellKind.TEXT, attributes.get(f"{OFFICE}string-value", text), None, None
    return found


def _as_day(text: str) -> date | None:
    """Return the day of a date, with a time of day or without; None for any other text."""
    try:
        return date.fromisoformat(text[:_DAY_LENGTH])
    except ValueError:
        return None


def _as_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None

"""A spreadsheet as it was read: sheets of typed cells, each where it stands."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct

from jcm_ledger.model.status import Word


class CellKind(Word):
    """What a cell holds. A formula is never worked out, and an error is what one came to."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    FORMULA = "formula"
    ERROR = "error"


class WorksheetCell(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A cell that holds something, bears a comment or is merged with others.

    `row` and `column` count from 1. `text` is what it says; of a date the ISO day, or the ISO month
    where its format shows no day; of a formula its source, with the equals sign; "" where it holds
    nothing. `number` is set for numbers alone, so that a bare number can be told from a text.
    `struck` is what of the text is struck through, `left` what is not, None where nothing is.
    `link` is the address behind the text, `comment` what somebody remarked beside it, `merged` the
    range that it is merged in: "B2:D4".
    """

    row: int
    column: int
    kind: CellKind = CellKind.TEXT
    text: str = ""
    number: float | None = None
    day: date | None = None
    struck: str = ""
    left: str | None = None
    link: str = ""
    comment: str = ""
    merged: str = ""

    @property
    def unstruck(self) -> str:
        """What it says without what is struck through."""
        return self.text if self.left is None else self.left

    @property
    def address(self) -> str:
        """Where it stands, as a spreadsheet names it: "B7"."""
        return f"{letters_of(self.column)}{self.row}"


class SheetDrawing(Struct, frozen=True, kw_only=True):
    """What lies on a sheet and in no cell: a box of text, or a picture, whose `text` is "".

    `address` is the cell under its corner.
    """

    address: str = ""
    text: str = ""


class Worksheet(Struct, frozen=True, kw_only=True):
    """A sheet: its cells by row and column, both from 1; rows without a cell are missing.

    The one sheet of a text file has no name. `hidden_rows` and `hidden_columns` are those that
    nobody sees, by a filter or otherwise.
    """

    name: str = ""
    rows: Mapping[int, Mapping[int, WorksheetCell]] = {}
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    drawings: tuple[SheetDrawing, ...] = ()

    def cells(self) -> Iterator[WorksheetCell]:
        """Yield the cells, row by row."""
        for row in self.rows.values():
            yield from row.values()

    def text_at(self, row: int, column: int) -> str:
        """Return what a cell says, "" where there is none."""
        cell = self.rows.get(row, {}).get(column)
        return cell.text if cell else ""


class Spreadsheet(Struct, frozen=True, kw_only=True):
    """A file of sheets under the name that it was asked for by.

    `saved_by` and `saved_at` are what it says of who saved it last and when, as the clock of that
    machine told; text files do not say.
    """

    name: str
    sheets: tuple[Worksheet, ...]
    saved_by: str | None = None
    saved_at: datetime | None = None


_LETTERS = 26
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,7})\$?([0-9]{1,8})")


def letters_of(column: int) -> str:
    """Return the letters of a column, counted from 1: A, …, Z, AA."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + last) + letters
    return letters


def place_of(address: str) -> tuple[int, int] | None:
    """Return row and column of an address such as "$B$7", from 1; None for anything else."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column

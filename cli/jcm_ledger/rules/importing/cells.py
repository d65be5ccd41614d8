"""The cells of a table as texts, days and words; what is wrong with them is kept, cell by cell."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from jcm_ledger.errors import LedgerError
from jcm_ledger.errors.importing import InCell, InCells, NotATable, NoValue
from jcm_ledger.model.period import Period
from jcm_ledger.model.spreadsheet import CellKind, Worksheet, WorksheetCell, letters_of, place_of
from jcm_ledger.model.text import as_name, is_blank
from jcm_ledger.rules.importing.choices import Observation, Told
from jcm_ledger.rules.importing.columns import ColumnMap, ImportColumn
from jcm_ledger.rules.importing.days import day_meant, period_meant
from jcm_ledger.rules.written_days import DayOrder

_MOST_TOLD = 40
"""How many things that are wrong are told of at most."""

_NO_MORE_THAN_A_DASH = frozenset(
    {"-", "\u2010", "\u2013", "\u2014", "\u2015", "\u30fc", "n/a", "なし", "該当なし"}
)
_VALUES = "copy the column, paste its values in its place, or save the sheet as .csv"

_LOST = "question marks stand where letters were lost"
_SAVED = "save the table again as .xlsx, or as .csv in UTF-8"

_REFUSED: Mapping[CellKind, tuple[str, str]] = {
    CellKind.FORMULA: ("a formula, whose value is not worked out here", _VALUES),
    CellKind.ERROR: ("an error value", "put right what the formula stumbles over"),
}
"""What is wrong with a cell of a kind, and what to do about it."""


class CellFaults:
    """What is wrong with the cells of a table. The same of several cells is told once."""

    def __init__(self) -> None:
        self._places: dict[tuple[type[LedgerError], str], dict[tuple[int, int], None]] = {}
        self._failures: dict[tuple[type[LedgerError], str], LedgerError] = {}

    def add(self, row: int, column: int, failure: LedgerError) -> None:
        """Keep what is wrong with a cell; column 0 is the whole row."""
        key = type(failure), str(failure)
        self._failures.setdefault(key, failure)
        places = self._places.setdefault(key, {})
        places[row, column] = None

    @contextmanager
    def at(self, row: int, column: int) -> Iterator[None]:
        """Keep what is raised within."""
        try:
            yield
        except LedgerError as failure:
            self.add(row, column, failure)

    def raise_any(self, file: str, sheet: str) -> None:
        """Raise InCells if anything was kept."""
        keys = sorted(self._places, key=lambda key: next(iter(self._places[key])))
        told = [
            InCell(tuple(address(*place) for place in self._places[key]), self._failures[key])
            for key in keys
        ]
        if told:
            raise InCells(tuple(told[:_MOST_TOLD]), len(told), file, sheet)


class TableCells:
    """The cells of a sheet below its headings, read by row and column."""

    def __init__(
        self, sheet: Worksheet, column_map: ColumnMap, order: DayOrder | None, faults: CellFaults
    ) -> None:
        self.sheet, self.column_map, self.order, self.faults = sheet, column_map, order, faults
        self.observations: list[Observation] = []

    def rows(self, skipped: frozenset[int]) -> list[int]:
        """Return the rows to read, but those `skipped`, and tell of what is left out or hidden."""
        hidden = self.sheet.hidden_columns
        self.observations += [
            Observation(Told.HIDDEN_COLUMN, column.letters)
            for column in self.column_map.columns
            if column.number in hidden
        ]
        found = []
        for row in sorted(row for row in self.sheet.rows if row > self.column_map.header):
            said = any(self._said(row, column) for column in self.column_map.columns)
            if not said or row in skipped:
                continue
            if self._is_no_row(row):
                texts = [cell.text for cell in self.sheet.rows[row].values() if cell.text]
                self.observations.append(Observation(Told.LEFT_OUT, str(row), texts[0]))
                continue
            found.append(row)
            self._observe(row)
        return found

    def text(self, row: int, column: ImportColumn) -> str:
        """Return what a cell says, "" for a blank or a dash; what it may not hold is kept."""
        cell = self._cell(row, column.number)
        if cell is None or not cell.text:
            return ""
        if cell.kind in _REFUSED:
            self.faults.add(row, column.number, NoValue(*_REFUSED[cell.kind]))
            return ""
        text = cell.text.strip()
        if "??" in text and not any(map(str.isalpha, text)):
            self.faults.add(row, column.number, NotATable(_LOST, _SAVED))
        return "" if as_name(text) in _NO_MORE_THAN_A_DASH else text

    def link(self, row: int, column: ImportColumn) -> str:
        """Return the address behind a cell, "" if there is none."""
        cell = self._cell(row, column.number)
        return cell.link if cell else ""

    def period(self, row: int, column: ImportColumn) -> Period:
        """Return the period that a cell means; raise NotADay."""
        return period_meant(self.text(row, column), self.order)

    def day(self, row: int, column: ImportColumn) -> date:
        """Return the day that a cell means; raise NotADay or NotOneDay."""
        return day_meant(self.text(row, column), self.order)

    def _cell(self, row: int, number: int) -> WorksheetCell | None:
        """Return a cell; of one that is merged downwards the topmost, which holds the text."""
        cell = self.sheet.rows.get(row, {}).get(number)
        if cell is None or cell.text or not cell.merged:
            return cell
        first = place_of(cell.merged.partition(":")[0])
        if first is None or first[1] != number or first[0] <= self.column_map.header:
            return cell
        return self.sheet.rows.get(first[0], {}).get(number)

    def _said(self, row: int, column: ImportColumn) -> bool:
        cell = self._cell(row, column.number)
        return cell is not None and not is_blank(cell.text)

    def _is_no_row(self, row: int) -> bool:
        """Return whether a row heads others or sums them up, or says the headings again."""
        said = [column for column in self.column_map.columns if self._said(row, column)]
        texts = [(as_name(self.sheet.text_at(row, each.number)), each) for each in said]
        if all(text == as_name(each.heading) for text, each in texts):
            return True
        if len(said) > 1 or len(self.column_map.columns) <= 2:  # noqa: PLR2004 - a table of two columns
            return False
        first = self.sheet.rows[row].get(said[0].number)
        across = bool(first and first.merged) and not _is_one_column(first.merged if first else "")
        return across or said[0].key != "title"

    def _observe(self, row: int) -> None:
        """Tell what is seen of a row that is not in its texts."""
        if row in self.sheet.hidden_rows:
            self.observations.append(Observation(Told.HIDDEN, str(row)))
        for column in self.column_map.columns:
            cell = self.sheet.rows[row].get(column.number)
            if cell is not None and cell.comment:
                self.observations.append(Observation(Told.COMMENT, cell.address, cell.comment))
            if cell is not None and cell.struck:
                self.observations.append(Observation(Told.STRUCK, cell.address, cell.struck))


def address(row: int, column: int) -> str:
    """Return how a cell is named: B7; a whole row, which has column 0, by its number alone."""
    return f"{letters_of(column)}{row}" if column else f"row {row}"


def _is_one_column(merged: str) -> bool:
    first, last = (place_of(end) for end in merged.split(":"))
    return first is not None and last is not None and first[1] == last[1]

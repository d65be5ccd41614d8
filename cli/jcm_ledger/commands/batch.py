"""Updates from standard input: ids alone, a line each, or a table whose rows have their own words.

A table is known by its first line, which names the columns: `id`, and any of COLUMNS, with tabs,
commas or semicolons between. Cells are quoted as spreadsheets do.
"""

import csv
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import chain, zip_longest
from typing import NamedTuple, TypeVar

from jcm_ledger.errors import LedgerError, RefusedEntry, UnknownName
from jcm_ledger.errors.files import CannotRead
from jcm_ledger.errors.tables import BadTable, InLine, InLines
from jcm_ledger.model.text import as_name
from jcm_ledger.rules.names import nearest

COLUMNS = (
    *("status", "note", "note_ja", "evidence", "happened"),
    *("by", "on_behalf_of", "date", "deadline", "owners"),
)
"""What a table may have beside `id`: the keys of an entry."""

SEVERAL = re.compile(r"\s+;\s+|\s*\n\s*")
"""What stands between pieces of evidence in a cell: a semicolon in blanks, or a new line."""

MOST_TOLD = 12
"""How many lines that cannot be recorded are told of at most."""

_ID = "id"

_TITLE = "title"
"""A column for whoever fills the table in: what it says is not read."""

Made = TypeVar("Made")


class Update(NamedTuple):
    """What was typed about one commitment, by column; what is blank is missing.

    `line` is that of standard input, counted from 1; 0 for the command line.
    """

    line: int
    words: Mapping[str, str]
    evidence: Sequence[str] = ()


def updates() -> list[Update]:
    """Return the updates on standard input, none if it is empty; raise CannotRead or InLine.

    A byte-order mark before the first line, which some shells of Windows send, is left out.
    """
    try:
        text = sys.stdin.read()
    except OSError as error:
        raise CannotRead("standard input", (error.strerror or str(error)).lower()) from None
    if "\0" in text:  # UTF-16, or a workbook
        raise InLine(1, _not_utf_8())
    lines = list(StringIO(text.removeprefix("\ufeff"), newline=None))  # of every system
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    delimiter = _delimiter(lines[first]) if lines else None
    if delimiter is not None:
        return list(_table(lines, first, delimiter))
    ids = {line.strip(): number for number, line in reversed([*enumerate(lines, start=1)])}
    ordered = sorted((number, name) for name, number in ids.items() if name)
    return [Update(number, {_ID: name}) for number, name in ordered]


def _delimiter(line: str) -> str | None:
    """Return what stands between the cells of a header, which has an `id`; None of another line."""
    for delimiter in "\t,;":
        if _ID in [as_name(cell.strip(' "\n')) for cell in line.split(delimiter)]:
            return delimiter
    return None


def made(updates: Sequence[Update], make: Callable[[Update], Made]) -> list[Made]:
    """Return what `make` returns for each update; all that it raises is told, with the lines."""
    found, failures = [], []
    for update in updates:
        try:
            found.append(make(update))
        except LedgerError as error:
            failures.append(_at(update, error))
    if len(failures) > 1:
        raise InLines(tuple(failures[:MOST_TOLD]), len(failures))
    for failure in failures:
        raise failure
    return found


@contextmanager
def lines_told(updates: Sequence[Update]) -> Iterator[None]:
    """Tell with its line what is refused of entries that were made of these updates, one each."""
    try:
        yield
    except RefusedEntry as refused:
        raise _at(updates[refused.number], refused) from None


def _at(update: Update, error: LedgerError) -> LedgerError:
    return InLine(update.line, error) if update.line else error


def _table(lines: Sequence[str], first: int, delimiter: str) -> Iterator[Update]:
    """Yield the rows of a table whose header is the line with the number `first`, from 0."""
    rows = _rows(lines[first:], first, delimiter)
    number, header = next(rows)
    columns = [_column(number, name) if name else "" for name in header]
    if repeated := [name for name in columns if name and columns.count(name) > 1]:
        raise InLine(number, BadTable(f'the column "{repeated[0]}" stands twice'))
    seen: set[tuple[str, ...]] = set()
    for number, cells in rows:
        words = {name: cell for name, cell in zip_longest(columns, cells, fillvalue="") if cell}
        words.pop(_TITLE, None)
        if "" in words:
            raise InLine(number, BadTable(f'"{words[""]}" stands in no column of the header'))
        if words and _ID not in words:
            raise InLine(number, BadTable("it has no id"))
        if words and tuple(cells) not in seen:
            seen.add(tuple(cells))
            evidence = SEVERAL.split(words.pop("evidence", ""))
            yield Update(number, words, [each for each in evidence if each])


def _rows(lines: Sequence[str], before: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of its first line; `before` lines come before the first."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = before + 1
    try:
        for cells in reader:
            _refuse_undecodable(number, cells)
            yield number, [cell.strip() for cell in cells]
            number = before + reader.line_num + 1
    except csv.Error as error:
        raise InLine(number, BadTable(f"it cannot be read: {error}", _QUOTES)) from None


_QUOTES = "a cell that begins with a quotation mark ends with one; within it, double them"


def _refuse_undecodable(number: int, cells: Sequence[str]) -> None:
    """Raise InLine for cells that were no UTF-8: Python reads them as lone surrogates."""
    if any("\ud800" <= letter <= "\udfff" for letter in chain.from_iterable(cells)):
        raise InLine(number, _not_utf_8())


def _not_utf_8() -> BadTable:
    hint = "save it as UTF-8: in Excel, “CSV UTF-8” among the types of files"
    return BadTable("it is not UTF-8 text", hint)


def _column(line: int, name: str) -> str:
    """Return the column that a cell of the header names, however it is spelled."""
    key = as_name(name).replace("-", "_").replace(" ", "_")
    if key in (_ID, _TITLE, *COLUMNS):
        return key
    raise InLine(line, UnknownName("column", name, (_ID, *COLUMNS), nearest(key, COLUMNS)))

"""Text with a delimiter, as spreadsheets save it: the encoding and the delimiter are worked out."""

import csv
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from jcm_ledger.errors.spreadsheets import (
    BrokenSpreadsheet,
    OversizedSpreadsheet,
    UnreadableText,
)
from jcm_ledger.model.spreadsheet import Spreadsheet, Worksheet, WorksheetCell
from jcm_ledger.model.text import is_blank
from jcm_ledger.store.spreadsheets.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SHRINK

_DELIMITERS = "\t,;"
_LOOKED_AT = 100  # rows among which a heading is looked for
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def parse(content: bytes, name: str, is_heading: Callable[[str], bool]) -> Spreadsheet:
    """Return the one sheet of a text file; a cell is a text, whatever it looks like."""
    text = decoded(content, name)
    rows = {}
    for number, cells in enumerate(_rows(text, name, is_heading), start=1):
        row = {
            column: WorksheetCell(row=number, column=column, text=cell)
            for column, cell in enumerate(cells, start=1)
            if not is_blank(cell)
        }
        if row:
            rows[number] = row
    return Spreadsheet(name=name, sheets=(Worksheet(rows=rows),))


def decoded(content: bytes, name: str) -> str:
    """Return the text of a file in UTF-16 with its mark, UTF-8 or cp932; raise UnreadableText.

    Bytes of Western Europe can be read as cp932 too, as other letters. So cp932 is believed only
    of a text with kana, which those letters never make.
    """
    if content.startswith(_MARKS):
        return _strictly(content, "utf-16", name, "it begins as UTF-16 and does not go on so")
    try:
        return _without_nothing(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        text = _strictly(content, "cp932", name, "it is neither UTF-8, UTF-16 nor Shift_JIS text")
    if not _KANA.search(text):
        raise UnreadableText(name, "it is not UTF-8, and nothing tells which letters are meant")
    return _without_nothing(text, name)


def _strictly(content: bytes, encoding: str, name: str, fault: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableText(name, fault) from None


def _without_nothing(text: str, name: str) -> str:
    """Return a text that has no NUL; UTF-16 without its mark has many."""
    if "\0" in text:
        raise UnreadableText(name, "it is no text: it holds bytes of zero")
    return text


def _rows(text: str, name: str, is_heading: Callable[[str], bool]) -> list[list[str]]:
    """Return the rows as the delimiter parts them by which most headings are found."""
    parted = [_parted(text, delimiter) for delimiter in _DELIMITERS]
    scores = [_headings(each.rows, is_heading) for each in parted]
    best = parted[scores.index(max(scores))]
    if best.excess:
        raise OversizedSpreadsheet(name, best.excess, SHRINK)
    if best.fault:
        hint = "a cell that begins with a quotation mark ends with one; or save it as .xlsx"
        raise BrokenSpreadsheet(name, best.fault, hint)
    return best.rows


def _headings(rows: Sequence[Sequence[str]], is_heading: Callable[[str], bool]) -> tuple[int, int]:
    """Return how many headings a row has at most, and how many cells."""
    looked_at = rows[:_LOOKED_AT]
    return (
        max((sum(map(is_heading, row)) for row in looked_at), default=0),
        max(map(len, looked_at), default=0),
    )


class _Parted(NamedTuple):
    """The rows of cells up to one that cannot be read, and what is wrong or too much there."""

    rows: list[list[str]]
    fault: str = ""
    excess: str = ""


def _parted(text: str, delimiter: str) -> _Parted:
    """Return the rows of cells as one delimiter parts them."""
    lines = (line[0] for line in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    cells, line = 0, 1
    try:
        for row in reader:
            cells += len(row)
            if len(rows) >= MOST_ROWS or len(row) > MOST_COLUMNS or cells > 2 * MOST_CELLS:
                return _Parted(rows, excess=f"line {line:,} is beyond what is read of a table")
            rows.append(row)
            line = reader.line_num + 1
    except csv.Error as error:
        return _Parted(rows, f"the row that begins in line {line:,} cannot be read: {error}")
    return _Parted(rows)

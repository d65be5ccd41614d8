"""OpenDocument spreadsheets (.ods): one pass of the parser over the part that holds the cells.

Rows and cells are repeated by a number, up to a million of them: these are counted, and only what
holds anything is kept, up to the limits of a workbook. Nothing is unpacked but that part.
"""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from msgspec.structs import replace

from jcm_ledger.errors.spreadsheets import (
    BrokenSpreadsheet,
    NotASpreadsheet,
    OversizedSpreadsheet,
)
from jcm_ledger.model.spreadsheet import Spreadsheet, Worksheet, WorksheetCell, letters_of
from jcm_ledger.store.spreadsheets.limits import (
    LARGEST,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    SHRINK,
)
from jcm_ledger.store.spreadsheets.ods_values import OFFICE, TABLE, held

_CONTENT, _MANIFEST, _TYPE = "content.xml", "META-INF/manifest.xml", "mimetype"
_SPREADSHEETS = b"application/vnd.oasis.opendocument.spreadsheet"
_DAMAGES = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What reading a damaged archive may raise; NotImplementedError is a RuntimeError."""
_SAVE = "open it in a spreadsheet program, and save it again"
_DEEPEST = 200  # elements within elements
_MOST_BLANKS = 1_000  # of one element of blanks

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_HREF = "http://www.w3.org/1999/xlink href"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_SHEET = [f"{OFFICE}spreadsheet", f"{TABLE}table"]
_DEPTH_OF_SHEETS = 4  # content, body, spreadsheet, sheet; what was deleted of one lies deeper


def is_one(content: bytes) -> bool:
    """Return whether the bytes of a file are an OpenDocument archive, of whatever kind."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return {_CONTENT, _MANIFEST} <= {*archive.namelist()}
    except _DAMAGES:
        return False


def parse(content: bytes, name: str) -> Spreadsheet:
    """Return the sheets of a spreadsheet; raise NotASpreadsheet, OversizedSpreadsheet, Broken…."""
    part = _part(content, name)
    pass_ = _ContentPass(name)
    pass_.look(part)
    return Spreadsheet(name=name, sheets=tuple(pass_.sheets))


def _part(content: bytes, name: str) -> bytes:
    """Return the part that holds the cells, unpacked."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
            if sum(sizes.values()) > LARGEST:
                what = f"it unpacks to more than {LARGEST // 1_000_000} MB, which are not read"
                raise OversizedSpreadsheet(name, what, SHRINK)
            kind = archive.read(_TYPE) if _TYPE in sizes else _SPREADSHEETS
            if not kind.startswith(_SPREADSHEETS):
                what = "an OpenDocument file, and no spreadsheet"
                raise NotASpreadsheet(name, what, "ask for the spreadsheet")
            if b"encryption-data" in archive.read(_MANIFEST):
                hint = "open it with the password, save it without one, and use that"
                raise NotASpreadsheet(name, "protected by a password", hint)
            return archive.read(_CONTENT)
    except _DAMAGES:
        raise BrokenSpreadsheet(name, "its archive is damaged", _SAVE) from None


class _ContentPass:
    """One pass over the cells of all sheets, as elements begin and end."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: list[Worksheet] = []
        self.path: list[str] = []
        self.in_sheet = False
        self.cells = 0
        self.sheet = ""
        self.row = self.column = 0
        self.times = self.cell_times = 1
        self.rows: dict[int, dict[int, WorksheetCell]] = {}
        self.hidden: set[int] = set()
        self.held: dict[int, WorksheetCell] = {}
        self.cell: Mapping[str, str] | None = None
        self.lines: list[str] = []
        self.link, self.remark = "", ""
        self.begins: Mapping[str, Callable[[Mapping[str, str]], None]] = {
            f"{TABLE}table": self.begin_sheet,
            f"{TABLE}table-row": self.begin_row,
            **dict.fromkeys(_CELLS, self.begin_cell),
            f"{_TEXT}p": lambda _attributes: self.lines.append(""),
            f"{_TEXT}s": self.blanks,
            f"{_TEXT}tab": lambda _attributes: self.say(" "),
            f"{_TEXT}line-break": lambda _attributes: self.say("\n"),
            f"{_TEXT}a": self.begin_link,
        }
        self.ends: Mapping[str, Callable[[], None]] = {
            f"{TABLE}table": self.end_sheet,
            f"{TABLE}table-row": self.end_row,
            **dict.fromkeys(_CELLS, self.end_cell),
            f"{OFFICE}annotation": self.end_remark,
        }

    def look(self, content: bytes) -> None:
        """Parse the part; raise CannotRead."""
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.say
        try:
            parser.Parse(content, True)  # noqa: FBT003 - expat's own face
        except ExpatError as error:
            raise BrokenSpreadsheet(self.name, f"it is damaged: {error}", _SAVE) from None

    def doctype(self, *_said: object) -> None:
        """Refuse a DOCTYPE: no spreadsheet program writes one, and it can multiply text."""
        raise BrokenSpreadsheet(self.name, "it has a DOCTYPE", _SAVE)

    def begin(self, element: str, attributes: Mapping[str, str]) -> None:
        """Begin an element; those of the sheets alone mean anything."""
        self.path.append(element)
        depth = len(self.path)
        if depth > _DEEPEST:
            raise BrokenSpreadsheet(self.name, "it has no end of elements", _SAVE)
        if depth == _DEPTH_OF_SHEETS:
            self.in_sheet = self.path[-2:] == _SHEET
        if self.in_sheet and depth >= _DEPTH_OF_SHEETS and (handle := self.begins.get(element)):
            handle(attributes)

    def end(self, element: str) -> None:
        """End an element."""
        depth = len(self.path)
        if self.in_sheet and depth >= _DEPTH_OF_SHEETS and (handle := self.ends.get(element)):
            handle()
        self.path.pop()

    def begin_sheet(self, attributes: Mapping[str, str]) -> None:
        """Begin a sheet."""
        self.sheet = attributes.get(f"{TABLE}name", "")
        self.row, self.rows, self.hidden = 0, {}, set()

    def end_sheet(self) -> None:
        """Keep a sheet."""
        hidden = frozenset(self.hidden & self.rows.keys())
        rows = dict(sorted(self.rows.items()))
        self.sheets.append(Worksheet(name=self.sheet, rows=rows, hidden_rows=hidden))

    def begin_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row, which may stand for many that are the same."""
        self.times = self._number(attributes, f"{TABLE}number-rows-repeated")
        self.column, self.held = 0, {}
        if attributes.get(f"{TABLE}visibility", "visible") != "visible":
            last = min(self.row + self.times, MOST_ROWS)
            self.hidden |= {*range(self.row + 1, last + 1)}

    def end_row(self) -> None:
        """Keep a row if it holds anything, as often as it is repeated."""
        if self.held:
            self._refuse_far(self.row + self.times, max(self.held))
            self._count(len(self.held) * self.times)
            for row in range(self.row + 1, self.row + 1 + self.times):
                moved = {n: replace(cell, row=row) for n, cell in self.held.items()}
                self.rows.setdefault(row, {}).update(moved)
        self.row += self.times

    def begin_cell(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell, which may stand for many that are the same."""
        self.cell_times = self._number(attributes, f"{TABLE}number-columns-repeated")
        self.cell, self.lines, self.link, self.remark = attributes, [], "", ""

    def end_cell(self) -> None:
        """Keep a cell if it holds anything."""
        attributes, self.cell = self.cell or {}, None
        kind, text, number, day = held(attributes, "\n".join(self.lines).strip())
        merged = self._merged(attributes)
        if text or self.remark or merged:
            self._refuse_far(self.row + 1, self.column + self.cell_times)
            for column in range(self.column + 1, self.column + 1 + self.cell_times):
                self.held[column] = WorksheetCell(
                    row=self.row + 1, column=column, kind=kind, text=text, number=number, day=day,
                    link=self.link, comment=self.remark, merged=merged,
                )  # fmt: skip
        self.column += self.cell_times

    def _merged(self, attributes: Mapping[str, str]) -> str:
        """Return the range that a cell is merged in, and note it in the cells below its first."""
        down = self._number(attributes, f"{TABLE}number-rows-spanned")
        across = self._number(attributes, f"{TABLE}number-columns-spanned")
        if down == across == 1:
            return ""
        self._count(down * across)
        first, last = self.column + 1, self.column + across
        merged = f"{letters_of(first)}{self.row + 1}:{letters_of(last)}{self.row + down}"
        for row in range(self.row + 2, self.row + 1 + down):
            below = WorksheetCell(row=row, column=first, merged=merged)
            self.rows.setdefault(row, {})[first] = below
        return merged

    def begin_link(self, attributes: Mapping[str, str]) -> None:
        """Note where a link of a cell leads."""
        self.link = attributes.get(_HREF, "")

    def end_remark(self) -> None:
        """Take what was said in a comment as one."""
        self.remark, self.lines = "\n".join(filter(None, self.lines)).strip(), []

    def blanks(self, attributes: Mapping[str, str]) -> None:
        """Say a number of blanks."""
        self.say(" " * min(self._number(attributes, f"{_TEXT}c"), _MOST_BLANKS))

    def say(self, text: str) -> None:
        """Add to the text of a cell."""
        if self.cell is not None and self.lines:
            self.lines[-1] += text

    def _number(self, attributes: Mapping[str, str], key: str) -> int:
        text = attributes.get(key)
        if text is None:
            return 1
        if not (text.isascii() and text.isdecimal() and 0 < len(text) <= len(str(2**31))):
            raise BrokenSpreadsheet(self.name, f'it has a number "{text[:20]}"', _SAVE)
        return max(int(text), 1)

    def _refuse_far(self, row: int, column: int) -> None:
        if row > MOST_ROWS or column > MOST_COLUMNS:
            where = f"beyond row {MOST_ROWS:,} or column {letters_of(MOST_COLUMNS)}"
            what = f"something stands in {letters_of(column)}{row}, {where}"
            raise OversizedSpreadsheet(self.name, what, SHRINK)

    def _count(self, cells: int) -> None:
        self.cells += cells
        if self.cells > MOST_CELLS:
            what = f"it has more than {MOST_CELLS:,} cells"
            raise OversizedSpreadsheet(self.name, what, SHRINK)

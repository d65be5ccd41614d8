"""A worksheet that people sort, filter and print, filled column by column."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from jcm_ledger.render import safe
from jcm_ledger.render.phrases.bilingual import Bilingual
from jcm_ledger.render.xlsx.formats import Formats
from jcm_ledger.render.xlsx.heights import LINE, height_of

Item = TypeVar("Item")

# Excel's specifications and limits.
_LINKS_A_SHEET = 65_530
_LINK_LENGTH = 2_079
_DIGITS = 10**15
_MOST_HEIGHT = 409
# Before March 1900 Excel, which takes 1900 for a leap year, and others disagree on the day.
_FIRST_DAY = date(1900, 3, 1)

_A4 = 9

_TOLD = (28, 90)
"""The widths of names and values."""

_SIZES = {"title": 1.6, "section": 1.8, "figure": 1.6}
"""How much higher than a line of text those of other sizes are, with the space above them."""


class Address(Struct, frozen=True):
    """What may be a web address: a link, as far as Excel allows one, else text.

    `title` is what it is called, "" where it has no name but the address.
    """

    text: str
    title: str = ""

    @property
    def words(self) -> str:
        """Title and address as text."""
        return f"{self.title} ({self.text})" if self.title else self.text


Value = str | int | date | Address | None


class StyledText(NamedTuple):
    """What stands in a cell, and the name of its looks."""

    value: str | int
    looks: str


class SheetColumn(Struct, Generic[Item], frozen=True):
    """A column: heading, width in characters, a row's value, and the colour of some values."""

    heading: str
    width: int
    value: Callable[[Item], Value]
    colours: dict[str, str] = {}
    printed: bool = True


class Sheet:
    """A worksheet that prints on A4 across, one page wide, and how many links it holds.

    A marking stands in its first line, and at the head and the foot of every printed page.
    """

    def __init__(
        self, sheet: Worksheet, formats: Formats, header: tuple[str, str], marking: str = ""
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._links = 0
        self._widths: Sequence[int] = ()
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        left, right = (safe.excel_header(text, 3 if marking else 2) for text in header)
        marked = f"&C&B{safe.excel_header(marking, 3)}" if marking else ""
        sheet.set_header(f"&L{left}{marked}&R{right}")
        sheet.set_footer(f"&L&A{marked}&R{formats.page}")
        if formats.line_height != LINE:
            sheet.set_default_row(formats.line_height)
        self._first = self._next = 1 if marking else 0
        if marking:
            sheet.write_string(0, 0, safe.excel_cell(safe.one_line(marking)), formats.marking)

    def fill(self, columns: Sequence[SheetColumn[Item]], rows: Sequence[Item]) -> None:
        """Write headings that stay in sight, and a line for each row."""
        head, last_column = self._first, len(columns) - 1
        last_row = head + max(len(rows), 1)
        lines = [[column.value(row) for column in columns] for row in rows]
        widths = self._spread(columns, lines)
        self._head(head, columns, widths)
        for at, column in enumerate(columns):
            for word, colour in column.colours.items():
                self._colour(at, last_row, word, colour)
        self._sheet.conditional_format(
            head + 1, 0, last_row, last_column, {"type": "no_errors", "format": self._formats.line}
        )
        printed = [column.printed for column in columns]
        for line, values in enumerate(lines, start=head + 1):
            self._stretch(line, values, widths, printed)
            for at, value in enumerate(values):
                self._write(line, at, value, printed=printed[at])
        self._sheet.freeze_panes(head + 1, 1)
        self._sheet.autofilter(head, 0, last_row, last_column)
        self._sheet.repeat_rows(0, head)
        self._sheet.print_area(0, 0, last_row, sum(printed) - 1)
        # Excel is told that the text 2025, a deadline, is no number typed by mistake.
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last_row + 1}"})

    def range_of(self, at: int, rows: int) -> str:
        """Return the cells of a column under its heading, as a cell of another sheet names them."""
        first, last = self._first + 1, self._first + rows
        cells = xl_range_abs(first, at, last, at)
        return f"={quote_sheetname(str(self._sheet.name))}!{cells}"

    def ask(self, at: int, rows: int, among: str = "", refused: str = "") -> None:
        """Leave the cells of a column open to be filled in as text.

        `among` is the range of what may be chosen, and `refused` what is said to anything else.
        """
        first, last = self._first + 1, self._first + rows
        for line in range(first, last + 1):
            self._sheet.write_blank(line, at, None, self._formats.answer)
        if among:
            rule = {"validate": "list", "source": among, "error_message": refused}
            self._sheet.data_validation(first, at, last, at, rule)

    def _spread(
        self, columns: Sequence[SheetColumn[Item]], lines: Sequence[Sequence[Value]]
    ) -> list[int]:
        """Set the widths of columns and return them: a day that has no room is shown as ####."""
        widths = []
        for at, column in enumerate(columns):
            has_days = any(isinstance(values[at], date) for values in lines)
            widths.append(max(column.width, self._formats.day_width if has_days else 0))
            self._sheet.set_column(at, at, widths[at])
        return widths

    def _head(self, line: int, columns: Sequence[SheetColumn[Item]], widths: Sequence[int]) -> None:
        height = 2 * self._formats.line_height
        for at, column in enumerate(columns):
            text = safe.excel_cell(column.heading)
            self._sheet.write_string(line, at, text, self._formats.heading)
            if isinstance(column.heading, Bilingual):
                height = max(height, self._height_of(text, widths[at]))
        self._sheet.set_row(line, height)

    def tell(self, title: str, pairs: Iterable[tuple[str, Value]]) -> None:
        """Write a title, then names and values."""
        for at, width in enumerate(_TOLD):
            self._sheet.set_column(at, at, width)
        heading = safe.excel_cell(safe.one_line(title))
        self._sheet.write_string(self._first, 0, heading, self._formats.title)
        for line, (name, value) in enumerate(pairs, start=self._first + 2):
            self._sheet.write_string(line, 0, safe.excel_cell(name), self._formats.name)
            self._stretch(line, [name, value], _TOLD, (True, True))
            if isinstance(value, int):
                self._sheet.write_number(line, 1, value, self._formats.count)
            else:
                self._write(line, 1, value, printed=False)

    def columns(self, widths: Sequence[int]) -> None:
        """Set the widths of the columns that lines are written into."""
        self._widths = widths
        for at, width in enumerate(widths):
            self._sheet.set_column(at, at, width)

    def line(self, cells: Sequence[StyledText], *, spread: bool = True) -> None:
        """Write the next line; its last cell goes on to the last column where it is `spread`."""
        line, height = self._next, self._formats.line_height
        self._next += 1
        for at, (value, looks) in enumerate(cells):
            end = len(self._widths) - 1 if spread and at == len(cells) - 1 else at
            text = value if isinstance(value, str) else ""
            form = self._formats.words[looks][safe.starts_like_formula(text)]
            if end > at:
                self._sheet.merge_range(line, at, line, end, "", form)
            if isinstance(value, int):
                self._sheet.write_number(line, at, value, form)
            else:
                self._sheet.write_string(line, at, safe.excel_cell(text), form)
            needed = self._height_of(text, sum(self._widths[at : end + 1]))
            height = max(height, int(needed * _SIZES.get(looks, 1)))
        self._sheet.set_row(line, min(height, _MOST_HEIGHT))

    def _colour(self, column: int, last_row: int, word: str, colour: str) -> None:
        form = self._formats.colours[colour]
        quoted = '"&CHAR(10)&"'.join(word.split("\n"))
        rule = {"type": "cell", "criteria": "==", "value": f'"{quoted}"', "format": form}
        self._sheet.conditional_format(self._first + 1, column, last_row, column, rule)

    def _height_of(self, text: str, width: int) -> int:
        return height_of(text, width, self._formats.line_height)

    def _stretch(
        self, line: int, values: Sequence[Value], widths: Sequence[int], printed: Sequence[bool]
    ) -> None:
        """Make the row as high as its text needs: not every program does so by itself."""
        height = self._formats.line_height
        for value, width, on_paper in zip(values, widths, printed, strict=True):
            if isinstance(value, str):
                height = max(height, self._height_of(value, width))
            elif isinstance(value, Address) and on_paper:
                height = max(height, self._height_of(value.title or value.text, width))
        if height > self._formats.line_height:
            self._sheet.set_row(line, min(height, _MOST_HEIGHT))

    def _write(self, line: int, at: int, value: Value, *, printed: bool) -> None:
        """Write a value in its own type, as text if Excel cannot hold that.

        On paper an address is read to its end; on the screen a line is enough to follow it.
        """
        match value:
            case None:
                return
            case str():
                self._write_text(line, at, value)
            case Address(text=address, title=title) if self._may_link(address, title):
                self._links += 1
                form = self._formats.printed_link if printed else self._formats.link
                shown = safe.excel_cell(title) if title else None
                self._sheet.write_url(line, at, address, form, shown)
            case Address():
                self._write_text(line, at, value.words)
            case date() if value >= _FIRST_DAY:
                start = datetime.combine(value, time())
                self._sheet.write_datetime(line, at, start, self._formats.date)
            case int() if abs(value) < _DIGITS:
                self._sheet.write_number(line, at, value, self._formats.number)
            case _:
                self._write_text(line, at, str(value))

    def _write_text(self, line: int, at: int, text: str) -> None:
        guarded = safe.starts_like_formula(text)
        form = self._formats.guarded if guarded else self._formats.text
        self._sheet.write_string(line, at, safe.excel_cell(text), form)

    def _may_link(self, address: str, title: str) -> bool:
        """Return whether a cell may be a link; one that reads as a formula stays guarded text."""
        return (
            not safe.starts_like_formula(title)
            and safe.is_web_address(address)
            and address == safe.excel_cell(address)
            and len(address.encode()) <= _LINK_LENGTH
            and self._links < _LINKS_A_SHEET
        )

"""Tables for a terminal: Rich's own, cell for cell, drawn row by row at a twentieth of the cost.

Rich lays every cell out as a paragraph. Most cells of a list are words that fit, and only have to
be padded: what does not fit is Rich's to fold.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, starmap

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.terminal.flowing import FlowingText
from jcm_ledger.render.terminal.widths import GAP, Line, Stack, cell, width_of

_KEPT = 4096  # drawn cells of a column: the same owners and statuses come again and again


class TerminalTable:
    """Rows under headers, in columns of given widths. What is too wide folds.

    `spaced` puts a blank line between rows; `headed` shows the headers.
    """

    def __init__(
        self,
        headers: Sequence[str],
        rows: Iterable[Sequence[Stack]],
        widths: Sequence[int],
        *,
        spaced: bool = False,
        headed: bool = True,
    ) -> None:
        self.headers = headers
        self.rows = rows
        self.widths = widths
        self.spaced = spaced
        self.headed = headed

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, drawn when they are asked for."""
        ends = [" " * GAP] * (len(self.widths) - 1) + ["\n"]
        columns = [
            _Column(console, options, width, end)
            for width, end in zip(self.widths, ends, strict=True)
        ]
        width = sum(self.widths) + GAP * (len(self.widths) - 1)
        if self.headed:
            headers = [cell(header, "bold") for header in self.headers]
            yield from _row(columns, headers, at_the_top=False)
            yield Segment(("-" if options.ascii_only else "─") * width + "\n")
        for number, row in enumerate(self.rows):
            if self.spaced and number:
                yield Segment(" " * width + "\n")
            yield from _row(columns, row)


class _Column:
    """Draws the cells of a column, one terminal's; `end` comes after each line."""

    def __init__(self, console: Console, options: ConsoleOptions, width: int, end: str) -> None:
        self.console = console
        self.options = options.update(width=width, height=None)
        self.coloured = console.color_system is not None  # without colours no style is drawn
        self.width = width
        self.end = end
        self.blank = [Segment(" " * width + end)]
        self.drawn = lru_cache(_KEPT)(self._drawn)

    def lines(self, content: Stack) -> list[list[Segment]]:
        """Return the lines of a cell, each as wide as the column."""
        return self._by_rich(content) if isinstance(content, Text) else self.drawn(content)

    def _drawn(self, content: tuple[Line, ...]) -> list[list[Segment]]:
        lines: list[list[Segment]] = []
        for text, style in content:
            room = self.width - width_of(text)
            if room < 0:
                lines += self._by_rich(FlowingText(text, style=style, overflow="fold"))
            elif style and self.coloured:
                blank = Segment(" " * room + self.end)
                lines.append([Segment(text, self.console.get_style(style)), blank])
            else:
                lines.append([Segment(text + " " * room + self.end)])
        return lines

    def _by_rich(self, text: Text) -> list[list[Segment]]:
        lines = self.console.render_lines(text, self.options)
        return [[*line, Segment(self.end)] for line in lines]


def _row(
    columns: Sequence[_Column], cells: Sequence[Stack], *, at_the_top: bool = True
) -> Iterator[Segment]:
    """Yield a row; shorter cells stand at its top, or at its foot."""
    drawn = [column.lines(cell) for column, cell in zip(columns, cells, strict=True)]
    height = max(map(len, drawn))
    if height > 1:
        for number, column in enumerate(columns):
            missing = [column.blank] * (height - len(drawn[number]))
            drawn[number] = drawn[number] + missing if at_the_top else missing + drawn[number]
    for beside in zip(*drawn, strict=True):
        if columns[0].coloured:
            yield from chain.from_iterable(beside)
        else:
            yield Segment("".join([part.text for line in beside for part in line]))


class Blocks:
    """The rows of a table as blocks of lines, for a terminal too narrow for its columns.

    The first cell heads a block; the others stand below it, each after the header of its column.
    """

    def __init__(self, headers: Sequence[str], rows: Iterable[Sequence[Stack]]) -> None:
        self.headers = headers
        self.rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, drawn when they are asked for."""
        titles = [text for header in self.headers for text, _style in cell(in_one_line(header))]
        names = [f"{title}:" if title else "" for title in titles]
        for number, (head, *others) in enumerate(self.rows):
            if number:
                yield Segment.line()
            yield from console.render(_joined(head, "\n"), options)
            for name, content in zip(names[1:], others, strict=True):
                line = FlowingText(overflow="fold").append(f"  {name} ", "dim")
                yield from console.render(line.append_text(_joined(content, ", ")), options)


def _joined(content: Stack, by: str) -> Text:
    """Return a cell's lines, joined, on the left."""
    lines = content.split("\n") if isinstance(content, Text) else starmap(Text, content)
    return Text(by, overflow="fold").join(lines)

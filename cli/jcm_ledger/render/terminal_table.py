"""Tables for a terminal: Rich's own, cell for cell, drawn row by row at a twentieth of the cost.

Rich lays every cell out as a paragraph. Most cells of a list are words that fit, and only have to
be padded: what does not fit is Rich's to fold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from jcm_ledger.render import safe

Line = tuple[str, str]
"""What a line says, made visible, and in which style."""

Cell = tuple[Line, ...] | Text
"""Lines above each other; a Text where one line has several styles or stands on the right."""

GAP = 2
"""The blanks between two columns."""

_BREAKS_ANYWHERE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]+")
_WIDE_LETTER = 2
_NEW_LINE = Segment.line()


def cell(content: str, style: str = "") -> tuple[Line, ...]:
    """Return a cell of one line of a ledger's text. Cells are put above each other with `+`."""
    return ((safe.one_line(content), style),)


class Table:
    """Rows under headers, in columns of given widths. What is too wide folds.

    `spaced` puts a blank line between rows; `headed` shows the headers.
    """

    def __init__(
        self,
        headers: Sequence[str],
        rows: Iterable[Sequence[Cell]],
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
        pen = _Pen(console, options, self.widths)
        width = sum(self.widths) + GAP * (len(self.widths) - 1)
        if self.headed:
            yield from pen.row([cell(header, "bold") for header in self.headers], at_the_top=False)
            yield Segment(("-" if options.ascii_only else "─") * width)
            yield _NEW_LINE
        for number, row in enumerate(self.rows):
            if self.spaced and number:
                yield Segment(" " * width)
                yield _NEW_LINE
            yield from pen.row(row)


class _Pen:
    """Draws rows for one terminal, in columns of these widths."""

    def __init__(self, console: Console, options: ConsoleOptions, widths: Sequence[int]) -> None:
        self.console = console
        self.options = [options.update(width=width, height=None) for width in widths]
        self.blanks = [[Segment(" " * width)] for width in widths]
        self.gap = [Segment(" " * GAP)]
        self.widths = widths
        self.styles: dict[str, Style | None] = {"": None}

    def row(self, cells: Sequence[Cell], *, at_the_top: bool = True) -> Iterator[Segment]:
        """Yield a row; shorter cells stand at its top, or at its foot."""
        drawn = [self._cell(each, number) for number, each in enumerate(cells)]
        height = max(map(len, drawn))
        for number, lines in enumerate(drawn):
            missing = [self.blanks[number]] * (height - len(lines))
            drawn[number] = lines + missing if at_the_top else missing + lines
        for beside in zip(*drawn, strict=True):
            line = [part for lines in beside for part in (*lines, *self.gap)]
            line[-1] = _NEW_LINE
            if self.console.color_system is None:  # then styles are not drawn
                yield Segment("".join([part.text for part in line]))
            else:
                yield from line

    def _cell(self, content: Cell, number: int) -> list[list[Segment]]:
        """Return the lines of a cell, each as wide as the column."""
        if isinstance(content, Text):
            return self.console.render_lines(content, self.options[number])
        lines: list[list[Segment]] = []
        for text, style in content:
            room = self.widths[number] - width_of(text)
            if room < 0:
                folded = Text(text, style=style, overflow="fold")
                lines += self.console.render_lines(folded, self.options[number])
            elif style:
                lines.append([Segment(text, self._style(style)), Segment(" " * room)])
            else:
                lines.append([Segment(text + " " * room)])
        return lines

    def _style(self, name: str) -> Style | None:
        if name not in self.styles:
            self.styles[name] = self.console.get_style(name)
        return self.styles[name]


def fit(headers: Sequence[str], rows: Iterable[Sequence[Cell]], width: int) -> list[int]:
    """Return the columns' widths: as wide as they like, or narrowed, the widest first.

    Words stay whole as long as there is any other way.
    """
    columns = list(zip(map(cell, headers), *rows, strict=True))
    widths = [max(width_of(text) for each in column for text in _texts(each)) for column in columns]
    room = width - GAP * (len(widths) - 1)
    if sum(widths) <= room:
        return widths
    words = [
        {word for each in column for text in _texts(each) for word in text.split()}
        for column in columns
    ]
    longest_words = [max(map(_word_width, each), default=1) for each in words]
    for least in (longest_words, [1] * len(widths)):
        while sum(widths) > room:
            loose = [number for number, each in enumerate(widths) if each > least[number]]
            if not loose:
                break
            widths[max(loose, key=widths.__getitem__)] -= 1
    return widths


def width_of(text: str) -> int:
    """Return how many columns of the terminal a line takes."""
    return len(text) if text.isascii() else cell_len(text)


def _texts(content: Cell) -> Sequence[str]:
    if isinstance(content, Text):
        return content.plain.split("\n")
    return [text for text, _style in content]


def _word_width(word: str) -> int:
    """Return the cells of what has to stay whole: of Japanese, which breaks anywhere, the rest."""
    if word.isascii():
        return len(word)
    return max(cell_len(part) for part in _BREAKS_ANYWHERE.split(word)) or _WIDE_LETTER

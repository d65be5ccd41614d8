"""Tables for a terminal: Rich's own, cell for cell, drawn row by row at a twentieth of the cost.

Rich lays every cell out as a paragraph. Most cells of a list are words that fit, and only have to
be padded: what does not fit is Rich's to fold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from jcm_ledger.render import safe

Line = tuple[str, str]
"""What a line says, made visible, and in which style."""

Cell = tuple[Line, ...] | Text
"""Lines above each other; a Text where one line has several styles or stands on the right."""

GAP = 2
"""The blanks between two columns."""

_FIRST_THAT_BREAKS = "\u2e80"
_WIDE_LETTER = 2

_KEPT = 4096  # drawn cells of a column: the same owners and statuses come again and again


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
        self.coloured = console.color_system is not None  # else no style is drawn
        self.width = width
        self.end = end
        self.blank = [Segment(" " * width + end)]
        self.drawn = lru_cache(_KEPT)(self._drawn)

    def lines(self, content: Cell) -> list[list[Segment]]:
        """Return the lines of a cell, each as wide as the column."""
        return self._by_rich(content) if isinstance(content, Text) else self.drawn(content)

    def _drawn(self, content: tuple[Line, ...]) -> list[list[Segment]]:
        lines: list[list[Segment]] = []
        for text, style in content:
            room = self.width - width_of(text)
            if room < 0:
                lines += self._by_rich(Text(text, style=style, overflow="fold"))
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
    columns: Sequence[_Column], cells: Sequence[Cell], *, at_the_top: bool = True
) -> Iterator[Segment]:
    """Yield a row; shorter cells stand at its top, or at its foot."""
    drawn = [column.lines(each) for column, each in zip(columns, cells, strict=True)]
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


def fit(headers: Sequence[str], rows: Iterable[Sequence[Cell]], width: int) -> list[int]:
    """Return the columns' widths: as wide as they like, or narrowed, the widest first.

    Words stay whole as long as there is any other way.
    """
    columns = list(zip(map(cell, headers), *rows, strict=True))
    texts = [{text for each in column for text, _ in _lines(each)} for column in columns]
    widths = [max(map(width_of, each)) for each in texts]
    room = width - GAP * (len(widths) - 1)
    if sum(widths) <= room:
        return widths
    words = [{word for text in each for word in text.split()} for each in texts]
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


def _lines(content: Cell) -> Sequence[Line]:
    if isinstance(content, Text):
        return [(line, "") for line in content.plain.split("\n")]
    return content


def _word_width(word: str) -> int:
    """Return the cells of what has to stay whole: of Japanese, which breaks anywhere, the rest."""
    if word.isascii():
        return len(word)
    parts = [word] if max(word) < _FIRST_THAT_BREAKS else _breaks_anywhere().split(word)
    return max(map(cell_len, parts)) or _WIDE_LETTER


@cache
def _breaks_anywhere() -> re.Pattern[str]:
    """Return what finds runs of letters between which a line may break; compiled for few lists."""
    return re.compile(f"[{_FIRST_THAT_BREAKS}-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]+")

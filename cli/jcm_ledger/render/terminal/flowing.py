"""Text that flows on a terminal as Japanese does: between its letters, and never within a word.

Rich breaks a line only at blanks, and cuts what has none: also a Latin word within Japanese.
Which letters may not begin or end a line follows JIS X 4051 (kinsoku), as far as it matters here.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.text import Text

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_UNIT = rf"\s+|[{_WIDE}]|[^\s{_WIDE}]+"
"""Blanks, one letter of a script that breaks anywhere, or a word."""

_FLOWS = f"[{_WIDE}]"  # compiled, as the last, for the first text that is not English

_STOPS = "、。，．・：；？！）」』】〕〉》］｝ー々…‥"  # noqa: RUF001 - Japanese
_SMALL = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
_NEVER_FIRST = frozenset(_STOPS + _SMALL)
_NEVER_LAST = frozenset("（「『【〔〈《［｛")  # noqa: RUF001 - likewise


class FlowingText(Text):
    """A text of which a line ends between two Japanese letters or at a blank."""

    def wrap(  # noqa: PLR0913 - as Rich has it
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return the text in lines of at most `width` columns."""
        whole = [self] if self._stays(no_wrap=no_wrap) else self._cut(width)
        lines = Lines()
        for part in whole:
            lines.extend(
                Text.wrap(
                    part,
                    console,
                    width,
                    justify=justify or self.justify,
                    overflow=overflow or self.overflow,
                    tab_size=tab_size,
                    no_wrap=no_wrap,
                )
            )
        return lines

    def _stays(self, *, no_wrap: bool | None) -> bool:
        """Return whether Rich breaks it well: it has no Japanese, or is not to be broken."""
        plain = self.plain
        return bool(no_wrap or self.no_wrap) or plain.isascii() or not re.search(_FLOWS, plain)

    def _cut(self, width: int) -> Iterator[Text]:
        for line in self.split(allow_blank=True):
            yield from line.divide(breaks(line.plain, width))


def breaks(text: str, width: int) -> list[int]:
    """Return where a text is to be broken, as offsets, for lines of at most `width` columns.

    What is wider than that stays in one piece.
    """
    found, used = [], 0
    for start, piece in _pieces(text):
        taken = cell_len(piece.rstrip())
        if used and used + taken > width:
            found.append(start)
            used = 0
        used += cell_len(piece)
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield what may not be broken, with its offset: a word, a letter and what clings to it."""
    pieces: list[str] = []
    for unit in re.findall(_UNIT, text):
        before = pieces[-1] if pieces else ""
        clings = unit.isspace() or unit[0] in _NEVER_FIRST or before[-1:] in _NEVER_LAST
        if pieces and clings:
            pieces[-1] += unit
        else:
            pieces.append(unit)
    starts = accumulate(map(len, pieces), initial=0)
    yield from zip(starts, pieces, strict=False)

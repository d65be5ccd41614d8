"""How high a row of a worksheet must be: not every program works it out by itself."""

import re
from math import ceil
from unicodedata import east_asian_width

LINE, WIDE_LINE = 15, 19  # the height of a line in points, and of one in Japanese
_PADDING = 2  # characters of a column's width that the indent and the edges take
_SMALL, _CAPITAL, _SPACE = 0.88, 1.2, 0.5  # widths beside that of a digit

_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
)
_PIECES = re.compile(f"[{_WIDE}]+|[^{_WIDE}]+")
"""The parts of a word that has letters of East Asia: those, and those of another script."""


def height_of(text: str, width: int, line: int = LINE) -> int:
    """Return how high the text stands in a column, in points, about: it breaks between words.

    A `line` has at least that height, and one in Japanese no less than that asks for.
    """
    room = max(width - _PADDING, 1)
    if text.isascii() and len(text) * _CAPITAL <= room and "\n" not in text:
        return line
    lines = sum(_lines(each, room) for each in text.split("\n"))
    wide = not text.isascii() and any(east_asian_width(letter) in "WF" for letter in text)
    return lines * (WIDE_LINE if wide else line)


def width_of(text: str) -> int:
    """Return how wide a column must be in which the text stands in one line, in characters."""
    return ceil(_width(text)) + _PADDING


def _lines(text: str, room: int) -> int:
    """Return how many lines a text takes; a word longer than a line is broken.

    Japanese is broken between any two letters.
    """
    lines, used = 1, 0.0
    for word in text.split(" "):
        for piece in [word] if word.isascii() else _PIECES.findall(word):
            needed = _width(piece)
            if used and used + needed > room:
                if piece[0] >= "\u1100":  # as much of it as there is room for stays in the line
                    needed -= max(room - used, 0) // 2 * 2
                lines, used = lines + 1, 0
            if needed > room:
                lines += int(needed // room)
                needed %= room
            used += needed
        used += _SPACE
    return lines


def _width(text: str) -> float:
    """Return the width in characters, about; those of East Asia are twice as wide as a digit."""
    plain = _SMALL * len(text) + (_CAPITAL - _SMALL) * sum(map(str.isupper, text))
    if text.isascii():
        return plain
    return plain + (2 - _SMALL) * sum(east_asian_width(letter) in "WF" for letter in text)

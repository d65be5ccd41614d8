"""How high a row of a worksheet must be: not every program works it out by itself."""

from unicodedata import east_asian_width

LINE, WIDE_LINE = 15, 19  # the height of a line in points, and of one in Japanese
_PADDING = 2  # characters of a column's width that the indent and the edges take
_SMALL, _CAPITAL, _SPACE = 0.93, 1.2, 0.5  # widths beside that of a digit


def height_of(text: str, width: int) -> int:
    """Return how high the text stands in a column, in points, about: it breaks between words."""
    wide = not text.isascii() and any(east_asian_width(letter) in "WF" for letter in text)
    return lines_of(text, width) * (WIDE_LINE if wide else LINE)


def lines_of(text: str, width: int) -> int:
    """Return how many lines the text takes in a column, about: it breaks between words."""
    room = max(width - _PADDING, 1)
    if text.isascii() and len(text) * _CAPITAL <= room and "\n" not in text:
        return 1
    return sum(_lines(line, room) for line in text.split("\n"))


def _lines(text: str, room: int) -> int:
    """Return how many lines a text takes; a word longer than a line is broken."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        needed = _width(word)
        if used and used + needed > room:
            lines, used = lines + 1, 0
        if needed > room:
            lines += int(needed // room)
            needed %= room
        used += needed + _SPACE
    return lines


def _width(text: str) -> float:
    """Return the width in characters, about; those of East Asia are twice as wide as a digit."""
    plain = _SMALL * len(text) + (_CAPITAL - _SMALL) * sum(map(str.isupper, text))
    if text.isascii():
        return plain
    return plain + (2 - _SMALL) * sum(east_asian_width(letter) in "WF" for letter in text)

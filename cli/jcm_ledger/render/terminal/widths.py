"""Cells of a table for a terminal, and how wide its columns are."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from jcm_ledger.render import safe
from jcm_ledger.render.phrases.bilingual import each_language

Line = tuple[str, str]
"""What a line says, made visible, and in which style."""

Stack = tuple[Line, ...] | Text
"""Lines above each other; a Text where one line has several styles or stands on the right."""

GAP = 2
"""The blanks between two columns."""

LONGEST = 10_000
"""The most letters of one text that a terminal is shown: some five screens of them."""

_MEASURED = 60  # rows, spread over a table, whose height is measured
_LONGEST_WORD = 60  # letters; a longer word, such as an address, may break
_KEPT_WHOLE = 14  # columns: a word in Japanese such as a status, which breaks only where it must
_FIRST_THAT_BREAKS = "\u2e80"
_WIDE_LETTER = 2


def cell(content: str, style: str = "") -> tuple[Line, ...]:
    """Return a cell of text, a line a language. Cells are put above each other with `+`."""
    return tuple((safe.one_line(shown(line)), style) for _, line in each_language(content))


def shown(content: str) -> str:
    """Return a text, or of one that is longer than LONGEST its beginning, and how much is not."""
    if len(content) <= LONGEST:
        return content
    return f"{content[:LONGEST]} [… {len(content) - LONGEST:,} more letters]"


def lines_of(content: Stack) -> Sequence[Line]:
    """Return the lines of a cell."""
    if isinstance(content, Text):
        return [(line, "") for line in content.plain.split("\n")]
    return content


def width_of(text: str) -> int:
    """Return how many columns of the terminal a line takes."""
    return len(text) if text.isascii() else cell_len(text)


def fit(
    headers: Sequence[str], rows: Sequence[Sequence[Stack]], width: int
) -> Sequence[int] | None:
    """Return the columns' widths: as wide as they like, or narrowed so that the table stays low.

    None if a word would have to break that is not too long for any table.
    """
    columns = _columns(headers, rows)
    widths = _natural(columns)
    room = width - GAP * (len(widths) - 1)
    if sum(widths) <= room:
        return widths
    least = _least(columns, _KEPT_WHOLE)
    if sum(least) > room:
        least = _least(columns)
    if sum(least) > room:
        least = [min(width, _LONGEST_WORD) for width in least]
    if sum(least) > room:
        return None
    some = rows[:: len(rows) // _MEASURED + 1]
    return _lowest(_columns(headers, some), widths, least, room)


def is_roomy(headers: Sequence[str], rows: Sequence[Sequence[Stack]], width: int) -> bool:
    """Return whether a table of `width` columns folds nothing."""
    widths = _natural(_columns(headers, rows))
    return sum(widths) + GAP * (len(widths) - 1) <= width


def _columns(headers: Sequence[str], rows: Iterable[Sequence[Stack]]) -> list[tuple[Stack, ...]]:
    return list(zip(map(cell, headers), *rows, strict=True))


def _natural(columns: Iterable[Iterable[Stack]]) -> list[int]:
    """Return how wide each column is where nothing folds."""
    return [max(map(width_of, _texts(column))) for column in columns]


def _least(columns: Iterable[Iterable[Stack]], whole: int = 0) -> list[int]:
    """Return how wide each column has to be for its words to stay whole.

    Japanese may break anywhere; of such words, those that are no wider than `whole` stay too.
    """
    words = [{word for text in _texts(column) for word in text.split()} for column in columns]
    return [max((_word_width(word, whole) for word in column), default=1) for column in words]


def _texts(column: Iterable[Stack]) -> set[str]:
    return {text for content in column for text, _style in lines_of(content)}


class _Step(NamedTuple):
    """A narrower column: the lines it costs a cell of width, and its width before and after."""

    cost: float
    was: int
    number: int
    width: int
    heights: list[int]


def _lowest(
    columns: Sequence[Sequence[Stack]], widths: Sequence[int], least: Sequence[int], room: int
) -> list[int]:
    """Return widths that fill `room`, for as low a table as narrowing step by step can get.

    A step takes from the column where a cell of the terminal costs the fewest lines, the widest
    of several such. None becomes narrower than `least`, which has to fit.
    """
    spare = room - sum(least)
    narrowed = [min(width, narrow + spare) for width, narrow in zip(widths, least, strict=True)]
    words = [[_words(content) for content in column] for column in columns]
    heights = [_heights(column, width) for column, width in zip(words, narrowed, strict=True)]
    while (excess := sum(narrowed) - room) > 0:
        step = min(
            (
                _step(words, heights, number, width, max(least[number], width - excess))
                for number, width in enumerate(narrowed)
                if width > least[number]
            ),
            key=lambda step: (step.cost, -step.was),
        )
        narrowed[step.number], heights[step.number] = step.width, step.heights
    return narrowed


def _step(
    words: Sequence[Sequence["_Words"]],
    heights: Sequence[Sequence[int]],
    number: int,
    width: int,
    least: int,
) -> _Step:
    """Return the step that narrows a column by a cell, or by more if that costs no more lines."""
    narrower = _heights(words[number], width - 1)
    to = width - 1
    while to > least and _heights(words[number], to - 1) == narrower:
        to -= 1
    before = sum(map(max, zip(*heights, strict=True)))
    others = [*heights[:number], narrower, *heights[number + 1 :]]
    lost = sum(map(max, zip(*others, strict=True))) - before
    return _Step(lost / (width - to), width, number, to, narrower)


_Words = tuple[tuple[int, ...], ...]
"""The widths of the words of a cell, line by line."""


def _words(content: Stack) -> _Words:
    return tuple(tuple(map(width_of, text.split())) for text, _style in lines_of(content))


def _heights(column: Iterable[_Words], width: int) -> list[int]:
    return [_height(words, width) for words in column]


@lru_cache(4096)
def _height(words: _Words, width: int) -> int:
    """Return how many lines a cell takes in a column of this width, folded as Rich folds."""
    lines = 0
    for line in words:
        lines += 1
        used = 0
        for word in line:
            if not used or used + 1 + word <= width:
                used += word + (1 if used else 0)
            else:
                lines, used = lines + 1, word
            if used > width:  # it has no blank to break at
                lines, used = lines + (used - 1) // width, (used - 1) % width + 1
    return lines


def _word_width(word: str, whole: int) -> int:
    """Return the width that has to stay whole: of Japanese as much of it as is wanted whole."""
    if word.isascii():
        return len(word)
    if max(word) < _FIRST_THAT_BREAKS or cell_len(word) <= whole:
        return cell_len(word)
    return max(_WIDE_LETTER, *map(cell_len, _breaks_anywhere().split(word)))


@cache
def _breaks_anywhere() -> re.Pattern[str]:
    """Return the pattern of letters between which a line may break; few lists need it compiled."""
    return re.compile(f"[{_FIRST_THAT_BREAKS}-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]+")

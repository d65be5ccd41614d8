"""Finding the Japanese of an English sentence that has values in it, whatever these hold."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

Pairs = Sequence[tuple[str, str]]
"""Sentences in English and Japanese. In English a kind may follow the name of a value:

- `{reason:said}` is a message by itself, and in Japanese here if a table has it;
- `{reason:known}` likewise, and the sentence is not meant if no table has it;
- `{problems:lines}` has a message in each line;
- `{why:spoken}` is in the language of whoever asked already, in both its last line is Japanese;
- `{names:names}` is a list, such as "a, b and 3 more";
- `{cells:cells}` are cells and rows of a table, such as "B7, row 9 and 2 more";
- `{n:count}` is a number, `{key:word}` has no blank;
- `{how:tail}` is nothing, or a colon and what to type.
"""

_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_NUMBER = re.compile(r"[0-9][0-9,.]*")
_LINE = re.compile(r"((?:(?!: ).){1,4096}?:[0-9]{1,9}): (.*)", re.DOTALL)
_CELL = r"(?:[A-Z]{1,3}|row )[0-9]+"
_CELLS = re.compile(rf"{_CELL}(?:, {_CELL})*(?: and [0-9,]+ more)?")
_AND_MORE = re.compile(r" and ([0-9,]+) more$")
_DEEPEST = 6  # messages within messages


class SaidTwice(NamedTuple):
    """A sentence with values in it: its fixed texts in English around them, and the Japanese."""

    fixed: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    japanese: str

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """How surely it is meant where it fits.

        What has several lines comes before what has one, which may have been found across them;
        then what begins with a fixed text, and then that of which more is fixed.
        """
        has_lines = any("\n" in text for text in self.fixed)
        return has_lines, bool(self.fixed[0]), sum(map(len, self.fixed)), -len(self.names)

    def values(self, english: str) -> tuple[str, ...] | None:
        """Return the values in an English sentence, None if it is another one.

        Each fixed text is looked for once, from left to right, so a long value costs no more than
        its length.
        """
        first, *middle, last = self.fixed
        if not (english.startswith(first) and english.endswith(last)):
            return None
        end, start, found = len(english) - len(last), len(first), []
        for text in middle:
            at = english.find(text, start, end)
            if at < 0:
                return None
            found.append(english[start:at])
            start = at + len(text)
        if start > end:
            return None
        found.append(english[start:end])
        fit = all(_FITS.get(kind, _anything)(v) for kind, v in zip(self.kinds, found, strict=True))
        return tuple(found) if fit else None


def said_twice(english: str, japanese: str) -> SaidTwice:
    """Return a pair of a table as it is looked for."""
    places = list(_PLACE.finditer(english))
    starts = [0, *(place.end() for place in places)]
    ends = [*(place.start() for place in places), len(english)]
    return SaidTwice(
        tuple(english[start:end] for start, end in zip(starts, ends, strict=True)),
        tuple(place[1] for place in places),
        tuple(place[2] or "" for place in places),
        japanese,
    )


class Catalogue:
    """Sentences in both languages, to be looked up by the English."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        everything = list(pairs)
        self._whole = {english: japanese for english, japanese in everything if "{" not in english}
        self._with_values = sorted(
            (said_twice(*pair) for pair in everything if "{" in pair[0]),
            key=lambda sentence: sentence.weight,
            reverse=True,
        )

    def said(self, english: str, depth: int = 0) -> str | None:
        """Return the Japanese of a sentence, None if there is none; `depth` is how deep it is."""
        if (japanese := self._whole.get(english)) is not None or depth == _DEEPEST:
            return japanese
        if (japanese := self._of_a_line(english, depth)) is not None:
            return japanese
        for sentence in self._with_values:
            if (values := sentence.values(english)) is None:
                continue
            if (japanese := self._filled(sentence, values, depth)) is not None:
                return japanese
        return None

    def _filled(self, sentence: SaidTwice, values: Sequence[str], depth: int) -> str | None:
        """Return the Japanese with its values, None if one that has to be known is not."""
        told: dict[str, str] = {}
        for name, kind, value in zip(sentence.names, sentence.kinds, values, strict=True):
            japanese = self._value(kind, value, depth + 1)
            if japanese is None:
                return None
            told[name] = japanese
        return _PLACE.sub(lambda place: told[place[1]], sentence.japanese)

    def _value(self, kind: str, value: str, depth: int) -> str | None:
        match kind:
            case "known":
                return self.said(value, depth)
            case "said":
                return self._inner(value, depth)
            case "lines":
                return "\n".join(self._inner(line, depth) for line in value.split("\n"))
        return _WRITTEN[kind](value) if kind in _WRITTEN else value

    def _inner(self, english: str, depth: int) -> str:
        japanese = self.said(english, depth)
        return english if japanese is None else japanese

    def _of_a_line(self, english: str, depth: int) -> str | None:
        """Return a message that begins with a file and a line: "commitments.toml:12: …"."""
        found = _LINE.fullmatch(english)
        if found is None or (japanese := self.said(found[2], depth + 1)) is None:
            return None
        file, _colon, line = found[1].rpartition(":")
        return f"{self._inner(file, depth + 1)}:{line}: {japanese}"


def _listed(names: str) -> str:
    """Return a list of names as Japanese has it: 「DSIT、METI又はMEXT」."""
    names = _AND_MORE.sub(r"ほか\1件", names)
    names = names.replace(", or ", "又は").replace(" or ", "又は").replace(" and ", "及び")
    return names.replace(", ", "、").replace("; ", "、")


def _of_a_table(cells: str) -> str:
    """Return cells and rows of a table as Japanese has them: 「B7、9行目ほか2件」."""
    return _listed(re.sub(r"row ([0-9]+)", r"\1行目", cells))


def _last_line(value: str) -> str:
    return value.rpartition("\n")[2]


def _after_a_colon(value: str) -> str:
    return f"：{value[2:]}" if value else ""


_WRITTEN: Mapping[str, Callable[[str], str]] = {
    "cells": _of_a_table,
    "names": _listed,
    "spoken": _last_line,
    "tail": _after_a_colon,
}
"""How a value of a kind is written in Japanese; one of any other kind that is no message stays."""


def _anything(_value: str) -> bool:
    return True


_FITS: Mapping[str, Callable[[str], bool]] = {
    "cells": lambda value: _CELLS.fullmatch(value) is not None,
    "count": lambda value: _NUMBER.fullmatch(value) is not None,
    "word": lambda value: bool(value) and " " not in value,
    "tail": lambda value: not value or value.startswith(": "),
}
"""What a value of a kind looks like; a value of any other kind may be anything."""

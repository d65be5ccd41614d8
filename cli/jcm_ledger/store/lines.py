"""Where things stand in a TOML file: tomli gives values, not the lines they came from."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import tomli

from jcm_ledger.model.finding import Where

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*(\.)?""")
_STRING = (
    r'"""(?:\\[\s\S]|[^\\])*?(?:"{3,5}|\Z)'  # one that never ends (no TOML) takes the rest
    r"|'''[\s\S]*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_TEXT = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_KEYED = r"[ \t\r\n]*+([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+"
_PLAIN_VALUE = rf"""(?>{_TEXT}
      |\[[^\[\]{{}}"'\#\n]*+(?:{_TEXT}[^\[\]{{}}"'\#\n]*+)*+\]  # a list of texts
      |[^\s\["'{{\#][^"'{{\[\#\n]*+)                           # a date, a number
    [ \t\r]*+(?=\n)"""
_PLAIN = re.compile(_KEYED + _PLAIN_VALUE, re.VERBOSE)
"""A bare key with a value of one line: most of a ledger."""
_PLAIN_KEYS = re.compile(
    _KEYED + _PLAIN_VALUE + f"(?:{_KEYED.replace('(', '(?:')}{_PLAIN_VALUE})*+", re.VERBOSE
)
_VALUE_PART = re.compile(rf"""{_STRING}|#[^\n]*|[\[\]{{}}\n]|[^"'#\[\]{{}}\n]+""")


class TomlLine(NamedTuple):
    """A table header or a key with its value, from `start` up to and without `end`."""

    where: Where
    header: bool
    array: bool
    start: int
    end: int


def statements(text: str, *, one_by_one: bool = True) -> Iterator[TomlLine]:
    """Yield the statements of a valid TOML text in order.

    An element of an array of tables has its number in the path: ("progress", 0). If not
    `one_by_one`, keys below each other may be one statement, with the path of the first.
    """
    elements: dict[Where, int] = {}
    table: Where = ()
    position = 0
    pattern = _PLAIN if one_by_one else _PLAIN_KEYS
    while True:
        while plain := pattern.match(text, position):
            position = plain.end()
            start, path = plain.start(1), (*table, plain[1])
            yield TomlLine(path, header=False, array=False, start=start, end=position)
        start = position = _skip_blank(text, position)
        if position >= len(text):
            return
        if text[position] == "[":
            array = text.startswith("[[", position)
            keys, position = _read_keys(text, position + 1 + array)
            position += 1 + array
            table = _table_path(keys, elements, array=array)
            yield TomlLine(table, header=True, array=array, start=start, end=position)
        else:
            keys, position = _read_keys(text, position)
            position = _end_of_value(text, position + 1)
            yield TomlLine((*table, *keys), header=False, array=False, start=start, end=position)


class Lines:
    """Finds the line on which a value of a valid TOML text stands."""

    def __init__(self, text: str) -> None:
        self._line_of: dict[Where, int] = {}
        line, counted = 1, 0
        for statement in statements(text):
            line += text.count("\n", counted, statement.start)
            counted = statement.start
            for depth in range(1, len(statement.where) + 1):
                self._line_of.setdefault(statement.where[:depth], line)

    def of(self, where: Where) -> int:
        """Return the line, counted from 1, of a value or of the nearest thing around it."""
        while where:
            if where in self._line_of:
                return self._line_of[where]
            where = where[:-1]
        return 1


def _skip_blank(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position


def _read_keys(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """Return the parts of a dotted key, and where what follows it starts."""
    keys = []
    while match := _KEY.match(text, position):
        keys.append(_unquoted(match[1]))
        position = match.end()
        if not match[2]:
            break
    return tuple(keys), position


def _unquoted(key: str) -> str:
    if key[0] in "\"'":
        with suppress(tomli.TOMLDecodeError):  # an unknown escape: parsing reports it
            return next(iter(tomli.loads(f"{key} = 0")))
    return key


def _table_path(keys: tuple[str, ...], elements: dict[Where, int], *, array: bool) -> Where:
    """Return a header's path: the number of the current element follows each array's name."""
    path: Where = ()
    for position, key in enumerate(keys):
        path = (*path, key)
        if array and position == len(keys) - 1:
            elements[path] = elements.get(path, -1) + 1
        if path in elements:
            path = (*path, elements[path])
    return path


def _end_of_value(text: str, position: int) -> int:
    depth = 0
    while match := _VALUE_PART.match(text, position):
        part = match[0]
        if depth == 0 and part[0] in "#\n":
            break
        depth += (part in ("[", "{")) - (part in ("]", "}"))
        position = match.end()
    return position

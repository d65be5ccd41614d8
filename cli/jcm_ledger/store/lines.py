"""Where things stand in a TOML file: tomli gives values, not the lines they came from."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import NamedTuple

import tomli

from jcm_ledger.model.finding import Where

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*(\.)?""")
_STRING = (
    r'"""(?:\\[\s\S]|[^\\])*?(?:"{3,5}|\Z)'  # without an end, which is no TOML: the rest
    r"|'''[\s\S]*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_VALUE_PART = re.compile(rf"""{_STRING}|#[^\n]*|[\[\]{{}}\n]|[^"'#\[\]{{}}\n]+""")

_TEXT = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
# Keys with plain values, line after line: most of a ledger, passed over in one step.
_LINES = rf"""(?:[ \t]*+[A-Za-z0-9_-]++[ \t]*+=[ \t]*+
        (?>{_TEXT}
          |\[[^\[\]{{}}"'\#\n]*+(?:{_TEXT}[^\[\]{{}}"'\#\n]*+)*+\]   # a list of texts
          |[^\s\["'{{\#][^"'{{\[\#\n]*+)                            # a date, a number
        [ \t\r]*+\n)++"""
_PLAIN_LINES = re.compile(_LINES, re.VERBOSE)
_PLAIN_TABLE = re.compile(
    rf"""(?>\[([A-Za-z0-9_-]++)(?:\.([A-Za-z0-9_-]++))?\]   # [committee] or [meeting.ID]
          |\[\[([A-Za-z0-9_-]++)\]\])                      # [[progress]]
        [ \t\r]*+\n{_LINES}""",
    re.VERBOSE,
)
_PARAGRAPH = re.compile(r"(\[[^\n]*+\n(?:[^\r\n\[][^\n]*+\n)*+)\n*+")


class Statement(NamedTuple):
    """A table header or a key with its value, from `start` up to and without `end`."""

    where: Where
    header: bool
    array: bool
    start: int
    end: int


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a valid TOML text in order.

    An element of an array of tables has its number in the path: ("progress", 0).
    """
    elements: dict[Where, int] = {}
    table: Where = ()
    position = _skip_blank(text, 0)
    while position < len(text):
        start = position
        if text[position] == "[":
            array = text.startswith("[[", position)
            keys, position = _read_keys(text, position + 1 + array)
            position += 1 + array
            table = _table_path(keys, elements, array=array)
            yield Statement(table, header=True, array=array, start=start, end=position)
        else:
            keys, position = _read_keys(text, position)
            position = _end_of_value(text, position + 1)
            yield Statement((*table, *keys), header=False, array=False, start=start, end=position)
        position = _skip_blank(text, position)


class Table(NamedTuple):
    """A table from its header to the end of its last key; keys before any header are table ()."""

    where: Where
    start: int
    end: int


def tables(text: str) -> Iterator[Table]:
    """Yield the tables of a valid TOML text in order: what `statements` yields, put together."""
    elements: dict[Where, int] = {}
    table: Where = ()
    start = end = position = _skip_blank(text, 0)
    while position < len(text):
        if text[position] == "[":
            if end > start:
                yield Table(table, start, end)
            start = position
            array = text.startswith("[[", position)
            paragraph = _PARAGRAPH.match(text, position)
            if paragraph and (keys := _plain_header(paragraph[1])):
                table = _table_path(keys, elements, array=array)
                end, position = paragraph.end(1), paragraph.end()
                if text.startswith("[", position):
                    continue
            else:
                keys, position = _read_keys(text, position + 1 + array)
                table = _table_path(keys, elements, array=array)
                end = position = position + 1 + array
        elif plain := _PLAIN_LINES.match(text, position):
            end = position = plain.end()
        else:
            _keys, position = _read_keys(text, position)
            end = position = _end_of_value(text, position + 1)
        position = _skip_blank(text, position)
    if end > start:
        yield Table(table, start, end)


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


@cache
def _plain_header(paragraph: str) -> tuple[str, ...]:
    """Return the keys of a table's header if all its values are plain, else nothing.

    Kept, since what is merged has most of its tables three times.
    """
    table = _PLAIN_TABLE.fullmatch(paragraph)
    return tuple(filter(None, table.groups())) if table else ()


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
        with suppress(tomli.TOMLDecodeError):  # an unknown escape; who parses the text says so
            return next(iter(tomli.loads(f"{key} = 0")))
    return key


def _table_path(keys: tuple[str, ...], elements: dict[Where, int], *, array: bool) -> Where:
    """Return a header's path: the number of the current element follows each array's name."""
    if not elements and not array:
        return keys
    if len(keys) == 1 and array:
        number = elements[keys] = elements.get(keys, -1) + 1
        return *keys, number
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

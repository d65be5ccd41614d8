"""One of the ledgers that are merged: what it says, and its pieces."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from jcm_ledger.errors import InvalidLedger
from jcm_ledger.model.finding import Where
from jcm_ledger.store.pieces import Key, Part, Piece, are_apart, is_element, keyed, parts, says
from jcm_ledger.store.reading import toml

Document = dict[Any, Any]

Said = dict[Where, bytes]
"""What each element says, as bytes that are the same however it is laid out."""

Known = dict[str, tuple[Any, bytes]]
"""What a table says, and if it is an element as bytes too, by its text that was read before."""


class Side(Struct, frozen=True):
    """A ledger taken apart: what it and each of its elements say, its pieces, the blank end.

    `regular` is one that is TOML if each of its pieces is, and says what they say.
    """

    document: Document
    said: Said
    pieces: Mapping[Key, Piece]
    end: str
    regular: bool = False


def take_apart(data: bytes, whose: str, known: Known, newline: str | None = None) -> Side:
    """Return a ledger taken apart, with the newlines given; raise InvalidLedger if it is no TOML.

    Of one that is regular, what is `known` is not read again, and what is read becomes known:
    most of a ledger is the same on every side.
    """
    text = _text(data, whose)
    if newline is not None:
        text = text.replace("\r\n", "\n").replace("\n", newline)
    found, end = parts(text)
    tables = [each for each in found if isinstance(each, Part)]
    regular = _is_plain(data) and are_apart([part.owner for part in tables])
    read = _read_new if regular else _read_all
    document, said = read(tables, known, data, whose)
    return Side(document, said, keyed(found, said), end, regular)


_NO_TOML = bytes(set(range(32)) - set(b"\t\n\r")) + b"\x7f"
_MARKER = re.compile(rb"\n(?:<<<<<<<|=======|>>>>>>>)")


def _is_plain(data: bytes) -> bool:
    """Return whether comments and blank lines, which are not read apart, are as TOML has them."""
    return (
        len(data.translate(None, _NO_TOML)) == len(data)
        and data.count(b"\r") == data.count(b"\r\n")
        and not _MARKER.search(data)
    )


def _text(data: bytes, whose: str) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return toml(data, whose)[0]  # which says where


def _read_new(
    tables: Sequence[Part], known: Known, data: bytes, whose: str
) -> tuple[Document, Said]:
    """Return what a ledger and its elements say, reading only those tables that are not known."""
    fresh = [part for part in tables if part.body not in known]
    document = _read(None if len(fresh) == len(tables) else fresh, data, whose)
    numbers: Counter[str] = Counter()
    for owner, _gap, body in fresh:
        if is_element(owner):
            table = str(owner[0])
            value = document[table][numbers[table]]
            known[body] = value, says(value)
            numbers[table] += 1
        elif len(owner) > 1:
            known[body] = document[owner[0]][owner[1]], b""
    document |= {table: [] for table in numbers}
    said: Said = {}
    for owner, _gap, body in tables:
        if is_element(owner):
            value, said[owner] = known[body]
            document.setdefault(owner[0], []).append(value)
        elif len(owner) > 1:
            document.setdefault(owner[0], {})[owner[1]] = known[body][0]
    return document, said


def _read_all(
    tables: Sequence[Part], _known: Known, data: bytes, whose: str
) -> tuple[Document, Said]:
    """Return what a ledger and its elements say, reading all of it at once."""
    document = _read(None, data, whose)
    elements = {part.owner for part in tables if is_element(part.owner)}
    return document, {owner: says(document[owner[0]][owner[1]]) for owner in elements}


def _read(some: Iterable[Part] | None, data: bytes, whose: str) -> Document:
    """Return what a ledger says, or some parts of it; raise InvalidLedger if it is no TOML."""
    if some is None:
        return toml(data, whose)[1]
    text = "".join(f"{part.gap}{part.body}" for part in some)
    try:
        return toml(text.encode(), whose)[1]
    except InvalidLedger:
        toml(data, whose)  # the line is that of the whole
        raise

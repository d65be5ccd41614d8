"""One of the ledgers that are merged: its pieces, and what they say."""

import codecs
import re
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct

from jcm_ledger.model.finding import Where
from jcm_ledger.store.pieces import Key, Part, Piece, are_apart, is_element, keyed, parts, says
from jcm_ledger.store.reading import toml

Document = dict[Any, Any]


class Cut(Struct, frozen=True):
    """A ledger cut up: its pieces, those of them that are tables, and the blank end.

    `regular` is one that is TOML if each of its pieces is, and says what they say.
    """

    data: bytes
    whose: str
    found: list[Part | Piece]
    tables: list[Part]
    end: str
    regular: bool


class Side(Struct, frozen=True):
    """A ledger taken apart; `document` and `said`, of each element, are without `known` texts."""

    document: Document
    said: Mapping[Where, bytes]
    pieces: Mapping[Key, Piece]
    end: str
    regular: bool
    known: Collection[str]


def cut(data: bytes, whose: str, newline: str | None = None) -> Cut:
    """Return a ledger cut up, with the newlines given; raise InvalidLedger if it is no UTF-8."""
    text = _text(data, whose)
    if newline is not None:
        text = text.replace("\r\n", "\n").replace("\n", newline)
    found, end = parts(text)
    tables = [each for each in found if isinstance(each, Part)]
    regular = _is_plain(data) and are_apart([part.owner for part in tables])
    return Cut(data, whose, found, tables, end, regular)


def alike(one: Cut, two: Cut) -> Collection[str]:
    """Return the texts of tables that both sides have, once each; none unless both are regular."""
    if not (one.regular and two.regular):
        return frozenset()
    return _once(one) & _once(two)


def _once(side: Cut) -> frozenset[str]:
    """Return the texts of rows and elements that stand in a ledger once."""
    times = Counter([part.body for part in side.tables if len(part.owner) > 1])
    return frozenset(body for body, number in times.items() if number == 1)


def read(side: Cut, known: Collection[str] = ()) -> Side:
    """Return a ledger taken apart, reading all but `known` texts; raise InvalidLedger.

    An element of a known text counts as saying that text. What is not regular is read whole.
    """
    known = known if side.regular else ()
    fresh = [part for part in side.tables if part.body not in known]
    data = "".join(f"{part.gap}{part.body}" for part in fresh).encode() if known else side.data
    document: Document = toml(data, side.whose)[1]
    elements = dict.fromkeys(part.owner for part in fresh if is_element(part.owner))
    numbers: Counter[str] = Counter()
    said = {}
    for owner in elements:
        array = str(owner[0])
        said[owner] = says(document[array][numbers[array]])
        numbers[array] += 1
    texts = {
        part.owner: part.body.encode()
        for part in side.tables
        if part.body in known and is_element(part.owner)
    }
    return Side(document, said, keyed(side.found, said | texts), side.end, side.regular, known)


def _text(data: bytes, whose: str) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return toml(data, whose)[0]  # which says where


_NO_TOML = bytes(set(range(32)) - set(b"\t\n\r")) + b"\x7f"
_MARKER = re.compile(rb"\n(?:<<<<<<<|=======|>>>>>>>)")


def _is_plain(data: bytes) -> bool:
    """Return whether comments and blank lines, which are not read apart, are as TOML has them."""
    return (
        len(data.translate(None, _NO_TOML)) == len(data)
        and data.count(b"\r") == data.count(b"\r\n")
        and not _MARKER.search(data)
    )

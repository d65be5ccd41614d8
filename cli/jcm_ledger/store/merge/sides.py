"""A ledger that is to be merged, as pieces under their keys."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from msgspec import Struct

from jcm_ledger.errors import InvalidLedger
from jcm_ledger.errors.git import CannotMerge
from jcm_ledger.model.finding import Where
from jcm_ledger.store.document import toml
from jcm_ledger.store.journal import JOURNAL, canonical, translations, untranslated
from jcm_ledger.store.merge.pieces import Content, Key, Part, Piece, is_element, keyed, parts
from jcm_ledger.store.text import newline, resolved, with_newlines

Document = dict[Any, Any]


class LedgerPieces(Struct, frozen=True):
    """A ledger taken apart: its document, its pieces by their keys, and the blank end.

    `data` are its bytes; the pieces may have other newlines.
    """

    data: bytes
    document: Document
    pieces: Mapping[Key, Piece]
    end: str


Found = list[Part | Piece]


def read_both(ours: bytes, theirs: bytes, name: str) -> tuple[LedgerPieces, LedgerPieces]:
    """Return two ledgers taken apart, with our newlines; raise CannotMerge if one is no TOML."""
    try:
        return read(ours, "our side"), read(theirs, "their side", newline(ours))
    except InvalidLedger as error:
        raise CannotMerge(name, error.problems[0]) from None


def read(data: bytes, whose: str, style: str | None = None) -> LedgerPieces:
    """Return a ledger taken apart, with the newlines given; raise InvalidLedger."""
    text, document = toml(data, whose)
    found, end = parts(with_newlines(text, style or newline(data)))
    return LedgerPieces(data, document, by_key(found, document), end)


def by_key(found: Found, document: Document) -> dict[Key, Piece]:
    """Return pieces of a ledger in their order, by their keys."""
    owners = {part.owner for part in found if isinstance(part, Part) and is_element(part.owner)}
    return keyed(found, {owner: _content(owner, document) for owner in owners})


def _content(owner: Where, document: Document) -> Content:
    element = document[owner[0]][owner[1]]
    if owner[0] == JOURNAL:
        return Content(untranslated(element), translations(element))
    return Content(canonical(element))


def read_base(data: bytes) -> LedgerPieces:
    """Return the common state, as far as it can be read.

    In a criss-cross history git merges the common states first, and that may leave conflicts. What
    stands between their markers counts as new on both sides.
    """
    text = data.decode(errors="replace")
    for candidate in (text, resolved(text, lambda _conflict: "")):
        with suppress(InvalidLedger):
            return read(candidate.encode(), "the common state")
    return read(b"", "the common state")

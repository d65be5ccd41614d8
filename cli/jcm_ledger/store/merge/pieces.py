"""A ledger's text as pieces: its tables with the comments right above them, and comments alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jcm_ledger.model.finding import Where
from jcm_ledger.rules.alterations import Translations
from jcm_ledger.store.lines import statements
from jcm_ledger.store.text import with_newlines

_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
_COMMENTS = re.compile(r"(?:[ \t]*#[^\n]*(?:\n|\Z))*")


class TableKey(NamedTuple):
    """The key of a table in a merge: its path, whatever the table holds."""

    where: Where
    nth: int


class ElementKey(NamedTuple):
    """The key of an entry in a merge: its canonical form without translations, in any layout."""

    array: str
    canonical: bytes
    nth: int


class RemarkKey(NamedTuple):
    """The key of a paragraph of comments that belongs to no table: its text."""

    text: str
    nth: int


Key = TableKey | ElementKey | RemarkKey

TOP = TableKey((), 0)
"""The keys that stand before every table."""

REST = TableKey((), 1)
"""All tables of a ledger but its entries, where they are merged as one piece."""


class Content(NamedTuple):
    """What an element of an array holds: its canonical form, and the translations beside it."""

    canonical: bytes
    translations: Translations = ()


class Piece(NamedTuple):
    """A piece of a text: the blank lines before it, and its own lines.

    `translations` are those of an entry: the one side of a merge may have them, the other not.
    """

    gap: str
    body: str
    translations: Translations = ()

    @property
    def plain(self) -> str:
        """The lines as compared: whatever the newline, and with or without a final one."""
        return with_newlines(self.body, "\n").removesuffix("\n")


class Part(NamedTuple):
    """A piece that has an owner: `("commitment", ID)`, or `("progress", N)` for its Nth element."""

    owner: Where
    gap: str
    body: str


def is_element(owner: Where) -> bool:
    """Return whether an owner is an element of an array of tables."""
    return len(owner) > 1 and isinstance(owner[1], int)


def is_entry(piece: Part | Piece) -> bool:
    """Return whether a piece is an entry, or a part of one."""
    return isinstance(piece, Part) and piece.owner[:1] == ("progress",) and is_element(piece.owner)


def parts(text: str) -> tuple[list[Part | Piece], str]:
    """Return the pieces of a TOML text in order, comments without an owner, and the blank end.

    The pieces and the end together are the text. Of a text that is no TOML they may be anything.
    """
    found: list[Part | Piece] = []
    end = 0
    for owner, start, stop in _runs(text):
        first = start
        for begin, finish in _paragraphs(text, end, start):
            if finish == start:
                first = begin  # right above the table
            else:
                found.append(Piece(text[end:begin], text[begin:finish]))
                end = finish
        found.append(Part(owner, text[end:first], text[first:stop]))
        end = stop
    for begin, finish in _paragraphs(text, end, len(text)):
        found.append(Piece(text[end:begin], text[begin:finish]))
        end = finish
    return found, text[end:]


def keyed(found: Iterable[Part | Piece], contents: Mapping[Where, Content]) -> dict[Key, Piece]:
    """Return pieces in their order by their keys; equal ones are told apart by `nth`.

    `contents` is what each element holds, by its owner.
    """
    pieces: dict[Key, Piece] = {}
    again: Counter[Key] = Counter()
    for part in found:
        key: Key
        translations: Translations = ()
        if isinstance(part, Piece):
            key = RemarkKey(part.plain, 0)
        elif part.owner in contents:
            canonical, translations = contents[part.owner]
            key = ElementKey(str(part.owner[0]), canonical, 0)
        else:
            key = TableKey(part.owner, 0)
        if key in pieces:
            again[key] += 1
            key = key._replace(nth=again[key])
        pieces[key] = Piece(part.gap, part.body, translations)
    return pieces


def _runs(text: str) -> Iterator[tuple[Where, int, int]]:
    """Yield each run of tables with one owner, in whole lines: the owner, from where to where.

    `[commitment.x.more]` belongs to `[commitment.x]`, and `[progress.more]` to its entry.
    """
    owner: Where | None = None
    first = last = 0
    for where, header, _array, start, end in statements(text, one_by_one=False):
        here = where[:2] if header else owner or ()
        if here != owner:
            begin = text.rfind("\n", 0, start) + 1
            if owner is not None:
                yield owner, first, _with_comments_below(text, last, begin)
            owner, first = here, begin
        last = end
    if owner is not None:
        yield owner, first, _with_comments_below(text, last, len(text))


def _with_comments_below(text: str, end: int, until: int) -> int:
    """Return where a run ends with the comments right below it, unless they lead to the next.

    `end` is where its last value ends, or just after; `until` where the next table begins.
    """
    end = _line_end(text, end)
    if text.startswith("\n", end):
        return end
    comments = _COMMENTS.match(text, end, until)
    below = comments.end() if comments else end
    return below if below < until or until == len(text) else end


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield first and last position of each paragraph in a stretch of comments and blank lines."""
    position = end if text[start:end].isspace() else start
    while position < end:
        blank = _BLANK_LINES.match(text, position, end)
        position = blank.end() if blank else position
        comments = _COMMENTS.match(text, position, end)
        if comments is None or comments.end() == position:
            return
        yield position, comments.end()
        position = comments.end()


def _line_end(text: str, position: int) -> int:
    """Return where the line ends that a position is on, or just after; its newline included."""
    if text[position - 1 : position] == "\n":
        return position
    newline = text.find("\n", position)
    return len(text) if newline < 0 else newline + 1

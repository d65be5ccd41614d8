"""A ledger's text as pieces: its tables with the comments right above them, and comments alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from jcm_ledger.model.finding import Where
from jcm_ledger.store.lines import tables

_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
_COMMENTS = re.compile(r"(?:[ \t]*#[^\n]*(?:\n|\Z))*")


class Table(NamedTuple):
    """What makes a keyed table the same on two sides: where it stands, whatever it says."""

    where: Where
    nth: int


class Element(NamedTuple):
    """What makes an entry the same on two sides: what it says, however it is laid out."""

    array: str
    says: bytes
    nth: int


class Words(NamedTuple):
    """A paragraph of comments that belongs to no table."""

    text: str
    nth: int


class _Run(NamedTuple):
    owner: Where
    start: int
    end: int


Key = Table | Element | Words

TOP = Table((), 0)
"""The keys that stand before every table."""


class Piece(NamedTuple):
    """A piece of a text: the blank lines before it, and its own lines."""

    gap: str
    body: str

    @property
    def plain(self) -> str:
        """The lines as compared: whatever the newline, and with or without a final one."""
        return _plain(self.body)


def split(text: str, document: Mapping[str, Any]) -> tuple[dict[Key, Piece], str]:
    """Return the pieces of a TOML text in order, and the blank lines at its end.

    `document` is what the text parses to. The pieces and the end together are the text.
    """
    pieces: dict[Key, Piece] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    end = 0

    def add(kind: Callable[..., Key], same: tuple[object, ...], start: int, stop: int) -> int:
        key = kind(*same, seen[kind, *same])
        seen[kind, *same] += 1
        pieces[key] = Piece(text[end:start], text[start:stop])
        return stop

    for owner, start, stop in _runs(text):
        first = start
        for begin, finish in _paragraphs(text, end, start):
            if finish == start:
                first = begin  # right above the table
            else:
                end = add(Words, (_plain(text[begin:finish]),), begin, finish)
        if len(owner) > 1 and isinstance(number := owner[1], int):
            array = str(owner[0])
            end = add(Element, (array, says(document[array][number])), first, stop)
        else:
            end = add(Table, (owner,), first, stop)
    for begin, finish in _paragraphs(text, end, len(text)):
        end = add(Words, (_plain(text[begin:finish]),), begin, finish)
    return pieces, text[end:]


def says(table: object) -> bytes:
    """Return what a table says, the same bytes however it is laid out and whatever `by`'s case."""
    if isinstance(table, dict) and isinstance(by := table.get("by"), str):
        table = {**table, "by": by.casefold()}
    try:
        return msgspec.json.encode(table, order="deterministic")
    except OverflowError:  # a whole number of more than 64 bits
        return repr(table).encode()


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").removesuffix("\n")


def _runs(text: str) -> Iterator[_Run]:
    """Yield each run of tables with one owner, in whole lines.

    `[commitment.x.more]` belongs to `[commitment.x]`, and `[progress.more]` to its entry.
    """
    run: _Run | None = None
    for where, start, end in tables(text):
        owner, first, last = where[:2], text.rfind("\n", 0, start) + 1, _line_end(text, end)
        if run and run.owner == owner:
            run = run._replace(end=last)
            continue
        if run:
            yield _with_comments_below(run, text, first)
        run = _Run(owner, first, last)
    if run:
        yield _with_comments_below(run, text, len(text))


def _with_comments_below(run: _Run, text: str, until: int) -> _Run:
    """Return the run with the comments right below it, unless they lead to the next table."""
    comments = _COMMENTS.match(text, run.end, until)
    below = comments.end() if comments else run.end
    return run._replace(end=below) if below < until or until == len(text) else run


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield first and last position of each paragraph in a stretch of comments and blank lines."""
    position = start
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
    if position and text[position - 1] == "\n":
        return position
    newline = text.find("\n", position)
    return len(text) if newline < 0 else newline + 1

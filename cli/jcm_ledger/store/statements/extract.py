"""What a reader takes out of a file, before it is known what leads what in."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jcm_ledger.errors.statements import StatementTooLong
from jcm_ledger.store.statements.marks import ListMark


class Role(StrEnum):
    """What a file says that a stretch of text is."""

    TEXT = "text"  # a paragraph, a point or a heading: the file does not say
    HEADING = "heading"
    POINT = "point"
    ROW = "row"


class Stretch(NamedTuple):
    """A heading, paragraph, point or row as a file has it, in its own words.

    `depth` is how deep in lists it stands, from 1; 0 for what is in none, and for files that do
    not say. `indent` is how many columns of a plain text stand before it. `mark` is the mark that
    a list shows beside it; one that is typed stands in its text.
    """

    text: str
    role: Role = Role.TEXT
    depth: int = 0
    indent: int = 0
    mark: ListMark | None = None


BETWEEN_CELLS = " | "


def row(cells: Iterable[str]) -> Stretch:
    """Return the cells of a row as a stretch; one without text keeps its place, but at the end."""
    texts = [" ".join(cell.split()) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return Stretch(BETWEEN_CELLS.join(texts), Role.ROW)


MOST_LETTERS, MOST_STRETCHES = 250_000, 4_000
"""Of a statement: some eighty pages, and no joint statement has as many."""


def limited(stretches: Iterable[Stretch], name: str) -> list[Stretch]:
    """Return stretches as a list; raise StatementTooLong as soon as they are too much."""
    found = []
    letters = 0
    for stretch in stretches:
        found.append(stretch)
        letters += len(stretch.text)
        if letters > MOST_LETTERS or len(found) > MOST_STRETCHES:
            raise StatementTooLong(name, MOST_LETTERS, MOST_STRETCHES)
    return found


class Extract(NamedTuple):
    """What stands in a file, in reading order, and what the file says about it."""

    stretches: list[Stretch]
    title: str = ""
    day: date | None = None
    address: str = ""
    sides: tuple[str, ...] = ()

"""A joint statement as a document: its passages in reading order, each to the letter."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class PassageKind(StrEnum):
    """What a passage of a statement is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"  # one point of a list, whatever marks it
    CELL = "cell"  # a row of a table, its cells apart by " | "


class Passage(Struct, frozen=True, kw_only=True):
    """A heading, a paragraph, a point of a list or a row of a table.

    `number` is what the statement itself numbers it by, without the mark around it ("6", "2(a)").
    Where it numbers most paragraphs, what stands between two has the number of the first, or of
    what leads it in, and "0" before the first of all. Where it does not, the number is the count
    among the passages that are no headings, from 1. `text` is as the source has it, without that
    number or bullet; white space at its ends is gone, and each run of it within is one blank, but
    for an empty cell between two others. `level` is how deep a bullet lies, 0 for what is none,
    and `lead` is the index of the passage that leads a bullet in, None where nothing does.
    """

    number: str
    text: str
    kind: PassageKind = PassageKind.PARAGRAPH
    level: int = 0
    lead: int | None = None


class Statement(Struct, frozen=True, kw_only=True):
    """A joint statement as read from a file: what it says, and what the file says about it.

    `lang` is that of most of its letters ("en", "ja"). `day` is that of the statement where the
    file tells it, else None; `address` and `sides` likewise.
    """

    passages: tuple[Passage, ...]
    lang: str
    title: str = ""
    day: date | None = None
    address: str = ""
    sides: tuple[str, ...] = ()

"""What stands in a cell of a table or beside the name of a fact, typed by what it means.

Every cell has its words as `text`. A format that can do more with a type (link, colour, sort,
align) does; to any other the words are enough.
"""

from datetime import date

from msgspec import Struct

from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.rules.standing import Timing

Narrowing = tuple[tuple[str, str], ...]
"""What the table of all commitments is narrowed to: keys of its choices, each with a value."""


class Cell(Struct, frozen=True, gc=False):
    """Words, of the ledger or ours. None of them is safe for a medium yet."""

    text: str


class Text(Cell, frozen=True, gc=False):
    """Words in a language (BCP 47), "" for that of the outline."""

    lang: str = ""


class Reference(Cell, frozen=True, gc=False):
    """A commitment: its title, and the id that its dossier stands under."""

    id: str


class StatusText(Cell, frozen=True, gc=False):
    """A status somebody reported, None where nobody has."""

    status: Status | None


class TimingText(Cell, frozen=True, gc=False):
    """A timing. `days` sorts equal ones: days to the deadline or review, else the age, negative."""

    timing: Timing
    days: int


class DeadlineText(Cell, frozen=True, gc=False):
    """A deadline, None where there is none."""

    deadline: Period | None


class OwnersText(Cell, frozen=True, gc=False):
    """The owners of a commitment, with their ids, and what each is called among the words.

    There are no `names` where each is called by its id. Where acronyms are spelled out among the
    words, `short` is without, for a medium that has another way to do it, or no room; "" where
    nothing is.
    """

    ids: tuple[str, ...]
    short: str = ""
    names: tuple[str, ...] = ()


class BodyText(Cell, frozen=True, gc=False):
    """A body with its id and its names, each in its language; `narrows` leaves what it owns.

    `short` is what it is called above its names: its id, or in Japanese 「外務省」.
    """

    id: str
    short: str
    names: tuple[Text, ...]
    narrows: Narrowing = ()


class Number(Cell, frozen=True, gc=False):
    """A count."""

    number: int


class Day(Cell, frozen=True, gc=False):
    """A day, None where there is none."""

    day: date | None


class LinesText(Cell, frozen=True, gc=False):
    """Words in lines above each other; `text` has them in one."""

    lines: tuple[str, ...]


class ReferencesText(LinesText, frozen=True, gc=False):
    """Commitments by their titles, a line each, and the ids that their dossiers stand under."""

    ids: tuple[str, ...]


class ReportedText(LinesText, frozen=True, gc=False):
    """What a side reported last: its status is the first line."""

    status: Status | None


class Cited(Struct, frozen=True, gc=False):
    """What somebody cited: an address of the web, a reference or the name of a file.

    `title` is what it is called, "" where it has no name but that.
    """

    title: str
    address: str


class Sources(Cell, frozen=True, gc=False):
    """The evidence that somebody cited."""

    evidence: tuple[Cited, ...]


def number(count: int) -> Number:
    """Return a count, its thousands set apart."""
    return Number(f"{count:,}", count)

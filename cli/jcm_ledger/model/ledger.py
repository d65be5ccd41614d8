"""The tables of a ledger as values that never change."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind, Status, Strength

COMMITTEE = "committee"
"""Who reports when both sides report together."""

LAST_PARAGRAPH = 99_999
"""No joint statement has as many: a greater number is a slip of the keyboard."""

Paragraph = Annotated[int, Meta(ge=0, le=LAST_PARAGRAPH)]
"""The number of a paragraph."""


class Deadline:
    """A deadline as the ledger gives it: a period, or a meeting by whose last day it falls due.

    Exactly one of `period` and `meeting` is set.
    """

    __slots__ = ("meeting", "period")

    def __init__(self, *, period: Period | None = None, meeting: str | None = None) -> None:
        self.period = period
        self.meeting = meeting

    @classmethod
    def parse(cls, text: str) -> "Deadline":
        """Return the period that the text spells, else a meeting of this id; raise BadPeriod.

        An id may begin with a digit. Only a blank text is neither.
        """
        try:
            return cls(period=Period.parse(text))
        except BadPeriod:
            if not text.strip():
                raise
            return cls(meeting=text)

    def __str__(self) -> str:
        return self.meeting or str(self.period)

    def __repr__(self) -> str:
        return f"Deadline({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Deadline):
            return NotImplemented
        return (self.period, self.meeting) == (other.period, other.meeting)

    def __hash__(self) -> int:
        return hash((self.period, self.meeting))


class Committee(Struct, frozen=True, kw_only=True):
    """The body that meets, and its sides in the order they are shown."""

    name: str
    sides: tuple[str, ...]
    name_ja: str | None = None
    acronym: str | None = None


class Meeting(Struct, frozen=True, kw_only=True):
    """A meeting of the committee: held on a day, expected within a period, or both."""

    id: str
    title: str | None = None
    held: date | None = None
    expected: Period | None = None
    place: str | None = None
    chairs: tuple[str, ...] = ()
    statement: str | None = None
    published: date | None = None
    url: str | None = None
    url_ja: str | None = None

    @property
    def name(self) -> str:
        """The title, or the id of a meeting that has none."""
        return self.title or self.id

    @property
    def made(self) -> Period:
        """When it made its commitments: the day it was held, else the period it is expected in."""
        if self.held is not None:
            return Period(self.held, self.held)
        if self.expected is None:
            raise ValueError(self.id)  # reading refuses a meeting that has neither
        return self.expected

    def period(self, day: date) -> Period:
        """Return when the meeting takes or took place, as known on `day`.

        A meeting that is held later still counts by its expected period, if it has one.
        """
        if self.held is not None and self.held > day and self.expected is not None:
            return self.expected
        return self.made


class Organisation(Struct, frozen=True, kw_only=True):
    """A body that owns commitments or reports on them."""

    id: str
    name: str
    side: str
    kind: str | None = None
    name_ja: str | None = None
    part_of: str | None = None
    contact: str | None = None


# Excluded from cyclic garbage collection, which takes memory for each of them; defaults are left
# out when encoded, so that the cache is smaller.
class Commitment(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One thing that a joint statement says will be done."""

    id: str
    title: str
    meeting: str
    owners: tuple[str, ...]
    summary: str | None = None
    paragraph: Paragraph | None = None
    owners_inferred: bool = False
    frameworks: tuple[str, ...] = ()
    theme: str | None = None
    strength: Strength | None = None
    kind: Kind = Kind.ONE_OFF
    deadline: Deadline | None = None
    deadline_text: str | None = None
    review_by: date | None = None
    supersedes: str | None = None


class Entry(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):  # as above
    """One `[[progress]]` table: what somebody put on file about a commitment on a date."""

    commitment: str
    date: date
    by: str | None = None
    status: Status | None = None
    deadline: Deadline | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()


class Ledger(Struct, frozen=True, kw_only=True):
    """A whole ledger. Mappings are keyed by id; `journal` is in the order of the file."""

    committee: Committee
    meetings: dict[str, Meeting] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    journal: tuple[Entry, ...] = ()

    def sides_of(self, reporter: str | None) -> tuple[str, ...]:
        """Return the sides that an entry by `reporter` speaks for: one, all, or none."""
        if reporter == COMMITTEE:
            return self.committee.sides
        organisation = self.organisations.get(reporter or "")
        return (organisation.side,) if organisation else ()

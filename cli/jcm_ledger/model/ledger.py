"""The tables of a ledger as values that never change."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind, Status, Strength

COMMITTEE = "committee"
"""Who reports when both sides report together, and who owns what all sides own."""

LAST_PARAGRAPH = 99_999
"""No joint statement has as many: a greater number is a slip of the keyboard."""

Paragraph = Annotated[int, Meta(ge=0, le=LAST_PARAGRAPH)]
"""The number of a paragraph."""

PlaceInStatement = Paragraph | str
"""Where something stands in a statement: a paragraph's number, or a text: "113.6", "Annex B, 3"."""

FIELDS = "[field]"
"""Under which the keys that a ledger declares are read: no bare key of TOML is spelled so."""

Ids = str | tuple[str, ...]
"""One id, or a list of them."""


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


class Theme(Struct, frozen=True, kw_only=True):
    """A theme of commitments, which name it by its id."""

    id: str
    title: str | None = None
    title_ja: str | None = None


class OwnColumn(Struct, frozen=True, kw_only=True):
    """A `[field.ID]` table: a text key of commitments that the users of a ledger declare.

    `values`, if there are any, are all that it may hold.
    """

    id: str
    title: str | None = None
    title_ja: str | None = None
    values: tuple[str, ...] = ()


class Checking(Struct, frozen=True, kw_only=True):
    """The `[check]` table: the codes of the warnings that `jcm check` is to leave out."""

    ignore: tuple[str, ...] = ()


class Circulation(Struct, frozen=True, kw_only=True):
    """The `[report]` table: whose paper a report is, and how long silence may last.

    `marking` stands at the head and foot of every page.
    """

    title: str | None = None
    marking: str | None = None
    prepared_by: str | None = None
    contact: str | None = None
    distribution: str | None = None
    silence: Duration | None = None


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
    title_ja: str | None = None
    place_ja: str | None = None

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
    """A body that owns commitments or reports on them.

    One without a side is outside the committee: a firm, a university. It takes the place of the
    bodies that it `succeeds` from the day `since` on, from the first day if that is None.
    """

    id: str
    name: str
    side: str | None = None
    kind: str | None = None
    name_ja: str | None = None
    short_ja: str | None = None
    part_of: str | None = None
    succeeds: Ids = ()
    since: date | None = None
    contact: str | None = None

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The ids of the bodies that it succeeds."""
        return as_ids(self.succeeds)


# Excluded from cyclic garbage collection, which takes memory for each of them; defaults are left
# out when encoded, so that the cache is smaller.
class Commitment(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One thing that a joint statement says will be done.

    `owners` are those that the statement names: ids of bodies, names of sides, or COMMITTEE for
    all sides; entries may hand over to others. `fields` are the keys that `[field.ID]` declares.
    """

    id: str
    title: str
    meeting: str
    owners: tuple[str, ...]
    summary: str | None = None
    paragraph: PlaceInStatement | None = None
    part_of: str | None = None
    owners_inferred: bool = False
    frameworks: tuple[str, ...] = ()
    theme: str | None = None
    strength: Strength | None = None
    kind: Kind = Kind.ONE_OFF
    deadline: Deadline | None = None
    deadline_text: str | None = None
    review_by: date | None = None
    report_every: Duration | None = None
    supersedes: Ids = ()
    title_ja: str | None = None
    summary_ja: str | None = None
    deadline_text_ja: str | None = None
    fields: dict[str, str] = field(default_factory=dict, name=FIELDS)

    @property
    def superseded(self) -> tuple[str, ...]:
        """The ids of the commitments that it supersedes."""
        return as_ids(self.supersedes)


class Entry(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):  # as above
    """One `[[progress]]` table: what somebody put on file about a commitment on a date.

    `by` is who reports it, `on_behalf_of` the body that is spoken for if that is another one.
    `happened` is when the thing took place. `owners`, if given, are all that own it from now on.
    `commission` is the reference of the request that it answers.
    """

    commitment: str
    date: date
    by: str | None = None
    on_behalf_of: str | None = None
    status: Status | None = None
    happened: Period | None = None
    deadline: Deadline | None = None
    owners: tuple[str, ...] | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    commission: str | None = None
    note_ja: str | None = None

    @property
    def speaker(self) -> str | None:
        """Who is spoken for: the body it is made on behalf of, else the one that reports."""
        return self.on_behalf_of or self.by


TRANSLATIONS = tuple(key for key in Entry.__struct_fields__ if key.endswith("_ja"))
"""The keys that may be added to an entry on file: what it says, in Japanese."""


class Ledger(Struct, frozen=True, kw_only=True):
    """A whole ledger. Mappings are keyed by id; `journal` is in the order of the file."""

    committee: Committee
    meetings: dict[str, Meeting] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    columns: dict[str, OwnColumn] = field(default_factory=dict)
    checking: Checking = field(default_factory=Checking)
    circulation: Circulation = field(default_factory=Circulation)
    journal: tuple[Entry, ...] = ()

    @property
    def bodies(self) -> dict[str, Organisation]:
        """The organisations, and each side as a body of its own unless one has its name as id."""
        sides = [side for side in self.committee.sides if side not in self.organisations]
        as_bodies = {side: Organisation(id=side, name=side, side=side) for side in sides}
        return {**self.organisations, **as_bodies}

    def named(self, owners: tuple[str, ...]) -> tuple[str, ...]:
        """Return owners as the ids of bodies: COMMITTEE becomes every side, nobody comes twice."""
        if COMMITTEE in owners:
            each = ((o,) if o != COMMITTEE else self.committee.sides for o in owners)
            owners = tuple(name for names in each for name in names)
        return tuple(dict.fromkeys(owners))

    def side_of(self, body: str | None) -> str | None:
        """Return the side of a body, or the side itself; None for what is outside or unknown."""
        organisation = self.organisations.get(body or "")
        if organisation is not None:
            return organisation.side
        return body if body in self.committee.sides else None

    def sides_of(self, bodies: tuple[str, ...]) -> tuple[str, ...]:
        """Return the sides of bodies, each once, in the committee's order."""
        sides = {self.side_of(body) for body in self.named(bodies)}
        return tuple(side for side in self.committee.sides if side in sides)


def as_ids(ids: Ids) -> tuple[str, ...]:
    """Return one id or a list of them as a tuple."""
    return (ids,) if isinstance(ids, str) else ids

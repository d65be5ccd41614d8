"""What an outline is made of: sections, and the blocks that a section holds.

A renderer has one function a type of block, draws the blocks in their order, and leaves out what
its medium cannot draw; a section of which nothing is drawn is left out with its title. Words are
those of the ledger and ours, and none of them is safe for a medium yet.
"""

from datetime import date
from typing import Literal

from msgspec import Struct

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.render.outline.cells import Cell, Narrowing, Reference, Sources, Text, number
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.standing import Standing
from jcm_ledger.rules.timeline import Timeline, timeline


class Link(Struct, frozen=True, kw_only=True):
    """An address, what it is called, and the language of what it leads to (BCP 47)."""

    label: str
    address: str
    lang: str


class MeetingLine(Struct, frozen=True, kw_only=True):
    """A meeting in words, when it is or was, and where its statement is published."""

    id: str
    name: str
    text: str
    when: Period
    links: tuple[Link, ...]


class Column(Struct, frozen=True, kw_only=True):
    """A column of a table: its title, and its share of the width beside the others.

    A column of numbers stands on the right, and the one that `heads` says what each row is about.
    `empty` is what a cell says that has nothing.
    """

    title: str
    weight: int = 1
    number: bool = False
    heads: bool = False
    empty: str = ""


class Block(Struct, frozen=True):
    """What a section holds."""


class Prose(Block, frozen=True):
    """A sentence or more."""

    text: str


class Figure(Struct, frozen=True):
    """A count with its name; `status` where it counts those of one, None for nothing on file.

    `narrows` leaves in the table of all commitments what is counted; None where nothing does.
    """

    name: str
    number: int
    status: Status | None = None
    narrows: Narrowing | None = None


class FigureList(Block, frozen=True, kw_only=True):
    """How many there are, how many of each status, and how many somebody should look at."""

    total: Figure
    statuses: tuple[Figure, ...]
    pressing: tuple[Figure, ...]
    reported: str
    """What the statuses are together."""

    @property
    def all(self) -> tuple[Figure, ...]:
        """Every count."""
        return (self.total, *self.statuses, *self.pressing)


class Table(Block, frozen=True, kw_only=True):
    """A table: rows of cells under columns.

    `elsewhere` is the key of a section that has all the rows, so that a page may show the first
    ones alone; it is "" where all must be shown. `layout` is how a page shares the width
    among the columns: one of those that its style sheet has, "" for what a browser makes of it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    elsewhere: str = ""
    layout: Literal["", "brief", "items", "differing", "bodies"] = ""


class Listing(Table, frozen=True, kw_only=True):
    """A table of every commitment, for a medium that cannot sort and narrow one."""


class Counts(Struct, frozen=True, kw_only=True):
    """The counts of one part, under its name; `narrows` leaves the part."""

    name: str
    figures: FigureList
    narrows: Narrowing = ()


class Breakdown(Block, frozen=True, kw_only=True):
    """The whole in parts: each with its counts and the table of what is in it.

    A medium that can draw proportions draws the counts, any other the tables under the names.
    """

    title: str
    parts: tuple[Counts, ...]
    tables: tuple[Table, ...]


class Comparison(Block, frozen=True, kw_only=True):
    """The counts of several parts beside each other; one commitment may be in several."""

    title: str
    parts: tuple[Counts, ...]

    @property
    def table(self) -> Table:
        """The counts as a table, a column a part: what is pressing before the statuses.

        What no part has is left out.
        """
        counts = [
            (part.figures.total, *part.figures.pressing, *part.figures.statuses)
            for part in self.parts
        ]
        return Table(
            columns=(
                Column(title="", weight=3, heads=True),
                *(Column(title=part.name, number=True) for part in self.parts),
            ),
            rows=tuple(
                (Text(beside[0].name), *(number(each.number) for each in beside))
                for beside in zip(*counts, strict=True)
                if any(each.number for each in beside)
            ),
        )


class EntryLine(Struct, frozen=True, kw_only=True, gc=False):
    """An entry of the journal, in words.

    `when` is the day in words, `news` what it reports, "" for a note alone, and `status` what it
    reports of the status; `evidence` has no words where nothing is cited.
    """

    day: date
    when: str
    about: Reference
    by: str
    news: str
    status: Status | None
    note: str
    evidence: Sources


class Entries(Block, frozen=True, kw_only=True):
    """Entries, the latest first; `evidence` is what their evidence is called."""

    entries: tuple[EntryLine, ...]
    evidence: str


class Fact(Struct, frozen=True, gc=False):
    """A fact of a dossier: a value under a name.

    In a table of dossiers it stands in the column of number `column`, as the lines of `short`,
    which need no name, and its sources after those.
    """

    name: str
    value: Cell
    column: int
    short: tuple[str, ...]


class Dossier(Struct, frozen=True, kw_only=True, gc=False):
    """All that is on file about one commitment.

    `statements` lead to where it was stated, `entries` are its journal, the oldest first.
    """

    about: Reference
    summary: str
    facts: tuple[Fact, ...]
    statements: tuple[Link, ...]
    entries: tuple[EntryLine, ...]


class Dossiers(Block, frozen=True, kw_only=True):
    """A dossier a commitment; `columns` are for a medium that draws them as a table.

    The first column is that of the commitment itself, the last that of its entries. `id` is what
    its id is called, `entries` what its entries are, and `evidence` what these cite.
    """

    columns: tuple[Column, ...]
    dossiers: tuple[Dossier, ...]
    id: str
    entries: str
    evidence: str


class Drawing(Block, frozen=True, kw_only=True):
    """The commitments along the days, for a medium that can draw; laid out when it is asked for.

    `say` has the words of its bars, `commitment` and `timing` are what its margins are called.
    `elsewhere` is the key of a section that has all of them, where a page draws the first only.
    """

    rows: tuple[Standing, ...]
    say: Phrases
    as_of: date
    commitment: str
    timing: str
    elsewhere: str

    @property
    def timeline(self) -> Timeline:
        """The bars, by deadline, over their axis."""
        return timeline(sort(self.rows, Sort.DEADLINE), self.as_of)


class Choice(Struct, frozen=True, kw_only=True):
    """What a table can be narrowed by: a key, its name, and each value with its words."""

    key: str
    title: str
    values: tuple[tuple[str, str], ...]


class Meetings(Block, frozen=True):
    """Every meeting, for a medium that has not room for them at its head."""

    meetings: tuple[MeetingLine, ...]


class Section(Struct, frozen=True, kw_only=True):
    """A section: the key that links lead to, its title, and what it holds.

    `short` is a title for a list of sections, "" where the whole one is short enough.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    short: str = ""


class Outline(Struct, frozen=True, kw_only=True):
    """A report from its head to its foot, in words, as of a day.

    `source` names the ledger, and `hidden` says what of it is left out. `running` is what stands
    on every page, and `reading` says how to read the whole. A report of nothing has no sections,
    and `nothing` says why. `acronyms` are ids of bodies, each with the name that it stands for.
    `circulation` is whose paper it is: its marking stands on every page, the rest is in `notes`.
    """

    title: str
    as_of: date
    lang: str
    committee: tuple[Text, ...]
    notes: tuple[str, ...]
    meetings: tuple[MeetingLine, ...]
    source: str
    hidden: str
    running: str
    reading: str
    sections: tuple[Section, ...]
    nothing: str
    acronyms: tuple[tuple[str, str], ...] = ()
    circulation: Circulation = Circulation()

    @property
    def marking(self) -> str:
        """What stands at the head and the foot of every page, "" for nothing."""
        return self.circulation.marking or ""

    @property
    def foot(self) -> str:
        """Of which ledger it is, and what is left out."""
        return speak(self.lang).sentences((self.source, self.hidden))

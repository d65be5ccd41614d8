"""What somebody says of a table beside what stands in it, and what becomes of it."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from jcm_ledger.model.ledger import Commitment, Entry, Organisation, OwnColumn
from jcm_ledger.model.status import Status, Word
from jcm_ledger.rules.written_days import DayOrder

OWNER = "owner"
"""In the place of who reports: the first owner of each row."""


class NamedBody(Struct, frozen=True):
    """Which body a name in a table means: its id, and for a new one its side, None for outside."""

    id: str
    side: str | None = None


class ImportChoices(Struct, frozen=True, kw_only=True):
    """What is said of all rows of a table; a column goes before it.

    `file` is the name that entries cite. `meeting`, `owners` and `by` are ids; `by` may be OWNER.
    `statuses` and `bodies` say what words and names of the table mean, by these as names are
    compared. `side` is that of new bodies of which nothing else says it, `today` the date of
    reports of which nothing says the day. The rows `skipped` are left out.
    """

    file: str
    today: date
    meeting: str | None = None
    owners: tuple[str, ...] = ()
    by: str | None = None
    order: DayOrder | None = None
    statuses: Mapping[str, Status] = {}
    bodies: Mapping[str, NamedBody] = {}
    side: str | None = None
    skipped: frozenset[int] = frozenset()


class Told(Word):
    """What is told of a cell or row that is imported otherwise than it stands, or not at all."""

    COMMENT = "comment"
    STRUCK = "struck"
    HIDDEN = "hidden"
    HIDDEN_COLUMN = "hidden-column"
    LEFT_OUT = "left-out"
    AS_WORDS = "as-words"
    DIFFERS = "differs"


class Observation(Struct, frozen=True):
    """Something told of a place of a table: of a comment its text, of what differs the key."""

    told: Told
    place: str
    text: str = ""


class Intake(Struct, frozen=True, kw_only=True):
    """What a table adds to a ledger, each with the place it comes from, and what is told of it.

    `rows` is how many rows were read, `known` how many of their commitments are on file.
    `sideless` are the new bodies, by their names in the table, of which nothing says the side.
    """

    file: str = ""
    sheet: str = ""
    columns: tuple[OwnColumn, ...] = ()
    bodies: tuple[Organisation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    entries: tuple[Entry, ...] = ()
    places: Mapping[str, str] = {}
    entry_places: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()
    sideless: Mapping[str, str] = {}
    rows: int = 0
    known: int = 0
    reports_known: int = 0

    @property
    def tables(self) -> tuple[OwnColumn | Organisation | Commitment, ...]:
        """The new tables in the order in which they are written."""
        return (*self.columns, *self.bodies, *self.commitments)

"""What becomes of each row of a return, as values: recorded, or not, and why."""

from collections.abc import Iterator

from msgspec import Struct

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Word
from jcm_ledger.rules.written_days import UnclearDay


class Fate(Word):
    """What becomes of a row, in the order of the closing line."""

    RECORDED = "recorded"
    ALREADY_RECORDED = "already-recorded"
    NO_CHANGE = "no-change"
    NOTHING_ON_FILE = "nothing-on-file"
    NOT_ANSWERED = "not-answered"
    NOT_RETURNED = "not-returned"
    REFUSED = "refused"
    LEFT_OUT = "left-out"


class Reason(Word):
    """Why a file or a row is refused."""

    NO_FORM = "no-form"
    NO_REFERENCE = "no-reference"
    SEVERAL_REFERENCES = "several-references"
    UNKNOWN_BODY = "unknown-body"
    LETTERS_LOST = "letters-lost"
    OTHER_HEADING = "other-heading"
    UNCLEAR_RETURN_DAY = "unclear-return-day"
    RETURNED_BEFORE_ISSUE = "returned-before-issue"
    RETURNED_LATER = "returned-later"
    NIL_AND_ANSWERS = "nil-and-answers"
    UNCLEAR_NIL = "unclear-nil"

    NO_REF = "no-ref"
    UNKNOWN_REF = "unknown-ref"
    NO_CODE = "no-code"
    NOT_A_CODE = "not-a-code"
    OTHER_ROW_S_CODE = "other-row-s-code"
    OTHER_COMMISSION_S_CODE = "other-commission-s-code"
    UNDER_NO_HEADING = "under-no-heading"
    TWO_ANSWERS = "two-answers"
    TWO_FILES = "two-files"

    LOCKED_TEXT_CHANGED = "locked-text-changed"
    FORMULA = "formula"
    ERROR_VALUE = "error-value"
    MERGED_ANSWER = "merged-answer"
    UNCLEAR_STATUS = "unclear-status"
    UNKNOWN_STATUS = "unknown-status"
    UNCLEAR_DAY = "unclear-day"
    HAPPENED_LATER = "happened-later"
    NO_REASON = "no-reason"
    REASON_ALONE = "reason-alone"
    NOTHING_TO_CONFIRM = "nothing-to-confirm"
    NOTHING_SAID = "nothing-said"

    SAME_BODY_SINCE = "same-body-since"
    WORDING_CHANGED = "wording-changed"
    OWNERS_CHANGED = "owners-changed"
    CLOSED_SINCE = "closed-since"
    STATE_UNKNOWN = "state-unknown"
    OTHER_ANSWER_ON_FILE = "other-answer-on-file"
    CORRECTED_EARLIER = "corrected-earlier"
    BREAKS_RULE = "breaks-rule"


ANYWAY = frozenset(
    {
        *(Reason.SAME_BODY_SINCE, Reason.WORDING_CHANGED, Reason.OWNERS_CHANGED),
        *(Reason.CLOSED_SINCE, Reason.STATE_UNKNOWN, Reason.LOCKED_TEXT_CHANGED, Reason.NO_CODE),
    }
)
"""What does not hold up a row that is to be recorded anyway."""


class Remark(Word):
    """What is told of a file or a row, and neither recorded nor refused."""

    COMMENT = "comment"
    STRUCK = "struck"
    HIDDEN = "hidden"
    HIDING_LINK = "hiding-link"
    LINK_LEFT_OUT = "link-left-out"
    OTHER_COLUMN = "other-column"
    OTHER_SHEET = "other-sheet"
    ABOVE_THE_ROWS = "above-the-rows"
    HEAD_CHANGED = "head-changed"
    GUIDE_CHANGED = "guide-changed"
    TEXT_BOX = "text-box"
    PICTURE = "picture"
    LEFT_OUT = "left-out"
    ADDRESS_IN_WORDS = "address-in-words"
    STATUS_READ = "status-read"
    DEADLINE_OF_CLOSED = "deadline-of-closed"
    SINCE = "since"
    DATED_TODAY = "dated-today"
    DATED_OTHERWISE = "dated-otherwise"
    DAY_READ = "day-read"
    OTHER_WORDING = "other-wording"
    MAY_LACK_ROWS = "may-lack-rows"


class CellPlace(Struct, frozen=True):
    """Where something stands: a file as it was named, a sheet of it, and a cell.

    `sheet` is "" for a text file, `address` "" where a whole file or sheet is meant.
    """

    file: str
    sheet: str = ""
    address: str = ""


class Refused(Struct, frozen=True):
    """Why a file or a row is refused, and where that is seen.

    `found` is what stands there, `expected` what should, or what else the reason is about; `column`
    the column of the form, or the rule that is broken. `doubt` says why a day is not clear, `other`
    where another answer stands, and `entries` are those on file that speak against it. `heading` is
    what the sheet calls the column, "" where it has no heading.
    """

    reason: Reason
    place: CellPlace
    found: str = ""
    expected: str = ""
    column: str = ""
    doubt: UnclearDay | None = None
    other: CellPlace | None = None
    entries: tuple[Entry, ...] = ()
    heading: str = ""


class Remarked(Struct, frozen=True):
    """What is told of a place: `said` is what stands there, `commitments` what it is about.

    `expected` is what should stand there, or what it is taken for.
    """

    remark: Remark
    place: CellPlace
    said: str = ""
    entries: tuple[Entry, ...] = ()
    commitments: tuple[str, ...] = ()
    expected: str = ""


class RowOutcome(Struct, frozen=True, kw_only=True):
    """What becomes of a row, or of a commitment whose row did not come back.

    `commitment` is its id, or what stood in the place of one. `entry` is what is recorded, None
    unless that is its fate. Refusals that hold nothing up any more stay in `refusals`.
    """

    place: CellPlace
    reference: str
    commitment: str
    fate: Fate
    entry: Entry | None = None
    refusals: tuple[Refused, ...] = ()
    remarks: tuple[Remarked, ...] = ()


class ReturnedFile(Struct, frozen=True, kw_only=True):
    """What a file says of itself: for which commission it is, and who filled it in."""

    name: str
    references: tuple[str, ...] = ()
    filled_in_by: str = ""
    email: str = ""
    cleared_by: str = ""
    returned: str = ""
    nil: bool = False
    saved_by: str = ""


class Collection(Struct, frozen=True, kw_only=True):
    """What a set of returns comes to. Nothing of it is recorded while something is `held_up`."""

    files: tuple[ReturnedFile, ...]
    rows: tuple[RowOutcome, ...]
    refusals: tuple[Refused, ...] = ()
    remarks: tuple[Remarked, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        """The entries to be recorded, in the order of the rows."""
        return [row.entry for row in self.rows if row.entry is not None]

    @property
    def held_up(self) -> bool:
        """Whether a file or a row is refused, so that nothing may be recorded."""
        return bool(self.refusals or self.of(Fate.REFUSED))

    @property
    def counts(self) -> dict[Fate, int]:
        """How many rows came to what, in the order of the closing line."""
        return {fate: len(self.of(fate)) for fate in Fate}

    @property
    def every_refusal(self) -> Iterator[tuple[Refused, str]]:
        """The refusals of files, then those of the rows that are refused, each with its ref."""
        yield from ((each, "") for each in self.refusals)
        for row in self.of(Fate.REFUSED):
            yield from ((each, row.commitment) for each in row.refusals)

    @property
    def set_aside(self) -> Iterator[tuple[Refused, str]]:
        """What would have refused rows that are recorded anyway, each with its ref."""
        for row in self.of(Fate.RECORDED):
            yield from ((each, row.commitment) for each in row.refusals)

    def of(self, fate: Fate) -> list[RowOutcome]:
        """Return the rows of a fate."""
        return [row for row in self.rows if row.fate is fate]

    @property
    def every_remark(self) -> Iterator[tuple[Remarked, str]]:
        """What is told of files, then of rows, each with its ref."""
        yield from ((each, "") for each in self.remarks)
        for row in self.rows:
            yield from ((each, row.commitment) for each in row.remarks)

    def named(self, fate: Fate) -> dict[str, list[str]]:
        """Return the commitments of a fate by the reference of their commission.

        A row that names none is named by its cell.
        """
        found: dict[str, list[str]] = {}
        for row in self.of(fate):
            found.setdefault(row.reference, []).append(row.commitment or row.place.address)
        return found

"""Query: which commitments somebody asked for, and in what order."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Commitment, Ledger, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.model.text import as_name, folded
from jcm_ledger.rules.standing import Standing, Timing, made, standings

NOTHING_ON_FILE = "none"
"""How a query spells the status of a commitment nobody reported on."""

Test = Callable[[Standing], bool]

_TIMING_RANKS = {timing: rank for rank, timing in enumerate(Timing)}
_STATUS_RANKS = {status: rank for rank, status in enumerate(Status)}


class Sort(StrEnum):
    """The orders of a list."""

    DEADLINE = "deadline"
    ID = "id"
    STATUS = "status"
    UPDATED = "updated"


class Query(Struct, frozen=True, kw_only=True):
    """Filters; a commitment passes when each that is set has one value that fits."""

    statuses: tuple[Status | None, ...] = ()
    timings: tuple[Timing, ...] = ()
    owners: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    strengths: tuple[Strength, ...] = ()
    due: tuple[Period, ...] = ()
    within: tuple[Duration, ...] = ()
    overdue: bool = False
    open: bool = False
    sides_differ: bool = False
    words: tuple[str, ...] = ()


class Filter(Struct, frozen=True):
    """A filter as it was typed: its option, "" for a word alone, and the values that fit."""

    option: str
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.option:
            return f'"{self.values[0]}"'
        return " ".join(f"{self.option} {each}" for each in self.values) or self.option


class Selection(Struct, frozen=True, kw_only=True):
    """What a query left, of how many; `narrowing` says filter by filter how many were left."""

    rows: tuple[Standing, ...]
    total: int
    narrowing: tuple[tuple[Filter, int], ...]


def select(ledger: Ledger, day: date, query: Query, order: Sort | None = None) -> Selection:
    """Return the standings on `day` that pass every filter, in an order, else the file's.

    Only what the filters by owner leave is worked out.
    """
    asked = made(ledger, day)
    total = len(asked)
    narrowing = []
    for each, fits in _filters_by_owner(ledger, query):
        asked = [commitment for commitment in asked if fits(commitment)]
        narrowing.append((each, len(asked)))
    among = {commitment.id for commitment in asked} if narrowing else None
    left = standings(ledger, day, among)
    for each, test in _filters(ledger, query):
        left = [row for row in left if test(row)]
        narrowing.append((each, len(left)))
    rows = sort(left, order) if order else left
    return Selection(rows=tuple(rows), total=total, narrowing=tuple(narrowing))


class Later(Struct, frozen=True, kw_only=True):
    """How much a view of a day leaves out: commitments of later meetings, entries dated later."""

    commitments: int = 0
    entries: int = 0


def later(ledger: Ledger, day: date) -> Later:
    """Return how much of a ledger a view of `day` leaves out, before any filter.

    Entries are counted of the commitments that were made by then.
    """
    by_then = {each.id for each in made(ledger, day)}
    dated_later = [entry for entry in ledger.journal if entry.date > day]
    return Later(
        commitments=len(ledger.commitments) - len(by_then),
        entries=sum(entry.commitment in by_then for entry in dated_later),
    )


def why_nothing(selection: Selection) -> str:
    """Return a sentence that says which filter of an empty selection left nothing."""
    if selection.total == 0:
        return "the ledger has none as of this day"
    before = selection.total
    for each, left in selection.narrowing:
        if left == 0:
            whole = f"all {before}" if before == selection.total else f"the {before} left before it"
            return f"{each} leaves none of {whole}"
        before = left
    return "nothing was asked for"


def sort(rows: Iterable[Standing], order: Sort) -> list[Standing]:
    """Return the standings in order: soonest deadline, id, open first, or latest news first.

    Commitments without a deadline come last, those due for review first among them.
    """
    keys: dict[Sort, Callable[[Standing], tuple[object, ...]]] = {
        Sort.DEADLINE: _deadline_key,
        Sort.ID: lambda row: (row.commitment.id,),
        Sort.STATUS: lambda row: (_status_rank(row), *_deadline_key(row)),
        Sort.UPDATED: lambda row: (
            -(row.last_entry.date.toordinal() if row.last_entry else 0),
            row.commitment.id,
        ),
    }
    return sorted(rows, key=keys[order])


def _deadline_key(row: Standing) -> tuple[object, ...]:
    last = row.deadline.last if row.deadline else date.max
    return (not row.open, last, _TIMING_RANKS[row.timing], -row.age_days)


def _status_rank(row: Standing) -> int:
    return -1 if row.status is None else _STATUS_RANKS[row.status]


def _filters_by_owner(
    ledger: Ledger, query: Query
) -> Iterator[tuple[Filter, Callable[[Commitment], bool]]]:
    """Yield the filters that are set and need no standing, each with its test."""
    if query.owners:
        yield _filter("--owner", query.owners), _owned_by(query.owners)
    if query.sides:
        bodies = [each.id for each in ledger.organisations.values() if each.side in query.sides]
        yield _filter("--side", query.sides), _owned_by(bodies)


def _owned_by(bodies: Iterable[str]) -> Callable[[Commitment], bool]:
    wanted = frozenset(bodies)
    return lambda commitment: not wanted.isdisjoint(commitment.owners)


def _filters(ledger: Ledger, query: Query) -> Iterator[tuple[Filter, Test]]:
    """Yield the other filters that are set, each with its test."""
    for option, wanted, value, compared in _SINGLE:
        asked: Sequence[str | None] = getattr(query, wanted)
        if asked:
            yield _filter(option, asked), _equals({*map(compared, asked)}, value, compared)
    if query.due:
        yield _filter("--due", query.due), lambda row: _is_due(row, query.due)
    if query.within:
        yield _filter("--within", query.within), lambda row: _falls_due(row, query.within)
    for option, flag, test in _FLAGS:
        if getattr(query, flag):
            yield Filter(option), test
    for word in query.words:
        yield Filter("", (word,)), _mentions(ledger, word)


Compared = Callable[[str | None], str | None]
"""What gives a value as it is compared."""


def _as_it_is(value: str | None) -> str | None:
    return value


def _as_name(value: str | None) -> str | None:
    return value and as_name(value)


_SINGLE: tuple[tuple[str, str, Callable[[Standing], str | None], Compared], ...] = (
    ("--status", "statuses", lambda row: row.status, _as_it_is),
    ("--timing", "timings", lambda row: row.timing, _as_it_is),
    ("--theme", "themes", lambda row: row.commitment.theme, _as_name),
    ("--meeting", "meetings", lambda row: row.commitment.meeting, _as_it_is),
    ("--strength", "strengths", lambda row: row.commitment.strength, _as_it_is),
)
"""Filters by the one value of a standing: option, field of a query, value, as it is compared."""

_FLAGS: tuple[tuple[str, str, Test], ...] = (
    ("--overdue", "overdue", lambda row: row.timing is Timing.OVERDUE),
    ("--open", "open", lambda row: row.open),
    ("--sides-differ", "sides_differ", lambda row: row.sides_differ),
)
"""Filters that are set or not: the option, the field of a query, the test."""


def _filter(option: str, values: Sequence[object]) -> Filter:
    return Filter(option, tuple(NOTHING_ON_FILE if each is None else str(each) for each in values))


def _equals(
    wanted: Container[str | None], value: Callable[[Standing], str | None], compared: Compared
) -> Test:
    return lambda row: compared(value(row)) in wanted


def _is_due(row: Standing, periods: Sequence[Period]) -> bool:
    deadline = row.deadline
    return deadline is not None and any(deadline.overlaps(period) for period in periods)


def _falls_due(row: Standing, durations: Sequence[Duration]) -> bool:
    """Return whether it is open and falls due within one of the durations, or is overdue."""
    if row.deadline is None or not row.open:
        return False
    last = row.deadline.last
    return any(last <= duration.after(row.as_of) for duration in durations)


def _mentions(ledger: Ledger, word: str) -> Test:
    """Return a test for a word anywhere in what a commitment is searched by."""
    sought = folded(word)
    return lambda row: any(sought in folded(text) for text in texts(row, ledger.organisations))


def texts(row: Standing, bodies: Mapping[str, Organisation]) -> Iterator[str]:
    """Yield what a commitment is searched by: its words, its owners' names, and its notes."""
    commitment = row.commitment
    owners = [bodies[owner] for owner in commitment.owners]
    yield from filter(
        None,
        (
            commitment.id,
            commitment.title,
            commitment.summary,
            commitment.theme,
            commitment.deadline_text,
            *commitment.frameworks,
            *(text for owner in owners for text in (owner.id, owner.name, owner.name_ja)),
            *(entry.note for entry in row.journal),
        ),
    )

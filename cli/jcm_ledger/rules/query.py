"""Query: which commitments somebody asked for, and in what order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.rules.standing import Standing, Timing

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
    words: tuple[str, ...] = ()


class Selection(Struct, frozen=True, kw_only=True):
    """What a query left, of how many; `narrowing` says filter by filter how many were left."""

    rows: tuple[Standing, ...]
    total: int
    narrowing: tuple[tuple[str, int], ...]


def select(ledger: Ledger, rows: Iterable[Standing], query: Query) -> Selection:
    """Return the standings that pass every filter, in their order."""
    left = list(rows)
    total = len(left)
    narrowing = []
    for option, test in _filters(ledger, query):
        left = [row for row in left if test(row)]
        narrowing.append((option, len(left)))
    return Selection(rows=tuple(left), total=total, narrowing=tuple(narrowing))


def why_nothing(selection: Selection) -> str:
    """Return a sentence that says which filter of an empty selection left nothing."""
    if selection.total == 0:
        return "the ledger has none as of this day"
    before = selection.total
    for option, left in selection.narrowing:
        if left == 0:
            whole = f"all {before}" if before == selection.total else f"the {before} left before it"
            return f"{option} leaves none of {whole}"
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


def _filters(ledger: Ledger, query: Query) -> Iterator[tuple[str, Test]]:
    """Yield the filters that are set, each as it was typed and as a test."""
    simple: list[tuple[str, Sequence[str | None], Callable[[Standing], str | None]]] = [
        ("--status", query.statuses, lambda row: row.status),
        ("--timing", query.timings, lambda row: row.timing),
        ("--theme", query.themes, lambda row: row.commitment.theme),
        ("--meeting", query.meetings, lambda row: row.commitment.meeting),
        ("--strength", query.strengths, lambda row: row.commitment.strength),
    ]
    if query.owners:
        yield (
            _typed("--owner", query.owners),
            _any_of(query.owners, lambda row: row.commitment.owners),
        )
    if query.sides:
        yield (
            _typed("--side", query.sides),
            _any_of(query.sides, lambda row: owner_sides(ledger, row.commitment.owners)),
        )
    for option, wanted, value in simple:
        if wanted:
            yield _typed(option, wanted), _equals(wanted, value)
    if query.due:
        yield _typed("--due", query.due), lambda row: _is_due(row, query.due)
    if query.within:
        yield _typed("--within", query.within), lambda row: _falls_due(row, query.within)
    if query.overdue:
        yield "--overdue", lambda row: row.timing is Timing.OVERDUE
    if query.open:
        yield "--open", lambda row: row.open
    for word in query.words:
        yield f'"{word}"', _mentions(ledger, word)


def owner_sides(ledger: Ledger, owners: Iterable[str]) -> tuple[str, ...]:
    """Return the sides among the owners of a commitment, in the committee's order."""
    sides = {ledger.organisations[owner].side for owner in owners}
    return tuple(side for side in ledger.committee.sides if side in sides)


def _typed(option: str, values: Sequence[object]) -> str:
    return " ".join(f"{option} {NOTHING_ON_FILE if v is None else v}" for v in values)


def _equals(wanted: Sequence[str | None], value: Callable[[Standing], str | None]) -> Test:
    return lambda row: value(row) in wanted


def _any_of(wanted: Sequence[str], values: Callable[[Standing], Sequence[str]]) -> Test:
    return lambda row: any(value in wanted for value in values(row))


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
    """Return a test for a word anywhere in a commitment's text, regardless of case."""
    folded = word.casefold()

    def test(row: Standing) -> bool:
        commitment = row.commitment
        owners = (ledger.organisations[owner] for owner in commitment.owners)
        texts = (
            commitment.id,
            commitment.title,
            commitment.summary,
            commitment.theme,
            commitment.deadline_text,
            *commitment.frameworks,
            *(text for owner in owners for text in (owner.id, owner.name, owner.name_ja)),
            *(entry.note for entry in row.journal),
        )
        return any(folded in text.casefold() for text in texts if text)

    return test

"""Standing: what the reports on file mean on a given day."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from operator import attrgetter

from msgspec import Struct

from jcm_ledger.model.ledger import Commitment, Deadline, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status, Word
from jcm_ledger.model.text import as_name

DUE_SOON_DAYS = 90

_by_date = attrgetter("date")


class Timing(Word):
    """What the calendar says of a commitment; the most pressing first."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    REVIEW_DUE = "review-due"
    ON_TIME = "on-time"
    UNDATED = "undated"
    MET_LATE = "met-late"
    MET = "met"
    CLOSED = "closed"


class Standing(Struct, frozen=True, kw_only=True, gc=False):  # no cyclic garbage collection
    """A commitment as it stands on the day `as_of`.

    `owner_sides` are the sides among the owners, in the committee's order. `status` is None where
    nothing is on file; `reports` are each side's latest entry with a status, of which a joint one
    is both sides'. `deadline` is the current one;
    `original` the first one given, None if it never moved. `slip_days` counts from the
    original's last day to the current one's. `days_left` counts to the deadline's last day and
    is negative after it, None without a deadline or once it is closed. `age_days` counts from the
    commitment's meeting. `review_date` is the last day before an open, undated commitment is due
    for review, else None. `journal` is sorted by date. It is `open` while something is still to be
    done.
    """

    commitment: Commitment
    as_of: date
    owner_sides: tuple[str, ...]
    status: Status | None
    open: bool
    reports: dict[str, Entry | None]
    timing: Timing
    deadline: Period | None
    original: Period | None
    slip_days: int
    days_left: int | None
    age_days: int
    review_date: date | None
    journal: tuple[Entry, ...]

    @property
    def days_away(self) -> int:
        """Where it stands in an order: days to the deadline's last day, closed or not.

        An undated one stands as many days before today as its meeting.
        """
        return (self.deadline.last - self.as_of).days if self.deadline else -self.age_days

    @property
    def closed_on(self) -> date | None:
        """The day it was first reported closed without a break, None while it is open."""
        return None if self.open else _last_run(self.journal)[0].date

    @property
    def last_entry(self) -> Entry | None:
        """The latest entry on file."""
        return self.journal[-1] if self.journal else None

    @property
    def by_side(self) -> dict[str, Status | None]:
        """Each side's own status, in the committee's order; None where nothing is on file."""
        return {side: entry.status if entry else None for side, entry in self.reports.items()}

    @property
    def by_party(self) -> dict[str, Status | None]:
        """The same, without a side that neither owns it nor reported a status of it."""
        return {
            side: entry.status if entry else None
            for side, entry in self.reports.items()
            if entry or side in self.owner_sides
        }

    @property
    def sides_differ(self) -> bool:
        """Whether the sides that reported a status reported different ones."""
        reported = {entry.status for entry in self.reports.values() if entry}
        return len(reported) > 1

    @property
    def completed_without_evidence(self) -> bool:
        """Whether it was reported completed and no report of that cites anything."""
        return self.status is Status.COMPLETED and not any(
            entry.evidence for entry in _last_run(self.journal)
        )


def standings(ledger: Ledger, day: date, among: Container[str] | None = None) -> list[Standing]:
    """Return the standing on `day` of each commitment made by then, in the file's order.

    `among`, if given, says which ids are asked for.
    """
    entries: dict[str, list[Entry]] = {}
    for entry in ledger.journal:
        if entry.date <= day and (among is None or entry.commitment in among):
            entries.setdefault(entry.commitment, []).append(entry)
    known = _known(ledger, day)
    return [
        _standing(known, commitment, entries.get(commitment.id, ()))
        for commitment in made(ledger, day)
        if among is None or commitment.id in among
    ]


def standing(ledger: Ledger, commitment: Commitment, day: date) -> Standing:
    """Return how one commitment stands on `day`."""
    entries = [e for e in ledger.journal if e.commitment == commitment.id and e.date <= day]
    return _standing(_known(ledger, day), commitment, entries)


def made(ledger: Ledger, day: date) -> list[Commitment]:
    """Return the commitments whose meetings had made them by `day`, in the file's order."""
    by_then = {each.id for each in ledger.meetings.values() if each.made.first <= day}
    return [each for each in ledger.commitments.values() if each.meeting in by_then]


def made_by(ledger: Ledger, commitment: Commitment, day: date) -> bool:
    """Return whether the commitment's meeting had made it by `day`."""
    return ledger.meetings[commitment.meeting].made.first <= day


def next_meeting(ledger: Ledger, meeting: str, day: date) -> Period | None:
    """Return when the earliest meeting after this one is, as known on `day`."""
    own = ledger.meetings[meeting].made
    later = [
        period
        for each in ledger.meetings.values()
        if each.id != meeting and (period := each.period(day)).last > own.last
    ]
    return min(later, default=None)


def resolve_deadline(ledger: Ledger, deadline: Deadline, day: date) -> Period | None:
    """Return the period a deadline means on `day`: its own, or that of the meeting it names."""
    if deadline.meeting is None:
        return deadline.period
    return ledger.meetings[deadline.meeting].period(day)


class _Dates(Struct, frozen=True):
    """The days of a meeting that its commitments count from: its own, and the next one's last."""

    made: date
    next_last: date | None


class _Known(Struct, frozen=True):
    """A ledger as known on a day; what many commitments have in common is worked out once."""

    ledger: Ledger
    day: date
    meeting: Callable[[str], _Dates]
    owner_sides: Callable[[tuple[str, ...]], tuple[str, ...]]
    sides_of: Callable[[str | None], tuple[str, ...]]


def _known(ledger: Ledger, day: date) -> _Known:
    return _Known(
        ledger,
        day,
        cache(lambda meeting: _dates(ledger, meeting, day)),
        cache(lambda owners: _owner_sides(ledger, owners)),
        cache(ledger.sides_of),
    )


def _dates(ledger: Ledger, meeting: str, day: date) -> _Dates:
    following = next_meeting(ledger, meeting, day)
    return _Dates(ledger.meetings[meeting].made.first, following.last if following else None)


def _owner_sides(ledger: Ledger, owners: Iterable[str]) -> tuple[str, ...]:
    sides = {ledger.organisations[owner].side for owner in owners}
    return tuple(side for side in ledger.committee.sides if side in sides)


def _standing(known: _Known, commitment: Commitment, entries: Iterable[Entry]) -> Standing:
    day, dates = known.day, known.meeting(commitment.meeting)
    # The sort is stable: of two entries of a date the later in the file stays the later.
    journal = sorted(entries, key=_by_date)
    given = [entry.deadline for entry in journal if entry.deadline is not None]
    if commitment.deadline is not None:
        given.insert(0, commitment.deadline)
    deadline = resolve_deadline(known.ledger, given[-1], day) if given else None
    original = resolve_deadline(known.ledger, given[0], day) if len(given) > 1 else None
    status, since, reports = _reported(known, journal)
    is_open = status is None or not status.closed
    days_left = (deadline.last - day).days if deadline and is_open else None
    reviewed = is_open and deadline is None
    review_date = (commitment.review_by or dates.next_last) if reviewed else None
    return Standing(
        commitment=commitment,
        as_of=day,
        owner_sides=known.owner_sides(commitment.owners),
        status=status,
        open=is_open,
        reports=reports,
        timing=(
            _open_timing(days_left, review_date, day)
            if is_open
            else _closed_timing(status, since, deadline)
        ),
        deadline=deadline,
        original=original,
        slip_days=(deadline.last - original.last).days if deadline and original else 0,
        days_left=days_left,
        age_days=(day - dates.made).days,
        review_date=review_date,
        journal=tuple(journal),
    )


def _reported(
    known: _Known, journal: Iterable[Entry]
) -> tuple[Status | None, date, dict[str, Entry | None]]:
    """Return the last status, since when it was reported without a break, and each side's report.

    A completion reported again, with more evidence, is no later completion.
    """
    last, since = None, date.max
    latest: dict[str, Entry | None] = dict.fromkeys(known.ledger.committee.sides)
    for entry in journal:
        status = entry.status
        if status is not None:
            if status is not last:
                last, since = status, entry.date
            for side in known.sides_of(entry.by):
                latest[side] = entry
    return last, since, latest


def _closed_timing(status: Status | None, since: date, deadline: Period | None) -> Timing:
    if status is not Status.COMPLETED:
        return Timing.CLOSED
    return Timing.MET_LATE if deadline is not None and since > deadline.last else Timing.MET


def _open_timing(days_left: int | None, review_date: date | None, day: date) -> Timing:
    if days_left is None:
        review_due = review_date is not None and day > review_date
        return Timing.REVIEW_DUE if review_due else Timing.UNDATED
    if days_left < 0:
        return Timing.OVERDUE
    return Timing.DUE_SOON if days_left <= DUE_SOON_DAYS else Timing.ON_TIME


def _last_run(journal: Sequence[Entry]) -> list[Entry]:
    """Return the entries of the last status since it was first reported without a break."""
    run: list[Entry] = []
    for entry in journal:
        if entry.status is not None:
            run = [*run, entry] if run and run[-1].status is entry.status else [entry]
    return run


def by_theme(rows: Iterable[Standing]) -> Mapping[str, list[Standing]]:
    """Return the standings by theme, in the order and spelling in which each first appears.

    Themes that look alike are one; "" is for what has none.
    """
    themes: dict[str, list[Standing]] = {}
    spelling: dict[str, str] = {"": ""}
    for row in rows:
        theme = row.commitment.theme or ""
        themes.setdefault(spelling.setdefault(as_name(theme), theme), []).append(row)
    return themes

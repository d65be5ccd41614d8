"""Standing: what the reports on file mean on a given day."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from operator import attrgetter, itemgetter

from msgspec import Struct

from jcm_ledger.model.ledger import Commitment, Deadline, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import CLOSED, Status, Word
from jcm_ledger.rules import ownership
from jcm_ledger.rules.journal import NO_SIDE, Sides, Supersessions, account, done, sides
from jcm_ledger.rules.review import Dates, dates, review_date

DUE_SOON_DAYS = 90

_by_date = attrgetter("date")


class Timing(Word):
    """What the calendar says of a commitment; the most pressing first."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    REVIEW_DUE = "review-due"
    NOT_DUE = "not-due"
    UNDATED = "undated"
    MET_LATE = "met-late"
    MET = "met"
    CLOSED = "closed"


class Standing(Struct, frozen=True, kw_only=True, gc=False):  # no cyclic garbage collection
    """A commitment as it stands on the day `as_of`.

    `owners` are the bodies that own it then, after hand-overs and successors; `owner_sides` their
    sides, in the committee's order. `status` is None where nothing is on file; `reports` are each
    side's word: its last deciding entry with a status, None where it has none or owns nothing.
    `deadline` is the current one; `original` the first one given, None if it never moved.
    `slip_days` counts from the original's last day to the current one's. `days_left` counts to the
    deadline's last day and is negative after it, None without a deadline or once it is closed.
    `age_days` counts from the commitment's meeting. `review_date` is the last day before an open,
    undated commitment is due for review, else None. `journal` is sorted by date. It is `open`
    while something is still to be done. `word` is the entry that the status rests on, and `moves`
    are those that moved the deadline. `done` is when it was completed, None unless it is;
    `completions` are the entries which say so, `closed_on` the day since when it is closed with
    its status, and `superseded_by` the commitment that took its place and closed it. `handover` is
    the entry that named its owners last, None where that is the statement. It is `to_confirm` if
    one owning side's word is closed and another's is open.
    """

    commitment: Commitment
    as_of: date
    owners: tuple[str, ...]
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
    word: Entry | None = None
    moves: Sequence[Entry] = ()
    done: Period | None = None
    completions: Sequence[Entry] = ()
    closed_on: date | None = None
    superseded_by: str | None = None
    handover: Entry | None = None
    to_confirm: bool = False

    @property
    def owners_inferred(self) -> bool:
        """Whether the owners are a reading of the statement: it names none, and nobody since."""
        return self.commitment.owners_inferred and not self.handed_over

    @property
    def days_away(self) -> int:
        """Where it stands in an order: days to the deadline's last day, closed or not.

        An undated one stands by the day of its review, else as many days before today as its
        meeting.
        """
        day = self.deadline.last if self.deadline else self.review_date
        return (day - self.as_of).days if day else -self.age_days

    @property
    def handed_over(self) -> bool:
        """Whether an entry named its owners."""
        return self.handover is not None

    @property
    def named(self) -> tuple[str, ...]:
        """The owners as the last hand-over names them, else the statement."""
        return (self.handover and self.handover.owners) or self.commitment.owners

    @property
    def last_entry(self) -> Entry | None:
        """The latest entry on file."""
        return self.journal[-1] if self.journal else None

    @property
    def by_side(self) -> dict[str, Status | None]:
        """Each side's own status, in the committee's order; None where it has none."""
        return {side: entry.status if entry else None for side, entry in self.reports.items()}

    @property
    def by_party(self) -> dict[str, Status | None]:
        """The same, of the sides that own it alone."""
        return {side: status for side, status in self.by_side.items() if side in self.owner_sides}

    @property
    def sides_differ(self) -> bool:
        """Whether the sides that reported a status reported different ones."""
        reported = {entry.status for entry in self.reports.values() if entry}
        return len(reported) > 1

    @property
    def silent_sides(self) -> tuple[str, ...]:
        """The owning sides that reported no status."""
        return tuple([side for side in self.owner_sides if self.reports[side] is None])

    @property
    def on_one_word(self) -> bool:
        """Whether it is completed and an owning side reported no status of it."""
        return self.status is Status.COMPLETED and bool(self.silent_sides)

    @property
    def completed_without_evidence(self) -> bool:
        """Whether it was reported completed and no report of that cites anything."""
        return self.status is Status.COMPLETED and not any(
            entry.evidence for entry in self.completions
        )


def standings(ledger: Ledger, day: date, among: Container[str] | None = None) -> list[Standing]:
    """Return the standing on `day` of each commitment made by then, in the file's order.

    `among`, if given, says which ids are asked for.
    """
    entries: dict[str, list[Entry]] = {}
    for entry in ledger.journal:
        if entry.date <= day and (among is None or entry.commitment in among):
            entries.setdefault(entry.commitment, []).append(entry)
    view = _view(ledger, day)
    return [
        _standing(view, commitment, entries.get(commitment.id, ()))
        for commitment in made(ledger, day)
        if among is None or commitment.id in among
    ]


def standing(ledger: Ledger, commitment: Commitment, day: date) -> Standing:
    """Return how one commitment stands on `day`."""
    entries = [e for e in ledger.journal if e.commitment == commitment.id and e.date <= day]
    return _standing(_view(ledger, day), commitment, entries)


def made(ledger: Ledger, day: date) -> list[Commitment]:
    """Return the commitments whose meetings had made them by `day`, in the file's order."""
    by_then = {each.id for each in ledger.meetings.values() if each.made.first <= day}
    return [each for each in ledger.commitments.values() if each.meeting in by_then]


def made_by(ledger: Ledger, commitment: Commitment, day: date) -> bool:
    """Return whether the commitment's meeting had made it by `day`."""
    return ledger.meetings[commitment.meeting].made.first <= day


def resolve_deadline(ledger: Ledger, deadline: Deadline, day: date) -> Period | None:
    """Return the period a deadline means on `day`: its own, or that of the meeting it names."""
    if deadline.meeting is None:
        return deadline.period
    return ledger.meetings[deadline.meeting].period(day)


class _View(Struct, frozen=True):
    """A ledger as it is on a day; what many commitments have in common is worked out once."""

    ledger: Ledger
    day: date
    meeting: Callable[[str], Dates]
    sides: Sides
    silent: dict[str, Entry | None]
    owners: Callable[[tuple[str, ...]], tuple[str, ...]]
    supersessions: Mapping[str, Supersessions]


def _view(ledger: Ledger, day: date) -> _View:
    return _View(
        ledger,
        day,
        cache(lambda meeting: dates(ledger, meeting, day)),
        sides(ledger),
        dict.fromkeys(ledger.committee.sides),
        ownership.shown(ledger, day),
        _supersessions(ledger, day),
    )


def _supersessions(ledger: Ledger, day: date) -> Mapping[str, Supersessions]:
    """Return when commitments were superseded by `day`, by their ids.

    It counts from the day on which the meeting of the new one was held; one that is only expected
    supersedes nothing.
    """
    found: dict[str, list[tuple[date, str]]] = {}
    for new in [each for each in ledger.commitments.values() if each.supersedes]:
        for old in new.superseded:
            held = ledger.meetings[new.meeting].held
            if held is not None and held <= day:
                found.setdefault(old, []).append((held, new.id))
    return {old: sorted(each, key=itemgetter(0)) for old, each in found.items()}


def _standing(view: _View, commitment: Commitment, entries: Sequence[Entry]) -> Standing:
    day, days = view.day, view.meeting(commitment.meeting)
    # The sort is stable: of two entries of a date the later in the file stays the later.
    journal = sorted(entries, key=_by_date) if len(entries) > 1 else entries
    told = account(commitment, journal, view.sides, view.supersessions.get(commitment.id, ()))
    deadline, original = _deadlines(view, commitment.deadline, told.moves)
    owner_sides = told.sides if told.sides != (NO_SIDE,) else ()
    word = told.word
    status = word.status if word else None
    is_open = status is None or not status.closed
    done_in = done(told.completions) if told.completions else None
    days_left = (deadline.last - day).days if deadline and is_open else None
    reviewed = is_open and deadline is None
    review = review_date(commitment, told.decided, days) if reviewed else None
    return Standing(
        commitment=commitment,
        as_of=day,
        owners=view.owners(told.owners),
        owner_sides=owner_sides,
        status=status,
        word=word,
        open=is_open,
        reports={**view.silent, **told.words} if owner_sides else view.silent.copy(),
        timing=(
            _open_timing(days_left, review, day)
            if is_open
            else _closed_timing(status, done_in, deadline)
        ),
        deadline=deadline,
        original=original,
        slip_days=(deadline.last - original.last).days if deadline and original else 0,
        days_left=days_left,
        age_days=(day - days.first).days,
        review_date=review,
        journal=tuple(journal),
        moves=told.moves,
        done=done_in,
        completions=told.completions,
        closed_on=told.closed_on,
        superseded_by=told.superseded_by,
        handover=told.handover,
        to_confirm=len(told.words) > 1 and _are_apart(told.words.values()),
    )


def _are_apart(words: Iterable[Entry]) -> bool:
    """Return whether one word is closed and another is open."""
    return len({word.status in CLOSED for word in words}) > 1


def _deadlines(
    view: _View, stated: Deadline | None, moves: Sequence[Entry]
) -> tuple[Period | None, Period | None]:
    """Return the current deadline, and the first that was given if it is not the only one."""
    given = [stated] if stated is not None else []
    given += [move.deadline for move in moves if move.deadline is not None] if moves else []
    if not given:
        return None, None
    first = resolve_deadline(view.ledger, given[0], view.day)
    if len(given) == 1:
        return first, None
    return resolve_deadline(view.ledger, given[-1], view.day), first


def _closed_timing(status: Status | None, done: Period | None, deadline: Period | None) -> Timing:
    if status is not Status.COMPLETED:
        return Timing.CLOSED
    late = done is not None and deadline is not None and done.first > deadline.last
    return Timing.MET_LATE if late else Timing.MET


def _open_timing(days_left: int | None, review_date: date | None, day: date) -> Timing:
    if days_left is None:
        review_due = review_date is not None and day > review_date
        return Timing.REVIEW_DUE if review_due else Timing.UNDATED
    if days_left < 0:
        return Timing.OVERDUE
    return Timing.DUE_SOON if days_left <= DUE_SOON_DAYS else Timing.NOT_DUE

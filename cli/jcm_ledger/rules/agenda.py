"""Agenda: what a meeting is to decide on, and what became of the rest since the one before it."""

from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from jcm_ledger.model.ledger import Commitment, Entry, Ledger, Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.rules.bodies import Body, bodies
from jcm_ledger.rules.groups import by_theme
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.query import Query, Selection, select
from jcm_ledger.rules.report import Report, Window, all_days, build
from jcm_ledger.rules.standing import Standing, resolve_deadline


class Slip(Struct, frozen=True, kw_only=True):
    """What an entry did to a deadline: it was `before`, None where there was none, and is `after`.

    The note of the entry is the reason.
    """

    entry: Entry
    before: Period | None
    after: Period

    @property
    def days(self) -> int | None:
        """How many days later its last day is, negative if it is earlier; None without `before`."""
        return (self.after.last - self.before.last).days if self.before else None


class AgendaItem(Struct, frozen=True, kw_only=True):
    """An open commitment under its number, which counts from 1 throughout the agenda.

    `slips` are the moves of its deadline by date.
    """

    number: int
    standing: Standing
    slips: tuple[Slip, ...]

    @property
    def told(self) -> tuple[Entry, ...]:
        """The entries by date that say more than how the deadline moved."""
        moving = [slip.entry for slip in self.slips if _only_moves(slip.entry)]
        return tuple(
            entry for entry in self.standing.journal if not any(entry is each for each in moving)
        )


class AgendaTopic(Struct, frozen=True, kw_only=True):
    """The items of a theme; the name is empty for those without one."""

    name: str
    items: tuple[AgendaItem, ...]


class MeetingAgenda(Struct, frozen=True, kw_only=True):
    """What a meeting has before it as of a day.

    `topics` have every open commitment of earlier meetings. `completed` are those that were closed
    as completed within the days of `since`, `ended` those that were superseded or not pursued,
    both by the day of that. `since` begins with the day of the last meeting before it. `unheard`
    are the bodies that own something open and were last heard from before those days, or never.
    `successors` are the commitments that took the place of some of these, by id. `report` is on
    all of these; `title` is empty where nobody gave one.
    """

    meeting: Meeting
    since: Window
    topics: tuple[AgendaTopic, ...]
    completed: tuple[Standing, ...]
    ended: tuple[Standing, ...]
    unheard: tuple[Body, ...]
    successors: dict[str, Commitment]
    report: Report
    title: str

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items of every topic, by number."""
        return tuple(item for topic in self.topics for item in topic.items)


def usual_day(meeting: Meeting, today: date) -> date:
    """Return as of which day an agenda is: today, or the eve of a meeting that was held by then."""
    if meeting.held is not None and meeting.held <= today:
        return meeting.held - timedelta(days=1)
    return today


def agenda(  # noqa: PLR0913 - what an agenda is made of
    ledger: Ledger, meeting: Meeting, day: date, query: Query, *, name: str, title: str = ""
) -> MeetingAgenda:
    """Return the agenda of a meeting as of a day, of the commitments that pass a query.

    `name` is what the ledger is called.
    """
    end = _end(meeting, day)
    since = _since_the_last(ledger, meeting, min(day, end), day)
    earlier = {
        each.id
        for each in ledger.meetings.values()
        if each.id != meeting.id and each.period(day).last <= end
    }
    found = select(ledger, day, query)
    rows = _concerned(found.rows, earlier, since)
    every = select(ledger, day, Query()).rows if found.narrowing else found.rows
    total = len(_concerned(every, earlier, since))
    selection = Selection(rows=rows, total=total, narrowing=found.narrowing)
    still_open = sort((row for row in rows if row.open), Sort.DEADLINE)
    closed = sorted(
        (row for row in rows if not row.open), key=lambda row: row.closed_on or date.min
    )
    return MeetingAgenda(
        meeting=meeting,
        since=since,
        topics=tuple(_topics(ledger, still_open)),
        completed=tuple(row for row in closed if row.status is Status.COMPLETED),
        ended=tuple(row for row in closed if row.status is not Status.COMPLETED),
        unheard=tuple(
            body
            for body in bodies(ledger, still_open, day)
            if body.last_heard is None or body.last_heard < since.first
        ),
        successors={
            row.superseded_by: ledger.commitments[row.superseded_by]
            for row in closed
            if row.superseded_by is not None
        },
        report=build(ledger, selection, name=name, as_of=day, window=since),
        title=title,
    )


def slips(ledger: Ledger, row: Standing) -> tuple[Slip, ...]:
    """Return the moves of a deadline by date; an entry that leaves it as it was is none."""
    return tuple(_slips(ledger, row))


def _slips(ledger: Ledger, row: Standing) -> Iterator[Slip]:
    stated = row.commitment.deadline
    before = resolve_deadline(ledger, stated, row.as_of) if stated else None
    for move in row.moves:
        after = resolve_deadline(ledger, move.deadline, row.as_of) if move.deadline else None
        if after is not None and after != before:
            yield Slip(entry=move, before=before, after=after)
            before = after


def _only_moves(entry: Entry) -> bool:
    """Return whether an entry says no more than a new deadline and the reason."""
    return not (entry.status or entry.happened or entry.owners or entry.evidence)


def _end(meeting: Meeting, day: date) -> date:
    """Return the last day that comes before a meeting's end: one not held yet is not over."""
    if meeting.held is not None and meeting.held <= day:
        return meeting.held
    return max(meeting.period(day).last, day)


def _since_the_last(ledger: Ledger, meeting: Meeting, by: date, day: date) -> Window:
    """Return the days since the last other meeting held `by` a day, all if there was none."""
    held = [
        (each.held, each)
        for each in ledger.meetings.values()
        if each.id != meeting.id and each.held is not None and each.held <= by
    ]
    if not held:
        return all_days(day)
    first, last = max(held, key=lambda each: each[0])
    return Window(first=first, last=day, meeting=last)


def _concerned(
    rows: Sequence[Standing], earlier: Container[str], since: Window
) -> tuple[Standing, ...]:
    """Return what of earlier meetings is open, or was closed within some days."""
    return tuple(
        row
        for row in rows
        if row.commitment.meeting in earlier
        and (row.open or (row.closed_on is not None and row.closed_on >= since.first))
    )


def _topics(ledger: Ledger, rows: Sequence[Standing]) -> Iterator[AgendaTopic]:
    """Yield the themes of standings in the order of their first ones, their items numbered."""
    number = 0
    for theme, members in by_theme(rows).items():
        items = [
            AgendaItem(number=number + place, standing=row, slips=slips(ledger, row))
            for place, row in enumerate(members, start=1)
        ]
        number += len(items)
        yield AgendaTopic(name=theme, items=tuple(items))

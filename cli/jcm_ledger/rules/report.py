"""Report: a status report as data, for renderers to put into words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from jcm_ledger.model.ledger import (
    Circulation,
    Committee,
    Entry,
    Ledger,
    Meeting,
    Organisation,
    OwnColumn,
    Theme,
)
from jcm_ledger.model.status import Status
from jcm_ledger.rules.bodies import Body, bodies
from jcm_ledger.rules.brief import SILENCE, Brief, brief
from jcm_ledger.rules.groups import by_theme
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.query import Emptiness, Filter, Later, Selection, later, why_nothing
from jcm_ledger.rules.standing import Standing, Timing
from jcm_ledger.rules.timeline import Timeline, timeline


class Figures(Struct, frozen=True, kw_only=True):
    """The counts at the head of a report. `statuses` has every status, None first.

    `on_one_word` of the completed have an owning side that reported no status.
    """

    total: int
    statuses: dict[Status | None, int]
    overdue: int
    due_soon: int
    review_due: int
    completed_without_evidence: int
    sides_differ: int
    to_confirm: int
    on_one_word: int

    @property
    def nothing_on_file(self) -> int:
        """How many commitments nobody reported a status of."""
        return self.statuses[None]


class ThemeRows(Struct, frozen=True, kw_only=True):
    """The commitments of a theme; the name is empty for those without one."""

    name: str
    rows: tuple[Standing, ...]


class Side(Struct, frozen=True, kw_only=True):
    """A side's part: it shares in `total` commitments, and `statuses` counts what it reported.

    `owed` of them are open and `overdue` late, whichever side reported.
    """

    name: str
    total: int
    owed: int
    overdue: int
    statuses: dict[Status | None, int]


class Window(Struct, frozen=True, kw_only=True):
    """The days whose progress a report tells, both inclusive, and the meeting it starts at."""

    first: date
    last: date
    meeting: Meeting | None = None


class Report(Struct, frozen=True, kw_only=True):
    """A status report as of a day.

    `title` is empty where nobody gave one. `meetings` are those that made what is in `annex`,
    `calendar` is every meeting of the ledger. `total` counts the commitments as of that day, of
    which `filters`, as they were typed, left those of `annex`; `hidden` counts what comes later,
    and `nothing` says why `annex` is empty, None where it is not. `differing` are those
    whose sides report different statuses, `to_confirm` those that one side calls closed and
    another open. `titles` are the tables of themes, `columns` the keys that the ledger declares.
    A calendar has what is past its day on that day itself where `overdue_today` is set, else on
    the day that it has passed.
    """

    title: str
    filters: tuple[Filter, ...]
    total: int
    nothing: Emptiness | None
    committee: Committee
    meetings: tuple[Meeting, ...]
    calendar: tuple[Meeting, ...]
    organisations: dict[str, Organisation]
    titles: dict[str, Theme]
    columns: dict[str, OwnColumn]
    ledger: str
    as_of: date
    figures: Figures
    to_confirm: tuple[Standing, ...]
    differing: tuple[Standing, ...]
    themes: tuple[ThemeRows, ...]
    sides: tuple[Side, ...]
    bodies: tuple[Body, ...]
    window: Window
    progress: tuple[Entry, ...]
    annex: tuple[Standing, ...]
    brief: Brief
    hidden: Later
    circulation: Circulation = Circulation()
    overdue_today: bool = False

    @property
    def timeline(self) -> Timeline:
        """What is in the annex, along the days; laid out when asked for, few formats draw it."""
        return timeline(sort(self.annex, Sort.DEADLINE), self.as_of)


def build(  # noqa: PLR0913 - what a report is made of
    ledger: Ledger,
    selection: Selection,
    *,
    name: str,
    as_of: date,
    window: Window,
    title: str = "",
) -> Report:
    """Return the report on the standings selected; `name` is what the ledger is called.

    A title that is given goes before the ledger's own.
    """
    rows = selection.rows
    made_at = {row.commitment.meeting for row in rows}
    shown = {row.commitment.id for row in rows}
    return Report(
        title=title or ledger.circulation.title or "",
        filters=tuple(each for each, _left in selection.narrowing),
        total=selection.total,
        nothing=None if rows else why_nothing(selection),
        committee=ledger.committee,
        meetings=tuple(meeting for meeting in ledger.meetings.values() if meeting.id in made_at),
        calendar=tuple(ledger.meetings.values()),
        organisations=_bodies(ledger, rows),
        titles=ledger.themes,
        columns=ledger.columns,
        ledger=name,
        as_of=as_of,
        figures=figures(rows),
        to_confirm=tuple(row for row in rows if row.to_confirm),
        differing=tuple(row for row in rows if row.sides_differ),
        themes=tuple(
            ThemeRows(name=theme, rows=tuple(sort(members, Sort.DEADLINE)))
            for theme, members in by_theme(rows).items()
        ),
        sides=tuple(_sides(ledger, rows)),
        bodies=tuple(bodies(ledger, rows, as_of)),
        window=window,
        progress=tuple(
            latest_first((each for each in ledger.journal if each.commitment in shown), window)
        ),
        annex=rows,
        brief=brief(rows, ledger.circulation.silence or SILENCE),
        hidden=later(ledger, as_of),
        circulation=ledger.circulation,
    )


def _bodies(ledger: Ledger, rows: Sequence[Standing]) -> dict[str, Organisation]:
    """Return the bodies of a ledger, and the sides that own something as bodies."""
    owning = {owner for row in rows for owner in row.owners}
    every = ledger.bodies
    return ledger.organisations | {name: every[name] for name in every if name in owning}


def figures(rows: Sequence[Standing]) -> Figures:
    """Return the counts of these standings."""
    timings = Counter(row.timing for row in rows)
    return Figures(
        total=len(rows),
        statuses=_by_status(row.status for row in rows),
        overdue=timings[Timing.OVERDUE],
        due_soon=timings[Timing.DUE_SOON],
        review_due=timings[Timing.REVIEW_DUE],
        completed_without_evidence=sum(row.completed_without_evidence for row in rows),
        sides_differ=sum(row.sides_differ for row in rows),
        to_confirm=sum(row.to_confirm for row in rows),
        on_one_word=sum(row.on_one_word for row in rows),
    )


def last_meeting(ledger: Ledger, day: date) -> Meeting | None:
    """Return the latest meeting held by `day`."""
    held = [meeting for meeting in ledger.meetings.values() if meeting.held and meeting.held <= day]
    return max(held, key=lambda meeting: meeting.held or date.min, default=None)


def window_since(ledger: Ledger, first: date | None, last: date) -> Window:
    """Return the days from `first`, else from the last meeting held, up to `last`, inclusive."""
    if first is not None:
        return Window(first=first, last=last)
    meeting = last_meeting(ledger, last)
    return Window(
        first=meeting.held if meeting and meeting.held else date.min, last=last, meeting=meeting
    )


def all_days(last: date) -> Window:
    """Return every day up to `last`, inclusive."""
    return Window(first=date.min, last=last)


def latest_first(entries: Iterable[Entry], window: Window) -> list[Entry]:
    """Return the entries dated within the window, the latest first; of a date, the later added."""
    within = [entry for entry in entries if window.first <= entry.date <= window.last]
    return sorted(within, key=lambda entry: entry.date)[::-1]


def _sides(ledger: Ledger, rows: Sequence[Standing]) -> Iterator[Side]:
    for side in ledger.committee.sides:
        sharing = [row for row in rows if side in row.owner_sides]
        reports = [row.reports[side] for row in sharing]
        yield Side(
            name=side,
            total=len(sharing),
            owed=sum(row.open for row in sharing),
            overdue=sum(row.timing is Timing.OVERDUE for row in sharing),
            statuses=_by_status(report.status if report else None for report in reports),
        )


def _by_status(reported: Iterable[Status | None]) -> dict[Status | None, int]:
    """Return how many were reported to have each status, None first."""
    counts = Counter(reported)
    return {status: counts[status] for status in (None, *Status)}

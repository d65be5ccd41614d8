"""Where the parts of the timeline are drawn, in percent of its width, and what they say in words.

Percent, so that a browser fits the drawing to any width and the text beside it stays readable.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.period import Period
from jcm_ledger.render.outline.cells import OwnersText, Reference, TimingText
from jcm_ledger.render.outline.rows import owners, reference, timing
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.standing import Timing
from jcm_ledger.rules.timeline import Bar, Timeline, timeline

MOST_BARS = 100
"""How many bars are drawn: more than anybody follows by eye."""


class Tick(Struct, frozen=True, kw_only=True):
    """A line across the timeline; `year` is "" where it is that of the tick before."""

    x: float
    label: str
    year: str


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of days, from its first morning to its last evening."""

    x: float
    width: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)


class Mark(Struct, frozen=True, kw_only=True):
    """An entry on a bar: its shape, and the entry in words."""

    x: float
    shape: str
    text: str


class DrawnBar(Struct, frozen=True, kw_only=True):
    """One commitment as it is drawn.

    `line` runs from the day it was made to what is known of its end: "due", "ended" by a report,
    or open, "continuing" or "undated". `late` runs from a deadline that passed to the day it was
    completed on, or to today; `review` is where the last day before a review lies.
    """

    about: Reference
    owners: OwnersText
    timing: TimingText
    line: Span
    end: str
    due: Span | None
    original: Span | None
    late: Span | None
    review: float | None
    marks: tuple[Mark, ...]
    text: str


class Drawn(Struct, frozen=True, kw_only=True):
    """The timeline as it is drawn; `total` counts the commitments, drawn or not."""

    first: date
    last: date
    today: float
    ticks: tuple[Tick, ...]
    bars: tuple[DrawnBar, ...]
    total: int

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of the marks that occur, in the order of their names."""
        return tuple(sorted({mark.shape for bar in self.bars for mark in bar.marks}))


def laid_out(whole: Timeline, say: Phrases) -> Drawn:
    """Return how a timeline is drawn: its first bars, over an axis that fits these."""
    shown = whole
    if len(whole.bars) > MOST_BARS:
        shown = timeline([bar.row for bar in whole.bars[:MOST_BARS]], whole.today)
    return Drawn(
        first=shown.first,
        last=shown.last,
        today=_percent(shown, shown.today),
        ticks=tuple(_ticks(shown, say)),
        bars=tuple(_drawn(shown, bar, say) for bar in shown.bars),
        total=len(whole.bars),
    )


def _ticks(axis: Timeline, say: Phrases) -> Iterator[Tick]:
    """Yield the ticks with their labels: years, or quarters or months under their year."""
    step = (axis.ticks[1] - axis.ticks[0]).days if len(axis.ticks) > 1 else 0
    for number, day in enumerate(axis.ticks):
        label, year = say.timelines.year(day), ""
        if step < 365:  # noqa: PLR2004 - ticks closer than years
            named = say.timelines.month if step < 80 else say.timelines.quarter  # noqa: PLR2004 - a quarter
            label = named(day)
            year = say.timelines.year(day) if number == 0 or day.month == 1 else ""
        yield Tick(x=_percent(axis, day), label=label, year=year)


def _drawn(axis: Timeline, bar: Bar, say: Phrases) -> DrawnBar:
    due = _span(axis, bar.due) if bar.due else None
    moved = bar.original is not None and bar.original != bar.due
    start, (end, finish) = _percent(axis, bar.made), _end(axis, bar)
    return DrawnBar(
        about=reference(bar.row, say),
        owners=owners(bar.row, say),
        timing=timing(bar.row, say),
        line=Span(x=min(start, finish), width=round(abs(finish - start), 2)),
        end=end,
        due=due,
        original=_span(axis, bar.original) if bar.original and moved else None,
        late=_late(axis, bar),
        review=_evening(axis, bar.row.review_date) if bar.row.review_date else None,
        marks=tuple(_mark(axis, entry, say) for entry in bar.entries),
        text=say.timelines.bar(bar),
    )


def _end(axis: Timeline, bar: Bar) -> tuple[str, float]:
    """Return what is known of the end of a bar, and where its line stops."""
    if bar.due is not None:
        return "due", _percent(axis, bar.due.first)
    if bar.row.closed_on is not None:
        return "ended", _percent(axis, bar.row.closed_on)
    return ("continuing" if bar.continuing else "undated"), 100.0


def _late(axis: Timeline, bar: Bar) -> Span | None:
    """Return the days after a deadline without which it would have been met, None if it was."""
    if bar.due is None:
        return None
    if bar.row.timing is Timing.OVERDUE:
        return _span(axis, Period(bar.due.last, axis.today), after_first=True)
    if bar.row.timing is Timing.MET_LATE and bar.row.done is not None:
        return _span(axis, Period(bar.due.last, bar.row.done.last), after_first=True)
    return None


def _mark(axis: Timeline, entry: Entry, say: Phrases) -> Mark:
    shape = entry.status or ("moved" if entry.deadline else "note")
    return Mark(x=_percent(axis, entry.date), shape=shape, text=say.timelines.entry(entry))


def _span(axis: Timeline, period: Period, *, after_first: bool = False) -> Span:
    """Return where a period lies, both days included, or its first left out."""
    start = _evening(axis, period.first) if after_first else _percent(axis, period.first)
    return Span(x=start, width=round(_evening(axis, period.last) - start, 2))


def _evening(axis: Timeline, day: date) -> float:
    return 100.0 if day >= axis.last else _percent(axis, day + timedelta(days=1))


def _percent(axis: Timeline, day: date) -> float:
    return round(100 * axis.share(day), 2)

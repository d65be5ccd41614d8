"""Timeline: where the days of commitments lie beside each other, for renderers to draw."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind
from jcm_ledger.rules.standing import Standing

_MOST_TICKS = 12
_STEPS = (1, 3, 12, 24, 60, 120, 240, 600, 1200, 3000, 6000, 12000)
"""Months from one tick of an axis to the next."""


class End(StrEnum):
    """How a bar ends: at its deadline, never (continuing), or on a day that nobody stated."""

    DATED = "dated"
    CONTINUING = "continuing"
    UNDATED = "undated"


class Bar(Struct, frozen=True, kw_only=True):
    """One commitment on the timeline.

    It begins on the day it was made. `due` is the current deadline and `original` the first one
    if it was moved. Without a deadline `due` is None, nothing is known of its end, and a
    renderer draws it open: as continuing, or as undated.
    """

    row: Standing
    made: date
    due: Period | None
    original: Period | None

    @property
    def end(self) -> End:
        """How it ends."""
        if self.due is not None:
            return End.DATED
        return End.CONTINUING if self.continuing else End.UNDATED

    @property
    def continuing(self) -> bool:
        """Whether it goes on without an end that was stated."""
        return self.due is None and self.row.commitment.kind is Kind.CONTINUING

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What was put on file, by date: the marks on the bar."""
        return self.row.journal


class Timeline(Struct, frozen=True, kw_only=True):
    """Bars over an axis from `first` to `last`, both inclusive; `ticks` are days on it."""

    first: date
    last: date
    today: date
    ticks: tuple[date, ...]
    bars: tuple[Bar, ...]

    def share(self, day: date) -> float:
        """Return where the beginning of a day lies on the axis: 0 at its start, 1 at its end."""
        return (day - self.first).days / ((self.last - self.first).days + 1)


def timeline(rows: Sequence[Standing], day: date) -> Timeline:
    """Return the standings as bars in their order; the axis holds `day` and whole quarters."""
    bars = tuple(map(_bar, rows))
    days = [day]
    for bar in bars:
        days += [bar.made, *(entry.date for entry in bar.entries)]
        periods = (bar.due, bar.original, bar.row.done)
        days += [end for period in periods if period for end in _ends(period)]
        days += [bar.row.review_date] if bar.row.review_date else []
    first, last = _quarter_start(min(days)), _quarter_end(max(days))
    return Timeline(first=first, last=last, today=day, ticks=_ticks(first, last), bars=bars)


def spans(line: Timeline, most: int) -> list[Period]:
    """Return the axis cut into equal quarters, years or runs of years, about `most` at the most.

    Years begin in January, so the first may begin before the axis and the last end after it.
    """
    for step in _STEPS[1:]:
        years = step // 12
        start = date(max(line.first.year // years * years, 1), 1, 1) if years else line.first
        found = list(_runs(start, line.last, step))
        if len(found) <= most:
            break
    return found


def _runs(start: date, last: date, months: int) -> Iterator[Period]:
    """Yield runs of so many months, one after the other, until one holds `last`."""
    while True:
        beyond = start.year * 12 + start.month - 1 + months >= (date.max.year + 1) * 12
        end = date.max if beyond else _months_later(start, months) - timedelta(days=1)
        yield Period(start, end)
        if end >= last:
            return
        start = end + timedelta(days=1)


def _bar(row: Standing) -> Bar:
    made = row.as_of - timedelta(days=row.age_days)
    return Bar(row=row, made=made, due=row.deadline, original=row.original)


def _ends(period: Period) -> tuple[date, date]:
    return period.first, period.last


def _quarter_start(day: date) -> date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _quarter_end(day: date) -> date:
    if day >= date(date.max.year, 10, 1):
        return date.max
    return _months_later(_quarter_start(day), 3) - timedelta(days=1)


def _months_later(first: date, months: int) -> date:
    """Return the first day of the month that comes so many months later."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _ticks(first: date, last: date) -> tuple[date, ...]:
    """Return the starts of months, quarters or years in the axis, twelve at the most."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(each for each in _STEPS if each == _STEPS[-1] or months // each <= _MOST_TICKS)
    tick = _quarter_start(first) if step <= 3 else _year_start(first, step // 12)  # noqa: PLR2004 - a quarter
    ticks = []
    while tick <= last:
        ticks.append(tick)
        if tick.year + step / 12 > date.max.year:
            break
        tick = _months_later(tick, step)
    return tuple(ticks)


def _year_start(first: date, years: int) -> date:
    """Return the first 1 January on or after a day whose year is a multiple of `years`."""
    year = first.year if first == date(first.year, 1, 1) else first.year + 1
    return date(min(-(-year // years) * years, date.max.year), 1, 1)

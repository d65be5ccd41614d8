"""Spans of days: a part of a year, a fiscal year, some months from a day."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from jcm_ledger.model.period import Period
from jcm_ledger.rules.drafting.countries import country

_APRIL = 4
SEASONS = {"spring": (3, 0), "summer": (6, 0), "autumn": (9, 0), "fall": (9, 0), "winter": (12, 0)}
PARTS = {
    "early": (1, 3),
    "beginning": (1, 3),
    "start": (1, 3),
    "mid": (4, 9),
    "middle": (4, 9),
    "late": (10, 12),
    "end": (10, 12),
}
"""First and last month of a part of a year without exact bounds: the quarters it reaches over."""


class Dated(Struct, frozen=True):
    """A deadline in a text, `start` to `end` (exclusive), and its period, if it gives one."""

    start: int
    end: int
    period: Period | None


def months(year: int, first: int, last: int) -> Period | None:
    """Return the months `first` to `last` of a year; beyond 12 they are of the next."""
    start = _month(year, first)
    end = _month(year, last)
    if start is None or end is None:
        return None
    return Period(start, end.replace(day=monthrange(end.year, end.month)[1]))


def _month(year: int, month: int) -> date | None:
    years, month = divmod(month - 1, 12)
    try:
        return date(year + years, month + 1, 1)
    except ValueError:
        return None


def day(year: int, month: int, day_of_month: int) -> Period | None:
    """Return a day, None if there is no such day."""
    try:
        only = date(year, month, day_of_month)
    except ValueError:
        return None
    return Period(only, only)


def fiscal_year(year: int, begins: int) -> Period | None:
    """Return the fiscal year that begins in a month: the US one is called after its end."""
    if not begins:
        return None
    if begins == _APRIL:
        return Period.parse(f"FY{year:04}") if 0 < year < 9999 else None  # noqa: PLR2004
    start = year - 1 if begins > 6 else year  # noqa: PLR2004
    return months(start, begins, begins + 11)


def fiscal_month(sides: Sequence[str], of: str | None = None) -> int:
    """Return in which month the fiscal year begins, 0 where that is not known.

    `of` is whose year the wording says it is. Else it is that of the sides, if they agree, or
    April if Japan is one of them: it is Japan's papers that count by fiscal years.
    """
    if of is not None:
        found = country(of)
        return found.fiscal if found else 0
    begins = {found.fiscal if (found := country(side)) else 0 for side in sides}
    if len(begins) == 1:
        return begins.pop()
    return _APRIL if _APRIL in begins else 0


def until(period: Period | None, since: date | None) -> Period | None:
    """Return the days from the statement's to the last of a period, None for none."""
    if period is None or since is None or period.last < since:
        return None
    return Period(since, period.last)


def before(period: Period | None, since: date | None) -> Period | None:
    """Return the days from the statement's to the one before a period, None for none."""
    if period is None or since is None or period.first <= since:
        return None
    return Period(since, period.first - timedelta(days=1))


def later(since: date | None, count: int, unit: str) -> Period | None:
    """Return the days from the statement's to the same day some days, weeks, months or years on."""
    if since is None:
        return None
    try:
        if unit in {"day", "week"}:
            return Period(since, since + timedelta(days=count * (7 if unit == "week" else 1)))
        months_on = since.month - 1 + count * (12 if unit == "year" else 1)
        year, month = since.year + months_on // 12, months_on % 12 + 1
        end = date(year, month, min(since.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None
    return Period(since, end)

"""How long something is in the units that people count in, for the phrases of any language."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from jcm_ledger.model.period import Period

_DAYS_COUNTED = 90
"""Up to so many days people count days."""

_DAYS_A_MONTH = 365.2425 / 12
_MONTHS_COUNTED = 24
"""Under so many months people give an age in months."""


class Elapsed(NamedTuple):
    """A length of time: in days, or where `days` is None in years and months."""

    days: int | None
    years: int = 0
    months: int = 0


@lru_cache(maxsize=4096)
def elapsed(first: date, last: date) -> Elapsed:
    """Return how long it is from one day to a later one.

    Up to ninety days in days, then in whole months of the calendar.
    """
    days = (last - first).days
    if days <= _DAYS_COUNTED:
        return Elapsed(days)
    whole = (last.year - first.year) * 12 + last.month - first.month
    whole -= _is_before_the_day(last, first)
    return Elapsed(None, *divmod(whole, 12))


def age(days: int) -> Elapsed:
    """Return an age in whole days, months or years, in one unit."""
    if days < _DAYS_A_MONTH * 3:
        return Elapsed(days)
    months = int(days / _DAYS_A_MONTH)
    if months < _MONTHS_COUNTED:
        return Elapsed(None, months=months)
    return Elapsed(None, years=months // 12)


def is_of_whole_months(span: Period) -> bool:
    """Return whether a period begins with the first and ends with the last day of a month."""
    after = span.last + timedelta(days=1) if span.last < date.max else None
    return span.first.day == 1 and (after is None or after.day == 1)


def _is_before_the_day(last: date, first: date) -> bool:
    """Return whether the last month is not full: its end counts for a day that it has not."""
    return last.day < min(first.day, monthrange(last.year, last.month)[1])

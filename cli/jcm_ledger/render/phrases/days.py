"""Days as people say them: a date in prose, a period in words, how long ago something was."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.numbers import count

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_PARTS = {
    (1, 6): "first half of {year}",
    (7, 12): "second half of {year}",
    (1, 3): "first quarter of {year}",
    (4, 6): "second quarter of {year}",
    (7, 9): "third quarter of {year}",
    (10, 12): "fourth quarter of {year}",
}
"""What a run of months is called, by its first and last month."""

_DAYS_SAID = 90
"""Up to so many days people count days."""


def day(of: date) -> str:
    """Return a date as it stands in a sentence: 30 June 2024."""
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


def period(span: Period) -> str:
    """Return a period in words, with the months that a name alone does not tell.

    "first half of 2024 (January to June)", "FY2024-Q3 (October to December 2024)", "June 2024".
    """
    first, last = span.first, span.last
    if first == last:
        return day(first)
    if not _is_of_whole_months(span):
        return f"{day(first)} to {day(last)}"
    if span.fiscal:
        return f"{span} ({months(span)})"
    named = _PARTS.get((first.month, last.month)) if first.year == last.year else None
    if named is None:
        return months(span)
    named = named.format(year=first.year)
    return f"{named} ({MONTHS[first.month - 1]} to {MONTHS[last.month - 1]})"


def months(span: Period) -> str:
    """Return the months of a period: "2024", "June 2024", "May to July 2024"."""
    first, last = span.first, span.last
    if (first.month, last.month) == (1, 12) and not span.fiscal:
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    begin, end = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    return f"{begin} to {end}" if first.year == last.year else f"{begin} {first.year} to {end}"


@lru_cache(maxsize=4096)
def lapse(first: date, last: date) -> str:
    """Return how long it is from one day to a later one: "12 days", "2 years 5 months".

    Up to ninety days in days, then in whole months of the calendar.
    """
    days = (last - first).days
    if days <= _DAYS_SAID:
        return count(days, "day")
    whole = (last.year - first.year) * 12 + last.month - first.month
    whole -= _is_before_the_day(last, first)
    years, left = divmod(whole, 12)
    parts = [count(years, "year")] if years else []
    parts += [count(left, "month")] if left else []
    return " ".join(parts)


def _is_before_the_day(last: date, first: date) -> bool:
    """Return whether the last month is not full: its end counts for a day that it has not."""
    return last.day < min(first.day, monthrange(last.year, last.month)[1])


def _is_of_whole_months(span: Period) -> bool:
    after = span.last + timedelta(days=1) if span.last < date.max else None
    return span.first.day == 1 and (after is None or after.day == 1)

"""Period: a span of whole days, written the way people say it."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache, total_ordering

from jcm_ledger.errors import BadPeriod

_SPELLING = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:H(?P<half>[0-9])|Q(?P<quarter>[0-9])|(?P<number>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_FISCAL = re.compile(r"FY(?P<year>[0-9]{4})(?:-(?:H(?P<half>[0-9])|Q(?P<quarter>[0-9])))?")
_FISCAL_MONTHS = 3  # April to March, as the British and the Japanese governments count
# ISO 8601-2:2019, 4.8: sub-year groupings that need no hemisphere.
_ISO_QUARTERS = {33: 1, 34: 2, 35: 3, 36: 4}
_ISO_HALVES = {40: 1, 41: 2}

_NAMED_MONTHS = {(1, 12): "", (1, 6): "-H1", (7, 12): "-H2"} | {
    (3 * quarter - 2, 3 * quarter): f"-Q{quarter}" for quarter in range(1, 5)
}


@total_ordering
class Period:
    """A span of whole days, `first` and `last` both inclusive.

    Two periods are equal when they span the same days, however they were written. They are
    ordered by their last day, then by their first: what falls due sooner comes first.
    `str()` gives the spelling it was parsed from, else the shortest; `parse` reads either back as
    an equal period.
    """

    __slots__ = ("_spelling", "first", "last")

    first: date
    last: date

    def __init__(self, first: date, last: date, spelling: str = "") -> None:
        """Raise BadPeriod if `last` comes before `first`."""
        if last < first:
            raise BadPeriod(f"{first}/{last}", "it ends before it begins")
        self.first = first
        self.last = last
        self._spelling = spelling

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the period that `text` spells; raise BadPeriod for anything else."""
        start, slash, end = text.partition("/")
        if not slash:
            return _parse_simple(text, text)
        begin, finish = _parse_simple(start, text), _parse_simple(end, text)
        if begin.fiscal != finish.fiscal:
            raise BadPeriod(text, "a fiscal year and a calendar year do not go together")
        if finish.last < begin.first:
            raise BadPeriod(text, "it ends before it begins")
        return cls(begin.first, finish.last, text)

    @property
    def fiscal(self) -> bool:
        """Whether it is written as a fiscal year or a part of one."""
        return self._spelling.startswith("FY")

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (self.last, self.first) == (other.last, other.first)

    def __lt__(self, other: "Period") -> bool:
        return (self.last, self.first) < (other.last, other.first)

    def __hash__(self) -> int:
        return hash((self.last, self.first))

    def __repr__(self) -> str:
        return f"Period({str(self)!r})"

    def __str__(self) -> str:
        return self._spelling or _shortest(self.first, self.last)


@lru_cache(maxsize=1024)
def _shortest(first: date, last: date) -> str:
    """Return the shortest spelling of these days."""
    if first == last:
        return first.isoformat()
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return f"{first}/{last}"
    if first.year == last.year:
        months = (first.month, last.month)
        if months in _NAMED_MONTHS:
            return f"{first.year:04}{_NAMED_MONTHS[months]}"
        if first.month == last.month:
            return first.isoformat()[:7]
    if (first.month, last.month) == (1, 12):
        return f"{first.year:04}/{last.year:04}"
    return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"


@lru_cache(maxsize=1024)
def _parse_simple(text: str, whole: str) -> Period:
    """Return the period of a spelling without a slash; `whole` is what an error quotes."""
    if text.startswith("FY"):
        return _parse_fiscal(text, whole)
    match = _SPELLING.fullmatch(text)
    if match is None:
        raise BadPeriod(whole, "it is spelled otherwise" if whole else "it is empty")
    year, half, quarter, number, day = (
        None if group is None else int(group) for group in match.groups()
    )
    if not year:
        raise BadPeriod(whole, "years run from 0001 to 9999")
    if day is not None:
        return _day(year, number or 0, day, text, whole)
    half = _ISO_HALVES.get(number or 0, half)
    quarter = _ISO_QUARTERS.get(number or 0, quarter)
    if half is not None:
        first, last = _months(year, half, 6, whole)
    elif quarter is not None:
        first, last = _months(year, quarter, 3, whole)
    elif number is not None:
        first, last = _months(year, number, 1, whole)
    else:
        first, last = _months(year, 1, 12, whole)
    return Period(first, last, text)


def _parse_fiscal(text: str, whole: str) -> Period:
    """Return a fiscal year, or a half or quarter of one: FY2024-Q4 is January to March 2025."""
    match = _FISCAL.fullmatch(text)
    if match is None:
        raise BadPeriod(whole, "a fiscal year is written FY2024, FY2024-H1 or FY2024-Q3")
    year, half, quarter = (None if group is None else int(group) for group in match.groups())
    if not year or year == date.max.year:
        raise BadPeriod(whole, "fiscal years run from 0001 to 9998")
    if half is not None:
        first, last = _months(year, half, 6, whole)
    elif quarter is not None:
        first, last = _months(year, quarter, 3, whole)
    else:
        first, last = _months(year, 1, 12, whole)
    return Period(_later(first), _end_of_month(_later(last.replace(day=1))), text)


def _later(first_of_month: date) -> date:
    """Return the first day of the month that comes three later."""
    years, month = divmod(first_of_month.month - 1 + _FISCAL_MONTHS, 12)
    return date(first_of_month.year + years, month + 1, 1)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months(year: int, nth: int, length: int, whole: str) -> tuple[date, date]:
    """Return first and last day of the nth run of `length` months of the year, from 1."""
    if not 1 <= nth <= 12 // length:
        kind = {6: "half", 3: "quarter", 1: "month"}[length]
        raise BadPeriod(whole, f"a year has no {kind} {nth}")
    end = nth * length
    return date(year, end - length + 1, 1), _end_of_month(date(year, end, 1))


def _day(year: int, month: int, day: int, text: str, whole: str) -> Period:
    try:
        only = date(year, month, day)
    except ValueError:
        raise BadPeriod(whole, "there is no such day") from None
    return Period(only, only, text)


def is_period(text: str) -> bool:
    """Return whether a text spells a period."""
    try:
        Period.parse(text)
    except BadPeriod:
        return False
    return True

"""Days, periods, lengths of time and numbers in English."""

from datetime import date

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.elapsed import age, elapsed, is_of_whole_months

_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_MONTHS = (
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


class EnglishDays:
    """Days and numbers as people write them: a date, a period, how long ago something was."""

    @staticmethod
    def count(number: int, one: str, many: str = "") -> str:
        """Return a number with its noun: "1 day", "2,000 days"."""
        return f"{number:,} {one if number == 1 else many or one + 's'}"

    def commitments(self, number: int) -> str:
        """Return a number of commitments: "3 commitments"."""
        return self.count(number, "commitment")

    def duration(self, length: Duration) -> str:
        """Return a length of time in words: "12 months"."""
        return self.count(length.number, _UNITS[length.unit])

    @staticmethod
    def short_day(of: date) -> str:
        """Return a date as a table has it: 2024-06-30."""
        return of.isoformat()

    @staticmethod
    def day(of: date) -> str:
        """Return a date as it stands in a sentence: 30 June 2024."""
        return f"{of.day} {_MONTHS[of.month - 1]} {of.year}"

    def period(self, span: Period) -> str:
        """Return a period as a table has it: "FY2024-Q3 (October to December 2024)", "2024-H1"."""
        return f"{span} ({self.months(span)})" if span.fiscal else str(span)

    def in_prose(self, span: Period) -> str:
        """Return a period in words, with the months that a name alone does not tell.

        "first half of 2024 (January to June)", "FY2024-Q3 (October to December 2024)", "June 2024".
        """
        first, last = span.first, span.last
        if first == last:
            return self.day(first)
        if not is_of_whole_months(span):
            return f"{self.day(first)} to {self.day(last)}"
        if span.fiscal:
            return f"{span} ({self.months(span)})"
        named = _PARTS.get((first.month, last.month)) if first.year == last.year else None
        if named is None:
            return self.months(span)
        named = named.format(year=first.year)
        return f"{named} ({_MONTHS[first.month - 1]} to {_MONTHS[last.month - 1]})"

    @staticmethod
    def months(span: Period) -> str:
        """Return the months of a period: "2024", "June 2024", "May to July 2024"."""
        first, last = span.first, span.last
        if (first.month, last.month) == (1, 12) and not span.fiscal:
            return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
        begin, end = _MONTHS[first.month - 1], f"{_MONTHS[last.month - 1]} {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return end
        return f"{begin} to {end}" if first.year == last.year else f"{begin} {first.year} to {end}"

    def lapse(self, first: date, last: date) -> str:
        """Return how long it is from one day to a later one: "12 days", "2 years 5 months"."""
        time = elapsed(first, last)
        if time.days is not None:
            return self.count(time.days, "day")
        parts = [self.count(time.years, "year")] if time.years else []
        parts += [self.count(time.months, "month")] if time.months else []
        return " ".join(parts)

    def age(self, days: int) -> str:
        """Return an age in whole days, months or years, whichever people would say."""
        time = age(days)
        if time.days is not None:
            return self.count(time.days, "day")
        return self.count(time.years, "year") if time.years else self.count(time.months, "month")

    def slip(self, days: int) -> str:
        """Return how far a deadline moved: "+365 days"."""
        return f"{days:+,} {'day' if abs(days) == 1 else 'days'}"

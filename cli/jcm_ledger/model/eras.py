"""Eras, by which Japan counts years: 令和6年 is 2024."""

from datetime import date

from msgspec import Struct


class Era(Struct, frozen=True):
    """An era: its name, its first and its last day, and the year in which it was in its first."""

    name: str
    first: date
    last: date
    begins: int

    def western(self, year: str) -> int:
        """Return the western year of one of the era, as written: "6", or "元" for the first."""
        return self.begins - 1 + (1 if year == "元" else int(year))

    def year(self, of: date) -> int:
        """Return the year of the era that a day of it lies in."""
        return of.year - self.begins + 1


ERAS = (
    Era("令和", date(2019, 5, 1), date.max, 2019),
    Era("平成", date(1989, 1, 8), date(2019, 4, 30), 1989),
    Era("昭和", date(1926, 12, 25), date(1989, 1, 7), 1926),
    Era("大正", date(1912, 7, 30), date(1926, 12, 24), 1912),
    Era("明治", date(1873, 1, 1), date(1912, 7, 29), 1868),
)
"""The eras, the latest first. 明治 is from 1873 on, when the calendar of today came in."""

BY_NAME = {era.name: era for era in ERAS}

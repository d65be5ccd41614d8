"""Duration: a length of time in whole days, weeks, calendar months or years."""

import re
from calendar import monthrange
from datetime import date, timedelta

from jcm_ledger.errors import BadDuration

_SPELLING = re.compile(r"([0-9]{1,6})([dwmy])")
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}


class Duration:
    """A length of time: `90d`, `2w`, `6m` or `1y`; `str()` gives the spelling back.

    Months and years are those of the calendar: a month after 31 January is the last day of
    February. What leads out of the calendar ends at its first or last day.
    """

    __slots__ = ("number", "unit")

    number: int
    unit: str

    def __init__(self, number: int, unit: str) -> None:
        self.number = number
        self.unit = unit

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Return the duration that `text` spells; raise BadDuration for anything else."""
        match = _SPELLING.fullmatch(text)
        if match is None:
            raise BadDuration(text)
        return cls(int(match[1]), match[2])

    def after(self, day: date) -> date:
        """Return the day that comes this much later."""
        return self._from(day, 1)

    def before(self, day: date) -> date:
        """Return the day that came this much earlier."""
        return self._from(day, -1)

    def _from(self, day: date, direction: int) -> date:
        try:
            if self.unit in _DAYS:
                return day + direction * timedelta(days=self.number * _DAYS[self.unit])
            months = day.year * 12 + day.month - 1 + direction * self.number * _MONTHS[self.unit]
            year, month = months // 12, months % 12 + 1
            return date(year, month, min(day.day, monthrange(year, month)[1]))
        except (ValueError, OverflowError):
            return date.max if direction > 0 else date.min

    def __str__(self) -> str:
        return f"{self.number}{self.unit}"

    def __repr__(self) -> str:
        return f"Duration({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return (self.number, self.unit) == (other.number, other.unit)

    def __hash__(self) -> int:
        return hash((self.number, self.unit))

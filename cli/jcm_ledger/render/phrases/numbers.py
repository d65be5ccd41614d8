"""Numbers with their nouns, and lengths of time."""

from jcm_ledger.model.duration import Duration

_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 day", "2,000 days"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def duration(length: Duration) -> str:
    """Return a length of time in words: "12 months"."""
    return count(length.number, _UNITS[length.unit])

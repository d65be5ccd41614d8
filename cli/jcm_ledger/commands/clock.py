"""The one place that reads the clock."""

from datetime import date, datetime


def today() -> date:
    """Return the local date."""
    return datetime.now().astimezone().date()

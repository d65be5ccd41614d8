"""The one place that reads the clock."""

from datetime import date


def today() -> date:
    """Return the local date, also where TZ has an offset that `datetime` refuses: a whole day."""
    return date.today()  # noqa: DTZ011 - the date where the user is

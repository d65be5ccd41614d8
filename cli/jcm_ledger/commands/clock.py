"""The one place that reads the clock."""

from datetime import date


def today() -> date:
    """Return the local date; TZ may say what `datetime` cannot, as an offset of a whole day."""
    return date.today()  # noqa: DTZ011 - the date where the user is

"""Review: when an open commitment without a deadline is to be looked at again."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Commitment, Ledger

AFTER = Duration(1, "y")
"""How long after its last status, where no later meeting comes first."""


class Dates(Struct, frozen=True):
    """The days that a meeting's commitments count from: its own first and last day.

    `later` are the last days of the meetings that come after it, in order.
    """

    first: date
    last: date
    later: Sequence[date]


def dates(ledger: Ledger, meeting: str, day: date) -> Dates:
    """Return the dates of a meeting as known on `day`."""
    own = ledger.meetings[meeting].made
    others = [each.period(day).last for each in ledger.meetings.values() if each.id != meeting]
    return Dates(own.first, own.last, sorted(last for last in others if last > own.last))


def review_date(commitment: Commitment, decided: date | None, days: Dates) -> date:
    """Return the last day before an open, undated commitment is due for review.

    `decided` is the date of the last deciding status. A day that the ledger gives rules until one
    is dated on or after it; then the rhythm that it gives, else the earliest later meeting that
    comes after the last status, else a year.
    """
    if commitment.review_by is not None and (decided is None or decided < commitment.review_by):
        return commitment.review_by
    since = decided or days.last
    if commitment.report_every is not None:
        return commitment.report_every.after(since)
    following = bisect_right(days.later, decided) if decided is not None else 0
    return days.later[following] if following < len(days.later) else AFTER.after(since)

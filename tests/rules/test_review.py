"""Review: when an open commitment without a deadline is to be looked at again."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Entry, Meeting
from jcm_ledger.rules.standing import Standing, Timing, standing

NEXT = make_meeting("m2", held="2025-06-10")
AFTER_NEXT = make_meeting("m3", expected="2027")


def talks(
    *journal: Entry, day: str = "2024-12-31", meetings: Iterable[Meeting] = (), **fields: Any
) -> Standing:
    """Return how "talks" stands on a day, in a ledger with later meetings."""
    commitment = make_commitment(**fields)
    ledger = make_ledger(commitment, journal=journal, meetings=[MEETING, *meetings])
    return standing(ledger, commitment, date.fromisoformat(day))


def test_a_report_resets_a_review() -> None:
    """Review waits for the earliest meeting strictly after the last deciding status."""
    meetings = [NEXT, AFTER_NEXT]
    before = talks(make_entry("2025-06-09", "in-progress"), day="2025-07-01", meetings=meetings)
    assert (before.review_date, before.timing) == (date(2025, 6, 10), Timing.REVIEW_DUE)
    for day in ("2025-06-10", "2025-06-30"):
        row = talks(make_entry(day, "in-progress"), day="2025-07-01", meetings=meetings)
        if day == "2025-06-10":  # not strictly after it
            assert row.review_date == date(2027, 12, 31)
        assert row.timing is Timing.UNDATED


def test_where_no_meeting_comes_after_it_a_year_after_that_status() -> None:
    """One without any status counts from its own meeting."""
    row = talks(make_entry("2025-07-01", "stalled"), day="2026-07-01", meetings=[NEXT])
    assert (row.review_date, row.timing) == (date(2026, 7, 1), Timing.UNDATED)
    late = talks(make_entry("2025-07-01", "stalled"), day="2026-07-02", meetings=[NEXT])
    assert late.timing is Timing.REVIEW_DUE
    assert talks().review_date == date(2024, 11, 7)


@pytest.mark.parametrize(
    "entry",
    [
        make_entry("2025-07-01", note="Asked for news."),
        make_entry("2025-07-01", "in-progress", by=None),
        make_entry("2025-07-01", owners=("A", "C"), note="To C."),
    ],
)
def test_only_a_deciding_status_resets_a_review(entry: Entry) -> None:
    """A note, what nobody reports and a hand-over are no look at how it stands."""
    assert talks(entry, day="2026-01-01", meetings=[NEXT]).review_date == date(2025, 6, 10)


def test_report_every_replaces_meetings_and_the_year() -> None:
    """A rhythm of its own counts from the last status, and from the meeting before any."""
    every = Duration(6, "m")
    assert talks(report_every=every, meetings=[NEXT]).review_date == date(2024, 5, 7)
    row = talks(make_entry("2024-08-31", "in-progress"), report_every=every, meetings=[NEXT])
    assert row.review_date == date(2025, 2, 28)


def test_review_by_rules_until_a_status_on_or_after_it() -> None:
    """A day of one's own counts once: what is reported on it or later starts anew."""
    review_by = date(2024, 3, 1)
    early = make_entry("2024-02-29", "in-progress")
    assert talks(early, review_by=review_by).review_date == review_by
    on_it = make_entry("2024-03-01", "in-progress")
    assert talks(on_it, review_by=review_by).review_date == date(2025, 3, 1)
    rhythm = talks(on_it, review_by=review_by, report_every=Duration(2, "w"))
    assert rhythm.review_date == date(2024, 3, 15)


def test_what_is_superseded_and_reopened_counts_from_its_last_word() -> None:
    """Review waits for what is open alone; a reopened one counts from its last word."""
    reopened = [make_entry("2024-03-01", "completed"), make_entry("2024-05-01", "in-progress")]
    assert talks(*reopened).review_date == date(2025, 5, 1)
    assert talks(reopened[0]).review_date is None

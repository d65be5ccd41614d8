"""Lengths of time as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.errors import BadDuration
from jcm_ledger.model.duration import Duration

DURATIONS = st.builds(Duration, st.integers(0, 999_999), st.sampled_from("dwmy"))


@pytest.mark.parametrize(
    ("text", "day", "after", "before"),
    [
        ("0d", "2026-11-23", "2026-11-23", "2026-11-23"),
        ("90d", "2026-11-23", "2027-02-21", "2026-08-25"),
        ("2w", "2026-11-23", "2026-12-07", "2026-11-09"),
        ("6m", "2026-11-23", "2027-05-23", "2026-05-23"),
        ("1m", "2026-01-31", "2026-02-28", "2025-12-31"),
        ("1m", "2024-03-31", "2024-04-30", "2024-02-29"),
        ("1y", "2024-02-29", "2025-02-28", "2023-02-28"),
        ("4y", "2024-02-29", "2028-02-29", "2020-02-29"),
        ("9999y", "2026-11-23", "9999-12-31", "0001-01-01"),
        ("999999w", "2026-11-23", "9999-12-31", "0001-01-01"),
    ],
)
def test_days_are_counted_and_months_are_the_calendar_s(
    text: str, day: str, after: str, before: str
) -> None:
    """A month later is the same day of the month, or its last; no date leaves the calendar."""
    duration, start = Duration.parse(text), date.fromisoformat(day)
    assert duration.after(start) == date.fromisoformat(after)
    assert duration.before(start) == date.fromisoformat(before)


@pytest.mark.parametrize(
    "text",
    ["", "90", "d", "-3d", "+3d", "1.5m", "3 m", "3M", "3h", "6mo", "P6M", "1y6m", "٣d", "9" * 5000 + "d"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    """No length of time is guessed."""
    with pytest.raises(BadDuration) as refusal:
        Duration.parse(text)
    assert "90d, 2w, 6m or 1y" in refusal.value.hint


@given(DURATIONS)
def test_a_duration_is_written_as_it_is_read(duration: Duration) -> None:
    """What a message quotes can be typed again."""
    assert Duration.parse(str(duration)) == duration


@given(DURATIONS, st.dates())
def test_later_is_never_earlier(duration: Duration, day: date) -> None:
    """After comes no sooner than before, whatever the day."""
    assert duration.before(day) <= day <= duration.after(day)


@given(st.integers(0, 9999), st.dates(date(1000, 1, 1), date(3000, 1, 1)))
def test_a_week_is_seven_days(weeks: int, day: date) -> None:
    """Weeks and days count alike."""
    assert Duration(weeks, "w").after(day) - day == timedelta(days=7 * weeks)

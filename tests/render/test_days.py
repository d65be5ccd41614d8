"""Days as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.english.days import EnglishDays

day, lapse, period = EnglishDays().day, EnglishDays().lapse, EnglishDays().in_prose


@pytest.mark.parametrize(
    ("spelling", "words"),
    [
        ("2024-06-30", "30 June 2024"),
        ("2024-H1", "first half of 2024 (January to June)"),
        ("2024-Q4", "fourth quarter of 2024 (October to December)"),
        ("FY2024-Q3", "FY2024-Q3 (October to December 2024)"),
        ("FY2024", "FY2024 (April 2024 to March 2025)"),
        ("2024", "2024"),
        ("2024/2026", "2024 to 2026"),
        ("2024-06", "June 2024"),
        ("2024-05/2024-06", "May to June 2024"),
        ("2023-11/2024-03", "November 2023 to March 2024"),
        ("2024-06-15/2024-07-02", "15 June 2024 to 2 July 2024"),
    ],
)
def test_a_period_is_said_in_words_with_the_months_it_does_not_name(
    spelling: str, words: str
) -> None:
    """Nobody has to know which months a half or a fiscal quarter has."""
    assert period(Period.parse(spelling)) == words


def test_periods_of_the_same_days_keep_their_own_words() -> None:
    """FY2024-Q3 and 2024-Q4 are equal, and said otherwise."""
    assert period(Period.parse("2024-Q4")) != period(Period.parse("FY2024-Q3"))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-06-30", "2024-07-01", "1 day"),
        ("2024-06-30", "2024-09-28", "90 days"),
        ("2024-06-30", "2024-09-29", "2 months"),
        ("2024-06-30", "2026-11-25", "2 years 4 months"),
        ("2025-12-31", "2026-11-30", "11 months"),
        ("2025-12-31", "2026-12-31", "1 year"),
        ("2024-01-31", "2024-06-30", "5 months"),
    ],
)
def test_how_long_it_is_is_said_in_the_unit_that_people_use(
    first: str, last: str, words: str
) -> None:
    """Days up to ninety, then whole months; the end of a short month ends a month."""
    assert lapse(date.fromisoformat(first), date.fromisoformat(last)) == words


@given(st.dates(), st.dates())
def test_any_days_can_be_said(first: date, last: date) -> None:
    """No day of the calendar is out of reach."""
    begin, end = min(first, last), max(first, last)
    assert lapse(begin, end)
    assert period(Period(begin, end)).endswith((str(end.year), ")"))
    assert day(begin).endswith(f" {begin.year}")

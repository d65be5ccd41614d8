"""Days in headings and cells."""

from datetime import date

import pytest

from jcm_ledger.errors.importing import NotADay, NotOneDay
from jcm_ledger.rules.importing.days import day_meant, heading_day, period_meant
from jcm_ledger.rules.written_days import DayOrder


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-06", "2024-06"),
        ("by end of March 2026", "2026-03"),
        ("End March 2026", "2026-03"),
        ("by 14 May 2026", "2026-05-14"),
        ("Q3 2026", "2026-Q3"),
        ("H1 2025", "2025-H1"),
        ("2026年3月末まで", "2026-03"),
        ("令和8年度末", "2027-03-31"),
        ("令和8年5月14日", "2026-05-14"),
        ("2026-05-14 00:00:00", "2026-05-14"),
        ("30/9/2014", "2014-09-30"),
    ],
)
def test_what_is_due_by_a_period_is_due_by_its_last_day(text: str, period: str) -> None:
    """As people write it, in either language."""
    assert str(period_meant(text, None)) == period


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5/6/2026", "can be 2026-05-06 or 2026-06-05"),
        ("31/6/2024", "no day of the calendar"),
        ("14/5/26", "a year of two digits"),
        ("46156", "a spreadsheet's number for 2026-05-14"),
        ("as soon as possible", "no day and no period"),
        ("early 2026", "no day and no period"),
        ("about March 2026", "no day and no period"),
    ],
)
def test_nothing_is_guessed(text: str, said: str) -> None:
    """What may be two days, or none, is no deadline."""
    with pytest.raises(NotADay, match=said):
        period_meant(text, None)


def test_an_order_settles_what_can_be_two_days() -> None:
    """Only that: a day that the order does not allow is none."""
    assert day_meant("5/6/2026", DayOrder.DMY) == date(2026, 6, 5)
    assert day_meant("5/6/2026", DayOrder.MDY) == date(2026, 5, 6)
    with pytest.raises(NotADay):
        day_meant("4/30/2014", DayOrder.DMY)
    with pytest.raises(NotOneDay):
        day_meant("June 2026", None)


@pytest.mark.parametrize(
    ("heading", "rest", "day"),
    [
        ("4/30/2014", "", date(2014, 4, 30)),
        ("30/9/2014", "", date(2014, 9, 30)),
        ("2014-04-30", "", date(2014, 4, 30)),
        ("Status 30/9/2014", "Status", date(2014, 9, 30)),
        ("Status (as at 31 January 2015)", "Status", date(2015, 1, 31)),
        ("Update on 30 June 2015", "Update", date(2015, 6, 30)),
        ("進捗状況（令和7年3月31日時点）", "進捗状況", date(2025, 3, 31)),
        ("2015/6/30時点の進捗状況", "進捗状況", date(2015, 6, 30)),
    ],
)
def test_a_heading_may_say_a_day(heading: str, rest: str, day: date) -> None:
    """Alone, or beside what the column is about."""
    assert heading_day(heading, None) == (rest, day)


@pytest.mark.parametrize(
    "heading", ["", "Ref 1.01", "Status", "Sept 2014", "Budget 2015", "v1.2.3"]
)
def test_other_headings_say_none(heading: str) -> None:
    """A month is no day, nor is a number."""
    assert heading_day(heading, None) is None


def test_a_heading_that_may_be_two_days_is_refused() -> None:
    """Until the order is said."""
    with pytest.raises(NotADay):
        heading_day("Status 4/5/2014", None)
    assert heading_day("Status 4/5/2014", DayOrder.DMY) == ("Status", date(2014, 5, 4))

"""Deadlines, meetings and who speaks for which side."""

from datetime import date

import pytest

from examples import make_ledger, make_meeting
from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.ledger import Deadline, Meeting
from jcm_ledger.model.period import Period


@pytest.mark.parametrize("text", ["2024", "2024-H1", "2024-06-30", "2023-11/2024-03"])
def test_a_deadline_may_be_a_period(text: str) -> None:
    """A deadline that spells a period names no meeting, and is shown as that period."""
    deadline = Deadline.parse(text)
    assert deadline.period == Period.parse(text)
    assert deadline.meeting is None
    assert str(deadline) == text
    assert repr(deadline) == f"Deadline('{text}')"


@pytest.mark.parametrize("text", ["jcm-13", "m2", "H1", "soon", "第13回", "21", "21st", "FY25"])
def test_a_deadline_may_name_a_meeting(text: str) -> None:
    """Whatever is no period is a meeting's id, kept as it was written."""
    deadline = Deadline.parse(text)
    assert deadline.meeting == text
    assert deadline.period is None
    assert str(deadline) == text


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_a_blank_deadline_is_refused(text: str) -> None:
    """It is neither a period nor the id of a meeting."""
    with pytest.raises(BadPeriod) as caught:
        Deadline.parse(text)
    assert "2024-H1" in caught.value.hint


def test_deadlines_are_equal_when_they_mean_the_same() -> None:
    """Two spellings of a period are one deadline; another period or a meeting is another."""
    assert Deadline.parse("2024-40") == Deadline.parse("2024-H1")
    assert hash(Deadline.parse("2024-40")) == hash(Deadline.parse("2024-H1"))
    assert Deadline.parse("2024-H1") != Deadline.parse("2024-H2")
    assert Deadline.parse("m1") == Deadline.parse("m1")
    assert Deadline.parse("m1") != Deadline.parse("m2")
    assert Deadline.parse("2024") != Period.parse("2024")


def test_a_meeting_is_called_by_its_title_or_else_its_id() -> None:
    """Output always has a name for a meeting."""
    assert Meeting(id="m1", title="12th Meeting").name == "12th Meeting"
    assert Meeting(id="m1").name == "m1"


@pytest.mark.parametrize(
    ("held", "expected", "day", "counts_as"),
    [
        # held alone counts by its date, before it and after
        ("2025-06-10", None, "2024-01-01", "2025-06-10"),
        ("2025-06-10", None, "2025-06-10", "2025-06-10"),
        ("2025-06-10", None, "2026-01-01", "2025-06-10"),
        # expected alone stays expected, even after its period
        (None, "2025-H1", "2024-01-01", "2025-H1"),
        (None, "2025-H1", "2026-01-01", "2025-H1"),
        # both: expected until it is held
        ("2025-06-10", "2025-Q1", "2024-01-01", "2025-Q1"),
        ("2025-06-10", "2025-Q1", "2025-06-09", "2025-Q1"),
        ("2025-06-10", "2025-Q1", "2025-06-10", "2025-06-10"),
        ("2025-06-10", "2025-Q1", "2025-06-11", "2025-06-10"),
    ],
)
def test_when_a_meeting_is_as_known_on_a_day(
    held: str | None, expected: str | None, day: str, counts_as: str
) -> None:
    """A meeting counts by what was expected of it until the day it is held."""
    meeting = make_meeting("m2", held=held, expected=expected)
    assert meeting.period(date.fromisoformat(day)) == Period.parse(counts_as)


def test_a_meeting_without_any_date_has_no_period() -> None:
    """A meeting neither held nor expected is never given a made-up date."""
    with pytest.raises(ValueError, match="m9"):
        Meeting(id="m9").period(date(2024, 1, 1))


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("A", "UK"),
        ("B", "Japan"),
        ("C", "Japan"),
        ("Japan", "Japan"),
        ("committee", None),
        ("nobody", None),
        ("", None),
        (None, None),
    ],
)
def test_a_body_is_of_its_side_and_a_side_is_a_body_of_its_own(
    body: str | None, side: str | None
) -> None:
    """What is unknown, or outside, is of none."""
    assert make_ledger().side_of(body) == side


def test_the_sides_of_owners_come_in_the_committees_order() -> None:
    """The committee owns for all sides; nobody known owns for none."""
    ledger = make_ledger()
    assert ledger.sides_of(("B", "A", "C")) == ("UK", "Japan")
    assert ledger.sides_of(("committee",)) == ("UK", "Japan")
    assert ledger.sides_of(("Japan",)) == ("Japan",)
    assert ledger.sides_of(("nobody",)) == ()

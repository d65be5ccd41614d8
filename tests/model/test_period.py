"""Periods: what is read, what is refused, and how two of them compare."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.period import Period

SPELLINGS = [
    # text, first day, last day
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
    ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
    ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
    ("2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
    ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
    ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
    ("2024-01", date(2024, 1, 1), date(2024, 1, 31)),
    ("2024-06", date(2024, 6, 1), date(2024, 6, 30)),
    ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
    ("2024-06-30", date(2024, 6, 30), date(2024, 6, 30)),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ("2023-11/2024-03", date(2023, 11, 1), date(2024, 3, 31)),
    ("2024/2025", date(2024, 1, 1), date(2025, 12, 31)),
    ("2024-H2/2025-Q1", date(2024, 7, 1), date(2025, 3, 31)),
    ("2023-11-07/2024", date(2023, 11, 7), date(2024, 12, 31)),
    ("2024-06-15/2024-06-30", date(2024, 6, 15), date(2024, 6, 30)),
    ("2024-40/2024-36", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-40", date(2024, 1, 1), date(2024, 6, 30)),
    ("2024-41", date(2024, 7, 1), date(2024, 12, 31)),
    ("2024-33", date(2024, 1, 1), date(2024, 3, 31)),
    ("2024-34", date(2024, 4, 1), date(2024, 6, 30)),
    ("2024-35", date(2024, 7, 1), date(2024, 9, 30)),
    ("2024-36", date(2024, 10, 1), date(2024, 12, 31)),
    ("FY2024", date(2024, 4, 1), date(2025, 3, 31)),
    ("FY2024-H1", date(2024, 4, 1), date(2024, 9, 30)),
    ("FY2024-H2", date(2024, 10, 1), date(2025, 3, 31)),
    ("FY2024-Q1", date(2024, 4, 1), date(2024, 6, 30)),
    ("FY2024-Q3", date(2024, 10, 1), date(2024, 12, 31)),
    ("FY2024-Q4", date(2025, 1, 1), date(2025, 3, 31)),
    ("FY2024/FY2025", date(2024, 4, 1), date(2026, 3, 31)),
    ("FY9998", date(9998, 4, 1), date(9999, 3, 31)),
    ("0001", date(1, 1, 1), date(1, 12, 31)),
    ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ("0001/9999", date.min, date.max),
]

REFUSED = [
    "",
    " ",
    "soon",
    "2024-13",
    "2024-00",
    "2024-H0",
    "2024-H3",
    "2024-H12",
    "2024-Q0",
    "2024-Q5",
    "2024-21",  # ISO 8601-2 seasons are no periods of a known length
    "2024-32",
    "2024-37",
    "2024-39",
    "2024-42",
    "2024-02-30",
    "2023-02-29",
    "2024-06-31",
    "2024-00-01",
    "2024-13-01",
    "2024-40-01",
    "2024-06-00",
    "2024-03/2023-11",
    "2025/2024",
    "2024-06-30/2024-06-29",
    " 2024",
    "2024 ",
    "2024 - H1",
    "2023-11 / 2024-03",
    "2024\n",
    "2024-06-30\n",
    "2024-h1",
    "2024-q2",
    "2024H1",
    "H1 2024",
    "0000",
    "0000-06",
    "\uff12\uff10\uff12\uff14",  # full-width digits
    "\u0662\u0660\u0662\u0664",  # Arabic-Indic digits
    "2024-6",
    "2024-6-30",
    "2024-06-3",
    "24",
    "02024",
    "12024",
    "-2024",
    "+2024",
    "20240630",
    "202406",
    "2024/",
    "/2024",
    "/",
    "2024//2025",
    "2023/2024/2025",
    "2024-H1/soon",
    "2024-H1/..",
    "2024-W26",
    "2024-180",
    "2024-06-30T00:00",
    "2024-06-30-01",
    "2024~",
    "30/06/2024",
    "FY2024/2025",  # a fiscal year of two calendar years, or a fiscal year up to a calendar year?
    "2024/FY2025",
    "FY2024/25",
    "FY24",
    "FY 2024",
    "fy2024",
    "FY2024-06",
    "FY2024-H3",
    "FY2024-Q5",
    "FY0000",
    "FY9999",
    "\u4ee4\u548c6\u5e74",  # the sixth year of Reiwa
]

days = st.dates()
near_days = st.dates(date(2023, 12, 20), date(2024, 1, 10))


def spans(some_days: st.SearchStrategy[date]) -> st.SearchStrategy[Period]:
    """Return periods whose first and last days are among these."""
    return st.tuples(some_days, some_days).map(lambda pair: Period(min(pair), max(pair)))


@pytest.mark.parametrize(("text", "first", "last"), SPELLINGS)
def test_every_spelling_has_its_first_and_last_day(text: str, first: date, last: date) -> None:
    """A period of the ledger means exactly these days, both ends included."""
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_and_never_guessed(text: str) -> None:
    """The error quotes what was typed and the hint shows how periods are written."""
    with pytest.raises(BadPeriod) as caught:
        Period.parse(text)
    assert str(caught.value).startswith(f'"{text}" is not a period: ')
    for spelling in ("2024", "2024-H1", "2024-Q2", "2024-06", "2024-06-30", "2023-11/2024-03"):
        assert spelling in caught.value.hint


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-13", "a year has no month 13"),
        ("2024-H3", "a year has no half 3"),
        ("2024-Q5", "a year has no quarter 5"),
        ("2024-02-30", "there is no such day"),
        ("0000", "years run from 0001 to 9999"),
        ("2025/2024", "it ends before it begins"),
        ("", "it is empty"),
        ("2024/0000", "years run from 0001 to 9999"),
    ],
)
def test_the_refusal_says_what_is_wrong(text: str, reason: str) -> None:
    """Whoever mistyped a period reads why it is none."""
    with pytest.raises(BadPeriod) as caught:
        Period.parse(text)
    assert str(caught.value) == f'"{text}" is not a period: {reason}'


def test_a_refused_period_can_be_caught_as_a_value_error() -> None:
    """Converting code that knows nothing of ledgers sees a bad value, with exit code 3."""
    with pytest.raises(ValueError, match="soon") as caught:
        Period.parse("soon")
    assert isinstance(caught.value, BadPeriod)
    assert caught.value.code == 3


def test_days_in_the_wrong_order_make_no_period() -> None:
    """A period built from two days is held to the same order as one that is read."""
    with pytest.raises(BadPeriod, match="2024-06-30/2024-06-29"):
        Period(date(2024, 6, 30), date(2024, 6, 29))


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("2024-40", "2024-H1"),
        ("2024-41", "2024-H2"),
        ("2024-34", "2024-Q2"),
        ("2024-H1/2024-H2", "2024"),
        ("2024-01/2024-12", "2024"),
        ("2024-04/2024-06", "2024-Q2"),
        ("2024-01-01/2024-06-30", "2024-H1"),
        ("2024-02-01/2024-02-29", "2024-02"),
        ("2024-02-01/2024-02-28", "2024-02-01/2024-02-28"),
        ("2024-06-30/2024-06-30", "2024-06-30"),
        ("2024-01/2025-12", "2024/2025"),
        ("2024-02/2024-04", "2024-02/2024-04"),
        ("2023-11/2024-03", "2023-11/2024-03"),
        ("0001", "0001"),
        ("0001/0002", "0001/0002"),
    ],
)
def test_a_period_of_days_is_shown_in_its_shortest_spelling(text: str, shortest: str) -> None:
    """One that was worked out and not written down has one spelling; a written one keeps its own."""
    written = Period.parse(text)
    assert str(Period(written.first, written.last)) == shortest
    assert str(written) == text
    assert Period(written.first, written.last) == written
    assert repr(written) == f"Period('{text}')"


@given(spans(days))
def test_what_is_shown_reads_back_as_the_same_period(period: Period) -> None:
    """No period is lost by writing it down, in any year from 1 to 9999."""
    again = Period.parse(str(period))
    assert (again.first, again.last) == (period.first, period.last)


@given(
    st.integers(1, 9999),
    st.sampled_from(["", *["-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-01", "-02", "-12"]]),
)
def test_a_name_of_a_period_is_shown_as_it_was_written(year: int, rest: str) -> None:
    """Years, halves, quarters and months come out as people wrote them."""
    text = f"{year:04}{rest}"
    assert str(Period.parse(text)) == text


@given(st.text())
def test_any_text_is_a_period_or_refused(text: str) -> None:
    """No text makes the tool fail in another way than by saying it is no period."""
    try:
        period = Period.parse(text)
    except BadPeriod as refusal:
        assert text in str(refusal)  # noqa: PT017 - either outcome is right
    else:
        assert period.first <= period.last


@given(spans(days))
def test_periods_of_the_same_days_are_one_value(period: Period) -> None:
    """Two spellings of the same days are equal and count once in a set."""
    twin = Period.parse(f"{period.first}/{period.last}")
    assert twin == period
    assert hash(twin) == hash(period)
    assert len({twin, period}) == 1


@given(spans(near_days), spans(near_days))
def test_periods_are_equal_only_if_both_ends_are(one: Period, other: Period) -> None:
    """A period that shares but one end with another is another period."""
    assert (one == other) is ((one.first, one.last) == (other.first, other.last))


def test_a_period_equals_no_text() -> None:
    """A period is a value of its own kind, not its spelling."""
    assert Period.parse("2024") != "2024"


@given(spans(near_days), spans(near_days))
def test_what_falls_due_sooner_comes_first(one: Period, other: Period) -> None:
    """Any two periods have an order: by last day, then by first."""
    mine, yours = (one.last, one.first), (other.last, other.first)
    assert (one < other) is (mine < yours)
    assert (one <= other) is (mine <= yours)
    assert (one > other) is (mine > yours)
    assert (one >= other) is (mine >= yours)
    assert [one < other, one == other, one > other].count(True) == 1


def test_periods_sort_by_what_falls_due_sooner() -> None:
    """The literal order of a few periods that end together or apart."""
    texts = ["2024", "2024-12-31", "2024-06", "2024-H1", "2024-Q1", "2023", "2024-H2"]
    assert sorted(texts, key=Period.parse) == [
        "2023",
        "2024-Q1",
        "2024-H1",
        "2024-06",
        "2024",
        "2024-H2",
        "2024-12-31",
    ]


@given(spans(near_days), spans(near_days))
def test_periods_overlap_when_they_share_a_day(one: Period, other: Period) -> None:
    """Whichever is asked, the answer is that of counting the days."""

    def days_of(period: Period) -> set[date]:
        length = (period.last - period.first).days + 1
        return {period.first + timedelta(days=number) for number in range(length)}

    shared = bool(days_of(one) & days_of(other))
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2024-H1", "2024-06-30", "overlap"),
        ("2024-H1", "2024-H2", "apart"),
        ("2024-06-30/2024-07-01", "2024-H2", "overlap"),
        ("2023", "2024", "apart"),
        ("2023/2025", "2024-06", "overlap"),
    ],
)
def test_touching_periods_do_not_overlap(one: str, other: str, answer: str) -> None:
    """The end of one half and the start of the next share no day."""
    assert Period.parse(one).overlaps(Period.parse(other)) is (answer == "overlap")


def test_a_period_holds_its_first_and_its_last_day() -> None:
    """Both ends belong to a period, and the days beside them do not."""
    period = Period.parse("2024-H1")
    assert date(2023, 12, 31) not in period
    assert date(2024, 1, 1) in period
    assert date(2024, 6, 30) in period
    assert date(2024, 7, 1) not in period


@given(spans(near_days), near_days)
def test_a_day_is_in_a_period_from_its_first_to_its_last(period: Period, day: date) -> None:
    """Membership is what the calendar says, for every day around the period."""
    assert (day in period) is (period.first <= day <= period.last)

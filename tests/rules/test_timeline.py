"""The timeline as data."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from examples import make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind
from jcm_ledger.rules.standing import standings
from jcm_ledger.rules.timeline import Timeline, spans, timeline

DAY = date(2024, 6, 30)


def drawn(ledger: Ledger, day: date = DAY) -> Timeline:
    """Return the timeline of a whole ledger."""
    return timeline(standings(ledger, day), day)


def test_a_bar_runs_from_the_meeting_to_the_deadline_and_keeps_the_original() -> None:
    """A moved deadline shows beside the first one; entries are the marks."""
    entry = make_entry("2024-02-01", "in-progress", deadline="2025-H1", note="Moved.")
    (bar,) = drawn(make_ledger(make_commitment(deadline="2024-H1"), journal=[entry])).bars
    assert bar.made == date(2023, 11, 7)
    assert bar.due == Period.parse("2025-H1")
    assert bar.original == Period.parse("2024-H1")
    assert bar.entries == (entry,)


def test_what_has_no_deadline_has_no_end() -> None:
    """No date is made up for it; what goes on is told from what is only undated."""
    undated, continuing = drawn(
        make_ledger(make_commitment("a"), make_commitment("b", kind=Kind.CONTINUING))
    ).bars
    assert undated.due is None
    assert not undated.continuing
    assert continuing.continuing


def test_the_axis_holds_whole_quarters_around_everything() -> None:
    """From the quarter of the first day to the quarter of the last, today among them."""
    axis = drawn(make_ledger(make_commitment(deadline="2025-02")))
    assert (axis.first, axis.last) == (date(2023, 10, 1), date(2025, 3, 31))
    assert axis.share(axis.first) == 0
    assert axis.ticks[:2] == (date(2023, 10, 1), date(2024, 1, 1))
    empty = timeline([], DAY)
    assert (empty.first, empty.last) == (date(2024, 4, 1), DAY)


def test_a_long_axis_is_ticked_by_years() -> None:
    """Ticks fall on the beginnings of years, and there are never many."""
    axis = drawn(make_ledger(make_commitment(deadline="2030")))
    assert axis.ticks == tuple(date(year, 1, 1) for year in range(2024, 2031))


@given(st.dates(min_value=date(1, 1, 1)), st.dates(), st.dates(min_value=date(2023, 11, 7)))
def test_any_dates_fit_on_the_axis(first: date, last: date, day: date) -> None:
    """Every day lies between 0 and 1, and at most a dozen and a few ticks do too."""
    first, last = sorted((first, last))
    axis = drawn(make_ledger(make_commitment(deadline=f"{first}/{last}")), day)
    for each in (first, last, day, *axis.ticks):
        assert 0 <= axis.share(each) < 1
    assert len(axis.ticks) <= 14


def test_commitments_of_a_meeting_to_come_are_not_there() -> None:
    """What was not promised yet has no bar."""
    ledger = make_ledger(
        make_commitment("later", meeting="m2"), meetings=[make_meeting("m2", held="2025-01-01")]
    )
    assert drawn(ledger).bars == ()


def test_the_axis_is_cut_into_quarters_then_into_years() -> None:
    """A table of the timeline has a column for each, and never too many."""
    line = drawn(make_ledger(make_commitment(deadline="2024-H1")), date(2024, 6, 30))
    assert list(map(str, spans(line, 16))) == ["2023-Q4", "2024-Q1", "2024-Q2"]
    assert list(map(str, spans(line, 2))) == ["2023", "2024"]
    century = drawn(make_ledger(make_commitment(deadline="2120")))
    assert list(map(str, spans(century, 16)))[:2] == ["2020/2029", "2030/2039"]


@given(st.dates(), st.dates(), st.integers(11, 40))
def test_the_cuts_are_whole_and_hold_every_day(first: date, last: date, most: int) -> None:
    """No day of the axis falls between two columns."""
    days = sorted((first, last))
    meeting = make_meeting("m1", held=str(days[0]))
    ledger = make_ledger(make_commitment(deadline=str(days[1])), meetings=[meeting])
    line = drawn(ledger, days[1])
    found = spans(line, most)
    assert 1 <= len(found) <= most
    assert found[0].first <= line.first
    assert line.last <= found[-1].last
    for one, following in pairwise(found):
        assert (following.first - one.last).days == 1

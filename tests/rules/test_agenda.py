"""What a meeting has before it: everything that is open, what was closed since, who is silent."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import MEETING, make_body, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.rules.agenda import MeetingAgenda, Slip, agenda, slips, usual_day
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.standing import standing

TODAY = date(2025, 6, 1)
SECOND = make_meeting("m2", held="2024-11-07")
NEXT = make_meeting("m3", expected="2025-H2")
MEETINGS = (MEETING, SECOND, NEXT)


def of(
    ledger: Ledger, meeting: str = "m3", day: date = TODAY, query: Query | None = None
) -> MeetingAgenda:
    """Return the agenda of a meeting."""
    found = ledger.meetings[meeting]
    return agenda(ledger, found, day, query or Query(), name="l.toml")


def ids(found: MeetingAgenda) -> list[str]:
    """Return the ids of its items."""
    return [item.standing.commitment.id for item in found.items]


def entry(name: str, day: str, status: str | None = None, by: str = "A", **fields: object) -> Entry:
    """Return an entry about one commitment."""
    return make_entry(day, status, by=by, commitment=name, **fields)


def test_everything_open_of_earlier_meetings_is_for_decision() -> None:
    """What is closed is not, nor what the meeting itself makes, nor what a later one does."""
    ledger = make_ledger(
        make_commitment("first"),
        make_commitment("second", meeting="m2"),
        make_commitment("closed"),
        make_commitment("own", meeting="m3"),
        make_commitment("later", meeting="m4"),
        journal=[entry("closed", "2024-01-01", "completed", by="committee")],
        meetings=[*MEETINGS, make_meeting("m4", expected="2026")],
    )
    assert ids(of(ledger)) == ["first", "second"]
    assert ids(of(ledger, day=date(2026, 6, 1))) == ["first", "second"]
    assert ids(of(ledger, "m4", date(2026, 6, 1))) == ["first", "second", "own"]
    assert ids(of(ledger, "m2", date(2024, 11, 6))) == ["first"]


def test_a_meeting_whose_expected_days_have_passed_still_has_all_before_it() -> None:
    """It was not held yet: what another one agreed meanwhile is for decision too."""
    ledger = make_ledger(
        make_commitment("first"),
        make_commitment("between", meeting="m3"),
        meetings=[
            MEETING,
            make_meeting("late", expected="2024"),
            make_meeting("m3", held="2025-03-01"),
        ],
    )
    assert ids(of(ledger, "late")) == ["first", "between"]


def test_the_theme_of_what_is_longest_overdue_comes_first() -> None:
    """Within a theme too; the numbers run through, and what has no theme is under none."""
    ledger = make_ledger(
        make_commitment("calm", theme="space", deadline="2030"),
        make_commitment("late", theme="space", deadline="2024-12"),
        make_commitment("later", theme="health", deadline="2024-06"),
        make_commitment("plain", deadline="2029"),
        make_commitment("undated", theme="health"),
        meetings=MEETINGS,
    )
    found = of(ledger)
    topics = [
        (topic.name, [(item.number, item.standing.commitment.id) for item in topic.items])
        for topic in found.topics
    ]
    assert topics == [
        ("health", [(1, "later"), (2, "undated")]),
        ("space", [(3, "late"), (4, "calm")]),
        ("", [(5, "plain")]),
    ]


def test_each_move_of_a_deadline_is_a_slip_with_its_reason() -> None:
    """Earlier or later, in days; one that leaves it where it was is none."""
    ledger = make_ledger(
        make_commitment("a", deadline="2024-H1"),
        journal=[
            entry("a", "2024-03-01", deadline="2024-12", note="More time."),
            entry("a", "2024-04-01", deadline="2024-12", note="Again."),
            entry("a", "2024-05-01", deadline="2024-11"),
        ],
    )
    (first, second) = slips(ledger, standing(ledger, ledger.commitments["a"], TODAY))
    assert (str(first.before), str(first.after), first.days) == ("2024-H1", "2024-12", 184)
    assert first.entry.note == "More time."
    assert (str(second.before), str(second.after), second.days) == ("2024-12", "2024-11", -31)


def test_a_first_deadline_has_no_days() -> None:
    """It moved from nowhere."""
    ledger = make_ledger(
        make_commitment("a"), journal=[entry("a", "2024-03-01", deadline="2024-12")]
    )
    (only,) = slips(ledger, standing(ledger, ledger.commitments["a"], TODAY))
    assert only == Slip(entry=ledger.journal[0], before=None, after=Period.parse("2024-12"))
    assert only.days is None


def test_a_deadline_that_is_a_meeting_moves_by_its_days() -> None:
    """A meeting is the period in which it is expected."""
    ledger = make_ledger(
        make_commitment("a", deadline="2025-H1"),
        journal=[entry("a", "2025-03-01", deadline="m3")],
        meetings=MEETINGS,
    )
    (only,) = slips(ledger, standing(ledger, ledger.commitments["a"], TODAY))
    assert (str(only.after), only.days) == ("2025-H2", 184)


def test_what_an_entry_says_beside_a_move_is_told_with_the_other_entries() -> None:
    """One that only moves the deadline is told as a slip; nothing is left out."""
    journal = [
        entry("a", "2024-03-01", deadline="2024-12", note="More time."),
        entry("a", "2024-04-01", "stalled", deadline="2025-12", note="Waits."),
        entry("a", "2024-05-01", deadline="2026", evidence=("ref: minute 7",)),
        entry("a", "2024-06-01", note="Asked."),
    ]
    ledger = make_ledger(
        make_commitment("a", deadline="2024-H1"), journal=journal, meetings=MEETINGS
    )
    (item,) = of(ledger).items
    assert list(item.told) == journal[1:]
    assert [slip.entry for slip in item.slips] == journal[:3]


def test_a_move_that_does_not_decide_stays_among_the_entries() -> None:
    """A body of no side that owns it moves nothing, and is heard all the same."""
    journal = [entry("a", "2024-03-01", by="X", deadline="2026", note="We need longer.")]
    ledger = make_ledger(
        make_commitment("a", deadline="2024-H1"),
        journal=journal,
        meetings=MEETINGS,
        bodies=[make_body("X")],
    )
    (item,) = of(ledger).items
    assert (item.slips, list(item.told)) == ((), journal)


def test_what_was_closed_since_the_last_meeting_stands_apart() -> None:
    """Completed here, superseded or not pursued there; what was closed before is past."""
    ledger = make_ledger(
        *(make_commitment(each) for each in ("before", "done", "dropped", "old", "open")),
        make_commitment("new", meeting="m2", supersedes="old"),
        journal=[
            entry("before", "2024-06-01", "completed", by="committee"),
            entry("dropped", "2025-02-01", "not-pursued", by="committee"),
            entry("done", "2025-01-01", "completed", by="committee"),
        ],
        meetings=MEETINGS,
    )
    found = of(ledger)
    assert [row.commitment.id for row in found.completed] == ["done"]
    assert [row.commitment.id for row in found.ended] == ["old", "dropped"]
    assert {old: new.title for old, new in found.successors.items()} == {"new": "new"}
    assert ids(found) == ["open", "new"]
    assert (found.since.first, found.since.meeting) == (date(2024, 11, 7), SECOND)
    assert {row.commitment.id for row in found.report.annex} == {
        *("done", "dropped", "old", "open", "new")
    }


def test_before_the_first_meeting_everything_ever_closed_counts() -> None:
    """There is no meeting to count from."""
    ledger = make_ledger(
        make_commitment("done", meeting="early"),
        journal=[entry("done", "2022-01-01", "completed", by="committee")],
        meetings=[make_meeting("early", expected="2021"), NEXT],
    )
    found = of(ledger)
    assert [row.commitment.id for row in found.completed] == ["done"]
    assert (found.since.first, found.since.meeting) == (date.min, None)


def test_bodies_that_own_something_open_and_were_not_heard_from_since_are_named() -> None:
    """Whoever spoke since, of whatever commitment, is not; nor is who owes nothing."""
    ledger = make_ledger(
        make_commitment("a", owners=("A", "B")),
        make_commitment("closed", owners=("C",)),
        journal=[
            entry("a", "2024-06-01", "in-progress", by="A"),
            entry("closed", "2024-06-01", "completed", by="C"),
            entry("closed", "2025-01-01", note="Still closed.", by="B"),
        ],
        meetings=MEETINGS,
    )
    assert [body.organisation.id for body in of(ledger).unheard] == ["A"]


def test_filters_leave_items_and_the_paper_says_of_how_many() -> None:
    """The total counts what would stand on the whole paper."""
    ledger = make_ledger(
        make_commitment("a", owners=("A",)),
        make_commitment("b", owners=("B",)),
        make_commitment("long-closed", owners=("B",)),
        journal=[entry("long-closed", "2024-01-01", "completed", by="B")],
        meetings=MEETINGS,
    )
    found = of(ledger, query=Query(owners=("A",)))
    assert (ids(found), found.report.total, len(found.report.annex)) == (["a"], 2, 1)
    assert of(ledger, query=Query(owners=("C",))).report.nothing


@pytest.mark.parametrize(
    ("held", "day"),
    [("2025-06-02", TODAY), ("2025-06-01", date(2025, 5, 31)), ("2024-11-07", date(2024, 11, 6))],
)
def test_of_a_meeting_that_was_held_the_agenda_is_that_of_its_eve(held: str, day: date) -> None:
    """What the meeting itself decided is not known to its own paper."""
    assert usual_day(make_meeting("m", held=held), TODAY) == day


def test_of_a_meeting_that_is_expected_the_agenda_is_of_today() -> None:
    """However long ago it was expected."""
    assert usual_day(make_meeting("m", expected="2020"), TODAY) == TODAY


_STATUSES = st.sampled_from([None, *Status])
_DAYS = st.dates(date(2023, 11, 8), TODAY).map(str)
_ENTRIES = st.lists(st.tuples(st.sampled_from("abcd"), _DAYS, _STATUSES, st.sampled_from("AB")))


@given(_ENTRIES)
def test_every_commitment_stands_once_and_every_entry_of_an_open_one_is_told(
    told: list[tuple[str, str, Status | None, str]],
) -> None:
    """Open ones as items numbered from 1, closed ones in a list; what was closed before, nowhere."""
    journal = [entry(name, day, status, by, note="Said.") for name, day, status, by in told]
    ledger = make_ledger(*map(make_commitment, "abcd"), journal=journal, meetings=MEETINGS)
    found = of(ledger)
    listed = [row.commitment.id for row in (*found.completed, *found.ended)]
    assert sorted([*ids(found), *listed]) == sorted(row.commitment.id for row in found.report.annex)
    assert [item.number for item in found.items] == list(range(1, len(found.items) + 1))
    for item in found.items:
        assert item.standing.open
        assert len(item.told) == len(item.standing.journal)

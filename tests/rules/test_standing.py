"""How a commitment stands on a day: status, timing, deadline, sides, review."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Commitment, Entry, Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind, Status
from jcm_ledger.rules.groups import by_theme
from jcm_ledger.rules.standing import (
    Standing,
    Timing,
    standing,
    standings,
)


def stand(
    commitment: Commitment,
    day: str,
    journal: Iterable[Entry] = (),
    meetings: Iterable[Meeting] = (MEETING,),
) -> Standing:
    """Return how the commitment stands on the day in a ledger of its own."""
    ledger = make_ledger(commitment, journal=journal, meetings=meetings)
    return standing(ledger, commitment, date.fromisoformat(day))


def talks(
    day: str, *journal: Entry, meetings: Iterable[Meeting] = (MEETING,), **fields: Any
) -> Standing:
    """Return how the commitment "talks" stands on the day, given these entries."""
    return stand(make_commitment(**fields), day, journal, meetings)


# Status


def test_nothing_on_file_is_no_status() -> None:
    """A commitment nobody reported on has no status, and is open."""
    row = talks("2024-01-01")
    assert row.status is None
    assert row.open
    assert row.last_entry is None
    assert row.journal == ()


def test_the_latest_dated_status_is_current() -> None:
    """A backdated entry is on file and changes nothing reported later."""
    backdated = make_entry("2024-01-01", "stalled")
    row = talks("2024-12-31", make_entry("2024-02-01", "completed"), backdated)
    assert row.status is Status.COMPLETED
    assert row.journal[0] == backdated


def test_of_two_entries_of_a_date_the_later_in_the_file_wins() -> None:
    """The order of the file decides between reports of the same day, and only there."""
    stalled, done = make_entry("2024-02-01", "stalled"), make_entry("2024-02-01", "completed")
    assert talks("2024-12-31", stalled, done).status is Status.COMPLETED
    assert talks("2024-12-31", done, stalled).status is Status.STALLED
    assert talks("2024-12-31", done, stalled).last_entry == stalled


def test_as_of_a_day_later_entries_are_not_on_file() -> None:
    """History can be asked for: an entry counts from its date, that day included."""
    journal = make_entry("2024-02-01", "in-progress"), make_entry("2024-03-01", "completed")
    assert talks("2024-01-31", *journal).status is None
    assert talks("2024-02-01", *journal).status is Status.IN_PROGRESS
    assert talks("2024-02-29", *journal).status is Status.IN_PROGRESS
    assert talks("2024-02-29", *journal).journal == (journal[0],)
    assert talks("2024-03-01", *journal).status is Status.COMPLETED


def test_a_note_leaves_the_status_as_it_was() -> None:
    """An entry without a status is the latest news and reports none."""
    note = make_entry("2024-03-01", note="Asked for news.")
    row = talks("2024-12-31", make_entry("2024-02-01", "stalled"), note)
    assert row.status is Status.STALLED
    assert row.last_entry == note


def test_entries_of_other_commitments_do_not_count() -> None:
    """A commitment's standing rests on its own entries alone."""
    other = make_entry("2024-02-01", "completed", commitment="other")
    assert talks("2024-12-31", other).status is None


@pytest.mark.parametrize(
    ("status", "still_open"),
    [
        ("not-started", "open"),
        ("in-progress", "open"),
        ("stalled", "open"),
        ("completed", "closed"),
        ("not-pursued", "closed"),
        ("superseded", "closed"),
    ],
)
def test_completed_not_pursued_and_superseded_are_closed(status: str, still_open: str) -> None:
    """Nothing more is expected of a commitment reported in one of these three ways."""
    assert talks("2024-12-31", make_entry("2024-02-01", status)).open is (still_open == "open")


@pytest.mark.parametrize("status", ["completed", "not-pursued", "superseded"])
def test_of_what_is_closed_nothing_is_left(status: str) -> None:
    """Neither days to a deadline, passed or not, nor a day of review, its own or a meeting's."""
    entry = make_entry("2024-02-01", status)
    for day in ("2024-02-01", "2024-12-31"):
        assert talks(day, entry, deadline="2024-H1").days_left is None
        assert talks(day, entry, review_by=date(2024, 3, 1)).review_date is None
        meetings = [MEETING, make_meeting("m2", held="2025-06-10")]
        assert talks(day, entry, meetings=meetings).review_date is None


# Timing of a commitment with a deadline


@pytest.mark.parametrize(
    ("day", "days_left", "timing"),
    [
        ("2024-03-31", 91, Timing.NOT_DUE),
        ("2024-04-01", 90, Timing.DUE_SOON),
        ("2024-06-29", 1, Timing.DUE_SOON),
        ("2024-06-30", 0, Timing.DUE_SOON),
        ("2024-07-01", -1, Timing.OVERDUE),
        ("2025-06-30", -365, Timing.OVERDUE),
    ],
)
def test_a_deadline_runs_out_after_the_last_day_of_its_period(
    day: str, days_left: int, timing: Timing
) -> None:
    """Something due in 2024-H1 is due soon from 90 days before 30 June, overdue from 1 July."""
    row = talks(day, deadline="2024-H1")
    assert (row.days_left, row.timing) == (days_left, timing)
    assert row.deadline == Period.parse("2024-H1")
    assert row.review_date is None


@pytest.mark.parametrize("status", ["not-started", "in-progress", "stalled"])
def test_whatever_was_reported_an_open_commitment_can_be_overdue(status: str) -> None:
    """The calendar does not ask what was reported while it is not closed."""
    row = talks("2024-07-01", make_entry("2024-06-01", status), deadline="2024-H1")
    assert row.timing is Timing.OVERDUE


@pytest.mark.parametrize("status", ["not-pursued", "superseded"])
def test_what_was_given_up_is_closed_and_never_overdue(status: str) -> None:
    """A commitment not pursued or superseded is closed, before and after its deadline."""
    entry = make_entry("2024-02-01", status)
    assert talks("2024-03-01", entry, deadline="2024-H1").timing is Timing.CLOSED
    assert talks("2030-01-01", entry, deadline="2024-H1").timing is Timing.CLOSED
    assert talks("2030-01-01", entry).timing is Timing.CLOSED


def test_a_continuing_commitment_with_a_deadline_can_be_overdue() -> None:
    """The kind of a commitment does not excuse its deadline."""
    row = talks("2024-07-01", kind=Kind.CONTINUING, deadline="2024-H1")
    assert row.timing is Timing.OVERDUE


@pytest.mark.parametrize("kind", list(Kind))
def test_a_commitment_without_a_deadline_is_undated(kind: Kind) -> None:
    """One-off or continuing: without a deadline nothing falls due, its age is shown."""
    row = talks("2024-11-06", kind=kind)
    assert row.timing is Timing.UNDATED
    assert (row.deadline, row.days_left, row.slip_days) == (None, None, 0)
    assert row.age_days == 365


def test_age_is_counted_from_the_meeting() -> None:
    """A commitment is nought days old on the day of its meeting."""
    assert talks("2023-11-07").age_days == 0
    assert talks("2023-11-08").age_days == 1


# Met


@pytest.mark.parametrize(
    ("completed", "timing"),
    [
        ("2024-01-15", Timing.MET),
        ("2024-06-30", Timing.MET),
        ("2024-07-01", Timing.MET_LATE),
    ],
)
def test_completed_by_the_last_day_is_met(completed: str, timing: Timing) -> None:
    """The deadline's last day is in time, the day after is late, whenever one looks."""
    entry = make_entry(completed, "completed")
    assert talks("2024-07-01", entry, deadline="2024-H1").timing is timing
    assert talks("2030-01-01", entry, deadline="2024-H1").timing is timing


def test_completed_without_a_deadline_is_met() -> None:
    """What had no deadline cannot be late."""
    assert talks("2030-01-01", make_entry("2029-12-31", "completed")).timing is Timing.MET


def test_late_is_measured_against_the_current_deadline() -> None:
    """A deadline moved in time makes the later completion a met one."""
    moved = make_entry("2024-05-01", deadline="2024", note="By agreement.")
    done = make_entry("2024-10-01", "completed")
    assert talks("2024-12-31", moved, done, deadline="2024-H1").timing is Timing.MET
    assert talks("2024-12-31", done, deadline="2024-H1").timing is Timing.MET_LATE


def test_a_completion_reported_again_with_evidence_is_not_late() -> None:
    """Evidence that arrives after the deadline does not move the completion."""
    first = make_entry("2024-06-01", "completed")
    note = make_entry("2024-07-05", note="Asked for evidence.")
    again = make_entry("2024-08-01", "completed", by="B", evidence=("https://example.org/",))
    row = talks("2024-12-31", first, note, again, deadline="2024-H1")
    assert row.timing is Timing.MET
    assert not row.completed_without_evidence


def test_a_completion_taken_back_counts_from_when_it_was_reported_anew() -> None:
    """Completed, in progress again, completed late: the last completion is the one that counts."""
    row = talks(
        "2024-12-31",
        make_entry("2024-06-01", "completed"),
        make_entry("2024-06-15", "in-progress"),
        make_entry("2024-08-01", "completed"),
        deadline="2024-H1",
    )
    assert row.timing is Timing.MET_LATE


# Moved deadlines


def test_a_deadline_that_never_moved_has_no_original() -> None:
    """Only a moved deadline has one it was moved from."""
    row = talks("2024-01-01", deadline="2024-H1")
    assert (row.original, row.slip_days) == (None, 0)


def test_a_moved_deadline_rules_and_the_original_is_kept() -> None:
    """What was promised first stays visible, with the days it slipped."""
    moved = make_entry("2024-05-01", deadline="2025-H1", note="By agreement.")
    row = talks("2024-07-01", moved, deadline="2024-H1")
    assert row.deadline == Period.parse("2025-H1")
    assert row.original == Period.parse("2024-H1")
    assert row.slip_days == 365
    assert row.timing is Timing.NOT_DUE


def test_a_deadline_moves_on_the_day_of_the_entry() -> None:
    """As of a day before the move the old deadline still rules."""
    moved = make_entry("2024-07-15", deadline="2025-H1", note="By agreement.")
    before = talks("2024-07-14", moved, deadline="2024-H1")
    assert (str(before.deadline), before.original) == ("2024-H1", None)
    assert (before.slip_days, before.timing) == (0, Timing.OVERDUE)
    on_the_day = talks("2024-07-15", moved, deadline="2024-H1")
    assert (str(on_the_day.deadline), str(on_the_day.original)) == ("2025-H1", "2024-H1")


def test_of_several_moves_the_latest_dated_rules_and_the_first_deadline_is_kept() -> None:
    """Moves count by date, not by their order in the file; the original is the very first."""
    second = make_entry("2024-09-01", deadline="2025-06-30", note="Again.")
    first = make_entry("2024-05-01", deadline="2024-12-31", note="By agreement.")
    row = talks("2024-10-01", second, first, deadline="2024-06-30")
    assert (str(row.deadline), str(row.original)) == ("2025-06-30", "2024-06-30")
    assert row.slip_days == 365
    assert talks("2024-08-31", second, first, deadline="2024-06-30").slip_days == 184


def test_of_two_moves_of_a_date_the_later_in_the_file_rules() -> None:
    """A move corrected on the same day stands as corrected."""
    wrong = make_entry("2024-05-01", deadline="2052", note="By agreement.")
    right = make_entry("2024-05-01", deadline="2025", note="A typing error.")
    assert str(talks("2024-06-01", wrong, right, deadline="2024").deadline) == "2025"


def test_a_deadline_may_be_brought_forward() -> None:
    """A deadline moved to an earlier day slips by a negative number of days."""
    moved = make_entry("2024-02-01", deadline="2024-05", note="Sooner.")
    assert talks("2024-02-01", moved, deadline="2024-06").slip_days == -30


def test_a_later_status_does_not_move_the_deadline_back() -> None:
    """An entry that names no deadline leaves it where it was moved to."""
    moved = make_entry("2024-05-01", deadline="2025", note="By agreement.")
    later = make_entry("2024-06-01", "stalled")
    assert str(talks("2024-07-01", moved, later, deadline="2024-H1").deadline) == "2025"


def test_an_undated_commitment_may_be_given_a_deadline() -> None:
    """A deadline agreed later counts like any other, and nothing has slipped."""
    given = make_entry("2024-02-01", deadline="2024-H1", note="Agreed since.")
    assert talks("2024-01-31", given).timing is Timing.UNDATED
    row = talks("2024-07-01", given)
    assert (row.timing, row.days_left) == (Timing.OVERDUE, -1)
    assert (row.original, row.slip_days) == (None, 0)


def test_a_deadline_given_later_and_moved_keeps_the_first() -> None:
    """A slip is shown too where the statement gave no deadline and a report gave the first."""
    given = make_entry("2024-02-01", deadline="2024-06-30", note="Agreed since.")
    moved = make_entry("2024-06-01", deadline="2024-12-31", note="Moved.")
    row = talks("2024-07-01", given, moved)
    assert str(row.deadline) == "2024-12-31"
    assert str(row.original) == "2024-06-30"
    assert row.slip_days == 184


# Deadlines that name a meeting


@pytest.mark.parametrize(
    ("day", "due", "timing"),
    [
        ("2025-01-01", "2025-H1", Timing.NOT_DUE),
        ("2025-06-09", "2025-H1", Timing.DUE_SOON),
        ("2025-06-10", "2025-06-10", Timing.DUE_SOON),
        ("2025-06-11", "2025-06-10", Timing.OVERDUE),
    ],
)
def test_a_deadline_that_names_a_meeting_follows_it(day: str, due: str, timing: Timing) -> None:
    """It falls due by what is expected of the meeting, and once held on the day it was held."""
    meetings = [MEETING, make_meeting("m2", held="2025-06-10", expected="2025-H1")]
    row = talks(day, meetings=meetings, deadline="m2")
    assert (str(row.deadline), row.timing) == (due, timing)


def test_a_meeting_held_late_leaves_its_deadline_overdue_until_then() -> None:
    """The last day of the expected period counts while the meeting has not been held."""
    meetings = [MEETING, make_meeting("m2", held="2025-09-01", expected="2025-H1")]
    assert talks("2025-07-01", meetings=meetings, deadline="m2").timing is Timing.OVERDUE
    assert talks("2025-09-01", meetings=meetings, deadline="m2").timing is Timing.DUE_SOON


def test_a_deadline_may_be_moved_to_a_meeting() -> None:
    """The slip is counted in days from the old period's last to the meeting's."""
    meetings = [MEETING, make_meeting("m2", expected="2025-H1")]
    moved = make_entry("2024-05-01", deadline="m2", note="For the next meeting.")
    row = talks("2024-05-01", moved, meetings=meetings, deadline="2024-H1")
    assert (str(row.deadline), str(row.original)) == ("2025-H1", "2024-H1")
    assert row.slip_days == 365


# Review


def test_review_is_due_after_the_last_day_of_the_next_meeting() -> None:
    """An undated commitment is for review once the next meeting has passed, not on its day."""
    meetings = [MEETING, make_meeting("m2", held="2025-06-10")]
    on_the_day = talks("2025-06-10", meetings=meetings)
    assert on_the_day.timing is Timing.UNDATED
    assert on_the_day.review_date == date(2025, 6, 10)
    assert talks("2025-06-11", meetings=meetings).timing is Timing.REVIEW_DUE


def test_review_waits_for_the_last_day_of_an_expected_meeting() -> None:
    """A meeting expected in a half-year starts review only when that is over."""
    meetings = [MEETING, make_meeting("m2", expected="2025-H1")]
    assert talks("2025-06-30", meetings=meetings).timing is Timing.UNDATED
    assert talks("2025-07-01", meetings=meetings).timing is Timing.REVIEW_DUE


def test_a_meeting_held_later_still_counts_by_its_expected_period() -> None:
    """As of a day before the meeting, review is due by what was known then."""
    meetings = [MEETING, make_meeting("m2", held="2025-09-01", expected="2025-H1")]
    assert talks("2025-06-30", meetings=meetings).review_date == date(2025, 6, 30)
    assert talks("2025-07-01", meetings=meetings).timing is Timing.REVIEW_DUE
    assert talks("2025-08-31", meetings=meetings).timing is Timing.REVIEW_DUE
    assert talks("2025-09-01", meetings=meetings).timing is Timing.UNDATED
    assert talks("2025-09-02", meetings=meetings).timing is Timing.REVIEW_DUE


def test_the_next_meeting_is_the_earliest_after_its_own() -> None:
    """Neither an earlier meeting nor the order of the file confuses it."""
    meetings = [
        make_meeting("m4", expected="2027"),
        make_meeting("m0", held="2022-05-01"),
        make_meeting("m3", held="2025-06-10"),
        MEETING,
        make_meeting("m5", expected="2026"),
    ]
    assert talks("2026-06-01", meetings=meetings).review_date == date(2025, 6, 10)


def test_without_a_next_meeting_review_is_due_after_a_year() -> None:
    """It counts from the meeting that made the commitment, where no status is on file."""
    meetings = [MEETING, make_meeting("m0", held="2022-05-01")]
    due = date(MEETING.held.year + 1, MEETING.held.month, MEETING.held.day)  # type: ignore[union-attr]
    assert talks(str(due), meetings=meetings).timing is Timing.UNDATED
    row = talks("2030-01-01", meetings=meetings)
    assert (row.review_date, row.timing) == (due, Timing.REVIEW_DUE)


def test_a_review_date_of_its_own_beats_the_next_meeting() -> None:
    """`review_by` counts, whether it comes before or after the meeting."""
    meetings = [MEETING, make_meeting("m2", held="2025-06-10")]
    early, late = date(2024, 3, 1), date(2026, 3, 1)
    for review_by, on_the_day, after in (
        (early, "2024-03-01", "2024-03-02"),
        (late, "2026-03-01", "2026-03-02"),
    ):
        row = talks(on_the_day, meetings=meetings, review_by=review_by)
        assert (row.timing, row.review_date) == (Timing.UNDATED, review_by)
        row = talks(after, meetings=meetings, review_by=review_by)
        assert (row.timing, row.review_date) == (Timing.REVIEW_DUE, review_by)


def test_another_commitments_deadline_starts_no_review() -> None:
    """Review reads the meetings; a commitment to hold the next one changes nothing."""
    host = make_commitment("host-m2", deadline="2024-H1")
    commitment = make_commitment()
    row = standing(make_ledger(commitment, host), commitment, date(2024, 8, 1))
    assert row.timing is Timing.UNDATED


def test_a_dated_or_closed_commitment_is_not_up_for_review() -> None:
    """Review is for what is open and has no deadline."""
    meetings = [MEETING, make_meeting("m2", held="2025-06-10")]
    assert talks("2026-01-01", meetings=meetings, deadline="2027").timing is Timing.NOT_DUE
    dropped = make_entry("2024-02-01", "not-pursued")
    assert talks("2026-01-01", dropped, meetings=meetings).timing is Timing.CLOSED
    done = make_entry("2025-12-01", "completed")
    assert talks("2026-01-01", done, meetings=meetings).timing is Timing.MET


# Sides


def test_each_side_has_the_status_its_own_bodies_reported() -> None:
    """What one side reported is not taken for the other's word."""
    row = talks("2024-12-31", make_entry("2024-02-01", "in-progress", by="A"))
    assert row.by_side == {"UK": Status.IN_PROGRESS, "Japan": None}
    assert not row.sides_differ


def test_bodies_of_one_side_speak_for_it_the_latest_last() -> None:
    """Two bodies of a side make one status; a body that owns nothing still has a side."""
    row = talks(
        "2024-12-31",
        make_entry("2024-02-01", "in-progress", by="B"),
        make_entry("2024-03-01", "stalled", by="C"),
    )
    assert row.by_side == {"UK": None, "Japan": Status.STALLED}


def test_the_committee_reports_for_both_sides() -> None:
    """A joint report settles what each side had said before."""
    journal = [
        make_entry("2024-02-01", "in-progress", by="A"),
        make_entry("2024-02-02", "stalled", by="B"),
        make_entry("2024-03-01", "completed", by="committee"),
    ]
    assert talks("2024-02-28", *journal).sides_differ
    row = talks("2024-12-31", *journal)
    assert row.by_side == {"UK": Status.COMPLETED, "Japan": Status.COMPLETED}
    assert not row.sides_differ


def test_sides_differ_when_both_reported_and_not_the_same() -> None:
    """The difference shows although the commitment has one current status."""
    uk = make_entry("2024-02-01", "completed", by="A")
    row = talks("2024-12-31", uk, make_entry("2024-02-02", "stalled", by="B"))
    assert row.sides_differ
    assert row.status is Status.STALLED
    assert not talks("2024-12-31", uk, make_entry("2024-02-02", "completed", by="B")).sides_differ


def test_a_note_is_no_report_of_a_side() -> None:
    """A side that only wrote a note has nothing on file."""
    row = talks("2024-12-31", make_entry("2024-02-01", by="B", note="Noted."))
    assert row.by_side == {"UK": None, "Japan": None}


@pytest.mark.parametrize(
    ("owners", "by", "parties"),
    [
        (("A",), None, ["UK"]),
        (("A", "B"), None, ["UK", "Japan"]),
        (("A",), "B", ["UK"]),
        (("C", "B"), None, ["Japan"]),
        ((), "B", []),
    ],
)
def test_a_side_has_a_part_as_owner(
    owners: tuple[str, ...], by: str | None, parties: list[str]
) -> None:
    """One that owns nothing of it is not called silent, and what it reports decides nothing."""
    journal = [make_entry("2024-02-01", "stalled", by=by)] if by else []
    ledger = make_ledger(make_commitment(owners=owners), journal=journal)
    (row,) = standings(ledger, date(2024, 12, 31))
    assert list(row.by_party) == parties


# Evidence


def test_a_completion_that_cites_nothing_has_no_evidence() -> None:
    """A completion rests on evidence in its own report or in one that repeats it."""
    bare = make_entry("2024-02-01", "completed")
    cited = make_entry("2024-03-01", "completed", evidence=("ref: minute",))
    assert talks("2024-12-31", bare).completed_without_evidence
    assert not talks("2024-12-31", cited).completed_without_evidence
    assert not talks("2024-12-31", bare, cited).completed_without_evidence
    assert talks("2024-02-28", bare, cited).completed_without_evidence


def test_evidence_of_a_completion_taken_back_does_not_count() -> None:
    """After a relapse a new completion needs evidence of its own."""
    row = talks(
        "2024-12-31",
        make_entry("2024-02-01", "completed", evidence=("ref: minute",)),
        make_entry("2024-03-01", "stalled"),
        make_entry("2024-04-01", "completed"),
    )
    assert row.completed_without_evidence


def test_only_a_completion_can_lack_evidence() -> None:
    """A commitment in progress, or with nothing on file, needs none."""
    assert not talks("2024-12-31").completed_without_evidence
    entry = make_entry("2024-02-01", "in-progress")
    assert not talks("2024-12-31", entry).completed_without_evidence
    taken_back = make_entry("2024-01-01", "completed")
    assert not talks("2024-12-31", taken_back, entry).completed_without_evidence


# The whole ledger


def test_commitments_of_later_meetings_are_hidden() -> None:
    """As of a day the list holds what had been promised by then, in the file's order."""
    ledger = make_ledger(
        make_commitment("later", meeting="m2"),
        make_commitment("talks"),
        make_commitment("planned", meeting="m3"),
        meetings=[
            MEETING,
            make_meeting("m2", held="2025-06-10"),
            make_meeting("m3", expected="2026-H1"),
        ],
    )

    def shown(day: date) -> list[str]:
        return [row.commitment.id for row in standings(ledger, day)]

    assert shown(date(2023, 11, 6)) == []
    assert shown(date(2023, 11, 7)) == ["talks"]
    assert shown(date(2025, 6, 9)) == ["talks"]
    assert shown(date(2025, 6, 10)) == ["later", "talks"]
    assert shown(date(2025, 12, 31)) == ["later", "talks"]
    assert shown(date(2026, 1, 1)) == ["later", "talks", "planned"]


def test_a_meeting_that_was_expected_has_promised_nothing_before_it_is_held() -> None:
    """What a meeting of June promised is not listed as of March, when it was only expected."""
    meeting = make_meeting("m1", held="2024-06-10", expected="2024-H1")
    ledger = make_ledger(make_commitment(), meetings=[meeting])
    assert [row.age_days for row in standings(ledger, date(2024, 6, 10))] == [0]
    assert standings(ledger, date(2024, 3, 1)) == []


def test_each_commitment_of_a_ledger_stands_on_its_own_entries() -> None:
    """The list says of each commitment what asking for it alone says."""
    first, second = make_commitment("first"), make_commitment("second", deadline="2024-H1")
    ledger = make_ledger(
        first,
        second,
        journal=[
            make_entry("2024-03-01", "completed", commitment="second"),
            make_entry("2024-02-01", "stalled", commitment="first"),
            make_entry("2024-01-01", "in-progress", commitment="second"),
        ],
    )
    day = date(2024, 12, 31)
    rows = standings(ledger, day)
    assert [(row.commitment.id, row.status, row.timing) for row in rows] == [
        ("first", Status.STALLED, Timing.UNDATED),
        ("second", Status.COMPLETED, Timing.MET),
    ]
    assert rows == [standing(ledger, first, day), standing(ledger, second, day)]


def test_themes_come_in_the_order_they_first_appear() -> None:
    """Commitments are gathered by theme, those without one under an empty name."""
    ledger = make_ledger(
        make_commitment("a", theme="space"),
        make_commitment("b"),
        make_commitment("c", theme="ai"),
        make_commitment("d", theme="space"),
    )
    themes = by_theme(standings(ledger, date(2024, 1, 1)))
    assert [(name, [row.commitment.id for row in rows]) for name, rows in themes.items()] == [
        ("space", ["a", "d"]),
        ("", ["b"]),
        ("ai", ["c"]),
    ]

"""The journal's rules: which entries decide, each side's word, when it was done, hand-overs."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from examples import (
    MEETING,
    make_body,
    make_commitment,
    make_entry,
    make_ledger,
    make_meeting,
)
from jcm_ledger.model.ledger import Commitment, Entry, Meeting, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.rules.standing import Standing, Timing, standing, standings

FIRM = make_body("Firm")
UNIVERSITY = make_body("Univ")
END = "2026-12-31"


def talks(
    *journal: Entry,
    day: str = END,
    bodies: Iterable[Organisation] = (),
    meetings: Iterable[Meeting] = (MEETING,),
    others: Iterable[Commitment] = (),
    **fields: Any,
) -> Standing:
    """Return how "talks" stands on a day, of A (UK) and B (Japan) unless others own it."""
    commitment = make_commitment(**fields)
    ledger = make_ledger(commitment, *others, journal=journal, meetings=meetings, bodies=bodies)
    return standing(ledger, commitment, date.fromisoformat(day))


# Which entries decide


def test_an_entry_decides_if_it_speaks_for_an_owning_side() -> None:
    """A body of an owning side speaks for it, be it an owner or not."""
    row = talks(make_entry("2024-02-01", "stalled", by="C"), owners=("B",))
    assert (row.status, row.by_side["Japan"]) == (Status.STALLED, Status.STALLED)


@pytest.mark.parametrize("by", ["A", "Firm", None])
def test_an_entry_of_anybody_else_is_shown_and_changes_nothing(by: str | None) -> None:
    """Neither status nor deadline nor owners are settled by a side that owns nothing of it."""
    entry = make_entry(
        "2024-02-01", "completed", by=by, deadline="2030", owners=("C",), note="So we hear."
    )
    row = talks(entry, owners=("B",), deadline="2024-H1", bodies=[FIRM])
    assert row.journal == (entry,)
    assert (row.status, row.open, str(row.deadline)) == (None, True, "2024-H1")
    assert (row.owners, row.reports) == (("B",), {"UK": None, "Japan": None})


@pytest.mark.parametrize("by", ["Firm", "A", "committee"])
def test_where_no_owner_has_a_side_every_entry_decides(by: str) -> None:
    """A commitment of firms and universities would have nobody to speak for it otherwise."""
    row = talks(
        make_entry("2024-02-01", "completed", by=by),
        owners=("Firm", "Univ"),
        bodies=[FIRM, UNIVERSITY],
    )
    assert (row.status, row.owner_sides, row.to_confirm) == (Status.COMPLETED, (), False)


def test_entries_are_walked_by_date_then_in_the_order_of_the_file() -> None:
    """A hand-over that stands first in the file and is dated later judges nothing before it."""
    row = talks(
        make_entry("2024-03-01", by="committee", owners=("B",), note="Japan takes it over."),
        make_entry("2024-02-01", "in-progress", by="A", deadline="2025", note="More time."),
    )
    assert str(row.deadline) == "2025"
    assert row.by_side == {"UK": None, "Japan": None}


# Who speaks for whom


def test_on_behalf_of_says_for_whom_an_entry_speaks() -> None:
    """What a secretariat reports for a ministry of the other side is that side's word."""
    entry = make_entry("2024-02-01", "in-progress", by="A", on_behalf_of="B")
    row = talks(entry)
    assert row.by_side == {"UK": None, "Japan": Status.IN_PROGRESS}
    assert (entry.speaker, entry.by) == ("B", "A")


def test_an_entry_on_behalf_of_a_side_that_owns_nothing_decides_nothing() -> None:
    """It is judged by whom it speaks for, not by who wrote it."""
    row = talks(make_entry("2024-02-01", "completed", by="A", on_behalf_of="B"), owners=("A",))
    assert row.status is None


def test_the_committee_speaks_for_every_side_that_owns_it_then_and_for_no_other() -> None:
    """A joint report about what Japan alone owns is Japan's word; the UK said nothing of it."""
    row = talks(make_entry("2024-02-01", "in-progress", by="committee"), owners=("B",))
    assert row.by_side == {"UK": None, "Japan": Status.IN_PROGRESS}


# Each side's word, and closing


def test_silence_neither_closes_nor_holds_open() -> None:
    """One side's word closes what the other said nothing about, and that is told."""
    row = talks(make_entry("2024-02-01", "completed", by="A"))
    assert (row.open, row.status, row.timing) == (False, Status.COMPLETED, Timing.MET)
    assert (row.silent_sides, row.on_one_word, row.to_confirm) == (("Japan",), True, False)


@pytest.mark.parametrize("first", ["A", "B"])
def test_an_open_word_of_an_owning_side_holds_it_open(first: str) -> None:
    """Whichever side spoke last: one says completed, the other in progress, and it is open."""
    second = "B" if first == "A" else "A"
    row = talks(
        make_entry("2024-02-01", "in-progress", by=first),
        make_entry("2024-03-01", "completed", by=second),
        deadline="2024-H1",
    )
    assert (row.open, row.status, row.timing) == (True, Status.IN_PROGRESS, Timing.OVERDUE)
    assert (row.to_confirm, row.sides_differ, row.on_one_word) == (True, True, False)
    assert row.word is not None
    assert row.word.by == first


def test_of_several_open_words_the_latest_is_the_status() -> None:
    """Both sides' words are open: the later one is what is told first."""
    row = talks(
        make_entry("2024-02-01", "stalled", by="B"),
        make_entry("2024-03-01", "in-progress", by="A"),
    )
    assert (row.status, row.to_confirm) == (Status.IN_PROGRESS, False)


def test_closed_by_all_it_has_the_latest_word() -> None:
    """One side gave it up, the other calls it done later: the later word is the status."""
    row = talks(
        make_entry("2024-02-01", "not-pursued", by="A"),
        make_entry("2024-03-01", "completed", by="B"),
    )
    assert (row.open, row.status, row.to_confirm) == (False, Status.COMPLETED, False)
    assert row.closed_on == date(2024, 3, 1)


def test_to_confirm_is_a_fact_beside_timing() -> None:
    """It can be overdue, due soon or due for review, and to be confirmed as well."""
    journal = [
        make_entry("2024-02-01", "in-progress", by="A"),
        make_entry("2024-03-01", "completed", by="B"),
    ]
    dated = [talks(*journal, day=day, deadline="2024-H1") for day in ("2024-03-15", "2024-05-01")]
    undated = talks(*journal)
    rows = [*dated, undated]
    assert [row.timing for row in rows] == [Timing.NOT_DUE, Timing.DUE_SOON, Timing.REVIEW_DUE]
    assert all(row.to_confirm for row in rows)


def test_a_side_that_comes_round_settles_what_was_to_be_confirmed() -> None:
    """Its last word counts: completed by both, no more to confirm, closed since then."""
    row = talks(
        make_entry("2024-02-01", "completed", by="A"),
        make_entry("2024-03-01", "in-progress", by="B"),
        make_entry("2024-04-01", "completed", by="B"),
    )
    assert (row.open, row.to_confirm, row.silent_sides) == (False, False, ())
    assert row.closed_on == date(2024, 4, 1)


# When it was done


@pytest.mark.parametrize(
    ("happened", "timing"),
    [("2024-05", Timing.MET), (None, Timing.MET_LATE), ("2024", Timing.MET)],
)
def test_done_in_time_and_reported_late_is_met(happened: str | None, timing: Timing) -> None:
    """Late is when the first day of what happened is after the deadline's last."""
    done = make_entry("2025-03-01", "completed", happened=happened)
    row = talks(done, deadline="2024-H1")
    assert row.timing is timing
    assert str(row.done) == (happened or "2025-03-01")


def test_done_late_by_its_own_account_is_met_late() -> None:
    """What happened after the deadline is late, however early it is called done."""
    done = make_entry("2025-03-01", "completed", happened="2024-07")
    assert talks(done, deadline="2024-H1").timing is Timing.MET_LATE


def test_the_latest_entry_that_says_when_it_happened_gives_the_day() -> None:
    """A later completion corrects the day; one that says nothing of it does not."""
    journal = [
        make_entry("2024-07-10", "completed", happened="2024-05"),
        make_entry("2024-08-01", "completed", by="B", happened="2024-06"),
        make_entry("2024-09-01", "completed"),
    ]
    assert str(talks(*journal).done) == "2024-06"


def test_without_happened_the_earliest_completion_that_stands_gives_the_day() -> None:
    """Saying it again does not make it later."""
    journal = [
        make_entry("2024-05-01", "completed"),
        make_entry("2024-08-01", "completed", by="B"),
    ]
    assert talks(*journal).done == Period.parse("2024-05-01")


def test_a_completion_taken_back_no_longer_says_when_it_was_done() -> None:
    """Each side's own run of completed words must be unbroken up to its last."""
    row = talks(
        make_entry("2024-05-01", "completed", happened="2024-04"),
        make_entry("2024-06-01", "stalled"),
        make_entry("2024-09-01", "completed"),
        deadline="2024-H1",
    )
    assert (str(row.done), row.timing) == ("2024-09-01", Timing.MET_LATE)


def test_a_run_is_broken_by_the_sides_own_words_alone() -> None:
    """What the other side says in between does not make one's completion later."""
    row = talks(
        make_entry("2024-05-01", "completed", by="A"),
        make_entry("2024-06-01", "stalled", by="B"),
        make_entry("2024-09-01", "completed", by="B"),
        deadline="2024-H1",
    )
    assert (str(row.done), row.timing) == ("2024-05-01", Timing.MET)


def test_views_go_by_the_date_of_entries_not_by_what_happened() -> None:
    """What happened in May and is reported in March next is not known in between."""
    done = make_entry("2025-03-01", "completed", happened="2024-05")
    assert talks(done, day="2025-02-28", deadline="2024-H1").timing is Timing.OVERDUE


def test_what_is_not_completed_was_not_done() -> None:
    """A day on which it happened is told of completions alone."""
    assert talks(make_entry("2024-05-01", "in-progress", happened="2024-04")).done is None
    assert talks(make_entry("2024-05-01", "not-pursued", happened="2024-04")).done is None


# Deadlines


def test_only_a_deciding_entry_moves_a_deadline() -> None:
    """The latest-dated deciding move counts; `original` keeps the first."""
    row = talks(
        make_entry("2024-02-01", by="B", deadline="2025", note="More time."),
        make_entry("2024-03-01", by="A", deadline="2030", note="So we hear."),
        owners=("B",),
        deadline="2024-H1",
    )
    assert (str(row.deadline), str(row.original)) == ("2025", "2024-H1")
    assert [move.by for move in row.moves] == ["B"]


# Handing over


def test_owners_in_an_entry_are_the_whole_new_list() -> None:
    """Whoever is not named owns it no longer, from the day of the entry on."""
    handed = make_entry("2024-03-01", by="B", owners=("C", "A"), note="To C.")
    before = talks(handed, day="2024-02-29", owners_inferred=True)
    assert (before.owners, before.owners_inferred) == (("A", "B"), True)
    row = talks(handed, owners_inferred=True)
    assert (row.owners, row.handed_over, row.owners_inferred) == (("C", "A"), True, False)


def test_a_list_of_nobody_hands_nothing_over() -> None:
    """The new list may not be empty; `check` says so."""
    row = talks(make_entry("2024-03-01", owners=(), note="To nobody."))
    assert (row.owners, row.handed_over) == (("A", "B"), False)


@pytest.mark.parametrize(("by", "owners"), [("committee", ("C",)), ("A", ("A", "B")), ("B", None)])
def test_only_the_committee_changes_which_sides_own(
    by: str, owners: tuple[str, ...] | None
) -> None:
    """A body may hand over within the sides that own it; else its list changes nothing."""
    row = talks(make_entry("2024-03-01", by=by, owners=("C",), note="To C alone."))
    assert row.owners == (owners or ("A", "B"))


def test_an_entry_is_judged_by_the_owners_before_it() -> None:
    """The side that gives it away decides in that entry for the last time."""
    away = make_entry("2024-03-01", "in-progress", by="committee", owners=("C",), note="To Japan.")
    row = talks(away, make_entry("2024-04-01", "completed", by="A"), owners=("A",))
    assert row.owner_sides == ("Japan",)
    assert (row.status, row.open) == (None, True)
    to_both = make_entry("2024-03-01", by="committee", owners=("A", "B"), note="To both.")
    row = talks(make_entry("2024-02-01", "stalled", by="B"), to_both, owners=("A",))
    assert row.by_side == {"UK": None, "Japan": None}


def test_words_of_a_side_that_owns_it_no_longer_do_not_count() -> None:
    """What the UK held open is closed by Japan's word once Japan alone owns it."""
    row = talks(
        make_entry("2024-02-01", "in-progress", by="A"),
        make_entry("2024-03-01", "completed", by="B"),
        make_entry("2024-04-01", by="committee", owners=("B",), note="Japan goes on alone."),
    )
    assert (row.status, row.to_confirm, row.closed_on) == (
        Status.COMPLETED,
        False,
        date(2024, 4, 1),
    )


def test_what_is_handed_to_bodies_without_a_word_has_nothing_on_file() -> None:
    """Completed, then handed to firms: no owner has said anything, and it is open."""
    row = talks(
        make_entry("2024-02-01", "completed", by="A"),
        make_entry("2024-03-01", by="committee", owners=("Firm",), note="The firm goes on."),
        bodies=[FIRM],
    )
    assert (row.status, row.open, row.closed_on) == (None, True, None)
    later = make_entry("2024-04-01", "in-progress", by="A")
    assert talks(later, owners=("Firm",), bodies=[FIRM]).status is Status.IN_PROGRESS


def test_of_two_hand_overs_of_a_date_the_later_in_the_file_counts() -> None:
    """As of deadlines; `check` warns of it."""
    first = make_entry("2024-03-01", by="B", owners=("A", "C"), note="To C.")
    second = make_entry("2024-03-01", by="B", owners=("A", "B"), note="No, to B.")
    assert talks(first, second).owners == ("A", "B")
    assert talks(second, first).owners == ("A", "C")


# Superseding


def superseded(
    *journal: Entry, day: str = END, held: str | None = "2025-06-10", **fields: Any
) -> Standing:
    """Return how "talks" stands where "new", of a meeting held or expected, supersedes it."""
    meeting = make_meeting("m2", held=held, expected=None if held else "2025-H1")
    new = make_commitment("new", meeting="m2", **{"supersedes": "talks", **fields})
    return talks(*journal, day=day, meetings=[MEETING, meeting], others=[new], deadline="2024-H1")


@pytest.mark.parametrize("links", ["talks", ("old", "talks")])
def test_superseding_acts_on_the_day_the_new_ones_meeting_was_held(links: object) -> None:
    """What a later commitment replaced is no longer overdue; one id or a list of them."""
    assert superseded(day="2025-06-09", supersedes=links).timing is Timing.OVERDUE
    row = superseded(day="2025-06-10", supersedes=links)
    assert (row.status, row.timing) == (Status.SUPERSEDED, Timing.CLOSED)
    assert (row.superseded_by, row.closed_on) == ("new", date(2025, 6, 10))
    assert row.journal == ()


def test_a_meeting_that_is_expected_supersedes_nothing() -> None:
    """A plan to replace it leaves it as it is, also after its day."""
    row = superseded(held=None)
    assert (row.status, row.superseded_by, row.timing) == (None, None, Timing.OVERDUE)


def test_what_is_closed_by_then_stays() -> None:
    """Completed before the new one was made: it is not called superseded."""
    row = superseded(make_entry("2024-05-01", "completed"))
    assert (row.status, row.superseded_by, row.timing) == (Status.COMPLETED, None, Timing.MET)


@pytest.mark.parametrize("day", ["2025-06-10", "2025-07-01"])
def test_a_later_open_word_reopens_what_was_superseded(day: str) -> None:
    """An entry of the very day comes after it, for the meeting comes first."""
    row = superseded(make_entry(day, "in-progress", by="B"))
    assert (row.status, row.open, row.superseded_by) == (Status.IN_PROGRESS, True, None)
    assert row.to_confirm  # the UK's word is still that of the committee


def test_superseding_is_a_word_of_the_committee() -> None:
    """It stands for each side that owns it, and nobody is silent."""
    row = superseded(make_entry("2024-05-01", "in-progress"))
    assert row.by_side == {"UK": Status.SUPERSEDED, "Japan": Status.SUPERSEDED}
    assert (row.silent_sides, row.to_confirm) == ((), False)


def test_closed_by_an_entry_it_keeps_who_superseded_it() -> None:
    """A side that files it as superseded too says the same as the new commitment."""
    row = superseded(make_entry("2025-07-01", "superseded"))
    assert (row.status, row.superseded_by) == (Status.SUPERSEDED, "new")
    assert superseded(make_entry("2025-07-01", "completed")).superseded_by is None


def test_standings_of_a_ledger_and_of_one_are_the_same() -> None:
    """What all have in common is worked out once, and is the same."""
    new = make_commitment("new", supersedes="talks", owners=("committee",))
    old = make_commitment()
    ledger = make_ledger(old, new, journal=[make_entry("2024-01-01", "stalled", by="C")])
    day = date(2024, 6, 1)
    assert standings(ledger, day) == [standing(ledger, each, day) for each in (old, new)]

"""What changed between two states of a ledger."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Deadline, Entry, Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.rules.alterations import RawEntry, against, vanished
from jcm_ledger.rules.changes import (
    Difference,
    KeyEdit,
    State,
    as_of,
    changes,
)

TODAY = date(2025, 1, 1)
TALKS = make_commitment(deadline="2024-H1")
STARTED = make_entry("2024-02-01", "in-progress")
DONE = make_entry("2024-06-01", "completed", by="committee", evidence=("ref: minute",))


def compare(before: Ledger, after: Ledger) -> Difference:
    """Return what changed, both looked at today."""
    first, second = (
        State(name=name, ledger=ledger, day=TODAY)
        for name, ledger in (("v1", before), ("now", after))
    )
    return changes(first, second)


def test_nothing_changed_between_the_same() -> None:
    """A state compared with itself has no changes, whatever it holds."""
    ledger = make_ledger(TALKS, journal=[STARTED, STARTED])
    assert compare(ledger, ledger) == Difference(
        before="v1", after="now", vanished=(), tables=(), progress=()
    )


def test_a_status_change_names_the_entry_it_rests_on() -> None:
    """Who reported it, when, and with which evidence, is in that entry."""
    found = compare(
        make_ledger(TALKS, journal=[STARTED]), make_ledger(TALKS, journal=[STARTED, DONE])
    )
    (talks,) = found.progress
    assert talks.before
    assert (talks.before.status, talks.after.status) == (Status.IN_PROGRESS, Status.COMPLETED)
    assert talks.status_changed
    assert talks.status_entry == DONE
    assert talks.entries == (DONE,)
    assert not talks.deadline_changed


def test_a_moved_deadline_has_its_slip_in_days() -> None:
    """From the old one's last day to the new one's."""
    moved = make_entry("2024-05-01", deadline="2024-12", note="Late.")
    (talks,) = compare(make_ledger(TALKS), make_ledger(TALKS, journal=[moved])).progress
    assert talks.deadline_changed
    assert talks.deadline_entry == moved
    assert talks.slip_days == 184
    assert not talks.status_changed


def test_a_late_note_changes_nothing_but_is_told() -> None:
    """An entry about the past is new, and the status stays."""
    late = make_entry("2024-01-01", "not-started")
    (talks,) = compare(
        make_ledger(TALKS, journal=[STARTED]), make_ledger(TALKS, journal=[STARTED, late])
    ).progress
    assert (talks.entries, talks.status_changed) == ((late,), False)


def test_new_gone_and_edited_tables_are_told_apart() -> None:
    """With every key that has another value."""
    before = make_ledger(TALKS, make_commitment("gone"), meetings=[MEETING])
    renamed = replace(TALKS, title="New title", deadline=Deadline.parse("2024-H2"), owners=("A",))
    after = make_ledger(
        renamed, make_commitment("new"), meetings=[MEETING, make_meeting("m2", expected="2026")]
    )
    found = {change.id: change for change in compare(before, after).tables}
    assert {name: (each.new, each.gone) for name, each in found.items()} == {
        "m2": (True, False),
        "talks": (False, False),
        "gone": (False, True),
        "new": (True, False),
    }
    assert found["talks"].edits == (
        KeyEdit(key="title", before="talks", after="New title"),
        KeyEdit(key="owners", before=("A", "B"), after=("A",)),
        KeyEdit(key="deadline", before=Deadline.parse("2024-H1"), after=Deadline.parse("2024-H2")),
    )


def test_an_altered_committee_is_told() -> None:
    """The one table without an id."""
    before = make_ledger()
    after = replace(before, committee=replace(before.committee, acronym="TC"))
    (change,) = compare(before, after).tables
    assert (change.table, change.id) == ("committee", "")


def test_an_entry_that_vanished_is_told_with_what_stands_in_its_place() -> None:
    """And a status that went with it has changed."""
    before = make_ledger(TALKS, journal=[STARTED, DONE])
    (lost,) = compare(before, make_ledger(TALKS, journal=[STARTED])).vanished
    assert (lost.entry, lost.altered) == (DONE, None)
    reworded = replace(DONE, status=Status.STALLED)
    found = compare(before, make_ledger(TALKS, journal=[STARTED, reworded]))
    assert [(each.entry, each.altered) for each in found.vanished] == [(DONE, reworded)]
    (talks,) = found.progress
    assert (talks.entries, talks.status_entry) == ((), reworded)


def said(entry: Entry) -> RawEntry:
    """Return an entry as a file might have it."""
    return RawEntry(
        commitment=entry.commitment,
        date=str(entry.date),
        by=entry.by or "",
        canonical=repr(entry).encode(),
        untranslated=repr(replace(entry, note_ja=None)).encode(),
        translations=(("note_ja", entry.note_ja),) if entry.note_ja else (),
    )


def test_check_against_finds_what_is_gone_and_what_is_altered() -> None:
    """Altered is what says something else about the same commitment on the same date."""
    reworded = replace(DONE, note="In other words.")
    started, done, again = map(said, (STARTED, DONE, reworded))
    other = said(make_entry("2024-03-03", note="x"))
    gone, altered = against([started, done], [other, again], "main")
    assert (gone.code, gone.where) == ("entry-vanished", ())
    assert "main has it, and it is gone" in gone.message
    assert (altered.code, altered.where) == ("entry-altered", ("progress", 1))
    assert list(against([started], [done, started], "main")) == []


def test_adding_a_translation_is_no_alteration_and_changing_one_is() -> None:
    """An entry on file may gain the Japanese of its note; what it gained then stands."""
    plain = make_entry("2024-01-05", "stalled", note="Waiting.")
    first, second = replace(plain, note_ja="待機中。"), replace(plain, note_ja="停滞中。")
    assert list(against([said(plain)], [said(first)], "HEAD")) == []
    assert vanished([plain], [first]) == []
    for before, after in ((first, second), (first, plain)):
        (altered,) = against([said(before)], [said(after)], "HEAD")
        assert altered.code == "entry-altered"
        assert [gone.altered for gone in vanished([before], [after])] == [after]
    ledgers = (make_ledger(make_commitment(), journal=[each]) for each in (plain, first))
    assert compare(*ledgers).entries == 0


def test_a_translation_is_told_from_another_entry_of_the_same_day() -> None:
    """Whichever stands first: the one that was translated is not taken for the one that is gone."""
    one, two = (make_entry("2024-01-05", "stalled", note=note) for note in ("One.", "Two."))
    translated = replace(two, note_ja="二。")
    assert [gone.entry for gone in vanished([one, two], [translated])] == [one]
    (gone,) = against([said(one), said(two)], [said(translated)], "HEAD")
    assert gone.code == "entry-vanished"
    both = [replace(two, note_ja="二。"), replace(one, note_ja="一。")]
    assert list(against([said(one), said(two)], list(map(said, both)), "HEAD")) == []
    assert vanished([one, two], both) == []


def test_as_of_a_day_leaves_out_what_came_later() -> None:
    """Commitments of later meetings, and entries after the day; the day itself counts."""
    later = make_commitment("later", meeting="m2")
    ledger = make_ledger(
        TALKS, later, journal=[STARTED, DONE], meetings=[MEETING, make_meeting("m2", "2024-05-05")]
    )
    then = as_of(ledger, date(2024, 2, 1))
    assert (list(then.commitments), then.journal) == (["talks"], (STARTED,))
    assert as_of(ledger, TODAY) == ledger


ENTRIES = st.lists(
    st.sampled_from([STARTED, DONE, replace(DONE, note="x"), make_entry("2024-03-03", note="y")])
)


@given(ENTRIES, ENTRIES)
def test_what_vanished_is_what_is_missing(before: list[Entry], after: list[Entry]) -> None:
    """As often as it is missing, in order; and nothing when entries were only added."""
    lost = [each.entry for each in vanished(before, after)]
    missing = []
    left = list(after)
    for entry in before:
        if entry in left:
            left.remove(entry)
        else:
            missing.append(entry)
    assert lost == missing
    assert vanished(before, [*after, *before]) == []

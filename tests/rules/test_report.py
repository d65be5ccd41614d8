"""The status report as data: figures, themes, bodies, progress."""

from datetime import date

import pytest

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.rules.query import Later, Query, select
from jcm_ledger.rules.report import (
    Report,
    Window,
    build,
    figures,
    last_meeting,
    latest_first,
)

DAY = date(2024, 6, 30)
WINDOW = Window(first=date(2023, 11, 7), last=DAY, meeting=MEETING)

LEDGER = make_ledger(
    make_commitment("on-time", deadline="2025", owners=("A",), theme="space"),
    make_commitment("due-soon", deadline="2024-08", owners=("A", "B"), theme="ai"),
    make_commitment("overdue", deadline="2024-05", owners=("A", "B"), theme="space"),
    make_commitment("long-overdue", deadline="2024-Q1", owners=("C",)),
    make_commitment("for-review", review_by=date(2024, 6, 1), owners=("C",), theme="ai"),
    make_commitment("silent", owners=("B",), theme="space"),
    make_commitment("met", owners=("A",), deadline="2024-H1", theme="space"),
    make_commitment("unproved", owners=("B",), theme="space"),
    make_commitment("dropped", owners=("B",), theme="space"),
    make_commitment("stalled", owners=("B",), theme="space"),
    make_commitment("disputed", owners=("A", "B"), theme="space", deadline="2024-06-30"),
    make_commitment("later", meeting="m2", owners=("A",)),
    journal=[
        make_entry("2024-01-10", "in-progress", commitment="on-time"),
        make_entry("2024-01-11", "in-progress", by="committee", commitment="due-soon"),
        make_entry("2024-01-12", "stalled", by="B", commitment="overdue"),
        make_entry("2024-01-13", "not-started", by="C", commitment="long-overdue"),
        make_entry("2024-01-14", "in-progress", by="C", commitment="for-review"),
        make_entry("2024-01-15", "completed", commitment="met", evidence=("ref: minute",)),
        make_entry("2024-01-16", "completed", by="B", commitment="unproved"),
        make_entry("2024-01-17", "not-pursued", by="B", commitment="dropped"),
        make_entry("2024-01-18", "stalled", by="B", commitment="stalled"),
        make_entry("2024-01-19", "in-progress", by="A", commitment="disputed"),
        make_entry("2024-01-20", "stalled", by="B", commitment="disputed"),
        make_entry("2024-12-01", "completed", by="A", commitment="overdue"),
    ],
    meetings=[
        make_meeting("m0", held="2022-05-01"),
        MEETING,
        make_meeting("m2", held="2025-06-10"),
    ],
)


def report(ledger: Ledger = LEDGER, day: date = DAY, window: Window = WINDOW) -> Report:
    """Return the report on everything that had been promised by the day."""
    everything = select(ledger, day, Query())
    return build(ledger, everything, name="test.toml", as_of=day, window=window)


def test_the_report_says_what_it_is_about() -> None:
    """Committee, ledger, day, window, and only the meetings whose commitments it covers."""
    content = report()
    assert content.committee.name == "Test Committee"
    assert (content.ledger, content.as_of, content.window) == ("test.toml", DAY, WINDOW)
    assert [meeting.id for meeting in content.meetings] == ["m1"]
    assert list(content.organisations) == ["A", "B", "C"]


def test_the_figures_count_every_commitment_once_by_status() -> None:
    """Every status has a count, nothing on file first, and they add up to the total."""
    counts = report().figures
    assert counts.total == 11
    assert list(counts.statuses.items()) == [
        (None, 1),
        (Status.NOT_STARTED, 1),
        (Status.IN_PROGRESS, 3),
        (Status.STALLED, 3),
        (Status.COMPLETED, 2),
        (Status.NOT_PURSUED, 1),
        (Status.SUPERSEDED, 0),
    ]
    assert sum(counts.statuses.values()) == counts.total
    assert counts.nothing_on_file == 1


def test_the_figures_count_what_presses() -> None:
    """Overdue, due soon, due for review, without evidence, and the sides that differ."""
    counts = report().figures
    assert (counts.overdue, counts.due_soon, counts.review_due) == (2, 2, 1)
    assert (counts.completed_without_evidence, counts.sides_differ) == (1, 1)


def test_the_figures_of_nothing_are_noughts() -> None:
    """A ledger without commitments makes a report too."""
    counts = figures([])
    assert counts.total == 0
    assert set(counts.statuses.values()) == {0}
    assert (counts.overdue, counts.due_soon, counts.review_due) == (0, 0, 0)
    assert (counts.completed_without_evidence, counts.sides_differ) == (0, 0)


def test_themes_come_as_in_the_file_their_commitments_by_deadline() -> None:
    """Every commitment stands under its theme, the soonest first, closed ones last."""
    listed = [(theme.name, [row.commitment.id for row in theme.rows]) for theme in report().themes]
    assert listed == [
        (
            "space",
            [
                "overdue",
                "disputed",
                "on-time",
                "silent",
                "stalled",
                "met",
                "unproved",
                "dropped",
            ],
        ),
        ("ai", ["due-soon", "for-review"]),
        ("", ["long-overdue"]),
    ]


def test_a_side_counts_what_it_reported_itself_of_what_it_shares_in() -> None:
    """What the other side reported is no report of this one, but what is open both owe."""
    uk, japan = report().sides
    assert (uk.name, uk.total, uk.owed, uk.overdue) == ("UK", 5, 4, 1)
    assert {status: number for status, number in uk.statuses.items() if number} == {
        None: 1,
        Status.IN_PROGRESS: 3,
        Status.COMPLETED: 1,
    }
    assert (japan.name, japan.total, sum(japan.statuses.values())) == ("Japan", 9, 9)


def test_bodies_come_by_side_with_what_they_owe() -> None:
    """UK first, then Japan by most overdue; only open commitments are owed."""
    listed = [
        (body.organisation.id, body.owed, body.overdue, body.last_heard) for body in report().bodies
    ]
    assert listed == [
        ("A", 4, 1, date(2024, 1, 19)),
        ("B", 5, 1, date(2024, 1, 20)),
        ("C", 2, 1, date(2024, 1, 14)),
    ]


def test_the_body_with_most_overdue_leads_its_side() -> None:
    """Most overdue first, then most owed, then by id; a body that owns nothing is left out."""
    ledger = make_ledger(
        make_commitment("one", owners=("B",)),
        make_commitment("two", owners=("B",)),
        make_commitment("three", owners=("C",), deadline="2024-05"),
    )
    assert [(body.organisation.id, body.overdue, body.owed) for body in report(ledger).bodies] == [
        ("C", 1, 1),
        ("B", 0, 2),
    ]


def test_a_body_that_did_everything_owes_nothing() -> None:
    """A body stays listed when all it owned is closed."""
    ledger = make_ledger(
        make_commitment(owners=("A",)), journal=[make_entry("2024-02-01", "completed")]
    )
    assert [(body.organisation.id, body.owed) for body in report(ledger).bodies] == [("A", 0)]


def test_a_body_never_heard_of_has_no_date() -> None:
    """Another body's report is not taken for its own, nor one from after the day."""
    ledger = make_ledger(
        make_commitment(),
        journal=[make_entry("2024-02-01", "stalled"), make_entry("2024-07-01", "stalled", by="B")],
    )
    assert {body.organisation.id: body.last_heard for body in report(ledger).bodies} == {
        "A": date(2024, 2, 1),
        "B": None,
    }


def test_a_joint_report_counts_for_the_owners_of_its_commitment() -> None:
    """The committee is heard for those who own the commitment, and for nobody else."""
    ledger = make_ledger(
        make_commitment(owners=("A", "B")),
        make_commitment("other", owners=("C",)),
        journal=[
            make_entry("2024-03-01", "stalled", by="committee"),
            make_entry("2024-02-01", by="A", note="Noted."),
        ],
    )
    assert {body.organisation.id: body.last_heard for body in report(ledger).bodies} == {
        "A": date(2024, 3, 1),
        "B": date(2024, 3, 1),
        "C": None,
    }


def test_a_body_is_heard_on_commitments_it_does_not_own() -> None:
    """The latest entry a body reported counts, a note too, whatever it is about."""
    ledger = make_ledger(
        make_commitment(owners=("A",)),
        make_commitment("other", owners=("B",)),
        journal=[make_entry("2024-03-01", by="B", note="Seen from here.")],
    )
    assert {body.organisation.id: body.last_heard for body in report(ledger).bodies} == {
        "A": None,
        "B": date(2024, 3, 1),
    }


def test_progress_is_what_happened_within_the_window_latest_first() -> None:
    """Both ends of the window count, and nothing outside it."""
    window = Window(first=date(2024, 1, 18), last=date(2024, 1, 20))
    dates = [entry.date.day for entry in report(window=window).progress]
    assert dates == [20, 19, 18]
    assert len(report().progress) == 11


def test_of_a_date_the_entry_added_later_comes_first() -> None:
    """The latest news of a day is what was put on file last."""
    first = make_entry("2024-03-01", note="First.")
    second = make_entry("2024-03-01", note="Second.")
    earlier = make_entry("2024-02-01", note="Earlier, added last.")
    assert latest_first([first, second, earlier], WINDOW) == [second, first, earlier]


def test_progress_of_a_date_is_the_same_in_the_report_as_in_the_journal() -> None:
    """Entries on several commitments keep the order of the file, not that of the commitments."""
    first = make_entry("2024-03-01", note="First.", commitment="b")
    second = make_entry("2024-03-01", note="Second.", commitment="a")
    ledger = make_ledger(make_commitment("a"), make_commitment("b"), journal=[first, second])
    assert latest_first(ledger.journal, WINDOW) == [second, first]
    assert list(report(ledger).progress) == [second, first]


@pytest.mark.parametrize(
    ("day", "meeting"),
    [
        ("2022-04-30", None),
        ("2022-05-01", "m0"),
        ("2023-11-06", "m0"),
        ("2023-11-07", "m1"),
        ("2025-06-09", "m1"),
        ("2025-06-10", "m2"),
        ("2030-01-01", "m2"),
    ],
)
def test_the_last_meeting_is_the_latest_held_by_the_day(day: str, meeting: str | None) -> None:
    """A meeting counts from the day it was held, whatever the order of the file."""
    for meetings in (LEDGER.meetings.values(), reversed(LEDGER.meetings.values())):
        found = last_meeting(make_ledger(meetings=meetings), date.fromisoformat(day))
        assert (found.id if found else None) == meeting


def test_a_meeting_that_was_only_expected_was_not_held() -> None:
    """A report does not start at a meeting nobody put down as held."""
    ledger = make_ledger(meetings=[MEETING, make_meeting("m2", expected="2024-Q1")])
    assert last_meeting(ledger, date(2025, 1, 1)) == MEETING


def test_the_report_says_how_many_commitments_are_hidden() -> None:
    """What a later meeting promised is counted and nowhere shown."""
    content = report()
    assert content.hidden.commitments == 1
    assert "later" not in [row.commitment.id for row in content.annex]
    assert report(day=date(2025, 6, 10)).hidden.commitments == 0
    assert report(day=date(2020, 1, 1)).hidden == Later(commitments=12)


def test_the_annex_has_every_commitment_in_the_files_order() -> None:
    """Nothing that had been promised is missing at the end of the report."""
    assert [row.commitment.id for row in report().annex] == list(LEDGER.commitments)[:-1]

"""What may be added to the journal, and what is refused with which advice."""

from datetime import date
from typing import Any

import pytest

from examples import make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.errors import RefusedEntry
from jcm_ledger.model.ledger import Entry
from jcm_ledger.rules.entries import refuse_unfit

TODAY = date(2024, 6, 30)
LEDGER = make_ledger(make_commitment(), journal=[make_entry("2024-01-16", "stalled", note="Wait.")])


def refusal(entry: Entry) -> RefusedEntry:
    """Return the refusal that the entry meets."""
    with pytest.raises(RefusedEntry) as caught:
        refuse_unfit(LEDGER, entry, TODAY)
    return caught.value


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(make_entry("2024-06-30", "in-progress"), id="a status alone, today"),
        pytest.param(make_entry("2023-11-07", "in-progress"), id="on the day of the meeting"),
        pytest.param(make_entry("2024-01-01", "completed"), id="dated before the last entry"),
        pytest.param(make_entry("2024-06-30", by=None, note="Asked."), id="a note by nobody"),
        pytest.param(make_entry("2024-06-30", "stalled", by="committee"), id="by the committee"),
        pytest.param(make_entry("2024-06-30", "stalled", by="C"), id="by a body that owns nothing"),
        pytest.param(
            make_entry("2024-06-30", deadline="2025", note="By agreement."), id="a moved deadline"
        ),
        pytest.param(
            make_entry("2024-06-30", note="Line one.\nLine\ttwo: [para 4] 経済産業省 \U0001f30a"),
            id="new lines, tabs, brackets, Japanese",
        ),
        pytest.param(
            make_entry("2024-01-16", "stalled", note="Still waiting."), id="like one on file"
        ),
    ],
)
def test_what_breaks_no_rule_passes(entry: Entry) -> None:
    """The journal takes every honest report."""
    refuse_unfit(LEDGER, entry, TODAY)


@pytest.mark.parametrize("fields", [{}, {"evidence": ("ref: minute",)}, {"note": ""}])
def test_an_entry_that_says_nothing_is_refused(fields: dict[str, Any]) -> None:
    """Neither a bare entry nor bare evidence goes on file, and the hint shows one that may."""
    failure = refusal(make_entry("2024-06-30", **fields))
    assert str(failure) == "an entry says something: a status, a moved deadline or a note"
    assert "jcm mark talks in-progress" in failure.hint
    assert failure.code == 3


@pytest.mark.parametrize(
    "entry",
    [
        make_entry("2024-06-30", "stalled", by=None),
        make_entry("2024-06-30", by=None, deadline="2025", note="By agreement."),
    ],
)
def test_a_status_or_deadline_needs_somebody_who_reports_it(entry: Entry) -> None:
    """The hint offers the commitment's owners and the committee."""
    failure = refusal(entry)
    assert str(failure) == "somebody has to report a status or a moved deadline"
    assert failure.hint == "add --by or set JCM_BY: A, B, or committee for both sides"


def test_a_moved_deadline_needs_a_reason() -> None:
    """No deadline slips without a word on file, whatever else the entry says."""
    failure = refusal(make_entry("2024-06-30", "stalled", deadline="2025"))
    assert str(failure) == "a deadline is moved for a reason"
    assert "--note" in failure.hint


def test_a_report_from_the_future_is_refused() -> None:
    """Tomorrow's progress cannot be on file today."""
    failure = refusal(make_entry("2024-07-01", "stalled"))
    assert str(failure) == "2024-07-01 is in the future: today is 2024-06-30"
    assert "plans belong in a note" in failure.hint


def test_a_report_before_the_commitment_was_made_is_refused() -> None:
    """Nothing was reported about a promise the day before the meeting that made it."""
    failure = refusal(make_entry("2023-11-06", "stalled"))
    assert str(failure) == "2023-11-06 is before m1 (2023-11-07), which made the commitment"
    assert "--on DATE" in failure.hint


def test_a_meeting_that_was_expected_first_makes_nothing_before_it_is_held() -> None:
    """That a meeting was expected in 2023 lets nobody report before the day it was held."""
    held = make_meeting("m1", held="2023-11-07", expected="2023")
    ledger = make_ledger(make_commitment(), meetings=[held])
    refuse_unfit(ledger, make_entry("2023-11-07", "stalled"), TODAY)
    with pytest.raises(RefusedEntry, match="2023-11-06 is before m1"):
        refuse_unfit(ledger, make_entry("2023-11-06", "stalled"), TODAY)


def test_a_meeting_that_is_only_expected_counts_from_its_first_day() -> None:
    """Reports may come as soon as the period begins in which the meeting is expected."""
    ledger = make_ledger(make_commitment(), meetings=[make_meeting("m1", expected="2024-Q2")])
    refuse_unfit(ledger, make_entry("2024-04-01", "stalled"), TODAY)
    with pytest.raises(RefusedEntry, match=r"2024-03-31 is before m1 \(2024-04-01\)"):
        refuse_unfit(ledger, make_entry("2024-03-31", "stalled"), TODAY)


@pytest.mark.parametrize(
    "fields",
    [
        {"note": "\x1b[2J"},
        {"note": "one\rtwo"},
        {"note": "one\x00two"},
        {"note": "\u202egnp.exe"},
        {"note": "one\u2028two"},
        {"note": "Fine.", "evidence": ("https://example.org/", "ref: \x07")},
    ],
)
def test_text_that_steers_a_terminal_is_refused(fields: dict[str, Any]) -> None:
    """Escape sequences and text that reorders a line do not get on file, in a note or evidence."""
    failure = refusal(make_entry("2024-06-30", "stalled", **fields))
    assert str(failure) == ("the entry holds control characters, which would steer a terminal")
    assert failure.hint == "type the text again without them"


def test_the_same_entry_is_not_put_on_file_twice() -> None:
    """Repeating a command by accident adds nothing; a new note makes a new entry."""
    failure = refusal(make_entry("2024-01-16", "stalled", note="Wait."))
    assert str(failure) == "talks: the very same entry is on file already"
    assert failure.hint == "say what is new in a note"

"""What may be added to the journal, and what is refused with which advice."""

from datetime import date
from typing import Any

import pytest

from examples import make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.errors import RefusedEntry
from jcm_ledger.model.ledger import Entry
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.entries import refuse_unfit

KNOWN = Circumstances(date(2024, 6, 30), {"minutes.pdf"}.__contains__)
LEDGER = make_ledger(make_commitment(), journal=[make_entry("2024-01-16", "stalled", note="Wait.")])


def refusal(entry: Entry) -> RefusedEntry:
    """Return the refusal that the entry meets."""
    with pytest.raises(RefusedEntry) as caught:
        refuse_unfit(LEDGER, [entry], KNOWN)
    return caught.value


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(make_entry("2024-06-30", "in-progress"), id="a status alone, today"),
        pytest.param(make_entry("2024-07-01", "in-progress"), id="tomorrow, as Tokyo has it"),
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
    refuse_unfit(LEDGER, [entry], KNOWN)


@pytest.mark.parametrize(
    "fields", [{}, {"evidence": ("ref: minute",)}, {"note": ""}, {"note": " \u3000"}]
)
def test_an_entry_that_says_nothing_is_refused(fields: dict[str, Any]) -> None:
    """Neither a bare entry nor bare evidence goes on file, and the hint shows one that may."""
    failure = refusal(make_entry("2024-06-30", **fields))
    assert (failure.rule, failure.commitment) == ("empty-entry", "talks")
    assert (
        str(failure)
        == "talks, entry of 2024-06-30: it has neither status, deadline, owners nor note"
    )
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
    assert failure.rule == "no-reporter"
    assert failure.hint == "say who reports it: A, B, or committee for both sides"


def test_a_moved_deadline_needs_a_reason() -> None:
    """No deadline slips without a word on file, whatever else the entry says."""
    failure = refusal(make_entry("2024-06-30", "stalled", deadline="2025"))
    assert failure.rule == "moved-without-note"
    assert failure.hint == "say why in a note"


def test_a_report_from_the_future_is_refused() -> None:
    """What has not happened in Tokyo either cannot be on file today."""
    failure = refusal(make_entry("2024-07-02", "stalled"))
    assert failure.rule == "in-the-future"
    assert "today is 2024-06-30" in str(failure)
    assert "plans belong in a note" in failure.hint


def test_a_report_before_the_commitment_was_made_is_refused() -> None:
    """Nothing was reported about a promise the day before the meeting that made it."""
    failure = refusal(make_entry("2023-11-06", "stalled"))
    assert failure.rule == "before-meeting"
    assert "is before m1 (2023-11-07), which made the commitment" in str(failure)


def test_a_meeting_that_was_expected_first_makes_nothing_before_it_is_held() -> None:
    """That a meeting was expected in 2023 lets nobody report before the day it was held."""
    held = make_meeting("m1", held="2023-11-07", expected="2023")
    ledger = make_ledger(make_commitment(), meetings=[held])
    refuse_unfit(ledger, [make_entry("2023-11-07", "stalled")], KNOWN)
    with pytest.raises(RefusedEntry, match="2023-11-06: that is before m1"):
        refuse_unfit(ledger, [make_entry("2023-11-06", "stalled")], KNOWN)


def test_a_meeting_that_is_only_expected_counts_from_its_first_day() -> None:
    """Reports may come as soon as the period begins in which the meeting is expected."""
    ledger = make_ledger(make_commitment(), meetings=[make_meeting("m1", expected="2024-Q2")])
    refuse_unfit(ledger, [make_entry("2024-04-01", "stalled")], KNOWN)
    with pytest.raises(RefusedEntry, match=r"2024-03-31: that is before m1 \(2024-Q2\)"):
        refuse_unfit(ledger, [make_entry("2024-03-31", "stalled")], KNOWN)


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
    assert failure.rule == "control-character"
    assert "control characters" in str(failure)


def test_the_same_entry_is_not_put_on_file_twice() -> None:
    """Repeating a command by accident adds nothing; a new note makes a new entry."""
    failure = refusal(make_entry("2024-01-16", "stalled", note="Wait."))
    assert failure.rule == "duplicate-entry"


def test_of_a_batch_each_entry_is_judged_with_those_before_it() -> None:
    """The same line twice in one go is refused, as it is when it comes again later."""
    entry = make_entry("2024-06-30", "stalled", note="Twice.")
    refuse_unfit(LEDGER, [entry], KNOWN)
    with pytest.raises(RefusedEntry, match="on file already"):
        refuse_unfit(LEDGER, [entry, entry], KNOWN)


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        (make_entry("2024-06-30", "stalled", commitment="tlaks"), "unknown-commitment"),
        (make_entry("2024-06-30", "stalled", by="MITI"), "unknown-organisation"),
        (make_entry("2024-06-30", "stalled", deadline="m9", note="Moved."), "bad-deadline"),
        (make_entry("2024-06-30", "stalled", evidence=("gone.pdf",)), "bad-evidence"),
    ],
)
def test_what_the_ledger_does_not_have_is_refused(entry: Entry, rule: str) -> None:
    """An entry names commitments, bodies, meetings and files that are there."""
    assert refusal(entry).rule == rule

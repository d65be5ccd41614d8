"""jcm add meeting, and jcm add body."""

import sys
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from terminals import at_a_terminal


def added(ledger: Path) -> str:
    """Return what was added to the tests' ledger."""
    return ledger.read_text(encoding="utf-8").removeprefix(SECOND)


def test_a_meeting_is_added_with_every_key(jcm: Jcm, ledger_file: Path) -> None:
    """Dates are dates and periods texts, as people write them."""
    done = jcm(
        "--ledger", ledger_file, "add", "meeting", "oc-5", "--held", "2025-04-01", "--expected",
        "2025-H1", "--title", "5th", "--title-ja", "第5回", "--place", "Oslo", "--place-ja",
        "オスロ", "--chair", "A", "--chair", "B", "--statement", "S", "--published", "2025-04-02",
        "--url", "https://example.org/5", "--url-ja", "https://example.org/5ja",
    )  # fmt: skip
    assert (done.out, done.code) == (f"Added oc-5.\nWrote {ledger_file}.\n", 0)
    assert added(ledger_file) == (
        "\n[meeting.oc-5]\n"
        'title     = "5th"\n'
        "held      = 2025-04-01\n"
        'expected  = "2025-H1"\n'
        'place     = "Oslo"\n'
        'chairs    = ["A", "B"]\n'
        'statement = "S"\n'
        "published = 2025-04-02\n"
        'url       = "https://example.org/5"\n'
        'url_ja    = "https://example.org/5ja"\n'
        'title_ja  = "第5回"\n'
        'place_ja  = "オスロ"\n'
    )


def test_a_body_is_added_with_every_key(jcm: Jcm, ledger_file: Path) -> None:
    """It is shown in the place of the one that it succeeds."""
    done = jcm(
        "--ledger", ledger_file, "add", "body", "POL", "--name", "Polar Institute", "--name-ja",
        "極地研究所", "--short-ja", "極地研", "--side", "norway", "--kind", "agency", "--part-of",
        "MFA", "--succeeds", "HAV", "--since", "2022-01-01", "--contact", "p@example.org",
    )  # fmt: skip
    assert (done.out, done.code) == (f"Added POL, Norway.\nWrote {ledger_file}.\n", 0)
    assert added(ledger_file) == (
        "\n[organisation.POL]\n"
        'name     = "Polar Institute"\n'
        'side     = "Norway"\n'
        'kind     = "agency"\n'
        'name_ja  = "極地研究所"\n'
        'short_ja = "極地研"\n'
        'part_of  = "MFA"\n'
        'succeeds = "HAV"\n'
        "since    = 2022-01-01\n"
        'contact  = "p@example.org"\n'
    )
    listed = jcm("--ledger", ledger_file, "list", "--owner", "POL", "--format", "ids").out
    assert "krill-survey" in listed


def test_a_body_without_a_side_is_told_to_be_outside(jcm: Jcm, ledger_file: Path) -> None:
    """Who forgot --side sees it."""
    done = jcm("--ledger", ledger_file, "add", "body", "ACME", "--name", "A firm")
    assert done.out.startswith("Added ACME, outside the committee.")


@pytest.mark.parametrize(
    ("typed", "reason", "hint"),
    [
        (["meeting", "oc-3", "--held", "2021-01-01"], 'there is a meeting "oc-3" already', "belongs into its table"),
        (["meeting", "oc 5", "--held", "2021-01-01"], '"oc 5" is not an id', "letters"),
        (["meeting", "2021-05", "--held", "2021-05-01"], "a deadline of this name would be the period", "another id"),
        (["meeting", "oc-5", "--held", "soon"], '"soon" is not a date', "2024-06-30"),
        (["meeting", "oc-5", "--expected", "soon"], '"soon" is not a period', "2024-H1"),
        (["body", "hav", "--name", "N"], 'there is an organisation "HAV" already', "another id"),
        (["body", "Committee", "--name", "N"], "stands for both sides together", "another id"),
        (["body", "X", "--name", "N", "--side", "Peru"], 'unknown side "Peru"', "Norway"),
        (["body", "X", "--name", "N", "--succeeds", "HAB"], 'unknown body "HAB"', "HAV"),
        (["body", "X", "--name", "N", "--side", "Chile", "--succeeds", "HAV"], "of another side", "committee"),
        (["body", "X", "--name", " "], "name is blank", "in words"),
        (["body", "X", "--name", "a\x1b[31mb"], "control characters", "remove"),
    ],
)  # fmt: skip
def test_what_check_would_find_is_refused(
    jcm: Jcm, ledger_file: Path, typed: list[str], reason: str, hint: str
) -> None:
    """Nothing is written, and the rule is named."""
    done = jcm("--ledger", ledger_file, "add", *typed)
    assert (done.out, done.code) == ("", 3)
    assert reason in done.err
    assert hint in done.err.partition("hint: ")[2]
    assert added(ledger_file) == ""


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        (["body"], "add body needs ID, --name"),
        (["body", "X"], "add body needs --name"),
        (["meeting"], "add meeting needs ID, --held or --expected"),
    ],
)
def test_what_is_missing_is_named_where_nobody_can_be_asked(
    jcm: Jcm, ledger_file: Path, typed: list[str], missing: str
) -> None:
    """A script is told which options it forgot."""
    done = jcm("--ledger", ledger_file, "add", *typed)
    assert done.code == 2
    assert missing in done.err


def test_a_dry_run_writes_nothing(jcm: Jcm, ledger_file: Path) -> None:
    """What would be added can be looked at first."""
    for typed in (["body", "X", "--name", "N"], ["meeting", "X", "--expected", "2026"]):
        done = jcm("--ledger", ledger_file, "add", *typed, "--dry-run")
        assert ".X]" in done.out
        assert "Nothing was written" in done.out
    assert added(ledger_file) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_ledger_starts_with_add_alone(jcm: Jcm, tmp_path: Path) -> None:
    """From an empty ledger: a meeting, then a commitment, its body on the way; nothing to mend."""
    typed = ["--empty", "--name", 'The "Ocean" Committee', "--side", "Norway", "--side", "Chile"]
    assert jcm("init", tmp_path, *typed).code == 0
    meeting = ["oc-1", "", "", "", "2024-H1", "", "", ""]
    commitment = [
        "Ice watch",
        "",
        "",
        "oc-1",
        "HAV",
        "y",
        "Institute",
        "",
        "Norway",
        "",
        "",
        *[""] * 7,
    ]
    for command, answers in ((["add", "meeting"], meeting), (["add"], commitment)):
        text = "".join(f"{answer}\n" for answer in answers)
        shown, code = at_a_terminal(*command, answers=text, cwd=tmp_path)
        assert code == 0, shown
    assert "this is needed" not in shown
    done = jcm("check", tmp_path / "commitments.toml", "--strict")
    assert done.code == 0, done.out
    listed = jcm("--ledger", tmp_path / "commitments.toml", "list", "--format", "tsv").out
    assert "ice-watch\tIce watch\tHAV" in listed


def test_a_second_successor_moves_nothing_and_says_so(jcm: Jcm, ledger_file: Path) -> None:
    """Whoever splits a body up is told that hand-overs are to follow."""
    for name in ("FIRST", "NEXT"):
        done = jcm(
            *("--ledger", ledger_file, "add", "body", name, "--name", name, "--side", "Norway"),
            *("--succeeds", "HAV", "--since", "2024-01-01"),
        )
        assert done.code == 0
        told = "FIRST and NEXT succeed HAV, so nothing moves by itself" in done.out
        assert told == (name == "NEXT")

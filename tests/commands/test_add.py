"""jcm add."""

import json
import sys
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from terminals import at_a_terminal

GIVEN = ("add", "Ice watch", "--owner", "hav", "--owner", "SUB", "--meeting", "oc-3")


def test_add_writes_a_table_at_the_end(jcm: Jcm, ledger_file: Path) -> None:
    """Every byte stays, the table is laid out as people write it, and it reads back."""
    done = jcm(
        "--ledger", ledger_file, *GIVEN, "--summary", "Watch the [ice].", "--paragraph", "4",
        "--theme", "ice", "--strength", "agreed", "--kind", "continuing", "--deadline", "2022-H1",
        "--deadline-text", "in the first half of 2022", "--framework", "Arctic",
        "--owners-inferred", "--supersedes", "krill",
    )  # fmt: skip
    said = f"Added ice-watch. See it: jcm show ice-watch\nWrote {ledger_file}.\n"
    assert (done.out, done.code) == (said, 0)
    written = ledger_file.read_text(encoding="utf-8")
    assert written.removeprefix(SECOND) == (
        "\n[commitment.ice-watch]\n"
        'title           = "Ice watch"\n'
        'meeting         = "oc-3"\n'
        'owners          = ["HAV", "SUB"]\n'
        'summary         = "Watch the [ice]."\n'
        "paragraph       = 4\n"
        "owners_inferred = true\n"
        'frameworks      = ["Arctic"]\n'
        'theme           = "ice"\n'
        'strength        = "agreed"\n'
        'kind            = "continuing"\n'
        'deadline        = "2022-H1"\n'
        'deadline_text   = "in the first half of 2022"\n'
        'supersedes      = "krill-survey"\n'
    )
    shown = json.loads(jcm("--ledger", ledger_file, "show", "ice", "--format", "json").out)
    assert shown["commitment"]["owners"] == ["HAV", "SUB"]


def test_a_dry_run_shows_the_table_and_writes_nothing(jcm: Jcm, ledger_file: Path) -> None:
    """What would be added can be looked at first."""
    done = jcm("--ledger", ledger_file, *GIVEN, "--dry-run")
    assert "[commitment.ice-watch]" in done.out
    assert ledger_file.read_text(encoding="utf-8") == SECOND


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--id", "krill-survey"], 'there is a commitment "krill-survey" already'),
        (["--id", "Krill-Survey"], 'there is a commitment "krill-survey" already'),
        (["--id", "../x"], "id"),
        (["--owner", "NASA"], 'unknown body "NASA"'),
        (["--meeting", "oc-9"], 'unknown meeting "oc-9"'),
        (["--deadline", "soon"], '"soon" is not a period'),
        (["--owner", "NASA"], "jcm add body NASA --name NAME --side SIDE"),
        (["--owner", "Space Agency"], "jcm add body ID --name 'Space Agency'"),
        (["--field", "priority"], '"priority" is not KEY=VALUE'),
        (["--field", "priority=high"], 'unknown field "priority"'),
        (["--report-every", "often"], '"often" is not a length of time'),
        (["--part-of", "nothing"], 'unknown commitment "nothing"'),
        (["--supersedes", "krill", "--supersedes", "nothing"], 'unknown commitment "nothing"'),
        (["--strength", "firm"], 'unknown strength "firm"'),
        (["--review-by", "2024-13-01"], '"2024-13-01" is not a date'),
        (["--summary", "a \x1b[31m red one"], "control character"),
    ],
)
def test_what_check_would_find_is_refused(
    jcm: Jcm, ledger_file: Path, options: list[str], reason: str
) -> None:
    """A commitment that breaks a rule is not written, and the rule is named."""
    done = jcm("--ledger", ledger_file, *GIVEN, *options)
    assert done.code == 3
    assert reason in done.err
    assert ledger_file.read_text(encoding="utf-8") == SECOND


def test_what_is_missing_is_named_where_nobody_can_be_asked(jcm: Jcm, ledger_file: Path) -> None:
    """A script is told which options it forgot."""
    done = jcm("--ledger", ledger_file, "add", "Ice watch")
    assert done.code == 2
    assert "add needs --meeting, --owner" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_terminal_what_is_missing_is_asked_for(ledger_file: Path) -> None:
    """A wrong answer is explained and asked again; what is not needed may be left empty."""
    answers = [
        "Ice watch", "KRILL-survey", "", "", "oc-3", "NASA", "n", "HAV, SUB", "ice", "", "", "9" * 30, "",
        "2022-13", "2022", "",
    ]  # fmt: skip
    typed = "".join(f"{answer}\n" for answer in answers)
    shown, code = at_a_terminal("add", answers=typed, cwd=ledger_file.parent)
    assert code == 0, shown
    assert 'there is a commitment "krill-survey" already' in shown
    assert "a whole number from 0 to 99,999" in shown
    assert 'unknown body "NASA"' in shown
    assert '"2022-13" is not a period' in shown
    added = ledger_file.read_text(encoding="utf-8").removeprefix(SECOND)
    assert added == (
        "\n[commitment.ice-watch]\n"
        'title    = "Ice watch"\n'
        'meeting  = "oc-3"\n'
        'owners   = ["HAV", "SUB"]\n'
        'theme    = "ice"\n'
        'kind     = "one-off"\n'
        'deadline = "2022"\n'
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_what_a_ledger_holds_does_not_steer_the_prompts(ledger_file: Path) -> None:
    """Ids with escape sequences are shown as text, in defaults and in what is known."""
    evil = '\n[meeting."x\\u001b[31m"]\nheld = 2022-11-01\n[organisation."B\\u001b[2J"]\nname = "b"\nside = "Chile"\n'
    ledger_file.write_text(SECOND + evil, encoding="utf-8")
    shown, _code = at_a_terminal(
        "add", answers="T\n\n\nnope\noc-3\nnope\nn\n\x04", cwd=ledger_file.parent
    )
    assert "\x1b" not in shown
    assert "[x\\x1b[31m]" in shown
    assert "B\\x1b[2J" in shown


def test_every_key_of_a_commitment_can_be_typed(jcm: Jcm, ledger_file: Path) -> None:
    """A paragraph as text, several superseded, columns of one's own, both languages."""
    text = '[field.priority]\nvalues = ["high", "low"]\n[field.desk]\n' + SECOND
    ledger_file.write_text(text, encoding="utf-8")
    done = jcm(
        "--ledger", ledger_file, *GIVEN, "--paragraph", "113.6", "--part-of", "host",
        "--report-every", "6m", "--title-ja", "氷", "--summary-ja", "氷を見る。",
        "--deadline-text-ja", "年内", "--supersedes", "krill", "--supersedes", "data-exchange",
        "--field", "priority=High", "--field", "desk=3 East", "--owner", "Chile",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert ledger_file.read_text(encoding="utf-8").removeprefix(text) == (
        "\n[commitment.ice-watch]\n"
        'title            = "Ice watch"\n'
        'meeting          = "oc-3"\n'
        'owners           = ["HAV", "SUB", "Chile"]\n'
        'paragraph        = "113.6"\n'
        'part_of          = "host-oc-4"\n'
        'kind             = "one-off"\n'
        'report_every     = "6m"\n'
        'supersedes       = ["krill-survey", "data-exchange"]\n'
        'title_ja         = "氷"\n'
        'summary_ja       = "氷を見る。"\n'
        'deadline_text_ja = "年内"\n'
        'priority         = "high"\n'
        'desk             = "3 East"\n'
    )
    wrong = jcm("--ledger", ledger_file, *GIVEN, "--field", "priority=hihg")
    assert 'unknown value of priority "hihg"' in wrong.err
    assert "did you mean high?" in wrong.err


def test_a_part_of_a_part_is_refused(jcm: Jcm, ledger_file: Path) -> None:
    """What `check` would call an error is not written."""
    assert jcm("--ledger", ledger_file, *GIVEN, "--part-of", "host").code == 0
    before = ledger_file.read_bytes()
    done = jcm(
        "--ledger", ledger_file, "add", "More", "--owner", "HAV", "--meeting", "oc-3",
        "--part-of", "ice-watch",
    )  # fmt: skip
    assert (done.code, ledger_file.read_bytes()) == (3, before)
    assert "a part of ice-watch, which is a part of host-oc-4" in done.err


def test_a_title_may_be_the_word_of_a_command(jcm: Jcm, ledger_file: Path) -> None:
    """After -- it is a title."""
    done = jcm("--ledger", ledger_file, "add", "--owner", "HAV", "--meeting", "oc-3", "--", "body")
    assert done.out.startswith("Added body.")
    assert jcm("--ledger", ledger_file, "add", "body", "--owner", "HAV").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_an_owner_that_the_ledger_lacks_is_added_on_the_way(ledger_file: Path) -> None:
    """Body and commitment go in with one write."""
    answers = ["y", "Space Agency", "", "Chile", "", ""]
    shown, code = at_a_terminal(
        "add", "Ice watch", "--owner", "HAV", "--owner", "NASA", "--meeting", "oc-3",
        answers="".join(f"{answer}\n" for answer in answers), cwd=ledger_file.parent,
    )  # fmt: skip
    assert code == 0, shown
    assert 'There is no body "NASA". Add it as a new one?' in shown
    assert "Added NASA." in shown
    assert ledger_file.read_text(encoding="utf-8").removeprefix(SECOND) == (
        "\n[organisation.NASA]\n"
        'name = "Space Agency"\n'
        'side = "Chile"\n'
        "\n[commitment.ice-watch]\n"
        'title   = "Ice watch"\n'
        'meeting = "oc-3"\n'
        'owners  = ["HAV", "NASA"]\n'
        'kind    = "one-off"\n'
    )

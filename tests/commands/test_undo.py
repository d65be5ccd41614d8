"""jcm undo."""

import subprocess
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND, SHIPPED
from jcm_ledger.commands import output


@pytest.fixture
def marked(jcm: Jcm, ledger_file: Path) -> Path:
    """Return the tests' ledger with one entry added by jcm."""
    done = jcm("--ledger", ledger_file, "mark", "krill-survey", "--note", "A slip.")
    assert done.code == 0
    return ledger_file


def commit(folder: Path) -> None:
    """Commit all that the folder holds to a new git repository."""
    git = ("git", "-C", str(folder), "-c", "user.name=T", "-c", "user.email=t@example.org")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "All")):
        subprocess.run([*git, *arguments], check=True, capture_output=True)


def test_undo_takes_back_what_mark_added_and_nothing_else(jcm: Jcm, marked: Path) -> None:
    """The file is as it was before, to the byte; the entry is shown on the way."""
    done = jcm("--ledger", marked, "undo", "--yes")
    assert marked.read_bytes() == SECOND.encode()
    assert 'note       = "A slip."' in done.err
    assert done.out.startswith("Took back the entry of ")
    assert done.code == 0


def test_undo_asks_first(jcm: Jcm, marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal a no keeps the entry; where nobody can be asked, --yes is needed."""
    before = marked.read_bytes()
    nobody = jcm("--ledger", marked, "undo")
    assert (nobody.code, marked.read_bytes()) == (3, before)
    assert "--yes" in nobody.err
    monkeypatch.setattr(output, "can_ask", lambda: True)
    for answer, code in ((False, 3), (True, 0)):
        monkeypatch.setattr("typer.confirm", lambda *_text, answer=answer, **_options: answer)
        assert jcm("--ledger", marked, "undo").code == code
    assert marked.read_bytes() == SECOND.encode()


def test_a_committed_entry_stays(jcm: Jcm, marked: Path) -> None:
    """What git has is history: a later entry puts it right."""
    commit(marked.parent)
    done = jcm("--ledger", marked, "undo", "--yes")
    assert done.code == 3
    assert "git has the last entry already" in done.err
    assert "jcm mark" in done.err
    jcm("--ledger", marked, "mark", "krill-survey", "--note", "A second slip.")
    assert jcm("--ledger", marked, "undo", "--yes").code == 0
    assert jcm("--ledger", marked, "undo", "--yes").code == 3


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("# a thought\n", "something was written after the last entry"),
        (
            '\n[commitment.x]\ntitle = "X"\nmeeting = "oc-3"\nowners = ["HAV"]\n',
            "the last thing in it is commitment x, not an entry",
        ),
    ],
)
def test_what_anything_stands_after_stays(
    jcm: Jcm, ledger_file: Path, tail: str, reason: str
) -> None:
    """Undo is for the last thing in the file."""
    ledger_file.write_text(SECOND + tail, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "undo", "--yes")
    assert (done.code, ledger_file.read_text(encoding="utf-8")) == (3, SECOND + tail)
    assert reason in done.err


def test_a_ledger_without_entries_has_nothing_to_take_back(jcm: Jcm, ledger_file: Path) -> None:
    """It says what is last instead."""
    ledger_file.write_text(SECOND.partition("[[progress]]")[0], encoding="utf-8")
    assert "commitment host-oc-4" in jcm("--ledger", ledger_file, "undo", "--yes").err


def test_the_built_in_ledger_has_nothing_of_yours(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its refusal says how to make a ledger that can be written."""
    monkeypatch.chdir(tmp_path)
    done = jcm("undo", "--yes")
    assert done.code == 3
    assert "jcm init ." in done.err
    assert SHIPPED.exists()


def test_a_table_between_the_lines_of_the_last_entry_stays(jcm: Jcm, ledger_file: Path) -> None:
    """What a person put in the middle is not taken along."""
    entry = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nnote = "n"\n'
    text = SECOND + entry + '\n[notes]\nprivate = "mine"\n\n[progress.extra]\nx = 1\n'
    ledger_file.write_text(text, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "undo", "--yes")
    assert (done.code, ledger_file.read_text(encoding="utf-8")) == (3, text)
    assert "another table was written between its lines" in done.err


def test_an_entry_that_came_meanwhile_stays(
    jcm: Jcm, marked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown is taken back, or nothing is."""
    monkeypatch.setattr(output, "can_ask", lambda: True)

    def add_another(*_text: object, **_options: object) -> bool:
        jcm("--ledger", marked, "mark", "krill-survey", "--note", "From Tokyo.")
        return True

    monkeypatch.setattr("typer.confirm", add_another)
    done = jcm("--ledger", marked, "undo")
    assert done.code == 3
    assert "another one was added meanwhile" in done.err
    assert "From Tokyo." in marked.read_text(encoding="utf-8")


def test_where_git_will_not_say_the_entry_stays(
    jcm: Jcm, marked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository of somebody else's may hold the entry: git refuses to look into it."""
    commit(marked.parent)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    done = jcm("--ledger", marked, "undo", "--yes")
    assert done.code == 3
    assert "A slip." in marked.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--note", "n"], "Status stays stalled."),
        (["done", "--by", "committee"], "What stands again: status stalled."),
        (
            ["done", "--by", "committee", "--deadline", "2024", "--owners", "MFA,SUB", "--note", "n"],
            "What stands again: status stalled, deadline 2022-H2, owners HAV, SUB.",
        ),
        (["stalled", "--by", "SUB", "--on", "2021-04-01"], "What stands again: status nothing on file."),
    ],
)  # fmt: skip
def test_undo_says_what_stands_again(
    jcm: Jcm, ledger_file: Path, typed: list[str], told: str
) -> None:
    """Status, deadline and owners, as of the date of the entry."""
    assert jcm("--ledger", ledger_file, "mark", "krill-survey", *typed).code == 0
    assert told in jcm("--ledger", ledger_file, "undo", "--yes").out.splitlines()


def test_an_entry_of_before_its_meeting_can_be_taken_back(jcm: Jcm, ledger_file: Path) -> None:
    """A slip in a date, made by hand, is no reason to fail."""
    slip = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2012-01-01\nnote = "n"\n'
    ledger_file.write_text(SECOND + slip, encoding="utf-8")
    done = jcm("--ledger", ledger_file, "undo", "--yes")
    assert "Status stays nothing on file." in done.out.splitlines()
    assert ledger_file.read_bytes() == SECOND.encode()

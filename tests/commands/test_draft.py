"""jcm draft: from a statement's file to a draft for review."""

import json
import tomllib
from pathlib import Path

import pytest
from docx import Document

from conftest import Jcm
from drafts import naive
from jcm_ledger.rules import drafting
from pdfs import Put, pdf

STATEMENT = "Oslo, 10 March 2021\n\nThe sides met.\n\nThey will count krill in 2024.\n"


@pytest.fixture(autouse=True)
def _by_will_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the rules of drafting propose what says "will": they have tests of their own."""
    monkeypatch.setattr(drafting, "draft", naive)


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    """Return a statement as a file of text."""
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return path


def test_a_draft_goes_to_stdout_and_what_was_found_to_stderr(
    jcm: Jcm, ledger_file: Path, statement: Path
) -> None:
    """Stdout is TOML alone; stderr counts, warns that it may miss, and changes no ledger."""
    before = ledger_file.read_bytes()
    done = jcm("draft", statement, "--meeting", "oc-3", "--ledger", ledger_file)
    (table,) = tomllib.loads(done.out)["commitment"].values()
    assert (table["meeting"], table["paragraph"]) == ("oc-3", 2)
    assert table["owners"] == ["Norway", "Chile"]
    assert "title" not in table
    assert "1 commitment proposed, 0 perhaps; 1 sentence left out." in done.err
    assert "It may miss commitments" in done.err
    assert (done.code, ledger_file.read_bytes()) == (0, before)


def test_an_unreviewed_draft_cannot_slip_into_a_ledger(
    jcm: Jcm, ledger_file: Path, statement: Path
) -> None:
    """Added to the ledger as it is, it fails the check for want of a title."""
    draft = jcm("draft", statement, "--meeting", "oc-3", "--ledger", ledger_file).out
    journal = ledger_file.read_text(encoding="utf-8")
    ledger_file.write_text(f"{journal}\n{draft}", encoding="utf-8")
    checked = jcm("check", "--ledger", ledger_file, "--format", "json")
    assert checked.code == 1
    assert "missing-key" in {each["code"] for each in json.loads(checked.out)["findings"]}


def test_the_meeting_is_found_by_its_day(jcm: Jcm, ledger_file: Path, statement: Path) -> None:
    """A statement of the day on which one meeting was held is of that meeting."""
    done = jcm("draft", statement, "--ledger", ledger_file)
    (table,) = tomllib.loads(done.out)["commitment"].values()
    assert table["meeting"] == "oc-3"


def test_without_a_meeting_none_is_written(jcm: Jcm, ledger_file: Path, tmp_path: Path) -> None:
    """It says how to name one, and how to name the day."""
    path = tmp_path / "s.txt"
    path.write_text("They will act.\n", encoding="utf-8")
    done = jcm("draft", path, "--ledger", ledger_file)
    (table,) = tomllib.loads(done.out)["commitment"].values()
    assert "meeting" not in table
    assert "--meeting ID" in done.err
    assert "--published DATE" in done.err


def test_a_meeting_that_is_not_on_file_is_proposed(
    jcm: Jcm, ledger_file: Path, statement: Path
) -> None:
    """On the day of the statement the ledger has no table of it yet."""
    done = jcm("draft", statement, "--meeting", "oc-5", "--ledger", ledger_file)
    assert "# [meeting.oc-5]" in done.out
    assert "no meeting oc-5" in done.err
    refused = jcm("draft", statement, "--meeting", "no such one", "--ledger", ledger_file)
    assert refused.code == 3


def test_the_day_may_be_typed(jcm: Jcm, ledger_file: Path, statement: Path) -> None:
    """It goes before what the file and the meeting say."""
    done = jcm(
        "draft", statement, "--published", "2021-04-01", "--ledger", ledger_file, "--format", "json"
    )
    assert json.loads(done.out)["statement"]["day"] == "2021-04-01"
    text = jcm("draft", statement, "--published", "2021-04-01", "--ledger", ledger_file)
    assert "Statement of 2021-04-01." in text.out
    assert jcm("draft", statement, "--published", "1 April").code == 3


@pytest.mark.parametrize("suffix", ["toml", "html", "json"])
def test_a_file_has_the_format_of_its_suffix_and_none_is_replaced(
    jcm: Jcm, ledger_file: Path, statement: Path, tmp_path: Path, suffix: str
) -> None:
    """A draft that somebody is reviewing is not written over without --force."""
    target = tmp_path / f"draft.{suffix}"
    arguments = ("draft", statement, "-o", target, "--ledger", ledger_file)
    done = jcm(*arguments)
    assert (done.code, done.out) == (0, f"Wrote {target}.\n")
    assert "Next:" in done.err
    first = target.read_bytes()
    target.write_bytes(b"mine")
    assert jcm(*arguments).code == 3
    assert target.read_bytes() == b"mine"
    assert jcm(*arguments, "--force").code == 0
    assert target.read_bytes() == first


def test_standard_input_is_read(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch, statement: Path
) -> None:
    """What was copied can be pasted into it."""
    with statement.open() as file:
        monkeypatch.setattr("sys.stdin", file)
        done = jcm("draft", "-", "--ledger", ledger_file)
    assert len(tomllib.loads(done.out)["commitment"]) == 1


def test_every_format_of_a_statement_says_the_same(
    jcm: Jcm, ledger_file: Path, tmp_path: Path, statement: Path
) -> None:
    """Text, page, Word and PDF of one statement propose the same tables."""
    lines = [line for line in STATEMENT.splitlines() if line]
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / "s.docx"))
    (tmp_path / "s.html").write_text("".join(f"<p>{line}</p>" for line in lines), encoding="utf-8")
    page = [Put(50, 700 - 30 * number, line) for number, line in enumerate(lines)]
    (tmp_path / "s.pdf").write_bytes(pdf(page))
    drafts = [
        tomllib.loads(jcm("draft", tmp_path / name, "--ledger", ledger_file).out)
        for name in (statement.name, "s.docx", "s.html", "s.pdf")
    ]
    assert drafts[1:] == drafts[:1] * 3
    assert drafts[0]["commitment"]


def test_what_cannot_be_read_is_told(jcm: Jcm, ledger_file: Path, tmp_path: Path) -> None:
    """A sentence and what to do next; nothing is written."""
    done = jcm("draft", tmp_path / "none.docx", "--ledger", ledger_file)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"jcm: {tmp_path / 'none.docx'}: no statement can be read from it")


def test_help_says_that_it_may_miss(jcm: Jcm) -> None:
    """Nobody takes a draft for a reading."""
    text = " ".join(jcm("draft", "--help").out.split())
    assert "may miss commitments, and read others wrongly" in text

"""jcm mark."""

import json
import os
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.commands import clock


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the shipped ledger to write to, on a day in 2026."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "commitments.toml"
    path.write_bytes(SHIPPED.read_bytes())
    return path


def test_mark_adds_one_entry_and_keeps_every_byte(jcm: Jcm, copy: Path) -> None:
    """The new file starts with the old one; show has the entry; check finds nothing."""
    result = jcm(
        "mark", "matching", "in-progress", "--by", "meti", "--on", "2026-11-20",
        "--note", "Call [para 4] opened.", "--evidence", "https://example.org/call",
    )  # fmt: skip
    assert (result.out, result.code) == ("matching-events: nothing on file → in progress\n", 0)
    assert copy.read_bytes().startswith(SHIPPED.read_bytes())
    shown = json.loads(jcm("show", "matching", "--format", "json").out)["commitment"]
    assert shown["journal"] == [
        {
            "commitment": "matching-events",
            "date": "2026-11-20",
            "by": "METI",
            "on_behalf_of": None,
            "status": "in-progress",
            "happened": None,
            "deadline": None,
            "owners": None,
            "note": "Call [para 4] opened.",
            "note_ja": None,
            "evidence": ["https://example.org/call"],
            "sources": [{"title": None, "address": "https://example.org/call"}],
            "commission": None,
        }
    ]
    assert shown["by_side"] == {"UK": None, "Japan": "in-progress"}
    assert jcm("check", "--strict").code == 0


def test_a_moved_deadline_shows_its_slip_everywhere(
    jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The original stays; list, show and report say how far it moved."""
    result = jcm(
        "mark", "next-meeting", "--by", "committee", "--deadline", "2026-H2", "--note", "Moved."
    )
    assert result.out == "next-meeting: deadline 2025 → 2026-H2 (+365 days)\n"
    assert copy.read_text(encoding="utf-8").endswith('note       = "Moved."\n')
    monkeypatch.setenv("COLUMNS", "200")
    moved = "2026-H2 (was 2025, +365 days)"
    assert moved in jcm("list", "--format", "table").out
    assert "moved from 2025: +365 days" in jcm("show", "next-meeting").out
    assert moved in jcm("report", "--format", "terminal").out
    assert moved in jcm("report", "--format", "markdown").out.replace("\\", "")


def test_a_backdated_report_does_not_change_the_status_of_today(jcm: Jcm, copy: Path) -> None:
    """What was reported later rules, and the answer says both."""
    assert copy.exists()
    result = jcm("mark", "semi", "stalled", "--by", "DSIT", "--on", "2024-03-01")
    assert result.out == (
        "semiconductor-talks: in progress → stalled as of 2024-03-01; "
        "today in progress, reported on 2025-01-22\n"
    )


def test_a_report_that_does_not_decide_says_what_stands(jcm: Jcm, copy: Path) -> None:
    """One side calls it done, and the other's open word holds."""
    assert copy.exists()
    done = jcm("mark", "semi", "completed", "--by", "DSIT", "--on", "2026-11-20", "--note", "Done.")
    assert done.out == (
        "semiconductor-talks: completed for UK; status stays in progress: Japan reported it so, "
        "to confirm\n"
    )


def test_a_note_alone_is_an_entry(jcm: Jcm, copy: Path) -> None:
    """A note needs no reporter and changes no status."""
    result = jcm("mark", "space", "--note", "Asked both agencies.")
    assert result.out == "space-information-sharing: noted; status stays nothing on file\n"
    assert 'by         = "' not in copy.read_text(encoding="utf-8").rpartition("[[progress]]")[2]


def test_the_reporter_may_come_from_the_environment(
    jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk sets JCM_BY once."""
    monkeypatch.setenv("JCM_BY", "uksa")
    assert jcm("mark", "space", "stalled").code == 0
    assert 'by         = "UKSA"' in copy.read_text(encoding="utf-8")


def test_a_dry_run_shows_the_entry_and_writes_nothing(jcm: Jcm, copy: Path) -> None:
    """What would be added can be read before it is."""
    result = jcm("mark", "space", "stalled", "--by", "JAXA", "--dry-run")
    assert 'status     = "stalled"' in result.out
    assert "Nothing was written" in result.out
    assert copy.read_bytes() == SHIPPED.read_bytes()


def test_evidence_files_are_kept_relative_to_the_ledger(
    jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed from where one stands, found from where the ledger stands."""
    desk = copy.parent / "desk"
    desk.mkdir()
    (desk / "minute.txt").touch()
    monkeypatch.chdir(desk)
    result = jcm("mark", "space", "stalled", "--by", "JAXA", "--evidence", "minute.txt")
    assert result.code == 0, result.err
    assert 'evidence   = ["desk/minute.txt"]' in copy.read_text(encoding="utf-8")
    assert jcm("check", "--strict").code == 0


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["nonsense", "stalled", "--by", "JST"], 'unknown commitment "nonsense"', "known:"),
        (["matching-evnts", "stalled"], 'unknown commitment "matching-evnts"', "did you mean matching-events?"),
        (["s", "stalled"], "is the beginning of 2 ids", "semiconductor-talks"),
        (["semi", "moving", "--by", "METI"], 'unknown status "moving"', "completed"),
        (["semi", "closed", "--by", "METI"], '"closed" is not clear as a status', "not-pursued"),
        (["semi", "終了", "--by", "METI"], '"終了" is not clear as a status', "not-pursued"),
        (["semi", "done", "--by", "METI", "--happened", "soon"], '"soon" is not a period', "2024-H1"),
        (["semi", "done", "--by", "METI", "--happened", "2027"], "it says what happened in 2027", "date it"),
        (["semi", "done", "--by", "DSIT", "--on-behalf-of", "committee"], 'on behalf of the "committee"', "--by committee"),
        (["semi", "done", "--by", "committee", "--on-behalf-of", "METI"], "on behalf of nobody", "leave on_behalf_of out"),
        (["semi", "done", "--by", "DSIT", "--on-behalf-of", "MITI"], 'unknown body "MITI"', "did you mean METI"),
        (["semi", "--owners", "METI", "--note", "n", "--by", "METI"], "it changes which sides own it", 'name DSIT too, if nothing changed there; only by = "committee" changes which sides own it: --by committee'),
        (["semi", "--owners", "METI,DSIT", "--by", "committee"], "no note says why", "--note"),
        (["semi", "--owners", "METI,DIST", "--by", "committee", "--note", "n"], 'unknown body "DIST"', "DSIT"),
        (["semi", "stalled", "--by", "MITI"], 'unknown body "MITI"', "did you mean METI"),
        (["semi", "stalled"], "nobody reports it", "DSIT, METI, or committee for both sides: --by BODY"),
        (["semi"], "neither status, deadline, owners nor note", "jcm mark semiconductor-talks"),
        (["semi", "--note", ""], "neither status, deadline, owners nor note", ""),
        (["semi", "--note", " \u3000"], "neither status, deadline, owners nor note", ""),
        (["semi", "--deadline", "2027", "--by", "METI"], "no note says why", "--note"),
        (["semi", "--deadline", "2027-13", "--by", "METI", "--note", "n"], '"2027-13" is not a period', "2024-H1"),
        (["semi", "--deadline", "soon", "--by", "METI", "--note", "n"], '"soon" is not a period', "2024-H1"),
        (["semi", "--note", "n", "--on", "2026-11-25"], "2026-11-25: that is in the future", "today is 2026-11-23"),
        (["semi", "--note", "n", "--on", "2023-11-06"], "2023-11-06: that is before jcm-12", "--on"),
        (["semi", "--note", "n", "--on", "yesterday"], '"yesterday" is not a date', "2024-06-30"),
        (["semi", "--note", "n", "--evidence", "nowhere.pdf"], '"nowhere.pdf" leads nowhere', "http(s)"),
        (["semi", "--note", "n", "--evidence", "javascript:alert(1)"], "leads nowhere", "ref:"),
        (["semi", "--note", "a\x1b[31mb"], "note holds control characters: U+001B", "remove them"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_refused_and_nothing_changes(
    jcm: Jcm, copy: Path, arguments: list[str], message: str, hint: str
) -> None:
    """Exit 3; bytes and time of the file stay."""
    os.utime(copy, (1_000_000_000, 1_000_000_000))
    result = jcm("mark", *arguments)
    assert (result.out, result.code) == ("", 3)
    assert message in result.err
    assert hint in result.err
    assert copy.read_bytes() == SHIPPED.read_bytes()
    assert copy.stat().st_mtime == 1_000_000_000


def test_an_unknown_option_is_a_mistake_of_syntax(jcm: Jcm, copy: Path) -> None:
    """Exit 2, as everywhere on the command line."""
    assert jcm("mark", "semi", "stalled", "--who", "METI").code == 2
    assert copy.read_bytes() == SHIPPED.read_bytes()


def test_the_same_entry_is_not_recorded_twice(jcm: Jcm, copy: Path) -> None:
    """Pressing Enter once too often is harmless."""
    assert jcm("mark", "space", "stalled", "--by", "JAXA").code == 0
    once = copy.read_bytes()
    result = jcm("mark", "space", "stalled", "--by", "JAXA")
    assert result.code == 3
    assert "on file already" in result.err
    assert copy.read_bytes() == once


def test_the_built_in_ledger_is_refused_with_the_line_to_type(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has no ledger yet learns how to get one."""
    monkeypatch.chdir(tmp_path)
    result = jcm("mark", "space", "stalled", "--by", "JAXA")
    assert result.code == 3
    assert "jcm init ." in result.err
    assert list(tmp_path.iterdir()) == []


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let the next command read this from standard input."""
    monkeypatch.setattr("sys.stdin", StringIO(text))


def test_ids_from_standard_input_are_recorded_in_one_write(
    jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`list --format ids` feeds `mark -`: an entry each, blank lines and repetitions left out."""
    overdue = jcm("list", "--overdue", "--format", "ids", "--as-of", "2026-11-23").out
    stdin(monkeypatch, f"\n{overdue}  {overdue}")
    result = jcm("mark", "-", "stalled", "--by", "committee", "--note", "No date.")
    assert (result.code, result.out.splitlines()) == (
        0,
        [
            "semiconductor-talks: in progress → stalled",
            "next-meeting: nothing on file → stalled",
        ],
    )
    assert copy.read_bytes().startswith(SHIPPED.read_bytes())
    assert copy.read_text(encoding="utf-8").count('note       = "No date."') == 2


@pytest.mark.parametrize("wrong", ["nonsense", "semi", "SPACE"])
def test_one_wrong_id_on_standard_input_stops_all(
    jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    """All or nothing; what a program writes is no beginning of an id."""
    stdin(monkeypatch, f"next-meeting\n{wrong}\n")
    result = jcm("mark", "-", "stalled", "--by", "committee")
    assert (result.code, f'unknown commitment "{wrong}"' in result.err) == (3, True)
    assert copy.read_bytes() == SHIPPED.read_bytes()


def test_no_ids_on_standard_input_are_no_mistake(
    jcm: Jcm, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty list from the command before leaves the ledger as it is, and says so."""
    stdin(monkeypatch, "\n")
    result = jcm("mark", "-", "stalled", "--by", "committee")
    assert (result.code, result.err) == (0, "No ids on standard input: nothing to record.\n")
    assert copy.read_bytes() == SHIPPED.read_bytes()


def test_a_report_of_tomorrow_tells_the_standing_of_tomorrow(jcm: Jcm, copy: Path) -> None:
    """Tokyo is a day ahead: what was entered there is what is answered."""
    assert copy.exists()
    result = jcm("mark", "matching", "stalled", "--by", "METI", "--on", "2026-11-24")
    assert result.out == "matching-events: nothing on file → stalled\n"


def test_words_that_people_say_are_recorded_as_the_ledger_s_own(jcm: Jcm, copy: Path) -> None:
    """The answer and the file have the six."""
    result = jcm("mark", "matching", "On Hold", "--by", "METI")
    assert result.out == "matching-events: nothing on file → stalled\n"
    assert 'status     = "stalled"' in copy.read_text(encoding="utf-8")
    assert jcm("mark", "matching", "完了", "--by", "METI", "--note", "n").out == (
        "matching-events: stalled → completed, nothing on file from UK\n"
    )


def test_one_side_s_word_does_not_close_what_the_other_calls_open(jcm: Jcm, copy: Path) -> None:
    """The answer says whose word stands."""
    assert jcm("mark", "matching", "ongoing", "--by", "DSIT", "--on", "2026-11-20").code == 0
    result = jcm("mark", "matching", "done", "--by", "METI")
    assert result.out == (
        "matching-events: completed for Japan; status stays in progress: UK reported it so, to confirm\n"
    )
    assert copy.exists()


def test_every_key_of_an_entry_can_be_typed(jcm: Jcm, copy: Path) -> None:
    """When it happened, for whom it is reported, in both languages, with a title of evidence."""
    result = jcm(
        "mark", "matching", "done", "--by", "DSIT", "--on-behalf-of", "UKRI", "--happened", "2024-06",
        "--note", "Held.", "--note-ja", "開催した。",
        "--evidence", "METI press release <https://example.org/p>",
    )  # fmt: skip
    assert result.code == 0, result.err
    added = copy.read_bytes().removeprefix(SHIPPED.read_bytes()).decode()
    assert added == (
        "\n[[progress]]\n"
        'commitment   = "matching-events"\n'
        "date         = 2026-11-23\n"
        'by           = "DSIT"\n'
        'on_behalf_of = "UKRI"\n'
        'status       = "completed"\n'
        'happened     = "2024-06"\n'
        'note         = "Held."\n'
        'evidence     = ["METI press release <https://example.org/p>"]\n'
        'note_ja      = "開催した。"\n'
    )


def test_owners_are_the_whole_new_list(jcm: Jcm, copy: Path) -> None:
    """With commas or repeated, by id or name, a side too; the answer has both lists."""
    result = jcm(
        "mark", "semi", "--by", "committee", "--note", "New ministry.",
        "--owners", "UKRI, Japan", "--owners", "DSIT",
    )  # fmt: skip
    assert result.out == "semiconductor-talks: owners DSIT, METI → UKRI, Japan, DSIT\n"
    assert 'owners     = ["UKRI", "Japan", "DSIT"]' in copy.read_text(encoding="utf-8")
    listed = jcm("list", "--owner", "UKRI", "--format", "ids").out.splitlines()
    assert "semiconductor-talks" in listed

"""jcm show and jcm log."""

import json
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED


def test_show_tells_everything_about_one(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wording, source, owners with full and Japanese names, deadline, sides, journal, evidence."""
    monkeypatch.setenv("COLUMNS", "120")
    out = jcm("--ledger", SHIPPED, "show", "semi", "--as-of", "2026-11-23").out
    for expected in (
        "Semiconductor partnership talks",
        "12th Joint Committee Meeting, London, 7 November 2023 (jcm-12)",
        "paragraph 6",
        "https://www.gov.uk/government/publications/uk-and-japan-12th-joint-committee",
        "intended: they confirmed an intention",
        "DSIT: Department for Science, Innovation and Technology, 科学・イノベーション・技術省 (UK)",
        "2024-H1: 2024-01-01 to 2024-06-30",
        "the statement says “in the first half of 2024”",
        "overdue by 2 years 4 months",
        "2025-01-22  METI: in progress",
        "https://www.meti.go.jp/english/press/2025/0122_002.html",
    ):
        assert expected in out
    facts = dict(line.split("  ", 1) for line in out.splitlines() if line.startswith("Status, "))
    assert {name: value.strip() for name, value in facts.items()} == {
        "Status, UK": "nothing on file",
        "Status, Japan": "in progress",
    }


def test_show_and_dossiers_have_the_japanese_beside_the_english(
    jcm: Jcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Title, summary and notes, marked as Japanese where a page can."""
    monkeypatch.setenv("COLUMNS", "200")
    lines = jcm("--ledger", SHIPPED, "show", "semi").out.splitlines()
    assert lines[:2] == ["Semiconductor partnership talks", "半導体パートナーシップに関する協議"]
    assert "半導体パートナーシップを実際の協力につなげるための協議を行う。" in lines
    assert any("産学官ワークショップ" in line for line in lines)
    page = jcm("--ledger", SHIPPED, "report", "--format", "html").out
    assert '<dt>Title in Japanese</dt><dd lang="ja">半導体パートナーシップに関する協議</dd>' in page


def test_show_of_an_undated_one_gives_age_and_review(jcm: Jcm) -> None:
    """No false date is shown where the statement gives none."""
    out = jcm("--ledger", SHIPPED, "show", "matching", "--as-of", "2026-11-23").out
    assert "none: the statement says “at an early date”" in out
    assert "due after 2025-12-31" in out
    assert "1,112 days since the meeting" in out
    assert "Nothing on file as of 2026-11-23." in out


def test_inferred_owners_are_called_so(jcm: Jcm) -> None:
    """Our reading of the statement is never passed off as its words."""
    out = jcm("--ledger", SHIPPED, "show", "next-meeting", "--as-of", "2026-11-23").out
    assert "inferred: the statement names no body" in out


def test_show_as_json_holds_the_whole_journal(jcm: Jcm, ledger_file: Path) -> None:
    """Programs get the list's record, the statement, the bodies and every entry."""
    result = jcm(
        "show", "krill", "--format", "json", "--ledger", ledger_file, "--as-of", "2022-01-01"
    )
    shown = json.loads(result.out)["commitment"]
    assert [entry["status"] for entry in shown["journal"]] == ["in-progress", "stalled"]
    assert shown["statement"]["url"] == "https://example.org/oc-3"
    assert [body["name"] for body in shown["bodies"]] == [
        "Institute of Marine Research",
        "Undersecretariat for Fisheries",
    ]
    assert shown["timing"] == "not-due"


def test_show_before_the_meeting_is_refused(jcm: Jcm) -> None:
    """There was no commitment to show on that day."""
    result = jcm("--ledger", SHIPPED, "show", "semi", "--as-of", "2023-01-01")
    assert result.code == 3
    assert "made at jcm-12, after 2023-01-01" in result.err


def test_log_is_newest_first(jcm: Jcm) -> None:
    """The journal across commitments, the latest entry on top."""
    lines = jcm("--ledger", SHIPPED, "log", "--as-of", "2026-11-23").out.splitlines()
    dates = [line.split("\t")[0] for line in lines[1:]]
    assert dates == sorted(dates, reverse=True)
    assert (len(dates), dates[0]) == (11, "2026-02-03")


@pytest.mark.parametrize(
    ("arguments", "dates"),
    [
        (["semi"], ["2025-01-22", "2024-01-16"]),
        (["--by", "meti", "--by", "CAO"], ["2025-11-06", "2025-01-22", "2024-01-16"]),
        (["--status", "none"], ["2026-02-03", "2025-04-24", "2024-01-31"]),
        (["--since", "2025-11-06"], ["2026-02-03", "2025-11-06"]),
        (["--since", "jcm-12", "--as-of", "2024-01-16"], ["2024-01-16", "2024-01-15"]),
    ],
)
def test_log_filters(jcm: Jcm, arguments: list[str], dates: list[str]) -> None:
    """By commitment, body, status and window, both ends inclusive."""
    document = json.loads(
        jcm("--ledger", SHIPPED, "log", "--format", "json", "--as-of", "2026-11-23", *arguments).out
    )
    assert [entry["date"] for entry in document["entries"]] == dates


def test_log_without_an_entry_says_so(jcm: Jcm) -> None:
    """Silence would look like a fault."""
    result = jcm("--ledger", SHIPPED, "log", "space", "--as-of", "2026-11-23")
    assert "No entries" in result.err
    assert result.code == 0


@pytest.mark.parametrize("command", ["show", "log"])
def test_markup_in_a_note_is_printed_as_written(jcm: Jcm, ledger_file: Path, command: str) -> None:
    """Text from a ledger is data: brackets survive, escape sequences are shown."""
    text = ledger_file.read_text(encoding="utf-8")
    note = "[para 4] [/b] [red]x[/red] :smile: \\u001b[31m \\u202Eabc"
    ledger_file.write_text(text.replace("Ship booked [para 4].", note), encoding="utf-8")
    form = () if command == "show" else ("--format", "table")
    out = jcm("--ledger", ledger_file, command, "krill", *form, "--as-of", "2022-01-01").out
    assert "[para 4] [/b] [red]x[/red] :smile: \\x1b[31m \\u202eabc" in out
    assert "\x1b" not in out


def test_a_side_that_owns_is_named_once(jcm: Jcm, ledger_file: Path) -> None:
    """No side stands in brackets beside itself; a theme has its title however it is spelled."""
    with ledger_file.open("a", encoding="utf-8") as file:
        file.write(
            '\n[theme.ice]\ntitle = "Sea ice"\n\n[commitment.ours]\ntitle = "T"\n'
            'meeting = "oc-3"\nowners = ["Norway", "SUB"]\ntheme = "Ice"\n'
        )
    lines = [line.strip() for line in jcm("--ledger", ledger_file, "show", "ours").out.splitlines()]
    assert "Owners          Norway" in lines
    assert "Theme           Sea ice (Ice)" in lines

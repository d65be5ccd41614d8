"""jcm timeline."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED


@pytest.fixture
def shipped(jcm: Jcm) -> Jcm:
    """Run `jcm timeline` on the shipped ledger as of 2026-11-23, unless another day is given."""

    def run(*arguments: object) -> object:
        as_of = () if "--as-of" in arguments else ("--as-of", "2026-11-23")
        return jcm("--ledger", SHIPPED, "timeline", *arguments, *as_of)

    return run  # type: ignore[return-value]


def test_the_chart_of_the_shipped_ledger(shipped: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two deadlines passed, one commitment is undated though it could end, the rest go on."""
    monkeypatch.setenv("COLUMNS", "140")
    out = shipped("--format", "chart").out
    bars = [line for line in out.splitlines() if "├" in line and "━ deadline" not in line]
    assert len(bars) == 11
    assert sum("◆╌" in bar for bar in bars) == 2
    assert [bar.split()[0] for bar in bars if "├·" in bar] == [
        "matching-events",
        "priority-technologies",
    ]
    assert sum("→" in bar for bar in bars) == 7
    assert "\n11 commitments: 2 overdue, 9 review due.\n" in out
    assert out.endswith(f"Ledger: {SHIPPED}, as of 2026-11-23.\n")


def test_into_a_pipe_go_the_days(shipped: Jcm) -> None:
    """What the chart draws is there to be drawn by something else."""
    rows = list(csv.DictReader(StringIO(shipped().out), delimiter="\t"))
    assert rows[0] == {
        "id": "semiconductor-talks",
        "title": "Semiconductor partnership talks",
        "timing": "overdue",
        "status": "in-progress",
        "end": "dated",
        "made": "2023-11-07",
        "first": "2024-01-01",
        "last": "2024-06-30",
        "original_first": "",
        "original_last": "",
        "closed": "",
        "entries": "2024-01-16 2025-01-22",
    }
    text = shipped("--format", "csv").out
    assert list(csv.DictReader(StringIO(text, newline=""))) == rows
    assert {row["end"] for row in rows} == {"dated", "undated", "continuing"}


def test_json_agrees_with_the_list(jcm: Jcm, ledger_file: Path) -> None:
    """A moved deadline, the first one and every entry are what `list` and `log` say."""
    day = ("--as-of", "2023-07-01", "--format", "json")
    document = json.loads(jcm("--ledger", ledger_file, "timeline", *day).out)
    listed = json.loads(jcm("--ledger", ledger_file, "list", *day).out)["commitments"]
    assert [bar["id"] for bar in document["bars"]] == [each["id"] for each in listed]
    for bar, each in zip(document["bars"], listed, strict=True):
        assert (bar["timing"], bar["status"]) == (each["timing"], each["status"])
        assert (bar["due"] or {}).get("last") == (each["deadline"] or {}).get("last")
        assert bar["entries"][-1:] == [each["last_progress"]][: len(bar["entries"])]
    survey = next(bar for bar in document["bars"] if bar["id"] == "krill-survey")
    assert survey["original"] == {"period": "2022-Q1", "first": "2022-01-01", "last": "2022-03-31"}
    assert document["first"] <= survey["made"] <= document["last"]


def test_filters_narrow_it(shipped: Jcm) -> None:
    """The filters are those of the list, and an empty chart says which left nothing."""
    rows = shipped("--owner", "METI").out.splitlines()
    assert len(rows) == 3
    empty = shipped("--timing", "met", "--format", "chart")
    assert (empty.out, empty.code) == (f"Ledger: {SHIPPED}, as of 2026-11-23.\n", 0)
    assert "--timing met leaves none of all 11" in empty.err


def test_before_the_meeting_nothing_is_drawn(shipped: Jcm) -> None:
    """As of a day before it, its commitments are hidden and counted."""
    result = shipped("--as-of", "2023-11-06")
    assert len(result.out.splitlines()) == 1
    assert "11 commitments of later meetings not shown" in result.err


def test_a_hostile_id_is_shown_and_not_obeyed(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escapes and overrides in an id neither steer the terminal nor move a bar."""
    path = tmp_path / "l.toml"
    path.write_text(
        '[committee]\nname = "C"\nsides = ["X"]\n[meeting.m]\nheld = 2024-01-01\n'
        '[organisation.B]\nname = "Body"\nside = "X"\n'
        '[commitment."\\u001b[2J\\u202e[red]"]\ntitle = "T"\nmeeting = "m"\nowners = ["B"]\n'
        '[commitment."会合を開く"]\ntitle = "T"\nmeeting = "m"\nowners = ["B"]\n',
        encoding="utf-8",
    )
    for width in ("60", "140"):
        monkeypatch.setenv("COLUMNS", width)
        out = jcm("--ledger", path, "timeline", "--format", "chart", "--as-of", "2025-01-01").out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "\\x1b[2J\\u202e[red]" in out
        assert "会合を開く" in out

"""Commitments whose sides report different statuses, with both reports beside each other."""

from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND

JOINT = """
[[progress]]
commitment = "krill-survey"
date = 2022-01-01
by = "committee"
status = "completed"
evidence = ["ref: minute"]
"""


def test_list_tells_both_reports_beside_each_other(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal of any width, each side has a column; other formats list the same rows."""
    assert jcm("--ledger", ledger_file, "list", "--sides-differ", "--format", "ids").out == (
        "krill-survey\n"
    )
    for width in ("60", "140"):
        monkeypatch.setenv("COLUMNS", width)
        page = jcm("--ledger", ledger_file, "list", "--sides-differ", "--format", "table").out
        lines = [line.split() for line in page.splitlines()]
        assert lines[0] == ["Commitment", "Norway", "Chile"]
        assert lines[2] == ["krill-survey", "in", "progress", "stalled"]
        assert "HAV, 2021-09-01" in page
        assert "1 of 3 commitments" in page


def test_a_joint_entry_speaks_for_both_sides(jcm: Jcm, ledger_file: Path) -> None:
    """After it they agree, whatever each said before; as of an earlier day they still differ."""
    ledger_file.write_text(SECOND + JOINT, encoding="utf-8")
    listed = ("--ledger", ledger_file, "list", "--sides-differ", "--format", "ids")
    assert jcm(*listed).out == ""
    assert "--sides-differ leaves none of all 3" in jcm(*listed).err
    assert jcm(*listed, "--as-of", "2021-12-31").out == "krill-survey\n"


def test_show_and_report_have_both_reports(jcm: Jcm, ledger_file: Path) -> None:
    """And say nothing of it where the sides agree."""
    shown = jcm("--ledger", ledger_file, "show", "krill-survey").out
    assert shown.index("The sides differ") < shown.index("HAV, 2021-09-01") < shown.index("Journal")
    assert "The sides differ" not in jcm("--ledger", ledger_file, "show", "data-exchange").out
    for form in ("terminal", "markdown"):
        report = ("--ledger", ledger_file, "report", "--format", form)
        assert "Where the sides differ" in jcm(*report).out
        assert "Where the sides differ" not in jcm(*report, "--owner", "MFA").out
    row = (
        "| Joint krill survey | in progress; HAV, 2021-09-01; Ship booked \\[para 4\\]. | stalled;"
    )
    assert row in jcm("--ledger", ledger_file, "report", "--sides-differ").out

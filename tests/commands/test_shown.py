"""What people see of hand-overs, successors, parts, superseding, each side's word and sources."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import html5lib
import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from conftest import Jcm

LEDGER = """\
[committee]
name = "Test Committee"
sides = ["UK", "Japan"]

[meeting.m1]
title = "First"
held = 2022-11-07

[meeting.m2]
title = "Second"
held = 2024-05-01

[theme.space]
title = "Outer space"

[field.priority]
title = "How urgent"

[organisation.BEIS]
name = "Old department"
side = "UK"

[organisation.DSIT]
name = "New department"
side = "UK"
succeeds = "BEIS"
since = 2023-02-07

[organisation.METI]
name = "Ministry"
side = "Japan"

[organisation.AIST]
name = "Institute"
side = "Japan"

[organisation.Firm]
name = "A firm"

[commitment.whole]
title = "The whole"
meeting = "m1"
owners = ["BEIS", "METI"]
paragraph = "113.6"
theme = "space"
priority = "high"
report_every = "6m"

[commitment.part-10]
title = "Ten"
meeting = "m1"
owners = ["committee"]
part_of = "whole"
paragraph = "10(a)"

[commitment.other]
title = "Told by one"
meeting = "m1"
owners = ["BEIS", "METI", "Firm"]
deadline = "2024-H1"

[commitment.part-2]
title = "Two"
meeting = "m1"
owners = ["METI", "BEIS"]
part_of = "whole"
paragraph = "2(b)"
deadline = "FY2023-Q4"

[commitment.new]
title = "The new one"
meeting = "m2"
owners = ["METI"]
supersedes = ["old"]

[commitment.old]
title = "The old one"
meeting = "m1"
paragraph = "Annex B, 3"
owners = ["METI"]

[commitment.given]
title = "Given away"
meeting = "m1"
owners = ["METI"]

[[progress]]
commitment = "other"
date = 2024-07-01
by = "DSIT"
on_behalf_of = "METI"
status = "completed"
happened = "2024-05"
note = "Opened."
evidence = ["Press [release] <https://example.org/a>", "Minutes <ref: 7>", "ref: x"]

[[progress]]
commitment = "part-2"
date = 2024-07-01
by = "METI"
status = "completed"
evidence = ["ref: y"]

[[progress]]
commitment = "part-2"
date = 2024-07-02
by = "DSIT"
status = "in-progress"
deadline = "FY2024-Q3"
note = "Not yet."

[[progress]]
commitment = "given"
date = 2024-07-02
by = "METI"
owners = ["AIST"]
note = "Reorganised."
"""

Run = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the ledger as a file."""
    file = tmp_path / "l.toml"
    file.write_text(LEDGER, encoding="utf-8")
    return file


@pytest.fixture
def run(jcm: Jcm, path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what a command prints of it as of 2024-08-01, 160 columns wide."""
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments: object) -> str:
        done = jcm("--ledger", path, *arguments, "--as-of", "2024-08-01")
        assert done.code == 0, done.err
        return done.out

    return run


def facts(page: str) -> list[str]:
    """Return the lines of a page with one blank for many."""
    return [" ".join(line.split()) for line in page.splitlines()]


def written(jcm: Jcm, path: Path, command: str, suffix: str) -> bytes:
    """Return what a command writes to a file of a suffix."""
    file = path.with_suffix(suffix)
    done = jcm("--ledger", path, command, "--as-of", "2024-08-01", "-o", file)
    assert done.code == 0, done.err
    return file.read_bytes()


def test_show_tells_a_whole_with_its_parts_as_people_count(run: Run) -> None:
    """Paragraph 2(b) before 10(a); the successor with whom it stands in for and since when."""
    lines = facts(run("show", "whole"))
    assert "Statement paragraph 113.6" in lines
    parts = lines.index("Parts part-2: Two")
    assert lines[parts + 1] == "part-10: Ten"
    assert "DSIT, in the place of BEIS since 2023-02-07" in lines
    assert "the statement names BEIS, METI" in lines
    assert "Theme Outer space (space)" in lines
    assert "How urgent high" in lines
    assert "Review due after 2023-05-07, every 6 months" in lines
    assert any(line.startswith("Timing review due since 2023-05-07 (") for line in lines)
    assert "Part of whole: The whole" in facts(run("show", "part-2"))
    assert not any("statement names" in line for line in facts(run("show", "part-10")))


def test_show_tells_what_superseded_what(run: Run) -> None:
    """Each of the two names the other, and the day; a reference that is a text stands as it is."""
    assert "Supersedes old: The old one, since 2024-05-01" in facts(run("show", "new"))
    old = facts(run("show", "old"))
    assert "Superseded by new, since 2024-05-01" in old
    assert "Statement Annex B, 3" in old


def test_show_tells_whose_word_it_is(run: Run) -> None:
    """Who is spoken for and who reports, when it happened, and what a source is called."""
    lines = facts(run("show", "other"))
    assert "Status completed, says Japan; nothing on file from UK" in lines
    assert "Done 2024-05" in lines
    assert "Firm: A firm (outside the committee)" in lines
    entry = lines.index("2024-07-01 METI, as reported by DSIT: completed, happened in 2024-05")
    assert lines[entry + 1 :][:6] == [
        "Opened.", "Press [release]", "https://example.org/a", "Minutes", "ref: 7", "ref: x",
    ]  # fmt: skip


def test_a_hand_over_is_told(run: Run, jcm: Jcm, path: Path) -> None:
    """In the journal, on the page of the commitment, and in what changed."""
    assert "METI: handed over to AIST" in run("log", "given", "--format", "table")
    lines = facts(run("show", "given"))
    assert "handed over on 2024-07-02" in lines
    assert "the statement names METI" in lines
    diff = ("--ledger", path, "diff", "--from", "2024-01-01", "--to", "2024-08-01", "--format")
    assert "- Owners: METI → AIST (METI, 2024-07-02)" in jcm(*diff, "markdown").out
    assert "- Status: nothing on file → superseded (new, since 2024-05-01)" in (
        jcm(*diff, "markdown").out
    )
    progress = json.loads(jcm(*diff, "json").out)["progress"]
    (given,) = [each for each in progress if each["commitment"] == "given"]
    assert given["owners"] == {"before": ["METI"], "after": ["AIST"]}


def test_a_part_stands_below_its_whole(run: Run) -> None:
    """In a list by deadline, where the first of them would stand, and in the annex."""
    ids = run("list", "--format", "ids").split()
    at = ids.index("whole")
    assert ids[at + 1 : at + 3] == ["part-2", "part-10"]
    assert "└ part-2" in run("list", "--format", "table")
    annex = run("report", "--format", "markdown").partition("## Annex")[2]
    assert annex.index("### The whole") < annex.index("### Ten") < annex.index("### Two")
    assert annex.index("### Two") < annex.index("### Told by one")


def test_what_is_to_be_confirmed_is_a_figure_a_reason_and_a_section(run: Run) -> None:
    """Each side's word beside the other's, and once: not where the sides differ otherwise."""
    report = run("report", "--format", "markdown")
    assert "| To confirm | 1 |" in report
    assert "1 completed, 1 on one side's word." in report
    act = "| Two | FY2024-Q3 (October to December 2024) | to be confirmed: "
    assert f"{act}UK in progress, Japan completed |" in report
    section = report.partition("## What is to be confirmed")[2].partition("\n## ")[0]
    assert "| Two | in progress; DSIT, 2024-07-02; Not yet. | completed; METI, 2024-07-01 |" in (
        section
    )
    assert "Where the sides differ" not in report
    summary = "1 completed, 1 on one side's word. 1 to confirm."
    assert summary in run("list", "--format", "table")


def test_a_fiscal_year_is_explained_to_people_and_kept_in_data(run: Run) -> None:
    """The spelling of the ledger in data, the months beside it elsewhere."""
    assert "deadline moved to FY2024-Q3 (October to December 2024)" in run("show", "part-2")
    shown = json.loads(run("show", "part-2", "--format", "json"))["commitment"]
    assert shown["deadline"]["period"] == "FY2024-Q3"


def test_json_has_what_is_derived_and_what_is_stated(run: Run) -> None:
    """Owners as people see them beside those of the statement; done, closed, superseded."""
    found = {
        each["id"]: each for each in json.loads(run("list", "--format", "json"))["commitments"]
    }
    assert (found["other"]["owners"], found["other"]["stated_owners"]) == (
        ["DSIT", "METI", "Firm"],
        ["BEIS", "METI", "Firm"],
    )
    assert found["other"]["silent_sides"] == ["UK"]
    assert found["other"]["done"]["period"] == "2024-05"
    assert found["other"]["last_progress"]["sources"] == [
        {"title": "Press [release]", "address": "https://example.org/a"},
        {"title": "Minutes", "address": "ref: 7"},
        {"title": None, "address": "ref: x"},
    ]
    assert (found["old"]["superseded_by"], found["old"]["closed_on"]) == ("new", "2024-05-01")
    assert (found["part-2"]["to_confirm"], found["given"]["handed_over"]) == (True, True)
    assert found["whole"]["fields"] == {"priority": "high"}
    shown = json.loads(run("show", "whole", "--format", "json"))["commitment"]
    assert shown["parts"] == ["part-2", "part-10"]


def test_a_title_of_evidence_is_the_link(run: Run, jcm: Jcm, path: Path) -> None:
    """On pages, in Markdown, Word and Excel; what is no web address stands after its title."""
    page = html5lib.parse(written(jcm, path, "report", ".html"), namespaceHTMLElements=False)
    links = {"".join(a.itertext()): a.get("href") for a in page.iter("a")}
    assert links["Press [release] at example.org"] == "https://example.org/a"
    markdown = MarkdownIt().render(run("report", "--format", "markdown"))
    assert '<a href="https://example.org/a">Press [release]</a>, Minutes (ref: 7)' in markdown
    word = docx.Document(BytesIO(written(jcm, path, "report", ".docx")))
    named = [link for each in word.paragraphs for link in each.hyperlinks]
    assert ("Press [release]", "https://example.org/a") in [(e.text, e.address) for e in named]
    sheet = load_workbook(BytesIO(written(jcm, path, "export", ".xlsx")))["Progress"]
    cells = [
        (cell.value, cell.hyperlink.target)
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert cells == [("Press [release]", "https://example.org/a")]


def test_a_theme_goes_by_its_title(run: Run) -> None:
    """Wherever a theme is shown to people; data have its id."""
    assert "### Outer space" in run("report", "--format", "markdown")
    assert "Outer space (1)" in run("list", "--group", "theme", "--format", "table")
    assert "space" in run("list", "--format", "tsv").split("\t")


def test_entries_dated_later_are_counted_everywhere(jcm: Jcm, path: Path) -> None:
    """Under lists, pages and reports, and in a calendar."""
    for command in (
        ["list", "--format", "table"], ["show", "other"], ["log", "--format", "table"],
        ["bodies", "--format", "table"], ["timeline", "--format", "chart"], ["report", "--format", "markdown"],
        ["export", "--format", "ics"],
    ):  # fmt: skip
        done = jcm("--ledger", path, *command, "--as-of", "2024-06-01")
        shown = " ".join((done.out + done.err).replace("\r\n ", "").split())
        assert "dated later not shown" in shown, command

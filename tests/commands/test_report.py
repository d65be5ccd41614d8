"""jcm report."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from conftest import Jcm
from examples import SHIPPED

GOLDEN = Path(__file__).parent.parent / "golden" / "report.md"


def headings(text: str, tag: str = "h2") -> list[str]:
    """Return the headings of a Markdown text."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [
        follows.content
        for token, follows in pairwise(tokens)
        if token.type == "heading_open" and token.tag == tag
    ]


def cells(text: str) -> list[list[str]]:
    """Return the rows of every table of a Markdown text, as a reader sees them."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level >= 3:
            rows[-1].append("".join(child.content for child in token.children or []))
    return rows


DSIT = "DSIT (Department for Science, Innovation and Technology)"


def test_the_report_in_markdown_has_every_part(jcm: Jcm) -> None:
    """Figures, attention, themes, bodies, progress, annex, as a Markdown reader sees them."""
    text = jcm("--ledger", SHIPPED, "report", "--format", "markdown", "--as-of", "2026-11-23").out
    assert headings(text, "h1") == ["Status report as of 23 November 2026"]
    assert headings(text) == [
        "In brief",
        "Act now",
        "Ask for news",
        "Figures",
        "By deadline",
        "By side",
        "By body",
        "Progress since 12th Joint Committee Meeting (7 November 2023)",
        "Annex: every commitment",
    ]
    rows = cells(text)
    for row in (
        ["Nothing on file", "7"],
        ["Overdue", "2"],
        ["Review due", "9"],
        ["Japan", "METI: Ministry of Economy, Trade and Industry", "2", "1", "2025-01-22"],
        ["", "UK", "Japan"],
        ["In progress", "2", "3"],
        ["UK", "UKSA: UK Space Agency", "1", "0", "never"],
    ):
        assert row in rows
    assert [row for row in rows if "0" in row[1:] and len(row) < 4] == [["Completed", "0"]]
    act = rows.index(["Commitment", "Deadline", "Why", "Owners", "Last on file"])
    assert [row[:4] for row in rows[act + 1 : act + 3]] == [
        [
            "Semiconductor partnership talks",
            "first half of 2024 (January to June)",
            "overdue by 2 years 4 months",
            f"{DSIT}, METI (Ministry of Economy, Trade and Industry)",
        ],
        [
            "Hold the 13th meeting in Japan",
            "2025",
            "overdue by 10 months",
            "MOFA (Ministry of Foreign Affairs), CAO (Cabinet Office), DSIT (inferred)",
        ],
    ]
    assert len(headings(text, "h3")) == 11


def test_the_report_is_the_one_on_record(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped ledger's report changes only when somebody means it to."""
    monkeypatch.chdir(SHIPPED.parent)
    text = jcm("report", "--format", "markdown", "--as-of", "2026-11-23").out
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_a_file_gets_the_format_of_its_suffix(jcm: Jcm, tmp_path: Path) -> None:
    """-o status.md writes Markdown, says so, and replaces nothing unasked."""
    file = tmp_path / "status.md"
    first = jcm("--ledger", SHIPPED, "report", "-o", file, "--as-of", "2024-06-30")
    assert (first.out, first.code) == (f"Wrote {file}.\n", 0)
    assert file.read_text(encoding="utf-8").startswith("# Status report as of 30 June 2024\n")
    again = jcm("--ledger", SHIPPED, "report", "-o", file, "--as-of", "2024-07-01")
    assert again.code == 3
    assert "--force" in again.err
    assert "30 June 2024" in file.read_text(encoding="utf-8")
    forced = jcm("--ledger", SHIPPED, "report", "-o", file, "--as-of", "2024-07-01", "--force")
    assert forced.code == 0
    assert "1 July 2024" in file.read_text(encoding="utf-8")


def test_a_suffix_nobody_knows_is_refused_with_those_that_are(jcm: Jcm, tmp_path: Path) -> None:
    """A report is never written in a format that was guessed."""
    result = jcm("--ledger", SHIPPED, "report", "-o", tmp_path / "status.rtf")
    assert result.code == 3
    assert ".md" in result.err
    assert list(tmp_path.iterdir()) == []


def test_since_narrows_the_progress_told(jcm: Jcm) -> None:
    """A date or a meeting starts the window."""
    arguments = ("--ledger", SHIPPED, "report", "--format", "markdown", "--as-of", "2026-11-23")
    text = jcm(*arguments, "--since", "2025-06-01").out
    assert "Progress since 1 June 2025" in headings(text)
    assert (
        "- 2025-11-06, Areas for closer work on priority technologies (priority-technologies), CAO: in"
        in text
    )
    assert "- 2025-01-22, Semiconductor" not in text


def test_the_report_on_a_terminal_says_the_same(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same parts and figures, fitted to the width."""
    monkeypatch.setenv("COLUMNS", "100")
    arguments = ("--ledger", SHIPPED, "report", "--format", "terminal", "--as-of", "2026-11-23")
    out = jcm(*arguments).out
    for part in ("In brief", "Act now", "Figures", "By deadline", "By side", "By body", "Annex"):
        assert part in out
    assert re.search(r"Overdue +2\n", out)
    monkeypatch.setenv("COLUMNS", "60")
    narrow = [line for line in jcm(*arguments).out.splitlines() if "https://" not in line]
    assert max(map(len, narrow)) <= 60


def test_an_entry_reads_as_sentences(jcm: Jcm, ledger_file: Path) -> None:
    """A full stop before what follows, and none twice."""
    text = ledger_file.read_text(encoding="utf-8").replace("Ship booked [para 4].", "Ship booked")
    text = text.replace('note = "No permit yet."', 'evidence = ["ref: x"]')
    ledger_file.write_text(text, encoding="utf-8")
    report = jcm("--ledger", ledger_file, "report", "--format", "md", "--since", "2020-01-01").out
    assert (
        "- 2021-12-01, Joint krill survey (krill-survey), SUB: stalled, deadline moved to "
        in report
    )
    assert "2022-H2. Evidence: ref: x" in report
    assert "in progress. Ship booked. Evidence: <https://example.org/ship>" in report
    assert "nobody named. Asked both sides.\n" in report


@pytest.mark.parametrize("form", ["markdown", "terminal"])
def test_a_report_of_nothing_says_why_and_has_no_empty_parts(jcm: Jcm, form: str) -> None:
    """One sentence in the place of bare headings."""
    done = jcm("--ledger", SHIPPED, "report", "--format", form, "no such words")
    assert 'No commitments: "no such words" leaves none of all 11.' in done.out.replace("\\", "")
    assert "Figures" not in done.out
    assert "By body" not in done.out
    assert (done.err == "") == (form == "terminal")


def test_the_annex_names_reviews_frameworks_and_the_sides_concerned(
    jcm: Jcm, ledger_file: Path
) -> None:
    """By when to review, under what it was made, and no silence of a side with no part in it."""
    text = ledger_file.read_text(encoding="utf-8")
    text = text.replace(
        'title = "Exchange of', 'frameworks = ["Oslo accord"]\ntitle = "Exchange of'
    )
    ledger_file.write_text(text, encoding="utf-8")
    report = jcm("--ledger", ledger_file, "report", "--format", "md", "--as-of", "2022-06-01").out
    annex = report.partition("## Annex")[2]
    krill, exchange, _host = annex.split("### ")[1:]
    assert "- Under: Oslo accord\n" in exchange
    assert "- Review by: 2023-06-30\n" in exchange
    assert "Review by" not in krill
    assert "- Status, Norway: nothing on file" in exchange
    assert "Status, Chile" not in exchange


def test_hostile_text_stays_text_in_markdown(jcm: Jcm, ledger_file: Path) -> None:
    """Pipes, links, HTML and javascript: addresses in a ledger are shown, not obeyed."""
    text = ledger_file.read_text(encoding="utf-8")
    hostile = "a|b [x](javascript:alert(1)) <script>alert(2)</script> `c` **d** # e"
    text = text.replace("Joint krill survey", hostile)
    text = text.replace("https://example.org/ship", "javascript:alert(3)")
    ledger_file.write_text(text, encoding="utf-8")
    report = jcm(
        "--ledger", ledger_file, "report", "--format", "markdown", "--as-of", "2023-01-01"
    ).out
    html = MarkdownIt("commonmark").enable("table").render(report)
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert hostile in [row[0] for row in cells(report) if row]


def test_filters_narrow_a_report_and_its_title_says_so(jcm: Jcm) -> None:
    """METI's own sheet has METI's commitments, and says how many there are of how many."""
    sheet = jcm("--ledger", SHIPPED, "report", "--owner", "METI", "--format", "markdown").out
    listed = jcm("--ledger", SHIPPED, "list", "--owner", "METI", "--format", "ids").out.split()
    (title,) = headings(sheet, "h1")
    assert title.endswith(f": owner METI ({len(listed)} of 11 commitments)")
    assert len(headings(sheet.partition("## Annex")[2], "h3")) == len(listed)
    several = jcm("--ledger", SHIPPED, "report", "--owner", "METI", "--owner", "jst", "--status",
                  "none", "--open", "space-", "--format", "markdown")  # fmt: skip
    title = headings(several.out, "h1")[0].replace("\\", "")
    assert 'owner METI or JST, status nothing on file, open, "space-" (' in title
    named = jcm("--ledger", SHIPPED, "report", "--title", "For the [minister]").out
    assert headings(named, "h1") == ["For the \\[minister\\]"]


def test_a_report_begins_at_a_meeting_that_was_held(jcm: Jcm) -> None:
    """No day is made up for a meeting that has not taken place; before the first there is none."""
    refused = jcm("--ledger", SHIPPED, "report", "--since", "jcm-13", "--as-of", "2026-11-23")
    assert refused.code == 3
    assert "jcm-13 was not held by 2026-11-23: it is expected 2025" in refused.err
    early = jcm("--ledger", SHIPPED, "report", "--as-of", "2023-01-01", "--format", "markdown")
    assert "0001" not in early.out


def test_what_was_noted_without_a_status_is_not_called_nothing(jcm: Jcm, ledger_file: Path) -> None:
    """A note is on file: only a status is not."""
    text = jcm("--ledger", ledger_file, "report", "--format", "markdown").out
    (status,) = [row[5] for row in cells(text) if "data" in row[0] and len(row) > 5]
    assert status == "no status on file"

"""jcm agenda: the paper for a meeting, from the command line."""

from datetime import date
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.commands import clock

FORTY = Path(__file__).parent.parent / "ledgers" / "forty.toml"
DAY = ("--as-of", "2026-11-23")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)


def test_a_meeting_is_named_by_its_id_or_its_title(jcm: Jcm) -> None:
    """In either language."""
    names = ("jcm-13", "13th Joint Committee Meeting", "第13回日英科学技術協力合同委員会")
    papers = {jcm("--ledger", SHIPPED, "agenda", name, *DAY).out for name in names}
    assert len(papers) == 1
    assert papers.pop().startswith("# Agenda: 13th Joint Committee Meeting\n")


def test_a_meeting_that_is_not_there_is_refused(jcm: Jcm, tmp_path: Path) -> None:
    """With those that are, and nothing is written."""
    result = jcm("--ledger", SHIPPED, "agenda", "jcm-31", "-o", "agenda.md")
    assert result.code == 3
    assert "jcm-13" in result.err
    assert not [*tmp_path.iterdir()]


def test_a_meeting_has_to_be_named(jcm: Jcm) -> None:
    """There may be several that are expected."""
    result = jcm("--ledger", SHIPPED, "agenda")
    assert (result.code, "MEETING" in result.err) == (2, True)


def test_several_files_are_written_at_once_each_in_the_language_of_its_name(jcm: Jcm) -> None:
    """Word for one secretariat, Word for the other, the workbook for both."""
    files = ["agenda.docx", "agenda.ja.docx", "agenda.both.xlsx", "agenda.eml", "agenda.ja.md"]
    outputs = [word for file in files for word in ("-o", file)]
    result = jcm("--ledger", SHIPPED, "agenda", "jcm-13", *DAY, *outputs)
    assert (result.code, result.out.splitlines()) == (0, [f"Wrote {each}." for each in files])
    assert Path("agenda.ja.md").read_text(encoding="utf-8").startswith("# 第13回")
    again = jcm("--ledger", SHIPPED, "agenda", "jcm-13", *DAY, "-o", "agenda.ja.md")
    assert (again.code, "--force" in again.err) == (3, True)
    assert jcm("--ledger", SHIPPED, "agenda", "jcm-13", "-o", "agenda.ja.md", "--force").code == 0


def test_whose_paper_it_is_stands_on_it(jcm: Jcm) -> None:
    """The title of status reports in the ledger is not that of an agenda."""
    text = FORTY.read_text(encoding="utf-8")
    Path("commitments.toml").write_text(
        f'{text}\n[report]\ntitle = "Status"\ncontact = "a@example.org"\n', encoding="utf-8"
    )
    told = jcm(
        *("agenda", "jcm-14", *DAY, "--marking", "OFFICIAL", "--prepared-by", "Unit A"),
        *("--distribution", "Heads of delegation"),
    ).out
    assert told.startswith("**OFFICIAL**\n\n# Agenda: 14th Joint Committee Meeting\n")
    for line in ("Prepared by: Unit A", "Contact: a@", "Distribution: Heads of delegation"):
        assert line in told
    titled = jcm("agenda", "jcm-14", *DAY, "--title", "For the co-chairs").out
    assert titled.startswith("# For the co-chairs\n")


def test_filters_and_words_narrow_it_and_the_title_says_so(jcm: Jcm) -> None:
    """Words stand after the meeting."""
    told = jcm("--ledger", SHIPPED, "agenda", "jcm-13", "semiconductor", "--owner", "METI", *DAY)
    heading = told.out.splitlines()[0]
    assert 'owner METI, "semiconductor" (1 of 11 commitments)' in heading
    assert "1\\. Semiconductor partnership talks" in told.out
    assert "2\\. " not in told.out


def test_where_nothing_is_left_it_says_so(jcm: Jcm) -> None:
    """On the paper, and beside it where the paper is a file."""
    result = jcm("--ledger", SHIPPED, "agenda", "jcm-13", "--owner", "METI", "moon", "-o", "a.docx")
    assert result.code == 0
    assert "No commitment of an earlier meeting fits all of the filters." in result.err


def test_of_a_meeting_that_was_held_it_is_the_paper_of_its_eve(
    jcm: Jcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the meeting had before it, and not what came of it; another day may be asked for."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))
    usual = jcm("--ledger", FORTY, "agenda", "jcm-13").out
    assert "As of 9 March 2026" in usual
    assert "since 12th Joint Committee Meeting (7 November 2023)" in usual
    assert "Hold the 13th meeting in Japan" in usual.partition("## For decision")[2]
    later = jcm("--ledger", FORTY, "agenda", "jcm-13", *DAY).out
    assert "As of 23 November 2026" in later


def test_a_terminal_shows_it_drawn(jcm: Jcm) -> None:
    """With brackets to tick on what is printed of it."""
    result = jcm("--ledger", SHIPPED, "agenda", "jcm-13", "--format", "terminal", *DAY)
    assert "For decision: [ ] Renew [ ] Revise [ ] Close [ ] Drop" in result.out
    assert result.err == ""


def test_a_suffix_of_data_leads_to_the_export(jcm: Jcm) -> None:
    """An agenda is no table of data."""
    result = jcm("--ledger", SHIPPED, "agenda", "jcm-13", "-o", "agenda.csv")
    assert (result.code, "jcm export -o agenda.csv" in result.err) == (3, True)


def test_a_pdf_is_printed_from_the_page(jcm: Jcm) -> None:
    """The hint names the command that was typed, with what it needs."""
    result = jcm("--ledger", SHIPPED, "agenda", "jcm-13", "-o", "agenda.pdf")
    assert result.code == 3
    assert "agenda.html" in result.err
    assert "jcm agenda MEETING -o agenda.docx" in result.err

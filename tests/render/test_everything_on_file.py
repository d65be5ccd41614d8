"""What is on file about a commitment is in every format that tells of it: nothing said is lost."""

import html
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt

from jcm_ledger.render.formats import ReportFormat
from jcm_ledger.render.html.folder import pages
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.folder import folder
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.report import Report
from jcm_ledger.store.reading import parse
from pages import report_of

FORTY = Path(__file__).parent.parent / "ledgers" / "forty.toml"
DAY = date(2026, 11, 25)


def from_html(report: Report) -> str:
    """Return the text of the one page."""
    return _text(ReportFormat.HTML.render(outline(report, speak(ENGLISH))).decode())


def from_pages(report: Report) -> str:
    """Return the text of the pages of commitments in the folder."""
    made = pages(folder(outline(report, speak(ENGLISH)), report, speak(ENGLISH)))
    return "\n".join(_text(page) for path, page in made if path.startswith("c/"))


def from_word(report: Report) -> str:
    """Return the text of the document, paragraph by paragraph."""
    document = docx.Document(BytesIO(ReportFormat.DOCX.render(outline(report, speak(ENGLISH)))))
    parts = (each for each in document.element.body.iter() if each.tag.endswith(("}p", "}t")))
    return "".join("\n" if each.tag.endswith("}p") else each.text or "" for each in parts)


def from_markdown(report: Report) -> str:
    """Return the text that Markdown is read as."""
    written = ReportFormat.MARKDOWN.render(outline(report, speak(ENGLISH))).decode()
    return _text(MarkdownIt("commonmark").enable("table").render(written))


def _text(page: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", page))


@pytest.mark.parametrize("read", [from_html, from_pages, from_word, from_markdown])
def test_every_note_and_every_reason_of_a_moved_deadline_is_told(
    read: Callable[[Report], str],
) -> None:
    """Those from before the last meeting too: the annex has all that was ever put on file."""
    ledger = parse(FORTY.read_bytes(), FORTY.name)
    told = " ".join(read(report_of(ledger, DAY)).split())
    entries = [entry for entry in ledger.journal if entry.date <= DAY and entry.note]
    assert sum(entry.deadline is not None for entry in entries) >= 3
    assert [e.note for e in entries if e.note and " ".join(e.note.split()) not in told] == []


@pytest.mark.parametrize("read", [from_html, from_pages, from_word, from_markdown])
def test_a_source_is_a_meeting_by_its_name(read: Callable[[Report], str]) -> None:
    """Nobody has to know what a ledger calls a meeting."""
    told = read(report_of(parse(FORTY.read_bytes(), FORTY.name), DAY))
    assert "12th Joint Committee Meeting" in told
    assert not re.search(r"\bjcm-1[23]\b", told)


@pytest.mark.parametrize("read", [from_word, from_markdown])
def test_an_acronym_is_spelled_out_where_it_is_used_first(read: Callable[[Report], str]) -> None:
    """And there alone, before the annex, which has every name."""
    told = read(report_of(parse(FORTY.read_bytes(), FORTY.name), DAY))
    first = told.index("MOFA (Ministry of Foreign Affairs)")
    assert "MOFA" not in told[:first]
    assert told.count("MOFA (Ministry of Foreign Affairs)") == 1

"""Reports and changes in Markdown, read back by a parser that did not write them."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.markdown.changes import changes as document_of
from jcm_ledger.render.markdown.report import report
from jcm_ledger.render.phrases import BOTH, ENGLISH, JAPANESE, speak
from jcm_ledger.rules.changes import State, as_of, changes
from pages import HOSTILE, english_words, hostile_ledger, in_two_languages, outline_of, words_of

DAY = date(2026, 11, 23)


def tokens(written: str) -> list[Token]:
    """Return a document as GitHub's parser reads it."""
    return MarkdownIt("gfm-like", {"linkify": False}).parse(written)


def headings(written: str) -> list[str]:
    """Return the headings of a document."""
    read = tokens(written)
    found = (read[at + 1] for at, each in enumerate(read) if each.type == "heading_open")
    return [each.content for each in found]


def texts(written: str) -> list[str]:
    """Return what each paragraph, heading, item and cell of a document says, lines apart."""
    found = []
    for inline in tokens(written):
        parts = ("\n" if each.content == "<br>" else each.content for each in inline.children or ())
        found.append("".join(parts))
    return [each for each in found if each]


def in_markdown(ledger: Ledger, lang: str) -> str:
    """Return the report on a ledger in Markdown."""
    return report(outline_of(ledger, DAY, lang=lang))


def test_a_report_in_japanese_says_everything_in_japanese() -> None:
    """Headings, names and sentences; of the ledger what it has in Japanese."""
    written = in_markdown(in_two_languages(), JAPANESE)
    assert "# 進捗状況報告（2026年11月23日現在）" in written
    assert "2024年2月1日" in written
    said = texts(written)
    assert "半導体に関する協議" in said
    assert english_words(" ".join(said)) <= words_of(in_two_languages())


def test_a_note_alone_stands_after_a_colon_in_japanese() -> None:
    """No full stop comes between who reported and what."""
    ledger = make_ledger(
        make_commitment("talks"),
        journal=[make_entry("2024-02-01", None, by="A", note="Met.", note_ja="会合を開いた。")],
    )
    written = in_markdown(ledger, JAPANESE)
    assert "- 2024年2月1日　A：会合を開いた。" in written
    assert "（talks）　A：会合を開いた。" in written
    assert "- 2024-02-01, A. Met." in in_markdown(ledger, ENGLISH)


def test_a_report_in_both_languages_has_two_lines_a_cell_and_one_a_heading() -> None:
    """A heading has one line in Markdown; a cell breaks where each language begins."""
    written = in_markdown(in_two_languages(), BOTH)
    assert "Act now / 要対応事項" in headings(written)
    said = texts(written)
    assert "Semiconductor talks\n半導体に関する協議" in said
    assert "Deadline\n期限" in said
    assert "The sides met in Tokyo." in " ".join(said)
    assert "<br>" not in "".join(headings(written))


def test_a_title_with_a_line_break_is_said_once() -> None:
    """It is no translation, and nothing that was kept of another is taken for it."""
    ledger = make_ledger(
        make_commitment("a", title="in progress\n実施中", deadline="2024"),
        journal=[make_entry("2024-01-01", "in-progress", commitment="a")],
    )
    said = texts(in_markdown(ledger, BOTH))
    assert "in progress\n実施中" in said
    assert "in progress 実施中" in said


@pytest.mark.parametrize("lang", [ENGLISH, JAPANESE, BOTH])
@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_stays_text_in_every_language(evil: str, lang: str) -> None:
    """The document has the same parts, and no HTML but the breaks between languages."""
    written, harmless = (in_markdown(hostile_ledger(each), lang) for each in (evil, "plain"))
    assert [each.type for each in tokens(written)] == [each.type for each in tokens(harmless)]
    for inline in tokens(written):
        markup = {each.content for each in inline.children or () if each.type == "html_inline"}
        assert markup <= {"<br>", "<!-- -->"}


@pytest.mark.parametrize(
    ("lang", "title", "name"),
    [
        (JAPANESE, "半導体に関する協議", "進捗状況"),
        (BOTH, "Semiconductor talks / 半導体に関する協議", "Status"),
    ],
)
def test_changes_are_told_in_the_language_asked_for(lang: str, title: str, name: str) -> None:
    """What happened to a commitment, under its title in that language, or in both."""
    ledger = in_two_languages()
    january, february = (
        State(name=str(day), ledger=as_of(ledger, day), day=day)
        for day in (date(2024, 1, 15), date(2024, 2, 15))
    )
    found = changes(january, february)
    written = document_of(found, "l.toml", speak(lang, ledger.bodies))
    assert title in headings(written)
    assert any(each.startswith(name) for each in texts(written))
    assert "双方が東京で会合を開いた。" in written
    assert ("The sides met in Tokyo." in written) == (lang == BOTH)

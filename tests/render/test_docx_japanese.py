"""The Word report in Japanese and in both languages, read back with python-docx and by its XML."""

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.shared import Twips
from hypothesis import given, settings
from hypothesis import strategies as st

import japanese
from examples import make_commitment, make_entry, make_ledger, make_report
from jcm_ledger.render.docx import document
from jcm_ledger.render.docx.elements import paragraph, run
from jcm_ledger.render.docx.inlines import within
from jcm_ledger.render.outline import outline
from jcm_ledger.render.phrases import speak

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACE = f'xmlns:w="{W[1:-1]}"'


@cache
def written(lang: str) -> bytes:
    """Return the report on the Japanese ledger in a language."""
    say = speak(lang, japanese.ledger().organisations)
    return document(outline(japanese.report(), say))


def opened(lang: str) -> Document:
    """Return it as python-docx reads it."""
    return docx.Document(BytesIO(written(lang)))


def parts(file: bytes) -> Iterator[tuple[str, ET.Element]]:
    """Yield the parts of a document that hold text or say how it looks, each with its name."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|styles|header\d*|footer\d*|numbering)\.xml", name):
                yield name, ET.fromstring(archive.read(name))  # noqa: S314 - our own


def runs(file: bytes) -> Iterator[tuple[str, ET.Element | None]]:
    """Yield the text of each run with its properties."""
    for _name, root in parts(file):
        for each in root.iter(f"{W}r"):
            yield "".join(text.text or "" for text in each.iter(f"{W}t")), each.find(f"{W}rPr")


def texts(file: Document) -> list[str]:
    """Return the paragraphs of a document, those of its tables and of its foot too."""
    places = [file.element.body, *(each.footer._element for each in file.sections)]  # noqa: SLF001
    return [_told(each) for place in places for each in place.iter(f"{W}p")]


def _told(element: ET.Element) -> str:
    """Return the text of an element, a break as the end of a line."""
    marks = (at for at in element.iter() if at.tag in (f"{W}t", f"{W}br"))
    return "".join("\n" if at.tag == f"{W}br" else at.text or "" for at in marks)


def cells(file: Document) -> list[list[list[str]]]:
    """Return the cells of each table."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]


@pytest.mark.parametrize("lang", ["ja", "ja-u-ca-japanese"])
def test_no_english_word_is_left(lang: str) -> None:
    """Headings, heads of tables, facts, the legend and the foot of pages are in Japanese."""
    told = "\n".join(texts(opened(lang)))
    assert japanese.english_words(told) <= {"They", "talk", "met", "Talks"}  # the other language
    assert "期限超過" in told


def test_the_foot_counts_pages_as_japanese_does() -> None:
    """The page and how many there are, which Word works out."""
    foot = opened("ja").sections[0].footer._element  # noqa: SLF001 - python-docx has no fields
    assert [each.get(f"{W}instr") for each in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert texts(opened("ja"))[-1].endswith("　1／1ページ")
    assert texts(opened("ja"))[-1].startswith("日英科学技術委員会　進捗状況報告（")
    english, other = texts(opened("both"))[-1].split("\n")
    assert (english.endswith(" · page 1 of 1"), other) == (True, texts(opened("ja"))[-1])


@pytest.mark.parametrize("lang", ["en", "ja", "both"])
def test_japanese_has_a_font_and_a_language_wherever_it_stands(lang: str) -> None:
    """In a report in English too, and no font of a theme takes its place."""
    found = [(text, looks) for text, looks in runs(written(lang)) if only_japanese(text)]
    assert found
    for text, looks in found:
        assert looks is not None, text
        fonts, language = looks.find(f"{W}rFonts"), looks.find(f"{W}lang")
        assert fonts is not None, text
        assert fonts.get(f"{W}eastAsia") == "Yu Gothic"
        assert language is not None, text
        assert language.get(f"{W}eastAsia") == "ja-JP"
    themed = [
        name
        for name, root in parts(written(lang))
        for fonts in root.iter(f"{W}rFonts")
        if any("Theme" in attribute for attribute in fonts.attrib)
    ]
    assert not themed


def only_japanese(text: str) -> bool:
    """Return whether a text is Japanese through and through."""
    return re.fullmatch(f"[{japanese.LETTERS}]+。?", text) is not None


def test_latin_letters_are_english_in_every_report() -> None:
    """A spelling checker and a voice know which is which by the letters."""
    for lang in ("en", "ja", "both"):
        (default,) = opened(lang).styles.element.iter(f"{W}lang")
        assert (default.get(f"{W}val"), default.get(f"{W}eastAsia")) == ("en-GB", "ja-JP")
    languages = {lang: opened(lang).core_properties.language for lang in ("en", "ja", "both")}
    assert languages == {"en": "en-GB", "ja": "ja-JP", "both": "en-GB"}


def hint(text: str) -> str:
    """Return what a run is told of characters that both scripts have."""
    fonts = ET.fromstring(f"<r {NAMESPACE}>{run(text)}</r>").find(f".//{W}rFonts")  # noqa: S314
    return "" if fonts is None else fonts.get(f"{W}hint", "")


def test_quotation_marks_take_the_width_of_what_they_quote() -> None:
    """Word sets “ ” and … at half width in Japanese, and at full width in English, unless told."""
    assert hint("“半導体”について協議する…") == "eastAsia"
    assert hint("“in the first half of 2024”") == ""
    assert hint("The “Semiconductor Partnership” (半導体)") == ""


def test_lines_have_the_height_of_the_letters_and_lie_on_no_grid() -> None:
    """Yu Gothic would have a line and a half each; prose is in 10.5 points, tables in 9."""
    styles = opened("ja").styles
    sizes = {name: styles[name].font.size.pt for name in ("Normal", "List Bullet", "Table Text")}
    assert sizes == {"Normal": 10.5, "List Bullet": 10.5, "Table Text": 9}
    for name, size in sizes.items():
        height = styles[name].paragraph_format.line_spacing
        assert 1.2 * size <= height.pt <= 1.6 * size
    for name, root in parts(written("ja")):
        assert not [grid for grid in root.iter(f"{W}docGrid") if grid.get(f"{W}type")], name
        off = [
            each.get(f"{W}val")
            for tag in ("kinsoku", "wordWrap")
            for each in root.iter(f"{W}{tag}")
        ]
        assert not off, name


def test_it_says_the_same_as_in_english() -> None:
    """The same tables with as many rows and cells, and the same counts in them."""
    english, other = cells(opened("en")), cells(opened("ja"))
    assert [[len(row) for row in table] for table in other] == [
        [len(row) for row in table] for table in english
    ]
    assert [counts(table) for table in other if "▼" not in str(table)] == [
        counts(table) for table in english if "▼" not in str(table)
    ]


def counts(table: list[list[str]]) -> list[str]:
    """Return the counts in a table, those over the words of a tile too."""
    first_lines = (cell.split("\n")[0] for row in table for cell in row)
    return [line for line in first_lines if line.isdigit()]


def test_both_languages_stand_under_each_other() -> None:
    """A heading, a head and a status have two lines; what both write alike has one."""
    told = texts(opened("both"))
    assert "In brief\n要点" in told
    assert "Commitment\n事項" in told
    assert "Talks\n半導体に関する協議" in told
    assert "共同公募" in told
    for text in told:
        lines = text.split("\n")
        assert len(lines) == len(set(lines)) <= 2


def test_a_line_with_a_link_is_whole_in_each_language() -> None:
    """Name, facts and links in English, and below them the same in Japanese."""
    told = texts(opened("both"))
    (deadline,) = [text for text in told if text.startswith("Deadline: 2024-H1")]
    assert deadline == "Deadline: 2024-H1\n期限：2024年1～6月"
    (entry,) = [text for text in told if text.startswith("2024-01-16, Talks")]
    first, second = entry.split("\n")
    assert first == "2024-01-16, Talks, MOFA: in progress. They met. https://example.org/1"
    assert second == (
        "2024-01-16　半導体に関する協議　外務省：実施中。会合を開いた。（https://example.org/1）"
    )


def test_a_status_is_never_broken_in_two() -> None:
    """The columns of statuses, and of counts of them, have room for each in 9 points."""
    letter, margins = 9 * 20, 2 * 108  # twips; the margins are those of Word
    room = {
        cell.text: int(column.width / Twips(1)) - margins
        for table in opened("ja").tables
        for column in table.columns
        if column.cells[0].text == "進捗状況" or "未了" in (c.text for c in table.rows[0].cells)
        for cell in column.cells
        if only_japanese(cell.text)
    }
    assert {"停滞", "状況の記録なし"} <= set(room)
    assert {words: width for words, width in room.items() if len(words) * letter > width} == {}


@pytest.mark.parametrize("lang", ["ja", "both"])
def test_titles_still_lead_to_the_dossier_and_back(lang: str) -> None:
    """In two lines as in one, each place stands in the document once, and each link leads to one."""
    body = opened(lang).element.body
    places = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    numbers = [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")]
    assert len(places) == len(set(places)) == len(set(numbers)) == 8
    leads = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    assert leads == set(places)


def test_properties_of_a_run_stand_in_the_order_of_the_schema() -> None:
    """Word calls a document damaged in which they do not (ECMA-376, part 1, 17.3.2.28)."""
    order = ["rStyle", "rFonts", "b", "color", "sz", "shd", "lang"]
    for lang in ("en", "ja", "both"):
        for _text, looks in runs(written(lang)):
            names = [each.tag.removeprefix(W) for each in looks] if looks is not None else []
            assert names == sorted(names, key=order.index)


def test_the_columns_of_the_timeline_are_months_not_quarters() -> None:
    """第4四半期 would be January to March to whoever counts by the fiscal year."""
    timeline = next(table for table in cells(opened("ja")) if "▼" in str(table))
    assert (timeline[0][1], timeline[1][1]) == ("2023年", "10～12月")
    assert not any("Q" in cell for cell in timeline[1])


MARKUP = st.text(st.sampled_from([*"<&>\"'=\ue000\ue001\uf8ff\ufffe\x1b\u202e日a“"]), max_size=6)


@settings(max_examples=15)
@given(
    st.text(min_size=1) | MARKUP.filter(bool), st.text() | MARKUP, st.sampled_from(["ja", "both"])
)
def test_hostile_text_arrives_as_text(title: str, note: str, lang: str) -> None:
    """Whatever a ledger holds in one language or the other, the file opens and nothing steers."""
    ledger = make_ledger(
        make_commitment(title=title, title_ja=note, summary=note, theme=title),
        journal=[make_entry("2024-01-01", "stalled", note=note, note_ja=title, evidence=(title,))],
    )
    file = document(outline(make_report(ledger, "2024-08-01"), speak(lang, ledger.organisations)))
    assert docx.Document(BytesIO(file)).tables
    steering = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert not any(steering.search(text) for text, _looks in runs(file))


@pytest.mark.parametrize("part_of", [str, run])
@given(words=st.text("a日\U00020000\U00025000\ue000", min_size=1))
def test_a_phrase_takes_links_and_words_into_its_places(
    words: str, part_of: Callable[[str], str]
) -> None:
    """In the order of each language, and a word is never taken for a place."""

    def told(lang: str, phrase: str) -> str:
        say = speak(lang)
        pieces = within(say, getattr(say.documents, phrase), part_of(words), "news")
        xml = paragraph("Normal", *pieces)
        return _told(ET.fromstring(f"<body {NAMESPACE}>{xml}</body>"))  # noqa: S314 - our own

    english, other = f"{words}: news.", f"{words}：news。"
    assert (told("en", "told"), told("ja", "told")) == (english, other)
    assert told("both", "told") == f"{english}\n{other}"
    assert told("both", "statements") == f"{words} (news)\n{words}　news"


def test_what_both_languages_say_alike_stands_once() -> None:
    """A phrase of nothing but its parts has one line."""
    pieces = within(speak("both"), lambda who: who, run("MOFA"))
    assert "".join(pieces) == run("MOFA")

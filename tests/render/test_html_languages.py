"""The web page in Japanese and in both languages, read back by a parser that did not write it."""

import re
import unicodedata
from xml.etree.ElementTree import Element

import html5lib
import pytest

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.render.html.folder import pages
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.folder import folder
from jcm_ledger.render.phrases import BOTH, ENGLISH, ERAS, JAPANESE, speak
from pages import (
    HOSTILE,
    english_words,
    every_kind,
    hostile_ledger,
    in_two_languages,
    page_of,
    report_of,
    shipped,
    words_of,
)


def read(page: str) -> Element:
    """Return a page as a parser that forgives nothing understands it."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def text(element: Element) -> str:
    """Return what a reader sees of an element, blanks as one."""
    return " ".join("".join(element.itertext()).split())


def letters(words: str) -> str:
    """Return the letters and digits of words, regardless of case and width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", words).casefold()))


def rows(page: Element, key: str) -> list[list[str]]:
    """Return the cells of the tables of a section."""
    (section,) = page.findall(f".//section[@aria-labelledby='{key}']")
    return [[text(cell) for cell in row] for row in section.iter("tr")]


def said_in(page: Element, lang: str) -> list[str]:
    """Return the lines of what is said in both languages that are in this one."""
    return [
        text(each) for each in page.iter() if each.get("class") == "in" and each.get("lang") == lang
    ]


@pytest.mark.parametrize(
    ("lang", "of_page"), [(ENGLISH, "en"), (JAPANESE, "ja"), (ERAS, "ja"), (BOTH, "en")]
)
@pytest.mark.parametrize("ledger_of", [in_two_languages, every_kind, shipped])
def test_a_page_says_its_language_and_has_no_fault(
    ledger_of: object, lang: str, of_page: str
) -> None:
    """A browser chooses fonts and line breaks by it; a parser that forgives nothing is content."""
    assert callable(ledger_of)
    assert read(page_of(ledger_of(), lang=lang)).get("lang") == of_page


def test_a_japanese_page_has_no_english_word_of_ours() -> None:
    """In what is read, in what is spoken for whoever does not see, and in what the script says."""
    ledger = in_two_languages()
    source = page_of(ledger, lang=JAPANESE)
    page = read(source)
    spoken = ("title", "aria-label", "data-label", "placeholder")
    words = [each.get(name, "") for each in page.iter() for name in spoken]
    for element in page.iter():
        if element.tag not in ("style", "script"):
            words += [element.text or ""]
        words += [element.tail or ""]
    assert english_words(" ".join(words)) <= words_of(ledger)
    script = source.partition("<script>")[2]
    assert "この事項を印刷" in script
    assert "件を表示" in script
    assert "{{" not in script


def test_english_text_of_a_ledger_is_marked_on_a_japanese_page() -> None:
    """What has no translation is there in the other language, and says so; the rest does not."""
    page = read(page_of(in_two_languages(), lang=JAPANESE))
    marked = {text(each) for each in page.iter() if each.get("lang") == "en"}
    assert {"Untranslated title", "Test Committee"} <= marked
    assert not [each for each in marked if re.search(r"[぀-ヿ一-鿿]", each)]
    assert "半導体に関する協議" in text(page)
    assert "Semiconductor talks" not in {text(each) for each in page.iter("h3")}


def test_a_page_in_both_languages_says_each_thing_in_each() -> None:
    """Every line in English has one in Japanese after it; what both read alike stands once."""
    page = read(page_of(in_two_languages(), lang=BOTH))
    for parent in page.iter():
        langs = [each.get("lang") for each in parent if each.get("class") == "in"]
        assert langs in ([], ["en", "ja"]), text(parent)
    english, japanese = said_in(page, "en"), said_in(page, "ja")
    assert {"Semiconductor talks", "in progress", "Deadline"} <= set(english)
    assert {"半導体に関する協議", "実施中", "期限"} <= set(japanese)


@pytest.mark.parametrize("key", ["act", "sides", "all"])
@pytest.mark.parametrize("ledger_of", [in_two_languages, every_kind])
def test_a_cell_in_both_languages_has_what_each_language_has(ledger_of: object, key: str) -> None:
    """The same rows in the same order, and in each cell the words of both."""
    assert callable(ledger_of)
    one, other, both = (
        rows(read(page_of(ledger_of(), lang=lang)), key) for lang in (ENGLISH, JAPANESE, BOTH)
    )
    assert len(one) == len(other) == len(both)
    for in_english, in_japanese, in_both in zip(one, other, both, strict=True):
        assert len(in_english) == len(in_japanese) == len(in_both)
        for cell, words, whole in zip(in_english, in_japanese, in_both, strict=True):
            assert letters(cell) in letters(whole)
            is_day = re.fullmatch(r"\d{4}年\d+月\d+日", words)
            assert letters(words) in letters(whole) or is_day


def test_days_stand_once_on_a_page_in_both_languages() -> None:
    """Year, month, day is read by everybody."""
    page = read(page_of(in_two_languages(), lang=BOTH))
    days = [(each.get("datetime"), text(each)) for each in page.iter("time")]
    assert days
    assert all(machine == seen for machine, seen in days)
    japanese = read(page_of(in_two_languages(), lang=JAPANESE))
    assert "2024年2月1日" in {text(each) for each in japanese.iter("time")}
    eras = read(page_of(in_two_languages(), lang=ERAS))
    assert "令和6年2月1日" in {text(each) for each in eras.iter("time")}


def test_only_a_page_in_both_languages_has_a_choice_of_them() -> None:
    """Each language by its own name, and both, which is what is shown first."""
    for lang in (ENGLISH, JAPANESE, ERAS):
        assert not read(page_of(shipped(), lang=lang)).findall(".//input[@type='radio']")
    page = read(page_of(shipped(), lang=BOTH))
    choices = page.findall(".//fieldset/label")
    assert [text(each) for each in choices] == ["English", "日本語", "Both / 両方"]
    inputs = [each.find("input") for each in choices]
    assert [each.get("checked") for each in inputs if each is not None] == [None, None, ""]


def test_each_reader_finds_the_statement_in_words_they_read() -> None:
    """Each line of a meeting has the links to both texts, called in its own language."""
    page = read(page_of(in_two_languages(), lang=BOTH))
    (meeting,) = page.findall(".//header/p[@class='meeting']")
    for line, called in zip(meeting, ("statement at", "共同文書"), strict=True):
        links = {each.get("href"): each.get("hreflang") for each in line.iter("a")}
        assert links == {
            "https://www.example.org/statement": "en",
            "https://www.example.jp/seimei": "ja",
        }
        assert called in text(line)


def test_a_body_is_called_what_its_readers_call_it() -> None:
    """A ministry of Japan by its name on a page in Japanese, which stands there once."""
    said = {
        lang: [row[0] for row in rows(read(page_of(shipped(), lang=lang)), "bodies")]
        for lang in (ENGLISH, JAPANESE)
    }
    assert "CAOCabinet Office 内閣府" in said[ENGLISH]
    assert "内閣府Cabinet Office" in said[JAPANESE]
    assert "JST科学技術振興機構 Japan Science and Technology Agency" in said[JAPANESE]


def test_owners_lead_to_their_pages_by_whatever_name_they_have() -> None:
    """In a folder in Japanese the names of bodies are links as their ids are in English."""
    for lang, names in ((ENGLISH, {"A", "B", "C"}), (JAPANESE, {"研究省", "外務局", "宇宙庁"})):
        ledger = in_two_languages()
        report, say = report_of(ledger), speak(lang, ledger.bodies)
        made = dict(pages(folder(outline(report, say), report, say)))
        page = read(made["c/chips.html"])
        links = {text(each): each.get("href") for each in page.iter("a")}
        owners = names & set(links)
        assert len(owners) == 2
        assert all(str(links[each]).startswith("../b/") for each in owners)


def skeleton(page: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page and the names of their attributes, but for the language."""
    return [(each.tag, tuple(sorted({*each.keys()} - {"lang"}))) for each in page.iter()]


@pytest.mark.parametrize("lang", [JAPANESE, BOTH])
@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_stays_text_in_every_language(evil: str, lang: str) -> None:
    """Markup in a title or a translation adds no element to a page and no attribute."""
    harmless = read(page_of(hostile_ledger("plain"), lang=lang))
    assert skeleton(read(page_of(hostile_ledger(evil), lang=lang))) == skeleton(harmless)


def test_a_text_that_looks_like_two_languages_is_one() -> None:
    """A title with a line break is no translation, whatever stands in its lines."""
    ledger = make_ledger(
        make_commitment("one", title="in progress\n実施中"),
        journal=[make_entry("2024-01-01", "in-progress", commitment="one")],
    )
    page = read(page_of(ledger, lang=BOTH))
    (heading,) = page.findall(".//article/h3")
    assert not list(heading)
    assert text(heading) == "in progress 実施中"


def test_nobody_is_told_of_a_language_that_was_not_asked_for() -> None:
    """An English page of a ledger in both languages has Japanese where the ledger has, marked."""
    page = read(page_of(in_two_languages()))
    marked = {text(each) for each in page.iter() if each.get("lang") == "ja"}
    for element in page.iter():
        words = (element.text or "").strip()
        if element.tag not in ("style", "script") and re.search(r"[぀-ヿ一-鿿]", words):
            assert words in marked

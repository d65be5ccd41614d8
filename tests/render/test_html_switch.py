"""Pages in Japanese and in both languages as a browser shows them, and the choice of a language.

These tests need Chromium. Without one they are skipped, unless JCM_TEST_BROWSER=required.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, expect

from browser import PHONE, Tab, running
from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.render.phrases import BOTH, JAPANESE
from pages import every_kind, in_two_languages, page_of, shipped

DESKTOP = (1440, 900)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Run a browser for the tests of this file."""
    with running() as browser:
        yield browser


def opened(chromium: Browser, folder: Path, lang: str = BOTH, **options: object) -> Tab:
    """Return a page of the ledger in two languages, as a browser shows it."""
    ledger = in_two_languages()
    return Tab(chromium, folder, ledger, source=page_of(ledger, lang=lang), **options)


def seen(tab: Tab) -> str:
    """Return what a reader sees of the page, but for the choices of a list, which are one line."""
    parts = tab.page.locator(":is(h1, h2, h3, p, th, td, dt, dd, nav, output):visible")
    return "\n".join(parts.all_inner_texts())


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_reader_chooses_a_language(
    chromium: Browser,
    tmp_path: Path,
    size: tuple[int, int],
    scripts: bool,  # noqa: FBT001 - a parameter
) -> None:
    """One hides what is said in the other; there is no request, and a script is not needed."""
    tab = opened(chromium, tmp_path, size=size, java_script_enabled=scripts)
    assert "Semiconductor talks" in seen(tab)
    assert "半導体に関する協議" in seen(tab)
    tab.page.get_by_label("English", exact=True).check()
    assert "Semiconductor talks" in seen(tab)
    assert "半導体に関する協議" not in seen(tab)
    assert "期限" not in seen(tab)
    tab.page.get_by_label("日本語").check()
    assert "Semiconductor talks" not in seen(tab)
    assert "Deadline" not in seen(tab)
    assert "半導体に関する協議" in seen(tab)
    tab.page.get_by_label("Both / 両方").check()
    assert "Deadline" in seen(tab)
    assert "期限" in seen(tab)
    assert tab.requests == [tab.address]
    assert tab.complaints == []


def test_what_has_no_translation_stays_in_either_language(
    chromium: Browser, tmp_path: Path
) -> None:
    """A text that is there in one language is not hidden with that language."""
    tab = opened(chromium, tmp_path)
    for choice in ("English", "日本語"):
        tab.page.get_by_label(choice, exact=True).check()
        assert "Untranslated title" in seen(tab)


def test_the_choice_is_made_from_the_keyboard(chromium: Browser, tmp_path: Path) -> None:
    """Tab leads to it after the link that skips it, arrows change it, and the focus is seen."""
    tab = opened(chromium, tmp_path)
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_label("Both / 両方")).to_be_focused()
    tab.page.keyboard.press("ArrowLeft")
    expect(tab.page.get_by_label("日本語")).to_be_checked()
    assert "Deadline" not in seen(tab)
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert tab.page.evaluate(outline) == "solid"


def test_a_page_prints_in_the_language_that_was_chosen(chromium: Browser, tmp_path: Path) -> None:
    """The choice itself is not printed."""
    tab = opened(chromium, tmp_path)
    tab.page.get_by_label("日本語").check()
    tab.page.emulate_media(media="print")
    assert "Deadline" not in seen(tab)
    assert "期限" in seen(tab)
    assert tab.page.locator(".languages:visible").count() == 0


def test_the_names_of_values_on_a_phone_are_in_the_language_that_was_chosen(
    chromium: Browser, tmp_path: Path
) -> None:
    """A card says what each value is, in one language or in both."""
    tab = opened(chromium, tmp_path, size=PHONE)
    cell = tab.page.locator("#commitments td").first
    label = "e => getComputedStyle(e, '::before').content"
    assert all(name in cell.evaluate(label) for name in ("Owners", "担当機関"))
    tab.page.get_by_label("日本語").check()
    assert cell.evaluate(label) == '"担当機関"'
    tab.page.get_by_label("English", exact=True).check()
    assert cell.evaluate(label) == '"Owners"'


@pytest.mark.parametrize(
    ("lang", "counted"),
    [(JAPANESE, ["4件中{}件を表示"]), (BOTH, ["{} of 4 shown", "4件中{}件を表示"])],
)
@pytest.mark.parametrize("words", ["半導体", "semiconductor", "研究省　半導体"])
def test_the_table_counts_in_its_language_and_is_searched_in_each(
    chromium: Browser, tmp_path: Path, lang: str, counted: list[str], words: str
) -> None:
    """What a row stands for is found by its words in either language."""
    tab = opened(chromium, tmp_path, lang)
    said = tab.page.locator(".filters output > span")
    assert said.all_inner_texts() == [each.format(4) for each in counted]
    tab.page.get_by_role("searchbox").fill(words)
    assert said.all_inner_texts() == [each.format(1) for each in counted]
    assert len(tab.titles) == 1


def test_japanese_titles_keep_the_order_of_the_table(chromium: Browser, tmp_path: Path) -> None:
    """How they are read is unknown: they follow what is in Latin letters, equal ones together."""
    ledger = make_ledger(
        make_commitment("a", title="宇宙", deadline="2024"),
        make_commitment("b", title="医療", deadline="2025"),
        make_commitment("c", title="Zebra", deadline="2026"),
        make_commitment("d", title="宇宙", deadline="2027"),
        make_commitment("e", title="Apple", deadline="2028"),
    )
    tab = Tab(chromium, tmp_path, ledger, source=page_of(ledger, lang=JAPANESE))
    button = tab.page.locator("#commitments th").first.get_by_role("button")
    button.click()
    assert tab.titles == ["Apple", "Zebra", "宇宙", "宇宙", "医療"]
    button.click()
    assert tab.titles == ["医療", "宇宙", "宇宙", "Zebra", "Apple"]


def test_a_page_in_both_languages_sorts_by_the_first(chromium: Browser, tmp_path: Path) -> None:
    """A title is one title, in whichever words."""
    tab = opened(chromium, tmp_path)
    tab.page.locator("#commitments th").first.get_by_role("button").click()
    assert [title.splitlines()[0] for title in tab.titles] == [
        "Health research",
        "Semiconductor talks",
        "Space data",
        "Untranslated title",
    ]


@pytest.mark.parametrize("lang", [JAPANESE, BOTH])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing_in_any_language(
    chromium: Browser,
    tmp_path: Path,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
    lang: str,
) -> None:
    """Names, languages, landmarks, contrast: axe-core has nothing to object to."""
    tab = opened(chromium, tmp_path, lang, size=size, color_scheme=scheme)
    found = Axe().run(tab.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("lang", [JAPANESE, BOTH])
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_is_wider_than_the_window_in_any_language(
    chromium: Browser, tmp_path: Path, width: int, lang: str
) -> None:
    """Nobody has to scroll sideways, whatever is said twice."""
    endless = "字" * 300
    long = make_ledger(
        make_commitment(endless, title="x" * 300, title_ja=endless, theme=endless),
        journal=[make_entry("2024-01-01", commitment=endless, note="x" * 300, note_ja=endless)],
    )
    for ledger in (shipped(), every_kind(), long):
        source = page_of(ledger, lang=lang)
        tab = Tab(chromium, tmp_path, ledger, source=source, size=(width, 800))
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        tab.page.close()


def test_japanese_lines_begin_with_no_full_stop(chromium: Browser, tmp_path: Path) -> None:
    """A browser breaks the lines of Japanese by its strict rules, on a page in either language."""
    style = "e => [getComputedStyle(e).lineBreak, getComputedStyle(e).fontFamily.split(',')[0]]"
    for lang, note in ((JAPANESE, ".note"), (BOTH, ".note > [lang=ja]")):
        tab = opened(chromium, tmp_path, lang)
        found = tab.page.locator(f"article {note}").first.evaluate(style)
        assert found == ["strict", '"Hiragino Sans"']

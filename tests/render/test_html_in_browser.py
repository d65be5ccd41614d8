"""The web page as a browser shows it: it works, asks for nothing, and can be read by everybody.

These tests need Chromium. Without one they are skipped, unless JCM_TEST_BROWSER=required.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from browser import DESKTOP, PHONE, Tab, running
from examples import make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render import html
from jcm_ledger.render.html.folder import pages
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.attachments import Attachment
from jcm_ledger.render.outline.folder import folder
from jcm_ledger.render.phrases import ENGLISH, speak
from pages import HOSTILE, every_kind, hostile_ledger, report_of, shipped

BROKEN = """
() => [...document.querySelectorAll("thead th, td")].flatMap((cell) => {
  const broken = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\\w“”]+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((line) => line.top));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
})
"""
"""Returns the words in the tables that go over two lines."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Run a browser for the tests of this file."""
    with running() as browser:
        yield browser


@pytest.fixture
def ledger() -> Ledger:
    """Return a ledger with one commitment of each kind that the table tells apart."""
    return make_ledger(
        make_commitment("late", title="Zebra", deadline="2024", theme="space", owners=("A",)),
        make_commitment("later", title="apple", deadline="2025-Q1", theme="health", owners=("B",)),
        make_commitment("undated", title="Mango 10", theme="space"),
        make_commitment("done", title="Mango 9", deadline="2024-06", theme="data"),
        journal=[
            make_entry("2024-01-01", "completed", commitment="done"),
            make_entry("2024-03-01", "in-progress", commitment="late", note="Nearly there."),
        ],
    )


def test_the_page_opens_without_a_word_and_asks_for_nothing(
    chromium: Browser, tmp_path: Path
) -> None:
    """No error, no warning, and no request but for the file itself."""
    tab = Tab(chromium, tmp_path, shipped())
    tab.page.locator("#commitments button").first.click()
    assert tab.page.title().startswith("Status report as of 23 November 2026")
    assert len(tab.titles) == 11
    assert tab.requests == [tab.address]
    assert tab.complaints == []


def test_hostile_text_runs_nothing(chromium: Browser, tmp_path: Path) -> None:
    """A ledger full of markup and handlers opens no dialog, asks for nothing and breaks no rule."""
    tab = Tab(chromium, tmp_path, hostile_ledger(" ".join(HOSTILE)))
    tab.page.get_by_label("Words").fill("a")
    assert tab.requests == [tab.address]
    assert tab.complaints == []


@pytest.mark.parametrize(
    ("column", "up"),
    [
        ("Commitment", ["apple", "Mango 9", "Mango 10", "Zebra"]),
        ("Deadline", ["Mango 9", "Zebra", "apple", "Mango 10"]),
        ("Last entry", ["Mango 9", "Zebra", "apple", "Mango 10"]),
        ("Timing", ["Zebra", "apple", "Mango 10", "Mango 9"]),
        ("Status", ["apple", "Mango 10", "Zebra", "Mango 9"]),
    ],
)
def test_the_table_sorts_by_every_column(
    chromium: Browser, tmp_path: Path, ledger: Ledger, column: str, up: list[str]
) -> None:
    """A column's button sorts by what the words mean, from the keyboard too, and says so."""
    tab = Tab(chromium, tmp_path, ledger)
    header = tab.page.locator("#commitments th", has_text=column).first
    header.get_by_role("button").focus()
    tab.page.keyboard.press("Enter")
    assert tab.titles == up
    assert header.get_attribute("aria-sort") == "ascending"
    assert tab.page.locator("[aria-sort]").count() == 1


def test_what_has_no_value_comes_last_either_way(
    chromium: Browser, tmp_path: Path, ledger: Ledger
) -> None:
    """Pressed again, a button turns the order round; what has no deadline stays below."""
    tab = Tab(chromium, tmp_path, ledger)
    header = tab.page.locator("#commitments th", has_text="Deadline").first
    header.get_by_role("button").click(click_count=2)
    assert header.get_attribute("aria-sort") == "descending"
    assert tab.titles == ["apple", "Zebra", "Mango 9", "Mango 10"]


def test_the_table_narrows_as_one_types_and_chooses(
    chromium: Browser, tmp_path: Path, ledger: Ledger
) -> None:
    """Words and choices have to fit together; the count is announced; one button shows all."""
    tab = Tab(chromium, tmp_path, ledger)
    said = tab.page.locator(".filters output")
    assert said.inner_text() == "4 of 4 shown"
    tab.page.get_by_label("Words").fill("MANGO undated")
    assert tab.titles == ["Mango 10"]
    assert said.inner_text() == "1 of 4 shown"
    assert said.get_attribute("aria-live") == "polite"
    tab.page.get_by_label("Words").fill("")
    tab.page.locator("select[name=theme]").select_option("Space")
    assert sorted(tab.titles) == ["Mango 10", "Zebra"]
    tab.page.locator("select[name=status]").select_option("in progress")
    assert tab.titles == ["Zebra"]
    tab.page.get_by_role("button", name="Show all").click()
    expect(said).to_have_text("4 of 4 shown")  # a form is empty only after its event
    assert len(tab.titles) == 4
    tab.page.locator("select[name=side]").select_option("Japan")
    assert sorted(tab.titles) == ["Mango 10", "Mango 9", "apple"]
    tab.page.get_by_label("Words").press("Enter")
    assert tab.requests == [tab.address]
    assert tab.complaints == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cabinet office", ["Robots"]),
        ("内閣府", ["Robots"]),
        ("robots-1", ["Robots"]),
        ("proposals", ["Space"]),
        ("プログラム", ["Space"]),
        ("フ\u309aロク\u3099ラム", ["Space"]),
        ("ﾌﾟﾛｸﾞﾗﾑ", ["Space"]),
        ("Ｓｔｒａｓｓｅ", ["Space"]),
        ("οδος", ["Robots"]),
        ("before the year is out", ["Space"]),
        ("horizon europe", ["Robots"]),
        ("asked for", ["Robots"]),
        ("cabinet　space", []),
        ("nowhere", []),
    ],
)
def test_the_search_finds_what_a_row_stands_for(
    chromium: Browser, tmp_path: Path, words: str, found: list[str]
) -> None:
    """Not the cells alone: names of bodies in both languages, id, summary, notes, however typed."""
    ledger = make_ledger(
        make_commitment("robots-1", title="Robots", owners=("C",), frameworks=("Horizon Europe",)),
        make_commitment(
            "calls",
            title="Space",
            owners=("A",),
            summary="Calls for PROPOSALS (プログラム), 7 Straße.",
            deadline_text="before the year is out",
        ),
        journal=[make_entry("2024-01-01", commitment="robots-1", note="Asked for ΟΔΟΣ.")],
    )
    office = replace(ledger.organisations["C"], name="Cabinet Office", name_ja="内閣府")
    bodies = {**ledger.organisations, "C": office}
    tab = Tab(chromium, tmp_path, replace(ledger, organisations=bodies))
    tab.page.get_by_label("Words").fill(words)
    assert tab.titles == found


def test_themes_that_look_alike_are_one_choice(chromium: Browser, tmp_path: Path) -> None:
    """Whoever chooses one sees the commitments of all its spellings."""
    spelled = {"one": "space", "two": "Ｓｐａｃｅ", "three": "health", "four": "SPACE "}
    made = [make_commitment(name, theme=theme) for name, theme in spelled.items()]
    tab = Tab(chromium, tmp_path, make_ledger(*made))
    choices = tab.page.locator("select[name=theme] option").all_inner_texts()
    assert choices == ["any", "Space", "Health"]
    tab.page.locator("select[name=theme]").select_option("Space")
    assert sorted(tab.titles) == ["four", "one", "two"]


def test_the_page_reads_without_scripts(chromium: Browser, tmp_path: Path) -> None:
    """Everything is there, and nothing that would not work."""
    tab = Tab(chromium, tmp_path, shipped(), java_script_enabled=False)
    assert len(tab.titles) == 11
    assert tab.page.locator("button:visible, input:visible, select:visible").count() == 0
    assert tab.page.locator("article:visible").count() == 11
    assert tab.page.locator(".timeline svg.bar:visible").count() == 11


@pytest.mark.parametrize(
    ("scheme", "size", "ledger_of"),
    [
        ("light", DESKTOP, shipped),
        ("light", PHONE, every_kind),
        ("dark", DESKTOP, every_kind),
        ("dark", PHONE, shipped),
    ],
)
def test_axe_finds_nothing(
    chromium: Browser,
    tmp_path: Path,
    scheme: Literal["light", "dark"],
    size: tuple[int, int],
    ledger_of: Callable[[], Ledger],
) -> None:
    """Contrast, landmarks, names, headers: axe-core has nothing to object to."""
    tab = Tab(chromium, tmp_path, ledger_of(), color_scheme=scheme, size=size)
    tab.page.locator("#commitments button", has_text="Timing").click()
    found = Axe().run(tab.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(chromium: Browser, tmp_path: Path, width: int) -> None:
    """Nobody has to scroll sideways, whatever a title or an address is like."""
    endless = "x" * 500
    worst = make_ledger(
        make_commitment(endless, title=endless, theme=endless, deadline_text=endless),
        journal=[make_entry("2024-01-01", commitment=endless, note=endless, evidence=(endless,))],
    )
    for ledger in (shipped(), worst):
        tab = Tab(chromium, tmp_path, ledger, size=(width, 800))
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        tab.page.close()


@pytest.mark.parametrize(("media", "width"), [("screen", 1280), ("screen", 1130), ("print", 673)])
def test_only_a_word_too_long_for_its_column_is_broken(
    chromium: Browser, tmp_path: Path, media: Literal["screen", "print"], width: int
) -> None:
    """Beside a long title, owners, deadlines and headings keep their words whole. A4 is 673 px."""
    title = "Ministerial dialogue on the resilience of semiconductor supply chains and packaging"
    tab = Tab(
        chromium,
        tmp_path,
        make_ledger(
            make_commitment("nobody", title=title, theme="semiconductors", owners=()),
            make_commitment("both", title=title, deadline="2024-H1", owners_inferred=True),
            journal=[
                make_entry("2024-01-01", "in-progress", by="A", commitment="both"),
                make_entry("2024-01-01", "superseded", by="B", commitment="both"),
            ],
        ),
        size=(width, 900),
    )
    tab.page.emulate_media(media=media)
    assert tab.page.evaluate(BROKEN) == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_every_figure_can_be_read_where_there_is_little_room(
    chromium: Browser, tmp_path: Path, width: int
) -> None:
    """By theme and by side, no column is out of sight, and every figure says what it counts."""
    tab = Tab(chromium, tmp_path, every_kind(), size=(width, 900))
    figures = tab.page.locator(".counts tbody .number")
    inside = f"each => each.every(e => e.getBoundingClientRect().right <= {width})"
    assert figures.evaluate_all(inside)
    label = "each => each.map(e => getComputedStyle(e, '::before').content)"
    labels = figures.evaluate_all(label)
    assert {'"Overdue"', '"Due within 90 days"', '"Nothing on file"', '"Commitments"'} <= set(
        labels
    )


def test_a_table_stays_a_table_on_a_phone(chromium: Browser, tmp_path: Path) -> None:
    """Cards are for the eye: a screen reader still hears rows with their headers."""
    tab = Tab(chromium, tmp_path, shipped(), size=PHONE)
    tree = tab.page.context.new_cdp_session(tab.page).send("Accessibility.getFullAXTree")
    roles = [node.get("role", {}).get("value") for node in tree["nodes"]]
    assert roles.count("table") == 6
    assert roles.count("rowheader") == 11 * 2 + 2 + 7 + 2 + 14
    assert roles.count("columnheader") > 20


def test_the_page_prints_in_ink_on_a4(chromium: Browser, tmp_path: Path) -> None:
    """Dark screens print light; headers come again on each sheet; addresses can be typed."""
    tab = Tab(chromium, tmp_path, shipped(), color_scheme="dark")
    tab.page.emulate_media(media="print")
    assert tab.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    style = "getComputedStyle(document.querySelector('#commitments thead')).display"
    assert tab.page.evaluate(style) == "table-header-group"
    link = "getComputedStyle(document.querySelector('.sources a'), '::after').content"
    assert tab.page.evaluate(link).startswith('"https://')
    assert not tab.page.locator(".filters").is_visible()
    assert b"/MediaBox [0 0 594.95996 841.91998]" in tab.page.pdf(prefer_css_page_size=True)


def test_a_page_narrowed_by_hand_prints_what_is_seen_and_says_so(
    chromium: Browser, tmp_path: Path, ledger: Ledger
) -> None:
    """Paper names the words and choices that narrow its table, and how much of it is shown."""
    tab = Tab(chromium, tmp_path, ledger)
    tab.page.emulate_media(media="print")
    filters = tab.page.locator(".filters")
    assert not filters.is_visible()
    tab.page.emulate_media(media="screen")
    tab.page.get_by_label("Words").fill("mango")
    tab.page.locator("select[name=status]").select_option("completed")
    tab.page.emulate_media(media="print")
    assert tab.titles == ["Mango 9"]
    assert filters.locator("output").inner_text() == "1 of 4 shown"
    assert filters.locator("output").is_visible()
    shown = filters.locator("label:visible").locator("input, select")
    assert [each.input_value() for each in shown.all()] == ["mango", "completed"]
    assert filters.locator("button:visible").count() == 0


def test_paper_lists_every_meeting(chromium: Browser, tmp_path: Path) -> None:
    """Many meetings are folded away on a screen; nobody can unfold paper."""
    meetings = [make_meeting(f"m{number}", f"201{number}-01-01") for number in range(7)]
    made = [make_commitment(f"c{each.id}", meeting=each.id) for each in meetings]
    tab = Tab(chromium, tmp_path, make_ledger(*made, meetings=meetings))
    visible = "each => each.filter(e => e.checkVisibility()).length"
    lines = tab.page.locator("header .meeting")
    assert lines.evaluate_all(visible) == 0
    tab.page.emulate_media(media="print")
    assert lines.evaluate_all(visible) == 7


def test_the_address_says_how_the_table_is_narrowed(
    chromium: Browser, tmp_path: Path, ledger: Ledger
) -> None:
    """A figure narrows the table; what is chosen stands in the address, and opens again so."""
    tab = Tab(chromium, tmp_path, ledger)
    tab.page.locator("section[aria-labelledby=sides] tbody a", has_text="Japan").click()
    assert tab.page.url == f"{tab.address}#all?side=Japan"
    assert sorted(tab.titles) == ["Mango 10", "Mango 9", "apple"]
    tab.page.locator("select[name=owner]").select_option("B")
    tab.page.get_by_label("Words").fill("apple & co? Äß")
    assert tab.titles == []
    address = tab.page.url
    tab.page.goto("about:blank")
    tab.page.goto(address)
    assert tab.page.get_by_label("Words").input_value() == "apple & co? Äß"
    assert tab.page.locator("select[name=owner]").input_value() == "B"
    assert tab.page.locator("select[name=side]").input_value() == "Japan"
    assert tab.titles == []
    tab.page.get_by_role("button", name="Show all").click()
    expect(tab.page.locator(".filters output")).to_have_text("4 of 4 shown")
    assert tab.page.url == f"{tab.address}#all"
    assert tab.complaints == []


def test_an_empty_result_says_so(chromium: Browser, tmp_path: Path, ledger: Ledger) -> None:
    """A choice that the page does not have leaves nothing, as one does that fits nothing."""
    tab = Tab(chromium, tmp_path, ledger)
    said = tab.page.get_by_text("No commitment fits all of these choices.")
    assert not said.is_visible()
    tab.page.goto(f"{tab.address}#all?owner=ABOLISHED")
    assert tab.titles == []
    assert said.is_visible()
    tab.page.emulate_media(media="print")
    assert said.is_visible()
    shown = tab.page.locator(".filters label:visible select")
    assert [each.input_value() for each in shown.all()] == ["ABOLISHED"]


def test_a_way_back_to_a_row_that_is_narrowed_away_shows_it(
    chromium: Browser, tmp_path: Path, ledger: Ledger
) -> None:
    """The table is whole again, and the row is marked."""
    tab = Tab(chromium, tmp_path, ledger)
    tab.page.get_by_label("Words").fill("mango")
    tab.page.locator("#c-late .tools a", has_text="In the table").click()
    expect(tab.page.locator("#r-late")).to_be_in_viewport()
    assert tab.page.url.endswith("#r-late")
    assert tab.page.get_by_label("Words").input_value() == ""


def test_a_link_to_a_commitment_marks_it(chromium: Browser, tmp_path: Path, ledger: Ledger) -> None:
    """Whoever follows a permalink sees which dossier was meant."""
    tab = Tab(chromium, tmp_path, ledger)
    ground = "e => getComputedStyle(e).backgroundColor"
    before = tab.page.locator("#c-late").evaluate(ground)
    tab.page.locator("#commitments a", has_text="Zebra").click()
    assert tab.page.url == f"{tab.address}#c-late"
    assert tab.page.locator("#c-late").evaluate(ground) != before


def test_one_dossier_prints_alone(chromium: Browser, tmp_path: Path, ledger: Ledger) -> None:
    """With the head and the foot of the report, and nothing else of it."""
    tab = Tab(chromium, tmp_path, ledger)
    tab.page.evaluate("window.print = () => {}")
    tab.page.locator("#c-late").get_by_role("button", name="Print this one").click()
    tab.page.emulate_media(media="print")
    assert [each.inner_text() for each in tab.page.locator("article h3:visible").all()] == ["Zebra"]
    assert tab.page.locator("table:visible, nav:visible, .filters:visible").count() == 0
    assert tab.page.locator("h2:visible").count() == 0
    assert tab.page.locator("h1:visible, footer:visible").count() == 2
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert tab.page.locator("article h3:visible").count() == 4


def test_the_data_are_saved_from_the_page(chromium: Browser, tmp_path: Path) -> None:
    """A file is saved under its name, without a request."""
    content = '\ufeffid,title\r\n東京,"é"\r\n'.encode()
    file = Attachment(name="c.csv", label="CSV", media_type="text/csv", make=lambda: content)
    page = html.report(outline(report_of(shipped()), speak(ENGLISH), files=(file,)))
    tab = Tab(chromium, tmp_path, shipped(), source=page)
    with tab.page.expect_download() as saving:
        tab.page.get_by_role("link", name="CSV").click()
    assert saving.value.suggested_filename == "c.csv"
    assert saving.value.path().read_bytes() == content
    assert tab.complaints == []


def test_the_axis_stays_in_sight(chromium: Browser, tmp_path: Path) -> None:
    """Below the first bars the years are still above the others."""
    tab = Tab(chromium, tmp_path, every_kind())
    for size in (DESKTOP, PHONE):
        tab.page.set_viewport_size({"width": size[0], "height": size[1]})
        tab.page.locator(".timeline tbody tr").nth(12).evaluate("e => e.scrollIntoView()")
        top = tab.page.locator(".axis").evaluate("e => e.getBoundingClientRect().top")
        assert 0 <= top < 20


MARKS = """
() => {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const told = [["paper", paper, paper]];
  const picked = ".timeline .bar :is(rect, line:not(.grid), path), #commitments .timing, "
    + ".definitions .mark, .definitions .review, .legend rect";
  for (const each of document.querySelectorAll(picked)) {
    const style = getComputedStyle(each);
    const drawn = each.classList.contains("timing") ? [style.color, style.color]
      : [style.fill, style.stroke];
    told.push([`${each.tagName}.${each.getAttribute("class")}`, ...drawn]);
  }
  return told;
}
"""
"""Returns what a timeline, a timing and a legend are drawn with: a name, its fill, its edge."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2.2 defines it; none is that of paper."""
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("scheme", "forced"),
    [("light", "none"), ("dark", "none"), ("light", "active"), ("dark", "active")],
)
def test_every_mark_stands_out_from_the_page(
    chromium: Browser,
    tmp_path: Path,
    scheme: Literal["light", "dark"],
    forced: Literal["none", "active"],
) -> None:
    """Fill or edge of each has a contrast of three to one, as WCAG 2.2, 1.4.11 asks."""
    tab = Tab(chromium, tmp_path, every_kind(), color_scheme=scheme, forced_colors=forced)
    (_name, paper, _edge), *marks = tab.page.evaluate(MARKS)
    ground = luminance(paper)
    assert len({name for name, *_ in marks}) > 12
    for name, *colours in marks:
        lights = [luminance(each) for each in colours if each != "none"]
        ratios = [(max(ground, one) + 0.05) / (min(ground, one) + 0.05) for one in lights]
        assert max(ratios) >= 3, (name, colours)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_a_folder(
    chromium: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    """Nor does any of them complain or ask for anything."""
    report, say = report_of(shipped()), speak(ENGLISH)
    made = dict(pages(folder(outline(report, say), report, say)))
    for path in ("c/semiconductor-talks.html", "b/METI.html", "index.html"):
        tab = Tab(chromium, tmp_path, shipped(), source=made[path], color_scheme=scheme)
        found = Axe().run(tab.page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert tab.requests == [tab.address]
        assert tab.complaints == []
        tab.page.close()

"""The status report as a web page, read back by a parser of HTML that did not write it."""

import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import Jcm
from examples import SHIPPED, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Commitment, Entry
from jcm_ledger.model.status import Kind
from jcm_ledger.model.text import titled
from jcm_ledger.render import html
from jcm_ledger.render.html.timeline import MOST_BARS
from jcm_ledger.render.outline.attachments import MOST_COMMITMENTS, attached
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.render.safe import is_web_address, visible
from jcm_ledger.rules.query import Query
from pages import HOSTILE, every_kind, hostile_ledger, outline_of, page_of, shipped

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def read(page: str) -> Element:
    """Return a page as a browser's parser understands it, names without their namespaces."""
    tree: Element = html5lib.parse(page, namespaceHTMLElements=False)
    for element in tree.iter():
        element.tag = element.tag.rpartition("}")[2]
    return tree


def text(element: Element) -> str:
    """Return what a reader sees of an element, blanks as one."""
    return " ".join("".join(element.itertext()).split())


def find(page: Element, path: str) -> Element:
    """Return the one element at a path."""
    (found,) = page.findall(path)
    return found


def section(page: Element, name: str) -> Element:
    """Return the section under the heading of this id."""
    return find(page, f".//section[@aria-labelledby='{name}']")


def cells(place: Element) -> list[list[str]]:
    """Return the rows of the tables of a place."""
    return [[text(cell) for cell in row] for row in place.iter("tr")]


def drawn(*commitments: Commitment, journal: Iterable[Entry] = ()) -> Element:
    """Return the first row of the timeline of a ledger of these."""
    page = read(page_of(make_ledger(*commitments, journal=journal), date(2024, 6, 30)))
    return section(page, "timeline").findall(".//tbody/tr")[0]


def test_the_page_has_every_part_and_every_commitment() -> None:
    """What is in brief stands first, then all the rest; the table and the annex have all eleven."""
    page = read(page_of(shipped()))
    assert [text(heading) for heading in page.iter("h1")] == [
        "Status report as of 23 November 2026"
    ]
    parts = [heading.get("id") for heading in page.iter("h2")]
    assert parts == [link.get("href", "")[1:] for link in find(page, ".//nav").iter("a")]
    assert parts == [
        "brief",
        "act",
        "ask",
        "figures",
        "sides",
        "bodies",
        "progress",
        "timeline",
        "all",
        "annex",
    ]
    tiles = {text(find(each, "dt")): text(find(each, "dd")) for each in page.findall(".//dl/div/.")}
    assert (tiles["Commitments"], tiles["Overdue"], tiles["Review due"]) == ("11", "2", "9")
    assert "Nothing on file 7" in text(section(page, "figures"))
    titles = {each.title for each in shipped().commitments.values()}
    for name in ("timeline", "all"):
        links = section(page, name).findall(".//tbody/tr/th/a")
        assert {text(link) for link in links} == titles
        assert len(links) == 11
    assert len(page.findall(".//article")) == 11
    assert len(section(page, "progress").findall("ol/li")) == 11
    assert ["Japan", "11", "", "8", "3", "11", "2"] in cells(section(page, "sides"))


def test_the_page_is_html_without_a_fault() -> None:
    """A parser that forgives nothing finds nothing to forgive."""
    for ledger in (shipped(), every_kind(), make_ledger()):
        html5lib.HTMLParser(strict=True).parse(page_of(ledger))


def test_every_link_within_the_page_has_its_target() -> None:
    """A title leads to the commitment's own place, and no id stands twice."""
    page = read(page_of(shipped()))
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for element in page.iter():
        for name in ("href", "aria-labelledby"):
            value = element.get(name, "")
            if name == "aria-labelledby" and value:
                assert value in ids
            elif value.startswith("#"):
                assert value[1:] in ids, value


def test_the_page_needs_nothing_else() -> None:
    """No element fetches anything, no attribute styles or runs, and the policy allows neither."""
    source = page_of(shipped())
    page = read(source)
    for element in page.iter():
        assert element.tag not in ("link", "img", "image", "iframe", "object", "embed")
        assert not {name for name in element.keys() if name.startswith("on")}  # noqa: SIM118 - no dict
        assert element.get("src") is None
        assert element.get("style") is None
    policy = find(page, ".//meta[@http-equiv='Content-Security-Policy']").get("content", "")
    directives = dict(each.split(" ", 1) for each in policy.split("; "))
    assert directives["default-src"] == "'none'"
    for name in ("style", "script"):
        (inline,) = re.findall(f"<{name}>(.*?)</{name}>", source, re.DOTALL)
        digest = b64encode(sha256(inline.encode()).digest()).decode()
        assert directives[f"{name}-src"] == f"'sha256-{digest}'"


def test_only_web_addresses_are_links_and_tell_nobody_where_they_were_followed() -> None:
    """A reference stays text; a link shows its real host and gives away no referrer."""
    evidence = ("ref: minute 7", "javascript:alert(1)", "https://www.gov.uk@evil.example/a/b?c#d")
    ledger = make_ledger(
        make_commitment(), journal=[make_entry("2024-01-01", "stalled", evidence=evidence)]
    )
    page = read(page_of(ledger))
    links = [each for each in page.iter("a") if not each.get("href", "").startswith("#")]
    assert {each.get("href") for each in links} == {evidence[2]}
    assert {each.get("rel") for each in links} == {"noopener noreferrer"}
    assert {text(each) for each in links} == {"evil.example/…/b"}
    assert "ref: minute 7" in text(section(page, "progress"))
    assert "javascript:alert(1)" in text(section(page, "progress"))


def test_an_address_that_cannot_be_taken_apart_is_shown_whole() -> None:
    """An odd address breaks no report."""
    entry = make_entry("2024-01-01", evidence=("http://[1", "http://"))
    assert "http://[1" in page_of(make_ledger(make_commitment(), journal=[entry]))


def test_a_title_of_ones_own_leaves_the_day_in_sight() -> None:
    """Whatever a report is called, its head says as of which day it speaks."""
    page = read(html.report(outline_of(shipped(), title="For the <minister>")))
    assert text(find(page, "body/header/h1")) == "For the <minister>"
    assert "As of 23 November 2026" in text(find(page, "body/header"))


def test_names_in_japanese_are_marked_as_japanese() -> None:
    """A screen reader reads them, and a browser draws them, as Japanese."""
    page = read(page_of(shipped()))
    japanese = {text(each) for each in page.iter() if each.get("lang") == "ja"}
    assert {"日英科学技術協力合同委員会", "経済産業省"} <= japanese
    assert page.get("lang") == "en"


def test_tables_say_what_heads_what() -> None:
    """Every header cell has its scope, and every row of a table its header."""
    page = read(page_of(shipped()))
    for table in page.iter("table"):
        assert {each.get("scope") for each in table.findall("thead/tr/th")} == {"col"}
        assert [each[0].get("scope") for each in table.findall("tbody/tr")] == ["row"] * len(
            table.findall("tbody/tr")
        )


def test_a_deadline_is_drawn_over_its_whole_period() -> None:
    """A half is half a year wide, and what is overdue goes on to the day of the report."""
    row = drawn(make_commitment(deadline="2024-Q1"))
    due = find(row, ".//rect[@class='due']")
    late = find(row, ".//line[@class='late']")
    # The axis runs from October 2023 to June 2024: 274 days.
    assert due.get("x") == f"{round(100 * 92 / 274, 2)}%"
    assert due.get("width") == f"{round(100 * 91 / 274, 2)}%"
    assert late.get("x1") == f"{round(100 * 183 / 274, 2)}%"
    assert late.get("x2") == "100.0%"
    assert "due 2024-Q1, the last day being 2024-03-31; overdue by 3 months" in text(row)


def test_a_moved_deadline_is_drawn_beside_the_first_one() -> None:
    """Both are there, and the words tell the slip."""
    moved = make_entry("2024-02-01", deadline="2024-Q3", note="A later date.")
    row = drawn(make_commitment(deadline="2024-Q1"), journal=[moved])
    assert row.findall(".//rect[@class='original']")
    assert row.findall(".//rect[@class='due']")
    assert not row.findall(".//line[@class='late']")
    assert "#mark-moved" in {each.get("href") for each in row.iter("use")}
    assert "due 2024-Q3 (was 2024-Q1, +183 days)" in text(row)


@pytest.mark.parametrize(
    ("kind", "end"), [(Kind.CONTINUING, "continuing"), (Kind.ONE_OFF, "undated")]
)
def test_without_a_deadline_none_is_drawn(kind: Kind, end: str) -> None:
    """Undated and continuing commitments run on openly; no date is made up for them."""
    row = drawn(make_commitment(kind=kind))
    assert not row.findall(".//rect")
    assert find(row, f".//line[@class='line {end}']").get("x2") == "100.0%"
    assert "without a deadline" in text(row)


def test_what_was_closed_without_a_deadline_ends_where_it_was_reported() -> None:
    """A completed commitment does not run on."""
    row = drawn(make_commitment(), journal=[make_entry("2024-01-01", "completed")])
    line = find(row, ".//line[@class='line ended']")
    assert line.get("x2") == f"{round(100 * 92 / 274, 2)}%"
    assert "2024-01-01, A: completed" in text(row)


def test_a_long_timeline_is_cut_and_says_so() -> None:
    """Of very many commitments those that fall due first are drawn; the table has them all."""
    ledger = make_ledger(*(make_commitment(f"c{number:03}") for number in range(MOST_BARS + 1)))
    page = read(page_of(ledger))
    assert len(section(page, "timeline").findall(".//tbody/tr")) == MOST_BARS
    assert f"the first {MOST_BARS} of {MOST_BARS + 1} commitments" in text(
        section(page, "timeline")
    )
    late = make_ledger(*(make_commitment(each, deadline="2024") for each in ledger.commitments))
    shown = section(read(page_of(late)), "act")
    assert len(shown.findall(".//tbody/tr")) == html.MOST_ROWS
    assert f"The worst {html.MOST_ROWS} of {MOST_BARS + 1}" in text(shown)
    assert len(section(page, "all").findall(".//tbody/tr")) == MOST_BARS + 1


def test_an_empty_report_says_that_it_is_empty() -> None:
    """A ledger or a filter that leaves nothing gives a page that says why, and nothing else."""
    nowhere = Query(words=("nowhere",))
    for page, said in (
        (
            page_of(make_ledger()),
            "No commitments: the ledger has none as of this day.",
        ),
        (
            page_of(make_ledger(make_commitment()), query=nowhere),
            'No commitments: "nowhere" leaves none of all 1.',
        ),
    ):
        assert text(find(read(page), ".//main")) == said
        assert read(page).findall(".//nav") == []


def test_a_section_that_would_be_empty_is_left_out() -> None:
    """Without owners there are no bodies to list; without a dispute no side is quoted."""
    page = read(page_of(make_ledger(make_commitment(owners=()))))
    parts = [heading.get("id") for heading in page.iter("h2")]
    assert not {"bodies", "differing"} & set(parts)
    assert parts == [link.get("href", "")[1:] for link in find(page, ".//nav").iter("a")]


def test_where_the_sides_differ_both_are_quoted() -> None:
    """What each side reported, who said so when, and its note stand beside each other."""
    page = read(
        page_of(
            make_ledger(
                make_commitment("disputed", title="Disputed"),
                make_commitment("agreed"),
                journal=[
                    make_entry(
                        "2025-01-10", "stalled", by="A", commitment="disputed", note="No money."
                    ),
                    make_entry("2025-01-11", "completed", by="B", commitment="disputed"),
                    make_entry("2025-01-11", "completed", by="B", commitment="agreed"),
                ],
            )
        )
    )
    header, *rows = cells(section(page, "to-confirm"))
    assert header == ["Commitment", "UK", "Japan"]
    assert rows == [["Disputed", "stalled A, 2025-01-10 No money.", "completed B, 2025-01-11"]]


def test_filters_are_in_the_title() -> None:
    """Whoever gets the page sees that it is not the whole."""
    page = read(page_of(shipped(), query=Query(owners=("METI",))))
    for tag in ("head/title", "body/header/h1"):
        assert "owner METI (2 of 11 commitments)" in text(find(page, tag))


def skeleton(page: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page and the names of their attributes, but for the language."""
    return [(each.tag, tuple(sorted({*each.keys()} - {"lang"}))) for each in page.iter()]


HARMLESS = skeleton(read(page_of(hostile_ledger("plain"))))


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_stays_text(evil: str) -> None:
    """Markup, handlers, template code and control characters in a ledger are shown, not obeyed."""
    page = read(page_of(hostile_ledger(evil)))
    assert skeleton(page) == HARMLESS
    shown = " ".join(visible(evil).split())
    assert text(find(page, ".//article/h3")) == shown
    assert shown in text(section(page, "progress"))


@settings(max_examples=50)
@given(TEXT)
def test_no_text_changes_what_the_page_is_made_of(any_text: str) -> None:
    """Whatever stands in a ledger, the page has the same elements with the same attributes."""
    page = read(page_of(hostile_ledger(any_text)))
    linked = is_web_address(any_text)
    assert linked or skeleton(page) == HARMLESS
    assert text(find(page, ".//article/h3")) == " ".join(visible(any_text).split())


def narrowing(page: Element) -> dict[str, list[str]]:
    """Return the links to a part of the table of all commitments: their words by the part."""
    found: dict[str, list[str]] = {}
    for link in page.iter("a"):
        if link.get("data-narrow") is not None:
            assert link.get("href") == "#all"
            found.setdefault(unquote(link.get("data-narrow", "")), []).append(text(link))
    return found


def test_figures_sides_and_bodies_lead_to_the_part_of_the_table_they_count() -> None:
    """Each names the choices that leave what it counts; nought leads nowhere."""
    links = narrowing(read(page_of(shipped())))
    assert links["timing=overdue"] == ["2", "2"]  # in brief and in the figures
    assert links["status=none"] == ["7"]
    assert links["side=Japan"] == ["Japan", "11"]
    assert links["side=Japan&timing=overdue"] == ["2"]
    assert links["owner=METI"] == ["METI"]
    assert "0" not in {words for each in links.values() for words in each}


def test_themes_lead_to_their_part_of_the_table() -> None:
    """So do the counts of a theme, and that of what has none."""
    links = narrowing(read(page_of(every_kind())))
    assert links["theme=space"] == ["Space", "7"]
    assert links["theme=space&status=completed"] == ["1"]
    assert links["theme=none"][0] == "No theme"


def test_every_choice_of_a_link_is_one_of_the_table() -> None:
    """No figure leads to a part that the table cannot be narrowed to."""
    page = read(page_of(every_kind()))
    choices = {
        f"{select.get('name')}={option.get('value')}"
        for select in page.iter("select")
        for option in select.iter("option")
    }
    for each in narrowing(page):
        assert set(filter(None, each.split("&"))) <= choices


def test_a_dossier_has_a_link_of_its_own_and_one_back() -> None:
    """A title leads to its dossier; from there its row in the table is a step away."""
    page = read(page_of(shipped()))
    row = find(page, ".//tr[@id='r-next-meeting']")
    assert find(row, "th/a").get("href") == "#c-next-meeting"
    dossier = find(page, ".//article[@id='c-next-meeting']")
    own, back = find(dossier, "p[@class='tools']")
    assert (own.get("href"), text(own)) == ("#c-next-meeting", "#c-next-meeting")
    assert back.get("href") == "#r-next-meeting"


def test_a_dossier_has_every_entry_with_its_note_and_evidence() -> None:
    """Nothing that is on file about a commitment is left to other sections."""
    ledger = shipped()
    page = read(page_of(ledger))
    for entry in ledger.journal:
        dossier = text(find(page, f".//article[@id='c-{entry.commitment}']"))
        assert str(entry.date) in dossier
        assert " ".join((entry.note or "").split()) in dossier
    cited = {titled(evidence)[1] for entry in ledger.journal for evidence in entry.evidence}
    links = {link.get("href") for each in page.iter("article") for link in each.iter("a")}
    assert cited <= links
    made = {each.meeting for each in ledger.commitments.values()}
    assert {ledger.meetings[each].url for each in made} <= links


def test_an_acronym_is_spelled_out_once_where_it_comes_first() -> None:
    """A reader of the first screen learns who METI is, and is not told again."""
    page = read(page_of(shipped()))
    spelled = {text(each): each.get("title") for each in page.iter("abbr")}
    assert spelled["METI"] == "Ministry of Economy, Trade and Industry"
    assert len(list(page.iter("abbr"))) == len(spelled)
    (first,) = [each for each in section(page, "act").iter("abbr") if text(each) == "METI"]
    assert first.get("title")


def test_notes_and_summaries_in_japanese_are_marked_as_japanese() -> None:
    """Whatever else is in them; those in English carry no language of their own."""
    entry = make_entry("2024-01-01", note="METIとDSITが会合を開いた。")
    ledger = make_ledger(make_commitment(summary="半導体に関する協議"), journal=[entry])
    page = read(page_of(ledger))
    marked = {text(each) for each in page.iter("p") if each.get("lang") == "ja"}
    assert marked == {entry.note, "半導体に関する協議"}
    english = read(page_of(shipped()))
    assert not [each for each in english.iter("p") if each.get("lang")]


def test_the_first_page_alone_leads_nowhere_that_is_not_there() -> None:
    """Without an annex and a table titles and figures are words."""
    page = read(html.report(outline_of(shipped(), brief=True)))
    links = {link.get("href", "") for link in find(page, ".//main").iter("a")}
    assert not [link for link in links if link.startswith("#")]


def test_what_was_completed_late_and_what_is_to_be_reviewed_are_drawn() -> None:
    """From the deadline to the day it was done; and the last day before a review."""
    done = make_entry("2024-05-30", "completed")
    row = drawn(make_commitment(deadline="2024-Q1"), journal=[done])
    late = find(row, ".//line[@class='late']")
    assert late.get("x1") == f"{round(100 * 183 / 274, 2)}%"
    assert late.get("x2") == f"{round(100 * 243 / 274, 2)}%"
    assert "done 2024-05-30" in text(row)
    reviewed = drawn(make_commitment(review_by=date(2024, 5, 29)))
    assert "#mark-review" in {each.get("href") for each in reviewed.iter("use")}
    assert "to be reviewed by 2024-05-29" in text(reviewed)


def test_no_mark_covers_a_deadline() -> None:
    """What was put on file stands in a lane below what was agreed."""
    moved = make_entry("2024-02-01", deadline="2024-Q3", note="A later date.")
    row = drawn(make_commitment(deadline="2024-Q1"), journal=[moved])
    lanes = find(row, ".//svg[@class]").findall("svg/svg")
    assert [lane.get("y") for lane in lanes] == ["-8", "8"]
    assert {each.get("class") for each in lanes[0].iter("rect")} == {"due", "original"}
    assert [each.get("href") for each in lanes[1].iter("use")] == ["#mark-moved"]
    bottom = max(
        float(each.get("y", "0")) + float(each.get("height", "0")) for each in lanes[0].iter("rect")
    )
    assert -8 + bottom < 8 - 5.5 - 1  # half a mark, and half its edge


def data_of(page: Element) -> dict[str, bytes]:
    """Return the files that a page holds, by their names."""
    links = [each for each in page.iter("a") if each.get("download")]
    return {
        each.get("download", ""): b64decode(each.get("href", "").partition(";base64,")[2])
        for each in links
    }


def test_the_page_holds_its_data_as_they_are_exported(jcm: Jcm, tmp_path: Path) -> None:
    """CSV and JSON of the same commitments, byte for byte."""
    asked = ("--as-of", "2026-11-23", "--owner", "METI")
    jcm("--ledger", SHIPPED, "report", *asked, "-o", tmp_path / "r.html")
    jcm("--ledger", SHIPPED, "export", *asked, "-o", tmp_path / "e.csv", "-o", tmp_path / "e.json")
    held = data_of(read((tmp_path / "r.html").read_text(encoding="utf-8")))
    assert held == {
        "commitments.csv": (tmp_path / "e.csv").read_bytes(),
        "commitments.json": (tmp_path / "e.json").read_bytes(),
    }


def test_a_page_of_very_many_commitments_says_that_it_does_not_hold_their_data() -> None:
    """It would be too large to open; it tells which command writes them."""
    data = attached((), MOST_COMMITMENTS + 1, speak(ENGLISH))
    page = read(html.report(replace(outline_of(shipped()), sections=(data,))))
    assert "1,001 commitments" in text(section(page, "data"))
    assert "jcm export" in text(section(page, "data"))
    assert data_of(page) == {}


def test_the_same_report_is_the_same_page_everywhere(tmp_path: Path) -> None:
    """A report can be kept in git: the same bytes in another zone, folder, locale and process."""
    pages = set()
    for number, zone in enumerate(("Asia/Tokyo", "Europe/London")):
        folder = tmp_path / zone
        folder.mkdir(parents=True)
        (folder / "l.toml").write_bytes(SHIPPED.read_bytes())
        command = [sys.executable, "-m", "jcm_ledger", "--ledger", "l.toml", "report"]
        command += ["--as-of", "2026-11-23", "-o", "r.html"]
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number), "LC_ALL": "C"}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        pages.add((folder / "r.html").read_bytes())
    assert len(pages) == 1


def test_the_command_writes_a_page(jcm: Jcm, tmp_path: Path) -> None:
    """-o status.html writes HTML; the same bytes as --format html prints."""
    file = tmp_path / "status.html"
    arguments = ("--ledger", SHIPPED, "report", "--as-of", "2026-11-23")
    assert jcm(*arguments, "-o", file).code == 0
    assert file.read_bytes().decode() == jcm(*arguments, "--format", "html").out
    assert speak(ENGLISH).NOTHING_ON_FILE in file.read_text(encoding="utf-8")


def test_templates_have_no_words_of_their_own() -> None:
    """What people read comes from phrases and the outline, so that a language is added there."""
    for template in Path(html.__file__).parent.glob("*.j2"):
        source = template.read_text(encoding="utf-8")
        for left_out in (r"\{#.*?#\}", r"\{%.*?%\}", r"\{\{.*?\}\}", r"<[^>]*>"):
            source = re.sub(left_out, "", source, flags=re.DOTALL)
        assert re.findall(r"[a-z]{2,}", source) == [], template.name

"""The agenda in every format, each read back by a parser that did not write it."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes, policy
from io import BytesIO
from xml.etree import ElementTree as ET

import html5lib
import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from rich.console import Console

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Circulation, Ledger
from jcm_ledger.render.formats import AgendaFormat
from jcm_ledger.render.outline.agenda import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import BOTH, ENGLISH, JAPANESE, speak
from jcm_ledger.render.terminal import report as terminal
from jcm_ledger.rules.agenda import agenda
from jcm_ledger.rules.query import Query

TODAY = date(2025, 6, 1)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
CHOICES = {
    ENGLISH: ["Renew", "Revise", "Close", "Drop"],
    JAPANESE: ["更新", "内容の見直し", "終了", "取りやめ"],
    BOTH: ["Renew / 更新", "Revise / 内容の見直し", "Close / 終了", "Drop / 取りやめ"],
}
OPEN = ("talks", "call", "study", "network")
"""The open commitments in the order of the agenda."""

DOCUMENTS = [form for form in AgendaFormat if form.renderer]

LEDGER = make_ledger(
    make_commitment("call", title="Joint call", theme="space", deadline="2025-03", paragraph=4),
    make_commitment("talks", title="Talks", theme="health", deadline="2024-H1"),
    make_commitment("network", title="日英ネットワーク", theme="space", owners=("C",)),
    make_commitment("study", title="Study", theme="space", deadline="2026"),
    make_commitment("done", title="A finished thing"),
    make_commitment("old", title="The first plan"),
    make_commitment("new", title="The second plan", meeting="m2", supersedes="old", owners=("A",)),
    journal=[
        make_entry(
            "2024-05-31", commitment="call", deadline="2024-12", note="The permit takes longer."
        ),
        make_entry("2024-12-10", commitment="call", deadline="2025-03", note="No ship was free."),
        make_entry(
            "2025-01-22",
            "in-progress",
            by="B",
            note="Met in Tokyo.",
            evidence=("Press release <https://example.org/talks>",),
        ),
        make_entry("2025-02-01", "completed", note="Nothing is left."),
        make_entry(
            "2025-02-02", "completed", "committee", commitment="done", evidence=("ref: minute 7",)
        ),
        make_entry("2025-02-03", "completed", "committee", commitment="new"),
    ],
    meetings=[
        MEETING,
        make_meeting("m2", held="2024-11-07"),
        make_meeting("m3", expected="2025-H2"),
    ],
)


def content(lang: str = ENGLISH, *, ledger: Ledger = LEDGER, brief: bool = False) -> Outline:
    """Return the outline of the agenda of the third meeting."""
    found = agenda(ledger, ledger.meetings["m3"], TODAY, Query(), name="l.toml")
    return outline(found, speak(lang, ledger.bodies), brief=brief)


def made(form: AgendaFormat, lang: str = ENGLISH) -> bytes:
    """Return the document of a format."""
    return form.render(content(lang, brief=form.brief))


def drawn(lang: str = ENGLISH) -> str:
    """Return the page of a wide terminal."""
    console = Console(width=160, file=None, color_system=None)
    with console.capture() as shown:
        console.print(terminal.page(content(lang), 160))
    return shown.get()


def words() -> dict[str, Callable[[], str]]:
    """Return what gives the whole text of each format that has the whole agenda."""
    return {
        "terminal": drawn,
        "markdown": lambda: "\n".join(in_markdown().itertext()),
        "html": lambda: "\n".join(page().itertext()),
        "docx": lambda: "\n".join(text.text or "" for text in body().iter(f"{W}t")),
        "xlsx": lambda: "\n".join(
            str(cell) for sheet in book() for row in sheet.values for cell in row if cell
        ),
    }


def page(lang: str = ENGLISH) -> ET.Element:
    """Return the web page as a browser parses it."""
    found: ET.Element = html5lib.parse(made(AgendaFormat.HTML, lang), namespaceHTMLElements=False)
    return found


def in_markdown() -> ET.Element:
    """Return the Markdown as a page, as a reader of CommonMark with tables parses it."""
    marked = MarkdownIt().enable("table").render(made(AgendaFormat.MARKDOWN).decode())
    found: ET.Element = html5lib.parse(marked, namespaceHTMLElements=False)
    return found


def body(lang: str = ENGLISH) -> ET.Element:
    """Return the body of the Word document."""
    with zipfile.ZipFile(BytesIO(made(AgendaFormat.DOCX, lang))) as parts:
        return ET.fromstring(parts.read("word/document.xml"))  # noqa: S314 - our own


def book(lang: str = ENGLISH) -> list[Worksheet]:
    """Return the sheets of the workbook."""
    found = load_workbook(BytesIO(made(AgendaFormat.EXCEL, lang)))
    return list(found)


@pytest.mark.parametrize("form", words())
@pytest.mark.parametrize(
    "fact",
    [
        *("Agenda: m3", "1. Talks", "2. Joint call", "3. Study", "4. 日英ネットワーク"),
        "from 2024-12 to 2025-03 (+90 days), A, 2024-12-10: No ship was free.",
        "UK: completed (A, 2025-02-01); Japan: in progress (B, 2025-01-22)",
        *("Met in Tokyo.", "Nothing is left.", "The permit takes longer."),
        *("A finished thing", "ref: minute 7", "The first plan", "The second plan (new)"),
        *("Completed since m2 (7 November 2024)", "Bodies not heard from since m2"),
        *("Renew", "Revise", "Close", "Drop"),
    ],
)
def test_every_format_tells_all_that_the_meeting_needs(form: str, fact: str) -> None:
    """Source, slips with their reasons, where the sides differ, what was closed, who is silent."""
    told = " ".join(words()[form]().split())
    assert fact in told


@pytest.mark.parametrize("lang", CHOICES)
def test_word_has_an_empty_box_a_choice_that_can_be_ticked(lang: str) -> None:
    """One set for each item, named for whoever hears the page, in one line in both languages."""
    controls = [*body(lang).iter(f"{W}sdt")]
    names = [control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for control in controls]  # type: ignore[union-attr]
    assert names == CHOICES[lang] * len(OPEN)
    for control in controls:
        (checked,) = control.iter(f"{W14}checked")
        assert checked.get(f"{W14}val") == "0"
        assert [text.text for text in control.iter(f"{W}t")] == ["☐"]


def test_word_leads_from_the_list_of_items_to_each_of_them() -> None:
    """What was closed has no place of its own to lead to."""
    root = body()
    marks = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]
    own = [link for link in links if link and link.startswith("dossier_")]
    assert len(own) == len(OPEN)
    assert set(own) <= marks


def decisions(lang: str = ENGLISH) -> tuple[list[Worksheet], dict[str, int], list[int]]:
    """Return the sheets, the columns of the first by their heads, and its rows that are filled."""
    sheets = book(lang)
    heads = {str(cell.value): at for at, cell in enumerate(sheets[0][1], start=1)}
    filled = [row for row in range(2, sheets[0].max_row + 1) if sheets[0].cell(row, 1).value]
    return sheets, heads, filled


@pytest.mark.parametrize(
    ("lang", "question"),
    [(ENGLISH, "For decision"), (JAPANESE, "決定"), (BOTH, "For decision\n決定")],
)
def test_excel_lets_one_decision_be_chosen_in_each_row(lang: str, question: str) -> None:
    """From cells of another sheet: a list within the rule may be lost when it is a long one."""
    sheets, heads, filled = decisions(lang)
    (rule,) = sheets[0].data_validations.dataValidation
    assert (rule.type, rule.showErrorMessage) == ("list", True)
    asked = heads[question]
    assert range_boundaries(str(rule.sqref)) == (asked, filled[0], asked, filled[-1])
    name, cells = str(rule.formula1).rsplit("!", 1)
    (among,) = [sheet for sheet in sheets if sheet.title == name.strip("'")]
    assert [cell.value for (cell,) in among[cells.replace("$", "")]] == CHOICES[lang]
    assert len(filled) == len(OPEN)


def test_excel_takes_any_answer_as_text() -> None:
    """A remark such as "=agreed" or "5/6" is neither a formula nor a day."""
    sheets, heads, filled = decisions()
    for row in filled:
        for head in ("For decision", "Remark"):
            cell = sheets[0].cell(row, heads[head])
            assert (cell.value, cell.number_format) == (None, "@")


def test_excel_knows_each_row_by_its_id_however_it_is_sorted() -> None:
    """The id stands in a cell that people see, the number in one that sorts as a number."""
    sheets, heads, filled = decisions()
    rows = [(sheets[0].cell(row, heads["Id"]).value, sheets[0].cell(row, heads["No."]).value)
            for row in filled]  # fmt: skip
    assert rows == [(name, number) for number, name in enumerate(OPEN, start=1)]


def test_excel_has_a_row_no_height_that_would_cut_a_remark() -> None:
    """A height that a person chose stays as it is; these are a first guess."""
    with zipfile.ZipFile(BytesIO(made(AgendaFormat.EXCEL))) as parts:
        assert b"customHeight" not in parts.read("xl/worksheets/sheet1.xml")


def items(parent: ET.Element) -> Iterator[list[str]]:
    """Yield what stands in the list of each decision of a page."""
    for element in parent.iter("div"):
        if element.get("class") == "decision":
            yield ["".join(item.itertext()) for item in element.iter("li")]


@pytest.mark.parametrize("lang", CHOICES)
def test_a_page_has_an_empty_box_a_choice(lang: str) -> None:
    """In the article of each item."""
    assert [*items(page(lang))] == [[f"☐ {choice}" for choice in CHOICES[lang]]] * len(OPEN)


def test_no_link_of_a_page_leads_nowhere() -> None:
    """What was closed is named without one."""
    root = page()
    ids = {element.get("id") for element in root.iter()}
    links = [str(link.get("href")) for link in root.iter("a")]
    within = [link for link in links if link.startswith("#")]
    assert {link[1:] for link in within} <= ids
    assert "#c-talks" in within
    assert "#c-done" not in within


@pytest.mark.parametrize("lang", CHOICES)
def test_markdown_has_a_list_of_boxes_below_each_item(lang: str) -> None:
    """As a reader of CommonMark parses it."""
    tokens = MarkdownIt().parse(made(AgendaFormat.MARKDOWN, lang).decode())
    boxes = [token.content for token in tokens if token.content.startswith("☐")]
    assert boxes == [f"☐ {choice}" for choice in CHOICES[lang]] * len(OPEN)


@pytest.mark.parametrize("lang", CHOICES)
def test_a_terminal_has_brackets_for_boxes(lang: str) -> None:
    """All choices of an item on one line."""
    line = " ".join(f"[ ] {choice}" for choice in CHOICES[lang])
    assert drawn(lang).count(line) == len(OPEN)


def test_a_mail_has_the_first_page_alone() -> None:
    """The items in a line each, and between what one decides; no box can be ticked in a mail."""
    parts = message_from_bytes(made(AgendaFormat.MAIL), policy=policy.default).iter_parts()
    told = [part.get_content() for part in parts]
    assert told[0].replace("\r\n", "\n") == made(AgendaFormat.TEXT).decode()
    for said in told:
        assert "1. Talks" in said
        assert "renew (it goes on as it is)" in said
        assert "☐" not in said
        assert "No ship was free." not in said


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("lang", CHOICES)
def test_the_same_ledger_and_day_give_the_same_bytes(form: AgendaFormat, lang: str) -> None:
    """Documents can be compared, and kept in git."""
    assert made(form, lang) == made(form, lang)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_a_marking_stands_at_the_head_and_the_foot(form: AgendaFormat) -> None:
    """As on every other paper."""
    marked = replace(LEDGER, circulation=Circulation(marking="OFFICIAL", prepared_by="Unit A"))
    document = form.render(content(ledger=marked, brief=form.brief))
    if form.binary:
        with zipfile.ZipFile(BytesIO(document)) as parts:
            document = b"".join(parts.read(name) for name in parts.namelist())
    elif form is AgendaFormat.MAIL:
        parts_of_mail = message_from_bytes(document, policy=policy.default).iter_parts()
        document = "".join(part.get_content() for part in parts_of_mail).encode()
    assert document.count(b"OFFICIAL") >= 2
    assert b"Unit A" in document


@pytest.mark.parametrize("lang", CHOICES)
def test_a_meeting_with_nothing_before_it_is_told_so(lang: str) -> None:
    """In a sentence, in every format, and no box is drawn."""
    nothing = make_ledger(meetings=LEDGER.meetings.values())
    empty = content(lang, ledger=nothing)
    assert empty.nothing
    assert empty.sections == ()
    for form in DOCUMENTS:
        assert form.render(empty)


def test_what_all_is_closed_leaves_a_paper_without_decisions() -> None:
    """The rest of it still tells what was completed."""
    closed = make_ledger(
        make_commitment("done"),
        journal=[make_entry("2025-01-01", "completed", "committee", commitment="done")],
        meetings=LEDGER.meetings.values(),
    )
    said = content(ledger=closed)
    assert [section.key for section in said.sections] == ["brief", "completed", "meetings"]
    sheets = load_workbook(BytesIO(AgendaFormat.EXCEL.render(said))).worksheets
    assert [sheet.title for sheet in sheets] == ["Brief"]

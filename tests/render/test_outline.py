"""The outline of a report: said once, drawn by every format."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes, policy
from functools import partial
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path

import docx
import html5lib
import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace
from rich.console import Console

import jcm_ledger
from examples import make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.status import Status
from jcm_ledger.render.formats import ReportFormat
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Column,
    Comparison,
    Dossiers,
    Entries,
    EntryLine,
    FigureList,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.cells import Cell, Cited, Reference, Sources, Text, number
from jcm_ledger.render.terminal.report import page
from pages import every_kind, in_two_languages, outline_of, shipped

RENDER = Path(jcm_ledger.__file__).parent / "render"


def drawn_on_a_terminal(content: Outline) -> str:
    """Return the page for a terminal of 200 columns."""
    screen = Console(file=StringIO(), width=200, color_system=None)
    screen.print(page(content, 200))
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue()


def from_markdown(content: Outline) -> str:
    """Return the text of a Markdown document, block by block."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of(ReportFormat.MARKDOWN, content))
    return "\n".join(
        "".join(child.content for child in token.children or [])
        for token in tokens
        if token.type == "inline"
    )


def from_html(content: Outline) -> str:
    """Return the text of the body of a page."""
    root = html5lib.parse(text_of(ReportFormat.HTML, content), namespaceHTMLElements=False)
    parts = [each for name in ("header", "main") for each in root.iter(name)]
    return "\n".join("".join(each.itertext()) for each in parts)


def from_word(content: Outline) -> str:
    """Return the paragraphs of a Word document, those of tables too."""
    document = docx.Document(BytesIO(ReportFormat.DOCX.render(content)))
    return "\n".join(each.text for each in document.element.body.iter() if each.tag.endswith("}t"))


def from_mail(content: Outline) -> str:
    """Return the HTML part of a mail as text, after what its plain part says too."""
    mail = message_from_bytes(ReportFormat.MAIL.render(content), policy=policy.default)
    plain, page = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert plain
    assert page
    root = html5lib.parse(page.get_content(), namespaceHTMLElements=False)
    shown = "\n".join("".join(each.itertext()) for each in next(root.iter("body")))
    for section in content.sections:
        assert (section.title in plain.get_content()) == (section.title in shown)
    return shown


def text_of(form: ReportFormat, content: Outline) -> str:
    """Return a document of text."""
    return form.render(content).decode()


READERS: dict[ReportFormat, Callable[[Outline], str]] = {
    ReportFormat.TERMINAL: drawn_on_a_terminal,
    ReportFormat.MARKDOWN: from_markdown,
    ReportFormat.HTML: from_html,
    ReportFormat.DOCX: from_word,
    ReportFormat.MAIL: from_mail,
    ReportFormat.TEXT: partial(text_of, ReportFormat.TEXT),
}

everywhere = pytest.mark.parametrize("form", ReportFormat)


class NewKind(Cell, frozen=True):
    """A type of cell that no renderer knows."""


class NewBlock(Block, frozen=True):
    """A type of block that no renderer knows."""


NOVEL = Section(
    key="budget",
    title="Money that was set aside",
    blocks=(
        Prose("Two funds are open."),
        Table(
            columns=(
                Column(title="Fund", heads=True),
                Column(title="Millions", number=True),
                Column(title="Remark"),
            ),
            rows=((Text("ISPF"), number(1_337), NewKind("Runs to 2030")),),
        ),
        Entries(
            entries=(
                EntryLine(
                    day=date(2026, 7, 1),
                    when="2026-07-01",
                    about=Reference("Quantum call", "quantum"),
                    by="UKRI",
                    news="completed",
                    status=Status.COMPLETED,
                    note="Closed with 14 bids",
                    evidence=Sources("minute 7", (Cited("", "minute 7"),)),
                ),
            ),
            evidence="Evidence",
        ),
    ),
)


@everywhere
def test_a_new_section_is_in_every_format(form: ReportFormat) -> None:
    """Paragraph, table and entries, without a word about them in any renderer."""
    whole = outline_of(shipped())
    first, *others = whole.sections
    shown = READERS[form](replace(whole, sections=(first, NOVEL, *others)))
    for said in (
        "Money that was set aside",
        "Two funds are open.",
        "ISPF",
        "1,337",
        "Runs to 2030",
        "2026-07-01",
        "Closed with 14 bids",
        "minute 7",
    ):
        assert said in shown, said
    following = [first.title, NOVEL.title, others[0].title]
    places = [shown.index(title) for title in following]
    assert places == sorted(places)


@everywhere
def test_what_a_format_cannot_draw_is_left_out_with_its_title(form: ReportFormat) -> None:
    """A block of a type that a renderer does not know leaves no bare heading and no gap."""
    whole = outline_of(shipped())
    unknown = Section(key="map", title="Where it happens", blocks=(NewBlock(),))
    assert READERS[form](replace(whole, sections=(*whole.sections, unknown))) == (
        READERS[form](whole)
    )


@pytest.mark.parametrize("form", [each for each in ReportFormat if not each.brief])
def test_sections_stand_in_one_order(form: ReportFormat) -> None:
    """The brief first, the annex last: as the outline has them."""
    whole = outline_of(every_kind())
    shown = READERS[form](whole).splitlines()
    titles = [section.title for section in whole.sections]
    found = [line.strip() for line in shown if line.strip() in titles]
    assert found == [title for title in titles if title in found]
    assert len(found) >= len(titles) - 3
    assert (found[0], found[1]) == ("In brief", "Act now")


@everywhere
def test_a_title_of_ones_own_leaves_the_day_in_sight(form: ReportFormat) -> None:
    """Whatever a report is called, it says as of which day it speaks."""
    named = outline_of(shipped(), title="For the minister")
    assert "As of 23 November 2026" in READERS[form](named)


@pytest.mark.parametrize("form", [each for each in ReportFormat if each.renderer])
def test_a_statement_is_linked_in_both_languages(form: ReportFormat) -> None:
    """Whoever reads Japanese is led to what they can read."""
    english, japanese = "https://example.org/en", "https://example.org/ja"
    meeting = replace(make_meeting("m1", held="2023-11-07"), url=english, url_ja=japanese)
    made = make_ledger(make_commitment(), meetings=[meeting])
    document = form.render(outline_of(made))
    if form is ReportFormat.DOCX:
        relations = docx.Document(BytesIO(document)).part.rels.values()
        assert {english, japanese} <= {each.target_ref for each in relations}
    else:
        text = parts_of(document) if form is ReportFormat.MAIL else document.decode()
        assert english in text
        assert japanese in text


def parts_of(mail: bytes) -> str:
    """Return the text of both parts of a mail, if both have the same addresses."""
    parts = [
        part.get_content() for part in message_from_bytes(mail, policy=policy.default).iter_parts()
    ]
    assert len(parts) == 2
    assert re.findall(r"https://[^\s\"<]+", parts[0]) == re.findall(r'href="([^"]+)"', parts[1])
    return "\n".join(parts)


def words_of(content: Outline) -> Iterator[str]:
    """Yield the titles, column heads, names and sentences that an outline says of itself."""
    for section in content.sections:
        yield section.title
        yield section.short
        for block in section.blocks:
            match block:
                case Prose():
                    yield block.text
                case Table() | Dossiers():
                    yield from (column.title for column in block.columns)
                case FigureList():
                    yield from (figure.name for figure in block.all)
                case Breakdown() | Comparison():
                    yield block.title
                    yield from (each.name for each in block.parts[0].figures.all)


def literals(module: Path) -> Iterator[str]:
    """Yield the texts in a module, docstrings left out, or the lines of a template's own words."""
    source = module.read_text(encoding="utf-8")
    if module.suffix == ".j2":
        for before, after in pairwise(source.replace("<", ">").split(">")):
            yield before.strip()
            yield after.strip()
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.strip().removeprefix("# ").removeprefix("## ")


def test_no_renderer_knows_a_section() -> None:
    """Titles, heads and empty sentences are the outline's: said there, they are said everywhere."""
    done = make_entry("2024-01-01", "not-pursued")
    quiet = make_ledger(make_commitment(), journal=[done])
    said = {*words_of(outline_of(every_kind())), *words_of(outline_of(quiet))} - {""}
    assert {"Figures", "Last heard from", "In brief", "Annex"} <= said
    drawing = [
        module
        for module in sorted(RENDER.rglob("*"))
        if module.suffix == ".j2"
        or (module.suffix == ".py" and "outline.blocks" in module.read_text(encoding="utf-8"))
        if "outline" not in module.relative_to(RENDER).parts
    ]
    assert len(drawing) > 10
    for module in drawing:
        assert not said & set(literals(module)), module.name


def test_one_commitment_is_not_one_of_one() -> None:
    """The first page of a ledger that has just begun reads as a sentence does."""
    late = make_ledger(make_commitment(deadline="2023-12"))
    for ledger, words in (
        (late, "The one commitment is overdue."),
        (make_ledger(make_commitment(deadline="2030")), "The one commitment is not overdue."),
    ):
        first = outline_of(ledger).sections[0].blocks[0]
        assert isinstance(first, Prose)
        assert first.text.startswith(words)


def test_every_page_names_the_committee_in_its_language() -> None:
    """Where it has no acronym, by its name."""
    day, ledger = date(2026, 11, 23), in_two_languages()
    english = "Test Committee · Status report as of 23 November 2026"
    japanese = "試験合同委員会　進捗状況報告（2026年11月23日現在）"
    assert outline_of(ledger, day, lang="en").running == english
    assert outline_of(ledger, day, lang="ja").running == japanese
    assert outline_of(ledger, day, lang="both").running == f"{english}\n{japanese}"

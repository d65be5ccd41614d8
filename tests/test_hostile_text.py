"""No text of a ledger acts on whatever shows it: each through every command and every format.

A format that is added to a command is driven here by being one of its choices; without a reader
in READERS that parses it independently, this fails.
"""

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from email import message_from_bytes, policy
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import html5lib
import pytest
import typer
from ical.calendar_stream import IcsCalendarStream
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from github import page as on_github
from hostile import CORPUS, FORMULA_STARTS, STEERING, STORM, Hold, ledger
from jcm_ledger import commands
from jcm_ledger.commands import output
from jcm_ledger.commands.documents import agenda_format, report_format
from jcm_ledger.model.return_form import HEAD_ANSWERS, HEADINGS, LABELS, HeadCell, ReturnColumn
from jcm_ledger.render import safe
from jcm_ledger.render.formats import AgendaFormat, ReportFormat
from jcm_ledger.render.html import cells
from jcm_ledger.render.markdown import report as renderer
from jcm_ledger.rules.commissions import commissions
from jcm_ledger.rules.query import Query
from jcm_ledger.store import reading

ISSUED = date(2024, 2, 22)

RETURNS = [f"return-{number}.csv" for number in range(3)]
"""The files that are collected."""

TYPED: dict[str, list[str]] = {
    "list": [],
    "show": ["--", "{id}"],
    "mark": ["--note={text}", "--evidence=ref: {text}", "--by=committee", "--", "{id}", "stalled"],
    "add": ["--owner={body}", "--meeting={meeting}", "--summary={text}", "--", "{text}"],
    "add body": ["--name={text}", "--name-ja={text}", "--contact={text}", "--", "{text}"],
    "add meeting": ["--expected=2030", "--title={text}", "--place={text}", "--", "{text}"],
    "undo": ["--yes"],
    "collect": ["--dry-run", "--on=2024-02-23", "--", *RETURNS],
    "commission": ["--as-of=2024-02-22", "--reply-by=2024-03-01", "--dry-run"],
    "log": [],
    "bodies": ["--silent=1d", "--reply-by=2999-01-01"],
    "timeline": [],
    "report": ["--title=Hostile"],
    "agenda": ["--title=Hostile", "next"],
    "export": [],
    "check": [],
    "schema": [],
    "draft": ["statement.txt"],
    "adopt": ["draft.toml", "--dry-run"],
    "diff": ["--from=2023-01-01", "--to=2024-01-15"],
    "git-setup": [],
    "merge-driver": [*["commitments.toml"] * 3, "7", "commitments.toml"],
    "init": ["--", "new/{text}"],
    "import": ["--yes", "--map", "{text}=title", "--", "commitments.toml"],
    "help": [],
}
"""What is typed after each command, beside its format; with a text in it, it is run for each."""


def text_is_tame(data: bytes) -> None:
    """No character steers a terminal, and marks do not pile up."""
    text = data.decode()
    assert not STEERING.search(text)
    assert not STORM.search(text)


def tsv(data: bytes) -> None:
    """As many fields in each line as in the header."""
    text_is_tame(data)
    assert len({line.count("\t") for line in data.decode().splitlines()}) <= 1


def comma_separated(data: bytes) -> None:
    """No cell is a formula, and each record has all its cells."""
    text = data.decode("utf-8-sig")
    text_is_tame(text.replace("\r\n", "\n").encode())
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(set(map(len, rows))) <= 1
    for cell in (cell for row in rows for cell in row):
        is_number = re.fullmatch(r"-?\d+", cell)
        assert is_number or not cell.lstrip(" \n\u3000\xa0").startswith(FORMULA_STARTS), cell


def json_document(data: bytes) -> None:
    """Parse it; nothing in it steers a terminal that shows it."""
    text_is_tame(data)
    json.loads(data)


def markdown(data: bytes) -> None:
    """No HTML but what parts a word, no picture, no link but to the web, on GitHub neither."""
    text_is_tame(data)
    links = []
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode())
    for token in (each for block in tokens for each in (block, *(block.children or []))):
        assert token.type not in ("html_block", "image", "fence", "code_block")
        assert token.type != "html_inline" or token.content == "<!-- -->"
        if token.type == "link_open":
            links.append(str(token.attrs["href"]))
            assert links[-1].startswith(("http://", "https://"))
    assert len(on_github(data.decode()).findall(".//a")) == len(links)


def html(data: bytes) -> None:
    """No element, attribute or link that a text brought along; one script, and it is ours."""
    page = html_is_tame(data)
    assert len(page.findall(".//script")) == 1


def html_is_tame(data: bytes) -> ET.Element:
    """No element, attribute or link that a text brought along; return the page."""
    text_is_tame(data)
    page: ET.Element = html5lib.parse(data, namespaceHTMLElements=False)
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("img", "iframe", "object", "embed", "base")
        for name, value in element.items():
            assert not name.startswith("on"), name
            if name in ("href", "src"):
                own = ("data:text/csv;", "data:application/json;")  # in base64
                assert value.startswith(("http://", "https://", "#", *own)), value
    return page


def packed(data: bytes) -> ZipFile:
    """Return an Office document whose links all lead to the web."""
    document = ZipFile(io.BytesIO(data))
    for name in document.namelist():
        if name.endswith(".rels"):
            for link in re.findall(
                r'Target="([^"]*)" TargetMode="External"', _text(document, name)
            ):
                assert link.startswith(("http://", "https://")), link
    return document


def word(data: bytes) -> None:
    """Open it; no text in it steers what shows it."""
    text_is_tame(_text(packed(data), "word/document.xml").replace("\r\n", "\n").encode())
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    assert paragraphs
    for paragraph in paragraphs:
        text_is_tame(paragraph.text.encode())


def excel(data: bytes) -> None:
    """Open it; no cell is a formula or steers what shows it."""
    assert not [name for name in packed(data).namelist() if "external" in name.lower()]
    for sheet in load_workbook(io.BytesIO(data)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f", cell.value
            text_is_tame(str(cell.value).encode())
            if cell.hyperlink is not None and cell.hyperlink.target:
                assert cell.hyperlink.target.startswith(("http://", "https://"))


def calendar(data: bytes) -> None:
    """Parse it; every event has a reminder at most and no text broke out of its line."""
    text = data.decode()
    text_is_tame(text.replace("\r\n", "\n").encode())
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = IcsCalendarStream.calendar_from_ics(text)
    assert text.count("\r\nBEGIN:VEVENT\r\n") == len(read.events)
    assert text.count("\r\nBEGIN:VALARM\r\n") == sum(len(each.alarm) for each in read.events)


def _text(document: ZipFile, name: str) -> str:
    return document.read(name).decode()


def mail(data: bytes) -> None:
    """Parse it: our headers and two parts, whatever a text holds; the parts act on nothing."""
    read = message_from_bytes(data, policy=policy.default)
    assert [*read.keys()] == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]
    assert not read.defects
    text_is_tame(str(read["Subject"]).encode())
    plain, page = read.iter_parts()
    assert [plain.get_content_type(), page.get_content_type()] == ["text/plain", "text/html"]
    said, drawn = (each.get_content().replace("\r\n", "\n").encode() for each in (plain, page))
    text_is_tame(said)
    assert b"<script" not in drawn
    html_is_tame(drawn)


def tables(data: bytes) -> None:
    """Parse it; no table came out of a text, and every line can be read."""
    text_is_tame(data)
    assert set(tomllib.loads(data.decode())) <= {"commitment"}


READERS: dict[str, Callable[[bytes], object]] = {
    "": text_is_tame,
    "table": text_is_tame,
    "text": text_is_tame,
    "terminal": text_is_tame,
    "ids": text_is_tame,
    "chart": text_is_tame,
    "github": text_is_tame,
    "tsv": tsv,
    "csv": comma_separated,
    "json": json_document,
    "markdown": markdown,
    "html": html,
    "mail": mail,
    "docx": word,
    "xlsx": excel,
    "ics": calendar,
    "toml": tables,
    "draft html": html_is_tame,  # it has no script
}


def cases() -> Iterator[tuple[str, str]]:
    """Yield every command with each of its formats, "" for one that has no choice."""
    group = typer.main.get_command(commands.app)
    for name, command in getattr(group, "commands", {}).items():
        formats = [
            choice
            for option in command.params
            if option.name == "form"
            for choice in choices(option.type)
        ]
        yield from ((name, str(getattr(form, "value", form))) for form in formats or [""])


def choices(kind: object) -> Iterable[object]:
    """Return what an option takes: its choices, or what the function that reads it knows."""
    read_by: dict[object, Iterable[object]] = {
        report_format: ReportFormat,
        agenda_format: AgendaFormat,
    }
    if (named := read_by.get(getattr(kind, "func", None))) is not None:
        return named
    found: Iterable[object] = getattr(kind, "choices", ())
    assert found, f"{kind!r} has no choices that could be driven here"
    return found


CASES = sorted(cases())
Run = Callable[[str, str, Hold], None]


def returned(held: str) -> Iterator[str]:
    """Yield forms, as texts, of what bodies of a ledger are asked for, with the texts in all cells.

    The first rows answer what was asked for, others have a text wherever one can stand.
    """
    asked = commissions(
        reading.parse(held.encode(), "commitments.toml"), ISSUED, Query(), date(2024, 3, 1)
    )
    texts = [text for text in CORPUS.values() if "\0" not in text]
    for commission in asked[: len(RETURNS)]:
        file = io.StringIO(newline="")
        writer = csv.writer(file)
        writer.writerow([LABELS[HeadCell.REFERENCE].en, str(commission.reference)])
        writer.writerows([LABELS[each].en, text] for each in HEAD_ANSWERS for text in texts[:1])
        writer.writerow([HEADINGS[column].en for column in ReturnColumn])
        for row, text in zip(commission.rows, texts, strict=False):
            told = dict.fromkeys(ReturnColumn, "") | {ReturnColumn.NOTE: text}
            told |= {ReturnColumn.REF: row.standing.commitment.id, ReturnColumn.CODE: str(row.code)}
            writer.writerow([told[column] for column in ReturnColumn])
        writer.writerows([text] * len(ReturnColumn) for text in texts)
        yield file.getvalue()


def variants(command: str, hold: Hold) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield the texts of a ledger with what is typed: all at once, or each alone if it is typed."""
    typed = TYPED[command]
    if not re.search(r"\{(id|text)\}", " ".join(typed)):
        yield CORPUS, typed
        return
    for name, text in CORPUS.items():
        if "\0" not in text:  # no shell can pass it on
            ids = [text] * 3 if hold is Hold.IDS else [f"c-{name}", f"B-{name}", f"m-{name}"]
            values = dict(zip(("id", "body", "meeting"), ids, strict=True)) | {"text": text}
            yield {name: text}, [each.format_map(values) for each in typed]


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """Run one command in all its variants on a hostile ledger, and read what comes out."""
    monkeypatch.setattr(output, "on_terminal", lambda: False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    said = "".join(f"{text} They will {text} by {text} 2030.\n\n" for text in CORPUS.values())
    titles = (safe.toml_string(text) for text in CORPUS.values())
    draft = "".join(
        f'[commitment.c{number}]\ntitle = {title}\nmeeting = "m"\nowners = ["A"]\n'
        for number, title in enumerate(titles)
    )
    (tmp_path / "draft.toml").write_text(draft, encoding="utf-8")
    (tmp_path / "statement.txt").write_text(said.replace("\0", ""), encoding="utf-8", newline="")

    def read(command: str, form: str, hold: Hold) -> None:
        file = tmp_path / "commitments.toml"
        for texts, typed in variants(command, hold):
            held = ledger(texts, hold)
            file.write_text(held, encoding="utf-8", newline="")
            forms = zip(RETURNS, returned(held), strict=True) if command == "collect" else ()
            for name, content in forms:
                (tmp_path / name).write_text(content, encoding="utf-8", newline="")
            capfdbinary.readouterr()
            code = commands.run([*command.split(), *(["--format", form] if form else []), *typed])
            out, err = capfdbinary.readouterr()
            text_is_tame(err)
            assert b"Traceback" not in err
            assert code in (0, 1, 3), f"{typed}: {err!r}"
            own = READERS.get(f"{command} {form}", READERS[form])
            (own if code != 3 else text_is_tame)(out)

    return read


@pytest.mark.parametrize(("command", "form"), CASES)
@pytest.mark.parametrize("hold", Hold)
def test_no_text_acts_on_what_shows_it(run: Run, command: str, form: str, hold: Hold) -> None:
    """Every text of the corpus comes out of every command and format as text, or is refused."""
    run(command, form, hold)


def test_the_corpus_has_something_of_every_kind() -> None:
    """It can only show what it holds: every kind of harm is there, and reads as TOML."""
    texts = "".join(CORPUS.values())
    for sign in (
        "\x1b",
        "\x9b",
        "\u202e",
        "\u200b",
        "=",
        "<script",
        "javascript:",
        "|",
        "日",
        "[/",
    ):
        assert sign in texts
    for text in CORPUS.values():
        assert tomllib.loads(ledger({"x": text}, Hold.IDS))["commitment"][text]["title"] == text
    assert len({*CORPUS.values()}) == len(CORPUS)


@pytest.mark.parametrize(
    ("function", "command", "form"),
    [
        ("one_line", "list", "table"),
        ("field", "list", "tsv"),
        ("csv_cell", "log", "csv"),
        ("json_text", "show", "json"),
        ("markdown", "report", "markdown"),
        ("visible", "check", "text"),
        ("visible", "report", "html"),
        ("xml", "report", "docx"),
        ("excel_cell", "export", "xlsx"),
        ("lines", "export", "ics"),
        ("one_line", "report", "text"),
        ("one_line", "bodies", "text"),
        ("xml", "report", "mail"),
    ],
)
def test_a_renderer_without_its_escape_is_found(
    run: Run, function: str, command: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were text not made safe for its medium, the test above would fail."""
    unsafe: dict[str, Callable[[str], str]] = {"field": lambda text: text.replace("\n", " ")}
    one_line = safe.one_line
    planted = unsafe.get(function, lambda text: text)
    users = (
        "render.markdown.report",
        "render.findings",
        "render.html",
        "render.html.cells",
        "render.templates",
        "commands.output",
    )
    # All are imported before any is changed: what they import is to be what is put back.
    for module in [import_module(f"jcm_ledger.{name}") for name in ("render.safe", *users)]:
        for name in (function, {"markdown": "escaped"}.get(function, function)):
            monkeypatch.setattr(module, name, planted, raising=False)
    assert getattr(safe, function) is planted
    try:
        with pytest.raises((AssertionError, ValueError)):
            run(command, form, Hold.FIELDS)
    finally:  # what was not made safe is not to be remembered
        for kept in (one_line, *vars(renderer).values(), *vars(cells).values()):
            getattr(kept, "cache_clear", lambda: None)()

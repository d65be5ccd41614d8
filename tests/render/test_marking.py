"""Whose paper a report is: the marking on every page of every format, and what properties say.

Word and Excel are laid out by LibreOffice, the web page by Chromium, and pdftotext reads what came
of it. Where one of them is missing its tests are skipped, unless JCM_TEST_OFFICE=required (for the
browser JCM_TEST_BROWSER=required).
"""

import os
import shutil
import subprocess
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import docx
import html5lib
import pytest
from openpyxl import load_workbook
from playwright.sync_api import sync_playwright

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.render.formats import ExportFormat, Format, ReportFormat

MARKING = "OFFICIAL-SENSITIVE (関係者限り)"
PAPER = {
    "prepared_by": "International Science Unit",
    "contact": "science@example.gov.uk",
    "distribution": "Members of the committee",
}
DAY = ("--as-of", "2026-11-23")
FORMATS: list[Format] = [*ReportFormat, *ExportFormat]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return the shipped ledger with a `[report]` table."""
    file = tmp_path / "commitments.toml"
    paper = "".join(f'{key} = "{value}"\n' for key, value in {"marking": MARKING, **PAPER}.items())
    text = SHIPPED.read_text(encoding="utf-8")
    file.write_text(f"{text}\n[report]\n{paper}", encoding="utf-8")
    return file


def command(form: Format) -> str:
    """Return the command that writes a format."""
    return "report" if isinstance(form, ReportFormat) else "export"


def written(jcm: Jcm, ledger: Path, suffix: str, *typed: str) -> Path:
    """Return the document of a suffix as the command writes it."""
    file = ledger.with_name(f"paper{suffix}")
    name = "report" if suffix in {form.suffix for form in ReportFormat} else "export"
    done = jcm("--ledger", ledger, name, "-o", file, "--force", *DAY, *typed)
    assert done.code == 0, done.err
    return file


def pages_of(pdf: Path) -> list[str]:
    """Return the text of a PDF, page by page, without blanks: fonts that change make some."""
    program = shutil.which("pdftotext") or missing("pdftotext", "JCM_TEST_OFFICE")
    read = subprocess.run([program, "-layout", pdf, "-"], capture_output=True, check=True)
    return read.stdout.decode().replace(" ", "").split("\f")[:-1]


def missing(program: str, variable: str) -> NoReturn:
    """Skip a test for want of a program, or fail where it is required."""
    if os.environ.get(variable) == "required":
        pytest.fail(f"no {program} here: install it")
    pytest.skip(f"no {program} here: install it")


def laid_out(file: Path) -> Path:
    """Return the PDF that LibreOffice makes of a document."""
    program = shutil.which("soffice") or missing("LibreOffice", "JCM_TEST_OFFICE")
    home = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    where = ["--outdir", str(file.parent), str(file)]
    convert = [program, home, "--headless", "--convert-to", "pdf", *where]
    subprocess.run(convert, capture_output=True, check=True, timeout=180)
    return file.with_suffix(".pdf")


def printed(file: Path) -> Path:
    """Return the PDF that a browser makes of a page."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        missing("Chromium", "JCM_TEST_BROWSER")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--disable-gpu", "--disable-quic"]
        )
        page = browser.new_page()
        page.goto(file.as_uri())
        page.pdf(path=file.with_suffix(".pdf"), prefer_css_page_size=True)
        browser.close()
    return file.with_suffix(".pdf")


@pytest.mark.parametrize(
    ("suffix", "least"), [(".docx", 5), (".xlsx", 4), (".html", 5)], ids=["Word", "Excel", "page"]
)
def test_the_marking_is_at_the_head_and_the_foot_of_every_page(
    jcm: Jcm, ledger: Path, suffix: str, least: int
) -> None:
    """On paper, upright or lying: whichever sheet is left on a table says what it is."""
    file = written(jcm, ledger, suffix)
    pages = pages_of(printed(file) if suffix == ".html" else laid_out(file))
    marking = MARKING.replace(" ", "")
    assert len(pages) >= least
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        assert marking in lines[0], lines[0]
        assert any(marking in line for line in lines[-2:]), lines[-2:]


def test_a_hostile_marking_prints_as_it_is_written(jcm: Jcm, ledger: Path) -> None:
    """In the style of the page it is a string, and ends neither that nor the element."""
    evil = '"; } body { display: none } </style><script>alert(1)</script> \\22 &amp; x'
    file = written(jcm, ledger, ".html", "--marking", evil)
    page = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    assert len(page.findall(".//script")) == len(page.findall(".//style")) == 1
    pages = pages_of(printed(file))
    assert len(pages) > 3
    assert all("</style><script>alert(1)</script>" in page for page in pages)


@pytest.mark.parametrize("form", FORMATS)
def test_where_nothing_is_set_nothing_is_shown(jcm: Jcm, form: Format) -> None:
    """No empty line, no name without a value, no property."""
    plain = jcm("--ledger", SHIPPED, command(form), "--format", form, *DAY)
    if not form.binary:
        assert "Prepared by" not in plain.out
        assert "arking" not in plain.out.replace('"marking": null', "").replace(".marking {", "")
        assert "OFFICIAL" not in plain.out


@pytest.mark.parametrize("form", [form for form in FORMATS if form.suffix not in (".csv", "")])
def test_every_format_says_whose_paper_it_is(jcm: Jcm, ledger: Path, form: Format) -> None:
    """Marking, who prepared it, whom to ask and who gets it."""
    shown = text_of(written(jcm, ledger, form.suffix).read_bytes(), form)
    for said in (MARKING, *PAPER.values()):
        assert said in shown, said


def text_of(document: bytes, form: Format) -> str:
    """Return what a document says."""
    match form:
        case ReportFormat.DOCX:
            paper = docx.Document(BytesIO(document))
            marked = [each for section in paper.sections for each in section.header.paragraphs]
            return "\n".join(each.text for each in [*marked, *paper.paragraphs])
        case ExportFormat.EXCEL:
            rows = load_workbook(BytesIO(document))["About"].values
            return "\n".join(str(cell) for row in rows for cell in row)
        case ReportFormat.MAIL:
            mail = message_from_bytes(document, policy=policy.default)
            assert isinstance(mail, EmailMessage)
            plain = mail.get_body(("plain",))
            return str(plain and plain.get_content())
    return document.decode().replace("\r\n ", "").replace("<!-- -->", "").replace("\\", "")


def test_head_and_foot_of_what_has_no_pages(jcm: Jcm, ledger: Path) -> None:
    """Markdown, the text of a mail, a terminal and the web page begin and end with it."""
    for form in ("markdown", "text", "terminal"):
        arguments = ("--ledger", ledger, "report", "--format", form, *DAY)
        lines = jcm(*arguments).out.replace("\\", "").strip().splitlines()
        assert lines[0].strip("* ") == lines[-1].strip("* ") == MARKING
    page = html5lib.parse(written(jcm, ledger, ".html").read_bytes(), namespaceHTMLElements=False)
    marked = [each.text for each in page.iter("p") if each.get("class") == "marking"]
    assert marked == [MARKING, MARKING]


def test_every_sheet_has_the_marking_in_its_first_line(jcm: Jcm, ledger: Path) -> None:
    """Above the headings, which stay in sight and sort what is below them."""
    book = load_workbook(written(jcm, ledger, ".xlsx"))
    for sheet in book:
        assert sheet["A1"].value == MARKING
        for line in (sheet.oddHeader, sheet.oddFooter):
            assert line
            assert MARKING in (line.center.text or "")
    commitments = book["Commitments"]
    assert commitments["A2"].value == "Commitment"
    assert (commitments.freeze_panes, commitments.print_title_rows) == ("B3", "$1:$2")
    assert str(commitments.auto_filter.ref).startswith("A2:")


def test_the_properties_of_a_file_say_the_same(jcm: Jcm, ledger: Path) -> None:
    """What a folder shows of it, before anybody opens it."""
    word = docx.Document(str(written(jcm, ledger, ".docx"))).core_properties
    excel = load_workbook(written(jcm, ledger, ".xlsx")).properties
    assert word.author == excel.creator == PAPER["prepared_by"]
    assert word.category == excel.category == MARKING
    for told in (word.comments, excel.description):
        assert told == (
            "Prepared by: International Science Unit; Contact: science@example.gov.uk; "
            "Distribution: Members of the committee"
        )
    page = html5lib.parse(written(jcm, ledger, ".html").read_bytes(), namespaceHTMLElements=False)
    metas = {each.get("name"): each.get("content") for each in page.iter("meta")}
    assert (metas["author"], metas["classification"]) == (PAPER["prepared_by"], MARKING)
    assert metas["description"] == word.comments


def test_what_is_typed_goes_before_what_the_ledger_says(jcm: Jcm, ledger: Path) -> None:
    """For one run: another title, another marking, or none."""
    arguments = ("--ledger", ledger, "report", "--format", "text", *DAY)
    typed = jcm(*arguments, "--marking", "OPEN", "--contact", "me", "--title", "For them").out
    assert typed.startswith("OPEN\n\nFor them\n")
    assert "Contact: me\n" in typed
    assert "Prepared by: International Science Unit\n" in typed
    bare = jcm(*arguments, "--marking", "", "--prepared-by", "", "--contact", " ").out
    assert bare.startswith("Status report")
    assert "Prepared by" not in bare
    assert "Contact" not in bare
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("[report]", '[report]\ntitle = "Ours"'), encoding="utf-8")
    assert "\nOurs\n" in jcm(*arguments).out
    assert "\nTheirs\n" in jcm(*arguments, "--title", "Theirs").out

"""Word and Excel in Japanese and in both languages, as an office suite lays them out.

Skipped where there is no LibreOffice; JCM_TEST_OFFICE=required asks for it.
"""

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

import japanese
from examples import SHIPPED, make_report
from jcm_ledger.render import docx, xlsx
from jcm_ledger.render.outline import outline
from jcm_ledger.render.phrases import speak
from jcm_ledger.rules.report import Report
from jcm_ledger.store.reading import parse

AS_OF = date(2026, 11, 25)
REQUIRED = os.environ.get("JCM_TEST_OFFICE") == "required"
TOOLS = ("soffice", "pdfinfo", "pdftotext", "pdffonts")
FORTY = Path(__file__).parent.parent / "ledgers" / "forty.toml"

pytestmark = pytest.mark.skipif(
    not REQUIRED and not all(map(shutil.which, TOOLS)), reason="needs LibreOffice and poppler"
)


def report(file: Path) -> Report:
    """Return the report on a ledger."""
    return make_report(parse(file.read_bytes(), file.name), str(AS_OF))


def word(content: Report, lang: str, *, brief: bool = False) -> bytes:
    """Return it in Word in a language."""
    return docx.document(outline(content, speak(lang, content.organisations), brief=brief))


def laid_out(document: bytes, folder: Path, name: str) -> Path:
    """Return the PDF that an office suite makes of a document."""
    file = folder / name
    file.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("soffice", profile, "--headless", "--convert-to", "pdf")
    answered(*convert, "--outdir", folder, file)
    return file.with_suffix(".pdf")


def answered(*command: object) -> str:
    """Return what a program says."""
    words = [str(each) for each in command]
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=300).stdout


def letters(text: str) -> set[str]:
    """Return the Japanese letters of a text."""
    return set(re.findall(f"[{japanese.LETTERS}]", text))


@pytest.mark.parametrize("lang", ["ja", "both"])
@pytest.mark.parametrize("ledger", [SHIPPED, FORTY], ids=["shipped", "forty"])
def test_no_letter_of_a_report_is_a_box(tmp_path: Path, ledger: Path, lang: str) -> None:
    """Every Japanese letter of the document is on its pages, in fonts that go with them."""
    pdf = laid_out(word(report(ledger), lang), tmp_path, "it.docx")
    told = answered("pdftotext", pdf, "-")
    with ZipFile(pdf.with_suffix(".docx")) as file:
        xml = file.read("word/document.xml").decode()
    said = "".join(re.findall(r"<w:t [^>]*>([^<]*)", xml))
    assert letters(said)
    assert letters(said) <= letters(told)
    assert not {"\ufffd", "\u25a1"} & set(told)
    fonts = answered("pdffonts", pdf).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\syes\s+(yes|no)\s+(yes|no)\s", font) for font in fonts)


def test_the_brief_in_japanese_is_one_page(tmp_path: Path) -> None:
    """A director general reads it to the end, in either language."""
    pdf = laid_out(word(report(SHIPPED), "ja", brief=True), tmp_path, "brief.docx")
    assert re.search(r"^Pages: +1$", answered("pdfinfo", pdf), re.MULTILINE)


@pytest.mark.parametrize("lang", ["ja", "both"])
def test_a_workbook_shows_its_days(tmp_path: Path, lang: str) -> None:
    """No column is too narrow for one, and the words of both languages are there."""
    content = report(SHIPPED)
    book = xlsx.workbook(content, speak(lang, content.organisations))
    told = answered("pdftotext", "-layout", laid_out(book, tmp_path, "data.xlsx"), "-")
    assert "###" not in told
    assert {"ja": "2024年6月30日", "both": "2024-06-30"}[lang] in told
    assert ("Commitments" in told) is (lang == "both")
    assert "期限超過" in told

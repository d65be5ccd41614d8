"""The documents as an office suite lays them out: how many pages, and what stands on them.

Skipped where there is no LibreOffice; JCM_TEST_OFFICE=required asks for it.
"""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED

AS_OF = date(2026, 11, 25)
REQUIRED = os.environ.get("JCM_TEST_OFFICE") == "required"
TOOLS = ("soffice", "pdfinfo", "pdftotext")

pytestmark = pytest.mark.skipif(
    not REQUIRED and not all(map(shutil.which, TOOLS)), reason="needs LibreOffice and poppler"
)


@pytest.fixture
def paged(jcm: Jcm, tmp_path: Path) -> "Paged":
    """Return what lays a document of the shipped ledger out."""
    return Paged(jcm, tmp_path)


class Paged:
    """Makes a document and turns it into a PDF."""

    def __init__(self, jcm: Jcm, folder: Path) -> None:
        self._jcm, self._folder = jcm, folder

    def __call__(self, *arguments: object, name: str = "report.docx") -> Path:
        """Return the PDF of what a command writes."""
        file = self._folder / name
        asked = (*arguments, "-o", file, "--as-of", AS_OF)
        assert self._jcm("--ledger", SHIPPED, *asked).code == 0
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        _run(
            "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", self._folder, file
        )
        return file.with_suffix(".pdf")


def _run(*command: object) -> str:
    done = subprocess.run(
        [str(each) for each in command], check=True, capture_output=True, text=True, timeout=300
    )
    return done.stdout


def pages(file: Path) -> int:
    """Return how many pages a PDF has."""
    (line,) = [line for line in _run("pdfinfo", file).splitlines() if line.startswith("Pages:")]
    return int(line.split()[1])


def test_the_brief_is_one_page(paged: Paged) -> None:
    """A director reads it to the end."""
    file = paged("report", "--brief")
    assert pages(file) == 1
    assert "Hold the 13th meeting in Japan" in " ".join(_run("pdftotext", file, "-").split())


def test_the_whole_report_of_eleven_is_six_pages(paged: Paged) -> None:
    """The annex with every note among them."""
    assert pages(paged("report")) <= 6


def test_the_report_of_a_body_with_two_is_two_pages(paged: Paged) -> None:
    """It is sent to that body, and read there."""
    assert pages(paged("report", "--owner", "METI")) <= 2


def test_a_workbook_opens(paged: Paged) -> None:
    """The first page of it is the brief."""
    file = paged("export", name="data.xlsx")
    first = " ".join(_run("pdftotext", "-l", "1", file, "-").split())
    assert "Two of eleven commitments are overdue" in first

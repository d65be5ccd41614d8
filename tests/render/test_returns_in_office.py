"""The form as an office suite prints it: on A4, with no line of a text cut off.

Skipped where there is no LibreOffice; JCM_TEST_OFFICE=required asks for it.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jcm_ledger import load
from jcm_ledger.model.return_form import HEADINGS, LABELS, FormLanguage
from jcm_ledger.render.phrases.forms import told, voices
from jcm_ledger.render.xlsx.returns import workbook
from jcm_ledger.rules.commissions import commissions
from jcm_ledger.rules.query import Query

REQUIRED = os.environ.get("JCM_TEST_OFFICE") == "required"
TOOLS = ("soffice", "pdfinfo", "pdftotext")
FORTY = Path(__file__).parent.parent / "ledgers" / "forty.toml"

pytestmark = pytest.mark.skipif(
    not REQUIRED and not all(map(shutil.which, TOOLS)), reason="needs LibreOffice and poppler"
)


def _run(*command: object) -> str:
    done = subprocess.run(
        [str(each) for each in command], check=True, capture_output=True, text=True, timeout=300
    )
    return done.stdout


def _pieces(text: str) -> Counter[str]:
    """Return the words of a text, and each of its Japanese letters: those break anywhere."""
    return Counter(re.findall(r"[a-z]{4,}|[\u3041-\u9fff]", text))


@pytest.mark.parametrize("language", FormLanguage)
def test_no_line_is_cut_off_on_paper(language: FormLanguage, tmp_path: Path) -> None:
    """Fourteen commitments across A4: all that is told of them can be read, page by page."""
    ledger = load(FORTY)
    found = commissions(ledger, date(2026, 11, 25), Query(), date(2026, 12, 11))
    (dsit,) = [each for each in found if each.body.id == "DSIT"]
    file = tmp_path / "form.xlsx"
    file.write_bytes(workbook(dsit, ledger, language))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file)
    printed = file.with_suffix(".pdf")
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", _run("pdfinfo", printed))
    assert size
    assert (round(float(size[1])), round(float(size[2]))) == (842, 595)

    texts = [text for row in dsit.rows for text in told(ledger, row.standing, language).values()]
    steps = [
        step for say in voices(ledger, language) for step in say.steps(dsit, ledger.circulation)
    ]
    repeated = _pieces(str([*HEADINGS.values(), *LABELS.values()]))
    expected = _pieces("\n".join([*texts, *steps]))
    read = _pieces(_run("pdftotext", "-raw", printed, "-"))
    missing = {
        piece: number - read[piece]
        for piece, number in expected.items()
        if read[piece] < number and piece not in repeated
    }
    # A word that is broken within, at the edge of a column, is read as two.
    assert sum(missing.values()) <= expected.total() / 100, missing

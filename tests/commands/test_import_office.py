"""jcm import of what an office suite saved. Skipped where there is no LibreOffice."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from conftest import Jcm
from examples import SECOND

pytestmark = pytest.mark.skipif(
    os.environ.get("JCM_TEST_OFFICE") != "required" and shutil.which("soffice") is None,
    reason="needs LibreOffice",
)

CSV = "csv:Text - txt - csv (StarCalc):{delimiter},34,{encoding},1"
AS = {
    "ods": "ods",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "csv": CSV.format(delimiter=44, encoding=76),
    "semicolons": CSV.format(delimiter=59, encoding=76),
    "cp932": CSV.format(delimiter=44, encoding=64),
}
"""What LibreOffice is told to save as: 44 is a comma, 59 a semicolon, 76 UTF-8, 64 Shift_JIS."""


def tracker(path: Path) -> Path:
    """Write a table as people keep them: a title above, a merged theme, dates, comments, links."""
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    sheet.title = "Actions 進捗"
    rows = (
        ("Ocean tracker", None, None, None, None, None, None, None),
        (None,) * 8,
        ("No.", "Theme", "事項", "Owner", "Due date", "Status", "Notes", "優先度"),
        (1, "Fisheries", "オキアミの調査", "HAV; SUB", date(2026, 3, 31), "完了", 'He said "done",\nand left.', "高"),
        (2, None, "Map the ice, twice", "HAV", "Q3 2026", "Ongoing", None, "低"),
        (3, "Data", "Exchange data", "Institute of Marine Research", date(2027, 1, 1), "On hold", "-", None),
    )  # fmt: skip
    for row in rows:
        sheet.append(list(row))
    sheet.merge_cells("B4:B5")
    sheet["C4"].comment = Comment("Ask Bob.", "Alice")
    sheet["C6"].hyperlink = "https://example.org/data"
    book.create_sheet("Guide")["A1"] = "How to fill this in"
    book.save(path)
    return path


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Return what has LibreOffice save a file in another format."""

    def save(file: Path, form: str) -> Path:
        folder = tmp_path / form
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", AS[form]]
        subprocess.run(
            [*command, "--outdir", str(folder), str(file)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        (made,) = folder.iterdir()
        return made

    return save


@pytest.mark.parametrize("form", AS)
def test_what_libreoffice_saves_says_the_same(
    jcm: Jcm, tmp_path: Path, saved: Callable[[Path, str], Path], form: str
) -> None:
    """The table imported from the workbook and from its copy: the same commitments and reports."""
    original = tracker(tmp_path / "tracker.xlsx")
    copy = saved(original, form)
    if form == "csv":  # a text file has no merged cells: its theme stands in the first row alone
        assert copy.read_text(encoding="utf-8").count("Fisheries") == 1
    ledgers = []
    for number, file in enumerate((original, copy)):
        ledger = tmp_path / f"{number}.toml"
        ledger.write_text(SECOND, encoding="utf-8")
        given = ("--meeting", "oc-3", "--by", "owner", "--on", "2026-11-25", "--yes")
        mapped = ("--map", "Theme=none") if form not in ("ods", "xlsx") else ()
        done = jcm("--ledger", ledger, "import", file, *given, *mapped)
        assert done.code == 0, done.err
        assert "3 commitments and 3 entries" in done.out or "3 commitments, 3 entries" in done.out
        if form in ("ods", "xlsx"):
            assert "C4: the comment is not imported: Ask Bob." in done.out
        assert jcm("check", ledger).code == 0
        ledgers.append(ledger.read_text(encoding="utf-8").replace(file.name, "FILE"))
    assert ledgers[0] == ledgers[1]
    assert "オキアミの調査" in ledgers[0]

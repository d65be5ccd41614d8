"""Forms filled in at LibreOffice itself, under two locales, and saved as people save them.

Skipped where there is no LibreOffice or no Python with its library (apt-get install python3-uno);
JCM_TEST_OFFICE=required asks for both.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import HEADINGS, FormLanguage, HeadCell, ReturnColumn
from jcm_ledger.rules.collecting.outcomes import Collection, Fate, Reason
from jcm_ledger.store import reading
from returns import by_ref, came_to, cell, form, head_cell, headings, numbers, read

C = ReturnColumn
CLERK = Path(__file__).parent / "clerk.py"
REQUIRED = os.environ.get("JCM_TEST_OFFICE") == "required"
LOCALES = ("en-GB", "ja-JP")
LANGUAGES = {"en-GB": FormLanguage.EN, "ja-JP": FormLanguage.JA}
REASONS = {
    "en-GB": f"{HEADINGS[ReturnColumn.REASON].en}: {{}}",
    "ja-JP": f"{HEADINGS[ReturnColumn.REASON].ja}：{{}}",
}
"""How a reason stands in the note."""
FORTY = Path(__file__).parents[1] / "ledgers" / "forty.toml"
LEDGER: Ledger = reading.parse(FORTY.read_bytes(), "forty.toml")
REFS = ("funders-joint-activity", "dementia-trial", "engbio-standards", "health-data", "amr")

TRAPS = {
    "funders-joint-activity": {
        C.STATUS: "in progress",
        C.NOTE: "- met METI",
        C.HAPPENED: "2024-06",
    },
    "dementia-trial": {C.STATUS: "停滞", C.NOTE: "=agreed", C.EVIDENCE: "1/2"},
    "engbio-standards": {C.NOTE: "100%", C.HAPPENED: "令和8年5月14日"},
    "health-data": {C.NOTE: "①㈱髙島屋で開催", C.NEW_DEADLINE: "2027-03", C.REASON: "+ one year"},
    "amr": {C.STATUS: "completed", C.NOTE: "'quoted'", C.HAPPENED: "14 May 2026"},
}
"""What a spreadsheet likes to turn into dates, formulas, fractions and numbers."""


@cache
def python_with_uno() -> str | None:
    """Return a Python that has LibreOffice's library."""
    for name in ("/usr/bin/python3", "python3", "/usr/lib/libreoffice/program/python"):
        found = shutil.which(name)
        if (
            found
            and subprocess.run(
                [found, "-c", "import uno"], capture_output=True, check=False
            ).returncode
            == 0
        ):
            return found
    return None


pytestmark = pytest.mark.skipif(
    not REQUIRED and not (shutil.which("soffice") and python_with_uno()),
    reason="needs LibreOffice and python3-uno",
)


class Saved(NamedTuple):
    """The form of a body in a locale: as it was sent, and what the office saved, by its name."""

    sent: bytes
    reason: str
    files: Mapping[str, bytes]


def addresses(content: bytes) -> dict[str, str]:
    """Return what is typed into the form of AMED, by the addresses of its cells."""
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    typed = {
        cell(sheet, ref, column).coordinate: text
        for ref, answers in TRAPS.items()
        for column, text in answers.items()
    }
    return typed | {head_cell(sheet, HeadCell.RETURNED).coordinate: "2026/12/8"}


def table(content: bytes) -> tuple[int, int]:
    """Return the numbers of the first and the last row of the form."""
    found = numbers(load_workbook(BytesIO(content)).worksheets[0])
    return min(found), max(found)


def last_column(content: bytes) -> str:
    """Return the letter of the column of codes."""
    _header, columns = headings(load_workbook(BytesIO(content)).worksheets[0])
    return get_column_letter(columns[C.CODE])


@pytest.fixture(scope="module", params=LOCALES)
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Return what LibreOffice makes of a form in which somebody typed, and which they edited."""
    locale: str = request.param
    folder = tmp_path_factory.mktemp(locale)
    sent = form(LEDGER, "AMED", LANGUAGES[locale])
    (folder / "sent.xlsx").write_bytes(sent)
    first, last = table(sent)
    code = last_column(sent)
    around = f"A{first}:{code}{last}"
    edits = {
        "typed": [],
        "sorted": [["sort", around, 0]],
        "edited": [
            ["insert rows", 0, 2], ["insert rows", first + 3, 1], ["insert columns", 6, 1],
            ["rename", "回答 (2)"], ["add sheet", "Cover"],
        ],
        "copied": [["copy", f"A{first}:{code}{first}", f"A{last + 2}"]],
        "moved": [["move", f"A{first}:{code}{first}", f"A{last + 3}"]],
        "deleted": [["delete rows", first - 1, 1]],
    }  # fmt: skip
    forms: list[dict[str, Any]] = []
    for name, todo in edits.items():
        kinds = (
            ["xlsx"] if name != "typed" else ["xlsx", "csv-utf-8", "csv-utf-16", "csv-shift-jis"]
        )
        files = {str(folder / f"{name}-{kind}"): kind for kind in kinds}
        forms.append({"file": str(folder / "sent.xlsx"), "typed": addresses(sent), "edits": todo,
                      "saved": files})  # fmt: skip
    task = {"profile": str(folder / "profile"), "locale": locale, "forms": forms}
    subprocess.run(
        [python_with_uno() or "python3", str(CLERK)], input=json.dumps(task), text=True, check=True,
        timeout=280,
    )  # fmt: skip
    found = {Path(file).name: Path(file).read_bytes() for each in forms for file in each["saved"]}
    return Saved(sent, REASONS[locale], found)


def answers(found: Collection) -> Iterator[tuple[str, str]]:
    """Yield each answer that was recorded, by its ref."""
    for ref, row in by_ref(found).items():
        if row.entry is not None:
            yield ref, row.entry.note or ""


def meant(saved: Saved) -> dict[str, str]:
    """Return the notes that were typed, with the reason below, under its heading."""
    why = {ref: typed[C.REASON] for ref, typed in TRAPS.items() if C.REASON in typed}
    named = {ref: saved.reason.format(reason) for ref, reason in why.items()}
    return {
        ref: "\n".join(filter(None, (typed.get(C.NOTE), named.get(ref))))
        for ref, typed in TRAPS.items()
    }


@pytest.mark.parametrize("kind", ["xlsx", "csv-utf-8", "csv-utf-16", "csv-shift-jis"])
def test_what_was_typed_arrives_letter_by_letter(saved: Saved, kind: str) -> None:
    """No text became a date, a formula, a fraction or a number, in a workbook or as text."""
    content = saved.files[f"typed-{kind}"]
    found = came_to(LEDGER, read(content, f"return.{kind[:4].strip('-')}"))
    assert not [*found.every_refusal]
    assert dict(answers(found)) == meant(saved)
    entries = {row.commitment: row.entry for row in found.rows if row.entry}
    assert str(entries["funders-joint-activity"].happened) == "2024-06"
    assert str(entries["engbio-standards"].happened) == "2026-05-14"
    assert str(entries["health-data"].deadline) == "2027-03"
    assert entries["dementia-trial"].evidence == ("ref: 1/2",)
    assert {str(entry.date) for entry in entries.values()} == {"2026-12-08"}


@pytest.mark.parametrize("edit", ["sorted", "edited", "copied", "moved"])
def test_every_answer_arrives_however_the_form_was_edited(saved: Saved, edit: str) -> None:
    """Rows sorted, copied, moved, with others between, on a sheet with another name."""
    found = came_to(LEDGER, read(saved.files[f"{edit}-xlsx"]))
    assert not [*found.every_refusal]
    assert dict(answers(found)) == meant(saved)


def test_a_row_that_was_deleted_is_told(saved: Saved) -> None:
    """It did not come back; the others did."""
    found = came_to(LEDGER, read(saved.files["deleted-xlsx"]))
    missing = [row.commitment for row in found.rows if row.fate is Fate.NOT_RETURNED]
    assert missing == ["funders-joint-activity"]
    left = {ref: note for ref, note in meant(saved).items() if ref not in missing}
    assert dict(answers(found)) == left


def test_letters_that_an_encoding_lacks_are_missed(saved: Saved) -> None:
    """A form whose letters became question marks is refused."""
    content = saved.files["typed-csv-utf-8"].decode("utf-8-sig").encode("ascii", "replace")
    found = came_to(LEDGER, read(content, "return.csv"))
    assert Reason.LETTERS_LOST in [each.reason for each, _ref in found.every_refusal]

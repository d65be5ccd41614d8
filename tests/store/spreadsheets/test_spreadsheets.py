"""Spreadsheets of others as they are read: each cell by what it holds, or a reason why not."""

import os
import random
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from xlsxwriter import Workbook as Written

from jcm_ledger.errors.files import CannotRead
from jcm_ledger.model.spreadsheet import (
    CellKind,
    Spreadsheet,
    WorksheetCell,
    letters_of,
    place_of,
)
from jcm_ledger.store import spreadsheets
from spoilt import parts

HEADINGS = {"Status", "進捗状況"}


def parsed(content: bytes, name: str = "x.xlsx") -> Spreadsheet:
    """Return what a file holds."""
    return spreadsheets.parse(content, name, HEADINGS.__contains__)


def book(fill: Callable[[Workbook], object]) -> bytes:
    """Return a workbook that was filled in."""
    made, file = Workbook(), BytesIO()
    fill(made)
    made.save(file)
    return file.getvalue()


def only(fill: Callable[[Workbook], object]) -> WorksheetCell:
    """Return the only cell of a workbook."""
    (found,) = parsed(book(fill)).sheets[0].cells()
    return found


def typed(value: object, number_format: str = "") -> WorksheetCell:
    """Return a cell that something was typed into."""

    def fill(made: Workbook) -> None:
        cell = made.worksheets[0]["B7"]
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return only(fill)


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("Talks", CellKind.TEXT, "Talks"),
        ("two\nlines", CellKind.TEXT, "two\nlines"),
        (46156, CellKind.NUMBER, "46156"),
        (0.5, CellKind.NUMBER, "0.5"),
        (True, CellKind.TRUTH, "TRUE"),
        (date(2026, 5, 14), CellKind.DATE, "2026-05-14"),
        ("=1+1", CellKind.FORMULA, "=1+1"),
        ("#REF!", CellKind.ERROR, "#REF!"),
    ],
)
def test_a_cell_is_told_by_what_it_holds(value: object, kind: CellKind, text: str) -> None:
    """A formula is not worked out, and an error is no text."""
    found = typed(value)
    assert (found.address, found.kind, found.text) == ("B7", kind, text)
    assert (found.number is not None) is (kind is CellKind.NUMBER)
    assert (found.day is not None) is (kind is CellKind.DATE)


@pytest.mark.parametrize(
    ("number_format", "text"),
    [("mmm-yy", "2026-06"), ('yyyy"年"m"月"', "2026-06"), ("yyyy-mm-dd", "2026-06-01"),
     ("[$-411]ggge年m月d日", "2026-06-01"), ('yyyy"年"m"月"d"日"', "2026-06-01")],
)  # fmt: skip
def test_a_month_that_a_program_made_a_day_is_a_month(number_format: str, text: str) -> None:
    """Who types 2026-06 into a spreadsheet gets the first of June, shown as a month."""
    assert typed(date(2026, 6, 1), number_format).text == text


def test_what_hangs_on_a_cell_is_read() -> None:
    """Comments, links, text that is struck through, merged cells, hidden rows and columns."""

    def fill(made: Workbook) -> None:
        sheet = made.worksheets[0]
        sheet["A1"], sheet["A1"].comment = "x", Comment("Really?", "Ann")
        sheet["A2"], sheet["A2"].hyperlink = "Minutes", "https://example.org/m"
        sheet["A3"], sheet["A3"].font = "gone", Font(strike=True)
        struck = TextBlock(InlineFont(strike=True), "gone")
        sheet["A4"] = CellRichText("keep ", struck, " more")
        sheet.merge_cells("A5:B6")
        sheet["A5"] = "merged"
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True

    (sheet,) = parsed(book(fill)).sheets
    cells = {cell.address: cell for cell in sheet.cells()}
    assert cells["A1"].comment == "Really?"
    assert cells["A2"].link == "https://example.org/m"
    assert (cells["A3"].struck, cells["A3"].unstruck) == ("gone", "")
    assert (cells["A4"].text, cells["A4"].struck) == ("keep gone more", "gone")
    assert cells["A4"].unstruck == "keep  more"
    assert {cells[each].merged for each in ("A5", "B5", "A6", "B6")} == {"A5:B6"}
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {3}


def test_sheets_come_in_their_order_with_who_saved_them() -> None:
    """Hidden ones too."""

    def fill(made: Workbook) -> None:
        made.create_sheet("Second")["A1"] = "x"
        made["Second"].sheet_state = "hidden"
        made.properties.lastModifiedBy = "Ann"

    found = parsed(book(fill))
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [
        ("Sheet", False),
        ("Second", True),
    ]
    assert found.saved_by == "Ann"


def test_a_workbook_with_pictures_and_charts_is_read() -> None:
    """They are left packed, whatever is wrong with them."""
    file = BytesIO()
    with Written(file) as made:
        sheet = made.add_worksheet()
        sheet.write("A1", "Talks")
        sheet.write("A2", 1)
        chart = made.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$2:$A$2"})
        sheet.insert_chart("D2", chart)
        sheet.insert_textbox("F2", "a box")
        sheet.write_comment("A2", "Really?")
    spoilt = parts(file.getvalue(), lambda name, part: b"<x" if "chart" in name else part)
    cells = {cell.address: cell for cell in parsed(spoilt).sheets[0].cells()}
    assert (cells["A1"].text, cells["A2"].comment) == ("Talks", "Really?")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_is_read_by_its_headings(delimiter: str, encoding: str, ends: str) -> None:
    """Delimiter, encoding and ends of lines are worked out; quoted cells may have all of them."""
    note = '"a, b; c\td ""e""\nかな①"'
    lines = [f"No{delimiter}進捗状況", f"1{delimiter}{note}", "", f"2{delimiter}"]
    (sheet,) = parsed(ends.join(lines).encode(encoding), "x.csv").sheets
    assert sheet.text_at(2, 2) == 'a, b; c\td "e"\nかな①'
    assert (sheet.text_at(1, 2), sheet.text_at(4, 1)) == ("進捗状況", "2")


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_table_written_by_the_standard_library_is_read_back(rows: list[list[str]]) -> None:
    """Whatever stands in its cells, but for blanks and what no text may hold."""
    import csv
    from io import StringIO

    kept = [
        ["Status", *(cell.replace("\0", "").replace("\r", "\n") for cell in row)] for row in rows
    ]
    text = StringIO()
    csv.writer(text).writerows(kept)
    try:
        content = text.getvalue().encode()
    except UnicodeEncodeError:
        return
    (sheet,) = parsed(content, "x.csv").sheets
    for number, row in enumerate(kept, start=1):
        for column, cell in enumerate(row, start=1):
            assert sheet.text_at(number, column).strip() == cell.strip() or not cell.isprintable()


@pytest.mark.parametrize(
    "text", ["Café", "METI’s talk", "Société Générale", "naïve — “quoted”", "Zürich, Ölçek, ¿qué?"]
)
def test_letters_of_western_europe_are_not_taken_for_japanese(text: str) -> None:
    """Many are Shift_JIS of something else; without kana it is not believed."""
    with pytest.raises(CannotRead, match="UTF-8"):
        parsed(f"Status\n{text}\n".encode("cp1252"), "x.csv")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _path: None, "there is no such file"),
        (lambda path: path.mkdir(), "it is a folder"),
        (os.mkfifo, "it is a pipe or a device"),
        (lambda path: path.symlink_to(path), "a link"),
    ],
)
def test_what_is_no_file_is_said(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    """Nothing is waited for."""
    path = tmp_path / "x.xlsx"
    make(path)
    with pytest.raises(CannotRead, match=said):
        spreadsheets.read(path, "x.xlsx", HEADINGS.__contains__)


def test_a_large_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is known before."""
    monkeypatch.setattr(spreadsheets, "LARGEST", 10)
    path = tmp_path / "x.csv"
    path.write_bytes(b"Status,1234567890")
    with pytest.raises(CannotRead, match="are not read"):
        spreadsheets.read(path, "x.csv", HEADINGS.__contains__)


SEEDS = st.integers(0, 2**32)


def is_read_or_refused(content: bytes, name: str) -> bool:
    """Return whether bytes are a table, or it is said why not, and what to do."""
    try:
        return isinstance(parsed(content, name), Spreadsheet)
    except CannotRead as refused:
        return bool(refused.hint)


@settings(max_examples=60)
@given(SEEDS)
def test_no_damage_to_a_workbook_is_a_failure_of_ours(seed: int) -> None:
    """Bytes of its parts are changed, doubled or cut off: it is read, or it is said why not."""
    rng = random.Random(seed)  # noqa: S311 - for a test
    content = book(lambda made: made.worksheets[0].append(["Status", 1, "=A1", date(2026, 5, 14)]))

    def damaged(_name: str, part: bytes) -> bytes:
        if rng.random() < 0.7 or not part:
            return part
        start = rng.randrange(len(part))
        end = min(len(part), start + rng.randint(0, 12))
        return (
            part[:start] + rng.choice([b"", b'"', b"<", b"9" * 9, part[start:end] * 2]) + part[end:]
        )

    spoilt = parts(content, damaged)
    if rng.random() < 0.3:
        place = rng.randrange(len(spoilt))
        spoilt = spoilt[:place] + rng.randbytes(4) + spoilt[place + 4 :]
    assert is_read_or_refused(spoilt, "x.xlsx")


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_no_bytes_are_a_failure_of_ours(content: bytes) -> None:
    """They are a table, or it is said what they are."""
    assert is_read_or_refused(content, "x.csv")


@given(st.integers(1, 20_000))
def test_columns_have_letters(column: int) -> None:
    """As spreadsheets name them, and back."""
    assert place_of(f"{letters_of(column)}7") == (7, column)


def test_the_parts_of_an_archive_are_counted() -> None:
    """A few thousand tiny ones are no workbook."""
    file = BytesIO(book(lambda _made: None))
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"x/{number}", b"")
    with pytest.raises(CannotRead, match="parts"):
        parsed(file.getvalue())

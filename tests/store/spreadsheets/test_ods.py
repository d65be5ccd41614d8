"""Reading OpenDocument spreadsheets: what stands in them, and what does harm."""

import tracemalloc
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.errors.files import CannotRead
from jcm_ledger.errors.spreadsheets import (
    BrokenSpreadsheet,
    NotASpreadsheet,
    OversizedSpreadsheet,
)
from jcm_ledger.model.spreadsheet import CellKind, Spreadsheet, Worksheet
from jcm_ledger.store.spreadsheets import ods

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = "<manifest/>"


def document(tables: str, before: str = "") -> str:
    """Return the content of a spreadsheet with these tables."""
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in SPACES.items())
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return f'<?xml version="1.0"?>{before}<office:document-content {spaces}>{body}</office:document-content>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of parts."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return data.getvalue()


def book(tables: str, before: str = "", **parts: str | bytes) -> bytes:
    """Return a spreadsheet with these tables."""
    content = document(tables, before)
    return archive(
        {"mimetype": KIND, "META-INF/manifest.xml": MANIFEST, "content.xml": content, **parts}
    )


def table(rows: str, name: str = "Plan") -> str:
    """Return a table of rows."""
    return f'<table:table table:name="{name}">{rows}</table:table>'


def row(*cells: str, more: str = "") -> str:
    """Return a row of cells."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", more: str = "") -> str:
    """Return a cell; an element stands in it as it is."""
    held = text if text.startswith("<") else f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {more}>{held}</table:table-cell>"


def read(*rows: str) -> Worksheet:
    """Return the sheet of these rows."""
    (sheet,) = ods.parse(book(table("".join(rows))), "t.ods").sheets
    return sheet


def texts(sheet: Worksheet) -> dict[str, str]:
    """Return what the cells of a sheet say, by their addresses."""
    return {each.address: each.text for each in sheet.cells() if each.text}


def test_cells_are_typed() -> None:
    """A day, a number, a truth; a formula and an error are told from what they came to."""
    sheet = read(
        row(
            cell("Talk", 'office:value-type="string"'),
            cell("14/05/26", 'office:value-type="date" office:date-value="2026-05-14T00:00:00"'),
            cell("7", 'office:value-type="float" office:value="7"'),
            cell("1.10", 'office:value-type="float" office:value="1.1"'),
            cell("WAHR", 'office:value-type="boolean" office:boolean-value="true"'),
            cell("3", 'table:formula="of:=1+2" office:value-type="float" office:value="3"'),
            cell(
                "#DIV/0!", 'calcext:value-type="error" office:value-type="string" table:formula="x"'
            ),
        )
    )
    cells = sheet.rows[1]
    assert [each.kind for each in cells.values()] == [
        CellKind.TEXT, CellKind.DATE, CellKind.NUMBER, CellKind.NUMBER, CellKind.TRUTH,
        CellKind.FORMULA, CellKind.ERROR,
    ]  # fmt: skip
    assert [each.text for each in cells.values()] == [
        "Talk", "2026-05-14", "7", "1.10", "TRUE", "of:=1+2", "#DIV/0!",
    ]  # fmt: skip
    assert (cells[2].day, cells[3].number, cells[4].number) == (date(2026, 5, 14), 7.0, 1.1)


def test_repeated_rows_and_cells_are_counted() -> None:
    """As LibreOffice writes blanks, up to a million at once; what holds something is repeated."""
    sheet = read(
        row(cell("", 'table:number-columns-repeated="3"'), cell("x", 'table:number-columns-repeated="2"')),
        row(cell(), more='table:number-rows-repeated="1048570"'),
    )  # fmt: skip
    assert texts(sheet) == {"D1": "x", "E1": "x"}
    sheet = read(
        row(cell(), more='table:number-rows-repeated="8"'),
        row(cell("y"), more='table:number-rows-repeated="2"'),
    )
    assert texts(sheet) == {"A9": "y", "A10": "y"}


def test_lines_blanks_links_and_comments_are_read() -> None:
    """A comment is none of the text; a link keeps where it leads."""
    sheet = read(
        row(
            cell("<text:p>one<text:s text:c='2'/>two<text:line-break/>three</text:p><text:p>four</text:p>"),
            cell("<text:p><text:a xlink:href='https://e.org/a'>Min<text:span>utes</text:span></text:a></text:p>"),
            cell("<office:annotation><text:p>Ask Bob.</text:p></office:annotation><text:p>Talk</text:p>"),
        )
    )  # fmt: skip
    first, second, third = sheet.rows[1].values()
    assert first.text == "one  two\nthree\nfour"
    assert (second.text, second.link) == ("Minutes", "https://e.org/a")
    assert (third.text, third.comment) == ("Talk", "Ask Bob.")


def test_merged_cells_and_hidden_rows_are_told() -> None:
    """Of merged cells the first has the text, and those below it say so."""
    sheet = read(
        row(cell("Space", 'table:number-rows-spanned="2" table:number-columns-spanned="1"'), cell("a")),
        row("<table:covered-table-cell/>", cell("b"), more='table:visibility="filter"'),
    )  # fmt: skip
    assert [sheet.rows[1][1].merged, sheet.rows[2][1].merged] == ["A1:A2", "A1:A2"]
    assert texts(sheet) == {"A1": "Space", "B1": "a", "B2": "b"}
    assert sheet.hidden_rows == {2}


def test_what_was_deleted_is_not_read() -> None:
    """Of tracked changes the present state counts."""
    gone = f"<table:tracked-changes><table:deletion>{row(cell('gone'))}</table:deletion></table:tracked-changes>"
    (sheet,) = ods.parse(book(gone + table(row(cell("here")))), "t.ods").sheets
    assert texts(sheet) == {"A1": "here"}


def test_sheets_keep_their_names_and_order() -> None:
    """Each with its own cells."""
    made = ods.parse(book(table(row(cell("a")), "One") + table(row(cell("b")), "二")), "t.ods")
    assert [(each.name, texts(each)) for each in made.sheets] == [
        ("One", {"A1": "a"}),
        ("二", {"A1": "b"}),
    ]


FAR_ROW = row(cell(), more='table:number-rows-repeated="1048575"')
FAR_CELL = row(cell("", 'table:number-columns-repeated="16383"'), cell("x"))
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

HARMFUL: Mapping[str, tuple[bytes, type[Exception], str]] = {
    "a cell at XFD1048576": (book(table(FAR_ROW + FAR_CELL)), OversizedSpreadsheet, "XFD1048576"),
    "a cell in the last row": (book(table(FAR_ROW + row(cell("x")))), OversizedSpreadsheet, "A1048576"),
    "a row repeated to the end": (book(table(row(cell("x"), more='table:number-rows-repeated="1048576"'))), OversizedSpreadsheet, "beyond"),
    "a cell repeated to the end": (book(table(row(cell("x", 'table:number-columns-repeated="16384"')))), OversizedSpreadsheet, "beyond"),
    "many repeated cells": (book(table(row(cell("x", 'table:number-columns-repeated="200"'), more='table:number-rows-repeated="90000"'))), OversizedSpreadsheet, "cells"),
    "a merge over everything": (book(table(row(cell("x", 'table:number-rows-spanned="1048576" table:number-columns-spanned="16384"')))), OversizedSpreadsheet, "cells"),
    "a number of a billion digits": (book(table(row(cell("x", f'table:number-columns-repeated="{"9" * 5000}"')))), BrokenSpreadsheet, "number"),
    "a negative number": (book(table(row(cell("x", 'table:number-columns-repeated="-4"')))), BrokenSpreadsheet, "number"),
    "a DOCTYPE with entities": (book(table(row(cell("&b;"))), BOMB), BrokenSpreadsheet, "DOCTYPE"),
    "a part of 60 MB": (book(table(row(cell("x"))), before="", **{"Pictures/a.png": b"\0" * 60_000_000}), OversizedSpreadsheet, "unpacks"),
    "elements without an end": (book(table(row(cell("<text:span>" * 300 + "</text:span>" * 300)))), BrokenSpreadsheet, "no end"),
    "XML that is cut off": (archive({"META-INF/manifest.xml": MANIFEST, "content.xml": "<a><b>"}), BrokenSpreadsheet, "damaged"),
    "a text document": (book("", mimetype="application/vnd.oasis.opendocument.text"), NotASpreadsheet, "no spreadsheet"),
    "a password": (book(table(row(cell("x"))), **{"META-INF/manifest.xml": "<m:encryption-data/>"}), NotASpreadsheet, "password"),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL)
def test_what_does_harm_is_refused_with_a_reason(name: str) -> None:
    """In little memory, with the file and what is wrong in the message, and something to do."""
    content, kind, said = HARMFUL[name]
    assert ods.is_one(content)
    tracemalloc.start()
    try:
        with pytest.raises(kind, match=said) as caught:
            ods.parse(content, "t.ods")
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert str(caught.value).startswith("t.ods: ")
    assert getattr(caught.value, "hint", "")
    assert most < 100_000_000


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Action,Owner\n", archive({"a": "b"})])
def test_other_files_are_none(content: bytes) -> None:
    """They are for the readers of workbooks and text."""
    assert not ods.is_one(content)


def test_a_damaged_archive_is_refused() -> None:
    """A byte of its content was changed."""
    content = bytearray(book(table(row(cell("x" * 1000)))))
    at = content.index(b"content.xml") + 40
    content[at : at + 8] = b"\xff" * 8
    with pytest.raises(BrokenSpreadsheet):
        ods.parse(bytes(content), "t.ods")


def test_an_empty_spreadsheet_has_an_empty_sheet() -> None:
    """As a program writes a new one."""
    assert ods.parse(book(table("")), "t.ods") == Spreadsheet(
        name="t.ods", sheets=(Worksheet(name="Plan"),)
    )


SOUND = book(
    table(
        row(cell("Action"), cell("Owner"))
        + row(cell("Talk", 'table:number-rows-spanned="2"'), cell("A"))
        + row(cell("", 'table:number-columns-repeated="3"'), more='table:number-rows-repeated="4"')
    )
)


@given(at=st.integers(0, len(SOUND) - 1), what=st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused(at: int, what: bytes) -> None:
    """Whichever bytes were changed: nobody sees a traceback."""
    content = SOUND[:at] + what + SOUND[at + len(what) :]
    with suppress(CannotRead):
        if ods.is_one(content):
            ods.parse(content, "t.ods")

"""Returns as they should not come back, each with what is said of it.

The ledger is `ledger()`; they answer the commission of 1 December 2026 to A, or should.
"""

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import FormLanguage, HeadCell, ReturnColumn
from jcm_ledger.store import reading
from returns import cell, commission_to, filled, form, headings, place, rows, saved

C, H = ReturnColumn, HeadCell

LEDGER_TEXT = """\
[committee]
name = "Test Committee"
name_ja = "試験委員会"
sides = ["UK", "Japan"]

[meeting.m1]
held = 2023-11-07

[organisation.A]
name = "Body A"
side = "UK"

[organisation.B]
name = "Body B"
side = "Japan"

[commitment.talks]
title = "Talks on chips"
title_ja = "半導体に関する協議"
meeting = "m1"
owners = ["A", "B"]
deadline = "2027-03"

[commitment.labs]
title = "Visits to labs"
meeting = "m1"
owners = ["A"]

[[progress]]
commitment = "labs"
date = 2026-06-01
by = "A"
status = "in-progress"
"""


class Spoilt(NamedTuple):
    """What came back, under which name, its bytes, and what is said of it.

    It is `taken` if it is recorded all the same.
    """

    what: str
    name: str
    content: Callable[[], bytes]
    said: str
    taken: bool = False


@cache
def ledger() -> Ledger:
    """Return the ledger that was asked about."""
    return reading.parse(LEDGER_TEXT.encode(), "commitments.toml")


ANSWERS = {"talks": {C.STATUS: "stalled", C.NOTE: "Waits for a room."}}


@cache
def sent(body: str = "A", language: FormLanguage = FormLanguage.EN) -> bytes:
    """Return the form as it was sent."""
    return form(ledger(), body, language)


def answered(
    typed: Mapping[ReturnColumn, object] | None = None,
    edit: Callable[[Workbook], object] = lambda _book: None,
    language: FormLanguage = FormLanguage.EN,
    head: Mapping[HeadCell, object] | None = None,
) -> bytes:
    """Return the form with an answer about the talks, further edited."""
    row = {**ANSWERS["talks"], **(typed or {})}
    return filled(sent("A", language), {"talks": row}, head, edit)


def text_of(content: bytes, delimiter: str = ",") -> str:
    """Return the form as a text with a delimiter."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    for row in load_workbook(io.BytesIO(content)).worksheets[0].values:
        writer.writerow(["" if value is None else value for value in row])
    return text.getvalue()


def parts(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a workbook whose parts were changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
    return made.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    """Return the answered form with bytes of its sheet replaced."""

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return content
        assert old in content, old
        return content.replace(old, new, 1)

    return parts(answered(), change)


def archive(**files: bytes) -> bytes:
    """Return an archive of files; __ in their names is a folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, content in files.items():
            new.writestr(name.replace("__", "/").replace("DOT", "."), content)
    return made.getvalue()


def ole(stream: str) -> bytes:
    """Return the beginning of an OLE file with a stream of this name."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500) + stream.encode("utf-16-le") + bytes(500)


def bomb() -> bytes:
    """Return a workbook of which a part unpacks to 400 MB."""
    made = io.BytesIO(answered())
    with zipfile.ZipFile(made, "a", 8) as book, book.open("xl/extra.xml", "w") as part:
        for _ in range(400):
            part.write(bytes(1_000_000))
    return made.getvalue()


def lying_bomb() -> bytes:
    """Return a workbook whose archive says that a part is small which is not."""
    name = b"xl/extra.xml"
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(bytes(100_000_000)) + packed.flush()
    made = io.BytesIO(answered())
    with zipfile.ZipFile(made, "a", 0) as book:
        book.writestr(name.decode(), data)
    content = bytearray(made.getvalue())
    for mark, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        named = content.find(name) if mark == b"PK\x03\x04" else content.rfind(name)
        start = content.rfind(mark, 0, named)
        struct.pack_into("<H", content, start + method, 8)
    return bytes(content)


def many_cells() -> bytes:
    """Return the answered form with 300,000 cells below it."""
    row = b"".join(b"<c><v>1</v></c>" for _ in range(100))
    rows_ = b"".join(b"<row>" + row + b"</row>" for _ in range(3000))
    return in_sheet(b"</sheetData>", rows_ + b"</sheetData>")


def with_macros() -> bytes:
    """Return the answered form with a project of macros in it."""
    made = io.BytesIO(answered())
    with zipfile.ZipFile(made, "a") as book:
        book.writestr("xl/vbaProject.bin", b"\xcc\x61" * 100)
    return made.getvalue()


def set_cell(ref: str, column: ReturnColumn, value: Any) -> Callable[[Workbook], object]:
    """Return the edit that types something into a cell."""

    def edit(book: Workbook) -> None:
        cell(book.worksheets[0], ref, column).value = value

    return edit


def at(address: str, value: Any, sheet: int = 0) -> Callable[[Workbook], object]:
    """Return the edit that types something somewhere."""

    def edit(book: Workbook) -> None:
        book.worksheets[sheet][address] = value

    return edit


def merged(book: Workbook) -> None:
    """Merge the status of both rows."""
    sheet = book.worksheets[0]
    column = cell(sheet, "talks", C.STATUS).column_letter
    first, last = min(rows(sheet).values()), max(rows(sheet).values())
    sheet.merge_cells(f"{column}{first}:{column}{last}")
    sheet[f"{column}{first}"] = "stalled"


def copied(book: Workbook) -> None:
    """Copy the row of the talks, and answer the copy otherwise."""
    sheet = book.worksheets[0]
    number = rows(sheet)["talks"]
    last = sheet.max_row + 1
    for each in list(sheet[number]):
        sheet.cell(last, place(each)[1]).value = each.value
    sheet.cell(last, headings(sheet)[1][C.STATUS]).value = "completed"


def swapped(column: ReturnColumn) -> Callable[[Workbook], object]:
    """Return the edit that swaps a column's cells of both rows."""

    def edit(book: Workbook) -> None:
        one, other = (cell(book.worksheets[0], ref, column) for ref in ("talks", "labs"))
        one.value, other.value = other.value, one.value

    return edit


def of_b(book: Workbook) -> None:
    """Put B's row of the talks in the place of A's."""
    theirs = load_workbook(io.BytesIO(sent("B"))).worksheets[0]
    code = cell(theirs, "talks", C.CODE).value
    cell(book.worksheets[0], "talks", C.CODE).value = code


def heading(column: ReturnColumn, text: str) -> Callable[[Workbook], object]:
    """Return the edit that calls a column otherwise."""

    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        number, columns = headings(sheet)
        sheet.cell(number, columns[column]).value = text

    return edit


def without_header(book: Workbook) -> None:
    """Move the row of the talks to a sheet of its own, a column further, without a header."""
    sheet = book.worksheets[0]
    number = rows(sheet)["talks"]
    new = book.create_sheet("Mine")
    for each in list(sheet[number]):
        new.cell(1, place(each)[1] + 1).value = each.value
    sheet.delete_rows(number)


def commented(book: Workbook) -> None:
    """Remark beside the status."""
    cell(book.worksheets[0], "talks", C.STATUS).comment = Comment("Really?", "Ann")


def struck(book: Workbook) -> None:
    """Strike the evidence out."""
    found = cell(book.worksheets[0], "talks", C.EVIDENCE)
    found.value, found.font = "old minutes", Font(strike=True)


def hidden(book: Workbook) -> None:
    """Hide the row."""
    sheet = book.worksheets[0]
    sheet.row_dimensions[rows(sheet)["talks"]].hidden = True


def linked(address: str) -> Callable[[Workbook], object]:
    """Return the edit that puts a link behind the evidence."""

    def edit(book: Workbook) -> None:
        found = cell(book.worksheets[0], "talks", C.EVIDENCE)
        found.value, found.hyperlink = "Minutes", address

    return edit


def other_column(book: Workbook) -> None:
    """Use a column of one's own."""
    sheet = book.worksheets[0]
    number, _columns = headings(sheet)
    last = sheet.max_column + 1
    sheet.cell(number, last).value = "Internal"
    sheet.cell(rows(sheet)["talks"], last).value = "ask Ann"


def formatted_far(book: Workbook) -> None:
    """Format the very last cell of the sheet."""
    book.worksheets[0]["XFD1048576"].font = Font(bold=True)


def reference(text: Any) -> Callable[[Workbook], object]:
    """Return the edit that changes the reference."""

    def edit(book: Workbook) -> None:
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for each in row:
                    if each.value == str(commission_to(ledger(), "A").reference):
                        each.value = text

    return edit


def kinds() -> Iterator[Spoilt]:
    """Yield files that are something else."""
    html = b"<html><head><meta charset=utf-8></head><table><tr><td>Ref.</td></tr></table></html>"
    xml = b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
    eml = b"From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n\nSee attached.\n"
    xlsx, csv_ = "return.xlsx", "return.csv"
    yield Spoilt("an empty file", xlsx, lambda: b"", "it is empty")
    yield Spoilt("a file of blanks", csv_, lambda: b"\r\n \r\n", "it is empty")
    yield Spoilt(
        "a workbook of Excel 97 to 2003",
        "return.xls",
        lambda: ole("Workbook"),
        "it is a workbook of Excel 97 to 2003 (.xls)",
    )
    yield Spoilt(
        "a workbook of Excel 95",
        "return.xls",
        lambda: ole("Book"),
        "it is a workbook of Excel 95 (.xls)",
    )
    yield Spoilt(
        "a workbook with a password",
        xlsx,
        lambda: ole("EncryptedPackage"),
        "it is protected by a password",
    )
    yield Spoilt(
        "a mail saved from Outlook",
        "return.msg",
        lambda: ole("__substg1.0_0037001F"),
        "it is a mail saved from Outlook",
    )
    yield Spoilt(
        "a Word document of 2003",
        "return.doc",
        lambda: ole("WordDocument"),
        "it is a Word document",
    )
    yield Spoilt(
        "another document of an old Office",
        "return.ppt",
        lambda: ole("PowerPoint"),
        "it is a document of an older Office",
    )
    yield Spoilt(
        "an OpenDocument spreadsheet",
        "return.ods",
        lambda: archive(contentDOTxml=b"", **{"META-INF__manifestDOTxml": b""}),
        "it is an OpenDocument file (.ods)",
    )
    yield Spoilt(
        "a binary workbook",
        "return.xlsb",
        lambda: archive(xl__workbookDOTbin=b""),
        "it is a binary workbook (.xlsb)",
    )
    yield Spoilt(
        "a Word document",
        "return.docx",
        lambda: archive(word__documentDOTxml=b""),
        "it is a Word document",
    )
    yield Spoilt(
        "a document of Numbers",
        "return.numbers",
        lambda: archive(Index__TablesDOTiwa=b""),
        "it is a document of Apple Numbers",
    )
    yield Spoilt(
        "an archive of several returns",
        "returns.zip",
        lambda: archive(oneDOTxlsx=answered()),
        "it is an archive",
    )
    yield Spoilt("a PDF", "return.pdf", lambda: b"%PDF-1.7\n...", "it is a PDF")
    yield Spoilt("a page of HTML named .xls", "return.xls", lambda: html, "it is a page of HTML")
    yield Spoilt(
        "a table in XML of Excel 2003",
        "return.xml",
        lambda: xml,
        "it is a table in XML (Excel 2003)",
    )
    yield Spoilt("a mail", "return.eml", lambda: eml, "it is a mail")
    yield Spoilt("a picture", "return.png", lambda: b"\x89PNG\r\n\x1a\n....", "it is a picture")
    yield Spoilt("a text with formatting", "return.rtf", lambda: b"{\\rtf1 x}", "(RTF)")
    yield Spoilt(
        "the file beside an open workbook",
        "~$return.xlsx",
        lambda: b"\x03Ann" + bytes(60),
        "it is the file that Excel keeps beside an open workbook",
    )


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def with_doctype(encoding: str) -> bytes:
    """Return the answered form, a part of which has a DOCTYPE, in an encoding."""

    def change(name: str, part: bytes) -> bytes:
        if name != "xl/styles.xml":
            return part
        text = part.decode().partition("?>")[2] or part.decode()
        declared = f'<?xml version="1.0" encoding="{encoding}"?>'
        return (declared + DOCTYPE + text).encode(encoding)

    return parts(answered(), change)


def strict() -> bytes:
    """Return the answered form as Excel saves “Strict Open XML”."""
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    other = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    return parts(answered(), lambda _name, part: part.replace(usual, other))


def workbooks() -> Iterator[Spoilt]:
    """Yield workbooks that are damaged, or of which something is too large."""
    xlsx = "return.xlsx"
    yield Spoilt(
        "a workbook cut off in the mail", xlsx, lambda: answered()[:-400], "its archive is damaged"
    )
    yield Spoilt(
        "a workbook with a damaged part",
        xlsx,
        lambda: in_sheet(b"</sheetData>", b"</sheetDa"),
        "in it is damaged",
    )
    yield Spoilt(
        "a workbook without its sheets",
        xlsx,
        lambda: archive(**{"[Content_Types]DOTxml": b"<Types/>"}),
        "it is no workbook that can be understood",
    )
    yield Spoilt("“Strict Open XML”", xlsx, strict, "it is a workbook in “Strict Open XML”")
    yield Spoilt("a zip bomb", xlsx, bomb, "it unpacks to 400 MB")
    yield Spoilt("a zip bomb that lies about its size", xlsx, lying_bomb, "its archive is damaged")
    yield Spoilt(
        "a text in the very last cell",
        xlsx,
        lambda: answered(edit=at("XFD1048576", "x")),
        "something stands in XFD1048576",
    )
    yield Spoilt(
        "a cell at ZZZZ2",
        xlsx,
        lambda: in_sheet(b'<c r="A1"', b'<c r="ZZZZ2" t="str"><v>x</v></c><c r="A1"'),
        "something stands in ZZZZ2",
    )
    yield Spoilt(
        "a cell at nowhere",
        xlsx,
        lambda: in_sheet(b'<c r="A1"', b'<c r="?9" t="str"><v>x</v></c><c r="A1"'),
        'has a cell at "?9"',
    )
    yield Spoilt("a DOCTYPE", xlsx, lambda: with_doctype("utf-8"), "has a DOCTYPE")
    yield Spoilt("a DOCTYPE in UTF-16", xlsx, lambda: with_doctype("utf-16"), "has a DOCTYPE")
    yield Spoilt("300,000 cells", xlsx, many_cells, "it has more than 100,000 cells")
    yield Spoilt(
        "a whole sheet merged",
        xlsx,
        lambda: in_sheet(
            b"</sheetData>",
            b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        "is one range of cells",
    )
    yield Spoilt(
        "a link over a whole sheet",
        xlsx,
        lambda: in_sheet(
            b"</sheetData>",
            b'</sheetData><hyperlinks><hyperlink location="x" ref="A1:XFD1048576"/></hyperlinks>',
        ),
        "is one range of cells",
    )
    yield Spoilt(
        "elements within elements",
        xlsx,
        lambda: in_sheet(b"</sheetData>", b"</sheetData>" + b"<x>" * 10**5 + b"</x>" * 10**5),
        "has no end of elements",
    )
    yield Spoilt(
        "a formula of 2 MB",
        xlsx,
        lambda: in_sheet(b'<c r="A1"', b'<c r="B1"><f>' + b"1+" * 10**6 + b'1</f></c><c r="A1"'),
        "is longer than any spreadsheet allows",
    )


def texts() -> Iterator[Spoilt]:
    """Yield texts with a delimiter that cannot be read, or only in part."""
    xlsx, csv_ = "return.xlsx", "return.csv"
    yield Spoilt(
        "an unclosed quote",
        csv_,
        lambda: text_of(answered()).encode() + b'"x,',
        "cannot be read: unexpected end of data",
    )
    yield Spoilt(
        "letters of Western Europe",
        csv_,
        lambda: text_of(answered({C.NOTE: "Cafés booked."})).encode("cp1252"),
        "it is neither UTF-8, UTF-16 nor Shift_JIS text",
    )
    yield Spoilt(
        "a text of zero bytes",
        csv_,
        lambda: text_of(answered()).encode("utf-16-le"),
        "it holds bytes of zero",
    )
    yield Spoilt(
        "half a text in UTF-16",
        csv_,
        lambda: text_of(answered()).encode("utf-16")[:-1],
        "it begins as UTF-16 and does not go on so",
    )
    yield Spoilt(
        "random bytes",
        csv_,
        lambda: bytes(range(254, 1, -1)),
        "it is neither UTF-8, UTF-16 nor Shift_JIS text",
    )
    yield Spoilt(
        "300 columns",
        csv_,
        lambda: text_of(answered()).encode() + b"," * 300,
        "is beyond what is read of a table",
    )
    yield Spoilt(
        "a million rows",
        csv_,
        lambda: text_of(answered()).encode() + b"x,y\n" * 10**6,
        "is beyond what is read of a table",
    )
    yield Spoilt(
        "another spreadsheet", xlsx, lambda: saved(Workbook()), "it holds no row of a return"
    )
    yield Spoilt(
        "Japanese saved as question marks",
        csv_,
        lambda: text_of(answered(language=FormLanguage.JA)).encode("ascii", "replace"),
        "letters were lost when it was saved",
    )
    yield Spoilt(
        "a translation saved as question marks",
        csv_,
        lambda: text_of(answered(language=FormLanguage.BOTH)).encode("ascii", "replace"),
        "letters were lost when it was saved",
    )
    yield Spoilt(
        "an answer saved as question marks",
        csv_,
        lambda: text_of(answered({C.NOTE: "会場を確保した"})).encode("ascii", "replace"),
        "letters were lost when it was saved",
    )


def odd() -> Iterator[Spoilt]:
    """Yield files that are odd, and taken."""
    note = {C.NOTE: "①㈱髙島屋で会合を開いた。"}
    japanese = partial(answered, note, language=FormLanguage.JA)
    recorded = "1 recorded"
    yield Spoilt(
        "Shift_JIS with ①㈱髙",
        "return.csv",
        lambda: text_of(japanese()).encode("cp932"),
        recorded,
        taken=True,
    )
    yield Spoilt(
        "UTF-16 with tabs",
        "return.txt",
        lambda: text_of(japanese(), "\t").encode("utf-16"),
        recorded,
        taken=True,
    )
    yield Spoilt(
        "UTF-8 with a mark and semicolons",
        "return.csv",
        lambda: text_of(japanese(), ";").encode("utf-8-sig"),
        recorded,
        taken=True,
    )
    yield Spoilt(
        "a format in the very last cell",
        "return.xlsx",
        lambda: answered(edit=formatted_far),
        recorded,
        taken=True,
    )
    yield Spoilt("macros", "return.xlsm", with_macros, recorded, taken=True)
    yield Spoilt("a workbook named .xls", "return.xls", answered, recorded, taken=True)
    yield Spoilt(
        "a day that is a date of the spreadsheet",
        "return.xlsx",
        lambda: answered({C.HAPPENED: date(2026, 11, 30)}),
        recorded,
        taken=True,
    )
    yield Spoilt(
        "a comment",
        "return.xlsx",
        lambda: answered(edit=commented),
        "a comment, not recorded: “Really?”",
        taken=True,
    )
    yield Spoilt(
        "a text struck through",
        "return.xlsx",
        lambda: answered(edit=struck),
        "struck through, not recorded: “old minutes”",
        taken=True,
    )
    yield Spoilt(
        "a hidden row",
        "return.xlsx",
        lambda: answered(edit=hidden),
        "the row is hidden, and is read all the same",
        taken=True,
    )
    yield Spoilt(
        "a link that its text hides",
        "return.xlsx",
        lambda: answered(edit=linked("https://example.org/m")),
        "kept as Minutes <https://example.org/m>",
        taken=True,
    )
    yield Spoilt(
        "a link to a file",
        "return.xlsx",
        lambda: answered(edit=linked(r"file:///C:\minutes.docx")),
        "a link, not recorded: file:///C:",
        taken=True,
    )
    yield Spoilt(
        "a column of one's own",
        "return.xlsx",
        lambda: answered(edit=other_column),
        "in a column that is not the form's, not recorded: “ask Ann”",
        taken=True,
    )
    yield Spoilt(
        "a remark beside the head",
        "return.xlsx",
        lambda: answered(edit=at("J1", "Late, sorry")),
        "beside the form, not recorded: “Late, sorry”",
        taken=True,
    )
    yield Spoilt(
        "another sheet",
        "return.xlsx",
        lambda: answered(edit=lambda book: book.create_sheet("Notes").append(["x"])),
        "this sheet has no row of a return and was not read",
        taken=True,
    )
    yield Spoilt(
        "a copy of the row",
        "return.xlsx",
        lambda: answered(
            edit=lambda book: book.worksheets[0].append(
                [each.value for each in book.worksheets[0][rows(book.worksheets[0])["talks"]]]
            )
        ),
        recorded,
        taken=True,
    )


def cells() -> Iterator[Spoilt]:
    """Yield returns with a row or a cell that is refused."""
    for what, typed, edit, said in (
        ("a formula", {C.NOTE: "=1+1"}, None, "a formula stands there, =1+1"),
        ("an error of the spreadsheet", {C.NOTE: "#REF!"}, None, "an error of the spreadsheet"),
        ("merged answers", {}, merged, "nothing says for which rows"),
        ("a bare number for a day", {C.HAPPENED: 46156}, None,
         "looks like a spreadsheet's number for 14 May 2026"),
        ("a bare number as text", {C.HAPPENED: "46156"}, None,
         "looks like a spreadsheet's number for 14 May 2026"),
        ("an ambiguous day", {C.HAPPENED: "5/6/2026"}, None, "can be 6 May 2026 or 5 June 2026"),
        ("two figures for the year", {C.HAPPENED: "14/5/26"}, None, "has two figures for the year"),
        ("a day without a year", {C.HAPPENED: "5月14日"}, None, "has no year"),
        ("a day on no calendar", {C.HAPPENED: "30 February 2026"}, None, "is on no calendar"),
        ("another day of the week", {C.HAPPENED: "2026年5月14日（金）"}, None,
         "names another day of the week"),
        ("a year after its era", {C.HAPPENED: "平成38年5月14日"}, None, "is not within its era"),
        ("a word for a day", {C.HAPPENED: "soon"}, None, "is no day, month or year"),
        ("a day after the return", {C.HAPPENED: "9 December 2026"}, None,
         "after the day of the return"),
        ("a new deadline without a reason", {C.NEW_DEADLINE: "2027-06"}, None,
         "has no reason beside it"),
        ("a reason without a new deadline", {C.REASON: "No room."}, None, "and no new deadline"),
        ("a new deadline that is a word", {C.NEW_DEADLINE: "TBC", C.REASON: "x"}, None,
         "“TBC” is no day, month or year"),
        ("a status that says too little", {C.STATUS: "closed"}, None, "says too little"),
        ("an unknown status", {C.STATUS: "soon"}, None, "“soon” is no status"),
        ("no change where nothing is on file", {C.STATUS: "no change", C.NOTE: None}, None,
         "no status is on file"),
        ("evidence alone", {C.STATUS: None, C.NOTE: None, C.EVIDENCE: "x"}, None, "stands alone"),
        ("characters that steer", {C.NOTE: "Waits\u202e for"}, None, "U+202E"),
        ("a row with neither ref nor code", {}, lambda book: book.worksheets[0].append(
            [None] * 7 + ["One more thing"]), "has no reference and no code"),
        ("a text below the table", {}, lambda book: book.worksheets[0].append(["Please call me."]),
         "is no commitment of this ledger"),
        ("codes sorted past the rows", {}, swapped(C.CODE), "and its code is that of"),
        ("refs sorted past the codes", {}, swapped(C.REF), "and its code is that of"),
        ("a code of another commission", {}, of_b, "is of no row of this commission"),
        ("a code that was typed", {}, set_cell("talks", C.CODE, "AAAA"), "is no code of a row"),
        ("a row without its code", {}, set_cell("talks", C.CODE, None), "has no code"),
        ("a ref that was changed", {}, set_cell("talks", C.REF, "chips"), "was changed"),
        ("owners corrected in their column", {}, set_cell("talks", C.OWNERS, "B"),
         "the text under “Owners” was changed"),
        ("a deadline corrected in its column", {}, set_cell("talks", C.DEADLINE, "2028"),
         "the text under “Deadline” was changed"),
        ("a formula among the locked texts", {}, set_cell("talks", C.SOURCE, "=A1"),
         "the text under “Source” was changed"),
        ("a heading of one's own", {}, heading(C.STATUS, "How is it going?"),
         "a heading that is not the form's"),
        ("a row under no header", {}, without_header, "stands under no header"),
        ("a copy answered otherwise", {}, copied, "gives a different answer to the same commitment"),
        ("no reference", {}, reference(None), "no reference says which commission it answers"),
        ("a reference that was changed", {}, reference("DSIT"), "“DSIT” is no reference"),
        ("two references", {}, at("J1", "JCM-20261101-B-0000"), "of several commissions"),
        ("a body of another ledger", {}, reference("JCM-20261201-NOBODY-0000"),
         "which this ledger has not"),
    ):  # fmt: skip
        yield Spoilt(
            what, "return.xlsx", partial(answered, typed, edit or (lambda _book: None)), said
        )
    for what, head, said in (
        ("an ambiguous day of return", {H.RETURNED: "5/6/2026"}, "can be 6 May 2026 or"),
        ("a month as the day of return", {H.RETURNED: "December 2026"}, "is no day, month or year"),
        ("a formula as the day of return", {H.RETURNED: "=TODAY()"}, "is no day, month or year"),
        (
            "a return before the commission",
            {H.RETURNED: "30 November 2026"},
            "before it was issued",
        ),
        ("a return of tomorrow's tomorrow", {H.RETURNED: "11 December 2026"}, "is yet to come"),
        ("nothing to report, and an answer", {H.NIL_RETURN: "yes"}, "and this row answers"),
        ("nothing to report, perhaps", {H.NIL_RETURN: "mostly"}, "is neither yes nor empty"),
    ):
        yield Spoilt(what, "return.xlsx", partial(answered, {}, head=head), said)


def every() -> list[Spoilt]:
    """Return all of them."""
    return [*kinds(), *workbooks(), *texts(), *odd(), *cells()]

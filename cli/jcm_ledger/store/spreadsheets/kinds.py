"""What a file is, by its first bytes: people are told what they sent, and what to save instead."""

import re

from jcm_ledger.errors.spreadsheets import NotASpreadsheet

ZIP = b"PK\x03\x04"
"""How the archive begins that a workbook is."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_AS_WORKBOOK = "save it as “Excel Workbook (.xlsx)”, and use that"
_AGAIN = f"open it in a spreadsheet program, {_AS_WORKBOOK}"
_ATTACHED = "save the workbook that is attached to it, and use that"

_IN_OLE = (
    ("EncryptedPackage", "protected by a password", f"open it with the password, {_AS_WORKBOOK}"),
    ("__substg1.0_", "a mail saved from Outlook", _ATTACHED),
    ("WordDocument", "a Word document", "the answers belong in the workbook that was sent"),
    ("Workbook", "a workbook of Excel 97 to 2003 (.xls)", _AGAIN),
    ("Book", "a workbook of Excel 95 (.xls)", _AGAIN),
)
"""What an OLE file is, by the name of a stream in it."""

_BEGINNINGS = (
    (b"%PDF", "a PDF", "ask for the workbook that it was made from"),
    (b"{\\rtf", "a text with formatting (RTF)", "the answers belong in the workbook that was sent"),
    (b"PK\x05\x06", "an archive with nothing in it", "ask for the file again"),
    (b"Rar!", "an archive", "unpack it, and use the workbook in it"),
    (b"7z\xbc\xaf", "an archive", "unpack it, and use the workbook in it"),
    (b"\x1f\x8b", "an archive", "unpack it, and use the workbook in it"),
    (b"\x89PNG", "a picture", "ask for the workbook itself"),
    (b"\xff\xd8\xff", "a picture", "ask for the workbook itself"),
    (b"\x01\x00\x1b\x4c", "a workbook of another program", _AGAIN),
)
_MARKUP = (
    (rb"<\?mso-application progid=\"Excel\.Sheet\"|urn:schemas-microsoft-com:office:spreadsheet",
     "a table in XML (Excel 2003), whatever its name says", _AGAIN),
    (rb"<office:document", "a flat OpenDocument file (.fods)", _AGAIN),
    (rb"<(!doctype html|html|head|body|table|meta|style)\b",
     "a page of HTML, whatever its name says", _AGAIN),
    (rb"<\?xml|<!doctype", "XML, and no workbook", _AGAIN),
)  # fmt: skip
_MAIL = re.compile(
    rb"(?im)\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.MULTILINE | re.IGNORECASE
)
_MAIL_HEADERS = re.compile(rb"(?im)^(mime-version|received|message-id|return-path|x-unsent):")
_HEAD = 4096  # bytes that are looked at


def refuse_others(content: bytes, name: str) -> None:
    """Raise NotASpreadsheet for what is known to be something else, with what to save instead."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotASpreadsheet(name, "empty", "ask for the file again")
    if _is_left_by_excel(content, name):
        what = "the file that Excel keeps beside an open workbook"
        raise NotASpreadsheet(name, what, "use the file without ~$ in its name")
    if content.startswith(_OLE):
        raise NotASpreadsheet(name, *_of_ole(content))
    for beginning, what, instead in _BEGINNINGS:
        if content.startswith(beginning):
            raise NotASpreadsheet(name, what, instead)
    if not content.startswith(ZIP):
        _refuse_markup_and_mail(content[:_HEAD], name)


def _is_left_by_excel(content: bytes, name: str) -> bool:
    return name.replace("\\", "/").rpartition("/")[2].startswith("~$") and len(content) < _HEAD


def _of_ole(content: bytes) -> tuple[str, str]:
    """Return what an OLE file is, and what to do; names of streams are UTF-16."""
    for stream, what, instead in _IN_OLE:
        if stream.encode("utf-16-le") in content:
            return what, instead
    return "a document of an older Office", _AGAIN


def _refuse_markup_and_mail(head: bytes, name: str) -> None:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if text.startswith(b"<"):
        for pattern, what, instead in _MARKUP:
            if re.search(pattern, text, re.IGNORECASE):
                raise NotASpreadsheet(name, what, instead)
    if _MAIL.match(text.replace(b"\r\n", b"\n")) and _MAIL_HEADERS.search(text):
        raise NotASpreadsheet(name, "a mail, or a page saved as one", _ATTACHED)

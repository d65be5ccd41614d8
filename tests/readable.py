"""Every document as the text that its reader sees, taken out by readers that did not write it."""

import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from docx.oxml import parse_xml
from icalendar import Calendar
from openpyxl import load_workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem

_SEEN = ("title", "aria-label", "data-label", "alt", "placeholder", "content")
_HIDDEN = ("script", "style")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def html(document: str) -> str:
    """Return the text of a page, and the attributes that a browser shows or reads out."""
    return "\n".join(_nodes(html5lib.parse(document, namespaceHTMLElements=False)))


def _nodes(node: Element) -> Iterator[str]:
    element = not callable(node.tag)  # a comment is a function
    if element and node.tag not in _HIDDEN:
        if node.get("http-equiv") is None and not node.get("name"):
            yield from (node.attrib[name] for name in _SEEN if name in node.attrib)
        yield node.text or ""
        for child in node:
            yield from _nodes(child)
    yield node.tail or ""


def word(document: bytes) -> str:
    """Return the text of a Word document, its heads and feet among it; fields are left out."""
    with zipfile.ZipFile(BytesIO(document)) as parts:
        names = [
            name
            for name in parts.namelist()
            if name.startswith(("word/document", "word/header", "word/footer"))
        ]
        roots = [parse_xml(parts.read(name)) for name in names]
    paragraphs = (paragraph for root in roots for paragraph in root.iter(f"{_W}p"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in paragraphs)


def workbook(document: bytes) -> str:
    """Return the text of a workbook: names of sheets, cells, heads and feet, lists of choices."""
    return "\n".join(_sheets(document))


def _sheets(document: bytes) -> Iterator[str]:
    for sheet in load_workbook(BytesIO(document)).worksheets:
        yield sheet.title
        for line in (sheet.oddHeader, sheet.oddFooter):
            yield from (part.text or "" for part in _parts(line))
        for row in sheet.iter_rows(values_only=True):
            yield from (value for value in row if isinstance(value, str))


def _parts(line: HeaderFooterItem | None) -> tuple[Any, ...]:
    return (line.left, line.center, line.right) if line else ()


def calendar(document: bytes) -> str:
    """Return what a calendar program shows of the events."""
    of = Calendar.from_ical(document)
    shown = [str(of.get(name, "")) for name in ("x-wr-calname", "x-wr-caldesc")]
    for event in of.walk("VEVENT"):
        shown += [str(event.get(name, "")) for name in ("summary", "description")]
    return "\n".join(shown)


def mail(document: bytes) -> str:
    """Return the subject of a mail and the text of each of its parts."""
    message = message_from_bytes(document, policy=policy.default)
    told = [message["subject"]]
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            told.append(part.get_content())
        elif part.get_content_type() == "text/html":
            told.append(html(part.get_content()))
    return "\n".join(told)

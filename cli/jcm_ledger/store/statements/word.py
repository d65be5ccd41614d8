"""Word documents (.docx): paragraphs, points with the marks that Word counts, rows of tables."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from jcm_ledger.errors.statements import CannotReadStatement
from jcm_ledger.store.statements.extract import Extract, Role, Stretch, limited, row
from jcm_ledger.store.statements.numbering import Numbering

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MOST_XML, _MOST_IN_ALL, _MOST_PARTS = 16_000_000, 64_000_000, 2_000
"""Bytes of the XML in a document and of all that is in it, unpacked; and how many parts it has."""

_DAMAGED = (BadZipFile, ValueError, PackageNotFoundError)
_SAVE_AGAIN = "open it in Word and save it again"
_HEAD = 10  # paragraphs or tables before which a title stands
_HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
_TITLE = re.compile(r"title$", re.IGNORECASE)
_NOT_SAID = frozenset(map(qn, ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:rt", "w:txbxContent")))
_AROUND = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml")))
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read(data: bytes, name: str) -> Extract:
    """Return what stands in a document's body, without what was struck out in it.

    Headers, footers, notes and comments are left out. Raise CannotReadStatement for what is no
    document, or would take too much room.
    """
    _refuse_unsafe(data, name)
    try:
        document = Document(BytesIO(data))
        numbering = Numbering(document)
        return Extract(
            limited(_stretches(document, numbering), name), title=_title(document, numbering)
        )
    except (*_DAMAGED, KeyError, SyntaxError, AttributeError, RecursionError) as error:
        reason = f"it is damaged, or no Word document ({type(error).__name__})"
        raise CannotReadStatement(name, reason, _SAVE_AGAIN) from None


def _refuse_unsafe(data: bytes, name: str) -> None:
    """Raise CannotReadStatement unless the parts are of a document's size, and declare nothing."""
    try:
        with ZipFile(BytesIO(data)) as package:
            reason, hint = _unsafe(package)
    except (*_DAMAGED, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error) as error:
        reason, hint = f"it is damaged ({type(error).__name__})", _SAVE_AGAIN
    if reason:
        raise CannotReadStatement(name, reason, hint)


def _unsafe(package: ZipFile) -> tuple[str, str]:
    """Return why a package is not to be opened, and what to do then; ("", "") if it may be."""
    parts = package.infolist()
    texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _MOST_IN_ALL
        or sum(part.file_size for part in texts) > _MOST_XML
    ):
        hint = "copy the text into a document of its own"
        return "unpacked it would be larger than any statement", hint
    if "word/document.xml" not in package.namelist():
        return "it is an archive, and no Word document", "save it as .docx"
    if any(_declares(package.read(part)) for part in texts):
        return "its XML declares entities, which Word never does", _SAVE_AGAIN
    return "", ""


def _declares(part: bytes) -> bool:
    """Return whether XML has a document type declaration, in whatever encoding."""
    return b"<!DOCTYPE" in part.replace(b"\0", b"").upper()


def _title(document: "WordDocument", numbering: Numbering) -> str:
    """Return the text of the paragraph that is styled as the title, "" if none is."""
    for element in islice(_blocks(document.element.body), _HEAD):
        if element.tag == qn("w:p") and _TITLE.match(numbering.style_of(element).name):
            return _said(element)
    return ""


def _stretches(document: "WordDocument", numbering: Numbering) -> Iterator[Stretch]:
    """Yield what stands in the body in reading order, within content controls too."""
    for block in _blocks(document.element.body):
        if block.tag == qn("w:tbl"):
            yield from _rows(block)
        else:
            yield from _of_paragraph(block, numbering)


def _blocks(element: Any) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    """Yield the paragraphs and tables of the body; python-docx passes over content controls."""
    for child in element.iterchildren():
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _AROUND:
            yield from _blocks(child)


def _of_paragraph(paragraph: Any, numbering: Numbering) -> Iterator[Stretch]:  # noqa: ANN401 - an element of lxml
    """Yield a paragraph, or the lines that breaks part it into."""
    style = numbering.style_of(paragraph).name
    place = numbering.place_of(paragraph)
    text = _said(paragraph)
    if not text.strip():
        return
    if _HEADING.match(style):
        yield Stretch(text, Role.HEADING, mark=place.mark if place else None)
    elif place:
        yield Stretch(text, Role.POINT, depth=place.depth, mark=place.mark)
    else:
        for line in filter(None, map(str.strip, text.split("\n"))):
            yield Stretch(line)


def _rows(table: Any) -> Iterator[Stretch]:  # noqa: ANN401 - an element of lxml, as the next
    """Yield the rows of a table; a merged cell stands once."""
    for each in table.iterchildren(qn("w:tr")):
        yield row(
            " ".join(_said(paragraph) for paragraph in cell.iter(qn("w:p")))
            for cell in each.iter(qn("w:tc"))
        )


def _said(paragraph: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Return the text of a paragraph: what was put in is there, what was struck out is not."""
    found = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == qn("w:t"):
            found.append(element.text or "")
        elif element.tag in _BREAKS:
            found.append(_BREAKS[element.tag])
        elif element.tag not in _NOT_SAID:
            waiting += element.iterchildren(reversed=True)
    return "".join(found)

"""What lies on the sheets of a workbook and in no cell: boxes of text, and pictures.

Nothing of it is drawn. A drawing that is damaged, or has a DOCTYPE, is told as a picture.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from jcm_ledger.model.spreadsheet import SheetDrawing, letters_of

_LARGEST = 2_000_000  # bytes of a drawing that are parsed
_TEXT_DRAWING = re.compile(r"xl/drawings/[^/]+\.xml", re.IGNORECASE)
_WORKBOOK = "xl/workbook.xml"


def drawings(content: bytes, parts: Mapping[str, bytes]) -> dict[str, tuple[SheetDrawing, ...]]:
    """Return what lies on each sheet, by its name; `parts` are those that the survey let through.

    A sheet on which nothing lies is missing.
    """
    found = {}
    with ZipFile(BytesIO(content)) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        for name, sheet in _sheets(parts):
            names = [each for each in _related(parts, sheet) if _TEXT_DRAWING.fullmatch(each)]
            drawn = [
                drawing
                for each in names
                if each in sizes
                for drawing in _drawn(archive.read(each) if sizes[each] <= _LARGEST else b"")
            ]
            if drawn:
                found[name] = tuple(drawn)
    return found


def _sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the name and the part of each sheet."""
    targets = _targets(parts, _WORKBOOK)
    for element in _root(parts.get(_WORKBOOK, b"")).iter():
        if _local(element) == "sheet":
            found = [value for key, value in element.items() if key.endswith("}id")]
            if found and found[0] in targets:
                yield element.get("name", ""), targets[found[0]]


def _related(parts: Mapping[str, bytes], part: str) -> list[str]:
    return list(_targets(parts, part).values())


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """Return the parts that a part leads to, by the ids of its relations."""
    folder, name = posixpath.split(part)
    relations = _root(parts.get(f"{folder}/_rels/{name}.rels", b""))
    return {
        each.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, each.get("Target", ""))
        ).lstrip("/")
        for each in relations.iter()
        if _local(each) == "Relationship" and each.get("TargetMode") != "External"
    }


def _drawn(content: bytes) -> Iterator[SheetDrawing]:
    """Yield what a drawing has, one for each of its anchors."""
    root = _root(content)
    anchors = [each for each in root if _local(each).endswith("Anchor")]
    for anchor in anchors:
        yield SheetDrawing(address=_address(anchor), text=_text(anchor))
    if not len(root) and _local(root) != "wsDr":
        yield SheetDrawing()


def _address(anchor: Element) -> str:
    """Return the cell under the corner of an anchor, "" where it has none."""
    for corner in anchor:
        if _local(corner) == "from":
            places = {_local(each): (each.text or "").strip() for each in corner}
            row, column = places.get("row", ""), places.get("col", "")
            if row.isdecimal() and column.isdecimal() and len(row + column) < len("9999999999"):
                return f"{letters_of(int(column) + 1)}{int(row) + 1}"
    return ""


def _text(anchor: Element) -> str:
    """Return what is written in an anchor, its paragraphs parted by blanks."""
    paragraphs = [
        "".join(each.text or "" for each in paragraph.iter() if _local(each) == "t")
        for paragraph in anchor.iter()
        if _local(paragraph) == "p"
    ]
    return " ".join(" ".join(paragraphs).split())


def _root(content: bytes) -> Element:
    """Return the root of a part, an empty element for one that cannot be parsed."""
    try:
        return fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return Element("none")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]

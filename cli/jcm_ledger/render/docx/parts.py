"""What a Word document is made of: paragraphs, links, tables and sections, in the report's styles.

python-docx keeps the package; the body is put together here as text, since a report has a million
elements and making each by itself takes minutes. Names of elements and attributes are those of
ECMA-376, part 1, chapter 17. Lengths are in twentieths of a point ("twips") as there.
"""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section, _Footer, _Header
from docx.shared import Twips

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.render import safe
from jcm_ledger.render.docx.styles import dress
from jcm_ledger.render.phrases import papers

A4 = (11906, 16838)
MARGIN = 1134

_EARLIEST_ZIP = (1980, 1, 1, 0, 0, 0)
_LONGEST_LINK = 2083
_THUMBNAIL = "/thumbnail"
_BODY = "word/document.xml"


class Xml(str):
    """A piece of WordprocessingML, in which any text of a ledger is escaped already."""

    __slots__ = ()


class DocxCell(NamedTuple):
    """A cell of a table: its paragraphs, and the colour behind them, "" for none."""

    paragraphs: Sequence[Xml]
    fill: str = ""


def w(tag: str, *children: Xml, **attributes: str) -> Xml:
    """Return an element with attributes."""
    named = "".join(f" w:{name}={quoteattr(value)}" for name, value in attributes.items())
    return Xml(
        f"<w:{tag}{named}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{named}/>"
    )


def run(text: str, style: str = "") -> Xml:
    """Return text of a ledger or of ours as a run, in a character style if one is named."""
    words = Xml(f'<w:t xml:space="preserve">{escape(safe.xml(text))}</w:t>')
    return w("r", w("rPr", w("rStyle", val=style)), words) if style else w("r", words)


def field(code: str) -> Xml:
    """Return a field that Word works out, such as PAGE."""
    return w("fldSimple", run("1"), instr=code)


def paragraph(style: str, *inlines: str) -> Xml:
    """Return a paragraph in a style, given by its id, of text and runs."""
    runs = (each if isinstance(each, Xml) else run(each) for each in inlines if each)
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


class DocxWriter:
    """Writes a Word document from its beginning to its end."""

    def __init__(self, title: str, subject: str, day: date, paper: Circulation) -> None:
        """Start a document dated `day`, so that the same report gives the same bytes."""
        self._document = docx.Document()
        self._links: dict[str, str] = {}
        self._upright: list[Xml] = []
        self._section: list[Xml] = []
        _set_properties(self._document, title, subject, day)
        _set_circulation(self._document, paper)
        dress(self._document)
        _set_page(self._document.sections[0])

    def add(self, *pieces: Xml) -> None:
        """Put paragraphs and tables at the end of the section."""
        self._section.extend(pieces)

    def frame(self, text: str, marking: str) -> None:
        """Give every page a foot: the text, and which page of how many it is.

        A marking, "" for none, stands at the head of every page and under its foot. A section
        takes over what the one before it has.
        """
        marked = [paragraph("Marking", marking)] if marking else []
        numbers = (field("PAGE"), " of ", field("NUMPAGES"))
        section = self._document.sections[0]
        _fill_in(section.footer, paragraph("Footer", f"{text} · page ", *numbers), *marked)
        if marked:
            _fill_in(section.header, *marked)

    def landscape(self) -> None:
        """Begin the second and last section, of pages that lie on their side."""
        self._upright, self._section = self._section, []
        section = self._document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def link(self, address: str, text: str = "") -> Xml:
        """Return a hyperlink where Word can follow the address, else text and address as words."""
        if not _can_be_followed(address):
            return run(f"{text} ({address})" if text else address)
        name = self._links.get(address)
        if name is None:
            # Links are named here: python-docx would search all names for each new one.
            name = self._links[address] = f"link{len(self._links) + 1}"
            self._document.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True
            )
        return Xml(f'<w:hyperlink r:id="{name}">{run(text or address, "Hyperlink")}</w:hyperlink>')

    def table(
        self,
        header: Sequence[str | DocxCell],
        rows: Iterable[Sequence[str | DocxCell]],
        shares: Sequence[int],
        part: float = 1,
    ) -> tuple[Xml, Xml]:
        """Return a table over `part` of the page's width, and a paragraph that sets it apart below.

        Each column has its share. The header is repeated on every page, and a row is not broken
        between two.
        """
        page = self._document.sections[-1].page_width or 0
        room = int((page // Twips(1) - 2 * MARGIN) * part)
        widths = [room * share // sum(shares) for share in shares]
        head = (
            w(
                "tblPr",
                w("tblStyle", val="Ledger"),
                w("tblW", w=str(sum(widths)), type="dxa"),
                w("tblLayout", type="fixed"),
                w("tblLook", val="0020", firstRow="1", noHBand="1", noVBand="1"),
            ),
            w("tblGrid", *(w("gridCol", w=str(width)) for width in widths)),
            _row(header, widths, w("cantSplit"), w("tblHeader"), style="TableHeader"),
        )
        body = (_row(cells, widths, w("cantSplit"), style="TableText") for cells in rows)
        return w("tbl", *head, *body), paragraph("AfterTable")

    def save(self) -> bytes:
        """Return the document; the files in it carry one fixed time."""
        raw, packed = BytesIO(), BytesIO()
        self._document.save(raw)
        with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(packed, "w") as archive:
            for name in parts.namelist():
                entry = zipfile.ZipInfo(name, _EARLIEST_ZIP)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                part = parts.read(name)
                archive.writestr(entry, self._fill(part) if name == _BODY else part)
        return packed.getvalue()

    def _fill(self, empty: bytes) -> bytes:
        """Return the body with the content of each section before that section's properties."""
        start, opening, layouts = empty.partition(b"<w:body>")
        first, last, rest = layouts.rpartition(b"<w:sectPr")
        upright, lying = ("".join(each).encode() for each in (self._upright, self._section))
        return b"".join((start, opening, upright, first, lying, last, rest))


def _can_be_followed(address: str) -> bool:
    """Return whether it is a web address that Word can open, neither cut nor taken for damage."""
    try:
        host = urlsplit(address).hostname
    except ValueError:  # brackets in the host that hold no IPv6 address
        return False
    return bool(host) and len(address) <= _LONGEST_LINK and safe.is_web_address(address)


def _row(
    cells: Sequence[str | DocxCell], widths: Sequence[int], *properties: Xml, style: str
) -> Xml:
    made = []
    for cell, width in zip(cells, widths, strict=True):
        whole = cell if isinstance(cell, DocxCell) else DocxCell([paragraph(style, cell)])
        shade = [w("shd", val="clear", color="auto", fill=whole.fill)] if whole.fill else []
        layout = w("tcPr", w("tcW", w=str(width), type="dxa"), *shade)
        made.append(w("tc", layout, *whole.paragraphs))
    return w("tr", w("trPr", *properties), *made)


def _set_properties(document: docx.document.Document, title: str, subject: str, day: date) -> None:
    """Fill in what Word shows of a file, and nothing of the machine or the hour."""
    made = datetime.combine(day, time.min, UTC)
    about = document.core_properties
    about.title, about.subject = safe.xml(title)[:255], safe.xml(subject)[:255]
    about.author = about.last_modified_by = "jcm"
    about.keywords = ""
    about.created = about.modified = made
    about.language, about.revision = "en-GB", 1
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith(_THUMBNAIL):
            del package.rels[name]  # the thumbnail shows the empty template


def _set_circulation(document: docx.document.Document, paper: Circulation) -> None:
    """Say among a file's properties whose paper it is; of each Word keeps 255 characters."""
    about = document.core_properties
    if paper.prepared_by:
        about.author = about.last_modified_by = safe.xml(paper.prepared_by)[:255]
    about.category = safe.xml(paper.marking or "")[:255]
    about.comments = safe.xml("; ".join(papers.lines(paper)))[:255]


def _fill_in(part: _Header | _Footer, *paragraphs: Xml) -> None:
    """Put paragraphs in the place of what a head or foot of pages has."""
    for empty in part.paragraphs:
        empty._p.getparent().remove(empty._p)  # noqa: SLF001 - the way python-docx documents
    for line in paragraphs:
        part._element.append(parse_xml(line.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))  # noqa: SLF001


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = (Twips(length) for length in A4)
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.top_margin = section.bottom_margin = Twips(MARGIN)

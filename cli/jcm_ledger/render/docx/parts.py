"""What a Word document is made of: paragraphs, links, tables and sections, in the report's styles.

python-docx keeps the package; the body is put together here as text, since a report has a million
elements and making each by itself takes minutes. Names of elements and attributes are those of
ECMA-376, part 1, chapter 17. Lengths are in twentieths of a point ("twips") as there.
"""

import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import NamedTuple
from urllib.parse import urlsplit

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section, _Footer, _Header
from docx.shared import Twips

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.render import safe
from jcm_ledger.render.docx.elements import Xml, bookmark, linked, paragraph, run, shade, w
from jcm_ledger.render.docx.styles import dress
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import first

A4 = (11906, 16838)
SIDE_MARGIN, END_MARGIN = 1134, 964
"""The margins at the sides, and at the head and foot of a page."""
_TIGHT = "15"

_EARLIEST_ZIP = (1980, 1, 1, 0, 0, 0)
_LONGEST_LINK = 2083
_THUMBNAIL = "/thumbnail"
_BODY = "word/document.xml"


class DocxCell(NamedTuple):
    """A cell of a table: its paragraphs, the colour behind them, "" for none, and its columns.

    One that is `tight` has next to no space at its sides.
    """

    paragraphs: Sequence[Xml]
    fill: str = ""
    span: int = 1
    tight: bool = False


class Layout(NamedTuple):
    """What few tables have.

    `above` is a first line of heads over its header, whose cells may span columns.
    `about` is what is told of it to whoever does not see it.
    """

    above: Sequence[DocxCell] = ()
    about: str = ""


class LongRow(tuple[DocxCell, ...]):
    """The cells of a row that may be broken between two pages."""

    __slots__ = ()


_PLAIN = Layout()


_ROW: tuple[Sequence[Xml], ...] = ((w("cantSplit"),), ())
"""The properties of a row, and of a long one."""
_TIGHT_SIDES = w("tcMar", *(w(side, w=_TIGHT, type="dxa") for side in ("left", "right")))


class DocxWriter:
    """Writes a Word document from its beginning to its end."""

    def __init__(
        self, title: str, subject: str, day: date, paper: Circulation, say: Phrases
    ) -> None:
        """Start a document dated `day`, so that the same report gives the same bytes."""
        self.say = say
        self._document = docx.Document()
        self._links: dict[str, str] = {}
        self._dossiers: dict[str, int] = {}
        self._mentioned: set[str] = set()
        self._pieces: list[Xml] = []
        _set_properties(self._document, title, subject, day, say)
        _set_circulation(self._document, paper, say)
        dress(self._document, say.lang)
        _set_page(self._document.sections[0])

    def add(self, *pieces: Xml) -> None:
        """Put paragraphs and tables at the end."""
        self._pieces.extend(pieces)

    def frame(self, foot: Xml, marking: str) -> None:
        """Give every page a foot.

        A marking, "" for none, stands at the head of every page and under its foot. A section
        takes over what the one before it has.
        """
        marked = [paragraph("Marking", marking)] if marking else []
        section = self._document.sections[0]
        _fill_in(section.footer, foot, *marked)
        if marked:
            _fill_in(section.header, *marked)

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
        return linked(run(text or address, "Hyperlink"), f'r:id="{name}"')

    def expect(self, ids: Collection[str]) -> None:
        """Learn of which commitments the document will have a dossier."""
        self._dossiers = {each: number for number, each in enumerate(ids, start=1)}

    def reference(self, about: str, title: str) -> Xml:
        """Return the title of a commitment, which leads to its dossier where there is one."""
        number = self._dossiers.get(about)
        if number is None:
            return run(title)
        link = linked(run(title, "Reference"), f'w:anchor="dossier_{number}"')
        if about in self._mentioned:
            return link
        self._mentioned.add(about)
        return bookmark(2 * number, f"mention_{number}", link)

    def dossier(self, about: str, title: str) -> Xml:
        """Return the title at the head of a dossier, where references lead to."""
        number = self._dossiers[about]
        return bookmark(2 * number + 1, f"dossier_{number}", run(title, "Strong"))

    def back(self, about: str, text: str) -> Xml | None:
        """Return a link to the first reference to a commitment, None where there is none."""
        if about not in self._mentioned:
            return None
        return linked(run(text, "Reference"), f'w:anchor="mention_{self._dossiers[about]}"')

    def table(
        self,
        header: Sequence[str | DocxCell],
        rows: Iterable[Sequence[str | DocxCell]],
        shares: Sequence[int],
        layout: Layout = _PLAIN,
    ) -> tuple[Xml, Xml]:
        """Return a table, and a paragraph that sets it apart below.

        Each column has its share. The header, if there is one, is repeated on every page, and a
        row is not broken between two, unless it is a `LongRow`.
        """
        room = A4[0] - 2 * SIDE_MARGIN
        widths = [room * share // sum(shares) for share in shares]
        heads = [line for line in (layout.above, header) if line]
        head = (
            w("tblPr", *_table_properties(widths, layout, headed=bool(heads))),
            w("tblGrid", *(w("gridCol", w=str(width)) for width in widths)),
            *(
                _row(line, widths, w("cantSplit"), w("tblHeader"), style="TableHeader")
                for line in heads
            ),
        )
        body = (
            _row(cells, widths, *_ROW[isinstance(cells, LongRow)], style="TableText")
            for cells in rows
        )
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
        """Return the body with its content before the properties of its section."""
        start, opening, layout = empty.partition(b"<w:body>")
        return b"".join((start, opening, "".join(self._pieces).encode(), layout))


def _can_be_followed(address: str) -> bool:
    """Return whether it is a web address that Word can open, neither cut nor taken for damage."""
    try:
        host = urlsplit(address).hostname
    except ValueError:  # brackets in the host that hold no IPv6 address
        return False
    return bool(host) and len(address) <= _LONGEST_LINK and safe.is_web_address(address)


def _table_properties(widths: Sequence[int], layout: Layout, *, headed: bool) -> Iterator[Xml]:
    """Yield the properties of a table in the order that the schema asks for."""
    yield w("tblStyle", val="Ledger")
    yield w("tblW", w=str(sum(widths)), type="dxa")
    yield w("tblLayout", type="fixed")
    begins = str(int(headed))
    yield w("tblLook", val="0020" if headed else "0000", firstRow=begins, noHBand="1", noVBand="1")
    if layout.about:
        yield w("tblDescription", val=safe.xml(layout.about))


def _row(
    cells: Sequence[str | DocxCell], widths: Sequence[int], *properties: Xml, style: str
) -> Xml:
    made, at = [], 0
    for cell in cells:
        whole = cell if isinstance(cell, DocxCell) else DocxCell([paragraph(style, cell)])
        width = sum(widths[at : at + whole.span])
        at += whole.span
        over = [w("gridSpan", val=str(whole.span))] if whole.span > 1 else []
        colour = [shade(whole.fill)] if whole.fill else []
        tight = [_TIGHT_SIDES] if whole.tight else []
        layout = w("tcPr", w("tcW", w=str(width), type="dxa"), *over, *colour, *tight)
        made.append(w("tc", layout, *whole.paragraphs))
    return w("tr", w("trPr", *properties), *made)


def _set_properties(
    document: docx.document.Document, title: str, subject: str, day: date, say: Phrases
) -> None:
    """Fill in what Word shows of a file, and nothing of the machine or the hour."""
    made = datetime.combine(day, time.min, UTC)
    about = document.core_properties
    about.title, about.subject = safe.xml(title)[:255], safe.xml(subject)[:255]
    about.author = about.last_modified_by = "jcm"
    about.keywords = ""
    about.created = about.modified = made
    about.language, about.revision = first(say.documents.LANGUAGE), 1
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith(_THUMBNAIL):
            del package.rels[name]  # the thumbnail shows the empty template


def _set_circulation(document: docx.document.Document, paper: Circulation, say: Phrases) -> None:
    """Say among a file's properties whose paper it is; of each Word keeps 255 characters."""
    about = document.core_properties
    if paper.prepared_by:
        about.author = about.last_modified_by = safe.xml(paper.prepared_by)[:255]
    about.category = safe.xml(paper.marking or "")[:255]
    about.comments = safe.xml(say.clauses(say.papers.lines(paper)))[:255]


def _fill_in(part: _Header | _Footer, *paragraphs: Xml) -> None:
    """Put paragraphs in the place of what a head or foot of pages has."""
    for empty in part.paragraphs:
        empty._p.getparent().remove(empty._p)  # noqa: SLF001 - the way python-docx documents
    for line in paragraphs:
        part._element.append(parse_xml(line.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))  # noqa: SLF001


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = (Twips(length) for length in A4)
    section.left_margin = section.right_margin = Twips(SIDE_MARGIN)
    section.top_margin = section.bottom_margin = Twips(END_MARGIN)

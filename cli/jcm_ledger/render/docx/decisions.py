"""What is to be decided on, in a Word document: dossiers, each with boxes that can be ticked.

A box is a content control: clicked in Word it is ticked, printed it is empty. Its element is of
the namespace of Word 2010 (MS-DOCX, 2.6.1.15), whose states are letters of a font.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from jcm_ledger.render import safe
from jcm_ledger.render.docx.dossiers import HEAD, SHARES, rows_of
from jcm_ledger.render.docx.elements import Xml, paragraph, run, w
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter
from jcm_ledger.render.outline.decisions import Decisions
from jcm_ledger.render.phrases.bilingual import in_one_line

_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_EMPTY, _TICKED = "2610", "2612"
_SYMBOLS = "MS Gothic"
_BLANK = "\N{NO-BREAK SPACE}"


def draw(writer: DocxWriter, block: Decisions) -> Iterator[Xml]:
    """Yield the title, and a table of the dossiers with what is decided under each."""
    first, *_, last = block.columns
    yield paragraph("Heading2", block.title)
    yield from writer.table((first.title, last.title), _rows(writer, block), SHARES)


def _rows(writer: DocxWriter, block: Decisions) -> Iterator[Sequence[DocxCell]]:
    for dossier in block.dossiers:
        yield from rows_of(writer, dossier, block.columns)
        yield _decision(writer, block), _remark(writer, block)


def _decision(writer: DocxWriter, block: Decisions) -> DocxCell:
    label = writer.say.documents.label(in_one_line(block.question))
    boxes = [piece for choice in block.choices for piece in _box(in_one_line(choice.name))]
    return DocxCell([paragraph("Decision", run(in_one_line(label), "Strong"), *boxes)], HEAD)


def _remark(writer: DocxWriter, block: Decisions) -> DocxCell:
    """Return the room for a remark: a line more than its name takes."""
    label = writer.say.documents.label(in_one_line(block.remark))
    line = paragraph("Decision", run(in_one_line(label), "Strong"))
    return DocxCell([line, paragraph("Decision")], HEAD)


def _box(name: str) -> tuple[Xml, ...]:
    """Return an empty box, called so for whoever does not see it, and its name."""
    fonts = w("rFonts", ascii=_SYMBOLS, hAnsi=_SYMBOLS, eastAsia=_SYMBOLS, hint="eastAsia")
    empty = w("r", w("rPr", fonts), Xml(f"<w:t>{chr(int(_EMPTY, 16))}</w:t>"))
    states = "".join(
        f"<w14:{state} w14:val={quoteattr(letter)} w14:font={quoteattr(_SYMBOLS)}/>"
        for state, letter in (("checkedState", _TICKED), ("uncheckedState", _EMPTY))
    )
    checkbox = Xml(
        f'<w14:checkbox xmlns:w14={quoteattr(_WORD_2010)}><w14:checked w14:val="0"/>'
        f"{states}</w14:checkbox>"
    )
    called = w("alias", val=safe.xml(name))
    control = w("sdt", w("sdtPr", called, checkbox), w("sdtContent", empty))
    return control, _letters(_BLANK), run(name), _letters(f"{3 * _BLANK} ")


def _letters(ours: str) -> Xml:
    """Return letters of ours as a run that keeps every blank."""
    return w("r", Xml(f'<w:t xml:space="preserve">{ours}</w:t>'))

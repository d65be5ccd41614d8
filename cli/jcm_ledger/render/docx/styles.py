"""The styles of the Word report: fonts that have Japanese, few colours, tables with thin rules."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.styles.styles import Styles

from jcm_ledger.render.docx.elements import JAPANESE
from jcm_ledger.render.phrases import ENGLISH

LATIN = "Calibri"
INK, QUIET, LINK, LATE = (
    RGBColor(0x1F, 0x2A, 0x44),
    RGBColor(0x55, 0x5B, 0x66),
    RGBColor(0x0B, 0x4A, 0x8F),
    RGBColor(0x9C, 0x00, 0x06),
)

_SPACING = {
    "Normal": (10, 0, 4),
    "Title": (19, 0, 4),
    "Subtitle": (11, 0, 2),
    "Heading 1": (13.5, 10, 4),
    "Heading 2": (11, 8, 3),
    "List Bullet": (10, 0, 3),
    "Table Text": (9, 1.5, 1.5),
    "Dossier Text": (9, 0.5, 0.5),
    "Decision": (9, 3, 3),
    "Legend": (9, 0, 2),
    "Table Figure": (16, 3, 0),
    "After Table": (3, 0, 0),
    "Footer": (8.5, 0, 0),
    "Marking": (10.5, 0, 4),
}
"""Each paragraph style's font size, and the space before and after it, in points."""
_JAPANESE_SIZES = {"Normal": 10.5, "List Bullet": 10.5}
"""The sizes that Japanese has in the place of those: its letters are dense."""
_LEADING, _JAPANESE_LEADING = 1.05, 1.35
"""The height of a line: beside what its font asks for, and beside the size of the font.

Yu Gothic asks for nearly two thirds more than its size, and what stands in for it for less.
"""

_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Ledger">
  <w:name w:val="Ledger"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="B8BFCC"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="B8BFCC"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="B8BFCC"/>
    </w:tblBorders>
    <w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8ECF3"/></w:tcPr>
  </w:tblStylePr>
</w:style>
"""


def dress(document: Document, lang: str) -> None:
    """Give an empty document our styles, fonts and languages; `lang` is what it is written in."""
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "ja-JP")
    for fonts in styles.element.iter(qn("w:rFonts")):
        _name_fonts(fonts)
    for letter_spacing in styles.element.xpath("//w:rPr/w:spacing"):
        letter_spacing.getparent().remove(letter_spacing)
    _add_styles(styles)
    for name in _SPACING:
        (_space if lang == ENGLISH else _space_japanese)(styles[name])
    if lang != ENGLISH:
        _close_up(styles["Table Mark"])
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
        styles[name].font.color.rgb = INK
        styles[name].font.italic = False
    styles["Title"].font.bold = True


def _space(style: ParagraphStyle) -> None:
    """Give a style its size, and room around it."""
    size, before, after = _SPACING[style.name]
    style.font.size = Pt(size)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = _LEADING


def _space_japanese(style: ParagraphStyle) -> None:
    """Give a style its size for Japanese, with lines as high as that asks for, off any grid."""
    _space(style)
    size = _JAPANESE_SIZES.get(style.name, _SPACING[style.name][0])
    style.font.size = Pt(size)
    style.paragraph_format.line_spacing = Pt(size * _JAPANESE_LEADING)


def _name_fonts(fonts: BaseOxmlElement) -> None:
    """Name the fonts instead of a theme's, so that Japanese has one wherever it is opened."""
    fonts.attrib.clear()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), LATIN)
    fonts.set(qn("w:eastAsia"), JAPANESE)


def _close_up(style: ParagraphStyle) -> None:
    """Leave no room between figures and Japanese, for columns that have none to spare."""
    for name in ("autoSpaceDN", "autoSpaceDE"):  # each goes before the other, as the schema asks
        off = parse_xml(f'<w:{name} {nsdecls("w")} w:val="0"/>')
        style.element.get_or_add_pPr().insert(0, off)


def _add_styles(styles: Styles) -> None:
    for name, base in (
        ("Table Text", "Normal"),
        ("Table Header", "Table Text"),
        ("Table Number", "Table Text"),
        ("Table Mark", "Table Text"),
        ("Table Figure", "Table Text"),
        ("Legend", "Table Text"),
        ("Dossier Text", "Table Text"),
        ("Dossier Head", "Dossier Text"),
        ("Decision", "Table Text"),
        ("After Table", "Normal"),
        ("Marking", "Normal"),
    ):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles[base]
    styles["Table Header"].font.bold = True
    styles["Table Header"].paragraph_format.keep_with_next = True
    styles["Table Number"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["Table Mark"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Table Mark"].font.size = Pt(8)
    styles["Table Figure"].font.bold = True
    styles["Table Figure"].font.color.rgb = INK
    styles["Table Figure"].paragraph_format.keep_with_next = True
    for name in ("Legend", "Dossier Head"):
        styles[name].paragraph_format.keep_with_next = True
    styles["Marking"].font.bold = True
    styles["Marking"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = LINK, True
    reference = styles.add_style("Reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.color.rgb = LINK
    late = styles.add_style("Late", WD_STYLE_TYPE.CHARACTER)
    late.font.color.rgb, late.font.bold = LATE, True
    quiet = styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    quiet.font.color.rgb, quiet.font.size = QUIET, Pt(8)
    styles.element.append(parse_xml(_TABLE))

"""The styles of the Word report: fonts that have Japanese, few colours, tables with thin rules."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.styles import Styles

LATIN, JAPANESE = "Calibri", "Yu Gothic"
INK, QUIET, LINK = (
    RGBColor(0x1F, 0x2A, 0x44),
    RGBColor(0x55, 0x5B, 0x66),
    RGBColor(0x0B, 0x4A, 0x8F),
)

_SPACING = {
    "Normal": (10.5, 0, 6),
    "Title": (22, 0, 6),
    "Subtitle": (12, 0, 4),
    "Heading 1": (15, 18, 6),
    "Heading 2": (12, 12, 4),
    "List Bullet": (10.5, 0, 4),
    "Table Text": (9, 2, 2),
    "After Table": (4, 0, 0),
    "Footer": (8.5, 0, 0),
    "Marking": (10.5, 0, 4),
}
"""Each paragraph style's font size, and the space before and after it, in points."""

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


def dress(document: Document) -> None:
    """Give an empty document our styles, fonts and languages."""
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "ja-JP")
    for fonts in styles.element.iter(qn("w:rFonts")):
        _name_fonts(fonts)
    for letter_spacing in styles.element.xpath("//w:rPr/w:spacing"):
        letter_spacing.getparent().remove(letter_spacing)
    _add_styles(styles)
    for name, (size, before, after) in _SPACING.items():
        style = styles[name]
        style.font.size = Pt(size)
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.line_spacing = 1.1
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
        styles[name].font.color.rgb = INK
        styles[name].font.italic = False
    styles["Title"].font.bold = True


def _name_fonts(fonts: BaseOxmlElement) -> None:
    """Name the fonts instead of a theme's, so that Japanese has one wherever it is opened."""
    fonts.attrib.clear()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), LATIN)
    fonts.set(qn("w:eastAsia"), JAPANESE)


def _add_styles(styles: Styles) -> None:
    for name, base in (
        ("Table Text", "Normal"),
        ("Table Header", "Table Text"),
        ("Table Number", "Table Text"),
        ("Table Mark", "Table Text"),
        ("After Table", "Normal"),
        ("Marking", "Normal"),
    ):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles[base]
    styles["Table Header"].font.bold = True
    styles["Table Header"].paragraph_format.keep_with_next = True
    styles["Table Number"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["Table Mark"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Marking"].font.bold = True
    styles["Marking"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = LINK, True
    quiet = styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    quiet.font.color.rgb, quiet.font.size = QUIET, Pt(8)
    styles.element.append(parse_xml(_TABLE))

"""A sheet of a form: its looks, its language, and how it is printed."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format as XlsxFormat
from xlsxwriter.worksheet import Worksheet

from jcm_ledger.model.return_form import IN_ONE_CELL, FormLanguage
from jcm_ledger.render import safe
from jcm_ledger.render.phrases.forms import CommissionWords, Voices, said
from jcm_ledger.render.xlsx.heights import LINE, WIDE_LINE, height_of
from jcm_ledger.rules.commissions import CommissionReference

_A4 = 9
_EDGES, _WIDE_EDGES = 2, 1
"""Characters of a width that `height_of` takes off and a form has; less of them in Japanese."""
_ROOM = 3  # points above and below the lines of a row
_MOST_HEIGHT = 409  # by Excel's specifications and limits


class FormLooks:
    """The formats of a form's cells; a text that reads as a formula has one that keeps it text."""

    def __init__(self, book: Workbook, language: FormLanguage) -> None:
        font = {} if language is FormLanguage.EN else {"font_name": "Yu Gothic"}
        edged = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
        text = {"num_format": "@", "quote_prefix": False}

        def looks(**more: object) -> XlsxFormat:
            return book.add_format({**font, **text, **more})

        self.title = looks(bold=True, font_size=14)
        self.marking = looks(bold=True)
        self.label = looks(bold=True, valign="top", text_wrap=True)
        self.asked_label = looks(bold=True, valign="top", align="right")
        self.value = looks(valign="top")
        self.prose = looks(valign="top", text_wrap=True)
        self.told = looks(**edged)
        self.ref = looks(**edged, font_size=9)
        self.answer = looks(**edged, locked=False, bg_color="#FFF8E1")
        self.heading = looks(**edged, bold=True, font_color="#FFFFFF", bg_color="#1F3864")
        self.asked = looks(**edged, bold=True, font_color="#FFFFFF", bg_color="#7A4B00")
        self.code = looks(**edged, font_size=8, font_color="#767676")
        self.guarded = {
            form: looks(**properties, quote_prefix=True)
            for form, properties in (
                (self.told, edged),
                (self.ref, {**edged, "font_size": 9}),
                (self.value, {"valign": "top"}),
                (self.marking, {"bold": True}),
                (self.title, {"bold": True, "font_size": 14}),
                (self.prose, {"valign": "top", "text_wrap": True}),
            )
        }


class YieldingHeights(Worksheet):
    """A worksheet whose heights of rows are a first guess: programs fit a row that is edited.

    XlsxWriter calls each height that it is given one that a person chose, which stays as it is and
    cuts what is typed. Without any, LibreOffice shows the first line of each row alone.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: object = None) -> None:
        if tag == "row" and isinstance(attributes, list):
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


class FormSheet(Struct, frozen=True):
    """A sheet of a form, its looks, its language, and the phrases of that."""

    sheet: Worksheet
    looks: FormLooks
    language: FormLanguage
    voices: Voices

    def write(self, line: int, at: int, text: str, form: XlsxFormat) -> None:
        """Write a text as text."""
        if safe.starts_like_formula(text):
            form = self.looks.guarded.get(form, form)
        self.sheet.write_string(line, at, safe.excel_cell(text), form)

    def stretch(self, line: int, texts: Iterable[tuple[str, int]]) -> None:
        """Make a row about as high as texts need in columns of a width in characters."""
        english = self.language is FormLanguage.EN
        line_height, edges = (LINE, _EDGES) if english else (WIDE_LINE, _WIDE_EDGES)
        needed = max(height_of(text, width + edges, line_height) for text, width in texts)
        self.sheet.set_row(line, min(needed + _ROOM, _MOST_HEIGHT))

    def said(self, say: Callable[[CommissionWords], str], between: str = "\n") -> str:
        """Return a phrase in the language of the form."""
        return said(self.voices, say, between)

    def print_on_a4(
        self, title: str, reference: CommissionReference, marking: str, *, pages: int = 0
    ) -> None:
        """Print the sheet across, one page wide; each page has its number and the marking.

        It takes so many `pages`, 0 for as many as it needs.
        """
        texts = 3 if marking else 2
        left, right, middle = (
            safe.excel_header(text, texts) for text in (title, str(reference), marking)
        )
        marked = f"&C&B{middle}" if marking else ""
        self.sheet.set_paper(_A4)
        self.sheet.set_landscape()
        self.sheet.set_margins(left=0.3, right=0.3, top=0.7, bottom=0.6)
        self.sheet.fit_to_pages(1, pages)
        self.sheet.set_header(f"&L{left}{marked}&R{right}")
        numbered = self.said(lambda say: say.page_of_pages, IN_ONE_CELL)
        self.sheet.set_footer(f"&L&A{marked}&R{numbered}")

"""How the cells of a workbook look: its font, its colours, and how it writes days and numbers."""

from datetime import date

from xlsxwriter import Workbook

from jcm_ledger.render.phrases import ENGLISH, Phrases
from jcm_ledger.render.phrases.bilingual import first, in_one_line
from jcm_ledger.render.xlsx.heights import LINE, WIDE_LINE, width_of

_JAPANESE = "Yu Gothic"
_LONG_DAY = date(2024, 12, 31)

_COLOURS = {  # text on ground; each pair has a contrast of 4.5:1 and more
    "red": ("#9C0006", "#FFC7CE"),
    "amber": ("#7F4A00", "#FFE3B3"),
    "violet": ("#4B3A85", "#E8E3F6"),
    "blue": ("#1F4E79", "#DDEBF7"),
    "green": ("#0B5A1E", "#D5EFD9"),
    "grey": ("#494949", "#EDEDED"),
}


def typeface(say: Phrases) -> dict[str, object]:
    """Return the options of a workbook that say its font: that of Japanese where it is said."""
    if say.lang == ENGLISH:
        return {}
    font = {"font_name": _JAPANESE, "font_size": 11, "font_charset": 128, "font_scheme": "none"}
    return {"default_format_properties": font}


class Formats:
    """The formats of a workbook's cells.

    `page` is which page of how many a printed one is, `line_height` is in points, and `day_width`
    what a column of days needs.
    """

    def __init__(self, book: Workbook, say: Phrases) -> None:
        self.page = in_one_line(say.sheets.page("&P", "&N"))
        self.line_height = LINE if say.lang == ENGLISH else WIDE_LINE
        self.day_width = width_of(say.short_day(_LONG_DAY))
        padded = {"valign": "top", "align": "left", "indent": 1}
        base = {**padded, "text_wrap": True}
        line = {"bottom": 1, "bottom_color": "#D9D9D9"}
        self.text = book.add_format(base)
        # Typed into again, such a cell would be computed: the prefix keeps it text.
        self.guarded = book.add_format({**base, "quote_prefix": True})
        self.answer = book.add_format({**base, "num_format": "@", "bg_color": "#FFF8E1"})
        self.date = book.add_format({**padded, "num_format": first(say.sheets.DAY)})
        number = {**padded, "num_format": first(say.sheets.COUNT)}
        self.number = book.add_format({**number, "align": "right"})
        self.count = book.add_format(number)
        link = {**padded, "font_color": "#0563C1", "underline": 1}
        self.link = book.add_format(link)
        self.printed_link = book.add_format({**link, "text_wrap": True})
        self.heading = book.add_format(
            {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864"}
        )
        self.name = book.add_format({**base, "bold": True})
        self.marking = book.add_format({"bold": True, "quote_prefix": True})
        self.title = book.add_format({"bold": True, "font_size": 16, "quote_prefix": True})
        self.line = book.add_format(line)
        self.colours = {
            name: book.add_format({"font_color": text, "bg_color": ground, **line})
            for name, (text, ground) in _COLOURS.items()
        }
        red, _ground = _COLOURS["red"]
        self.words = {
            name: (book.add_format(looks), book.add_format({**looks, "quote_prefix": True}))
            for name, looks in {
                "title": {**base, "bold": True, "font_size": 16},
                "section": {**base, "bold": True, "font_size": 13, "valign": "bottom"},
                "prose": base,
                "figure": {**base, "bold": True, "font_size": 16, "bg_color": "#EEF1F6"},
                "name": {**base, "bg_color": "#EEF1F6"},
                "heading": {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864"},
                "cell": {**base, **line},
                "late": {**base, **line, "bold": True, "font_color": red},
            }.items()
        }

"""Elements of WordprocessingML as text: paragraphs, runs, fields, places that links lead to.

What is said in two languages is a BilingualXml. A paragraph with one in it has two lines, each
whole in its language: what is said once stands in both.
"""

from collections.abc import Callable
from typing import Self
from xml.sax.saxutils import escape, quoteattr

from jcm_ledger.model.text import is_japanese
from jcm_ledger.render import safe
from jcm_ledger.render.phrases.bilingual import Bilingual

JAPANESE = "Yu Gothic"
"""The font of Japanese: Windows, macOS and Office have it."""


class Xml(str):
    """A piece of WordprocessingML, in which any text of a ledger is escaped already."""

    __slots__ = ()

    @property
    def english(self) -> "Xml":
        """The piece in a line of English."""
        return self

    @property
    def japanese(self) -> "Xml":
        """The piece in a line of Japanese below that."""
        return self


class BilingualXml(Xml):
    """A piece in English, and below it in Japanese."""

    __slots__ = ("_english", "_japanese")

    _english: Xml
    _japanese: Xml

    def __new__(cls, english: Xml, japanese: Xml) -> Self:
        """Return the piece in both languages."""
        made = super().__new__(cls, f"{english}{_BREAK}{japanese}")
        made._english, made._japanese = english, japanese
        return made

    @property
    def english(self) -> Xml:
        """The piece in English."""
        return self._english

    @property
    def japanese(self) -> Xml:
        """The piece in Japanese."""
        return self._japanese


class Bookmark(Xml):
    """A piece that links can lead to. A document has it once: in two lines, in the first."""

    __slots__ = ("_piece",)

    _piece: Xml

    def __new__(cls, number: int, name: str, piece: Xml) -> Self:
        """Return the piece with its marks around it."""
        start = w("bookmarkStart", id=str(number), name=name)
        made = super().__new__(cls, f"{start}{piece}{w('bookmarkEnd', id=str(number))}")
        made._piece = piece
        return made

    @property
    def japanese(self) -> Xml:
        """The piece without its marks."""
        return self._piece


def w(tag: str, *children: Xml, **attributes: str) -> Xml:
    """Return an element with attributes."""
    named = "".join(f" w:{name}={quoteattr(value)}" for name, value in attributes.items())
    return Xml(
        f"<w:{tag}{named}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{named}/>"
    )


_BREAK = w("r", w("br"))
_JAPANESE_FONT = w("rFonts", hint="eastAsia", eastAsia=JAPANESE)
"""With the hint, characters that both scripts have, as “ and …, are those of Japanese."""
_JAPANESE_LANGUAGE = w("lang", eastAsia="ja-JP")


def run(text: str, style: str = "") -> Xml:
    """Return text of a ledger or of ours as a run, in a character style if any."""
    return _of_each(text, lambda said: _run(said, style=style))


def swatch(text: str, fill: str) -> Xml:
    """Return text on a colour, with a blank at each side."""
    blank = "\N{NO-BREAK SPACE}"
    return _of_each(text, lambda said: _run(f"{blank}{said}{blank}", fill=fill))


def _of_each(text: str, make: Callable[[str], Xml]) -> Xml:
    """Return what is made of a text: of each language by itself where it has two."""
    if isinstance(text, Bilingual):
        return BilingualXml(make(text.english), make(text.japanese))
    return make(text)


def _run(text: str, *, style: str = "", fill: str = "") -> Xml:
    """Return a run; Japanese has its font and language."""
    words = Xml(f'<w:t xml:space="preserve">{escape(safe.xml(text))}</w:t>')
    japanese = is_japanese(text)
    looks = [w("rStyle", val=style)] if style else []
    looks += [_JAPANESE_FONT] if japanese else []
    looks += [shade(fill)] if fill else []
    looks += [_JAPANESE_LANGUAGE] if japanese else []
    return w("r", w("rPr", *looks), words) if looks else w("r", words)


def shade(fill: str) -> Xml:
    """Return the colour behind a cell or a run."""
    return w("shd", val="clear", color="auto", fill=fill)


def field(code: str) -> Xml:
    """Return a field that Word works out, such as PAGE."""
    return w("fldSimple", run("1"), instr=code)


def joined(*inlines: str) -> Xml:
    """Return text and runs after each other; in two lines where one of them is."""
    runs = [each if isinstance(each, Xml) else run(each) for each in inlines if each]
    if not any(isinstance(each, BilingualXml) for each in runs):
        return Xml("".join(runs))
    english = "".join(each.english for each in runs)
    return BilingualXml(Xml(english), Xml("".join(each.japanese for each in runs)))


def paragraph(style: str, *inlines: str) -> Xml:
    """Return a paragraph in a style, given by its id, of text and runs."""
    return w("p", w("pPr", w("pStyle", val=style)), joined(*inlines))


def linked(piece: Xml, to: str) -> Xml:
    """Return a piece of a paragraph as a link; `to` is the attribute that says where."""
    if isinstance(piece, BilingualXml):
        return BilingualXml(linked(piece.english, to), linked(piece.japanese, to))
    return Xml(f"<w:hyperlink {to}>{piece}</w:hyperlink>")


def bookmark(number: int, name: str, piece: Xml) -> Xml:
    """Return a piece of a paragraph as a place that links can lead to."""
    if isinstance(piece, BilingualXml):
        return BilingualXml(Bookmark(number, name, piece.english), piece.japanese)
    return Bookmark(number, name, piece)

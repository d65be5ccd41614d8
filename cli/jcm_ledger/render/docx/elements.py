"""Elements of WordprocessingML as text: paragraphs, runs, fields, places that links lead to."""

from xml.sax.saxutils import escape, quoteattr

from jcm_ledger.render import safe


class Xml(str):
    """A piece of WordprocessingML, in which any text of a ledger is escaped already."""

    __slots__ = ()


def w(tag: str, *children: Xml, **attributes: str) -> Xml:
    """Return an element with attributes."""
    named = "".join(f" w:{name}={quoteattr(value)}" for name, value in attributes.items())
    return Xml(
        f"<w:{tag}{named}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{named}/>"
    )


def run(text: str, style: str = "", fill: str = "") -> Xml:
    """Return text of a ledger or of ours as a run, in a character style and on a colour if any."""
    words = Xml(f'<w:t xml:space="preserve">{escape(safe.xml(text))}</w:t>')
    looks = [w("rStyle", val=style)] if style else []
    looks += [shade(fill)] if fill else []
    return w("r", w("rPr", *looks), words) if looks else w("r", words)


def shade(fill: str) -> Xml:
    """Return the colour behind a cell or a run."""
    return w("shd", val="clear", color="auto", fill=fill)


def field(code: str) -> Xml:
    """Return a field that Word works out, such as PAGE."""
    return w("fldSimple", run("1"), instr=code)


def paragraph(style: str, *inlines: str) -> Xml:
    """Return a paragraph in a style, given by its id, of text and runs."""
    runs = (each if isinstance(each, Xml) else run(each) for each in inlines if each)
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


def bookmark(number: int, name: str, *children: Xml) -> Xml:
    """Return pieces of a paragraph as a place that links can lead to."""
    start = w("bookmarkStart", id=str(number), name=name)
    return Xml("".join((start, *children, w("bookmarkEnd", id=str(number)))))

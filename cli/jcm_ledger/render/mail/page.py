"""A report as the HTML part of a mail: a few elements, styled where they stand.

Programs that show mail leave out style sheets, and some of them everything but the oldest
properties.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from html import escape

from jcm_ledger.render import safe
from jcm_ledger.render.outline.blocks import (
    Block,
    Entries,
    EntryLine,
    FigureList,
    Link,
    MeetingLine,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.cells import (
    Cell,
    Cited,
    LinesText,
    Reference,
    ReferencesText,
    Sources,
    Text,
    TimingText,
)
from jcm_ledger.render.phrases import BOTH, Phrases, speak
from jcm_ledger.render.phrases.bilingual import each_language, in_one_line
from jcm_ledger.render.phrases.text_language import other_language, page_language
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.rules.standing import Timing

_FONTS = "Calibri,Arial,sans-serif"
_JAPANESE_FONTS = "'Yu Gothic',Meiryo,'Hiragino Sans',sans-serif"
_FONTS_OF_BOTH = "Calibri,Arial,'Yu Gothic',Meiryo,'Hiragino Sans',sans-serif"
_SIZE = "font-size:11pt;color:#1c2430"
_JAPANESE_SIZE = "font-size:10.5pt;line-height:1.6;color:#1c2430"
_PARAGRAPH = "margin:0 0 6pt 0"
_TITLE = "margin:0 0 6pt 0;font-size:18pt"
_SECTION = "margin:14pt 0 6pt 0;font-size:13pt"
_TABLE = "border-collapse:collapse;margin:0 0 10pt 0"
_CELL = "padding:3pt 8pt 3pt 0;border-bottom:1px solid #b8bfcc;text-align:left;vertical-align:top"
_LATE = "color:#a1241f;font-weight:bold"


class Html(str):
    """A piece of HTML, in which any text of a ledger is escaped already."""

    __slots__ = ()


def page(content: Outline) -> str:
    """Return a report as one HTML document, of lines that end in newlines."""
    body = "\n".join(_body(content, speak(content.lang)))
    return (
        f'<!doctype html>\n<html lang="{page_language(content.lang)}">\n'
        f'<head><meta charset="utf-8"><title>{_plain(in_one_line(content.title))}</title></head>\n'
        f'<body style="{_style(content.lang)}">\n{body}\n</body>\n</html>\n'
    )


def _style(lang: str) -> str:
    """Return the fonts of a page, and how large they are: a Japanese letter fills its square."""
    if lang == BOTH:
        return f"font-family:{_FONTS_OF_BOTH};{_SIZE}"
    if page_language(lang) == "ja":
        return f"font-family:{_JAPANESE_FONTS};{_JAPANESE_SIZE}"
    return f"font-family:{_FONTS};{_SIZE}"


def _body(content: Outline, say: Phrases) -> Iterator[Html]:
    marking = [_paragraph(_element("b", content.marking))] if content.marking else []
    yield from marking
    yield _element("h1", content.title, style=_TITLE)
    for name in content.committee:
        yield _paragraph(_in_its_language(name, say))
    for line in filter(None, (*content.notes, content.nothing)):
        yield _paragraph(line)
    for section in content.sections:
        yield from _section(section, say)
    for meeting in content.meetings:
        yield _meeting(meeting, say)
    yield _paragraph(content.foot)
    yield from marking


def _section(section: Section, say: Phrases) -> Iterator[Html]:
    drawn = [part for block in section.blocks for part in _drawn(block, say)]
    if drawn:
        yield _element("h2", section.title, style=_SECTION)
        yield from drawn


def _meeting(meeting: MeetingLine, say: Phrases) -> Html:
    links = [_statement(link, say) for link in meeting.links]
    return _paragraph(_laid(say.joined([in_each(_plain, meeting.text), *links])))


@singledispatch
def _drawn(_block: Block, _say: Phrases) -> Iterator[Html]:
    """Yield the elements of a block; a type without a function below has none."""
    yield from ()


@_drawn.register(Prose)
def _prose(block: Prose, say: Phrases) -> Iterator[Html]:
    yield _paragraph(_of_ledger(block.text, say))


@_drawn.register(FigureList)
def _figures(block: FigureList, _say: Phrases) -> Iterator[Html]:
    names = _row("th", [figure.name for figure in block.all])
    numbers = _row("td", [_element("b", f"{figure.number:,}") for figure in block.all])
    yield _element("table", names, numbers, style=_TABLE)


@_drawn.register(Table)
def _table(block: Table, say: Phrases) -> Iterator[Html]:
    heads = _row("th", [column.title for column in block.columns])
    rows = (_row("td", [_cell(cell, say) for cell in row]) for row in block.rows)
    yield _element("table", heads, *rows, style=_TABLE)


@_drawn.register(Entries)
def _entries(block: Entries, say: Phrases) -> Iterator[Html]:
    for entry in block.entries:
        yield _paragraph(_laid(_entry(entry, say)))


def _entry(entry: EntryLine, say: Phrases) -> str:
    """Return an entry as a line, or a line in each language, that is no element yet."""
    about = in_each(lambda title: _of_ledger(title, say), entry.about.text)
    dated = in_each("<b>{}</b>".format, say.pages.dated(in_each(_plain, entry.when), about))
    by, news = in_each(_plain, entry.by), in_each(_plain, entry.news)
    sentences = [say.pages.entry(dated, by, news)]
    if entry.note:
        sentences.append(in_each(lambda note: _of_ledger(note, say), say.sentence(entry.note)))
    return say.sentences([*sentences, _sources(entry.evidence, say)])


def _cell(cell: Cell, say: Phrases) -> str:
    match cell:
        case Sources():
            return _laid(_sources(cell, say))
        case LinesText():
            of_ledger = isinstance(cell, ReferencesText)
            lines = (_of_ledger(line, say) if of_ledger else _shown(line) for line in cell.lines)
            return Html("<br>".join(lines))
        case Reference():
            return _of_ledger(cell.text, say)
        case Text():
            return _in_its_language(cell, say)
        case TimingText(timing=Timing.OVERDUE):
            return _element("span", cell.text, style=_LATE)
    return cell.text


def _sources(of: Sources, say: Phrases) -> str:
    return say.joined([_source(each, say) for each in of.evidence])


def _source(cited: Cited, say: Phrases) -> str:
    """Return a link to a web address, of any other the title and the address."""
    address, text = cited.address, cited.title or cited.address
    if safe.is_web_address(address):
        return _link(address, _plain(text))
    return in_each(_plain, say.named(text, address) if cited.title else text)


def _statement(link: Link, say: Phrases) -> str:
    """Return where a statement is published, as a link if it is an address of the web."""
    in_full = say.named(link.label, link.address)
    return in_each(_linked, link.label, in_full, link.address)


def _linked(label: str, in_full: str, address: str) -> str:
    return _link(address, _plain(label)) if safe.is_web_address(address) else _plain(in_full)


def _link(address: str, inside: str) -> str:
    return f'<a href="{escape(address)}">{inside}</a>'


def _in_its_language(text: Text, say: Phrases) -> Html:
    if text.lang:
        return Html(f'<span lang="{_plain(text.lang)}">{_plain(text.text)}</span>')
    return Html(f"<span>{_of_ledger(text.text, say)}</span>")


def _of_ledger(text: str, say: Phrases) -> Html:
    """Return text that may be the ledger's own, marked where it is in another language."""
    other = other_language(text, say.lang)
    return Html(f'<span lang="{other}">{_plain(text)}</span>') if other else _shown(text)


def _paragraph(*parts: str) -> Html:
    return _element("p", *parts, style=_PARAGRAPH)


def _row(tag: str, cells: Iterable[str]) -> Html:
    return _element("tr", *(_element(tag, each, style=_CELL) for each in cells))


def _element(tag: str, *parts: str, style: str = "") -> Html:
    """Return an element; whatever of its parts is no HTML yet is escaped."""
    inside = "".join(part if isinstance(part, Html) else _shown(part) for part in parts)
    styled = f' style="{style}"' if style else ""
    return Html(f"<{tag}{styled}>{inside}</{tag}>")


def _shown(words: str) -> Html:
    """Return words as HTML: those in both languages on two lines, each marked with its own."""
    return _laid(in_each(_plain, words))


def _laid(html: str) -> Html:
    """Return HTML that was made in each language as a line of each."""
    lines = (
        f'<span lang="{lang}">{inside}</span>' if lang else inside
        for lang, inside in each_language(html)
    )
    return Html("<br>".join(lines))


def _plain(text: str) -> str:
    """Return text of one language as HTML shows it, with what would steer made visible."""
    return escape(safe.xml(text))

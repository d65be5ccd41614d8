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
    FigureList,
    MeetingLine,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.cells import Cell, LinesText, Sources, Text, TimingText
from jcm_ledger.render.phrases import sentence
from jcm_ledger.rules.standing import Timing

_BODY = "font-family:Calibri,Arial,sans-serif;font-size:11pt;color:#1c2430"
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
    body = "\n".join(_body(content))
    return (
        f'<!doctype html>\n<html lang="{_plain(content.lang)}">\n<head><meta charset="utf-8">'
        f"<title>{_plain(content.title)}</title></head>\n"
        f'<body style="{_BODY}">\n{body}\n</body>\n</html>\n'
    )


def _body(content: Outline) -> Iterator[Html]:
    marking = [_paragraph(_element("b", content.marking))] if content.marking else []
    yield from marking
    yield _element("h1", content.title, style=_TITLE)
    for name in content.committee:
        yield _paragraph(_in_its_language(name))
    for line in filter(None, (*content.notes, content.nothing)):
        yield _paragraph(line)
    for section in content.sections:
        yield from _section(section)
    yield from map(_meeting, content.meetings)
    yield _paragraph(content.foot)
    yield from marking


def _section(section: Section) -> Iterator[Html]:
    drawn = [part for block in section.blocks for part in _drawn(block)]
    if drawn:
        yield _element("h2", section.title, style=_SECTION)
        yield from drawn


def _meeting(meeting: MeetingLine) -> Html:
    links = [Html(f", {_link(link.address, link.label)}") for link in meeting.links]
    return _paragraph(meeting.text, *links)


@singledispatch
def _drawn(_block: Block) -> Iterator[Html]:
    """Yield the elements of a block; a type without a function below has none."""
    yield from ()


@_drawn.register
def _prose(block: Prose) -> Iterator[Html]:
    yield _paragraph(block.text)


@_drawn.register
def _figures(block: FigureList) -> Iterator[Html]:
    names = _row("th", [figure.name for figure in block.all])
    numbers = _row("td", [_element("b", f"{figure.number:,}") for figure in block.all])
    yield _element("table", names, numbers, style=_TABLE)


@_drawn.register
def _table(block: Table) -> Iterator[Html]:
    heads = _row("th", [column.title for column in block.columns])
    rows = (_row("td", map(_cell, row)) for row in block.rows)
    yield _element("table", heads, *rows, style=_TABLE)


@_drawn.register
def _entries(block: Entries) -> Iterator[Html]:
    for entry in block.entries:
        told = f", {entry.by}{f': {entry.news}' if entry.news else ''}."
        note = f" {sentence(entry.note)} " if entry.note else " "
        heading = _element("b", f"{entry.day}, {entry.about.text}")
        yield _paragraph(heading, told, note, _sources(entry.evidence))


def _cell(cell: Cell) -> str:
    match cell:
        case Sources():
            return _sources(cell)
        case LinesText():
            return Html("<br>".join(map(_plain, cell.lines)))
        case Text():
            return _in_its_language(cell)
        case TimingText(timing=Timing.OVERDUE):
            return _element("span", cell.text, style=_LATE)
    return cell.text


def _sources(of: Sources) -> Html:
    return Html(", ".join(_link(each.address, each.title or each.address) for each in of.evidence))


def _link(address: str, text: str) -> str:
    """Return a link to a web address, of any other the text and the address."""
    if safe.is_web_address(address):
        return f'<a href="{escape(address)}">{_plain(text)}</a>'
    return _plain(text if text == address else f"{text}: {address}")


def _in_its_language(text: Text) -> Html:
    language = f' lang="{_plain(text.lang)}"' if text.lang else ""
    return Html(f"<span{language}>{_plain(text.text)}</span>")


def _paragraph(*parts: str) -> Html:
    return _element("p", *parts, style=_PARAGRAPH)


def _row(tag: str, cells: Iterable[str]) -> Html:
    return _element("tr", *(_element(tag, each, style=_CELL) for each in cells))


def _element(tag: str, *parts: str, style: str = "") -> Html:
    """Return an element; whatever of its parts is no HTML yet is escaped."""
    inside = "".join(part if isinstance(part, Html) else _plain(part) for part in parts)
    styled = f' style="{style}"' if style else ""
    return Html(f"<{tag}{styled}>{inside}</{tag}>")


def _plain(text: str) -> str:
    """Return text as HTML shows it, with what would steer made visible."""
    return escape(safe.xml(text))

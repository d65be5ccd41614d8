"""Cells and facts as HTML, of which a long report has a hundred thousand: too many for templates.

Each function makes its text visible and escapes it; results that come again are cached. What a
cell links to, and whether its acronyms are to be spelled out, depends on the place of its page.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from jcm_ledger.model.status import Status
from jcm_ledger.model.text import is_japanese
from jcm_ledger.render.html.place import PagePlace, narrowing, nowhere
from jcm_ledger.render.outline.blocks import Column, Fact, Link
from jcm_ledger.render.outline.cells import (
    BodyText,
    Cell,
    Cited,
    Day,
    DeadlineText,
    LinesText,
    Narrowing,
    Number,
    OwnersText,
    Reference,
    ReportedText,
    Sources,
    StatusText,
    Text,
    TimingText,
)
from jcm_ledger.render.phrases import pages
from jcm_ledger.render.safe import is_web_address, visible
from jcm_ledger.rules.standing import Timing

_KEPT = 4096  # cached answers: the same owners, days and statuses come again

_JAPANESE = Markup(' lang="ja"')

_STATUSES: dict[Status | None, int] = {
    status: number for number, status in enumerate((None, *Status))
}
_TIMINGS = {timing: number for number, timing in enumerate(Timing)}


@lru_cache(_KEPT)
def shown(text: str) -> str:
    """Return text with what would steer made visible, escaped for an element or an attribute."""
    return str(escape(visible(text)))


def drawn(content: Cell, place: PagePlace) -> Markup:
    """Return a cell as its type is drawn."""
    return Markup(_drawn(content, place))  # noqa: S704 - every text in it went through `shown`


def row(
    cells: Sequence[Cell], columns: Sequence[Column], place: PagePlace, *, sortable: bool = False
) -> Markup:
    """Return the cells of a row of a table, first the one that heads the row.

    Each carries the title of its column and, in a table that can be sorted, its sort key.
    """
    heads, others = "", []
    for cell, column in zip(cells, columns, strict=True):
        if column.heads:
            heads = f'<th scope="row">{_drawn(cell, place)}</th>\n'
            continue
        by = _key(cell) if sortable else ""
        of = _number(cell) if column.number else ""
        inside = _drawn(cell, place)
        others.append(f'<td{of} data-label="{shown(column.title)}"{by}>{inside}</td>\n')
    return Markup(heads + "".join(others))  # noqa: S704 - every text in it went through `shown`


def _number(content: Cell) -> str:
    nought = isinstance(content, Number) and not content.number
    return f' class="number{" nought" if nought else ""}"'


def _drawn(content: Cell, place: PagePlace) -> str:
    match content:
        case Reference():
            return _title(content, place)
        case OwnersText():
            return _owners(content, place)
        case TimingText():
            return _marked(content.text, content.timing)
        case StatusText():
            return f'<span class="status">{shown(content.text)}</span>'
        case Sources():
            return _sources(content.evidence)
    return _of_few(content, place)


def _of_few(content: Cell, place: PagePlace) -> str:
    """Return a cell of a type that only short tables have, or of one that is plain words."""
    match content:
        case ReportedText():
            return "".join(
                f'<div class="said"{lang(line)}>{shown(line)}</div>\n' for line in content.lines
            )
        case LinesText():
            return "".join(f"<div>{shown(line)}</div>\n" for line in content.lines)
        case BodyText():
            return _body(content, place)
        case Text():
            return _named(content)
    return shown(content.text)


def _title(content: Reference, place: PagePlace) -> str:
    inside, address, of = shown(content.text), place.commitment(content.id), lang(content.text)
    if address:
        return f'<a href="{shown(address)}"{of}>{inside}</a>'
    return f"<span{of}>{inside}</span>" if of else inside


def _link(address: str, inside: str) -> str:
    return f'<a href="{shown(address)}">{inside}</a>' if address else inside


def _body(content: BodyText, place: PagePlace) -> str:
    place.unspelled.pop(content.id, None)  # its name stands beside it
    address = place.body(content.id)
    if address:
        head = _link(address, shown(content.id))
    else:
        head = narrowed(content.id, content.narrows, place)
    names = " ".join(map(_named, content.names))
    return f"{head}<small>{names}</small>" if names else head


def narrowed(text: str, choices: Narrowing | None, place: PagePlace) -> Markup:
    """Return words as a link to the table of all commitments, narrowed where scripts run."""
    inside = shown(text)
    if choices and place.table_elsewhere:
        address = f"{place.table_elsewhere}?{narrowing(choices)}"
        inside = f'<a href="{shown(address)}">{inside}</a>'
    elif choices is not None and place.table:
        where = f' data-narrow="{shown(narrowing(choices))}"'
        inside = f'<a href="#{shown(place.table)}"{where}>{inside}</a>'
    return Markup(inside)  # noqa: S704 - the text went through `shown`


def _owners(content: OwnersText, place: PagePlace) -> str:
    """Return owners: each linked to its page, and an acronym spelled out where it is new."""
    words = content.short or content.text
    if place.body is nowhere and place.unspelled.keys().isdisjoint(content.ids):
        return shown(words)
    names = "|".join(map(re.escape, sorted(content.ids, key=len, reverse=True)))
    pieces = re.split(rf"(?<![\w-])({names})(?![\w-])", words) if names else [words]
    left = set(content.ids)
    inside = []
    for piece in pieces:
        if piece in left:
            left.remove(piece)
            inside.append(_link(place.body(piece), _spelled(piece, place)))
        else:
            inside.append(shown(piece))
    return "".join(inside)


def _spelled(acronym: str, place: PagePlace) -> str:
    name = place.unspelled.pop(acronym, "")
    return f'<abbr title="{shown(name)}">{shown(acronym)}</abbr>' if name else shown(acronym)


def lang(text: str) -> Markup:
    """Return the attribute that says that a text is Japanese, nothing for another."""
    return _JAPANESE if is_japanese(text) else Markup()


def _marked(words: str, key: str) -> str:
    return f'<span class="timing {key}">{shown(words)}</span>'


def _named(name: Text) -> str:
    words = shown(name.text)
    return f'<span lang="{shown(name.lang)}">{words}</span>' if name.lang else words


def _sources(evidence: Iterable[Cited]) -> str:
    items = "".join(f"<li>{_source(source)}</li>\n" for source in evidence)
    return f'<ul class="sources">\n{items}</ul>\n'


def _source(cited: Cited) -> str:
    address = cited.address
    if not is_web_address(address):
        return shown(f"{cited.title} ({address})" if cited.title else address)
    words = pages.at(cited.title, short(address, path=False)) if cited.title else short(address)
    return f'<a href="{shown(address)}" rel="noopener noreferrer">{shown(words)}</a>'


@lru_cache(_KEPT)
def statement(link: Link) -> Markup:
    """Return where a statement is published, as a link if it is an address of the web."""
    address = shown(link.address)
    if not is_web_address(link.address):
        return Markup(f"{shown(link.label)}: {address}")  # noqa: S704 - as above
    words = shown(pages.at(link.label, short(link.address, path=False)))
    of = f'rel="noopener noreferrer" hreflang="{shown(link.lang)}"'
    return Markup(f'<a href="{address}" {of}>{words}</a>')  # noqa: S704 - as above


def by_about(by: str, about: Cell, place: PagePlace) -> Markup:
    """Return who put an entry on file, and about what."""
    named = Markup("<b>{}</b>").format(visible(by))
    return Markup(pages.ON).format(by=named, about=drawn(about, place))  # noqa: S704 - our own words


def facts(content: Iterable[Fact], place: PagePlace) -> Markup:
    """Return the facts of a dossier as the items of a list of names and values."""
    return Markup("".join([_placed(fact, place) for fact in content]))  # noqa: S704 - as above


def _placed(content: Fact, place: PagePlace) -> str:
    if place.body is not nowhere and isinstance(content.value, OwnersText):
        value = _owners(content.value, place)
        return f'<div class="broad"><dt>{shown(content.name)}</dt><dd>{value}</dd></div>\n'
    return _fact(content)


@lru_cache(_KEPT)
def _fact(content: Fact) -> str:
    words = Markup()
    if isinstance(content.value, Sources):
        of, value = ' class="whole"', _sources(content.value.evidence)
    else:
        of = ' class="broad"' if isinstance(content.value, OwnersText) else ""
        value, words = shown(content.value.text), lang(content.value.text)
    return f"<div{of}><dt>{shown(content.name)}</dt><dd{words}>{value}</dd></div>\n"


def _key(content: Cell) -> str:
    """Return the attribute with a cell's sort key, none if its words sort it; "" comes last.

    Timings: the most pressing first, and within one the longest due. Statuses: in the order of a
    list, nothing on file first.
    """
    value: object
    match content:
        case DeadlineText():
            value = content.deadline.last if content.deadline else ""
        case TimingText():
            value = _TIMINGS[content.timing] * 10_000_000 + 5_000_000 + content.days
        case StatusText():
            value = _STATUSES[content.status]
        case Day():
            value = content.day or ""
        case _:
            return ""
    return f' data-key="{value}"'


def short(address: str, *, path: bool = True) -> str:
    """Return where a web address really leads: its host, and the end of its path if asked."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    *folders, last = parts.path.strip("/").split("/") if path else [""]
    return "/".join(filter(None, (parts.hostname, "…" if folders else "", last))) or address

"""Cells and facts as HTML, of which a long report has a hundred thousand: too many for templates.

Each function makes its text visible and escapes it; results that come again are cached.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from jcm_ledger.model.status import Status
from jcm_ledger.render.outline.blocks import Column, Fact
from jcm_ledger.render.outline.cells import (
    BodyText,
    Cell,
    Cited,
    Day,
    DeadlineText,
    LinesText,
    Number,
    ReasonsText,
    Reference,
    Sources,
    StatusText,
    Text,
    TimingText,
)
from jcm_ledger.render.phrases import pages
from jcm_ledger.render.safe import is_web_address, visible
from jcm_ledger.rules.standing import Timing

_KEPT = 4096  # cached answers: the same owners, days and statuses come again

_STATUSES: dict[Status | None, int] = {
    status: number for number, status in enumerate((None, *Status))
}
_TIMINGS = {timing: number for number, timing in enumerate(Timing)}


@lru_cache(_KEPT)
def shown(text: str) -> str:
    """Return text with what would steer made visible, escaped for an element or an attribute."""
    return str(escape(visible(text)))


def drawn(content: Cell) -> Markup:
    """Return a cell as its type is drawn."""
    return Markup(_drawn(content))  # noqa: S704 - every text in it went through `shown`


def row(cells: Sequence[Cell], columns: Sequence[Column], *, sortable: bool = False) -> Markup:
    """Return the cells of a row of a table, first the one that heads the row.

    Each carries the title of its column and, in a table that can be sorted, its sort key.
    """
    heads, others = "", []
    for cell, column in zip(cells, columns, strict=True):
        if column.heads:
            heads = f'<th scope="row">{_drawn(cell)}</th>\n'
            continue
        by = _key(cell) if sortable else ""
        of = _number(cell) if column.number else ""
        others.append(f'<td{of} data-label="{shown(column.title)}"{by}>{_drawn(cell)}</td>\n')
    return Markup(heads + "".join(others))  # noqa: S704 - every text in it went through `shown`


def _number(content: Cell) -> str:
    nought = isinstance(content, Number) and not content.number
    return f' class="number{" nought" if nought else ""}"'


def _drawn(content: Cell) -> str:
    match content:
        case Reference():
            return f'<a href="#{shown(anchor(content.id))}">{shown(content.text)}</a>'
        case TimingText():
            return _marked(content.text, content.timing)
        case StatusText():
            return f'<span class="status">{shown(content.text)}</span>'
        case Sources():
            return _sources(content.evidence)
        case LinesText():
            return "".join(f'<div class="said">{shown(line)}</div>\n' for line in content.lines)
    return _of_few(content)


def _of_few(content: Cell) -> str:
    """Return a cell of a type that only short tables have, or of one that is plain words."""
    match content:
        case ReasonsText():
            return _marked(content.text, content.reasons[0])
        case BodyText():
            names = " ".join(map(_named, content.names))
            return f"{shown(content.id)}<small>{names}</small>"
        case Text():
            return _named(content)
    return shown(content.text)


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


def by_about(by: str, about: Cell) -> Markup:
    """Return who put an entry on file, and about what."""
    named = Markup("<b>{}</b>").format(visible(by))
    return Markup(pages.ON).format(by=named, about=drawn(about))  # noqa: S704 - our own words


def facts(content: Iterable[Fact]) -> Markup:
    """Return the facts of a dossier as the items of a list of names and values."""
    return Markup("".join(map(_fact, content)))  # noqa: S704 - as above


@lru_cache(_KEPT)
def _fact(content: Fact) -> str:
    if isinstance(content.value, Sources):
        of, value = ' class="whole"', _sources(content.value.evidence)
    else:
        of, value = "", shown(content.value.text)
    return f"<div{of}><dt>{shown(content.name)}</dt><dd>{value}</dd></div>\n"


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


def anchor(commitment: str) -> str:
    """Return the id of a commitment's place on the page, which is its fragment too."""
    return f"c-{quote(commitment, safe='')}"


def short(address: str, *, path: bool = True) -> str:
    """Return where a web address really leads: its host, and the end of its path if asked."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    *folders, last = parts.path.strip("/").split("/") if path else [""]
    return "/".join(filter(None, (parts.hostname, "…" if folders else "", last))) or address

"""Cells and facts as HTML, of which a long report has a hundred thousand: too many for templates.

Each function makes its text visible and escapes it; results that come again are cached. What a
cell links to, whether its acronyms are to be spelled out, and in which language it is, depends on
the place of its page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup

from jcm_ledger.model.status import Status
from jcm_ledger.render.html.place import PagePlace, narrowing, nowhere
from jcm_ledger.render.html.words import escaped, labelled, laid, lang, shown
from jcm_ledger.render.outline.blocks import Column, Fact
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
    ReferencesText,
    ReportedText,
    Sources,
    StatusText,
    Text,
    TimingText,
)
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import each_language, first
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import is_web_address
from jcm_ledger.rules.standing import Timing

_KEPT = 4096  # cached answers: the same owners, days and statuses come again

_STATUSES: dict[Status | None, int] = {
    status: number for number, status in enumerate((None, *Status))
}
_TIMINGS = {timing: number for number, timing in enumerate(Timing)}


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
        of += lang(cell.text, place.say) if type(cell) is Text and not cell.lang else ""
        inside = _drawn(cell, place)
        others.append(f"<td{of}{labelled(column.title)}{by}>{inside}</td>\n")
    return Markup(heads + "".join(others))  # noqa: S704 - every text in it went through `shown`


def _number(content: Cell) -> str:
    nought = isinstance(content, Number) and not content.number
    return f' class="number{" nought" if nought else ""}"'


def _drawn(content: Cell, place: PagePlace) -> str:
    match content:
        case Reference():
            return _title(content, place)
        case OwnersText():
            return laid(owners(content, place))
        case TimingText():
            return marked(shown(content.text), content.timing)
        case StatusText():
            return f'<span class="status">{shown(content.text)}</span>'
        case Sources():
            return _sources(content.evidence, place.say)
    return _of_few(content, place)


def _of_few(content: Cell, place: PagePlace) -> str:
    """Return a cell of a type that only short tables have, or of one that is plain words."""
    match content:
        case ReportedText():
            return "".join(
                f'<div class="said"{lang(line, place.say)}>{shown(line)}</div>\n'
                for line in content.lines
            )
        case ReferencesText():
            return "".join(
                f"<div{lang(line, place.say)}>{shown(line)}</div>\n" for line in content.lines
            )
        case LinesText():
            return "".join(f"<div>{shown(line)}</div>\n" for line in content.lines)
        case BodyText():
            return _body(content, place)
        case Text():
            return _named(content)
    return shown(content.text)


def _title(content: Reference, place: PagePlace) -> str:
    return titled(content.text, content.id, place)


def titled(title: str, commitment: str, place: PagePlace) -> str:
    """Return the title of a commitment as a link to it, marked with its language."""
    inside, of = shown(title), lang(title, place.say)
    if address := place.commitment(commitment):
        return f'<a href="{escaped(address)}"{of}>{inside}</a>'
    return f"<span{of}>{inside}</span>" if of else inside


def _link(address: str, inside: str) -> str:
    return f'<a href="{escaped(address)}">{inside}</a>' if address else inside


def _body(content: BodyText, place: PagePlace) -> str:
    place.unspelled.pop(content.id, None)  # its name stands beside it
    address = place.body(content.id)
    if address:
        head = _link(address, shown(content.short))
    else:
        head = narrowed(content.short, content.narrows, place)
    names = " ".join(_named(name) for name in content.names if name.text != content.short)
    return f"{head}<small>{names}</small>" if names else head


def narrowed(text: str, choices: Narrowing | None, place: PagePlace) -> Markup:
    """Return words as a link to the table of all commitments, narrowed where scripts run."""
    inside = shown(text)
    if choices and place.table_elsewhere:
        address = f"{place.table_elsewhere}?{narrowing(choices)}"
        inside = f'<a href="{escaped(address)}">{inside}</a>'
    elif choices is not None and place.table:
        where = f' data-narrow="{escaped(narrowing(choices))}"'
        inside = f'<a href="#{escaped(place.table)}"{where}>{inside}</a>'
    return Markup(inside)  # noqa: S704 - the text went through `shown`


def owners(content: OwnersText, place: PagePlace) -> str:
    """Return owners: each linked to its page, and an acronym spelled out where it is new."""
    words = content.short or content.text
    if place.body is nowhere and place.unspelled.keys().isdisjoint(content.ids):
        return in_each(escaped, words)

    def linked(words: str, *names: str) -> str:
        return _linked(words, dict(zip(names, content.ids, strict=True)), place)

    return in_each(linked, words, *(content.names or content.ids))


def _linked(words: str, ids: Mapping[str, str], place: PagePlace) -> str:
    """Return words in which each of the names stands for a body of this id."""
    names = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    pieces = re.split(rf"(?<![\w-])({names})(?![\w-])", words) if names else [words]
    left = set(ids)
    inside = []
    for piece in pieces:
        if piece in left:
            left.remove(piece)
            inside.append(_link(place.body(ids[piece]), _spelled(piece, place)))
        else:
            inside.append(escaped(piece))
    return "".join(inside)


def _spelled(acronym: str, place: PagePlace) -> str:
    name = place.unspelled.pop(acronym, "")
    title = escaped(first(name))  # the first line spells it out, and that is in English
    return f'<abbr title="{title}">{escaped(acronym)}</abbr>' if name else escaped(acronym)


def marked(words: str, timing: Timing) -> str:
    """Return words for a timing, which are escaped, after its mark."""
    return f'<span class="timing {timing}">{words}</span>'


def _named(name: Text) -> str:
    words = shown(name.text)
    return f'<span lang="{escaped(name.lang)}">{words}</span>' if name.lang else words


def _sources(evidence: Iterable[Cited], say: Phrases) -> str:
    items = "".join(f"<li>{_source(source, say)}</li>\n" for source in evidence)
    return f'<ul class="sources">\n{items}</ul>\n'


def _source(cited: Cited, say: Phrases) -> str:
    address = cited.address
    if not is_web_address(address):
        return shown(say.pages.cited(cited.title, address) if cited.title else address)
    host = short(address, path=False)
    words = say.pages.at(cited.title, host) if cited.title else short(address)
    once = each_language(words)[0][1]  # a title is in one language, whatever is put round it
    return f'<a href="{escaped(address)}" rel="noopener noreferrer">{escaped(once)}</a>'


def facts(content: Iterable[Fact], place: PagePlace) -> Markup:
    """Return the facts of a dossier as the items of a list of names and values."""
    return Markup("".join([_placed(fact, place) for fact in content]))  # noqa: S704 - as above


def _placed(content: Fact, place: PagePlace) -> str:
    if place.body is not nowhere and isinstance(content.value, OwnersText):
        value = laid(owners(content.value, place))
        return f'<div class="broad"><dt>{shown(content.name)}</dt><dd>{value}</dd></div>\n'
    return _fact(content, place.say)


@lru_cache(_KEPT)
def _fact(content: Fact, say: Phrases) -> str:
    words = ""
    if isinstance(content.value, Sources):
        of, value = ' class="whole"', _sources(content.value.evidence, say)
    else:
        of = ' class="broad"' if isinstance(content.value, OwnersText) else ""
        of = ' class="whole"' if isinstance(content.value, LinesText) else of
        value, words = shown(content.value.text), lang(content.value.text, say)
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

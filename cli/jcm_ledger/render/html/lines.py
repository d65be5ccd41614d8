"""Lines of a page that are put together of words and links: meetings, and entries of the journal.

In both languages there is a line of each, with the links of its own words.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from jcm_ledger.render.html.cells import marked, owners, short, titled
from jcm_ledger.render.html.place import PagePlace
from jcm_ledger.render.html.timeline import DrawnBar
from jcm_ledger.render.html.words import escaped, laid
from jcm_ledger.render.outline.blocks import EntryLine, Link, MeetingLine
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import is_web_address

_KEPT = 4096  # cached answers: many commitments were made at one meeting


def meeting(content: MeetingLine, place: PagePlace) -> Markup:
    """Return a meeting, and where its statement is published."""
    links = [_statement(link, place.say) for link in content.links]
    return laid(place.say.joined([in_each(escaped, content.text), *links]))


def statements(links: Iterable[Link], place: PagePlace) -> Markup:
    """Return where something was stated."""
    return laid(place.say.joined([_statement(link, place.say) for link in links]))


@lru_cache(_KEPT)
def _statement(link: Link, say: Phrases) -> str:
    """Return where a statement is published, as a link if it is an address of the web."""
    host = in_each(lambda address: short(address, path=False), link.address)
    words = (say.pages.at(link.label, host), say.named(link.label, link.address))
    return in_each(_linked, *words, link.address, link.lang)


def _linked(words: str, in_full: str, address: str, language: str) -> str:
    """Return words as a link if the address is one of the web, else what has it in full."""
    if not is_web_address(address):
        return escaped(in_full)
    of = f'rel="noopener noreferrer" hreflang="{escaped(language)}"'
    return f'<a href="{escaped(address)}" {of}>{escaped(words)}</a>'


def told(entry: EntryLine, place: PagePlace, *, about: bool = False) -> Markup:
    """Return who put an entry on file, and what it reports; and what it is `about`, if asked."""
    say = place.say
    who = in_each(lambda by: f"<b>{escaped(by)}</b>", entry.by)
    if about:
        of = in_each(lambda title: titled(title, entry.about.id, place), entry.about.text)
        who = say.pages.on(who, of)
    if not entry.news:
        return laid(who)
    mark = glyph(entry.status or "moved")
    return laid(say.named(who, in_each(lambda news: f"{mark} {escaped(news)}", entry.news)))


def whose_and_when(bar: DrawnBar, place: PagePlace) -> Markup:
    """Return the owners of a bar, and what the calendar says of it."""
    timing = in_each(lambda said: marked(escaped(said), bar.timing.timing), bar.timing.text)
    return laid(place.say.pages.beside(owners(bar.owners, place), timing))


def glyph(shape: str) -> Markup:
    """Return the mark of a timeline in a line of words."""
    use = f'<use href="#mark-{escaped(shape)}"/>'
    of = 'class="glyph" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true"'
    return Markup(f"<svg {of}>{use}</svg>")  # noqa: S704 - our own shapes

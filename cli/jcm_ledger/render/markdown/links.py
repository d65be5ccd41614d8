"""Addresses in Markdown."""

from collections.abc import Iterable

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import is_web_address, markdown


def link(address: str) -> str:
    """Return a web address as a link, anything else as escaped text."""
    return f"<{address}>" if is_web_address(address) else markdown(address)


def source(title: str, address: str, say: Phrases) -> str:
    """Return what is cited: a title that is a link, or that stands before what it names."""
    if not title:
        return link(address)
    if is_web_address(address):
        return f"[{markdown(title)}](<{address}>)"
    return in_each(markdown, say.pages.cited(title, address))


def sources(cited: Iterable[tuple[str, str]], say: Phrases) -> str:
    """Return several of them, a title and an address each, in a line of each language."""
    return say.joined([source(title, address, say) for title, address in cited])

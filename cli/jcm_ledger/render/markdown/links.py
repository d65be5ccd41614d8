"""Addresses in Markdown."""

from collections.abc import Iterable

from jcm_ledger.render.safe import is_web_address, markdown


def link(address: str) -> str:
    """Return a web address as a link, anything else as escaped text."""
    return f"<{address}>" if is_web_address(address) else markdown(address)


def links(addresses: Iterable[str]) -> str:
    """Return several of them in a line."""
    return ", ".join(map(link, addresses))

"""How the text of a mail joins what a table has in columns."""

from collections.abc import Iterable

from jcm_ledger.render.outline.cells import Cited


def joined(parts: Iterable[str]) -> str:
    """Return short statements in one line."""
    return "; ".join(parts)


def sources(cited: Iterable[Cited]) -> str:
    """Return what was cited, each with its address in full: a text has no links."""
    return ", ".join(" ".join(filter(None, (each.title, each.address))) for each in cited)

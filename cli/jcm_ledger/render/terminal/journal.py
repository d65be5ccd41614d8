"""Entries of the journal on a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.terminal.parts import entry_lines


def page(entries: Iterable[Entry], say: Phrases) -> RenderableType:
    """Return the page of `jcm log`: entry by entry, what was reported and its evidence."""
    return Group(
        *(line for entry in entries for line in ("", *entry_lines(entry, say, named=True)))
    )

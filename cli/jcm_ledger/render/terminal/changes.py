"""What changed between two states of a ledger, on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.terminal.parts import Indented, entry_lines, facts, id_text, text
from jcm_ledger.rules.changes import Difference


def page(found: Difference, say: Phrases) -> RenderableType:
    """Return the page of `jcm diff`: what vanished first, and loudly."""
    return Group(*_vanished(found, say), *_tables(found, say), *_progress(found, say))


def _vanished(found: Difference, say: Phrases) -> Iterator[RenderableType]:
    if not found.vanished:
        return
    yield text(say.changes.vanished(len(found.vanished)), "bold red")
    for gone in found.vanished:
        yield ""
        yield from entry_lines(gone.entry, say, named=True)
        if gone.altered:
            yield text(say.changes.IN_ITS_PLACE, "red")
            yield from entry_lines(gone.altered, say, named=True)
    yield ""


def _tables(found: Difference, say: Phrases) -> Iterator[RenderableType]:
    if not found.tables:
        return
    yield Text(say.changes.TABLES, style="bold underline")
    for table in found.tables:
        heading = text(say.changes.table(table), "bold red" if table.gone else "bold")
        yield (
            heading.append_text(text(say.changes.after_name(table.name)))
            if table.name != table.id
            else heading
        )
        for edit in table.edits:
            yield Indented(text(say.changes.edit(edit)))
    yield ""


def _progress(found: Difference, say: Phrases) -> Iterator[RenderableType]:
    if not found.progress:
        return
    yield Text(say.labels.PROGRESS, style="bold underline")
    for about in found.progress:
        commitment = about.after.commitment
        yield id_text(commitment.id).append_text(
            text(say.changes.after_name(say.title(commitment)), "bold")
        )
        if changed := say.changes.progress(about):
            yield Indented(facts((name, text(change)) for name, change in changed))
        for entry in about.entries:
            yield Indented(Group(*entry_lines(entry, say, named=False)))
        yield ""

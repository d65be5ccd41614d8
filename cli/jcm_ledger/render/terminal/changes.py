"""What changed between two states of a ledger, on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.render import phrases
from jcm_ledger.render.phrases import changes as of_changes
from jcm_ledger.render.terminal.parts import Indented, entry_lines, facts, id_text, text
from jcm_ledger.rules.changes import Difference


def page(found: Difference) -> RenderableType:
    """Return the page of `jcm diff`: what vanished first, and loudly."""
    return Group(*_vanished(found), *_tables(found), *_progress(found))


def _vanished(found: Difference) -> Iterator[RenderableType]:
    if not found.vanished:
        return
    number = phrases.count(len(found.vanished), "entry", "entries")
    yield text(f"VANISHED: {number} that a ledger should never lose", "bold red")
    for gone in found.vanished:
        yield ""
        yield from entry_lines(gone.entry, named=True)
        if gone.altered:
            yield text("In its place stands now:", "red")
            yield from entry_lines(gone.altered, named=True)
    yield ""


def _tables(found: Difference) -> Iterator[RenderableType]:
    if not found.tables:
        return
    yield Text("Tables", style="bold underline")
    for table in found.tables:
        heading = text(of_changes.table(table), "bold red" if table.gone else "bold")
        yield heading.append_text(text(f": {table.name}")) if table.name != table.id else heading
        for edit in table.edits:
            yield Indented(text(of_changes.edit(edit)))
    yield ""


def _progress(found: Difference) -> Iterator[RenderableType]:
    if not found.progress:
        return
    yield Text("Progress", style="bold underline")
    for about in found.progress:
        commitment = about.after.commitment
        yield id_text(commitment.id).append_text(text(f": {commitment.title}", "bold"))
        if changed := of_changes.progress(about):
            yield Indented(facts((name, text(change)) for name, change in changed))
        for entry in about.entries:
            yield Indented(Group(*entry_lines(entry, named=False)))
        yield ""

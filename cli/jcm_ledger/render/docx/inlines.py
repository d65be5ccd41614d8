"""What stands within a paragraph of a Word document: references, timings, notes, evidence."""

from collections.abc import Iterator

from jcm_ledger.render import phrases
from jcm_ledger.render.docx.elements import run
from jcm_ledger.render.docx.parts import DocxWriter
from jcm_ledger.render.outline.blocks import EntryLine
from jcm_ledger.render.outline.cells import Cell, Reference, Sources, TimingText
from jcm_ledger.rules.standing import Timing


def inlines(writer: DocxWriter, cell: Cell) -> Iterator[str]:
    """Yield what a cell says: a reference leads to its dossier, and what is overdue stands out."""
    match cell:
        case Sources():
            yield from _links(writer, cell)
        case Reference():
            yield writer.reference(cell.id, cell.text)
        case TimingText(timing=Timing.OVERDUE):
            yield run(cell.text, "Late")
        case _:
            yield cell.text


def note_and_evidence(writer: DocxWriter, entry: EntryLine) -> Iterator[str]:
    """Yield the note of an entry and what it cites, as far as there are any."""
    if entry.note:
        yield f" {phrases.sentence(entry.note)}"
    if entry.evidence.evidence:
        yield " "
        yield from _links(writer, entry.evidence)


def _links(writer: DocxWriter, sources: Sources) -> Iterator[str]:
    for number, cited in enumerate(sources.evidence):
        if number:
            yield ", "
        yield writer.link(cited.address, cited.title)

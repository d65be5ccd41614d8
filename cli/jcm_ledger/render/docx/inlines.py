"""What stands within a paragraph of a Word document: references, timings, notes, evidence."""

import re
from collections.abc import Callable, Iterator

from jcm_ledger.render.docx.elements import BilingualXml, Xml, joined, run
from jcm_ledger.render.docx.parts import DocxWriter
from jcm_ledger.render.outline.blocks import EntryLine
from jcm_ledger.render.outline.cells import Cell, Reference, Sources, TimingText
from jcm_ledger.render.phrases.bilingual import Bilingual
from jcm_ledger.rules.standing import Timing

_MARKS = "\ue000-\uf8ff"
"""Characters that no phrase has (Unicode, private use): each marks the place of a part."""


def within(phrase: Callable[..., str], *parts: str) -> Iterator[str]:
    """Yield a phrase piece by piece, each part in its place; a part that is "" has none.

    So a phrase is one sentence of its language, and links and runs may still stand in it.
    """
    places = [chr(ord(_MARKS[0]) + number) if part else "" for number, part in enumerate(parts)]
    said = phrase(*places)
    of = dict(zip(places, parts, strict=True))
    if isinstance(said, Bilingual):
        yield BilingualXml(
            joined(*_placed(said.english, of)).english,
            joined(*_placed(said.japanese, of)).japanese,
        )
    else:
        yield from _placed(said, of)


def _placed(said: str, parts: dict[str, str]) -> Iterator[str]:
    """Yield the words of a phrase with the parts that are text, and the other parts."""
    words = ""
    for piece in re.split(f"([{_MARKS}])", said):
        part = parts.get(piece, piece)
        if isinstance(part, Xml | Bilingual):
            yield words
            yield part
            words = ""
        else:
            words += part
    yield words


def inlines(writer: DocxWriter, cell: Cell) -> Iterator[str]:
    """Yield what a cell says: a reference leads to its dossier, and what is overdue stands out."""
    match cell:
        case Sources():
            yield from within(writer.say.documents.listed, *_links(writer, cell))
        case Reference():
            yield writer.reference(cell.id, cell.text)
        case TimingText(timing=Timing.OVERDUE):
            yield run(cell.text, "Late")
        case _:
            yield cell.text


def note_and_evidence(writer: DocxWriter, entry: EntryLine) -> Iterator[str]:
    """Yield the note of an entry and what it cites, as far as there are any."""
    say = writer.say
    if entry.note:
        yield say.documents.then(say.sentence(entry.note))
    if entry.evidence.evidence:
        yield from within(say.documents.cited, *_links(writer, entry.evidence))


def _links(writer: DocxWriter, sources: Sources) -> Iterator[Xml]:
    for cited in sources.evidence:
        yield writer.link(cited.address, cited.title)

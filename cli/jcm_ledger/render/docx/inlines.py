"""What stands within a paragraph of a Word document: references, timings, notes, evidence."""

import re
from collections.abc import Callable, Iterator, Sequence

from jcm_ledger.render.docx.elements import BilingualXml, Xml, joined, run
from jcm_ledger.render.docx.parts import DocxWriter
from jcm_ledger.render.outline.blocks import EntryLine
from jcm_ledger.render.outline.cells import Cell, Reference, Sources, TimingText
from jcm_ledger.render.phrases import BOTH, Phrases
from jcm_ledger.render.phrases.bilingual import Bilingual, each_language
from jcm_ledger.rules.standing import Timing

_MARKS = "\U00020000-\U0002a6df"
"""Letters that no phrase has (Unicode, CJK Extension B): each marks the place of a part."""
_ENGLISH, _JAPANESE = 0x20000, 0x25000
"""The first of those of each language: what differs by nothing but its marks is in both then."""


def within(say: Phrases, phrase: Callable[..., str], *parts: str) -> Iterator[str]:
    """Yield a phrase of `say` piece by piece, each part in its place; a part that is "" has none.

    So a phrase is one sentence of its language, and links and runs may still stand in it.
    """
    if say.lang == BOTH:
        yield from _within_both(phrase, parts)
    else:
        marks = _marks(_ENGLISH, parts)
        yield from _placed(phrase(*marks), dict(zip(marks, parts, strict=True)))


def _within_both(phrase: Callable[..., str], parts: Sequence[str]) -> Iterator[str]:
    """Yield a phrase in each language with its parts, once where it says the same in both."""
    english, japanese = _marks(_ENGLISH, parts), _marks(_JAPANESE, parts)
    pairs = zip(english, japanese, strict=True)
    said = each_language(phrase(*(Bilingual(*pair) if all(pair) else "" for pair in pairs)))
    first, last = said[0][1], said[-1][1]
    above = list(_placed(first, dict(zip(english, parts, strict=True))))
    if first.translate(str.maketrans("".join(english), "".join(japanese))) == last:
        yield from above
    else:
        below = _placed(last, dict(zip(japanese, parts, strict=True)))
        yield BilingualXml(joined(*above).english, joined(*below).japanese)


def _marks(first: int, parts: Sequence[str]) -> list[str]:
    return [chr(first + number) if part else "" for number, part in enumerate(parts)]


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
            yield from within(writer.say, writer.say.documents.listed, *_links(writer, cell))
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
        yield from within(say, say.documents.cited, *_links(writer, entry.evidence))


def _links(writer: DocxWriter, sources: Sources) -> Iterator[Xml]:
    for cited in sources.evidence:
        yield writer.link(cited.address, cited.title)

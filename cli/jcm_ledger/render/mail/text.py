"""A report as a short text that pastes into a mail as it is.

A paragraph is a line: the program breaks it. There are no tables, which need a font of one width.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from unicodedata import east_asian_width

from jcm_ledger.render import safe
from jcm_ledger.render.outline.blocks import (
    Block,
    Column,
    Entries,
    FigureList,
    MeetingLine,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.cells import Cell, LinesText, Sources
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.render.phrases.bilingual import each_language, in_one_line

_INDENT = "  "
_BULLET = "- "


def text(content: Outline) -> str:
    """Return a report as lines of text."""
    return "".join(f"{line}\n" for line in _lines(content, speak(content.lang)))


def _lines(content: Outline, say: Phrases) -> Iterator[str]:
    marking = _each([content.marking]) if content.marking else []
    yield from [*marking, ""] if marking else []
    yield from _each([content.title, *(name.text for name in content.committee), *content.notes])
    if content.nothing:
        yield from ["", *_each([content.nothing])]
    for section in content.sections:
        yield from _section(section, say)
    yield ""
    for meeting in content.meetings:
        yield from _meeting(meeting, say)
    yield from _each([content.foot])
    yield from ["", *marking] if marking else []


def _section(section: Section, say: Phrases) -> Iterator[str]:
    drawn = [line for block in section.blocks for line in _drawn(block, say)]
    if drawn:
        title = _each([section.title])
        yield from ("", *title, "-" * max(map(_width, title)), *drawn)


def _meeting(meeting: MeetingLine, say: Phrases) -> Iterator[str]:
    yield from _each([meeting.text])
    yield from _each(
        [say.named(in_one_line(link.label), link.address) for link in meeting.links], _INDENT
    )


@singledispatch
def _drawn(_block: Block, _say: Phrases) -> Iterator[str]:
    """Yield the lines of a block; a type without a function below has none."""
    yield from ()


@_drawn.register(Prose)
def _prose(block: Prose, _say: Phrases) -> Iterator[str]:
    yield from _each([block.text])


@_drawn.register(FigureList)
def _figures(block: FigureList, say: Phrases) -> Iterator[str]:
    counts = [say.named(figure.name, f"{figure.number:,}") for figure in block.all]
    yield from _each([say.mails.joined(counts)])


@_drawn.register(Table)
def _table(block: Table, say: Phrases) -> Iterator[str]:
    for number, row in enumerate(block.rows):
        yield from [""] if number else []
        yield from _row(block.columns, row, say)


@_drawn.register(Entries)
def _entries(block: Entries, say: Phrases) -> Iterator[str]:
    for entry in block.entries:
        told = say.named(entry.by, entry.news) if entry.news else entry.by
        yield from _bullet(say.mails.joined([entry.when, entry.about.text, told]))
        cited = [(each.title, each.address) for each in entry.evidence.evidence]
        yield from _each(filter(None, (entry.note, say.mails.sources(cited))), _INDENT)


def _row(columns: Iterable[Column], row: Iterable[Cell], say: Phrases) -> Iterator[str]:
    """Yield what a row is about, then what stands beside it: short cells together."""
    (_, head), *others = zip(columns, row, strict=True)
    yield from _bullet(head.text)
    named = [(cell, say.named(column.title, cell.text)) for column, cell in others if cell.text]
    short = [told for cell, told in named if not isinstance(cell, LinesText | Sources)]
    long = [told for cell, told in named if isinstance(cell, LinesText | Sources)]
    yield from _each([say.mails.joined(short), *long] if short else long, _INDENT)


def _bullet(words: str) -> Iterator[str]:
    """Yield words as an item of a list, the second language under the first."""
    for number, line in enumerate(_each([words])):
        yield (_INDENT if number else _BULLET) + line


def _each(words: Iterable[str], indent: str = "") -> Sequence[str]:
    """Return each of several words on a line, or in both languages on a line each.

    No line has anything in it that ends or steers it.
    """
    return [indent + safe.one_line(text) for each in words for _lang, text in each_language(each)]


def _width(line: str) -> int:
    """Return how many cells a line has in a font of one width: a Japanese letter takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)

"""A report as a short text that pastes into a mail as it is.

A paragraph is a line: the program breaks it. There are no tables, which need a font of one width.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch

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
from jcm_ledger.render.phrases import mails

_INDENT = "  "


def text(content: Outline) -> str:
    """Return a report as lines of text."""
    return "".join(f"{_shown(line)}\n" for line in _lines(content))


def _shown(line: str) -> str:
    """Return a line with nothing in it that ends or steers it, as far to the right as it was."""
    return (_INDENT if line.startswith(_INDENT) else "") + safe.one_line(line)


def _lines(content: Outline) -> Iterator[str]:
    if content.marking:
        yield from (content.marking, "")
    yield content.title
    yield from (name.text for name in content.committee)
    yield from content.notes
    if content.nothing:
        yield from ("", content.nothing)
    for section in content.sections:
        yield from _section(section)
    yield ""
    for meeting in content.meetings:
        yield from _meeting(meeting)
    yield content.foot
    if content.marking:
        yield from ("", content.marking)


def _section(section: Section) -> Iterator[str]:
    drawn = [line for block in section.blocks for line in _drawn(block)]
    if drawn:
        yield from ("", section.title, "-" * len(section.title), *drawn)


def _meeting(meeting: MeetingLine) -> Iterator[str]:
    yield meeting.text
    for link in meeting.links:
        yield f"{_INDENT}{link.label}: {link.address}"


@singledispatch
def _drawn(_block: Block) -> Iterator[str]:
    """Yield the lines of a block; a type without a function below has none."""
    yield from ()


@_drawn.register
def _prose(block: Prose) -> Iterator[str]:
    yield block.text


@_drawn.register
def _figures(block: FigureList) -> Iterator[str]:
    yield mails.joined(f"{figure.name}: {figure.number:,}" for figure in block.all)


@_drawn.register
def _table(block: Table) -> Iterator[str]:
    for number, row in enumerate(block.rows):
        yield from [""] if number else []
        yield from _item(block.columns, row)


@_drawn.register
def _entries(block: Entries) -> Iterator[str]:
    for entry in block.entries:
        told = f"{entry.by}: {entry.news}" if entry.news else entry.by
        yield f"- {mails.joined((str(entry.day), entry.about.text, told))}"
        cited = ((each.title, each.address) for each in entry.evidence.evidence)
        more = filter(None, (entry.note, mails.sources(cited)))
        yield from map(_INDENT.__add__, more)


def _item(columns: Iterable[Column], row: Iterable[Cell]) -> Iterator[str]:
    """Yield what a row is about, then what stands beside it: short cells together."""
    (_, head), *others = zip(columns, row, strict=True)
    yield f"- {head.text}"
    named = [(cell, f"{column.title}: {cell.text}") for column, cell in others if cell.text]
    short = [told for cell, told in named if not isinstance(cell, LinesText | Sources)]
    if short:
        yield _INDENT + mails.joined(short)
    long = (told for cell, told in named if isinstance(cell, LinesText | Sources))
    yield from map(_INDENT.__add__, long)

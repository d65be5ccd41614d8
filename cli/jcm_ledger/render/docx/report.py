"""A report as a Word document."""

from collections.abc import Iterator
from functools import singledispatch
from itertools import chain

from jcm_ledger.render import phrases
from jcm_ledger.render.docx import timeline
from jcm_ledger.render.docx.parts import Cell, Draft, Xml, paragraph, run
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Column,
    Comparison,
    Dossier,
    Dossiers,
    Drawing,
    Entries,
    Fact,
    Figures,
    MeetingLine,
    Meetings,
    Outline,
    Paragraph,
    Table,
    Told,
)
from jcm_ledger.render.outline.cells import Cell as Typed
from jcm_ledger.render.outline.cells import Lines, Number, Sources
from jcm_ledger.render.phrases import pages

MOST_MEETINGS = 4
NARROW = 0.6
"""The part of the page's width that a table of counts takes."""


def document(content: Outline) -> bytes:
    """Return a report as a .docx file."""
    draft = Draft(content.title, content.committee[0].text, content.as_of)
    draft.footer(content.running)
    draft.add(*_heading(draft, content))
    lying = False
    for section in content.sections:
        if section.wide and not lying:
            draft.landscape()
            lying = True
        drawn = [piece for block in section.blocks for piece in _drawn(block, draft)]
        if drawn:
            draft.add(paragraph("Heading1", section.title), *drawn)
    return draft.save()


def _heading(draft: Draft, content: Outline) -> Iterator[Xml]:
    yield paragraph("Title", content.title)
    for name in content.committee:
        yield paragraph("Subtitle", name.text)
    for note in content.notes:
        yield paragraph("Normal", note)
    for meeting in _latest(content):
        yield _meeting(draft, meeting)
    if (more := len(content.meetings) - MOST_MEETINGS) > 0:
        yield paragraph("Normal", pages.earlier_meetings(more))
    yield paragraph("Normal", content.foot)
    if content.nothing:
        yield paragraph("Normal", content.nothing)


def _latest(content: Outline) -> list[MeetingLine]:
    """Return the latest few meetings, in the ledger's order."""
    latest = sorted(content.meetings, key=lambda each: each.when)[-MOST_MEETINGS:]
    return [each for each in content.meetings if each in latest]


def _meeting(draft: Draft, meeting: MeetingLine, name: str = "") -> Xml:
    line: list[str] = [name, meeting.text]
    for number, link in enumerate(meeting.links):
        line += [", " if number else " (", draft.link(link.address, link.label)]
    return paragraph("Normal", *line, ")" if meeting.links else "")


@singledispatch
def _drawn(_block: Block, _draft: Draft) -> Iterator[Xml]:
    """Yield what a block is drawn as: nothing for a type that none of the functions below draws."""
    yield from ()


@_drawn.register
def _paragraph(block: Paragraph, _draft: Draft) -> Iterator[Xml]:
    yield paragraph("Normal", block.text)


@_drawn.register
def _figures(block: Figures, draft: Draft) -> Iterator[Xml]:
    rows = [(each.name, _number(f"{each.number:,}")) for each in block.all]
    yield from draft.table(("", _right(block.total.name)), rows, (3, 1), part=NARROW)


@_drawn.register
def _table(block: Table, draft: Draft, part: float = 1) -> Iterator[Xml]:
    yield from draft.table(
        [_header(column) for column in block.columns],
        ([_cell(draft, cell) for cell in row] for row in block.rows),
        [column.weight for column in block.columns],
        part=part,
    )


@_drawn.register
def _breakdown(block: Breakdown, draft: Draft) -> Iterator[Xml]:
    for part, table in zip(block.parts, block.tables, strict=True):
        yield paragraph("Heading2", part.name)
        yield from _table(table, draft)


@_drawn.register
def _comparison(block: Comparison, draft: Draft) -> Iterator[Xml]:
    yield from _table(block.table, draft, part=NARROW)


@_drawn.register
def _entries(block: Entries, draft: Draft) -> Iterator[Xml]:
    for entry in block.entries:
        yield _told(draft, entry)


@_drawn.register
def _dossiers(block: Dossiers, draft: Draft) -> Iterator[Xml]:
    others = list(enumerate(block.columns))[1:]
    yield from draft.table(
        [_header(column) for column in block.columns],
        (
            (_about(each), *(_facts(draft, each, number, column) for number, column in others))
            for each in block.dossiers
        ),
        [column.weight for column in block.columns],
    )


@_drawn.register
def _drawing(block: Drawing, draft: Draft) -> Iterator[Xml]:
    yield from timeline.draw(draft, block)


@_drawn.register
def _meetings(block: Meetings, draft: Draft) -> Iterator[Xml]:
    """Yield every meeting where the head has only the latest."""
    for meeting in block.meetings if len(block.meetings) > MOST_MEETINGS else ():
        name = "" if meeting.name == meeting.id else f"{meeting.id}: "
        yield _meeting(draft, meeting, name)


def _header(column: Column) -> str | Cell:
    return _right(column.title) if column.number else column.title


def _cell(draft: Draft, cell: Typed) -> str | Cell:
    match cell:
        case Number():
            return _number(cell.text)
        case Lines():
            return Cell([paragraph("TableText", line) for line in cell.lines])
        case Sources():
            return Cell([paragraph("TableText", *_links(draft, cell))])
    return cell.text


def _told(draft: Draft, entry: Told) -> Xml:
    line: list[str] = [
        run(f"{entry.day}, {entry.about.text}", "Strong"),
        f", {entry.by}{f': {entry.said}' if entry.said else ''}.",
    ]
    line += [f" {phrases.sentence(entry.note)}"] if entry.note else []
    line += [" ", *_links(draft, entry.evidence)] if entry.evidence.evidence else []
    return paragraph("ListBullet", *line)


def _about(dossier: Dossier) -> Cell:
    lines = [run(dossier.about.text, "Strong"), run(dossier.about.id, "Quiet")]
    lines += [run(dossier.summary)] if dossier.summary else []
    return Cell([paragraph("TableText", line) for line in lines])


def _facts(draft: Draft, dossier: Dossier, number: int, column: Column) -> Cell | str:
    """Return the facts of a column, line by line."""
    facts = [fact for fact in dossier.facts if fact.column == number]
    lines = list(chain.from_iterable(_fact(draft, fact) for fact in facts))
    return Cell(lines) if lines else column.empty


def _fact(draft: Draft, fact: Fact) -> Iterator[Xml]:
    if isinstance(fact.value, Sources):
        yield paragraph("TableText", *fact.short, *_links(draft, fact.value))
        return
    for line in fact.short:
        yield paragraph("TableText", line)


def _links(draft: Draft, sources: Sources) -> Iterator[str]:
    for number, each in enumerate(sources.evidence):
        if number:
            yield ", "
        yield draft.link(each)


def _number(text: str) -> Cell:
    return Cell([paragraph("TableNumber", text)])


def _right(title: str) -> Cell:
    return Cell([paragraph("TableNumber", run(title, "Strong"))])

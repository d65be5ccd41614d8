"""A report as a Word document."""

from collections.abc import Iterator
from functools import singledispatch
from itertools import chain

from jcm_ledger.render import phrases
from jcm_ledger.render.docx import timeline
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter, Xml, paragraph, run
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Column,
    Comparison,
    Dossier,
    Dossiers,
    Drawing,
    Entries,
    EntryLine,
    Fact,
    FigureList,
    MeetingLine,
    Meetings,
    Outline,
    Prose,
    Table,
)
from jcm_ledger.render.outline.cells import Cell, LinesText, Number, Sources
from jcm_ledger.render.phrases import pages

MOST_MEETINGS = 4
NARROW = 0.6
"""The part of the page's width that a table of counts takes."""


def document(content: Outline) -> bytes:
    """Return a report as a .docx file."""
    subject = content.committee[0].text
    writer = DocxWriter(content.title, subject, content.as_of, content.circulation)
    writer.frame(content.running, content.marking)
    writer.add(*_heading(writer, content))
    lying = False
    for section in content.sections:
        if section.wide and not lying:
            writer.landscape()
            lying = True
        drawn = [piece for block in section.blocks for piece in _drawn(block, writer)]
        if drawn:
            writer.add(paragraph("Heading1", section.title), *drawn)
    return writer.save()


def _heading(writer: DocxWriter, content: Outline) -> Iterator[Xml]:
    yield paragraph("Title", content.title)
    for name in content.committee:
        yield paragraph("Subtitle", name.text)
    for note in content.notes:
        yield paragraph("Normal", note)
    for meeting in _latest(content):
        yield _meeting(writer, meeting)
    if (more := len(content.meetings) - MOST_MEETINGS) > 0:
        yield paragraph("Normal", pages.earlier_meetings(more))
    yield paragraph("Normal", content.foot)
    if content.nothing:
        yield paragraph("Normal", content.nothing)


def _latest(content: Outline) -> list[MeetingLine]:
    """Return the latest few meetings, in the ledger's order."""
    latest = sorted(content.meetings, key=lambda meeting: meeting.when)[-MOST_MEETINGS:]
    return [meeting for meeting in content.meetings if meeting in latest]


def _meeting(writer: DocxWriter, meeting: MeetingLine, name: str = "") -> Xml:
    line: list[str] = [name, meeting.text]
    for number, link in enumerate(meeting.links):
        line += [", " if number else " (", writer.link(link.address, link.label)]
    return paragraph("Normal", *line, ")" if meeting.links else "")


@singledispatch
def _drawn(_block: Block, _draft: DocxWriter) -> Iterator[Xml]:
    """Yield the paragraphs and tables of a block; a type without a function below has none."""
    yield from ()


@_drawn.register
def _prose(block: Prose, _draft: DocxWriter) -> Iterator[Xml]:
    yield paragraph("Normal", block.text)


@_drawn.register
def _figures(block: FigureList, writer: DocxWriter) -> Iterator[Xml]:
    rows = [(figure.name, _number(f"{figure.number:,}")) for figure in block.all]
    yield from writer.table(("", _right(block.total.name)), rows, (3, 1), part=NARROW)


@_drawn.register
def _table(block: Table, writer: DocxWriter, part: float = 1) -> Iterator[Xml]:
    yield from writer.table(
        [_header(column) for column in block.columns],
        ([_cell(writer, cell) for cell in row] for row in block.rows),
        [column.weight for column in block.columns],
        part=part,
    )


@_drawn.register
def _breakdown(block: Breakdown, writer: DocxWriter) -> Iterator[Xml]:
    for part, table in zip(block.parts, block.tables, strict=True):
        yield paragraph("Heading2", part.name)
        yield from _table(table, writer)


@_drawn.register
def _comparison(block: Comparison, writer: DocxWriter) -> Iterator[Xml]:
    yield from _table(block.table, writer, part=NARROW)


@_drawn.register
def _entries(block: Entries, writer: DocxWriter) -> Iterator[Xml]:
    for entry in block.entries:
        yield _entry_line(writer, entry)


@_drawn.register
def _dossiers(block: Dossiers, writer: DocxWriter) -> Iterator[Xml]:
    others = list(enumerate(block.columns))[1:-1]
    yield from writer.table(
        [_header(column) for column in block.columns],
        (
            (
                _about(dossier),
                *(_facts(writer, dossier, number, column) for number, column in others),
                _on_file(writer, dossier, block.columns[-1]),
            )
            for dossier in block.dossiers
        ),
        [column.weight for column in block.columns],
    )


@_drawn.register
def _drawing(block: Drawing, writer: DocxWriter) -> Iterator[Xml]:
    yield from timeline.draw(writer, block)


@_drawn.register
def _meetings(block: Meetings, writer: DocxWriter) -> Iterator[Xml]:
    """Yield every meeting where the head has only the latest."""
    for meeting in block.meetings if len(block.meetings) > MOST_MEETINGS else ():
        name = "" if meeting.name == meeting.id else f"{meeting.id}: "
        yield _meeting(writer, meeting, name)


def _header(column: Column) -> str | DocxCell:
    return _right(column.title) if column.number else column.title


def _cell(writer: DocxWriter, cell: Cell) -> str | DocxCell:
    match cell:
        case Number():
            return _number(cell.text)
        case LinesText():
            return DocxCell([paragraph("TableText", line) for line in cell.lines])
        case Sources():
            return DocxCell([paragraph("TableText", *_links(writer, cell))])
    return cell.text


def _entry_line(writer: DocxWriter, entry: EntryLine) -> Xml:
    line: list[str] = [
        run(f"{entry.day}, {entry.about.text}", "Strong"),
        f", {entry.by}{f': {entry.news}' if entry.news else ''}.",
    ]
    line += [f" {phrases.sentence(entry.note)}"] if entry.note else []
    line += [" ", *_links(writer, entry.evidence)] if entry.evidence.evidence else []
    return paragraph("ListBullet", *line)


def _about(dossier: Dossier) -> DocxCell:
    lines = [run(dossier.about.text, "Strong"), run(dossier.about.id, "Quiet")]
    lines += [run(dossier.summary)] if dossier.summary else []
    return DocxCell([paragraph("TableText", line) for line in lines])


def _facts(writer: DocxWriter, dossier: Dossier, number: int, column: Column) -> DocxCell | str:
    """Return the facts of a column, line by line."""
    facts = [fact for fact in dossier.facts if fact.column == number]
    lines = list(chain.from_iterable(_fact(writer, fact) for fact in facts))
    return DocxCell(lines) if lines else column.empty


def _on_file(writer: DocxWriter, dossier: Dossier, column: Column) -> DocxCell | str:
    """Return every entry about a commitment, a paragraph each."""
    lines = [_told(writer, entry) for entry in dossier.entries]
    return DocxCell(lines) if lines else column.empty


def _told(writer: DocxWriter, entry: EntryLine) -> Xml:
    line: list[str] = [
        run(f"{entry.day}, {entry.by}", "Strong"),
        f": {entry.news}." if entry.news else ".",
    ]
    line += [f" {phrases.sentence(entry.note)}"] if entry.note else []
    line += [" ", *_links(writer, entry.evidence)] if entry.evidence.evidence else []
    return paragraph("TableText", *line)


def _fact(writer: DocxWriter, fact: Fact) -> Iterator[Xml]:
    if isinstance(fact.value, Sources):
        yield paragraph("TableText", *fact.short, *_links(writer, fact.value))
        return
    for line in fact.short:
        yield paragraph("TableText", line)


def _links(writer: DocxWriter, sources: Sources) -> Iterator[str]:
    for number, cited in enumerate(sources.evidence):
        if number:
            yield ", "
        yield writer.link(cited.address, cited.title)


def _number(text: str) -> DocxCell:
    return DocxCell([paragraph("TableNumber", text)])


def _right(title: str) -> DocxCell:
    return DocxCell([paragraph("TableNumber", run(title, "Strong"))])

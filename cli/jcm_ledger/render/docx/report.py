"""A report as a Word document."""

from collections.abc import Iterator
from functools import singledispatch
from unicodedata import east_asian_width

from jcm_ledger.render.docx import decisions, dossiers, timeline
from jcm_ledger.render.docx.elements import Xml, field, paragraph, run
from jcm_ledger.render.docx.inlines import inlines, note_and_evidence, within
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Column,
    Comparison,
    Dossiers,
    Drawing,
    Entries,
    EntryLine,
    Figure,
    FigureList,
    MeetingLine,
    Meetings,
    Outline,
    Prose,
    Table,
)
from jcm_ledger.render.outline.cells import (
    Cell,
    LinesText,
    Number,
    Reference,
    ReferencesText,
    Sources,
    Text,
    TimingText,
)
from jcm_ledger.render.outline.decisions import Decisions
from jcm_ledger.render.phrases import speak
from jcm_ledger.render.phrases.bilingual import each_language

MOST_MEETINGS = 4
MOST_TILES = 6
TILE = "EEF1F6"
_ROOM_OF_A_COUNT = "100,000"


def document(content: Outline) -> bytes:
    """Return a report as a .docx file."""
    subject = content.committee[0].text
    say = speak(content.lang)
    writer = DocxWriter(content.title, subject, content.as_of, content.circulation, say)
    numbered = within(
        say, say.documents.numbered, content.running, field("PAGE"), field("NUMPAGES")
    )
    writer.frame(paragraph("Footer", *numbered), content.marking)
    writer.expect(list(_with_dossier(content)))
    writer.add(*_heading(writer, content))
    for section in content.sections:
        drawn = [piece for block in section.blocks for piece in _drawn(block, writer)]
        if drawn:
            writer.add(paragraph("Heading1", section.title), *drawn)
    return writer.save()


def _with_dossier(content: Outline) -> Iterator[str]:
    """Yield the ids of the commitments that have a dossier."""
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, Dossiers):
                yield from (dossier.about.id for dossier in block.dossiers)


def _heading(writer: DocxWriter, content: Outline) -> Iterator[Xml]:
    yield paragraph("Title", content.title)
    for name in content.committee:
        yield paragraph("Subtitle", name.text)
    for note in content.notes:
        yield paragraph("Normal", note)
    for meeting in _latest(content):
        yield _meeting(writer, meeting)
    if (more := len(content.meetings) - MOST_MEETINGS) > 0:
        yield paragraph("Normal", writer.say.pages.earlier_meetings(more))
    yield paragraph("Normal", content.foot)
    if content.nothing:
        yield paragraph("Normal", content.nothing)


def _latest(content: Outline) -> list[MeetingLine]:
    """Return the latest few meetings, in the ledger's order."""
    latest = sorted(content.meetings, key=lambda meeting: meeting.when)[-MOST_MEETINGS:]
    return [meeting for meeting in content.meetings if meeting in latest]


def _meeting(writer: DocxWriter, meeting: MeetingLine, label: str = "") -> Xml:
    say = writer.say
    links = [writer.link(link.address, link.label) for link in meeting.links]
    told = within(say, say.documents.statements, run(meeting.text), *links)
    return paragraph("Normal", label, *told)


@singledispatch
def _drawn(_block: Block, _draft: DocxWriter) -> Iterator[Xml]:
    """Yield the paragraphs and tables of a block; a type without a function below has none."""
    yield from ()


@_drawn.register
def _prose(block: Prose, _draft: DocxWriter) -> Iterator[Xml]:
    yield paragraph("Normal", block.text)


@_drawn.register
def _figures(block: FigureList, writer: DocxWriter) -> Iterator[Xml]:
    """Yield the counts as tiles; among many, those that are nothing are left out."""
    tiles = [each for each in block.all if each.number or not block.statuses]
    lines = [tiles[at : at + MOST_TILES] for at in range(0, len(tiles), MOST_TILES)]
    across = len(lines[0])
    blank = DocxCell([paragraph("TableText")])
    rows = ([*map(_tile, line), *[blank] * (across - len(line))] for line in lines)
    yield from writer.table((), rows, [1] * across)


def _tile(figure: Figure) -> DocxCell:
    number = paragraph("TableFigure", f"{figure.number:,}")
    return DocxCell([number, paragraph("TableText", figure.name)], TILE)


@_drawn.register
def _table(block: Table, writer: DocxWriter) -> Iterator[Xml]:
    yield from writer.table(
        [_header(column) for column in block.columns],
        ([_cell(writer, cell) for cell in row] for row in block.rows),
        [column.weight for column in block.columns],
    )


@_drawn.register
def _breakdown(block: Breakdown, writer: DocxWriter) -> Iterator[Xml]:
    """Yield one table of all the parts, each row with the name of its part."""
    name = Column(title=block.title, weight=15)
    rows = (
        (Text(part.name), *row)
        for part, table in zip(block.parts, block.tables, strict=True)
        for row in table.rows
    )
    columns = (name, *block.tables[0].columns) if block.tables else (name,)
    yield from _table(Table(columns=columns, rows=tuple(rows)), writer)


@_drawn.register
def _comparison(block: Comparison, writer: DocxWriter) -> Iterator[Xml]:
    """Yield the counts without those that are nothing in every part; a few in a line a part."""
    table = block.table
    counted = tuple(row for row in table.rows if any(map(_counts, row)))
    if len(counted) > MOST_TILES:
        yield from _table(Table(columns=table.columns, rows=counted), writer)
        return
    names, *parts = zip(*counted, strict=True)
    wide = max(map(_width, (_ROOM_OF_A_COUNT, *(part.name for part in block.parts))))
    counts = (Column(title=name.text, number=True, weight=_width(name.text)) for name in names)
    columns = (Column(title="", weight=wide), *counts)
    rows = ((Text(part.name), *each) for part, each in zip(block.parts, parts, strict=True))
    yield from _table(Table(columns=columns, rows=tuple(rows)), writer)


def _width(words: str) -> int:
    """Return how wide words are, in letters of ASCII: the longest line, at least of a count."""
    lines = (_ROOM_OF_A_COUNT, *(line for _lang, line in each_language(words)))
    return max(
        sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines
    )


def _counts(cell: Cell) -> bool:
    return isinstance(cell, Number) and cell.number > 0


@_drawn.register
def _entries(block: Entries, writer: DocxWriter) -> Iterator[Xml]:
    for entry in block.entries:
        yield _entry_line(writer, entry)


@_drawn.register
def _dossiers(block: Dossiers, writer: DocxWriter) -> Iterator[Xml]:
    yield from dossiers.draw(writer, block)


@_drawn.register
def _decisions(block: Decisions, writer: DocxWriter) -> Iterator[Xml]:
    yield from decisions.draw(writer, block)


@_drawn.register
def _drawing(block: Drawing, writer: DocxWriter) -> Iterator[Xml]:
    yield from timeline.draw(writer, block)


@_drawn.register
def _meetings(block: Meetings, writer: DocxWriter) -> Iterator[Xml]:
    """Yield every meeting where the head has only the latest."""
    for meeting in block.meetings if len(block.meetings) > MOST_MEETINGS else ():
        named = meeting.name != meeting.id
        yield _meeting(writer, meeting, writer.say.documents.label(meeting.id) if named else "")


def _header(column: Column) -> str | DocxCell:
    return _right(column.title) if column.number else column.title


def _cell(writer: DocxWriter, cell: Cell) -> str | DocxCell:
    match cell:
        case Number():
            return DocxCell([paragraph("TableNumber", cell.text)])
        case ReferencesText():
            links = map(writer.reference, cell.ids, cell.lines)
            return DocxCell([paragraph("TableText", link) for link in links])
        case LinesText():
            return DocxCell([paragraph("TableText", line) for line in cell.lines])
        case Sources() | Reference() | TimingText():
            return DocxCell([paragraph("TableText", *inlines(writer, cell))])
    return cell.text


def _entry_line(writer: DocxWriter, entry: EntryLine) -> Xml:
    say = writer.say
    title = writer.reference(entry.about.id, entry.about.text)
    told = within(say, say.documents.reported, title, entry.by, entry.news)
    day = run(say.documents.dated(entry.when), "Strong")
    return paragraph("ListBullet", day, *told, *note_and_evidence(writer, entry))


def _right(title: str) -> DocxCell:
    return DocxCell([paragraph("TableNumber", run(title, "Strong"))])

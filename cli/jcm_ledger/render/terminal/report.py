"""A report on a terminal."""

from collections.abc import Iterator
from functools import singledispatch

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Comparison,
    Dossier,
    Dossiers,
    Entries,
    FigureList,
    Outline,
    Prose,
    Table,
)
from jcm_ledger.render.outline.cells import (
    Cell,
    Cited,
    LinesText,
    Number,
    OwnersText,
    Reference,
    ReportedText,
    Sources,
    StatusText,
    TimingText,
)
from jcm_ledger.render.outline.decisions import Decisions
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.terminal.parts import (
    STATUS_STYLES,
    TIMING_STYLES,
    Indented,
    entry_heading,
    facts,
    id_text,
    table,
    text,
    titled,
    what_was_noted,
)
from jcm_ledger.render.terminal.widths import Stack, cell


def page(content: Outline, width: int) -> RenderableType:
    """Return the page of `jcm report` for a terminal of `width` columns."""
    say = speak(content.lang)
    marking = [text(content.marking, "bold")] if content.marking else []
    parts: list[RenderableType] = [*marking, *_heading(content)]
    for section in content.sections:
        drawn = [part for block in section.blocks for part in _drawn(block, width, say)]
        if drawn:
            parts += ["", text(section.title, "bold underline"), "", *drawn]
    if marking:
        parts += ["", *marking]
    return Group(*parts)


def _heading(content: Outline) -> Iterator[RenderableType]:
    for number, name in enumerate(content.committee):
        yield text(name.text, "" if number else "bold")
    yield text(content.title, "bold")
    for note in content.notes:
        yield text(note)
    for meeting in content.meetings:
        yield text(meeting.text)
    if content.hidden:
        yield text(content.hidden, "dim")
    if content.nothing:
        yield ""
        yield text(content.nothing)


@singledispatch
def _drawn(_block: Block, _width: int, _say: Phrases) -> Iterator[RenderableType]:
    """Yield what Rich draws of a block; a type without a function below has nothing."""
    yield from ()


@_drawn.register
def _prose(block: Prose, _width: int, _say: Phrases) -> Iterator[RenderableType]:
    yield text(block.text)


@_drawn.register
def _figures(block: FigureList, _width: int, _say: Phrases) -> Iterator[RenderableType]:
    yield facts((figure.name, Text(f"{figure.number:>6,}")) for figure in block.all)


@_drawn.register
def _table(block: Table, width: int, say: Phrases, title: str = "") -> Iterator[RenderableType]:
    """Yield a table; a title of its own stands in the place of the first column's."""
    headers = [column.title for column in block.columns]
    headers[0] = title or headers[0]
    in_lines = any(isinstance(cell, LinesText) for row in block.rows for cell in row)
    rows = [[_cell(cell, whole=in_lines) for cell in row] for row in block.rows]
    named = [row[0].text for row in block.rows if isinstance(row[0], Reference)]
    if named and not in_lines:
        yield titled(headers, rows, (say.labels.TITLE, named), width)
    else:
        yield table(headers, rows, width, spaced=in_lines)


def _cell(content: Cell, *, whole: bool) -> Stack:
    """Return a cell; `whole` puts the title of a commitment under its id."""
    match content:
        case Reference():
            return cell(content.id, "cyan") + (cell(content.text) if whole else ())
        case Number():
            return Text(content.text, justify="right")
        case OwnersText(short=short) if short:
            return cell(short)
        case LinesText():
            first, *others = content.lines
            return sum(map(cell, others), cell(first, _style(content)))
    return cell(content.text, _style(content))


def _style(content: Cell) -> str:
    match content:
        case TimingText():
            return TIMING_STYLES.get(content.timing, "")
        case StatusText() | ReportedText():
            return STATUS_STYLES.get(content.status, "")
    return ""


@_drawn.register
def _breakdown(block: Breakdown, width: int, say: Phrases) -> Iterator[RenderableType]:
    for part, rows in zip(block.parts, block.tables, strict=True):
        yield from _table(rows, width, say, part.name)
        yield ""


@_drawn.register
def _comparison(block: Comparison, width: int, say: Phrases) -> Iterator[RenderableType]:
    yield from _table(block.table, width, say)


@_drawn.register
def _entries(block: Entries, _width: int, say: Phrases) -> Iterator[RenderableType]:
    for entry in block.entries:
        yield ""
        told = say.reported_on(entry.by, entry.news)
        yield entry_heading(entry.when, entry.about.id, told, entry.status)
        yield from what_was_noted(entry.note, map(_source, entry.evidence.evidence))


@_drawn.register
def _dossiers(block: Dossiers, _width: int, say: Phrases) -> Iterator[RenderableType]:
    for dossier in block.dossiers:
        yield from _dossier(dossier, say)
        yield ""


@_drawn.register
def _decisions(block: Decisions, _width: int, say: Phrases) -> Iterator[RenderableType]:
    """Yield the dossiers, each with its choices in a line, and room for a remark."""
    yield text(block.title, "bold")
    yield ""
    boxes = " ".join(f"[ ] {in_one_line(each.name)}" for each in block.choices)
    for dossier in block.dossiers:
        yield from _dossier(dossier, say)
        yield Indented(text(say.named(in_one_line(block.question), boxes), "bold"))
        yield Indented(text(say.pages.before_list(in_one_line(block.remark)), "bold"))
        yield ""


def _dossier(dossier: Dossier, say: Phrases) -> Iterator[RenderableType]:
    yield id_text(dossier.about.id).append_text(
        text(say.changes.after_name(dossier.about.text), "bold")
    )
    if dossier.summary:
        yield Indented(text(dossier.summary))
    plain = [fact for fact in dossier.facts if not isinstance(fact.value, Sources)]
    yield Indented(facts((fact.name, text(fact.value.text)) for fact in plain))
    for entry in dossier.entries:
        told = say.reported_on(entry.by, entry.news)
        yield entry_heading(entry.when, "", told, entry.status)
        yield from what_was_noted(entry.note, map(_source, entry.evidence.evidence))


def _source(cited: Cited) -> tuple[str, str]:
    return cited.title, cited.address

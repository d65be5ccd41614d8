"""A report in Markdown, as GitHub and Pandoc read it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, singledispatch

from jcm_ledger.render.markdown.links import link, sources
from jcm_ledger.render.markdown.words import escaped, heading, laid
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Comparison,
    Dossier,
    Dossiers,
    Entries,
    EntryLine,
    Fact,
    FigureList,
    Link,
    MeetingLine,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.cells import Cell, Sources
from jcm_ledger.render.outline.decisions import Decisions
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import markdown

_KEPT = 4096  # cached answers: the same owners, days and statuses come again


def report(content: Outline) -> str:
    """Return a report as one Markdown document."""
    say = speak(content.lang)
    marking = [f"**{escaped(content.marking)}**"] if content.marking else []
    blocks = [*marking, *_heading(content, say)]
    for section in content.sections:
        blocks += _section(section, say)
    blocks += marking
    return "\n\n".join(blocks) + "\n"


def _heading(content: Outline, say: Phrases) -> Iterator[str]:
    yield heading(1, content.title)
    yield escaped(" ".join(name.text for name in content.committee))
    yield from map(escaped, content.notes)
    for meeting in content.meetings:
        yield _meeting(meeting, say)
    yield escaped(content.foot)
    if content.nothing:
        yield escaped(content.nothing)


def _meeting(meeting: MeetingLine, say: Phrases) -> str:
    statements = say.joined([_statement(each, say) for each in meeting.links])
    text = in_each(markdown, meeting.text)
    return laid(say.pages.published(text, statements) if meeting.links else text)


def _statement(of: Link, say: Phrases) -> str:
    return say.named(in_each(markdown, of.label), in_each(link, of.address))


def _section(section: Section, say: Phrases) -> Iterator[str]:
    drawn = [part for block in section.blocks for part in _drawn(block, say)]
    if drawn:
        yield heading(2, section.title)
        yield from drawn


@singledispatch
def _drawn(_block: Block, _say: Phrases) -> Iterator[str]:
    """Yield paragraphs, tables and lists of a block; a type without a function below has none."""
    yield from ()


@_drawn.register(Prose)
def _prose(block: Prose, _say: Phrases) -> Iterator[str]:
    yield escaped(block.text)


@_drawn.register(FigureList)
def _figures(block: FigureList, _say: Phrases) -> Iterator[str]:
    counts = ((_again(each.name), f"{each.number:,}") for each in block.all)
    yield _pipes(("", block.total.name), counts)


@_drawn.register(Table)
def _table(block: Table, say: Phrases) -> Iterator[str]:
    titles = [column.title for column in block.columns]
    yield _pipes(titles, ([_cell(cell, say) for cell in row] for row in block.rows))


@_drawn.register(Breakdown)
def _breakdown(block: Breakdown, say: Phrases) -> Iterator[str]:
    for part, table in zip(block.parts, block.tables, strict=True):
        yield heading(3, part.name)
        yield from _table(table, say)


@_drawn.register(Comparison)
def _comparison(block: Comparison, say: Phrases) -> Iterator[str]:
    yield from _table(block.table, say)


@_drawn.register(Entries)
def _entries(block: Entries, say: Phrases) -> Iterator[str]:
    lines = (_entry_line(entry, block.evidence, say, named=True) for entry in block.entries)
    yield "\n".join(f"- {line}" for line in lines)


@_drawn.register(Dossiers)
def _dossiers(block: Dossiers, say: Phrases) -> Iterator[str]:
    for dossier in block.dossiers:
        yield from _dossier(dossier, block, say)


@_drawn.register(Decisions)
def _decisions(block: Decisions, say: Phrases) -> Iterator[str]:
    """Yield the dossiers, each with an empty box a choice, and room for a remark."""
    yield heading(3, block.title)
    boxes = [f"- ☐ {laid(in_each(markdown, in_one_line(each.name)))}" for each in block.choices]
    for dossier in block.dossiers:
        yield from _dossier(dossier, block, say, level=4)
        yield escaped(say.pages.before_list(block.question))
        yield "\n".join(boxes)
        yield escaped(say.pages.before_list(block.remark))


def _entry_line(entry: EntryLine, evidence: str, say: Phrases, *, named: bool = False) -> str:
    """Return an entry, `named` with the commitment that it is about."""
    about = say.pages.identified(entry.about.text, entry.about.id) if named else ""
    dated = say.pages.dated(entry.when, about)
    parts = [in_each(markdown, say.pages.entry(dated, entry.by, entry.news))]
    parts += [in_each(markdown, say.sentence(entry.note))] if entry.note else []
    if entry.evidence.text:
        parts.append(say.named(in_each(markdown, evidence), _sources(entry.evidence, say)))
    return laid(say.sentences(parts))


def _dossier(dossier: Dossier, block: Dossiers, say: Phrases, *, level: int = 3) -> Iterator[str]:
    yield heading(level, dossier.about.text)
    if dossier.summary:
        yield escaped(dossier.summary)
    lines = [_named(block.id, dossier.about.id, say)]
    lines += [_fact(fact, say) for fact in dossier.facts]
    yield "\n".join(f"- {line}" for line in lines)
    if dossier.entries:
        yield escaped(say.pages.before_list(block.entries))
        entries = (_entry_line(entry, block.evidence, say) for entry in dossier.entries)
        yield "\n".join(f"- {line}" for line in entries)


def _fact(fact: Fact, say: Phrases) -> str:
    if isinstance(fact.value, Sources):
        return laid(say.named(in_each(markdown, fact.name), _sources(fact.value, say)))
    return _named(fact.name, fact.value.text, say)


def _sources(cited: Sources, say: Phrases) -> str:
    return sources([(each.title, each.address) for each in cited.evidence], say)


@lru_cache(_KEPT)
def _named(name: str, value: str, say: Phrases) -> str:
    """Return a value under its name, escaped; one that may look like the start of a list too."""
    return laid(say.named(in_each(markdown, name), in_each(markdown, value)))


def _pipes(header: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; its rows are escaped already."""
    heads = _row(map(_again, header))
    return "\n".join([heads, f"| {' | '.join(['---'] * len(header))} |", *map(_row, rows)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(content: Cell, say: Phrases) -> str:
    return laid(_sources(content, say)) if isinstance(content, Sources) else _again(content.text)


@lru_cache(_KEPT, typed=True)
def _again(text: str) -> str:
    """Return text that other commitments have too, escaped."""
    return escaped(text)

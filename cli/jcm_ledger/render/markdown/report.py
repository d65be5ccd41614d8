"""A report in Markdown, as GitHub and Pandoc read it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, singledispatch

from jcm_ledger.render import phrases
from jcm_ledger.render.markdown.links import link, sources
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
from jcm_ledger.render.outline.cells import Sources
from jcm_ledger.render.safe import markdown as escaped

_KEPT = 4096  # cached answers: the same owners, days and statuses come again


def report(content: Outline) -> str:
    """Return a report as one Markdown document."""
    marking = [f"**{escaped(content.marking)}**"] if content.marking else []
    blocks = [*marking, *_heading(content)]
    for section in content.sections:
        blocks += _section(section)
    blocks += marking
    return "\n\n".join(blocks) + "\n"


def _heading(content: Outline) -> Iterator[str]:
    yield f"# {escaped(content.title)}"
    yield escaped(" ".join(name.text for name in content.committee))
    yield from map(escaped, content.notes)
    yield from map(_meeting, content.meetings)
    yield escaped(content.foot)
    if content.nothing:
        yield escaped(content.nothing)


def _meeting(meeting: MeetingLine) -> str:
    statements = ", ".join(map(_named_link, meeting.links))
    return escaped(meeting.text) + (f" ({statements})" if statements else "")


def _named_link(named: Link) -> str:
    return f"{escaped(named.label)}: {link(named.address)}"


def _section(section: Section) -> Iterator[str]:
    drawn = [part for block in section.blocks for part in _drawn(block)]
    if drawn:
        yield f"## {escaped(section.title)}"
        yield from drawn


@singledispatch
def _drawn(_block: Block) -> Iterator[str]:
    """Yield paragraphs, tables and lists of a block; a type without a function below has none."""
    yield from ()


@_drawn.register
def _prose(block: Prose) -> Iterator[str]:
    yield escaped(block.text)


@_drawn.register
def _figures(block: FigureList) -> Iterator[str]:
    yield _pipes(("", block.total.name), [(n.name, f"{n.number:,}") for n in block.all])


@_drawn.register
def _table(block: Table) -> Iterator[str]:
    titles = [column.title for column in block.columns]
    yield _pipes(titles, ([cell.text for cell in row] for row in block.rows))


@_drawn.register
def _breakdown(block: Breakdown) -> Iterator[str]:
    for part, table in zip(block.parts, block.tables, strict=True):
        yield f"### {escaped(part.name)}"
        yield from _table(table)


@_drawn.register
def _comparison(block: Comparison) -> Iterator[str]:
    yield from _table(block.table)


@_drawn.register
def _entries(block: Entries) -> Iterator[str]:
    lines = (_entry_line(entry, block.evidence, named=True) for entry in block.entries)
    yield "\n".join(f"- {line}" for line in lines)


@_drawn.register
def _dossiers(block: Dossiers) -> Iterator[str]:
    for dossier in block.dossiers:
        yield from _dossier(dossier, block)


def _entry_line(entry: EntryLine, evidence: str, *, named: bool = False) -> str:
    """Return an entry, `named` with the commitment that it is about."""
    about = f"{entry.about.text} ({entry.about.id}), " if named else ""
    by = f"{entry.by}: {entry.news}" if entry.news else entry.by
    parts = [escaped(f"{_day(entry.day)}, {about}{by}.")]
    parts += [escaped(phrases.sentence(entry.note))] if entry.note else []
    parts += [f"{evidence}: {_sources(entry.evidence)}"] if entry.evidence.text else []
    return " ".join(parts)


def _dossier(dossier: Dossier, block: Dossiers) -> Iterator[str]:
    yield f"### {escaped(dossier.about.text)}"
    if dossier.summary:
        yield escaped(dossier.summary)
    lines = [f"- {block.id}: {escaped(dossier.about.id)}"]
    lines += map(_fact, dossier.facts)
    yield "\n".join(lines)
    if dossier.entries:
        yield f"{block.entries}:"
        yield "\n".join(f"- {_entry_line(entry, block.evidence)}" for entry in dossier.entries)


def _fact(fact: Fact) -> str:
    if isinstance(fact.value, Sources):
        return f"- {escaped(fact.name)}: {_sources(fact.value)}"
    return _item(fact.name, fact.value.text)


def _sources(cited: Sources) -> str:
    return sources((each.title, each.address) for each in cited.evidence)


@lru_cache(_KEPT)
def _item(name: str, value: str) -> str:
    return f"- {escaped(name)}: {escaped(value)}"


def _pipes(header: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [_row(header), f"| {' | '.join(['---'] * len(header))} |", *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_again, cells))} |"


@lru_cache(_KEPT)
def _again(text: str) -> str:
    """Return text that other commitments have too, escaped."""
    return escaped(text)


@lru_cache(_KEPT)
def _day(day: date) -> str:
    return str(day)

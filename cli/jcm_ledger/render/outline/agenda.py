"""The outline of an agenda: the paper that a meeting decides by, in the blocks of a report."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render.outline.acronyms import acronyms
from jcm_ledger.render.outline.blocks import (
    Block,
    Column,
    Dossier,
    Fact,
    Figure,
    FigureList,
    MeetingLine,
    Outline,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.bodies import body_table
from jcm_ledger.render.outline.cells import Cell, Day, LinesText, Reference, Sources, Text
from jcm_ledger.render.outline.decisions import DecisionChoice, Decisions
from jcm_ledger.render.outline.dossiers import dossier_columns, dossier_of
from jcm_ledger.render.outline.heading import meetings, names
from jcm_ledger.render.outline.rows import columns, entry_line, owners, reference, spoken, standing
from jcm_ledger.render.outline.rows import sources as cited
from jcm_ledger.render.outline.sections import meetings as every_meeting
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.agenda import AgendaItem, AgendaTopic, MeetingAgenda
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing, Timing

_FOR_DECISION = "decisions"
"""The key of the section that has every item in full."""


def outline(agenda: MeetingAgenda, say: Phrases, *, brief: bool = False) -> Outline:
    """Return the outline of an agenda, or of its first page; of nothing without sections."""
    report, asked = agenda.report, _BRIEF if brief else _SECTIONS
    committee, title = report.committee, say.agendas.title(agenda)
    made = [section(agenda, say) for section in asked] if not report.nothing else []
    return Outline(
        title=title,
        as_of=report.as_of,
        lang=say.lang,
        committee=names(committee.name, committee.name_ja, say),
        notes=(
            say.meeting(agenda.meeting, report.as_of),
            say.reports.as_of(report.as_of),
            *say.papers.lines(report.circulation),
        ),
        meetings=meetings(report, say),
        source=say.reports.source(report.ledger),
        hidden=say.hidden(report.hidden),
        running=f"{committee.acronym or committee.name} · {title}",
        reading=say.reports.READING,
        sections=tuple(section for section in made if section),
        nothing=say.agendas.nothing(agenda),
        acronyms=tuple(acronyms(report, say).items()),
        circulation=report.circulation,
    )


def _summary(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    """Return what a chair should know, and the figures."""
    timings = [item.standing.timing for item in agenda.items]
    figures = FigureList(
        total=Figure(say.labels.OPEN, len(timings)),
        statuses=(),
        pressing=(
            Figure(
                say.labels.OVERDUE,
                timings.count(Timing.OVERDUE),
                narrows=(("timing", Timing.OVERDUE),),
            ),
            Figure(say.dossiers.TO_CONFIRM, sum(item.standing.to_confirm for item in agenda.items)),
            Figure(say.labels.COMPLETED, len(agenda.completed)),
            Figure(say.agendas.UNHEARD, len(agenda.unheard)),
        ),
        reported="",
    )
    blocks = (Prose(say.agendas.summary(agenda)), figures)
    return Section(key="brief", title=say.labels.IN_BRIEF, blocks=blocks)


def _overview(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    """Return what is for decision in a line each, and between what one decides."""
    if not agenda.topics:
        return None
    first, *others = columns(say)
    table = Table(
        columns=(first, Column(title=say.labels.THEME, weight=6), *others),
        rows=tuple(
            _line(item, say.theme(topic.name, agenda.report.titles), say)
            for topic in agenda.topics
            for item in topic.items
        ),
        elsewhere=_FOR_DECISION,
        layout="items",
    )
    return Section(key="items", title=say.agendas.ITEMS, blocks=(Prose(say.agendas.HOW), table))


def _line(item: AgendaItem, theme: str, say: Phrases) -> tuple[Cell, ...]:
    _about, *others = standing(item.standing, say)
    return _numbered(item, say), Text(theme), *others


def _numbered(item: AgendaItem, say: Phrases) -> Reference:
    about = reference(item.standing, say)
    return replace(about, text=say.agendas.numbered(item.number, about.text))


def _decisions(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    """Return every item in full, theme by theme, to be decided on."""
    if not agenda.topics:
        return None
    lines = {each.id: each for each in meetings(agenda.report, say)}
    blocks = tuple(_topic(topic, agenda, lines, say) for topic in agenda.topics)
    return Section(key=_FOR_DECISION, title=say.agendas.FOR_DECISION, blocks=blocks)


def _topic(
    topic: AgendaTopic, agenda: MeetingAgenda, lines: Mapping[str, MeetingLine], say: Phrases
) -> Decisions:
    report = agenda.report
    return Decisions(
        columns=_columns(say),
        dossiers=tuple(
            _dossier(item, report, lines[item.standing.commitment.meeting], say)
            for item in topic.items
        ),
        id=say.labels.ID,
        entries=say.labels.ON_FILE,
        evidence=say.labels.EVIDENCE,
        title=say.theme(topic.name, report.titles),
        first=topic.items[0].number,
        choices=tuple(
            DecisionChoice(name=name, meaning=meaning) for name, meaning in say.agendas.CHOICES
        ),
        question=say.agendas.DECISION,
        number=say.agendas.NUMBER,
        remark=say.agendas.REMARK,
    )


def _columns(say: Phrases) -> tuple[Column, ...]:
    """Return the columns of dossiers, with two more before what is on file."""
    *facts, last = dossier_columns(say)
    moved = Column(title=say.agendas.MOVED, weight=6)
    sides = Column(title=say.reports.DIFFER, weight=6)
    return (*facts, moved, sides, last)


def _dossier(item: AgendaItem, report: Report, made_at: MeetingLine, say: Phrases) -> Dossier:
    whole = dossier_of(item.standing, report, made_at, say)
    about = _numbered(item, say)
    return replace(
        whole,
        about=about,
        facts=(*whole.facts, *_more(item, say)),
        entries=tuple(entry_line(entry, about, say) for entry in item.told),
    )


def _more(item: AgendaItem, say: Phrases) -> Iterator[Fact]:
    """Yield how the deadline moved, and what each side says where they do not say the same."""
    row = item.standing
    *_, moved, sides, _last = range(len(_columns(say)))
    for slip in item.slips:
        told = say.agendas.slip(slip)
        yield Fact(say.agendas.MOVED, LinesText(told, (told,)), moved, (told,))
    if row.to_confirm or row.sides_differ:
        name = say.dossiers.TO_CONFIRM if row.to_confirm else say.dossiers.DIFFER
        told = say.agendas.each_side(row)
        short = say.named(name, told) if row.to_confirm else told
        yield Fact(name, LinesText(told, (told,)), sides, (short,))


def _completed(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    """Return what was completed since the last meeting, and the evidence of it."""
    if not agenda.completed:
        return None
    labels = say.labels
    table = Table(
        columns=(
            Column(title=labels.COMMITMENT, weight=8, heads=True),
            Column(title=labels.OWNERS, weight=6),
            Column(title=labels.STATUS, weight=6),
            Column(title=say.dossiers.DONE, weight=5),
            Column(title=labels.EVIDENCE, weight=8),
        ),
        rows=tuple(_done(row, say) for row in agenda.completed),
    )
    title = say.agendas.completed(agenda.since)
    return Section(key="completed", title=title, short=say.labels.COMPLETED, blocks=(table,))


def _done(row: Standing, say: Phrases) -> tuple[Cell, ...]:
    done = say.period(row.done) if row.done else ""
    return (
        reference(row, say),
        owners(row, say),
        spoken(row, say),
        Text(done),
        _evidence(row.completions),
    )


def _evidence(entries: Iterable[Entry]) -> Sources:
    every = [cited(entry) for entry in entries]
    told = [each.text for each in every if each.text]
    return Sources(", ".join(told), tuple(one for each in every for one in each.evidence))


def _ended(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    """Return what was superseded or not pursued since the last meeting, and by what."""
    if not agenda.ended:
        return None
    labels = say.labels
    table = Table(
        columns=(
            Column(title=labels.COMMITMENT, weight=8, heads=True),
            Column(title=labels.OWNERS, weight=6),
            Column(title=labels.STATUS, weight=6),
            Column(title=say.agendas.CLOSED_ON, weight=5),
            Column(title=say.agendas.SUCCESSOR, weight=8),
        ),
        rows=tuple(_closed(row, agenda, say) for row in agenda.ended),
    )
    title = say.agendas.ended(agenda.since)
    return Section(key="ended", title=title, short=say.agendas.ENDED, blocks=(table,))


def _closed(row: Standing, agenda: MeetingAgenda, say: Phrases) -> tuple[Cell, ...]:
    new = agenda.successors.get(row.superseded_by or "")
    return (
        reference(row, say),
        owners(row, say),
        spoken(row, say),
        Day(say.short_day(row.closed_on) if row.closed_on else "", row.closed_on),
        Text(say.agendas.successor(new) if new else ""),
    )


def _unheard(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    """Return the bodies that own what is open and were not heard from since the last meeting."""
    if not agenda.unheard:
        return None
    blocks: tuple[Block, ...] = (body_table(agenda.unheard, say),)
    title = say.agendas.unheard(agenda.since)
    return Section(key="unheard", title=title, short=say.agendas.UNHEARD, blocks=blocks)


def _meetings(agenda: MeetingAgenda, say: Phrases) -> Section | None:
    return every_meeting(agenda.report, say)


_BRIEF = (_summary, _overview, _completed, _ended, _unheard)
"""The sections of the first page in their order."""

_SECTIONS = (_summary, _overview, _decisions, _completed, _ended, _unheard, _meetings)
"""All sections in their order."""

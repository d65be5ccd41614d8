"""The first page of a report: what to know, what to act on, what is due, whom to ask."""

from collections.abc import Iterable, Mapping, Sequence

from jcm_ledger.model.status import Status
from jcm_ledger.render.outline.acronyms import acronyms, first_uses
from jcm_ledger.render.outline.blocks import (
    Block,
    Column,
    Figure,
    FigureList,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.cells import (
    Cell,
    DeadlineText,
    LinesText,
    ReferencesText,
    TimingText,
)
from jcm_ledger.render.outline.rows import owners, reference
from jcm_ledger.render.outline.standings import ALL
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.brief import by_owners
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing, Timing


def _columns(say: Phrases) -> tuple[Column, ...]:
    labels = say.labels
    return (
        Column(title=labels.COMMITMENT, weight=7, heads=True),
        Column(title=labels.DEADLINE, weight=7),
        Column(title=labels.WHY, weight=7),
        Column(title=labels.OWNERS, weight=8),
        Column(title=labels.LAST_ON_FILE, weight=12),
    )


def summary(report: Report, say: Phrases) -> Section | None:
    """Return the sentences that say what to know, and the four figures."""
    text = say.briefs.sentences(report.brief, report.annex)
    return Section(
        key="brief", title=say.labels.IN_BRIEF, blocks=(Prose(text), _figures(report, say))
    )


def _figures(report: Report, say: Phrases) -> FigureList:
    counts, brief = report.figures, report.brief
    completed = sum(row.done is not None for row in report.annex)
    return FigureList(
        total=Figure(say.labels.COMMITMENTS, counts.total, narrows=()),
        statuses=(),
        pressing=(
            Figure(say.labels.COMPLETED, completed, narrows=(("status", Status.COMPLETED),)),
            Figure(say.labels.OVERDUE, counts.overdue, narrows=(("timing", Timing.OVERDUE),)),
            Figure(say.briefs.unheard(brief.silence), len(brief.silent)),
        ),
        reported="",
    )


def act(report: Report, say: Phrases) -> Section | None:
    """Return what somebody has to act on, with the last thing that was said of it."""
    rows = report.brief.act
    block: Block = _table(rows, report, say) if rows else Prose(say.briefs.NO_ACTION)
    return Section(key="act", title=say.briefs.ACT, blocks=(block,))


def soon(report: Report, say: Phrases) -> Section | None:
    """Return what falls due soon, likewise."""
    rows = report.brief.soon
    return (
        Section(key="soon", title=say.labels.SOON, blocks=(_table(rows, report, say),))
        if rows
        else None
    )


def _table(rows: Iterable[Standing], report: Report, say: Phrases) -> Table:
    spelled = _spelled(report, say)
    drawn = tuple(_row(row, say, spelled.get(row.commitment.id, {})) for row in rows)
    return Table(columns=_columns(say), rows=drawn, elsewhere=ALL, layout="brief")


def _spelled(report: Report, say: Phrases) -> dict[str, dict[str, str]]:
    """Return which acronyms stand on the first page for the first time, by commitment."""
    brief = report.brief
    asked = (rows[0] for rows in by_owners(brief.ask).values())
    return first_uses((*brief.act, *brief.soon, *asked), acronyms(report, say))


def _row(row: Standing, say: Phrases, spelled: Mapping[str, str]) -> tuple[Cell, ...]:
    days = row.days_left if row.days_left is not None else -row.age_days
    return (
        reference(row, say),
        DeadlineText(say.briefs.due(row), row.deadline),
        TimingText(say.briefs.why(row), row.timing, days),
        owners(row, say, spelled),
        LinesText(last := say.briefs.last_word(row.last_entry), (last,)),
    )


def ask(report: Report, say: Phrases) -> Section | None:
    """Return how many commitments are to be asked about, and their titles by whom to ask."""
    brief = report.brief
    if not brief.ask:
        return None
    spelled = _spelled(report, say)
    table = Table(
        elsewhere=ALL,
        columns=(
            Column(title=say.labels.OWNERS, weight=1, heads=True),
            Column(title=say.labels.COMMITMENTS, weight=1),
        ),
        rows=tuple(_asked(group, say, spelled) for group in by_owners(brief.ask).values()),
    )
    told = Prose(say.briefs.to_ask(brief.ask, brief.silence))
    return Section(key="ask", title=say.briefs.ASK, blocks=(told, table))


def _asked(
    rows: Sequence[Standing], say: Phrases, spelled: Mapping[str, Mapping[str, str]]
) -> tuple[Cell, ...]:
    titles = tuple(say.title(row.commitment) for row in rows)
    ids = tuple(row.commitment.id for row in rows)
    return (
        owners(rows[0], say, spelled.get(ids[0], {})),
        ReferencesText(say.clauses(titles), titles, ids),
    )


BRIEF = (summary, act, soon, ask)
"""The sections of the first page in their order."""

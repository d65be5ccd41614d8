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
from jcm_ledger.render.phrases import briefs
from jcm_ledger.render.phrases.numbers import duration
from jcm_ledger.rules.brief import by_owners
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing, Timing

_COLUMNS = (
    Column(title="Commitment", weight=7, heads=True),
    Column(title="Deadline", weight=6),
    Column(title="Why", weight=7),
    Column(title="Owners", weight=9),
    Column(title="Last on file", weight=11),
)


def summary(report: Report) -> Section | None:
    """Return the sentences that say what to know, and the four figures."""
    text = briefs.sentences(report.brief, report.annex)
    return Section(key="brief", title="In brief", blocks=(Prose(text), _figures(report)))


def _figures(report: Report) -> FigureList:
    counts, brief = report.figures, report.brief
    completed = sum(row.done is not None for row in report.annex)
    return FigureList(
        total=Figure("Commitments", counts.total, narrows=()),
        statuses=(),
        pressing=(
            Figure("Completed", completed, narrows=(("status", Status.COMPLETED),)),
            Figure("Overdue", counts.overdue, narrows=(("timing", Timing.OVERDUE),)),
            Figure(f"Nothing heard for {duration(brief.silence)}", len(brief.silent)),
        ),
        reported="",
    )


def act(report: Report) -> Section | None:
    """Return what somebody has to act on, with the last thing that was said of it."""
    rows = report.brief.act
    block: Block = _table(rows, report) if rows else Prose(briefs.NO_ACTION)
    return Section(key="act", title=briefs.ACT, blocks=(block,))


def soon(report: Report) -> Section | None:
    """Return what falls due soon, likewise."""
    rows = report.brief.soon
    return Section(key="soon", title=briefs.SOON, blocks=(_table(rows, report),)) if rows else None


def _table(rows: Iterable[Standing], report: Report) -> Table:
    spelled = _spelled(report)
    drawn = tuple(_row(row, spelled.get(row.commitment.id, {})) for row in rows)
    return Table(columns=_COLUMNS, rows=drawn, elsewhere=ALL, layout="brief")


def _spelled(report: Report) -> dict[str, dict[str, str]]:
    """Return which acronyms stand on the first page for the first time, by commitment."""
    brief = report.brief
    asked = (rows[0] for rows in by_owners(brief.ask).values())
    return first_uses((*brief.act, *brief.soon, *asked), acronyms(report))


def _row(row: Standing, spelled: Mapping[str, str]) -> tuple[Cell, ...]:
    days = row.days_left if row.days_left is not None else -row.age_days
    return (
        reference(row),
        DeadlineText(briefs.due(row), row.deadline),
        TimingText(briefs.why(row), row.timing, days),
        owners(row, spelled),
        LinesText(last := briefs.last_word(row.last_entry), (last,)),
    )


def ask(report: Report) -> Section | None:
    """Return how many commitments are to be asked about, and their titles by whom to ask."""
    brief = report.brief
    if not brief.ask:
        return None
    spelled = _spelled(report)
    table = Table(
        elsewhere=ALL,
        columns=(
            Column(title="Owners", weight=1, heads=True),
            Column(title="Commitments", weight=1),
        ),
        rows=tuple(_asked(group, spelled) for group in by_owners(brief.ask).values()),
    )
    told = Prose(briefs.to_ask(brief.ask, brief.silence))
    return Section(key="ask", title=briefs.ASK, blocks=(told, table))


def _asked(rows: Sequence[Standing], spelled: Mapping[str, Mapping[str, str]]) -> tuple[Cell, ...]:
    titles = tuple(row.commitment.title for row in rows)
    ids = tuple(row.commitment.id for row in rows)
    return (
        owners(rows[0], spelled.get(ids[0], {})),
        ReferencesText("; ".join(titles), titles, ids),
    )


BRIEF = (summary, act, soon, ask)
"""The sections of the first page in their order."""

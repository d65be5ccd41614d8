"""The sections of a report, a function each. One that has nothing to say returns None."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from jcm_ledger.model.status import Status
from jcm_ledger.render.outline.blocks import (
    Block,
    Breakdown,
    Column,
    Comparison,
    Counts,
    Drawing,
    Entries,
    Figure,
    FigureList,
    Listing,
    Meetings,
    Prose,
    Section,
    Table,
)
from jcm_ledger.render.outline.bodies import bodies
from jcm_ledger.render.outline.brief import BRIEF
from jcm_ledger.render.outline.cells import Cell, Narrowing, Text
from jcm_ledger.render.outline.dossiers import dossiers
from jcm_ledger.render.outline.heading import meetings as meeting_lines
from jcm_ledger.render.outline.rows import (
    columns,
    entry_line,
    reference,
    reported,
    standing,
)
from jcm_ledger.render.outline.standings import ALL, NO_THEME, Standings
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.rules import report as rules
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.query import NOTHING_ON_FILE
from jcm_ledger.rules.report import Report, Side, ThemeRows
from jcm_ledger.rules.standing import Standing, Timing


def figures(report: Report, say: Phrases) -> Section | None:
    """Return the counts at the head."""
    blocks: tuple[Block, ...] = (_without_noughts(_figures(report.figures, say)),)
    counts = report.figures
    if counts.on_one_word:
        told = say.on_one_word(counts.statuses[Status.COMPLETED], counts.on_one_word)
        blocks += (Prose(told),)
    return Section(key="figures", title=say.labels.FIGURES, blocks=blocks)


def _without_noughts(figures: FigureList) -> FigureList:
    """Return the counts of what there is; the first page says that nothing is overdue."""
    return FigureList(
        total=figures.total,
        statuses=tuple(each for each in figures.statuses if each.number),
        pressing=tuple(each for each in figures.pressing if each.number),
        reported=figures.reported,
    )


def _figures(counts: rules.Figures, say: Phrases, within: Narrowing = ()) -> FigureList:
    return FigureList(
        total=Figure(say.labels.COMMITMENTS, counts.total, narrows=within),
        statuses=_statuses(counts.statuses, say, within),
        pressing=tuple(_pressing(counts, say, within)),
        reported=say.labels.REPORTED,
    )


def _pressing(counts: rules.Figures, say: Phrases, within: Narrowing) -> Iterator[Figure]:
    """Yield the counts of what to look at; of the timings among them, each narrows the table."""
    timings = (Timing.OVERDUE, Timing.DUE_SOON, Timing.REVIEW_DUE)
    for (name, count), timing in zip_longest(say.reports.pressing(counts), timings):
        narrows = (*within, ("timing", timing)) if timing else None
        yield Figure(name, count, narrows=narrows)


def to_confirm(report: Report, say: Phrases) -> Section | None:
    """Return what each side reported where one calls it closed and another open."""
    if not report.to_confirm:
        return None
    table = _side_by_side(report, report.to_confirm, say)
    blocks = (Prose(say.reports.CONFIRM), table)
    return Section(key="to-confirm", title=say.labels.TO_CONFIRM, blocks=blocks)


def differing(report: Report, say: Phrases) -> Section | None:
    """Return what each side reported where that is not the same, if all call it open or closed."""
    others = [row for row in report.differing if not row.to_confirm]
    if not others:
        return None
    title = say.reports.DIFFER_OTHERWISE if report.to_confirm else say.reports.DIFFER
    table = _side_by_side(report, others, say)
    return Section(key="differing", title=title, blocks=(table,))


def _side_by_side(report: Report, rows: Iterable[Standing], say: Phrases) -> Table:
    return Table(
        columns=(
            Column(title=say.labels.COMMITMENT, heads=True),
            *(Column(title=say.side(side)) for side in report.committee.sides),
        ),
        rows=tuple(_each_side(row, say) for row in rows),
        layout="differing",
    )


def _each_side(row: Standing, say: Phrases) -> tuple[Cell, ...]:
    return (reference(row, say), *(reported(entry, say) for entry in row.reports.values()))


def themes(report: Report, say: Phrases) -> Section | None:
    """Return the commitments theme by theme; in one table where themes have few of them each."""
    if len(report.annex) < _FEWEST_A_THEME * len(report.themes):
        return Section(key="listing", title=say.labels.BY_DEADLINE, blocks=(_listing(report, say),))
    block = Breakdown(
        title=say.labels.THEME,
        parts=tuple(_theme_counts(theme, report, say) for theme in report.themes),
        tables=tuple(_theme_table(theme, say) for theme in report.themes),
    )
    return Section(key="themes", title=say.labels.BY_THEME, blocks=(block,))


_FEWEST_A_THEME = 2
"""How many commitments a theme has at least, on average, for themes to have tables of their own."""


def _listing(report: Report, say: Phrases) -> Listing:
    first, *others = columns(say)
    return Listing(
        columns=(first, Column(title=say.labels.THEME, weight=15), *others),
        rows=tuple(_listed(row, report, say) for row in sort(report.annex, Sort.DEADLINE)),
    )


def _listed(row: Standing, report: Report, say: Phrases) -> tuple[Cell, ...]:
    about, *others = standing(row, say)
    return (about, Text(say.theme(row.commitment.theme or "", report.titles)), *others)


def _theme_counts(theme: ThemeRows, report: Report, say: Phrases) -> Counts:
    part: Narrowing = (("theme", theme.name or NO_THEME),)
    counts = _figures(rules.figures(theme.rows), say, part)
    overdue, due_soon, review_due, *_ = counts.pressing
    shown = FigureList(
        total=counts.total,
        statuses=counts.statuses,
        pressing=(overdue, due_soon, review_due),
        reported=counts.reported,
    )
    return Counts(name=say.theme(theme.name, report.titles), figures=shown, narrows=part)


def _theme_table(theme: ThemeRows, say: Phrases) -> Table:
    return Table(
        columns=columns(say),
        rows=tuple(standing(row, say) for row in theme.rows),
    )


def sides(report: Report, say: Phrases) -> Section | None:
    """Return each side's commitments and what it reported."""
    block = Comparison(
        title=say.labels.SIDE, parts=tuple(_side(side, say) for side in report.sides)
    )
    return Section(key="sides", title=say.labels.BY_SIDE, blocks=(block,))


def _side(side: Side, say: Phrases) -> Counts:
    part: Narrowing = (("side", side.name),)
    late: Narrowing = (*part, ("timing", Timing.OVERDUE))
    return Counts(
        name=say.side(side.name),
        narrows=part,
        figures=FigureList(
            total=Figure(say.labels.COMMITMENTS, side.total, narrows=part),
            statuses=_statuses(side.statuses, say),
            pressing=(
                Figure(say.labels.OPEN, side.owed),
                Figure(say.labels.OVERDUE, side.overdue, narrows=late),
            ),
            reported=say.labels.IT_REPORTED,
        ),
    )


def progress(report: Report, say: Phrases) -> Section | None:
    """Return what was put on file in the days that the report tells of."""
    block: Block = Prose(say.labels.NOTHING_NEW)
    if report.progress:
        about = {row.commitment.id: reference(row, say) for row in report.annex}
        entries = tuple(
            entry_line(entry, about[entry.commitment], say) for entry in report.progress
        )
        block = Entries(entries=entries, evidence=say.labels.EVIDENCE)
    return Section(
        key="progress",
        title=say.reports.window(report.window),
        short=say.labels.PROGRESS,
        blocks=(block,),
    )


def drawing(report: Report, say: Phrases) -> Section | None:
    """Return the commitments along the days."""
    block = Drawing(
        rows=report.annex,
        say=say,
        as_of=report.as_of,
        commitment=say.labels.COMMITMENT,
        timing=say.labels.TIMING,
        elsewhere=ALL,
    )
    return Section(key="timeline", title=say.labels.TIMELINE, blocks=(block,))


def standings(report: Report, say: Phrases) -> Section | None:
    """Return the table of all commitments."""
    return Section(key=ALL, title=say.labels.ALL, blocks=(Standings(report, say),))


def annex(report: Report, say: Phrases) -> Section | None:
    """Return the dossier of each commitment."""
    block = dossiers(report, say)
    return Section(
        key="annex", title=say.labels.EVERY_COMMITMENT, short=say.labels.ANNEX, blocks=(block,)
    )


def meetings(report: Report, say: Phrases) -> Section | None:
    """Return every meeting that made a commitment of the report."""
    block = Meetings(meeting_lines(report, say))
    return Section(key="meetings", title=say.labels.EVERY_MEETING, blocks=(block,))


def _statuses(
    counts: Mapping[Status | None, int], say: Phrases, within: Narrowing | None = None
) -> tuple[Figure, ...]:
    """Return a count a status; `within` a part of the table, which is narrowed to each."""
    return tuple(
        Figure(
            in_each(str.capitalize, say.status(status)), number, status, _narrowed(within, status)
        )
        for status, number in counts.items()
    )


def _capitalised(words: str) -> str:
    return in_each(str.capitalize, words)


def _narrowed(within: Narrowing | None, status: Status | None) -> Narrowing | None:
    return None if within is None else (*within, ("status", status or NOTHING_ON_FILE))


SECTIONS = (
    *BRIEF,
    figures,
    to_confirm,
    differing,
    themes,
    sides,
    bodies,
    progress,
    drawing,
    standings,
    annex,
    meetings,
)
"""The sections in their order."""

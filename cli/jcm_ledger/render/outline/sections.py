"""The sections of a report, a function each. One that has nothing to say returns None."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from jcm_ledger.model.status import Status
from jcm_ledger.render import phrases
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
from jcm_ledger.render.outline.brief import BRIEF
from jcm_ledger.render.outline.cells import BodyText, Cell, Day, Narrowing, Text, number
from jcm_ledger.render.outline.dossiers import dossiers
from jcm_ledger.render.outline.heading import meetings as meeting_lines
from jcm_ledger.render.outline.rows import (
    STANDING,
    entry_line,
    reference,
    reported,
    standing,
)
from jcm_ledger.render.outline.standings import ALL, NO_THEME, Standings
from jcm_ledger.render.phrases import reports
from jcm_ledger.rules import report as rules
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.query import NOTHING_ON_FILE
from jcm_ledger.rules.report import Report, Side, ThemeRows
from jcm_ledger.rules.standing import Standing, Timing


def figures(report: Report) -> Section | None:
    """Return the counts at the head."""
    blocks: tuple[Block, ...] = (_without_noughts(_figures(report.figures)),)
    counts = report.figures
    if counts.on_one_word:
        told = phrases.on_one_word(counts.statuses[Status.COMPLETED], counts.on_one_word)
        blocks += (Prose(f"{told}."),)
    return Section(key="figures", title="Figures", blocks=blocks)


def _without_noughts(figures: FigureList) -> FigureList:
    """Return the counts of what there is; the first page says that nothing is overdue."""
    return FigureList(
        total=figures.total,
        statuses=tuple(each for each in figures.statuses if each.number),
        pressing=tuple(each for each in figures.pressing if each.number),
        reported=figures.reported,
    )


def _figures(counts: rules.Figures, within: Narrowing = ()) -> FigureList:
    return FigureList(
        total=Figure("Commitments", counts.total, narrows=within),
        statuses=_statuses(counts.statuses, within),
        pressing=tuple(_pressing(counts, within)),
        reported="What was reported",
    )


def _pressing(counts: rules.Figures, within: Narrowing) -> Iterator[Figure]:
    """Yield the counts of what to look at; of the timings among them, each narrows the table."""
    timings = (Timing.OVERDUE, Timing.DUE_SOON, Timing.REVIEW_DUE)
    for (name, count), timing in zip_longest(reports.pressing(counts), timings):
        narrows = (*within, ("timing", timing)) if timing else None
        yield Figure(name, count, narrows=narrows)


def to_confirm(report: Report) -> Section | None:
    """Return what each side reported where one calls it closed and another open."""
    if not report.to_confirm:
        return None
    table = _side_by_side(report, report.to_confirm)
    blocks = (Prose(reports.CONFIRM), table)
    return Section(key="to-confirm", title="What is to be confirmed", blocks=blocks)


def differing(report: Report) -> Section | None:
    """Return what each side reported where that is not the same, if all call it open or closed."""
    others = [row for row in report.differing if not row.to_confirm]
    if not others:
        return None
    title = reports.DIFFER_OTHERWISE if report.to_confirm else reports.DIFFER
    table = _side_by_side(report, others)
    return Section(key="differing", title=title, blocks=(table,))


def _side_by_side(report: Report, rows: Iterable[Standing]) -> Table:
    return Table(
        columns=(
            Column(title="Commitment", heads=True),
            *(Column(title=side) for side in report.committee.sides),
        ),
        rows=tuple((reference(row), *map(reported, row.reports.values())) for row in rows),
        layout="differing",
    )


def themes(report: Report) -> Section | None:
    """Return the commitments theme by theme; in one table where themes have few of them each."""
    if len(report.annex) < _FEWEST_A_THEME * len(report.themes):
        return Section(key="listing", title="By deadline", blocks=(_listing(report),))
    block = Breakdown(
        title="Theme",
        parts=tuple(_theme_counts(theme, report) for theme in report.themes),
        tables=tuple(map(_theme_table, report.themes)),
    )
    return Section(key="themes", title="By theme", blocks=(block,))


_FEWEST_A_THEME = 2
"""How many commitments a theme has at least, on average, for themes to have tables of their own."""


def _listing(report: Report) -> Listing:
    return Listing(
        columns=(STANDING[0], Column(title="Theme", weight=6), *STANDING[1:]),
        rows=tuple(_listed(row, report) for row in sort(report.annex, Sort.DEADLINE)),
    )


def _listed(row: Standing, report: Report) -> tuple[Cell, ...]:
    about, *others = standing(row)
    return (about, Text(phrases.theme(row.commitment.theme or "", report.titles)), *others)


def _theme_counts(theme: ThemeRows, report: Report) -> Counts:
    part: Narrowing = (("theme", theme.name or NO_THEME),)
    counts = _figures(rules.figures(theme.rows), part)
    overdue, due_soon, review_due, *_ = counts.pressing
    shown = FigureList(
        total=counts.total,
        statuses=counts.statuses,
        pressing=(overdue, due_soon, review_due),
        reported=counts.reported,
    )
    return Counts(name=phrases.theme(theme.name, report.titles), figures=shown, narrows=part)


def _theme_table(theme: ThemeRows) -> Table:
    return Table(
        columns=STANDING,
        rows=tuple(map(standing, theme.rows)),
    )


def sides(report: Report) -> Section | None:
    """Return each side's commitments and what it reported."""
    block = Comparison(title="Side", parts=tuple(map(_side, report.sides)))
    return Section(key="sides", title="By side", blocks=(block,))


def _side(side: Side) -> Counts:
    part: Narrowing = (("side", side.name),)
    late: Narrowing = (*part, ("timing", Timing.OVERDUE))
    return Counts(
        name=side.name,
        narrows=part,
        figures=FigureList(
            total=Figure("Commitments", side.total, narrows=part),
            statuses=_statuses(side.statuses),
            pressing=(Figure("Open", side.owed), Figure("Overdue", side.overdue, narrows=late)),
            reported="What it reported",
        ),
    )


def bodies(report: Report) -> Section | None:
    """Return who owes what, and when each body was last heard from."""
    table = Table(
        columns=(
            Column(title="Side", weight=2),
            Column(title="Body", weight=9, heads=True),
            Column(title="Open", weight=2, number=True),
            Column(title="Overdue", weight=2, number=True),
            Column(title="Last heard from", weight=4),
        ),
        rows=tuple(map(_body, report.bodies)),
        layout="bodies",
    )
    return Section(key="bodies", title="By body", blocks=(table,)) if report.bodies else None


def _body(body: Body) -> tuple[Cell, ...]:
    about = body.organisation
    own = [Text(about.name)] if about.name != about.id else []
    names = (*own, *([Text(about.name_ja, "ja")] if about.name_ja else ()))
    return (
        Text(phrases.side(about)),
        BodyText(phrases.body(about), about.id, names, (("owner", about.id),)),
        number(body.owed),
        number(body.overdue),
        Day(reports.last_heard(body), body.last_heard),
    )


def progress(report: Report) -> Section | None:
    """Return what was put on file in the days that the report tells of."""
    block: Block = Prose("Nothing was put on file in these days.")
    if report.progress:
        about = {row.commitment.id: reference(row) for row in report.annex}
        entries = tuple(entry_line(entry, about[entry.commitment]) for entry in report.progress)
        block = Entries(entries=entries, evidence="Evidence")
    return Section(
        key="progress", title=reports.window(report.window), short="Progress", blocks=(block,)
    )


def drawing(report: Report) -> Section | None:
    """Return the commitments along the days."""
    block = Drawing(
        rows=report.annex,
        as_of=report.as_of,
        commitment="Commitment",
        timing="Timing",
        elsewhere=ALL,
    )
    return Section(key="timeline", title="Timeline", blocks=(block,))


def standings(report: Report) -> Section | None:
    """Return the table of all commitments."""
    return Section(key=ALL, title="All commitments", blocks=(Standings(report),))


def annex(report: Report) -> Section | None:
    """Return the dossier of each commitment."""
    block = dossiers(report)
    return Section(key="annex", title="Annex: every commitment", short="Annex", blocks=(block,))


def meetings(report: Report) -> Section | None:
    """Return every meeting that made a commitment of the report."""
    block = Meetings(meeting_lines(report))
    return Section(key="meetings", title="Annex: every meeting", blocks=(block,))


def _statuses(
    counts: Mapping[Status | None, int], within: Narrowing | None = None
) -> tuple[Figure, ...]:
    """Return a count a status; `within` a part of the table, which is narrowed to each."""
    return tuple(
        Figure(phrases.status(status).capitalize(), number, status, _narrowed(within, status))
        for status, number in counts.items()
    )


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

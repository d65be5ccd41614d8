"""The status report on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.render import words
from jcm_ledger.render.terminal import (
    Indented,
    facts,
    id_cell,
    id_text,
    journal,
    link,
    reports,
    standing_cells,
    table,
    text,
    titled,
)
from jcm_ledger.render.terminal_widths import cell
from jcm_ledger.rules.report import Figures, Report


def page(report: Report, width: int) -> RenderableType:
    """Return the page of `jcm report` for a terminal of `width` columns."""
    if report.nothing:
        return Group(*_heading(report), "", text(words.nothing(report)))
    return Group(
        *_heading(report),
        *_section("Figures", facts(_figures(report.figures))),
        *_section("What needs attention", _attention(report, width)),
        *_differing(report, width),
        *_section("By theme", *_themes(report, width)),
        *_section("By side", _sides(report, width)),
        *_section("By body", _bodies(report, width)),
        *_section(words.window(report.window), _progress(report)),
        *_section("Annex: every commitment", *_annex(report)),
    )


def _heading(report: Report) -> Iterator[RenderableType]:
    yield text(report.committee.name, "bold")
    if report.committee.name_ja:
        yield text(report.committee.name_ja)
    yield text(words.report_title(report), "bold")
    for meeting in report.meetings:
        yield text(words.meeting(meeting, report.as_of))
    if left_out := words.hidden(report.hidden):
        yield text(left_out, "dim")


def _section(title: str, *content: RenderableType) -> Iterator[RenderableType]:
    yield ""
    yield text(title, "bold underline")
    yield ""
    yield from content


def _figures(figures: Figures) -> Iterator[tuple[str, RenderableType]]:
    for name, number in words.figures(figures):
        yield name, Text(f"{number:>6,}")


def _attention(report: Report, width: int) -> RenderableType:
    if not report.attention:
        return text("Nothing needs attention.")
    rows = [
        (
            id_cell(each.row),
            cell(words.reasons(each)),
            cell(words.deadline(each.row)),
            cell(words.owners(each.row.commitment)),
        )
        for each in report.attention
    ]
    commitments = [each.row.commitment for each in report.attention]
    return titled(("Commitment", "Why", "Deadline", "Owners"), rows, commitments, width)


def _differing(report: Report, width: int) -> Iterator[RenderableType]:
    if report.differing:
        yield from _section("Where the sides differ", reports(report.differing, width))


def _themes(report: Report, width: int) -> Iterator[RenderableType]:
    for theme in report.themes:
        rows = [(id_cell(row), *standing_cells(row)) for row in theme.rows]
        heading = words.theme(theme.name)
        headers = (heading, "Owners", "Deadline", "Timing", "Status")
        yield titled(headers, rows, [row.commitment for row in theme.rows], width)
        yield ""


def _sides(report: Report, width: int) -> RenderableType:
    rows = [
        (text(name), *(Text(f"{each:,}", justify="right") for each in counts))
        for name, counts in words.sides(report.sides)
    ]
    return table(("", *report.committee.sides), rows, width)


def _bodies(report: Report, width: int) -> RenderableType:
    rows = [
        (
            cell(body.organisation.side),
            cell(f"{body.organisation.id}: {body.organisation.name}"),
            Text(f"{body.owed:,}", justify="right"),
            Text(f"{body.overdue:,}", justify="right"),
            cell(words.last_heard(body)),
        )
        for body in report.bodies
    ]
    return table(("Side", "Body", "Owed", "Overdue", "Last heard from"), rows, width)


def _progress(report: Report) -> RenderableType:
    if not report.progress:
        return text("Nothing was put on file in these days.")
    return journal(report.progress)


def _annex(report: Report) -> Iterator[RenderableType]:
    for row in report.annex:
        commitment = row.commitment
        yield id_text(commitment.id).append_text(text(f": {commitment.title}", "bold"))
        if commitment.summary:
            yield Indented(text(commitment.summary))
        yield Indented(facts((name, text(value)) for name, value in words.annex(row)))
        for entry in row.journal:
            if entry.evidence:
                yield Indented(text(f"Evidence of {entry.date}, {words.reporter(entry.by)}:"))
                yield from map(link, entry.evidence)
        yield ""

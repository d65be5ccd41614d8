"""Everything about one commitment on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.model.ledger import Commitment, Ledger, Meeting, Organisation
from jcm_ledger.render import phrases
from jcm_ledger.render.terminal.parts import (
    STATUS_STYLES,
    TIMING_STYLES,
    entry_lines,
    facts,
    id_text,
    link,
    report_cells,
    table,
    text,
)
from jcm_ledger.rules.standing import Standing


def page(row: Standing, ledger: Ledger, width: int) -> RenderableType:
    """Return the page of `jcm show` for a terminal of `width` columns."""
    commitment = row.commitment
    parts: list[RenderableType] = [text(commitment.title, "bold"), id_text(commitment.id)]
    if commitment.summary:
        parts += ["", text(commitment.summary)]
    meeting = ledger.meetings[commitment.meeting]
    parts += ["", facts(_facts(row, ledger))]
    if meeting.url or meeting.url_ja:
        parts += ["", Text("Statement", style="bold")]
        parts += [link(address) for address in (meeting.url, meeting.url_ja) if address]
    if row.sides_differ:
        parts += ["", Text("The sides differ", style="bold yellow")]
        parts.append(table(list(row.reports), [report_cells(row)], width))
    parts += ["", Text("Journal", style="bold")]
    if not row.journal:
        parts.append(Text(f"Nothing on file as of {row.as_of}.", style="dim"))
    for entry in row.journal:
        parts += ["", *entry_lines(entry, named=False)]
    return Group(*parts)


def _facts(row: Standing, ledger: Ledger) -> Iterator[tuple[str, RenderableType]]:
    commitment = row.commitment
    yield from _statement(commitment, ledger.meetings[commitment.meeting], row)
    yield from _owners(row, ledger)
    for framework in commitment.frameworks:
        yield "Framework", text(framework)
    if commitment.theme:
        yield "Theme", text(commitment.theme)
    yield "Kind", text(commitment.kind)
    if commitment.superseded:
        yield "Supersedes", text(", ".join(commitment.superseded))
    yield from _deadline(row)
    yield "Timing", text(phrases.timing(row), TIMING_STYLES.get(row.timing, ""))
    yield "Age", text(f"{phrases.count(row.age_days, 'day')} since the meeting")
    yield "Status", text(phrases.status_of(row), STATUS_STYLES.get(row.status, ""))
    for side, status in row.by_party.items():
        yield f"Status, {side}", text(phrases.status(status), STATUS_STYLES.get(status, ""))


def _statement(
    commitment: Commitment, meeting: Meeting, row: Standing
) -> Iterator[tuple[str, RenderableType]]:
    yield "Made at", text(f"{phrases.meeting(meeting, row.as_of)} ({meeting.id})")
    published = f"published {meeting.published}" if meeting.published else ""
    source = ", ".join(filter(None, (meeting.statement, phrases.paragraph(commitment), published)))
    if source:
        yield "Statement", text(source)
    if commitment.strength:
        wording = f"{commitment.strength}: {phrases.STRENGTHS[commitment.strength]}"
        yield "Wording", text(wording)


def _owners(row: Standing, ledger: Ledger) -> Iterator[tuple[str, RenderableType]]:
    label, bodies = "Owners", ledger.bodies
    for owner in row.owners:
        yield label, text(_full_name(bodies[owner]))
        label = ""
    if row.owners_inferred:
        yield "", text("inferred: the statement names no body")


def _full_name(body: Organisation) -> str:
    names = ", ".join(filter(None, (body.name, body.name_ja)))
    part_of = f"; part of {body.part_of}" if body.part_of else ""
    return f"{body.id}: {names} ({phrases.side(body)}{part_of})"


def _deadline(row: Standing) -> Iterator[tuple[str, RenderableType]]:
    stated = row.commitment.deadline_text
    if row.deadline is None:
        yield "Deadline", text(f"none: the statement says “{stated}”" if stated else "none stated")
        if row.review_date:
            yield "Review", text(f"due after {row.review_date}")
        return
    days = f"{row.deadline.first} to {row.deadline.last}"
    understood = f"{row.deadline}: {days}" if str(row.deadline) != days[:10] else days[:10]
    yield "Deadline", text(understood)
    if row.original is not None and row.original != row.deadline:
        yield "", text(f"moved from {row.original}: {phrases.slip(row.slip_days)}", "yellow")
    if stated:
        yield "", text(f"the statement says “{stated}”")

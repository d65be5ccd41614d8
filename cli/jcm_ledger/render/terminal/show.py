"""Everything about one commitment on a terminal."""

from collections.abc import Iterator
from itertools import chain, repeat

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.model.ledger import Commitment, Ledger, Meeting, Organisation
from jcm_ledger.render import phrases
from jcm_ledger.render.phrases import dossiers
from jcm_ledger.render.phrases.changes import superseded_by
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
from jcm_ledger.rules.order import parts
from jcm_ledger.rules.standing import Standing


def page(row: Standing, ledger: Ledger, width: int) -> RenderableType:
    """Return the page of `jcm show` for a terminal of `width` columns."""
    commitment = row.commitment
    titles = [text(each, "bold") for each in (commitment.title, commitment.title_ja) if each]
    lines: list[RenderableType] = [*titles, id_text(commitment.id)]
    for summary in filter(None, (commitment.summary, commitment.summary_ja)):
        lines += ["", text(summary)]
    meeting = ledger.meetings[commitment.meeting]
    lines += ["", facts(_facts(row, ledger))]
    if meeting.url or meeting.url_ja:
        lines += ["", Text("Statement", style="bold")]
        lines += [link(address) for address in (meeting.url, meeting.url_ja) if address]
    if row.sides_differ:
        heading = dossiers.TO_CONFIRM if row.to_confirm else dossiers.DIFFER
        lines += ["", Text(heading, style="bold yellow")]
        lines.append(table(list(row.reports), [report_cells(row)], width))
    lines += ["", Text("Journal", style="bold")]
    if not row.journal:
        lines.append(Text(f"Nothing on file as of {row.as_of}.", style="dim"))
    for entry in row.journal:
        lines += ["", *entry_lines(entry, named=False)]
    return Group(*lines)


def _facts(row: Standing, ledger: Ledger) -> Iterator[tuple[str, RenderableType]]:
    commitment = row.commitment
    yield from _statement(commitment, ledger.meetings[commitment.meeting], row)
    yield from _owners(row, ledger)
    for framework in commitment.frameworks:
        yield "Framework", text(framework)
    if commitment.theme:
        yield "Theme", text(_theme(commitment.theme, ledger))
    yield "Kind", text(commitment.kind)
    for key, value in commitment.fields.items():
        yield dossiers.column(ledger.columns.get(key), key), text(value)
    yield from _relatives(row, ledger)
    yield from _deadline(row)
    yield "Timing", text(phrases.timing(row), TIMING_STYLES.get(row.timing, ""))
    yield "Age", text(dossiers.age(row))
    yield "Status", text(phrases.spoken(row), STATUS_STYLES.get(row.status, ""))
    if row.superseded_by:
        yield dossiers.SUPERSEDED_BY, text(superseded_by(row))
    if row.done:
        yield dossiers.DONE, text(phrases.period(row.done))
    for side, status in row.by_party.items():
        yield f"Status, {side}", text(phrases.status(status), STATUS_STYLES.get(status, ""))


def _theme(theme: str, ledger: Ledger) -> str:
    """Return a theme as it is typed, and its title if it has one, however that is spelled."""
    titled = phrases.theme_table(theme, ledger.themes)
    return f"{titled.title} ({theme})" if titled and titled.title else theme


def _relatives(row: Standing, ledger: Ledger) -> Iterator[tuple[str, RenderableType]]:
    """Yield the whole and the parts, and what it supersedes, each named once."""
    commitment = row.commitment
    whole = [commitment.part_of] if commitment.part_of else []
    related = (
        (dossiers.PART_OF, [dossiers.named(ledger, each) for each in whole]),
        (dossiers.PARTS, [dossiers.named(ledger, e) for e in parts(ledger, commitment, row.as_of)]),
        (dossiers.SUPERSEDES, dossiers.supersedes(ledger, commitment)),
    )
    for label, found in related:
        for name, each in zip(chain([label], repeat("")), found, strict=False):
            yield name, text(each)


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
    for told in dossiers.how_owned(row, ledger):
        yield "", text(told)


def _full_name(body: Organisation) -> str:
    if body.side == body.id:  # a side that owns it itself
        return body.id
    part_of = f"; part of {body.part_of}" if body.part_of else ""
    return f"{phrases.body(body, both=True)} ({phrases.side(body)}{part_of})"


def _deadline(row: Standing) -> Iterator[tuple[str, RenderableType]]:
    stated = row.commitment.deadline_text
    if row.deadline is None:
        yield "Deadline", text(f"none: the statement says “{stated}”" if stated else "none stated")
        if review := dossiers.review(row):
            yield dossiers.REVIEW, text(review)
        return
    days = f"{row.deadline.first} to {row.deadline.last}"
    understood = f"{row.deadline}: {days}" if str(row.deadline) != days[:10] else days[:10]
    yield "Deadline", text(understood)
    if row.original is not None and row.original != row.deadline:
        yield "", text(f"moved from {row.original}: {phrases.slip(row.slip_days)}", "yellow")
    if stated:
        yield "", text(f"the statement says “{stated}”")

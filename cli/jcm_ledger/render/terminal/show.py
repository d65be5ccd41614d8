"""Everything about one commitment on a terminal."""

from collections.abc import Iterator
from itertools import chain, repeat

from rich.console import Group, RenderableType
from rich.text import Text

from jcm_ledger.model.ledger import Commitment, Ledger, Meeting
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.themes import theme_table
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


def page(row: Standing, ledger: Ledger, say: Phrases, width: int) -> RenderableType:
    """Return the page of `jcm show` for a terminal of `width` columns."""
    commitment, words = row.commitment, say.shows
    lines: list[RenderableType] = [text(each, "bold") for each in words.titles(commitment)]
    lines.append(id_text(commitment.id))
    for summary in words.summaries(commitment):
        lines += ["", text(summary)]
    meeting = ledger.meetings[commitment.meeting]
    lines += ["", facts(_facts(row, ledger, say))]
    if meeting.url or meeting.url_ja:
        lines += ["", Text(say.labels.STATEMENT, style="bold")]
        lines += [link(address) for address in (meeting.url, meeting.url_ja) if address]
    if row.sides_differ:
        heading = say.dossiers.TO_CONFIRM if row.to_confirm else say.dossiers.DIFFER
        lines += ["", Text(heading, style="bold yellow")]
        lines.append(table(list(map(say.side, row.reports)), [report_cells(row, say)], width))
    lines += ["", Text(say.labels.JOURNAL, style="bold")]
    if not row.journal:
        lines.append(Text(words.nothing(row.as_of), style="dim"))
    for entry in row.journal:
        lines += ["", *entry_lines(entry, say, named=False)]
    return Group(*lines)


def _facts(row: Standing, ledger: Ledger, say: Phrases) -> Iterator[tuple[str, RenderableType]]:
    commitment, labels = row.commitment, say.labels
    yield from _statement(commitment, ledger.meetings[commitment.meeting], row, say)
    yield from _owners(row, ledger, say)
    for framework in commitment.frameworks:
        yield labels.FRAMEWORK, text(framework)
    if commitment.theme:
        yield labels.THEME, text(_theme(commitment.theme, ledger, say))
    yield labels.KIND, text(say.kind(commitment.kind))
    for key, value in commitment.fields.items():
        yield say.dossiers.column(ledger.columns.get(key), key), text(value)
    yield from _relatives(row, ledger, say)
    yield from _deadline(row, say)
    yield labels.TIMING, text(say.timing(row), TIMING_STYLES.get(row.timing, ""))
    yield labels.AGE, text(say.dossiers.age(row))
    yield labels.STATUS, text(say.spoken(row), STATUS_STYLES.get(row.status, ""))
    if row.superseded_by:
        yield say.dossiers.SUPERSEDED_BY, text(say.changes.superseded_by(row))
    if row.done:
        yield say.dossiers.DONE, text(say.period(row.done))
    for side, status in row.by_party.items():
        label = labels.of_side(labels.STATUS, say.side(side))
        yield label, text(say.status(status), STATUS_STYLES.get(status, ""))


def _theme(theme: str, ledger: Ledger, say: Phrases) -> str:
    """Return a theme as it is typed, and its title if it has one, however that is spelled."""
    table = theme_table(theme, ledger.themes)
    title = say.text(table.title, table.title_ja) if table else ""
    return say.shows.with_id(title, theme) if title else theme


def _relatives(row: Standing, ledger: Ledger, say: Phrases) -> Iterator[tuple[str, RenderableType]]:
    """Yield the whole and the parts, and what it supersedes, each named once."""
    commitment, words = row.commitment, say.dossiers
    whole = [commitment.part_of] if commitment.part_of else []
    related = (
        (words.PART_OF, [words.named(ledger, each) for each in whole]),
        (words.PARTS, [words.named(ledger, e) for e in parts(ledger, commitment, row.as_of)]),
        (words.SUPERSEDES, words.supersedes(ledger, commitment)),
    )
    for label, found in related:
        for name, each in zip(chain([label], repeat("")), found, strict=False):
            yield name, text(each)


def _statement(
    commitment: Commitment, meeting: Meeting, row: Standing, say: Phrases
) -> Iterator[tuple[str, RenderableType]]:
    words = say.shows
    yield words.MADE_AT, text(words.with_id(say.meeting(meeting, row.as_of), meeting.id))
    if source := words.source(meeting, commitment):
        yield say.labels.STATEMENT, text(source)
    if commitment.strength:
        yield say.labels.WORDING, text(say.wording(commitment.strength))


def _owners(row: Standing, ledger: Ledger, say: Phrases) -> Iterator[tuple[str, RenderableType]]:
    label, bodies = say.labels.OWNERS, ledger.bodies
    for owner in row.owners:
        yield label, text(say.shows.owner(bodies[owner]))
        label = ""
    for told in say.dossiers.how_owned(row, ledger):
        yield "", text(told)


def _deadline(row: Standing, say: Phrases) -> Iterator[tuple[str, RenderableType]]:
    """Yield the deadline with its first and last day, where it was moved from, and the wording."""
    label, words, stated = say.labels.DEADLINE, say.shows, say.stated(row.commitment)
    if row.deadline is None:
        yield label, text(words.no_deadline(stated))
        if review := say.dossiers.review(row):
            yield say.dossiers.REVIEW, text(review)
        return
    yield label, text(words.deadline(row.deadline))
    if row.original is not None and row.original != row.deadline:
        yield "", text(words.moved(row.original, row.slip_days), "yellow")
    if stated:
        yield "", text(words.stated(stated))

"""The dossiers of a report: all that it has of each commitment, fact by fact."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jcm_ledger.model.ledger import Commitment, OwnColumn
from jcm_ledger.model.status import Status
from jcm_ledger.render.outline.blocks import Column, Dossier, Dossiers, Fact, MeetingLine
from jcm_ledger.render.outline.cells import DeadlineText, OwnersText, StatusText, Text
from jcm_ledger.render.outline.heading import meetings
from jcm_ledger.render.outline.rows import deadline, entry_line, names_of, reference, spoken, timing
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing

_KEPT = 4096  # facts in a cache: many commitments have the same ones

_SOURCE, _OWNERS, _DEADLINE, _TIMING, _STATUS = range(1, 6)


def dossier_columns(say: Phrases) -> tuple[Column, ...]:
    """Return the columns that the facts of a dossier stand in, where it is a row of a table."""
    labels = say.labels
    return (
        Column(title=labels.COMMITMENT, weight=9, heads=True),
        Column(title=labels.SOURCE, weight=4),
        Column(title=labels.OWNERS, weight=4),
        Column(title=labels.DEADLINE, weight=4),
        Column(title=labels.TIMING, weight=4),
        Column(title=labels.STATUS, weight=5),
        Column(title=labels.ON_FILE, weight=12, empty=say.NOTHING_ON_FILE),
    )


def dossiers(report: Report, say: Phrases) -> Dossiers:
    """Return a dossier for each commitment, in the order of the ledger."""
    made_at = {meeting.id: meeting for meeting in meetings(report, say)}
    return Dossiers(
        columns=dossier_columns(say),
        dossiers=tuple(
            dossier_of(row, report, made_at[row.commitment.meeting], say) for row in report.annex
        ),
        id=say.labels.ID,
        entries=say.labels.ON_FILE,
        evidence=say.labels.EVIDENCE,
    )


def dossier_of(row: Standing, report: Report, made_at: MeetingLine, say: Phrases) -> Dossier:
    """Return all that a report has of one commitment, `made_at` a meeting."""
    about = reference(row, say)
    return Dossier(
        about=about,
        summary=say.text(row.commitment.summary, row.commitment.summary_ja),
        facts=tuple(_facts(row, report, made_at, say)),
        statements=made_at.links,
        entries=tuple(entry_line(entry, about, say) for entry in row.journal),
    )


def _facts(row: Standing, report: Report, made_at: MeetingLine, say: Phrases) -> Iterator[Fact]:
    yield from _translated(row.commitment, say)
    yield from _origin(row.commitment, made_at, report.columns, say)
    short, names = say.owners(row), say.owners_in_full(row, report.organisations)
    owned = OwnersText(names, row.owners, "", names_of(row.owners, say))
    yield Fact(say.labels.OWNERS, owned, _OWNERS, (short,))
    if stated := say.dossiers.stated_owners(row):
        names_them = say.dossiers.statement_names(stated)
        yield _fact(say.dossiers.STATED_OWNERS, stated, _OWNERS, names_them)
    yield from _deadlines(row, say)
    when = timing(row, say)
    yield Fact(say.labels.TIMING, when, _TIMING, (when.text,))
    yield from _statuses(row, say)


def _translated(commitment: Commitment, say: Phrases) -> Iterator[Fact]:
    """Yield the title and the summary in the other language; in a column there is no room."""
    for name, text in say.dossiers.translated(commitment):
        yield Fact(name, Text(text), _SOURCE, ())


def _origin(
    commitment: Commitment, made_at: MeetingLine, declared: Mapping[str, OwnColumn], say: Phrases
) -> Iterator[Fact]:
    """Yield where a commitment comes from, and what else the ledger says of it."""
    labels, dossier = say.labels, say.dossiers
    place = say.paragraph(commitment)
    yield _fact(
        labels.SOURCE,
        dossier.source(made_at.name, place),
        _SOURCE,
        *filter(None, (made_at.name, place)),
    )
    if commitment.strength:
        strength = say.strength(commitment.strength)
        yield _fact(labels.WORDING, strength, _SOURCE, strength)
    if commitment.frameworks:
        under = map(labels.under, commitment.frameworks)
        yield _fact(labels.UNDER, say.clauses(commitment.frameworks), _SOURCE, *under)
    named = [(dossier.PART_OF, [commitment.part_of] if commitment.part_of else [])]
    named += [(dossier.SUPERSEDES, list(commitment.superseded))]
    named += [
        (dossier.column(declared.get(key), key), [value])
        for key, value in commitment.fields.items()
    ]
    for name, values in named:
        if values:
            value = say.joined(values)
            yield _fact(name, value, _SOURCE, say.named(name, value))


def _deadlines(row: Standing, say: Phrases) -> Iterator[Fact]:
    """Yield the deadline as it was stated and as it is understood, and when to review.

    In a column they stand together: what was stated after what it is understood as.
    """
    labels = say.labels
    quoted = say.stated(row.commitment)
    yield _fact(labels.STATED, quoted or labels.NONE_STATED, _DEADLINE)
    now = deadline(row, say)
    if row.deadline:
        yield Fact(labels.DEADLINE, now, _DEADLINE, (now.text, quoted) if quoted else (now.text,))
    else:
        yield Fact(labels.DEADLINE, DeadlineText(labels.NONE, None), _DEADLINE, (now.text,))
    if review := say.review(row):
        yield _fact(labels.REVIEW_BY, review, _DEADLINE, labels.review_by(review))


def _statuses(row: Standing, say: Phrases) -> Iterator[Fact]:
    """Yield the status, what closed it and when it was done, and each side's own."""
    labels, dossier = say.labels, say.dossiers
    now = spoken(row, say)
    beginning = in_each(lambda words: words[:1].upper() + words[1:], now.text)
    yield Fact(labels.STATUS, now, _STATUS, (beginning,))
    if row.superseded_by:
        by = say.changes.superseded_by(row)
        yield _fact(dossier.SUPERSEDED_BY, by, _STATUS, say.named(dossier.SUPERSEDED_BY, by))
    if row.done:
        done = say.period(row.done)
        yield _fact(dossier.DONE, done, _STATUS, say.named(dossier.DONE, done))
    for side, reported in row.by_party.items():
        name, status = say.side(side), say.status(reported)
        label = labels.of_side(labels.STATUS, name)
        yield _side_status(label, reported, status, say.named(name, status))


@lru_cache(_KEPT)
def _fact(name: str, value: str, column: int, *short: str) -> Fact:
    return Fact(name, Text(value), column, short)


@lru_cache
def _side_status(name: str, reported: Status | None, status: str, short: str) -> Fact:
    return Fact(name, StatusText(status, reported), _STATUS, (short,))

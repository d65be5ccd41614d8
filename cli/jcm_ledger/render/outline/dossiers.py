"""The dossiers of a report: all that it has of each commitment, fact by fact."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jcm_ledger.model.ledger import Commitment, OwnColumn
from jcm_ledger.model.status import Status
from jcm_ledger.render import phrases
from jcm_ledger.render.outline.blocks import Column, Dossier, Dossiers, Fact, MeetingLine
from jcm_ledger.render.outline.cells import DeadlineText, OwnersText, StatusText, Text
from jcm_ledger.render.outline.heading import meetings
from jcm_ledger.render.outline.rows import deadline, entry_line, reference, spoken, timing
from jcm_ledger.render.phrases import dossiers as dossier
from jcm_ledger.render.phrases.changes import superseded_by
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing

_KEPT = 4096  # facts in a cache: many commitments have the same ones

_SOURCE, _OWNERS, _DEADLINE, _TIMING, _STATUS = range(1, 6)

_COLUMNS = (
    Column(title="Commitment", weight=9, heads=True),
    Column(title="Source", weight=4),
    Column(title="Owners", weight=4),
    Column(title="Deadline", weight=4),
    Column(title="Timing", weight=4),
    Column(title="Status", weight=5),
    Column(title="On file", weight=12, empty=phrases.NOTHING_ON_FILE),
)


def dossiers(report: Report) -> Dossiers:
    """Return a dossier for each commitment, in the order of the ledger."""
    made_at = {meeting.id: meeting for meeting in meetings(report)}
    return Dossiers(
        columns=_COLUMNS,
        dossiers=tuple(
            _dossier(row, report, made_at[row.commitment.meeting]) for row in report.annex
        ),
        id="Id",
        entries="On file",
        evidence="Evidence",
    )


def _dossier(row: Standing, report: Report, made_at: MeetingLine) -> Dossier:
    about = reference(row)
    return Dossier(
        about=about,
        summary=row.commitment.summary or "",
        facts=tuple(_facts(row, report, made_at)),
        statements=made_at.links,
        entries=tuple(entry_line(entry, about) for entry in row.journal),
    )


def _facts(row: Standing, report: Report, made_at: MeetingLine) -> Iterator[Fact]:
    yield from _in_japanese(row.commitment)
    yield from _origin(row.commitment, made_at, report.columns)
    short, names = phrases.owners(row), phrases.owners_in_full(row, report.organisations)
    yield Fact("Owners", OwnersText(names, row.owners), _OWNERS, (short,))
    if stated := dossier.stated_owners(row):
        yield _stated_owners(stated)
    yield from _deadlines(row)
    when = timing(row)
    yield Fact("Timing", when, _TIMING, (when.text,))
    yield from _statuses(row)


def _in_japanese(commitment: Commitment) -> Iterator[Fact]:
    """Yield the title and the summary in Japanese; in a column there is no room for them."""
    if commitment.title_ja:
        yield Fact(dossier.TITLE_JA, Text(commitment.title_ja), _SOURCE, ())
    if commitment.summary_ja:
        yield Fact(dossier.SUMMARY_JA, Text(commitment.summary_ja), _SOURCE, ())


def _origin(
    commitment: Commitment, made_at: MeetingLine, declared: Mapping[str, OwnColumn]
) -> Iterator[Fact]:
    """Yield where a commitment comes from, and what else the ledger says of it."""
    yield _source(made_at.name, phrases.paragraph(commitment))
    if commitment.strength:
        yield _plain("Wording", commitment.strength, _SOURCE)
    if commitment.frameworks:
        yield _under(commitment.frameworks)
    if commitment.part_of:
        yield _named(dossier.PART_OF, commitment.part_of)
    if commitment.superseded:
        yield _named(dossier.SUPERSEDES, ", ".join(commitment.superseded))
    for key, value in commitment.fields.items():
        yield _named(dossier.column(declared.get(key), key), value)


def _statuses(row: Standing) -> Iterator[Fact]:
    """Yield the status, what closed it and when it was done, and each side's own."""
    yield _status(spoken(row))
    if row.superseded_by:
        yield _superseded(superseded_by(row))
    if row.done:
        yield _done(phrases.period(row.done))
    for side, reported in row.by_party.items():
        yield _side_status(side, reported)


@lru_cache(_KEPT)
def _plain(name: str, value: str, column: int) -> Fact:
    return Fact(name, Text(value), column, (value,))


@lru_cache(_KEPT)
def _named(name: str, value: str) -> Fact:
    return Fact(name, Text(value), _SOURCE, (f"{name}: {value}",))


@lru_cache(_KEPT)
def _stated_owners(owners: str) -> Fact:
    short = (dossier.statement_names(owners),)
    return Fact(dossier.STATED_OWNERS, Text(owners), _OWNERS, short)


@lru_cache(_KEPT)
def _superseded(by: str) -> Fact:
    return Fact(dossier.SUPERSEDED_BY, Text(by), _STATUS, (f"{dossier.SUPERSEDED_BY}: {by}",))


@lru_cache(_KEPT)
def _done(day: str) -> Fact:
    return Fact(dossier.DONE, Text(day), _STATUS, (f"{dossier.DONE}: {day}",))


@lru_cache(_KEPT)
def _source(meeting: str, paragraph: str) -> Fact:
    lines = (meeting, paragraph) if paragraph else (meeting,)
    return Fact("Source", Text(", ".join(lines)), _SOURCE, lines)


@lru_cache(_KEPT)
def _under(frameworks: tuple[str, ...]) -> Fact:
    short = tuple(f"under {framework}" for framework in frameworks)
    return Fact("Under", Text("; ".join(frameworks)), _SOURCE, short)


def _deadlines(row: Standing) -> Iterator[Fact]:
    """Yield the deadline as it was stated and as it is understood, and when to review.

    In a column they stand together: what was stated after what it is understood as.
    """
    stated = row.commitment.deadline_text
    quoted = f"“{stated}”" if stated else ""
    yield _stated(quoted)
    now = deadline(row)
    if row.deadline:
        short = (now.text, quoted) if quoted else (now.text,)
        yield Fact("Deadline", now, _DEADLINE, short)
    else:
        yield _no_deadline(now.text)
    if review := phrases.review(row):
        yield _review(review)


@lru_cache(_KEPT)
def _stated(quoted: str) -> Fact:
    return Fact("Deadline as stated", Text(quoted or "none stated"), _DEADLINE, ())


@lru_cache(_KEPT)
def _no_deadline(stated: str) -> Fact:
    return Fact("Deadline", DeadlineText("none", None), _DEADLINE, (stated,))


@lru_cache(_KEPT)
def _review(day: str) -> Fact:
    return Fact("Review by", Text(day), _DEADLINE, (f"review by {day}",))


@lru_cache
def _status(now: StatusText) -> Fact:
    return Fact("Status", now, _STATUS, (now.text.capitalize(),))


@lru_cache
def _side_status(side: str, reported: Status | None) -> Fact:
    value = StatusText(phrases.status(reported), reported)
    return Fact(f"Status, {side}", value, _STATUS, (f"{side}: {value.text}",))

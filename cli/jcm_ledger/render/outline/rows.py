"""A standing and an entry in typed cells. What comes again and again is made once."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import titled
from jcm_ledger.render.outline.blocks import Column, EntryLine
from jcm_ledger.render.outline.cells import (
    Cell,
    Cited,
    DeadlineText,
    OwnersText,
    Reference,
    ReportedText,
    Sources,
    StatusText,
    TimingText,
)
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.standing import Standing

_KEPT = 4096  # cells in a cache, as many as renderers keep
_NO_SOURCES = Sources("", ())


def reference(row: Standing, say: Phrases) -> Reference:
    """Return the commitment by its title and id."""
    return Reference(say.title(row.commitment), row.commitment.id)


def owners(
    row: Standing, say: Phrases, spelled: Mapping[str, str] = MappingProxyType({})
) -> OwnersText:
    """Return the owners of a commitment, those among `spelled` with their names."""
    short, names = say.owners(row), names_of(row.owners, say)
    if not spelled:
        return OwnersText(short, row.owners, "", names)
    return OwnersText(say.owners(row, spelled), row.owners, short, names)


@lru_cache(_KEPT)
def names_of(bodies: tuple[str, ...], say: Phrases) -> tuple[str, ...]:
    """Return what bodies are called in a row of them, nothing if all are by their ids."""
    names = tuple(map(say.short, bodies))
    return () if names == bodies else names


def deadline(row: Standing, say: Phrases) -> DeadlineText:
    """Return the deadline, and where it was moved from; else what the statement says of one."""
    return DeadlineText(say.deadline(row), row.deadline)


def timing(row: Standing, say: Phrases) -> TimingText:
    """Return what the calendar says."""
    return TimingText(say.timing(row), row.timing, row.days_away)


def status(row: Standing, say: Phrases) -> StatusText:
    """Return the status as it stands."""
    return _status(say.status_of(row), row.status)


def spoken(row: Standing, say: Phrases) -> StatusText:
    """Return the status, and whose word it is where an owning side said nothing."""
    return _status(say.spoken(row), row.status)


@lru_cache
def _status(text: str, found: Status | None) -> StatusText:
    return StatusText(text, found)


def columns(say: Phrases) -> tuple[Column, ...]:
    """Return the columns of a table whose rows `standing` returns."""
    labels = say.labels
    return (
        Column(title=labels.COMMITMENT, weight=18, heads=True),
        Column(title=labels.OWNERS, weight=16),
        Column(title=labels.DEADLINE, weight=17),
        Column(title=labels.TIMING, weight=17),
        Column(title=labels.STATUS, weight=16),
    )


def standing(row: Standing, say: Phrases) -> tuple[Cell, ...]:
    """Return a row of commitment, owners, deadline, timing and status."""
    return (
        reference(row, say),
        owners(row, say),
        deadline(row, say),
        timing(row, say),
        status(row, say),
    )


def reported(entry: Entry | None, say: Phrases) -> ReportedText:
    """Return what a side reported last."""
    lines = tuple(say.reported(entry))
    return ReportedText(say.clauses(lines), lines, entry.status if entry else None)


def sources(entry: Entry) -> Sources:
    """Return what an entry cites, without words if that is nothing."""
    if not entry.evidence:
        return _NO_SOURCES
    return Sources(", ".join(entry.evidence), tuple(Cited(*titled(e)) for e in entry.evidence))


def entry_line(entry: Entry, about: Reference, say: Phrases) -> EntryLine:
    """Return an entry in words."""
    return EntryLine(
        day=entry.date,
        when=say.short_day(entry.date),
        about=about,
        by=say.reporter(entry),
        news=say.news(entry),
        status=entry.status,
        note=say.text(entry.note, entry.note_ja),
        evidence=sources(entry),
    )

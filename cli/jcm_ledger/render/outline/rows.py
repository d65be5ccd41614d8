"""A standing and an entry in typed cells. What comes again and again is made once."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import titled
from jcm_ledger.render import phrases
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
from jcm_ledger.rules.standing import Standing

_KEPT = 4096  # cells in a cache, as many as renderers keep
_NO_SOURCES = Sources("", ())


def reference(row: Standing) -> Reference:
    """Return the commitment by its title and id."""
    return Reference(row.commitment.title, row.commitment.id)


def owners(row: Standing, spelled: Mapping[str, str] = MappingProxyType({})) -> OwnersText:
    """Return the owners of a commitment, those among `spelled` with their names."""
    short = phrases.owners(row)
    if not spelled:
        return OwnersText(short, row.owners)
    return OwnersText(phrases.owners(row, spelled), row.owners, short)


def deadline(row: Standing) -> DeadlineText:
    """Return the deadline, and where it was moved from; else what the statement says of one."""
    return DeadlineText(phrases.deadline(row), row.deadline)


def timing(row: Standing) -> TimingText:
    """Return what the calendar says."""
    return TimingText(phrases.timing(row), row.timing, row.days_away)


def status(row: Standing) -> StatusText:
    """Return the status as it stands."""
    return _status(phrases.status_of(row), row.status)


def spoken(row: Standing) -> StatusText:
    """Return the status, and whose word it is where an owning side said nothing."""
    return _status(phrases.spoken(row), row.status)


@lru_cache
def _status(text: str, found: Status | None) -> StatusText:
    return StatusText(text, found)


STANDING = (
    Column(title="Commitment", weight=8, heads=True),
    Column(title="Owners", weight=6),
    Column(title="Deadline", weight=5),
    Column(title="Timing", weight=8),
    Column(title="Status", weight=5),
)
"""The columns of a table whose rows `standing` returns."""


def standing(row: Standing) -> tuple[Cell, ...]:
    """Return a row of commitment, owners, deadline, timing and status."""
    return (reference(row), owners(row), deadline(row), timing(row), status(row))


def reported(entry: Entry | None) -> ReportedText:
    """Return what a side reported last."""
    lines = tuple(phrases.reported(entry))
    return ReportedText("; ".join(lines), lines, entry.status if entry else None)


def sources(entry: Entry) -> Sources:
    """Return what an entry cites, without words if that is nothing."""
    if not entry.evidence:
        return _NO_SOURCES
    return Sources(", ".join(entry.evidence), tuple(Cited(*titled(e)) for e in entry.evidence))


def entry_line(entry: Entry, about: Reference) -> EntryLine:
    """Return an entry in words."""
    return EntryLine(
        day=entry.date,
        about=about,
        by=phrases.reporter(entry),
        news=phrases.news(entry),
        status=entry.status,
        note=entry.note or "",
        evidence=sources(entry),
    )

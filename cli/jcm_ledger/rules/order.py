"""Order: how standings are sorted, and parts with their whole."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from jcm_ledger.model.ledger import Commitment, Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_counted
from jcm_ledger.rules.standing import Standing, Timing, made

_TIMING_RANKS = {timing: rank for rank, timing in enumerate(Timing)}
_STATUS_RANKS = {status: rank for rank, status in enumerate(Status)}


class Sort(StrEnum):
    """The orders of a list."""

    DEADLINE = "deadline"
    ID = "id"
    STATUS = "status"
    UPDATED = "updated"


def sort(rows: Iterable[Standing], order: Sort) -> list[Standing]:
    """Return the standings in order: soonest deadline, id, open first, or latest news first.

    Commitments without a deadline come last, those due for review first among them. Parts stand
    below their whole.
    """
    keys: dict[Sort, Callable[[Standing], tuple[object, ...]]] = {
        Sort.DEADLINE: _deadline_key,
        Sort.ID: lambda row: (row.commitment.id,),
        Sort.STATUS: lambda row: (_status_rank(row), *_deadline_key(row)),
        Sort.UPDATED: lambda row: (
            -(row.last_entry.date.toordinal() if row.last_entry else 0),
            row.commitment.id,
        ),
    }
    return with_parts(sorted(rows, key=keys[order]))


def with_parts(rows: Sequence[Standing]) -> list[Standing]:
    """Return the standings with each part right below its whole, if that is among them.

    The two stand where the first of them stood, so that nothing pressing comes later by it.
    """
    parts: dict[str, list[Standing]] = {}
    for row in rows:
        if row.commitment.part_of is not None:
            parts.setdefault(row.commitment.part_of, []).append(row)
    if not parts:
        return list(rows)
    wholes = {row.commitment.id: row for row in rows if row.commitment.id in parts}
    ordered: dict[str, Standing] = {}
    for row in rows:
        whole = wholes.get(row.commitment.part_of or "", row)
        for each in (whole, *parts.get(whole.commitment.id, ())):
            ordered.setdefault(each.commitment.id, each)
    return list(ordered.values())


def _deadline_key(row: Standing) -> tuple[object, ...]:
    last = row.deadline.last if row.deadline else date.max
    return (not row.open, last, _TIMING_RANKS[row.timing], -row.age_days)


def _status_rank(row: Standing) -> int:
    return -1 if row.status is None else _STATUS_RANKS[row.status]


def parts(ledger: Ledger, whole: Commitment, day: date) -> list[str]:
    """Return the ids of the parts of a commitment made by `day`, as people count paragraphs."""
    found = [each for each in made(ledger, day) if each.part_of == whole.id]
    return [each.id for each in sorted(found, key=lambda each: as_counted(each.paragraph))]

"""Brief: what a reader should know first, in three tiers: act now, due soon, ask for news."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.status import Status
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.standing import Standing, Timing

SILENCE = Duration(12, "m")
"""How long nothing may be heard of an open commitment before it is asked about."""


class Brief(Struct, frozen=True, kw_only=True):
    """The commitments that need attention, each in the first tier that it belongs to.

    `act` are overdue, stalled, or open with sides that say different things, the longest overdue
    first; `soon` fall due within ninety days, the soonest first; of `ask` nothing was heard for
    `silence`, or a review is due, the longest silent first. `silent` are all of which nothing was
    heard, whatever their tier. `next_due` is the open one that falls due next, overdue ones not
    counted.
    """

    act: tuple[Standing, ...]
    soon: tuple[Standing, ...]
    ask: tuple[Standing, ...]
    silent: tuple[Standing, ...]
    next_due: Standing | None
    silence: Duration


def brief(rows: Sequence[Standing], silence: Duration = SILENCE) -> Brief:
    """Return what of these standings needs attention."""
    silent = [row for row in rows if is_silent(row, silence)]
    unheard = {row.commitment.id for row in silent}
    act, soon, ask = [], [], []
    for row in rows:
        if needs_action(row):
            act.append(row)
        elif row.timing is Timing.DUE_SOON:
            soon.append(row)
        elif row.timing is Timing.REVIEW_DUE or row.commitment.id in unheard:
            ask.append(row)
    return Brief(
        act=tuple(sorted(act, key=_urgency)),
        soon=tuple(sorted(soon, key=_urgency)),
        ask=tuple(sorted(ask, key=lambda row: (last_heard(row), row.commitment.id))),
        silent=tuple(silent),
        next_due=_next_due(rows),
        silence=silence,
    )


def most_pressing(brief: Brief, rows: Iterable[Standing]) -> list[Standing]:
    """Return all the standings, the tiers of the brief first, then by deadline, open ones first."""
    tiers = (*brief.act, *brief.soon, *brief.ask)
    named = {row.commitment.id for row in tiers}
    others = (row for row in sort(rows, Sort.DEADLINE) if row.commitment.id not in named)
    return [*tiers, *others]


def needs_action(row: Standing) -> bool:
    """Return whether somebody has to act: it is overdue or stalled, or the sides differ."""
    overdue = row.timing is Timing.OVERDUE
    return row.open and (overdue or row.status is Status.STALLED or row.sides_differ)


def is_silent(row: Standing, silence: Duration) -> bool:
    """Return whether it is open and nothing was heard of it for that long."""
    return row.open and silence.after(last_heard(row)) <= row.as_of


def last_heard(row: Standing) -> date:
    """Return the date of the last entry, else the day on which the commitment was made."""
    if row.last_entry is not None:
        return row.last_entry.date
    return date.fromordinal(row.as_of.toordinal() - row.age_days)


def by_owners(rows: Iterable[Standing]) -> dict[tuple[str, ...], list[Standing]]:
    """Return standings by whom to ask about them, in the order in which each first comes."""
    groups: dict[tuple[str, ...], list[Standing]] = {}
    for row in rows:
        groups.setdefault(row.owners, []).append(row)
    return groups


def _urgency(row: Standing) -> tuple[int, str]:
    """Return what sorts by days left, the most overdue first; what has no deadline comes last."""
    return (row.days_left if row.days_left is not None else date.max.toordinal(), row.commitment.id)


def _next_due(rows: Iterable[Standing]) -> Standing | None:
    ahead = [row for row in rows if row.open and row.days_left is not None and row.days_left >= 0]
    return min(ahead, key=_urgency, default=None)

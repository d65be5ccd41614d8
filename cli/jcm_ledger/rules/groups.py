"""Groups: the commitments of a list under headings, by what the calendar says or whose they are."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.text import as_name
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.standing import Standing, Timing


class Grouping(StrEnum):
    """What a list can be grouped by."""

    TIMING = "timing"
    OWNER = "owner"
    THEME = "theme"
    SIDE = "side"
    MEETING = "meeting"


class Agenda(StrEnum):
    """The groups of a list by timing; days count from the day asked for, which is day 0."""

    OVERDUE = "overdue"
    NEXT_30 = "next-30-days"
    NEXT_60 = "31-to-60-days"
    NEXT_90 = "61-to-90-days"
    LATER = "later"
    REVIEW_DUE = "review-due"
    UNDATED = "undated"
    MET = "met"
    CLOSED = "closed"


class Group(Struct, frozen=True, kw_only=True):
    """The commitments under one heading; the name is empty for what has no owner, theme, ….

    It has at least one. A commitment of several owners or sides stands in the group of each.
    """

    grouping: Grouping
    name: str
    rows: tuple[Standing, ...]


_UPCOMING = {30: Agenda.NEXT_30, 60: Agenda.NEXT_60, 90: Agenda.NEXT_90}
_NOT_UPCOMING = {
    Timing.OVERDUE: Agenda.OVERDUE,
    Timing.REVIEW_DUE: Agenda.REVIEW_DUE,
    Timing.UNDATED: Agenda.UNDATED,
    Timing.MET_LATE: Agenda.MET,
    Timing.MET: Agenda.MET,
    Timing.CLOSED: Agenda.CLOSED,
}


def group(
    ledger: Ledger, rows: Iterable[Standing], grouping: Grouping, query: Query
) -> tuple[Group, ...]:
    """Return the groups that have commitments, in the ledger's order; each keeps that of `rows`.

    Where the query asks for owners or sides, there are groups of these alone.
    """
    names, order = _names_and_order(ledger, grouping)
    asked = {Grouping.OWNER: query.owners, Grouping.SIDE: query.sides}.get(grouping)
    members: dict[str, list[Standing]] = {name: [] for name in order}
    for row in rows:
        for name in dict.fromkeys(names(row)) or ("",):
            if not asked or name in asked:
                members.setdefault(name, []).append(row)
    nameless = members.pop("", [])
    return tuple(
        Group(grouping=grouping, name=name, rows=tuple(found))
        for name, found in (*members.items(), ("", nameless))
        if found
    )


def on_agenda(row: Standing) -> Agenda:
    """Return where on the agenda a commitment stands."""
    if row.timing in _NOT_UPCOMING:
        return _NOT_UPCOMING[row.timing]
    left = row.days_left or 0
    return next((place for days, place in _UPCOMING.items() if left <= days), Agenda.LATER)


def themes(ledger: Ledger) -> dict[str, str]:
    """Return the themes of a ledger as they are first spelled, by their names as compared.

    Those that look alike are one; "" is for what has none, and comes first.
    """
    spelling = {"": ""}
    for commitment in ledger.commitments.values():
        spelling.setdefault(as_name(commitment.theme or ""), commitment.theme or "")
    return spelling


def by_theme(rows: Iterable[Standing]) -> Mapping[str, list[Standing]]:
    """Return the standings by theme, in the order and spelling in which each first appears.

    Themes that look alike are one; "" is for what has none.
    """
    themes: dict[str, list[Standing]] = {}
    spelling: dict[str, str] = {"": ""}
    for row in rows:
        theme = row.commitment.theme or ""
        themes.setdefault(spelling.setdefault(as_name(theme), theme), []).append(row)
    return themes


def _names_and_order(
    ledger: Ledger, grouping: Grouping
) -> tuple[Callable[[Standing], Sequence[str]], Collection[str]]:
    """Return the names of a commitment's groups, and all names in order."""
    match grouping:
        case Grouping.TIMING:
            return lambda row: (on_agenda(row),), list(Agenda)
        case Grouping.OWNER:
            return lambda row: row.owners, ledger.bodies
        case Grouping.THEME:
            spelling = themes(ledger)
            return lambda row: (spelling[as_name(row.commitment.theme or "")],), spelling.values()
        case Grouping.SIDE:
            return lambda row: row.owner_sides, ledger.committee.sides
        case Grouping.MEETING:
            return lambda row: (row.commitment.meeting,), ledger.meetings

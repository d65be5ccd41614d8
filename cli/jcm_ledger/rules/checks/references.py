"""What no command can work without: that every name a ledger uses is one it has."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.finding import Finding, Where, label
from jcm_ledger.model.ledger import COMMITTEE, Entry, Ledger
from jcm_ledger.model.naming import all_named, named, tables
from jcm_ledger.model.period import Period
from jcm_ledger.rules.names import nearest

_MOST_GUESSES = 10
"""How many unknown names get a guess at what was meant: a guess among thousands takes long."""

Declared = Mapping[str, AbstractSet[str]]
"""The ids that a file declares, by the name of their table, readable or not."""


def declared(ledger: Ledger) -> Declared:
    """Return the ids that a ledger has."""
    return {
        "meeting": ledger.meetings.keys(),
        "organisation": ledger.organisations.keys(),
        "commitment": ledger.commitments.keys(),
        "theme": ledger.themes.keys(),
        "field": ledger.columns.keys(),
    }


def unknown_names(ledger: Ledger, ids: Declared) -> Iterator[Finding]:
    """Find names of meetings, bodies and commitments that the ledger does not have."""
    allowed = _allowed(ledger, ids)
    if all(names <= allowed.get(key, ids[kind]) for key, kind, names in all_named(ledger)):
        return
    guesses = 0
    for where, record in tables(ledger):
        for key, kind, name in named(str(where[0]), record):
            names = allowed.get(key, ids[kind])
            if name in names:
                continue
            guesses += 1
            place = (*where, key)
            commitment = record.commitment if isinstance(record, Entry) else None
            if key == "deadline":
                yield _bad_deadline(place, name)
            else:
                near = nearest(name, sorted(names)) if guesses <= _MOST_GUESSES else []
                yield _unknown(place, kind, name, near, commitment)


def _allowed(ledger: Ledger, ids: Declared) -> dict[str, set[str]]:
    """Return what may be named beside the ids of its kind, by the key that names it.

    A side may own and report as a body of its own, and the committee for all of them.
    """
    bodies = {*ids["organisation"], *ledger.committee.sides}
    return {"owners": bodies | {COMMITTEE}, "by": bodies | {COMMITTEE}, "on_behalf_of": bodies}


def _bad_deadline(where: Where, name: str) -> Finding:
    """Return what is wrong with a deadline that is no meeting: as a period, if it begins as one."""
    if name[:1].isdigit() or name.startswith("FY"):
        try:
            Period.parse(name)
        except BadPeriod as bad:
            return Finding.error("bad-period", where, f"{label(where)}: deadline {bad}", bad.hint)
    message = f'{label(where)}: deadline "{name}" is neither a period nor a meeting'
    return Finding.error("bad-deadline", where, message, BadPeriod.hint)


def _unknown(
    where: Where, kind: str, name: str, near: list[str], commitment: str | None
) -> Finding:
    otherwise = (
        f'a body\'s id, or "{COMMITTEE}" for both sides'
        if where[2] == "by"
        else f"declare it: [{kind}.{name}]"
    )
    return Finding.error(
        f"unknown-{kind}",
        where,
        f'{label(where)}: {where[2]} names "{name}", which is no {kind} of this ledger',
        f"did you mean {' or '.join(near)}?" if near else otherwise,
        commitment if where[2] == "by" else None,
    )


def unknown_sides(ledger: Ledger, _ids: Declared) -> Iterator[Finding]:
    """Find bodies of a side that the committee does not have."""
    sides = ledger.committee.sides
    for name, body in ledger.organisations.items():
        if sides and body.side is not None and body.side not in sides:
            yield Finding.error(
                "unknown-side",
                ("organisation", name, "side"),
                f'organisation {name}: side "{body.side}" is no side of the committee',
                f"the sides are: {', '.join(sides)}",
            )


def meetings_without_date(ledger: Ledger, _ids: Declared) -> Iterator[Finding]:
    """Find meetings that are neither held nor expected."""
    for name, meeting in ledger.meetings.items():
        if meeting.held is None and meeting.expected is None:
            yield Finding.error(
                "meeting-without-date",
                ("meeting", name),
                f"meeting {name} is neither held nor expected",
                'add held = 2023-11-07 (a date) or expected = "2025" (a period)',
            )


def duplicate_ids(ledger: Ledger, ids: Declared) -> Iterator[Finding]:
    """Find ids that differ in nothing but their case, and bodies that take the committee's."""
    for table, names in ids.items():
        if len(set(map(str.casefold, names))) == len(names):
            continue
        ordered = sorted(names, key=lambda name: (name.casefold(), name))
        for first, second in pairwise(ordered):
            if first.casefold() == second.casefold():
                yield Finding.error(
                    "duplicate-id",
                    (table, second),
                    f"{table} {second} differs from {first} in nothing but its case",
                    "give one of them another id",
                )
    yield from _alike_sides(ledger.committee.sides)
    for name in ids["organisation"]:
        if name.casefold() == COMMITTEE:
            yield Finding.error(
                "duplicate-id",
                ("organisation", name),
                f'organisation {name}: "{COMMITTEE}" stands for both sides together',
                "give the body another id",
            )


def _alike_sides(sides: tuple[str, ...]) -> Iterator[Finding]:
    """Find sides that cannot be told apart, from each other or from all together."""
    folded = [side.casefold() for side in sides]
    for side in sorted({side for side in sides if (COMMITTEE, *folded).count(side.casefold()) > 1}):
        yield Finding.error(
            "duplicate-id",
            ("committee", "sides"),
            f"committee: the side {side} has the name of another one, or of all together",
            "give each side a name of its own",
        )


REFERENCES = (unknown_names, unknown_sides, meetings_without_date, duplicate_ids)

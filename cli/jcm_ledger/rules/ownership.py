"""Ownership: whose a commitment is on a day, after hand-overs and successors."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from jcm_ledger.model.ledger import Ledger, Organisation
from jcm_ledger.model.naming import reached

Owners = tuple[str, ...]
"""The ids of bodies, or the names of sides, each once."""


def heirs(ledger: Ledger) -> dict[str, list[Organisation]]:
    """Return the bodies that succeed a body, by its id, whenever they do."""
    found: dict[str, list[Organisation]] = {}
    for body in ledger.organisations.values():
        for old in body.predecessors:
            found.setdefault(old, []).append(body)
    return found


def successors(ledger: Ledger, day: date) -> dict[str, str]:
    """Return the body that stands in the place of each body on `day`, where it is not itself.

    Of a body that several succeed none takes the place: hand-over entries say which.
    """
    direct = {
        old: found[0].id
        for old, found in heirs(ledger).items()
        if len(found) == 1 and (found[0].since is None or found[0].since <= day)
    }
    return {old: _end(direct, old) for old in direct}


def _end(direct: Mapping[str, str], body: str) -> str:
    """Return the last successor of a body; in a circle, which `check` refuses, any of it."""
    passed = {body}
    while (new := direct.get(body)) and new not in passed:
        passed.add(new)
        body = new
    return body


def shown(ledger: Ledger, day: date) -> Callable[[Owners], Owners]:
    """Return what gives the owners that people see on `day` for those that the journal leaves."""
    moved = successors(ledger, day)
    return cache(
        lambda owners: tuple(
            dict.fromkeys(moved.get(owner, owner) for owner in ledger.named(owners))
        )
    )


def replaced(
    named: Owners, owners: Owners, bodies: Mapping[str, Organisation]
) -> dict[str, Owners]:
    """Return which of the bodies `named` each of the `owners` stands in the place of, if any."""
    found = {}
    for owner in owners:
        passed = succeeded(owner, bodies)
        if before := tuple(each for each in named if each in passed and each not in owners):
            found[owner] = before
    return found


def succeeded(body: str, bodies: Mapping[str, Organisation]) -> set[str]:
    """Return the bodies that one succeeded, directly or through others."""
    return reached(body, lambda name: bodies[name].predecessors if name in bodies else ())


def asked_for(ledger: Ledger, day: date, bodies: Iterable[str]) -> frozenset[str]:
    """Return the owners, as people see them on `day`, that are meant by ids of bodies.

    A body that another one succeeded is found by either id.
    """
    moved = successors(ledger, day)
    return frozenset(moved.get(body, body) for body in bodies)

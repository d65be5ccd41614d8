"""What of a reviewed draft goes into a ledger, under which ids, and what is there already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import fields, replace

from jcm_ledger.errors import RefusedTable
from jcm_ledger.model.finding import Finding, label
from jcm_ledger.model.ledger import Commitment, Ledger, Meeting, Organisation
from jcm_ledger.model.text import as_name, folded
from jcm_ledger.rules.additions import HOMES, Addition, faults, refuse_id
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.commitments import propose_id

_ORDER = (Meeting, Organisation, Commitment)
"""Each kind of table names those before it."""


class ReviewedTable(NamedTuple):
    """A table of a draft; whether its id is still the one that the draft proposed."""

    content: Addition
    has_proposed_id: bool = False


class PresentTable(NamedTuple):
    """A table of a draft that the ledger has, by its id there, and the keys that differ there."""

    id: str
    differing: tuple[str, ...]


class Adoption(NamedTuple):
    """What comes of a draft: what is to be added, what is there already, what is wrong with it.

    `problems` are about the tables as the draft names them.
    """

    additions: tuple[Addition, ...]
    present: tuple[PresentTable, ...]
    problems: tuple[Finding, ...]


def adoption(
    ledger: Ledger, tables: Sequence[ReviewedTable], circumstances: Circumstances
) -> Adoption:
    """Return what of a draft's tables is to be added to a ledger, in an order that can be read.

    A commitment whose id is the draft's gets one from its title. What the ledger has is left out: a
    body or a meeting of that id, a commitment of that title and meeting.
    """
    ordered = [each for kind in _ORDER for each in tables if type(each.content) is kind]
    pairs = [(each, _there(ledger, each.content)) for each in ordered]
    new = [each for each, found in pairs if found is None]
    there = [(each.content, found) for each, found in pairs if found is not None]
    names = _names(ledger, new)
    names |= {mine.id: found.id for mine, found in there if isinstance(mine, Commitment)}
    commitments = {each.content.id: _renamed(each.content, names) for each in new if _is_one(each)}
    others = [each.content for each in new if not _is_one(each)]
    additions = (*others, *_in_order(commitments.values()))
    present = (
        PresentTable(found.id, tuple(_differing(_renamed(mine, names), found)))
        for mine, found in there
    )
    drafted = {added.id: old for old, added in commitments.items()}
    problems = _problems(ledger, additions, drafted, circumstances)
    return Adoption(additions, tuple(present), tuple(problems))


def _is_one(table: ReviewedTable) -> bool:
    return isinstance(table.content, Commitment)


def _there(ledger: Ledger, table: Addition) -> Addition | None:
    """Return the table of the ledger that a table of a draft is, None if there is none."""
    if not isinstance(table, Commitment):
        kept: Mapping[str, Addition] = getattr(ledger, HOMES[type(table)].field)
        return next((each for name, each in kept.items() if folded(name) == folded(table.id)), None)
    title = as_name(table.title)
    same = (each for each in ledger.commitments.values() if as_name(each.title) == title)
    return next((each for each in same if each.meeting == table.meeting), None)


def _differing(mine: Addition, found: Addition) -> Iterator[str]:
    """Yield the keys in which two tables differ, their ids aside."""
    for field in fields(mine):
        if field.name != "id" and getattr(mine, field.name) != getattr(found, field.name):
            yield field.name


def _names(ledger: Ledger, tables: Sequence[ReviewedTable]) -> dict[str, str]:
    """Return the ids of new commitments by those that the draft has."""
    taken = {*ledger.commitments}
    taken |= {each.content.id for each in tables if not each.has_proposed_id}
    names = {}
    for table, is_proposed in tables:
        if isinstance(table, Commitment):
            names[table.id] = propose_id(table.title, taken) if is_proposed else table.id
            taken.add(names[table.id])
    return names


def _renamed(table: Addition, names: Mapping[str, str]) -> Addition:
    """Return a table with the ids that it has and names as the ledger will have them."""
    if not isinstance(table, Commitment):
        return table
    superseded = table.supersedes
    return replace(
        table,
        id=names.get(table.id, table.id),
        part_of=table.part_of and names.get(table.part_of, table.part_of),
        supersedes=names.get(superseded, superseded)
        if isinstance(superseded, str)
        else tuple(names.get(each, each) for each in superseded),
    )


def _in_order(commitments: Iterable[Addition]) -> Iterator[Addition]:
    """Yield commitments, each after those of the draft that it names; a circle as it came."""
    left = [each for each in commitments if isinstance(each, Commitment)]
    while left:
        waiting = {each.id for each in left}
        ready = [each for each in left if waiting.isdisjoint({each.part_of, *each.superseded})]
        yield from ready or left
        left = [each for each in left if each not in ready] if ready else []


def _problems(
    ledger: Ledger,
    additions: Sequence[Addition],
    drafted: Mapping[str, str],
    circumstances: Circumstances,
) -> Iterator[Finding]:
    """Yield what is wrong with each table, where the others are as they are meant to be."""
    fit = []
    for added in additions:
        try:
            refuse_id(ledger, type(added), added.id)
            fit.append(added)
        except RefusedTable as refused:
            table, name = HOMES[type(added)].table, drafted.get(added.id, added.id)
            message = f"{label((table, name))}: {refused}"
            yield Finding.error(refused.rule, (table, name), message, refused.hint)
    for added, fault in faults(ledger, fit, circumstances):
        table, name = HOMES[type(added)].table, drafted.get(added.id, added.id)
        message = fault.message.replace(label((table, added.id)), label((table, name)), 1)
        yield replace(fault, where=(table, name, *fault.where[2:]), message=message)

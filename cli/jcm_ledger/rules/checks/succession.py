"""What takes the place of what: commitments that supersede others, bodies that succeed others.

Also the parts of a commitment, as these name each other the same way.
"""

from collections.abc import Callable, Iterator, Mapping

from jcm_ledger.errors import all_of
from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Commitment, Ledger
from jcm_ledger.model.naming import reached
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.references import REFERENCES, declared
from jcm_ledger.rules.ownership import heirs
from jcm_ledger.rules.standing import Standing, standings

Links = Mapping[str, tuple[str, ...]]
"""What each table names, by its id."""


def superseding(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find commitments that supersede themselves, in a circle, or what was made later."""
    links = {name: each.superseded for name, each in ledger.commitments.items() if each.supersedes}
    yield from _circles("commitment", "supersedes", links)
    for name in links:
        new = ledger.commitments[name]
        for old in map(ledger.commitments.get, new.superseded):
            if old is not None and old.id != name and _is_made_before(ledger, new, old):
                yield Finding.error(
                    "supersedes-later",
                    ("commitment", name, "supersedes"),
                    f"commitment {name} supersedes {old.id}, which a later meeting made",
                    "only what an earlier meeting made, or the same one, can be superseded",
                    name,
                )


def _is_made_before(ledger: Ledger, new: Commitment, old: Commitment) -> bool:
    """Return whether the meeting of one is over before that of the other begins, for certain."""
    ours, theirs = ledger.meetings.get(new.meeting), ledger.meetings.get(old.meeting)
    for meeting in (ours, theirs):
        if meeting is None or (meeting.held is None and meeting.expected is None):
            return False
    return bool(ours and theirs and ours.made.last < theirs.made.first)


def succeeding(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find bodies that succeed themselves, in a circle, or a body of another side."""
    links = {name: body.predecessors for name, body in ledger.organisations.items()}
    yield from _circles("organisation", "succeeds", links)
    for name, body in ledger.organisations.items():
        for old in map(ledger.organisations.get, body.predecessors):
            if old is not None and old.side != body.side:
                yield Finding.error(
                    "succeeds-other-side",
                    ("organisation", name, "succeeds"),
                    f"organisation {name} succeeds {old.id}, which is of another side",
                    'hand its commitments over in the journal: by = "committee", owners = […]',
                )


def several_successors(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """Find bodies that several succeed and that own something open: nothing moves by itself."""
    several = {old: found for old, found in heirs(ledger).items() if len(found) > 1}
    if not several:
        return
    for row in _rows(ledger, circumstances):
        for old in several.keys() & set(row.owners) if row.open else ():
            names = all_of([body.id for body in several[old]])
            name = row.commitment.id
            yield Finding.warning(
                "several-successors",
                ("commitment", name, "owners"),
                f"commitment {name}: {names} succeed {old}, which owns it still",
                f'hand it over: jcm mark {name} --owners … --by committee --note "…"',
                name,
            )


def parts(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """Find parts of themselves or of parts, and open parts of what is closed."""
    links = {name: each.part_of for name, each in ledger.commitments.items() if each.part_of}
    if not links:
        return
    for name, whole in links.items():
        if whole == name or whole in links:
            why = "itself" if whole == name else f"{whole}, which is a part of {links[whole]}"
            yield Finding.error(
                "part-of-part",
                ("commitment", name, "part_of"),
                f"commitment {name} is a part of {why}",
                "a commitment may have parts, and these have none",
                name,
            )
    is_open = {row.commitment.id: row.open for row in _rows(ledger, circumstances)}
    for name, whole in links.items():
        if is_open.get(name) and is_open.get(whole) is False:
            yield Finding.warning(
                "open-part",
                ("commitment", name, "part_of"),
                f"commitment {name} is open, and {whole}, of which it is a part, is closed",
                "put on file what became of the part, or that the whole is open",
                name,
            )


def _rows(ledger: Ledger, circumstances: Circumstances) -> list[Standing]:
    """Return the standings today, none of a ledger that cannot be used."""
    ids = declared(ledger)
    if any(True for rule in REFERENCES for _finding in rule(ledger, ids)):
        return []
    return standings(ledger, circumstances.today)


def _circles(table: str, key: str, links: Links) -> Iterator[Finding]:
    """Yield an error for each table from which a way of names leads back to itself."""
    for name in links:
        if name in reached(name, lambda of: links.get(of, ())):
            yield Finding.error(
                "circle",
                (table, name, key),
                f"{table} {name}: {key} leads back to {name}",
                "leave out one of the two: nothing takes its own place",
                name if table == "commitment" else None,
            )


CHECKS: tuple[Callable[[Ledger, Circumstances], Iterator[Finding]], ...] = (
    superseding,
    succeeding,
    several_successors,
    parts,
)

"""What may be added as a new table: a commitment, a meeting, a body."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from jcm_ledger.errors import RefusedCommitment, RefusedTable
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import Commitment, Ledger, Meeting, Organisation
from jcm_ledger.model.text import ID_HINT, folded, is_id
from jcm_ledger.rules.checks import references, succession, tables
from jcm_ledger.rules.checks.circumstances import Circumstances

Addition = Commitment | Meeting | Organisation

_ALSO_REFUSED = ("control-character", "no-owner")


class Home(NamedTuple):
    """Where a ledger keeps the tables of a kind: their name in the file, and the field."""

    table: str
    field: str
    refusal: type[RefusedTable] = RefusedTable


HOMES: Mapping[type[Addition], Home] = {
    Commitment: Home("commitment", "commitments", RefusedCommitment),
    Meeting: Home("meeting", "meetings"),
    Organisation: Home("organisation", "organisations"),
}


def with_table(ledger: Ledger, added: Addition) -> Ledger:
    """Return a ledger with one more table at the end of its kind."""
    field = HOMES[type(added)].field
    return replace(ledger, **{field: {**getattr(ledger, field), added.id: added}})


def refuse_id(ledger: Ledger, kind: type[Addition], name: str) -> None:
    """Raise RefusedTable if the id looks like one that is taken, or is not one word."""
    table, field, refusal = HOMES[kind]
    if not is_id(name):
        raise refusal("bad-id", f'"{name}" is not an id', ID_HINT)
    for taken in getattr(ledger, field):
        if folded(taken) == folded(name):
            what = f'there is {_article(table)} {table} "{taken}" already'
            raise refusal("duplicate-id", what, "give the new one another id")


def refuse_unfit(ledger: Ledger, added: Addition, circumstances: Circumstances) -> None:
    """Raise RefusedTable if `check` would find fault with the table in this ledger."""
    refuse_id(ledger, type(added), added.id)
    for finding in unfit(ledger, added, circumstances):
        raise HOMES[type(added)].refusal(finding.code, finding.message, finding.hint)


def unfit(ledger: Ledger, added: Addition, circumstances: Circumstances) -> Iterator[Finding]:
    """Yield what `check` would find in the table that keeps it from being added to this ledger."""
    for finding in _faults(ledger, added, circumstances):
        if finding.severity is Severity.ERROR or finding.code in _ALSO_REFUSED:
            yield finding


def _faults(ledger: Ledger, added: Addition, circumstances: Circumstances) -> Iterator[Finding]:
    """Yield what is wrong with the table, leaving out the rest of the ledger."""
    table, field, _refusal = HOMES[type(added)]
    after = with_table(ledger, added)
    ids = references.declared(after)
    nothing: dict[str, object] = {home.field: {} for home in HOMES.values()}
    alone = replace(ledger, **{**nothing, "journal": (), field: {added.id: added}})
    for refers in references.REFERENCES:
        yield from _about(table, added, refers(alone, ids))
    for check in tables.CHECKS:
        yield from _about(table, added, check(alone, circumstances))
    for check in (succession.superseding, succession.succeeding, succession.parts):
        yield from _about(table, added, check(after, circumstances))


def _about(table: str, added: Addition, found: Iterator[Finding]) -> Iterator[Finding]:
    return (finding for finding in found if finding.where[:2] == (table, added.id))


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeio" else "a"

"""What may be added as a new table: a commitment, a meeting, a body, a column of one's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from jcm_ledger.errors import RefusedCommitment, RefusedTable
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import Commitment, Ledger, Meeting, Organisation, OwnColumn
from jcm_ledger.model.text import ID_HINT, folded, is_id
from jcm_ledger.rules.checks import references, succession, tables
from jcm_ledger.rules.checks.circumstances import Circumstances

Addition = Commitment | Meeting | Organisation | OwnColumn

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
    OwnColumn: Home("field", "columns"),
}


def with_table(ledger: Ledger, added: Addition) -> Ledger:
    """Return a ledger with one more table at the end of its kind."""
    return with_tables(ledger, (added,))


def with_tables(ledger: Ledger, added: Iterable[Addition]) -> Ledger:
    """Return a ledger with more tables, each at the end of its kind."""
    fields: dict[str, dict[str, Addition]] = {}
    for each in added:
        field = HOMES[type(each)].field
        fields.setdefault(field, dict(getattr(ledger, field)))[each.id] = each
    return replace(ledger, **fields)


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
    for _table, finding in faults(ledger, (added,), circumstances):
        raise HOMES[type(added)].refusal(finding.code, finding.message, finding.hint)


def faults(
    ledger: Ledger, added: Sequence[Addition], circumstances: Circumstances
) -> Iterator[tuple[Addition, Finding]]:
    """Yield why tables may not be added together, leaving out what is wrong with the rest.

    Whether their ids are free is asked of `refuse_id`.
    """
    new: dict[tuple[object, ...], Addition] = {
        (HOMES[type(each)].table, each.id): each for each in added
    }
    for finding in _findings(ledger, added, circumstances):
        about = new.get(finding.where[:2])
        refused = finding.severity is Severity.ERROR or finding.code in _ALSO_REFUSED
        if about is not None and refused:
            yield about, finding


def _findings(
    ledger: Ledger, added: Sequence[Addition], circumstances: Circumstances
) -> Iterator[Finding]:
    """Yield what is found in the new tables, and in what they take the place or are a part of."""
    after = with_tables(ledger, added)
    ids = references.declared(after)
    alone = with_tables(replace(ledger, **_NOTHING), added)
    for refers in references.REFERENCES:
        yield from refers(alone, ids)
    for check in tables.CHECKS:
        yield from check(alone, circumstances)
    for check in (succession.superseding, succession.succeeding, succession.parts):
        yield from check(after, circumstances)


_NOTHING: Mapping[str, object] = {
    "meetings": {}, "organisations": {}, "commitments": {}, "journal": (),
}  # fmt: skip
"""What is left out of a ledger to look at new tables alone; its columns say what values mean."""


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeio" else "a"

"""What can be wrong with the tables that people write, and with the texts of every table."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict, astuple

from jcm_ledger.model.finding import Finding, Where, label
from jcm_ledger.model.ledger import Commitment, Deadline, Ledger
from jcm_ledger.model.naming import tables
from jcm_ledger.model.period import is_period
from jcm_ledger.model.text import ID_HINT, is_blank, is_id, steering
from jcm_ledger.rules.checks.circumstances import Circumstances

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "committee": ("name",),
    "organisation": ("name",),
    "commitment": ("title",),
}
"""The texts that people read a table by: they may not be blank."""


def duplicate_owners(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find commitments that name an owner twice."""
    for name, commitment in ledger.commitments.items():
        if len(set(commitment.owners)) == len(commitment.owners):
            continue
        for owner in sorted({o for o in commitment.owners if commitment.owners.count(o) > 1}):
            yield Finding.error(
                "duplicate-owner",
                ("commitment", name, "owners"),
                f"commitment {name}: {owner} is named twice among its owners",
                "name it once",
                name,
            )


def bad_ids(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find ids that cannot be typed as one word of a command."""
    names: dict[str, Iterable[str]] = {
        "meeting": ledger.meetings,
        "organisation": ledger.organisations,
        "commitment": ledger.commitments,
        "field": ledger.columns,
    }
    for table, ids in names.items():
        for name in ids:
            if not is_id(name):
                yield Finding.error(
                    "bad-id",
                    (table, name),
                    f'{table} "{name}": an id is one word that starts with a letter or digit',
                    ID_HINT,
                )
    for name in filter(is_period, ledger.meetings):
        yield Finding.error(
            "bad-id",
            ("meeting", name),
            f'meeting "{name}": a deadline of this name would be the period',
            "give it another id, such as jcm-12",
        )


def blank_texts(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find texts that are needed and say nothing: names, titles and sides."""
    for where, record in tables(ledger):
        for key in REQUIRED.get(str(where[0]), ()):
            if is_blank(getattr(record, key)):
                yield _blank((*where, key))
    if any(map(is_blank, ledger.committee.sides)):
        yield _blank(("committee", "sides"))


def _blank(where: Where) -> Finding:
    *table, key = where
    name = str(where[1]) if where[0] == "commitment" else None
    message = f"{label(tuple(table))}: {key} is blank"
    return Finding.error("blank-text", where, message, f'say it in words: {key} = "…"', name)


def unnamed_bodies(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find bodies that nothing names."""
    named = {owner for commitment in ledger.commitments.values() for owner in commitment.owners}
    named |= {entry.by or "" for entry in ledger.journal}
    named |= {entry.on_behalf_of or "" for entry in ledger.journal}
    named |= {owner for entry in ledger.journal if entry.owners for owner in entry.owners}
    named |= {old for body in ledger.organisations.values() for old in body.predecessors}
    named |= {body.part_of for body in ledger.organisations.values() if body.part_of}
    for name, body in ledger.organisations.items():
        if name not in named and named.isdisjoint(body.predecessors):
            yield Finding.warning(
                "unnamed-organisation",
                ("organisation", name),
                f"organisation {name} owns nothing and reports nothing",
                "remove it, or name it where it belongs",
            )


def no_owners(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find commitments without an owner."""
    for name, commitment in ledger.commitments.items():
        if not commitment.owners:
            yield Finding.warning(
                "no-owner",
                ("commitment", name, "owners"),
                f"commitment {name} has no owner",
                "name the bodies that answer for it",
                name,
            )


def columns(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find columns of a name that is a key already, and values that a column does not list."""
    for name in ledger.columns.keys() & {*Commitment.__struct_fields__}:
        yield Finding.error(
            "bad-field",
            ("field", name),
            f'field {name}: a commitment has a key "{name}" already',
            "give the column another id",
        )
    for column in ledger.columns.values():
        for name, commitment in ledger.commitments.items() if column.values else ():
            value = commitment.fields.get(column.id)
            if value is not None and value not in column.values:
                yield Finding.error(
                    "bad-field",
                    ("commitment", name, column.id),
                    f'commitment {name}: {column.id} "{value}" is not one of its values',
                    f"they are: {', '.join(column.values)}",
                    name,
                )


def control_characters(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find characters in text that steer a terminal or reorder a line instead of being read."""
    for where, record in tables(ledger):
        yield from steering_texts(where, record)


def steering_texts(where: Where, record: Struct, name: str = "") -> Iterator[Finding]:
    """Find characters that steer in the texts of one table, its id included.

    `name` is what to call the table if it is not on file yet.
    """
    if _is_printable(record):  # what steers is not: one question for a whole table
        return
    for key, text in _texts(record):
        if found := steering(text):
            codes = ", ".join(f"U+{ord(character):04X}" for character in found)
            place = (*where, key)
            yield Finding.warning(
                "control-character",
                place,
                f"{name or label(place)}: {key} holds control characters: {codes}",
                "remove them; output shows them as escapes",
            )


def _texts(record: Struct) -> Iterator[tuple[str, str]]:
    """Yield every text of a table with its key, its id included."""
    for key, value in asdict(record).items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, (tuple, dict)):
            for text in value.values() if isinstance(value, dict) else value:
                yield key, text
        elif isinstance(value, Deadline):
            yield key, str(value)


def _is_printable(record: Struct) -> bool:
    """Return whether every text of a table is printable, as what steers never is.

    Walks the values without their keys, for `_texts` takes nearly twice as long.
    """
    texts: list[str] = []
    for value in astuple(record):
        if value is None:
            continue
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, tuple):
            texts += value
        elif isinstance(value, dict):
            texts += value.values()
        elif isinstance(value, Deadline):
            texts.append(str(value))
    return "".join(texts).isprintable()


CHECKS: tuple[Callable[[Ledger, Circumstances], Iterator[Finding]], ...] = (
    duplicate_owners,
    bad_ids,
    blank_texts,
    unnamed_bodies,
    no_owners,
    columns,
    control_characters,
)

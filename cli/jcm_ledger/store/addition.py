"""Reading what was added to a ledger that was read before, without reading the rest again.

The old ledger and the text that was added make the new ledger under conditions, each needed;
anything else is read whole, so that lines and numbers in messages are the file's.
"""

import re
from collections.abc import Iterable
from typing import Any

import tomli
from msgspec.structs import replace

from jcm_ledger.model.ledger import Commitment, Entry, Ledger
from jcm_ledger.rules.checks import references
from jcm_ledger.store.faults import faultless
from jcm_ledger.store.reading import spelled
from jcm_ledger.store.text import BYTE_ORDER_MARK, byte_order_mark, may_end_conflict

_BEFORE_HEADERS = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*\[")
"""Nothing but blank lines and comments, then a header: no key stands before the first one."""

_BEGINNING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*\[(?:\[|[ \t]*commitment[ \t]*\.)")
"""Blank lines and comments, then the header of an entry or of a commitment."""

_ENDS_A_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
"""What may follow a last line without its newline: blanks or a comment."""


def read(old: bytes, ledger: Ledger, new: bytes) -> Ledger | None:
    """Return the ledger that `new` holds, None where that takes reading it whole.

    `new` begins with the bytes `old`, which were read to `ledger` without an error. What was added
    may be entries and commitments, and nothing may be wrong with them.
    """
    rest = _text(old, new[len(old) :])
    if rest is None:
        return None
    try:
        document = tomli.loads(rest)
    except (ValueError, RecursionError):  # TOMLDecodeError is a ValueError
        return None
    if not document.keys() <= {"progress", "commitment"}:
        return None
    commitments = _commitments(ledger, document.get("commitment", {}))
    entries = _entries(ledger, document.get("progress", []))
    if commitments is None or entries is None:
        return None
    return _sound(ledger, commitments, entries)


def _text(old: bytes, added: bytes) -> str | None:
    """Return the text of what was added, None if it cannot be understood by itself."""
    try:
        rest = added.decode()
    except UnicodeDecodeError:
        return None
    follows = old.endswith(b"\n") or not old or _ENDS_A_LINE.match(rest)
    apart = _BEFORE_HEADERS.match(old.removeprefix(byte_order_mark(old)))
    if not (follows and apart and _BEGINNING.match(rest)):
        return None
    if may_end_conflict(rest) or BYTE_ORDER_MARK in rest:
        return None
    return rest


def _commitments(ledger: Ledger, tables: Any) -> dict[str, Commitment] | None:  # noqa: ANN401 - TOML
    if not isinstance(tables, dict) or not ledger.commitments.keys().isdisjoint(tables):
        return None
    records = faultless(Commitment, [*tables.values()], [*tables])
    return None if records is None else {record.id: record for record in records}


def _entries(ledger: Ledger, tables: Any) -> tuple[Entry, ...] | None:  # noqa: ANN401 - likewise
    if not isinstance(tables, list):
        return None
    records = faultless(Entry, tables)
    return None if records is None else spelled(records, ledger.organisations)


def _sound(
    ledger: Ledger, commitments: dict[str, Commitment], entries: Iterable[Entry]
) -> Ledger | None:
    """Return the ledger with what was added, None if a name in it is unknown or taken."""
    after = replace(
        ledger,
        commitments={**ledger.commitments, **commitments},
        journal=(*ledger.journal, *entries),
    )
    ids = references.declared(after)
    alone = replace(
        ledger,
        organisations={},
        commitments=commitments,
        journal=after.journal[len(ledger.journal) :],
    )
    checks = [references.unknown_names(alone, ids)]
    checks += [references.duplicate_ids(after, ids)] if commitments else []
    return None if any(True for check in checks for _finding in check) else after

"""What can be done to a ledger's bytes: entries and tables added, the last entry taken back.

Each returns a Draft for `store.writing.write`; all other bytes stay as they are.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.errors.undo import NothingToUndo
from jcm_ledger.model.ledger import Entry
from jcm_ledger.rules.additions import HOMES, Addition
from jcm_ledger.rules.additions import with_tables as ledger_with
from jcm_ledger.store import toml
from jcm_ledger.store.lines import Lines, statements
from jcm_ledger.store.text import byte_order_mark, decode, newline, with_newlines
from jcm_ledger.store.writing import Current, Draft

_BLANK_LINE_AT_END = re.compile(r"(?<=\n)\r?\n\Z")


def with_entries(current: Current, entries: Sequence[Entry]) -> Draft:
    """Add entries at the end; raise CannotWrite if the journal is written so that none can be."""
    _refuse_closed_journal(current)
    ledger = current.ledger
    return Draft(
        _appended(current.data, toml.entries(entries)),
        replace(ledger, journal=(*ledger.journal, *entries)),
    )


def with_tables(current: Current, added: Sequence[Addition]) -> Draft:
    """Add tables at the end, in this order; none change nothing."""
    if not added:
        return Draft(current.data, current.ledger)
    text = "\n".join(toml.table(HOMES[type(each)].table, each) for each in added)
    return Draft(_appended(current.data, text), ledger_with(current.ledger, added))


def with_both(current: Current, added: Sequence[Addition], entries: Sequence[Entry]) -> Draft:
    """Add tables at the end, then entries; raise CannotWrite as `with_entries`."""
    draft = with_tables(current, added) if added else Draft(current.data, current.ledger)
    if not entries:
        return draft
    return with_entries(Current(current.name, draft.data, draft.meant), entries)


def without_last_entry(current: Current) -> Draft:
    """Take the last entry away; raise NothingToUndo if it is not the last thing in the file."""
    text = decode(current.data)
    start = _start_of_last_entry(current.name, text)
    kept = _BLANK_LINE_AT_END.sub("", text[:start])  # the blank line came with the entry
    ledger = current.ledger
    data = byte_order_mark(current.data) + kept.encode()
    return Draft(data, replace(ledger, journal=ledger.journal[:-1]))


def _start_of_last_entry(name: str, text: str) -> int:
    every = list(statements(text))
    last_header = next((statement for statement in reversed(every) if statement.header), None)
    if last_header is None or last_header.where[0] != "progress":
        table = " ".join(map(str, last_header.where[:2])) if last_header else "no table"
        raise NothingToUndo(name, f"the last thing in it is {table}, not an entry")
    if text[every[-1].end :].strip():
        raise NothingToUndo(name, "something was written after the last entry")
    entry = last_header.where[:2]
    start = next(
        statement.start for statement in every if statement.array and statement.where == entry
    )
    if any(statement.start >= start and statement.where[:2] != entry for statement in every):
        raise NothingToUndo(name, "another table was written between its lines")
    return start


def _appended(old: bytes, tables: str) -> bytes:
    """Return the bytes with tables at the end, a blank line before, newlines as in the file."""
    separator = "\n" if old.endswith(b"\n") or not old else "\n\n"
    return old + with_newlines(separator + tables, newline(old)).encode()


def _refuse_closed_journal(current: Current) -> None:
    """Raise CannotWrite if the journal is written as a value, which no `[[progress]]` can follow.

    `progress = []` and `progress = [{…}]` read well until a table is added. They can stand only
    before the first header; any other spelling was refused when the ledger was read.
    """
    text = decode(current.data)
    for statement in takewhile(lambda each: not each.header, statements(text)):
        if statement.where == ("progress",):
            line = Lines(text).of(statement.where)
            raise CannotWrite(
                current.name,
                f"the journal at line {line} is written as one value, which nothing can follow",
                "write each entry as a table of its own, headed [[progress]]",
            )

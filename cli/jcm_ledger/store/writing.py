"""Adding to a ledger: the old bytes plus new bytes at the end, and nothing else."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import filelock
from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.errors import CannotWrite, InvalidLedger, LockedLedger, ReadOnlyLedger
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.store import toml
from jcm_ledger.store.files import replace_file
from jcm_ledger.store.lines import Lines, statements
from jcm_ledger.store.reading import decode, parse
from jcm_ledger.store.source import Source

Compose = Callable[[Ledger], Sequence[Entry]]
"""Given the ledger as it is once the lock is held, returns the entries to add."""

LOCK_SECONDS = 10
_ATTEMPTS = 100


class Change(Struct, frozen=True):
    """A ledger before and after `entries` were added, and the bytes that were."""

    before: Ledger
    after: Ledger
    entries: tuple[Entry, ...]
    added: bytes


def add_entries(source: Source, compose: Compose) -> Change:
    """Append the entries that `compose` returns to the ledger's file.

    What is written was read back and compared first. Raise ReadOnlyLedger, LockedLedger,
    CannotRead, InvalidLedger, CannotWrite or what `compose` raises; then the file is as it was.
    """
    if source.path is None:
        raise ReadOnlyLedger
    with _locked(source.path, source.name):
        for _attempt in range(_ATTEMPTS):
            old = source.read()
            change = _change(old, compose, source.name)
            if source.read() == old:  # an editor, which takes no lock, may have saved meanwhile
                replace_file(source.path, old + change.added, source.name)
                return change
    raise CannotWrite(source.name, "another program keeps changing it", "close it and try again")


def preview(source: Source, compose: Compose) -> Change:
    """Return the change that `add_entries` would make; raise what it would."""
    if source.path is None:
        raise ReadOnlyLedger
    return _change(source.read(), compose, source.name)


def _change(old: bytes, compose: Compose, name: str) -> Change:
    before = parse(old, name)
    entries = tuple(compose(before))
    added = _addition(old, toml.entries(entries))
    try:
        after = parse(old + added, name)
    except InvalidLedger as failure:
        raise _closed_journal(old, name) or failure from None
    if after != replace(before, journal=(*before.journal, *entries)):
        raise CannotWrite(name, "the new entry would not read back as it was meant")
    return Change(before, after, entries, added)


def _addition(old: bytes, tables: str) -> bytes:
    """Return the tables as bytes to append, a blank line before, newlines as in the file."""
    newline = b"\r\n" if b"\r\n" in old[: old.find(b"\n") + 1] else b"\n"
    separator = newline if old.endswith(b"\n") else newline * 2
    return separator + tables.encode().replace(b"\n", newline)


def _closed_journal(old: bytes, name: str) -> CannotWrite | None:
    """Return why no `[[progress]]` can follow, if the file writes its journal another way."""
    text = decode(old)
    for statement in statements(text):
        if statement.where[:1] == ("progress",) and not (statement.array or statement.where[1:]):
            line = Lines(text).of(statement.where)
            return CannotWrite(
                name,
                f"the journal at line {line} is written as one value, which nothing can follow",
                "write each entry as a table of its own, headed [[progress]]",
            )
    return None


@contextmanager
def _locked(path: Path, name: str) -> Iterator[None]:
    """Hold the lock of the ledger, whatever link it was reached by.

    The lock file stays: removing it would let two writers hold two locks.
    """
    lock = filelock.FileLock(f"{path.resolve()}.lock", timeout=LOCK_SECONDS)
    try:
        with lock:
            yield
    except filelock.Timeout:
        raise LockedLedger(name, LOCK_SECONDS) from None
    except PermissionError as error:
        raise CannotWrite(name, (error.strerror or str(error)).lower()) from None

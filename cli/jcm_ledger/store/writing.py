"""The one way a ledger is written: under its lock, compared before, whole or not at all."""

import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from jcm_ledger.errors import InvalidLedger, ReadOnlyLedger
from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.store import cache
from jcm_ledger.store.claim import claimed
from jcm_ledger.store.files import replace_file, sweep, wait_until_there
from jcm_ledger.store.loading import read_back, recall
from jcm_ledger.store.lock import Held, locked
from jcm_ledger.store.source import Source

PATIENCE_SECONDS = 5.0
PAUSE_SECONDS = 0.02
"""For how long to wait until another program has done with the file, and how often to look."""


class Current(Struct, frozen=True):
    """A ledger as it is while its lock is held: its name, its bytes, and the ledger they hold."""

    name: str
    data: bytes
    ledger: Ledger


class Draft(Struct, frozen=True):
    """The bytes that are to take the place of a ledger's, and the ledger they are meant to hold."""

    data: bytes
    meant: Ledger


MakeDraft = Callable[[Current], Draft]
"""Given the ledger as it is, returns the draft of what it is to become; raises LedgerError to
refuse."""


class Change(Struct, frozen=True):
    """A ledger before and after a write."""

    before: Ledger
    after: Ledger
    old: bytes
    new: bytes

    @property
    def added(self) -> str:
        """The text that was added at the end."""
        return self.new[len(self.old) :].decode()

    @property
    def removed(self) -> str:
        """The text that was taken away from the end."""
        return self.old[len(self.new) :].decode()


def write(source: Source, edit: MakeDraft) -> Change:
    """Put what `edit` makes of the ledger in its place.

    What is written was read back and compared with what was meant. If another program saves the
    file meanwhile, `edit` is asked again. Raise ReadOnlyLedger, LockedLedger, CutOff, CannotRead,
    InvalidLedger, CannotWrite, or what `edit` raises; then the file is as it was.
    """
    if source.path is None:
        raise ReadOnlyLedger
    with locked(source.path, source.name) as held:
        if held.by_kernel:
            sweep(source.path, source.name)
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            change = _attempt(source, source.path, edit, held)
            if change is not None:
                cache.keep(change.new, change.after)
                return change
            held.let_through()
            if time.monotonic() > until:
                raise CannotWrite(
                    source.name,
                    "another program keeps changing it, or has it open for writing",
                    "close it there and try again",
                )
            time.sleep(PAUSE_SECONDS)


def _attempt(source: Source, path: Path, edit: MakeDraft, held: Held) -> Change | None:
    """Return the change that was written, None if another program changed the file meanwhile.

    What takes long is done before the claim is held, and again if somebody else was faster.
    """
    change = _made(source, path, edit)
    with claimed(path, source.name, held):
        if change is not None and source.read() != change.old:
            change = _made(source, path, edit)
        if change is None or not replace_file(path, change.new, source.name, expected=change.old):
            return None
        return change


def _made(source: Source, path: Path, edit: MakeDraft) -> Change | None:
    """Return the change to the ledger as it is now, None if it was read while being saved."""
    wait_until_there(path)
    old = source.read()
    try:
        return _change(source.name, old, edit)
    except InvalidLedger:
        if source.read() == old:
            raise
        return None


def preview(source: Source, edit: MakeDraft) -> Change:
    """Return the change that `write` would make; raise what it would."""
    if source.path is None:
        raise ReadOnlyLedger
    return _change(source.name, source.read(), edit)


def _change(name: str, old: bytes, edit: MakeDraft) -> Change:
    before = recall(old, name)
    draft = edit(Current(name, old, before))
    try:
        after = read_back(draft.data, name, old, before)
    except InvalidLedger as invalid:
        raise CannotWrite(
            name,
            f"with the change it would no longer be a ledger: {invalid.problems[0]}",
            "a table that is written as one value cannot be added to: head each [commitment.ID] "
            "and each [[progress]]",
        ) from None
    if after != draft.meant:
        raise CannotWrite(name, "the change would not read back as it was meant")
    return Change(before, after, old, draft.data)

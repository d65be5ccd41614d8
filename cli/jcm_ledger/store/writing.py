"""The one way a ledger is written: under its lock, compared before, whole or not at all."""

import platform
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from os import getpid
from pathlib import Path

import filelock
from msgspec import Struct

from jcm_ledger.errors import CannotWrite, InvalidLedger, LockedLedger, ReadOnlyLedger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.store import cache
from jcm_ledger.store.files import replace_file, sweep
from jcm_ledger.store.reading import parse, recall
from jcm_ledger.store.source import Source, behind_links

_WAITS = ((1.0, 0.08), (2.0, 0.04), (3.0, 0.02), (4.0, 0.01))
"""For how many seconds to wait for the lock, and how often to look: the longer somebody has waited
the more often, so that in a crowd everybody's turn comes."""
_READ_AND_WRITE = 0o666
_ATTEMPTS = 100
_INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)


class Current(Struct, frozen=True):
    """A ledger as it is while its lock is held: what it is called, its bytes, what they say."""

    name: str
    data: bytes
    ledger: Ledger


class Draft(Struct, frozen=True):
    """The bytes that are to take the place of a ledger's, and what they are meant to say."""

    data: bytes
    meant: Ledger


Edit = Callable[[Current], Draft]
"""Given the ledger as it is, returns what it is to become; refuses by raising LedgerError."""


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


def write(source: Source, edit: Edit) -> Change:
    """Put what `edit` makes of the ledger in its place.

    What is written was read back and compared with what was meant. If another program saves the
    file meanwhile, `edit` is asked again. Raise ReadOnlyLedger, LockedLedger, CannotRead,
    InvalidLedger, CannotWrite, or what `edit` raises; then the file is as it was.
    """
    if source.path is None:
        raise ReadOnlyLedger
    with _locked(source.path, source.name):
        sweep(source.path)
        for _attempt in range(_ATTEMPTS):
            old = source.read()
            try:
                change = _change(source.name, old, edit)
            except InvalidLedger:
                if source.read() == old:
                    raise
                continue  # it was read while an editor was saving it
            if replace_file(source.path, change.new, source.name, expected=old):
                cache.keep(change.new, change.after)
                return change
    raise CannotWrite(
        source.name,
        "another program keeps changing it, or has it open for writing",
        "close it there and try again",
    )


def preview(source: Source, edit: Edit) -> Change:
    """Return the change that `write` would make; raise what it would."""
    if source.path is None:
        raise ReadOnlyLedger
    return _change(source.name, source.read(), edit)


def _change(name: str, old: bytes, edit: Edit) -> Change:
    before = recall(old, name)
    draft = edit(Current(name, old, before))
    try:
        after = parse(draft.data, name)
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


@contextmanager
def _locked(path: Path, name: str) -> Iterator[None]:
    """Hold the lock of the ledger, whatever link it was reached by.

    The lock file stays: removing it would let two writers hold two locks. It says who held it
    last, for the error of who waits in vain.
    """
    target = behind_links(path)
    file = Path(f"{target}.lock")
    try:
        mode = target.stat().st_mode & _READ_AND_WRITE  # who may write the one may lock the other
        held = _acquired(filelock.FileLock(file, mode=mode))
    except filelock.Timeout:
        raise LockedLedger(name, round(sum(wait for wait, _ in _WAITS)), _holder(file)) from None
    except OSError as error:
        reason = f"its lock {file.name} cannot be taken: {(error.strerror or str(error)).lower()}"
        raise CannotWrite(name, reason) from None
    with _undisturbed(), held:
        with suppress(OSError):
            file.write_text(f"process {getpid()} on {platform.node()}\n", encoding="utf-8")
        yield


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ignore Ctrl-C and SIGTERM: what they would stop is done, or refused, in a moment.

    So who interrupts jcm before has changed nothing, and who is too late is told what was done.
    """
    try:
        before = {each: signal.signal(each, signal.SIG_IGN) for each in _INTERRUPTIONS}
    except ValueError:  # outside the main thread, which is the one they come to
        before = {}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _acquired(lock: filelock.BaseFileLock) -> AbstractContextManager[object]:
    """Return the lock, held until the context ends; raise filelock.Timeout."""
    *waits, (last_wait, last_interval) = _WAITS
    for seconds, interval in waits:
        with suppress(filelock.Timeout):
            return lock.acquire(timeout=seconds, poll_interval=interval)
    return lock.acquire(timeout=last_wait, poll_interval=last_interval)


def _holder(lock: Path) -> str:
    """Return who says to hold the lock, "" if nobody does."""
    with suppress(OSError, UnicodeDecodeError):
        return lock.read_text(encoding="utf-8").strip()
    return ""

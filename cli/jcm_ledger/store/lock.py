"""The lock of a ledger: one writer at a time, whom nothing stops half-way."""

import os
import platform
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import filelock

from jcm_ledger.errors import CannotWrite, LockedLedger, typed
from jcm_ledger.store.source import behind_links

_WAITS = ((1.0, 0.08), (2.0, 0.04), (3.0, 0.02), (4.0, 0.01))
"""For how many seconds to wait for the lock, and how often to look: the longer somebody has waited
the more often, so that in a crowd everybody's turn comes."""

_READ_AND_WRITE = 0o666
_OURS = 0o600
_INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)
_LONGEST_HOLDER = 80


@contextmanager
def locked(path: Path, name: str) -> Iterator[Callable[[], None]]:
    """Hold the lock of the ledger, whatever link it was reached by, and interruptions back.

    What it yields lets through what came of Ctrl-C and SIGTERM so far. What comes after the last
    call came too late: it is dropped, and who sent it is told what was done. The lock file stays:
    removing it would let two writers hold two locks. It says who held it last, for the error of
    who waits in vain. Raise LockedLedger or CannotWrite.
    """
    target = behind_links(path)
    file = Path(f"{target}.lock")
    try:
        status = target.stat()
        mode = status.st_mode & _READ_AND_WRITE | _OURS  # who may write the one may lock the other
        held = _acquired(filelock.FileLock(file, mode=mode))
    except filelock.Timeout:
        raise LockedLedger(name, round(sum(wait for wait, _ in _WAITS)), _holder(file)) from None
    except OSError as error:
        reason = f"its lock {file.name} cannot be taken: {(error.strerror or str(error)).lower()}"
        beside = Path(name).with_name(file.name)
        hint = (
            f"whoever made it can let you: chmod g+rw {typed(str(beside))}"
            if file.exists()
            else f"whoever the folder belongs to can let you: chmod g+w {typed(str(beside.parent))}"
        )
        raise CannotWrite(
            name, reason, hint if isinstance(error, PermissionError) else ""
        ) from None
    with _held_back() as let_through, held:
        _share(file, mode, status.st_gid)
        with suppress(OSError):
            file.write_text(f"process {os.getpid()} on {platform.node()}\n", encoding="utf-8")
        yield let_through


def _acquired(lock: filelock.BaseFileLock) -> AbstractContextManager[object]:
    """Return the lock, held until the context ends; raise filelock.Timeout."""
    *waits, (last_wait, last_interval) = _WAITS
    for seconds, interval in waits:
        with suppress(filelock.Timeout):
            return lock.acquire(timeout=seconds, poll_interval=interval)
    return lock.acquire(timeout=last_wait, poll_interval=last_interval)


def _share(file: Path, mode: int, group: int) -> None:
    """Give the lock the group and the mode of the ledger, as far as that is allowed."""
    if os.name == "posix":
        with suppress(OSError):
            os.chown(file, -1, group)
        with suppress(OSError):
            file.chmod(mode)


@contextmanager
def _held_back() -> Iterator[Callable[[], None]]:
    """Hold Ctrl-C and SIGTERM back until what is yielded is called, or for good."""
    came: list[int] = []
    before: dict[signal.Signals, signal._HANDLER] = {}

    def restore() -> None:
        for each, handler in before.items():
            signal.signal(each, handler or signal.SIG_DFL)

    def let_through() -> None:
        if came:
            restore()
            signal.raise_signal(came[0])

    with suppress(ValueError):  # outside the main thread, which is the one they come to
        for each in _INTERRUPTIONS:
            before[each] = signal.signal(each, lambda number, _frame: came.append(number))
    try:
        yield let_through
    finally:
        restore()


def _holder(lock: Path) -> str:
    """Return who says to hold the lock, "" if nobody does."""
    with suppress(OSError, UnicodeDecodeError):
        return lock.read_text(encoding="utf-8").partition("\n")[0][:_LONGEST_HOLDER]
    return ""

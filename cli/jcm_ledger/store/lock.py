"""The lock of a ledger: one writer at a time, who finishes before Ctrl-C is heard."""

import errno
import os
import platform
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import filelock
from msgspec import Struct

from jcm_ledger.errors import typed
from jcm_ledger.errors.files import CannotWrite, LockedLedger
from jcm_ledger.store.access import Access, access_of, give
from jcm_ledger.store.files import as_cannot_write, refuse_unwritable, wait_until_there
from jcm_ledger.store.interruptions import held_back
from jcm_ledger.store.source import behind_links

PATIENCE_SECONDS = 10.0
PAUSE_SECONDS = 0.02
"""For how long to wait for the lock, and how often to look."""

AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How to open a file that may be a link or a pipe by now."""

_READ_AND_WRITE = 0o666
_OURS = 0o600
_SIGNATURE = re.compile(rb"process \d+ on [^\n]*\n?")
_LONGEST_SIGNATURE = 300
_LONGEST_HOLDER = 80
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


class Held(Struct, frozen=True):
    """A lock that is held.

    `let_through` delivers the Ctrl-C or SIGTERM that came so far. `by_kernel` is whether the file
    system has locks. If it has, the process of the same view that left a file here is dead.
    """

    let_through: Callable[[], None]
    by_kernel: bool = True


@contextmanager
def locked(path: Path, name: str) -> Iterator[Held]:
    """Hold the lock of the ledger, by whatever link it was reached; interruptions are held back.

    An interruption after the last `let_through` comes too late: it is dropped, and the output tells
    what was done. The lock file stays: removing it would let two writers hold two locks. It names
    its last holder, for the error of a writer that waits in vain. Raise LockedLedger or
    CannotWrite.
    """
    target = behind_links(path)
    file = Path(f"{target}.lock")
    with as_cannot_write(name):
        wait_until_there(target)
        refuse_unwritable(target, name)
        access = _of_lock(access_of(target))
    try:
        lock = _taken(file, access)
    except filelock.Timeout:
        raise LockedLedger(name, PATIENCE_SECONDS, _holder(file)) from None
    except OSError as error:
        raise _not_taken(name, file, error) from None
    with held_back() as let_through:
        try:
            with suppress(OSError):
                _sign(file, access)
            yield Held(let_through, by_kernel=lock is not None)
        finally:
            if lock is not None:
                with suppress(OSError):  # the end of the process releases it as well
                    lock.release(force=True)


def _taken(file: Path, access: Access) -> filelock.BaseFileLock | None:
    """Return the lock, which is held, None if the file system has no locks; raise OSError."""
    mode = access.at_first if access.acl else access.mode
    lock = filelock.FileLock(
        file, PATIENCE_SECONDS, mode, poll_interval=PAUSE_SECONDS, fallback_to_soft=False
    )
    try:
        lock.acquire()
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return None
        raise
    return lock


def _of_lock(ledger: Access) -> Access:
    """Return the access to the lock: who may write the ledger may lock it."""
    mode = ledger.mode & _READ_AND_WRITE | _OURS
    return Access(ledger.owner, ledger.group, mode, ledger.acl)


def _not_taken(name: str, file: Path, error: OSError) -> CannotWrite:
    reason = f"its lock {file.name} cannot be taken: {(error.strerror or str(error)).lower()}"
    hint = ""
    if not file.is_file() and os.path.lexists(file):
        hint = f"jcm locks with a file of that name: move what is there out of the way: {file.name}"
    elif isinstance(error, PermissionError):
        beside = Path(name).with_name(file.name)
        hint = (
            f"whoever made it can let you: chmod g+rw {typed(str(beside))}"
            if file.exists()
            else f"whoever the folder belongs to can let you: chmod g+w {typed(str(beside.parent))}"
        )
    return CannotWrite(name, reason, hint)


def _sign(file: Path, access: Access) -> None:
    """Write the holder into the lock; who may write the ledger may take it. Raise OSError.

    A file of somebody's that bears the lock's name is locked, and left as it is.
    """
    descriptor = os.open(file, os.O_RDWR | AS_IT_IS)
    with os.fdopen(descriptor, "r+b", buffering=0) as lock:
        status = os.fstat(descriptor)
        before = lock.read(_LONGEST_SIGNATURE)
        ours = not before or _SIGNATURE.fullmatch(before)
        if not ours or status.st_nlink != 1 or not stat.S_ISREG(status.st_mode):
            return
        lock.seek(0)
        lock.truncate()
        lock.write(f"process {os.getpid()} on {platform.node()}\n".encode())
        give(descriptor, access)


def _holder(lock: Path) -> str:
    """Return who signed the lock, "" if nobody did."""
    with suppress(OSError, UnicodeDecodeError):
        descriptor = os.open(lock, os.O_RDONLY | AS_IT_IS)
        with os.fdopen(descriptor, "rb") as file:
            first = file.read(_LONGEST_SIGNATURE).partition(b"\n")[0]
            if _SIGNATURE.fullmatch(first):
                return first.decode()[:_LONGEST_HOLDER]
    return ""

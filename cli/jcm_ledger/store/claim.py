"""The claim: a file beside a ledger that says who is replacing it, for all paths that lead there.

The kernel's lock is not enough. It is one for each file system: a process that reaches the ledger
through a bindfs mount or a network drive does not see the lock of one that reaches it directly. A
file that only one of them can create is seen by both.
"""

import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jcm_ledger.errors.files import LockedLedger
from jcm_ledger.store import lock
from jcm_ledger.store.files import as_cannot_write
from jcm_ledger.store.source import behind_links
from jcm_ledger.store.view import view_of

PATIENCE_WITH_BLANK_SECONDS = 2.0
"""How long a claim may stay blank: whoever makes one signs it at once."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_FOR_ALL_TO_READ = 0o644
_LONGEST = 200


@contextmanager
def claimed(path: Path, name: str, held: lock.Held) -> Iterator[None]:
    """Hold the claim to a ledger, whose lock is held already, while it is replaced.

    A claim made in the same view (see `view`) is of a dead process: a living one would hold the
    lock. A claim made in another view may be of a process at work, and is left alone. Raise
    LockedLedger or CannotWrite.
    """
    target = behind_links(path)
    with as_cannot_write(name):
        file = target.with_name(f".{target.name}.jcm-claim")
        view = view_of(target)
        descriptor = _made(file, view, name, held)
    try:
        yield
    finally:
        with suppress(OSError):
            if os.path.samestat(os.fstat(descriptor), file.lstat()):
                file.unlink()
        with suppress(OSError):
            os.close(descriptor)


def _made(file: Path, view: str, name: str, held: lock.Held) -> int:
    """Return the open file that is our claim, once there is no other; raise LockedLedger."""
    until = time.monotonic() + lock.PATIENCE_SECONDS
    blank_until = time.monotonic() + PATIENCE_WITH_BLANK_SECONDS
    while (descriptor := _signed(file, view)) is None:
        holder, now = _holder(file), time.monotonic()
        if holder != "":
            blank_until = now + PATIENCE_WITH_BLANK_SECONDS
        if held.by_kernel and (now > blank_until or (holder or "").endswith(view)):
            file.unlink(missing_ok=True)
        elif now > until:
            who, seconds = (holder or "").partition(",")[0], lock.PATIENCE_SECONDS
            raise LockedLedger(name, seconds, who, claim=os.path.relpath(file))
        else:
            held.let_through()
            time.sleep(lock.PAUSE_SECONDS)
    return descriptor


def _signed(file: Path, view: str) -> int | None:
    """Return a new claim, signed by this process; None if there is one already; raise OSError."""
    try:
        descriptor = os.open(file, _NEW, _FOR_ALL_TO_READ)
    except FileExistsError:
        return None
    try:
        os.write(descriptor, f"process {os.getpid()} on {platform.node()}, {view}".encode())
        with suppress(OSError, AttributeError):  # whatever the umask says; Windows has none
            os.fchmod(descriptor, _FOR_ALL_TO_READ)
        if os.path.samestat(os.fstat(descriptor), file.lstat()):
            return descriptor
    except BaseException:
        os.close(descriptor)
        file.unlink(missing_ok=True)
        raise
    os.close(descriptor)  # it was blank for so long that somebody took it away
    return None


def _holder(file: Path) -> str | None:
    """Return who signed a claim, "" if it is still blank, None if it is gone or cannot be read."""
    with suppress(OSError, UnicodeDecodeError):
        descriptor = os.open(file, os.O_RDONLY | lock.AS_IT_IS)
        try:
            return os.read(descriptor, _LONGEST).decode()
        finally:
            os.close(descriptor)
    return None

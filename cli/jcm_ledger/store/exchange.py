"""Exchanging two files in one step, so that what was replaced can be looked at and put back."""

import errno
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)


def exchange(first: Path, second: Path) -> None:
    """Let two files of one folder trade names; raise OSError and leave them as they were.

    Where the system cannot do that in one step, `second` is there all the same at every moment.
    """
    if not _in_one_step(os.fsencode(first), os.fsencode(second)):
        _in_three_steps(first, second)


def is_being_written(path: Path) -> bool:
    """Return whether a process has the file open for writing; False where that cannot be told.

    Linux grants a lease for reading only while nobody does: fcntl(2), F_SETLEASE.
    """
    if sys.platform != "linux":
        return False
    import fcntl  # noqa: PLC0415 - not every system has it

    descriptor = os.open(path, os.O_RDONLY)
    try:
        # Who opens the file in this moment makes the kernel send a signal: one that is ignored.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGCHLD)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(descriptor)
    return False


def _in_one_step(first: bytes, second: bytes) -> bool:
    import ctypes  # noqa: PLC0415 - only a write pays for it

    try:
        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            at = _AT_FDCWD
            return bool(system.renameat2(at, first, at, second, _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(system.renamex_np(first, second, _RENAME_SWAP) == 0)
    except (OSError, TypeError, AttributeError):  # an old or other C library
        pass
    return False


def _in_three_steps(first: Path, second: Path) -> None:
    spare = first.with_name(f"{first.name}.spare")
    try:
        try:
            spare.hardlink_to(second)
        except OSError:  # a file system without links
            shutil.copy2(second, spare)
        first.replace(second)
        spare.replace(first)
    except BaseException:
        with suppress(OSError):
            spare.unlink(missing_ok=True)
        raise

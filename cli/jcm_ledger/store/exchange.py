"""Exchanging two files in one step, so that what was replaced can be looked at and put back."""

import errno
import os
import signal
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)

_LEASES_OF_THEIR_OWN = frozenset({0x6969, 0xFF534D42, 0xFE534D42})
"""NFS and CIFS, as statfs(2) numbers them: they refuse a lease for reasons of the server's."""

_ROOM_FOR_STATFS = 512  # bytes, four times what any system needs


def exchanged(first: Path, second: Path) -> bool:
    """Exchange the names of two files of a folder in one step; return False if it is impossible.

    Then both are as they were.
    """
    import ctypes  # lazy import: only a write needs it

    names = os.fsencode(first), os.fsencode(second)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            at = _AT_FDCWD
            return bool(system.renameat2(at, names[0], at, names[1], _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, _RENAME_SWAP) == 0)
    except (OSError, TypeError, AttributeError):  # an old or other C library
        pass
    return False


def is_being_written(path: Path, idle: Path) -> bool:
    """Return whether a process has the file open for writing; False where that cannot be told.

    Linux grants a lease for reading only while nobody has the file open for writing (fcntl(2),
    F_SETLEASE). Nothing can be told if a lease is refused for `idle` too, a file of the same folder
    that nobody writes to.
    """
    return _refuses_lease(path) and not _is_remote(path) and not _refuses_lease(idle)


def _refuses_lease(path: Path) -> bool:
    if sys.platform != "linux":
        return False
    import fcntl  # not every system has it

    descriptor = os.open(path, os.O_RDONLY)
    try:
        # If another process opens the file, the kernel sends a signal: choose one that is ignored.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGCHLD)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(descriptor)
    return False


def _is_remote(path: Path) -> bool:
    """Return whether the file is on a drive whose server grants the leases."""
    import ctypes  # lazy import: only a write needs it

    answer = ctypes.create_string_buffer(_ROOM_FOR_STATFS)
    try:
        failed = ctypes.CDLL(None).statfs(os.fsencode(path), answer)
    except (OSError, TypeError, AttributeError):
        return False
    return not failed and ctypes.c_uint32.from_buffer(answer).value in _LEASES_OF_THEIR_OWN

"""fsync of files and folders, where the file system has it."""

import errno
import os
from pathlib import Path

_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF})


def sync(descriptor: int) -> None:
    """Have what was written survive a power cut, if the file system can; raise OSError."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


def sync_folder(folder: Path) -> None:
    """Have a name that was given in the folder survive a power cut; raise OSError.

    Older CIFS, DrvFs and VirtualBox know no way to, nor does Windows; and a folder that may be
    written but not read cannot be opened.
    """
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)

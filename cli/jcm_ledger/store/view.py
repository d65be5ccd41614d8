"""The view: how this system names a file's folder, to tell its processes' files from others'."""

import os
from hashlib import sha256
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_LETTERS = 8


def view_of(target: Path) -> str:
    """Return eight letters for a file as this system sees it, until it is started again.

    Two processes that get the same letters share the kernel's lock of the file. Through another
    mount of the folder, or on another machine, the letters are others, and the lock may be too.
    Where a system does not say when it was started, the letters are made up: nobody has them.
    """
    try:
        boot = _BOOT.read_bytes()
    except OSError:
        boot = os.urandom(_LETTERS)
    device = str(target.parent.stat().st_dev).encode()
    return sha256(b"\0".join((boot, device, os.fsencode(target.name)))).hexdigest()[:_LETTERS]

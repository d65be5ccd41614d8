"""Evidence as it is typed, and as the ledger keeps it.

A ledger may come from anybody. What it names is asked about only where that lies in the ledger's
own folder and is reached without a link: to ask about another path may mount a drive, wait for a
host, or tell it who reads the ledger. Such a path is judged by its form alone.
"""

import errno
import ntpath
import os
import re
import stat
from pathlib import Path, PurePath, PureWindowsPath

from jcm_ledger.errors import RefusedEntry
from jcm_ledger.model.text import EVIDENCE_HINT, is_evidence, titled

_OF_A_HOST = re.compile(r"[\\/]{2}")
_OF_A_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)


def as_kept(typed: str, here: Path, folder: Path) -> str:
    """Return the evidence to keep: a file's path relative to the ledger's folder, else as typed.

    `here` is where it was typed. Raise RefusedEntry if it leads nowhere.
    """
    if not is_evidence(typed, lambda name: _is_there(name, here)):
        raise RefusedEntry("bad-evidence", f'evidence "{typed}" leads nowhere', EVIDENCE_HINT)
    title, address = titled(typed)
    if is_evidence(typed, lambda _name: False) or _is_of_another_system(address):
        return typed
    try:
        path = Path(os.path.relpath(here / address, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return typed
    return f"{title} <{path}>" if title else path


def exists(name: str, folder: Path | None) -> bool:
    """Return whether a file of this name, relative to the ledger's folder, exists.

    What must not be asked about, or cannot be, is taken to exist if it has the form of a file's
    path: it leaves the folder, a link stands on the way, or the system does not say.
    """
    if folder is None:
        return False
    return _names_a_file(name) if _leaves(name) else _is_inside(folder, os.path.normpath(name))


def _is_there(name: str, here: Path) -> bool:
    """Return whether a file that was typed here exists. No host is asked: //host/share counts."""
    if _is_of_another_system(name):
        return _names_a_file(name)
    try:
        return stat.S_ISREG((here / name).stat().st_mode)
    except OSError as error:
        return error.errno not in _NOT_THERE and _names_a_file(name)


def _is_inside(folder: Path, name: str) -> bool:
    """Return whether a path that stays in the folder leads to a file; no link is followed."""
    path, mode = folder, stat.S_IFDIR
    for part in PurePath(name).parts:
        path /= part
        try:
            status = path.lstat()
        except OSError as error:
            return error.errno not in _NOT_THERE
        if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", None):
            return True
        mode = status.st_mode
    return stat.S_ISREG(mode)


def _leaves(name: str) -> bool:
    """Return whether a path leads out of its folder, read as here or as Windows reads it."""
    read = (PurePath(os.path.normpath(name)), PureWindowsPath(ntpath.normpath(name)))
    return bool(PureWindowsPath(name).anchor) or any(path.parts[:1] == ("..",) for path in read)


def _is_of_another_system(name: str) -> bool:
    """Return whether a path is of a host, //host/share, or, elsewhere, of a drive of Windows."""
    return bool(_OF_A_HOST.match(name) or (os.name != "nt" and _OF_A_DRIVE.match(name)))


def _names_a_file(path: str) -> bool:
    """Return whether a path has the form of a file's: it ends in a name."""
    return not path.endswith(("/", "\\")) and PureWindowsPath(path).name not in ("", "..")

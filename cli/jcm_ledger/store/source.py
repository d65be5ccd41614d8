"""Which ledger: the one asked for, the nearest one, or the built-in one."""

import errno
import os
import stat
from pathlib import Path

from msgspec import Struct

from jcm_ledger.errors import typed
from jcm_ledger.errors.files import CannotRead, IsFolder, NoFile, NoSuchFile, TooLarge

FILE_NAME = "commitments.toml"
BUILT_IN = "built-in"

_LIMIT_VARIABLE = "JCM_MAX_MB"
_USUAL_LIMIT = 64

# A pipe that nobody writes to is opened at once, and then refused.
READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Source(Struct, frozen=True):
    """A place to read a ledger from; the built-in ledger has no path."""

    name: str
    path: Path | None

    @property
    def folder(self) -> Path | None:
        """The folder that file evidence is relative to."""
        return behind_links(self.path).parent if self.path else None

    def read(self) -> bytes:
        """Return the file's bytes; raise CannotRead."""
        if self.path is None:
            return packaged(FILE_NAME)
        return read_file(self.path, self.name)


def packaged(name: str) -> bytes:
    """Return the bytes of a file that is part of the program."""
    from pkgutil import get_data  # importlib.resources takes six times as long

    data = get_data("jcm_ledger", name)
    if data is None:
        raise FileNotFoundError(name)
    return data


def choose(asked: Path | None, environment: str | None, start: Path) -> Source:
    """Return the ledger asked for, else the environment's, else the nearest from `start` up.

    Whatever bears the ledger's name is the nearest one, a link that leads nowhere too: reading it
    says what is wrong. If it were passed over, another ledger would be written.
    """
    if asked is not None:
        return Source(str(asked), asked)
    if environment:
        return Source(environment, Path(environment))
    for folder in (start, *start.parents):
        path = folder / FILE_NAME
        if _may_be_there(path):
            return Source(os.path.relpath(path, start), path)
    return Source(BUILT_IN, None)


def _may_be_there(path: Path) -> bool:
    """Return False only if the system says that nothing has this name."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:  # a folder that may not be searched
        return True
    return True


def behind_links(path: Path) -> Path:
    """Return the absolute path that links lead to; of links in a circle, one of them."""
    return Path(os.path.realpath(path))  # Path.resolve() raises for a circle


def read_file(path: Path, name: str) -> bytes:
    """Return the bytes of a regular file; raise CannotRead without waiting on a pipe or device."""
    refuse_no_file(path, name)
    try:
        with os.fdopen(os.open(path, READING), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):  # it was replaced after `refuse_no_file`
                raise NoFile(name)
            if status.st_size > (limit := _size_limit()):
                raise TooLarge(name, status.st_size, limit, _LIMIT_VARIABLE)
            return file.read()
    except OSError as error:
        raise CannotRead(name, _reason(error)) from None


def refuse_no_file(path: Path, name: str) -> None:
    """Raise CannotRead unless it is a regular file or a link to one; it is not opened."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise _missing(path, name) from None
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ELOOP:
            hint = _without_the_link(name)
            raise CannotRead(name, "it is a link that leads in a circle", hint) from None
        raise CannotRead(name, _reason(error)) from None
    if stat.S_ISDIR(mode):
        raise _folder(path, name)
    if not stat.S_ISREG(mode):
        raise NoFile(name)


def _missing(path: Path, name: str) -> CannotRead:
    """Return the error for a file that is not there, or not where a link leads."""
    if path.is_symlink():
        reason = f"it is a link to {path.readlink()}, where there is no file"
        return CannotRead(name, reason, _without_the_link(name))
    return NoSuchFile(name, path)


def _folder(path: Path, name: str) -> CannotRead:
    """Return the error for a folder that stands where a ledger is expected."""
    ledger = path / FILE_NAME
    if ledger.is_file():
        return CannotRead(name, "it is a folder", f"name the file: {ledger}")
    return IsFolder(name, ledger)


def _without_the_link(name: str) -> str:
    return f"mend the link, or take it away: rm {typed(name)}"


def _reason(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    return reason[:1].lower() + reason[1:]


def _size_limit() -> int:
    """Return how many bytes a ledger may have."""
    megabytes = os.environ.get(_LIMIT_VARIABLE, "")
    return (int(megabytes[:9]) if megabytes.isdecimal() else _USUAL_LIMIT) * 1_000_000

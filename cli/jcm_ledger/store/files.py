"""Writing a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from jcm_ledger.errors import AlreadyThere, CannotWrite

_TEMPORARY = ".jcm-tmp"


def replace_file(path: Path, data: bytes, name: str) -> None:
    """Put `data` in the place of the file at `path`, or raise CannotWrite and leave it as it was.

    Mode and, where allowed, owner stay. A symlink is followed. A reader sees the old file or
    the new one, never a part.
    """
    target = path.resolve()
    with _as_cannot_write(name):
        status = target.stat()
        temporary = _write_beside(target, data)
        try:
            temporary.chmod(status.st_mode)
            with suppress(PermissionError):  # only root may give a file to somebody else
                os.chown(temporary, status.st_uid, status.st_gid)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)


def create_file(path: Path, data: bytes, name: str, *, hint: str) -> None:
    """Write a file that is not there yet; raise AlreadyThere or CannotWrite."""
    with _as_cannot_write(name):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            raise AlreadyThere(name, hint) from None


def _write_beside(target: Path, data: bytes) -> Path:
    """Write and sync a temporary file in the target's folder; return its path."""
    descriptor, name = mkstemp(prefix=f".{target.name}.", suffix=_TEMPORARY, dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _sync_folder(folder: Path) -> None:
    """Make a rename in the folder last through a power cut, where folders can be synced."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _as_cannot_write(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWrite(name, reason[:1].lower() + reason[1:]) from None

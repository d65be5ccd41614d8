"""Writing a file whole or not at all."""

import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jcm_ledger.errors import AlreadyThere, CannotWrite, Rescued, typed
from jcm_ledger.store.exchange import exchange, is_being_written
from jcm_ledger.store.source import behind_links

_TEMPORARY = ".jcm-tmp"
_PRIVATE = 0o600
_AS_UMASK_SAYS = 0o666
_ANYBODY_MAY_WRITE = 0o222


def replace_file(path: Path, data: bytes, name: str, *, expected: bytes | None = None) -> bool:
    """Put `data` in the place of the file at `path`; return whether that was done.

    With `expected` it is done only if the file held these bytes until the very moment: what
    another program saved meanwhile stays. A symlink is followed; mode and, where allowed, owner
    stay. A reader sees the old file or the new one, never a part. Raise CannotWrite and leave
    the old file as it was.
    """
    target = behind_links(path)
    with as_cannot_write(name):
        status = target.stat()
        if not (status.st_mode & _ANYBODY_MAY_WRITE and os.access(target, os.W_OK)):
            raise CannotWrite(
                name,
                "it is read-only",
                f"whoever it belongs to can let you: chmod u+w {typed(name)}",
            )
        with _beside(target, data, _PRIVATE, status) as temporary:
            return _put(temporary, target, data, expected)


def create_file(path: Path, data: bytes, name: str, *, hint: str) -> None:
    """Write a file that is not there yet, whole; raise AlreadyThere or CannotWrite."""
    with as_cannot_write(name):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path, data, _AS_UMASK_SAYS) as temporary:
            try:
                path.hardlink_to(temporary)
            except FileExistsError:
                raise AlreadyThere(name, hint) from None
            except OSError:  # a file system without links
                if path.exists():
                    raise AlreadyThere(name, hint) from None
                temporary.rename(path)
            _sync_folder(path.parent)


def rehearse(path: Path, name: str) -> None:
    """Raise CannotWrite if no file can be put at `path`, nor replaced there; nothing is left."""
    with as_cannot_write(name), _beside(behind_links(path), b"", _PRIVATE):
        return


def sweep(path: Path) -> None:
    """Remove what a killed run left beside the file. Call it while nobody else can write it."""
    target = behind_links(path)
    pattern = f".{glob.escape(target.name)}.*{_TEMPORARY}*"
    with suppress(OSError):
        for litter in target.parent.glob(pattern):
            with suppress(OSError):  # it may be somebody else's; it harms nobody
                litter.unlink()


def _put(temporary: Path, target: Path, data: bytes, expected: bytes | None) -> bool:
    """Exchange the two files, and again if it turns out that this should not have been."""
    if expected is not None and not _is_still(target, expected):
        return False
    try:
        exchange(temporary, target)
        done = expected is None or _is_still(temporary, expected)
        if done:
            _sync_folder(target.parent)
    except BaseException:
        _take_back(temporary, target, data)
        raise
    if not done and not _take_back(temporary, target, data):
        raise Rescued(str(target.name), _kept(temporary))
    return done


def _is_still(path: Path, expected: bytes) -> bool:
    """Return whether a file holds these bytes and nobody is about to change them."""
    return not is_being_written(path) and path.read_bytes() == expected


def _take_back(temporary: Path, target: Path, data: bytes) -> bool:
    """Put what was taken out back; return False if something newer than ours is there by now."""
    if target.read_bytes() != data:
        return False
    exchange(temporary, target)
    return True


def _kept(temporary: Path) -> str:
    """Return the name under which what another program wrote, and nobody put back, is kept."""
    kept = temporary.with_name(temporary.name.removeprefix(".").replace(_TEMPORARY, ".rescued"))
    temporary.rename(kept)
    return kept.name


@contextmanager
def _beside(
    target: Path, data: bytes, mode: int, like: os.stat_result | None = None
) -> Iterator[Path]:
    """Write and sync a temporary file in the target's folder, gone again in the end."""
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}{_TEMPORARY}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if like is not None:
                _make_like(temporary, like)
            os.fsync(descriptor)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _make_like(temporary: Path, like: os.stat_result) -> None:
    """Give a file group and owner, each where that is allowed, and the mode of another."""
    if hasattr(os, "chown"):
        for owner, group in ((-1, like.st_gid), (like.st_uid, -1)):
            with suppress(PermissionError):  # only root may give a file to somebody else
                os.chown(temporary, owner, group)
    temporary.chmod(like.st_mode)


def _sync_folder(folder: Path) -> None:
    """Make a rename in the folder last through a power cut, where folders can be synced."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def as_cannot_write(name: str) -> Iterator[None]:
    """Raise CannotWrite, which names the file, for an error of the system."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWrite(name, reason[:1].lower() + reason[1:]) from None

"""Writing a file whole or not at all."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jcm_ledger.errors import typed
from jcm_ledger.errors.files import AlreadyThere, CannotWrite, CutOff, HalfDone, Rescued
from jcm_ledger.store.access import access_of
from jcm_ledger.store.exchange import exchanged, is_being_written
from jcm_ledger.store.source import behind_links
from jcm_ledger.store.sync import sync_folder
from jcm_ledger.store.temporary import drafted, left_behind, name_to_trade

_PRIVATE = 0o600
_AN_INSTANT_SECONDS = 0.05
_AS_UMASK_SAYS = 0o666
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_ANYBODY_MAY_WRITE = 0o222
_MOUNTED_ALONE = frozenset({errno.EBUSY, errno.EXDEV})
_MOUNT_ITS_FOLDER = (
    "a file that is mounted by itself (docker -v FILE:FILE) cannot be replaced: mount its folder"
)


def replace_file(path: Path, data: bytes, name: str, *, expected: bytes | None = None) -> bool:
    """Put `data` in the place of the file at `path`; return whether that was done.

    With `expected` it is done only if the file held these bytes until the very moment: what
    another program saved meanwhile stays. Where the system cannot exchange two files in one step,
    nobody else may write between comparing and replacing: hold the lock and the claim.

    A symlink is followed; owner, group, mode and ACL stay, or allow less. A reader sees the old
    file or the new one, never a part. Raise CannotWrite and leave the old file as it was.
    """
    target = behind_links(path)
    with as_cannot_write(name):
        refuse_unwritable(target, name)
        access = access_of(target)
        with drafted(target, data, access.at_first, access) as draft:
            if expected is not None:
                return _trade(draft, target, data, expected)
            return _put_over(draft, target)


def create_file(path: Path, data: bytes, name: str, *, hint: str) -> os.stat_result:
    """Write a file that is not there yet, whole; return what the system knows it by.

    Nothing is written over, and no link followed. Raise AlreadyThere or CannotWrite and leave
    nothing, or HalfDone if what was written cannot be taken away again.
    """
    with as_cannot_write(name), drafted(path, data, _AS_UMASK_SAYS) as draft:
        made = draft.stat()
        try:
            give_new_name(draft, path)
            sync_folder(path.parent)
        except FileExistsError:
            raise AlreadyThere(name, hint) from None
        except OSError as error:
            try:
                take_away(path, made)
            except OSError:
                raise HalfDone([name], _cannot_write(name, error)) from None
            raise
    return made


def give_new_name(file: Path, path: Path) -> None:
    """Link a file to `path`, or else move it there; raise FileExistsError if anything is there."""
    try:
        path.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with os.fdopen(os.open(path, _NEW, _PRIVATE), "wb") as claim:
            claimed = os.fstat(claim.fileno())
        try:
            file.replace(path)
        except OSError:
            take_away(path, claimed)
            raise


def take_away(path: Path, made: os.stat_result) -> None:
    """Remove a file if it is still the one that was made; raise OSError if that is refused."""
    with suppress(FileNotFoundError):
        if os.path.samestat(path.lstat(), made):
            path.unlink()


def rehearse(path: Path, name: str) -> None:
    """Raise CannotWrite if no file can be put at `path`, nor replaced there; nothing is left."""
    with as_cannot_write(name), drafted(behind_links(path), b"", _PRIVATE):
        return


def wait_until_there(path: Path) -> None:
    """Wait a moment if there is no file.

    FUSE takes a name away for an instant when a file that somebody has open is replaced.
    """
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a folder one may not enter
        time.sleep(_AN_INSTANT_SECONDS)


def refuse_unwritable(target: Path, name: str) -> None:
    """Raise CannotWrite if this user may not replace the file; raise OSError."""
    status, folder = target.stat(), target.parent.stat()
    if not (status.st_mode & _ANYBODY_MAY_WRITE and os.access(target, os.W_OK)):
        raise CannotWrite(
            name, "it is read-only", f"whoever it belongs to can let you: chmod u+w {typed(name)}"
        )
    sticky = os.name == "posix" and folder.st_mode & stat.S_ISVTX
    if sticky and os.geteuid() not in (0, status.st_uid, folder.st_uid):
        raise CannotWrite(
            name,
            "its folder is sticky, and only the file's owner may replace it there",
            "keep it in a folder of those who write it, without the sticky bit: chmod -t",
        )


def sweep(path: Path, name: str) -> None:
    """Remove what a killed write left of an exchange. Call it while the kernel's lock is held.

    Raise CutOff if another program saved the file in that moment; then its save is kept.
    """
    target = behind_links(path)
    for left, to_keep in left_behind(target):
        if to_keep:
            raise CutOff(name, _kept(left, target))
        _remove(left)


def _trade(draft: Path, target: Path, data: bytes, expected: bytes) -> bool:
    """Put the draft in the target's place, unless that is not as expected any more."""
    if not _is_still(target, expected, draft):
        return False
    spare = draft.rename(name_to_trade(target, data, expected))
    done = False
    try:
        if not exchanged(spare, target):
            done = _is_still(target, expected, spare) and _put_over(spare, target)
        elif _is_still(spare, expected, target):
            sync_folder(target.parent)
            done = True
        else:
            _take_back(spare, target, data)
    except BaseException:
        _take_back(spare, target, data)
        raise
    finally:
        if not done and spare.exists() and spare.read_bytes() not in (data, expected):
            raise Rescued(target.name, _kept(spare, target))
        _remove(spare)
    return done


def _put_over(draft: Path, target: Path) -> bool:
    """Put a draft in the target's place, whatever that holds; return True."""
    draft.replace(target)
    with suppress(OSError):  # the file is replaced already
        sync_folder(target.parent)
    return True


def _is_still(path: Path, expected: bytes, idle: Path) -> bool:
    """Return whether a file holds these bytes and nobody is about to change them.

    `idle` is a file beside it that nobody writes to.
    """
    return not is_being_written(path, idle) and path.read_bytes() == expected


def _take_back(spare: Path, target: Path, data: bytes) -> None:
    """Exchange the two again, unless the target is not ours, or something newer by now."""
    if target.read_bytes() == data:
        exchanged(spare, target)


def _kept(file: Path, target: Path) -> str:
    """Keep what another program wrote and nobody put back; return the name of its new file."""
    kept = target.with_name(f"{target.name}.{os.urandom(4).hex()}.rescued")
    file.rename(kept)
    return kept.name


def _remove(file: Path) -> None:
    with suppress(OSError):  # it harms nobody if it stays
        file.unlink(missing_ok=True)


@contextmanager
def as_cannot_write(name: str) -> Iterator[None]:
    """Raise CannotWrite, which names the file, for an error of the system."""
    try:
        yield
    except OSError as error:
        raise _cannot_write(name, error) from None


def _cannot_write(name: str, error: OSError) -> CannotWrite:
    reason = error.strerror or str(error)
    hint = _MOUNT_ITS_FOLDER if error.errno in _MOUNTED_ALONE else ""
    return CannotWrite(name, reason[:1].lower() + reason[1:], hint)

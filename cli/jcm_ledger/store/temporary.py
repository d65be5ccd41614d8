"""Temporary files beside a target: their names, and how to tell that one was left behind.

A draft is named `.NAME.VIEW.RANDOM.jcm-tmp`, and its writer holds a lock of it. A draft that is to
trade places with a ledger is named `.NAME.VIEW.NEW-OLD.jcm-old`, after what it holds and what it
is to replace. VIEW is that of `view_of`, which nothing but jcm puts into a name.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from jcm_ledger.store.access import Access, give
from jcm_ledger.store.sync import sync
from jcm_ledger.store.view import view_of

_DRAFT = r"[0-9a-f]{8}\.jcm-tmp"
_TRADED = r"([0-9a-f]{12})-([0-9a-f]{12})\.jcm-old"
_DIGITS = 12
_LONGEST_NAME = 40  # characters, so that no file system finds the whole too long

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def drafted(target: Path, data: bytes, mode: int, access: Access | None = None) -> Iterator[Path]:
    """Write and sync a draft in the target's folder, gone again in the end.

    Drafts of the same target whose writers were killed go first. Raise OSError.
    """
    for draft in _named(target, _DRAFT):
        _remove_dead(draft)
    draft = _beside(target, f"{os.urandom(4).hex()}.jcm-tmp")
    descriptor = os.open(draft, _NEW, mode)
    held = None
    try:
        with os.fdopen(descriptor, "wb") as file:
            held = _held(draft)
            file.write(data)
            file.flush()
            if access is not None:
                give(descriptor, access)
            sync(descriptor)
        yield draft
    finally:
        with suppress(OSError):  # it harms nobody if it stays
            draft.unlink(missing_ok=True)
        with suppress(OSError):
            if held is not None:
                os.close(held)


def name_to_trade(target: Path, new: bytes, old: bytes) -> Path:
    """Return the name of a draft of `new` that is to trade places with a target that holds `old`.

    A file found under this name need not be kept if it is one of these two.
    """
    return _beside(target, f"{_digest(new)}-{_digest(old)}.jcm-old")


def left_behind(target: Path) -> Iterator[tuple[Path, bool]]:
    """Yield each file that a writer killed while trading places left, and whether to keep it.

    It has to be kept if it is neither of the two that the writer knew: another program saved it
    in that moment. Call this while the kernel's lock is held, which its writer held too. What
    cannot be read is passed over.
    """
    for file in _named(target, _TRADED):
        with suppress(OSError):
            if stat.S_ISREG(file.lstat().st_mode):
                yield file, _digest(file.read_bytes()) not in file.name


def _beside(target: Path, rest: str) -> Path:
    return target.with_name(f".{target.name[:_LONGEST_NAME]}.{view_of(target)}.{rest}")


def _named(target: Path, pattern: str) -> list[Path]:
    """Return the files beside the target that are named after it, for this view, in this way."""
    try:
        expression = re.compile(re.escape(_beside(target, "").name) + pattern)
        names = os.listdir(target.parent)  # noqa: PTH208 - names are all that is needed
    except OSError:  # a folder that may be written and not read
        return []
    return [target.with_name(name) for name in sorted(names) if expression.fullmatch(name)]


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:_DIGITS]


def _held(draft: Path) -> int | None:
    """Lock the draft, which shows that its writer lives; return the open file, None without locks.

    It is held for reading, and not by the descriptor that writes: a file that somebody has open for
    writing gets no lease, and NFS locks by how a file was opened.
    """
    with suppress(OSError, ImportError):
        import fcntl  # not every system has it

        descriptor = os.open(draft, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor
    return None


def _remove_dead(draft: Path) -> None:
    """Remove a draft if nobody holds it, and no link or pipe that bears its name."""
    with suppress(OSError, ImportError):
        import fcntl  # not every system has it

        descriptor = os.open(draft, os.O_RDWR | _AS_IT_IS)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                draft.unlink()
        finally:
            os.close(descriptor)

"""A cache of ledgers as they were read, in MessagePack, so that large ones are not parsed twice.

The ledger's file stays the only truth: what is kept is found by its content, so one byte changed
finds nothing, and deleting the folder changes nothing but time. Whatever is wrong with the
cache, the ledger is read as if there were none. The folder may hold files of others: a file is
removed or replaced only if its name, its owner and its first bytes show that it was written here.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from jcm_ledger import __version__
from jcm_ledger.model.ledger import (
    Checking,
    Circulation,
    Commitment,
    Committee,
    Entry,
    Ledger,
    Meeting,
    Organisation,
    OwnColumn,
    Theme,
)
from jcm_ledger.store.faults import decode_period

SMALLEST = 100_000
"""The size from which a ledger is kept; already at half of it the cache is the faster way."""

MOST_KEPT = 8
"""How many readings are kept; the one not used for longest goes first."""

SWITCH = "JCM_NO_CACHE"

_FORMAT = 6
"""The version of what is kept: raise it when the same bytes give another ledger or layout."""

_HEAD = b"jcm: a ledger as it was read\n"
_NAME = re.compile(r"(?:([0-9]{1,12})-)?[0-9a-f]{64}\.(?:ledger|[0-9a-f]{8})")
"""The names of kept ledgers, made of the length and the hash of their bytes; and the names while
one is written, which a killed run leaves behind."""

_CHECKSUM_BYTES = 4
_OTHERS_MAY_WRITE = 0o022
_READING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def find(data: bytes) -> Ledger | None:
    """Return the ledger kept for these very bytes, None if there is none to be trusted."""
    length, ledger = longest(data)
    return ledger if length == len(data) else None


def longest(data: bytes) -> tuple[int, Ledger | None]:
    """Return the longest beginning of these bytes that a ledger is kept for: its length, and that.

    None where there is none to be trusted. All the bytes are a beginning too.
    """
    for length, place in _kept_beginnings(data):
        with suppress(OSError, msgspec.MsgspecError):
            if ledger := _unpacked(_read(place)):
                os.utime(place)
                return length, ledger
    return 0, None


def keep(data: bytes, ledger: Ledger) -> None:
    """Keep what these bytes were read to, if they are many and the cache can be written."""
    with suppress(OSError, OverflowError, msgspec.MsgspecError):
        if place := _place(data):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(place.parent.lstat(), stat.S_IFDIR) and _is_free(place):
                _write(place, _packed(ledger))
                _evict(place.parent)


def _place(data: bytes) -> Path | None:
    """Return the file that a ledger of this content is kept in, None if it is kept nowhere."""
    if not _is_used(data):
        return None
    return next(place for _length, place in _places(data, [len(data)]))


def _is_used(data: bytes) -> bool:
    return len(data) >= SMALLEST and not os.environ.get(SWITCH) and _folder().is_absolute()


def _places(data: bytes, lengths: Sequence[int]) -> Iterator[tuple[int, Path]]:
    """Yield each rising length with the file for so many first bytes, in one pass of the hash."""
    from hashlib import sha256  # lazy import: only a large ledger needs it

    folder, view, done = _folder(), memoryview(data), 0
    content = sha256(_shape().encode())
    for length in lengths:
        content.update(view[done:length])
        done = length
        yield length, folder / f"{length}-{content.hexdigest()}.ledger"


def _kept_beginnings(data: bytes) -> list[tuple[int, Path]]:
    """Return each beginning that is kept by its length, with its file, the longest first."""
    if not _is_used(data):
        return []
    try:
        names = {file.name for file in _folder().iterdir()}
    except OSError:
        return []
    found = {int(match[1]) for match in map(_NAME.fullmatch, names) if match and match[1]}
    lengths = sorted(length for length in found if SMALLEST <= length <= len(data))
    return [(length, place) for length, place in _places(data, lengths) if place.name in names][
        ::-1
    ]


def _folder() -> Path:
    """Return the folder of ours where this system keeps what can be made again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", ""), "jcm", "cache")
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given, "jcm")
    usual = "~/Library/Caches/jcm" if sys.platform == "darwin" else "~/.cache/jcm"
    return Path(os.path.expanduser(usual))  # noqa: PTH111 - Path.expanduser raises without a home


def _shape() -> str:
    """Return the versions and fields that must be the same for a kept ledger to be valid today."""
    kinds = (
        *(Ledger, Committee, Meeting, Organisation, Commitment, Entry),
        *(Theme, OwnColumn, Checking, Circulation),
    )
    fields = [kind.__struct_fields__ for kind in kinds]
    return f"{_FORMAT} {__version__} {msgspec.__version__} {sys.implementation.cache_tag} {fields}"


def _packed(ledger: Ledger) -> bytes:
    packed = msgspec.msgpack.encode(ledger, enc_hook=str)
    return _HEAD + _checksum(packed) + packed


def _unpacked(kept: bytes) -> Ledger | None:
    """Return the ledger, None if its checksum shows that a byte was altered."""
    start = len(_HEAD) + _CHECKSUM_BYTES
    packed = memoryview(kept)[start:]
    if kept[:start] != _HEAD + _checksum(packed):
        return None
    return msgspec.msgpack.decode(packed, type=Ledger, dec_hook=decode_period)


def _checksum(packed: bytes | memoryview) -> bytes:
    return crc32(packed).to_bytes(_CHECKSUM_BYTES, "big")


def _read(place: Path, size: int = -1) -> bytes:
    """Return the first bytes of a file that nobody but the user can have written, else none.

    It is looked at before it is opened: a pipe would wait, and a device may do anything.
    """
    if not (_is_ours(place.parent.lstat(), stat.S_IFDIR) and _is_ours(place.lstat(), stat.S_IFREG)):
        return b""
    with os.fdopen(os.open(place, _READING), "rb") as file:
        if not _is_ours(os.fstat(file.fileno()), stat.S_IFREG):
            return b""
        return file.read(size)


def _is_ours(status: os.stat_result, kind: int) -> bool:
    """Return whether it is of this kind, belongs to the user, and only the user may write it."""
    if stat.S_IFMT(status.st_mode) != kind:
        return False
    if sys.platform == "win32":  # the folder is in the user's own profile
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _was_written_here(file: Path) -> bool:
    return _NAME.fullmatch(file.name) is not None and _read(file, len(_HEAD)) == _HEAD


def _is_free(place: Path) -> bool:
    """Return whether nothing stands there, or a file that was written here and may go."""
    return not os.path.lexists(place) or _was_written_here(place)


def _write(place: Path, content: bytes) -> None:
    temporary = place.with_suffix(f".{os.urandom(4).hex()}")
    descriptor = os.open(temporary, _WRITING, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def _evict(folder: Path) -> None:
    """Remove all but the few that were used last, of those that were written here."""
    kept = [file for file in folder.iterdir() if _was_written_here(file)]
    kept.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[MOST_KEPT:]:
        file.unlink()

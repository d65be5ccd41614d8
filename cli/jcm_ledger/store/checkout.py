"""What git would check out of a blob: with the ledger's filter, line ends and encoding.

The program of a filter is run if the user's own configuration names it, and not if only the
repository's does. git-lfs is never run, for it runs in turn what a repository's configuration
names; what it keeps in the clone is read without it.
"""

import re
from hashlib import sha256
from pathlib import Path

from jcm_ledger.errors.files import CannotRead
from jcm_ledger.errors.git import ForeignFilter, NotInRevision, PointerOnly
from jcm_ledger.store.document import POINTER
from jcm_ledger.store.git import Tracked
from jcm_ledger.store.source import read_file

_LFS = "lfs"
_NO_DRIVER = ("unspecified", "unset", "set")
_OWN = ("system", "global", "command")
_OBJECT = re.compile(rb"^oid sha256:(([0-9a-f]{2})([0-9a-f]{2})[0-9a-f]{60})$", re.MULTILINE)
_EXTENDED = re.compile(rb"^ext-\d", re.MULTILINE)


def at(ledger: Tracked, revision: str) -> bytes:
    """Return the ledger's bytes at a revision.

    Raise BadRevision, UnknownRevision, NotInRevision or GitError.
    """
    blob = ledger.blob_at(ledger.commit(revision))
    if not blob:
        tracked = ledger.holds("ls-files", "--error-unmatch", "--", f":(literal){ledger.path}")
        raise NotInRevision(ledger.name, revision, tracked=tracked)
    return checked_out(ledger, blob, f"{revision}:{ledger.name}")


def checked_out(ledger: Tracked, blob: str, what: str) -> bytes:
    """Return the bytes that git would check out of a blob; `what` it is called in errors.

    Raise ForeignFilter, PointerOnly or another GitError.
    """
    kept = ledger.answer("cat-file", "blob", blob)
    if kept.startswith(POINTER):
        return _behind_pointer(ledger, kept, what)
    settings: tuple[str, ...] = ()
    driver = ledger.ask("check-attr", "-z", "filter", "--", ledger.path).split("\0")[2]
    if driver == _LFS:
        settings = _set(driver, smudge="", process="", required="false")
    elif driver not in _NO_DRIVER and _is_own(ledger, driver, what):
        settings = _set(driver, required="true")  # otherwise git ignores a failure of the filter
    path = ledger.ask("rev-parse", "--show-prefix") + ledger.path
    return ledger.answer(*settings, "cat-file", "--filters", f"--path={path}", blob)


def _set(driver: str, **values: str) -> tuple[str, ...]:
    """Return the words that give a filter these settings, for one call of git."""
    if "=" in driver:  # `-c` ends the key at the first =
        return ()
    return tuple(w for k, v in values.items() for w in ("-c", f"filter.{driver}.{k}={v}"))


def _is_own(ledger: Tracked, driver: str, what: str) -> bool:
    """Return whether git runs a program for this filter, and the user's own configuration names it.

    Raise ForeignFilter if only the repository's does.
    """
    programs, foreign = False, {}
    for key in (f"filter.{driver}.process", f"filter.{driver}.smudge"):
        found = ledger.answer("config", "--show-scope", "-z", "--get-all", key, or_nothing=True)
        words = found.decode(errors="surrogateescape").split("\0")
        values = [*zip(words[::2], words[1::2], strict=False)]
        command = values[-1][1] if values else ""
        programs |= bool(command)
        if command and command not in {value for scope, value in values if scope in _OWN}:
            foreign[key] = command
    if foreign:
        raise ForeignFilter(what, driver, foreign)
    return programs


def _behind_pointer(ledger: Tracked, pointer: bytes, what: str) -> bytes:
    """Return the file that a pointer of Git LFS stands for; raise PointerOnly if it is not here."""
    found = _OBJECT.search(pointer)
    if found is None or _EXTENDED.search(pointer):
        raise PointerOnly(what)
    common = ledger.folder / ledger.ask("rev-parse", "--git-common-dir")
    oid, first, second = (each.decode() for each in found.groups())
    try:
        data = read_file(Path(common, _LFS, "objects", first, second, oid), what)
    except CannotRead:
        raise PointerOnly(what) from None
    if sha256(data).hexdigest() != oid:
        raise PointerOnly(what)
    return data

"""From the bytes of a file to a TOML document: what is no TOML, and why it is not."""

from typing import Any

import tomli
from msgspec.structs import replace

from jcm_ledger.errors import InvalidLedger, typed
from jcm_ledger.model.finding import Finding
from jcm_ledger.store.text import OURS, NotUtf8Error, conflicts, decode, is_marker

CONFLICT = "conflict-markers"
"""The code of a finding that a merge was left half-way."""

POINTER = b"version https://git-lfs.github.com/spec/"
"""How a pointer of Git LFS begins, which stands in the place of a file."""

_ENCRYPTED = b"\0GITCRYPT\0"
_CHOOSE = "keep what is right, delete the lines of < = and >, then git add FILE"
_MERGE_AGAIN = (
    "have jcm merge it by table: jcm git-setup, then git checkout --merge FILE. Where it leaves "
    f"markers, {_CHOOSE}"
)
_SAVE_AS_UTF8 = "save it as UTF-8 in your editor"
_SEE_TOML = "correct the TOML here; https://toml.io says how it is written"


class NotTomlError(Exception):
    """Bytes that are no TOML file."""

    def __init__(self, code: str, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self._finding = replace(Finding.error(code, (), message, hint), line=line)

    def named(self, file: str) -> Finding:
        """Return what is wrong as a finding in the file of this name."""
        return replace(
            self._finding, file=file, hint=self._finding.hint.replace("FILE", typed(file))
        )


def load(data: bytes) -> tuple[str, dict[str, Any]]:
    """Return the text of a TOML file and what it says; raise NotTomlError."""
    _refuse_stand_in(data)
    try:
        text = decode(data)
    except NotUtf8Error as failure:
        raise NotTomlError("bad-encoding", failure.line, failure.reason, _SAVE_AS_UTF8) from None
    try:
        document = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        _refuse_conflict(text, failure.lineno)
        message = f"invalid TOML, column {failure.colno}: {failure.msg}"
        raise NotTomlError("invalid-toml", failure.lineno, message, _SEE_TOML) from None
    except RecursionError:
        message = "invalid TOML: nested too deeply"
        raise NotTomlError("invalid-toml", 1, message, _SEE_TOML) from None
    except ValueError:
        message = "invalid TOML: a number has too many digits"
        raise NotTomlError("invalid-toml", 1, message, _SEE_TOML) from None
    _refuse_conflict(text)  # it may stand within a text of several lines
    return text, document


def toml(data: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """Return the text of a TOML file and what it says, whatever that is; raise InvalidLedger."""
    try:
        return load(data)
    except NotTomlError as failure:
        raise InvalidLedger(name, [str(failure.named(name))]) from None


def _refuse_stand_in(data: bytes) -> None:
    """Raise NotTomlError for what a filter of git keeps in the place of a file."""
    if data.startswith(POINTER):
        message = "a pointer of Git LFS stands here instead of the ledger"
        raise NotTomlError("lfs-pointer", 1, message, "fetch the ledger: git lfs pull")
    if data.startswith(_ENCRYPTED):
        message = "the ledger stands here encrypted by git-crypt"
        raise NotTomlError("encrypted", 1, message, "decrypt it: git-crypt unlock")


def _refuse_conflict(text: str, failed: int = 0) -> None:
    """Raise NotTomlError if git left the text of a merge with its conflict markers.

    A single marker that was left over counts where the TOML `failed`, a line from 1.
    """
    conflict = next(conflicts(text), None)
    if conflict:
        line = text.count("\n", 0, conflict.start) + 1
        message = "git's conflict markers: both sides changed what is between them"
        by_jcm = conflict.label == OURS  # merging again would lose what was done by hand
        raise NotTomlError(CONFLICT, line, message, _CHOOSE if by_jcm else _MERGE_AGAIN)
    if failed and is_marker(text.split("\n")[failed - 1]):
        message = "git's conflict markers: one of them was left over"
        raise NotTomlError(CONFLICT, failed, message, _CHOOSE)

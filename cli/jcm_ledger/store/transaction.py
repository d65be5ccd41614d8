"""Several files made, replaced and taken away together: all of that, or none of it."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jcm_ledger.errors import LedgerError
from jcm_ledger.errors.files import CannotWrite, HalfDone
from jcm_ledger.store.files import (
    as_cannot_write,
    create_file,
    give_new_name,
    replace_file,
    take_away,
)
from jcm_ledger.store.interruptions import held_back

_READING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_TO_CLOSE = "close it there and try again"


class Transaction:
    """What was done so far, and how each of it is undone. No method follows a link."""

    def __init__(self) -> None:
        self._undo: list[tuple[str, Callable[[], object]]] = []
        self._aside: list[Path] = []

    def undo_by(self, name: str, call: Callable[[], object]) -> None:
        """Remember how to undo something; `name` is what is left if undoing it fails."""
        self._undo.append((name, call))

    def make_folder(self, folder: Path, name: str) -> None:
        """Make a folder, and those above it, where they are not there; raise CannotWrite."""
        with as_cannot_write(name):
            missing = [parent for parent in (folder, *folder.parents) if not parent.is_dir()]
            for parent in reversed(missing):
                if os.path.lexists(parent):
                    raise CannotWrite(name, f"{parent} is no folder", "name another folder")
                parent.mkdir()
                self.undo_by(str(parent), parent.rmdir)

    def create(self, path: Path, data: bytes, name: str, *, hint: str = "") -> None:
        """Write a file that is not there yet; raise AlreadyThere, CannotWrite or HalfDone."""
        made = create_file(path, data, name, hint=hint)

        def undo() -> None:
            if what_stands(path, name) == data:
                take_away(path, made)

        self.undo_by(name, undo)

    def replace(self, path: Path, data: bytes, name: str, *, old: bytes) -> None:
        """Write over a file that holds the old bytes; raise CannotWrite if it does not."""
        if not replace_file(path, data, name, expected=old):
            raise _changed(name)
        self.undo_by(name, lambda: replace_file(path, old, name, expected=data))

    def overwrite(self, path: Path, data: bytes, name: str, *, old: bytes) -> None:
        """Write over a file, whatever it holds by now; to undo it puts `old` back."""
        replace_file(path, data, name)
        self.undo_by(name, lambda: replace_file(path, old, name, expected=data))

    def remove(self, path: Path, name: str, *, old: bytes) -> None:
        """Take away a file that holds the old bytes; raise CannotWrite if it does not."""
        aside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.jcm-tmp")

        def undo() -> None:
            give_new_name(aside, path)
            aside.unlink(missing_ok=True)

        with as_cannot_write(name):
            path.rename(aside)
            self.undo_by(name, undo)
        if what_stands(aside, name) != old:
            raise _changed(name)
        self._aside.append(aside)

    def take_back(self) -> list[str]:
        """Undo everything, the last first; return the names of what could not be undone."""
        left = []
        for name, call in reversed(self._undo):
            try:
                call()
            except (OSError, LedgerError):
                left.append(name)
        return left

    def settle(self) -> None:
        """Remove the old files that were kept to undo everything."""
        for path in self._aside:
            with suppress(OSError):
                path.unlink()


@contextmanager
def transaction() -> Iterator[Transaction]:
    """Undo what was done in the context if it ends in an error; interruptions wait until then.

    Raise HalfDone if something cannot be undone.
    """
    with held_back():
        work = Transaction()
        try:
            yield work
        except BaseException as error:
            if left := work.take_back():
                raise HalfDone(left, error) from error
            raise
        work.settle()


def what_stands(path: Path, name: str, hint: str = "") -> bytes | None:
    """Return the bytes of the file at a path, None if nothing is there.

    Its type is looked at before it is opened. Raise CannotWrite unless it is a file; a link is
    none.
    """
    with as_cannot_write(name):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            return None
        if stat.S_ISLNK(mode):
            raise CannotWrite(name, f"it is a link to {path.readlink()}: none is followed", hint)
        if not stat.S_ISREG(mode):
            raise CannotWrite(name, "it is no file", hint)
        with os.fdopen(os.open(path, _READING), "rb") as file:
            return file.read()


def _changed(name: str) -> CannotWrite:
    return CannotWrite(
        name, "another program changed it meanwhile, or has it open for writing", _TO_CLOSE
    )

"""Everything that a write asks of the system, failing in turn: a full disk, a signal, a kill."""

import errno
import fcntl
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, NoReturn, Self
from unittest.mock import patch

from msgspec import Struct

from examples import SECOND
from jcm_ledger import commands
from jcm_ledger.store import exchange, files, writing
from jcm_ledger.store.temporary import name_to_trade
from jcm_ledger.store.view import view_of

STEPS = (
    "open", "fdopen", "fstat", "stat", "lstat", "read", "write", "ftruncate", "fsync", "fchown", "chown",
    "chmod", "fchmod", "close", "unlink", "remove", "rename", "replace", "link", "scandir", "listdir",
    "listxattr", "getxattr", "setxattr", "removexattr",
)  # fmt: skip
"""Functions of `os` that write, lock, sweep or read a file; the others are patched by name."""

LOCKS = ("flock", "fcntl")
"""Functions of `fcntl`: locks and leases."""

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.ENOENT)
SIGNALS = (signal.SIGINT, signal.SIGTERM)

Fault = Callable[[str], None]
"""What happens at a step, given its name: raises, or sends a signal."""


class Steps:
    """Counts the steps of a write and lets a fault happen at one of them, 0 being none."""

    def __init__(self, at: int, fault: Fault, file: Path) -> None:
        self.at = at
        self.fault = fault
        self.file = file
        self.taken: list[str] = []
        self.counting = False

    def step(self, name: str) -> bool:
        """Count a step; return whether its fault has happened."""
        if not self.counting:
            return False
        self.taken.append(name)
        if len(self.taken) != self.at:
            return False
        self.counting = False
        try:
            self.fault(name)
        finally:
            self.counting = True
        return True

    def save(self) -> None:
        """Write the names of the steps that were taken to the file for them."""
        self.file.write_text("\n".join(self.taken), encoding="utf-8")

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, counted."""

        def counted(*arguments: Any, **options: Any) -> Any:
            self.step(name)
            return call(*arguments, **options)

        return counted


class HalfWritten:
    """A file whose writing stops half-way."""

    def __init__(self, file: IO[Any], steps: Steps) -> None:
        self._file, self._steps = file, steps

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        """Write the first half, let the fault happen, write the rest."""
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._steps.step("write half")
        return half + int(self._file.write(data[half:]))


class Outcome(Struct):
    """What one run did: its exit code, negative for a kill, what it said, the steps it took."""

    code: int
    said: str
    steps: list[str]


def mark(
    path: Path,
    note: str,
    at: int = 0,
    fault: Fault = print,
    plant: Callable[[], None] | None = None,
) -> Outcome:
    """Mark a ledger in a process of its own, with a fault at a step, 0 being none."""
    said, taken = path.with_name("said"), path.with_name("steps")
    child = os.fork()
    if child == 0:
        _be_jcm(path, note, Steps(at, fault, taken), said, plant)
    _, status = os.waitpid(child, 0)
    steps = taken.read_text(encoding="utf-8").splitlines() if taken.exists() else []
    taken.unlink(missing_ok=True)
    return Outcome(os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8"), steps)


def _be_jcm(
    path: Path, note: str, steps: Steps, said: Path, plant: Callable[[], None] | None
) -> NoReturn:
    """Be the program `jcm mark` and never come back."""
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    sys.stdout, sys.stderr = (
        open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as it lives
        for number in (1, 2)
    )
    sys.argv = ["jcm", "--ledger", str(path), "mark", "krill-survey", "--note", note]
    code: object = 1
    try:
        if plant is not None:
            plant()
        with _watched(steps):
            commands.main()
    except SystemExit as leaving:
        code = leaving.code
    except BaseException:  # noqa: BLE001 - what nobody should see
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    steps.save()
    os._exit(code if isinstance(code, int) else 0)


def fresh(folder: Path) -> Path:
    """Return a new ledger in a folder of its own, with the litter of killed runs beside it."""
    folder.mkdir()
    path = folder / "commitments.toml"
    path.write_text(SECOND, encoding="utf-8", newline="")
    litter(path)
    return path


def litter(path: Path) -> None:
    """Leave what killed writers leave: half a draft, a ledger traded for a newer one, a claim."""
    view = view_of(path)
    path.with_name(f".{path.name}.{view}.0badcafe.jcm-tmp").write_bytes(path.read_bytes()[:99])
    name_to_trade(path, b"new", b"old").write_bytes(b"old")
    path.with_name(f".{path.name}.jcm-claim").write_text(f"process 7 on desk, {view}")


def refusing(
    module: object, name: str, number: int, when: Callable[..., bool] = lambda *_: True
) -> Callable[[], None]:
    """Return a plant: a file system that answers a call with this error, when it is about that."""

    def plant() -> None:
        as_it_is = getattr(module, name)

        def answer(*arguments: Any, **options: Any) -> Any:
            if when(*arguments):
                raise OSError(number, os.strerror(number))
            return as_it_is(*arguments, **options)

        patch.object(module, name, answer).start()

    return plant


def failing(number: int) -> Fault:
    """Return a fault that is the error of the system with this number."""

    def fail(name: str) -> None:
        raise OSError(number, os.strerror(number), name)

    return fail


def sending(number: signal.Signals) -> Fault:
    """Return a fault that is a signal to this process."""
    return lambda _name: os.kill(os.getpid(), number)


@contextmanager
def _watched(steps: Steps) -> Iterator[None]:
    """Count what `writing.write` asks of the system."""
    write, fdopen = writing.write, os.fdopen

    def watched_write(*arguments: Any) -> writing.Change:
        steps.counting = True
        try:
            return write(*arguments)
        finally:
            steps.counting = False

    def half_written(descriptor: int, mode: str = "r", **options: Any) -> Any:
        file = fdopen(descriptor, mode, **options)
        return HalfWritten(file, steps) if steps.counting and mode == "wb" else file

    with ExitStack() as stack:
        for name in STEPS:
            wrapped = half_written if name == "fdopen" else getattr(os, name)
            stack.enter_context(patch.object(os, name, steps.wrap(name, wrapped)))
        stack.enter_context(patch("io.open", steps.wrap("io.open", io.open)))
        for name in LOCKS:
            wrapped = steps.wrap(name, getattr(fcntl, name))
            stack.enter_context(patch.object(fcntl, name, wrapped))
        exchanged = steps.wrap("renameat2", exchange.exchanged)
        stack.enter_context(patch.object(files, "exchanged", exchanged))
        stack.enter_context(patch.object(writing, "write", watched_write))
        yield


def write_in_place() -> None:
    """Plant a bug: the ledger is opened and written over, piece by piece."""

    def replace_file(path: Path, data: bytes, name: str, **_options: object) -> bool:
        with files.as_cannot_write(name):
            descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
            with os.fdopen(descriptor, "wb") as file:
                for start in range(0, len(data), 100):
                    file.write(data[start : start + 100])
                    file.flush()
                    os.fsync(descriptor)
        return True

    patch.object(writing, "replace_file", replace_file).start()

"""Every command that writes but the ledger's own, with a fault at one of its steps."""

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from unittest.mock import patch

from examples import SECOND
from jcm_ledger import commands
from jcm_ledger.commands import documents
from jcm_ledger.store import git_setup, transaction
from reliability.faults import STEPS, Fault, HalfWritten, Outcome, Steps

MORE_STEPS = ("mkdir", "rmdir", "readlink")
GIT = "git"
"""The step of asking git for something: it cannot be run, or it refuses."""

GIT_S_OWN = ".git/config"
"""Git writes it, one key at a time: a kill may fall between two; running again mends that."""

LITTER = (".jcm-tmp", ".jcm-old")
_OURS_IN_GIT = ("config", "info/exclude")

Prepare = Callable[[Path], None]


class Case(NamedTuple):
    """A command line, and what is in its folder before."""

    line: tuple[str, ...]
    prepare: Prepare


def _nothing(folder: Path) -> None:
    assert folder.is_dir()


def _ledger(folder: Path) -> None:
    (folder / "commitments.toml").write_text(SECOND, encoding="utf-8", newline="")


def _documents(folder: Path) -> None:
    _ledger(folder)
    for name in ("a.md", "b.csv", "c.json", "d.html"):
        (folder / name).write_text("an older one", encoding="utf-8")


def _repository(folder: Path) -> None:
    _ledger(folder)
    subprocess.run(["git", "init", "--quiet", folder], check=True)  # noqa: S607 - where it is, differs
    (folder / ".gitattributes").write_text("*.txt text\n", encoding="utf-8")


def _set_up(folder: Path) -> None:
    _repository(folder)
    (folder / ".gitattributes").unlink()
    assert _run(folder, ("git-setup",)).code == 0


_AS_OF = ("--as-of", "2023-01-01")
CASES = {
    "init": Case(("init",), _nothing),
    "init in new folders": Case(("init", "a/b", "--empty"), _nothing),
    "export": Case(("export", "-o", "b.csv", "-o", "c.json", *_AS_OF), _ledger),
    "export over others": Case(
        ("export", "-o", "b.csv", "-o", "c.json", "-o", "new.csv", "--force", *_AS_OF), _documents
    ),
    "report": Case(("report", "-o", "a.md", "-o", "d.html", *_AS_OF), _ledger),
    "report over another": Case(
        ("report", "-o", "new.md", "-o", "a.md", "-o", "-", "--force", *_AS_OF), _documents
    ),
    "schema": Case(("schema", "-o", "c.json"), _nothing),
    "schema over another": Case(("schema", "-o", "c.json", "--force"), _documents),
    "git-setup": Case(("git-setup",), _repository),
    "git-setup --undo": Case(("git-setup", "--undo"), _set_up),
}


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file and the names of the folders; of .git what jcm writes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        in_git = name.removeprefix(".git/") if name.startswith(".git/") else ""
        if name != ".git" and (not in_git or in_git in _OURS_IN_GIT or name.endswith(LITTER)):
            found[name] = path.read_bytes() if path.is_file() else b"a folder"
    return found


def run(folder: Path, case: Case, at: int = 0, fault: Fault = print) -> Outcome:
    """Run a command in a process of its own in a folder, with a fault at a step, 0 being none."""
    return _run(folder, case.line, at, fault)


def git_refuses(_name: str) -> None:
    """Be the fault of a git that says no: nothing happens at any other step."""


def _run(folder: Path, line: tuple[str, ...], at: int = 0, fault: Fault = print) -> Outcome:
    said, taken = folder.with_name(f"{folder.name}.said"), folder.with_name(f"{folder.name}.steps")
    child = os.fork()
    if child == 0:
        _be_jcm(folder, line, Steps(at, fault, taken), said)
    _, status = os.waitpid(child, 0)
    steps = taken.read_text(encoding="utf-8").splitlines() if taken.exists() else []
    taken.unlink(missing_ok=True)
    return Outcome(os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8"), steps)


def _be_jcm(folder: Path, line: tuple[str, ...], steps: Steps, said: Path) -> NoReturn:
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    sys.stdout, sys.stderr = (
        open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as it lives
        for number in (1, 2)
    )
    for name in ("JCM_LEDGER", "GIT_DIR"):
        os.environ.pop(name, None)
    os.chdir(folder)
    sys.argv = ["jcm", *line]
    code: object = 1
    try:
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


@contextmanager
def _watched(steps: Steps) -> Iterator[None]:
    """Count what the parts that write ask of the system, and each question to git as one step."""
    fdopen, ask_git = os.fdopen, subprocess.run

    def half_written(descriptor: int, mode: str = "r", **options: Any) -> Any:
        file = fdopen(descriptor, mode, **options)
        return HalfWritten(file, steps) if steps.counting and mode == "wb" else file

    def git(words: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        asks = "--get" in words or "check-ignore" in words
        happened = steps.step(GIT)
        if happened and steps.fault is git_refuses and not asks:
            return subprocess.CompletedProcess(
                words, 255, b"", b"fatal: could not lock config file"
            )
        counting, steps.counting = steps.counting, False
        try:
            return ask_git(words, **options)
        finally:
            steps.counting = counting

    with ExitStack() as stack:
        for name in (*STEPS, *MORE_STEPS):
            wrapped = half_written if name == "fdopen" else getattr(os, name)
            stack.enter_context(patch.object(os, name, steps.wrap(name, wrapped)))
        stack.enter_context(patch.object(subprocess, "run", git))
        for module, name in (
            (documents, "settle"), (documents, "alone"), (documents, "written"),
            (git_setup, "set_up"), (git_setup, "take_down"), (transaction, "transaction"),
        ):  # fmt: skip
            part = getattr(module, name)
            watched = _context if name in ("written", "transaction") else _function
            stack.enter_context(patch.object(module, name, watched(steps, part)))
        yield


def _function(steps: Steps, part: Callable[..., Any]) -> Callable[..., Any]:
    def watched(*arguments: Any, **options: Any) -> Any:
        steps.counting = True
        try:
            return part(*arguments, **options)
        finally:
            steps.counting = False

    return watched


def _context(
    steps: Steps, part: Callable[..., AbstractContextManager[Any]]
) -> Callable[..., AbstractContextManager[Any]]:
    @contextmanager
    def watched(*arguments: Any) -> Iterator[Any]:
        steps.counting = True
        try:
            with part(*arguments) as work:
                yield work
        finally:
            steps.counting = False

    return watched


def verdict(
    outcome: Outcome, refused: int, folder: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> str:
    """Return what is wrong with the outcome of a fault, "" if nothing is."""
    now = contents(folder)
    whole = {name: data for name, data in now.items() if not name.endswith(LITTER)}
    if "Traceback" in outcome.said:
        return "a traceback"
    if outcome.code == -signal.SIGKILL:
        own = {name: data for name, data in whole.items() if name != GIT_S_OWN}
        torn = [name for name, data in own.items() if data not in _either(name, before, after)]
        return f"neither old nor new: {torn}" if torn else ""
    if outcome.code == refused:
        said_once = refused != 3 or outcome.said.count("jcm: ") == 1
        return (
            "" if now == before and said_once else f"refused, and changed: {_differs(now, before)}"
        )
    if outcome.code == 0:
        return "" if whole == after else f"done, and not there: {_differs(whole, after)}"
    return f"exit code {outcome.code}"


def _either(name: str, before: dict[str, bytes], after: dict[str, bytes]) -> list[bytes]:
    return [state[name] for state in (before, after) if name in state]


def _differs(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    return sorted(name for name in first | second if first.get(name) != second.get(name))

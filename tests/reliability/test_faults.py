"""Whatever fails while a ledger is written, it is the old one or the new one, and says so."""

import errno
import fcntl
import os
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from examples import SECOND
from jcm_ledger.store import exchange
from reliability import kills
from reliability.faults import (
    ERRORS,
    Fault,
    Outcome,
    failing,
    fresh,
    mark,
    refusing,
    sending,
    write_in_place,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

OLD = SECOND.encode()
KILLED = -signal.SIGKILL

FAULTS: dict[str, tuple[Fault, int]] = {
    **{errno.errorcode[number]: (failing(number), 3) for number in ERRORS},
    "SIGINT": (sending(signal.SIGINT), 130),
    "SIGTERM": (sending(signal.SIGTERM), 143),
    "SIGKILL": (sending(signal.SIGKILL), KILLED),
}
"""Each fault, and what jcm exits with if it changed nothing."""


def verdict(path: Path, outcome: Outcome, refused: int) -> str:
    """Return what is wrong with the outcome of a fault, "" if nothing is."""
    data = path.read_bytes() if path.exists() else b""
    old, new = data == OLD, data.startswith(OLD) and data.count(b"A mark.") == 1
    if "Traceback" in outcome.said:
        return "a traceback"
    if outcome.code == KILLED:
        return "" if old or new else "neither the old ledger nor the new"
    if outcome.code == refused:
        said_once = refused != 3 or outcome.said.count("jcm: ") == 1
        return "" if old and said_once else "refused, and changed or not said in a sentence"
    if outcome.code == 0:
        return "" if new else "done, and not there"
    return f"exit code {outcome.code}"


def run(folder: Path, at: int, name: str, plant: Callable[[], None] | None = None) -> str:
    """Let one fault happen at one step, and then mark again; return what is wrong."""
    fault, refused = FAULTS[name]
    path = fresh(folder / f"{at}-{name}-{len(list(folder.iterdir()))}")
    outcome = mark(path, "A mark.", at, fault, plant)
    wrong = verdict(path, outcome, refused)
    after = mark(path, "The next mark.")
    left = {each.name for each in path.parent.iterdir()} - {path.name, f"{path.name}.lock", "said"}
    if not wrong and (after.code != 0 or left):
        wrong = f"the next mark exits with {after.code} and leaves {left or 'nothing'}"
    return f"{name} at step {at}: {wrong}: {outcome.said}" if wrong else ""


def steps_of(folder: Path) -> list[str]:
    """Return the steps of a write that nothing happens to."""
    path = fresh(folder / "undisturbed")
    outcome = mark(path, "A mark.")
    assert verdict(path, outcome, refused=3) == ""
    assert outcome.code == 0
    return outcome.steps


def test_a_fault_at_any_step_is_a_refusal_or_harmless(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    """One fault at each step, the faults taking turns: the ledger is old or new, never else."""
    steps = steps_of(tmp_path)
    for step in ("write half", "fchmod", "fchown", "renameat2", "unlink", "listdir", "flock"):
        assert step in steps
    assert steps.count("fsync") == len(("the new file", "its folder"))
    names = list(FAULTS)
    wrong = [run(tmp_path, at, names[at % len(names)]) for at in range(1, len(steps) + 1)]
    replaced = steps.index("renameat2")
    wrong += [run(tmp_path, at, "SIGINT") for at in range(replaced, len(steps) + 1)]
    figure(f"faults: {len(wrong)} injected at {len(steps)} steps, {sum(map(bool, wrong))} wrong")
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.long
def test_every_fault_at_every_step(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Every error, signal and kill at every step."""
    steps = steps_of(tmp_path)
    wrong = [run(tmp_path, at, name) for at in range(1, len(steps) + 1) for name in FAULTS]
    figure(f"faults, long: {len(wrong)} at {len(steps)} steps, {sum(map(bool, wrong))} wrong")
    assert not any(wrong), "\n".join(filter(None, wrong))


def test_writing_in_place_is_found(tmp_path: Path) -> None:
    """A ledger that is opened and written over is lost to a full disk: the test above sees it."""
    path = fresh(tmp_path / "undisturbed")
    count = len(mark(path, "A mark.", plant=write_in_place).steps)
    assert any(run(tmp_path, at, "ENOSPC", write_in_place) for at in range(1, count + 1))


def _is_folder(descriptor: int) -> bool:
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


def _is_lease(_descriptor: int, command: int, *_rest: object) -> bool:
    return command == fcntl.F_SETLEASE


def _is_lease_of_ledger(descriptor: int, command: int, *_rest: object) -> bool:
    name = Path(f"/proc/self/fd/{descriptor}").readlink().name
    return command == fcntl.F_SETLEASE and name == "commitments.toml"


def no_exchange() -> None:
    """Be a file system on which two files cannot trade names in one step."""
    patch.object(exchange, "exchanged", lambda *_: False).start()


def nfs() -> None:
    """Be a server that grants a lease of a new file only."""
    refusing(fcntl, "fcntl", errno.EAGAIN, _is_lease_of_ledger)()
    patch.object(exchange, "_is_remote", lambda _: True).start()


SHARED_DRIVES: dict[str, Callable[[], None]] = {
    "no fsync of a folder": refusing(os, "fsync", errno.EINVAL, _is_folder),
    "no fsync at all": refusing(os, "fsync", errno.ENOSYS),
    "a folder that cannot be read": refusing(
        os, "open", errno.EACCES, lambda path, *_: Path(os.fsdecode(path)).is_dir()
    ),
    "chmod refused": refusing(os, "fchmod", errno.EPERM),
    "no modes": refusing(os, "fchmod", errno.EOPNOTSUPP),
    "no owners": refusing(os, "fchown", errno.EPERM),
    "no attributes": refusing(os, "listxattr", errno.EOPNOTSUPP),
    "no leases": refusing(fcntl, "fcntl", errno.EINVAL, _is_lease),
    "no lease for anybody": refusing(fcntl, "fcntl", errno.EAGAIN, _is_lease),
    "leases by the server": nfs,
    "no locks": refusing(fcntl, "flock", errno.ENOLCK),
    "locks unknown": refusing(fcntl, "flock", errno.ENOSYS),
    "no exchange": no_exchange,
}
"""What file systems lack; each can be had as a mount somewhere, few of them here."""


@pytest.mark.parametrize("drive", SHARED_DRIVES)
def test_a_mark_works_where_a_file_system_lacks_something(tmp_path: Path, drive: str) -> None:
    """On a drive that cannot do everything, a mark is made all the same, and access not widened."""
    path = tmp_path / "commitments.toml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    outcome = mark(path, "A mark.", plant=SHARED_DRIVES[drive])
    assert verdict(path, outcome, refused=3) == ""
    assert outcome.code == 0
    assert not path.stat().st_mode & 0o777 & ~0o640
    names = {file.name for file in tmp_path.iterdir()}
    assert names - {"said"} == {"commitments.toml", "commitments.toml.lock"}


def test_without_an_exchange_a_fault_is_a_refusal_or_harmless(tmp_path: Path) -> None:
    """Where the ledger is compared and replaced, nothing that fails leaves less than a ledger."""
    path = fresh(tmp_path / "undisturbed")
    steps = mark(path, "A mark.", plant=no_exchange).steps
    after = range(steps.index("rename"), len(steps) + 1)
    wrong = [run(tmp_path, at, list(FAULTS)[at % len(FAULTS)], no_exchange) for at in after]
    wrong += [run(tmp_path, at, "SIGKILL", no_exchange) for at in after]
    assert not any(wrong), "\n".join(filter(None, wrong))


SAVED = b"# saved in that moment\n"


def saved_and_killed() -> None:
    """Be an editor that renames its file in just before the exchange, and a kill just after."""
    exchanged = exchange.exchanged

    def between(first: Path, second: Path) -> bool:
        save = second.with_name("save")
        save.write_bytes(SAVED + second.read_bytes())
        save.replace(second)
        exchanged(first, second)
        os.kill(os.getpid(), signal.SIGKILL)
        return True

    patch.object(exchange, "exchanged", between).start()


def test_a_save_that_a_kill_left_in_the_spare_file_is_kept(tmp_path: Path) -> None:
    """The next write puts it where people find it, says so, and changes nothing; then all goes on."""
    path = tmp_path / "commitments.toml"
    path.write_bytes(OLD)
    assert mark(path, "Killed.", plant=saved_and_killed).code == KILLED
    after_the_kill = path.read_bytes()
    refused = mark(path, "A mark.")
    (kept,) = tmp_path.glob("commitments.toml.*.rescued")
    assert (refused.code, kept.read_bytes()) == (3, SAVED + OLD)
    assert kept.name in refused.said
    assert path.read_bytes() == after_the_kill
    assert mark(path, "A mark.").code == 0
    assert kept.exists()


def test_kill_9_at_any_moment_leaves_a_ledger(
    tmp_path: Path, seed: str, figure: Callable[[str], None]
) -> None:
    """Killed at random moments: readable, old or new; the next write works and tidies up."""
    tally = kills.spree(tmp_path, 25, seed)
    figure(f"kills: {tally}, seed {seed}")
    assert tally.under_way
    assert tally.safe


@pytest.mark.long
def test_five_hundred_kills(tmp_path: Path, seed: str, figure: Callable[[str], None]) -> None:
    """The same, 500 times."""
    tally = kills.spree(tmp_path, 500, seed)
    figure(f"kills, long: {tally}, seed {seed}")
    assert tally.under_way
    assert tally.safe


def test_a_kill_finds_what_is_written_in_place(tmp_path: Path, seed: str) -> None:
    """Without a new file that takes the old one's place, a kill leaves half a ledger."""
    assert not kills.spree(tmp_path, 60, seed, write_in_place).safe

"""Whatever fails while a ledger is written, it is the old one or the new one, and says so."""

import errno
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from examples import SECOND
from reliability import kills
from reliability.faults import ERRORS, Fault, Outcome, failing, fresh, mark, sending, write_in_place

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
    for step in ("write half", "chmod", "chown", "renameat2", "unlink", "listdir", "flock"):
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

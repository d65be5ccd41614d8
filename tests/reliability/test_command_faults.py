"""Whatever fails while a command writes: exit 3 means that nothing changed, exit 0 that all did."""

import errno
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from jcm_ledger.store import files
from reliability.commands_under_fault import (
    CASES,
    GIT,
    LITTER,
    Case,
    contents,
    git_refuses,
    run,
    verdict,
)
from reliability.faults import ERRORS, Fault, failing, sending

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

FAULTS: dict[str, tuple[Fault, int]] = {
    **{errno.errorcode[number]: (failing(number), 3) for number in ERRORS},
    "SIGINT": (sending(signal.SIGINT), 130),
    "SIGTERM": (sending(signal.SIGTERM), 143),
    "SIGKILL": (sending(signal.SIGKILL), -signal.SIGKILL),
}
"""Each fault, and what jcm exits with if it changed nothing."""

ASKS_WHETHER_THERE = ("stat", "lstat")
"""Steps to which ENOENT is an answer, no failure."""

MAY_STAY = ("unlink", "rmdir")
"""Steps after whose failure a temporary file may be left: it could not be removed."""


class Undisturbed:
    """What a command does when nothing happens: its steps, the files before and after."""

    def __init__(self, folder: Path, case: Case) -> None:
        folder.mkdir()
        case.prepare(folder)
        self.before = contents(folder)
        outcome = run(folder, case)
        assert outcome.code == 0, outcome.said
        self.after = contents(folder)
        assert self.after != self.before
        self.steps = outcome.steps


def attempt(folder: Path, case: Case, whole: Undisturbed, at: int, name: str) -> str:
    """Let one fault happen at one step; return what is wrong."""
    folder /= f"{at}-{name}"
    if name == "ENOENT" and whole.steps[at - 1] in ASKS_WHETHER_THERE:
        name = "EIO"
    fault, refused = (git_refuses, 3) if name == GIT else FAULTS[name]
    folder.mkdir()
    case.prepare(folder)
    outcome = run(folder, case, at, fault)
    wrong = verdict(outcome, refused, folder, whole.before, whole.after)
    left = [each for each in contents(folder) if each.endswith(LITTER)]
    if not wrong and left and outcome.code != refused and whole.steps[at - 1] not in MAY_STAY:
        wrong = f"it leaves {left}"
    if not wrong and name == "SIGKILL":
        wrong = again(folder, case, whole)
    step = whole.steps[at - 1]
    return f"{case.line}: {name} at step {at}, {step}: {wrong}: {outcome.said}" if wrong else ""


def again(folder: Path, case: Case, whole: Undisturbed) -> str:
    """Run a command that was killed once more; return what is wrong."""
    had_ledger = any(each.endswith("commitments.toml") for each in contents(folder))
    force = ("--force",) if "-o" in case.line and "--force" not in case.line else ()
    outcome = run(folder, case._replace(line=case.line + force))
    if case.line[0] == "init" and had_ledger:
        return "" if outcome.code == 3 and "left as it is" in outcome.said else "not refused"
    now = {name: data for name, data in contents(folder).items() if not name.endswith(LITTER)}
    return "" if outcome.code == 0 and now == whole.after else "the next run does not mend it"


@pytest.mark.parametrize("name", CASES)
def test_a_fault_at_any_step_changes_nothing_or_is_harmless(
    tmp_path: Path, name: str, seed: str, figure: Callable[[str], None]
) -> None:
    """One fault at every second step, the faults taking turns, and git refusing wherever it is asked.

    The seed of the run says which half it is; --long takes every fault at every step.
    """
    case = CASES[name]
    whole = Undisturbed(tmp_path / "undisturbed", case)
    faults = list(FAULTS)
    first = 1 + sum(seed.encode()) % 2
    tried = [(at, faults[at // 2 % len(faults)]) for at in range(first, len(whole.steps) + 1, 2)]
    tried += [(at, GIT) for at, step in enumerate(whole.steps, start=1) if step == GIT]
    wrong = [attempt(tmp_path, case, whole, at, fault) for at, fault in tried]
    figure(
        f"faults in {name}: {len(tried)} at {len(whole.steps)} steps, {sum(map(bool, wrong))} wrong"
    )
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_every_fault_at_every_step(
    tmp_path: Path, name: str, figure: Callable[[str], None]
) -> None:
    """Every error, signal and kill at every step of every command."""
    case = CASES[name]
    whole = Undisturbed(tmp_path / "undisturbed", case)
    tried = [(at, fault) for at in range(1, len(whole.steps) + 1) for fault in FAULTS]
    wrong = [attempt(tmp_path, case, whole, at, fault) for at, fault in tried]
    figure(
        f"faults, long, in {name}: {len(tried)} at {len(whole.steps)} steps, "
        f"{sum(map(bool, wrong))} wrong"
    )
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("name", ["init", "export", "report", "schema"])
def test_what_is_not_taken_back_is_found(tmp_path: Path, name: str) -> None:
    """If files that were made stayed after a failure, the tests above would see it."""
    case = CASES[name]
    whole = Undisturbed(tmp_path / "undisturbed", case)
    steps = [at for at, step in enumerate(whole.steps, start=1) if step == "fsync"]
    with patch.object(files, "take_away", lambda *_: None):
        assert any(attempt(tmp_path, case, whole, at, "EIO") for at in steps)

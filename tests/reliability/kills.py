"""`kill -9` at a random moment of a mark, again and again, on one ledger."""

import os
import random
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from examples import SECOND
from jcm_ledger import commands
from jcm_ledger.errors import InvalidLedger
from jcm_ledger.store.reading import parse


class Tally(Struct):
    """What came of the kills: how many hit a mark under way, and what was found afterwards."""

    kills: int
    under_way: int = 0
    written: int = 0
    unreadable: int = 0
    neither_old_nor_new: int = 0
    blocked: int = 0
    litter: int = 0

    @property
    def safe(self) -> bool:
        """Whether every ledger was the old or the new one, and the next write worked."""
        return not (self.unreadable or self.neither_old_nor_new or self.blocked or self.litter)


def spree(folder: Path, kills: int, seed: str, plant: Callable[[], None] | None = None) -> Tally:
    """Kill so many marks, each at a moment drawn from a little more than a mark takes.

    It ends at the first damage.
    """
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    path = folder / "commitments.toml"
    tally = Tally(kills)
    path.write_text(SECOND, encoding="utf-8")
    longest = max(_seconds_of_a_mark(path, number) for number in range(3))
    for number in range(kills):
        old = path.read_bytes()
        child = _start(path, f"killed {number}", plant)
        select.select([], [], [], chance.uniform(0, longest * 1.2))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        tally.under_way += os.WIFSIGNALED(status)
        _look(tally, path, old, f"killed {number}")
        code = os.waitstatus_to_exitcode(os.waitpid(_start(path, f"next {number}"), 0)[1])
        tally.blocked += code != 0
        names = {each.name for each in folder.iterdir()}
        tally.litter += names != {path.name, f"{path.name}.lock"}
        if not tally.safe:
            break
        path.write_text(SECOND, encoding="utf-8")
    return tally


def _look(tally: Tally, path: Path, old: bytes, note: str) -> None:
    data = path.read_bytes()
    try:
        journal = parse(data, "killed").journal
    except InvalidLedger:
        tally.unreadable += 1
        return
    if data == old:
        return
    if data.startswith(old) and journal[-1].note == note and len(journal) == 4:
        tally.written += 1
    else:
        tally.neither_old_nor_new += 1


def _seconds_of_a_mark(path: Path, number: int) -> float:
    started = time.monotonic()
    os.waitpid(_start(path, f"timed {number}"), 0)
    taken = time.monotonic() - started
    path.write_text(SECOND, encoding="utf-8")
    return taken


def _start(path: Path, note: str, plant: Callable[[], None] | None = None) -> int:
    """Return the process that marks; it has all modules already, so most of its life is writing."""
    child = os.fork()
    if child:
        return child
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    if plant is not None:
        plant()
    os._exit(commands.run(["--ledger", str(path), "mark", "krill-survey", "--note", note]))

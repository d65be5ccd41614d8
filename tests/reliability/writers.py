"""Many processes that mark one ledger at once, and an editor that takes no lock."""

import multiprocessing
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from examples import SECOND
from jcm_ledger import commands
from jcm_ledger.commands import output
from jcm_ledger.store.exchange import exchanged
from jcm_ledger.store.reading import parse

Plant = Callable[[], None]
"""Plants a bug in the process it is called in."""

PROCESSES = multiprocessing.get_context("fork")


class Tally(Struct):
    """What a storm left in the ledger. Who was refused for want of the lock tried again."""

    wanted: int
    present: int
    doubled: int
    saves: int
    saves_lost: int
    readable: bool
    failed: int = 0
    refused: int = 0
    seconds: float = 0

    @property
    def whole(self) -> bool:
        """Whether every mark and every save is there, each once."""
        there = self.readable and self.present == self.wanted
        return there and self.doubled == self.failed == self.saves_lost == 0


REFUSED = 3
MOST_TRIES = 40
"""How often a writer tries to put one mark on file."""


def storm(  # noqa: PLR0913 - one parameter a condition
    folder: Path,
    writers: int,
    marks: int,
    saves: int,
    plant: Plant | None = None,
    *,
    other_way: Path | None = None,
) -> Tally:
    """Let so many processes mark so often each, and an editor save meanwhile; count the result.

    Every second process comes by the other way to the folder, if there is one.
    """
    path = folder / "commitments.toml"
    path.write_text(SECOND, encoding="utf-8")
    started = time.monotonic()
    wanted = writers * marks
    gate = PROCESSES.Barrier(writers + 1)
    refusals, failures = PROCESSES.Value("i", 0), PROCESSES.Value("i", 0)
    done = PROCESSES.Value("i", 0)
    one_more = PROCESSES.Condition()

    def mark(writer: int) -> None:
        said = _overheard()
        if plant is not None:
            plant()
        gate.wait()
        for number in range(marks):
            note = f"mark {writer}-{number}"
            way = other_way / path.name if other_way and writer % 2 else path
            line = ["--ledger", str(way), "mark", "krill-survey", "--note", note]
            for code in _failing(line):
                counter = refusals if code == REFUSED else failures
                with counter.get_lock():
                    counter.value += 1
                sys.stdout.write(f"mark {writer}-{number}: {code}: {said}\n")
                said.clear()
            with one_more:
                done.value += 1
                one_more.notify_all()

    def edit() -> None:
        gate.wait()
        for number in range(saves):
            with one_more:  # its saves are spread over the whole storm
                one_more.wait_for(lambda: done.value >= number * wanted // saves, timeout=10)  # noqa: B023
            (_append if number % 2 else _rewrite)(path, f"# save {number}")

    workers = [PROCESSES.Process(target=mark, args=(number,)) for number in range(writers)]
    workers.append(PROCESSES.Process(target=edit))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    tally = _count(path, wanted, saves)
    tally.failed, tally.refused = failures.value, refusals.value
    tally.seconds = round(time.monotonic() - started, 1)
    return tally


def _failing(line: Sequence[str]) -> Iterator[int]:
    """Yield the code of each try that was refused, when nothing changed, or of one that failed.

    There are so many tries at most: without a lock a ledger may be torn, and is refused ever after.
    """
    for _ in range(MOST_TRIES):
        code = commands.run(line)
        if code:
            yield code
        if code != REFUSED:
            return


def _count(path: Path, wanted: int, saves: int) -> Tally:
    data = path.read_bytes()
    notes = Counter(re.findall(rb"mark \d+-\d+", data))
    lost = sum(f"# save {number}\n".encode() not in data for number in range(saves))
    try:
        readable = len(parse(data, "storm").journal) == 3 + notes.total()
        readable = readable and commands.run(["--ledger", str(path), "check"]) == 0
    except Exception:  # noqa: BLE001 - whatever it is, it is not readable
        readable = False
    return Tally(
        wanted=wanted,
        present=len(notes),
        doubled=notes.total() - len(notes),
        saves=saves,
        saves_lost=lost,
        readable=readable,
    )


def _append(path: Path, comment: str) -> None:
    """Add a line as `echo … >> file` does: in place, without looking."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{comment}\n")


def _rewrite(path: Path, comment: str) -> None:
    """Put a line at the top as careful editors do, which look before they save.

    One that saves what it read a while ago, whatever the file has become, overwrites other
    people's work by itself: nothing that jcm does could prevent it.
    """
    spare = path.with_name("editor~")
    while True:
        read = path.read_bytes()
        spare.write_bytes(f"{comment}\n".encode() + read)
        assert exchanged(spare, path)
        if spare.read_bytes() == read:
            spare.unlink()
            return
        exchanged(spare, path)


def _overheard() -> list[str]:
    """Return the list that everything jcm says goes to, from now on, in this process."""
    said: list[str] = []
    patch.object(output, "tell", said.append).start()
    patch.object(output, "say", str).start()
    return said

"""Measure jcm, its peers and the floors: whole processes, in turn. See README.md."""

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import ledgers
import programs
from programs import FLOORS, JCM, LEAN, OF_THE_SHIPPED, PEERS, RICH, Program

WORK = (
    programs.VERSION,
    programs.COMPLETE,
    programs.TABLE,
    programs.PIPE,
    programs.OWNER,
    programs.MARK,
    programs.REPORT,
    programs.CHECK,
)
MOST_FOR_PEERS = 10_000
KEPT = ("PATH", "LANG", "SYSTEMROOT", "TERM")


class Run(NamedTuple):
    """One process: seconds by the clock, seconds of processor, and peak memory in MB."""

    wall: float
    cpu: float
    peak: float


class Figure(NamedTuple):
    """The median of some runs of one program at one work; `cache` is of CACHES, or none."""

    size: int
    work: str
    program: str
    cache: str
    runs: int
    wall: float
    cpu: float
    peak: float


class Target(NamedTuple):
    """How many times the time of another program, or of other work, a work may take at the most."""

    size: int
    work: str
    cache: str
    other: str
    other_cache: str
    most: float
    other_work: str = ""  # the same work, if nothing is said


WARM, COLD, APPENDED, NONE = "warm", "cold", "appended", ""
CACHES = {
    WARM: "warm cache",
    COLD: "cold cache",
    APPENDED: "cache of before one more entry",
}
TASKS = (programs.TASKS_ALONE, programs.TASKS_WITH_ENTRIES)
TARGETS = (
    Target(OF_THE_SHIPPED, programs.TABLE, WARM, RICH, NONE, 1.2),
    Target(OF_THE_SHIPPED, programs.TABLE, WARM, "todoman", WARM, 1.05),
    Target(OF_THE_SHIPPED, programs.COMPLETE, WARM, LEAN, NONE, 1.1),
    *(Target(10_000, programs.PIPE, WARM, tasks, NONE, 0.6) for tasks in TASKS),
    *(Target(10_000, programs.PIPE, COLD, tasks, NONE, 1.2) for tasks in TASKS),
    *(Target(10_000, programs.TABLE, WARM, tasks, NONE, 1.0) for tasks in TASKS),
    *(Target(10_000, programs.OWNER, WARM, tasks, NONE, 1.0) for tasks in TASKS),
    Target(10_000, programs.OWNER, WARM, "todoman", WARM, 0.5),
    *(Target(10_000, programs.MARK, WARM, tasks, NONE, 2.5) for tasks in TASKS),
    Target(10_000, programs.MARK, WARM, "topydo", NONE, 0.4),
    Target(10_000, programs.REPORT, WARM, "hledger", NONE, 0.6),
    Target(10_000, programs.REPORT, COLD, "hledger", NONE, 1.0),
    Target(10_000, programs.CHECK, COLD, "hledger", NONE, 1.0),
    Target(10_000, programs.MARK, WARM, JCM.name, COLD, 0.6, programs.CHECK),
    Target(10_000, programs.PIPE, APPENDED, JCM.name, WARM, 1.3),
)
MOST_GROWTH = 6.0
MOST_MEMORY = 120.0


class Subject(NamedTuple):
    """A program in a folder of its own with items in it, ready for one kind of work."""

    program: Program
    home: Path
    work: str
    size: int
    cache: str

    def run(self) -> Run:
        """Run the work once in a fresh copy of the folder."""
        if self.work == programs.MARK or self.cache == APPENDED:
            shutil.rmtree(self.home)
            shutil.copytree(f"{self.home}.kept", self.home)
        if self.cache == APPENDED:
            programs.append_entry(self.home, self._id())
        if self.cache == COLD:
            for name in self.program.caches:
                path = self.home / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        return _process(self._command(), self._environment(), self.home)

    def _command(self) -> list[str]:
        return [*self.program.command, *map(self._filled, self.program.work[self.work])]

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        given = {key: self._filled(value) for key, value in self.program.environment.items()}
        if self.work == programs.COMPLETE:
            given |= {"_JCM_COMPLETE": "bash"}
        return kept | {"HOME": str(self.home)} | given

    def _filled(self, text: str) -> str:
        values = {"{home}": str(self.home), "{id}": self._id(), "{begun}": self._id()[:4]}
        values["{owner}"] = "METI" if self.size == OF_THE_SHIPPED else "DSIT"
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    def _id(self) -> str:
        return "semiconductor-talks" if self.size == OF_THE_SHIPPED else ledgers.name_of(4)


def _process(command: Sequence[str], environment: dict[str, str], folder: Path) -> Run:
    """Run a process to its end; raise RuntimeError if it fails."""
    quiet = subprocess.DEVNULL
    started = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603 - commands of this benchmark
        command, env=environment, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"exit {child.returncode}: {shlex.join(command)}")
    in_a_megabyte = 1e6 if sys.platform == "darwin" else 1e3
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / in_a_megabyte)


def _installed(given: Iterable[str]) -> list[Program]:
    """Return the programs that are there, by PATH or as `NAME=COMMAND` says."""
    commands = {
        name: shlex.split(command) for name, _, command in (g.partition("=") for g in given)
    }
    known = [each._replace(command=tuple(commands.get(each.name, each.command))) for each in PEERS]
    jcm = JCM._replace(
        command=tuple(commands.get("jcm", [str(Path(sys.executable).with_name("jcm"))]))
    )
    missing = [each.name for each in known if not shutil.which(each.command[0])]
    if missing:
        _tell(f"not installed, not measured: {', '.join(missing)}")
    return [jcm, *FLOORS, *(each for each in known if each.name not in missing)]


def _subjects(measured: Iterable[Program], size: int, folder: Path) -> Iterator[Subject]:
    """Yield each program with each work it can do, its items written and its caches warm."""
    for number, program in enumerate(measured):
        if program.name in PEERS_BY_NAME and size > MOST_FOR_PEERS:
            continue
        home = folder / f"{number}"
        home.mkdir()
        program.write(home, size)
        caches = (WARM, COLD) if program.caches else (NONE,)
        found = [Subject(program, home, work, size, c) for work in program.work for c in caches]
        if program.caches:
            Subject(program, home, programs.PIPE, size, WARM).run()
        shutil.copytree(home, f"{home}.kept")
        yield from found
        if program.name == JCM.name:
            apart = folder / f"{number}.appended"  # what is appended there, no other run reads
            for copy in (apart, f"{apart}.kept"):
                shutil.copytree(home, copy)
            yield Subject(program, apart, programs.PIPE, size, APPENDED)


PEERS_BY_NAME = {each.name for each in PEERS}


def _measured(subjects: Sequence[Subject], runs: int) -> Iterator[Figure]:
    """Yield the median of each subject: they run in turn, and the first round counts nothing.

    A warm run follows a cold one of the round before, which left the cache filled.
    """
    took: list[list[Run]] = [[] for _ in subjects]
    for number in range(runs + 1):
        for subject, mine in zip(subjects, took, strict=True):
            result = subject.run()
            if number:
                mine.append(result)
    for subject, mine in zip(subjects, took, strict=True):
        wall, cpu, peak = (statistics.median(values) for values in zip(*mine, strict=True))
        yield Figure(
            subject.size,
            subject.work,
            subject.program.name,
            subject.cache,
            len(mine),
            wall,
            cpu,
            peak,
        )


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _figures_table(figures: Sequence[Figure], size: int) -> str:
    """Return a table of what was measured at one size, as ratios to jcm's first figure too."""
    rows = []
    for work in WORK:
        mine = [each for each in figures if (each.size, each.work) == (size, work)]
        for each in sorted(mine, key=lambda figure: figure.wall):
            base = next((jcm for jcm in mine if jcm.program == JCM.name), each)
            name = (
                f"`{each.program}`" if each.program.startswith(("import", "pass")) else each.program
            )
            rows.append(
                (
                    each.work,
                    f"{name}, {CACHES[each.cache]}" if each.cache else name,
                    f"{each.wall * 1e3:,.0f}",
                    f"{each.cpu * 1e3:,.0f}",
                    f"{base.wall / each.wall:.2f} of it",
                    f"{each.peak:,.0f}",
                )
            )
    return _table(("work", "program", "ms", "processor, ms", "jcm takes", "peak, MB"), rows)


def _targets_table(figures: Sequence[Figure]) -> str:
    """Return how the figures stand to TARGETS, by the clock and by the processor."""
    known = {(each.size, each.work, each.program, each.cache): each for each in figures}
    rows = []
    for target in TARGETS:
        mine = known.get((target.size, target.work, JCM.name, target.cache))
        other_work = target.other_work or target.work
        other = known.get((target.size, other_work, target.other, target.other_cache))
        if mine and other:
            what = f"{target.work}, {target.size:,}, {CACHES[target.cache]}"
            against = ", ".join(
                filter(None, (target.other, target.other_work, CACHES.get(target.other_cache)))
            )
            against = f"{target.most} times {against}"
            rows.append(
                _judged(what, against, mine.wall / other.wall, mine.cpu / other.cpu, target.most)
            )
    for work in WORK:
        for cache in (WARM, COLD):
            small, large = (known.get((size, work, JCM.name, cache)) for size in (10_000, 50_000))
            if small and large:
                growth = large.wall / small.wall, large.cpu / small.cpu
                rows.append(
                    _judged(
                        f"{work}, 50,000 against 10,000, {cache}",
                        f"{MOST_GROWTH} times",
                        *growth,
                        MOST_GROWTH,
                    )
                )
    peaks = [each.peak for each in figures if each.size == 10_000 and each.program == JCM.name]  # noqa: PLR2004
    if peaks:
        rows.append(
            _judged(
                "peak memory at 10,000",
                f"{MOST_MEMORY:.0f} MB",
                max(peaks),
                max(peaks),
                MOST_MEMORY,
            )
        )
    return _table(("work", "at most", "clock", "processor", ""), rows)


def _judged(what: str, limit: str, wall: float, cpu: float, most: float) -> tuple[str, ...]:
    """Return a row of the table of targets; the processor judges, for it drifts least."""
    verdict = "over" if cpu > most else "over by the clock" if wall > most else ""
    return (what, limit, f"{wall:.2f}", f"{cpu:.2f}", verdict)


def main() -> int:
    """Measure, print tables, and write the figures as JSON if asked; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[11, 1_000, 10_000, 50_000])
    parser.add_argument("--runs", type=int, default=7, help="runs that count, for each figure")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--work", action="append", choices=WORK, help="only this; repeated")
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    figures: list[Figure] = []
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            subjects = list(_subjects(_installed(asked.peer), size, Path(folder)))
            for work in asked.work or WORK:
                _tell(f"{size:,}: {work}")
                figures += _measured([each for each in subjects if each.work == work], asked.runs)
        sys.stdout.write(f"## {size:,} commitments\n\n{_figures_table(figures, size)}\n")
        sys.stdout.flush()
    sys.stdout.write(f"## Targets\n\n{_targets_table(figures)}")
    if asked.json:
        asked.json.write_text(json.dumps([each._asdict() for each in figures], indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

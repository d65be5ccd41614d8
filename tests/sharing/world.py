"""Two secretariats that share a ledger over git: a bare repository and a clone of each."""

import atexit
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import tomli

from examples import SECOND
from jcm_ledger import commands

LEDGER = "commitments.toml"
TABLES = ("krill-survey", "data-exchange", "host-oc-4")
SIDES = ("bergen", "valdivia")

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_DATE": "2022-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2022-01-01T00:00:00Z",
    "GIT_EDITOR": "true",
    "GIT_MERGE_AUTOEDIT": "no",
    "LC_ALL": "C",
    # Many small repositories that nobody keeps: no syncing, no housekeeping.
    "GIT_CONFIG_COUNT": "3",
    "GIT_CONFIG_KEY_0": "core.fsync",
    "GIT_CONFIG_VALUE_0": "none",
    "GIT_CONFIG_KEY_1": "gc.auto",
    "GIT_CONFIG_VALUE_1": "0",
    "GIT_CONFIG_KEY_2": "maintenance.auto",
    "GIT_CONFIG_VALUE_2": "false",
}

Journal = Counter[str]
"""How often each entry stands in a ledger."""


class Operation(NamedTuple):
    """One thing that one side does; `number` says to what, or which of some wordings."""

    deed: str
    side: int
    number: int


WORK = ("mark", "mark", "mark", "add", "edit", "remark", "found", "found", "use", "drop")
JOINS = ("merge", "rebase", "pick", "cross")


class Merge(NamedTuple):
    """One merge that git asked jcm for: its three inputs, jcm's exit code, and what it wrote."""

    base: Path
    ours: Path
    theirs: Path
    code: int
    result: str

    def expected(self) -> Journal:
        """Return the entries that a merge of these should have: those of both sides, once."""
        return journal(self.ours.read_text("utf-8")) | journal(self.theirs.read_text("utf-8"))


def _unit(number: int) -> str:
    """Return a body, or for an even number a meeting, that nothing names yet."""
    if number % 2:
        return f'[organisation.unit-{number}]\nname = "Unit {number}"\nside = "Norway"\n'
    return f"[meeting.unit-{number}]\nheld = 2021-01-0{number + 1}\n"


def journal(text: str) -> Journal:
    """Return the entries of a ledger, without their translations."""
    return Counter(map(_plain, tomli.loads(text)["progress"]))


def translations(text: str) -> set[str]:
    """Return the entries of a ledger that have a translation."""
    return {_plain(entry) for entry in tomli.loads(text)["progress"] if "note_ja" in entry}


def _plain(entry: dict[str, object]) -> str:
    return str(sorted((key, value) for key, value in entry.items() if key != "note_ja"))


def with_ours(text: str) -> str:
    """Return a ledger with our side of each conflict chosen."""
    return re.sub(
        r"<{7,} ours \(jcm\)\n(.*?)={7,}\n.*?>{7,} theirs \(jcm\)\n", r"\1", text, flags=re.DOTALL
    )


class World:
    """A shared repository and a clone of each side, with jcm set up to merge the ledger.

    What a person has to do about a conflict is done: our wording is chosen.
    """

    def __init__(self, folder: Path) -> None:
        """Copy what `founded` made, for histories are many."""
        self.folder = folder
        self.clones = [folder / side for side in SIDES]
        self.known: Journal = journal(SECOND)
        shutil.copytree(founded(), folder, dirs_exist_ok=True)

    def merges(self) -> Iterator[Merge]:
        """Yield the merges that git asked jcm for."""
        for folder in sorted(self.folder.glob("merges/*")):
            code = int((folder / "code").read_text())
            result = (folder / "result").read_text("utf-8")
            yield Merge(folder / "base", folder / "ours", folder / "theirs", code, result)

    def do(self, operation: Operation) -> None:
        """Carry one operation out."""
        getattr(self, f"_{operation.deed}")(operation.side, operation.number)

    def settle(self) -> None:
        """Have both sides merge until they have the same."""
        for side in (0, 1, 0):
            self._merge(side, 0)

    def text(self, side: int) -> str:
        """Return a side's ledger."""
        return (self.clones[side] / LEDGER).read_text(encoding="utf-8")

    def _mark(self, side: int, number: int) -> None:
        """Record one of four notes: both sides may happen on the same one."""
        before = journal(self.text(side))
        jcm(self.clones[side], "mark", TABLES[number % 3], "--on=2022-07-01", f"--note=n{number}")
        self.known |= journal(self.text(side)) - before
        self._commit(side)

    def _add(self, side: int, number: int) -> None:
        """Add one of four commitments; two of them are worded in another way by each side."""
        title = f"Plan {number}" if number % 2 else f"Plan of {SIDES[side]}"
        arguments = (f"--id=plan-{number}", "--owner=HAV", "--meeting=oc-3")
        jcm(self.clones[side], "add", title, *arguments)
        self._commit(side)

    def _edit(self, side: int, number: int) -> None:
        """Word a title anew by hand; the other side may word it otherwise."""
        table = re.escape(f"[commitment.{TABLES[number % 3]}]")
        new = rf'\g<1>title = "Title {number} of {SIDES[side]}"'
        self._write(side, re.sub(rf"({table}\n(?:#.*\n)*)title = .*", new, self.text(side)))

    def _translate(self, side: int, number: int) -> None:
        """Add the Japanese of a note on file; the other side may word an odd one otherwise."""
        _before, *entries = re.split(r"(?=^\[\[progress\]\]$)", self.text(side), flags=re.MULTILINE)
        entry = entries[number % len(entries)]
        if "note_ja" not in entry:
            wording = f"その{number}、{SIDES[side]}" if number % 2 else f"その{number}"
            new = re.sub(r"(?m)^note .*$", rf'\g<0>\nnote_ja = "{wording}"', entry)
            self._write(side, self.text(side).replace(entry, new))

    def _found(self, side: int, number: int) -> None:
        """Declare a body or a meeting, in a commit of its own."""
        if (table := _unit(number)) not in self.text(side):
            self._write(side, f"{self.text(side)}\n{table}")

    def _use(self, side: int, number: int) -> None:
        """Add a commitment that names this body or meeting, in the commit after."""
        self._found(side, number)
        names = ("--owner=HAV", f"--meeting=unit-{number}")
        if number % 2:
            names = (f"--owner=unit-{number}", "--meeting=oc-3")
        jcm(self.clones[side], "add", f"Task {number}", f"--id=task-{number}", *names)
        self._commit(side)

    def _drop(self, side: int, number: int) -> None:
        """Take out this body or meeting, unless something on this side names it."""
        text = self.text(side)
        if f'"unit-{number}"' not in text:
            self._write(side, text.replace(_unit(number), ""))

    def _remark(self, side: int, number: int) -> None:
        """Put a remark above a table, or a paragraph of its own between two."""
        header = f"[commitment.{TABLES[number % 3]}]"
        gap = "\n" if number % 2 else ""
        self._write(side, self.text(side).replace(header, f"# Seen {number}.\n{gap}{header}", 1))

    def _write(self, side: int, text: str) -> None:
        (self.clones[side] / LEDGER).write_text(text, encoding="utf-8", newline="")
        self._commit(side)

    def _commit(self, side: int) -> None:
        git(self.clones[side], "commit", "--quiet", "--all", "--message=Go on", "--allow-empty")

    def _merge(self, side: int, _number: int) -> None:
        """Merge what the other side shared, and share the result."""
        clone = self.clones[side]
        git(clone, "fetch", "--quiet", "origin")
        self._join(side, "origin/main", "merge", "origin/main")
        git(clone, "push", "--quiet", "origin", "main")

    def _rebase(self, side: int, _number: int) -> None:
        """Put one's own commits on top of what the other side shared, and share the result."""
        clone = self.clones[side]
        git(clone, "fetch", "--quiet", "origin")
        self._join(side, "origin/main", "rebase", "origin/main")
        git(clone, "push", "--quiet", "origin", "main")

    def _pick(self, side: int, number: int) -> None:
        """Take one of the other side's last commits alone, shared or not."""
        clone, other = self.clones[side], self.clones[1 - side]
        git(clone, "fetch", "--quiet", str(other), "main")
        line = git(clone, "rev-list", "--first-parent", "--parents", "FETCH_HEAD").splitlines()
        commit, *parents = line[min(number // 2, len(line) - 1)].split()
        if len(parents) == 1:
            self._join(side, "", "cherry-pick", "--allow-empty", commit)

    def _cross(self, _side: int, _number: int) -> None:
        """Have both sides merge the other's last state at the same time."""
        heads = [git(clone, "rev-parse", "HEAD").strip() for clone in self.clones]
        for side in (0, 1):
            git(self.clones[side], "fetch", "--quiet", str(self.clones[1 - side]), "main")
            self._join(side, heads[1 - side], "merge", heads[1 - side])

    def _join(self, side: int, other: str, *command: str) -> None:
        """Run a git command that may merge, and see that it kept every entry of both."""
        clone = self.clones[side]
        heads = [self._at(side, head) for head in ("HEAD", other) if head]
        expected: Journal = Counter()
        for text in heads:
            expected |= journal(text)
        done = run(clone, "git", *command)
        while done.returncode:
            if f"UU {LEDGER}" in git(clone, "status", "--short"):
                self._choose_ours(side)
                git(clone, "add", LEDGER)
                done = run(clone, "git", command[0], "--continue")
            else:  # what is picked is there already
                assert "--skip" in done.stdout + done.stderr, done.stdout + done.stderr
                done = run(clone, "git", command[0], "--skip")
        found = journal(self.text(side))
        assert not expected - found, "lost"
        assert not found - self.known, "doubled"
        assert set().union(*map(translations, heads)) <= translations(self.text(side)), "untold"
        assert jcm(clone, "check") == 0, "check finds something"

    def _choose_ours(self, side: int) -> None:
        """Choose our wording between the markers, by hand."""
        marked = self.text(side)
        chosen = with_ours(marked)
        assert chosen != marked
        (self.clones[side] / LEDGER).write_text(chosen, encoding="utf-8", newline="")

    def _at(self, side: int, revision: str) -> str:
        return git(self.clones[side], "show", f"{revision}:{LEDGER}")


@cache
def founded() -> Path:
    """Return a folder with a shared repository and two clones of it, set up by jcm git-setup.

    Each merge leaves its inputs and its result in the folder `merges`.
    """
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "shared.git")
    first, second = (folder / side for side in SIDES)
    for clone in (first, second):
        git(folder, "clone", "--quiet", "shared.git", clone.name)
        git(clone, "config", "remote.origin.url", "../shared.git")
        git(clone, "config", "user.name", clone.name)
        git(clone, "config", "user.email", f"{clone.name}@example.org")
        git(clone, "checkout", "--quiet", "-B", "main")
    (first / LEDGER).write_text(SECOND, encoding="utf-8", newline="")
    jcm(first, "git-setup")
    git(first, "add", ".")
    git(first, "commit", "--quiet", "--message=Begin")
    git(first, "push", "--quiet", "origin", "main")
    git(second, "pull", "--quiet", "origin", "main")
    jcm(second, "git-setup")
    (folder / "merges").mkdir()
    for clone in (first, second):
        driver = git(clone, "config", "merge.jcm.driver").strip()
        git(clone, "config", "merge.jcm.driver", _RECORDED.format(driver))
    return folder


_RECORDED = (
    "d=$(mktemp -d ../merges/XXXXXXXX) && cp %O $d/base && cp %A $d/ours && cp %B $d/theirs; "
    "{}; code=$?; cp %A $d/result; echo $code >$d/code; exit $code"
)


def run(folder: Path, *command: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and return what came of it."""
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, input=stdin, check=False
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(command, done.returncode, out, err)


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    """Run git and return what it answers; it has to succeed."""
    done = run(folder, "git", *arguments, stdin=stdin)
    assert done.returncode == 0, f"git {arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def jcm(clone: Path, command: str, *arguments: str) -> int:
    """Run a command of jcm on a clone's ledger in this process; return its exit code."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return commands.run([command, *arguments, "--ledger", str(clone / LEDGER)])

"""What git knows of a ledger: asked with fixed arguments, without a shell.

Git is asked from the ledger's own folder, which may be in a submodule or a linked worktree; where
the caller set GIT_DIR alone, as hooks do, from the caller's folder, which is the work tree then.
"""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from jcm_ledger.errors import (
    BadRevision,
    GitFailed,
    NoGit,
    NotARepository,
    NotInRevision,
    UnknownRevision,
)
from jcm_ledger.store.source import behind_links
from jcm_ledger.store.text import OURS, THEIRS


class Tracked:
    """A file as git sees it: the folder to ask from, and the file's path from there."""

    def __init__(self, path: Path, name: str) -> None:
        """Keep the way to the file; `name` is what it is called in errors."""
        target = behind_links(path)
        here = "GIT_DIR" in os.environ and "GIT_WORK_TREE" not in os.environ
        self.folder = Path.cwd() if here else target.parent
        self.path = Path(os.path.relpath(target, self.folder)).as_posix()
        self.name = name

    def at(self, revision: str) -> bytes:
        """Return the file's bytes at a revision.

        Raise NoGit, NotARepository, BadRevision, UnknownRevision or NotInRevision.
        """
        if not revision or revision.startswith("-"):
            raise BadRevision(revision)
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = self._run(*asked)
        if found.returncode != 0:
            shallow = self.ask("rev-parse", "--is-shallow-repository") == "true"
            born = self.holds("rev-parse", "--verify", "--quiet", "HEAD")
            raise UnknownRevision(revision, self.name, shallow=shallow, born=born)
        commit = found.stdout.decode().strip()
        blob = self._run("cat-file", "blob", f"{commit}:./{self.path}")
        if blob.returncode != 0:
            tracked = self.holds("ls-files", "--error-unmatch", "--", self.path)
            raise NotInRevision(self.name, revision, tracked=tracked)
        return blob.stdout

    def ask(self, *arguments: str) -> str:
        """Return what git answers, without the newline; raise what says why it does not."""
        done = self._run(*arguments)
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip()
            if "not a git repository" in said:
                raise NotARepository(self.name, os.environ.get("GIT_DIR", ""))
            raise GitFailed(arguments[0], said.removeprefix("fatal: "))
        return done.stdout.decode(errors="replace").rstrip("\n")

    def blob(self, blob: str) -> bytes:
        """Return the bytes that git keeps under this name, none if it does not."""
        return self._run("cat-file", "blob", blob).stdout

    def holds(self, *arguments: str) -> bool:
        """Return whether git says yes, by its exit code."""
        return self._run(*arguments).returncode == 0

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - fixed arguments, and no shell
                ["git", "-C", str(self.folder), *arguments],  # noqa: S607 - the git of PATH
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                env=_environment(),
            )
        except OSError as error:
            raise NoGit(error.strerror or str(error)) from None


def _environment() -> dict[str, str]:
    """Return what git is given: what the caller set, whichever folder git is asked from.

    Its language is fixed, as what it says is told apart by its words.
    """
    paths = {name: os.path.abspath(os.environ[name]) for name in _PATHS if os.environ.get(name)}  # noqa: PTH100 - links stay
    return {**os.environ, **paths, "LC_ALL": "C"}


_PATHS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")


class Unmerged(NamedTuple):
    """A file that git could not merge: both sides, and whether it is still as our side has it."""

    untouched: bool
    ours: bytes
    theirs: bytes


def unmerged(path: Path, name: str) -> Unmerged | None:
    """Return how far an unmerged file is; None if it is merged, or git knows nothing of it."""
    file = Tracked(path, name)
    parents = (file.folder, *file.folder.parents)
    if "GIT_DIR" not in os.environ and not any((each / ".git").exists() for each in parents):
        return None
    try:
        stages = file.ask("ls-files", "--unmerged", "-z", "--", f":(literal){file.path}")
        if not stages:
            return None
        now = file.ask("hash-object", "--", file.path)
    except (NoGit, NotARepository, GitFailed):
        return None
    blobs = {stage: blob for _mode, blob, stage in map(str.split, _heads(stages))}
    ours, theirs = (file.blob(blobs[side]) if side in blobs else b"" for side in (_OURS, _THEIRS))
    return Unmerged(blobs.get(_OURS) == now, ours, theirs)


_OURS, _THEIRS = "2", "3"


def _heads(stages: str) -> list[str]:
    """Return mode, blob and stage of each line that `git ls-files --unmerged -z` gives."""
    return [line.partition("\t")[0] for line in stages.split("\0") if line]


def merge_lines(base: Path, ours: Path, theirs: Path, marker: int) -> bytes | None:
    """Return git's own merge by line, with at least one conflict between markers; else None."""
    labels = [word for side in (OURS, "base", THEIRS) for word in ("-L", side)]
    files = [str(path.absolute()) for path in (ours, base, theirs)]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, and no shell
            ["git", "merge-file", "-p", f"--marker-size={marker}", *labels, *files],  # noqa: S607 - the git of PATH
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return done.stdout if 0 < done.returncode <= _MOST_CONFLICTS else None


_MOST_CONFLICTS = 127
"""What git merge-file gives as its exit code for as many or more; a failure is a greater one."""


def at_head(path: Path) -> bytes | None:
    """Return the file as the last commit has it; None without git, repository, commit or file.

    Raise GitFailed if git will not say.
    """
    try:
        return Tracked(path, path.name).at("HEAD")
    except (NoGit, NotARepository, UnknownRevision, NotInRevision):
        return None

"""What git knows of a ledger: asked with fixed arguments, without a shell.

Git is asked from the ledger's own folder, which may be in a submodule or a linked worktree; where
the caller set GIT_DIR, as hooks do, from the caller's folder, which GIT_DIR goes with.
"""

import os
import subprocess
from pathlib import Path

from jcm_ledger.errors import (
    BadRevision,
    GitFailed,
    NoGit,
    NotARepository,
    NotInRevision,
    UnknownRevision,
)
from jcm_ledger.store.source import behind_links


class Tracked:
    """A file as git sees it: the folder to ask from, and the file's path from there."""

    def __init__(self, path: Path, name: str) -> None:
        """Keep the way to the file; `name` is what it is called in errors."""
        target = behind_links(path)
        self.folder = Path.cwd() if "GIT_DIR" in os.environ else target.parent
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
            raise UnknownRevision(revision, shallow=shallow)
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
                raise NotARepository(self.name)
            raise GitFailed(arguments[0], said.removeprefix("fatal: "))
        return done.stdout.decode(errors="replace").rstrip("\n")

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
                env={**os.environ, "LC_ALL": "C"},  # what it says is told apart by its words
            )
        except OSError as error:
            raise NoGit(error.strerror or str(error)) from None


def at_head(path: Path) -> bytes | None:
    """Return the file as the last commit has it; None without git, repository, commit or file.

    Raise GitFailed if git will not say.
    """
    try:
        return Tracked(path, path.name).at("HEAD")
    except (NoGit, NotARepository, UnknownRevision, NotInRevision):
        return None

"""How git is asked about a ledger: with fixed arguments, without a shell.

Git is asked of the repository that the ledger lies in, whatever GIT_DIR the caller has, as hooks do
for a repository of their own. No program that the repository's configuration names is run.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.errors.git import (
    BadRevision,
    BrokenRepository,
    GitError,
    GitFailed,
    NoGit,
    NotARepository,
    NotFetched,
    NotTrusted,
    OutsideWorkTree,
    UnknownRevision,
)
from jcm_ledger.store.source import behind_links
from jcm_ledger.store.text import OURS, THEIRS

_NOTHING_RUN = ("--no-pager", "-c", "core.fsmonitor=", "-c", f"core.hooksPath={os.devnull}")
"""Options that keep git, in every release, from running programs of a repository's configuration.

An empty core.fsmonitor turns it off; git before 2.36 would take "false" for a program.
"""

_KEPT_BACK = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone fetches what it lacks, by its own programs
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",  # in English, by whose words errors are told apart
}

_CALLERS_REPOSITORY = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIR",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
"""Variables by which a caller points git to a repository, which are not passed on: what `git
rev-parse --local-env-vars` lists, without settings given with -c and how paths are read."""


class Tracked:
    """A file as git sees it: the folder to ask from, and the file's name there."""

    def __init__(self, path: Path, name: str) -> None:
        """Keep the way to the file; `name` is what it is called in errors."""
        target = behind_links(path)
        self.folder = target.parent
        self.path = target.name
        self.name = name
        self.sign = _sign(self.folder)
        self._by_caller = {} if self.sign else _caller_s(self.folder)

    @property
    def signs(self) -> bool:
        """Whether anything says that the file lies in a repository, before git is asked."""
        return bool(self.sign or self._by_caller)

    def commit(self, revision: str) -> str:
        """Return the name of the commit that a revision is.

        Raise BadRevision, UnknownRevision, or what `need_work_tree` raises.
        """
        if not revision or revision.startswith("-"):
            raise BadRevision(revision)
        self.need_work_tree()
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = self.run(*asked)
        if found.returncode != 0:
            shallow = self.ask("rev-parse", "--is-shallow-repository") == "true"
            born = self.holds("rev-parse", "--verify", "--quiet", "HEAD")
            raise UnknownRevision(revision, self.name, shallow=shallow, born=born)
        return found.stdout.decode().strip()

    def need_work_tree(self) -> None:
        """Raise OutsideWorkTree if the file lies where git checks nothing out, or GitError."""
        if self.ask("rev-parse", "--is-inside-work-tree") != "true":
            raise OutsideWorkTree(self.name)

    def need_own_configuration(self) -> None:
        """Raise CannotWrite if the clone's configuration is a link: git would write behind it."""
        path = self.folder / self.ask("rev-parse", "--git-path", "config")
        if path.is_symlink():
            hint = "put a file in its place, or call git config yourself"
            raise CannotWrite(self._shown(path), "it is a link to another file", hint)

    def blob_at(self, commit: str) -> str:
        """Return the name of the file's blob in a commit, "" if it is not in it."""
        listed = self.ask("--literal-pathspecs", "ls-tree", "-z", commit, "--", self.path)
        return listed.split("\t")[0].split()[2] if listed else ""

    def ask(self, *arguments: str) -> str:
        """Return what git answers, without the newline; raise the GitError that says why not."""
        return self.answer(*arguments).decode(errors="surrogateescape").rstrip("\n")

    def answer(self, *arguments: str, or_nothing: bool = False) -> bytes:
        """Return the bytes that git answers; raise the GitError that says why not.

        With `or_nothing` exit code 1 is an empty answer, as `config` and `grep` mean it.
        """
        done = self.run(*arguments)
        if done.returncode != 0 and not (or_nothing and done.returncode == 1):
            command = next(
                word for word in arguments if not word.startswith("-") and "=" not in word
            )
            raise self._failure(command, done.stderr.decode(errors="replace").strip())
        return done.stdout

    def holds(self, *arguments: str) -> bool:
        """Return whether git says yes, by its exit code."""
        return self.run(*arguments).returncode == 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git and return its exit code and output; raise NoGit."""
        return _run(("-C", str(self.folder), *arguments), self._by_caller)

    def _shown(self, path: Path) -> str:
        """Return a path as one gets there from the ledger's name."""
        way = os.path.relpath(path, self.folder)
        return os.path.normpath(Path(self.name).parent / way)

    def _failure(self, command: str, answer: str) -> GitError:
        """Return the error for what git wrote to stderr."""
        if "safe.directory" in answer:
            return NotTrusted(self.name, answer)
        if "not a git repository" in answer:
            if self.sign:
                return BrokenRepository(self.name, self._shown(self.sign), answer)
            return NotARepository(self.name, self._by_caller.get("GIT_DIR", ""))
        if "promisor remote" in answer or "lazy fetching" in answer:
            return NotFetched(self.name, self.path)
        return GitFailed(command, answer)


def _run(arguments: tuple[str, ...], more: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if k not in _CALLERS_REPOSITORY}
    try:
        return subprocess.run(  # noqa: S603 - fixed arguments, and no shell
            [_program(), *_NOTHING_RUN, *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**environment, **_KEPT_BACK, **more},
        )
    except OSError as error:
        raise NoGit(error.strerror or str(error)) from None


def _program() -> str:
    """Return the path of git; relative folders of PATH are left out, as one may lie in a clone."""
    folders = [folder for folder in os.get_exec_path() if Path(folder).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(folders)) if folders else None
    if found is None or not Path(found).is_absolute():
        raise NoGit("no folder of PATH has it")
    return found


def _sign(folder: Path) -> Path | None:
    """Return the .git of the nearest folder that has one, as far up as git may look.

    What cannot be looked at is taken for one.
    """
    ceilings = {behind_links(Path(each)) for each in _listed("GIT_CEILING_DIRECTORIES")}
    for above in (folder, *folder.parents):
        if above in ceilings and above != folder:
            return None
        try:
            os.lstat(sign := above / ".git")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            pass
        return sign
    return None


def _listed(variable: str) -> Iterator[str]:
    return filter(None, os.environ.get(variable, "").split(os.pathsep))


def _caller_s(folder: Path) -> dict[str, str]:
    """Return the caller's GIT_DIR and GIT_WORK_TREE if the folder lies in that work tree."""
    names = ("GIT_DIR", "GIT_WORK_TREE")
    paths = {name: os.path.abspath(os.environ[name]) for name in names if os.environ.get(name)}  # noqa: PTH100 - links stay
    if len(paths) == len(names) and folder.is_relative_to(behind_links(Path(paths[names[1]]))):
        return paths
    return {}


def merge_lines(base: Path, ours: Path, theirs: Path, marker: int) -> bytes | None:
    """Return git's own merge by line, with at least one conflict between markers; else None."""
    labels = [word for side in (OURS, "base", THEIRS) for word in ("-L", side)]
    files = [str(path.absolute()) for path in (ours, base, theirs)]
    try:
        done = _run(("merge-file", "-p", f"--marker-size={marker}", *labels, *files), {})
    except NoGit:
        return None
    return done.stdout if 0 < done.returncode <= _MOST_CONFLICTS else None


_MOST_CONFLICTS = 127
"""The exit code of git merge-file for so many conflicts or more; a failure has a greater one."""

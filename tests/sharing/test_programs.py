"""No program that a repository's configuration names is run."""

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from jcm_ledger.store import git as asking
from repositories import ENTRY, Repository

COMMANDS = (
    ["check"],
    ["check", "--against", "HEAD~1"],
    ["list"],
    ["show", "krill-survey"],
    ["diff"],
    ["diff", "HEAD~1", "HEAD"],
    ["undo"],
    ["mark", "krill-survey", "--note=Seen."],
    ["undo", "--yes"],
    ["git-setup"],
    ["git-setup", "--undo"],
)
KEYS = (
    "alias.cat-file",
    "alias.ls-tree",
    "alias.rev-parse",
    "core.alternateRefsCommand",
    "core.askPass",
    "core.editor",
    "core.fsmonitor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "diff.external",
    "diff.toml.command",
    "diff.toml.textconv",
    "gpg.program",
    "gpg.ssh.program",
    "interactive.diffFilter",
    "merge.toml.driver",
    "pager.diff",
    "pager.ls-files",
    "remote.origin.receivepack",
    "remote.origin.uploadpack",
    "sequence.editor",
    "uploadpack.packObjectsHook",
)
HOOKS = ("post-checkout", "post-index-change", "pre-commit", "reference-transaction")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository with the ledger in two states."""
    repository = Repository(tmp_path / "clone", tmp_path / "home", monkeypatch)
    repository.commit(SECOND)
    repository.commit(SECOND + ENTRY.format("n"))
    return repository


def arm(repository: Repository, ran: Path, *, included: bool) -> None:
    """Have the configuration name a program at every key that takes one, as do its hooks."""
    bomb = repository.program("bomb", f'echo "$0 $*" >>"{ran}"', "exit 1")
    attributes = repository.folder / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("* diff=toml merge=toml\n")
    where = ["--file", str(repository.folder / ".git" / "more")] if included else ["--local"]
    for key in KEYS:
        repository("config", *where, key, f"!{bomb}" if key.startswith("alias") else str(bomb))
    if included:
        repository("config", "--local", "include.path", "more")
    hooks = repository.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        (hooks / name).unlink(missing_ok=True)
        (hooks / name).symlink_to(bomb)
    repository("config", "--local", "core.hooksPath", str(hooks))


def ran_by(jcm: Jcm, ran: Path) -> Iterator[str]:
    """Yield the commands of jcm by which something was run."""
    for command in COMMANDS:
        done = jcm(*command)
        assert "unforeseen" not in done.err
        if ran.exists():
            yield f"{command}: {ran.read_text()}"
            ran.unlink()


@pytest.mark.parametrize("included", [False, True])
def test_a_repository_s_configuration_runs_nothing(
    jcm: Jcm, repository: Repository, tmp_path: Path, *, included: bool
) -> None:
    """Whichever command reads the ledger, and whether the key stands in an included file."""
    arm(repository, tmp_path / "ran", included=included)
    repository.ledger.write_text(SECOND + ENTRY.format("n") + ENTRY.format("m"), encoding="utf-8")
    assert list(ran_by(jcm, tmp_path / "ran")) == []
    repository.ledger.write_text(SECOND + ENTRY.format("n"), encoding="utf-8")
    repository.ledger.rename("renamed.toml")
    assert "git has the last entry" in jcm("undo", "--yes", "--ledger", "renamed.toml").err
    assert not (tmp_path / "ran").exists()


def test_the_bomb_goes_off_where_nothing_is_kept_back(
    jcm: Jcm, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above can fail."""
    arm(repository, tmp_path / "ran", included=False)
    monkeypatch.setattr(asking, "_NOTHING_RUN", ())
    assert list(ran_by(jcm, tmp_path / "ran"))


def partial(repository: Repository, folder: Path) -> Path:
    """Return a clone without the blobs of earlier commits, which fetches by a bomb: what it ran."""
    repository("config", "uploadpack.allowFilter", "true")
    remote = f"file://{repository.folder}"
    repository("clone", "--quiet", "--filter=blob:none", remote, str(folder))
    ran = folder.with_name("ran")
    bomb = repository.program("bomb", f'echo "$0 $*" >>"{ran}"', "exit 1")
    repository("-C", str(folder), "config", "remote.origin.uploadpack", str(bomb))
    return ran


def test_a_partial_clone_fetches_nothing_by_itself(
    jcm: Jcm, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would by programs of its own configuration; the hint says how to get what is missing."""
    ran = partial(repository, tmp_path / "partial")
    monkeypatch.chdir(tmp_path / "partial")
    for command in (["diff", "HEAD~1"], ["check", "--against", "HEAD~1"]):
        done = jcm(*command)
        assert (done.code, "this clone is partial" in done.err) == (3, True)
        assert "git show REVISION:./commitments.toml" in done.err
        assert not ran.exists()
    monkeypatch.setattr(asking, "_KEPT_BACK", {"LC_ALL": "C"})
    jcm("diff", "HEAD~1")
    assert ran.exists()  # the test can fail
    repository("-C", str(tmp_path / "partial"), "config", "--unset", "remote.origin.uploadpack")
    repository("-C", str(tmp_path / "partial"), "show", "HEAD~1:./commitments.toml")
    monkeypatch.undo()
    assert jcm("diff", "HEAD~1", "--ledger", tmp_path / "partial" / "commitments.toml").code == 0


def test_a_program_called_git_in_a_folder_of_the_clone_is_not_git(
    jcm: Jcm, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of PATH only what is named in full counts: the current folder may be anybody's."""
    bomb = repository.program("bomb", f'echo "$0 $*" >>"{tmp_path}/ran"', "exit 1")
    (repository.folder / "git").symlink_to(bomb)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert jcm("diff").code == 0
    assert not (tmp_path / "ran").exists()


# Filters: what git checks out goes through a program.

LEFT_OUT = "filter.shift.smudge"
TEXTS = (SECOND, SECOND + ENTRY.format("n"), SECOND + ENTRY.format("n") + ENTRY.format("m"))


@pytest.fixture
def filtered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository whose ledger is kept shifted by 13 letters, by the user's own filter."""
    repository = Repository(tmp_path / "clone", tmp_path / "home", monkeypatch)
    shift = "tr A-Za-z N-ZA-Mn-za-m"
    program = repository.program("shift", f'echo "$1" >>"{tmp_path}/ran"', f"exec {shift}")
    repository("config", "--global", "filter.shift.clean", f"'{program}' clean")
    repository("config", "--global", "filter.shift.smudge", f"'{program}' smudge")
    (repository.folder / ".gitattributes").write_text("*.toml filter=shift\n")
    for text in TEXTS[:2]:
        repository.commit(text)
    repository.ledger.write_text(TEXTS[2], encoding="utf-8")
    assert "krill-survey" not in repository("cat-file", "blob", "HEAD:commitments.toml")
    (tmp_path / "ran").unlink()
    return repository


def make_foreign(repository: Repository) -> None:
    """Let the repository's configuration alone name the filter's program."""
    for key in ("clean", "smudge"):
        command = repository("config", f"filter.shift.{key}").strip()
        repository("config", "--local", f"filter.shift.{key}", command)
        repository("config", "--global", "--unset", f"filter.shift.{key}")


def test_the_user_s_own_filter_is_applied(jcm: Jcm, filtered: Repository) -> None:
    """What git would check out is compared, counted and searched."""
    assert "1 new entry" in jcm("diff").out
    assert "2 new entries" in jcm("diff", "HEAD~1").out
    assert jcm("check", "--against", "HEAD").code == 0
    assert jcm("undo", "--yes").code == 0
    assert filtered.ledger.read_text(encoding="utf-8") == TEXTS[1]
    done = jcm("undo", "--yes")
    assert (done.code, "git has the last entry already" in done.err) == (3, True)


@pytest.mark.parametrize("overridden", [False, True])
def test_a_filter_that_the_repository_names_is_not_run(
    jcm: Jcm, filtered: Repository, tmp_path: Path, *, overridden: bool
) -> None:
    """The refusal names it, and what the hint says is enough consent."""
    make_foreign(filtered)
    if overridden:
        filtered("config", "--global", "filter.shift.smudge", "cat")
    for command in (["diff"], ["check", "--against", "HEAD"], ["undo", "--yes"]):
        done = jcm(*command)
        assert (done.code, done.out) == (3, "")
        assert "through the filter shift, and this repository's own configuration" in done.err
        assert not (tmp_path / "ran").exists()
    assert jcm("check").code == 0
    hint = done.err.partition("git config --global ")[2].partition("; or ")[0].strip()
    assert os.system(f"git config --global {hint}") == 0  # noqa: S605 - what the hint says
    assert "1 new entry" in jcm("diff").out


def test_a_filter_of_which_git_does_not_tell_the_scope_is_not_run(
    jcm: Jcm, filtered: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git before 2.26 does not know --show-scope."""
    git = shutil.which("git")
    old = 'for word; do [ "$word" != --show-scope ] || exit 129; done'
    filtered.program("git", old, f'exec "{git}" "$@"')
    monkeypatch.setenv("PATH", str(tmp_path / "home"), prepend=os.pathsep)
    done = jcm("undo", "--yes")
    assert (done.code, "git config failed" in done.err) == (3, True)
    assert not (tmp_path / "ran").exists()


def test_a_filter_that_fails_is_no_answer(jcm: Jcm, filtered: Repository) -> None:
    """Git alone would go on with what it keeps."""
    filtered("config", "--global", "filter.shift.smudge", "false")
    done = jcm("undo", "--yes")
    assert (done.code, "smudge filter shift failed" in done.err) == (3, True)
    assert filtered.ledger.read_text(encoding="utf-8") == TEXTS[2]


def test_a_ledger_kept_encrypted_is_called_that(jcm: Jcm, filtered: Repository) -> None:
    """Where the filter is not set up, git checks out what it keeps."""
    filtered("config", "--global", "--remove-section", "filter.shift")
    filtered.ledger.write_bytes(b"\0GITCRYPT\0\x17\xff\0\x01")
    done = jcm("list")
    assert (done.code, "encrypted by git-crypt" in done.err) == (3, True)
    assert "git-crypt unlock" in jcm("check").out


# Git LFS: its program runs in turn what a repository's configuration names.


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository whose ledger is kept by Git LFS; a bomb stands in for its program."""
    repository = Repository(tmp_path / "clone", tmp_path / "home", monkeypatch)
    bomb = repository.program("bomb", f'echo "$0 $*" >>"{tmp_path}/ran"', "exit 1")
    for text in TEXTS[:2]:
        data = text.encode()
        oid = sha256(data).hexdigest()
        kept = repository.folder / ".git" / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
        kept.parent.mkdir(parents=True)
        kept.write_bytes(data)
        repository.commit(
            f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(data)}\n"
        )
    (repository.folder / ".gitattributes").write_text("*.toml filter=lfs -text\n")
    for key in ("clean", "smudge", "process"):
        repository("config", "--global", f"filter.lfs.{key}", str(bomb))
    repository("config", "--global", "filter.lfs.required", "true")
    repository.ledger.write_text(TEXTS[2], encoding="utf-8")
    return repository


def test_what_git_lfs_keeps_is_read_without_it(jcm: Jcm, large: Repository, tmp_path: Path) -> None:
    """What a pointer stands for is compared."""
    assert "1 new entry" in jcm("diff").out
    assert jcm("check", "--against", "HEAD~1").code == 0
    assert jcm("undo", "--yes").code == 0
    done = jcm("undo", "--yes")
    assert (done.code, "git has the last entry already" in done.err) == (3, True)
    assert large.ledger.read_text(encoding="utf-8") == TEXTS[1]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("damage", ["gone", "other", "pipe"])
def test_a_pointer_is_called_a_pointer(jcm: Jcm, large: Repository, damage: str) -> None:
    """Where what it stands for is not in the clone, or is not what it says to be."""
    for kept in large.folder.glob(".git/lfs/objects/*/*/*"):
        kept.unlink()
        if damage == "other":
            kept.write_text(SECOND + ENTRY.format("m"), encoding="utf-8")
        if damage == "pipe":
            os.mkfifo(kept)
    for command in (["diff"], ["check", "--against", "HEAD"], ["undo", "--yes"]):
        done = jcm(*command)
        assert done.code == 3
        assert "HEAD:commitments.toml is a pointer of Git LFS" in done.err
        assert "git lfs fetch --all" in done.err
    large.ledger.write_text(large("show", "HEAD:commitments.toml"), encoding="utf-8")
    done = jcm("list")
    assert (done.code, "a pointer of Git LFS stands here" in done.err) == (3, True)
    assert "git lfs pull" in jcm("check").out

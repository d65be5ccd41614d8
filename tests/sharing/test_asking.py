"""What git has is only what git said, asked of the repository the ledger lies in."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from jcm_ledger.commands import output
from repositories import ENTRY, Repository

ONE = SECOND + ENTRY.format("n")
TWO = ONE + ENTRY.format("m")
HAS_IT = "git has the last entry already"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository whose last commit has the ledger's last entry."""
    repository = Repository(tmp_path / "clone", tmp_path / "home", monkeypatch)
    repository.commit(SECOND)
    repository.commit(ONE)
    return repository


def refused(jcm: Jcm, ledger: Path, *said: str) -> None:
    """See that undo refuses, says so, says how to go on, and changes nothing."""
    before = ledger.read_bytes()
    done = jcm("undo", "--yes", "--ledger", ledger)
    assert (done.code, done.out, ledger.read_bytes()) == (3, "", before)
    assert "jcm mark" in done.err or "jcm undo again" in done.err
    for each in said:
        assert each in done.err


def taken_back(jcm: Jcm, ledger: Path) -> None:
    """See that undo takes an entry back."""
    before = ledger.read_text(encoding="utf-8")
    assert jcm("undo", "--yes", "--ledger", ledger).code == 0
    assert len(ledger.read_text(encoding="utf-8")) < len(before)


def _no_git(repository: Repository, patch: pytest.MonkeyPatch) -> str:
    patch.setenv("PATH", str(repository.home))
    return "git cannot be run: no folder of PATH has it"


def _git_that_cannot_be_run(repository: Repository, patch: pytest.MonkeyPatch) -> str:
    repository.program("git").write_bytes(b"\x7fELF")
    patch.setenv("PATH", str(repository.home))
    return "git cannot be run: exec format error"


def _empty_git(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    shutil.rmtree(repository.folder / ".git")
    (repository.folder / ".git").mkdir()
    return "git cannot read the repository it lies in: "


def _link_that_dangles(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    shutil.rmtree(repository.folder / ".git")
    (repository.folder / ".git").symlink_to("gone")
    return "git cannot read the repository it lies in: "


def _worktree_that_was_pruned(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    shutil.rmtree(repository.folder / ".git")
    (repository.folder / ".git").write_text("gitdir: /gone/.git/worktrees/x\n")
    return "git cannot read the repository it lies in: "


def _broken_configuration(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    (repository.folder / ".git" / "config").write_text("[core")
    return "bad config line"


def _another_owner(_repository: Repository, patch: pytest.MonkeyPatch) -> str:
    patch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    return "if you trust it: git config --global --add safe.directory /"


def _branch_cut_off(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    (repository.folder / ".git" / "refs" / "heads" / "main").write_text("")
    return "git cannot read HEAD"


def _commit_gone(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    head = repository("rev-parse", "HEAD").strip()
    (repository.folder / ".git" / "objects" / head[:2] / head[2:]).unlink()
    return "git cannot read HEAD"


def _blob_gone(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    blob = repository("rev-parse", "HEAD:commitments.toml").strip()
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    return "git cat-file failed"


def _broken_index(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    repository.ledger.write_text(TWO, encoding="utf-8")
    (repository.folder / ".git" / "index").write_bytes(b"no index at all, and long enough")
    return "git ls-files failed"


def _head_that_is_no_toml(repository: Repository, _patch: pytest.MonkeyPatch) -> str:
    repository.commit(ONE + "<<<<<<< HEAD\n=======\n>>>>>>> x\n")
    repository.ledger.write_text(ONE, encoding="utf-8")
    return "git's conflict markers"


@pytest.mark.parametrize(
    "hinder",
    [
        _no_git,
        _git_that_cannot_be_run,
        _empty_git,
        _link_that_dangles,
        _worktree_that_was_pruned,
        _broken_configuration,
        _another_owner,
        _branch_cut_off,
        _commit_gone,
        _blob_gone,
        _broken_index,
        _head_that_is_no_toml,
    ],
)
def test_where_git_cannot_say_the_entry_stays(
    jcm: Jcm,
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    hinder: Callable[[Repository, pytest.MonkeyPatch], str],
) -> None:
    """Not able to ask is not "no"; what git says is told without its tabs and line ends."""
    said = hinder(repository, monkeypatch)
    refused(jcm, repository.ledger, "git has to be asked whether it has it", said)
    done = jcm("undo", "--yes")
    assert "\\x" not in done.err
    assert "unforeseen" not in jcm("check").err


AS_ANOTHER = """
import os, sys
from jcm_ledger import commands
commands.run(["undo"])  # all is imported: the other user may not read it
print("NOW", file=sys.stderr)
os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(commands.run(["undo", "--yes"]))
"""


@pytest.fixture
def of_nobody() -> Iterator[Path]:
    """Return a folder that a user without rights may reach and owns."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can be another user")
@pytest.mark.parametrize(
    "part", [".git", ".git/HEAD", ".git/refs", ".git/refs/heads", ".git/refs/heads/main",
             ".git/objects", ".git/index", ".git/config", ".git/MERGE_HEAD", ".git/CHERRY_PICK_HEAD"]
)  # fmt: skip
def test_what_may_not_be_read_is_not_taken_for_nothing(
    of_nobody: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """Git itself calls some of these "not a git repository", and some a branch without commits."""
    repository = Repository(of_nobody / "clone", of_nobody / "home", monkeypatch)
    repository.commit(ONE)
    if part.endswith("_HEAD"):
        (repository.folder / part).write_text(repository("rev-parse", "HEAD"))
        repository.commit(SECOND)
        repository.ledger.write_text(ONE, encoding="utf-8")
        (repository.folder / part).write_text(repository("rev-parse", "HEAD~1"))
    for file in of_nobody.rglob("*"):
        os.chown(file, 65534, 65534)
    (repository.folder / part).chmod(0)
    command = [sys.executable, "-c", AS_ANOTHER, "undo", "--yes"]
    done = subprocess.run(
        command, cwd=repository.folder, env=dict(os.environ), capture_output=True, check=False
    )
    said = done.stderr.partition(b"NOW")[2]
    assert (done.returncode, b"git has to be asked" in said) == (3, True), done.stderr
    assert repository.ledger.read_text(encoding="utf-8") == ONE


@pytest.mark.parametrize("variables", [["GIT_DIR"], ["GIT_DIR", "GIT_WORK_TREE"], ["GIT_INDEX_FILE"],
                                       ["GIT_OBJECT_DIRECTORY"], ["GIT_COMMON_DIR"]])  # fmt: skip
def test_the_repository_of_the_ledger_is_asked_whatever_the_caller_s(
    jcm: Jcm,
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    variables: list[str],
) -> None:
    """In a hook of another repository, which has a ledger of the same name: all of git's part."""
    elsewhere = tmp_path / "elsewhere"
    repository("clone", "--quiet", ".", str(elsewhere))
    repository("-C", str(elsewhere), "checkout", "--quiet", "HEAD~1")
    before = [(elsewhere / ".git" / name).read_bytes() for name in ("config", "info/exclude")]
    values = {
        "GIT_DIR": elsewhere / ".git",
        "GIT_WORK_TREE": elsewhere,
        "GIT_INDEX_FILE": elsewhere / ".git" / "index",
        "GIT_OBJECT_DIRECTORY": tmp_path / "nothing",
        "GIT_COMMON_DIR": elsewhere / ".git",
    }
    with monkeypatch.context() as patch:
        for name in variables:
            patch.setenv(name, str(values[name]))
        refused(jcm, repository.ledger, HAS_IT)
        assert "Nothing changed" in jcm("diff").out
        assert jcm("check", "--against", "HEAD").code == 0
        assert "by table" in jcm("git-setup").out
    assert "merge-driver" in repository("config", "--local", "merge.jcm.driver")
    after = [(elsewhere / ".git" / name).read_bytes() for name in ("config", "info/exclude")]
    assert after == before


def test_a_linked_worktree_and_a_submodule_are_asked_themselves(
    jcm: Jcm, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """There .git is a file, and the caller may have set GIT_DIR to the main one."""
    repository("worktree", "add", "--quiet", "--detach", "../linked", "HEAD")
    outer = tmp_path / "outer"
    repository("init", "--quiet", str(outer))
    allowed = ("-c", "protocol.file.allow=always")
    repository(
        "-C", str(outer), *allowed, "submodule", "--quiet", "add", str(repository.folder), "sub"
    )
    repository("checkout", "--quiet", "--orphan", "other")
    repository("rm", "-r", "--quiet", "--cached", ".")
    for ledger in (tmp_path / "linked" / "commitments.toml", outer / "sub" / "commitments.toml"):
        refused(jcm, ledger, HAS_IT)
        monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git"))
        refused(jcm, ledger, HAS_IT)
        monkeypatch.delenv("GIT_DIR")


def test_what_no_repository_has_can_be_taken_back(
    jcm: Jcm, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No repository at all, with git or without; a folder git ignores; a bare one; no commit yet."""
    alone = tmp_path / "alone"
    alone.mkdir()
    for path in (None, str(repository.home)):
        (alone / "commitments.toml").write_text(TWO, encoding="utf-8")
        with monkeypatch.context() as patch:
            if path:
                patch.setenv("PATH", path)
            taken_back(jcm, alone / "commitments.toml")
    ignored = repository.folder / "drafts"
    ignored.mkdir()
    (repository.folder / ".gitignore").write_text("drafts\n")
    repository("init", "--quiet", "--bare", str(tmp_path / "bare"))
    repository("init", "--quiet", str(tmp_path / "young"))
    for folder in (ignored, tmp_path / "bare", tmp_path / "young"):
        (folder / "commitments.toml").write_text(ONE, encoding="utf-8")
        taken_back(jcm, folder / "commitments.toml")
    done = jcm("diff", "--ledger", tmp_path / "bare" / "commitments.toml")
    assert (done.code, "where git checks nothing out" in done.err) == (3, True)


def test_what_is_staged_is_had(jcm: Jcm, repository: Repository) -> None:
    """The next commit would have it; what the hint says makes way."""
    repository.ledger.write_text(TWO, encoding="utf-8")
    repository("add", "commitments.toml")
    refused(jcm, repository.ledger, HAS_IT, "git reset --quiet -- ")
    repository("reset", "--quiet", "--", "commitments.toml")
    taken_back(jcm, repository.ledger)
    refused(jcm, repository.ledger, HAS_IT)


def test_an_entry_in_a_repository_before_its_first_commit_may_be_staged(
    jcm: Jcm, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same hint helps there."""
    young = tmp_path / "young"
    repository("init", "--quiet", str(young))
    monkeypatch.chdir(young)
    (young / "commitments.toml").write_text(ONE, encoding="utf-8")
    repository("-C", str(young), "add", ".")
    refused(jcm, young / "commitments.toml", HAS_IT, "git reset --quiet -- ")
    repository("-C", str(young), "reset", "--quiet", "--", "commitments.toml")
    taken_back(jcm, young / "commitments.toml")


@pytest.mark.parametrize("join", ["merge --no-commit", "cherry-pick", "rebase", "revert"])
@pytest.mark.parametrize("settled", ["", "written", "added"])
def test_while_a_merge_is_under_way_their_entry_is_had(
    jcm: Jcm, repository: Repository, join: str, settled: str
) -> None:
    """A rebase, a cherry-pick and a revert are of the same kind, settled by hand or not."""
    theirs, ours = SECOND + ENTRY.format("theirs"), ONE
    if join == "revert":
        for text in (theirs, SECOND, ours):
            repository.commit(text)
    else:
        repository("checkout", "--quiet", "-b", "theirs", "HEAD~1")
        repository.commit(theirs)
        repository("checkout", "--quiet", "main")
    other = "HEAD~1" if join == "revert" else "theirs"
    repository(*join.split(), other, code=1)
    if settled:
        repository.ledger.write_text(ours + ENTRY.format("theirs"), encoding="utf-8")
    if settled == "added":
        repository("add", "commitments.toml")
    if settled:
        refused(jcm, repository.ledger, HAS_IT)
        before = repository.ledger.read_text(encoding="utf-8")
        repository.ledger.write_text(before + ENTRY.format("mine"), encoding="utf-8")
        taken_back(jcm, repository.ledger)
    else:
        assert jcm("undo", "--yes").code == 3


def test_their_entry_is_had_when_another_file_alone_is_in_conflict(
    jcm: Jcm, repository: Repository
) -> None:
    """Git merged the ledger and staged it."""
    other = repository.folder / "other"
    repository("checkout", "--quiet", "-b", "theirs")
    other.write_text("theirs")
    repository.commit(TWO)
    repository("checkout", "--quiet", "main")
    other.write_text("ours")
    repository.commit(ONE)
    repository("merge", "theirs", code=1)
    assert repository.ledger.read_text(encoding="utf-8") == TWO
    refused(jcm, repository.ledger, HAS_IT, "MERGE_HEAD")


@pytest.mark.parametrize("staged", [False, True])
def test_what_is_committed_while_undo_waits_stays(
    jcm: Jcm, repository: Repository, monkeypatch: pytest.MonkeyPatch, *, staged: bool
) -> None:
    """Git is asked again, with the lock held."""
    repository.ledger.write_text(TWO, encoding="utf-8")
    monkeypatch.setattr(output, "can_ask", lambda: True)

    def commit(*_text: object, **_options: object) -> bool:
        repository("add", "commitments.toml")
        if not staged:
            repository("commit", "--quiet", "--message=In another terminal")
        return True

    monkeypatch.setattr("typer.confirm", commit)
    done = jcm("undo")
    assert (done.code, done.out, HAS_IT in done.err) == (3, "", True)
    assert repository.ledger.read_text(encoding="utf-8") == TWO


@pytest.mark.parametrize(
    "elsewhere",
    [
        '\n[[progress]]\ncommitment = "krill-survey"\nstatus = "complete"\n',
        "\n[commitment.x]\ntitle = 3\n",
        '\n[[progress]]\ncommitment = "nowhere"\ndate = 2022-01-01\nnote = "x"\n',
    ],
)  # fmt: skip
def test_an_entry_is_had_whatever_else_is_wrong_there(
    jcm: Jcm, repository: Repository, elsewhere: str
) -> None:
    """A last commit with an error in it has its other entries."""
    repository.commit(SECOND + elsewhere + ENTRY.format("n"))
    repository.ledger.write_text(ONE, encoding="utf-8")
    refused(jcm, repository.ledger, HAS_IT)


def test_an_entry_that_was_corrected_by_hand_is_still_git_s(
    jcm: Jcm, repository: Repository
) -> None:
    """Taking it back would take back the committed one."""
    repository.ledger.write_text(SECOND + ENTRY.format("nn"), encoding="utf-8")
    refused(jcm, repository.ledger, HAS_IT)


def test_an_entry_put_on_file_twice_can_be_taken_back_once(
    jcm: Jcm, repository: Repository
) -> None:
    """The copy that git does not have."""
    repository.ledger.write_text(ONE + ENTRY.format("n"), encoding="utf-8")
    taken_back(jcm, repository.ledger)
    refused(jcm, repository.ledger, HAS_IT)


@pytest.mark.parametrize("name", ["2022.toml", "ledgers/commitments.toml", "Commitments.TOML"])
@pytest.mark.parametrize("staged", [False, True])
def test_a_ledger_that_was_renamed_is_known_by_its_old_name(
    jcm: Jcm, repository: Repository, name: str, *, staged: bool
) -> None:
    """Moved by hand or by git mv; a copy of a ledger that is still there is another ledger."""
    new = repository.folder / name
    new.parent.mkdir(exist_ok=True)
    shutil.copy(repository.ledger, new)
    taken_back(jcm, new)
    new.unlink()
    repository.ledger.rename(new)
    if staged:
        repository("add", "--all")
    refused(jcm, new, HAS_IT)


def test_check_says_when_git_does_not_answer(
    jcm: Jcm, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger is checked all the same; that git could not be asked is told beside it."""
    _another_owner(repository, monkeypatch)
    done = jcm("check", "--strict")
    assert (done.code, done.out) == (0, "commitments.toml: nothing found.\n")
    assert "git cannot say whether the ledger is merged" in done.err
    assert "safe.directory" in done.err


def test_what_a_merge_lacks_may_not_be_known(jcm: Jcm, repository: Repository) -> None:
    """A ledger that is not merged and whose sides cannot be read is an error."""
    repository("checkout", "--quiet", "-b", "theirs", "HEAD~1")
    repository.commit(SECOND + ENTRY.format("theirs"))
    repository("checkout", "--quiet", "main")
    repository("merge", "theirs", code=1)
    repository.ledger.write_text(ONE, encoding="utf-8")
    (repository.folder / ".gitattributes").write_text("*.toml filter=x\n")
    repository("config", "filter.x.smudge", "cat")
    done = jcm("check")
    assert done.code == 1
    assert "what is missing cannot be told: :2:commitments.toml is kept through" in done.out

"""jcm git-setup, jcm merge-driver, and what is said of a ledger in conflict."""

import os
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pytest

from conftest import Jcm
from examples import DOTTED, SECOND
from jcm_ledger.commands.git_setup import _this_jcm
from jcm_ledger.store.text import resolved
from sharing.world import git, run

ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nnote = "{}"\n'
LINE = "commitments.toml merge=jcm\n"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with the tests' ledger in a folder of its own, the current folder."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for key, value in (("user.name", "T"), ("user.email", "t@example.org")):
        git(tmp_path, "config", key, value)
    folder = tmp_path / "oceans"
    folder.mkdir()
    (folder / "commitments.toml").write_text(SECOND, encoding="utf-8", newline="")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=Begin")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GIT_DIR", raising=False)
    return folder


def diverge(clone: Path, ours: str, theirs: str, name: str = "commitments.toml") -> None:
    """Commit two texts of the ledger, one on the branch main and one on theirs."""
    ledger = clone / name
    git(clone, "checkout", "--quiet", "-b", "theirs")
    ledger.write_text(theirs, encoding="utf-8", newline="")
    git(clone, "commit", "--quiet", "--all", "--message=Theirs")
    git(clone, "checkout", "--quiet", "main")
    ledger.write_text(ours, encoding="utf-8", newline="")
    git(clone, "commit", "--quiet", "--all", "--message=Ours")


def test_git_merges_by_table_once_it_is_set_up(jcm: Jcm, clone: Path) -> None:
    """The ledger may be in a folder of the repository; the lock file is overlooked."""
    done = jcm("git-setup")
    assert done.code == 0
    assert (clone / ".gitattributes").read_text() == LINE
    (clone / "commitments.toml.lock").touch()
    assert git(clone, "status", "--short") == "?? .gitattributes\n"
    diverge(clone, SECOND + ENTRY.format("ours"), SECOND + ENTRY.format("theirs"))
    git(clone, "merge", "theirs")
    expected = SECOND + ENTRY.format("ours") + ENTRY.format("theirs")
    assert (clone / "commitments.toml").read_text() == expected


def test_setting_up_twice_changes_nothing(jcm: Jcm, clone: Path) -> None:
    """It says so; a driver that stands for a jcm that was moved is put right."""
    jcm("git-setup")
    config = clone.parent / ".git" / "config"
    before = config.read_bytes()
    again = jcm("git-setup")
    assert again.out == "Nothing to do: all of it is set up already.\n"
    assert config.read_bytes() == before
    git(clone, "config", "merge.jcm.driver", "/gone/jcm merge-driver -- %O %A %B %L %P")
    assert "by table" in jcm("git-setup").out
    assert config.read_bytes() == before


@pytest.mark.parametrize("attributes", [None, "*.txt text", "*.txt text\r\n"])
def test_undo_takes_everything_back(jcm: Jcm, clone: Path, attributes: str | None) -> None:
    """What stood there before stays, and a file that was made is gone."""
    file = clone / ".gitattributes"
    if attributes is not None:
        file.write_text(attributes, newline="")
    paths = [clone.parent / ".git" / name for name in ("config", "info/exclude")]
    before = [path.read_text() for path in paths]
    jcm("git-setup")
    assert jcm("git-setup", "--undo").code == 0
    assert [path.read_text().strip() for path in paths] == [text.strip() for text in before]
    assert file.exists() is (attributes is not None)
    if attributes is not None:
        assert file.read_text().strip() == attributes.strip()
    assert jcm("git-setup", "--undo").out == "Nothing to undo.\n"


NAMES = [
    "two words.toml", "#1*[x].toml", 'quo"te.toml', "海.toml", "!b.toml", "#.toml", "two\nlines.toml",
    " first.toml", "last.toml ", '"all"', "back\\slash.toml", "\\!b", 'a\\"b', "tab\t.toml", "*.toml",
    "b?.toml", "[attr]x.toml", ":b.toml", ":(top)b", "a merge=union", "\x01\x7f.toml", "return\r",
    "\u3000wide.toml", "\x85", "-x.toml", "!", "#", "~", "$(x).toml", "a\\",
]  # fmt: skip
"""What git reads otherwise than it stands there, in quotes, as a pattern or as a path."""


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_ledger_is_set_up_and_taken_down(jcm: Jcm, clone: Path, name: str) -> None:
    """Git reads patterns in .gitattributes: the ledger's name is spelled as one, on one line."""
    ledger = clone / name
    ledger.write_text(SECOND, encoding="utf-8")
    exclude = clone.parent / ".git" / "info" / "exclude"
    before = exclude.read_bytes()
    done = jcm("git-setup", "--ledger", f"./{name}")
    assert done.code == 0, done.err
    assert git(clone, "check-attr", "-z", "merge", "--", name).split("\0")[2] == "jcm"
    assert "jcm" not in git(clone, "check-attr", "-z", "merge", "--", "b", "bx.toml", "x.toml")
    assert run(clone, "git", "check-ignore", "--quiet", f"./{name}.lock").returncode == 0
    assert run(clone, "git", "check-ignore", "--quiet", "bx.toml.lock").returncode == 1
    lines = (clone / ".gitattributes").read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(("the line", ""))
    assert exclude.read_bytes().count(b"\n") == before.count(b"\n") + 1
    assert "Nothing to do" in jcm("git-setup", "--ledger", f"./{name}").out
    assert jcm("git-setup", "--undo", "--ledger", f"./{name}").code == 0
    assert (exclude.read_bytes(), (clone / ".gitattributes").exists()) == (before, False)


IN_THE_WAY: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link": (lambda path: path.symlink_to("theirs"), "it is a link to theirs: none is followed"),
    "a dangling link": (lambda path: path.symlink_to("gone"), "it is a link to gone"),
    "a pipe": (os.mkfifo, "it is no file"),
    "a folder": (Path.mkdir, "it is no file"),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
@pytest.mark.parametrize("file", [".gitattributes", "../.git/info/exclude"])
@pytest.mark.parametrize("kind", IN_THE_WAY)
def test_no_link_is_followed_and_nothing_else_written_over(
    jcm: Jcm, clone: Path, file: str, kind: str
) -> None:
    """A clone may ship a .gitattributes that leads anywhere: it is named, and nothing is changed."""
    path = clone / file
    make, reason = IN_THE_WAY[kind]
    path.with_name("theirs").write_text(f"*.txt text\n/oceans/commitments.toml.lock\n{LINE}")
    for command in (["git-setup"], ["git-setup", "--undo"]):
        if command[1:]:
            assert jcm("git-setup").code == 0
            path.unlink()
        path.unlink(missing_ok=True)
        make(path)
        before = files_of(clone.parent)
        done = jcm(*command)
        assert done.code == 3
        assert f"jcm: {file}: not written: {reason}" in done.err
        assert files_of(clone.parent) == before
        path.rmdir() if kind == "a folder" else path.unlink()


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, with its bytes; none of a link, a pipe or a folder."""
    return {
        str(path): path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        for path in folder.rglob("*")
    }


def test_a_later_line_for_the_ledger_is_outdone(jcm: Jcm, clone: Path) -> None:
    """Git takes the last line that fits; ours stands in the file once, whatever came after."""
    file = clone / ".gitattributes"
    file.write_text(f"{LINE}*.toml merge=union\n")
    assert jcm("git-setup").code == 0
    assert file.read_text() == f"*.toml merge=union\n{LINE}"
    assert "Nothing to do" in jcm("git-setup").out


def test_what_overrides_the_line_is_named(jcm: Jcm, clone: Path) -> None:
    """Nothing is said to be set up that git overlooks, and nothing of it is left behind."""
    config = (clone.parent / ".git" / "config").read_bytes()
    overrides = clone.parent / ".git" / "info" / "attributes"
    overrides.write_text("*.toml merge=union\n")
    for _ in range(2):
        done = jcm("git-setup")
        assert done.code == 3
        assert "its attribute merge is union" in done.err
        assert ".git/info/attributes" in done.err
        assert not (clone / ".gitattributes").exists()
        assert (clone.parent / ".git" / "config").read_bytes() == config
    overrides.unlink()
    assert jcm("git-setup").code == 0


@pytest.mark.parametrize("command", [["git-setup"], ["git-setup", "--undo"]])
def test_no_link_is_followed_to_another_configuration(
    jcm: Jcm, clone: Path, tmp_path: Path, command: list[str]
) -> None:
    """A repository that somebody packed may have one: nothing is changed."""
    config = clone.parent / ".git" / "config"
    config.rename(tmp_path / "mine")
    config.symlink_to(tmp_path / "mine")
    before = (tmp_path / "mine").read_bytes()
    done = jcm(*command)
    assert (done.code, "config: not written: it is a link" in done.err) == (3, True)
    assert (tmp_path / "mine").read_bytes() == before
    assert not (clone / ".gitattributes").exists()


def test_undo_for_one_ledger_leaves_the_others_their_driver(jcm: Jcm, clone: Path) -> None:
    """Committed or not, in any folder; the last one to go takes it along."""
    other = clone.parent / "seas"
    other.mkdir()
    (other / "commitments.toml").write_text(SECOND, encoding="utf-8")
    for folder in (clone, other):
        assert jcm("git-setup", "--ledger", folder / "commitments.toml").code == 0
    done = jcm("git-setup", "--undo")
    assert "The driver stays: ../seas/.gitattributes gives a file to it." in done.out
    assert "merge-driver" in git(clone, "config", "merge.jcm.driver")
    assert "line by line" in jcm("git-setup", "--undo", "--ledger", other / "commitments.toml").out
    assert run(clone, "git", "config", "merge.jcm.driver").returncode == 1


def test_a_linked_worktree_is_set_up_with_its_clone(
    jcm: Jcm, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There .git is a file, as in a submodule; the configuration is the clone's."""
    git(clone, "worktree", "add", "--quiet", "../linked")
    linked = clone.parent / "linked" / "oceans"
    monkeypatch.chdir(linked)
    assert jcm("git-setup").code == 0
    assert (linked / ".gitattributes").read_text() == LINE
    assert "merge-driver" in git(clone, "config", "merge.jcm.driver")
    assert run(linked, "git", "check-ignore", "--quiet", "commitments.toml.lock").returncode == 0


def test_the_driver_runs_whatever_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git runs it with its own PATH: it is named in full, for a shell, with % doubled."""
    monkeypatch.setattr("sys.executable", "/a b/100%/python3")
    assert _this_jcm() == "'/a b/100%%/python3' -P -m jcm_ledger"


def test_a_conflict_names_its_commitment_and_leaves_the_rest_usable(jcm: Jcm, clone: Path) -> None:
    """Without the driver every command says how to get it; with it one table is left to choose."""
    title = 'title = "Joint krill survey"'
    ours, theirs = (
        SECOND.replace(title, f'title = "{side}"') + ENTRY.format(side) for side in ("Us", "Them")
    )
    diverge(clone, ours, theirs)
    assert run(clone, "git", "merge", "theirs").returncode == 1
    for command in (["list"], ["show", "krill-survey"], ["mark", "krill-survey", "--note=x"]):
        done = jcm(*command)
        assert done.code == 3
        assert "commitments.toml:28: git's conflict markers" in done.err
        assert "jcm git-setup, then git checkout --merge commitments.toml" in done.err
    assert "commitments.toml:28: error: git's conflict markers" in jcm("check").out

    jcm("git-setup")
    again = run(clone, "git", "checkout", "--merge", "commitments.toml")
    assert "both sides changed commitment krill-survey" in again.stderr
    ledger = clone / "commitments.toml"
    text = ledger.read_text(encoding="utf-8")
    assert text.count("<<<<<<<") == 1
    assert text.endswith(ENTRY.format("Us") + ENTRY.format("Them"))
    chosen = text.partition("<<<<<<< ours (jcm)\n")
    mine, _, rest = chosen[2].partition("=======\n")
    ledger.write_text(
        chosen[0] + mine + rest.partition(">>>>>>> theirs (jcm)\n")[2], encoding="utf-8"
    )
    assert jcm("check").code == 0
    assert '"Us"' in jcm("list", "--format", "json").out


@pytest.mark.parametrize("by_line", [True, False])
def test_what_cannot_be_merged_by_table_is_a_conflict_to_be_seen(
    jcm: Jcm,
    clone: Path,
    by_line: bool,  # noqa: FBT001 - a case
) -> None:
    """Both sides stand between markers, whole where git merges by line without a conflict."""
    ours = SECOND + ENTRY.format("ours") if by_line else SECOND.replace("Bergen", "Oslo")
    diverge(clone, ours, SECOND + "[[[\n")
    jcm("git-setup")
    done = run(clone, "git", "merge", "theirs")
    assert done.returncode == 1
    assert "their side:77: invalid TOML" in done.stderr
    assert "git show :3:oceans/commitments.toml" in done.stderr
    text = (clone / "commitments.toml").read_text()
    mine, _, rest = text.partition("<<<<<<< ours (jcm)\n")[2].partition("=======\n")
    assert 'note = "ours"' in mine if by_line else mine == ours
    assert rest.partition(">>>>>>> theirs (jcm)\n")[0].endswith("[[[\n")
    found = jcm("check").out
    assert "[conflict-markers]" in found
    assert "[unmerged]" not in found


LAST = SECOND[SECOND.rindex("\n[[progress]]") :]


def rewritten(text: str) -> str:
    """Return the ledger with its bodies as dotted keys."""
    start, end = text.index("[organisation.HAV]"), text.index("[commitment.krill-survey]")
    return text[:start] + DOTTED + text[end:]


def test_entries_are_merged_where_tables_do_not_fit(jcm: Jcm, clone: Path) -> None:
    """Ours wrote the bodies anew, theirs corrected one and took out an entry: that is kept."""
    diverge(
        clone,
        rewritten(SECOND) + ENTRY.format("ours"),
        SECOND.replace("Marine Research", "Marine Science").replace(LAST, "")
        + ENTRY.format("theirs"),
    )
    jcm("git-setup")
    done = run(clone, "git", "merge", "theirs")
    assert done.returncode == 1
    kept = "only one side has the entry of 2022-05-05 about data-exchange; it is kept"
    assert kept in done.stderr
    assert "both sides changed the tables: choose between the markers" in done.stderr
    assert "not merged by table" in done.stderr
    ledger = clone / "commitments.toml"
    ledger.write_text(resolved(ledger.read_text(), attrgetter("ours")))
    found = jcm("check")
    assert (found.code, "error" in found.out.partition("\n")[0]) == (0, False)
    assert ledger.read_text().endswith(LAST + ENTRY.format("ours") + ENTRY.format("theirs"))


def test_check_names_what_a_merge_by_line_left_out_until_it_is_back(jcm: Jcm, clone: Path) -> None:
    """Their side cannot be read, and lacks an entry that git takes out outside its markers."""
    ours = SECOND.replace("Bergen", "Oslo")
    theirs = SECOND.replace('place = "Bergen"', "place = Bergen").replace(LAST, "")
    diverge(clone, ours, theirs.replace("Ministry of Foreign", "Foreign"))
    jcm("git-setup")
    done = run(clone, "git", "merge", "theirs")
    assert done.returncode == 1
    entry = "the entry of 2022-05-05 about data-exchange"
    assert f"merging by line left out {entry}: put it back before git add" in done.stderr
    ledger = clone / "commitments.toml"
    chosen = resolved(ledger.read_text(), attrgetter("ours"))
    ledger.write_text(chosen)
    found = jcm("check")
    assert (found.code, f"this is not in it: {entry}" in found.out) == (1, True)
    assert "git show :2:./commitments.toml" in found.out
    ledger.write_text(chosen + LAST)
    assert jcm("check").code == 0


def test_a_merge_of_several_branches_at_once_uses_no_driver(jcm: Jcm, clone: Path) -> None:
    """As docs/sharing.md says: git merges that by line; one after the other they merge by table."""
    jcm("git-setup")
    git(clone, "add", ".gitattributes")
    git(clone, "commit", "--quiet", "--message=By table")
    for branch in ("one", "two"):
        git(clone, "checkout", "--quiet", "-b", branch, "main")
        (clone / "commitments.toml").write_text(SECOND + ENTRY.format(branch), newline="")
        git(clone, "commit", "--quiet", "--all", "--message=Add")
    git(clone, "checkout", "--quiet", "main")
    assert run(clone, "git", "merge", "one", "two").returncode == 1
    assert "<<<<<<< .merge_file" in (clone / "commitments.toml").read_text()
    git(clone, "reset", "--quiet", "--hard", "main")
    for branch in ("one", "two"):
        git(clone, "merge", branch)
    expected = SECOND + ENTRY.format("one") + ENTRY.format("two")
    assert (clone / "commitments.toml").read_text() == expected


@pytest.mark.parametrize("name", ["-x.toml", "--help", "two words.toml"])
def test_a_ledger_of_any_name_is_merged(jcm: Jcm, clone: Path, name: str) -> None:
    """A name is a name, whatever it begins with."""
    (clone / "commitments.toml").unlink()
    (clone / name).write_text(SECOND, encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--all", "--message=Call it so")
    assert jcm("git-setup", "--ledger", f"./{name}").code == 0
    diverge(clone, SECOND + ENTRY.format("ours"), SECOND + ENTRY.format("theirs"), name)
    git(clone, "merge", "theirs")
    assert (clone / name).read_text() == SECOND + ENTRY.format("ours") + ENTRY.format("theirs")


def test_a_driver_is_given_files(jcm: Jcm, tmp_path: Path) -> None:
    """It refuses what is none, and a marker of no length."""
    missing = tmp_path / "missing"
    assert jcm("merge-driver", missing, missing, missing, 7, "x").code == 3
    assert jcm("merge-driver", missing, missing, missing, 0, "x").code == 2


def test_check_finds_a_ledger_whose_driver_did_not_run(jcm: Jcm, clone: Path) -> None:
    """Git leaves our side without markers: theirs would be lost without a word."""
    jcm("git-setup")
    diverge(clone, SECOND + ENTRY.format("ours"), SECOND + ENTRY.format("theirs"))
    git(clone, "config", "merge.jcm.driver", "/gone/jcm merge-driver -- %O %A %B %L %P")
    assert run(clone, "git", "merge", "theirs").returncode == 1
    done = jcm("check")
    assert done.code == 1
    lost = (
        "commitments.toml:1: error: git could not merge it, and this is not in it: "
        "the entry of 2022-06-01 about krill-survey"
    )
    assert lost in done.out
    assert "git show :3:./commitments.toml" in done.out
    jcm("mark", "krill-survey", "--note=later", "--on=2022-07-01")
    assert lost in jcm("check").out
    jcm("git-setup")
    git(clone, "checkout", "--merge", "commitments.toml")
    done = jcm("check")
    assert done.code == 0
    assert "warning: git counts it as not merged yet" in done.out
    git(clone, "add", "commitments.toml")
    assert jcm("check").out == "commitments.toml: nothing found.\n"


@pytest.mark.parametrize("command", [["git-setup"], ["git-setup", "--undo"]])
def test_without_git_or_a_repository_it_says_so(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """And changes nothing."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(ledger_file.parent.parent))
    done = jcm("--ledger", ledger_file, *command)
    assert (done.code, "is in no git repository" in done.err) == (3, True)
    monkeypatch.setenv("PATH", str(ledger_file.parent))
    done = jcm("--ledger", ledger_file, *command)
    assert (done.code, "git cannot be run" in done.err) == (3, True)
    assert [each.name for each in ledger_file.parent.iterdir()] == ["commitments.toml"]


def test_what_git_refuses_is_told_in_its_words(jcm: Jcm, ledger_file: Path) -> None:
    """A repository that git will not open."""
    folder = ledger_file.parent
    git(folder, "init", "--quiet")
    (folder / ".git" / "config").write_text("[core")
    done = jcm("--ledger", ledger_file, "git-setup")
    assert done.code == 3
    assert "bad config line" in done.err

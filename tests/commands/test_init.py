"""jcm init."""

import os
from io import StringIO
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger.commands import output


def test_init_copies_the_built_in_ledger(jcm: Jcm, tmp_path: Path) -> None:
    """A folder that was not there gets the ledger, byte for byte, ready to be marked."""
    folder = tmp_path / "desk"
    result = jcm("init", folder)
    assert (result.code, str(folder / "commitments.toml") in result.out) == (0, True)
    assert (folder / "commitments.toml").read_bytes() == SHIPPED.read_bytes()
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "commitments.toml.lock\n"


def test_an_empty_ledger_is_a_valid_one(jcm: Jcm, tmp_path: Path) -> None:
    """The skeleton reads, checks clean, and says that it has no commitments yet."""
    assert jcm("init", tmp_path, "--empty").code == 0
    file = tmp_path / "commitments.toml"
    assert jcm("check", file, "--strict").code == 0
    listed = jcm("list", "--ledger", file)
    assert "none as of this day" in listed.err
    assert jcm("report", "--ledger", file, "--format", "markdown").code == 0


def test_the_examples_of_the_skeleton_are_valid_once_uncommented(jcm: Jcm, tmp_path: Path) -> None:
    """Who removes the # has a ledger that works."""
    jcm("init", tmp_path, "--empty")
    file = tmp_path / "commitments.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    freed = [
        line[2:] if line.startswith("# [") or (line.startswith("# ") and " = " in line) else line
        for line in lines
    ]
    file.write_text("\n".join(freed), encoding="utf-8")
    assert jcm("list", "--ledger", file, "--format", "ids").out == "short-name\n"
    assert jcm("check", file, "--strict").code == 0


def test_init_never_writes_over_a_ledger(jcm: Jcm, ledger_file: Path) -> None:
    """A ledger that is there stays; its .gitignore too."""
    old = ledger_file.read_bytes()
    (ledger_file.parent / ".gitignore").write_text("mine\n", encoding="utf-8")
    result = jcm("init", ledger_file.parent)
    assert result.code == 3
    assert "left as it is" in result.err
    assert ledger_file.read_bytes() == old
    assert (ledger_file.parent / ".gitignore").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize("leads", ["theirs", "gone", ".gitignore"])
def test_a_gitignore_that_is_a_link_is_left_alone(jcm: Jcm, tmp_path: Path, leads: str) -> None:
    """The ledger is made, and nothing is written where the link leads."""
    (tmp_path / ".gitignore").symlink_to(leads)
    if leads == "theirs":
        (tmp_path / leads).write_text("mine", encoding="utf-8")
    done = jcm("init", tmp_path)
    assert done.code == 0
    assert done.out.startswith(f"Wrote {tmp_path / 'commitments.toml'}.\n")
    assert os.readlink(tmp_path / ".gitignore") == leads  # noqa: PTH115 - as it is
    if leads == "theirs":
        assert (tmp_path / leads).read_text(encoding="utf-8") == "mine"
    else:
        assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("leads", ["gone", "commitments.toml"])
def test_a_ledger_that_is_a_link_to_nowhere_is_told_what_to_do(
    jcm: Jcm, tmp_path: Path, leads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written through it, and the hint helps."""
    monkeypatch.chdir(tmp_path)
    Path("commitments.toml").symlink_to(leads)
    done = jcm("init")
    assert (done.code, [path.name for path in tmp_path.iterdir()]) == (3, ["commitments.toml"])
    assert "it is a link that leads nowhere: rm commitments.toml, or" in done.err
    Path("commitments.toml").unlink()
    assert jcm("init").code == 0


def test_folders_made_in_vain_are_taken_away(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 3 means that nothing changed, the way to the ledger included."""
    monkeypatch.setattr("os.fsync", refuse)
    done = jcm("init", tmp_path / "a" / "b")
    assert (done.code, list(tmp_path.iterdir())) == (3, [])


def refuse(*_arguments: object) -> None:
    """Fail as a disk that is broken."""
    raise OSError(5, os.strerror(5))


def test_a_terminal_asks_whose_ledger_it_is(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A secretariat starts its ledger without typing TOML; one side alone is asked again."""
    monkeypatch.setattr(output, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", StringIO("Joint Committee\nGermany\nGermany, Japan\n"))
    done = jcm("init", tmp_path, "--empty")
    assert (done.code, "a committee has two sides or more" in done.err) == (0, True)
    text = (tmp_path / "commitments.toml").read_text(encoding="utf-8")
    assert 'name  = "Joint Committee"' in text
    assert 'sides = ["Germany", "Japan"]' in text


def test_an_empty_ledger_of_nobody_says_so(jcm: Jcm, tmp_path: Path) -> None:
    """Where nobody can be asked, the next step is to say whose ledger it is."""
    done = jcm("init", tmp_path, "--empty")
    assert f"Say in {tmp_path / 'commitments.toml'} whose ledger it is" in done.err + done.out


@pytest.mark.parametrize("sides", [("UK", "uk"), ("UK", "UK"), ("UK", "Committee")])
def test_sides_are_told_apart(jcm: Jcm, tmp_path: Path, sides: tuple[str, str]) -> None:
    """Two that differ in case alone, or one that is called as all are, are refused."""
    given = [word for side in sides for word in ("--side", side)]
    done = jcm("init", tmp_path, "--empty", "--name", "C", *given)
    assert (done.code, list(tmp_path.iterdir())) == (3, [])

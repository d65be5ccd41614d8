"""Which ledger is written: never one above what bears its name here, and never without a word."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from jcm_ledger import commands
from jcm_ledger.store import drafts, writing  # noqa: F401 - before the user changes

MARK = ("mark", "krill-survey", "--note", "n")
ADD = ("add", "Ice watch", "--owner", "HAV", "--meeting", "oc-3")
ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nnote = "last"\n'
WRITERS = [MARK, ADD, ("undo", "--yes"), ("git-setup",), ("git-setup", "--undo")]
READERS = [("list",), ("check",), ("report", "--format", "markdown"), ("export",), ("timeline",)]


def dangling(path: Path) -> None:
    """Make a link that leads nowhere."""
    path.symlink_to("gone.toml")


def circle(path: Path) -> None:
    """Make a link that leads to itself."""
    path.symlink_to(path.name)


def of_a_folder(path: Path) -> None:
    """Make a link to a folder."""
    (path.parent / "elsewhere").mkdir()
    path.symlink_to("elsewhere")


OBSTACLES: dict[str, tuple[Callable[[Path], None], str, bool]] = {
    "a dangling link": (dangling, "it is a link to gone.toml, where there is no file", True),
    "a circle": (circle, "it is a link that leads in a circle", True),
    "a folder": (Path.mkdir, "it is a folder", False),
    "a link to a folder": (of_a_folder, "it is a folder", False),
    "a pipe": (os.mkfifo, "it is a pipe or a device", False),
}
"""What makes each, what is said of it, and whether the hint is to take it away."""


@pytest.fixture
def below(ledger_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder below the one of a ledger, and return it."""
    folder = ledger_file.parent / "below"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
@pytest.mark.parametrize("name", OBSTACLES)
def test_what_bears_the_ledger_s_name_is_not_passed_over(
    jcm: Jcm, below: Path, ledger_file: Path, name: str
) -> None:
    """Every command refuses it by name; the ledger of the folder above is not touched."""
    make, reason, taken_away = OBSTACLES[name]
    make(below / "commitments.toml")
    there = sorted(path.name for path in ledger_file.parent.rglob("*"))
    for command in (*WRITERS, *READERS):
        done = jcm(*command)
        assert (done.code, done.out) == (3, ""), command
        assert f"commitments.toml: cannot be read: {reason}" in done.err
    refused = jcm("init")
    assert (refused.code, "left as it is" in refused.err) == (3, True)
    assert ledger_file.read_text(encoding="utf-8") == SECOND
    assert sorted(path.name for path in ledger_file.parent.rglob("*")) == there
    if taken_away:
        hint = jcm(*MARK).err.partition("hint: ")[2]
        assert hint == "mend the link, or take it away: rm commitments.toml\n"
        subprocess.run(["sh", "-c", hint.rpartition(": ")[2]], check=True)  # noqa: S607
        assert jcm("init", "--empty").code == 0
        assert jcm("list").code == 0


@pytest.mark.parametrize("name", ["commitments.toml", "sub/commitments.toml"])
def test_the_hint_for_a_missing_ledger_makes_it(jcm: Jcm, below: Path, name: str) -> None:
    """Who does what the hint says has the very file that was asked for."""
    hint = jcm("--ledger", name, "list").err.partition("hint: make it: jcm ")[2]
    assert jcm(*hint.partition(",")[0].split()).code == 0
    assert (below / name).is_file()
    assert jcm("--ledger", name, "list", "--format", "ids").code == 0


def test_a_folder_named_as_the_ledger_is_told_how_to_get_one(jcm: Jcm, below: Path) -> None:
    """The hint makes a ledger in it and names its file."""
    (below / "desk").mkdir()
    hint = jcm("--ledger", "desk", "list").err.partition("hint: ")[2]
    assert hint == (
        "make a ledger in it: jcm init desk, and name the file: desk/commitments.toml\n"
    )
    assert jcm("init", "desk").code == 0
    assert "name the file: desk/commitments.toml" in jcm("--ledger", "desk", "list").err
    assert jcm("--ledger", "desk/commitments.toml", "list", "--format", "ids").code == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be somebody")
def test_a_folder_that_may_not_be_searched_is_not_passed_over(
    below: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever cannot see whether a ledger is here does not write the one above."""
    for folder in (below.parent, *below.parent.parents[:2]):
        folder.chmod(0o755)
    (below.parent / "commitments.toml").chmod(0o666)
    below.chmod(0o600)
    os.chown(below, 5001, 5001)
    child = os.fork()
    if child == 0:
        os.setuid(5001)
        code = commands.run(MARK)
        sys.stderr.flush()
        os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert "commitments.toml: cannot be read: permission denied" in capfd.readouterr().err
    assert (below.parent / "commitments.toml").read_text(encoding="utf-8") == SECOND


@pytest.mark.parametrize("command", [MARK, ADD, ("undo", "--yes")])
def test_a_ledger_elsewhere_is_named_by_whoever_writes_it(
    jcm: Jcm, below: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found above, named, or behind a link; one of this folder goes without saying."""

    def last_line() -> str:
        ledger.write_text(SECOND + ENTRY, encoding="utf-8")
        return jcm(*command).out.splitlines()[-1]

    ledger = below.parent / "commitments.toml"
    assert last_line() == "Wrote ../commitments.toml."
    (below / "commitments.toml").symlink_to("../commitments.toml")
    assert last_line() == "Wrote ../commitments.toml, where commitments.toml leads."
    monkeypatch.setenv("JCM_LEDGER", str(ledger))
    assert last_line() == f"Wrote {ledger}."
    monkeypatch.chdir(below.parent)
    assert "Wrote" not in last_line()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("command", [MARK, ADD, ("undo", "--yes")])
def test_what_was_written_is_said_though_stdout_is_full(
    ledger_file: Path, command: tuple[str, ...]
) -> None:
    """It is done, so the exit code is 0: with another one a script would do it again."""
    ledger_file.write_text(SECOND + ENTRY, encoding="utf-8")
    before = ledger_file.read_bytes()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "jcm_ledger", *command],
            cwd=ledger_file.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert ledger_file.read_bytes() != before
    assert done.stderr.splitlines()[-1] == "jcm: stdout: not written: no space left on device"
    assert any(word in done.stderr for word in ("krill-survey: ", "Added ", "Took back "))

"""Putting completion in place: where the shell looks, and nothing halfway."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Jcm
from jcm_ledger.commands import install, shells
from shells import path_of

JCM = f"{sys.executable} -m jcm_ledger"


def asked_in(shell: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Ask in a shell itself, which still has something to do afterwards and so stays."""
    return subprocess.run(
        [path_of(shell), "-c", f"{JCM} --install-completion; true"],
        cwd=home,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home, which the variables lead to, and an awkward one."""
    folder = tmp_path / "o'ne home"
    folder.mkdir()
    for variable in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    return folder


def every(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder: the names of folders, and of files with what they hold."""
    return {
        str(path.relative_to(folder)): b"" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("shell", shells.OWN)
def test_the_shell_that_asks_is_told_from_the_others(shell: str, home: Path) -> None:
    """Jcm finds out which shell it was started from, and puts in place what that needs."""
    done = asked_in(shell, home)
    assert done.stdout.startswith(f"Completion for {shell} is in {home}/")


@pytest.mark.parametrize(
    ("shell", "variable", "script", "start"),
    [
        ("bash", "HOME", ".bash_completions/jcm.sh", ".bashrc"),
        ("zsh", "HOME", ".zfunc/_jcm", ".zshrc"),
        ("zsh", "ZDOTDIR", ".zfunc/_jcm", ".zshrc"),
        ("fish", "HOME", ".config/fish/completions/jcm.fish", None),
        ("fish", "XDG_CONFIG_HOME", "fish/completions/jcm.fish", None),
    ],
)
def test_it_is_put_where_the_shell_looks(  # noqa: PLR0913, PLR0917 - a column of the table each
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    shell: str, variable: str, script: str, start: str | None,
) -> None:  # fmt: skip
    """The variables by which a shell is led elsewhere are honoured; doing it twice changes nothing.

    What stands in the file that it reads at its start stays, in whatever encoding, with a line more.
    """
    folder = home if variable == "HOME" else tmp_path / "elsewhere"
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv(variable, str(folder))
    if variable != "HOME":
        monkeypatch.delenv("HOME")
    if start:
        (folder / start).write_bytes(b"# caf\xe9")
    install.install(shell)
    once = every(tmp_path)
    install.install(shell)
    assert every(tmp_path) == once
    assert (folder / script).read_text(encoding="utf-8") == shells.script(shell)
    if start:
        before, line = (folder / start).read_bytes().split(b"\n", 1)
        assert before == b"# caf\xe9"
        asked = [path_of(shell), "-c", f"{line.decode()}\n echo read"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ("read\n", "")


@pytest.mark.parametrize("shell", shells.OWN)
@pytest.mark.parametrize("value", [None, "", "/no/such/folder"])
def test_without_a_home_it_says_so(
    jcm: Jcm, home: Path, monkeypatch: pytest.MonkeyPatch, shell: str, value: str | None
) -> None:
    """A sentence, exit 3, and nothing is made anywhere."""
    monkeypatch.setattr(install, "this_shell", lambda: shell)
    monkeypatch.delenv("HOME") if value is None else monkeypatch.setenv("HOME", value)
    result = jcm("--install-completion")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("jcm: completion was not put in place: HOME is ")
    assert "--show-completion" in result.err
    assert every(home) == {}


@pytest.mark.parametrize("made", ["read-only", "a folder", "no folder for the script"])
def test_where_it_cannot_be_written_nothing_is_changed(
    jcm: Jcm, home: Path, monkeypatch: pytest.MonkeyPatch, made: str
) -> None:
    """A start file that cannot be written, or a file where a folder is needed: all stays as it was."""
    monkeypatch.setattr(install, "this_shell", lambda: "zsh")
    start = home / ".zshrc"
    if made == "a folder":
        start.mkdir()
    else:
        start.write_text("# mine", encoding="utf-8")
        if made == "read-only":
            start.chmod(0o444)
        else:
            (home / ".zfunc").write_text("mine", encoding="utf-8")
    before = every(home)
    result = jcm("--install-completion")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("jcm: completion was not put in place: ")
    assert "--show-completion" in result.err
    assert every(home) == before


def test_another_shell_is_refused(jcm: Jcm, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no script, or might need its rules loosened, is told what to do instead."""
    dash = shutil.which("dash")
    if dash:
        asked = [dash, "-c", f"{JCM} --install-completion; :"]
        done = subprocess.run(asked, cwd=home, capture_output=True, text=True, check=False)
        assert "dash is not one of them" in done.stderr
    monkeypatch.setattr(install, "this_shell", lambda: "pwsh")
    result = jcm("--install-completion")
    assert result.code == 3
    assert "$PROFILE" in result.err
    assert "Register-ArgumentCompleter" in jcm("--show-completion").out
    assert every(home) == {}

"""The program around the commands: which ledger, exit codes, streams, completion."""

import gc
import importlib
import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED
from jcm_ledger import commands
from jcm_ledger.commands import ledgers

RUN = [sys.executable, "-m", "jcm_ledger"]


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run jcm as a program of its own, with only these variables set."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [*RUN, *arguments],
        cwd=cwd,
        env=kept | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_bare_jcm_and_help_print_help_and_succeed(jcm: Jcm) -> None:
    """Who knows nothing yet is shown the commands."""
    bare, asked = jcm(), jcm("--help")
    assert (bare.code, asked.code) == (0, 0)
    assert bare.out == asked.out
    for command, row in commands.COMMANDS.items():
        assert (f"\n  {command} " in bare.out) is not row.hidden


def test_a_slip_in_the_name_of_a_command_gets_the_nearest(jcm: Jcm) -> None:
    """Nothing is run, and what was meant is named."""
    result = jcm("lst")
    assert result.code == 2
    assert "Did you mean 'list'?" in result.err


def test_every_command_has_help_with_an_example(jcm: Jcm) -> None:
    """Each --help shows what to type."""
    for name in commands.COMMANDS:
        result = jcm(name, "--help")
        assert result.code == 0
        assert f"jcm {name}" in result.out.partition("Examples:")[2]


def test_the_version_is_the_package_s(jcm: Jcm) -> None:
    """--version, or -V, names program and version."""
    assert jcm("--version").out == f"jcm {version('jcm-ledger')}\n"
    assert jcm("-V") == jcm("--version")


def test_help_may_be_asked_for_first(jcm: Jcm) -> None:
    """`jcm help COMMAND` shows what `jcm COMMAND --help` does; alone it shows all commands."""
    assert jcm("help") == jcm("--help")
    for command in commands.COMMANDS:
        assert jcm("help", command) == jcm(command, "--help")
    unknown = jcm("help", "lst")
    assert unknown.code == 2
    assert "Did you mean 'list'?" in unknown.err


def test_python_m_runs_it_and_the_built_in_ledger_says_so(tmp_path: Path) -> None:
    """In an empty folder the shipped ledger is shown, and stderr says what it is."""
    done = run("list", "--format", "ids", cwd=tmp_path)
    assert (done.returncode, len(done.stdout.split())) == (0, 11)
    assert "built-in ledger" in done.stderr
    assert "jcm init ." in done.stderr


def test_the_ledger_is_chosen_by_option_then_variable_then_folder(
    tmp_path: Path, ledger_file: Path
) -> None:
    """--ledger, before or after the command, beats JCM_LEDGER, which beats the nearest file."""
    below = tmp_path / "below"
    below.mkdir()
    assert len(run("list", "--format", "ids", cwd=below).stdout.split()) == 3
    by_variable = run("list", "--format", "ids", cwd=below, JCM_LEDGER=str(SHIPPED))
    assert len(by_variable.stdout.split()) == 11
    for arguments in (
        ("--ledger", str(ledger_file), "list", "--format", "ids"),
        ("list", "--format", "ids", "--ledger", str(ledger_file)),
    ):
        done = run(*arguments, cwd=below, JCM_LEDGER=str(SHIPPED))
        assert len(done.stdout.split()) == 3


def test_no_color_means_no_escape_and_force_color_some(tmp_path: Path) -> None:
    """NO_COLOR and FORCE_COLOR are obeyed; a pipe gets no colour by itself."""
    table = ("list", "--format", "table")
    assert "\x1b" not in run(*table, cwd=tmp_path).stdout
    assert "\x1b" in run(*table, cwd=tmp_path, FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b[3" not in run(*table, cwd=tmp_path, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_an_ascii_terminal_still_gets_an_answer(tmp_path: Path) -> None:
    """Characters it cannot show come as escapes, not as a traceback."""
    done = run("show", "semi", cwd=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    """`jcm list | head -1` prints one line and no complaint."""
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m jcm_ledger report --format markdown | head -1"],  # noqa: S607
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "rror" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("command", ["--help", "list", "report", "export --format xlsx", "check"])
def test_a_full_disk_under_stdout_is_one_sentence(tmp_path: Path, command: str) -> None:
    """However little was to be written: exit 3, and no second complaint as Python ends."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUN, "--ledger", str(SHIPPED), *command.split()],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    first, second = done.stderr.splitlines()
    assert first == "jcm: stdout: not written: no space left on device"
    assert second.startswith("hint: make room")


def test_an_unforeseen_error_is_one_line_and_exit_70(
    jcm: Jcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody sees a traceback, except with --debug."""

    def explode(*_arguments: object) -> None:
        raise RuntimeError("boom \x1b[31m")

    monkeypatch.setattr(ledgers, "opened", explode)
    result = jcm("list")
    assert result.code == 70
    assert result.err.count("\n") == 1
    assert "RuntimeError: boom \\x1b[31m" in result.err
    with pytest.raises(RuntimeError):
        jcm("--debug", "list")


def test_ctrl_c_exits_130(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """As every program that was interrupted."""

    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ledgers, "opened", interrupt)
    assert jcm("list").code == 130


INTERRUPTED_AT = """
import signal, sys

class Interrupts:
    def find_spec(self, name, path=None, target=None):
        if name in {at!r}:
            signal.raise_signal(signal.SIGINT)

from jcm_ledger.__main__ import main
sys.meta_path.insert(0, Interrupts())
sys.argv = ["jcm", "list", "--format", "table"]
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="sends itself a signal")
@pytest.mark.parametrize(
    "module",
    ["jcm_ledger.commands", "typer", "jcm_ledger.commands.list", "tomli", "rich.console"],
)
def test_ctrl_c_at_any_moment_of_the_start_shows_no_traceback(tmp_path: Path, module: str) -> None:
    """Before anything was imported as little as when the ledger is about to be drawn."""
    program = INTERRUPTED_AT.format(at=(module,))
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (-signal.SIGINT, 130)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="sends itself a signal")
def test_in_the_background_ctrl_c_is_not_heard(tmp_path: Path) -> None:
    """What a shell started with interrupts ignored goes on to its end."""
    program = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    program += INTERRUPTED_AT.format(at=("typer", "jcm_ledger.commands.list", "rich.console"))
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "semiconductor-talks" in done.stdout


def test_importing_where_jcm_begins_changes_nothing_of_the_process() -> None:
    """Whoever imports it keeps their garbage collector, and Ctrl-C as it was."""
    before = signal.getsignal(signal.SIGINT), gc.isenabled()
    importlib.reload(importlib.import_module("jcm_ledger.__main__"))
    assert (signal.getsignal(signal.SIGINT), gc.isenabled()) == before


def test_what_was_typed_wrongly_is_shown_and_not_obeyed(jcm: Jcm) -> None:
    """Ids may come from a ledger through a pipe: an error about them steers no terminal."""
    result = jcm("show", "semi", "\x1b[31mred\u202e")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Usage: jcm show [OPTIONS] {ID}\n")
    assert "(\\x1b[31mred\\u202e)" in result.err


def test_an_argument_that_is_no_text_is_refused(jcm: Jcm) -> None:
    """Bytes that are not UTF-8 arrive as lone surrogates and never reach the ledger."""
    result = jcm("mark", "semi", "--note", "caf\udce9")
    assert result.code == 3
    assert "argument 4 is not UTF-8" in result.err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("jcm show s", ["semiconductor-talks", "space-information-sharing"]),
        ("jcm mark semi st", ["stalled"]),
        ("jcm mark semi --by c", ["CAO", "committee"]),
        ("jcm list --owner ME", ["METI"]),
        ("jcm list --theme s", ["semiconductors", "space"]),
        ("jcm list --side J", ["Japan"]),
        ("jcm list --meeting jcm-", ["jcm-12", "jcm-13"]),
        ("jcm list --timing re", ["review-due"]),
        ("jcm list --status n", ["not-started", "not-pursued", "none"]),
        ("jcm list --format t", ["table", "tsv"]),
        ("jcm list --within 9", ["90d"]),
        ("jcm list --group t", ["timing", "theme"]),
        ("jcm timeline --theme sp", ["space"]),
        ("jcm bodies --side J", ["Japan"]),
        ("jcm bodies --silent 6", ["60d", "6m"]),
        ("jcm report --since jcm-1", ["jcm-12", "jcm-13"]),
        ("jcm add --kind o", ["one-off"]),
        ("jcm report --format mark", ["markdown"]),
        ("jcm help timel", ["timeline"]),
        ("jcm help merge", []),
        ("jcm --vers", ["--version"]),
        ("jcm -", ["-V", "-h"]),
        ("jcm show semi ", []),
        ("jcm nothing sh", []),
        ("jcm --version sh", ["show"]),
        ("jcm --install-completion sh", ["show"]),
        ("jcm list quantum ", []),
        ("jcm list 2>errors --theme sp", ["space"]),
        ("jcm list >out", "files"),
        ("jcm list --theme 'sp", ["space"]),
        ('jcm list --theme "sp', ["space"]),
        ("jcm list --theme s\\p", ["space"]),
        ("jcm mark semi --evidence ", "files"),
        ("jcm --ledger ", "files"),
        ("jcm check ", "files"),
        ("jcm init ", "folders"),
        ("jcm export -o ", "files-but"),
    ],
)
def test_the_shell_completes_names_of_the_ledger(
    tmp_path: Path, words: str, offered: list[str] | str
) -> None:
    """TAB knows ids, statuses, bodies, themes, sides and meetings, or that it is a file's name."""
    done = run(words, cwd=tmp_path, _JCM_COMPLETE="zsh")
    kind, *told = done.stdout.splitlines()
    names = [line.partition("\t")[0] for line in told]
    if isinstance(offered, str):
        assert kind == offered
    elif words.endswith(" -"):
        assert set(offered) <= set(names)
    else:
        assert (kind, names) == ("words", offered)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "offered"), [("jcm show sem", "semiconductor-talks"), ("jcm list --owner ME", "METI")]
)
def test_scripts_of_earlier_versions_still_complete(
    tmp_path: Path, words: str, offered: str
) -> None:
    """What an earlier `jcm --install-completion` put in place goes on working for plain names."""
    told = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    bash = run(cwd=tmp_path, _JCM_COMPLETE="complete_bash", **told)
    assert bash.stdout.split() == [offered]
    for shell in ("zsh", "fish", "powershell"):
        done = run(
            cwd=tmp_path,
            _JCM_COMPLETE=f"complete_{shell}",
            _TYPER_COMPLETE_ARGS=words,
            _TYPER_COMPLETE_FISH_ACTION="get-args",
            _TYPER_COMPLETE_WORD_TO_COMPLETE=words.rsplit(maxsplit=1)[-1],
        )
        assert offered in done.stdout
        assert done.stderr == ""


def test_completion_offers_nothing_that_steers(tmp_path: Path, ledger_file: Path) -> None:
    """An id with a control character is not put on the command line."""
    evil = '\n[commitment."s\\u0007"]\ntitle = "T"\nmeeting = "oc-3"\nowners = ["HAV"]\n'
    ledger_file.write_text(ledger_file.read_text(encoding="utf-8") + evil, encoding="utf-8")
    done = run("jcm show ", cwd=tmp_path, _JCM_COMPLETE="bash")
    assert done.stdout.split() == ["words", "krill-survey", "data-exchange", "host-oc-4"]


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(tmp_path: Path, ledger_file: Path, closed: str) -> None:
    """Started by a program that gives it no streams, it does what it is asked."""
    mark = f"'{sys.executable}' -m jcm_ledger mark krill-survey --note n {closed}"
    done = subprocess.run(["sh", "-c", mark], cwd=tmp_path, check=False)  # noqa: S607
    assert done.returncode == 0
    assert ledger_file.read_text(encoding="utf-8").endswith('note       = "n"\n')
    ids = f"'{sys.executable}' -m jcm_ledger mark - --note n {closed}"
    assert subprocess.run(["sh", "-c", ids], cwd=tmp_path, check=False).returncode == 0  # noqa: S607


def test_completion_in_a_faulty_ledger_is_silent(tmp_path: Path) -> None:
    """A broken file offers nothing and prints nothing over the command line."""
    (tmp_path / "commitments.toml").write_text("[", encoding="utf-8")
    done = run("jcm show s", cwd=tmp_path, _JCM_COMPLETE="bash")
    assert (done.stdout, done.stderr) == ("words\n", "")

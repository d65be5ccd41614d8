"""What is taller than the screen goes through the pager."""

import sys
from pathlib import Path
from shutil import which

import pytest

from conftest import Jcm

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminals import at_a_terminal

SHORT, TALL = (10, 80), (200, 80)
MARKED = {"PAGER": "sed s/^/paged:/"}


@pytest.mark.parametrize("command", ["list", "timeline", "bodies", "show krill-survey", "report"])
def test_what_is_taller_than_the_screen_goes_through_the_pager(
    ledger_file: Path, command: str
) -> None:
    """Every line of it does, the line under a table too."""
    shown, code = at_a_terminal(
        *command.split(), cwd=ledger_file.parent, environment=MARKED, size=(4, 80)
    )
    assert code == 0
    assert all(line.startswith("paged:") for line in shown.splitlines())
    assert len(shown.splitlines()) > 4


def test_what_fits_is_shown_without_the_pager(ledger_file: Path) -> None:
    """Nobody has to leave a pager for a few lines."""
    shown, code = at_a_terminal("list", cwd=ledger_file.parent, environment=MARKED, size=TALL)
    assert code == 0
    assert "krill-survey" in shown
    assert "paged:" not in shown


@pytest.mark.parametrize(
    ("options", "pager"), [(["--no-pager"], "sed s/^/paged:/"), ([], ""), ([], "cat")]
)
def test_the_pager_can_be_done_without(ledger_file: Path, options: list[str], pager: str) -> None:
    """By an option before the command, as for git, by an empty PAGER, and by cat."""
    shown, code = at_a_terminal(
        *options, "report", cwd=ledger_file.parent, environment={"PAGER": pager}, size=SHORT
    )
    assert code == 0
    assert "Annex" in shown
    assert "paged:" not in shown


def test_colours_reach_the_pager_and_less_is_told_so(ledger_file: Path) -> None:
    """LESS is FRX, as git sets it; what the user has set stays, behind what shows colours."""
    pager = {"PAGER": 'echo "LESS is $LESS, LV is $LV"; cat', "TERM": "xterm"}
    shown, _code = at_a_terminal("report", cwd=ledger_file.parent, environment=pager, size=SHORT)
    assert "LESS is FRX, LV is -c\r\n" in shown
    assert "\x1b[36m" in shown
    pager |= {"LESS": "S", "LV": "-Ou8"}
    shown, _code = at_a_terminal("report", cwd=ledger_file.parent, environment=pager, size=SHORT)
    assert "LESS is -R S, LV is -Ou8\r\n" in shown


@pytest.mark.skipif(which("less") is None, reason="needs less")
@pytest.mark.parametrize(
    "environment",
    [{}, {"LESS": ""}, {"LESS": "S"}, {"LESS": "-M -i"}, {"LC_ALL": "C"}, {"LESS": "-PA page$"}],
    ids=str,
)
def test_less_shows_colours_and_letters(ledger_file: Path, environment: dict[str, str]) -> None:
    """Whatever the user set or did not, nobody sees the codes of colours or of letters."""
    usual = {"PAGER": "less", "TERM": "xterm", "LANG": "C.UTF-8"}
    shown, code = at_a_terminal(
        "report",
        cwd=ledger_file.parent,
        environment=usual | environment,
        size=(60, 80),
        answers="q",
    )
    assert code == 0
    assert "\x1b[36mkrill-survey" in shown
    assert "─────" in shown
    assert "ESC[" not in shown
    assert "<E2>" not in shown


@pytest.mark.parametrize("terminal", ["dumb", "unknown", ""])
def test_a_dumb_terminal_has_no_pager_and_no_colours(ledger_file: Path, terminal: str) -> None:
    """Where less would warn and wait, and escapes would be read as text, all is simply written."""
    shown, code = at_a_terminal(
        "report", cwd=ledger_file.parent, environment={"TERM": terminal, **MARKED}, size=(10, 60)
    )
    assert code == 0
    assert "Annex" in shown
    assert "paged:" not in shown
    assert "\x1b" not in shown
    assert all(len(line) <= 60 or "http" in line for line in shown.splitlines())


def test_leaving_the_pager_early_ends_quietly(ledger_file: Path) -> None:
    """What was not looked at is no error, however much is left."""
    text = ledger_file.read_text(encoding="utf-8")
    entry = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2021-01-01\nnote = "{}"\n'
    many = "".join(entry.format(number) for number in range(3000))
    ledger_file.write_text(text + many, encoding="utf-8")
    shown, code = at_a_terminal(
        "log", cwd=ledger_file.parent, environment={"PAGER": "head -2 >&2"}, size=SHORT
    )
    assert code == 0
    assert len(shown.splitlines()) == 2


def test_an_interruption_is_the_pager_s_to_hear(ledger_file: Path) -> None:
    """Ctrl-C in a pager that stays leaves jcm waiting for it, without a traceback."""
    pager = {"PAGER": "trap '' INT; head -1; read key </dev/tty; echo stayed"}
    shown, code = at_a_terminal(
        "report", cwd=ledger_file.parent, environment=pager, size=SHORT, answers="\x03\n"
    )
    assert "stayed" in shown
    assert "Traceback" not in shown
    assert code == 0


def test_a_pager_that_cannot_be_run_is_named(ledger_file: Path) -> None:
    """Nothing is lost in silence: the error says which pager, and how to do without."""
    shown, code = at_a_terminal(
        "report", cwd=ledger_file.parent, environment={"PAGER": "no-such-pager"}, size=SHORT
    )
    assert code == 3
    assert 'the pager "no-such-pager" cannot be run' in shown
    assert "--no-pager" in shown


def test_a_refusal_is_not_paged(ledger_file: Path) -> None:
    """Errors and hints go to stderr, as everywhere."""
    shown, code = at_a_terminal("show", "nothing", cwd=ledger_file.parent, environment=MARKED)
    assert code == 3
    assert "paged:" not in shown


def test_into_a_pipe_nothing_is_paged(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script never meets a pager."""
    monkeypatch.setenv("PAGER", "no-such-pager")
    monkeypatch.setenv("LINES", "3")
    assert jcm("report").code == 0

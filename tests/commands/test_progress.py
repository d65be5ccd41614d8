"""The bar on stderr while work lasts."""

from collections.abc import Callable
from io import StringIO

import pytest

from jcm_ledger.commands import progress


class Screen(StringIO):
    """A stderr that is a terminal, or is not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        """Return what it was made to be."""
        return self.terminal


class Impatient:
    """A timer that does not wait."""

    def __init__(self, seconds: float, call: Callable[[], None]) -> None:
        self.seconds, self.call = seconds, call

    def start(self) -> None:
        """Call at once."""
        self.call()

    def cancel(self) -> None:
        """Come too late."""


class Patient(Impatient):
    """A timer whose time does not come."""

    def start(self) -> None:
        """Go on waiting."""
        assert self.seconds == 1


def shown_on(screen: Screen, timer: type, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what two steps of work leave on a stderr."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "Timer", timer)
    with progress.shown(2) as step:
        step("Reading the ledger")
        step("Making docx")
    return screen.getvalue()


def test_long_work_shows_what_it_is_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who waits for more than a second sees that something happens."""
    shown = shown_on(Screen(terminal=True), Impatient, monkeypatch)
    assert "Making docx" in shown
    assert shown.endswith("\x1b[2K")  # the line is gone again in the end


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done within a second does not flicker."""
    assert shown_on(Screen(terminal=True), Patient, monkeypatch) == ""


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log of stderr holds what was said and nothing else."""
    assert shown_on(Screen(terminal=False), Impatient, monkeypatch) == ""

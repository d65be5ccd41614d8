"""What is taller than the screen goes through a pager, as git's answers do."""

import os
import signal
import sys
from codecs import lookup
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from io import StringIO
from shutil import get_terminal_size, which
from typing import IO, TYPE_CHECKING, Any, TextIO

from jcm_ledger.commands import output
from jcm_ledger.commands.refusals import NoPager

if TYPE_CHECKING:
    from subprocess import Popen

_USUAL = "less"
_LESS = "FRX"  # as git sets it: colours are kept, and what it showed stays on the screen
_COLOURS = "-R"  # before the user's own options, of which the last counts
_CANNOT_BE_RUN = (126, 127)  # what a shell exits with


def chosen(environment: Mapping[str, str]) -> str | None:
    """Return the command of the pager, None for none: $PAGER is empty or cat, or less is not there.

    It is a line for the shell, as for git and man; it is the user's own, and no text of a ledger
    comes near it. On Windows there is a pager only if $PAGER names one. A terminal that cannot
    move its cursor has none: less would warn, and wait for a key.
    """
    if output.is_dumb(environment):
        return None
    command = environment.get("PAGER")
    if command is None:
        command = _USUAL if sys.platform != "win32" and which(_USUAL) else ""
    return None if command.strip() in ("", "cat") else command


def surroundings(environment: Mapping[str, str], encoding: str) -> dict[str, str]:
    """Return the environment of the pager: the user's, and what less and lv need to show colours.

    Options that the user gave less stay and count; without any it gets those that git gives it.
    What is written in UTF-8 is read as UTF-8, in the locale C too.
    """
    options = environment.get("LESS", "").strip()
    usual = {"LV": "-c"}
    if lookup(encoding).name == "utf-8":
        usual["LESSCHARSET"] = "utf-8"
    return usual | dict(environment) | {"LESS": f"{_COLOURS} {options}" if options else _LESS}


@contextmanager
def paged(command: str) -> Iterator[None]:
    """Show what is written to stdout, and through the pager if it is taller than the screen.

    Leaving the pager before the end ends the program with 0. Raise NoPager if it cannot be run.
    """
    screen = _Screen(sys.stdout, command)
    try:
        with redirect_stdout(screen):
            yield
    finally:
        screen.leave()


class _Screen(StringIO):
    """A terminal that holds back what is written until it is more than fits."""

    def __init__(self, terminal: TextIO, command: str) -> None:
        super().__init__()
        self.terminal = terminal
        self.command = command
        self.height = get_terminal_size().lines
        self.pager: Popen[str] | None = None
        self.pipe: IO[str] | None = None
        self.handlers: dict[int, Any] = {}

    @property
    def encoding(self) -> str:  # type: ignore[override] # a StringIO has none
        return self.terminal.encoding

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.terminal.fileno()

    def write(self, text: str) -> int:
        if self.pipe is not None:
            _send(self.pipe, text)
        else:
            super().write(text)
            if self.getvalue().count("\n") >= self.height:  # a line is left for the prompt
                self._start()
        return len(text)

    def leave(self) -> None:
        """Show what was held back, or wait until the pager was left; raise NoPager."""
        if self.pager is None or self.pipe is None:
            self.terminal.write(self.getvalue())
            return
        with suppress(BrokenPipeError):
            self.pipe.close()
        code = self.pager.wait()
        for number, handler in self.handlers.items():
            signal.signal(number, handler)
        if code in _CANNOT_BE_RUN:
            raise NoPager(self.command)

    def _start(self) -> None:
        from subprocess import PIPE, Popen  # lazy import: only a tall answer needs it

        self.terminal.flush()
        self.pager = Popen(  # noqa: S602 - a line for the shell, by the user alone: see `chosen`
            self.command,
            shell=True,
            stdin=PIPE,
            text=True,
            encoding=self.terminal.encoding,
            errors="backslashreplace",
            env=surroundings(os.environ, self.terminal.encoding),
        )
        # The pager handles Ctrl-C. Without SIGPIPE, a write to a pager that was left raises.
        for name in ("SIGINT", "SIGPIPE"):
            if number := getattr(signal, name, None):
                self.handlers[number] = signal.signal(number, signal.SIG_IGN)
        self.pipe = self.pager.stdin
        if self.pipe is not None:
            _send(self.pipe, self.getvalue())


def _send(pipe: IO[str], text: str) -> None:
    """Write to the pager; exit if the user left it, for nobody reads the rest."""
    try:
        pipe.write(text)
    except BrokenPipeError:
        sys.exit(0)

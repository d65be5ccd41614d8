"""stdout is the answer, stderr the conversation."""

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Literal, TextIO

from jcm_ledger.commands.conversation import said
from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.render.safe import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_PIPE_WIDTH = 120
_WIDEST_LETTER = 2  # columns of the terminal that a letter may take
_TERMINAL_WIDTH = 80  # columns, if the terminal does not tell
_WIDEST = 10_000  # columns: a chart is as wide as COLUMNS asks
_AT_ONCE = 4096  # parts of lines in one write
_OF_PATHS = (errno.ENOENT, errno.EACCES, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)
"""Errors of paths, never of writing to an open stream. Some come without a file name."""


@contextmanager
def whole() -> Iterator[None]:
    """Flush stdout at the end; raise CannotWrite if it does not take all that was written."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        if (
            error.filename is not None or error.errno in _OF_PATHS
        ):  # an error of a path, not of stdout
            raise
        _drop_the_rest()
        reason = (error.strerror or str(error)).lower()
        hint = "make room, or send it elsewhere"
        raise CannotWrite("stdout", reason, hint) from None


def _drop_the_rest() -> None:
    """Redirect stdout to the null device: Python flushes the rest at exit, and would fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def answer(content: str) -> None:
    """Write text to stdout as it is: a renderer made it safe."""
    sys.stdout.write(content)


def send(document: bytes) -> None:
    """Write a document to stdout byte for byte; a terminal gets the text of it."""
    if on_terminal():
        answer(document.decode("utf-8-sig"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document)


def say(line: str) -> None:
    """Write a line to stdout; on a terminal it is folded between words."""
    show(said(line))


def show(lines: str) -> None:
    """Write to stdout what is of a ledger, or in the language of whoever asked already."""
    sys.stdout.write(_folded(visible(lines), sys.stdout) + "\n")


def did(*lines: str) -> None:
    """Tell what was done and cannot be undone: on stderr, if stdout does not take it.

    After an error people would do it again. That stdout took nothing is told as well.
    """
    try:
        for line in lines:
            say(line)
        sys.stdout.flush()
    except OSError as error:
        _drop_the_rest()
        for line in lines:
            tell(line)
        tell(f"jcm: stdout: not written: {(error.strerror or str(error)).lower()}")


def would_add(ledger: str, tables: str) -> None:
    """Tell what a dry run would have added to a ledger."""
    say(f"Nothing was written. This would be added to {ledger}:")
    show(tables)


def tell(line: str) -> None:
    """Write a line to stderr; on a terminal it is folded between words."""
    sys.stderr.write(_folded(visible(said(line)), sys.stderr) + "\n")


def _folded(text: str, stream: TextIO) -> str:
    """Return lines as they go to a stream: on a terminal broken where a word ends.

    A command among them stays on one line, to be copied whole.
    """
    width = get_terminal_size((_TERMINAL_WIDTH, 0)).columns if stream.isatty() else None
    if width is None or len(text) * _WIDEST_LETTER <= width:
        return text
    from jcm_ledger.render.terminal.folding import folded  # lazy import: only a long line needs it

    return "\n".join(folded(line, width) for line in text.split("\n"))


def draw(*content: "RenderableType") -> None:
    """Print what Rich draws to stdout piece by piece: a long page begins to appear at once."""
    from rich.segment import Segments  # lazy import: only what draws needs Rich

    screen = console()
    for part in content:
        drawn = iter(screen.render(part))
        while some := list(islice(drawn, _AT_ONCE)):
            screen.print(Segments(some), crop=False, end="")


def console(*, stderr: bool = False) -> "Console":
    """Return Rich's stdout; NO_COLOR, FORCE_COLOR and COLUMNS are obeyed, markup is not read.

    `stderr` asks for a console there, as wide as that of stdout. In a pipe it is wide enough for
    most lines. A dumb terminal gets no colours. The width is given, since Rich finds a wrong one:
    80 for any dumb terminal, 0 for COLUMNS=0, and COLUMNS=² passes for a number.
    """
    from rich.console import Console  # lazy import: only what draws needs Rich

    plain = is_dumb(os.environ) and "FORCE_COLOR" not in os.environ
    colours: Literal["auto"] | None = None if plain else "auto"
    width, height = get_terminal_size((_TERMINAL_WIDTH if on_terminal() else _PIPE_WIDTH, 25))
    return Console(
        stderr=stderr,
        width=min(width, _WIDEST),
        height=height,
        color_system=colours,
        highlight=False,
        markup=False,
        emoji=False,
    )


def is_dumb(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal can only write line by line, as far as TERM tells.

    A missing TERM counts as dumb except on Windows, where consoles do not set it.
    """
    usual = "" if sys.platform != "win32" else "console"
    return environment.get("TERM", usual).strip().lower() in ("", "dumb", "unknown")


def on_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout.isatty()


def can_ask() -> bool:
    """Return whether somebody at a terminal can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()

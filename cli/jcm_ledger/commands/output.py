"""stdout is the answer, stderr the conversation."""

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Literal, TextIO

from jcm_ledger.errors.files import CannotWrite
from jcm_ledger.render.safe import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_PIPE_WIDTH = 120
_WIDEST_LETTER = 2  # columns of the terminal that a letter may take
_TERMINAL_WIDTH = 80  # of one that does not say
_WIDEST = 10_000  # of what COLUMNS says: a chart is as wide
_AT_ONCE = 4096  # parts of lines
_OF_PATHS = (errno.ENOENT, errno.EACCES, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)
"""What no write to an open stream fails with: of a folder that is gone no name is told, either."""


@contextmanager
def whole() -> Iterator[None]:
    """Hand on at the end all that was written to stdout; raise CannotWrite if it is not taken."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None or error.errno in _OF_PATHS:  # it is not about the stream
            raise
        _drop_the_rest()
        reason = (error.strerror or str(error)).lower()
        hint = "make room, or send it elsewhere"
        raise CannotWrite("stdout", reason, hint) from None


def _drop_the_rest() -> None:
    """Lead stdout nowhere: what it still holds would fail again when Python ends."""
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
    sys.stdout.write(_folded(visible(line), sys.stdout) + "\n")


def did(*lines: str) -> None:
    """Say what was done and cannot be undone: on stderr, if stdout does not take it.

    An error would have it repeated. It is told as well that stdout took nothing.
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


def tell(line: str) -> None:
    """Write a line to stderr; on a terminal it is folded between words."""
    sys.stderr.write(_folded(visible(line), sys.stderr) + "\n")


def _folded(told: str, stream: TextIO) -> str:
    """Return lines as they go to a stream: on a terminal broken where a word ends.

    A command among them stays on one line, to be copied whole.
    """
    width = get_terminal_size((_TERMINAL_WIDTH, 0)).columns if stream.isatty() else None
    if width is None or len(told) * _WIDEST_LETTER <= width:
        return told
    from jcm_ledger.render.terminal.folding import folded  # only what is long pays for it

    return "\n".join(folded(line, width) for line in told.split("\n"))


def draw(*content: "RenderableType") -> None:
    """Print what Rich draws to stdout, as it is drawn: what is long begins to appear at once."""
    from rich.segment import Segments  # only what draws pays for Rich

    screen = console()
    for part in content:
        drawn = iter(screen.render(part))
        while some := list(islice(drawn, _AT_ONCE)):
            screen.print(Segments(some), crop=False, end="")


def console(*, stderr: bool = False) -> "Console":
    """Return Rich's stdout; NO_COLOR, FORCE_COLOR and COLUMNS are obeyed, markup is not read.

    Or its `stderr`, as wide. Into a pipe it is wide enough for most lines. A dumb terminal gets no
    colours. Its size is not for Rich to find: that takes 80 columns of a dumb one for granted,
    COLUMNS=0 for 0, and COLUMNS=² for a number.
    """
    from rich.console import Console  # only what draws pays for Rich

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
    """Return whether TERM says of no terminal that it knows more than to write line by line.

    On Windows, where consoles need no name, only one that is called dumb is.
    """
    usual = "" if sys.platform != "win32" else "console"
    return environment.get("TERM", usual).strip().lower() in ("", "dumb", "unknown")


def on_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout.isatty()


def can_ask() -> bool:
    """Return whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()

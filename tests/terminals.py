"""A terminal for tests: jcm run on a pseudo-terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

_UNSET = ("PAGER", "LESS", "LESSCHARSET", "LV", "LINES", "COLUMNS", "LC_ALL", "NO_COLOR")


def at_a_terminal(
    *arguments: str,
    cwd: Path,
    answers: str = "",
    environment: Mapping[str, str] | None = None,
    size: tuple[int, int] = (24, 80),
) -> tuple[str, int]:
    """Run jcm on a terminal of so many lines and columns; return what it showed and its exit code.

    The answers are typed as soon as it shows anything.
    """
    keeper, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    kept["TERM"] = "xterm"
    program = subprocess.Popen(
        [sys.executable, "-m", "jcm_ledger", *arguments],
        cwd=cwd, env=kept | dict(environment or {}), start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - makes ^C Ctrl-C
        stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True,
    )  # fmt: skip
    os.close(terminal)
    shown = b""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            read = os.read(keeper, 4096)
        except OSError:  # the program has left its terminal
            break
        if not read:
            break
        if not shown:
            os.write(keeper, answers.encode())
        shown += read
    os.close(keeper)
    return shown.decode(), program.wait(timeout=60)

"""The three shells for tests: each on a pseudo-terminal of its own, with jcm's completion read.

The `jcm` that they run completes as jcm does, and otherwise records what it is given: so a test
sees what a shell makes of what completion put on the line.
"""

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Self

import pytest

from jcm_ledger.commands import shells

TAB, ENTER = "\t", "\r"
LEAVE = "\x07\x15"  # a list or menu, then the line
READS = b"\x1b[?2004h"  # asks for pasted text to be marked: what a line editor begins with
PATIENCE = 60.0  # seconds until a shell that says nothing is given up

STARTED = {
    "bash": ("--noprofile", "--norc", "-i"),
    "zsh": ("-f", "-i"),
    "fish": ("--no-config", "-i"),
}
QUIET = {
    "bash": "bind 'set completion-query-items 0'; bind 'set page-completions off'",
    "zsh": "LISTMAX=10000",
    "fish": r"function fish_prompt; printf '\e[?2004h> '; end",
}

STUB = """\
#!{python} -S
import os, sys
if "_JCM_COMPLETE" in os.environ:
    code = {planted!r} + "\\nfrom jcm_ledger.commands import main; main()"
    os.execv({python!r}, [{python!r}, "-P", "-c", code, *sys.argv[1:]])
with open(os.environ["RECORD"], "wb") as record:
    record.write(b"".join(word.encode("utf-8", "surrogateescape") + b"\\0" for word in sys.argv[1:]))
print("recorded" + ".")
"""
"""What is run as jcm: it completes, with what was planted, and records what else it is given."""


def path_of(shell: str) -> str:
    """Return where a shell is; skip the test without it, or fail if it is required."""
    found = shutil.which(shell)
    if found is None:
        missing = f"no {shell} here: install it"
        if os.environ.get("JCM_TEST_SHELLS") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


class Shell:
    """A shell that waits at its prompt in a folder, with jcm's completion read, or another script.

    `planted` is Python that is run in jcm before it completes.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        *,
        script: str | None = None,
        planted: str = "",
        **environment: str,
    ) -> None:
        self.name, self.folder = name, folder
        self.patience = PATIENCE
        self.home = folder.with_name(f"{folder.name}-home")
        self.home.mkdir()
        self._record = self.home / "record"
        stub = self.home / "jcm"
        stub.write_text(STUB.format(python=sys.executable, planted=planted), encoding="utf-8")
        stub.chmod(0o755)
        completion = self.home / f"completion.{name}"
        completion.write_text(script or shells.script(name), encoding="utf-8")
        kept = {"PATH": f"{self.home}:{os.environ['PATH']}", "HOME": str(self.home)}
        told = {"TERM": "xterm", "LANG": "C.UTF-8", "RECORD": str(self._record)}
        self._keeper, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 250, 0, 0))
        self._process = subprocess.Popen(
            [path_of(name), *STARTED[name]],
            cwd=folder, env=kept | told | {"JCM_NO_CACHE": "1"} | environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - as in terminals
            stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True,
        )  # fmt: skip
        os.close(terminal)
        self.type(f"{QUIET[name]}; source '{completion}'; printf 'set%s\\n' up{ENTER}")
        self.until("setup")

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_failure: object) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._keeper)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._keeper, keys.encode())

    def until(self, said: str) -> str:
        """Return what the shell shows from now on until jcm or it said this and it reads keys again.

        Before it reads them, the terminal itself would act on those that leave a line.
        """
        seen = b""
        end = time.monotonic() + self.patience
        while seen.find(READS, seen.find(said.encode())) < 0 or said.encode() not in seen:
            ready, _, _ = select.select([self._keeper], [], [], max(0, end - time.monotonic()))
            assert ready, f"waited for {said!r}: {seen[-2000:]!r}"
            seen += os.read(self._keeper, 65536)
        return seen.decode(errors="replace")

    def run(self, line: str) -> list[str]:
        """Return the words that jcm is given when these keys are pressed, and ENTER."""
        self._record.unlink(missing_ok=True)
        self.type(line + ENTER)
        self.until("recorded.")
        return self._record.read_bytes().decode().split("\0")[:-1]

    def list(self, line: str) -> str:
        """Return what is shown when TAB is pressed twice after a line, which is then left."""
        self.type(line + TAB + TAB + LEAVE + f"jcm left{ENTER}")
        return self.until("recorded.")

"""Every call by which a command that only reads asks the system, failing in turn."""

import errno
import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

from jcm_ledger import commands
from reliability.faults import Fault, Outcome, Steps

_OF_A_PATH = (
    errno.ENOENT, errno.EACCES, errno.ENAMETOOLONG, errno.ELOOP, errno.EIO, errno.ESTALE,
)  # fmt: skip
_OF_A_FILE = (*_OF_A_PATH, errno.EMFILE, errno.ENOMEM)

CALLS = {
    "stat": _OF_A_PATH,
    "lstat": _OF_A_PATH,
    "readlink": _OF_A_PATH,
    "access": _OF_A_PATH,
    "open": _OF_A_FILE,
    "io.open": _OF_A_FILE,
    "scandir": _OF_A_FILE,
    "listdir": _OF_A_FILE,
    "fdopen": (errno.ENOMEM, errno.EISDIR),
    "fstat": (errno.EIO, errno.ESTALE),
    "read": (errno.EIO, errno.ESTALE, errno.EISDIR),
    "close": (errno.EIO,),
    "getcwd": (errno.ENOENT, errno.EACCES, errno.ENOMEM),
    "get_terminal_size": (errno.ENOTTY, errno.EBADF, errno.EIO),
}
"""The calls that may fail, of `os` where it is not said otherwise, and how each does."""

COMMANDS: dict[str, tuple[str, ...]] = {
    "list": ("list", "--format", "table"),
    "timeline": ("timeline", "--format", "chart"),
    "bodies": ("bodies",),
    "show": ("show", "krill-survey"),
    "log": ("log",),
    "report": ("report", "--format", "terminal"),
    "web page": ("report", "--format", "html"),
    "Word": ("report", "--format", "docx"),
    "workbook": ("export", "--format", "xlsx"),
    "calendar": ("export", "--format", "ics"),
    "JSON": ("export", "--format", "json"),
    "check": ("check",),
    "days": ("diff", "--from", "2021-06-01"),
    "schema": ("schema",),
}
"""The commands that only read, and what they are called with."""


def run(folder: Path, arguments: Sequence[str], at: int = 0, fault: Fault = print) -> Outcome:
    """Run a command in a folder in a process of its own, with a fault at a call, 0 being none."""
    said, taken = folder.with_name("said"), folder.with_name("taken")
    child = os.fork()
    if child == 0:
        _be_jcm(folder, arguments, Steps(at, fault, taken), said)
    _, status = os.waitpid(child, 0)
    steps = taken.read_text(encoding="utf-8").splitlines()
    told = said.read_text(encoding="utf-8", errors="replace")
    return Outcome(os.waitstatus_to_exitcode(status), told, steps)


def _be_jcm(folder: Path, arguments: Sequence[str], steps: Steps, said: Path) -> NoReturn:
    """Be the program and never come back."""
    os.chdir(folder)
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(descriptor, 2)
    sys.stdout, sys.stderr = (
        open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as it lives
        for number in (1, 2)
    )
    code: object = 1
    try:
        with ExitStack() as stack:
            for name in CALLS:
                module, call = (io, "open") if name == "io.open" else (os, name)
                counted = steps.wrap(name, getattr(module, call))
                stack.enter_context(patch.object(module, call, counted))
            steps.counting = True
            code = commands.run(arguments)
            steps.counting = False
    except BaseException:  # noqa: BLE001 - what nobody should see
        steps.counting = False
        traceback.print_exc()
    sys.stderr.flush()
    steps.save()
    os._exit(code if isinstance(code, int) else 0)

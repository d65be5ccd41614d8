"""File systems of all kinds, mounted for a test and gone after it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SWITCH = "JCM_TEST_MOUNTS"
"""`required` makes it a failure that something cannot be mounted here."""


def run(*command: object) -> None:
    """Run a command that has to work here; skip the test, or fail, if it does not."""
    words = [str(word) for word in command]
    if shutil.which(words[0]) is None:
        _missing(f"{words[0]} is not installed")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        _missing(f"{' '.join(words)}: {done.stderr.strip()}")


def _missing(reason: str) -> None:
    if os.environ.get(SWITCH) == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def mounted(point: Path, *command: object) -> Iterator[Path]:
    """Mount something, yield where, and unmount it."""
    if os.name != "posix" or os.geteuid() != 0:
        _missing("only root can mount")
    if not point.exists():
        point.mkdir()
    run(*command, point)
    try:
        yield point
    finally:
        subprocess.run(["umount", point], check=True)  # noqa: S607 - where it is, differs


def as_nobody(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run jcm as the user nobody, who has no group here."""
    if os.name != "posix" or os.geteuid() != 0:
        _missing("only root can be somebody else")
    user = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    jcm = (*user, sys.executable, "-m", "jcm_ledger")
    run(*jcm, "--version")
    environment = {"PATH": os.environ["PATH"], "JCM_NO_CACHE": "1"}
    return subprocess.run(
        [*jcm, *map(str, arguments)], capture_output=True, text=True, check=False, env=environment
    )

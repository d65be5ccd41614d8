"""Drafts: a dead writer's go with the next write, a living one's never."""

import os
import signal
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from conftest import Jcm
from jcm_ledger import commands
from jcm_ledger.store.temporary import drafted

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and locks of POSIX")


def names(folder: Path) -> set[str]:
    """Return the names of the files in a folder."""
    return {file.name for file in folder.iterdir()}


def killed(call: str, line: list[str]) -> None:
    """Run jcm in a process of its own, killed when it makes this call of `os`."""
    child = os.fork()
    if child == 0:
        patch.object(os, call, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)).start()
        commands.run(line)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("command", ["report", "export"])
@pytest.mark.parametrize("call", ["fsync", "link", "replace", "unlink"])
def test_the_next_report_removes_what_a_killed_one_left(
    jcm: Jcm, tmp_path: Path, ledger_file: Path, command: str, call: str
) -> None:
    """A report killed while it is written leaves a draft, which the next one takes away."""
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / ("status.md" if command == "report" else "status.csv")
    if call == "replace":
        file.write_text("old", encoding="utf-8")
    line = ["--ledger", str(ledger_file), command, "--force", "-o", str(file)]
    killed(call, line)
    assert names(folder) - {file.name}, "the kill came too early"
    assert jcm(*line).code == 0
    assert names(folder) == {file.name}


def test_a_draft_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    """Two programs that write the same file at once do not take each other's draft away."""
    target = tmp_path / "status.md"
    with drafted(target, b"one", 0o600) as first, drafted(target, b"two", 0o600) as second:
        assert first.read_bytes() == b"one"
        assert second.read_bytes() == b"two"
    assert names(tmp_path) == set()


def test_a_name_as_long_as_a_file_system_takes_can_be_written(jcm: Jcm, tmp_path: Path) -> None:
    """A name of 80 Japanese characters is 240 bytes: the draft's is not longer than it has to be."""
    file = tmp_path / ("議" * 80 + ".md")
    assert jcm("report", "-o", file).code == 0
    assert jcm("report", "--force", "-o", file).code == 0
    assert names(tmp_path) == {file.name}

"""What docs/sharing.md gives ready-made does what it says."""

import os
import re
import sys
from pathlib import Path

import pytest

from examples import SECOND, SHIPPED
from sharing.world import git, run

PAGE = (SHIPPED.parent / "docs" / "sharing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("linked", [False, True], ids=["clone", "linked worktree"])
def test_the_hook_stops_a_commit_that_lacks_an_entry(tmp_path: Path, linked: bool) -> None:  # noqa: FBT001 - a case
    """A first commit and one that adds entries pass, one with an entry gone does not."""
    (hook,) = re.findall(r"```sh\n(#!/bin/sh\n.*?)```", PAGE, re.DOTALL)
    git(tmp_path, "init", "--quiet")
    file = tmp_path / ".git" / "hooks" / "pre-commit"
    file.parent.mkdir(exist_ok=True)
    here = Path(sys.executable).parent
    file.write_text(hook.replace("exec jcm", f"PATH='{here}{os.pathsep}'$PATH exec jcm"))
    file.chmod(0o755)
    for key, value in (("user.name", "T"), ("user.email", "t@example.org")):
        git(tmp_path, "config", key, value)
    folder = tmp_path
    ledger = tmp_path / "commitments.toml"
    ledger.write_text(SECOND, encoding="utf-8")
    git(tmp_path, "add", "commitments.toml")
    git(tmp_path, "commit", "--message=Begin")
    if linked:
        git(tmp_path, "worktree", "add", "--quiet", "linked")
        folder = tmp_path / "linked"
        ledger = folder / "commitments.toml"
    added = SECOND + '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nnote = "x"\n'
    ledger.write_text(added, encoding="utf-8")
    git(folder, "commit", "--all", "--message=Add")
    ledger.write_text(SECOND, encoding="utf-8")
    done = run(folder, "git", "commit", "--all", "--message=Take away")
    assert done.returncode == 1
    assert "HEAD has it, and it is gone [entry-vanished]" in done.stdout + done.stderr

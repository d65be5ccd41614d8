"""A repository of the test's own, asked with the test's own configuration of git."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nnote = "{}"\n'


class Repository:
    """A folder with a repository in it; `home` holds the configuration of its user."""

    def __init__(self, folder: Path, home: Path, patch: pytest.MonkeyPatch) -> None:
        """Make both, with nothing of the caller's environment, and go there."""
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
        patch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
        patch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
        home.mkdir()
        folder.mkdir()
        self.folder = folder
        self.home = home
        self.ledger = folder / "commitments.toml"
        self("config", "--global", "user.name", "T")
        self("config", "--global", "user.email", "t@example.org")
        self("init", "--quiet", "--initial-branch=main")
        patch.chdir(folder)

    def __call__(self, *arguments: str, code: int = 0) -> str:
        """Run git there, return what it answers; it has to exit with this code."""
        command = ("git", "-C", str(self.folder), *arguments)
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == code, (command, done.stderr)
        return done.stdout.decode()

    def commit(self, text: str) -> None:
        """Commit a text of the ledger and all else."""
        self.ledger.write_text(text, encoding="utf-8", newline="")
        self("add", "--all")
        self("commit", "--quiet", "--allow-empty", "--message=Go on")

    def program(self, name: str, *lines: str) -> Path:
        """Return an executable outside the repository that runs these lines of sh."""
        file = self.home / name
        file.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return file

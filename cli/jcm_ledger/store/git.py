"""What git knows of a ledger: asked with fixed arguments, without a shell."""

import subprocess
from pathlib import Path

from jcm_ledger.store.source import behind_links


def at_head(path: Path) -> bytes | None:
    """Return the file as the last commit has it; None without git, repository, commit or file."""
    target = behind_links(path)
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, and no shell
            ["git", "-C", str(target.parent), "show", f"HEAD:./{target.name}"],  # noqa: S607 - the git of PATH
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None

"""Evidence as it is typed, and as the ledger keeps it."""

import os
from pathlib import Path

from jcm_ledger.errors import RefusedEntry
from jcm_ledger.model.text import EVIDENCE_HINT, is_evidence


def as_kept(typed: str, here: Path, folder: Path) -> str:
    """Return the evidence to keep: a file's path relative to the ledger's folder, else as typed.

    `here` is where it was typed. Raise RefusedEntry if it leads nowhere.
    """
    if not is_evidence(typed, lambda name: exists(name, here)):
        raise RefusedEntry("bad-evidence", f'evidence "{typed}" leads nowhere', EVIDENCE_HINT)
    if is_evidence(typed, lambda _name: False):
        return typed
    return Path(os.path.relpath(here / typed, folder)).as_posix()


def exists(name: str, folder: Path | None) -> bool:
    """Return whether a file of this name, relative to the folder, exists."""
    return folder is not None and (folder / name).is_file()

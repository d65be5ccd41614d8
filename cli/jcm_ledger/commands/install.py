"""Putting completion in place: a script, and a line in what the shell reads at its start."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jcm_ledger.commands import output, shells
from jcm_ledger.commands.refusals import CannotInstall, NoHome, OnlyByHand, UnknownShell
from jcm_ledger.errors import LedgerError

if TYPE_CHECKING:
    from jcm_ledger.store.transaction import Transaction


class Place(Struct, frozen=True):
    """Where a shell finds the script: by itself, or by a line in the file it reads at its start."""

    script: Path
    start: Path | None = None


def this_shell() -> str:
    """Return the shell that jcm was started from; raise UnknownShell."""
    import shellingham  # type: ignore[import-untyped]  # asks the system much

    try:
        shell: str = shellingham.detect_shell()[0]
    except shellingham.ShellDetectionFailure:
        raise UnknownShell("") from None
    if shell not in (*shells.OWN, "powershell", "pwsh"):
        raise UnknownShell(shell)
    return shell


def install(shell: str) -> None:
    """Put completion in place for a shell and say where; raise what says why not."""
    place = _place(shell)
    from jcm_ledger.store.transaction import transaction

    try:
        with transaction() as work:
            _put(work, place.script, shells.script(shell).encode())
            if place.start is not None:
                before = place.start.read_bytes() if place.start.exists() else b""
                line = _reading(place.script)
                if line not in before:
                    apart = b"" if before[-1:] in (b"", b"\n") else b"\n"
                    _put(work, place.start, before + apart + line)
    except OSError as error:
        raise CannotInstall(f"{error.filename}: {(error.strerror or str(error)).lower()}") from None
    except LedgerError as error:
        raise CannotInstall(str(error)) from None
    start = f", which {place.start} reads" if place.start else ""
    output.say(f"Completion for {shell} is in {place.script}{start}. A new {shell} has it.")


def _place(shell: str) -> Place:
    """Return where a shell looks; raise NoHome or OnlyByHand."""
    match shell:
        case "bash":
            home = _folder("HOME")
            return Place(home / ".bash_completions" / "jcm.sh", home / ".bashrc")
        case "zsh":
            folder = _folder("ZDOTDIR" if os.environ.get("ZDOTDIR") else "HOME")
            return Place(folder / ".zfunc" / "_jcm", folder / ".zshrc")
        case "fish":
            configured = Path(os.environ.get("XDG_CONFIG_HOME", ""))
            folder = configured if configured.is_absolute() else _folder("HOME") / ".config"
            return Place(folder / "fish" / "completions" / "jcm.fish")
        case _:
            raise OnlyByHand(shell)


def _folder(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder or not Path(folder).is_dir():
        raise NoHome(variable, folder)
    return Path(folder).absolute()


def _reading(script: Path) -> bytes:
    """Return the line with which a shell reads a file."""
    quoted = str(script).replace("'", "'\\''")
    return f"source '{quoted}'\n".encode()


def _put(work: "Transaction", path: Path, data: bytes) -> None:
    """Write a file in the user's home, and its folders. Links of dotfiles are followed."""
    if path.exists():
        work.overwrite(path, data, str(path), old=path.read_bytes())
    else:
        work.make_folder(path.parent, str(path))
        work.create(path, data, str(path))

"""Which ledger a command works on."""

import os
from pathlib import Path

import typer

from jcm_ledger.commands.output import tell
from jcm_ledger.commands.refusals import NoFolder
from jcm_ledger.errors import ReadOnlyLedger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.store import loading
from jcm_ledger.store.source import Source, behind_links, choose, refuse_no_file


def chosen(context: typer.Context, asked: Path | None) -> Source:
    """Return the ledger named after the command, before it, in JCM_LEDGER, or the nearest."""
    named = asked or context.find_root().params.get("ledger")
    environment = os.environ.get("JCM_LEDGER")
    given = named or environment
    start = Path() if given and Path(given).is_absolute() else _here()
    return choose(Path(named) if named else None, environment, start)


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        raise NoFolder from None


def writable(
    context: typer.Context, asked: Path | None, *, gone: bool = False
) -> tuple[Source, Path]:
    """Return the chosen ledger and the path of its file, behind links; it may be `gone`.

    Raise ReadOnlyLedger if it is the built-in one, CannotRead if it is no file.
    """
    source = chosen(context, asked)
    if source.path is None:
        raise ReadOnlyLedger
    if not gone or os.path.lexists(source.path):
        refuse_no_file(source.path, source.name)
    return source, behind_links(source.path)


def written(source: Source, path: Path) -> list[str]:
    """Return the line that names the file that was written, none if it is in this folder."""
    if path.parent == behind_links(Path()):
        return []
    if source.path is not None and source.path.is_symlink():
        return [f"Wrote {os.path.relpath(path)}, where {source.name} leads."]
    return [f"Wrote {source.name}."]


def opened(context: typer.Context, asked: Path | None) -> tuple[Source, Ledger]:
    """Return the chosen ledger, read; say so if it is the built-in one."""
    source = chosen(context, asked)
    ledger = loading.load(source)
    if source.path is None:
        tell("Showing the built-in ledger, which is read-only. For one of your own: jcm init .")
    return source, ledger

"""jcm init: a ledger of your own."""

import os
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import complete, output
from jcm_ledger.errors import typed
from jcm_ledger.store.source import FILE_NAME, packaged

GITIGNORE = f"{FILE_NAME}.lock\n"


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="Where to put it.", autocompletion=complete.folders),
    ] = Path(),
    *,
    empty: Annotated[
        bool, typer.Option("--empty", help="Start with a commented skeleton, not with a copy.")
    ] = False,
) -> None:
    """Make a ledger of your own.

    A copy of the built-in one, or an empty one, and a .gitignore for its lock where there is none.
    Never writes over a file.

    \b
    Examples:
      jcm init
      jcm init trade-committee --empty
    """
    from jcm_ledger.store.transaction import transaction  # lazy import: only writers need it

    path, ignore = folder / FILE_NAME, folder / ".gitignore"
    content = packaged("skeleton.toml" if empty else FILE_NAME)
    written = [path]
    with transaction() as work:
        work.make_folder(folder, str(path))
        work.create(path, content, str(path), hint=_hint(path))
        if not os.path.lexists(ignore):
            work.create(ignore, GITIGNORE.encode(), str(ignore))
            written.append(ignore)
    there = "" if folder == Path() else f"cd {typed(str(folder))}, then "
    output.did(
        f"Wrote {' and '.join(map(str, written))}.",
        f"See it: {there}jcm list. Record progress: jcm mark ID STATUS --by BODY.",
    )


def _hint(path: Path) -> str:
    """Return what to do if something is there already."""
    elsewhere = "name another folder: jcm init DIR"
    if os.path.islink(path) and not os.path.exists(path):  # noqa: PTH110, PTH114 - they never raise
        return f"it is a link that leads nowhere: rm {typed(str(path))}, or {elsewhere}"
    return elsewhere

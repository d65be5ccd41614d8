"""jcm init: a ledger of your own."""

from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import complete, output
from jcm_ledger.store.files import create_file
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

    A copy of the built-in one, or an empty one. Never writes over a file.

    \b
    Examples:
      jcm init
      jcm init trade-committee --empty
    """
    path = folder / FILE_NAME
    skeleton = packaged("skeleton.toml")
    content = skeleton if empty else packaged(FILE_NAME)
    create_file(path, content, str(path), hint="name another folder: jcm init DIR")
    ignore = folder / ".gitignore"
    if not ignore.exists():
        create_file(ignore, GITIGNORE.encode(), str(ignore), hint="")
    output.say(f"Wrote {path}. See it: jcm list. Record progress: jcm mark ID STATUS --by BODY.")

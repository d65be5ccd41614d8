"""jcm git-setup: let git merge a ledger the way a ledger should be merged."""

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import ledgers, options, output


def git_setup(
    context: typer.Context,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take all of it back.")] = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Have git merge the ledger by table in this clone, and overlook its lock file.

    Once a clone, and again when jcm was moved. The line in .gitattributes is for everybody:
    commit it.

    \b
    Examples:
      jcm git-setup
      jcm git-setup --undo
    """
    from jcm_ledger.store import git_setup as setup  # lazy import: only what calls git needs it

    source, path = ledgers.writable(context, ledger, gone=undo)
    name, attributes = source.name, os.path.relpath(path.with_name(setup.ATTRIBUTES))
    if undo:
        changed, in_use = setup.take_down(path, name)
        deeds = (
            f"Git merges {name} line by line again in this clone.",
            f"Took the line for it out of {attributes}; commit that too.",
            "Git sees its lock file again.",
        )
    else:
        changed = setup.set_up(path, name, f"{_this_jcm()} merge-driver -- %O %A %B %L %P")
        deeds = (
            f"Git merges {name} by table in this clone from now on.",
            f"Added to {attributes}, for every clone, so commit that: "
            + setup.attribute_line(path.name),
            "Git overlooks its lock file in this clone.",
        )
    lines = [deed for done, deed in zip(changed, deeds, strict=True) if done]
    if undo and in_use:
        lines.append(f"The driver stays: {in_use} gives a file to it.")
    elif not lines:
        lines = ["Nothing to undo." if undo else "Nothing to do: all of it is set up already."]
    output.did(*lines)


def _this_jcm() -> str:
    """Return the shell command that runs this very jcm, from any folder and whatever PATH says.

    Git runs it with its own shell, and takes a % for a placeholder.
    """
    python = Path(sys.executable)
    script = shutil.which("jcm", path=str(python.parent))
    words = [script] if script else [str(python), "-P", "-m", "jcm_ledger"]
    return " ".join(shlex.quote(Path(word).as_posix()) for word in words).replace("%", "%%")

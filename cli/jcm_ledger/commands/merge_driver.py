"""jcm merge-driver: what git runs to merge a ledger."""

from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import output
from jcm_ledger.errors.git import CannotMerge


def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="%O", help="The last common state.")],
    ours: Annotated[Path, typer.Argument(metavar="%A", help="Our side; the result replaces it.")],
    theirs: Annotated[Path, typer.Argument(metavar="%B", help="Their side.")],
    marker: Annotated[
        int, typer.Argument(metavar="%L", help="How long a conflict marker is.", min=1)
    ],
    name: Annotated[str, typer.Argument(metavar="%P", help="The ledger's path.")],
) -> None:
    """Merge two ledgers by table; git runs this once `jcm git-setup` told it to.

    Every entry of both sides is kept, once. A table that both sides changed differently stands
    in the result twice, between conflict markers; then the exit code is 1, as it is if the two
    sides make a ledger that `jcm check` fails. Where tables do not fit together, the entries are
    merged all the same, and the tables by line, with markers; where a side cannot be read, all is.

    \b
    Examples:
      git config merge.jcm.driver "jcm merge-driver -- %O %A %B %L %P"
    """
    from jcm_ledger.store.files import replace_file  # lazy import: only a merge needs it
    from jcm_ledger.store.merge import merge
    from jcm_ledger.store.source import read_file

    before, first, second = (read_file(path, name) for path in (base, ours, theirs))
    merged = merge(before, first, second, name=name, marker=marker)
    replace_file(ours, merged.data, name)
    for entry in merged.kept:
        output.tell(f"jcm: {name}: only one side has {entry}; it is kept")
    for table in merged.conflicts:
        output.tell(f"jcm: {name}: both sides changed {table}: choose between the markers")
    for problem in merged.problems:
        output.tell(f"jcm: {name}: merged, and put this right before git add: {problem}")
    for warning in merged.warnings:
        output.tell(f"jcm: {name}: merged; the later one in the file counts: {warning}")
    for entry in merged.dropped:
        output.tell(f"jcm: {name}: merging by line left out {entry}: put it back before git add")
    if merged.conflicts and merged.reason:
        raise CannotMerge(name, merged.reason)
    if merged.conflicts or merged.problems:
        raise typer.Exit(1)

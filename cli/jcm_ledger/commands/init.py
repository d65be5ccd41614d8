"""jcm init: a ledger of your own."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import asking, clock, complete, output
from jcm_ledger.commands.refusals import NotSaid
from jcm_ledger.errors import RefusedTable, typed
from jcm_ledger.model.ledger import Committee, Ledger
from jcm_ledger.store.source import FILE_NAME, Source, packaged

GITIGNORE = f"{FILE_NAME}.lock\n"

QUESTIONS = (
    asking.Question("name", "Name of the committee", option="--name"),
    asking.Question(
        "sides", "Its sides, with commas between", lambda _, typed: _sides(typed), option="--side"
    ),
)
"""What is asked at a terminal about a committee whose ledger starts empty."""


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="Where to put it.", autocompletion=complete.folders),
    ] = Path(),
    *,
    empty: Annotated[
        bool, typer.Option("--empty", help="Start with a commented skeleton, not with a copy.")
    ] = False,
    name: Annotated[
        str | None, typer.Option(help="The committee's name, for one that starts empty.")
    ] = None,
    side: Annotated[
        list[str] | None,
        typer.Option(help="A side of it, in the order they are shown; repeated."),
    ] = None,
) -> None:
    """Make a ledger of your own.

    A copy of the built-in one, or an empty one, and a .gitignore for its lock where there is none.
    Never writes over a file. At a terminal you are asked for the name and the sides of a committee
    that starts empty.

    \b
    Examples:
      jcm init
      jcm init trade-committee --empty
      jcm init . --empty --name "UK-Japan Trade Committee" --side UK --side Japan
    """
    from jcm_ledger.store.transaction import transaction  # lazy import: only writers need it

    path, ignore = folder / FILE_NAME, folder / ".gitignore"
    if (name or side) and not empty:
        raise NotSaid("init", ["--empty"])
    if empty and output.can_ask() and not os.path.lexists(path):
        name, side = _asked(name, side)
    content = _skeleton(name, side) if empty else packaged(FILE_NAME)
    written = [path]
    with transaction() as work:
        work.make_folder(folder, str(path))
        work.create(path, content, str(path), hint=_hint(path))
        if not os.path.lexists(ignore):
            work.create(ignore, GITIGNORE.encode(), str(ignore))
            written.append(ignore)
    there = "" if folder == Path() else f"cd {typed(str(folder))}, then "
    then = "See it: {}jcm list. Record progress: jcm mark ID STATUS --by BODY."
    if empty:
        then = "Start: {}jcm add meeting, then jcm add."
        if not (name and side):
            then = f"Say in {path} whose ledger it is and which sides meet. {then}"
    output.did(f"Wrote {' and '.join(map(str, written))}.", then.format(there))


def _asked(name: str | None, sides: Sequence[str] | None) -> tuple[str, list[str]]:
    """Return the committee's name and its sides, asked for where they were not given."""
    answers = {"name": name or "", "sides": ", ".join(sides or ())}
    answers = {key: text for key, text in answers.items() if text}
    asking.ask(answers, QUESTIONS, Ledger(committee=Committee(name="", sides=())))
    return answers["name"], list(sides or _sides(answers["sides"]))


def _sides(typed: str) -> list[str]:
    """Return the sides that were typed in one line; raise RefusedTable unless there are two."""
    sides = [side.strip() for side in re.split(r"[,、\uff0c]", typed) if side.strip()]
    if len(sides) < 2:  # noqa: PLR2004 - one side makes nobody a promise
        raise RefusedTable("bad-value", "a committee has two sides or more", "such as: UK, Japan")
    return sides


def _skeleton(name: str | None, sides: Sequence[str] | None) -> bytes:
    """Return an empty ledger, of a committee of this name and with these sides if they are given.

    Raise RefusedTable for what `check` would find fault with.
    """
    from jcm_ledger.store import checking, toml  # lazy import: only a new ledger is put together

    text = packaged("skeleton.toml").decode()
    for key, given in (("name ", name), ("sides", tuple(sides or ()))):
        if given:
            line = f"{key} = {toml.value(given)} ".replace("\\", r"\\")
            text = re.sub(rf"^{key} = [^#\n]*", line, text, flags=re.MULTILINE)
    for finding in checking.findings(Source(FILE_NAME, None), text.encode(), clock.today()):
        raise RefusedTable(finding.code, finding.message, finding.hint)
    return text.encode()


def _hint(path: Path) -> str:
    """Return what to do if something is there already."""
    elsewhere = "name another folder: jcm init DIR"
    if os.path.islink(path) and not os.path.exists(path):  # noqa: PTH110, PTH114 - they never raise
        return f"it is a link that leads nowhere: rm {typed(str(path))}, or {elsewhere}"
    return elsewhere

"""jcm check: everything that is wrong with a ledger."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import clock, complete, ledgers, options, output
from jcm_ledger.errors import NotARepository, typed
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.render import findings as findings_text
from jcm_ledger.render import records
from jcm_ledger.rules.changes import against
from jcm_ledger.rules.checks import Circumstances, error, warning
from jcm_ledger.rules.checks import check as findings_of
from jcm_ledger.store import evidence, reading
from jcm_ledger.store.source import Source


class Format(StrEnum):
    """What findings can be written as."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            help="The ledger's file; else as for --ledger.",
            autocompletion=complete.files,
            show_default=False,
        ),
    ] = None,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail for warnings, as for errors.")
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", help="github: annotations of GitHub Actions.")
    ] = Format.TEXT,
    revision: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="REV",
            help="Every entry that this revision of git has must be there, unaltered.",
            show_default=False,
        ),
    ] = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Check the ledger and list every finding.

    Exits with 1 if there is an error; with --strict, for a warning too. With --against, an entry
    that a revision has and that is gone or altered is an error.

    \b
    Examples:
      jcm check
      jcm check drafts/commitments.toml --strict
      jcm check --format github
      jcm check --against origin/main
    """
    source = ledgers.chosen(context, path or ledger)
    data = source.read()
    result = reading.examine(data, source.name)
    found = list(result.findings)
    if result.ledger is not None:
        known = Circumstances(
            today=clock.today(), file_exists=lambda name: evidence.exists(name, source.folder)
        )
        found += result.place(findings_of(result.ledger, known))
        found += result.place(_unmerged(source, data))
        if revision is not None:
            found += result.place(_changed(source, data, revision), faulty_too=True)
        found.sort(key=lambda finding: finding.line)
    match form:
        case Format.TEXT:
            output.answer(findings_text.text(found, source.name))
        case Format.JSON:
            output.answer(records.findings(found, ledger=source.name))
        case Format.GITHUB:
            output.answer(findings_text.github(found))
    if (strict and found) or any(finding.severity is Severity.ERROR for finding in found):
        raise typer.Exit(1)


def _unmerged(source: Source, data: bytes) -> Iterator[Finding]:
    """Yield an error if git could not merge the ledger and it lacks their side, else a warning.

    Git leaves our side without markers where the driver cannot be run.
    """
    from jcm_ledger.store.git import unmerged  # noqa: PLC0415 - only check pays for it

    state = unmerged(source.path, source.name) if source.path else None
    if state is None or source.path is None:
        return
    from jcm_ledger.store.journal import lacking  # noqa: PLC0415 - only a merge pays for it

    file = typed(source.path.name)
    lost, theirs = lacking(data, state.theirs), typed(f":3:./{source.path.name}")
    if state.ours or lost:
        what = f"{lost} of the entries of their side" if lost else "what their side changed"
        message = f"git could not merge it, and {what} is not in it"
        hint = (
            f"jcm git-setup, then git checkout --merge {file}, which starts from both sides anew. "
            f"See theirs: git show {theirs}. If ours is right as it is: git add {file}"
        )
        yield error("unmerged", (), message, hint)
    else:
        hint = f"when it is as it should be: git add {file}"
        yield warning("unmerged", (), "git counts it as not merged yet", hint)


def _changed(source: Source, data: bytes, revision: str) -> Iterator[Finding]:
    """Yield the entries of a revision that are gone or altered; raise what git says."""
    from jcm_ledger.store.git import Tracked  # noqa: PLC0415 - only what calls git pays for it
    from jcm_ledger.store.journal import journal  # noqa: PLC0415 - likewise

    if source.path is None:
        raise NotARepository(source.name)
    old = Tracked(source.path, source.name).at(revision)
    before = journal(old, f"{revision}:{source.name}")
    return against(before, journal(data, source.name), revision)

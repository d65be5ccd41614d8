"""jcm check: everything that is wrong with a ledger."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import clock, complete, languages, ledgers, options, output
from jcm_ledger.errors import typed
from jcm_ledger.errors.git import GitError, NotARepository
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.render import findings as findings_text
from jcm_ledger.render import json
from jcm_ledger.render.phrases import speak
from jcm_ledger.rules.alterations import against
from jcm_ledger.rules.checks.whole import heeded
from jcm_ledger.store import checking, reading
from jcm_ledger.store.source import Source


class CheckFormat(StrEnum):
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
        CheckFormat, typer.Option("--format", help="github: annotations of GitHub Actions.")
    ] = CheckFormat.TEXT,
    revision: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="REV",
            help="Every entry that this revision of git has must be there, unaltered.",
            show_default=False,
        ),
    ] = None,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Check the ledger and list every finding, those excepted that its [check] table ignores.

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
    found = checking.of_reading(result, source, clock.today())
    if result.ledger is not None:
        found += result.place(_unmerged(source, data))
        if revision is not None:
            found += result.place(_changed(source, data, revision), faulty_too=True)
        found.sort(key=lambda finding: finding.line)
    everything = len(found)
    if result.ledger is not None:
        found = heeded(found, result.ledger)
    ignored = everything - len(found)
    match form:
        case CheckFormat.TEXT:
            say = speak(languages.chosen(context, lang))
            output.show(findings_text.text(found, say, source.name, ignored).removesuffix("\n"))
        case CheckFormat.JSON:
            output.answer(json.findings(found, ledger=source.name, ignored=ignored))
        case CheckFormat.GITHUB:
            output.answer(findings_text.github(found))
    if (strict and found) or any(finding.severity is Severity.ERROR for finding in found):
        raise typer.Exit(1)


def _unmerged(source: Source, data: bytes) -> Iterator[Finding]:
    """Yield an error if git could not merge the ledger and it lacks of a side, else a warning.

    Git leaves our side without markers where the driver cannot be run, and a merge by line may
    leave out entries.
    """
    from jcm_ledger.store.history import unmerged  # lazy import: only check needs it

    try:
        state = unmerged(source.path, source.name, data) if source.path else None
    except GitError as failure:
        from jcm_ledger.commands import hints  # lazy import: only a failure needs it

        output.tell(f"jcm: git cannot say whether the ledger is merged: {failure}")
        output.tell(f"hint: {hints.hint(failure)}")
        return
    if state is None or source.path is None:
        return
    from jcm_ledger.store.merge.losses import lacking  # lazy import: only a merge needs it

    file = typed(source.path.name)
    ours, theirs = (typed(f":{stage}:./{source.path.name}") for stage in (2, 3))
    lost = lacking(data, state.ours, state.theirs)
    if state.untouched or lost or state.unread:
        what = _listed(lost) if lost else "what their side changed"
        message = f"git could not merge it, and this is not in it: {what}"
        if state.unread:
            message = f"git could not merge it, and what is missing cannot be told: {state.unread}"
        hint = (
            f"put back what is missing: git show {ours} and git show {theirs} have it. Or start "
            f"from both sides anew: jcm git-setup, then git checkout --merge {file}. If it is "
            f"right as it is: git add {file}"
        )
        yield Finding.error("unmerged", (), message, hint)
    else:
        hint = f"when it is as it should be: git add {file}"
        yield Finding.warning("unmerged", (), "git counts it as not merged yet", hint)


def _listed(entries: Sequence[str]) -> str:
    """Return the first entries of a list, and how many there are beside them."""
    more = len(entries) - _MOST_LISTED
    return ", ".join(entries[:_MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")


_MOST_LISTED = 5


def _changed(source: Source, data: bytes, revision: str) -> Iterator[Finding]:
    """Yield the entries of a revision that are gone or altered; raise what git says."""
    from jcm_ledger.store import checkout  # lazy import: only what calls git needs it
    from jcm_ledger.store.git import Tracked
    from jcm_ledger.store.journal import journal

    if source.path is None:
        raise NotARepository(source.name)
    old = checkout.at(Tracked(source.path, source.name), revision)
    before = journal(old, f"{revision}:{source.name}")
    return against(before, journal(data, source.name), revision)

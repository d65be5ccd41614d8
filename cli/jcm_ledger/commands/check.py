"""jcm check: everything that is wrong with a ledger."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import clock, ledgers, options, output
from jcm_ledger.model.finding import Severity
from jcm_ledger.render import findings as findings_text
from jcm_ledger.render import records
from jcm_ledger.rules.checks import Circumstances
from jcm_ledger.rules.checks import check as findings_of
from jcm_ledger.store import evidence, reading


class Format(StrEnum):
    """What findings can be written as."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]", help="The ledger's file; else as for --ledger.", show_default=False
        ),
    ] = None,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail for warnings, as for errors.")
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", help="github: annotations of GitHub Actions.")
    ] = Format.TEXT,
    ledger: options.LedgerPath = None,
) -> None:
    """Check the ledger and list every finding.

    Exits with 1 if there is an error; with --strict, for a warning too.

    \b
    Examples:
      jcm check
      jcm check drafts/commitments.toml --strict
      jcm check --format github
    """
    source = ledgers.chosen(context, path or ledger)
    result = reading.examine(source.read(), source.name)
    found = list(result.findings)
    if result.ledger is not None:
        known = Circumstances(
            today=clock.today(), file_exists=lambda name: evidence.exists(name, source.folder)
        )
        found += result.place(findings_of(result.ledger, known))
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

"""jcm report: the status report that people circulate."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, ledgers, options, output
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.errors import BadSuffix
from jcm_ledger.render import markdown
from jcm_ledger.rules.query import select
from jcm_ledger.rules.report import Report, build
from jcm_ledger.rules.standing import standings
from jcm_ledger.store.files import create_file, replace_file


class Format(StrEnum):
    """What a report can be written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"


def _html(content: Report) -> str:
    from jcm_ledger.render import html  # noqa: PLC0415 - only a web page pays for Jinja

    return html.report(content)


DOCUMENTS = {Format.MARKDOWN: markdown.report, Format.HTML: _html}
SUFFIXES = {".md": Format.MARKDOWN, ".html": Format.HTML}


@filtered
def report(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The title.")] = "",
    since: options.Since = None,
    as_of: options.AsOf = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it to a file, by its suffix: .md, .html."
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Default: terminal on a terminal, markdown elsewhere.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that exists already.")
    ] = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Write the status report.

    The figures, what needs attention, themes, who owes what, what happened, and an annex with
    every commitment.

    \b
    Examples:
      jcm report
      jcm report --since jcm-12 --as-of 2024-12-31
      jcm report --owner METI -o meti.md
      jcm report -o status.md
      jcm report -o status.html
    """
    day = arguments.day(as_of)
    form = _format(form, file)
    source, current = ledgers.opened(context, ledger)
    content = build(
        current,
        select(current, standings(current, day), filters.query(current)),
        name=source.name,
        as_of=day,
        window=arguments.window(current, since, day),
        title=title,
    )
    if form is Format.TERMINAL:
        _draw(content)
    elif file is None:
        output.answer(DOCUMENTS[form](content))
    else:
        _write(file, DOCUMENTS[form](content).encode(), force=force)


def _format(form: Format | None, file: Path | None) -> Format:
    """Return the format asked for, else the file's, else what suits stdout."""
    if form is not None:
        return form
    if file is None:
        return Format.TERMINAL if output.on_terminal() else Format.MARKDOWN
    if file.suffix.lower() not in SUFFIXES:
        raise BadSuffix(str(file), list(SUFFIXES))
    return SUFFIXES[file.suffix.lower()]


def _write(file: Path, document: bytes, *, force: bool) -> None:
    if force and file.is_file():
        replace_file(file, document, str(file))
    else:
        create_file(file, document, str(file), hint="replace it with --force")
    output.say(f"Wrote {file}.")


def _draw(content: Report) -> None:
    from jcm_ledger.render import terminal_report  # noqa: PLC0415 - only a page pays for Rich

    output.draw(terminal_report.page(content, output.console().width))

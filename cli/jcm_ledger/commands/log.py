"""jcm log: the journal across commitments, the latest entry first."""

from datetime import date
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, complete, languages, ledgers, options, output
from jcm_ledger.commands.options import TableFormat
from jcm_ledger.model.ledger import Entry
from jcm_ledger.render import delimited, json
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.query import Later
from jcm_ledger.rules.report import Window, latest_first


def log(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    commitment: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="Only this commitment's entries.",
            autocompletion=complete.commitments,
            show_default=False,
        ),
    ] = None,
    *,
    since: options.Since = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY", help="Only what this body reported.", autocompletion=complete.reporters
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATUS",
            help='Only reports of this status; "none" for notes.',
            autocompletion=complete.statuses_or_none,
        ),
    ] = None,
    as_of: options.AsOf = None,
    form: Annotated[
        TableFormat | None,
        typer.Option(
            "--format", help="Default: table on a terminal, tsv into a pipe.", show_default=False
        ),
    ] = None,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Tell what was put on file, the latest first.

    \b
    Examples:
      jcm log
      jcm log semiconductor-talks
      jcm log --since 2025-01-01 --by METI --by DSIT
    """
    day = arguments.day(as_of)
    form = form or (TableFormat.TABLE if output.on_terminal() else TableFormat.TSV)
    source, current = ledgers.opened(context, ledger)
    say = languages.speaking(context, lang, current)
    window = arguments.window(current, since, day) if since else Window(first=date.min, last=day)
    only = arguments.commitment(current, commitment).id if commitment else None
    bodies = [arguments.reporter(current, name) for name in by or ()]
    statuses = [arguments.status_or_none(word) for word in status or ()]
    fitting = [
        entry
        for entry in current.journal
        if (only is None or entry.commitment == only)
        and (not bodies or entry.by in bodies)
        and (not statuses or entry.status in statuses)
    ]
    entries = latest_first(fitting, window)
    later = Later(entries=sum(entry.date > day for entry in fitting))
    if not entries:
        left_out = "" if form is TableFormat.TABLE else say.hidden(later)
        output.tell(say.sentences((say.lists.NO_ENTRIES, left_out)))
    match form:
        case TableFormat.TABLE:
            _draw(entries, len(current.journal), say)
            output.say(say.footer(source.name, day, later))
        case TableFormat.JSON:
            output.answer(json.journal(entries, ledger=source.name, as_of=day))
        case TableFormat.CSV:
            output.answer(delimited.journal_csv(entries))
        case TableFormat.TSV:
            output.answer(delimited.journal_tsv(entries))


def _draw(entries: list[Entry], total: int, say: Phrases) -> None:
    from jcm_ledger.render.terminal import journal  # lazy import: only a page needs Rich

    output.draw(journal.page(entries, say), "")
    output.say(say.lists.count_of_entries(len(entries), total))

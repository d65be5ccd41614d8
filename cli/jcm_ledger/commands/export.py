"""jcm export: the data, for spreadsheets, calendars and programs."""

from codecs import BOM_UTF8
from typing import Annotated

import typer
from msgspec.structs import replace

from jcm_ledger.commands import arguments, documents, languages, ledgers, options, output, progress
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.commands.options import Lang
from jcm_ledger.render.formats import ExportFormat
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.query import select
from jcm_ledger.rules.report import all_days, build


@filtered
def export(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    title: options.Title = None,
    marking: options.Marking = None,
    prepared_by: options.PreparedBy = None,
    contact: options.Contact = None,
    distribution: options.Distribution = None,
    as_of: options.AsOf = None,
    files: options.Files = None,
    form: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            help="For stdout (default: csv) and files whose suffix says nothing.",
            show_default=False,
        ),
    ] = None,
    overdue_today: Annotated[
        bool,
        typer.Option(
            "--overdue-today",
            help="In a calendar, what is past its day stands on the day of the export.",
        ),
    ] = False,
    no_bom: Annotated[
        bool, typer.Option("--no-bom", help="CSV without the byte-order mark that Excel needs.")
    ] = False,
    force: options.Force = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Write the data: commitments with their standing, and what was put on file.

    The format of a file is that of its suffix. Several files may be written at once.

    \b
    Examples:
      jcm export -o commitments.csv
      jcm export -o commitments.xlsx -o deadlines.ics
      jcm export -o ledger.json -o overdue.csv --overdue
      jcm export --format json --as-of 2024-12-31
    """
    day = arguments.day(as_of)
    asked = ledgers.chosen(context, ledger).path
    outputs = documents.settle(files, form, ExportFormat.CSV, ledger=asked, force=force)
    with progress.shown(2 + len(outputs)) as step:
        step("Reading the ledger")
        source, current = ledgers.opened(context, ledger)
        current = arguments.circulated(
            current,
            title=title,
            marking=marking,
            prepared_by=prepared_by,
            contact=contact,
            distribution=distribution,
        )
        step("Working out the standings")
        found = select(current, day, filters.query(current))
        content = build(current, found, name=source.name, as_of=day, window=all_days(day))
        content = replace(content, overdue_today=overdue_today)
        keys = speak(ENGLISH)

        def make(wanted: documents.Output[ExportFormat], earlier: bytes) -> bytes:
            spoken = Lang(wanted.lang) if wanted.lang else lang
            say = languages.speaking(context, spoken, current)
            if wanted.form is ExportFormat.CSV and not spoken:
                say = keys  # a program that reads it wants the same names everywhere
            return wanted.form.render(content, say, earlier)

        rendered = documents.render(outputs, make, step)
    if not found.rows:
        say = languages.speaking(context, lang, current)
        output.tell(say.lists.summary(found))
    if no_bom:
        rendered = [(wanted, document.removeprefix(BOM_UTF8)) for wanted, document in rendered]
    documents.write(rendered)

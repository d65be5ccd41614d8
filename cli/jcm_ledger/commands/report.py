"""jcm report: the status report that people circulate."""

from functools import cache, partial
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, documents, ledgers, options, output, progress
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.render.formats import ReportFormat
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import lists
from jcm_ledger.rules.query import select
from jcm_ledger.rules.report import build


@filtered
def report(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    brief: Annotated[
        bool, typer.Option("--brief", help="The first page alone: what to know, what to do.")
    ] = False,
    title: options.Title = None,
    marking: options.Marking = None,
    prepared_by: options.PreparedBy = None,
    contact: options.Contact = None,
    distribution: options.Distribution = None,
    since: options.Since = None,
    as_of: options.AsOf = None,
    files: options.Files = None,
    form: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            parser=documents.report_format,
            metavar=f"<{'|'.join(ReportFormat)}>",
            autocompletion=lambda: list(ReportFormat),
            help="For stdout (default: terminal on a terminal, else markdown) and files whose "
            "suffix says nothing.",
            show_default=False,
        ),
    ] = None,
    force: options.Force = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Write the status report.

    The figures, what needs attention, themes, who owes what, what happened, and an annex with
    every commitment. The format of a file is that of its suffix. A mail has the first page alone.

    \b
    Examples:
      jcm report
      jcm report --since jcm-12 --as-of 2024-12-31
      jcm report --owner METI -o meti.md
      jcm report --brief -o brief.docx
      jcm report -o draft.eml
      jcm report -o status.html
    """
    day = arguments.day(as_of)
    asked = ledgers.chosen(context, ledger).path
    usual = ReportFormat.TERMINAL if output.on_terminal() else ReportFormat.MARKDOWN
    outputs = documents.settle(files, form, usual, ledger=asked, force=force)
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
        window = arguments.window(current, since, day)
        step("Working out the report")
        found = select(current, day, filters.query(current))
        content = build(current, found, name=source.name, as_of=day, window=window)
        said = cache(partial(outline, content))
        rendered = documents.render(outputs, lambda form: said(brief=brief or form.brief), step)
    if not found.rows and outputs != [documents.Output(documents.STDOUT, ReportFormat.TERMINAL)]:
        output.tell(lists.summary(found))
    with documents.written(rendered):
        if any(output.form is ReportFormat.TERMINAL for output in outputs):
            _draw(said(brief=brief))


def _draw(content: Outline) -> None:
    from jcm_ledger.render.terminal import report as drawn  # lazy import: only a page needs Rich

    output.draw(drawn.page(content, output.console().width))

"""jcm report: the status report that people circulate."""

from collections.abc import Callable
from functools import cache, partial
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, documents, folders, ledgers, options, output, progress
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.render.formats import ReportFormat, attachments
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import lists
from jcm_ledger.rules.query import Selection, select
from jcm_ledger.rules.report import Report, all_days, build

Tell = Callable[[str], None]
"""What is told of each step of the work."""


@filtered
def report(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    brief: Annotated[
        bool, typer.Option("--brief", help="The first page alone: what to know, what to do.")
    ] = False,
    pages: Annotated[
        bool,
        typer.Option(
            "--pages", help="A folder of web pages: the report, one a commitment, one a body."
        ),
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

    The brief, the figures, themes, who owes what, what happened, and an annex with
    every commitment. The format of a file is that of its suffix. A mail has the first page alone.

    \b
    Examples:
      jcm report
      jcm report --since jcm-12 --as-of 2024-12-31
      jcm report --owner METI -o meti.md
      jcm report --brief -o brief.docx
      jcm report -o draft.eml
      jcm report -o status.html
      jcm report -o public --pages
    """
    day = arguments.day(as_of)
    asked = ledgers.chosen(context, ledger).path

    def told(step: Tell) -> tuple[Report, Callable[..., Outline], Selection]:
        """Return the report, what says it in words, and what of the ledger it is about."""
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
        built = partial(build, current, found, name=source.name, as_of=day)
        data = attachments(lambda: built(window=all_days(day)))
        whole = built(window=window)
        return whole, cache(partial(outline, whole, files=data)), found

    if pages:
        target = folders.settle(files, form, ledger=asked, force=force)
        _write_pages(target, told, brief=brief)
        return
    usual = ReportFormat.TERMINAL if output.on_terminal() else ReportFormat.MARKDOWN
    outputs = documents.settle(files, form, usual, ledger=asked, force=force)
    with progress.shown(2 + len(outputs)) as step:
        _report, said, found = told(step)
        rendered = documents.render(outputs, lambda form: said(brief=brief or form.brief), step)
    if not found.rows and outputs != [documents.Output(documents.STDOUT, ReportFormat.TERMINAL)]:
        output.tell(lists.summary(found))
    with documents.written(rendered):
        if any(output.form is ReportFormat.TERMINAL for output in outputs):
            _draw(said(brief=brief))


def _write_pages(
    target: folders.Target,
    told: Callable[[Tell], tuple[Report, Callable[..., Outline], Selection]],
    *,
    brief: bool,
) -> None:
    from jcm_ledger.render.html.folder import pages  # lazy import: only pages need templates
    from jcm_ledger.render.outline.folder import folder

    with progress.shown(3) as step:
        whole, said, found = told(step)
        step("Making pages")
        rendered = list(pages(folder(said(brief=brief), whole)))
    if not found.rows:
        output.tell(lists.summary(found))
    folders.write(target, rendered)


def _draw(content: Outline) -> None:
    from jcm_ledger.render.terminal import report as drawn  # lazy import: only a page needs Rich

    output.draw(drawn.page(content, output.console().width))

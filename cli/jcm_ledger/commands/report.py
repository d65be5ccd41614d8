"""jcm report: the status report that people circulate."""

from collections.abc import Callable
from functools import partial
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
    title: options.Title = "",
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
    every commitment. The format of a file is that of its suffix.

    \b
    Examples:
      jcm report
      jcm report --since jcm-12 --as-of 2024-12-31
      jcm report --owner METI -o meti.md
      jcm report --brief -o brief.docx
      jcm report -o status.md
      jcm report -o status.html
      jcm report -o public --pages
    """
    day = arguments.day(as_of)
    asked = ledgers.chosen(context, ledger).path

    def told(step: Tell) -> tuple[Report, Outline, Selection]:
        """Return the report, the same in words, and what of the ledger it is about."""
        step("Reading the ledger")
        source, current = ledgers.opened(context, ledger)
        window = arguments.window(current, since, day)
        step("Working out the report")
        found = select(current, day, filters.query(current))
        built = partial(build, current, found, name=source.name, as_of=day, title=title)
        data = attachments(lambda: built(window=all_days(day)))
        whole = built(window=window)
        return whole, outline(whole, brief=brief, files=data), found

    if pages:
        target = folders.settle(files, form, ledger=asked, force=force)
        _write_pages(target, told)
        return
    usual = ReportFormat.TERMINAL if output.on_terminal() else ReportFormat.MARKDOWN
    outputs = documents.settle(files, form, usual, ledger=asked, force=force)
    with progress.shown(2 + len(outputs)) as step:
        _report, content, found = told(step)
        rendered = documents.render(outputs, content, step)
    if not found.rows and outputs != [documents.Output(documents.STDOUT, ReportFormat.TERMINAL)]:
        output.tell(lists.summary(found))
    with documents.written(rendered):
        if any(output.form is ReportFormat.TERMINAL for output in outputs):
            _draw(content)


def _write_pages(
    target: folders.Target,
    told: Callable[[Tell], tuple[Report, Outline, Selection]],
) -> None:
    from jcm_ledger.render.html.folder import pages  # lazy import: only pages need templates
    from jcm_ledger.render.outline.folder import folder

    with progress.shown(3) as step:
        whole, content, found = told(step)
        step("Making pages")
        rendered = list(pages(folder(content, whole)))
    if not found.rows:
        output.tell(lists.summary(found))
    folders.write(target, rendered)


def _draw(content: Outline) -> None:
    from jcm_ledger.render.terminal import report as drawn  # lazy import: only a page needs Rich

    output.draw(drawn.page(content, output.console().width))

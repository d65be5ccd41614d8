"""jcm report: the status report that people circulate."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from jcm_ledger.commands import (
    arguments,
    documents,
    folders,
    languages,
    ledgers,
    options,
    output,
    progress,
)
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.commands.options import Lang
from jcm_ledger.render.formats import ReportFormat, attachments
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.query import Selection, select
from jcm_ledger.rules.report import Report, all_days, build

if TYPE_CHECKING:
    from jcm_ledger.render.outline.attachments import Attachment

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
    lang: options.Language = None,
    eras: options.Eras = False,
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

    def told(step: Tell) -> _Told:
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

        @cache
        def phrases(named: str) -> Phrases:
            spoken = Lang(named) if named else lang
            return languages.speaking(context, spoken, current, eras=eras)

        data = attachments(lambda: built(window=all_days(day)))
        return _Told(built(window=window), found, phrases, data)

    if pages:
        target = folders.settle(files, form, ledger=asked, force=force)
        _write_pages(target, told, brief=brief)
        return
    usual = ReportFormat.TERMINAL if output.on_terminal() else ReportFormat.MARKDOWN
    outputs = documents.settle(files, form, usual, ledger=asked, force=force)
    with progress.shown(2 + len(outputs)) as step:
        content = told(step)

        def make(wanted: documents.Output[ReportFormat], _earlier: bytes) -> bytes:
            words = content.in_words(wanted.lang, brief=brief or wanted.form.brief)
            return wanted.form.render(words)

        rendered = documents.render(outputs, make, step)
    if outputs != [documents.Output(documents.STDOUT, ReportFormat.TERMINAL)]:
        content.tell_if_empty()
    with documents.written(rendered):
        if any(output.form is ReportFormat.TERMINAL for output in outputs):
            _draw(content.in_words(brief=brief))


class _Told(NamedTuple):
    """A report, the selection that it is about, its phrases by language, and the files with it.

    The language "" is the one that the command answers in.
    """

    report: Report
    found: Selection
    phrases: Callable[[str], Phrases]
    files: "tuple[Attachment, ...]"

    def in_words(self, lang: str = "", *, brief: bool) -> Outline:
        """Return the report in words, or the first page of it."""
        return outline(self.report, self.phrases(lang), brief=brief, files=self.files)

    def tell_if_empty(self) -> None:
        """Tell why there is nothing to report."""
        if not self.found.rows:
            output.tell(self.phrases("").lists.summary(self.found))


def _write_pages(target: folders.Target, told: Callable[[Tell], _Told], *, brief: bool) -> None:
    from jcm_ledger.render.html.folder import pages  # lazy import: only pages need templates
    from jcm_ledger.render.outline.folder import folder

    with progress.shown(3) as step:
        content = told(step)
        step("Making pages")
        whole = content.in_words(brief=brief)
        rendered = list(pages(folder(whole, content.report, content.phrases(""))))
    content.tell_if_empty()
    folders.write(target, rendered)


def _draw(content: Outline) -> None:
    from jcm_ledger.render.terminal import report as drawn  # lazy import: only a page needs Rich

    output.draw(drawn.page(content, output.console().width))

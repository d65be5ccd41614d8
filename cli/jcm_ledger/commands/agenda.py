"""jcm agenda: the paper that the next meeting decides by."""

from functools import cache
from typing import Annotated

import typer

from jcm_ledger.commands import (
    arguments,
    complete,
    documents,
    languages,
    ledgers,
    options,
    output,
    progress,
)
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.commands.options import Lang
from jcm_ledger.render.formats import AgendaFormat
from jcm_ledger.render.outline.agenda import outline
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.rules.agenda import agenda as build
from jcm_ledger.rules.agenda import usual_day
from jcm_ledger.rules.names import resolve_meeting


@filtered
def agenda(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    of: Annotated[
        str,
        typer.Argument(
            metavar="MEETING",
            help="The meeting that it is for: its id or its title.",
            autocompletion=complete.meetings,
            show_default=False,
        ),
    ],
    filters: Filters,
    *,
    title: options.Title = None,
    marking: options.Marking = None,
    prepared_by: options.PreparedBy = None,
    contact: options.Contact = None,
    distribution: options.Distribution = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Look at the ledger as of this day, not today or the eve of a meeting held.",
        ),
    ] = None,
    files: options.Files = None,
    form: Annotated[
        AgendaFormat | None,
        typer.Option(
            "--format",
            parser=documents.agenda_format,
            metavar=f"<{'|'.join(AgendaFormat)}>",
            autocompletion=lambda: list(AgendaFormat),
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
    """Write the agenda of a meeting: what it has to decide on.

    Every open commitment of earlier meetings with all that is on file, to be renewed, revised,
    closed or dropped; what was closed since the last meeting; and who was not heard from.
    A mail has the first page alone.

    \b
    Examples:
      jcm agenda jcm-13
      jcm agenda jcm-13 -o agenda.docx -o agenda.ja.docx
      jcm agenda jcm-13 -o decisions.xlsx --marking OFFICIAL
      jcm agenda jcm-13 --side Japan --as-of 2026-11-01
    """
    asked = ledgers.chosen(context, ledger).path
    usual = AgendaFormat.TERMINAL if output.on_terminal() else AgendaFormat.MARKDOWN
    outputs = documents.settle(files, form, usual, ledger=asked, force=force)
    with progress.shown(2 + len(outputs)) as step:
        step("Reading the ledger")
        source, current = ledgers.opened(context, ledger)
        current = arguments.circulated(
            current,
            marking=marking,
            prepared_by=prepared_by,
            contact=contact,
            distribution=distribution,
        )
        meeting = current.meetings[resolve_meeting(current, of)]
        day = arguments.day(as_of) if as_of else usual_day(meeting, arguments.day(None))
        step("Working out the agenda")
        query, name = filters.query(current), source.name
        found = build(current, meeting, day, query, name=name, title=title or "")

        @cache
        def in_words(named: str, *, brief: bool = False) -> Outline:
            spoken = Lang(named) if named else lang
            say = languages.speaking(context, spoken, current, eras=eras)
            return outline(found, say, brief=brief)

        def make(wanted: documents.Output[AgendaFormat], _earlier: bytes) -> bytes:
            return wanted.form.render(in_words(wanted.lang, brief=wanted.form.brief))

        rendered = documents.render(outputs, make, step)
    on_screen = outputs == [documents.Output(documents.STDOUT, AgendaFormat.TERMINAL)]
    if not on_screen and (nothing := in_words("").nothing):
        output.tell(nothing)
    with documents.written(rendered):
        if any(each.form is AgendaFormat.TERMINAL for each in outputs):
            _draw(in_words(""))


def _draw(content: Outline) -> None:
    from jcm_ledger.render.terminal import report as drawn  # lazy import: only a page needs Rich

    output.draw(drawn.page(content, output.console().width))

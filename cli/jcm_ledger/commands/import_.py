"""jcm import: a spreadsheet that somebody kept becomes commitments, bodies and entries."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from jcm_ledger.commands import clock, complete, importing, languages, ledgers, options, output
from jcm_ledger.commands.refusals import NotConfirmed
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.importing import columns, intake
from jcm_ledger.rules.importing.choices import Intake
from jcm_ledger.rules.importing.columns import ColumnMap
from jcm_ledger.rules.importing.mapping import map_columns
from jcm_ledger.rules.written_days import DayOrder

if TYPE_CHECKING:
    from jcm_ledger.store.writing import Change


def import_(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A workbook (.xlsx), an OpenDocument spreadsheet (.ods), or .csv.",
            autocompletion=complete.files,
            show_default=False,
        ),
    ],
    *,
    sheet: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The sheet, where several have a table in them."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=KEY",
            help="What a column, by its heading or letters, becomes: a key of docs/importing.md, "
            "field.NAME for one of your own, none to leave it out; status@DATE, note@DATE, "
            "owners@SIDE. Repeated.",
        ),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            metavar="MEETING",
            help="The meeting that made them, unless a column says it.",
            autocompletion=complete.meetings,
        ),
    ] = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY",
            help="Who owns the rows that name no owner; repeated.",
            autocompletion=complete.reporters,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="BODY",
            envvar="JCM_BY",
            help='Who reports what the rows say of progress; "owner" for the first of each row.',
            autocompletion=complete.reporters,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day of reports of which the table says none.",
            show_default="today",
        ),
    ] = None,
    dates: Annotated[
        DayOrder | None,
        typer.Option(help="The order of day, month and year in 5/6/2026.", show_default=False),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD=STATUS",
            help="What a word of the table means, kept in a note: Closed=not-pursued. Repeated.",
        ),
    ] = None,
    body: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=ID",
            help="Which body a name of the table means; a new one as NAME=ID@SIDE. Repeated.",
        ),
    ] = None,
    side: Annotated[
        str | None,
        typer.Option(
            metavar="SIDE",
            help="The side of new bodies of which nothing else says it.",
            autocompletion=complete.sides,
        ),
    ] = None,
    skip: Annotated[
        list[int] | None,
        typer.Option(metavar="ROW", min=1, help="A row to leave out, by its number. Repeated."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: options.DryRun = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Take a table that somebody kept into the ledger.

    Headings are known in English and Japanese. What each column becomes is shown first, with the
    first rows and the new bodies; then all is added, or nothing. Columns headed by a date become
    reports of that day. What is on file already is not added again. What cannot be read is told,
    all at once, by cell.

    \b
    Examples:
      jcm import actions.xlsx --meeting jcm-12 --by owner --dry-run
      jcm import actions.xlsx --meeting jcm-12 --map "Lead=owners" --map "RAG=none"
      jcm import plan.csv --meeting plan --owner CO --by CO --status "Behind schedule=in-progress"
    """
    from jcm_ledger.store import importing as tables  # lazy import: only writers need it
    from jcm_ledger.store import loading

    source, path = ledgers.writable(context, ledger)
    before = loading.load(source)
    table = intake.chosen_sheet(tables.read(file, str(file)), sheet)
    asked = [columns.asked(each) for each in column or ()]
    typed = importing.TypedChoices(meeting, owner, by, on, dates, status, body, side, skip)
    choices = importing.choices(before, file.name, typed)

    def mapped(current: Ledger) -> ColumnMap:
        return map_columns(current, table, asked, dates, file.name)

    def make(current: Ledger) -> Intake:
        return intake.intake(current, table, mapped(current), choices)

    say = languages.speaking(context, lang, before)
    made = make(before)
    importing.show(say, table, mapped(before), made)
    if not (made.tables or made.entries):
        output.show(say.imports.nothing(file.name))
        return
    if made.sideless:
        bodies = {**choices.bodies, **importing.sides(say, before, made.sideless)}
        choices = replace(choices, bodies=bodies)

    def take_in(*, dry_run: bool) -> "Change":
        return tables.take_in(source, make, today=clock.today(), dry_run=dry_run)

    planned = take_in(dry_run=True)
    if dry_run:
        output.would_add(source.name, planned.added)
        return
    _confirm(say, yes=yes)
    change = take_in(dry_run=False)
    output.did(importing.added(say, change, file.name), *ledgers.written(source, path))


def _confirm(say: Phrases, *, yes: bool) -> None:
    """Ask whether to add what was shown; raise NotConfirmed without a yes."""
    if yes:
        return
    hint = "nothing was changed; --yes adds it without asking"
    if not output.can_ask():
        raise NotConfirmed("nobody can be asked here", hint)
    if not typer.confirm(say.imports.QUESTION, err=True):
        raise NotConfirmed("nothing was added", hint)

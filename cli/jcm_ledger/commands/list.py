"""jcm list: the commitments, filtered and sorted, each with its standing."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from jcm_ledger.commands import arguments, complete, ledgers, options, output
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Strength
from jcm_ledger.render import delimited, records, safe, words
from jcm_ledger.rules.names import choose, resolve
from jcm_ledger.rules.query import Query, Selection, Sort, select, sort
from jcm_ledger.rules.standing import Timing, standings

Value = TypeVar("Value")


class Format(StrEnum):
    """What a list can be written as."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    IDS = "ids"


def list_commitments(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORD]...", help="Words that all have to occur.", show_default=False
        ),
    ] = None,
    *,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATUS",
            help='What was reported; "none" for nothing on file.',
            autocompletion=complete.statuses_or_none,
        ),
    ] = None,
    timing: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TIMING", help="What the calendar says.", autocompletion=complete.timings
        ),
    ] = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(metavar="BODY", help="A body that owns it.", autocompletion=complete.bodies),
    ] = None,
    side: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SIDE", help="A side among its owners.", autocompletion=complete.sides
        ),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(metavar="THEME", help="Its theme.", autocompletion=complete.themes),
    ] = None,
    meeting: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEETING", help="The meeting that made it.", autocompletion=complete.meetings
        ),
    ] = None,
    strength: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STRENGTH", help="How firmly it is worded.", autocompletion=complete.strengths
        ),
    ] = None,
    due: Annotated[
        list[str] | None,
        typer.Option(metavar="PERIOD", help="Its deadline overlaps this period, such as 2024-H1."),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    still_open: Annotated[bool, typer.Option("--open", help="Only what is not closed.")] = False,
    order: Annotated[
        Sort, typer.Option("--sort", help="Soonest deadline, id, status, or latest news first.")
    ] = Sort.DEADLINE,
    as_of: options.AsOf = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", help="Default: table on a terminal, tsv into a pipe.", show_default=False
        ),
    ] = None,
    ledger: options.LedgerPath = None,
) -> None:
    """List commitments with owners, deadlines and standing.

    Filters combine. The same option again means "or", different options mean "and".

    \b
    Examples:
      jcm list --overdue
      jcm list --owner METI --status in-progress --status none
      jcm list --due 2024-H1 --format csv
      jcm list quantum
    """
    day = arguments.day(as_of)
    source, current = ledgers.opened(context, ledger)
    query = Query(
        statuses=_all(status, arguments.status_or_none),
        timings=_all(timing, lambda name: Timing(choose("timing", name, list(Timing)))),
        owners=_all(owner, lambda name: resolve("body", name, current.organisations)),
        sides=_all(side, lambda name: choose("side", name, current.committee.sides)),
        themes=_all(theme, lambda name: choose("theme", name, arguments.themes(current))),
        meetings=_all(meeting, lambda name: resolve("meeting", name, current.meetings)),
        strengths=_all(strength, lambda name: Strength(choose("strength", name, list(Strength)))),
        due=_all(due, Period.parse),
        overdue=overdue,
        open=still_open,
        words=tuple(text or ()),
    )
    known = standings(current, day)
    found = select(current, sort(known, order), query)
    form = form or (Format.TABLE if output.on_terminal() else Format.TSV)
    hidden = len(current.commitments) - len(known)
    if not found.rows:
        left_out = "" if form is Format.TABLE else words.hidden(hidden)
        output.tell(f"{words.summary(found)} {left_out}".strip())
    match form:
        case Format.TABLE:
            _draw(found, words.footer(source.name, day, hidden))
        case Format.JSON:
            output.answer(records.commitments(found.rows, ledger=source.name, as_of=day))
        case Format.CSV:
            output.answer(delimited.commitments_csv(found.rows, current.committee.sides))
        case Format.TSV:
            output.answer(delimited.commitments_tsv(found.rows, current.committee.sides))
        case Format.IDS:
            output.answer("".join(f"{safe.field(row.commitment.id)}\n" for row in found.rows))


def _all(typed: Iterable[str] | None, parse: Callable[[str], Value]) -> tuple[Value, ...]:
    return tuple(parse(each) for each in typed or ())


def _draw(found: Selection, footer: str) -> None:
    from jcm_ledger.render import terminal  # noqa: PLC0415 - only a table pays for Rich

    if found.rows:
        output.draw(terminal.commitments(found.rows, output.console().width), "")
        output.say(words.summary(found))
    output.say(footer)

"""jcm list: the commitments, filtered and sorted, each with its standing."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, ledgers, options, output
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.commands.refusals import NotTogether
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render import phrases, safe
from jcm_ledger.render.phrases import lists
from jcm_ledger.rules.groups import Group, Grouping, group
from jcm_ledger.rules.query import Selection, Sort, later, select


class ListFormat(StrEnum):
    """What a list can be written as."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    IDS = "ids"


@filtered
def list_commitments(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    order: Annotated[
        Sort, typer.Option("--sort", help="Soonest deadline, id, status, or latest news first.")
    ] = Sort.DEADLINE,
    grouping: Annotated[
        Grouping | None,
        typer.Option("--group", help="Under headings; by timing it is the agenda."),
    ] = None,
    as_of: options.AsOf = None,
    form: Annotated[
        ListFormat | None,
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
      jcm list --group timing --open
      jcm list quantum
      jcm list --sides-differ
    """
    day = arguments.day(as_of)
    form = form or (ListFormat.TABLE if output.on_terminal() else ListFormat.TSV)
    if grouping and form is ListFormat.IDS:
        raise NotTogether("--group", "--format ids", "ids stand under no headings: --format tsv")
    source, current = ledgers.opened(context, ledger)
    query = filters.query(current)
    found = select(current, day, query, order)
    hidden = later(current, day)
    if not found.rows:
        left_out = "" if form is ListFormat.TABLE else phrases.hidden(hidden)
        output.tell(f"{lists.summary(found)} {left_out}".strip())
    groups = group(current, found.rows, grouping, query) if grouping else None
    match form:
        case ListFormat.TABLE:
            footer = phrases.footer(source.name, day, hidden)
            _draw(found, groups, current, footer, beside=filters.sides_differ)
        case ListFormat.JSON:
            from jcm_ledger.render import json

            output.answer(
                json.commitments(found.rows, ledger=source.name, as_of=day, groups=groups)
            )
        case ListFormat.IDS:
            output.answer("".join(f"{safe.one_line(row.commitment.id)}\n" for row in found.rows))
        case ListFormat.CSV | ListFormat.TSV:
            from jcm_ledger.render import delimited

            write = (
                delimited.commitments_csv if form is ListFormat.CSV else delimited.commitments_tsv
            )
            output.answer(write(found.rows, current.committee.sides, groups, current.columns))


def _draw(
    found: Selection, groups: Sequence[Group] | None, ledger: Ledger, footer: str, *, beside: bool
) -> None:
    """Draw the table; `beside` gives the last report of each side a column of its own."""
    from jcm_ledger.render.terminal import (  # lazy import: only a table needs Rich
        commitments,
        headings,
        sides,
    )

    width = output.console().width
    if found.rows:
        if groups is not None:
            output.draw(headings.page(groups, ledger, width))
        else:
            drawn = sides.page if beside else commitments.page
            output.draw(drawn(found.rows, width), "")
        output.say(lists.summary(found))
    output.say(footer)

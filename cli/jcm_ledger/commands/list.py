"""jcm list: the commitments, filtered and sorted, each with its standing."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, complete, languages, ledgers, options, output
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.commands.refusals import NotTogether
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.groups import Group, Grouping, group
from jcm_ledger.rules.names import choose
from jcm_ledger.rules.order import Sort
from jcm_ledger.rules.query import Selection, later, select


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
    columns: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME[,NAME…]",
            help="The columns to show, by their names in TSV, or as [field.NAME]. May be repeated.",
            autocompletion=complete.columns,
        ),
    ] = None,
    as_of: options.AsOf = None,
    form: Annotated[
        ListFormat | None,
        typer.Option(
            "--format", help="Default: table on a terminal, tsv into a pipe.", show_default=False
        ),
    ] = None,
    lang: options.Language = None,
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
      jcm list --columns id,deadline,status_UK,status_Japan
    """
    day = arguments.day(as_of)
    form = form or (ListFormat.TABLE if output.on_terminal() else ListFormat.TSV)
    if grouping and form is ListFormat.IDS:
        raise NotTogether("--group", "--format ids", "ids stand under no headings: --format tsv")
    if columns and form in (ListFormat.IDS, ListFormat.JSON):
        raise NotTogether("--columns", f"--format {form}", "columns are of table, tsv and csv")
    source, current = ledgers.opened(context, ledger)
    say = languages.speaking(context, lang, current)
    chosen = _chosen(current, columns or ())
    query = filters.query(current)
    found = select(current, day, query, order)
    hidden = later(current, day)
    if not found.rows:
        left_out = "" if form is ListFormat.TABLE else say.hidden(hidden)
        output.tell(say.sentences((say.lists.summary(found), left_out)))
    groups = group(current, found.rows, grouping, query) if grouping else None
    match form:
        case ListFormat.TABLE:
            if chosen:
                _draw_columns(found, groups, current, chosen, say)
            else:
                _draw(found, groups, current, say, beside=filters.sides_differ)
            output.say(say.footer(source.name, day, hidden))
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
            sides = current.committee.sides
            output.answer(write(found.rows, sides, groups, current.columns, chosen))


def _chosen(ledger: Ledger, asked: Sequence[str]) -> list[str]:
    """Return the columns typed, with commas between, each once; raise UnknownName."""
    if not asked:
        return []
    from jcm_ledger.render import delimited

    names = delimited.names(ledger.committee.sides, ledger.columns)
    own = {name: f"{delimited.OF_A_FIELD}{name}" for name in ledger.columns if name not in names}
    typed = [name.strip() for text in asked for name in text.split(",") if name.strip()]
    found = [choose("column", name, [*names, *own]) for name in typed]
    return list(dict.fromkeys(own.get(name, name) for name in found))


def _draw_columns(
    found: Selection,
    groups: Sequence[Group] | None,
    ledger: Ledger,
    chosen: Sequence[str],
    say: Phrases,
) -> None:
    """Draw a table of these columns; groups are the first of them."""
    from jcm_ledger.render import delimited
    from jcm_ledger.render.terminal import columns

    if found.rows:
        header, rows = delimited.standings(
            found.rows, ledger.committee.sides, groups, tuple(ledger.columns), chosen
        )
        output.draw(columns.page(header, rows, output.console().width), "")
        output.say(say.lists.summary(found))


def _draw(
    found: Selection,
    groups: Sequence[Group] | None,
    ledger: Ledger,
    say: Phrases,
    *,
    beside: bool,
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
            output.draw(headings.page(groups, ledger, say, width))
        else:
            drawn = sides.page if beside else commitments.page
            output.draw(drawn(found.rows, say, width), "")
        output.say(say.lists.summary(found))

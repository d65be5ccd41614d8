"""jcm timeline: when each commitment was made, falls due, and was heard of."""

from enum import StrEnum
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, languages, ledgers, options, output
from jcm_ledger.commands.filters import Filters, filtered
from jcm_ledger.render import delimited, json
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.order import Sort
from jcm_ledger.rules.query import later, select
from jcm_ledger.rules.timeline import Timeline
from jcm_ledger.rules.timeline import timeline as lay_out


class TimelineFormat(StrEnum):
    """What a timeline can be written as."""

    CHART = "chart"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"


@filtered
def timeline(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    filters: Filters,
    *,
    as_of: options.AsOf = None,
    form: Annotated[
        TimelineFormat | None,
        typer.Option(
            "--format",
            help="Default: chart on a terminal, tsv into a pipe.",
            show_default=False,
        ),
    ] = None,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Draw when each commitment was made, falls due, and was heard of.

    A line each, the soonest deadline first, from its meeting to the last day of its deadline;
    what has no deadline has no end. The line under the chart says what each mark means.

    \b
    Examples:
      jcm timeline
      jcm timeline --owner METI
      jcm timeline --open --within 1y --format csv
    """
    day = arguments.day(as_of)
    source, current = ledgers.opened(context, ledger)
    say = languages.speaking(context, lang, current)
    found = select(current, day, filters.query(current), Sort.DEADLINE)
    content = lay_out(found.rows, day)
    hidden = later(current, day)
    form = form or (TimelineFormat.CHART if output.on_terminal() else TimelineFormat.TSV)
    if not found.rows:
        left_out = "" if form is TimelineFormat.CHART else say.hidden(hidden)
        output.tell(say.sentences((say.lists.summary(found), left_out)))
    match form:
        case TimelineFormat.CHART:
            if found.rows:
                _draw(content, say)
                output.say(say.lists.summary(found))
            output.say(say.footer(source.name, day, hidden))
        case TimelineFormat.JSON:
            output.answer(json.timeline(content, ledger=source.name))
        case TimelineFormat.CSV:
            output.answer(delimited.timeline_csv(content.bars))
        case TimelineFormat.TSV:
            output.answer(delimited.timeline_tsv(content.bars))


def _draw(content: Timeline, say: Phrases) -> None:
    from jcm_ledger.render.terminal import timeline as chart  # lazy import: only a chart needs Rich

    screen = output.console()
    plain = screen.options.ascii_only or screen.legacy_windows
    output.draw(chart.page(content, say, screen.width, ascii_only=plain), "")

"""jcm bodies: who owes what, and whom to write to."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, complete, languages, ledgers, options, output
from jcm_ledger.commands.refusals import AskedTooLate
from jcm_ledger.model.duration import Duration
from jcm_ledger.render import delimited, json, letters
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.bodies import Body, is_silent
from jcm_ledger.rules.bodies import bodies as all_bodies
from jcm_ledger.rules.names import choose_side, resolve_body
from jcm_ledger.rules.query import later
from jcm_ledger.rules.standing import standings


class BodiesFormat(StrEnum):
    """What bodies can be written as."""

    TABLE = "table"
    TEXT = "text"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"


def bodies(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    body: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BODY]...",
            help="Only these.",
            autocompletion=complete.bodies,
            show_default=False,
        ),
    ] = None,
    *,
    side: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SIDE", help="Only bodies of this side.", autocompletion=complete.sides
        ),
    ] = None,
    silent: Annotated[
        str | None,
        typer.Option(
            metavar="DURATION",
            help="Only those that owe something and were last heard from longer ago than 90d, "
            "2w, 6m or 1y, or never; as text to paste into an email each.",
            autocompletion=complete.durations,
        ),
    ] = None,
    reply_by: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="In the text: by when to reply."),
    ] = None,
    marking: options.Marking = None,
    prepared_by: options.PreparedBy = None,
    contact: options.Contact = None,
    as_of: options.AsOf = None,
    form: Annotated[
        BodiesFormat | None,
        typer.Option(
            "--format",
            help="Default: table on a terminal, tsv into a pipe, text with --silent.",
            show_default=False,
        ),
    ] = None,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Tell who owes what, and when each body was last heard from.

    A body owes what it owns, alone or with others, until that is closed.

    \b
    Examples:
      jcm bodies
      jcm bodies --side Japan --format csv
      jcm bodies METI --format text
      jcm bodies --silent 6m --contact science@example.gov.uk
    """
    day = arguments.day(as_of)
    by = _reply_by(reply_by, day)
    duration = Duration.parse(silent) if silent is not None else None
    source, current = ledgers.opened(context, ledger)
    current = arguments.circulated(
        current, marking=marking, prepared_by=prepared_by, contact=contact
    )
    say = languages.speaking(context, lang, current)
    names = [resolve_body(current, name) for name in body or ()]
    sides = [choose_side(current, name) for name in side or ()]
    everybody = all_bodies(current, standings(current, day), day)
    asked = [
        body
        for body in everybody
        if (not names or body.organisation.id in names)
        and (not sides or body.organisation.side in sides)
    ]
    found = [body for body in asked if duration is None or is_silent(body, duration, day)]
    if not found:
        output.tell(say.lists.no_bodies(everybody, asked, silent))
    footer = say.footer(source.name, day, later(current, day))
    summary = say.sentences((say.lists.count_of_bodies(found, everybody), footer))
    match form or _default(silent):
        case BodiesFormat.TABLE:
            _draw(found, say)
            output.say(summary)
        case BodiesFormat.TEXT:
            output.answer(letters.letters(found, current, say, day, reply_by=by))
            output.tell(f"\n{summary}" if found else summary)
        case BodiesFormat.JSON:
            output.answer(json.bodies(found, ledger=source.name, as_of=day))
        case BodiesFormat.CSV:
            output.answer(delimited.bodies_csv(found))
        case BodiesFormat.TSV:
            output.answer(delimited.bodies_tsv(found))


def _reply_by(text: str | None, day: date) -> date | None:
    """Return the day typed by which to reply; raise AskedTooLate for one that is past."""
    by = arguments.day(text) if text is not None else None
    if by is not None and by < day:
        raise AskedTooLate(str(by), str(day))
    return by


def _default(silent: str | None) -> BodiesFormat:
    if silent is not None:
        return BodiesFormat.TEXT
    return BodiesFormat.TABLE if output.on_terminal() else BodiesFormat.TSV


def _draw(found: Sequence[Body], say: Phrases) -> None:
    from jcm_ledger.render.terminal import bodies as table  # lazy import: only a table needs Rich

    if found:
        output.draw(table.page(found, say, output.console().width), "")

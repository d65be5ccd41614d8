"""jcm show: everything about one commitment."""

from enum import StrEnum
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, languages, ledgers, options, output
from jcm_ledger.commands.refusals import NotOnFileYet
from jcm_ledger.rules.query import Later
from jcm_ledger.rules.standing import made_by, standing


class ShowFormat(StrEnum):
    """What a commitment can be written as."""

    TEXT = "text"
    JSON = "json"


def show(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    commitment: options.CommitmentId,
    *,
    as_of: options.AsOf = None,
    form: Annotated[ShowFormat, typer.Option("--format")] = ShowFormat.TEXT,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Show everything about one commitment.

    \b
    Examples:
      jcm show semiconductor-talks
      jcm show semi --as-of 2024-06-30
      jcm show semi --format json
    """
    day = arguments.day(as_of)
    source, current = ledgers.opened(context, ledger)
    shown = arguments.commitment(current, commitment)
    if not made_by(current, shown, day):
        raise NotOnFileYet(shown.id, shown.meeting, str(day))
    row = standing(current, shown, day)
    if form is ShowFormat.JSON:
        from jcm_ledger.render import json  # lazy import: completion draws no page

        output.answer(json.commitment(row, current, name=source.name))
        return
    from jcm_ledger.render.terminal import show as drawn

    say = languages.speaking(context, lang, current)
    output.draw(drawn.page(row, current, say, output.console().width), "")
    entries = [entry for entry in current.journal if entry.commitment == shown.id]
    later = Later(entries=len(entries) - len(row.journal))
    output.say(say.footer(source.name, day, later))

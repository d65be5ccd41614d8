"""Who owes what, on a terminal."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from jcm_ledger.render import phrases
from jcm_ledger.render.phrases import lists
from jcm_ledger.render.terminal.parts import table, text
from jcm_ledger.render.terminal.widths import Stack, cell, is_roomy
from jcm_ledger.rules.bodies import Body


def page(bodies: Sequence[Body], width: int) -> RenderableType:
    """Return the table of `jcm bodies` for a terminal of `width` columns.

    Where there is no room beside, a date has its days below it.
    """
    headers = ("Side", "Body", "Open", "Overdue", "Completed", "Last heard from")
    beside = [_row(body, ", ") for body in bodies]
    if is_roomy(headers, beside, width):
        return table(headers, beside, width)
    return table(headers, [_row(body, "\n") for body in bodies], width)


def _row(body: Body, between: str) -> tuple[Stack, ...]:
    """Return the cells; `between` stands between the date and the days of the last word."""
    heard = lists.heard(body)
    of = body.organisation
    name = Text(overflow="fold").append_text(text(of.id, "cyan"))
    name.append_text(text(phrases.body(of).removeprefix(of.id)))
    return (
        cell(phrases.side(body.organisation)),
        name,
        _number(body.owed),
        _number(body.overdue, "bold red"),
        _number(body.completed, "green"),
        Text(heard.replace(", ", between), "" if body.last_heard else "dim"),
    )


def _number(count: int, style: str = "") -> Text:
    return Text(f"{count:,}", style=style if count else "dim", justify="right")

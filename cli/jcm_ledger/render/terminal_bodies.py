"""Who owes what, on a terminal."""

from collections.abc import Iterable

from rich.text import Text

from jcm_ledger.render import words
from jcm_ledger.render.terminal import is_narrow, table, text
from jcm_ledger.render.terminal_table import Cell, Table, cell
from jcm_ledger.rules.bodies import Body


def page(bodies: Iterable[Body], width: int) -> Table:
    """Return the table of `jcm bodies` for a terminal of `width` columns."""
    headers = ("Side", "Body", "Open", "Overdue", "Completed", "Last heard from")
    return table(headers, [_row(body, narrow=is_narrow(width)) for body in bodies], width)


def _row(body: Body, *, narrow: bool) -> tuple[Cell, ...]:
    """Return the cells; where there is no room beside, a date has its days below it."""
    heard = words.heard(body)
    name = Text(overflow="fold").append_text(text(body.organisation.id, "cyan"))
    return (
        cell(body.organisation.side),
        name.append_text(text(f": {body.organisation.name}")),
        _number(body.owed),
        _number(body.overdue, "bold red"),
        _number(body.completed, "green"),
        Text(heard.replace(", ", "\n") if narrow else heard, "" if body.last_heard else "dim"),
    )


def _number(count: int, style: str = "") -> Text:
    return Text(f"{count:,}", style=style if count else "dim", justify="right")

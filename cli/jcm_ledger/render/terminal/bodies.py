"""Who owes what, on a terminal."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import each_line
from jcm_ledger.render.terminal.flowing import FlowingText
from jcm_ledger.render.terminal.parts import table, text
from jcm_ledger.render.terminal.widths import Stack, cell, is_roomy
from jcm_ledger.rules.bodies import Body


def page(bodies: Sequence[Body], say: Phrases, width: int) -> RenderableType:
    """Return the table of `jcm bodies` for a terminal of `width` columns.

    Where there is no room beside, a date has its days below it.
    """
    headers = say.lists.columns_of_bodies()
    beside = [_row(body, say, above=False) for body in bodies]
    if is_roomy(headers, beside, width):
        return table(headers, beside, width)
    return table(headers, [_row(body, say, above=True) for body in bodies], width)


def _row(body: Body, say: Phrases, *, above: bool) -> tuple[Stack, ...]:
    """Return the cells; the date of the last word stands `above` its days, or beside."""
    heard = "\n".join(say.lists.heard_in_lines(body)) if above else say.lists.heard(body)
    of = body.organisation
    return (
        cell(say.side_of(of)),
        _name(say.lists.body_in_parts(of)),
        _number(body.owed),
        _number(body.overdue, "bold red"),
        _number(body.completed, "green"),
        Text(heard, "" if body.last_heard else "dim"),
    )


def _name(parts: tuple[str, str]) -> Text:
    """Return the name of a body, a line a language; what it is typed by has a colour."""
    name = FlowingText(overflow="fold")
    for number, (short, more) in enumerate(each_line(parts)):
        name.append("\n" if number else "").append_text(text(short, "cyan")).append_text(text(more))
    return name


def _number(count: int, style: str = "") -> Text:
    return Text(f"{count:,}", style=style if count else "dim", justify="right")

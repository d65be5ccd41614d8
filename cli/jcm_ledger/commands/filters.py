"""The filters that every command on a set of commitments takes, declared once."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Annotated, NamedTuple, TypeVar

import typer

from jcm_ledger.commands import arguments, complete
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Strength
from jcm_ledger.rules.names import A_WORD, choose, choose_side, resolve_body, resolve_meeting
from jcm_ledger.rules.query import Query

Value = TypeVar("Value")

Texts = list[str] | None


class Filters(NamedTuple):
    """What was typed of the filters; each field is a parameter of a `filtered` command."""

    text: Annotated[
        Texts,
        typer.Argument(
            metavar="[WORD]...", help="Words that all have to occur.", show_default=False
        ),
    ] = None
    status: Annotated[
        Texts,
        typer.Option(
            metavar="STATUS",
            help='What was reported; "none" for nothing on file.',
            autocompletion=complete.statuses_or_none,
        ),
    ] = None
    timing: Annotated[
        Texts,
        typer.Option(
            metavar="TIMING", help="What the calendar says.", autocompletion=complete.timings
        ),
    ] = None
    owner: Annotated[
        Texts,
        typer.Option(
            metavar="BODY",
            help="A body that owns it: its id, or a name.",
            autocompletion=complete.bodies,
        ),
    ] = None
    side: Annotated[
        Texts,
        typer.Option(
            metavar="SIDE", help="A side among its owners.", autocompletion=complete.sides
        ),
    ] = None
    theme: Annotated[
        Texts,
        typer.Option(
            metavar="THEME",
            help='Its theme; "none" for what has none.',
            autocompletion=complete.themes,
        ),
    ] = None
    meeting: Annotated[
        Texts,
        typer.Option(
            metavar="MEETING", help="The meeting that made it.", autocompletion=complete.meetings
        ),
    ] = None
    strength: Annotated[
        Texts,
        typer.Option(
            metavar="STRENGTH", help="How firmly it is worded.", autocompletion=complete.strengths
        ),
    ] = None
    due: Annotated[
        Texts,
        typer.Option(metavar="PERIOD", help="Its deadline overlaps this period, such as 2024-H1."),
    ] = None
    within: Annotated[
        Texts,
        typer.Option(
            metavar="DURATION",
            help="Open and due within 90d, 2w, 6m or 1y, or overdue.",
            autocompletion=complete.durations,
        ),
    ] = None
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False
    still_open: Annotated[bool, typer.Option("--open", help="Only what is not closed.")] = False

    sides_differ: Annotated[
        bool, typer.Option("--sides-differ", help="Only where the sides report different statuses.")
    ] = False
    to_confirm: Annotated[
        bool,
        typer.Option("--to-confirm", help="Only what one side calls closed and another open."),
    ] = False
    where: Annotated[
        Texts,
        typer.Option(
            metavar="KEY=VALUE",
            help="The value of a column of your own, declared as [field.KEY].",
            autocompletion=complete.fields,
        ),
    ] = None

    def query(self, ledger: Ledger) -> Query:
        """Return what they ask of a ledger; raise what says which value fits none."""
        return Query(
            statuses=_all(self.status, arguments.status_or_none),
            timings=_all(self.timing, arguments.timing),
            owners=_all(self.owner, lambda name: resolve_body(ledger, name)),
            sides=_all(self.side, lambda name: choose_side(ledger, name)),
            themes=_all(self.theme, lambda name: arguments.theme_or_none(ledger, name)),
            meetings=_all(self.meeting, lambda name: resolve_meeting(ledger, name)),
            strengths=_all(
                self.strength,
                lambda name: Strength(choose("strength", name, list(Strength), alike=A_WORD)),
            ),
            due=_all(self.due, Period.parse),
            within=_all(self.within, Duration.parse),
            overdue=self.overdue,
            open=self.still_open,
            sides_differ=self.sides_differ,
            to_confirm=self.to_confirm,
            where=_all(self.where, lambda typed: arguments.field(ledger, typed)),
            words=tuple(self.text or ()),
        )


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the filters as parameters, in the place of `filters`, as which it gets them.

    An argument of its own before them is typed before their words.
    """
    own = list(inspect.signature(command).parameters.values())
    place = [parameter.name for parameter in own].index("filters")
    (context, *first), rest = own[:place], own[place + 1 :]
    typed = inspect.signature(Filters).parameters.values()

    @wraps(command)
    def run(context: typer.Context, **options: object) -> None:
        filters = Filters(*(options.pop(name) for name in Filters._fields))  # type: ignore[arg-type]
        command(context, filters=filters, **options)

    parameters = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in (*first, *typed, *rest)
    ]
    run.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]
    del run.__wrapped__  # inspect would follow it to the wrapped function
    run.__annotations__ = {
        parameter.name: parameter.annotation for parameter in (context, *parameters)
    }
    return run


def _all(typed: Iterable[str] | None, parse: Callable[[str], Value]) -> tuple[Value, ...]:
    return tuple(parse(each) for each in typed or ())

"""What the shell offers at TAB: the ledger's own names. A ledger in trouble offers nothing."""

from collections.abc import Callable, Iterable
from contextlib import suppress

import typer

from jcm_ledger.commands import arguments, ledgers
from jcm_ledger.errors import LedgerError
from jcm_ledger.model.ledger import COMMITTEE, Ledger
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.render.safe import visible
from jcm_ledger.rules.query import NOTHING_ON_FILE
from jcm_ledger.rules.standing import Timing
from jcm_ledger.store import loading

Completer = Callable[[typer.Context, str], list[str]]


def _fixed(names: Iterable[str]) -> Completer:
    offered = list(names)

    def complete(_context: typer.Context, incomplete: str) -> list[str]:
        return _starting(offered, incomplete)

    return complete


def _from_ledger(names: Callable[[Ledger], Iterable[str]]) -> Completer:
    def complete(context: typer.Context, incomplete: str) -> list[str]:
        with suppress(LedgerError):
            source = ledgers.chosen(context, context.params.get("ledger"))
            return _starting(names(loading.load(source)), incomplete)
        return []

    return complete


def _starting(names: Iterable[str], incomplete: str) -> list[str]:
    """Return what begins so; what would steer the terminal is not offered."""
    return [name for name in names if name.startswith(incomplete) and visible(name) == name]


commitments = _from_ledger(lambda ledger: ledger.commitments)
bodies = _from_ledger(lambda ledger: ledger.organisations)
reporters = _from_ledger(lambda ledger: [*ledger.organisations, COMMITTEE])
meetings = _from_ledger(lambda ledger: ledger.meetings)
sides = _from_ledger(lambda ledger: ledger.committee.sides)
themes = _from_ledger(arguments.themes)
statuses = _fixed(Status)
statuses_or_none = _fixed([*Status, NOTHING_ON_FILE])
timings = _fixed(Timing)
strengths = _fixed(Strength)
durations = _fixed(("30d", "60d", "90d", "6m", "1y"))

"""What the shell offers at TAB: the ledger's own names. A ledger in trouble offers nothing."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum

import typer

from jcm_ledger.commands import arguments, ledgers
from jcm_ledger.errors import LedgerError
from jcm_ledger.model.ledger import COMMITTEE, Ledger
from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.render import safe
from jcm_ledger.rules.query import NOTHING_ON_FILE
from jcm_ledger.rules.standing import Timing
from jcm_ledger.store import loading
from jcm_ledger.store.source import FILE_NAME

Completer = Callable[[typer.Context], list[str]]
"""Returns all candidates; `shells` keeps those that begin with what was typed."""


class Paths(StrEnum):
    """Kinds of paths: the only offer, or the first, in place of words. The shell completes them."""

    FILES = "files"
    FOLDERS = "folders"
    OUTPUTS = "files-but"
    """Files, but not one that bears the ledger's name: it would be written over."""


def _fixed(names: Iterable[str]) -> Completer:
    offered = list(names)

    def complete(_context: typer.Context) -> list[str]:
        return offered

    return complete


def _from_ledger(names: Callable[[Ledger], Iterable[str]]) -> Completer:
    def complete(context: typer.Context) -> list[str]:
        with suppress(LedgerError):
            source = ledgers.chosen(context, context.params.get("ledger"))
            return list(names(loading.load(source)))
        return []

    return complete


def _columns(ledger: Ledger) -> list[str]:
    from jcm_ledger.render import delimited  # lazy import: only this completion needs it

    return delimited.names(ledger.committee.sides, ledger.columns)


commitments = _from_ledger(lambda ledger: ledger.commitments)
bodies = _from_ledger(lambda ledger: ledger.organisations)
speakers = _from_ledger(lambda ledger: ledger.bodies)
reporters = _from_ledger(lambda ledger: [*ledger.bodies, COMMITTEE])
meetings = _from_ledger(lambda ledger: ledger.meetings)
sides = _from_ledger(lambda ledger: ledger.committee.sides)
themes = _from_ledger(arguments.themes)
columns = _from_ledger(_columns)
fields = _from_ledger(arguments.fields)
statuses = _fixed(Status)
statuses_or_none = _fixed([*Status, NOTHING_ON_FILE])
timings = _fixed(Timing)
strengths = _fixed(Strength)
kinds = _fixed(Kind)
additions = _fixed(("meeting", "body"))
durations = _fixed(("30d", "60d", "90d", "6m", "1y"))
files = _fixed([Paths.FILES])
folders = _fixed([Paths.FOLDERS])


def outputs(context: typer.Context) -> list[str]:
    """Have the shell complete files, except one with the name of the ledger."""
    name = FILE_NAME
    with suppress(LedgerError):
        path = ledgers.chosen(context, context.params.get("ledger")).path
        name = path.name if path else name
    return [Paths.OUTPUTS, name] if safe.is_typeable(name) else [Paths.FOLDERS]

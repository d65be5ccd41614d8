"""jcm keeps the commitments governments make to each other from being forgotten.

`import jcm_ledger as jcm` gives what the command does: `load`, `select`, `standings`, `report`,
`check`, `record`, `add` and `merge`, and the types they take and return. docs/python.md shows them
at work. Each name is imported lazily, when it is first asked for (PEP 562): `jcm list` loads none
of those it does not use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jcm_ledger.errors import LedgerError as LedgerError
    from jcm_ledger.library import add as add
    from jcm_ledger.library import check as check
    from jcm_ledger.library import load as load
    from jcm_ledger.library import record as record
    from jcm_ledger.library import report as report
    from jcm_ledger.model.ledger import Commitment as Commitment
    from jcm_ledger.model.ledger import Entry as Entry
    from jcm_ledger.model.ledger import Ledger as Ledger
    from jcm_ledger.model.ledger import Meeting as Meeting
    from jcm_ledger.model.ledger import Organisation as Organisation
    from jcm_ledger.model.period import Period as Period
    from jcm_ledger.model.status import Status as Status
    from jcm_ledger.rules.query import Query as Query
    from jcm_ledger.rules.query import select as select
    from jcm_ledger.rules.standing import Timing as Timing
    from jcm_ledger.rules.standing import standings as standings
    from jcm_ledger.store.merge import merge as merge

__version__ = "0.1.0"

_HOMES = {
    "load": "library",
    "select": "rules.query",
    "standings": "rules.standing",
    "report": "library",
    "check": "library",
    "record": "library",
    "add": "library",
    "merge": "store.merge",
    "Ledger": "model.ledger",
    "Commitment": "model.ledger",
    "Entry": "model.ledger",
    "Meeting": "model.ledger",
    "Organisation": "model.ledger",
    "Period": "model.period",
    "Status": "model.status",
    "Timing": "rules.standing",
    "Query": "rules.query",
    "LedgerError": "errors",
}
"""The public names, and the module of each."""

__all__ = [*_HOMES]  # noqa: PLE0604 - the keys are texts


def __getattr__(name: str) -> object:
    """Return a public name, imported now; raise AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # lazy import: only Python code asks for names

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names, for completion in a notebook."""
    return [*__all__, "__version__"]

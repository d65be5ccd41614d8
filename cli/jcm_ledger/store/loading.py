"""The ledger of a file, without reading again what was read before."""

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.store import cache
from jcm_ledger.store.reading import parse
from jcm_ledger.store.source import Source


def load(source: Source) -> Ledger:
    """Return the ledger; raise CannotRead, or InvalidLedger with every problem."""
    return recall(source.read(), source.name)


def recall(data: bytes, name: str) -> Ledger:
    """Return what `parse` returns; raise InvalidLedger with every problem.

    Of a large file that was read before only what was added since is read.
    """
    length, kept = cache.longest(data)
    if kept is not None and length == len(data):
        return kept
    ledger = None if kept is None else _with_what_was_added(data[:length], kept, data)
    if ledger is None:
        ledger = parse(data, name)
    cache.keep(data, ledger)
    return ledger


def read_back(data: bytes, name: str, old: bytes, before: Ledger) -> Ledger:
    """Return the ledger that a change of `old`, which holds `before`, would leave.

    Where `data` begins with `old`, only what was added is parsed. Raise InvalidLedger.
    """
    ledger = _with_what_was_added(old, before, data) if data.startswith(old) else cache.find(data)
    return parse(data, name) if ledger is None else ledger


def _with_what_was_added(old: bytes, before: Ledger, new: bytes) -> Ledger | None:
    from jcm_ledger.store import addition  # lazy import: most commands find nothing added

    return addition.read(old, before, new)

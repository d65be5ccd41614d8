"""What may be added to the journal."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jcm_ledger.errors import RefusedEntry
from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.rules.checks import journal, references, tables
from jcm_ledger.rules.checks.cases import entry_label
from jcm_ledger.rules.checks.circumstances import Circumstances


def refuse_unfit(ledger: Ledger, entries: Sequence[Entry], circumstances: Circumstances) -> None:
    """Raise RefusedEntry for the first rule that one of the entries, added in this order, breaks.

    The rules are those of `jcm check`: names that the ledger has, the rows of the journal, and no
    characters that steer a terminal.
    """
    for finding in _faults(ledger, entries, circumstances):
        about = finding.commitment or ""
        raise RefusedEntry(finding.code, finding.message, finding.hint, about)


def _faults(
    ledger: Ledger, entries: Sequence[Entry], circumstances: Circumstances
) -> Iterator[Finding]:
    alone = replace(ledger, commitments={}, organisations={}, journal=tuple(entries))
    yield from references.unknown_names(alone, references.declared(ledger))
    yield from journal.unfit(ledger, entries, circumstances)
    for number, entry in enumerate(entries, len(ledger.journal)):
        yield from tables.steering_texts(("progress", number), entry, entry_label(entry))

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
    for number, finding in faults(ledger, entries, circumstances):
        about = finding.commitment or entries[number].commitment
        raise RefusedEntry(finding.code, finding.message, finding.hint, about, number)


def faults(
    ledger: Ledger, entries: Sequence[Entry], circumstances: Circumstances
) -> Iterator[tuple[int, Finding]]:
    """Yield what is wrong with the entries, each time with the number of the entry, from 0."""
    alone = replace(ledger, commitments={}, organisations={}, journal=tuple(entries))
    for finding in references.unknown_names(alone, references.declared(ledger)):
        yield int(finding.where[1]), finding
    for finding in journal.unfit(ledger, entries, circumstances):
        yield int(finding.where[1]) - len(ledger.journal), finding
    for number, entry in enumerate(entries):
        for finding in tables.steering_texts(("progress", number), entry, entry_label(entry)):
            yield number, finding

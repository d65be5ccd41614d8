"""Everything that is wrong or odd in the file of a ledger."""

from datetime import date

from jcm_ledger.model.finding import Finding
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.whole import check, heeded
from jcm_ledger.store import evidence
from jcm_ledger.store.reading import Reading, examine
from jcm_ledger.store.source import Source


def findings(source: Source, data: bytes, today: date) -> list[Finding]:
    """Return what is wrong with the bytes of a ledger, in the order of the file.

    Without what the ledger says to ignore.
    """
    reading = examine(data, source.name)
    found = of_reading(reading, source, today)
    return heeded(found, reading.ledger) if reading.ledger is not None else found


def of_reading(reading: Reading, source: Source, today: date) -> list[Finding]:
    """Return what was found when reading and what the checks find, in the order of the file."""
    found = list(reading.findings)
    if reading.ledger is not None:
        circumstances = Circumstances(today, lambda name: evidence.exists(name, source.folder))
        found += reading.place(check(reading.ledger, circumstances))
    return sorted(found, key=lambda finding: finding.line)

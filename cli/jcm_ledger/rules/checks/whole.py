"""All checks of a ledger together."""

from collections.abc import Callable, Iterable, Iterator

from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.checks import journal, succession, tables
from jcm_ledger.rules.checks.circumstances import Circumstances

Check = Callable[[Ledger, Circumstances], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (journal.findings, *tables.CHECKS, *succession.CHECKS)


def check(ledger: Ledger, circumstances: Circumstances) -> list[Finding]:
    """Return what CHECKS find in a ledger, in no order of place."""
    return [finding for rule in CHECKS for finding in rule(ledger, circumstances)]


def heeded(found: Iterable[Finding], ledger: Ledger) -> list[Finding]:
    """Return findings without the warnings that the ledger's `[check]` table says to ignore."""
    ignored = ledger.checking.ignore
    return [each for each in found if each.severity is Severity.ERROR or each.code not in ignored]

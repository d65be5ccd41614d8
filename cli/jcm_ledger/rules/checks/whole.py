"""All checks of a ledger together."""

from collections.abc import Callable, Iterator

from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.checks import journal, succession, tables
from jcm_ledger.rules.checks.circumstances import Circumstances

Check = Callable[[Ledger, Circumstances], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (journal.findings, *tables.CHECKS, *succession.CHECKS)


def check(ledger: Ledger, circumstances: Circumstances) -> list[Finding]:
    """Return what CHECKS find in a ledger, in no order of place."""
    return [finding for rule in CHECKS for finding in rule(ledger, circumstances)]

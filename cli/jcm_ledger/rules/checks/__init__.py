"""What can be wrong with a ledger that reads as TOML: each rule once, by what it is about.

REFERENCES are what no command can work without. CHECKS are what `jcm check` adds to them; a
ledger can be used all the same. What `mark` and `add` refuse are the same rules.
"""

from collections.abc import Callable, Iterator

from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.checks import journal, tables
from jcm_ledger.rules.checks.circumstances import Circumstances

Check = Callable[[Ledger, Circumstances], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (journal.findings, *tables.CHECKS)


def check(ledger: Ledger, known: Circumstances) -> list[Finding]:
    """Return what CHECKS find in a ledger, in no order of place."""
    return [finding for rule in CHECKS for finding in rule(ledger, known)]

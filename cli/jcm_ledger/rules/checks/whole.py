"""All checks of a ledger together."""

from collections.abc import Callable, Iterable, Iterator

from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.checks import journal, succession, tables
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.names import nearest

Check = Callable[[Ledger, Circumstances], Iterator[Finding]]


def check(ledger: Ledger, circumstances: Circumstances) -> list[Finding]:
    """Return what CHECKS find in a ledger, in no order of place."""
    return [finding for rule in CHECKS for finding in rule(ledger, circumstances)]


WARNINGS = frozenset(
    {
        *(rule.code for rule in journal.RULES if rule.severity is Severity.WARNING),
        *("unnamed-organisation", "no-owner", "control-character"),
        *("several-successors", "open-part", "unmerged", "unknown-key", "unknown-code"),
    }
)
"""The codes of all findings that may be warnings."""


def ignoring(ledger: Ledger, _circumstances: Circumstances) -> Iterator[Finding]:
    """Find codes to ignore that are those of no warning."""
    for code in ledger.checking.ignore:
        if code not in WARNINGS:
            near = nearest(code, sorted(WARNINGS))
            yield Finding.warning(
                "unknown-code",
                ("check", "ignore"),
                f'check: ignore names "{code}", which is the code of no warning',
                f"did you mean {' or '.join(near)}?" if near else "errors are never ignored",
            )


def heeded(found: Iterable[Finding], ledger: Ledger) -> list[Finding]:
    """Return findings without the warnings that the ledger's `[check]` table says to ignore."""
    ignored = ledger.checking.ignore
    return [each for each in found if each.severity is Severity.ERROR or each.code not in ignored]


CHECKS: tuple[Check, ...] = (journal.findings, *tables.CHECKS, *succession.CHECKS, ignoring)

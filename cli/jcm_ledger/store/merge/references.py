"""Which tables a table names, and whether a merged ledger still reads as its two sides did."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.naming import KEYS
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.whole import check, heeded
from jcm_ledger.store.journal import untranslated
from jcm_ledger.store.reading import examined

SAME_DAY = "same-day"
"""The warning that a merge tells too: each side handed over, or moved a deadline, on one day."""


def named(table: str, row: object) -> Iterator[Where]:
    """Yield what a row of a table names; a deadline counts as a meeting, whatever it is."""
    if isinstance(row, Mapping):
        for key, kind in KEYS.get(table, {}).items():
            value = row.get(key)
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str):
                    yield kind, name


def new_findings(result: Mapping[str, Any], *sides: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what `jcm check` finds in a merge and in neither side: errors, and SAME_DAY."""
    found = _findings(result)
    if not found:
        return ()
    before: Counter[_Compared] = Counter()
    for document in sides:
        before |= Counter(compared for compared, _finding in _findings(document))
    new = []
    for compared, finding in found:
        if before[compared] > 0:
            before[compared] -= 1
        else:
            new.append(finding)
    return tuple(new)


_Compared = tuple[str, tuple[object, ...]]
"""A finding as compared between two ledgers: its code and its place, an entry as what it holds."""


def _findings(document: Mapping[str, Any]) -> list[tuple[_Compared, Finding]]:
    ledger, findings = examined(document)
    anything = Circumstances(
        today=date.max, file_exists=lambda _name: True
    )  # they decide other warnings alone
    found = heeded([*findings, *check(ledger, anything)], ledger)
    return [
        ((finding.code, _place(finding, document)), finding)
        for finding in found
        if finding.severity is Severity.ERROR or finding.code == SAME_DAY
    ]


def _place(finding: Finding, document: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the place of a finding; a merge renumbers entries, so theirs is what they hold.

    In other tables a list may hold several of one code; the message tells them apart.
    """
    match finding.where:
        case ("progress", int(number), *rest):
            return untranslated(document["progress"][number]), *rest
    return *finding.where, finding.message

"""Which tables a table names, and whether a merged ledger still reads as its two sides did."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.naming import KEYS
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.whole import check
from jcm_ledger.store.journal import untranslated
from jcm_ledger.store.reading import examined


def named(table: str, row: object) -> Iterator[Where]:
    """Yield what a row of a table names; a deadline counts as a meeting, whatever it is."""
    if isinstance(row, Mapping):
        for key, kind in KEYS.get(table, {}).items():
            value = row.get(key)
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str):
                    yield kind, name


def problems(result: Mapping[str, Any], *sides: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the errors of `jcm check` that a merge has and neither side had."""
    found = _errors(result)
    if not found:
        return ()
    before: Counter[_Error] = Counter()
    for document in sides:
        before |= Counter(error for error, _finding in _errors(document))
    new = []
    for error, finding in found:
        if before[error] > 0:
            before[error] -= 1
        else:
            new.append(finding.message)
    return tuple(new)


_Error = tuple[str, tuple[object, ...]]
"""An error as compared between two ledgers: its code and its place, an entry as what it holds."""


def _errors(document: Mapping[str, Any]) -> list[tuple[_Error, Finding]]:
    ledger, findings = examined(document)
    anything = Circumstances(
        today=date.max, file_exists=lambda _name: True
    )  # they decide warnings alone
    found = [*findings, *check(ledger, anything)]
    return [
        ((finding.code, _place(finding, document)), finding)
        for finding in found
        if finding.severity is Severity.ERROR
    ]


def _place(finding: Finding, document: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the place of a finding; a merge renumbers entries, so theirs is what they hold.

    In other tables a list may hold several of one code; the message tells them apart.
    """
    match finding.where:
        case ("progress", int(number), *rest):
            return untranslated(document["progress"][number]), *rest
    return *finding.where, finding.message

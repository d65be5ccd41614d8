"""Which tables a table names, and whether a merged ledger still reads as its two sides did."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.naming import KEYS
from jcm_ledger.rules.checks import check
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.store.reading import examined, toml

_NUMBER = re.compile(r"^progress entry [0-9]+")


def named(table: str, row: object) -> Iterator[Where]:
    """Yield what a row of a table names; a deadline counts as a meeting, whatever it is."""
    if isinstance(row, Mapping):
        for key, kind in KEYS.get(table, {}).items():
            value = row.get(key)
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str):
                    yield kind, name


def problems(result: Mapping[str, Any], *sides: bytes) -> tuple[str, ...]:
    """Return the errors of `jcm check` that a merge has and neither side had."""
    found = _errors(result)
    if not found:
        return ()
    known: Counter[str] = Counter()
    for data in sides:
        known |= Counter(map(_said, _errors(toml(data, "a side")[1])))
    new = []
    for each in found:
        if known[_said(each)] > 0:
            known[_said(each)] -= 1
        else:
            new.append(each.message)
    return tuple(new)


def _errors(document: Mapping[str, Any]) -> list[Finding]:
    ledger, findings = examined(document)
    anything = Circumstances(today=date.max, file_exists=lambda _name: True)  # for warnings alone
    found = list(findings)
    found += check(ledger, anything)
    return [each for each in found if each.severity is Severity.ERROR]


def _said(finding: Finding) -> str:
    """Return what a finding says, whichever number its entry has."""
    return _NUMBER.sub("progress entry", finding.message)

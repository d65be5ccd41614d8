"""Findings for people, and as annotations for GitHub Actions."""

from collections.abc import Sequence

from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import each_language

MOST_LISTED = 50


def text(found: Sequence[Finding], say: Phrases, ledger: str, ignored: int = 0) -> str:
    """Return findings as lines of "file:line: severity: sentence [code]", hints, and a summary.

    The first fifty of them: who has more will not read them one by one. The summary counts the
    warnings that the ledger says to ignore.
    """
    said: list[tuple[str, str]] = []
    for finding in found[:MOST_LISTED]:
        said.append(("", say.findings.line(finding)))
        if hint := say.findings.hint(finding):
            said.append(("    ", hint))
    if found[MOST_LISTED:]:
        said.append(("", say.findings.more(len(found) - MOST_LISTED)))
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    said.append(("", say.findings.summary(ledger, errors, len(found) - errors, ignored)))
    return "".join(
        f"{margin}{safe.visible(line.replace(chr(10), ' '))}\n"
        for margin, words in said
        for _lang, line in each_language(words)
    )


def github(found: Sequence[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines of the file."""
    return "".join(
        f"::{finding.severity} file={_property(finding.file)},line={finding.line},"
        f"title={_property(finding.code)}::{_data(_sentences(finding))}\n"
        for finding in found
    )


def _sentences(finding: Finding) -> str:
    return f"{finding.message}. {finding.hint}" if finding.hint else finding.message


def _data(content: str) -> str:
    escaped = content.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe.visible(escaped)


def _property(content: str) -> str:
    return _data(content).replace(":", "%3A").replace(",", "%2C")

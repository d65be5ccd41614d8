"""What may be added as a new commitment, and what to call it."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

from msgspec.structs import replace

from jcm_ledger.errors import RefusedCommitment
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import Commitment, Ledger
from jcm_ledger.model.text import folded
from jcm_ledger.rules.checks import CHECKS, ID_HINT, REFERENCES, Circumstances, Declared, is_id

_LONGEST_ID = 32
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
_ALSO_WARNED_OF = ("control-character", "no-owner")


def propose_id(title: str, taken: Iterable[str]) -> str:
    """Return an id for a title: its telling words, in lower case, with hyphens; none of `taken`.

    Accents of the Latin script are left out. In others a mark is no ornament: で without it is
    て. A word that cannot be written in letters and digits alone, as भारत, is left out whole.
    """
    words = [word for word in _words(title) if word.isalnum()]
    telling = [word for word in words if word not in _SMALL_WORDS] or words or ["commitment"]
    known = {folded(each) for each in taken}
    name = telling[0][:_LONGEST_ID]
    for word in telling[1:]:
        if len(name) + 1 + len(word) > _LONGEST_ID:
            break
        name = f"{name}-{word}"
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in known else next(each for each in numbered if each not in known)


def _words(title: str) -> list[str]:
    """Return the words of a title, folded, of the letters, marks and digits they are made of."""
    apart = unicodedata.normalize("NFKD", folded(title))
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
    return "".join(
        each if each.isalnum() or unicodedata.category(each).startswith("M") else " "
        for each in plain
    ).split()


def refuse_id(ledger: Ledger, name: str) -> None:
    """Raise RefusedCommitment if the id looks like one that is taken, or is not one word."""
    if not is_id(name):
        raise RefusedCommitment(f'"{name}" is not an id', ID_HINT)
    for taken in ledger.commitments:
        if folded(taken) == folded(name):
            raise RefusedCommitment(
                f'there is a commitment "{taken}" already', "give the new one another id: --id"
            )


def refuse_unfit(ledger: Ledger, commitment: Commitment, known: Circumstances) -> None:
    """Raise RefusedCommitment if `check` would find fault with the commitment in this ledger."""
    refuse_id(ledger, commitment.id)
    if not commitment.title.strip():
        raise RefusedCommitment("a commitment has a title", 'give it: --title "…"')
    added = replace(ledger, commitments={**ledger.commitments, commitment.id: commitment})
    declared: Declared = {
        "meeting": set(added.meetings),
        "organisation": set(added.organisations),
        "commitment": set(added.commitments),
    }
    for reference in REFERENCES:
        _refuse_first(reference(added, declared), commitment)
    for check in CHECKS:
        _refuse_first(check(added, known), commitment)


def _refuse_first(findings: Iterable[Finding], commitment: Commitment) -> None:
    for finding in findings:
        serious = finding.severity is Severity.ERROR or finding.code in _ALSO_WARNED_OF
        if serious and finding.where[:2] == ("commitment", commitment.id):
            raise RefusedCommitment(finding.message, finding.hint)

"""What may be added as a new commitment, and what to call it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from jcm_ledger.errors import RefusedCommitment
from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.model.ledger import Commitment, Ledger
from jcm_ledger.model.text import ID_HINT, folded, is_id
from jcm_ledger.rules.checks import references, tables
from jcm_ledger.rules.checks.circumstances import Circumstances

_LONGEST_ID = 32
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
_ALSO_REFUSED = ("control-character", "no-owner")


def propose_id(title: str, taken: Iterable[str]) -> str:
    """Return an id for a title: its telling words, in lower case, with hyphens; none of `taken`.

    Accents of the Latin script are left out. In others a mark is no ornament: で without it is
    て. A word that cannot be written in letters and digits alone, as भारत, is left out whole.
    """
    words = [word for word in _words(title) if word.isalnum()]
    telling = [word for word in words if word not in _SMALL_WORDS] or words or ["commitment"]
    in_use = {folded(name) for name in taken}
    name = telling[0][:_LONGEST_ID]
    for word in telling[1:]:
        if len(name) + 1 + len(word) > _LONGEST_ID:
            break
        name = f"{name}-{word}"
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in in_use else next(other for other in numbered if other not in in_use)


def _words(title: str) -> list[str]:
    """Return the words of a title, folded, of the letters, marks and digits they are made of."""
    apart = unicodedata.normalize("NFKD", folded(title))
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
    return "".join(
        letter if letter.isalnum() or unicodedata.category(letter).startswith("M") else " "
        for letter in plain
    ).split()


def refuse_id(ledger: Ledger, name: str) -> None:
    """Raise RefusedCommitment if the id looks like one that is taken, or is not one word."""
    if not is_id(name):
        raise RefusedCommitment("bad-id", f'"{name}" is not an id', ID_HINT)
    for taken in ledger.commitments:
        if folded(taken) == folded(name):
            raise RefusedCommitment(
                "duplicate-id",
                f'there is a commitment "{taken}" already',
                "give the new one another id",
            )


def refuse_unfit(ledger: Ledger, commitment: Commitment, circumstances: Circumstances) -> None:
    """Raise RefusedCommitment if `check` would find fault with the commitment in this ledger."""
    refuse_id(ledger, commitment.id)
    for finding in _faults(ledger, commitment, circumstances):
        if finding.severity is Severity.ERROR or finding.code in _ALSO_REFUSED:
            raise RefusedCommitment(finding.code, finding.message, finding.hint)


def _faults(
    ledger: Ledger, commitment: Commitment, circumstances: Circumstances
) -> Iterator[Finding]:
    """Yield what is wrong with the commitment, leaving out the rest of the ledger."""
    ids = references.declared(ledger)
    ids = {**ids, "commitment": {*ids["commitment"], commitment.id}}
    alone = replace(ledger, organisations={}, commitments={commitment.id: commitment}, journal=())
    yield from references.unknown_names(alone, ids)
    for check in tables.CHECKS:
        found = check(alone, circumstances)
        yield from (
            finding for finding in found if finding.where[:2] == ("commitment", commitment.id)
        )

"""Which passage leads which in: "The two sides agreed to:" and the points after it."""

import re

from jcm_ledger.model.statement import Passage, PassageKind, Statement
from jcm_ledger.rules.drafting.english.kinds import is_action, plain

_LEADS = re.compile(
    r"(?:[:：]|(?:以下|次)のとおり(?:である|です)?。?|以下の(?:点|事項|取組|行動)[^。]{0,20}。|"
    r"as follows[.:]?)\s*$"
)
_LONGEST = 40  # words of a point
_MARKED = re.compile(r"(?:and|or|to|as well as) [a-z]")
_INFINITIVE = re.compile(
    r"(?:[A-Z][\w&.'-]*|the|and|of|for|&|,)(?: (?:[A-Z][\w&.'-]*|the|and|of|for|&|"
    r"working|group|secretariat|task|force|sides|both),?)* to [a-z]+ "
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|shall|can|could|may|might|"
    r"agreed|decided|intend|intends|confirmed|committed|"
    r"welcomed|noted|plans|met|[a-z]+ed (?:to|that|the|their|its|a|in|on))\b"
)
_ENDS_JA = re.compile(r"(?:する|した|である|行う|進める|いく|図る|こと|深める)。?$")


def leads(statement: Statement) -> tuple[int | None, ...]:
    """Return for each passage the index of the one that leads it in, None where nothing does.

    What the reader found counts. Paragraphs without marks are points while they look like ones:
    they begin with a verb or in small letters, or have no verb of a sentence.
    """
    found: list[int | None] = []
    open_lead: int | None = None
    for index, passage in enumerate(statement.passages):
        lead = passage.lead
        if lead is None and open_lead is not None:
            marked = passage.kind in {PassageKind.BULLET, PassageKind.CELL}
            if marked or (passage.kind is PassageKind.PARAGRAPH and is_point(passage.text)):
                lead = open_lead
        found.append(lead)
        if lead is None:
            open_lead = index if _may_lead(passage) else None
    return tuple(found)


def _may_lead(passage: Passage) -> bool:
    return bool(_LEADS.search(passage.text)) and passage.kind is not PassageKind.CELL


def is_point(text: str) -> bool:
    """Return whether a paragraph looks like a point of a list, not like a sentence of its own."""
    words = text.split()
    if not words:
        return False
    if text[0].islower() or _MARKED.match(text) or _INFINITIVE.match(text):
        return True
    first = words[0].strip(",;:").lower()
    if (is_action(first) or (first.endswith("ing") and is_action(plain(first)))) and len(words) > 1:
        return True
    if not text.isascii() and not _FINITE.search(text) and len(text) < 120:  # noqa: PLR2004
        return not text.rstrip().endswith("。") or bool(_ENDS_JA.search(text))
    return (
        text.isascii()
        and not _FINITE.search(text)
        and len(words) < _LONGEST
        and not text.rstrip().endswith(":")
    )

"""What proposals are called until somebody gives them titles."""

import re
from collections.abc import Collection, Iterator
from itertools import count

from jcm_ledger.model.text import folded, is_japanese
from jcm_ledger.rules.commitments import propose_id
from jcm_ledger.rules.drafting.results import Proposal, Sentence, StatementDraft

PROPOSED = "# id: {}?"
"""The mark beside the head of a table whose id is proposed; the id is in it, so that one typed
over it is told apart."""

_PARTICLES = re.compile(
    "における|に関する|について|及び|並びに|こと|など|[をにでのがはとも、。・「」]"
)
_MOST_WORDS = 3  # of Japanese, whose words are long without blanks between them


def proposed_ids(draft: StatementDraft, taken: Collection[str]) -> Iterator[str]:
    """Yield an id for each proposal in reading order: words of its sentence, none of `taken`."""
    used = {folded(name) for name in taken}
    numbers: dict[str, Iterator[int]] = {}
    for sentence in draft.sentences:
        for proposal in sentence.proposals:
            words = _telling(sentence, proposal) or sentence.quotation.text
            name = first = propose_id(words, ())
            while folded(name) in used:
                name = f"{first}-{next(numbers.setdefault(first, count(2)))}"
            used.add(folded(name))
            yield name


def _telling(sentence: Sentence, proposal: Proposal) -> str:
    """Return the words that say what will be done: after the verb, in Japanese before it."""
    quotation, trigger = sentence.quotation, proposal.trigger
    text = quotation.text
    here = quotation.passage == trigger.passage and quotation.start <= trigger.start < quotation.end
    at, end = trigger.start - quotation.start, trigger.end - quotation.start
    if is_japanese(text):
        before = text[:at] if here else text
        words = _PARTICLES.split(before.rpartition("は、")[2])
        return " ".join([word for word in words if len(word) > 1][:_MOST_WORDS])
    if here and text[end:].strip(" .;:,"):
        text = text[end:]
    if proposal.deadline_text:
        text = text.replace(proposal.deadline_text.text, " ")
    return text

"""The bodies that proposals name and the ledger does not know."""

import re
from collections.abc import Sequence

from jcm_ledger.model.ledger import COMMITTEE
from jcm_ledger.rules.drafting.context import Context
from jcm_ledger.rules.drafting.countries import country
from jcm_ledger.rules.drafting.introductions import introductions
from jcm_ledger.rules.drafting.register import as_id
from jcm_ledger.rules.drafting.results import Quotation, Sentence, UnknownBody

_WHOSE = re.compile(r"(?:['\u2019]s?|の|側の)? ?$")


def unknown_bodies(context: Context, read: Sequence[Sentence]) -> tuple[UnknownBody, ...]:
    """Return the bodies to be proposed, in the order in which the statement has them owning."""
    known = {*context.ledger.bodies, *context.register.sides, COMMITTEE}
    texts = [passage.text for passage in context.statement.passages]
    full = {as_id(each.letters): each.full for each in introductions(texts)}
    found: dict[str, UnknownBody] = {}
    for sentence in read:
        for proposal in sentence.proposals:
            for body, name in zip(proposal.owners, proposal.names, strict=True):
                if body in known or body in found:
                    continue
                named = _where(context, name, sentence.quotation)
                spelled = full.get(body, name)
                found[body] = UnknownBody(
                    id=body, name=spelled, named=named, side=_side(context, spelled, named)
                )
    return tuple(found.values())


def _where(context: Context, name: str, sentence: Quotation) -> Quotation:
    place = sentence.text.find(name)
    if place < 0:
        return sentence
    return context.quotation(
        sentence.passage, sentence.start + place, sentence.start + place + len(name)
    )


def _side(context: Context, name: str, named: Quotation) -> str | None:
    """Return the side that a name or the words just before it say a body is of, else None."""
    text = context.statement.passages[named.passage].text
    before = _WHOSE.sub("", text[max(0, named.start - 30) : named.start])
    for side in context.register.sides:
        spelled = _spelled(side)
        if any(re.search(rf"\b{re.escape(each)}\b", name) for each in spelled):
            return side
        if before.endswith(tuple(spelled)):
            return side
    return None


def _spelled(side: str) -> list[str]:
    """Return how a side may be named."""
    found = country(side)
    if found is None:
        return [side]
    return [side, found.name, *found.others, *found.adjectives, *found.japanese]

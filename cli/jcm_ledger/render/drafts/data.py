"""A draft as JSON: every sentence with what became of it, and every proposal."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any

import msgspec

from jcm_ledger.model.ledger import Commitment
from jcm_ledger.model.statement import PassageKind
from jcm_ledger.render.drafts.review import DraftOf, ReviewedSentence, sentences
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.safe import json_text
from jcm_ledger.rules.drafting.results import Proposal, Quotation

SCHEMA = 1
"""Goes up when a key changes its meaning or goes away; new keys may come."""


def document(of: DraftOf, say: Phrases) -> str:
    """Return the document of `jcm draft --format json`.

    `position` counts the passages that are no headings from 1, whatever number they have.
    """
    statement = of.draft.statement
    said = (int(passage.kind is not PassageKind.HEADING) for passage in statement.passages)
    positions = list(accumulate(said))
    content = {
        "schema": SCHEMA,
        "caution": in_one_line(say.drafts.caution()),
        "statement": {
            "source": of.source,
            "title": statement.title or None,
            "lang": statement.lang,
            "day": of.day,
            "address": statement.address or None,
            "sides": statement.sides,
        },
        "meeting": of.meeting or None,
        "meeting_is_new": of.meeting_is_new,
        "sentences": [_sentence(each, positions, of) for each in sentences(of)],
        "unknown_bodies": [
            {"id": body.id, "name": body.name, "side": body.side, "named": body.named.text}
            for body in of.draft.unknown_bodies
        ],
    }
    encoded = msgspec.json.format(msgspec.json.encode(content), indent=2).decode()
    return json_text(encoded) + "\n"


def _sentence(each: ReviewedSentence, positions: Sequence[int], of: DraftOf) -> dict[str, Any]:
    sentence, passage = each.sentence, each.passage
    return {
        "number": each.number,
        "paragraph": passage.number,
        "position": positions[sentence.quotation.passage],
        "kind": passage.kind,
        "level": passage.level,
        "text": sentence.quotation.text,
        "start": sentence.quotation.start,
        "end": sentence.quotation.end,
        "outcome": sentence.outcome,
        "reason": sentence.reason,
        "decided": _text(sentence.decided),
        "wording": sentence.wording or None,
        "proposals": [
            _proposal(name, of_it, of.resembling.get(name, ()))
            for name, of_it in each.proposals.items()
        ],
        "hands_down": _proposal("", sentence.hands_down) if sentence.hands_down else None,
    }


def _proposal(name: str, proposal: Proposal, near: Sequence[Commitment] = ()) -> dict[str, Any]:
    window = proposal.deadline
    return {
        "id": name or None,
        "owners": proposal.owners,
        "names": proposal.names,
        "owners_inferred": proposal.owners_inferred,
        "strength": proposal.strength,
        "kind": proposal.kind,
        "wording": proposal.wording,
        "trigger": proposal.trigger.text,
        "deadline_text": _text(proposal.deadline_text),
        "deadline": None if window is None else str(window),
        "window": None if window is None else [_day(window.first), _day(window.last)],
        "lead": None if proposal.lead is None else proposal.lead + 1,
        "inferred": [
            {"key": guess.key, "because": guess.because, "words": _text(guess.words)}
            for guess in proposal.guesses
        ],
        "resembles": [
            {"id": each.id, "title": each.title, "meeting": each.meeting} for each in near
        ],
    }


def _text(quotation: Quotation | None) -> str | None:
    return None if quotation is None else quotation.text


def _day(day: date) -> str:
    return day.isoformat()

"""Drafts that tests of renderers read: made by hand, so that no rule of drafting is in them."""

import re
from datetime import date
from itertools import pairwise

from jcm_ledger.model.ledger import Ledger, Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.model.statement import Passage, PassageKind, Statement
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.render.drafts.review import DraftOf
from jcm_ledger.rules.drafting.ids import proposed_ids
from jcm_ledger.rules.drafting.results import (
    Because,
    Guess,
    Outcome,
    OutcomeReason,
    Proposal,
    Quotation,
    Sentence,
    StatementDraft,
    UnknownBody,
)


def quoted(passages: tuple[Passage, ...], place: int, start: int, end: int) -> Quotation:
    """Return what stands from `start` to `end` in a passage."""
    return Quotation(place, start, end, passages[place].text[start:end])


def naive(
    statement: Statement,
    ledger: Ledger,
    meeting: Meeting | None = None,
    day: date | None = None,
) -> StatementDraft:
    """Return a draft that proposes whatever has "will", and perhaps what has "may"."""
    del meeting, day
    sides = ledger.committee.sides
    passages = statement.passages
    found = []
    for place, passage in enumerate(passages):
        stops = [0, *(each.end() for each in re.finditer(r"[.。]\s*", passage.text))]
        stops += [len(passage.text)] if stops[-1] < len(passage.text) else []
        for start, after in pairwise(stops):
            end = start + len(passage.text[start:after].rstrip())
            whole = quoted(passages, place, start, end)
            found.append(_sentence(passages, whole, sides, is_point=passage.lead is not None))
    body = UnknownBody(
        id="N.R.F",
        name="National\nResearch",
        named=quoted(passages, 0, 0, 1),
        side=sides[0],
    )
    return StatementDraft(statement=statement, sentences=tuple(found), unknown_bodies=(body,))


def _sentence(
    passages: tuple[Passage, ...], whole: Quotation, sides: tuple[str, ...], *, is_point: bool
) -> Sentence:
    verb = re.search(r"will|may", whole.text)
    if verb is None:
        return Sentence(quotation=whole, outcome=Outcome.LEFT_OUT, reason=OutcomeReason.NO_WORDING)
    trigger = quoted(passages, whole.passage, whole.start + verb.start(), whole.start + verb.end())
    timed = re.search(r"in \d{4}", whole.text)
    words = timed and quoted(
        passages, whole.passage, whole.start + timed.start(), whole.start + timed.end()
    )
    proposal = Proposal(
        owners=sides,
        names=("They",) * len(sides),
        owners_inferred=True,
        strength=Strength.COMMITTED,
        kind=Kind.ONE_OFF,
        wording="will",
        trigger=trigger,
        deadline_text=words,
        deadline=Period.parse(words.text[3:]) if words and words.text[3:] > "1000" else None,
        guesses=(Guess(key="owners", because=Because.COLLECTIVE, words=trigger),),
        lead=0 if is_point else None,
    )
    perhaps = verb[0] == "may"
    return Sentence(
        quotation=whole,
        outcome=Outcome.PERHAPS if perhaps else Outcome.PROPOSED,
        reason=OutcomeReason.WEAK if perhaps else OutcomeReason.WORDING,
        decided=trigger,
        wording="will",
        proposals=(proposal,),
    )


def made(ledger: Ledger, *texts: str, title: str = "", address: str = "") -> DraftOf:
    """Return a draft of a statement of these paragraphs, of the ledger's first meeting."""
    statement = Statement(
        passages=tuple(
            Passage(number=str(number), text=text, kind=PassageKind.PARAGRAPH)
            for number, text in enumerate(texts, start=1)
        ),
        lang="en",
        title=title,
        address=address,
    )
    draft = naive(statement, ledger)
    return DraftOf(
        draft=draft,
        source="statement.txt",
        ids=tuple(proposed_ids(draft, ledger.commitments)),
        meeting=next(iter(ledger.meetings), ""),
        day=date(2023, 11, 7),
    )

"""Frame: what a lead-in hands down to its points, "The two sides have resolved to:"."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.status import Strength
from jcm_ledger.model.text import is_japanese
from jcm_ledger.rules.drafting.clauses import SentenceReading, Subject
from jcm_ledger.rules.drafting.context import Context, Due
from jcm_ledger.rules.drafting.english.subjects import subject
from jcm_ledger.rules.drafting.proposals import Terms, kind_of, proposal, terms_of
from jcm_ledger.rules.drafting.results import Because, Outcome, OutcomeReason, Proposal, Quotation
from jcm_ledger.rules.drafting.wordings.lists import ACTIONS

_ENDS = re.compile(r"(?: as follows)?\s*[:：.]?\s*$")
_ACTIONS = re.compile(
    r"(?:agreed |joint |follow-?up |key |proposed |main |concrete |priority )*"
    r"(?:actions?|next steps|commitments|deliverables|follow-?up|undertakings|to do|"
    r"今後の取組|今後の行動|行動項目|アクション|フォローアップ)"
    r"(?: (?:points|items|list|agreed|for \d{4}(?:[-/\u2013]\d+)?))?\s*[:：]?\s*"
)
_WORKS = re.compile(
    r"\b(?:actions|steps|measures|activities|priorities|deliverables|projects|initiatives|"
    r"(?:action|work) plan)\b"
)
_OPEN_ENDS = (" undertake", " to undertake", ", undertake")
_RECOGNISES = frozenset(
    {OutcomeReason.RECOGNITION, OutcomeReason.VIEW, OutcomeReason.DENIED, OutcomeReason.PAST}
)


class Frame(Struct, frozen=True, kw_only=True):
    """What a lead-in hands down to its points.

    `promises` is None where it says only who acts, and False where it promises nothing, for the
    reason given. `sentence` is its index, None for what nothing leads in. `terms` and `due` are
    those of what it promises.
    """

    sentence: int | None
    promises: bool | None
    reason: OutcomeReason
    subject: Subject
    decided: Quotation | None = None
    terms: Terms | None = None
    due: Due | None = None


def frame(
    context: Context, sentence: int, place: Quotation, before: Sequence[Subject]
) -> tuple[Frame, SentenceReading]:
    """Return what the lead-in at a place hands down, and how it was read."""
    bare = _ENDS.sub("", place.text)
    reading = _read_open(context, bare, before)
    due = context.due(place, 0, len(place.text))
    found = reading.subject
    if reading.clauses:
        clause = reading.clauses[-1]
        terms = terms_of(context, place, clause)
        return Frame(
            sentence=sentence,
            promises=clause.outcome is Outcome.PROPOSED,
            reason=clause.reason,
            subject=clause.subject,
            terms=replace(terms, strength=_of_works(place.text, terms.strength)),
            due=due,
        ), reading
    if _ACTIONS.fullmatch(place.text.lower()):
        terms = Terms(
            strength=Strength.INTENDED,
            wording=ACTIONS.pattern,
            trigger=place,
            because=Because.NOBODY,
        )
        reason = OutcomeReason.WORDING
        return Frame(
            sentence=sentence, promises=True, reason=reason, subject=found, terms=terms, due=due
        ), reading
    decided = context.part(place, *reading.decided) if reading.decided else None
    recognises = reading.reason in _RECOGNISES and decided is not None
    if not recognises and not is_japanese(bare):
        found = subject(bare, 0, len(bare), context.register, before)
    return Frame(
        sentence=sentence,
        promises=False if recognises else None,
        reason=reading.reason,
        subject=found,
        decided=decided,
    ), reading


def _read_open(context: Context, bare: str, before: Sequence[Subject]) -> SentenceReading:
    """Return how a lead-in reads whose verb stands in its points: "The two sides will: launch"."""
    reading = context.read(bare, before)
    if reading.clauses or is_japanese(bare):
        return reading
    opened = (context.read(bare + ending, before) for ending in _OPEN_ENDS)
    return next((each for each in opened if each.clauses), reading)


def _of_works(text: str, strength: Strength) -> Strength:
    """Return how firm a lead-in is: a programme of actions that is agreed is an intention."""
    if strength is Strength.AGREED and _WORKS.search(text.lower()):
        return Strength.INTENDED
    return strength


def handed_down(place: Quotation, lead: Frame) -> Proposal | None:
    """Return what a lead-in hands down as a proposal: it is no commitment beside its points."""
    if lead.terms is None:
        return None
    kind = kind_of(place.text, 0, len(place.text), lead.terms.strength, lead.due)
    return proposal(lead.terms, kind, lead.due)

"""Proposals: a clause that promises, with its owners, strength, kind and deadline."""

import re
from itertools import pairwise

from msgspec import Struct

from jcm_ledger.model.ledger import COMMITTEE
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.model.text import is_japanese
from jcm_ledger.rules.drafting.clauses import Clause, Subject, SubjectSort
from jcm_ledger.rules.drafting.context import Context, Due
from jcm_ledger.rules.drafting.english.kinds import kind, splits
from jcm_ledger.rules.drafting.english.owners import named
from jcm_ledger.rules.drafting.register import Mention
from jcm_ledger.rules.drafting.results import Because, Guess, Proposal, Quotation
from jcm_ledger.rules.drafting.wordings.row import Sense

_AGENT = re.compile(
    r"\bbe(?:en)? (?:\w+ly )?\w+(?: \w+){0,4}? by (?=(?:the |both )?[A-Z])|"
    r"\b(?:held|hosted|led|organi[sz]ed|run|funded) by (?=(?:the |both )?[A-Z])"
)
_AGENT_ENDS = re.compile(r"[,;.]| (?:in|by|at|to|on|from|before|with|during|as|within|for|no) |$")
_OPENS_WITH_DATE = re.compile(
    r"(?:By|In|From|Before|Within|During|Over|No later|Starting|Ahead|Until|At)\b"
)
_SORTS = ("space", "research", "health", "regulat")
_FUNDERS = ("fund", "innovation")


class Terms(Struct, frozen=True, kw_only=True):
    """What the wording of a clause or lead-in gives: who, how firmly, and by which words.

    `because` is why the owners are a guess, None where they are named. No owners are all sides.
    `words` are the subject's.
    """

    strength: Strength
    wording: str
    trigger: Quotation
    owners: tuple[Mention, ...] = ()
    because: Because | None = None
    words: Quotation | None = None


def terms_of(context: Context, place: Quotation, clause: Clause) -> Terms:
    """Return the terms of a clause of a sentence."""
    found, match = clause.subject, clause.match
    owners, because = owners_of(context, place.text, found, (match.start, clause.stop))
    return Terms(
        strength=strength_of(clause),
        wording=match.wording.pattern,
        trigger=context.part(place, match.start, match.end),
        owners=owners,
        because=because,
        words=context.part(place, found.start, found.end) if found.start < found.end else None,
    )


def owners_of(
    context: Context, text: str, found: Subject, span: tuple[int, int]
) -> tuple[tuple[Mention, ...], Because | None]:
    """Return the owners that a subject names, or that are inferred where it names none.

    In `span` of the text it may say by whom: "will be hosted by MBIE".
    """
    if found.sort in {SubjectSort.BODIES, SubjectSort.ROLE}:
        return found.owners, None
    if found.sort is SubjectSort.PRESENT:
        return _present(context, text[found.start : found.end].lower()), Because.PRESENT
    if found.sort is SubjectSort.EVERYBODY:
        return (), Because.COLLECTIVE
    owners = _agents(context, text, *span)
    if owners or (found.sort is SubjectSort.THING and found.owners):
        return owners or found.owners, None
    return (), Because.NOBODY


def _agents(context: Context, text: str, start: int, stop: int) -> tuple[Mention, ...]:
    agent = _AGENT.search(text, start, stop)
    if agent is None:
        return ()
    ends = _AGENT_ENDS.search(text, agent.end(), stop)
    end = ends.start() if ends else stop
    return tuple(named(text, agent.end(), end, context.register))


def _present(context: Context, words: str) -> tuple[Mention, ...]:
    """Return the bodies that a statement names of the sort that "all funding bodies" says."""
    sorts = _FUNDERS if "fund" in words else tuple(sort for sort in _SORTS if sort in words)
    return tuple(
        each for each in context.mentioned if any(sort in each.name.kind for sort in sorts)
    )


def strength_of(clause: Clause) -> Strength:
    """Return how firm a clause is: of the row, or of "will" by whose act it is."""
    wording, found = clause.match.wording, clause.subject
    if wording.sense is Sense.MODAL and wording.strength is Strength.INTENDED:
        if found.sort is SubjectSort.MEETING:
            return Strength.EXPECTED
        return Strength.INTENDED if found.pronoun else Strength.AGREED
    if wording.strength is None:  # "confirmed that … will"
        return Strength.INTENDED if found.pronoun or not found.owners else Strength.AGREED
    return wording.strength


def kind_of(
    text: str, begin: int, end: int, strength: Strength, due: Due | None
) -> tuple[Kind, Because]:
    """Return the kind of what part of a sentence promises, and what that rests on."""
    fixed = due is not None and due.period is not None
    if is_japanese(text):
        from jcm_ledger.rules.drafting.japanese.kinds import japanese_kind

        return japanese_kind(text[begin:end], strength, dated=fixed)
    return kind(text, begin, end, strength, dated=fixed)


def proposals(context: Context, place: Quotation, clause: Clause) -> tuple[Proposal, ...]:
    """Return the proposals of a clause: one for each verb that has a target of its own."""
    terms = terms_of(context, place, clause)
    text = place.text
    places = [] if is_japanese(text) else splits(text, clause.action, clause.stop)
    made: list[Proposal] = []
    for begin, end in pairwise([clause.action, *places, clause.stop]):
        due = context.due(place, begin, end)
        if due is None and not made:
            due = _leading(context, place, clause)
        made.append(proposal(terms, kind_of(text, begin, end, terms.strength, due), due))
    return tuple(made)


def _leading(context: Context, place: Quotation, clause: Clause) -> Due | None:
    """Return the deadline that leads a sentence in: "By the end of 2025, the two sides will"."""
    comma = place.text.rfind(",", 0, (clause.subject.start or clause.match.start) + 1)
    if not _OPENS_WITH_DATE.match(place.text):
        return None
    if comma >= 0:
        return context.due(place, 0, comma)
    due = context.due(place, 0, clause.match.start)  # no comma: "In 2026 the sides will …"
    return due if due is not None and due.text.start == place.start else None


def proposal(
    terms: Terms,
    kind: tuple[Kind, Because],
    due: Due | None,
    guesses: tuple[Guess, ...] = (),
    lead: int | None = None,
) -> Proposal:
    """Return a proposal with every guess about it."""
    owners = tuple(each.name.id for each in terms.owners) or (COMMITTEE,)
    names = tuple(each.text for each in terms.owners)
    told = [*guesses]
    if terms.because is not None:
        told.append(Guess(key="owners", because=terms.because, words=terms.words))
    elif any(each.name.new for each in terms.owners):
        told.append(Guess(key="owners", because=Because.NEW_BODY, words=terms.words))
    told.append(Guess(key="kind", because=kind[1]))
    return Proposal(
        owners=owners,
        names=names or (terms.words.text if terms.words else "",),
        owners_inferred=terms.because is not None,
        strength=terms.strength,
        kind=kind[0],
        wording=terms.wording,
        trigger=terms.trigger,
        deadline_text=due.text if due else None,
        deadline=due.period if due else None,
        guesses=tuple(told),
        lead=lead,
    )

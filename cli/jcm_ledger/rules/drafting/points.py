"""Points of a list, each with owners, strength and deadline of its own or of its lead-in."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.status import Strength
from jcm_ledger.model.text import is_japanese
from jcm_ledger.rules.drafting.clauses import SentenceReading, Subject
from jcm_ledger.rules.drafting.context import Context
from jcm_ledger.rules.drafting.english.boundaries import finite
from jcm_ledger.rules.drafting.english.kinds import is_action, plain
from jcm_ledger.rules.drafting.english.matching import matches
from jcm_ledger.rules.drafting.english.subjects import subject
from jcm_ledger.rules.drafting.frames import Frame
from jcm_ledger.rules.drafting.proposals import Terms, kind_of, owners_of, proposal
from jcm_ledger.rules.drafting.results import (
    Because,
    Guess,
    Outcome,
    OutcomeReason,
    Proposal,
    Quotation,
)
from jcm_ledger.rules.drafting.wordings.lists import ACTION

_AND = re.compile(
    r"(?:and |or |to |also |further |as well as |then |jointly |[^\w(]+|\([a-z0-9]{1,3}\) )*"
)
_MINUTES = re.compile(r"(?:ACTIONS?|Actions?|AP|Action points?)\s*\d*\s*[:.\u2013-]\s*")
_INFINITIVE = re.compile(
    r"(?P<who>[^;:]{1,200}?) to (?:(?:jointly|also|further|each|[a-z]{2,20}ly) )?"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
)
_COLLECTIVE = 4  # words of a subject without a name: "the joint working group"
_JOINS = frozenset("the and both with each all also or in cooperation consultation jointly".split())
_ASIDE = re.compile(r"\([^()]{1,40}\)")  # the letters after a name
_DONE_JA = re.compile(r"(?:した|された|である|あった)。?$")


class Point(Struct, frozen=True, kw_only=True):
    """What a point of a list is read as. `reads_alone` is whether it is a sentence of its own."""

    outcome: Outcome
    reason: OutcomeReason
    decided: Quotation | None = None
    wording: str = ""
    proposals: tuple[Proposal, ...] = ()
    reads_alone: bool = False


def point(context: Context, place: Quotation, lead: Frame, before: Sequence[Subject]) -> Point:
    """Return what a point of a list is read as, by its lead-in."""
    begins = _AND.match(place.text)
    start = begins.end() if begins else 0
    if lead.promises:
        own = _infinitive(context, place.text)
        if own is not None:
            return _handed(context, place, lead, *own)
        if _begins_with_verb(place.text, start):
            return _handed(context, place, lead, None, start)
    framed = lead.subject if lead.subject.acts else None
    reading = context.read(place.text, before, framed)
    own_acts = any(each.subject.acts and each.subject is not framed for each in reading.clauses)
    if lead.promises is False and not own_acts:
        return Point(outcome=Outcome.LEFT_OUT, reason=lead.reason, decided=lead.decided)
    if reading.clauses:
        return Point(outcome=Outcome.PROPOSED, reason=OutcomeReason.WORDING, reads_alone=True)
    if lead.promises and _is_open(place.text, reading):
        return _handed(context, place, lead, None, start)
    return Point(
        outcome=Outcome.LEFT_OUT,
        reason=reading.reason,
        decided=context.part(place, *reading.decided) if reading.decided else None,
        wording=reading.wording,
    )


def _is_open(text: str, reading: SentenceReading) -> bool:
    """Return whether a point is no sentence, so that its lead-in says the verb."""
    if is_japanese(text):
        return not _DONE_JA.search(text)
    return reading.decided is None or reading.reason is OutcomeReason.NO_WORDING


def action(context: Context, place: Quotation) -> Point | None:
    """Return an action of minutes, "ACTION: DSIT to circulate the draft", else None."""
    marked = _MINUTES.match(place.text)
    if is_japanese(place.text) or (marked is None and matches(place.text)):
        return None
    own = _infinitive(context, place.text, marked.end() if marked else 0)
    if own is None:
        return None
    return _handed(context, place, None, *own)


def _infinitive(context: Context, text: str, start: int = 0) -> tuple[Subject, int] | None:
    """Return who is to do something in "NRC to hold a workshop", and where it says what."""
    match = _INFINITIVE.match(text, start)
    if match is None or not is_action(match["verb"]) or is_action(match["who"].split()[0]):
        return None
    place = match.start("verb")
    if finite(text, start, place) or any(each.start < place for each in matches(text)):
        return None
    found = subject(text, match.start("who"), match.end("who"), context.register)
    return (found, place) if found.acts and _is_only_names(text, found) else None


def _is_only_names(text: str, found: Subject) -> bool:
    """Return whether a subject is names and what joins them, not "Canada's offer"."""
    if not found.owners:
        words = text[found.start : found.end]
        return len(words.split()) <= _COLLECTIVE and not re.search("['\u2019]", words)
    rest = text[found.start : found.end]
    for each in reversed(found.owners):
        begin, end = each.start - found.start, each.end - found.start
        rest = rest[:begin] + " " + rest[end:]
    rest = _ASIDE.sub(" ", rest)
    return set(re.findall(r"[\w'\u2019]+", rest.lower())) <= _JOINS


def _begins_with_verb(text: str, start: int) -> bool:
    words = [word.strip(".,;:").lower() for word in text[start : start + 60].split()[:2]]
    if len(words) > 1 and words[0].endswith("ly"):
        words.pop(0)
    first = words[0] if words else ""
    return is_action(first) or (first.endswith("ing") and is_action(plain(first)))


def _handed(
    context: Context, place: Quotation, lead: Frame | None, own: Subject | None, start: int
) -> Point:
    """Return a point as proposed by what its lead-in hands down, and by who is named in it."""
    inherited = lead.terms if lead else None
    due = context.due(place, start, len(place.text))
    guesses: list[Guess] = []
    if inherited is not None:
        guesses.append(Guess(key="strength", because=Because.LEAD_IN, words=inherited.trigger))
    if due is None and lead is not None and lead.due is not None:
        due = lead.due
        guesses.append(Guess(key="deadline", because=Because.LEAD_IN, words=due.text))
    terms = _terms(context, place, inherited, own)
    kind = kind_of(place.text, start, len(place.text), terms.strength, due)
    made = proposal(terms, kind, due, tuple(guesses), lead.sentence if lead else None)
    return Point(
        outcome=Outcome.PROPOSED,
        reason=OutcomeReason.POINT,
        decided=terms.trigger,
        wording=terms.wording,
        proposals=(made,),
    )


def _terms(
    context: Context, place: Quotation, inherited: Terms | None, own: Subject | None
) -> Terms:
    """Return the terms of a point: of its own subject, if it has one, else of its lead-in."""
    if own is None and inherited is not None:
        return replace(inherited, because=Because.LEAD_IN)
    found = own.owners if own else ()
    words = context.part(place, own.start, own.end) if own else place
    because: Because | None = Because.NOBODY
    if own is not None:
        found, because = owners_of(context, place.text, own, (0, 0))
    return Terms(
        strength=inherited.strength if inherited else Strength.AGREED,
        wording=inherited.wording if inherited else ACTION.pattern,
        trigger=inherited.trigger if inherited else words,
        owners=found,
        because=because,
        words=words,
    )

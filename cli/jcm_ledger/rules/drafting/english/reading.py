"""What an English sentence says will be done: its clauses, each with its subject."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from jcm_ledger.model.status import Strength
from jcm_ledger.rules.drafting.clauses import (
    NOBODY,
    Clause,
    Match,
    SentenceReading,
    Subject,
    SubjectSort,
)
from jcm_ledger.rules.drafting.english.boundaries import INSIDE, SHARED, clause_start, finite
from jcm_ledger.rules.drafting.english.matching import matches
from jcm_ledger.rules.drafting.english.owners import named
from jcm_ledger.rules.drafting.english.subjects import subject
from jcm_ledger.rules.drafting.english.verbs import Predicate, predicate, without_adverbs
from jcm_ledger.rules.drafting.register import Register
from jcm_ledger.rules.drafting.results import Outcome, OutcomeReason
from jcm_ledger.rules.drafting.wordings.row import Sense

_TELLS = frozenset({Sense.RECOGNITION, Sense.REPORT})
_REASONS = {
    Sense.RECOGNITION: OutcomeReason.RECOGNITION,
    Sense.REPORT: OutcomeReason.PAST,
    Sense.VIEW: OutcomeReason.VIEW,
    Sense.DENIED: OutcomeReason.DENIED,
    Sense.CONDITION: OutcomeReason.CONDITION,
}
_EARLIER = re.compile(
    r"As (?:previously |already |earlier )?"
    r"(?:agreed|decided|noted|announced|planned|foreseen|set out|stated)\b"
)
_IMPERSONAL = re.compile(
    r"(?:[Ii]t|[Tt]here|[Aa]greement|[Cc]onsensus|[Uu]nderstanding|decision|[Oo]ur|[Tt]heir)\b"
)
_HAD = re.compile(r"\b(?:[Hh]ad|having)(?: (?:already|also|previously|earlier|[a-z]+ly))* $")
_SUPPOSES = re.compile(r"(?:If|Were|Had|Unless|Provided|Should|In the event) ")
_BY_OTHERS = re.compile(
    r"\b\w+(?:ed|en|un|ld|de|ne) by (?:an? (?:[\w-]+ ){0,2}?(?:panel|committee|jury|group|firm|"
    r"company|consultant|contractor|expert|body|board|court)|independent |external |"
    r"private |outside )"
)
_WHEN = re.compile(r" (?:in|on|by|before|from|between|during|over|within|no later than)$")
_SCHEDULES = re.compile(r"be~ (?:scheduled|responsible)\b.* (?:for|from)\b")
_WAS_TO = frozenset({"be~ [not] to {do}", "be~ to {be}"})
_DENIES = re.compile(r"(?:[Nn]o|[Nn]either|[Nn]one)\b")
_ACTIVITY = re.compile(
    r"\b(?:discussions?|talks|negotiations?|work|exchanges|dialogues?|consultations?|cooperation|"
    r"collaboration|preparations|efforts|programmes?|projects?|surveys?|calls?|"
    r"funds?|schemes?|centres?|centers?|offices?|laborator(?:y|ies)|portals?|rounds?|"
    r"competitions?)\b"
)
_HOPED_MODAL = re.compile(r"\b(?P<modal>will|would|should|shall|can|could|may|might)\b")
_THAT_MODAL = re.compile(
    r"\b(?P<modal>will|would|should|shall|(?:is|are|was|were) to|intends? to|plans? to|aims? to|"
    r"(?:is|are) (?:expected|scheduled|planned) to|"
    r"(?=be (?:[a-z]{3,}ed|held|set|put|made|drawn|sent|built|begun|undertaken)\b))"
)


def read_english(
    text: str, register: Register, before: Sequence[Subject] = (), framed: Subject | None = None
) -> SentenceReading:
    """Return what a sentence says.

    `before` are subjects of earlier sentences, the latest first; `framed` is that of the lead-in
    for a point of a list that begins with a verb.
    """
    if earlier := _EARLIER.match(text):
        return SentenceReading((), OutcomeReason.EARLIER, earlier.span(), NOBODY)
    clauses: list[Clause] = []
    left: tuple[OutcomeReason, tuple[int, int], str] | None = None
    subjects: list[Subject] = [framed] if framed else []
    governor: Match | None = None
    inside: list[Match] = []
    for match in matches(text):
        begin = clause_start(text, governor, match)
        if begin == INSIDE:
            inside.append(match)
            continue
        found = _subject_of(text, begin, match, register, (*subjects[:1], *before), framed)
        subjects.append(found)
        governor = match
        clause = _judged(text, match, found, register, before)
        if isinstance(clause, Clause):
            clauses.append(clause)
        elif left is None:
            left = (clause, (match.start, match.end), match.wording.pattern)
    clauses = _bounded(clauses, text)
    if not clauses and governor is not None and governor.wording.sense in _TELLS:
        clauses = _reported(text, governor, inside, register, (*subjects[:1], *before))
    first, others = (subjects[0], tuple(subjects[1:])) if subjects else (NOBODY, ())
    if clauses:
        return SentenceReading(tuple(clauses), clauses[0].reason, None, first, "", others)
    if left is not None:
        return SentenceReading((), left[0], left[1], first, left[2], others)
    return _without_wording(text, register, before)


def _subject_of(  # noqa: PLR0913, PLR0917
    text: str,
    begin: int,
    match: Match,
    register: Register,
    before: Sequence[Subject],
    framed: Subject | None,
) -> Subject:
    """Return the subject of a match that begins there, or the one it shares."""
    if begin == SHARED and before:
        return before[0]
    begin = max(begin, 0)
    end = without_adverbs(text, begin, match.start)
    verb = finite(text, begin, end)
    if verb is not None:
        end = without_adverbs(text, begin, verb[0])
    if framed is not None and not text[begin:end].strip():
        return framed
    if _IMPERSONAL.match(text, match.start):
        return NOBODY
    return subject(text, begin, end, register, before)


def _judged(
    text: str, match: Match, found: Subject, register: Register, before: Sequence[Subject]
) -> Clause | OutcomeReason:
    """Return the clause of a match, or why it promises nothing."""
    sense = match.wording.sense
    if sense is not Sense.MODAL and _HAD.search(text, 0, match.start):
        return OutcomeReason.EARLIER
    if sense is Sense.THAT:
        return _that(text, match, found, register, before)
    if sense is Sense.MODAL:
        return _modal(text, match, found)
    if sense is Sense.PROMISE:
        certain = found.sort is not SubjectSort.THING
        outcome = Outcome.PROPOSED if certain else Outcome.PERHAPS
        reason = OutcomeReason.WORDING if certain else OutcomeReason.SUBJECT
        return _clause(text, match, found, outcome, reason)
    if sense is Sense.TASK and _sets_task(text, match, found, register):
        return _clause(text, match, found)
    if sense in {Sense.WEAK, Sense.TASK}:
        return _clause(text, match, found, Outcome.PERHAPS, OutcomeReason.WEAK)
    return _REASONS[sense]


def _sets_task(text: str, match: Match, found: Subject, register: Register) -> bool:
    """Return whether all sides ask something of a body by name; what a side asks is no promise."""
    asked = named(text, match.start, match.end, register)
    return found.sort is SubjectSort.EVERYBODY and any(not each.name.is_side for each in asked)


def _modal(text: str, match: Match, found: Subject) -> Clause | OutcomeReason:
    """Return the clause of "will", "should", "is to", or why nobody promises by it."""
    says = predicate(text[match.end :])
    if match.wording.pattern in _WAS_TO and text.startswith(("was ", "were "), match.start):
        return OutcomeReason.PAST  # it "was to" be done, before the statement
    if _DENIES.match(text, found.start, found.end):
        return OutcomeReason.DENIED
    if _SUPPOSES.match(text):
        if match.wording.pattern.startswith("would"):
            return OutcomeReason.CONDITION
        return _clause(text, match, found, Outcome.PERHAPS, OutcomeReason.WEAK)
    if found.acts:
        return OutcomeReason.VIEW if says.is_state else _clause(text, match, found)
    return _of_a_thing(text, match, found, says)


def _of_a_thing(text: str, match: Match, found: Subject, says: Predicate) -> Clause | OutcomeReason:
    """Return the clause of "will" of a meeting or a thing, or why nobody promises by it."""
    activity = _ACTIVITY.search(text[found.start : found.end].lower())
    if says.holds or says.passive or (activity and says.proceeds):
        if _BY_OTHERS.search(text, match.end):
            return _clause(text, match, found, Outcome.PERHAPS, OutcomeReason.SUBJECT)
        return _clause(text, match, found)
    if _SCHEDULES.match(match.wording.pattern) and found.sort is not SubjectSort.NOBODY:
        return _clause(text, match, found)
    if match.wording.pattern.startswith("would") or found.sort is SubjectSort.NOBODY:
        return OutcomeReason.CONDITION
    if says.is_effect:
        return OutcomeReason.VIEW
    return _clause(text, match, found, Outcome.PERHAPS, OutcomeReason.SUBJECT)


def _that(
    text: str, match: Match, found: Subject, register: Register, before: Sequence[Subject]
) -> Clause | OutcomeReason:
    """Return the clause of "agreed that X will …", or VIEW where it says how things are."""
    hoped = match.wording.strength is Strength.DESIRED
    modal = (_HOPED_MODAL if hoped else _THAT_MODAL).search(text, match.end)
    if modal is None or finite(text, match.end, modal.start()):
        return OutcomeReason.VIEW
    says = predicate(text[modal.end() :])
    within = subject(text, match.end, modal.start(), register, [found, *before])
    firm = match.wording.strength is not None and modal["modal"] in {"should", "shall"}
    state = says.is_state if firm or within.acts else says.is_effect
    if says.is_state or (state and not (says.passive or says.holds)):
        return OutcomeReason.VIEW
    owner = within if within.acts or within.owners else found
    if within.sort is SubjectSort.MEETING and found.sort is not SubjectSort.BODIES:
        owner = found if found.acts else NOBODY
    return _clause(text, match, owner, action=modal.end())


def _clause(  # noqa: PLR0913
    text: str,
    match: Match,
    found: Subject,
    outcome: Outcome = Outcome.PROPOSED,
    reason: OutcomeReason = OutcomeReason.WORDING,
    *,
    action: int | None = None,
) -> Clause:
    begin = _done_from(text, match) if action is None else action
    return Clause(
        match=match, subject=found, outcome=outcome, reason=reason, action=begin, stop=len(text)
    )


def _done_from(text: str, match: Match) -> int:
    """Return where it says what is done, with the preposition of time in "is planned from"."""
    when = _WHEN.search(text, match.start, match.end)
    modal = match.wording.sense is Sense.MODAL
    return when.start() + 1 if when and modal else match.end


def _bounded(clauses: list[Clause], text: str) -> list[Clause]:
    """Return clauses that each stop where the next begins."""
    if not clauses:
        return []
    starts = [min(each.match.start, each.subject.start or each.match.start) for each in clauses[1:]]
    starts = [max(start, each.match.end) for start, each in zip(starts, clauses, strict=False)]
    return [
        replace(each, stop=stop) for each, stop in zip(clauses, [*starts, len(text)], strict=True)
    ]


def _reported(
    text: str, governor: Match, inside: list[Match], register: Register, before: Sequence[Subject]
) -> list[Clause]:
    """Return as perhaps what somebody notes or welcomes that a body will do."""
    for match in inside:
        if match.wording.sense not in {Sense.MODAL, Sense.PROMISE}:
            continue
        begin = governor.end
        that = re.compile(r"\bthat ").search(text, governor.start, match.start)
        if that is None and governor.wording.sense is not Sense.RECOGNITION:
            continue
        found = subject(text, that.end() if that else begin, match.start, register, before)
        if found.sort is SubjectSort.BODIES and not predicate(text[match.end :]).is_state:
            return [_clause(text, match, found, Outcome.PERHAPS, OutcomeReason.REPORTED)]
    return []


def _without_wording(text: str, register: Register, before: Sequence[Subject]) -> SentenceReading:
    verb = finite(text, 0, len(text))
    if verb is None:
        return SentenceReading((), OutcomeReason.NO_WORDING, None, NOBODY)
    found = subject(text, 0, verb[0], register, before)
    word = text[slice(*verb)]
    past = word.endswith("ed") or word in {"was", "were", "met", "held", "had", "took"}
    return SentenceReading(
        (), OutcomeReason.PAST if past else OutcomeReason.NO_WORDING, verb, found
    )

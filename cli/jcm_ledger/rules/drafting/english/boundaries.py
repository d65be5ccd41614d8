"""Where a clause of an English sentence begins, and whether a verb governs it."""

import re

from jcm_ledger.rules.drafting.clauses import Match
from jcm_ledger.rules.drafting.english.verbs import without_adverbs
from jcm_ledger.rules.drafting.wordings.row import Sense

INSIDE, SHARED = -1, -2
"""Instead of a place: in what the verb before governs; of the same subject as the verb before."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|shall|must|did|does|"
    r"do|met|held|took|gave|made|led|saw|came|went|began|spoke|heard|brought|built|kept|found|wrote|"
    r"drew|rose|grew|became|said|told|[a-z]{2,}ed)\b"
)
_NOT_FINITE = frozenset(
    "need indeed speed seed shared related united advanced applied associated based so-called "
    "interested limited mixed proposed planned agreed above-mentioned".split()
)
_NOUN_AFTER = frozenset(
    "the a an their its our of for on in with by newly jointly to this these those such as and "
    "more most".split()
)
_BOUNDARY = re.compile(
    r"; (?:and |but )?|, (?:and|but|while|whereas|with|yet|or) |"
    r",? and (?=(?:the |both |they |it |we |[A-Z]))| with (?=both |all |the two )|"
    r" and | but | as well as |, "
)
_STRONG = re.compile(r"; |, (?:and|but|while|whereas) ")
_COMPLEMENT = re.compile(
    r"\b(?:that|how|whether|what|why|if|because|since|as|while|until|unless|when|where|to)\b"
)
_ASKS = re.compile(r"(?:Whether|How|What|Why|If|When|Where|Who|Until|Once|Unless|Which)\b")
_OPEN = re.compile(r"\b(?:that|how|whether)\b")
_SUBJECT = re.compile(
    r"(?:[Tt]he|[Bb]oth|[Aa]ll|[Tt]hey|[Ii]t|[Ww]e|two|each|these|its|their|our|a|an|neither|no|"
    r"dates?|details|further|next|participants|ministers|co-chairs|delegations|officials)\b|[A-Z]"
)
_NAME_ONLY = re.compile(r"(?:the |and |also )*[A-Z][\w&.'\u2019() /-]*")


def clause_start(text: str, governor: Match | None, match: Match) -> int:
    """Return where the clause of a match begins, or INSIDE or SHARED."""
    start = governor.end if governor else 0
    end = without_adverbs(text, start, match.start)
    verb = finite(text, start, end) if governor is None else None
    if governor is None and verb is None:
        return INSIDE if _ASKS.match(text) and "," not in text[:end] else 0
    begin, strong, tail = _last_boundary(text, verb[1] if verb else start, end)
    if governor is None:
        return _first(text, verb, begin, end, tail)
    if begin < 0:
        return INSIDE
    open_that = bool(_OPEN.search(text, governor.start, match.start))
    modal = match.wording.sense in {Sense.MODAL, Sense.CONDITION}
    if not tail:
        return INSIDE if modal and open_that else SHARED
    if not _SUBJECT.match(tail) or finite(text, begin, end) or (open_that and not strong):
        return INSIDE
    return begin


def _first(text: str, verb: tuple[int, int] | None, begin: int, end: int, tail: str) -> int:
    """Return where the clause of the first match begins that comes after another verb."""
    if begin >= 0 and tail and _SUBJECT.match(tail):
        return begin
    if begin >= 0 and not tail:
        return 0
    return INSIDE if _COMPLEMENT.search(text, verb[1] if verb else 0, end) else 0


def _last_boundary(text: str, start: int, end: int) -> tuple[int, bool, str]:
    """Return the last place where a clause may begin, whether surely, and what stands from there.

    A list of names belongs together: of "and UKRI, JST and NEDO" it is the place of UKRI.
    """
    places = list(_BOUNDARY.finditer(text, start, min(end + 1, len(text))))
    if not places:
        return -1, False, ""
    last = places[-1]
    begin = min(last.end(), end)
    tail = text[begin:end].strip()
    for earlier in reversed(places[:-1]):
        if not tail or not _NAME_ONLY.fullmatch(text, earlier.end(), last.start()):
            break
        begin, last = earlier.end(), earlier
    return begin, bool(_STRONG.match(last[0])), text[begin:end].strip()


def finite(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the first verb that can govern a clause, None if there is none."""
    for match in _FINITE.finditer(text, start, end):
        before = text[start : match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        participle = before.endswith("ly") and match[0].endswith("ed")
        if match[0] not in _NOT_FINITE and before not in _NOUN_AFTER and not participle:
            return match.span()
    return None

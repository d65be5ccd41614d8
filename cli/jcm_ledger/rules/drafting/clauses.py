"""Clause, Subject, SentenceReading: what a sentence says will be done, and by whom."""

from enum import StrEnum

from msgspec import Struct

from jcm_ledger.rules.drafting.register import Mention
from jcm_ledger.rules.drafting.results import Outcome, OutcomeReason
from jcm_ledger.rules.drafting.wordings.row import Wording


class SubjectSort(StrEnum):
    """What a subject is."""

    BODIES = "bodies"  # named: bodies or sides
    EVERYBODY = "everybody"  # "both sides", "the ministers", "we"
    ROLE = "role"  # "the working group"
    PRESENT = "present"  # "all funding bodies present"
    MEETING = "meeting"  # "the next meeting", which acts on nobody's account
    THING = "thing"  # a plan, a fund, research
    NOBODY = "nobody"  # none: "it was decided"


class Subject(Struct, frozen=True):
    """The subject of a clause: who it names, and its words, `start` to `end` (exclusive).

    `pronoun` is whether it is "we" or "they", or a collective: such a "will" is an intention.
    """

    sort: SubjectSort
    owners: tuple[Mention, ...] = ()
    start: int = 0
    end: int = 0
    pronoun: bool = False

    @property
    def acts(self) -> bool:
        """Whether it is somebody who can act."""
        return self.sort in {
            SubjectSort.BODIES,
            SubjectSort.EVERYBODY,
            SubjectSort.ROLE,
            SubjectSort.PRESENT,
        }


NOBODY = Subject(SubjectSort.NOBODY)
"""The subject of a clause that has none: "it was decided"."""


class Match(Struct, frozen=True):
    """A wording in a sentence, from `start` to `end` (exclusive)."""

    wording: Wording
    start: int
    end: int


class Clause(Struct, frozen=True, kw_only=True):
    """A clause that a wording governs.

    What is done stands from `action` to `stop` (exclusive) of the sentence.
    """

    match: Match
    subject: Subject
    outcome: Outcome
    reason: OutcomeReason
    action: int
    stop: int


class SentenceReading(Struct, frozen=True):
    """What a sentence says: its clauses that may promise, or why there is none.

    `decided` is the span of the words that left it out, `wording` the row of the table they are
    of. `subject` is that of its first clause, `others` are those of later ones.
    """

    clauses: tuple[Clause, ...]
    reason: OutcomeReason
    decided: tuple[int, int] | None
    subject: Subject
    wording: str = ""
    others: tuple[Subject, ...] = ()

"""StatementDraft: what became of each sentence of a statement, and what is proposed from it."""

from enum import StrEnum

from msgspec import Struct

from jcm_ledger.model.period import Period
from jcm_ledger.model.statement import Statement
from jcm_ledger.model.status import Kind, Strength


class Outcome(StrEnum):
    """What became of a sentence. Each has exactly one."""

    PROPOSED = "proposed"
    PERHAPS = "perhaps"
    LEFT_OUT = "left-out"


class OutcomeReason(StrEnum):
    """Why a sentence has its outcome."""

    WORDING = "wording"  # proposed: a wording of the table says that somebody will do something
    POINT = "point"  # proposed: a point of a list; the lead-in says who will do it
    LEAD_IN = "lead-in"  # proposed: its points are the proposals, it has none of its own
    WEAK = "weak"  # perhaps: a wording that promises as often as it does not
    SUBJECT = "subject"  # perhaps: something will be, but whose act it is was not found
    REPORTED = "reported"  # perhaps: a plan, of which the statement only takes note
    RECOGNITION = "recognition"  # left out: somebody welcomes, notes or underlines something
    VIEW = "view"  # left out: a shared view of how things are
    PAST = "past"  # left out: an event, or an act that is done
    EARLIER = "earlier"  # left out: what another text promised
    DENIED = "denied"  # left out: it says what was not agreed, or will not be
    CONDITION = "condition"  # left out: something that would be, not somebody who will act
    NO_WORDING = "no-wording"  # left out: no wording of the table is in it
    HEADING = "heading"  # left out: a heading, or a label without a sentence
    TOO_LONG = "too-long"  # left out: longer than the rules read


class Because(StrEnum):
    """Why a key of a proposal is a guess."""

    COLLECTIVE = "collective"  # owners: the subject is "both sides", "the ministers", "we"
    NOBODY = "nobody"  # owners: no subject is named ("it was decided"), so both sides
    PRESENT = "present"  # owners: every body of a sort that the statement names, "all funders"
    LEAD_IN = "lead-in"  # owners, strength, deadline: handed down by the lead-in
    NEW_BODY = "new-body"  # owners: a name that the ledger does not know, taken for a body
    VERB = "verb"  # kind: the verb goes on ("deepen") or is done once ("launch")
    WORDING = "wording"  # kind: what is hoped for or mentioned goes on unless it is done once
    DATED = "dated"  # kind: a deadline makes it one-off


class Quotation(Struct, frozen=True):
    """Words of a statement to the letter: `text` is `start` to `end` (exclusive) of a passage.

    `passage` is the index of that passage; `start` and `end` count characters of its text.
    """

    passage: int
    start: int
    end: int
    text: str


class Guess(Struct, frozen=True, kw_only=True):
    """A key of a proposal that the statement does not say outright, and what it rests on."""

    key: str
    because: Because
    words: Quotation | None = None


class Proposal(Struct, frozen=True, kw_only=True):
    """A commitment as rules read it: for a person to review.

    `owners` are ids of bodies, names of sides, or COMMITTEE for all sides; `names` are the same
    as the statement words them, one for one. `trigger` is the verb that decided, in the lead-in
    for a point of a list. `deadline` is None where the wording sets no period. `lead` is the index
    of the sentence that leads a point in.
    """

    owners: tuple[str, ...]
    names: tuple[str, ...]
    owners_inferred: bool
    strength: Strength
    kind: Kind
    wording: str
    trigger: Quotation
    deadline_text: Quotation | None = None
    deadline: Period | None = None
    guesses: tuple[Guess, ...] = ()
    lead: int | None = None


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of a statement, and what became of it.

    `quotation` is the sentence to the letter. `decided` are the words that decided, None where
    there are none. `proposals` are those of what is proposed or perhaps; a lead-in has none, but
    `hands_down` says what its points inherit. `wording` names the row of the table, "" for none.
    """

    quotation: Quotation
    outcome: Outcome
    reason: OutcomeReason
    decided: Quotation | None = None
    wording: str = ""
    proposals: tuple[Proposal, ...] = ()
    hands_down: Proposal | None = None


class UnknownBody(Struct, frozen=True, kw_only=True):
    """A body that a proposal names and the ledger does not know: `id` is what owners call it.

    `side` is None where the statement does not say of which side it is.
    """

    id: str
    name: str
    named: Quotation
    side: str | None = None


class StatementDraft(Struct, frozen=True, kw_only=True):
    """A statement, its sentences in reading order, and the bodies that the ledger lacks.

    The sentences are all of each passage's text but white space: none overlap, none is missing.
    """

    statement: Statement
    sentences: tuple[Sentence, ...]
    unknown_bodies: tuple[UnknownBody, ...] = ()

"""What a review shows: a draft, what its proposals are called, and which meeting it is of."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from jcm_ledger.model.ledger import Commitment
from jcm_ledger.model.statement import Passage
from jcm_ledger.rules.drafting.results import (
    Because,
    Outcome,
    Proposal,
    Quotation,
    Sentence,
    StatementDraft,
)


class DraftOf(Struct, frozen=True, kw_only=True):
    """A draft and what it was made from.

    `source` names the file it was read from. `meeting` is the id of the meeting that made the
    statement, "" if nobody said; `meeting_is_new` that the ledger lacks it. `day` is the day by
    which its wordings of time were understood. `ids` are those of the proposals in reading order;
    `resembling` has by them the open commitments that each may take the place of.
    """

    draft: StatementDraft
    source: str
    ids: tuple[str, ...]
    meeting: str = ""
    meeting_is_new: bool = False
    day: date | None = None
    resembling: Mapping[str, tuple[Commitment, ...]] = {}


class ReviewedSentence(NamedTuple):
    """A sentence with its number from 1, its passage, and its proposals by their ids."""

    number: int
    sentence: Sentence
    passage: Passage
    proposals: Mapping[str, Proposal]

    @property
    def marked(self) -> list[tuple[int, int]]:
        """Where the words that decided stand in the sentence: from, and up to without, in order."""
        triggers = [proposal.trigger for proposal in self.proposals.values()]
        if self.sentence.hands_down is not None:
            triggers.append(self.sentence.hands_down.trigger)
        if self.sentence.decided is not None:
            triggers.append(self.sentence.decided)
        return merged(within(self.sentence.quotation, triggers))


def sentences(of: DraftOf) -> Iterator[ReviewedSentence]:
    """Yield the sentences in reading order with their proposals."""
    ids = iter(of.ids)
    for number, sentence in enumerate(of.draft.sentences, start=1):
        passage = of.draft.statement.passages[sentence.quotation.passage]
        proposals = {next(ids): proposal for proposal in sentence.proposals}
        yield ReviewedSentence(number, sentence, passage, proposals)


def counts(of: DraftOf) -> tuple[int, int, int]:
    """Return how many commitments are proposed, how many perhaps, and the sentences left out."""
    proposed, perhaps = (
        sum(len(each.proposals) for each in of.draft.sentences if each.outcome is outcome)
        for outcome in (Outcome.PROPOSED, Outcome.PERHAPS)
    )
    left_out = sum(each.outcome is Outcome.LEFT_OUT for each in of.draft.sentences)
    return proposed, perhaps, left_out


def within(quotation: Quotation, others: list[Quotation]) -> list[tuple[int, int]]:
    """Return where other quotations stand within one, counted from its beginning."""
    return [
        (other.start - quotation.start, other.end - quotation.start)
        for other in others
        if other.passage == quotation.passage
        and quotation.start <= other.start <= other.end <= quotation.end
    ]


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def pieces(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it lies in one of the spans."""
    at = 0
    for start, end in spans:
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def why(proposal: Proposal, key: str) -> list[tuple[Because, str]]:
    """Return the reasons for which a key is a guess, each with the words that it rests on."""
    return [
        (guess.because, guess.words.text if guess.words else "")
        for guess in proposal.guesses
        if guess.key == key
    ]

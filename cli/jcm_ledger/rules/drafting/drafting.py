"""draft: what a statement promises, sentence by sentence."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jcm_ledger.model.ledger import Ledger, Meeting
from jcm_ledger.model.statement import PassageKind, Statement
from jcm_ledger.rules.drafting.clauses import SentenceReading, Subject
from jcm_ledger.rules.drafting.context import Context
from jcm_ledger.rules.drafting.english.matching import LONGEST
from jcm_ledger.rules.drafting.frames import Frame, frame, handed_down
from jcm_ledger.rules.drafting.points import Point, action, point
from jcm_ledger.rules.drafting.proposals import proposals
from jcm_ledger.rules.drafting.register import Register
from jcm_ledger.rules.drafting.results import (
    Because,
    Guess,
    Outcome,
    OutcomeReason,
    Quotation,
    Sentence,
    StatementDraft,
)
from jcm_ledger.rules.drafting.sentences import sentences
from jcm_ledger.rules.drafting.tree import leads
from jcm_ledger.rules.drafting.unknown import unknown_bodies
from jcm_ledger.rules.drafting.wordings.row import Sense

if TYPE_CHECKING:
    from jcm_ledger.rules.drafting.tables import Columns

_REMEMBERED = 6  # subjects of earlier sentences, for "they" and "the two ministries"


def draft(
    statement: Statement, ledger: Ledger, meeting: Meeting | None = None, day: date | None = None
) -> StatementDraft:
    """Return what became of each sentence of a statement.

    The day of the statement, from which "within six months" counts, is `day`, else that of the
    statement's file, else the one on which the meeting published it or was held.
    """
    if day is None:
        day = statement.day or ((meeting.published or meeting.held) if meeting else None)
    context = Context(
        statement=statement, ledger=ledger, register=Register(statement, ledger), day=day
    )
    read = tuple(_Reader(context).sentences())
    return StatementDraft(
        statement=statement, sentences=read, unknown_bodies=unknown_bodies(context, read)
    )


class _Reader:
    """Reads the sentences of a statement in order, with what earlier ones are remembered for."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lead_of = leads(context.statement)
        self._leading = frozenset(lead for lead in self._lead_of if lead is not None)
        self._frames: dict[int, Frame] = {}
        self._subjects: list[Subject] = []
        self._columns: Columns | None = None
        self._count = 0

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence."""
        for index, passage in enumerate(self._context.statement.passages):
            if passage.kind is PassageKind.CELL:
                found = self._row(index)
            else:
                self._columns = None
                found = self._passage(index)
            for sentence in found:
                self._count += 1
                yield sentence

    def _passage(self, index: int) -> Iterator[Sentence]:
        passage = self._context.statement.passages[index]
        if passage.kind is PassageKind.HEADING:
            yield from self._heading(index)
            return
        spans = sentences(passage.text)
        leading = index in self._leading
        for place, (start, end) in enumerate(spans):
            quotation = self._context.quotation(index, start, end)
            if end - start > LONGEST:
                yield _left(quotation, OutcomeReason.TOO_LONG)
            elif leading and place == len(spans) - 1:
                yield self._lead_in(index, quotation)
            elif place == 0 and (lead := self._frame_of(index)) is not None:
                yield self._point(quotation, lead)
            else:
                yield self._sentence(quotation)

    def _heading(self, index: int) -> Iterator[Sentence]:
        passage = self._context.statement.passages[index]
        if passage.text.strip():
            quotation = self._context.quotation(index, 0, len(passage.text))
            if index in self._leading:
                yield self._lead_in(index, quotation)
            else:
                yield _left(quotation, OutcomeReason.HEADING)

    def _frame_of(self, index: int) -> Frame | None:
        lead = self._lead_of[index]
        return self._frames.get(lead) if lead is not None else None

    def _sentence(self, quotation: Quotation) -> Sentence:
        acted = action(self._context, quotation)
        if acted is not None:
            return _of_point(quotation, acted)
        reading = self._context.read(quotation.text, self._subjects)
        self._remember(reading.subject, *reading.others)
        return self._of_reading(quotation, reading)

    def _of_reading(self, quotation: Quotation, reading: SentenceReading) -> Sentence:
        if not reading.clauses:
            span = reading.decided
            decided = self._context.part(quotation, *span) if span else None
            return _left(quotation, reading.reason, decided, reading.wording)
        firm = [each for each in reading.clauses if each.outcome is Outcome.PROPOSED]
        clauses = firm or reading.clauses
        made = tuple(
            each for clause in clauses for each in proposals(self._context, quotation, clause)
        )
        return Sentence(
            quotation=quotation,
            outcome=clauses[0].outcome,
            reason=clauses[0].reason,
            decided=made[0].trigger,
            wording=made[0].wording,
            proposals=made,
        )

    def _lead_in(self, index: int, quotation: Quotation) -> Sentence:
        parent = self._frame_of(index)
        made, reading = frame(self._context, self._count, quotation, self._subjects)
        if parent is not None and made.promises is None:
            made = replace(parent, sentence=self._count, due=made.due or parent.due)
        self._remember(made.subject)
        self._frames[index] = made
        if not made.promises or made.terms is None:
            return self._of_reading(quotation, reading)
        return Sentence(
            quotation=quotation,
            outcome=Outcome.PROPOSED,
            reason=OutcomeReason.LEAD_IN,
            decided=made.terms.trigger,
            wording=made.terms.wording,
            hands_down=handed_down(quotation, made),
        )

    def _point(self, quotation: Quotation, lead: Frame) -> Sentence:
        found = point(self._context, quotation, lead, self._subjects)
        if not found.reads_alone:
            return _of_point(quotation, found)
        framed = lead.subject if lead.subject.acts else None
        reading = self._context.read(quotation.text, self._subjects, framed)
        self._remember(reading.subject, *reading.others)
        made = _with_deadline(self._of_reading(quotation, reading), lead)
        return _as_firm(made, lead) if _only_modal(reading) else made

    def _row(self, index: int) -> Iterator[Sentence]:
        text = self._context.statement.passages[index].text
        if not text.strip():
            return
        from jcm_ledger.rules.drafting.tables import columns, row

        quotation = self._context.quotation(index, 0, len(text))
        heads = columns(text) if len(text) < LONGEST else None
        if heads is not None:
            self._columns = heads
            yield _left(quotation, OutcomeReason.HEADING)
        elif len(text) > LONGEST:
            yield _left(quotation, OutcomeReason.TOO_LONG)
        elif self._columns is not None:
            yield _of_point(
                quotation, row(self._context, quotation, self._columns, self._frame_of(index))
            )
        else:
            yield self._sentence(quotation)

    def _remember(self, *found: Subject) -> None:
        for each in found:
            if each.acts and each not in self._subjects[:1]:
                self._subjects = [each, *self._subjects][:_REMEMBERED]


def _with_deadline(sentence: Sentence, lead: Frame) -> Sentence:
    """Return a point that is a sentence of its own, with the deadline of its lead-in."""
    due = lead.due
    if due is None or not lead.promises:
        return sentence
    guess = Guess(key="deadline", because=Because.LEAD_IN, words=due.text)
    made = tuple(
        each
        if each.deadline_text is not None
        else replace(
            each,
            deadline_text=due.text,
            deadline=due.period,
            lead=lead.sentence,
            guesses=(*each.guesses, guess),
        )
        for each in sentence.proposals
    )
    return replace(sentence, proposals=made)


def _only_modal(reading: SentenceReading) -> bool:
    """Return whether a sentence says "will" or the like, and no verb of its own that promises."""
    return all(each.match.wording.sense is Sense.MODAL for each in reading.clauses)


def _as_firm(sentence: Sentence, lead: Frame) -> Sentence:
    """Return a point that says "will", as firm as its lead-in."""
    if lead.terms is None or not lead.promises:
        return sentence
    guess = Guess(key="strength", because=Because.LEAD_IN, words=lead.terms.trigger)
    made = tuple(
        replace(each, strength=lead.terms.strength, guesses=(*each.guesses, guess))
        for each in sentence.proposals
    )
    return replace(sentence, proposals=made)


def _of_point(quotation: Quotation, found: Point) -> Sentence:
    return Sentence(
        quotation=quotation,
        outcome=found.outcome,
        reason=found.reason,
        decided=found.decided,
        wording=found.wording,
        proposals=found.proposals,
    )


def _left(
    quotation: Quotation, reason: OutcomeReason, decided: Quotation | None = None, wording: str = ""
) -> Sentence:
    return Sentence(
        quotation=quotation,
        outcome=Outcome.LEFT_OUT,
        reason=reason,
        decided=decided,
        wording=wording,
    )

"""One row of a return against the ledger: what it would record, or why it cannot."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.model.return_form import ANSWERS, NoChange, ReturnColumn
from jcm_ledger.rules.collecting import staleness
from jcm_ledger.rules.collecting.answers import Answer, Reader
from jcm_ledger.rules.collecting.forms import FilledForm, FilledRow
from jcm_ledger.rules.collecting.matching import matched
from jcm_ledger.rules.collecting.originals import Original, Originals
from jcm_ledger.rules.collecting.outcomes import (
    ANYWAY,
    CellPlace,
    Fate,
    Reason,
    Refused,
    Remark,
    Remarked,
    RowOutcome,
)
from jcm_ledger.rules.collecting.staleness import LockedTexts
from jcm_ledger.rules.commissions import CommissionReference
from jcm_ledger.rules.standing import Standing, standing


class CollectionRequest(Struct, frozen=True, kw_only=True):
    """How returns are collected.

    `on` is the day on which they were handed in, in place of what they say themselves. `only` and
    `anyway` are refs of rows, or references of whole commissions: none is recorded but these, and
    these though they are stale; `left_out` are rows that are not, by their refs or by the address
    of a cell. With `correct` an answer may differ from one on file.
    """

    today: date
    on: date | None = None
    only: frozenset[str] = frozenset()
    anyway: frozenset[str] = frozenset()
    correct: bool = False
    left_out: frozenset[str] = frozenset()

    def leaves_out(self, reference: str, commitment: str) -> bool:
        """Return whether a row is none of those that are to be recorded."""
        if commitment in self.left_out:
            return True
        return bool(self.only) and self.only.isdisjoint((reference, commitment))


class ReadRow(Struct, frozen=True, kw_only=True):
    """A row that was read: what became of it, its answer, and the row as it was issued."""

    outcome: RowOutcome
    answer: Answer = Answer()
    original: Original | None = None


class Collector:
    """Reads the rows of one commission."""

    def __init__(
        self,
        ledger: Ledger,
        reference: CommissionReference,
        request: CollectionRequest,
        texts: LockedTexts,
        others: Sequence[CommissionReference],
    ) -> None:
        self.ledger, self.reference, self.request = ledger, reference, request
        self.texts, self.others = texts, others
        self.name = str(reference)
        self.originals = Originals(ledger, reference)
        self._now: dict[str, Standing] = {}

    def reworded(self, form: FilledForm) -> frozenset[str]:
        """Return the columns whose locked texts are worded otherwise in most rows of a form.

        Another jcm made it: people correct one cell or two. What was changed there cannot be told.
        """
        counts: Counter[str] = Counter()
        for row in form.rows:
            match = matched(form, row, self.originals, self.others)
            if match.commitment is not None and not _is_misplaced(match.refusals):
                original = self.originals.original(match.commitment, match.code)
                changed = staleness.changed_texts(form, row, original, self.texts)
                counts.update(each.column for each in changed if _is_reworded(each))
        enough = max(_FEWEST_REWORDED, len(form.rows) // 2 + 1)
        return frozenset(column for column, number in counts.items() if number >= enough)

    def read(
        self, form: FilledForm, row: FilledRow, day: date, reworded: frozenset[str] = frozenset()
    ) -> ReadRow | None:
        """Return what becomes of a row handed in on a day; None for one without anything in it.

        The locked texts of `reworded` columns are not compared.
        """
        match = matched(form, row, self.originals, self.others)
        reader = Reader(self.ledger, form, row)
        answer = reader.answer()
        if match.commitment is None and not _holds_anything(row):
            return None
        refusals = [*match.refusals, *reader.refusals]
        original = None
        entry = None
        if match.commitment is not None and not _is_misplaced(match.refusals):
            original = self.originals.original(match.commitment, match.code)
            now = self.standing_now(match.commitment)
            changed = staleness.changed_texts(form, row, original, self.texts)
            refusals += [
                each for each in changed if each.column not in reworded or not _is_reworded(each)
            ]
            if row.is_answered:
                refusals += self._of_answer(reader, answer, now, day)
                if answer != Answer() and not answer.confirms:
                    body = self.reference.body
                    refusals += staleness.stale(form, row, original, now, body)
                    reader.remarks.extend(staleness.since_of_others(form, row, original, body))
                    entry = answer.entry(match.commitment, self.reference, day)
        outcome = RowOutcome(
            place=_place(form, row),
            reference=self.name,
            commitment=match.commitment or row.text(ReturnColumn.REF),
            fate=self._fate(row, answer, refusals, entry),
            entry=entry,
            refusals=tuple(refusals),
            remarks=tuple(reader.remarks),
        )
        if not self.request.left_out.isdisjoint(cell.address for cell in row.every_cell):
            outcome = replace(outcome, fate=Fate.LEFT_OUT, entry=None)
        else:
            outcome = self._settled(outcome)
        if outcome.fate is Fate.LEFT_OUT and (self.request.left_out or match.commitment is None):
            outcome = replace(
                outcome, remarks=(*outcome.remarks, *_left_out(outcome, row, match.commitment))
            )
        return ReadRow(outcome=outcome, answer=answer, original=original)

    def standing_now(self, commitment: str) -> Standing:
        """Return how a commitment stands by all that is on file, but for answers to this."""
        if commitment not in self._now:
            others = [each for each in self.ledger.journal if each.commission != self.name]
            mine = [each for each in others if each.commitment == commitment]
            day = max([self.request.today, *(each.date for each in mine)])
            before = replace(self.ledger, journal=tuple(mine))
            self._now[commitment] = standing(before, self.ledger.commitments[commitment], day)
        return self._now[commitment]

    def _of_answer(
        self, reader: Reader, answer: Answer, now: Standing, day: date
    ) -> Iterable[Refused]:
        """Return what is wrong with an answer as a whole."""
        before = len(reader.refusals)
        if answer.happened is not None and answer.happened.first > day:
            found = str(answer.happened)
            reader.refuse(Reason.HAPPENED_LATER, ReturnColumn.HAPPENED, found, str(day))
        if answer.status is NoChange.NO_CHANGE and now.status is None:
            found = reader.row.text(ReturnColumn.STATUS)
            reader.refuse(Reason.NOTHING_TO_CONFIRM, ReturnColumn.STATUS, found)
        if not any(map(reader.row.text, _NEWS)):
            column = next(each for each in ANSWERS if reader.row.text(each))
            reader.refuse(Reason.NOTHING_SAID, column, reader.row.text(column))
        return reader.refusals[before:]

    def _fate(
        self, row: FilledRow, answer: Answer, refusals: Sequence[Refused], entry: Entry | None
    ) -> Fate:
        if refusals:
            return Fate.REFUSED
        if entry is not None:
            return Fate.RECORDED
        return Fate.NO_CHANGE if answer.confirms and row.is_answered else Fate.NOT_ANSWERED

    def _settled(self, row: RowOutcome) -> RowOutcome:
        """Return a row after what was asked for: left out, recorded anyway, or on file already."""
        row = self._anyway(row)
        if row.entry is not None and row.fate is Fate.RECORDED:
            row = self._on_file(row)
        elif row.entry is not None and row.fate is Fate.REFUSED:
            row = self._refused(row)
        if self.request.leaves_out(row.reference, row.commitment):
            row = replace(row, fate=Fate.LEFT_OUT, entry=None)
        return row

    def _anyway(self, row: RowOutcome) -> RowOutcome:
        holds_up = {each.reason for each in row.refusals} - ANYWAY
        asked_for = not self.request.anyway.isdisjoint((row.reference, row.commitment))
        if row.fate is Fate.REFUSED and asked_for and not holds_up:
            fate = Fate.RECORDED if row.entry is not None else Fate.NOT_ANSWERED
            return replace(row, fate=fate)
        return row

    def _answers(self, commitment: str) -> list[Entry]:
        """Return the answers to this commission about a commitment that are on file."""
        return [
            entry
            for entry in self.ledger.journal
            if entry.commitment == commitment and entry.commission == self.name
        ]

    def _refused(self, row: RowOutcome) -> RowOutcome:
        """Return a refused row as recorded already, if it is: it is not stale then."""
        assert row.entry is not None  # noqa: S101 - as the caller asked
        same = any(_says_the_same(each, row.entry) for each in self._answers(row.commitment))
        if same and {each.reason for each in row.refusals} <= ANYWAY:
            return replace(row, fate=Fate.ALREADY_RECORDED, entry=None, refusals=())
        return replace(row, entry=None)

    def _on_file(self, row: RowOutcome) -> RowOutcome:
        """Return a row against the answers on file: the same again, or another one."""
        entry = row.entry
        assert entry is not None  # noqa: S101 - as the caller asked
        answers = self._answers(row.commitment)
        if any(_says_the_same(each, entry) for each in answers):
            return replace(row, fate=Fate.ALREADY_RECORDED, entry=None)
        if not answers:
            return row
        last = tuple(answers[-1:])
        if not self.request.correct:
            why = Refused(Reason.OTHER_ANSWER_ON_FILE, row.place, entries=last)
        elif entry.date < answers[-1].date:
            why = Refused(Reason.CORRECTED_EARLIER, row.place, str(entry.date), entries=last)
        else:
            return row
        return replace(row, fate=Fate.REFUSED, entry=None, refusals=(*row.refusals, why))


_FEWEST_REWORDED = 3
_NEWS = (
    *(ReturnColumn.STATUS, ReturnColumn.NOTE),
    *(ReturnColumn.NEW_DEADLINE, ReturnColumn.REASON),
)
"""What an answer is about; when it happened and evidence stand beside one of these."""


def _is_reworded(refused: Refused) -> bool:
    """Return whether a locked text of jcm's own words reads otherwise."""
    return refused.reason is Reason.LOCKED_TEXT_CHANGED and refused.column in staleness.WORDED


def _says_the_same(one: Entry, other: Entry) -> bool:
    """Return whether two entries say the same, on whichever day, and whatever was translated."""
    return replace(one, date=other.date, note_ja=other.note_ja) == other


def _is_misplaced(refusals: Sequence[Refused]) -> bool:
    """Return whether what a row is about is in doubt, so that nothing else can be said of it."""
    return bool({each.reason for each in refusals} - {Reason.NO_CODE})


def _holds_anything(row: FilledRow) -> bool:
    return any(cell.text.strip() for cell in (*row.cells.values(), *row.others))


def _left_out(outcome: RowOutcome, row: FilledRow, commitment: str | None) -> Iterator[Remarked]:
    """Yield what stands in a row that was left out and is no commitment's, or is answered."""
    texts = row.texts
    if commitment and row.is_answered:
        texts = [text for column in ANSWERS if (text := row.text(column))]
    elif commitment:
        return
    yield Remarked(Remark.LEFT_OUT, outcome.place, " | ".join(texts))


def _place(form: FilledForm, row: FilledRow) -> CellPlace:
    """Return where a row begins."""
    first = row.cells.get(ReturnColumn.REF) or min(
        (*row.cells.values(), *row.others), key=lambda cell: cell.column
    )
    return form.place(first)

"""What a row of a return answers, cell by cell, or why a cell cannot be taken."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from jcm_ledger.errors import UnclearStatus, UnknownName
from jcm_ledger.model.ledger import Deadline, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.return_form import (
    ANSWERS,
    HEADINGS,
    NoChange,
    ReturnColumn,
    StatusAnswer,
    status_answered,
)
from jcm_ledger.model.spreadsheet import CellKind, WorksheetCell
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_name
from jcm_ledger.rules import wording
from jcm_ledger.rules.collecting.evidence import WEB, as_evidence, has_address, leads_to
from jcm_ledger.rules.collecting.forms import FilledForm, FilledRow
from jcm_ledger.rules.collecting.outcomes import CellPlace, Reason, Refused, Remark, Remarked
from jcm_ledger.rules.commissions import CommissionReference
from jcm_ledger.rules.written_days import UnclearDay, written_day

_LOST = re.compile(r"[?？]{3,}")  # noqa: RUF001 - either width
_LATIN = re.compile("[A-Za-z]")
_CLOSED = (Status.COMPLETED, Status.NOT_PURSUED, Status.SUPERSEDED)


class Answer(Struct, frozen=True, kw_only=True):
    """What a row says: `evidence` as the ledger keeps it, `note` and `reason` as typed.

    `reason_heading` is what the form calls the reason.
    """

    status: StatusAnswer | None = None
    note: str = ""
    happened: Period | None = None
    evidence: tuple[str, ...] = ()
    deadline: Deadline | None = None
    reason: str = ""
    reason_heading: str = ""

    @property
    def confirms(self) -> bool:
        """Whether it says that nothing changed, and nothing else."""
        return self.status is NoChange.NO_CHANGE and self == Answer(status=self.status)

    @property
    def says_nothing(self) -> bool:
        """Whether it lacks what an entry is about: a status, a deadline or what happened."""
        return not (self.status or self.note or self.deadline)

    def entry(self, commitment: str, reference: CommissionReference, day: date) -> Entry:
        """Return the entry that records it; a status that did not change is no news."""
        between = ": " if _LATIN.search(self.reason_heading) else "："  # noqa: RUF001 - Japanese
        why = f"{self.reason_heading}{between}{self.reason}" if self.reason else ""
        note = "" if self.note == self.reason else self.note
        return Entry(
            commitment=commitment,
            date=day,
            by=reference.body,
            status=None if isinstance(self.status, NoChange) else self.status,
            happened=self.happened,
            deadline=self.deadline,
            note="\n".join(filter(None, (note, why))) or None,
            evidence=self.evidence,
            commission=str(reference),
        )


class Reader:
    """Reads one row: the answer, and what is wrong with its cells or worth telling."""

    def __init__(self, ledger: Ledger, form: FilledForm, row: FilledRow) -> None:
        self.ledger, self.form, self.row = ledger, form, row
        self.refusals: list[Refused] = []
        self.remarks: list[Remarked] = []

    def answer(self) -> Answer:
        """Return what the row answers; `refusals` say what of it cannot be taken."""
        taken = {column for column in ANSWERS if self._can_be_taken(column)}
        self._refuse_doubled()

        def text(column: ReturnColumn) -> str:
            return self.row.text(column) if column in taken else ""

        answer = Answer(
            status=self._status(text(ReturnColumn.STATUS)),
            note=text(ReturnColumn.NOTE),
            happened=self._period(ReturnColumn.HAPPENED, text(ReturnColumn.HAPPENED)),
            evidence=self._evidence(text(ReturnColumn.EVIDENCE)),
            deadline=self._deadline(text(ReturnColumn.NEW_DEADLINE)),
            reason=(reason := text(ReturnColumn.REASON)),
            reason_heading=self._heading(ReturnColumn.REASON) if reason else "",
        )
        self._refuse_half()
        if answer.deadline is not None and answer.status in _CLOSED:
            cell = self.row.cells.get(ReturnColumn.NEW_DEADLINE)
            self._remark(Remark.DEADLINE_OF_CLOSED, cell, str(answer.deadline), answer.status)
        self._tell()
        return answer

    def refuse(
        self, reason: Reason, column: ReturnColumn, found: str = "", expected: str = ""
    ) -> None:
        """Note that a cell cannot be taken."""
        cell = self.row.cells.get(column)
        where = self.place(cell)
        heading = self.row.heading(column)
        self.refusals.append(Refused(reason, where, found, expected, column.value, heading=heading))

    def _heading(self, column: ReturnColumn) -> str:
        """Return what the form calls a column, in English where the sheet has no heading."""
        return self.row.heading(column) or HEADINGS[column].en

    def place(self, cell: WorksheetCell | None) -> CellPlace:
        """Return where a cell stands; of one that is not there, its row."""
        if cell is not None:
            return self.form.place(cell)
        first = min(self.row.cells.values(), key=lambda each: each.column, default=None)
        return self.form.place(first)

    def _can_be_taken(self, column: ReturnColumn) -> bool:
        """Refuse a formula, an error and a merged answer; return whether the rest can be read."""
        cell = self.row.cells.get(column)
        if cell is None:
            return False
        if cell.kind is CellKind.FORMULA:
            self.refuse(Reason.FORMULA, column, cell.text)
        elif cell.kind is CellKind.ERROR:
            self.refuse(Reason.ERROR_VALUE, column, cell.text)
        elif cell.merged and self._merged_text(cell):
            self.refuse(Reason.MERGED_ANSWER, column, self._merged_text(cell), cell.merged)
        elif not self.form.sheet.name and _LOST.search(cell.text):
            self.refuse(Reason.LETTERS_LOST, column, cell.text)
        else:
            return True
        return False

    def _merged_text(self, cell: WorksheetCell) -> str:
        """Return what stands in the range that a cell is merged in."""
        return next(
            (each.text for each in self.form.sheet.cells()
             if each.merged == cell.merged and each.text.strip()),
            "",
        )  # fmt: skip

    def _refuse_doubled(self) -> None:
        for column, cell in self.row.doubled:
            text = cell.unstruck.strip()
            if text and text != self.row.text(column):
                where = self.form.place(cell)
                found = self.row.text(column)
                self.refusals.append(Refused(Reason.TWO_ANSWERS, where, text, found, column.value))

    def _status(self, text: str) -> StatusAnswer | None:
        if not text:
            return None
        word = text.rstrip(".。 ") or text
        answered = status_answered(word)
        if answered is not None:
            return answered
        try:
            status = wording.status(word)
        except UnclearStatus as unclear:
            self.refuse(Reason.UNCLEAR_STATUS, ReturnColumn.STATUS, text, unclear.hint)
        except UnknownName as unknown:
            near = ", ".join(unknown.near)
            self.refuse(Reason.UNKNOWN_STATUS, ReturnColumn.STATUS, text, near)
        else:
            if as_name(word) != as_name(status.value):
                self._remark(
                    Remark.STATUS_READ, self.row.cells.get(ReturnColumn.STATUS), text, status
                )
            return status
        return None

    def _period(self, column: ReturnColumn, text: str) -> Period | None:
        if not text:
            return None
        found = written_day(text)
        if isinstance(found, Period):
            return found
        where = self.place(self.row.cells.get(column))
        self.refusals.append(
            Refused(
                Reason.UNCLEAR_DAY,
                where,
                text,
                column=column.value,
                doubt=found,
                heading=self.row.heading(column),
            )
        )
        return None

    def _deadline(self, text: str) -> Deadline | None:
        if text in self.ledger.meetings and isinstance(written_day(text), UnclearDay):
            return Deadline(meeting=text)
        period = self._period(ReturnColumn.NEW_DEADLINE, text)
        return Deadline(period=period) if period else None

    def _refuse_half(self) -> None:
        """Refuse a new deadline without a reason, and the other way round, even one not read."""
        deadline, reason = map(self.row.text, (ReturnColumn.NEW_DEADLINE, ReturnColumn.REASON))
        if deadline and not reason:
            self.refuse(Reason.NO_REASON, ReturnColumn.NEW_DEADLINE, deadline)
        if reason and not deadline:
            self.refuse(Reason.REASON_ALONE, ReturnColumn.REASON, reason)

    def _evidence(self, text: str) -> tuple[str, ...]:
        """Return the pieces of evidence, one a line, with the address that a link hides."""
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        cell = self.row.cells.get(ReturnColumn.EVIDENCE)
        link = cell.link.strip() if cell and text else ""
        if link and not leads_to(link, lines):
            if not WEB.fullmatch(link) or "<" in link or ">" in link:
                self._remark(Remark.LINK_LEFT_OUT, cell, link)
            else:
                title = lines[0] if len(lines) == 1 else ""
                said = f"{title} <{link}>" if title else link
                lines = [said] if title else [*lines, said]
                self._remark(Remark.HIDING_LINK, cell, said)
        pieces: list[str] = []
        for line in lines:
            found = as_evidence(line)
            pieces += found
            if found != [line] and has_address(line):
                self._remark(Remark.ADDRESS_IN_WORDS, cell, line, "; ".join(found))
        return tuple(dict.fromkeys(pieces))

    def _remark(
        self, remark: Remark, cell: WorksheetCell | None, said: str, expected: str = ""
    ) -> None:
        self.remarks.append(Remarked(remark, self.place(cell), said, expected=expected))

    def _tell(self) -> None:
        """Tell what stands in the row and is not recorded."""
        for column, cell in self._cells():
            if cell.comment:
                self._remark(Remark.COMMENT, cell, cell.comment)
            if cell.struck:
                self._remark(Remark.STRUCK, cell, cell.struck)
            if cell.link and column is not ReturnColumn.EVIDENCE:
                self._tell_of_link(cell)
        complete = self.row.headed.issuperset(ANSWERS)
        for cell in self.row.others:
            text = cell.text.strip()
            if text and complete:
                self._remark(Remark.OTHER_COLUMN, cell, text)
        if self.row.hidden and self.row.is_answered:
            self._remark(Remark.HIDDEN, None, "")

    def _tell_of_link(self, cell: WorksheetCell) -> None:
        if not leads_to(cell.link, cell.text.splitlines()):
            self._remark(Remark.LINK_LEFT_OUT, cell, cell.link)

    def _cells(self) -> Iterator[tuple[ReturnColumn | None, WorksheetCell]]:
        yield from self.row.cells.items()
        yield from self.row.doubled
        yield from ((None, cell) for cell in self.row.others)

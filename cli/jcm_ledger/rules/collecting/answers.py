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
    NoChange,
    ReturnColumn,
    StatusAnswer,
    status_answered,
)
from jcm_ledger.model.spreadsheet import CellKind, WorksheetCell
from jcm_ledger.model.text import titled
from jcm_ledger.rules import wording
from jcm_ledger.rules.collecting.forms import FilledForm, FilledRow
from jcm_ledger.rules.collecting.outcomes import CellPlace, Reason, Refused, Remark, Remarked
from jcm_ledger.rules.commissions import CommissionReference
from jcm_ledger.rules.written_days import UnclearDay, written_day

_LOST = re.compile(r"[?？]{3,}")  # noqa: RUF001 - either width
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


class Answer(Struct, frozen=True, kw_only=True):
    """What a row says: `evidence` as the ledger keeps it, `note` and `reason` as typed."""

    status: StatusAnswer | None = None
    note: str = ""
    happened: Period | None = None
    evidence: tuple[str, ...] = ()
    deadline: Deadline | None = None
    reason: str = ""

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
        said = dict.fromkeys(filter(None, (self.note, self.reason)))
        return Entry(
            commitment=commitment,
            date=day,
            by=reference.body,
            status=None if isinstance(self.status, NoChange) else self.status,
            happened=self.happened,
            deadline=self.deadline,
            note="\n".join(said) or None,
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
            reason=text(ReturnColumn.REASON),
        )
        if not self.refusals:
            self._refuse_half(answer)
        self._tell()
        return answer

    def refuse(
        self, reason: Reason, column: ReturnColumn, found: str = "", expected: str = ""
    ) -> None:
        """Note that a cell cannot be taken."""
        cell = self.row.cells.get(column)
        where = self.place(cell)
        self.refusals.append(Refused(reason, where, found, expected, column.value))

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
        answered = status_answered(text)
        if answered is not None:
            return answered
        try:
            return wording.status(text)
        except UnclearStatus as unclear:
            self.refuse(Reason.UNCLEAR_STATUS, ReturnColumn.STATUS, text, unclear.hint)
        except UnknownName as unknown:
            near = ", ".join(unknown.near)
            self.refuse(Reason.UNKNOWN_STATUS, ReturnColumn.STATUS, text, near)
        return None

    def _period(self, column: ReturnColumn, text: str) -> Period | None:
        if not text:
            return None
        found = written_day(text)
        if isinstance(found, Period):
            return found
        where = self.place(self.row.cells.get(column))
        self.refusals.append(
            Refused(Reason.UNCLEAR_DAY, where, text, column=column.value, doubt=found)
        )
        return None

    def _deadline(self, text: str) -> Deadline | None:
        if text in self.ledger.meetings and isinstance(written_day(text), UnclearDay):
            return Deadline(meeting=text)
        period = self._period(ReturnColumn.NEW_DEADLINE, text)
        return Deadline(period=period) if period else None

    def _refuse_half(self, answer: Answer) -> None:
        if answer.deadline is not None and not answer.reason:
            self.refuse(Reason.NO_REASON, ReturnColumn.NEW_DEADLINE, str(answer.deadline))
        if answer.reason and answer.deadline is None:
            self.refuse(Reason.REASON_ALONE, ReturnColumn.REASON, answer.reason)

    def _evidence(self, text: str) -> tuple[str, ...]:
        """Return the pieces of evidence, one a line, with the address that a link hides."""
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        cell = self.row.cells.get(ReturnColumn.EVIDENCE)
        link = cell.link.strip() if cell and text else ""
        if link and not _leads_to(link, lines):
            if not _WEB.fullmatch(link) or "<" in link or ">" in link:
                self._remark(Remark.LINK_LEFT_OUT, cell, link)
            else:
                title = lines[0] if len(lines) == 1 else ""
                said = f"{title} <{link}>" if title else link
                lines = [said] if title else [*lines, said]
                self._remark(Remark.HIDING_LINK, cell, said)
        return tuple(dict.fromkeys(map(_as_evidence, lines)))

    def _remark(self, remark: Remark, cell: WorksheetCell | None, said: str) -> None:
        self.remarks.append(Remarked(remark, self.place(cell), said))

    def _tell(self) -> None:
        """Tell what stands in the row and is not recorded."""
        for column, cell in self._cells():
            if cell.comment:
                self._remark(Remark.COMMENT, cell, cell.comment)
            if cell.struck:
                self._remark(Remark.STRUCK, cell, cell.struck)
            if cell.link and column is not ReturnColumn.EVIDENCE:
                self._tell_of_link(cell)
        missing = [column.value for column in ANSWERS if column not in self.row.headed]
        for cell in self.row.others:
            text = cell.text.strip()
            if text and missing:
                where, lacks = self.form.place(cell), " ".join(missing)
                self.refusals.append(Refused(Reason.OTHER_HEADING, where, text, lacks))
            elif text:
                self._remark(Remark.OTHER_COLUMN, cell, text)
        if self.row.hidden and self.row.is_answered:
            self._remark(Remark.HIDDEN, None, "")

    def _tell_of_link(self, cell: WorksheetCell) -> None:
        if not _leads_to(cell.link, cell.text.splitlines()):
            self._remark(Remark.LINK_LEFT_OUT, cell, cell.link)

    def _cells(self) -> Iterator[tuple[ReturnColumn | None, WorksheetCell]]:
        yield from self.row.cells.items()
        yield from self.row.doubled
        yield from ((None, cell) for cell in self.row.others)


def _leads_to(link: str, lines: list[str]) -> bool:
    """Return whether one of the lines says where a link leads."""
    wanted = _bare(link)
    return any(wanted in (_bare(line), _bare(titled(line)[1])) for line in lines)


def _bare(address: str) -> str:
    return address.strip().casefold().removeprefix("mailto:").rstrip("/")


def _as_evidence(line: str) -> str:
    """Return a line as the ledger keeps evidence: what is no address is a reference.

    So a file is a reference too: whoever sent the return has it, and it is not looked for here.
    """
    _title, address = titled(line)
    if _WEB.fullmatch(address) or line.casefold().startswith("ref:"):
        return line
    return f"ref: {line}"

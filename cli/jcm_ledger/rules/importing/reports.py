"""The entries that the rows of a table report: of the days that head columns, and of now."""

from collections.abc import Mapping
from datetime import date

from jcm_ledger.errors import UnclearStatus, UnknownName
from jcm_ledger.errors.importing import Missing, NotATable
from jcm_ledger.model.ledger import Commitment, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_name, is_evidence, steers
from jcm_ledger.rules import wording
from jcm_ledger.rules.importing import headings
from jcm_ledger.rules.importing.bodies import TableBodies
from jcm_ledger.rules.importing.cells import TableCells
from jcm_ledger.rules.importing.choices import OWNER, ImportChoices
from jcm_ledger.rules.importing.columns import ImportColumn


class TableReports:
    """Reads what rows report. `known` counts the reports that are on file already."""

    def __init__(
        self, ledger: Ledger, cells: TableCells, bodies: TableBodies, choices: ImportChoices
    ) -> None:
        self._cells, self._bodies, self._choices = cells, bodies, choices
        self._on_file: dict[str, list[Entry]] = {}
        self._made: dict[str, list[Entry]] = {}
        for entry in ledger.journal:
            self._on_file.setdefault(entry.commitment, []).append(entry)
        columns = cells.column_map.columns
        self._undated = {c.key: c for c in reversed(columns) if c.day is None}
        self._days: dict[date, dict[str, ImportColumn]] = {}
        for column in columns:
            if column.day is not None:
                self._days.setdefault(column.day, {}).setdefault(column.key, column)
        self._file = "".join(letter for letter in choices.file if not steers(letter))
        self.known = 0

    def of(self, row: int, commitment: Commitment) -> list[tuple[Entry, int]]:
        """Return the entries of a row that are not on file, each with the column it comes from."""
        made = [
            self._entry(row, commitment, columns, day)
            for day, columns in sorted(self._days.items())
        ]
        made.append(self._entry(row, commitment, self._undated, None))
        found = []
        for entry, column, dated in filter(None, made):
            if self._is_on_file(entry, dated=dated):
                self.known += 1
            else:
                self._made.setdefault(commitment.id, []).append(entry)
                found.append((entry, column))
        return found

    def _entry(
        self,
        row: int,
        commitment: Commitment,
        columns: Mapping[str, ImportColumn],
        day: date | None,
    ) -> tuple[Entry, int, bool] | None:
        """Return what columns report of a day, None if nothing; and whether the day was said."""
        status_column, note_column = columns.get(headings.STATUS), columns.get(headings.NOTE)
        status, word = self._status(row, status_column) if status_column else (None, "")
        note = self._cells.text(row, note_column) if note_column else ""
        told = day or self._told_on(row)
        happened = self._happened(row) if day is None else None
        column = status_column if status_column and word else note_column
        if not (word or note) or column is None:
            self._refuse_alone(row, columns)
            return None
        by, on_behalf_of = self._reporters(row, commitment)
        if word and by is None:
            self._cells.faults.add(row, 0, Missing("reporter"))
        note_ja = self._undated.get(headings.NOTE_JA) if day is None else None
        entry = Entry(
            commitment=commitment.id,
            date=told or self._choices.today,
            by=by,
            on_behalf_of=on_behalf_of,
            status=status,
            happened=happened,
            note=_with_word(note, word, status) or None,
            note_ja=(self._cells.text(row, note_ja) or None) if note_ja else None,
            evidence=(*(self._evidence(row) if day is None else ()), self._cited(column)),
        )
        return entry, column.number, told is not None

    def _refuse_alone(self, row: int, columns: Mapping[str, ImportColumn]) -> None:
        """Keep as wrong what belongs to a report where none is made."""
        for key in (headings.EVIDENCE, headings.HAPPENED, headings.NOTE_JA):
            column = columns.get(key)
            if column is not None and self._cells.text(row, column):
                what = "it belongs to a report, and there is neither status nor note"
                hint = "say in the note what happened, or empty the cell"
                self._cells.faults.add(row, column.number, NotATable(what, hint))

    def _status(self, row: int, column: ImportColumn) -> tuple[Status | None, str]:
        """Return the status that a cell means, and its word; what it does not tell is kept."""
        word = self._cells.text(row, column)
        if not word:
            return None, ""
        meant = self._choices.statuses.get(as_name(word))
        if meant is not None:
            return meant, word
        with self._cells.faults.at(row, column.number):
            return wording.status(word), word
        return None, word

    def _told_on(self, row: int) -> date | None:
        column = self._undated.get(headings.DATE)
        if column is not None and self._cells.text(row, column):
            with self._cells.faults.at(row, column.number):
                return self._cells.day(row, column)
        return None

    def _happened(self, row: int) -> Period | None:
        column = self._undated.get(headings.HAPPENED)
        if column is not None and self._cells.text(row, column):
            with self._cells.faults.at(row, column.number):
                return self._cells.period(row, column)
        return None

    def _reporters(self, row: int, commitment: Commitment) -> tuple[str | None, str | None]:
        """Return who reports, and for whom."""
        by = self._choices.by
        found: list[str | None] = [commitment.owners[0] if by == OWNER else by, None]
        for place, key in enumerate((headings.BY, headings.ON_BEHALF_OF)):
            column = self._undated.get(key)
            if column is not None and (text := self._cells.text(row, column)):
                with self._cells.faults.at(row, column.number):
                    found[place] = self._one_body(text)
        return found[0], found[1]

    def _one_body(self, text: str) -> str:
        """Return the body that a cell names; raise NotATable for several."""
        bodies = self._bodies.all(text)
        if len(bodies) != 1:
            raise NotATable("several bodies, where one reports", 'name one, or "committee" for all')
        return bodies[0]

    def _evidence(self, row: int) -> tuple[str, ...]:
        """Return what a row cites, a line each: an address, with its title, or a reference."""
        column = self._undated.get(headings.EVIDENCE)
        if column is None:
            return ()
        text, link = self._cells.text(row, column), self._cells.link(row, column)
        if link and link != text:
            title = " ".join(text.replace("<", "(").replace(">", ")").split())
            text = f"{title} <{link}>"
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        return tuple(
            line if is_evidence(line, lambda _name: False) else f"ref: {line}" for line in lines
        )

    def _cited(self, column: ImportColumn) -> str:
        """Return the reference to the column of the table, which every entry cites."""
        return f"ref: {self._file}, {column.heading or column.letters}"

    def _is_on_file(self, entry: Entry, *, dated: bool) -> bool:
        """Return whether a report is on file: of its day, or, if none was said, as the last one.

        The last one is that of this column of the table. Where none came from it, any report by the
        same body that says the same will do: the file may have got another name.
        """
        on_file, made = (
            [each for each in journal.get(entry.commitment, ()) if _is_by_the_same(each, entry)]
            for journal in (self._on_file, self._made)
        )
        if dated:
            same_day = [each for each in (*on_file, *made) if each.date == entry.date]
            return any(_says_the_same(each, entry) for each in same_day)
        cited = [each for each in (*on_file, *made) if entry.evidence[-1] in each.evidence]
        return any(_says_the_same(each, entry) for each in cited[-1:] or on_file)


def _is_by_the_same(one: Entry, other: Entry) -> bool:
    return (one.by, one.on_behalf_of) == (other.by, other.on_behalf_of)


def _says_the_same(one: Entry, other: Entry) -> bool:
    return (one.status, one.note, one.happened) == (other.status, other.note, other.happened)


def _with_word(note: str, word: str, status: Status | None) -> str:
    """Return a note that begins with the word of the table, unless the status itself says it."""
    if status is None or not word or _is_plain(word):
        return note
    return f"{word}\n{note}" if note else word


def _is_plain(word: str) -> bool:
    """Return whether a word means a status by itself, and nobody had to say what it means."""
    try:
        wording.status(word)
    except (UnclearStatus, UnknownName):
        return False
    return True

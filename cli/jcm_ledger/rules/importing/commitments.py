"""Which commitment a row of a table is about: one on file, one of an earlier row, or a new one."""

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize

from msgspec.structs import replace

from jcm_ledger.errors import RefusedCommitment, SharedName, UnknownName
from jcm_ledger.errors.importing import Missing, NotADay, NotATable, OtherTitle
from jcm_ledger.model.ledger import (
    COMMITTEE,
    LAST_PARAGRAPH,
    Commitment,
    Deadline,
    Ledger,
    PlaceInStatement,
)
from jcm_ledger.model.period import is_period
from jcm_ledger.model.text import ID_HINT, as_name, folded, is_id
from jcm_ledger.rules.commitments import free_id
from jcm_ledger.rules.groups import themes
from jcm_ledger.rules.importing import headings
from jcm_ledger.rules.importing.bodies import TableBodies
from jcm_ledger.rules.importing.cells import CellFaults, TableCells
from jcm_ledger.rules.importing.choices import ImportChoices, Observation, Told
from jcm_ledger.rules.importing.headings import FIELD
from jcm_ledger.rules.names import choose_theme, is_meeting, resolve_meeting
from jcm_ledger.rules.written_days import Doubt

_TEXTS = (
    *(headings.SUMMARY, headings.SUMMARY_JA, headings.TITLE_JA, headings.THEME),
    headings.DEADLINE_TEXT,
)
"""The keys that keep the text of a cell as it stands."""

_NUMBERED = (headings.ID, headings.NUMBER, headings.REFERENCE)
"""The keys that are read as numbers are, in whichever width."""


class TableCommitments:
    """Finds the commitment of each row. `made` are the new ones by their ids, in order of rows."""

    def __init__(
        self, ledger: Ledger, cells: TableCells, bodies: TableBodies, choices: ImportChoices
    ) -> None:
        self._ledger, self._cells, self._bodies, self._choices = ledger, cells, bodies, choices
        self._columns = {column.key: column for column in reversed(cells.column_map.columns)}
        self._titles: dict[tuple[str, str], list[str]] = {}
        for commitment in ledger.commitments.values():
            self._remember(commitment)
        self._in_use = {folded(name): name for name in ledger.commitments}
        self._alone: frozenset[str] = frozenset()
        self._themes = [theme for theme in themes(ledger).values() if theme]
        self.made: dict[str, Commitment] = {}
        self.rows: dict[str, int] = {}
        self.known: set[str] = set()

    @property
    def _faults(self) -> CellFaults:
        return self._cells.faults

    def look_through(self, rows: Iterable[int]) -> None:
        """Note which numbers or references are of one title alone: they go into ids."""
        titles: dict[str, set[str]] = {}
        for row in rows:
            title = as_name(self._text(row, headings.TITLE))
            titles.setdefault(self._code(row), set()).add(title)
        self._alone = frozenset(code for code, of in titles.items() if code and len(of) == 1)

    def of(self, row: int) -> Commitment:
        """Return the commitment of a row; where it cannot be told what is wrong is kept."""
        title = self._text(row, headings.TITLE)
        meeting = self._meeting(row)
        if not title:
            number = self._columns[headings.TITLE].number
            self._faults.add(row, number, NotATable("nothing says what was promised", _TITLE_HINT))
        with self._faults.at(row, self._number(headings.ID, headings.TITLE)):
            values = self._values(row, meeting or "")
            name = self._identified(row, title, meeting) if title and meeting else None
            if name is not None:
                return self._on_file(row, name, {"title": title, **values})
            return self._new(row, title, meeting or "", values)
        return _UNTOLD

    def _identified(self, row: int, title: str, meeting: str) -> str | None:
        """Return the id of the commitment that a row means, None for a new one.

        By its id, or by its title. Raise SharedName where several have the title, OtherTitle where
        its number belongs to another one.
        """
        if name := self._text(row, headings.ID):
            if not is_id(name):
                raise RefusedCommitment("bad-id", f'"{name}" is not an id', ID_HINT)
            return self._in_use.get(folded(name))
        numbered = self._numbered(row, meeting)
        if there := self._in_use.get(folded(numbered)):
            if there not in self._titles.get((meeting, as_name(title)), ()):
                raise OtherTitle(there, self._get(there).title)
            return there
        reference = self._text(row, headings.REFERENCE)
        found = [
            each
            for each in self._titles.get((meeting, as_name(title)), ())
            if not (numbered and each in self.made)
            and (not reference or str(self._get(each).paragraph or reference) == reference)
        ]
        if len(found) > 1:
            raise SharedName("commitment", title, found)
        return found[0] if found else None

    def _code(self, row: int) -> str:
        """Return the number of a row, else its reference, "" if it has neither."""
        return self._text(row, headings.NUMBER) or self._text(row, headings.REFERENCE)

    def _numbered(self, row: int, meeting: str) -> str:
        """Return the id that a row has from its number or reference, if no other title has it.

        After the meeting, unless there are letters in it.
        """
        code = self._code(row)
        if code not in self._alone:
            return ""
        name = code if any(map(str.isalpha, code)) else f"{meeting}-{code}"
        return name if is_id(name) and not is_period(name) else ""

    def _values(self, row: int, meeting: str) -> dict[str, Any]:
        """Return what a row says of its commitment beside id and title, without blanks."""
        values: dict[str, Any] = {}
        for key in _TEXTS:
            values[key] = self._text(row, key)
        values["theme"] = self._theme(values["theme"])
        values["paragraph"] = _paragraph(self._text(row, headings.REFERENCE))
        values["owners"] = self._owners(row)
        values["part_of"] = self._whole(row, meeting, values["owners"])
        values |= self._deadline(row)
        own = {
            column.key.removeprefix(FIELD): self._cells.text(row, column)
            for column in self._cells.column_map.columns
            if column.key.startswith(FIELD)
        }
        values["fields"] = {key: text for key, text in own.items() if text}
        return {key: value for key, value in values.items() if value not in ("", None, (), {})}

    def _theme(self, text: str) -> str:
        """Return the theme of the ledger that has this id or title, else the text itself."""
        try:
            return choose_theme(self._ledger, text, self._themes) if text else ""
        except UnknownName:
            return text

    def _owners(self, row: int) -> tuple[str, ...]:
        found: list[str] = []
        for column in self._cells.column_map.of(headings.OWNERS):
            with self._faults.at(row, column.number):
                if text := self._cells.text(row, column):
                    found += self._bodies.all(text, column.side)
        return tuple(dict.fromkeys(found))

    def _deadline(self, row: int) -> dict[str, Any]:
        """Return the deadline; words without a number, as "ongoing", are its wording alone."""
        column = self._columns.get(headings.DEADLINE)
        text = self._cells.text(row, column) if column else ""
        if column is None or not text:
            return {}
        if is_meeting(self._ledger, text):
            return {"deadline": Deadline(meeting=resolve_meeting(self._ledger, text))}
        try:
            return {"deadline": Deadline(period=self._cells.period(row, column))}
        except NotADay as bad:
            if bad.doubt == Doubt.UNKNOWN and not any(map(str.isdecimal, text)):
                place = f"{column.letters}{row}"
                self._cells.observations.append(Observation(Told.AS_WORDS, place, text))
                return {"deadline_text": text}
            self._faults.add(row, column.number, bad)
        return {}

    def _whole(self, row: int, meeting: str, owners: tuple[str, ...]) -> str | None:
        """Return the id of the commitment that a row is a part of, made where it is not there."""
        text = self._text(row, headings.WHOLE)
        if not text:
            return None
        by_title = self._titles.get((meeting, as_name(text)), [])
        name = text if text in self._ledger.commitments or text in self.made else None
        name = name or (by_title[0] if by_title else None)
        owners = owners or self._choices.owners
        if name is None:
            id_ = free_id(text, self._in_use)
            name = self._add(row, Commitment(id=id_, title=text, meeting=meeting, owners=owners))
        elif name in self.made:
            whole = self.made[name]
            both = tuple(dict.fromkeys((*whole.owners, *owners)))
            self.made[name] = replace(whole, owners=both)
        return name

    def _new(self, row: int, title: str, meeting: str, values: Mapping[str, Any]) -> Commitment:
        """Return a new commitment, of the owners of all rows where its own has none."""
        given = dict(values)
        given.setdefault("owners", self._choices.owners)
        if not given["owners"]:
            columns = self._cells.column_map.of(headings.OWNERS)
            if not any(self._cells.text(row, column) for column in columns):
                self._faults.add(row, self._number(headings.OWNERS), Missing("owner"))
            return _UNTOLD
        if not title or not meeting:
            return _UNTOLD
        name = self._text(row, headings.ID) or self._numbered(row, meeting)
        name = name or free_id(title, self._in_use)
        made = Commitment(id=name, title=title, meeting=meeting, **given)
        return self.made[self._add(row, made)]

    def _add(self, row: int, made: Commitment) -> str:
        self.made[made.id] = made
        self.rows[made.id] = row
        self._in_use[folded(made.id)] = made.id
        self._remember(made)
        return made.id

    def _on_file(self, row: int, name: str, values: Mapping[str, Any]) -> Commitment:
        """Return a commitment that is there; tell what the row says otherwise.

        Raise NotATable if an earlier row of the same table says otherwise.
        """
        there = self._get(name)
        of_table = name in self.made
        if not of_table:
            self.known.add(name)
        for key, value in values.items():
            old = getattr(there, key)
            if key == "fields":
                old = {each: old.get(each) for each in value}
            alike = isinstance(value, str) and as_name(value) == as_name(str(old))
            alike = alike or (key == "owners" and {*value} == {*old})
            if old == value or alike or (key == "title" and self._is_called(there, value)):
                continue
            if of_table:
                reason = f"row {self.rows[name]} says otherwise of the same commitment: {key}"
                raise NotATable(reason, "say the same in both rows, or tell them apart by an id")
            self._cells.observations.append(Observation(Told.DIFFERS, str(row), f"{name}: {key}"))
        return there

    def _is_called(self, commitment: Commitment, title: str) -> bool:
        return commitment.id in self._titles.get((commitment.meeting, as_name(title)), ())

    def _get(self, name: str) -> Commitment:
        return self.made.get(name) or self._ledger.commitments[name]

    def _remember(self, commitment: Commitment) -> None:
        titles = (commitment.title, commitment.title_ja)
        for title in {as_name(each) for each in titles if each}:
            self._titles.setdefault((commitment.meeting, title), []).append(commitment.id)

    def _meeting(self, row: int) -> str | None:
        column = self._columns.get(headings.MEETING)
        text = self._cells.text(row, column) if column else ""
        if column is not None and text:
            with self._faults.at(row, column.number):
                return resolve_meeting(self._ledger, text)
            return None
        if self._choices.meeting is None:
            self._faults.add(row, 0, Missing("meeting"))
        return self._choices.meeting

    def _text(self, row: int, key: str) -> str:
        column = self._columns.get(key)
        text = " ".join(self._cells.text(row, column).split()) if column else ""
        return normalize("NFKC", text) if key in _NUMBERED else text

    def _number(self, *keys: str) -> int:
        """Return the number of the first column that there is of these keys, 0 for none."""
        return next((self._columns[key].number for key in keys if key in self._columns), 0)


_UNTOLD = Commitment(id="", title="", meeting="", owners=(COMMITTEE,))
"""Stands in for a commitment that cannot be told, so that the rest of its row is looked at."""

_TITLE_HINT = "say it there, or empty the row"


def _paragraph(text: str) -> PlaceInStatement | None:
    """Return a whole number as one, any other text as it is."""
    if text.isascii() and text.isdecimal() and len(text) <= len(str(LAST_PARAGRAPH)):
        return int(text) if str(int(text)) == text else text
    return text or None

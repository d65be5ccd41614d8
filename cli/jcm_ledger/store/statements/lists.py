"""Which passage is a heading, a paragraph or a point, and what leads a point in."""

from typing import NamedTuple

from msgspec import Struct

from jcm_ledger.model.statement import PassageKind
from jcm_ledger.store.statements import marks, signs
from jcm_ledger.store.statements.extract import Role, Stretch
from jcm_ledger.store.statements.marks import ListMark, MarkReading

_UNMARKED = MarkReading("", 0)
_ONE = ("1.", 1)
_DEEPEST = 9
_SAME_COLUMN = 1  # points of one list may begin so many columns apart


class Placed(NamedTuple):
    """A passage whose place is known; `own` is its number by the statement itself, "" for none."""

    text: str
    kind: PassageKind
    own: str = ""
    level: int = 0
    lead: int | None = None


class _OpenList(Struct):
    """A list whose points are being read: its form, its last point, and what leads it in.

    `number` is that of the paragraph or point it stands under, "" for none.
    """

    form: str
    last: int
    lead: int | None
    number: str
    depth: int
    indent: int


class Arrangement:
    """The passages of a statement as they are read, and the lists that are open."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self._open: list[_OpenList] = []
        self._paragraph = MarkReading("", 0)  # the mark of the last numbered paragraph or heading
        self._number = ""  # its number

    def add(self, stretch: Stretch, after: Stretch | None) -> None:
        """Add a stretch as the passage that it is in this place; `after` follows it."""
        mark, text = stretch.mark, stretch.text
        if mark is None and stretch.role is not Role.ROW:
            mark, text = marks.split(text)
        if stretch.role is Role.ROW:
            self._close(Placed(text, PassageKind.CELL))
        elif stretch.role is Role.HEADING:
            self._add_heading(text, mark)
        elif mark is None:
            self._add_unmarked(stretch, after)
        elif mark.is_bullet:
            self._add_point(text, mark, mark.readings[0], stretch)
        else:
            self._add_counted(text, mark, stretch, after)

    def _close(self, passage: Placed) -> None:
        """Add a passage that ends every list."""
        self._open.clear()
        self.placed.append(passage)

    def _add_heading(self, text: str, mark: ListMark | None) -> None:
        if mark is not None and not mark.is_bullet:
            self._paragraph, self._number = mark.readings[0], mark.number.strip("()")
        self._close(Placed(text, PassageKind.HEADING))

    def _add_unmarked(self, stretch: Stretch, after: Stretch | None) -> None:
        """Add a stretch without a mark: it may go on with a point, or be one by what it says."""
        text = stretch.text
        before = self.placed[-1] if self.placed else None
        if stretch.role is Role.POINT and self._open:
            self._append_point(text, "")
        elif before and signs.leads_in(before.text) and signs.is_point(text, ""):
            self._begin(_UNMARKED, stretch, len(self.placed) - 1)
            self._append_point(text, "")
        elif before and self._open and self._open[-1].form == "" and _goes_on(text, before):
            self._append_point(text, "")
        elif self._heads(text, after):
            self._close(Placed(text, PassageKind.HEADING))
        else:
            self._close(Placed(text, PassageKind.PARAGRAPH))

    def _heads(self, text: str, after: Stretch | None) -> bool:
        """Return whether a text heads what follows: that is neither a heading too nor a point."""
        if after is None or after.role is Role.POINT or not signs.is_heading(text):
            return False
        mark, following = marks.split(after.text)
        return mark is None and not (after.role is Role.TEXT and signs.is_heading(following))

    def _add_counted(
        self, text: str, mark: ListMark, stretch: Stretch, after: Stretch | None
    ) -> None:
        """Add a stretch with a number or a letter: a point, a numbered paragraph, or a heading."""
        if going_on := self._list_that_goes_on(mark, stretch):
            self._add_point(text, mark, going_on, stretch)
        elif mark.is_number and self._follows(mark.readings[0]):
            self._add_numbered(text, mark, after)
        elif self._may_begin(mark):
            first = next((each for each in mark.readings if each.order == 1), mark.readings[0])
            self._add_point(text, mark, first, stretch)
        elif mark.is_number:
            self._add_numbered(text, mark, after)
        else:
            self._add_point(text, mark, mark.readings[0], stretch)

    def _list_that_goes_on(self, mark: ListMark, stretch: Stretch) -> MarkReading | None:
        """Return the reading of a mark that is the next of an open list, None if none is."""
        for each in reversed(self._open):
            following = MarkReading(each.form, each.last + 1)
            same = each.depth == stretch.depth
            if same and following in mark.readings:
                return following
            if same and each.indent == stretch.indent and (each.form, each.last) == _ONE:
                repeated = MarkReading(*_ONE)  # Markdown: each point is 1.
                return repeated if repeated in mark.readings else None
        return None

    def _follows(self, reading: MarkReading) -> bool:
        """Return whether a number is the next after that of the last numbered paragraph."""
        return reading == MarkReading(self._paragraph.form, self._paragraph.order + 1)

    def _may_begin(self, mark: ListMark) -> bool:
        """Return whether a mark is the first of a list that the last passage leads in."""
        if not self.placed or all(each.order != 1 for each in mark.readings):
            return False
        last = self.placed[-1]
        if last.kind is PassageKind.BULLET:
            return True
        return last.kind is PassageKind.PARAGRAPH and signs.may_lead_in(last.text)

    def _add_numbered(self, text: str, mark: ListMark, after: Stretch | None) -> None:
        """Add a numbered paragraph, or a numbered heading."""
        self._paragraph, self._number = mark.readings[0], mark.number
        if self._heads(text, after):
            self._close(Placed(text, PassageKind.HEADING))
        else:
            self._close(Placed(text, PassageKind.PARAGRAPH, mark.number))

    def _add_point(self, text: str, mark: ListMark, reading: MarkReading, stretch: Stretch) -> None:
        """Add a point to the open list that it goes on with, else to one that begins with it."""
        place = next(
            (
                place
                for place, each in enumerate(self._open)
                if each.form == reading.form
                and each.depth == stretch.depth
                and (reading.order or abs(each.indent - stretch.indent) <= _SAME_COLUMN)
                and (not reading.order or reading.order - each.last in (0, 1))
            ),
            None,
        )
        if place is None:
            self._begin(reading, stretch, self._lead(stretch))
        else:
            del self._open[place + 1 :]
            self._open[-1].last = reading.order
        number = mark.number
        if reading.form == "1.":
            number = f"({number})"
        prefix = self._open[-1].number
        led = self._open[-1].lead is not None
        self._append_point(text, prefix + number if prefix else "" if led else number.strip("()"))

    def _lead(self, stretch: Stretch) -> int | None:
        """Return what leads a new list in, and close the lists that it does not stand within."""
        closed = None
        while self._open and self._is_beside(self._open[-1], stretch):
            closed = self._open.pop()
        if closed is not None:
            return closed.lead
        if not self.placed:
            return None
        last = self.placed[-1]
        leads = last.kind is PassageKind.BULLET and bool(self._open)
        leads = leads or (last.kind is PassageKind.PARAGRAPH and signs.may_lead_in(last.text))
        return len(self.placed) - 1 if leads else None

    def _is_beside(self, each: _OpenList, stretch: Stretch) -> bool:
        """Return whether a point does not stand within the last point of an open list."""
        if len(self._open) >= _DEEPEST:
            return True
        if stretch.depth or each.depth:
            return each.depth >= stretch.depth
        return each.indent > stretch.indent + _SAME_COLUMN

    def _begin(self, reading: MarkReading, stretch: Stretch, lead: int | None) -> None:
        number = self._number
        if lead is not None:
            number = self.placed[lead].own or (number if self._is_numbered else "")
        self._open.append(
            _OpenList(reading.form, reading.order, lead, number, stretch.depth, stretch.indent)
        )

    @property
    def _is_numbered(self) -> bool:
        """Whether a numbered paragraph was read already."""
        return bool(self._number)

    def _append_point(self, text: str, own: str) -> None:
        lead = self._open[-1].lead
        level = len(self._open)
        self.placed.append(Placed(text, PassageKind.BULLET, own, level, lead))


def _goes_on(text: str, before: Placed) -> bool:
    return signs.is_point(text, before.text)

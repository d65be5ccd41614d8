"""What came on file about a commitment since a commission was issued, and whether it matters."""

import re
from collections.abc import Callable, Iterator, Mapping

from jcm_ledger.model.ledger import COMMITTEE, Entry
from jcm_ledger.model.return_form import ANSWERS, HEADINGS, IN_ONE_CELL, FormLanguage, ReturnColumn
from jcm_ledger.model.spreadsheet import CellKind, WorksheetCell
from jcm_ledger.model.text import as_name, folded
from jcm_ledger.rules.collecting.forms import FilledForm, FilledRow
from jcm_ledger.rules.collecting.originals import Original
from jcm_ledger.rules.collecting.outcomes import Reason, Refused, Remark, Remarked
from jcm_ledger.rules.standing import Standing

LOCKED = tuple(column for column in ReturnColumn if column not in (*ANSWERS, ReturnColumn.CODE))
"""The columns that tell, and are not to be filled in."""

WORDED = (
    ReturnColumn.SOURCE,
    ReturnColumn.OWNERS,
    ReturnColumn.DEADLINE,
    ReturnColumn.ON_FILE,
)
"""Those of them that are in words of jcm, and not of the ledger alone."""

LockedTexts = Callable[[Standing], Iterator[Mapping[ReturnColumn, str]]]
"""What the locked cells of a row hold, in each language that a form may be in, in their order."""


def stale(
    form: FilledForm, row: FilledRow, original: Original, now: Standing, body: str
) -> Iterator[Refused]:
    """Yield why an answer may be out of date: what changed since it was asked for."""
    where = form.place(row.cells.get(ReturnColumn.CODE) or row.cells.get(ReturnColumn.REF))
    if not original.certain:
        yield Refused(Reason.STATE_UNKNOWN, where)
    if original.reworded:
        yield Refused(Reason.WORDING_CHANGED, where)
    if original.standing.owners != now.owners:
        was, is_ = (", ".join(each.owners) for each in (original.standing, now))
        yield Refused(Reason.OWNERS_CHANGED, where, is_, was)
    mine = tuple(each for each in original.since if _is_of(each, body))
    if mine:
        answered = row.cells.get(ReturnColumn.STATUS) or row.cells.get(ReturnColumn.NEW_DEADLINE)
        place = form.place(answered) if answered else where
        found = row.text(ReturnColumn.STATUS) or row.text(ReturnColumn.NOTE)
        yield Refused(Reason.SAME_BODY_SINCE, place, found, entries=mine)
    if original.standing.open and not now.open:
        yield Refused(Reason.CLOSED_SINCE, where, now.status.value if now.status else "")


def _is_of(entry: Entry, body: str) -> bool:
    """Return whether an entry sets a status or deadline by or for a body, or for every one."""
    decides = entry.status is not None or entry.deadline is not None
    return (decides and body in (entry.by, entry.speaker)) or (decides and entry.by == COMMITTEE)


def since_of_others(
    form: FilledForm, row: FilledRow, original: Original, body: str
) -> Iterator[Remarked]:
    """Yield what others put on file since, which holds nothing up."""
    others = tuple(each for each in original.since if not _is_of(each, body))
    if others:
        where = form.place(row.cells.get(ReturnColumn.REF))
        yield Remarked(Remark.SINCE, where, entries=others)


def changed_texts(
    form: FilledForm, row: FilledRow, original: Original, texts: LockedTexts
) -> Iterator[Refused]:
    """Yield the locked cells that say something else than the form did, in any language of it.

    Where the ledger was changed, what the form said cannot be told.
    """
    if not original.certain or original.reworded:
        return
    told = list(texts(original.standing))
    spoken = _languages(row)
    for column in LOCKED:
        cell = row.cells.get(column)
        if cell is None or not cell.text.strip():
            continue
        said = [told[at] for at in spoken] + told
        expected = list(dict.fromkeys(each[column] for each in said if column in each))
        changed = _changed(form, cell, expected)
        if changed is not None:
            yield Refused(
                changed,
                form.place(cell),
                cell.text,
                expected[0],
                column.value,
                heading=row.heading(column),
            )


def _languages(row: FilledRow) -> list[int]:
    """Return which of the languages of forms the headings above a row are in."""
    return [
        at
        for at, language in enumerate(FormLanguage)
        if row.header
        and all(
            as_name(row.heading(column)) == as_name(HEADINGS[column].said(language, IN_ONE_CELL))
            for column in row.cells
            if row.heading(column)
        )
    ]


def _changed(form: FilledForm, cell: WorksheetCell, expected: list[str]) -> Reason | None:
    """Return how a locked cell was changed, None where it was not."""
    found = as_read(cell.text)
    is_text = cell.kind not in (CellKind.FORMULA, CellKind.ERROR)
    if not expected or (is_text and any(as_read(each) == found for each in expected)):
        return None
    if not form.sheet.name and "?" in found:
        lost = _without_letters(found)
        if any(not each.isascii() and _without_letters(as_read(each)) == lost for each in expected):
            return Reason.LETTERS_LOST
    return Reason.LOCKED_TEXT_CHANGED


_TWINS = str.maketrans("\u301c\u2016\u2212\u2014", "~\u2225-\u2015")
"""Signs for which Shift_JIS is read as one by some programs and as another by others."""


def as_read(text: str) -> str:
    """Return a text as it is compared: however its lines, blanks and signs were saved."""
    return "".join(folded(text.translate(_TWINS)).translate(_TWINS).split())


def _without_letters(text: str) -> str:
    """Return a text with a question mark for one or more letters that ASCII lacks."""
    return re.sub(r"\?+", "?", "".join(each if each.isascii() else "?" for each in text))

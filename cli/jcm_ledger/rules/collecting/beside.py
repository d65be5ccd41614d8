"""What a return has beside its answers: what was changed of it, and what was written elsewhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import ANSWERS, HeadCell
from jcm_ledger.model.spreadsheet import Spreadsheet, Worksheet
from jcm_ledger.rules.collecting.forms import FilledForm
from jcm_ledger.rules.collecting.heads import Head
from jcm_ledger.rules.collecting.outcomes import CellPlace, Reason, Refused, Remark, Remarked
from jcm_ledger.rules.collecting.staleness import LockedTexts, as_read
from jcm_ledger.rules.commissions import Commission, CommissionReference

_LOST = re.compile(r"[?？]{3,}")  # noqa: RUF001 - either width
_LONGEST_WAIT = 400
"""Days after the issue among which the day of reply is looked for."""


class FormTexts(Struct, frozen=True):
    """What a form holds that nobody fills in: the texts of its rows, and of its other sheets.

    `guides` are the names of sheets that only explain, `head` what stands above the rows beside
    the labelled cells. `labelled` says what the locked cells there hold, and `guide` the lines of a
    sheet that explains, of a commission in each language; `day` is a day in each.
    """

    rows: LockedTexts
    guides: frozenset[str]
    head: frozenset[str]
    labelled: Callable[[Commission], Iterator[Mapping[HeadCell, str]]]
    guide: Callable[[Commission], frozenset[str]]
    day: Callable[[date], tuple[str, ...]]


def lost_letters(spreadsheet: Spreadsheet) -> Refused | None:
    """Return that letters were lost where a text is of question marks: its headings, perhaps."""
    for sheet in spreadsheet.sheets:
        for cell in sheet.cells() if not sheet.name else ():
            if _LOST.search(cell.text):
                place = CellPlace(spreadsheet.name, sheet.name, cell.address)
                return Refused(Reason.LETTERS_LOST, place, cell.text)
    return None


def of_headings(form: FilledForm) -> Iterator[Refused]:
    """Yield the headings that are not the form's, where it lacks some and texts stand below."""
    seen: set[str] = set()
    for row in form.rows:
        missing = [column.value for column in ANSWERS if column not in row.headed]
        for cell in row.others if missing else ():
            heading = row.header.get(cell.column, cell)
            if cell.text.strip() and heading.address not in seen:
                seen.add(heading.address)
                found = " ".join(heading.text.split())
                place = form.place(heading)
                yield Refused(Reason.OTHER_HEADING, place, found, " ".join(missing))


def told_beside(
    ledger: Ledger,
    spreadsheet: Spreadsheet,
    found: Sequence[tuple[FilledForm, Head]],
    texts: FormTexts,
) -> Iterator[Remarked]:
    """Yield what stands beside the answers, and what of the head and the guide was changed."""
    yield from _above_the_rows((form for form, _head in found), texts)
    commission = None
    for form, head in found:
        if head.reference is not None:
            commission = _commission(ledger, head.reference, _replies(spreadsheet, texts, head))
            yield from _changed_head(form, commission, texts)
    read = {form.sheet.name for form, _head in found}
    for sheet in spreadsheet.sheets:
        yield from _drawings(spreadsheet.name, sheet)
        if sheet.name in read:
            continue
        if sheet.name in texts.guides and commission is not None:
            yield from _changed_guide(spreadsheet.name, sheet, texts.guide(commission))
        elif any(cell.text.strip() for cell in sheet.cells()):
            yield Remarked(Remark.OTHER_SHEET, CellPlace(spreadsheet.name, sheet.name))


def _above_the_rows(found: Iterable[FilledForm], texts: FormTexts) -> Iterator[Remarked]:
    """Yield what stands above the rows and belongs to no form."""
    ours = {" ".join(text.split()) for text in texts.head}
    for form in found:
        for cell in form.loose:
            said = " ".join(cell.text.split())
            if said not in ours and CommissionReference.parse(said) is None:
                yield Remarked(Remark.ABOVE_THE_ROWS, form.place(cell), said)


def _commission(ledger: Ledger, reference: CommissionReference, reply_by: date) -> Commission:
    """Return what the head of a form tells of its commission."""
    body = ledger.bodies[reference.body]
    return Commission(reference=reference, body=body, reply_by=reply_by, rows=())


def _replies(spreadsheet: Spreadsheet, texts: FormTexts, head: Head) -> date:
    """Return the day by which to reply: that of the guide, else that of the head.

    No ledger has it. It is the day of issue where neither says one.
    """
    assert head.reference is not None  # noqa: S101 - as the caller asked
    issued = head.reference.issued
    guides = [sheet for sheet in spreadsheet.sheets if sheet.name in texts.guides]
    others = [sheet for sheet in spreadsheet.sheets if sheet.name not in texts.guides]
    days = [issued + timedelta(days=each) for each in range(_LONGEST_WAIT)]
    written = [(day, [as_read(text) for text in texts.day(day)]) for day in days]
    for sheets in (guides, others):
        said = [as_read(cell.text) for sheet in sheets for cell in sheet.cells()]
        said = [text for text in said if str(issued.year) in text or str(issued.year + 1) in text]
        for day, spelled in written:
            if day != issued and any(each in text for text in said for each in spelled):
                return day
    return issued


def _changed_head(form: FilledForm, commission: Commission, texts: FormTexts) -> Iterator[Remarked]:
    """Yield the locked cells of a head that say something else than was sent."""
    sent = list(texts.labelled(commission))
    for key in (HeadCell.BODY, HeadCell.ISSUED, HeadCell.REPLY_BY):
        found = form.head_text(key)
        expected = list(dict.fromkeys(each[key] for each in sent))
        if found and as_read(found) not in map(as_read, expected):
            known = key is not HeadCell.REPLY_BY or commission.reply_by != commission.issued
            shown = " / ".join(expected[:1]) if known else ""
            yield Remarked(
                Remark.HEAD_CHANGED, form.place(form.head[key]), found, (), (key.value,), shown
            )


def _changed_guide(file: str, sheet: Worksheet, ours: frozenset[str]) -> Iterator[Remarked]:
    """Yield the cells of a sheet that explains in which something else stands than was sent."""
    known = {as_read(line) for line in ours}
    for cell in sheet.cells():
        lines = [line for line in cell.text.splitlines() if as_read(line) not in known]
        if any(line.strip() for line in lines):
            place = CellPlace(file, sheet.name, cell.address)
            yield Remarked(Remark.GUIDE_CHANGED, place, " ".join(" ".join(lines).split()))


def _drawings(file: str, sheet: Worksheet) -> Iterator[Remarked]:
    """Yield the boxes of text and the pictures that lie on a sheet."""
    for drawn in sheet.drawings:
        remark = Remark.TEXT_BOX if drawn.text else Remark.PICTURE
        yield Remarked(remark, CellPlace(file, sheet.name, drawn.address), drawn.text)

"""What the head of a return says: for which commission it is, when it was handed in, by whom."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.return_form import HeadCell, says_yes
from jcm_ledger.model.spreadsheet import CellKind
from jcm_ledger.rules.collecting.forms import FilledForm
from jcm_ledger.rules.collecting.outcomes import (
    CellPlace,
    Reason,
    Refused,
    Remark,
    Remarked,
    ReturnedFile,
)
from jcm_ledger.rules.commissions import CommissionReference
from jcm_ledger.rules.written_days import Doubt, UnclearDay, written_day

_NO = frozenset({"", "no", "いいえ", "-", "－", "―", "n/a", "なし"})  # noqa: RUF001 - dashes
_TOMORROW = timedelta(days=1)  # Tokyo may be a day ahead of London


class Head(Struct, frozen=True, kw_only=True):
    """The head of a form: None for a reference that cannot be told.

    Where the day cannot be told, `refusals` say so, and `day` is the latest that it can be.
    """

    reference: CommissionReference | None
    day: date
    nil: bool
    refusals: tuple[Refused, ...] = ()
    remarks: tuple[Remarked, ...] = ()


def read_head(
    ledger: Ledger,
    form: FilledForm,
    elsewhere: tuple[CommissionReference, ...],
    today: date,
    on: date | None,
) -> Head:
    """Return what the head of a form says.

    A sheet without a reference is of the only one that stands `elsewhere` in the file. What is
    handed in is dated `on`, else as the form says, else `today`.
    """
    refusals: list[Refused] = []
    remarks: list[Remarked] = []
    found = form.references or elsewhere
    reference = found[0] if len(found) == 1 else None
    if not found:
        cell = form.head.get(HeadCell.REFERENCE)
        said = form.head_text(HeadCell.REFERENCE)
        refusals.append(Refused(Reason.NO_REFERENCE, form.place(cell), said))
    elif reference is None:
        names = ", ".join(map(str, found))
        refusals.append(Refused(Reason.SEVERAL_REFERENCES, form.place(), names))
    elif reference.body not in ledger.bodies:
        found_in = form.place(form.head.get(HeadCell.REFERENCE))
        refusals.append(Refused(Reason.UNKNOWN_BODY, found_in, str(reference), reference.body))
    day, about_day = _returned(form, reference, today)
    if on is None:
        refusals += [each for each in about_day if isinstance(each, Refused)]
        remarks += [each for each in about_day if isinstance(each, Remarked)]
    elif form.head_text(HeadCell.RETURNED) and (day != on or about_day):
        where = form.place(form.head.get(HeadCell.RETURNED))
        said = form.head_text(HeadCell.RETURNED)
        remarks.append(Remarked(Remark.DATED_OTHERWISE, where, said, expected=str(on)))
    nil = form.head_text(HeadCell.NIL_RETURN)
    if nil.casefold() not in _NO and not says_yes(nil):
        cell = form.head.get(HeadCell.NIL_RETURN)
        refusals.append(Refused(Reason.UNCLEAR_NIL, form.place(cell), nil))
    remarks += [
        Remarked(Remark.COMMENT, form.place(cell), cell.comment)
        for cell in form.head.values()
        if cell.comment
    ]
    if said_of_all := form.head_text(HeadCell.REMARKS):
        where = form.place(form.head[HeadCell.REMARKS])
        remarks.append(Remarked(Remark.ABOVE_THE_ROWS, where, said_of_all))
    return Head(
        reference=reference if reference and reference.body in ledger.bodies else None,
        day=on or day,
        nil=says_yes(nil),
        refusals=tuple(refusals),
        remarks=tuple(remarks),
    )


def _returned(
    form: FilledForm, reference: CommissionReference | None, today: date
) -> tuple[date, list[Refused | Remarked]]:
    """Return the day on which a form says it was handed in, today if it says none.

    Of two days that it may mean, one on which it was not issued yet, or that is yet to come, is no
    reading.
    """
    cell = form.head.get(HeadCell.RETURNED)
    text = form.head_text(HeadCell.RETURNED)
    if not text or cell is None:
        return today, [Remarked(Remark.DATED_TODAY, form.place(), str(today))]
    where = form.place(cell)
    found: Period | UnclearDay = UnclearDay(text, Doubt.UNKNOWN)
    if cell.kind not in (CellKind.FORMULA, CellKind.ERROR):
        found = written_day(text)
    if isinstance(found, Period) and found.first != found.last:
        found = UnclearDay(text, Doubt.UNKNOWN)
    if isinstance(found, UnclearDay):
        first = reference.issued if reference else date.min
        possible = [each for each in found.readings if first <= each <= today + _TOMORROW]
        if found.doubt is Doubt.AMBIGUOUS and len(possible) == 1:
            read = possible[0]
            return read, [Remarked(Remark.DAY_READ, where, text, expected=str(read))]
        return today + _TOMORROW, [Refused(Reason.UNCLEAR_RETURN_DAY, where, text, doubt=found)]
    return found.first, list(_misdated(found.first, where, reference, today))


def _misdated(
    day: date, where: CellPlace, reference: CommissionReference | None, today: date
) -> Iterator[Refused]:
    if reference is not None and day < reference.issued:
        issued = str(reference.issued)
        yield Refused(Reason.RETURNED_BEFORE_ISSUE, where, str(day), issued)
    if day > today + _TOMORROW:
        yield Refused(Reason.RETURNED_LATER, where, str(day), str(today))


def returned_file(
    name: str, forms: list[FilledForm], heads: list[Head], saved_by: str
) -> ReturnedFile:
    """Return what a file says of itself, by the first of its forms that says it."""

    def said(key: HeadCell) -> str:
        return next((text for form in forms if (text := form.head_text(key))), "")

    return ReturnedFile(
        name=name,
        references=tuple(dict.fromkeys(str(h.reference) for h in heads if h.reference)),
        filled_in_by=said(HeadCell.NAME),
        email=said(HeadCell.EMAIL),
        cleared_by=said(HeadCell.CLEARED_BY),
        returned=said(HeadCell.RETURNED),
        nil=any(head.nil for head in heads),
        saved_by=saved_by,
    )

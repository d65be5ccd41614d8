"""Which commitment a row is about: its reference says it, and its code confirms it."""

from collections.abc import Sequence

from msgspec import Struct

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import ReturnColumn
from jcm_ledger.model.text import as_name
from jcm_ledger.rules.collecting.forms import FilledForm, FilledRow
from jcm_ledger.rules.collecting.originals import Originals
from jcm_ledger.rules.collecting.outcomes import Reason, Refused
from jcm_ledger.rules.commissions import CommissionReference, RowCode, asked


class Matched(Struct, frozen=True):
    """The commitment of a row and its code, None where they cannot be told; and why not."""

    commitment: str | None
    code: RowCode | None
    refusals: tuple[Refused, ...] = ()


def matched(
    form: FilledForm, row: FilledRow, originals: Originals, others: Sequence[CommissionReference]
) -> Matched:
    """Return what a row of a commission is about.

    `others` are further commissions that are known: a code may be of one of them. Where the code is
    of no row of the commission, nothing is guessed.
    """
    ledger = originals.ledger
    typed, coded = row.text(ReturnColumn.REF), row.text(ReturnColumn.CODE)
    code = RowCode.parse(coded)
    named = _named(ledger, typed)

    def refused(reason: Reason, column: ReturnColumn, found: str, expected: str = "") -> Matched:
        cell = row.cells.get(column) or next(iter(row.cells.values()), None)
        why = Refused(reason, form.place(cell), found, expected, column.value)
        return Matched(named, code, (why,))

    if code is None:
        if coded:
            return refused(Reason.NOT_A_CODE, ReturnColumn.CODE, coded)
        column = ReturnColumn.REF if named is None else ReturnColumn.CODE
        return refused(_without_code(typed, named), column, named or " | ".join(row.texts))
    if named is not None and asked(originals.reference, named) == code.asked:
        return Matched(named, code)
    meant = originals.with_code(code, originals.owned)
    if meant is None:
        other = next((each for each in others if _is_of(each, code, ledger)), None)
        found, expected = str(code), str(other or "")
        return refused(Reason.OTHER_COMMISSION_S_CODE, ReturnColumn.CODE, found, expected)
    if named is not None:
        return refused(Reason.OTHER_ROW_S_CODE, ReturnColumn.CODE, named, meant)
    return Matched(meant, code)


def _without_code(typed: str, named: str | None) -> Reason:
    if named is not None:
        return Reason.NO_CODE
    return Reason.UNKNOWN_REF if typed else Reason.NO_REF


def _named(ledger: Ledger, typed: str) -> str | None:
    """Return the commitment with this id, however it is spelled."""
    if typed in ledger.commitments:
        return typed
    key = as_name(typed)
    found = [each for each in ledger.commitments if key and as_name(each) == key]
    return found[0] if len(found) == 1 else None


def _is_of(reference: CommissionReference, code: RowCode, ledger: Ledger) -> bool:
    """Return whether a code is of a commitment that the body of another commission owned."""
    originals = Originals(ledger, reference)
    return originals.with_code(code, originals.owned) is not None

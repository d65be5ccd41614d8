"""All returns of a call together: what each row comes to, and what keeps them from being taken."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import HeadCell
from jcm_ledger.model.spreadsheet import Spreadsheet
from jcm_ledger.rules import entries
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.collecting.answers import Answer
from jcm_ledger.rules.collecting.beside import FormTexts, lost_letters, of_headings, told_beside
from jcm_ledger.rules.collecting.forms import FilledForm, forms
from jcm_ledger.rules.collecting.heads import Head, read_head, returned_file
from jcm_ledger.rules.collecting.originals import known_references
from jcm_ledger.rules.collecting.outcomes import (
    CellPlace,
    Collection,
    Fate,
    Reason,
    Refused,
    Remark,
    Remarked,
    ReturnedFile,
    RowOutcome,
)
from jcm_ledger.rules.collecting.rows import CollectionRequest, Collector, ReadRow
from jcm_ledger.rules.commissions import CommissionReference

_LOST = re.compile(r"[?？]{3,}")  # noqa: RUF001 - either width


class _Reading(NamedTuple):
    """A file: its forms with their heads, and what is said of it as a whole."""

    spreadsheet: Spreadsheet
    forms: list[tuple[FilledForm, Head]]
    about: ReturnedFile
    refusals: list[Refused]
    remarks: list[Remarked]


def collect(
    ledger: Ledger,
    spreadsheets: Sequence[Spreadsheet],
    request: CollectionRequest,
    texts: FormTexts,
) -> Collection:
    """Return what each row of the returns would record, in the order in which they were given."""
    readings = [_reading(ledger, each, request, texts) for each in spreadsheets]
    heads = [head for reading in readings for _form, head in reading.forms]
    known = known_references(ledger, [head.reference for head in heads if head.reference])
    collectors = {
        reference: Collector(
            ledger, reference, request, texts.rows, [each for each in known if each != reference]
        )
        for reference in dict.fromkeys(head.reference for head in heads if head.reference)
    }
    rows = [row for reading in readings for row in _rows(reading, collectors)]
    kept = _without_copies(_with_differences(rows, readings))
    outcomes = [*_lawful(ledger, [row.outcome for row in kept], request)]
    missing, doubts = _not_returned(collectors, kept, readings)
    return Collection(
        files=tuple(reading.about for reading in readings),
        rows=(*outcomes, *missing),
        refusals=tuple(each for reading in readings for each in reading.refusals),
        remarks=(*(each for reading in readings for each in reading.remarks), *doubts),
    )


def _reading(
    ledger: Ledger, spreadsheet: Spreadsheet, request: CollectionRequest, texts: FormTexts
) -> _Reading:
    found = forms(spreadsheet)
    elsewhere = tuple(dict.fromkeys(each for form in found for each in form.references))
    heads = [
        read_head(ledger, form, elsewhere, request.today, request.on)
        for form in found
        if form.rows or form.stray or form.references
    ]
    found = [form for form in found if form.rows or form.stray or form.references]
    refusals = [each for head in heads for each in head.refusals]
    remarks = [each for head in heads for each in head.remarks]
    for form in found:
        refusals += [
            Refused(Reason.UNDER_NO_HEADING, form.place(cell), cell.text) for cell in form.stray
        ]
    if not any(form.rows for form in found):
        lost = lost_letters(spreadsheet)
        if lost or not any(form.stray for form in found):
            refusals = [lost or Refused(Reason.NO_FORM, CellPlace(spreadsheet.name))]
    refusals += [each for form in found for each in of_headings(form)]
    remarks += told_beside(ledger, spreadsheet, list(zip(found, heads, strict=True)), texts)
    about = returned_file(spreadsheet.name, found, heads, spreadsheet.saved_by or "")
    pairs = list(zip(found, heads, strict=True))
    return _Reading(spreadsheet, pairs, about, list(dict.fromkeys(refusals)), remarks)


def _rows(
    reading: _Reading, collectors: Mapping[CommissionReference, Collector]
) -> Iterator[ReadRow]:
    """Yield what becomes of the rows of a file."""
    for form, head in reading.forms:
        if head.reference is None:
            continue
        collector = collectors[head.reference]
        reworded = collector.reworded(form)
        reading.remarks.extend(
            Remarked(Remark.OTHER_WORDING, form.place(), column) for column in sorted(reworded)
        )
        for row in form.rows:
            read = collector.read(form, row, head.day, reworded)
            if read is not None:
                yield _with_nil(read, head, collector)


def _with_nil(row: ReadRow, head: Head, collector: Collector) -> ReadRow:
    """Return a row of a form that has nothing to report, in which an answer is refused.

    There is no change in it, or still nothing on file.
    """
    outcome = row.outcome
    if not head.nil or outcome.fate is Fate.LEFT_OUT:
        return row
    if outcome.fate is Fate.NOT_ANSWERED:
        status = row.original and collector.standing_now(outcome.commitment).status
        fate = Fate.NO_CHANGE if status else Fate.NOTHING_ON_FILE
        return replace(row, outcome=replace(outcome, fate=fate))
    if outcome.entry is not None:
        why = Refused(Reason.NIL_AND_ANSWERS, outcome.place)
        return replace(row, outcome=_refused(outcome, why))
    return row


def _refused(outcome: RowOutcome, why: Refused) -> RowOutcome:
    return replace(outcome, fate=Fate.REFUSED, entry=None, refusals=(*outcome.refusals, why))


_Groups = dict[tuple[str, str], list[int]]
"""The numbers of rows by the body that answers and the commitment."""


def _groups(rows: Sequence[ReadRow]) -> _Groups:
    found: _Groups = {}
    for number, row in enumerate(rows):
        reference = CommissionReference.parse(row.outcome.reference)
        body = reference.body if reference else ""
        if row.original is not None:
            found.setdefault((body, row.outcome.commitment), []).append(number)
    return found


def _with_differences(rows: list[ReadRow], readings: Sequence[_Reading]) -> list[ReadRow]:
    """Return the rows; those that answer one commitment in two ways are refused."""
    saved = {reading.spreadsheet.name: reading.about for reading in readings}
    rows = list(rows)
    for numbers in _groups(rows).values():
        answered = [number for number in numbers if rows[number].answer != Answer()]
        if len({rows[number].answer for number in answered}) < 2:  # noqa: PLR2004 - two differ
            continue
        for number in answered:
            mine = rows[number].outcome
            if mine.fate is Fate.LEFT_OUT:
                continue
            others = [rows[each].outcome for each in answered if each != number]
            other = next((o for o in others if o.place.file != mine.place.file), others[0])
            reason = Reason.TWO_FILES if other.place.file != mine.place.file else Reason.TWO_ANSWERS
            why = Refused(reason, mine.place, other=other.place)
            if reason is Reason.TWO_FILES:
                ours, theirs, by = _made_by(saved[mine.place.file], saved[other.place.file])
                why = Refused(reason, mine.place, ours, theirs, by, other=other.place)
            rows[number] = replace(rows[number], outcome=_refused(mine, why))
    return rows


def _made_by(ours: ReturnedFile, theirs: ReturnedFile) -> tuple[str, str, str]:
    """Return who saved two files last, or, where not both say that, who filled them in."""
    if ours.saved_by and theirs.saved_by:
        return ours.saved_by, theirs.saved_by, ""
    return ours.filled_in_by, theirs.filled_in_by, HeadCell.NAME.value


def _without_copies(rows: Sequence[ReadRow]) -> list[ReadRow]:
    """Return the rows without copies: one that says the same, or nothing where another answers."""
    dropped: set[int] = set()
    for numbers in _groups(rows).values():
        answered = [number for number in numbers if rows[number].answer != Answer()]
        refused = [number for number in numbers if rows[number].outcome.fate is Fate.REFUSED]
        kept = refused or answered[:1] or numbers[:1]
        dropped |= {number for number in numbers if number not in kept}
    return [row for number, row in enumerate(rows) if number not in dropped]


def _lawful(
    ledger: Ledger, outcomes: Sequence[RowOutcome], request: CollectionRequest
) -> Iterator[RowOutcome]:
    """Yield the rows; those whose entry breaks a rule of the journal are refused."""
    recorded = [row for row in outcomes if row.entry is not None]
    broken: dict[int, list[Refused]] = {}
    made = [row.entry for row in recorded if row.entry is not None]
    circumstances = Circumstances(request.today, _no_file)
    for number, finding in entries.faults(ledger, made, circumstances):
        row = recorded[number]
        why = Refused(Reason.BREAKS_RULE, row.place, finding.message, finding.hint, finding.code)
        broken.setdefault(id(row), []).append(why)
    for row in outcomes:
        whys = broken.get(id(row), [])
        for why in whys:
            row = _refused(row, why)  # noqa: PLW2901 - each adds one
        yield row


def _no_file(_name: str) -> bool:
    """Return that no file is looked for: what a return names is a reference."""
    return False


def _not_returned(
    collectors: Mapping[CommissionReference, Collector],
    rows: Sequence[ReadRow],
    readings: Sequence[_Reading],
) -> tuple[list[RowOutcome], list[Remarked]]:
    """Return the commitments whose rows did not come back, and those that may not have."""
    outcomes, doubts = [], []
    for reference, collector in collectors.items():
        name = str(reference)
        returned = {
            row.outcome.commitment: row.original
            for row in rows
            if row.outcome.reference == name and row.original is not None
        }
        missing, sure = collector.originals.not_among(returned)
        seen = {row.outcome.commitment for row in rows if row.outcome.reference == name}
        file = next(reading.about.name for reading in readings if name in reading.about.references)
        missing = [each for each in missing if each not in seen]
        place = CellPlace(file)
        if sure:
            fate = Fate.NOT_RETURNED
            outcomes += [
                RowOutcome(place=place, reference=name, commitment=each, fate=fate)
                for each in missing
            ]
        elif missing:
            told = tuple(missing)
            doubts.append(Remarked(Remark.MAY_LACK_ROWS, place, name, commitments=told))
    return outcomes, doubts

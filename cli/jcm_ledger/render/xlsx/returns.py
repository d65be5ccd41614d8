"""The workbook that a body fills in and sends back: the form, and how to fill it in.

What is told is locked, what is asked is open, tinted and empty. No cells are merged, no row keeps
its height and there is no table: people sort, copy and insert, and type more than there is.
"""

from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.return_form import (
    ANSWERS,
    HEAD_ANSWERS,
    HEADINGS,
    IN_ONE_CELL,
    LABELS,
    FormLanguage,
    HeadCell,
    ReturnColumn,
)
from jcm_ledger.render import safe
from jcm_ledger.render.phrases.forms import Voices, said, told, voices
from jcm_ledger.render.xlsx import guide
from jcm_ledger.render.xlsx.form import FormLooks, FormSheet, YieldingHeights
from jcm_ledger.render.xlsx.guide import Lists
from jcm_ledger.rules.commissions import Commission, CommissionedRow

_WIDTHS = {
    ReturnColumn.REF: 17,
    ReturnColumn.PROMISED: 26,
    ReturnColumn.SOURCE: 11,
    ReturnColumn.OWNERS: 12,
    ReturnColumn.DEADLINE: 13,
    ReturnColumn.ON_FILE: 21,
    ReturnColumn.STATUS: 12,
    ReturnColumn.NOTE: 22,
    ReturnColumn.HAPPENED: 11,
    ReturnColumn.EVIDENCE: 18,
    ReturnColumn.NEW_DEADLINE: 13,
    ReturnColumn.REASON: 14,
    ReturnColumn.CODE: 8,
}
"""The widths of the columns in characters: in all, an A4 sheet across at eight points."""

_PLACES = {column: place for place, column in enumerate(ReturnColumn)}
_LABELS_OF_ANSWERS = _PLACES[ReturnColumn.STATUS]
_NOTICES = _PLACES[ReturnColumn.HAPPENED]

_WIDTHS_OF_BOTH = {ReturnColumn.REF: 22, ReturnColumn.STATUS: 14}
"""How wide a column is that has a label of both languages in the head."""

_TITLE = 24  # points
_BOLD = 1  # characters by which a heading is wider, as it is bold

_CODE = (ReturnColumn.CODE, "BBBB-\nBBBB-\nBBBB")
"""How a row's code breaks."""

_BY_PEOPLE = {"format_columns": True, "format_rows": True}
"""What people may do to a protected sheet beside filling it in."""


def workbook(commission: Commission, ledger: Ledger, language: FormLanguage) -> bytes:
    """Return the workbook of a commission, the same bytes for the same ledger, day and language."""
    file = BytesIO()
    spoken = voices(ledger, language)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        book.set_properties(_properties(commission, ledger, spoken))
        looks, marking = FormLooks(book, language), ledger.circulation.marking or ""

        def sheet(name: str, pages: int = 0) -> FormSheet:
            made = FormSheet(book.add_worksheet(name, YieldingHeights), looks, language, spoken)
            committee = made.voices[0].committee(ledger.committee)
            made.print_on_a4(committee, commission.reference, marking, pages=pages)
            made.sheet.protect("", _BY_PEOPLE)
            # Programs are told that the text 2025 is no number typed by mistake.
            made.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
            return made

        form = sheet(said(spoken, lambda say: say.form_sheet, " "))
        second = sheet(said(spoken, lambda say: say.guide_sheet, " "), pages=len(spoken))
        lists = guide.fill(second, commission, ledger.circulation)
        _fill_form(form, commission, ledger, lists)
    return file.getvalue()


def _properties(commission: Commission, ledger: Ledger, spoken: Voices) -> dict[str, object]:
    """Return what programs show of a file: whose it is, and nothing of the machine."""
    paper = ledger.circulation
    texts = {
        "title": said(spoken, lambda say: say.form_title(ledger.committee), IN_ONE_CELL),
        "subject": str(commission.reference),
        "author": paper.prepared_by,
        "category": paper.marking,
    }
    properties = {name: safe.excel_cell(safe.one_line(text or "")) for name, text in texts.items()}
    return {**properties, "created": datetime.combine(commission.issued, time(), UTC)}


def _fill_form(form: FormSheet, commission: Commission, ledger: Ledger, lists: Lists) -> None:
    for column, place in _PLACES.items():
        form.sheet.set_column(place, place, _width(form, column))
    line = 0
    if marking := ledger.circulation.marking:
        form.write(line, 0, safe.one_line(marking), form.looks.marking)
        line += 1
    for say in form.voices:
        form.write(line, 0, safe.one_line(say.form_title(ledger.committee)), form.looks.title)
        form.sheet.set_row(line, _TITLE)
        line += 1
    head = _fill_head(form, line, commission, lists)
    _fill_headings(form, head)
    for at, row in enumerate(commission.rows, start=head + 1):
        _fill_row(form, at, row, ledger)
    last = head + len(commission.rows)
    _ask(form, head + 1, last, lists)
    form.sheet.freeze_panes(head + 1, 1)
    form.sheet.repeat_rows(head)
    form.sheet.print_area(0, 0, last, len(_PLACES) - 1)


def _fill_head(form: FormSheet, line: int, commission: Commission, lists: Lists) -> int:
    """Write what is told of the commission and what is asked of it; return the line of headings.

    Where a body has two names, they have a line of their own.
    """
    values = {
        HeadCell.BODY: form.said(lambda say: say.body(commission.body), IN_ONE_CELL),
        HeadCell.ISSUED: form.said(lambda say: say.day(commission.issued), IN_ONE_CELL),
        HeadCell.REPLY_BY: form.said(lambda say: say.day(commission.reply_by), IN_ONE_CELL),
        HeadCell.REFERENCE: str(commission.reference),
    }
    for at, (cell, value) in enumerate(values.items(), start=line):
        form.write(at, 0, LABELS[cell].said(form.language, IN_ONE_CELL), form.looks.label)
        form.write(at, 1, safe.one_line(value), form.looks.value)
    _ask_head(form, line + len(values), HeadCell.REMARKS, 0, form.looks.label)
    first = line + (form.language is FormLanguage.BOTH)
    places = enumerate((cell for cell in HEAD_ANSWERS if cell is not HeadCell.REMARKS), start=first)
    for at, cell in places:
        _ask_head(form, at, cell, _LABELS_OF_ANSWERS, form.looks.asked_label)
        if cell is HeadCell.NIL_RETURN:
            _choose(form, at, _LABELS_OF_ANSWERS + 1, at, lists.yes)
    _fill_notices(form, first)
    last = first + len(HEAD_ANSWERS) - 1
    for at in range(line, last):
        form.stretch(at, [("", 1)])
    return last


def _ask_head(form: FormSheet, line: int, cell: HeadCell, at: int, looks: Format) -> None:
    """Write a label and, to its right, a cell to fill in that says what is wanted."""
    form.write(line, at, LABELS[cell].said(form.language, IN_ONE_CELL), looks)
    form.sheet.write_blank(line, at + 1, None, form.looks.answer)
    if prompt := form.said(lambda say: say.head_prompts.get(cell, "")):
        _prompt(form, line, at + 1, line, prompt)


def _fill_notices(form: FormSheet, first: int) -> None:
    """Write where to read on, and what is said once of the whole form, a language a line."""
    notices = [text for say in form.voices for text in (say.see_guide, say.untranslated) if text]
    for at, text in enumerate(notices, start=first):
        form.write(at, _NOTICES, text, form.looks.value)


def _width(form: FormSheet, column: ReturnColumn) -> int:
    """Return how wide a column is, in characters."""
    both = _WIDTHS_OF_BOTH if form.language is FormLanguage.BOTH else {}
    return both.get(column, _WIDTHS[column])


def _fill_headings(form: FormSheet, line: int) -> None:
    for column, place in _PLACES.items():
        looks = form.looks.asked if column in ANSWERS else form.looks.heading
        form.write(line, place, HEADINGS[column].said(form.language), looks)
    form.stretch(
        line,
        (
            (HEADINGS[column].said(form.language), _width(form, column) - _BOLD)
            for column in _PLACES
        ),
    )


def _fill_row(form: FormSheet, line: int, row: CommissionedRow, ledger: Ledger) -> None:
    texts = told(ledger, row.standing, form.language)
    for column, text in texts.items():
        looks = form.looks.ref if column is ReturnColumn.REF else form.looks.told
        form.write(line, _PLACES[column], text, looks)
    form.stretch(line, ((text, _width(form, column)) for column, text in (*texts.items(), _CODE)))
    for column in ANSWERS:
        form.sheet.write_blank(line, _PLACES[column], None, form.looks.answer)
    form.write(line, _PLACES[ReturnColumn.CODE], str(row.code), form.looks.code)


def _ask(form: FormSheet, first: int, last: int, lists: Lists) -> None:
    """Let a status be chosen, and say in a cell of other columns how its answer is written."""
    _choose(form, first, _PLACES[ReturnColumn.STATUS], last, lists.statuses)
    for column in ANSWERS:
        prompt = form.said(lambda say: say.prompts.get(column, ""))  # noqa: B023 - called at once
        if prompt:
            _prompt(form, first, _PLACES[column], last, prompt)


def _prompt(form: FormSheet, first: int, column: int, last: int, prompt: str) -> None:
    """Let the cells of a column say what is wanted when they are chosen."""
    shown = {"validate": "any", "input_message": prompt}
    form.sheet.data_validation(first, column, last, column, shown)


def _choose(form: FormSheet, first: int, column: int, last: int, words: str) -> None:
    refused = form.said(lambda say: say.not_in_list)
    rule = {"validate": "list", "source": words, "error_message": refused}
    form.sheet.data_validation(first, column, last, column, rule)

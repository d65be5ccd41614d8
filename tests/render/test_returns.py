"""The workbook that a body fills in, read back with openpyxl, which did not write it."""

import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from examples import make_commitment, make_entry, make_ledger
from hostile import CORPUS, STEERING, Hold
from hostile import ledger as hostile
from jcm_ledger import load
from jcm_ledger.model.ledger import Circulation, Ledger
from jcm_ledger.model.return_form import (
    ANSWERS,
    HEAD_ANSWERS,
    HEADINGS,
    FormLanguage,
    HeadCell,
    ReturnColumn,
    column_headed,
    head_cell_labelled,
    says_yes,
    status_answered,
)
from jcm_ledger.render.phrases.forms import told
from jcm_ledger.render.xlsx.returns import workbook
from jcm_ledger.rules.commissions import (
    Commission,
    CommissionReference,
    commission,
    commissions,
    file_names,
)
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.standing import standings
from pages import shipped

DAY, REPLY_BY = date(2026, 11, 25), date(2026, 12, 11)
LANGUAGES = pytest.mark.parametrize("language", FormLanguage)


def of(body: str, ledger: Ledger | None = None) -> Commission:
    """Return the commission to one body, of the shipped ledger unless another is given."""
    found = commissions(ledger or shipped(), DAY, Query(), REPLY_BY)
    return next(each for each in found if each.body.id == body)


def book(
    language: FormLanguage = FormLanguage.EN, body: str = "METI", ledger: Ledger | None = None
) -> Workbook:
    """Return the workbook of a body as openpyxl reads it."""
    whole = ledger or shipped()
    return load_workbook(io.BytesIO(workbook(of(body, whole), whole, language)))


def form(language: FormLanguage = FormLanguage.EN, ledger: Ledger | None = None) -> Worksheet:
    """Return the first sheet of METI's workbook."""
    return book(language, ledger=ledger).worksheets[0]


def head_row(sheet: Worksheet) -> int:
    """Return the number of the row that has the headings of the columns."""
    (row,) = [
        number
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1)
        if all(column_headed(str(value)) for value in values)
    ]
    return row


def cells(sheet: Worksheet) -> list[dict[ReturnColumn, Any]]:
    """Return the cells of each row under the headings, by column."""
    head = head_row(sheet)
    return [dict(zip(ReturnColumn, row, strict=True)) for row in sheet.iter_rows(min_row=head + 1)]


def beside(sheet: Worksheet) -> dict[HeadCell, Any]:
    """Return the cells to the right of the labels above the headings."""
    found = {}
    for row in sheet.iter_rows(max_row=head_row(sheet) - 1):
        for cell, right in pairwise(row):
            if label := head_cell_labelled(str(cell.value or "")):
                found[label] = right
    return found


@LANGUAGES
def test_the_form_has_a_row_for_each_commitment(language: FormLanguage) -> None:
    """With its id, what is told of it as it stands in the ledger, and its code."""
    rows = cells(form(language))
    asked = of("METI").rows
    assert [row[ReturnColumn.REF].value for row in rows] == [
        "semiconductor-talks",
        "matching-events",
    ]
    for row, each in zip(rows, asked, strict=True):
        for column, text in told(shipped(), each.standing, language).items():
            assert row[column].value == text
        assert row[ReturnColumn.CODE].value == str(each.code)


@LANGUAGES
def test_headings_stand_in_one_row_from_the_first_column(language: FormLanguage) -> None:
    """In the order of the columns, in the language of the form, each known again."""
    sheet = form(language)
    headings = [str(cell.value) for cell in sheet[head_row(sheet)]]
    assert headings == [words.said(language) for words in HEADINGS.values()]
    assert [*map(column_headed, headings)] == [*ReturnColumn]


@LANGUAGES
def test_answers_are_blank_open_text(language: FormLanguage) -> None:
    """What is typed stays text, may be typed without a password, and nothing is filled in.

    A status that was filled in and left alone could not be told from one that was confirmed.
    """
    sheet = form(language)
    asked = [row[column] for row in cells(sheet) for column in ANSWERS]
    asked += [beside(sheet)[cell] for cell in HEAD_ANSWERS]
    for cell in asked:
        assert cell.value is None
        assert not cell.protection.locked
        assert cell.number_format == "@"
        assert cell.alignment.wrap_text
        assert cell.fill.fgColor.rgb == "FFFFF8E1"


def test_everything_else_is_locked_without_a_password() -> None:
    """Both sheets are protected, and whoever wants to take that off can."""
    for sheet in book().worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert not sheet.protection.formatColumns
        assert not sheet.protection.formatRows
    first = form()
    answers = {cell.coordinate for row in cells(first) for cell in map(row.get, ANSWERS) if cell}
    answers |= {beside(first)[cell].coordinate for cell in HEAD_ANSWERS}
    unlocked = {c.coordinate for row in first.iter_rows() for c in row if not c.protection.locked}
    assert unlocked == answers


@LANGUAGES
def test_the_status_is_chosen_from_a_range_of_the_second_sheet(language: FormLanguage) -> None:
    """Each word of the list is known again; so is the one for nothing to report."""
    read = book(language)
    sheet, guide = read.worksheets
    chosen = {
        str(rule.sqref): rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    statuses = [row[ReturnColumn.STATUS].coordinate for row in cells(sheet)]
    nil = beside(sheet)[HeadCell.NIL_RETURN].coordinate
    assert {*chosen} == {f"{statuses[0]}:{statuses[-1]}", nil}
    words = in_range(guide, chosen[f"{statuses[0]}:{statuses[-1]}"])
    assert len(words) == 7
    assert all(map(status_answered, words))
    (yes,) = in_range(guide, chosen[nil])
    assert says_yes(yes)


def in_range(sheet: Worksheet, formula: str) -> list[str]:
    """Return the values of a range of this sheet: 'How to fill in'!$A$1:$A$2."""
    match = re.fullmatch(r"'([^']+)'!(.+)", formula)
    assert match
    assert match[1] == sheet.title
    cells = sheet[match[2].replace("$", "")]
    return [str(cell.value) for (cell,) in (cells if isinstance(cells, tuple) else ((cells,),))]


@LANGUAGES
def test_every_word_is_defined_and_the_examples_are_no_answers(language: FormLanguage) -> None:
    """The second sheet says in a line what each means; no row of it reads as a row of answers."""
    guide = book(language).worksheets[1]
    rows = [[str(cell.value or "") for cell in row] for row in guide.iter_rows()]
    defined = {status_answered(row[0]): row[1] for row in rows if status_answered(row[0])}
    assert len(defined) == 7
    assert all(defined.values())
    for row in rows:
        assert len([text for text in row if column_headed(text)]) < 2
        assert not any(map(head_cell_labelled, row))


@LANGUAGES
def test_it_tells_for_whom_when_and_under_which_reference(language: FormLanguage) -> None:
    """Above the rows, each beside its label."""
    head = beside(form(language))
    assert {*head} == {*HeadCell}
    assert head[HeadCell.REFERENCE].value == str(of("METI").reference)
    assert "METI" in str(head[HeadCell.BODY].value)
    assert "11" in str(head[HeadCell.REPLY_BY].value)


def test_nothing_of_the_head_stands_in_the_way_of_another_text() -> None:
    """Where a body has two names, no other text stands in its line."""
    sheet = form(FormLanguage.BOTH)
    head = beside(sheet)
    (line,) = sheet.iter_rows(head[HeadCell.BODY].row, head[HeadCell.BODY].row)
    assert len([cell for cell in line if cell.value]) == 2
    assert " / " in head[HeadCell.BODY].value


@LANGUAGES
def test_a_japanese_form_says_once_what_is_in_english(language: FormLanguage) -> None:
    """Above the rows, not after each title."""
    texts = [str(cell.value or "") for row in form(language).iter_rows() for cell in row]
    said = [text for text in texts if "日本語訳がない箇所" in text]
    assert len(said) == (language is not FormLanguage.EN)


@LANGUAGES
def test_a_cell_above_the_rows_says_what_is_wanted(language: FormLanguage) -> None:
    """When it is chosen: who clears a return, how its day is written, what remarks are about."""
    sheet = form(language)
    prompts = {
        str(rule.sqref): rule.prompt
        for rule in sheet.data_validations.dataValidation
        if rule.prompt
    }
    head = beside(sheet)
    for cell in (HeadCell.CLEARED_BY, HeadCell.RETURNED, HeadCell.REMARKS):
        assert prompts[head[cell].coordinate]


def test_japanese_days_stand_in_both_calendars() -> None:
    """An official counts in eras; a weekday helps whoever plans."""
    head = beside(form(FormLanguage.JA))
    assert head[HeadCell.REPLY_BY].value == "2026年12月11日（金）（令和8年12月11日）"
    assert beside(form())[HeadCell.REPLY_BY].value == "Friday 11 December 2026"


@LANGUAGES
def test_it_prints_on_a4_across_with_its_head_on_every_page(language: FormLanguage) -> None:
    """One page wide, each with its number, the reference and the marking."""
    marked = replace(shipped(), circulation=Circulation(marking="OFFICIAL-SENSITIVE"))
    for sheet in book(language, ledger=marked).worksheets:
        setup: Any = sheet
        assert (setup.page_setup.paperSize, setup.page_setup.orientation) == (9, "landscape")
        assert setup.sheet_properties.pageSetUpPr.fitToPage
        assert setup.page_setup.fitToWidth in (1, None)
        assert "&P" in setup.oddFooter.right.text
        assert "&N" in setup.oddFooter.right.text
        assert "OFFICIAL-SENSITIVE" in setup.oddHeader.center.text
        assert "OFFICIAL-SENSITIVE" in setup.oddFooter.center.text
        assert str(of("METI", marked).reference) in setup.oddHeader.right.text
    first = form(language, marked)
    head = head_row(first)
    assert first.print_title_rows == f"${head}:${head}"
    assert first["A1"].value == "OFFICIAL-SENSITIVE"
    assert first.freeze_panes == f"B{head + 1}"


def test_nothing_is_merged_fixed_in_height_or_a_table() -> None:
    """People sort, copy and insert rows; and what is typed into one makes it higher."""
    packed = ZipFile(io.BytesIO(workbook(of("METI"), shipped(), FormLanguage.BOTH)))
    assert not [name for name in packed.namelist() if "table" in name.lower()]
    for sheet in book(FormLanguage.BOTH).worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.auto_filter.ref is None
        assert sheet.sheet_state == "visible"
    for name in packed.namelist():
        if name.startswith("xl/worksheets/"):
            text = packed.read(name).decode()
            assert "<row " in text
            assert "customHeight" not in text


@LANGUAGES
def test_the_same_request_is_the_same_bytes(language: FormLanguage) -> None:
    """Nothing of the machine or of the hour is in it."""
    first, second = (workbook(of("METI"), shipped(), language) for _ in range(2))
    assert first == second


def test_two_languages_say_everything_twice_and_ids_once() -> None:
    """A line that is the same in both stands once, and so does what has no translation."""
    made = make_commitment("talks", title="Hold talks", summary="Talk.", owners=("A",))
    ledger = make_ledger(made, journal=[make_entry("2026-01-02", "in-progress", note="Begun.")])
    row = of("A", ledger).rows[0].standing
    both = told(ledger, row, FormLanguage.BOTH)
    assert both[ReturnColumn.REF] == "talks"
    assert both[ReturnColumn.OWNERS] == "A"
    assert both[ReturnColumn.PROMISED] == "Hold talks\nTalk."
    assert both[ReturnColumn.ON_FILE].count("Begun.") == 1
    japanese = told(ledger, row, FormLanguage.JA)
    assert japanese[ReturnColumn.PROMISED] == "Hold talks\nTalk."
    assert told(ledger, row, FormLanguage.EN)[ReturnColumn.PROMISED] == "Hold talks\nTalk."


def test_what_is_on_file_is_told_side_by_side() -> None:
    """Whoever answers "no change" sees what would not change, and who said so when."""
    ledger = make_ledger(
        make_commitment("talks"),
        journal=[
            make_entry("2026-01-02", "in-progress", note="Begun."),
            make_entry("2026-02-03", note="Asked again.", by="B"),
        ],
    )
    row = of("A", ledger).rows[0].standing
    assert told(ledger, row, FormLanguage.EN)[ReturnColumn.ON_FILE].split("\n") == [
        "UK: in progress (A, 2 January 2026)",
        "Japan: nothing on file",
        "3 February 2026, B: Asked again.",
    ]


def test_a_moved_deadline_is_told_with_the_first() -> None:
    """And with the words of the statement."""
    made = make_commitment("talks", deadline="2026-H1", deadline_text="by the summer")
    moved = make_entry("2026-05-02", None, deadline="2027-03-31", note="No room.")
    ledger = make_ledger(made, journal=[moved])
    row = of("A", ledger).rows[0].standing
    assert told(ledger, row, FormLanguage.EN)[ReturnColumn.DEADLINE].split("\n") == [
        "31 March 2027",
        "originally January to June 2026",
        "“by the summer”",
    ]
    assert told(ledger, row, FormLanguage.JA)[ReturnColumn.DEADLINE].split("\n") == [
        "2027年3月31日",
        "当初期限：2026年1～6月",
        "“by the summer”",
    ]


@pytest.mark.parametrize("text", ["x" * 40_000, "日本" * 20_000, "a b\n" * 9_000])
@LANGUAGES
def test_a_long_text_is_cut_and_says_so(text: str, language: FormLanguage) -> None:
    """A row is never higher than a sheet can show."""
    made = make_commitment("talks", title=text, summary=text, deadline_text=text, owners=("A",))
    ledger = make_ledger(made, journal=[make_entry("2026-01-02", note=text)])
    sheet = book(language, "A", ledger).worksheets[0]
    (row,) = cells(sheet)
    for column in (ReturnColumn.PROMISED, ReturnColumn.ON_FILE, ReturnColumn.DEADLINE):
        assert " […]" in str(row[column].value)
        assert len(str(row[column].value)) < 600
    assert sheet.row_dimensions[head_row(sheet) + 1].height <= 409


@pytest.mark.parametrize("hold", Hold)
def test_no_text_of_a_ledger_acts_in_a_form(hold: Hold, tmp_path: Path) -> None:
    """None is a formula, a link, or steers what shows it; each body is asked about every text."""
    file = tmp_path / "hostile.toml"
    file.write_text(hostile(CORPUS, hold), encoding="utf-8", newline="")
    ledger = load(file)
    rows = [row for row in standings(ledger, date(2024, 2, 22)) if row.open]
    assert len(rows) >= 5
    for body in [*ledger.organisations.values()][::15]:
        data = workbook(commission(ledger, body, rows, DAY, REPLY_BY), ledger, FormLanguage.BOTH)
        assert not [n for n in ZipFile(io.BytesIO(data)).namelist() if "external" in n.lower()]
        for sheet in load_workbook(io.BytesIO(data)):
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type != "f", cell.value
                assert cell.hyperlink is None
                assert not STEERING.search(str(cell.value))


def test_names_of_files_are_ascii_and_differ() -> None:
    """Whatever an id is made of, and where capitals do not count."""
    ids = ("DSIT", "dsit", "経済産業省", "省", "a/b", "x" * 300)
    meti = of("METI")
    tails = iter("ABCDEF")
    asked = [
        Commission(
            reference=CommissionReference(DAY, name, next(tails) * 4),
            body=replace(meti.body, id=name),
            reply_by=REPLY_BY,
            rows=meti.rows,
        )
        for name in ids
    ]
    names = file_names(asked)
    assert names[:3] == [
        "JCM-return-DSIT-2026-11-25",
        "JCM-return-dsit-BBBB-2026-11-25",
        "JCM-return-CCCC-2026-11-25",
    ]
    assert len({name.casefold() for name in names}) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]{1,100}", name) for name in names)


@pytest.mark.parametrize(("language", "points"), [("en", 8.0), ("ja", 8.0), ("both", 7.7)])
def test_what_is_printed_can_be_read(language: str, points: float) -> None:
    """One page wide, letters of eleven points are as large as this; a character is seven pixels."""
    sheet = form(FormLanguage(language))
    letters = [get_column_letter(at) for at in range(1, len(ReturnColumn) + 1)]
    width = sum(sheet.column_dimensions[letter].width for letter in letters)
    margins = sheet.page_margins.left + sheet.page_margins.right
    assert 11 * (297 / 25.4 - margins) * 96 / 7 / width >= points


def test_two_languages_are_cut_alike() -> None:
    """Where a note is too long for both, neither pushes the other out."""
    made = make_commitment("talks", owners=("A",), title="Hold talks", title_ja="協議" * 200)
    entry = make_entry("2026-01-02", note="words " * 100, note_ja="記録" * 200)
    ledger = make_ledger(made, journal=[entry])
    both = told(ledger, of("A", ledger).rows[0].standing, FormLanguage.BOTH)
    reported, english, japanese = both[ReturnColumn.ON_FILE].rsplit("\n", 2)
    assert reported.endswith("状況の報告なし")
    for note, text in ((english, "words words"), (japanese, "記録記録")):
        assert text in note
        assert note.endswith(" […]")
    assert both[ReturnColumn.PROMISED].startswith("Hold talks\n協議協議")

"""What stands in a return beside its answers: nothing of it is lost without a word."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.model.return_form import FormLanguage, HeadCell, ReturnColumn
from jcm_ledger.rules.collecting.outcomes import Collection, Fate, Reason, Remark
from returns import by_ref, came_to, cell, filled, form, head_cell, reasons

C = ReturnColumn
LEDGER = make_ledger(
    make_commitment("talks", title="Talks", deadline="2027-03"),
    make_commitment("labs", title="Labs", owners=("A",)),
    journal=[make_entry("2026-06-01", "in-progress", commitment="labs")],
)


def told(found: Collection) -> list[tuple[Remark, str, str]]:
    """Return what is told: what stands there, and where."""
    return [(each.remark, each.said, each.place.address) for each, _ref in found.every_remark]


def edited(*edits: Callable[[Workbook], object], language: FormLanguage = FormLanguage.EN) -> bytes:
    """Return a form without answers, edited."""
    return filled(form(LEDGER, "A", language), {}, {}, *edits)


@pytest.mark.parametrize("language", FormLanguage)
def test_of_a_form_as_it_was_sent_nothing_is_told(language: FormLanguage) -> None:
    """Neither its head nor its guide was changed, in any language."""
    assert told(came_to(LEDGER, edited(language=language))) == []


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("key", [HeadCell.BODY, HeadCell.ISSUED, HeadCell.REPLY_BY])
def test_a_changed_head_is_told(key: HeadCell, language: FormLanguage) -> None:
    """With what stands there now and what was sent."""

    def edit(book: Workbook) -> None:
        head_cell(book.worksheets[0], key).value = "we need until 18 December 2026"

    found = came_to(LEDGER, edited(edit, language=language))
    ((remark, said, address),) = told(found)
    assert (remark, said) == (Remark.HEAD_CHANGED, "we need until 18 December 2026")
    assert address
    assert found.remarks[0].expected


def test_another_day_of_reply_is_told() -> None:
    """Though it is written as the form writes days: the guide has the one that was sent."""

    def edit(book: Workbook) -> None:
        head_cell(book.worksheets[0], HeadCell.REPLY_BY).value = "Friday 18 December 2026"

    found = came_to(LEDGER, edited(edit))
    assert found.remarks[0].expected == "Friday 11 December 2026"


def test_what_is_written_on_the_guide_is_told() -> None:
    """In a cell of its own, or in the place of a step."""

    def edit(book: Workbook) -> None:
        book.worksheets[1]["B3"].value = "We do not understand this"
        book.worksheets[1]["D2"].value = "call me"

    assert [(said, address) for _remark, said, address in told(came_to(LEDGER, edited(edit)))] == [
        ("call me", "D2"),
        ("We do not understand this", "B3"),
    ]


_DRAWING = """<xdr:wsDr
 xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
 <xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>13</xdr:row></xdr:from>
 <xdr:sp><xdr:txBody><a:p><a:r><a:t>Please </a:t></a:r><a:r><a:t>call</a:t></a:r></a:p>
 <a:p><a:r><a:t>Priya</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>
 <xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from>
 <xdr:pic/></xdr:oneCellAnchor></xdr:wsDr>"""
_RELATIONS = """<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
 Target="../drawings/drawing1.xml"/></Relationships>"""


def drawn_on(content: bytes, drawing: str) -> bytes:
    """Return a workbook with a drawing on its first sheet."""
    made = BytesIO(content)
    with ZipFile(made, "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", drawing)
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", _RELATIONS)
    return made.getvalue()


def test_a_text_box_and_a_picture_are_told() -> None:
    """Where they lie on which sheet, and what the box says."""
    assert told(came_to(LEDGER, drawn_on(edited(), _DRAWING))) == [
        (Remark.TEXT_BOX, "Please call Priya", "C14"),
        (Remark.PICTURE, "", "A1"),
    ]


@pytest.mark.parametrize("drawing", ["<not closed", f"<!DOCTYPE a>{_DRAWING}"])
def test_a_drawing_that_cannot_be_read_holds_nothing_up(drawing: str) -> None:
    """It is told that something lies there."""
    found = came_to(LEDGER, drawn_on(edited(), drawing))
    assert told(found) == [(Remark.PICTURE, "", "")]
    assert not found.held_up


def test_a_remark_in_a_row_of_its_own_is_left_out_by_its_cell() -> None:
    """All that stands in it is quoted before, and told after."""

    def edit(book: Workbook) -> None:
        book.worksheets[0]["A20"].value = "NEW: a call"
        book.worksheets[0]["D20"].value = "ask Priya"

    content = edited(edit)
    ((refused, _ref),) = came_to(LEDGER, content).every_refusal
    assert refused.found == "NEW: a call | ask Priya"
    found = came_to(LEDGER, content, left_out=frozenset({"A20"}))
    assert not found.held_up
    assert told(found) == [(Remark.LEFT_OUT, "NEW: a call | ask Priya", "A20")]


def test_rows_are_checked_though_the_day_cannot_be_read() -> None:
    """And none of them is said not to have come back."""
    content = filled(
        form(LEDGER, "A"), {"talks": {C.STATUS: "soon"}}, {HeadCell.RETURNED: "5/6/2026"}
    )
    found = came_to(LEDGER, content)
    assert reasons(found) == [Reason.UNCLEAR_RETURN_DAY, Reason.UNKNOWN_STATUS]
    assert not found.of(Fate.NOT_RETURNED)


def test_of_two_readings_of_the_day_one_before_the_issue_is_none() -> None:
    """4 December, not 12 April; that is told."""
    content = filled(
        form(LEDGER, "A"), {"talks": {C.STATUS: "stalled"}}, {HeadCell.RETURNED: "04/12/2026"}
    )
    found = came_to(LEDGER, content)
    assert str(found.entries[0].date) == "2026-12-04"
    assert Remark.DAY_READ in [remark for remark, _said, _address in told(found)]


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    """A new deadline that cannot be read has no reason either."""
    content = filled(form(LEDGER, "A"), {"talks": {C.NEW_DEADLINE: "tbc"}})
    assert reasons(came_to(LEDGER, content)) == [Reason.UNCLEAR_DAY, Reason.NO_REASON]


def test_nothing_to_report_where_nothing_is_on_file_is_counted_apart() -> None:
    """There is no word that could still hold."""
    nil = filled(form(LEDGER, "A"), {}, {HeadCell.NIL_RETURN: "yes"})
    rows = by_ref(came_to(LEDGER, nil))
    assert (rows["labs"].fate, rows["talks"].fate) == (Fate.NO_CHANGE, Fate.NOTHING_ON_FILE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ref: https://e.org/a; press release", ("press release <https://e.org/a>",)),
        ("See https://e.org/a and https://e.org/b", ("ref: See and", "https://e.org/a",
                                                     "https://e.org/b")),
    ],
)  # fmt: skip
def test_an_address_among_words_stays_an_address(typed: str, kept: tuple[str, ...]) -> None:
    """How it is kept is told."""
    content = filled(form(LEDGER, "A"), {"talks": {C.NOTE: "News.", C.EVIDENCE: typed}})
    found = came_to(LEDGER, content)
    assert found.entries[0].evidence == kept
    assert Remark.ADDRESS_IN_WORDS in [remark for remark, _said, _address in told(found)]


def test_a_word_read_as_a_status_is_told() -> None:
    """A full stop is not, nor is a word of the list."""
    for typed, remarks in (("Abandoned", [Remark.STATUS_READ]), ("Completed.", [])):
        content = filled(form(LEDGER, "A"), {"talks": {C.STATUS: typed}})
        found = came_to(LEDGER, content)
        assert [remark for remark, _said, _address in told(found)] == remarks
        assert len(found.entries) == 1


def test_a_heading_of_one_s_own_is_refused_once() -> None:
    """At its cell, whatever number of rows stands below."""

    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        at = cell(sheet, "talks", C.NOTE).column
        for ref in ("talks", "labs"):
            cell(sheet, ref, C.NOTE).value = "News."
        for row in sheet.iter_rows():
            for each in row:
                if each.column == at and each.value == "What happened":
                    each.value = "Progress made"

    ((refused, ref),) = came_to(LEDGER, edited(edit)).every_refusal
    assert (refused.reason, refused.found, ref) == (Reason.OTHER_HEADING, "Progress made", "")


def test_japanese_texts_are_quoted_from_a_japanese_form() -> None:
    """Else nobody could put the old text back."""

    def edit(book: Workbook) -> None:
        cell(book.worksheets[0], "talks", C.OWNERS).value = "C"

    content = edited(edit, language=FormLanguage.JA)
    was = load_workbook(BytesIO(form(LEDGER, "A", FormLanguage.JA))).worksheets[0]
    ((refused, _ref),) = came_to(LEDGER, content).every_refusal
    assert refused.expected == cell(was, "talks", C.OWNERS).value
    assert refused.heading == "担当機関"

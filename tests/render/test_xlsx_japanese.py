"""The workbook in Japanese and in both languages, read back by a library that did not write it."""

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import japanese
from examples import make_commitment, make_entry, make_ledger, make_report
from jcm_ledger.model.status import Status
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import speak
from jcm_ledger.render.phrases.bilingual import each_language
from jcm_ledger.render.xlsx import workbook
from jcm_ledger.render.xlsx.heights import height_of
from jcm_ledger.rules.standing import Timing

X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LANGUAGES = ["ja", "ja-u-ca-japanese", "both"]


@cache
def written(lang: str) -> bytes:
    """Return the workbook of the Japanese ledger in a language."""
    return workbook(japanese.report(), speak(lang, japanese.ledger().organisations))


def opened(lang: str) -> Workbook:
    """Return it as openpyxl reads it."""
    return load_workbook(BytesIO(written(lang)))


def commitments(lang: str) -> Worksheet:
    """Return the sheet of commitments."""
    return opened(lang).worksheets[1]


AnyCell = Cell | MergedCell


def rows(sheet: Worksheet) -> list[dict[str, AnyCell]]:
    """Return the rows under the headings, cell by cell."""
    headings, *lines = sheet.iter_rows()
    return [
        {str(name.value): cell for name, cell in zip(headings, line, strict=True)} for line in lines
    ]


def days(sheet: Worksheet) -> list[AnyCell]:
    """Return the cells that hold a day."""
    return [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, datetime)]


def room(sheet: Worksheet, cell: AnyCell) -> float:
    """Return how wide the column of a cell is."""
    widths = {}
    for each in sheet.column_dimensions.values():
        widths.update(dict.fromkeys(range(each.min or 0, (each.max or 0) + 1), float(each.width)))
    return widths[int(cell.column or 0)]


def printed(sheet: Worksheet) -> tuple[str, str]:
    """Return what stands at the foot of each printed page, on the left and on the right."""
    assert sheet.oddFooter is not None
    return str(sheet.oddFooter.left.text), str(sheet.oddFooter.right.text)


def test_no_english_word_is_left() -> None:
    """The names of sheets, their headings, statuses, timings, and what the workbook is about."""
    book = opened("ja")
    assert book.sheetnames == ["要点", "コミットメント", "進捗記録", "機関", "概要"]
    told = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and not str(cell.value).startswith("https://")
    ]
    feet = [text for sheet in book.worksheets for text in printed(sheet)]
    words = japanese.english_words("\n".join([*told, *feet, *book.sheetnames]))
    in_english = {"They", "talk", "met", "Talks", "Ministry", "Agency"}  # the other language
    assert words <= in_english
    assert feet[1].endswith("&P／&Nページ")


@pytest.mark.parametrize(
    ("lang", "format_of_days"),
    [
        ("ja", 'yyyy"年"m"月"d"日"'),
        ("ja-u-ca-japanese", '[$-411]ggge"年"m"月"d"日"'),
        ("both", "yyyy-mm-dd"),
    ],
)
def test_days_are_days_and_have_room(lang: str, format_of_days: str) -> None:
    """They sort and count as days, and a narrow column would show #### for one."""
    found = [(sheet, cell) for sheet in opened(lang).worksheets for cell in days(sheet)]
    assert found
    widest = 16 if lang != "both" else 12  # 2024年12月31日, in letters of two columns, and a margin
    for sheet, cell in found:
        assert cell.number_format == format_of_days
        assert room(sheet, cell) >= widest


def test_a_period_is_written_by_its_months() -> None:
    """2024-H1 is April to September to whoever counts by the fiscal year."""
    talks = next(row for row in rows(commitments("ja")) if row["ID"].value == "talks")
    assert talks["期限"].value == "2024年1～6月"
    assert talks["末日"].value == datetime(2024, 6, 30)  # noqa: DTZ001 - a cell knows no time zone
    assert (talks["残日数"].value, talks["残日数"].number_format) == (-32, '#,##0;"▲"#,##0')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_is_in_a_font_that_has_japanese(lang: str) -> None:
    """No font of a theme takes its place."""
    with ZipFile(BytesIO(written(lang))) as file:
        styles = ET.fromstring(file.read("xl/styles.xml"))  # noqa: S314 - our own
    fonts = styles.findall(f"{X}fonts/{X}font")
    assert fonts
    for font in fonts:
        looks = {each.tag.removeprefix(X): each.get("val", "") for each in font}
        assert (looks["name"], looks["charset"]) == ("Yu Gothic", "128")
        assert "scheme" not in looks


def searched(formula: str) -> str:
    """Return the text that the formula of a rule makes: pieces, and the ends of lines."""
    pieces = re.findall(r'"([^"]*)"|(CHAR\(10\))', formula)
    return "".join(text or "\n" * bool(end) for text, end in pieces)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_and_timing_has_a_colour_and_a_word(lang: str) -> None:
    """What a colour says, the cell says too: the rules look for the very words of the language."""
    say = speak(lang)
    sheet = commitments(lang)
    found = [rule for each in sheet.conditional_formatting for rule in each.rules]
    coloured = {searched(rule.formula[0]) for rule in found if rule.type == "cellIs"}
    statuses = {*map(say.status, (None, *Status)), say.NO_STATUS}
    assert coloured == statuses | set(map(say.calendar_word, Timing))
    timings = {row[say.labels.TIMING].value for row in rows(sheet)}
    assert timings
    assert timings <= coloured


def test_what_is_in_both_languages_has_a_column_for_the_other() -> None:
    """In English beside the Japanese, and only what stands there in Japanese first."""
    by_id = {str(row["ID"].value): row for row in rows(commitments("ja"))}
    assert by_id["talks"]["事項"].value == "半導体に関する協議"
    assert by_id["talks"]["題名（英語）"].value == "Talks"
    assert by_id["call"]["事項"].value == "共同公募"
    assert by_id["call"]["題名（英語）"].value is None
    assert not {"題名（英語）", "Title in Japanese"} & {
        str(cell.value) for cell in next(commitments("both").iter_rows())
    }


def test_both_languages_stand_in_a_cell_under_each_other() -> None:
    """Headings, titles and words in two lines; days, ids and numbers once; nothing is cut."""
    book = opened("both")
    assert book.sheetnames[:2] == ["Brief 要点", "Commitments コミットメント"]
    sheet = book.worksheets[1]
    talks = next(row for row in rows(sheet) if "talks" in {cell.value for cell in row.values()})
    assert talks["Commitment\n事項"].value == "Talks\n半導体に関する協議"
    assert talks["Timing\n期限状況"].value == "overdue\n期限超過"
    assert talks["Status, UK\n進捗状況（英国）"].value == "stalled\n停滞"
    assert all(cell.alignment.wrap_text for cell in next(sheet.iter_rows()))
    assert (sheet.row_dimensions[1].height or 0) >= 2 * 19
    assert all((sheet.row_dimensions[line].height or 0) >= 2 * 19 for line in range(2, 6))
    first, last = (str(book.worksheets[at].cell(1, 1).value) for at in (0, 4))
    assert last == " / ".join(first.split("\n"))
    assert printed(sheet)[1] == "Page &P of &N / &P／&Nページ"


def test_the_printed_sheets_have_evidence_in_every_language() -> None:
    """A translation of the note stands among the columns that only the screen has."""
    for lang in ("en", "ja", "both"):
        sheet = opened(lang).worksheets[2]
        heads = [str(cell.value).split("\n")[0] for cell in next(sheet.iter_rows())]
        (evidence,) = [at for at, head in enumerate(heads) if head in ("Evidence", "根拠資料")]
        assert sheet.print_area.endswith(f"${'ABCDEFGHIJKLMNOP'[evidence]}${sheet.max_row}")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("字" * 16, 34, 1),
        ("字" * 17, 34, 2),
        ("字" * 100, 34, 7),
        ("字" * 10 + "AMED" + "字" * 10, 34, 2),
        ("字" * 10 + "UKRI and AMED" + "字" * 10, 34, 2),
    ],
)
def test_a_row_is_as_high_as_its_japanese(text: str, width: int, lines: int) -> None:
    """Japanese goes on to the end of a line wherever a word of Latin letters stands in it."""
    assert height_of(text, width) == 19 * lines


@settings(max_examples=25)
@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["ja", "both"]))
def test_text_from_a_ledger_is_text_in_a_workbook(one: str, other: str, lang: str) -> None:
    """Whatever it holds, in either language, it computes nothing and is all there to read."""
    ledger = make_ledger(
        make_commitment(title=one, title_ja=other, summary=one, summary_ja=other, theme=one),
        journal=[make_entry("2024-01-01", note=one, note_ja=other, evidence=(one or "ref: 1",))],
    )
    content = make_report(ledger, "2024-08-01")
    book = load_workbook(BytesIO(workbook(content, speak(lang, ledger.organisations))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type in "fe" for cell in cells)
    told = "\n".join(unescape(cell.value) for cell in cells if isinstance(cell.value, str))
    texts = each_language(
        speak("both").text(one, other)
    )  # what differs by a comma alone stands once
    assert all(unescape(safe.excel_cell(text)) in told for _lang, text in texts if text.strip())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(lang: str) -> None:
    """It can be compared and kept in git; and it holds no formula."""
    again = workbook(japanese.report(), speak(lang, japanese.ledger().organisations))
    assert again == written(lang)
    with ZipFile(BytesIO(again)) as file:
        sheets = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in file.read(name) for name in sheets)

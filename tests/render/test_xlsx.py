"""The workbook, read back by a library that did not write it."""

import time
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from examples import SHIPPED, make_commitment, make_entry, make_ledger, make_meeting, make_report
from jcm_ledger.model.ledger import Committee, Ledger, Meeting, Organisation
from jcm_ledger.model.status import Status
from jcm_ledger.render import safe, xlsx
from jcm_ledger.render.phrases import speak
from jcm_ledger.render.xlsx import sheet as xlsx_sheet
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Timing
from jcm_ledger.store.reading import parse

DAY = "2024-08-01"
ENGLISH = speak("en")

LEDGER = make_ledger(
    make_commitment("talks", title="Talks", deadline="2024-H1", theme="space", paragraph=6),
    make_commitment("call", title="Joint call", deadline="2024", deadline_text="in 2024"),
    make_commitment("network", title="日英ネットワーク", owners=("C",), owners_inferred=True),
    journal=[
        make_entry("2024-01-16", "in-progress", note="Begun.", evidence=("https://example.org/1",)),
        make_entry("2024-03-01", deadline="2025-Q1", commitment="call", by="B"),
        make_entry("2024-05-01", "stalled", by="B", note="Waits.", evidence=("ref: minute 7",)),
    ],
)

FORMULA = '=HYPERLINK("https://example.org", "click")'
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.builds(
        "{}{}".format,
        st.sampled_from([*list("=+-@\t\r\n"), "_x000D_", "&G", "\ufffe"]),
        st.text(max_size=5),
    ),
    st.sampled_from([FORMULA, "{=1+1}", "javascript:alert(1)", "\x1b]8;;http://x\x07", "a\u202eb"]),
)


def opened(content: Report) -> Workbook:
    """Return the workbook of a report as openpyxl reads it."""
    return load_workbook(BytesIO(xlsx.workbook(content, ENGLISH)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Return the rows under the headings, without the cells that hold nothing."""
    headings, *lines = sheet.iter_rows(values_only=True)
    return [
        {str(name): value for name, value in zip(headings, line, strict=True) if value is not None}
        for line in lines
    ]


def links(sheet: Worksheet) -> list[str]:
    """Return where the links of a sheet lead, from the top."""
    found = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    return ["#".join(filter(None, (each.target, each.location))) for each in found]


def header(sheet: Worksheet) -> tuple[str, str]:
    """Return what stands at the top of each printed page, on the left and on the right."""
    assert sheet.oddHeader is not None
    return str(sheet.oddHeader.left.text), str(sheet.oddHeader.right.text)


def texts(book: Workbook) -> set[str]:
    """Return every text in a workbook, a character that XML spells in hexadecimal as itself."""
    cells = (value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)
    return {unescape(value) for value in cells if isinstance(value, str)}


def test_there_are_sheets_of_commitments_progress_and_bodies() -> None:
    """The first is the brief; the last says which ledger, as of which day, and what was left out."""
    book = opened(make_report(LEDGER, DAY, Query(owners=("C",)), "For C"))
    assert book.sheetnames == ["Brief", "Commitments", "Progress", "Bodies", "About"]
    about = {str(name): value for name, value in book["About"].iter_rows(values_only=True)}
    title = next(iter(about))
    assert title.startswith("For C: ")
    assert title.endswith("(1 of 3 commitments)")
    assert about["Ledger"] == "test.toml"
    assert about["As of"] == datetime(2024, 8, 1)  # noqa: DTZ001 - a cell knows no time zone
    assert about["Commitments"] == 1


def test_a_commitment_is_one_row_with_dates_as_dates() -> None:
    """Days can be sorted and counted with; a period keeps its own spelling beside its last day."""
    talks, call, network = rows(opened(make_report(LEDGER, DAY))["Commitments"])
    assert talks["Deadline"] == "2024-H1"
    assert talks["Last day"] == datetime(2024, 6, 30)  # noqa: DTZ001 - as above
    assert (talks["Timing"], talks["Days left"]) == ("overdue", -32)
    assert (talks["Status"], talks["Status, UK"], talks["Status, Japan"]) == (
        "stalled",
        "in progress",
        "stalled",
    )
    assert talks["Last entry"] == datetime(2024, 5, 1)  # noqa: DTZ001 - as above
    assert (talks["Last note"], talks["Paragraph"], talks["Id"]) == ("Waits.", 6, "talks")
    assert (call["Deadline"], call["Original deadline"], call["Slip in days"]) == (
        "2025-Q1",
        "2024",
        90,
    )
    assert (network["Commitment"], network["Owners"]) == ("日英ネットワーク", "C (inferred)")
    assert not {"Last day", "Days left"} & set(network)


def test_a_deadline_that_is_a_day_is_a_date() -> None:
    """It sorts and counts as one, in the original and where it was moved to as well."""
    ledger = make_ledger(
        make_commitment("moved", deadline="2024-06-30"),
        journal=[make_entry("2024-03-01", deadline="2024-09-30", commitment="moved", note="Late.")],
    )
    book = opened(make_report(ledger, DAY))
    (moved,) = rows(book["Commitments"])
    first, now = datetime(2024, 6, 30), datetime(2024, 9, 30)  # noqa: DTZ001 - as above
    assert (moved["Deadline"], moved["Original deadline"], moved["Last day"]) == (now, first, now)
    assert rows(book["Progress"])[0]["Deadline moved to"] == now


def test_the_first_sheet_is_the_brief() -> None:
    """Sentences, figures, and what to act on, with the last thing that was said of it."""
    sheet = opened(make_report(LEDGER, DAY))["Brief"]
    lines = [
        tuple(value for value in line if value is not None)
        for line in sheet.iter_rows(values_only=True)
    ]
    assert lines[0] == ("Status report as of 1 August 2024",)
    assert any(str(line[0]).startswith("One of three commitments is overdue") for line in lines)
    at = lines.index(("Act now",))
    assert lines[at + 1] == ("Commitment", "Deadline", "Why", "Owners", "Last on file")
    assert lines[at + 2][:2] == ("Talks", "first half of 2024 (January to June)")
    assert str(lines[at + 2][2]).startswith("overdue by 32 days; stalled")
    assert lines[at + 2][4] == "1 May 2024, B: stalled. Waits."
    (why,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == lines[at + 2][2]]
    assert why.font.bold
    assert why.font.color.rgb == "FF9C0006"
    figures = lines.index(("Commitments", "Completed", "Overdue", "Nothing heard for 12 months"))
    assert lines[figures - 1] == (3, 0, 1, 0)


def test_the_most_pressing_stand_first() -> None:
    """Overdue, due soon, review due, the rest by deadline, what is closed last."""
    ledger = make_ledger(
        make_commitment("done", deadline="2024-01"),
        make_commitment("later", deadline="2026"),
        make_commitment("review"),
        make_commitment("soon", deadline="2024-08"),
        make_commitment("late", deadline="2024-05"),
        make_commitment("latest", deadline="2024-02"),
        journal=[
            make_entry("2024-01-02", "completed", commitment="done"),
            make_entry("2024-07-01", "in-progress", commitment="later"),
        ],
        meetings=[make_meeting("m1", held="2023-01-01"), make_meeting("m2", held="2024-07-01")],
    )
    told = rows(opened(make_report(ledger, DAY))["Commitments"])
    assert [row["Id"] for row in told] == ["latest", "late", "soon", "review", "later", "done"]


def test_cells_have_room_and_rows_are_as_high_as_their_text() -> None:
    """Text stands off the lines between columns, and none of it is hidden below."""
    note = "It waits for a reply on how the data are licensed. " * 5
    ledger = make_ledger(make_commitment(), journal=[make_entry("2024-01-01", note=note)])
    book = opened(make_report(ledger, DAY))
    for name in ("Brief", "Commitments", "Progress", "Bodies"):
        texts = [cell for row in book[name].iter_rows() for cell in row if cell.value is not None]
        assert all(cell.alignment.indent == 1 for cell in texts)
    assert (book["Progress"].row_dimensions[2].height or 0) >= 5 * 15
    assert (book["Commitments"].row_dimensions[2].height or 0) >= 6 * 15


def test_nothing_on_file_is_no_warning() -> None:
    """It has the colour of what is quiet, and what is due for review one of its own."""
    sheet = opened(make_report(LEDGER, DAY))["Commitments"]
    grounds = {
        rule.formula[0].strip('"'): rule.dxf.fill.bgColor.rgb
        for each in sheet.conditional_formatting
        for rule in each.rules
        if rule.type == "cellIs"
    }
    assert grounds["nothing on file"] == grounds["undated"] == grounds["closed"]
    assert len({grounds[word] for word in ("overdue", "due soon", "review due", "met")}) == 4


def test_a_side_with_no_part_in_a_commitment_is_not_called_silent() -> None:
    """Its cell is blank, and stays without a colour; frameworks have a column."""
    ledger = make_ledger(
        make_commitment("theirs", owners=("C",), frameworks=("MoU",)),
        make_commitment("told", owners=("C",)),
        journal=[make_entry("2024-01-01", "stalled", commitment="told", by="A")],
    )
    theirs, told = rows(opened(make_report(ledger, DAY))["Commitments"])
    assert "Status, UK" not in theirs
    assert (theirs["Status, Japan"], theirs["Under"]) == ("nothing on file", "MoU")
    assert "Status, UK" not in told
    assert told["Status, Japan"] == "nothing on file"


def test_an_address_is_printed_to_its_end() -> None:
    """Evidence on the sheet of progress wraps, and its row is as high as that needs."""
    address = f"https://example.org/{'long/' * 40}"
    ledger = make_ledger(
        make_commitment(), journal=[make_entry("2024-01-01", "stalled", evidence=(address,))]
    )
    book = opened(make_report(ledger, DAY))
    (cell,) = [each for each in book["Progress"][2] if each.hyperlink]
    assert cell.alignment.wrap_text
    assert (book["Progress"].row_dimensions[2].height or 0) >= 4 * 15
    assert book["Commitments"].row_dimensions[2].height is None


def test_progress_and_bodies_have_a_row_each() -> None:
    """Who said what when, and who owes what."""
    book = opened(make_report(LEDGER, DAY))
    latest, moved, first = rows(book["Progress"])
    assert (latest["Commitment"], latest["Reported by"], latest["Status"]) == (
        "Talks",
        "B",
        "stalled",
    )
    assert "Status" not in moved
    assert moved["Deadline moved to"] == "2025-Q1"
    assert first["Evidence"] == "https://example.org/1"
    bodies = {
        row["Body"]: (row["Side"], row["Open"], row["Overdue"]) for row in rows(book["Bodies"])
    }
    assert bodies == {"A": ("UK", 2, 1), "B": ("Japan", 2, 1), "C": ("Japan", 1, 0)}


def test_sheets_are_ready_to_sort_filter_and_print() -> None:
    """Headings stay in sight and repeat on paper, A4 across and one page wide."""
    book = opened(make_report(LEDGER, DAY))
    for name in ("Commitments", "Progress", "Bodies"):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        scaling = sheet.sheet_properties.pageSetUpPr
        assert scaling is not None
        assert scaling.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes
        assert sheet.print_title_rows == "$1:$1"
        assert header(sheet) == (
            "Status report as of 1 August 2024",
            "Ledger: test.toml, as of 2024-08-01.",
        )


def test_every_status_and_timing_has_a_colour_and_a_word() -> None:
    """What a colour says, the cell says too: the rules look for the very words."""
    sheet = opened(make_report(LEDGER, DAY))["Commitments"]
    rules = [rule for each in sheet.conditional_formatting for rule in each.rules]
    coloured = {rule.formula[0].strip('"') for rule in rules if rule.type == "cellIs"}
    statuses = {*map(ENGLISH.status, (None, *Status)), ENGLISH.NO_STATUS}
    assert coloured == statuses | set(map(ENGLISH.calendar_word, Timing))


def test_only_web_addresses_are_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else can be clicked; what Excel takes no link for is still there to read."""
    long = "https://example.org/" + "a" * 2_079
    evidence = ("javascript:alert(1)", "https://example.org/a?b=c&d#e", "file:///etc/passwd", long)
    ledger = make_ledger(make_commitment(), journal=[make_entry("2024-01-01", evidence=evidence)])
    book = opened(make_report(ledger, DAY))
    assert links(book["Progress"]) == ["https://example.org/a?b=c&d#e"]
    assert set(evidence) <= texts(book)
    monkeypatch.setattr(xlsx_sheet, "_LINKS_A_SHEET", 0)
    assert links(opened(make_report(ledger, DAY))["Progress"]) == []


def test_much_evidence_shares_the_last_of_five_columns() -> None:
    """No entry is too well proved for a sheet."""
    evidence = tuple(f"https://example.org/{number}" for number in range(1, 8))
    ledger = make_ledger(make_commitment(), journal=[make_entry("2024-01-01", evidence=evidence)])
    (entry,) = rows(opened(make_report(ledger, DAY))["Progress"])
    assert entry["Evidence 4"] == "https://example.org/4"
    assert entry["Evidence 5"] == "\n".join(evidence[4:])
    assert "Evidence 6" not in entry


def test_days_that_excel_has_no_number_for_are_text() -> None:
    """A treaty of 1858 is older than a spreadsheet's calendar."""
    ledger = make_ledger(
        make_commitment("old", deadline="1858-08-26"),
        make_commitment("leap", deadline="1900-02"),
        make_commitment("last", deadline="9999"),
        make_commitment("big", deadline="1900-03", paragraph=10**400),
        meetings=[make_meeting("m1", held="1858-08-01")],
    )
    old, leap, big, last = rows(opened(make_report(ledger, DAY))["Commitments"])
    assert (old["Last day"], leap["Last day"]) == ("1858-08-26", "1900-02-28")
    assert (last["Last day"], big["Last day"]) == (
        datetime(9999, 12, 31),  # noqa: DTZ001 - as above
        datetime(1900, 3, 31),  # noqa: DTZ001 - as above
    )
    assert big["Paragraph"] == str(10**400)


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    """A cell holds 32,767 UTF-16 units; a file with more would not open."""
    ledger = make_ledger(
        make_commitment(summary="字" + "💻" * 20_000), make_commitment("b", summary="s" * 32_767)
    )
    first, second = rows(opened(make_report(ledger, DAY))["Commitments"])
    summary = str(first["Summary"])
    assert summary.endswith("💻 […]")
    assert len(summary.encode("utf-16-le")) <= 2 * 32_767
    assert second["Summary"] == "s" * 32_767


def test_a_long_title_leaves_the_printed_page_its_header() -> None:
    """Excel allows 255 UTF-16 units, codes and all."""
    sheet = opened(make_report(LEDGER, DAY, title="💻&G" * 200))["Commitments"]
    title, source = header(sheet)
    assert title.startswith("💻＆G💻")
    assert source.startswith("Ledger: test.toml")


def test_an_empty_report_is_a_workbook_too() -> None:
    """Headings, and nothing under them."""
    book = opened(make_report(make_ledger(), DAY))
    assert [len(rows(book[name])) for name in ("Commitments", "Progress", "Bodies")] == [0, 0, 0]


def test_the_same_report_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another time zone and at another time: workbooks can be compared and kept in git."""
    content = make_report(LEDGER, DAY)
    first = xlsx.workbook(content, ENGLISH)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert xlsx.workbook(content, ENGLISH) == first
    finally:
        monkeypatch.undo()
        time.tzset()
    assert opened(content).properties.created == datetime(2024, 8, 1)  # noqa: DTZ001 - as above


@settings(max_examples=50)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_text_from_a_ledger_is_text_in_a_workbook(one: str, other: str, third: str) -> None:
    """Whatever it holds, it computes nothing, leads nowhere, and is all there to read."""
    ledger = Ledger(
        committee=Committee(name=one, sides=(other, "B")),
        meetings={"m1": Meeting(id="m1", held=date(2023, 11, 7), title=one, url=other)},
        organisations={"A": Organisation(id="A", name=one, side=other, name_ja=third, kind=one)},
        commitments={
            third: make_commitment(
                third, title=one, summary=other, deadline_text=one, theme=third, owners=("A",)
            )
        },
        journal=(
            make_entry("2024-01-01", by="A", commitment=third, note=one, evidence=(other, third)),
        ),
    )
    content = make_report(ledger, DAY, title=other)
    book = opened(content)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type in "fe" for cell in cells)
    assert all(
        cell.quotePrefix
        for cell in cells
        if isinstance(cell.value, str) and safe.starts_like_formula(cell.value)
    )
    assert all(links(sheet) == [] for sheet in book)
    assert {unescape(safe.excel_cell(text)) for text in (one, other, third) if text} <= texts(book)


def test_the_file_holds_no_formula_and_no_macro() -> None:
    """The shipped ledger's workbook is values all through."""
    content = make_report(parse(SHIPPED.read_bytes(), "commitments.toml"), "2026-11-23")
    with ZipFile(BytesIO(xlsx.workbook(content, ENGLISH))) as file:
        sheets = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 5
        assert not any(b"<f>" in file.read(name) for name in sheets)
        assert not any(Path(name).suffix == ".bin" for name in file.namelist())

"""The report in Word, read back with python-docx and by its XML."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table, _Cell
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Jcm
from examples import SHIPPED, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.status import Kind
from jcm_ledger.render.docx import document
from jcm_ledger.render.outline import outline
from jcm_ledger.render.phrases.timelines import IN_CELLS
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import Window, build

AS_OF = date(2026, 11, 23)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def shipped(jcm: Jcm, tmp_path: Path) -> Document:
    """Return the shipped ledger's report, opened."""
    file = tmp_path / "status.docx"
    assert jcm("--ledger", SHIPPED, "report", "-o", file, "--as-of", AS_OF).code == 0
    return docx.Document(str(file))


def written(ledger: Ledger, day: date = AS_OF) -> bytes:
    """Return the document on a ledger."""
    found = select(ledger, day, Query())
    window = Window(first=date.min, last=day)
    report = build(ledger, found, name="test.toml", as_of=day, window=window)
    return document(outline(report))


def rows(table: Table) -> list[list[str]]:
    """Return a table's cells as text."""
    return [
        ["\n".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows
    ]


def every_text(document: bytes) -> Iterator[str]:
    """Yield the text of every run of a document."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own
    for each in root.iter(f"{W}t"):
        yield each.text or ""


def test_it_has_every_part_under_headings_that_word_knows(shipped: Document) -> None:
    """Word's navigation, and a table of contents that someone adds, show the report's parts."""
    by_style = {
        style: [p.text for p in shipped.paragraphs if p.style and p.style.name == style]
        for style in ("Title", "Heading 1", "Heading 2", "List Bullet")
    }
    assert by_style["Title"] == ["Status report as of 2026-11-23"]
    assert by_style["Heading 1"] == [
        "Figures",
        "What needs attention",
        "By theme",
        "By side",
        "By body",
        "Progress since 12th Joint Committee Meeting (2023-11-07)",
        "Timeline",
        "Annex: every commitment",
    ]
    assert len(by_style["Heading 2"]) == 8
    assert by_style["List Bullet"][0].startswith(
        "2026-02-03, Hold the 13th meeting in Japan, DSIT. The leaders agreed on"
    )


def test_its_tables_say_what_the_report_says(shipped: Document) -> None:
    """Figures, the attention list, bodies and the annex, cell by cell."""
    figures, attention, *themes, sides, bodies, timeline, annex = map(rows, shipped.tables)
    assert ["Overdue", "2"] in figures
    assert attention[1] == [
        "Semiconductor partnership talks",
        "overdue by 876 days",
        "2024-H1",
        "DSIT, METI",
    ]
    assert len(themes) == 8
    assert sides[0] == ["", "UK", "Japan"]
    assert ["Overdue", "2", "2"] in sides
    assert ["UK", "UKSA: UK Space Agency", "1", "0", "never"] in bodies
    assert len(annex) == len(timeline) == 12
    (talks,) = [row for row in annex if "semiconductor-talks" in row[0]]
    assert talks[1:6] == [
        "jcm-12\nparagraph 6\nintended\nunder UK-Japan Semiconductor Partnership",
        "DSIT, METI",
        "2024-H1\n“in the first half of 2024”",
        "overdue by 876 days",
        "In progress\nUK: nothing on file\nJapan: in progress",
    ]


def test_the_timeline_shows_no_date_that_nobody_stated(shipped: Document) -> None:
    """A deadline stands in its quarter; what has none runs on to a sign of its own."""
    timeline = rows(shipped.tables[-2])
    assert timeline[0][1] == "2023\nQ4"
    assert timeline[0][-2] == "2026\nQ4\ntoday"
    marks = {row[0]: row[1:-1] for row in timeline[1:]}
    talks = marks["Semiconductor partnership talks"]
    assert [(column, mark) for column, mark in enumerate(talks) if mark] == [
        (1, "•"),
        (2, "◆"),
        (5, "•"),
    ]
    events = marks["Events to match partners in industry"]
    assert (set(events[:-1]), events[-1]) == ({""}, "…")
    assert marks["Space agencies share information"][-1] == "→"


def test_tables_repeat_their_header_and_break_no_row(shipped: Document) -> None:
    """On the next page a reader still sees what each column is."""
    for table in shipped.tables:
        first, *others = table._tbl.tr_lst  # noqa: SLF001 - python-docx has no name for this
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
        assert table.style
        assert table.style.name == "Ledger"


def test_pages_are_a4_the_annex_on_its_side_and_numbered(shipped: Document) -> None:
    """It prints on the paper of both countries."""
    upright, lying = shipped.sections
    assert (
        round((upright.page_width or 0) / 36000),
        round((upright.page_height or 0) / 36000),
    ) == (210, 297)
    assert lying.orientation == WD_ORIENT.LANDSCAPE
    assert (lying.page_width, lying.page_height) == (upright.page_height, upright.page_width)
    foot = upright.footer._element  # noqa: SLF001 - python-docx has no name for fields
    assert [each.get(f"{W}instr") for each in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert lying.footer.is_linked_to_previous


def test_japanese_has_a_font_and_a_language(shipped: Document) -> None:
    """A machine that knows no better font for it shows Japanese, not boxes or Chinese forms."""
    assert "日英科学技術協力合同委員会" in [p.text for p in shipped.paragraphs]
    styles = shipped.styles.element
    assert {fonts.get(f"{W}eastAsia") for fonts in styles.iter(f"{W}rFonts")} == {"Yu Gothic"}
    (language,) = styles.iter(f"{W}lang")
    assert (language.get(f"{W}val"), language.get(f"{W}eastAsia")) == ("en-GB", "ja-JP")


def test_evidence_of_the_web_is_linked(shipped: Document) -> None:
    """Each source of the annex can be clicked, and reads as what it leads to, by its title."""
    links = [
        link
        for row in shipped.tables[-1].rows
        for p in row.cells[-1].paragraphs
        for link in p.hyperlinks
    ]
    assert len(links) == 12
    assert all(link.address.startswith("https://") for link in links)
    assert "METI press release, 22 January 2025" in {link.text for link in links}
    statement = next(p for p in shipped.paragraphs if p.text.endswith("(statement, in Japanese)"))
    assert statement.hyperlinks[0].address.startswith("https://www.gov.uk/")


def test_it_tells_nothing_of_the_machine_or_the_hour(shipped: Document) -> None:
    """What Word shows of a file: its title, the committee, and the day it is told of."""
    about = shipped.core_properties
    assert (about.title, about.language) == ("Status report as of 2026-11-23", "en-GB")
    assert about.subject.startswith("UK-Japan Joint Committee")
    assert str(about.created) == str(about.modified) == "2026-11-23 00:00:00+00:00"
    assert (about.author, about.comments, about.last_modified_by) == ("jcm", "", "jcm")


def test_only_the_web_is_linked_to() -> None:
    """A file, a reference and a script stand there as text."""
    evidence = (
        "javascript:alert(1)",
        "ref: minute",
        "notes/a.txt",
        "https://[oops",
        f"https://example.org/{'long' * 600}",
        "https://example.org/?a=1&b=2",
    )
    ledger = make_ledger(
        make_commitment(), journal=[make_entry("2024-01-01", "completed", evidence=evidence)]
    )
    annex = docx.Document(BytesIO(written(ledger))).tables[-1].rows[1].cells[-1].paragraphs[0]
    assert [link.address for link in annex.hyperlinks] == ["https://example.org/?a=1&b=2"]
    assert annex.text == f"2024-01-01, A: {', '.join(evidence)}"


@pytest.mark.parametrize("day", [date(1850, 3, 1), date(1979, 12, 31), date.max])
def test_any_day_can_be_told_of(day: date) -> None:
    """A report as of a day before computers, or the last there is, opens too."""
    ledger = make_ledger(make_commitment(deadline="9999"))
    assert docx.Document(BytesIO(written(ledger, day))).core_properties.created


def test_a_ledger_with_nothing_in_it_gives_a_document() -> None:
    """It opens, says why it has nothing, and has no empty parts."""
    document = docx.Document(BytesIO(written(make_ledger())))
    texts = [p.text for p in document.paragraphs]
    assert texts.count("No commitments: the ledger has none as of this day.") == 1
    assert not document.tables


def shades(document: Document) -> dict[str, list[tuple[str, str]]]:
    """Return the timeline's cells, each its colour and its marks, by commitment."""
    found = {}
    for row in document.tables[-2].rows[1:]:
        title, *cells, _timing = row.cells
        found[title.text] = [(_shade(cell), cell.text) for cell in cells]
    return found


def _shade(cell: _Cell) -> str:
    shade = cell._tc.find(f"{W}tcPr/{W}shd")  # noqa: SLF001 - python-docx has no name for it
    return "" if shade is None else shade.get(f"{W}fill", "")


def test_the_timeline_ends_what_was_closed_and_tells_apart_what_has_no_end() -> None:
    """Closed: to the closing entry. Continuing and undated: to the edge, each in its own way."""
    ledger = make_ledger(
        make_commitment("dropped", deadline="2028"),
        make_commitment("superseded"),
        make_commitment("continuing", kind=Kind.CONTINUING),
        make_commitment("undated"),
        make_commitment("late", deadline="2024"),
        journal=[
            make_entry("2025-02-01", "not-pursued", commitment="dropped"),
            make_entry("2024-02-01", "superseded", commitment="superseded"),
            make_entry("2026-02-01", "completed", commitment="late"),
        ],
    )
    drawn = shades(docx.Document(BytesIO(written(ledger))))
    assert [mark for _shade, mark in drawn["dropped"]] == ["", "", "■", "", "", "◆"]
    assert [bool(shade) for shade, _mark in drawn["dropped"]] == [True] * 3 + [False] * 3
    assert [mark for _shade, mark in drawn["superseded"]] == ["", "■", "", "", "", ""]
    assert [bool(shade) for shade, _mark in drawn["superseded"]] == [True] * 2 + [False] * 4
    assert [mark for _shade, mark in drawn["late"]] == ["", "◆", "", "■", "", ""]
    going_on, unknown = drawn["continuing"], drawn["undated"]
    assert (going_on[-1][1], unknown[-1][1]) == ("→", "…")
    assert len({going_on[0][0], unknown[0][0], drawn["dropped"][0][0], ""}) == 4
    assert all(sign in " ".join(IN_CELLS) for sign in "■◆◇•→…")


def test_many_meetings_stand_in_the_annex() -> None:
    """The first page is the report's; its head has the latest few meetings."""
    meetings = [make_meeting(f"m{year}", held=f"{year}-01-01") for year in range(1995, 2025)]
    made = [make_commitment(each.id, meeting=each.id) for each in meetings]
    document = docx.Document(BytesIO(written(make_ledger(*made, meetings=meetings))))
    texts = [p.text for p in document.paragraphs]
    head, rest = texts[: texts.index("Figures")], texts[texts.index("Annex: every meeting") :]
    assert [text[:5] for text in head if text.startswith("m")] == [
        f"m{y}" for y in range(2021, 2025)
    ]
    assert "And 26 earlier meetings: the annex has them all." in head
    assert len(rest) == 1 + 30


def test_sides_that_differ_stand_beside_each_other() -> None:
    """What each reported last; a side with no part in a commitment is not called silent."""
    ledger = make_ledger(
        make_commitment("talks"),
        make_commitment("ours", owners=("A",)),
        journal=[
            make_entry("2024-01-01", "completed"),
            make_entry("2024-02-01", "stalled", by="B", note="Waits."),
        ],
    )
    document = docx.Document(BytesIO(written(ledger)))
    assert "What is to be confirmed" in [p.text for p in document.paragraphs]
    assert rows(document.tables[2]) == [
        ["Commitment", "UK", "Japan"],
        ["talks", "completed\nA, 2024-01-01", "stalled\nB, 2024-02-01\nWaits."],
    ]
    annex = {row[0].partition("\n")[0]: row[5] for row in rows(document.tables[-1])}
    assert annex["talks"] == "Stalled\nUK: completed\nJapan: stalled"
    assert annex["ours"] == "Nothing on file\nUK: nothing on file"


def test_the_annex_says_when_to_review_and_under_what() -> None:
    """A day of its own, or the next meeting's; and the frameworks a commitment is under."""
    meetings = [make_meeting("m1", held="2023-11-07"), make_meeting("m2", expected="2027-H1")]
    ledger = make_ledger(
        make_commitment("own", review_by=date(2027, 1, 31), frameworks=("MoU on fusion",)),
        make_commitment("next"),
        meetings=meetings,
    )
    annex = {
        row[0].partition("\n")[0]: row
        for row in rows(docx.Document(BytesIO(written(ledger))).tables[-1])
    }
    assert annex["own"][1] == "m1\nunder MoU on fusion"
    assert annex["own"][3] == "none\nreview by 2027-01-31"
    assert annex["next"][3] == "none\nreview by 2027-06-30"


@settings(max_examples=25)
@given(st.text(min_size=1), st.text())
def test_hostile_text_arrives_as_text(title: str, note: str) -> None:
    """Whatever a ledger holds, the file opens, and the text is there with nothing that steers."""
    ledger = make_ledger(
        make_commitment(title=title, summary=note, theme=title),
        journal=[make_entry("2024-01-01", "stalled", note=note, evidence=(title,))],
    )
    document = written(ledger)
    assert docx.Document(BytesIO(document)).tables
    assert not any(
        re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        for text in every_text(document)
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<w:p>&amp; [para 4] </w:t>",
        '=HYPERLINK("http://x")',
        '{ HYPERLINK "http://x" }',
        "日本語とemoji 👩‍🔬",
        "]]> <!-- --> <?x?>",
    ],
)
def test_markup_stays_as_it_was_written(hostile: str) -> None:
    """Text that looks like markup, a formula or a field is shown letter for letter."""
    ledger = make_ledger(make_commitment(title=hostile))
    assert hostile in list(every_text(written(ledger)))
    assert docx.Document(BytesIO(written(ledger))).tables[1].rows[1].cells[0].text == hostile


def test_what_steers_is_shown() -> None:
    """Escapes, overrides and what XML cannot hold can be seen in the document."""
    ledger = make_ledger(make_commitment(title="a\x1b[31m\u202eb\ufffe\nc"))
    assert "a\\x1b[31m\\u202eb\\ufffe c" in list(every_text(written(ledger)))

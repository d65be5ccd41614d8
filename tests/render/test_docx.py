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
from docx.table import Table, _Cell
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Jcm
from examples import SHIPPED, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.status import Kind
from jcm_ledger.render.docx import document, timeline
from jcm_ledger.render.outline import outline
from jcm_ledger.render.phrases import speak
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


def written(ledger: Ledger, day: date = AS_OF, lang: str = "en") -> bytes:
    """Return the document on a ledger in a language."""
    found = select(ledger, day, Query())
    window = Window(first=date.min, last=day)
    report = build(ledger, found, name="test.toml", as_of=day, window=window)
    return document(outline(report, speak(lang, ledger.organisations)))


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
        for style in ("Title", "Heading 1", "List Bullet")
    }
    assert by_style["Title"] == ["Status report as of 23 November 2026"]
    assert by_style["Heading 1"] == [
        "In brief",
        "Act now",
        "Ask for news",
        "Figures",
        "By deadline",
        "By side",
        "By body",
        "Progress since 12th Joint Committee Meeting (7 November 2023)",
        "Timeline",
        "Annex: every commitment",
    ]
    assert by_style["List Bullet"][0].startswith(
        "2026-02-03, Hold the 13th meeting in Japan, DSIT. The leaders agreed on"
    )


DSIT = "DSIT (Department for Science, Innovation and Technology)"
METI = "METI (Ministry of Economy, Trade and Industry)"


def test_its_tables_say_what_the_report_says(shipped: Document) -> None:
    """The brief, figures, themes, sides, bodies and the annex, cell by cell."""
    brief, act, ask, figures, listing, sides, bodies, _line, annex = map(rows, shipped.tables)
    assert brief == [
        ["11\nCommitments", "0\nCompleted", "2\nOverdue", "10\nNothing heard for 12 months"]
    ]
    assert act[1][:4] == [
        "Semiconductor partnership talks",
        "first half of 2024 (January to June)",
        "overdue by 2 years 4 months",
        f"{DSIT}, {METI}",
    ]
    assert ask[1] == [
        "InnovateUK, NEDO (New Energy and Industrial Technology Development Organization)",
        "Talks on workshops and bilateral funding\nJoint openings for innovative firms",
    ]
    assert figures[0][1] == "7\nNothing on file"
    assert ["Semiconductor partnership talks", "Semiconductors", "DSIT, METI"] in [
        row[:3] for row in listing
    ]
    assert len(listing) == 12
    assert sides == [
        ["", "Commitments", "Open", "Overdue", "Nothing on file", "In progress"],
        ["UK", "11", "11", "2", "9", "2"],
        ["Japan", "11", "11", "2", "8", "3"],
    ]
    assert ["UK", "UKSA: UK Space Agency", "1", "0", "never"] in bodies
    assert len(annex) == 1 + 2 * 11


def test_a_dossier_has_its_facts_beside_what_is_on_file(shipped: Document) -> None:
    """Its head stands over both columns, with a link to the statement in each language."""
    annex = rows(shipped.tables[-1])
    (at,) = [nth for nth, row in enumerate(annex) if "semiconductor-talks" in row[0]]
    assert annex[0] == ["Commitment", "On file"]
    assert (
        annex[at][0]
        == annex[at][1]
        == (
            "Semiconductor partnership talks · semiconductor-talks · statement · in Japanese · back\n"
            "Hold talks that turn the Semiconductor Partnership into actual cooperation."
        )
    )
    facts, on_file = annex[at + 1]
    assert facts.split("\n") == [
        "Source: 12th Joint Committee Meeting; paragraph 6; intended; under UK-Japan Semiconductor Partnership",
        facts.split("\n")[1],
        "Deadline: 2024-H1; “in the first half of 2024”",
        "Timing: overdue by 2 years 4 months",
        "Status: In progress; UK: nothing on file; Japan: in progress",
    ]
    owners = "DSIT, Department for Science, Innovation and Technology; METI, Ministry of Economy, "
    assert facts.split("\n")[1].startswith(f"Owners: {owners}")
    assert on_file.startswith("2024-01-16, METI: in progress. At the Digital Partnership")


def test_titles_lead_to_the_dossier_and_back(shipped: Document) -> None:
    """Every title in the tables is a link to a place in the annex, which leads to the first."""
    body = shipped.element.body
    places = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert len(places) == len(set(places)) == 22
    leads = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert {lead for lead in leads if lead} == set(places)
    talks = shipped.tables[1].rows[1].cells[0].paragraphs[0].hyperlinks[0]
    (place,) = [
        each.getparent()
        for each in body.iter(f"{W}bookmarkStart")
        if each.get(f"{W}name") == talks.fragment
    ]
    assert "".join(place.itertext()).startswith("Semiconductor partnership talks")


def test_the_brief_alone_has_titles_and_no_links_to_nowhere(jcm: Jcm, tmp_path: Path) -> None:
    """A document without dossiers has no place that a link could lead to."""
    file = tmp_path / "brief.docx"
    jcm("--ledger", SHIPPED, "report", "--brief", "-o", file, "--as-of", AS_OF)
    document = docx.Document(str(file))
    assert len(document.tables) == 3
    assert not list(document.element.body.iter(f"{W}bookmarkStart"))
    assert not [link for p in document.paragraphs for link in p.hyperlinks if link.fragment]


def test_what_is_overdue_stands_out(shipped: Document) -> None:
    """It is said in words, bold and in dark red."""
    why = shipped.tables[1].rows[1].cells[2].paragraphs[0].runs[0]
    assert (why.text, why.style.name) == ("overdue by 2 years 4 months", "Late")
    late = shipped.styles["Late"].font
    assert (late.bold, str(late.color.rgb)) == (True, "9C0006")
    texts = {
        "".join(text.text or "" for text in run.iter(f"{W}t"))
        for run in shipped.element.body.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(f"{W}val") == "Late"
    }
    assert all("overdue" in text for text in texts)


def test_the_timeline_shows_no_date_that_nobody_stated(shipped: Document) -> None:
    """A deadline stands in its quarter; what has none runs on to a sign of its own."""
    timeline = rows(shipped.tables[-2])
    assert timeline[0][1:3] == ["2023", "2024"]
    assert timeline[1][1] == "Q4"
    assert timeline[1][-2] == "Q4\n▼"
    marks = {row[0]: row[1:-1] for row in timeline[2:]}
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
    """On the next page a reader still sees what each column is; figures have none."""
    headed = []
    for table in shipped.tables:
        lines = table._tbl.tr_lst  # noqa: SLF001 - python-docx has no name for this
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in lines]
        headed.append(heads.count(True))
        assert heads == sorted(heads, reverse=True)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in lines)
        assert table.style
        assert table.style.name == "Ledger"
    assert headed == [0, 1, 1, 0, 1, 1, 1, 2, 1]


def test_a_dossier_with_much_on_file_may_go_on_overleaf() -> None:
    """Kept whole it would leave half a page empty before it."""
    journal = [make_entry(f"2024-01-{day:02}", note="Told.") for day in range(1, 9)]
    document = docx.Document(BytesIO(written(make_ledger(make_commitment(), journal=journal))))
    head, about, told = document.tables[-1]._tbl.tr_lst  # noqa: SLF001 - as above
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, about, told)]
    assert whole == [True, True, False]
    assert rows(document.tables[-1])[2][1].count("Told.") == 8


def test_pages_are_a4_and_numbered(shipped: Document) -> None:
    """It prints on the paper of both countries."""
    (upright,) = shipped.sections
    assert (
        round((upright.page_width or 0) / 36000),
        round((upright.page_height or 0) / 36000),
    ) == (210, 297)
    foot = upright.footer._element  # noqa: SLF001 - python-docx has no name for fields
    assert [each.get(f"{W}instr") for each in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_japanese_has_a_font_and_a_language(shipped: Document) -> None:
    """A machine that knows no better font for it shows Japanese, not boxes or Chinese forms."""
    assert "日英科学技術協力合同委員会" in [p.text for p in shipped.paragraphs]
    styles = shipped.styles.element
    assert {fonts.get(f"{W}eastAsia") for fonts in styles.iter(f"{W}rFonts")} == {"Yu Gothic"}
    (language,) = styles.iter(f"{W}lang")
    assert (language.get(f"{W}val"), language.get(f"{W}eastAsia")) == ("en-GB", "ja-JP")


def test_evidence_of_the_web_is_linked(shipped: Document) -> None:
    """Each source of the annex can be clicked, and reads as what it is called."""
    links = [
        link
        for row in shipped.tables[-1].rows
        for p in row.cells[-1].paragraphs
        for link in p.hyperlinks
        if len(row._tr.tc_lst) > 1  # noqa: SLF001 - not the head over both columns
    ]
    assert len(links) == 12
    assert all(link.address.startswith("https://") for link in links)
    assert "METI press release, 16 January 2024" in [link.text for link in links]
    statement = next(p for p in shipped.paragraphs if p.text.endswith("(statement, in Japanese)"))
    assert statement.hyperlinks[0].address.startswith("https://www.gov.uk/")


def test_it_tells_nothing_of_the_machine_or_the_hour(shipped: Document) -> None:
    """What Word shows of a file: its title, the committee, and the day it is told of."""
    about = shipped.core_properties
    assert (about.title, about.language) == ("Status report as of 23 November 2026", "en-GB")
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
    annex = docx.Document(BytesIO(written(ledger))).tables[-1].rows[2].cells[-1].paragraphs[0]
    assert [link.address for link in annex.hyperlinks] == ["https://example.org/?a=1&b=2"]
    assert annex.text == f"2024-01-01, A: completed. {', '.join(evidence)}"


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
        if row.cells[0].text == "Commitment":
            continue
        title, *cells, _timing = row.cells
        found[title.text] = [(_shade(cell), cell.text) for cell in cells]
    return found


def _shade(cell: _Cell) -> str:
    shade = cell._tc.find(f"{W}tcPr/{W}shd")  # noqa: SLF001 - python-docx has no name for it
    return "" if shade is None else shade.get(f"{W}fill", "")


def test_the_colours_of_the_timeline_say_what_they_mean() -> None:
    """Red is late and nothing else, green is completed; what has no deadline is grey."""
    ledger = make_ledger(
        make_commitment("dropped", deadline="2028"),
        make_commitment("superseded"),
        make_commitment("continuing", kind=Kind.CONTINUING),
        make_commitment("undated"),
        make_commitment("late", deadline="2024"),
        make_commitment("met", deadline="2027"),
        make_commitment("overdue", deadline="2025"),
        make_commitment("ahead", deadline="2027"),
        journal=[
            make_entry("2025-02-01", "not-pursued", commitment="dropped"),
            make_entry("2024-02-01", "superseded", commitment="superseded"),
            make_entry("2026-02-01", "completed", commitment="late"),
            make_entry("2025-02-01", "completed", commitment="met"),
        ],
    )
    document = docx.Document(BytesIO(written(ledger)))
    drawn = shades(document)
    legend = next(p for p in document.paragraphs if p.style and p.style.name == "Legend")
    told = [run for run in legend.runs if run.text.strip()]
    assert tuple(run.text.strip() for run in told) == speak("en").timelines.SHADES
    due, late, done, closed, grey = (
        each.get(f"{W}fill")
        for run in told
        for each in run._r.iter(f"{W}shd")  # noqa: SLF001 - as above
    )
    assert len({due, late, done, closed, grey, ""}) == 6
    colours = {title: [shade for shade, _mark in cells] for title, cells in drawn.items()}
    marks = {title: [mark for _shade, mark in cells] for title, cells in drawn.items()}
    assert marks["dropped"] == ["", "", "■", "", "", "◆"]
    assert colours["dropped"] == [closed] * 3 + [""] * 3
    assert colours["superseded"] == [closed] * 2 + [""] * 4
    assert marks["late"] == ["", "◆", "", "■", "", ""]
    assert colours["late"] == [done, done, late, late, "", ""]
    assert colours["met"] == [done] * 3 + [""] * 3
    assert colours["overdue"] == [due, due, due, late, "", ""]
    assert colours["ahead"] == [due] * 5 + [""]
    assert colours["continuing"] == colours["undated"] == [grey] * 6
    assert (marks["continuing"][-1], marks["undated"][-1]) == ("→", "…")
    assert all(sign in speak("en").timelines.MARKS for sign in "■◆◇•→…▼")
    (about,) = document.tables[-2]._tbl.iter(f"{W}tblDescription")  # noqa: SLF001 - as above
    assert about.get(f"{W}val") == speak("en").timelines.ABOUT


def test_what_is_overdue_within_a_column_is_red_there() -> None:
    """A deadline of last week, and today, may stand in one stretch of days."""
    document = docx.Document(BytesIO(written(make_ledger(make_commitment(deadline="2026-11-20")))))
    assert shades(document)["talks"][-1] == (timeline.LATE, "◆")


def test_many_meetings_stand_in_the_annex() -> None:
    """The first page is the report's; its head has the latest few meetings."""
    meetings = [make_meeting(f"m{year}", held=f"{year}-01-01") for year in range(1995, 2025)]
    made = [make_commitment(each.id, meeting=each.id) for each in meetings]
    document = docx.Document(BytesIO(written(make_ledger(*made, meetings=meetings))))
    texts = [p.text for p in document.paragraphs]
    head, rest = texts[: texts.index("In brief")], texts[texts.index("Annex: every meeting") :]
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
    assert [
        ["Commitment", "UK", "Japan"],
        ["talks", "completed\nA, 2024-01-01", "stalled\nB, 2024-02-01\nWaits."],
    ] in list(map(rows, document.tables))
    told = annex(document)
    assert "Status: Stalled; UK: completed; Japan: stalled" in told["talks"]
    assert "Status: Nothing on file; UK: nothing on file" in told["ours"]


def annex(document: Document) -> dict[str, list[str]]:
    """Return the lines of facts of each dossier, by title."""
    _head, *lines = rows(document.tables[-1])
    return {
        about[0].partition(" · ")[0]: facts[0].split("\n")
        for about, facts in zip(lines[::2], lines[1::2], strict=True)
    }


def test_the_annex_says_when_to_review_and_under_what() -> None:
    """A day of its own, or the next meeting's; and the frameworks a commitment is under."""
    meetings = [make_meeting("m1", held="2023-11-07"), make_meeting("m2", expected="2027-H1")]
    ledger = make_ledger(
        make_commitment("own", review_by=date(2027, 1, 31), frameworks=("MoU on fusion",)),
        make_commitment("next"),
        meetings=meetings,
    )
    told = annex(docx.Document(BytesIO(written(ledger))))
    assert "Source: m1; under MoU on fusion" in told["own"]
    assert "Deadline: none; review by 2027-01-31" in told["own"]
    assert "Deadline: none; review by 2027-06-30" in told["next"]


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
    document = docx.Document(BytesIO(written(ledger)))
    assert document.tables[1].rows[1].cells[1].text == hostile


def test_what_steers_is_shown() -> None:
    """Escapes, overrides and what XML cannot hold can be seen in the document."""
    ledger = make_ledger(make_commitment(title="a\x1b[31m\u202eb\ufffe\nc"))
    assert "a\\x1b[31m\\u202eb\\ufffe c" in list(every_text(written(ledger)))

"""What the rows of a table add to a ledger."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import make_body, make_commitment, make_entry, make_ledger
from jcm_ledger.errors import LedgerError
from jcm_ledger.errors.importing import EmptyTable, InCells, NoTitles
from jcm_ledger.model.ledger import Commitment, Deadline, Entry, Ledger, Organisation, Theme
from jcm_ledger.model.spreadsheet import Worksheet
from jcm_ledger.model.status import Status
from jcm_ledger.rules.additions import with_tables
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.references import declared, unknown_names
from jcm_ledger.rules.importing.choices import OWNER, Intake, NamedBody, Observation, Told
from jcm_ledger.rules.importing.intake import refuse_unfit
from tables import TODAY, Row, make_cell, make_sheet, taken

LEDGER = make_ledger()
HEAD = ("No.", "Action", "Owner", "Due date", "Status", "Notes")


def after(ledger: Ledger, made: Intake) -> Ledger:
    """Return the ledger with what was taken in."""
    ledger = with_tables(ledger, made.tables)
    return replace(ledger, journal=(*ledger.journal, *made.entries))


def refused(sheet: Worksheet, *mapped: str, ledger: Ledger = LEDGER, **choices: Any) -> list[str]:
    """Return why a sheet is refused, each thing with its cells."""
    with pytest.raises(InCells) as caught:
        taken(ledger, sheet, *mapped, **choices)
    return [str(each) for each in caught.value.failures]


def test_a_row_is_a_commitment_and_what_was_reported_of_it() -> None:
    """Its number goes into the id, after the meeting; every entry says where it comes from."""
    sheet = make_sheet(HEAD, (7, "Joint talk", "A; B", "Q3 2026", "ongoing", "Met twice."))
    made = taken(LEDGER, sheet, by="B")
    assert made.commitments == (
        Commitment(
            id="m1-7",
            title="Joint talk",
            meeting="m1",
            owners=("A", "B"),
            deadline=Deadline.parse("2026-Q3"),
        ),
    )
    assert made.entries == (
        Entry(
            commitment="m1-7",
            date=TODAY,
            by="B",
            status=Status.IN_PROGRESS,
            note="Met twice.",
            evidence=("ref: t.xlsx, Status",),
        ),
    )


def test_columns_of_days_are_entries_of_these_days() -> None:
    """In the order of the days, whatever the order of the columns; a blank cell is no report."""
    sheet = make_sheet(
        ("Action", "Owner", "30/9/2024", "30/6/2024", "Notes 30/9/2024"),
        ("Talk", "A", "done", "on hold", "Signed."),
        ("Meet", "B", None, "under way", None),
    )
    made = taken(LEDGER, sheet, by=OWNER)
    assert [(e.date.isoformat(), e.commitment, e.by, e.status, e.note) for e in made.entries] == [
        ("2024-06-30", "talk", "A", "stalled", None),
        ("2024-06-30", "meet", "B", "in-progress", None),
        ("2024-09-30", "talk", "A", "completed", "Signed."),
    ]


def test_a_second_import_adds_nothing() -> None:
    """Nor does one of another day, of another name, or after somebody else's report."""
    sheet = make_sheet(
        (*HEAD, "30/6/2024", "Budget"), (1, "Talk", "A", "2026", "done", "Signed.", "on hold", 3)
    )
    ledger = after(LEDGER, taken(LEDGER, sheet, by="A"))
    later = replace(
        ledger, journal=(*ledger.journal, make_entry("2026-12-01", "stalled", commitment="m1-1"))
    )
    for changed, choices in (
        (ledger, {}),
        (ledger, {"today": date(2027, 1, 1)}),
        (ledger, {"file": "t (final).xlsx"}),
        (later, {"today": date(2027, 1, 1)}),
    ):
        made = taken(changed, sheet, by="A", **choices)
        assert (made.tables, made.entries) == ((), ())
        assert (made.known, made.reports_known) == (1, 2)


def test_what_is_new_in_a_table_is_added() -> None:
    """A status that changed, a column of another day, a row."""
    ledger = after(
        LEDGER, taken(LEDGER, make_sheet(HEAD, (1, "Talk", "A", None, "to do", None)), by="A")
    )
    changed = make_sheet(
        (*HEAD, "30/6/2025"),
        (1, "Talk", "A", None, "done", None, "under way"),
        (2, "Meet", "B", None, None, None, None),
    )
    made = taken(ledger, changed, by="A")
    assert [each.id for each in made.commitments] == ["m1-2"]
    assert [(each.date, each.status) for each in made.entries] == [
        (date(2025, 6, 30), "in-progress"),
        (TODAY, "completed"),
    ]


def test_a_word_that_somebody_had_to_explain_is_kept_in_the_note() -> None:
    """What the table said is not lost; a word that is a status needs no keeping."""
    sheet = make_sheet(
        HEAD, (1, "Talk", "A", None, "Closed", "No money."), (2, "Meet", "A", None, "Done", None)
    )
    made = taken(LEDGER, sheet, by="A", statuses={"closed": Status.NOT_PURSUED})
    assert [(each.status, each.note) for each in made.entries] == [
        ("not-pursued", "Closed\nNo money."),
        ("completed", None),
    ]


def test_all_that_is_wrong_is_told_at_once_by_cell() -> None:
    """The same of several cells once; nothing that is wrong hides another thing."""
    sheet = make_sheet(
        HEAD,
        (1, "Talk", "A", "5/6/2026", "Behind schedule", None),
        (2, "Meet", "Body C", "31/6/2026", "Behind schedule", "=A1"),
        (3, None, "A", 46156, "closed", "#REF!"),
        (4, "Walk", None, None, "done", None),
    )
    assert refused(sheet) == [
        "row 2, row 3, row 4, row 5: nothing says the reporter",
        'D2: "5/6/2026" can be 2026-05-06 or 2026-06-05',
        'E2, E3: unknown status "Behind schedule"',
        'D3: "31/6/2026" is no day of the calendar',
        "F3: a formula, whose value is not worked out here",
        "B4: nothing says what was promised",
        'D4: "46156" looks like a spreadsheet\'s number for 2026-05-14',
        'E4: "closed" is not clear as a status',
        "F4: an error value",
        "C5: nothing says the owner",
    ]


def test_what_belongs_to_a_report_and_has_none_is_refused() -> None:
    """It would be lost; where every report has its day, it is a column of one's own."""
    head = ("Action", "Owner", "Status", "Evidence")
    sheet = make_sheet(head, ("Talk", "A", None, "https://e.org/a"))
    (why,) = refused(sheet, by="A")
    assert why == "D2: it belongs to a report, and there is neither status nor note"
    dated = make_sheet(("Action", "Owner", "30/6/2024", "Link"), ("Talk", "A", "done", "Minutes"))
    made = taken(LEDGER, dated, by="A")
    assert made.commitments[0].fields == {"link": "Minutes"}


def test_owners_of_all_rows_stand_in_for_blank_cells() -> None:
    """A row that names its own has these."""
    sheet = make_sheet(("Action", "Owner"), ("Talk", None), ("Meet", "C"))
    made = taken(LEDGER, sheet, owners=("A", "B"))
    assert [each.owners for each in made.commitments] == [("A", "B"), ("C",)]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("A, B", ("A", "B")),
        ("A / B", ("A", "B")),
        ("A/B", ("A", "B")),
        ("A and B", ("A", "B")),
        ("A & B", ("A", "B")),
        ("A、B", ("A", "B")),
        ("A・B", ("A", "B")),
        ("A\nB", ("A", "B")),
        ("body a; body b", ("A", "B")),
        ("Body A (A)", ("A",)),
        ("UK", ("UK",)),
        ("committee", ("committee",)),
        ("A, A", ("A",)),
        ("Council for Sea, Ice and Snow", ("SIS",)),
        ("Council for Sea, Ice and Snow, B", ("SIS", "B")),
    ],
)
def test_bodies_are_found_by_id_or_name(cell: str, owners: tuple[str, ...]) -> None:
    """Several in a cell, parted as people part them; a name may have a comma or "and" in it."""
    body = replace(make_body("SIS", "UK"), name="Council for Sea, Ice and Snow")
    ledger = make_ledger(bodies=(body,))
    (made,) = taken(ledger, make_sheet(("Action", "Owner"), ("Talk", cell))).commitments
    assert made.owners == owners


def test_unknown_bodies_are_proposed() -> None:
    """By their acronym, if they have one; the side is what the column, or somebody, says."""
    sheet = make_sheet(
        ("Action", "UK lead", "Owner"),
        ("Talk", "Department for Ice (DFI)", "Agency of Snow; NASA"),
        ("Meet", "DFI", None),
    )
    made = taken(LEDGER, sheet, bodies={"nasa": NamedBody("NASA")})
    assert made.bodies == (
        Organisation(id="DFI", name="Department for Ice", side="UK"),
        Organisation(id="NASA", name="NASA"),
        Organisation(id="agency-snow", name="Agency of Snow"),
    )
    assert made.sideless == {"Agency of Snow": "agency-snow"}
    said = taken(LEDGER, sheet, side="Japan").bodies
    assert [each.side for each in said] == ["UK", "Japan", "Japan"]


def test_a_slip_in_the_name_of_a_body_makes_no_new_one() -> None:
    """It is told, with the cell; or it is said which body is meant."""
    ledger = make_ledger(bodies=(replace(make_body("CO", "UK"), name="Cabinet Office"),))
    sheet = make_sheet(("Action", "Owner"), ("Talk", "Cabinet Offce"))
    (why,) = refused(sheet, ledger=ledger)
    assert why.startswith('B2: "Cabinet Offce" is no body of the ledger, and looks like')
    made = taken(ledger, sheet, bodies={"cabinet offce": NamedBody("CO")})
    assert (made.bodies, made.commitments[0].owners) == ((), ("CO",))


def test_a_commitment_on_file_is_known_by_its_title_in_either_language() -> None:
    """What the row says otherwise is told, and changes nothing."""
    on_file = make_commitment("talks", title="Joint talks", title_ja="共同協議", deadline="2025")
    ledger = make_ledger(on_file)
    for title in ("joint  TALKS", "共同協議"):
        sheet = make_sheet(HEAD, (1, title, "A", "2026", "done", None))
        made = taken(ledger, sheet, by="A")
        assert made.tables == ()
        assert [each.commitment for each in made.entries] == ["talks"]
        assert {each.text for each in made.observations} == {"talks: deadline", "talks: owners"}


def test_what_nothing_new_would_use_is_not_added() -> None:
    """As where a row names other owners of what is on file, or has a column that this lacks."""
    ledger = make_ledger(make_commitment("talk", title="Talk"))
    made = taken(ledger, make_sheet(("Action", "Owner", "RAG"), ("Talk", "Agency of Snow", "G")))
    assert (made.tables, made.sideless) == ((), {})


def test_a_number_that_is_another_commitments_is_refused() -> None:
    """No report of one table is put under a commitment of another."""
    first = make_sheet(HEAD, (1, "Talk", "A", None, "done", None))
    ledger = after(LEDGER, taken(LEDGER, first, by="A"))
    second = make_sheet(HEAD, (1, "Walk", "A", None, "done", None))
    (why,) = refused(second, ledger=ledger, by="A")
    assert why == 'B2: m1-1 is on file, and is called "Talk"'
    assert taken(ledger, second, "No.=none", by="A").commitments[0].id == "walk"


def test_several_rows_may_tell_of_one_commitment() -> None:
    """A table may have a row for each report; what contradicts an earlier row is refused."""
    head = ("Action", "Owner", "Status", "Date", "Due date")
    rows: tuple[Row, ...] = (
        ("Talk", "A", "to do", date(2024, 3, 1), "2025"),
        ("Talk", None, "done", "1 June 2024", None),
    )
    made = taken(LEDGER, make_sheet(head, *rows), by="A")
    assert len(made.commitments) == 1
    assert [(each.date.month, each.status) for each in made.entries] == [
        (3, "not-started"),
        (6, "completed"),
    ]
    contradicting = make_sheet(head, *rows, ("Talk", "B", None, None, None))
    assert refused(contradicting, by="A") == [
        "A4: row 2 says otherwise of the same commitment: owners"
    ]


def test_rows_of_one_commitment_have_one_number() -> None:
    """The number goes into the id as it would if it stood once."""
    head = ("No.", "Action", "Owner", "Status", "Date")
    once = make_sheet(head, (3, "Talk", "A", "to do", "2024-03-01"))
    twice = make_sheet(
        head, (3, "Talk", "A", "to do", "2024-03-01"), (3, "talk", "A", "done", "2024-06-01")
    )
    first, both = taken(LEDGER, once, by="A"), taken(LEDGER, twice, by="A")
    assert [each.id for each in first.commitments] == ["m1-3"]
    assert both.commitments == first.commitments
    assert len(taken(after(LEDGER, first), twice, by="A").entries) == 1
    other = make_sheet(head, (3, "Talk", "A", None, None), (3, "Walk", "A", None, None))
    assert [each.id for each in taken(LEDGER, other).commitments] == ["talk", "walk"]


def test_a_theme_of_the_ledger_is_found_by_its_id_or_title() -> None:
    """Any other is a theme as it is written."""
    ledger = replace(
        make_ledger(make_commitment("old", theme="sea")),
        themes={"sea": Theme(id="sea", title="The Sea", title_ja="海洋")},
    )
    head = ("Theme", "Action", "Owner")
    rows = ("SEA", "the sea", "海洋", "Ice")
    sheet = make_sheet(head, *((theme, f"Talk {n}", "A") for n, theme in enumerate(rows)))
    made = taken(ledger, sheet).commitments
    assert [each.theme for each in made] == ["sea", "sea", "sea", "Ice"]


def test_ids_of_a_column_of_ids_are_taken_as_they_are() -> None:
    """And one that cannot be typed is refused."""
    sheet = make_sheet(("Id", "Action", "Owner"), ("x-1", "Talk", "A"), ("a b", "Meet", "A"))
    assert refused(sheet) == ['A3: "a b" is not an id']
    made = taken(LEDGER, make_sheet(("Id", "Action", "Owner"), ("x-1", "Talk", "A")))
    assert made.commitments[0].id == "x-1"


def test_wholes_are_made_of_a_column_of_them() -> None:
    """Before their parts, owned by all who own one."""
    sheet = make_sheet(
        ("Commitment", "Milestone", "Owner"), ("Space", "Talk", "A"), ("Space", "Meet", "B")
    )
    made = taken(LEDGER, sheet, "Commitment=part_of")
    assert [(each.id, each.part_of, each.owners) for each in made.commitments] == [
        ("space", None, ("A", "B")),
        ("talk", "space", ("A",)),
        ("meet", "space", ("B",)),
    ]


def test_words_without_a_number_are_the_wording_of_a_deadline() -> None:
    """And that is told."""
    made = taken(LEDGER, make_sheet(HEAD, (1, "Talk", "A", "ongoing", None, None)))
    assert (made.commitments[0].deadline, made.commitments[0].deadline_text) == (None, "ongoing")
    assert made.observations == (Observation(Told.AS_WORDS, "D2", "ongoing"),)


def test_a_deadline_may_name_a_meeting() -> None:
    """By its id."""
    made = taken(LEDGER, make_sheet(HEAD, (1, "Talk", "A", "m1", None, None)))
    assert str(made.commitments[0].deadline) == "m1"


def test_a_dash_is_nothing() -> None:
    """As people fill blank cells."""
    made = taken(LEDGER, make_sheet(HEAD, (1, "Talk", "A", "–", "-", "n/a")))
    assert made.commitments[0].deadline is None
    assert made.entries == ()


def test_letters_that_a_program_lost_are_told() -> None:
    """A text file that was saved on a machine of the West has ? for each letter of Japanese."""
    sheet = make_sheet(HEAD, (1, "????", "A", None, None, "?? 2026 ??"))
    assert refused(sheet) == ["B2, F2: question marks stand where letters were lost"]
    fine = make_sheet(HEAD, (1, "Talk?", "A", None, None, "Why??"))
    assert taken(LEDGER, fine).entries[0].note == "Why??"


def test_a_cell_that_is_merged_downwards_stands_in_every_row() -> None:
    """As the theme beside several actions; one merged across them is a heading, and left out."""
    sheet = make_sheet(
        ("Theme", "Action", "Owner"), ("Space", "Talk", "A"), (None, "Meet", "A"), ("II. Sea",)
    )
    rows = {row: dict(cells) for row, cells in sheet.rows.items()}
    rows[2][1] = make_cell(2, 1, "Space", merged="A2:A3")
    rows[3][1] = make_cell(3, 1, "", merged="A2:A3")
    rows[4][1] = make_cell(4, 1, "II. Sea", merged="A4:C4")
    made = taken(LEDGER, replace(sheet, rows=rows))
    assert [each.theme for each in made.commitments] == ["Space", "Space"]
    assert made.observations == (Observation(Told.LEFT_OUT, "4", "II. Sea"),)


def test_what_is_seen_of_a_row_and_not_imported_is_told() -> None:
    """Comments, what is struck through, hidden rows and columns."""
    sheet = make_sheet(("Action", "Owner"), ("Talk", "A"))
    cells = dict(sheet.rows[2])
    cells[1] = make_cell(2, 1, "Talk", comment="Ask Bob.", struck="Talk")
    marked = replace(
        sheet,
        rows={**sheet.rows, 2: cells},
        hidden_rows=frozenset({2}),
        hidden_columns=frozenset({2}),
    )
    assert taken(LEDGER, marked).observations == (
        Observation(Told.HIDDEN_COLUMN, "B"),
        Observation(Told.HIDDEN, "2"),
        Observation(Told.COMMENT, "A2", "Ask Bob."),
        Observation(Told.STRUCK, "A2", "Talk"),
    )


def test_evidence_is_an_address_a_title_with_one_or_a_reference() -> None:
    """The address behind a text is kept beside it; what is neither is a reference."""
    head = ("Action", "Owner", "Status", "Evidence")
    sheet = make_sheet(head, ("Talk", "A", "done", "https://e.org/a\nMinutes of May"))
    (entry,) = taken(LEDGER, sheet, by="A").entries
    assert entry.evidence == ("https://e.org/a", "ref: Minutes of May", "ref: t.xlsx, Status")
    cells = {**sheet.rows[2], 4: make_cell(2, 4, "Minutes", link="https://e.org/m")}
    linked = replace(sheet, rows={**sheet.rows, 2: cells})
    (entry,) = taken(LEDGER, linked, by="A").entries
    assert entry.evidence[0] == "Minutes <https://e.org/m>"


def test_one_body_reports() -> None:
    """A column may say who, and then one of them."""
    head = ("Action", "Owner", "Status", "Reported by")
    sheet = make_sheet(head, ("Talk", "A; B", "done", "Body B"), ("Meet", "A", "done", "committee"))
    assert [each.by for each in taken(LEDGER, sheet).entries] == ["B", "committee"]
    sheet = make_sheet(head, ("Talk", "A; B", "done", "A and B"))
    assert "D2: several bodies, where one reports" in refused(sheet)


def test_a_row_can_be_skipped() -> None:
    """By its number."""
    sheet = make_sheet(("Action", "Owner"), ("Section B", None), ("Talk", "A"))
    assert refused(sheet) == ["B2: nothing says the owner"]
    assert len(taken(LEDGER, sheet, skipped=frozenset({2})).commitments) == 1


def test_a_table_without_titles_or_rows_is_refused() -> None:
    """There is nothing to import."""
    with pytest.raises(NoTitles):
        taken(LEDGER, make_sheet(("Owner", "Status"), ("A", "done")))
    with pytest.raises(EmptyTable):
        taken(LEDGER, make_sheet(("Action", "Owner"), ("Action", "Owner")))


COLUMNS = ["Action", "Owner", "Due date", "Status", "30/6/2024", "Budget"]
CELLS = st.fixed_dictionaries(
    {
        "Action": st.sampled_from(["Talk", "Meet", "Walk", "Sing", "Read", "Write"]),
        "Owner": st.sampled_from(["A", "B", "A; C", "committee"]),
        "Due date": st.sampled_from([None, "2026", "Q3 2026", date(2026, 5, 1), "soon"]),
        "Status": st.sampled_from([None, "done", "to do", "on hold", "進行中"]),
        "30/6/2024": st.sampled_from([None, "done", "ongoing"]),
        "Budget": st.sampled_from([None, 3, "four"]),
    }
)


@given(
    rows=st.lists(CELLS, min_size=1, max_size=6, unique_by=lambda row: row["Action"]),
    order=st.permutations(COLUMNS),
    above=st.integers(0, 3),
    data=st.data(),
)
def test_the_order_of_columns_and_blank_rows_change_nothing(
    rows: list[dict[str, Any]], order: list[str], above: int, data: st.DataObject
) -> None:
    """No cell is lost, doubled or misplaced; and the table as it is adds nothing again."""
    usual = make_sheet(COLUMNS, *([row[name] for name in COLUMNS] for row in rows))
    shuffled = data.draw(st.permutations(rows))
    moved = make_sheet(*[()] * above, order, *([row[name] for name in order] for row in shuffled))
    made, other = taken(LEDGER, usual, by=OWNER), taken(LEDGER, moved, by=OWNER)
    assert {each.id: each for each in made.commitments} == {
        each.id: each for each in other.commitments
    }
    assert sorted(made.entries, key=repr) == sorted(other.entries, key=repr)
    said = sum(row[name] is not None for row in rows for name in ("Status", "30/6/2024"))
    assert (len(made.commitments), len(made.entries)) == (len(rows), said)
    fields = [each.fields["budget"] for each in made.commitments if each.fields]
    assert fields == [str(row["Budget"]) for row in rows if row["Budget"] is not None]
    again = taken(after(LEDGER, made), moved, by=OWNER)
    assert (again.tables, again.entries) == ((), ())


ANYTHING = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(
        ["A", "A; B", "done", "1", "5/6/2026", "2024-06", "=A1", "#REF!", "??", "-", "B/"]
    ),
    st.integers(-5, 60_000),
    st.dates(),
)
HEADS = st.lists(
    st.one_of(
        st.sampled_from(["Action", "Owner", "Status", "No.", "Ref", "Due", "Notes", "Theme", "Id"]),
        st.sampled_from(["30/6/2024", "Evidence", "Date", "Reported by", "UK lead", "Meeting", ""]),
        st.text(max_size=8),
    ),
    min_size=1,
    max_size=7,
)


@given(
    head=HEADS,
    rows=st.lists(st.lists(ANYTHING, max_size=8), max_size=5),
    by=st.sampled_from([None, "A", OWNER]),
)
def test_whatever_stands_in_a_table_it_is_taken_or_refused(
    head: list[str], rows: list[list[Any]], by: str | None
) -> None:
    """With a reason; and what is taken makes a ledger in which every name is known."""
    sheet = make_sheet(["Action", *head], *rows)
    try:
        made = taken(LEDGER, sheet, by=by, owners=("A",), side="UK")
        refuse_unfit(LEDGER, made, Circumstances(TODAY, lambda _name: False))
    except LedgerError:
        return
    ledger = after(LEDGER, made)
    assert not [*unknown_names(ledger, declared(ledger))]
    again = taken(ledger, sheet, by=by, owners=("A",), side="UK")
    assert (again.tables, again.entries) == ((), ())

"""Which column of a table fills which key."""

from datetime import date

import pytest
from msgspec.structs import replace

from examples import make_ledger
from jcm_ledger.errors import LedgerError, UnknownName
from jcm_ledger.errors.importing import (
    InCells,
    NoHeadings,
    NotADay,
    NotAMapping,
    NotOneDay,
    TwoColumns,
    UnknownColumn,
    UnknownSheet,
)
from jcm_ledger.model.ledger import OwnColumn
from jcm_ledger.model.spreadsheet import Spreadsheet
from jcm_ledger.rules.importing.columns import asked
from jcm_ledger.rules.importing.intake import chosen_sheet
from jcm_ledger.rules.importing.mapping import map_columns
from jcm_ledger.rules.written_days import DayOrder
from tables import Row, make_sheet

LEDGER = make_ledger()


def keys(*rows: Row, mapped: tuple[str, ...] = ()) -> list[str]:
    """Return the key of each column of a table, with its day or side."""
    found = map_columns(LEDGER, make_sheet(*rows), [asked(each) for each in mapped], None)
    return [
        each.key + (f"@{each.day or each.side}" if each.day or each.side else "")
        for each in found.columns
    ]


def test_the_headings_may_stand_below_a_title() -> None:
    """The row with the most known headings is theirs; a row of days is none of them."""
    rows: tuple[Row, ...] = (
        ("Action tracker",),
        ("Updated 12 November 2026",),
        (),
        ("No.", "Action", "Owner", "Due date"),
        (1, "Talk", "A", date(2027, 1, 1)),
    )
    assert map_columns(LEDGER, make_sheet(*rows), [], None).header == 4
    assert keys(*rows) == ["number", "title", "owners", "deadline"]


def test_several_columns_headed_by_days_are_statuses_of_these_days() -> None:
    """Alone, or beside a word for a status or a note."""
    assert keys(
        ("Action", "Owner", "4/30/2014", "Status 30/9/2014", "Notes 30/9/2014", date(2015, 1, 31)),
        ("Talk", "A", "Done", "Done", "It is done.", "Done"),
    ) == [
        "title", "owners", "status@2014-04-30", "status@2014-09-30", "note@2014-09-30",
        "status@2015-01-31",
    ]  # fmt: skip


def test_a_column_of_sentences_is_one_of_notes_whatever_its_heading() -> None:
    """Most of its cells are longer than any status."""
    sentence = "The two sides met in Leeds and agreed to meet again in the spring."
    assert keys(("Action", "Owner", "Progress"), ("Talk", "A", sentence))[2] == "note"
    assert keys(("Action", "Owner", "30/9/2014"), ("Talk", "A", sentence))[2] == "note@2014-09-30"


def test_a_heading_may_name_a_side() -> None:
    """Its bodies are of that side, as a new body has to be of one."""
    assert keys(("Action", "UK lead", "Lead (Japan)"), ("Talk", "A", "B"))[1:] == [
        "owners@UK",
        "owners@Japan",
    ]


def test_of_two_titles_the_one_that_comes_again_is_the_theme() -> None:
    """As a plan has its commitments, and the milestones of each."""
    rows: tuple[Row, ...] = (("Commitment", "Milestone"), ("Space", "Talk"), ("Space", "Meet"))
    assert keys(*rows) == ["theme", "title"]
    assert keys(*rows, mapped=("Commitment=part_of",)) == ["part_of", "title"]


def test_a_second_column_of_a_key_is_kept_as_one_of_ones_own() -> None:
    """The one whose heading is known whole goes first, then the one on the left."""
    rows: tuple[Row, ...] = (("Action", "Revised due date", "Due date"), ("Talk", "2026", "2025"))
    assert keys(*rows) == ["title", "field.revised-due-date", "deadline"]


def test_unknown_columns_are_proposed_as_ones_own() -> None:
    """With an id that no key has, and the heading as title; one that is empty is left out."""
    sheet = make_sheet(
        ("Action", "Budget (£k)", "予算", "Kind", "Empty"), ("Talk", 3, "四", "x", None)
    )
    found = map_columns(LEDGER, sheet, [], None).columns
    assert [each.proposed for each in found[1:]] == [
        OwnColumn(id="budget-k", title="Budget (£k)"),
        OwnColumn(id="予算", title="予算", title_ja="予算"),
        OwnColumn(id="kind-2", title="Kind"),
    ]


def test_a_column_that_the_ledger_declares_goes_before_the_words() -> None:
    """Found by its id or its title in either language, and not proposed again."""
    own = OwnColumn(id="who", title="Lead", title_ja="主務")
    ledger = replace(LEDGER, columns={"who": own})
    for heading in ("WHO", "Lead", "主務"):
        sheet = make_sheet(("Action", heading), ("Talk", "A"))
        (_title, found) = map_columns(ledger, sheet, [], None).columns
        assert (found.key, found.proposed) == ("field.who", None)


@pytest.mark.parametrize(
    ("mapped", "key"),
    [
        ("Who=owners", "owners"),
        ("who=OWNERS", "owners"),
        ("b=owners@UK", "owners@UK"),
        ("B=field.person", "field.person"),
        ("Who=status@2024-06-30", "status@2024-06-30"),
        ("Who=note@30 June 2024", "note@2024-06-30"),
        ("Who=deadline-text", "deadline_text"),
    ],
)
def test_what_is_asked_goes_before_headings(mapped: str, key: str) -> None:
    """A column is named by its heading or its letters; a day or a side stands after the key."""
    assert keys(("Action", "Who"), ("Talk", "A"), mapped=(mapped,)) == ["title", key]


def test_a_column_can_be_left_out() -> None:
    """Nothing of it is read then."""
    assert keys(("Action", "Status"), ("Talk", "?"), mapped=("Status=none",)) == ["title"]


@pytest.mark.parametrize(
    ("mapped", "error"),
    [
        ("Who", NotAMapping),
        ("=title", NotAMapping),
        ("Who=", NotAMapping),
        ("Who=colour", UnknownName),
        ("Who=field.title", UnknownName),
        ("Nobody=title", UnknownColumn),
        ("Twice=title", UnknownColumn),
        ("Who=owners@France", UnknownName),
        ("Who=title@2024-06-30", NotAMapping),
        ("Who=status@soon", NotADay),
        ("Who=status@June 2024", NotOneDay),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(mapped: str, error: type[LedgerError]) -> None:
    """A column or a key that is not there, a name that two columns have."""
    with pytest.raises(error):
        keys(("Action", "Who", "Twice", "Twice"), ("Talk", "A", "x", "y"), mapped=(mapped,))


def test_of_a_key_that_there_is_one_of_two_columns_are_not_asked() -> None:
    """None of them is lost without a word; owners may stand in several."""
    rows: tuple[Row, ...] = (("Action", "Who", "Whom"), ("Talk", "A", "B"))
    for key in ("deadline", "field.x", "status@2024-06-30"):
        with pytest.raises(TwoColumns, match="columns B and C"):
            keys(*rows, mapped=(f"Who={key}", f"Whom={key}"))
    assert keys(*rows, mapped=("Who=owners", "Whom=owners")) == ["title", "owners", "owners"]


def test_two_columns_of_one_day_are_not_mixed_up() -> None:
    """The second becomes one of one's own, as any second column does."""
    rows: tuple[Row, ...] = (
        ("Action", "30/6/2024", "Status 30 June 2024"),
        ("Talk", "done", "to do"),
    )
    assert keys(*rows) == ["title", "status@2024-06-30", "field.status-30-june-2024"]


def test_a_heading_that_may_be_two_days_is_told_with_its_cell() -> None:
    """An order settles it."""
    sheet = make_sheet(("Action", "Owner", "4/5/2014"), ("Talk", "A", "Done"))
    with pytest.raises(InCells) as caught:
        map_columns(LEDGER, sheet, [], None)
    (where,) = caught.value.failures
    assert str(where).startswith("C1: ")
    assert map_columns(LEDGER, sheet, [], DayOrder.DMY).columns[2].day == date(2014, 5, 4)


def test_a_table_without_headings_is_refused() -> None:
    """Unless it is said what a column is."""
    rows: tuple[Row, ...] = (("a", "b"), ("c", "d"))
    with pytest.raises(NoHeadings):
        keys(*rows)
    assert keys(*rows, mapped=("a=title",)) == ["title", "field.b"]


def test_the_sheet_with_a_table_in_it_is_chosen() -> None:
    """Of several the one that was named; hidden ones and lists of words are none."""
    table = make_sheet(("Action", "Owner"), ("Talk", "A"), name="Plan")
    words = make_sheet(("Status", "Owner"), ("Done", "A"), name="Lists")
    hidden = replace(table, name="Old", hidden=True)
    guide = make_sheet(("How to fill this in",), name="Guide")
    book = Spreadsheet(name="b.xlsx", sheets=(guide, words, table, hidden))
    assert chosen_sheet(book, None) is table
    assert chosen_sheet(book, "old") is hidden
    for sheets, name in (((table, replace(table, name="Other")), None), ((table,), "Nowhere")):
        with pytest.raises(UnknownSheet):
            chosen_sheet(replace(book, sheets=sheets), name)

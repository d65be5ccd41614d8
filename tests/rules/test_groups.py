"""The commitments of a list under headings."""

from datetime import date, timedelta

import pytest

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.groups import Agenda, Grouping, by_theme, group, on_agenda
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.standing import standing, standings

DAY = date(2024, 6, 30)


def due_in(days: int) -> Ledger:
    """Return a ledger whose one commitment falls due so many days after DAY."""
    return make_ledger(make_commitment(deadline=str(DAY + timedelta(days=days))))


@pytest.mark.parametrize(
    ("days", "place"),
    [
        (-1, "overdue"),
        (0, "next-30-days"),
        (30, "next-30-days"),
        (31, "31-to-60-days"),
        (60, "31-to-60-days"),
        (61, "61-to-90-days"),
        (90, "61-to-90-days"),
        (91, "later"),
        (900, "later"),
    ],
)
def test_the_agenda_counts_days_to_the_deadline_s_last(days: int, place: str) -> None:
    """The day asked for is day 0, and the last day of each stretch belongs to it."""
    ledger = due_in(days)
    assert on_agenda(standing(ledger, ledger.commitments["talks"], DAY)) == place


@pytest.mark.parametrize(
    ("fields", "status", "day", "place"),
    [
        ({}, None, "2024-06-30", "undated"),
        ({}, None, "2026-01-01", "review-due"),
        ({}, "completed", "2026-01-01", "met"),
        ({"deadline": "2023-12"}, "completed", "2024-06-30", "met"),
        ({"deadline": "2023-12"}, "not-pursued", "2024-06-30", "closed"),
        ({}, "superseded", "2026-01-01", "closed"),
    ],
)
def test_what_has_no_days_left_has_its_place(
    fields: dict[str, str], status: str | None, day: str, place: str
) -> None:
    """Undated ones wait for the next meeting; what is over comes last, met late as met."""
    ledger = make_ledger(
        make_commitment(**fields),
        journal=[make_entry("2024-02-01", status)] if status else [],
        meetings=[MEETING, make_meeting("m2", expected="2025")],
    )
    row = standing(ledger, ledger.commitments["talks"], date.fromisoformat(day))
    assert on_agenda(row) == place


LEDGER = make_ledger(
    make_commitment("joint", owners=("B", "A"), theme="space", deadline="2024-05"),
    make_commitment("nobody", owners=(), meeting="m2"),
    make_commitment("alone", owners=("B", "B"), theme="health", deadline="2024-07"),
    make_commitment("distant", owners=("C",), theme="space", deadline="2030"),
    meetings=[MEETING, make_meeting("m2", held="2024-04-01")],
)


def grouped(grouping: Grouping, query: Query | None = None) -> dict[str, list[str]]:
    """Return the ids of each group, by its name, in order."""
    groups = group(LEDGER, standings(LEDGER, DAY), grouping, query or Query())
    return {each.name: [row.commitment.id for row in each.rows] for each in groups}


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (
            Grouping.TIMING,
            {
                "overdue": ["joint"],
                "31-to-60-days": ["alone"],
                "later": ["distant"],
                "undated": ["nobody"],
            },
        ),
        (
            Grouping.OWNER,
            {"A": ["joint"], "B": ["joint", "alone"], "C": ["distant"], "": ["nobody"]},
        ),
        (Grouping.SIDE, {"UK": ["joint"], "Japan": ["joint", "alone", "distant"], "": ["nobody"]}),
        (Grouping.THEME, {"space": ["joint", "distant"], "health": ["alone"], "": ["nobody"]}),
        (Grouping.MEETING, {"m1": ["joint", "alone", "distant"], "m2": ["nobody"]}),
    ],
)
def test_each_commitment_stands_in_the_group_of_each_owner(
    grouping: Grouping, groups: dict[str, list[str]]
) -> None:
    """Groups come in the ledger's order, those without a name last, none empty, none twice."""
    found = grouped(grouping)
    assert found == groups
    assert list(found) == list(groups)


def test_who_asks_for_an_owner_gets_that_owner_s_sheet() -> None:
    """Of a commitment of several owners or sides only the groups asked for are shown."""
    assert list(grouped(Grouping.OWNER, Query(owners=("B",)))) == ["B"]
    assert list(grouped(Grouping.SIDE, Query(sides=("UK",)))) == ["UK"]
    assert list(grouped(Grouping.THEME, Query(owners=("B",)))) == ["space", "health", ""]


def test_themes_that_look_alike_are_one_group() -> None:
    """It is called as the first of them is spelled; what has none comes last."""
    spelled = {"one": "ロボット", "two": "ﾛﾎﾞｯﾄ", "three": "Space", "four": "space ", "five": " "}
    ledger = make_ledger(*(make_commitment(name, theme=each) for name, each in spelled.items()))
    rows = standings(ledger, DAY)
    groups = group(ledger, rows, Grouping.THEME, Query())
    assert [(each.name, [row.commitment.id for row in each.rows]) for each in groups] == [
        ("ロボット", ["one", "two"]),
        ("Space", ["three", "four"]),
        ("", ["five"]),
    ]
    assert list(by_theme(rows)) == ["ロボット", "Space", ""]


def test_the_agenda_is_in_the_order_of_what_presses() -> None:
    """Overdue first, closed last."""
    assert [str(place) for place in Agenda] == [
        "overdue", "next-30-days", "31-to-60-days", "61-to-90-days", "later", "review-due",
        "undated", "met", "closed",
    ]  # fmt: skip

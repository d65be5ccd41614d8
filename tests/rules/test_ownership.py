"""Whose a commitment is: sides and the committee as owners, bodies outside, successors."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from examples import make_body, make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Entry, Organisation
from jcm_ledger.model.status import Status
from jcm_ledger.rules.ownership import asked_for
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.standing import Standing, standing

BEIS, DSIT = make_body("BEIS", "UK"), make_body("DSIT", "UK", succeeds="BEIS", since="2023-02-07")
DESNZ = make_body("DESNZ", "UK", succeeds="BEIS", since="2023-02-07")


def talks(
    *journal: Entry, day: str = "2024-12-31", bodies: Iterable[Organisation] = (), **fields: Any
) -> Standing:
    """Return how "talks" stands on a day, in a ledger with further bodies."""
    commitment = make_commitment(**fields)
    ledger = make_ledger(commitment, journal=journal, bodies=bodies)
    return standing(ledger, commitment, date.fromisoformat(day))


# A side, the committee, bodies outside


def test_a_side_may_own_as_a_body_of_its_own() -> None:
    """Where the statement names a country: any body of the side speaks for it."""
    row = talks(make_entry("2024-02-01", "in-progress", by="C"), owners=("Japan",))
    assert (row.owners, row.owner_sides) == (("Japan",), ("Japan",))
    assert row.status is Status.IN_PROGRESS
    assert talks(make_entry("2024-02-01", "stalled", by="UK"), owners=("A",)).status


def test_committee_as_an_owner_is_every_side() -> None:
    """All sides' names stand for it, each once, also beside a body."""
    row = talks(owners=("A", "committee", "UK"))
    assert (row.owners, row.owner_sides) == (("A", "UK", "Japan"), ("UK", "Japan"))


def test_a_body_with_the_name_of_a_side_as_its_id_is_meant() -> None:
    """The id of a body comes before the name of a side."""
    row = talks(owners=("UK",), bodies=[make_body("UK", "Japan")])
    assert row.owner_sides == ("Japan",)


def test_a_body_without_a_side_is_outside() -> None:
    """A firm may own beside a ministry; it speaks for no side, and decides nothing."""
    row = talks(
        make_entry("2024-02-01", "completed", by="Firm"),
        owners=("A", "Firm"),
        bodies=[make_body("Firm")],
    )
    assert (row.owners, row.owner_sides, row.status) == (("A", "Firm"), ("UK",), None)


# Successors


@pytest.mark.parametrize(
    ("day", "owner"), [("2023-02-06", "BEIS"), ("2023-02-07", "DSIT"), ("2024-12-31", "DSIT")]
)
def test_a_successor_stands_in_the_old_ones_place_from_since(day: str, owner: str) -> None:
    """Its first day counts; before it the old body owns."""
    row = talks(day=day, owners=("BEIS", "B"), bodies=[BEIS, DSIT])
    assert (row.owners, row.handed_over) == ((owner, "B"), False)


def test_a_successor_without_a_day_has_always_been() -> None:
    """`since` left out: on every day it stands in the old one's place."""
    renamed = make_body("DSIT", "UK", succeeds=("BEIS",))
    assert talks(day="2023-11-07", owners=("BEIS",), bodies=[BEIS, renamed]).owners == ("DSIT",)


def test_successors_of_successors_are_followed_each_from_its_day() -> None:
    """Three bodies in a row: on a day the last one that was there."""
    third = make_body("NEW", "UK", succeeds="DSIT", since="2024-06-01")
    bodies = [BEIS, DSIT, third]
    days = ("2023-01-01", "2024-05-31", "2024-06-01")
    owners = [talks(day=day, owners=("BEIS",), bodies=bodies).owners for day in days]
    assert owners == [("BEIS",), ("DSIT",), ("NEW",)]


def test_where_two_bodies_succeed_one_nothing_moves_by_itself() -> None:
    """Hand-over entries say which of them it is."""
    bodies = [BEIS, DSIT, DESNZ]
    assert talks(owners=("BEIS", "B"), bodies=bodies).owners == ("BEIS", "B")
    handed = make_entry("2024-01-01", by="BEIS", owners=("DESNZ", "B"), note="Energy.")
    assert talks(handed, owners=("BEIS", "B"), bodies=bodies).owners == ("DESNZ", "B")


def test_two_bodies_succeed_one_from_the_first_day_on() -> None:
    """Of successors with different days none takes the place: the file says there are two."""
    later = make_body("DESNZ", "UK", succeeds="BEIS", since="2030-01-01")
    assert talks(owners=("BEIS",), bodies=[BEIS, DSIT, later]).owners == ("BEIS",)


def test_hand_overs_come_first_then_successors_then_duplicates_out() -> None:
    """Handed to a body that was succeeded by one which owns it already: it is named once."""
    handed = make_entry("2024-01-01", owners=("DSIT", "B", "BEIS"), note="As it was.")
    assert talks(handed, bodies=[BEIS, DSIT]).owners == ("DSIT", "B")


def test_either_id_finds_what_a_successor_owns() -> None:
    """Whoever remembers the old name finds the same commitments, and chases the new one."""
    ledger = make_ledger(make_commitment(owners=("BEIS", "B")), bodies=[BEIS, DSIT])
    day = date(2024, 1, 1)
    found = [
        [row.commitment.id for row in select(ledger, day, Query(owners=(name,))).rows]
        for name in ("BEIS", "DSIT", "C")
    ]
    assert found == [["talks"], ["talks"], []]
    assert asked_for(ledger, day, ["BEIS"]) == {"DSIT"}
    assert asked_for(ledger, date(2023, 1, 1), ["BEIS"]) == {"BEIS"}


def test_a_successor_speaks_for_its_side_as_the_old_one_did() -> None:
    """A body and its successor are of one side: the word goes on."""
    row = talks(
        make_entry("2023-12-01", "stalled", by="BEIS"),
        make_entry("2024-02-01", "completed", by="DSIT"),
        owners=("BEIS",),
        bodies=[BEIS, DSIT],
    )
    assert (row.status, row.to_confirm) == (Status.COMPLETED, False)


def test_a_circle_of_successors_does_not_hang() -> None:
    """`check` refuses it; what is shown is any of them."""
    first, second = make_body("X", "UK", succeeds="Y"), make_body("Y", "UK", succeeds="X")
    assert talks(owners=("X",), bodies=[first, second]).owners[0] in "XY"

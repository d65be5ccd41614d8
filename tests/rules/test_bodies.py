"""Who owes what, and who has not been heard from."""

from datetime import date

import pytest

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.model.duration import Duration
from jcm_ledger.rules.bodies import Body, bodies, is_silent
from jcm_ledger.rules.standing import standings

DAY = date(2024, 6, 30)
LEDGER = make_ledger(
    make_commitment("late", owners=("A", "B"), deadline="2024-05"),
    make_commitment("done", owners=("B", "B"), deadline="2024-01"),
    make_commitment("dropped", owners=("B",)),
    make_commitment("open", owners=("A",)),
    journal=[
        make_entry("2024-03-30", note="Noted.", commitment="late"),
        make_entry("2024-02-10", "completed", commitment="done", by="B"),
        make_entry("2024-02-11", "not-pursued", commitment="dropped", by="B"),
        make_entry("2024-07-01", note="Not yet on file.", commitment="late"),
    ],
)


def of(name: str, day: date = DAY) -> Body:
    """Return one body of the ledger."""
    found = bodies(LEDGER, standings(LEDGER, day), day)
    return next(body for body in found if body.organisation.id == name)


@pytest.mark.parametrize(
    ("name", "owed", "overdue", "completed", "last_heard", "days_silent"),
    [
        ("A", 2, 1, 0, "2024-03-30", 92),
        ("B", 1, 1, 1, "2024-02-11", 140),
    ],
)
def test_a_body_owes_what_it_owns_until_that_is_closed(  # noqa: PLR0913, PLR0917 - a row of expectations
    name: str, owed: int, overdue: int, completed: int, last_heard: str, days_silent: int
) -> None:
    """Met late is completed, not pursued is neither; naming an owner twice counts once."""
    body = of(name)
    assert (body.owed, body.overdue, body.completed) == (owed, overdue, completed)
    assert (str(body.last_heard), body.days_silent) == (last_heard, days_silent)
    assert [row.commitment.id for row in body.owing] == ["late", "open"][:owed]


@pytest.mark.parametrize(
    ("duration", "silent"), [("0d", True), ("91d", True), ("92d", False), ("3m", False)]
)
def test_silent_means_last_heard_from_longer_ago(duration: str, silent: bool) -> None:  # noqa: FBT001 - an expectation
    """Three months after 30 March is 30 June: on that day it is not longer yet."""
    assert is_silent(of("A"), Duration.parse(duration), DAY) is silent
    assert is_silent(of("A", date(2024, 7, 1)), Duration.parse("1d"), date(2024, 7, 1)) is False


def test_who_was_never_heard_from_is_silent_as_long_as_it_owes_something() -> None:
    """Silence of a body that owes nothing is nobody's business."""
    ledger = make_ledger(
        make_commitment(owners=("A",)),
        make_commitment("closed", owners=("C",)),
        journal=[make_entry("2024-02-01", "superseded", commitment="closed", by="B")],
    )
    silent = {
        body.organisation.id: is_silent(body, Duration.parse("9y"), DAY)
        for body in bodies(ledger, standings(ledger, DAY), DAY)
    }
    assert silent == {"A": True, "C": False}

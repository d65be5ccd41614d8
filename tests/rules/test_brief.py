"""What a reader should know first: each commitment in the first tier that it belongs to."""

from datetime import date

import pytest

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.rules.brief import Brief, brief, by_owners, is_silent
from jcm_ledger.rules.standing import standings

TODAY = date(2025, 6, 1)


def of(ledger: Ledger, day: date = TODAY, silence: str = "12m") -> Brief:
    """Return the brief of a whole ledger."""
    return brief(standings(ledger, day), Duration.parse(silence))


def ids(rows: tuple) -> list[str]:  # type: ignore[type-arg]
    """Return the ids of standings."""
    return [row.commitment.id for row in rows]


def entry(name: str, day: str, status: str | None = None, by: str = "A") -> Entry:
    """Return an entry about one commitment."""
    return make_entry(day, status, by=by, commitment=name, note="Said.")


def test_what_is_overdue_comes_first_the_longest_overdue_at_the_head() -> None:
    """Then what has no deadline and is stalled."""
    ledger = make_ledger(
        make_commitment("late", deadline="2025-03"),
        make_commitment("later", deadline="2024-12"),
        make_commitment("stalled"),
        make_commitment("fine", deadline="2027"),
        journal=[
            entry("stalled", "2025-05-01", "stalled"),
            entry("late", "2025-05-01"),
            entry("fine", "2025-05-01"),
        ],
    )
    found = of(ledger)
    assert ids(found.act) == ["later", "late", "stalled"]
    assert found.soon == ()
    assert found.ask == ()
    assert found.next_due
    assert found.next_due.commitment.id == "fine"


def test_sides_that_differ_are_to_be_acted_on_while_it_is_open() -> None:
    """One side's completed beside the other's in progress waits for a word."""
    journal = [entry("a", "2025-05-01", "completed"), entry("a", "2025-05-02", "in-progress", "B")]
    ledger = make_ledger(make_commitment("a", deadline="2027"), journal=journal)
    assert ids(of(ledger).act) == ["a"]
    closed = [*journal, entry("a", "2025-05-03", "not-pursued", "B")]
    assert of(make_ledger(make_commitment("a", deadline="2027"), journal=closed)).act == ()


def test_what_falls_due_within_ninety_days_stands_apart_the_soonest_first() -> None:
    """It is not asked about too, however long it was silent."""
    ledger = make_ledger(
        make_commitment("august", deadline="2025-08-30"),
        make_commitment("june", deadline="2025-06"),
    )
    found = of(ledger)
    assert ids(found.soon) == ["june", "august"]
    assert found.ask == ()
    assert ids(found.silent) == ["august", "june"]


@pytest.mark.parametrize(
    ("heard", "asked"), [("2024-06-01", ["a"]), ("2024-06-02", []), ("2025-05-01", [])]
)
def test_a_dated_one_is_asked_about_after_twelve_silent_months(
    heard: str, asked: list[str]
) -> None:
    """Any entry breaks the silence, a note too."""
    ledger = make_ledger(make_commitment("a", deadline="2027"), journal=[entry("a", heard)])
    assert ids(of(ledger).ask) == asked


def test_one_with_nothing_on_file_is_not_asked_about_in_its_first_month() -> None:
    """Its silence counts from the meeting that made it."""
    ledger = make_ledger(make_commitment("a", deadline="2027"))
    (row,) = standings(ledger, date(2024, 1, 31))
    assert not is_silent(row, Duration.parse("12m"))
    assert of(ledger, date(2024, 1, 31)).ask == ()
    assert ids(of(ledger, date(2024, 1, 31), "1w").ask) == ["a"]


def test_what_is_closed_is_never_pressing() -> None:
    """However late, or silent since."""
    ledger = make_ledger(
        make_commitment("a", deadline="2023-12"), journal=[entry("a", "2024-05-01", "completed")]
    )
    found = of(ledger, date(2030, 1, 1))
    assert (found.act, found.soon, found.ask, found.silent) == ((), (), (), ())


def test_who_is_to_be_asked_stands_once() -> None:
    """Commitments of the same owners are asked about together."""
    ledger = make_ledger(
        make_commitment("a", deadline="2027", owners=("A", "B")),
        make_commitment("b", deadline="2027", owners=("A",)),
        make_commitment("c", deadline="2027", owners=("A", "B")),
    )
    groups = by_owners(standings(ledger, TODAY))
    assert {owners: ids(tuple(rows)) for owners, rows in groups.items()} == {
        ("A", "B"): ["a", "c"],
        ("A",): ["b"],
    }

"""What is told of a day, over ledgers of every kind: later entries change nothing of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from examples import MEETING, make_body, make_commitment, make_ledger, make_meeting
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import COMMITTEE, Commitment, Deadline, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.rules.bodies import bodies
from jcm_ledger.rules.standing import Standing, standing, standings

SHORT, LONG = 200, 20_000

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 40).map(lambda days: FIRST + timedelta(days=days))
PERIODS = ("2024-01", "2024-01-20", "2024-02", "2024-Q1", "FY2024", "2023")
BODIES = (
    make_body("Firm"),
    make_body("Univ"),
    make_body("D", "UK", succeeds="A", since="2024-01-15"),
    make_body("E", "Japan", succeeds="B", since="2024-01-20"),
    make_body("F", "Japan", succeeds="B", since="2024-01-25"),
)
NAMES = ("A", "B", "C", "D", "E", "F", "Firm", "Univ", "UK", "Japan")
MEETINGS = (
    MEETING,
    make_meeting("m2", held="2024-01-18", expected="2024-01"),
    make_meeting("m3", expected="2024-02"),
)

OWNERS = st.lists(st.sampled_from([*NAMES, "committee"]), min_size=1, max_size=3, unique=True)
DEADLINES = st.sampled_from([*PERIODS, "m2", "m3"]).map(Deadline.parse)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Draw an entry about one of three commitments, fit to be on file or not."""
    by = draw(st.sampled_from([*NAMES, "committee", None]))
    optional = {
        "status": st.sampled_from(Status),
        "deadline": DEADLINES,
        "owners": OWNERS.map(tuple),
        "happened": st.sampled_from(PERIODS).map(Period.parse),
        "on_behalf_of": st.sampled_from(NAMES),
    }
    # A status is what most entries have, and the rest is what few have.
    likely = {"status": 3, "deadline": 1, "owners": 1, "happened": 1, "on_behalf_of": 1}
    given_keys = [key for key in optional if draw(st.integers(0, 4)) < likely[key]]
    return Entry(
        commitment=draw(st.sampled_from(["talks", "old", "new"])),
        date=draw(DAYS),
        by=by,
        **{key: draw(optional[key]) for key in given_keys},
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Draw a ledger of three commitments: one supersedes others once its meeting is held."""

    def commitment(name: str, **fields: Any) -> Commitment:
        return make_commitment(
            name,
            owners=tuple(draw(OWNERS)),
            deadline=draw(st.none() | DEADLINES),
            review_by=draw(st.none() | DAYS),
            report_every=draw(st.none() | st.just(Duration(2, "w"))),
            **fields,
        )

    links = draw(st.sampled_from(["talks", ("talks", "old"), ()]))
    meeting = draw(st.sampled_from(["m1", "m2", "m3"]))
    commitments = [commitment("talks"), commitment("old")]
    commitments.append(commitment("new", supersedes=links, meeting=meeting))
    journal = draw(st.lists(entries(), max_size=12))
    return make_ledger(*commitments, journal=journal, meetings=MEETINGS, bodies=BODIES)


def told(row: Standing) -> tuple[object, ...]:
    """Return what people are told of a commitment: status, deadline, owners, timing, words."""
    return (
        row.status,
        row.open,
        row.deadline,
        row.original,
        row.owners,
        row.timing,
        row.by_side,
        row.to_confirm,
        row.silent_sides,
        row.done,
        row.closed_on,
        row.superseded_by,
        row.review_date,
    )


def holds(long: bool, property_: Callable[..., None], *drawn: st.SearchStrategy[Any]) -> None:  # noqa: FBT001 - passed on
    """Try a property of what is drawn, as often as was asked for."""
    most = LONG if long else SHORT
    limits = settings(max_examples=most, suppress_health_check=list(HealthCheck))
    limits(given(*drawn)(property_))()


def test_entries_dated_later_change_nothing_that_is_told_of_a_day(long: bool) -> None:  # noqa: FBT001
    """A view of a day says tomorrow what it says today, whatever is put on file since."""

    def later_entries_change_nothing(ledger: Ledger, day: date) -> None:
        by_then = replace(ledger, journal=tuple(e for e in ledger.journal if e.date <= day))
        rows = standings(ledger, day)
        assert rows == standings(by_then, day)
        assert bodies(ledger, rows, day) == bodies(by_then, rows, day)
        for row in rows:
            fits_together(row)
        for body in bodies(ledger, rows, day):
            assert body.owed == sum(row.open and body.organisation.id in row.owners for row in rows)

    holds(long, later_entries_change_nothing, ledgers(), DAYS)


def fits_together(row: Standing) -> None:
    """Hold that it is closed where no owning side holds it open, and more of the kind."""
    words = [status for status in row.by_side.values() if status]
    if row.owner_sides:
        assert row.open is (not words or not all(word.closed for word in words))
        assert {*words, None} >= {row.status}
    assert row.open or not row.to_confirm
    assert (row.closed_on is None) is row.open
    assert (row.done is not None) is (row.status is Status.COMPLETED)
    assert not (row.open and row.on_one_word)
    assert len(set(row.owners)) == len(row.owners)


def test_the_order_in_the_file_counts_among_entries_of_a_date_alone(long: bool) -> None:  # noqa: FBT001
    """Lines that git brought together in another order say the same."""

    def order_does_not_count(ledger: Ledger, day: date, chance: Any) -> None:
        by_date: dict[date, list[Entry]] = {}
        for entry in ledger.journal:
            by_date.setdefault(entry.date, []).append(entry)
        queues = [list(reversed(each)) for each in by_date.values()]
        journal = []
        while queues := [each for each in queues if each]:
            journal.append(chance.choice(queues).pop())
        mixed = replace(ledger, journal=tuple(journal))
        assert standings(mixed, day) == standings(ledger, day)

    chances = st.randoms(use_true_random=False)
    holds(long, order_does_not_count, ledgers(), DAYS, chances)


def test_an_entry_for_a_side_that_owns_nothing_changes_nothing(long: bool) -> None:  # noqa: FBT001
    """It is shown, and nothing that is told of the commitment is another."""

    def it_changes_nothing(ledger: Ledger, day: date, entry: Entry, place: int) -> None:
        assume(entry.speaker != COMMITTEE)
        assume(ledger.side_of(entry.speaker) not in owning_sides(ledger, entry))
        journal = (*ledger.journal[:place], entry, *ledger.journal[place:])
        with_it, without = standings(replace(ledger, journal=journal), day), standings(ledger, day)
        assert [told(row) for row in with_it] == [told(row) for row in without]
        for row in with_it:
            if row.commitment.id == entry.commitment and entry.date <= day:
                assert entry in row.journal

    holds(long, it_changes_nothing, ledgers(), DAYS, entries(), st.integers(0, 12))


def owning_sides(ledger: Ledger, entry: Entry) -> set[str | None]:
    """Return the sides that own a commitment at any moment of an entry's date.

    Where no owner has a side at one of them, everybody's: every entry decides then.
    """
    of_it = replace(
        ledger, journal=tuple(e for e in ledger.journal if e.commitment == entry.commitment)
    )
    before = [e for e in of_it.journal if e.date < entry.date]
    of_the_day = [e for e in of_it.journal if e.date == entry.date]
    found: set[str | None] = set()
    for number in range(len(of_the_day) + 1):
        until = replace(ledger, journal=(*before, *of_the_day[:number]))
        row = standing(until, ledger.commitments[entry.commitment], entry.date)
        found.update(row.owner_sides or (None, *ledger.committee.sides))
    return found

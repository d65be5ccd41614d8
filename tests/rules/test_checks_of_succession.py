"""What `jcm check` finds of speaking for others, handing over, succeeding and superseding."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from examples import MEETING, make_body, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.ledger import Entry, Ledger, OwnColumn
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.journal import unfit
from jcm_ledger.rules.checks.whole import check

TODAY = Circumstances(date(2026, 11, 25), lambda _name: False)
BEIS = make_body("BEIS", "UK")
DSIT = make_body("DSIT", "UK", succeeds="BEIS", since="2023-12-01")
DESNZ = make_body("DESNZ", "UK", succeeds="BEIS", since="2023-12-01")
LATER, PLANNED = make_meeting("m2", held="2025-06-10"), make_meeting("m3", expected="2027")


def found(code: str, ledger: Ledger) -> list[Finding]:
    """Return what `check` finds in a ledger that has this code."""
    return [each for each in check(ledger, TODAY) if each.code == code]


def one(*journal: Entry, **fields: Any) -> Ledger:
    """Return a ledger of "talks", which A and B own, with BEIS succeeded by DSIT and a firm."""
    bodies = [BEIS, DSIT, make_body("Firm")]
    return make_ledger(make_commitment(**fields), journal=journal, bodies=bodies)


def of_meetings(*commitments: Any) -> Ledger:
    """Return a ledger of these commitments with a later and a planned meeting."""
    return make_ledger(*commitments, meetings=[MEETING, LATER, PLANNED])


def of_bodies(*bodies: Any, owners: tuple[str, ...] = ("A", "B"), journal: Any = ()) -> Ledger:
    """Return a ledger of "talks" with these bodies."""
    return make_ledger(make_commitment(owners=owners), bodies=bodies, journal=journal)


def with_field(value: str, name: str = "priority", values: tuple[str, ...] = ("high",)) -> Ledger:
    """Return a ledger that declares a column and a commitment with a value of it."""
    ledger = make_ledger(make_commitment(fields={name: value}))
    return replace(ledger, columns={name: OwnColumn(id=name, values=values)})


HANDED = make_entry("2024-03-01", by="B", owners=("A", "C"), note="To C.")
TALKS = make_commitment()

BROKEN: list[tuple[str, Ledger, Severity, Where, str]] = [
    (
        "succeeded-body",
        one(make_entry("2024-03-01", "stalled", by="BEIS"), owners=("DSIT", "B")),
        Severity.WARNING,
        ("progress", 0, "by"),
        "BEIS was succeeded by DSIT by then",
    ),
    (
        "other-side",
        one(make_entry("2024-03-01", "stalled", by="A", on_behalf_of="B")),
        Severity.WARNING,
        ("progress", 0, "on_behalf_of"),
        "A reports it for B, of another side",
    ),
    (
        "other-side",
        one(make_entry("2024-03-01", "stalled", by="Firm", on_behalf_of="B")),
        Severity.WARNING,
        ("progress", 0, "on_behalf_of"),
        "Firm reports it for B, of another side",
    ),
    (
        "not-an-owner",
        one(make_entry("2024-03-01", "stalled", by="B", on_behalf_of="C")),
        Severity.WARNING,
        ("progress", 0, "by"),
        "C is no owner of it",
    ),
    (
        "not-an-owner",
        one(HANDED, make_entry("2024-04-01", "stalled", by="B")),
        Severity.WARNING,
        ("progress", 1, "by"),
        "B is no owner of it",
    ),
    (
        "bad-on-behalf-of",
        one(make_entry("2024-03-01", "stalled", by="committee", on_behalf_of="B")),
        Severity.ERROR,
        ("progress", 0, "on_behalf_of"),
        "the committee speaks for all sides",
    ),
    (
        "no-reporter",
        one(make_entry("2024-03-01", by=None, on_behalf_of="B", note="Seen.")),
        Severity.ERROR,
        ("progress", 0),
        "nobody reports it",
    ),
    (
        "no-reporter",
        one(make_entry("2024-03-01", by=None, owners=("A", "C"), note="To C.")),
        Severity.ERROR,
        ("progress", 0),
        "nobody reports it",
    ),
    (
        "happened-later",
        one(make_entry("2024-03-01", "completed", happened="2024-03-02/2024-04")),
        Severity.WARNING,
        ("progress", 0, "happened"),
        "it says what happened in 2024-03-02/2024-04, which is after its date",
    ),
    (
        "no-owner",
        one(make_entry("2024-03-01", owners=(), note="To nobody.")),
        Severity.ERROR,
        ("progress", 0, "owners"),
        "it hands over to nobody",
    ),
    (
        "handed-over-without-note",
        one(make_entry("2024-03-01", by="B", owners=("A", "C"))),
        Severity.WARNING,
        ("progress", 0, "owners"),
        "no note says why",
    ),
    (
        "sides-changed",
        one(make_entry("2024-03-01", by="B", owners=("C",), note="To C alone.")),
        Severity.ERROR,
        ("progress", 0, "owners"),
        "it changes which sides own it, and is by B",
    ),
    (
        "same-day",
        one(HANDED, replace(HANDED, owners=("A", "B"), note="No, to B.")),
        Severity.WARNING,
        ("progress", 1),
        "another entry of that day sets owners otherwise",
    ),
    (
        "same-day",
        one(
            make_entry("2024-03-01", deadline="2025", note="One year."),
            make_entry("2024-03-01", by="B", deadline="2026", note="Two."),
        ),
        Severity.WARNING,
        ("progress", 1),
        "another entry of that day sets deadline otherwise",
    ),
    (
        "circle",
        make_ledger(make_commitment(supersedes="new"), make_commitment("new", supersedes="talks")),
        Severity.ERROR,
        ("commitment", "talks", "supersedes"),
        "supersedes leads back to talks",
    ),
    (
        "circle",
        make_ledger(make_commitment(supersedes=("talks",))),
        Severity.ERROR,
        ("commitment", "talks", "supersedes"),
        "supersedes leads back to talks",
    ),
    (
        "supersedes-later",
        of_meetings(make_commitment("old", meeting="m2"), make_commitment(supersedes="old")),
        Severity.ERROR,
        ("commitment", "talks", "supersedes"),
        "commitment talks supersedes old, which a later meeting made",
    ),
    (
        "circle",
        of_bodies(make_body("A", "UK", succeeds="X"), make_body("X", "UK", succeeds="A")),
        Severity.ERROR,
        ("organisation", "A", "succeeds"),
        "organisation A: succeeds leads back to A",
    ),
    (
        "succeeds-other-side",
        of_bodies(make_body("NEW", "Japan", succeeds="A")),
        Severity.ERROR,
        ("organisation", "NEW", "succeeds"),
        "organisation NEW succeeds A, which is of another side",
    ),
    (
        "several-successors",
        of_bodies(BEIS, DSIT, DESNZ, owners=("BEIS", "B")),
        Severity.WARNING,
        ("commitment", "talks", "owners"),
        "DSIT and DESNZ succeed BEIS, which owns it still",
    ),
    (
        "part-of-part",
        make_ledger(
            TALKS, make_commitment("a", part_of="talks"), make_commitment("b", part_of="a")
        ),
        Severity.ERROR,
        ("commitment", "b", "part_of"),
        "commitment b is a part of a, which is a part of talks",
    ),
    (
        "part-of-part",
        make_ledger(make_commitment(part_of="talks")),
        Severity.ERROR,
        ("commitment", "talks", "part_of"),
        "commitment talks is a part of itself",
    ),
    (
        "open-part",
        make_ledger(
            TALKS,
            make_commitment("a", part_of="talks"),
            journal=[make_entry("2024-03-01", "completed")],
        ),
        Severity.WARNING,
        ("commitment", "a", "part_of"),
        "commitment a is open, and talks, of which it is a part, is closed",
    ),
    (
        "bad-field",
        with_field("urgent"),
        Severity.ERROR,
        ("commitment", "talks", "priority"),
        'commitment talks: priority "urgent" is not one of its values',
    ),
    (
        "bad-field",
        with_field("high", name="theme"),
        Severity.ERROR,
        ("field", "theme"),
        'a commitment has a key "theme" already',
    ),
    (
        "bad-id",
        make_ledger(TALKS, meetings=[MEETING, make_meeting("2021-05", held="2021-05-03")]),
        Severity.ERROR,
        ("meeting", "2021-05"),
        "a deadline of this name would be the period",
    ),
]


@pytest.mark.parametrize(
    ("code", "ledger", "severity", "where", "message"),
    [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(BROKEN)],
)
def test_what_breaks_a_rule_is_found(
    code: str, ledger: Ledger, severity: Severity, where: Where, message: str
) -> None:
    """Its place, how grave it is, what is wrong and what to do."""
    first, *_more = found(code, ledger)
    assert (first.severity, first.where) == (severity, where)
    assert message in first.message
    assert first.hint


SOUND: list[tuple[str, str, Ledger]] = [
    (
        "the old body before it was succeeded",
        "succeeded-body",
        one(make_entry("2023-11-30", "stalled", by="BEIS"), owners=("BEIS", "B")),
    ),
    (
        "an old body and its successor",
        "not-an-owner",
        one(
            make_entry("2023-11-30", "stalled", by="BEIS"),
            make_entry("2024-11-30", "stalled", by="DSIT"),
            owners=("BEIS", "B"),
        ),
    ),
    (
        "a body that is succeeded is told of once",
        "not-an-owner",
        one(make_entry("2024-03-01", "stalled", by="BEIS"), owners=("DSIT", "B")),
    ),
    (
        "any body of a side that owns",
        "not-an-owner",
        one(make_entry("2024-03-01", "stalled", by="C"), owners=("Japan",)),
    ),
    (
        "a report for a body of one's own side",
        "other-side",
        one(make_entry("2024-03-01", "stalled", by="C", on_behalf_of="B")),
    ),
    (
        "a period that begins by then",
        "happened-later",
        one(make_entry("2024-03-01", "completed", happened="2024")),
    ),
    (
        "other sides by the committee",
        "sides-changed",
        one(make_entry("2024-03-01", by="committee", owners=("C",), note="Japan alone.")),
    ),
    ("the same sides", "sides-changed", one(HANDED)),
    (
        "the same deadline on a day",
        "same-day",
        one(
            make_entry("2024-03-01", deadline="2025", note="One year."),
            make_entry("2024-03-01", by="B", deadline="2025", note="We too."),
        ),
    ),
    (
        "a status and another on a day",
        "same-day",
        one(make_entry("2024-03-01", "stalled"), make_entry("2024-03-01", "completed")),
    ),
    ("a hand-over alone", "empty-entry", one(replace(HANDED, note=None))),
    (
        "what the same meeting made",
        "supersedes-later",
        make_ledger(TALKS, make_commitment("new", supersedes="talks")),
    ),
    (
        "of a closed commitment with two successors nothing is asked",
        "several-successors",
        of_bodies(
            BEIS,
            DSIT,
            DESNZ,
            owners=("BEIS", "B"),
            journal=[make_entry("2023-11-08", "completed", by="BEIS")],
        ),
    ),
    (
        "handed over to one of two successors",
        "several-successors",
        of_bodies(
            BEIS,
            DSIT,
            DESNZ,
            owners=("BEIS", "B"),
            journal=[make_entry("2024-03-01", by="BEIS", owners=("DSIT", "B"), note="Science.")],
        ),
    ),
    ("an open whole", "open-part", make_ledger(TALKS, make_commitment("a", part_of="talks"))),
    ("a value that is listed", "bad-field", with_field("high")),
    ("a column of any text", "bad-field", with_field("urgent", values=())),
    (
        "an id that begins with a digit",
        "bad-id",
        make_ledger(TALKS, meetings=[MEETING, make_meeting("21", held="2013-03-12")]),
    ),
]


@pytest.mark.parametrize(
    ("code", "ledger"), [pytest.param(*case[1:], id=case[0]) for case in SOUND]
)
def test_what_comes_close_breaks_no_rule(code: str, ledger: Ledger) -> None:
    """No rule finds fault where there is none."""
    assert found(code, ledger) == []


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (make_entry("2024-03-01", "stalled", by="committee", on_behalf_of="B"), "bad-on-behalf-of"),
        (make_entry("2024-03-01", "completed", happened="2024-04"), "happened-later"),
        (make_entry("2024-03-01", owners=("C",), by="B", note="To C."), "sides-changed"),
        (make_entry("2024-03-01", owners=("A", "C"), by="B"), "handed-over-without-note"),
        (make_entry("2024-03-01", owners=(), by="B", note="-"), "no-owner"),
    ],
)
def test_what_may_not_be_added(entry: Entry, code: str) -> None:
    """The rules that `check` tells of are those by which an entry is refused."""
    assert [each.code for each in unfit(one(), [entry], TODAY)] == [code]


@pytest.mark.parametrize(
    "entry",
    [
        make_entry("2024-03-01", "stalled", by="BEIS"),
        make_entry("2024-03-01", "stalled", by="A", on_behalf_of="B"),
        make_entry("2024-03-01", "stalled", by="C"),
    ],
)
def test_what_is_only_warned_of_may_be_added(entry: Entry) -> None:
    """Whoever knows better may put it on file."""
    assert list(unfit(one(), [entry], TODAY)) == []


def test_an_entry_is_held_against_the_owners_before_it() -> None:
    """The sides that an earlier hand-over named count, also for an entry that is added."""
    journal = [make_entry("2024-03-01", by="committee", owners=("C",), note="Japan alone.")]
    to_both = make_entry("2024-04-01", by="C", owners=("A", "C"), note="And A.")
    assert [each.code for each in unfit(one(*journal), [to_both], TODAY)] == ["sides-changed"]
    before = replace(to_both, date=date(2024, 2, 1), by="B")
    assert list(unfit(one(*journal), [before], TODAY)) == []

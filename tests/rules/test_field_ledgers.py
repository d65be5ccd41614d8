"""What the rules say of ledgers that were made from other people's material."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from conftest import Jcm
from examples import SHIPPED, make_entry
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.rules.standing import Standing, Timing, standings
from jcm_ledger.store.reading import parse

LEDGERS = Path(__file__).parent.parent / "ledgers"
NAMES = ("forty", "germany", "inquiry", "ogp")
DAY = date(2026, 11, 25)


def read(path: Path) -> Ledger:
    """Return the ledger of a file."""
    return parse(path.read_bytes(), path.name)


def field(name: str) -> Ledger:
    """Return one of the ledgers of the folder."""
    return read(LEDGERS / f"{name}.toml")


def on(ledger: Ledger, day: date) -> dict[str, Standing]:
    """Return the standings of a ledger by commitment."""
    return {row.commitment.id: row for row in standings(ledger, day)}


def figures(ledger: Ledger, day: str) -> tuple[int, int, int, int]:
    """Return how many are closed, to confirm, overdue and due for review."""
    rows = standings(ledger, date.fromisoformat(day))
    timings = Counter(row.timing for row in rows)
    return (
        sum(not row.open for row in rows),
        sum(row.to_confirm for row in rows),
        timings[Timing.OVERDUE],
        timings[Timing.REVIEW_DUE],
    )


@pytest.mark.parametrize("name", NAMES)
def test_check_finds_nothing(jcm: Jcm, name: str) -> None:
    """A ledger of real material needs no key that jcm does not know."""
    done = jcm("check", LEDGERS / f"{name}.toml", "--strict")
    assert done.code == 0, done.out


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("germany", "2019-12-31", (0, 0, 0, 3)),
        ("germany", "2023-06-30", (0, 0, 0, 4)),
        ("germany", "2026-11-25", (2, 0, 0, 8)),
        ("inquiry", "2024-12-31", (0, 0, 0, 2)),
        ("inquiry", "2025-06-30", (2, 0, 0, 4)),
        ("inquiry", "2026-03-31", (7, 0, 0, 4)),
        ("ogp", "2014-04-30", (2, 0, 2, 0)),
        ("ogp", "2015-01-31", (4, 0, 2, 1)),
        ("ogp", "2015-12-31", (5, 0, 1, 1)),
        ("forty", "2024-12-31", (1, 0, 2, 0)),
        ("forty", "2025-12-31", (3, 1, 3, 0)),
        ("forty", "2026-11-25", (7, 3, 6, 9)),
    ],
)
def test_figures_of_a_day(name: str, day: str, expected: tuple[int, ...]) -> None:
    """Closed, to confirm, overdue, due for review."""
    assert figures(field(name), day) == expected


def test_what_one_side_calls_done_and_the_other_in_progress_is_to_be_confirmed() -> None:
    """Three of the forty, each open by the word of one side and overdue."""
    rows = on(field("forty"), DAY)
    to_confirm = {name: row for name, row in rows.items() if row.to_confirm}
    assert {*to_confirm} == {"quantum-call", "researcher-visas", "semiconductor-talks"}
    assert {row.timing for row in to_confirm.values()} == {Timing.OVERDUE}
    assert rows["old-semis"].superseded_by == "semis-skills"


def test_a_meeting_reported_held_by_one_side_is_closed_and_the_other_silent() -> None:
    """The 25th meeting, held as MOFA says: nothing on file from Germany."""
    row = on(field("germany"), DAY)["next-25"]
    assert (row.open, row.status, row.silent_sides) == (False, Status.COMPLETED, ("Germany",))
    assert row.on_one_word


def test_a_renamed_ministry_owns_from_the_day_it_was_renamed() -> None:
    """What the BMBF owned is shown as the successor's, and both speak for Germany."""
    ledger = field("germany")
    before, after = on(ledger, date(2025, 5, 5)), on(ledger, date(2025, 5, 6))
    assert before["clusters"].owners == ("BMBF", "CAO")
    assert after["clusters"].owners == ("BMFTR", "CAO")
    assert on(ledger, DAY)["clusters"].by_side == {"Germany": Status.IN_PROGRESS, "Japan": None}


def test_a_body_outside_speaks_for_no_side() -> None:
    """What the European Commission reports is on file and decides nothing."""
    row = on(field("germany"), DAY)["hydrogen-fusion"]
    assert (row.status, len(row.journal), row.owner_sides) == (None, 1, ("Germany", "Japan"))


def test_what_a_later_meeting_replaced_is_closed_without_an_entry() -> None:
    """The look for future areas became research security, on the day of the 25th meeting."""
    row = on(field("germany"), DAY)["future-areas"]
    assert (row.superseded_by, row.closed_on) == ("research-security", date(2025, 5, 26))
    assert row.journal == ()


def test_a_ministry_that_reports_for_others_speaks_for_their_side() -> None:
    """Fire services are heard of through the government's progress report."""
    row = on(field("inquiry"), date(2025, 12, 31))["g2-039"]
    assert row.by_side["Fire and rescue"] is Status.COMPLETED
    assert row.by_side["UK Government"] is None


def test_milestones_done_by_their_day_are_met_however_late_the_update() -> None:
    """The table of April says that what was due in March was done."""
    rows = on(field("ogp"), date(2015, 12, 31))
    assert rows["nii-1.01"].timing is Timing.MET
    assert rows["nii-1.04"].timing is Timing.MET_LATE
    assert rows["nii-1.02"].timing is Timing.CLOSED


def test_the_shipped_ledger_has_nine_to_review_and_a_report_resets_one() -> None:
    """On the day of the report nothing is due any more, and a year later it falls due again."""
    ledger = read(SHIPPED)
    due = [name for name, row in on(ledger, DAY).items() if row.timing is Timing.REVIEW_DUE]
    assert len(due) == 9
    report = make_entry(str(DAY), "in-progress", by="JAXA", commitment="space-information-sharing")
    after = replace(ledger, journal=(*ledger.journal, report))
    a_year_later = date(2027, 11, 25)
    for day, timing in (
        (DAY, Timing.UNDATED),
        (a_year_later, Timing.UNDATED),
        (a_year_later + timedelta(days=1), Timing.REVIEW_DUE),
    ):
        row = on(after, day)["space-information-sharing"]
        assert (row.timing, row.review_date) == (timing, a_year_later)


@pytest.mark.parametrize("name", ["2026-11-23", "2026-11-25"])
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2023-12-31", (0, 0, 0, 0)), ("2024-12-31", (0, 0, 1, 0)), ("2026-11-25", (0, 0, 2, 9))],
)
def test_ledgers_of_earlier_versions_read_as_they_did(
    jcm: Jcm, name: str, day: str, expected: tuple[int, ...]
) -> None:
    """Every ledger that was shipped says what it said then, and `check` finds nothing new."""
    path = LEDGERS / "history" / f"{name}.toml"
    assert figures(read(path), day) == expected
    assert jcm("check", path, "--strict").code == 0

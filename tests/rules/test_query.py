"""Which commitments somebody asked for, in what order, and why there are none."""

from collections.abc import Iterable
from datetime import date

import pytest
from msgspec.structs import replace

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Theme
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.order import Sort, sort
from jcm_ledger.rules.query import Emptiness, Query, select, why_nothing
from jcm_ledger.rules.standing import Standing, Timing, standings

DAY = date(2024, 6, 30)
LEDGER = make_ledger(
    make_commitment(
        "chips",
        title="Semiconductor partnership",
        owners=("A", "B"),
        theme="semiconductors",
        strength=Strength.AGREED,
        deadline="2024-05",
    ),
    make_commitment(
        "grants",
        summary="Joint calls for PROPOSALS.",
        summary_ja="共同公募を行う。",
        owners=("A",),
        theme="research",
        strength=Strength.INTENDED,
        deadline="2024-H2",
        deadline_text="before the year is out",
    ),
    make_commitment(
        "moon",
        owners=("C",),
        theme="space",
        strength=Strength.AGREED,
        frameworks=("Artemis Accords",),
    ),
    make_commitment("visits", meeting="m2", owners=("B", "C"), deadline="2024-06-01/2024-08-15"),
    make_commitment("done", owners=("B",), theme="research", deadline="2024-02"),
    journal=[
        make_entry(
            "2024-01-20",
            "in-progress",
            commitment="chips",
            note="Workshop in Tōkyō.",
            note_ja="東京でワークショップ。",
        ),
        make_entry("2024-02-10", "completed", commitment="done", by="B"),
        make_entry("2024-05-01", "stalled", commitment="visits", by="B"),
        make_entry(
            "2024-12-01", "completed", commitment="moon", by="C", note="Landed.", note_ja="月着陸。"
        ),
    ],
    meetings=[MEETING, make_meeting("m2", held="2024-04-01")],
)
LEDGER = replace(
    LEDGER,
    organisations={
        **LEDGER.organisations,
        "C": replace(
            LEDGER.organisations["C"], name_ja="宇宙航空研究開発機構", short_ja="ＪＡＸＡ"
        ),
    },
    themes={"space": Theme(id="space", title="Outer space", title_ja="宇宙開発")},
)
ROWS = standings(LEDGER, DAY)


def ids(rows: Iterable[Standing]) -> list[str]:
    """Return the ids of the commitments, in order."""
    return [row.commitment.id for row in rows]


def periods(*texts: str) -> tuple[Period, ...]:
    """Return the periods that the texts spell."""
    return tuple(Period.parse(text) for text in texts)


def durations(*texts: str) -> tuple[Duration, ...]:
    """Return the durations that the texts spell."""
    return tuple(Duration.parse(text) for text in texts)


EVERYTHING = ["chips", "grants", "moon", "visits", "done"]

FILTERS = [
    (Query(), EVERYTHING),
    (Query(statuses=(Status.STALLED,)), ["visits"]),
    (Query(statuses=(None,)), ["grants", "moon"]),
    (Query(statuses=(None, Status.STALLED)), ["grants", "moon", "visits"]),
    (Query(timings=(Timing.OVERDUE,)), ["chips"]),
    (Query(timings=(Timing.MET, Timing.DUE_SOON)), ["visits", "done"]),
    (Query(timings=(Timing.REVIEW_DUE,)), ["moon"]),
    (Query(within=durations("0d")), ["chips"]),
    (Query(within=durations("45d")), ["chips"]),
    (Query(within=durations("46d")), ["chips", "visits"]),
    (Query(within=durations("6m")), ["chips", "visits"]),
    (Query(within=durations("1y")), ["chips", "grants", "visits"]),
    (Query(within=durations("1d", "2m")), ["chips", "visits"]),
    (Query(owners=("A",)), ["chips", "grants"]),
    (Query(owners=("C",)), ["moon", "visits"]),
    (Query(owners=("A", "C")), ["chips", "grants", "moon", "visits"]),
    (Query(sides=("UK",)), ["chips", "grants"]),
    (Query(sides=("Japan",)), ["chips", "moon", "visits", "done"]),
    (Query(sides=("UK", "Japan")), EVERYTHING),
    (Query(themes=("space",)), ["moon"]),
    (Query(themes=("space", "research")), ["grants", "moon", "done"]),
    (Query(themes=(" Ｓｐａｃｅ",)), ["moon"]),
    (Query(words=("宇宙航空研究開発機構",)), ["moon", "visits"]),
    (Query(words=("jaxa",)), ["moon", "visits"]),
    (Query(words=("宇宙開発",)), ["moon"]),
    (Query(words=("OUTER space",)), ["moon"]),
    (Query(words=("ﾜｰｸｼｮｯﾌﾟ",)), ["chips"]),
    (Query(words=("共同公募",)), ["grants"]),
    (Query(words=("月着陸",)), []),  # noted after the day
    (Query(words=("ＡＲＴＥＭＩＳ",)), ["moon"]),
    (Query(words=("to\u0304kyo\u0304",)), ["chips"]),
    (Query(meetings=("m2",)), ["visits"]),
    (Query(meetings=("m1", "m2")), EVERYTHING),
    (Query(strengths=(Strength.AGREED,)), ["chips", "moon"]),
    (Query(strengths=(Strength.AGREED, Strength.INTENDED)), ["chips", "grants", "moon"]),
    (Query(overdue=True), ["chips"]),
    (Query(open=True), ["chips", "grants", "moon", "visits"]),
    (Query(due=periods("2024-05")), ["chips"]),
    (Query(due=periods("2024-05", "2024-02")), ["chips", "done"]),
    # different options mean and
    (Query(owners=("A",), statuses=(None,)), ["grants"]),
    (Query(owners=("A",), sides=("Japan",)), ["chips"]),
    (Query(themes=("research",), open=True), ["grants"]),
    (Query(strengths=(Strength.AGREED,), meetings=("m1",), statuses=(None,)), ["moon"]),
    (Query(owners=("A", "B"), statuses=(None, Status.STALLED)), ["grants", "visits"]),
    (Query(overdue=True, owners=("C",)), []),
]


@pytest.mark.parametrize(("query", "left"), FILTERS)
def test_filters_leave_what_fits(query: Query, left: list[str]) -> None:
    """The same option again means or, different options mean and; the order is kept."""
    selection = select(LEDGER, DAY, query)
    assert ids(selection.rows) == left
    assert selection.total == 5


@pytest.mark.parametrize(
    ("period", "left"),
    [
        ("2024-05-31", ["chips"]),
        ("2024-04", []),
        ("2024-06", ["visits"]),
        ("2024-05-31/2024-06-01", ["chips", "visits"]),
        ("2024-08-15", ["grants", "visits"]),
        ("2024-08-16", ["grants"]),
        ("2024", ["chips", "grants", "visits", "done"]),
        ("2025", []),
    ],
)
def test_due_finds_deadlines_that_share_a_day(period: str, left: list[str]) -> None:
    """A deadline is due in a period it overlaps; what has no deadline is due in none."""
    assert ids(select(LEDGER, DAY, Query(due=periods(period))).rows) == left


def test_due_means_the_current_deadline() -> None:
    """A moved deadline is found where it was moved to, and no longer where it was."""
    ledger = make_ledger(
        make_commitment(deadline="2024-H1"),
        journal=[make_entry("2024-05-01", deadline="2025", note="By agreement.")],
    )
    assert ids(select(ledger, DAY, Query(due=periods("2025-03"))).rows) == ["talks"]
    assert ids(select(ledger, DAY, Query(due=periods("2024"))).rows) == []


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("chips",), ["chips"]),  # id
        (("SEMICONDUCTOR",), ["chips"]),  # title and theme
        (("partnership",), ["chips"]),  # title
        (("proposals",), ["grants"]),  # summary
        (("Space",), ["moon"]),  # theme
        (("year is out",), ["grants"]),  # the deadline in the statement's words
        (("artemis",), ["moon"]),  # framework
        (("body a",), ["chips", "grants"]),  # an owner's name
        (("宇宙",), ["moon", "visits"]),  # an owner's Japanese name
        (("TŌKYŌ",), ["chips"]),  # a note
        (("landed",), []),  # a note that is not on file yet
        (("body a", "tōkyō"), ["chips"]),  # all words have to occur
        (("artemis", "tōkyō"), []),
        (("nowhere",), []),
    ],
)
def test_words_are_found_anywhere_in_a_commitments_text(
    words: tuple[str, ...], left: list[str]
) -> None:
    """Words are parts of any text, in whatever case, and every one of them has to occur."""
    assert ids(select(LEDGER, DAY, Query(words=words)).rows) == left


def test_an_owners_id_is_found_as_a_word() -> None:
    """A body's short name finds what it owns."""
    ledger = make_ledger(make_commitment("x", owners=("A",)), make_commitment("y", owners=("B",)))
    ledger = replace(
        ledger,
        organisations={
            name: replace(body, name="Ministry") for name, body in ledger.organisations.items()
        },
    )
    assert ids(select(ledger, DAY, Query(words=("b",))).rows) == ["y"]


def test_the_sides_of_a_commitment_are_its_owners() -> None:
    """Sides come once each, in the committee's order, whatever the order of the owners."""
    ledger = make_ledger(
        make_commitment("both", owners=("C", "B", "A")),
        make_commitment("japan", owners=("B", "C")),
        make_commitment("nobody", owners=()),
    )
    sides = [row.owner_sides for row in standings(ledger, DAY)]
    assert sides == [("UK", "Japan"), ("Japan",), ()]


# Orders


def test_the_soonest_deadline_comes_first() -> None:
    """Open ones by their deadline's last day, those without one after them, closed ones last."""
    assert ids(sort(ROWS, Sort.DEADLINE)) == ["chips", "visits", "grants", "moon", "done"]


def test_among_undated_ones_those_due_for_review_come_first_then_the_oldest() -> None:
    """What should be looked at again stands before what only grows older."""
    ledger = make_ledger(
        make_commitment("young", meeting="m2"),
        make_commitment("old"),
        make_commitment("younger-for-review", meeting="m2", review_by=date(2024, 6, 1)),
        make_commitment("old-for-review", review_by=date(2024, 6, 1)),
        make_commitment("dated", deadline="2030"),
        meetings=[MEETING, make_meeting("m2", held="2024-06-30")],
    )
    assert ids(sort(standings(ledger, DAY), Sort.DEADLINE)) == [
        "dated",
        "old-for-review",
        "younger-for-review",
        "old",
        "young",
    ]


def test_a_deadline_is_sorted_by_its_last_day() -> None:
    """A whole year falls due after its first half, however early it starts."""
    ledger = make_ledger(
        make_commitment("year", deadline="2025"),
        make_commitment("half", deadline="2025-H1"),
        make_commitment("day", deadline="2025-01-31"),
    )
    assert ids(sort(standings(ledger, DAY), Sort.DEADLINE)) == ["day", "half", "year"]


def test_commitments_in_order_of_their_ids() -> None:
    """Sorted by id a list is the same however the file is arranged."""
    assert ids(sort(ROWS, Sort.ID)) == ["chips", "done", "grants", "moon", "visits"]
    assert ids(sort(ROWS[::-1], Sort.ID)) == ["chips", "done", "grants", "moon", "visits"]


def test_by_status_nothing_on_file_comes_first_and_closed_ones_last() -> None:
    """The order of the statuses is that of the vocabulary, and by deadline within one."""
    assert ids(sort(ROWS, Sort.STATUS)) == ["grants", "moon", "chips", "visits", "done"]
    names = [status.value for status in Status]
    ledger = make_ledger(
        *(make_commitment(name) for name in sorted(names)),
        journal=[make_entry("2024-02-01", name, commitment=name) for name in names],
    )
    assert ids(sort(standings(ledger, DAY), Sort.STATUS)) == [
        "not-started",
        "in-progress",
        "stalled",
        "completed",
        "not-pursued",
        "superseded",
    ]


def test_the_latest_news_comes_first() -> None:
    """By date of the last entry on file, then by id; what nobody reported on comes last."""
    assert ids(sort(ROWS, Sort.UPDATED)) == ["visits", "done", "chips", "grants", "moon"]


# Why nothing is left


def why(query: Query) -> str:
    """Return why nothing is left of the commitments."""
    selection = select(LEDGER, DAY, query)
    assert selection.rows == ()
    return speak(ENGLISH).lists.why_nothing(why_nothing(selection))


def test_the_filter_that_left_nothing_is_named() -> None:
    """An empty list says which option to loosen, as it was typed."""
    assert why(Query(due=periods("2025"))) == "--due 2025 leaves none of all 5"
    assert why(Query(statuses=(Status.SUPERSEDED,))) == "--status superseded leaves none of all 5"
    assert why(Query(words=("nowhere",))) == '"nowhere" leaves none of all 5'


def test_it_says_how_many_were_left_before() -> None:
    """The count shows that an earlier filter had left something."""
    assert (
        why(Query(owners=("C",), overdue=True)) == "--overdue leaves none of the 2 left before it"
    )
    assert why(Query(owners=("A",), statuses=(None,), words=("moon",))) == (
        '"moon" leaves none of the 1 left before it'
    )


def test_the_first_filter_that_left_nothing_is_the_one_named() -> None:
    """Filters after it had nothing left to take away."""
    query = Query(themes=("space",), meetings=("m2",), open=True, words=("nowhere",))
    assert why(query) == "--meeting m2 leaves none of the 1 left before it"


def test_a_filter_that_took_nothing_away_is_not_blamed() -> None:
    """All commitments passed it, so the next filter left none of all of them."""
    assert why(Query(sides=("UK", "Japan"), words=("nowhere",))) == (
        '"nowhere" leaves none of all 5'
    )


def test_several_values_are_named_as_they_were_typed() -> None:
    """Nothing on file is spelled none, as on the command line."""
    query = Query(themes=("space",), statuses=(Status.COMPLETED, Status.STALLED))
    assert why(query) == "--theme space leaves none of the 2 left before it"
    query = Query(meetings=("m2",), statuses=(None, Status.COMPLETED))
    assert why(query) == "--meeting m2 leaves none of the 3 left before it"
    assert [(str(each), left) for each, left in select(LEDGER, DAY, query).narrowing] == [
        ("--status none --status completed", 3),
        ("--meeting m2", 0),
    ]


def test_an_empty_ledger_says_so() -> None:
    """Whatever was asked for, there is nothing to filter."""
    assert why_nothing(select(make_ledger(), DAY, Query(overdue=True))) == Emptiness(total=0)

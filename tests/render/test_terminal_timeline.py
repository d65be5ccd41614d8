"""The timeline as characters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.model.status import Kind
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.render.terminal.timeline import page
from jcm_ledger.rules.standing import standings
from jcm_ledger.rules.timeline import Timeline, timeline

DAY = date(2024, 6, 30)


def content(ledger: Ledger, day: date = DAY) -> Timeline:
    """Return the timeline of a whole ledger."""
    return timeline(standings(ledger, day), day)


def drawn(of: Timeline, width: int = 100, *, ascii_only: bool = False) -> list[str]:
    """Return the lines of the drawing."""
    console = Console(width=width, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(page(of, speak(ENGLISH), width, ascii_only=ascii_only), crop=False)
    return capture.get().splitlines()


def bar(ledger: Ledger, day: date = DAY) -> str:
    """Return the drawn line of a ledger's one commitment, 100 cells wide."""
    return drawn(content(ledger, day))[4].ljust(100)


def test_a_bar_runs_from_the_meeting_through_the_deadline() -> None:
    """Meeting, the days of the period, its last day, and every entry on its own day."""
    ledger = make_ledger(
        make_commitment(deadline="2025-H1"), journal=[make_entry("2024-04-02", "in-progress")]
    )
    of, line = content(ledger), bar(ledger)
    cell = {mark: line.index(mark) for mark in "├●│━◆"}
    for mark, day in (
        ("├", date(2023, 11, 7)),
        ("●", date(2024, 4, 2)),
        ("│", DAY),
        ("━", date(2025, 1, 1)),
        ("◆", date(2025, 6, 30)),
    ):
        assert cell[mark] == int(of.share(day) * 100), mark
    assert set(line[cell["├"] : cell["━"]]) == set("├─●│")
    assert set(line[cell["━"] : cell["◆"]]) == {"━"}
    assert line[cell["◆"] + 1 :].strip() == ""


def test_what_is_overdue_runs_on_to_the_day_asked_for() -> None:
    """How late it is can be seen, and nothing is drawn after that day."""
    line = bar(make_ledger(make_commitment(deadline="2024-Q1")))
    assert set(line[line.index("◆") + 1 : line.index("│")]) == {"╌"}
    assert line[line.index("│") + 1 :].strip() == ""


def test_a_moved_deadline_keeps_the_first_one() -> None:
    """Both last days are marked, each in its place."""
    move = make_entry("2024-02-01", deadline="2025-H1", note="Moved.")
    ledger = make_ledger(make_commitment(deadline="2024-11"), journal=[move])
    of, line = content(ledger), bar(ledger)
    assert line.index("◇") == int(of.share(date(2024, 11, 30)) * 100)
    assert line.index("◆") == int(of.share(date(2025, 6, 30)) * 100)


@pytest.mark.parametrize(
    ("kind", "run", "end"), [(Kind.ONE_OFF, "·", "·"), (Kind.CONTINUING, "─", "→")]
)
def test_what_has_no_deadline_shows_no_date(kind: Kind, run: str, end: str) -> None:
    """It runs open to the edge: dotted if its end is unknown, with an arrow if it goes on."""
    far = make_commitment("far", deadline="2026")
    line = drawn(content(make_ledger(make_commitment(kind=kind), far)))[4]
    assert set(line.strip()) == {"├", "│", run, end}
    assert (len(line), line[-1]) == (100, end)
    assert "◆" not in line


def test_what_was_closed_ends_there() -> None:
    """A completion is a mark of its own; without a deadline the line stops at it."""
    journal = [make_entry("2024-02-20", "stalled"), make_entry("2024-04-01", "completed")]
    ledger = make_ledger(make_commitment(), journal=journal)
    of, line = content(ledger), bar(ledger)
    assert line.index("■") == int(of.share(date(2024, 4, 1)) * 100)
    assert line.replace("│", " ").rstrip().endswith("■")
    late = bar(make_ledger(make_commitment(deadline="2024-01"), journal=journal))
    assert set(late[late.index("◆") + 1 : late.index("■")]) == {"╌", "●"}


def test_ticks_and_labels_stand_above_their_days() -> None:
    """Years and months begin where their labels begin."""
    of = content(make_ledger(make_commitment(deadline="2025-Q4")))
    today, labels, rule = drawn(of)[:3]
    assert today.split() == ["as", "of", "2024-06-30"]
    assert labels.split()[:5] == ["Oct", "2023", "2024", "Apr", "Jul"]
    for tick in of.ticks:
        cell = int(of.share(tick) * 100)
        assert rule[cell] in "┬│"
        assert labels[cell] in ("2" if tick.month == 1 else "AJO")


def test_the_legend_says_what_was_drawn_and_no_more() -> None:
    """Every mark of the bars is explained; what did not occur takes no room."""
    lines = drawn(content(make_ledger(make_commitment(deadline="2025-H1"))))
    legend = " ".join(lines[lines.index("") :]).split("  ")
    assert [part.strip()[0] for part in legend if part.strip()] == ["├", "━", "◆", "│"]


def test_an_ascii_terminal_gets_a_drawing_too() -> None:
    """The same picture in characters that any terminal has."""
    ledger = make_ledger(
        make_commitment(deadline="2024-Q1"),
        make_commitment("b", kind=Kind.CONTINUING),
        make_commitment("c"),
        journal=[make_entry("2024-02-01", "stalled", deadline="2024-05", note="Moved.")],
    )
    of = content(ledger, date(2024, 6, 15))
    lines = drawn(of, ascii_only=True)
    assert "\n".join(lines).isascii()
    shapes = [set(line) - {" "} for line in lines[4:10:2]]
    assert shapes == [set("[-o=dD~|"), set("[->|"), set("[.|")]
    assert [len(line) for line in drawn(of)] == [len(line) for line in lines]


def test_where_there_is_room_ids_and_timings_stand_beside() -> None:
    """There a commitment is one line, and elsewhere two; no id is folded that a line has room for."""
    name = "an-id-that-is-much-longer-than-the-column-of-ids-can-be"
    of = content(make_ledger(make_commitment(name, deadline="2025-H1"), make_commitment("talks")))
    lines = drawn(of, 140)
    assert max(map(len, lines)) <= 140
    assert lines[3].startswith(f"{name}  ")
    assert lines[3].rstrip().endswith("not due, 1 year left")
    assert lines[4].startswith("talks  ")
    lines = drawn(of, 100)
    assert lines[3].startswith(f"{name}  not due, 1 year left") or lines[3].startswith(f"{name}: ")
    assert "◆" in lines[4]


@pytest.mark.parametrize(
    "title", ["Talks on fusion", "核融合に関する協議を行い、次回会合までに報告する"]
)
def test_titles_stand_beside_ids_where_there_is_room(title: str) -> None:
    """In a column of their own on a wide terminal, behind the ids above bars; else ids stand alone."""
    of = content(make_ledger(make_commitment("talks", title=title, deadline="2025-H1")))
    assert f"talks  {title}  " in drawn(of, 200)[3]
    assert drawn(of, 85)[3].startswith(f"talks: {title}  ") or drawn(of, 85)[3].startswith(
        "talks  "
    )
    assert title not in "".join(drawn(of, 40))


@given(
    width=st.integers(20, 220),
    last=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    entries=st.lists(st.dates(date(2023, 1, 1), date(2026, 1, 1)), max_size=4),
    day=st.dates(date(2023, 11, 7), date(2030, 1, 1)),
)
def test_any_timeline_fits_any_width(
    width: int, last: date, entries: list[date], day: date
) -> None:
    """No line is wider than the terminal, and the last day of a deadline is always to be seen."""
    ledger = make_ledger(
        make_commitment(deadline=str(last)),
        journal=[make_entry(str(each), "in-progress") for each in entries],
    )
    lines = drawn(content(ledger, day), width)
    assert max(map(len, lines)) <= width
    assert sum("◆" in line for line in lines) >= 1 + any("its last day" in line for line in lines)


def test_the_last_days_there_are_can_be_drawn() -> None:
    """A deadline at the end of the calendar is no error."""
    lines = drawn(content(make_ledger(make_commitment(deadline="9999"))))
    assert lines[4].rstrip().endswith("◆")
    assert drawn(content(make_ledger(), date(1, 1, 1) + timedelta(days=3)))

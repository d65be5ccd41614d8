"""The calendar, read back by a library that did not write it."""

import os
import shutil
import subprocess
import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from msgspec.structs import replace

from examples import SHIPPED, make_commitment, make_entry, make_ledger, make_meeting, make_report
from jcm_ledger.errors import NoEvents
from jcm_ledger.model.ledger import Circulation, Commitment, Committee, Entry, Ledger
from jcm_ledger.render import calendar, safe
from jcm_ledger.render.phrases import ENGLISH, JAPANESE, speak
from jcm_ledger.rules.query import Query
from jcm_ledger.rules.report import Report
from jcm_ledger.store.reading import parse

DAY = "2024-08-01"

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
HOSTILE = st.one_of(
    TEXT,
    st.lists(
        st.sampled_from(
            ["\\", "N", "n", ";", ",", ":", "\r", "\n", '"', "日本", "\x1b", "\u202e", "\x85"]
        )
    ).map("".join),
    st.sampled_from(["C:\\New\\notes", "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "💻" * 60, "^n^'"]),
)


def read(document: bytes) -> Calendar:
    """Return what a calendar program reads."""
    return IcsCalendarStream.calendar_from_ics(document.decode())


def written(content: Report, earlier: bytes = b"") -> bytes:
    """Return the calendar in English."""
    return calendar.events(content, speak(ENGLISH), earlier)


def events(content: Report, earlier: bytes = b"") -> list[Event]:
    """Return the events of a report's calendar."""
    return read(written(content, earlier)).events


def event(commitment: Commitment, *journal: Entry, day: str = DAY) -> Event:
    """Return the one event of one commitment."""
    (only,) = events(make_report(make_ledger(commitment, journal=journal), day))
    return only


def sequence(document: bytes) -> int:
    """Return the number of the one commitment's revision."""
    return int(commitments_event(document).sequence or 0)


def commitments_event(document: bytes) -> Event:
    """Return the event of the one commitment: a meeting's has no id."""
    (only,) = (each for each in read(document).events if "Id: " in str(each.description))
    return only


def test_a_deadline_is_an_all_day_event_on_its_last_day() -> None:
    """The period stands in the description, with who owes it and what was reported."""
    only = event(
        make_commitment(
            title="Talks",
            summary="Hold them.",
            deadline="2024-H1",
            deadline_text="early; in 2024",
            paragraph=6,
            theme="space-science",
        ),
        make_entry("2024-01-16", "in-progress"),
    )
    assert (only.dtstart, only.dtend) == (date(2024, 6, 30), date(2024, 7, 1))
    assert only.summary == "Test Committee: Talks due (A, B)"
    assert only.description == (
        "Hold them.\n"
        "Deadline: 2024-H1\n"
        "As stated: “early; in 2024”\n"
        "Owners: A, B\n"
        "Status on 2024-08-01: in progress\n"
        "Timing on 2024-08-01: overdue by 32 days\n"
        "Source: m1, paragraph 6\n"
        "Id: talks"
    )
    assert only.categories == ["Space science"]
    assert only.alarm == []


def test_a_commitment_without_deadline_has_its_review_day() -> None:
    """Passed or not, the day is the one it falls due for review; a deadline comes first."""
    own = make_commitment("own", title="Talks", review_by=date(2024, 6, 1))
    only = event(own)
    assert only.summary == "Test Committee: Talks due for review (A, B)"
    assert only.dtstart == date(2024, 6, 1)
    assert "No deadline is on file" in str(only.description)
    meetings = [make_meeting("m1", held="2023-11-07"), make_meeting("m2", expected="2025")]
    _next, review = events(make_report(make_ledger(make_commitment(), meetings=meetings), DAY))
    assert review.dtstart == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("day", "days"),
    [("2024-05-30", [30]), ("2024-05-31", [7]), ("2024-06-23", [1]), ("2024-06-29", []),
     ("2024-06-30", []), ("2024-07-01", [])],
)  # fmt: skip
def test_no_alarm_is_in_the_past(day: str, days: list[int]) -> None:
    """A month before, else a week, else the day before: whichever is still to come."""
    only = event(make_commitment(deadline="2024-H1"), day=day)
    assert [alarm.trigger for alarm in only.alarm] == [timedelta(days=-each) for each in days]
    assert {alarm.action for alarm in only.alarm} <= {"DISPLAY"}


def test_what_is_past_its_day_stands_on_todays_only_where_asked() -> None:
    """Else on its own: a calendar of the past is not rewritten every day. The UID is one."""
    late = make_commitment("late", deadline="2024-H1")
    old = make_commitment("old", review_by=date(2024, 7, 1))
    ahead = make_commitment("ahead", deadline="2024-09")
    content = make_report(make_ledger(late, old, ahead), DAY)
    usual = events(content)
    moved = events(replace(content, overdue_today=True))
    today = date.fromisoformat(DAY)
    assert [each.dtstart for each in usual] == [
        date(2024, 6, 30),
        date(2024, 7, 1),
        date(2024, 9, 30),
    ]
    assert [each.dtstart for each in moved] == [today, today, date(2024, 9, 30)]
    assert [each.uid for each in usual] == [each.uid for each in moved]
    assert moved[0].summary == "Test Committee: late overdue (A, B)"
    assert "Its own day was 30 June 2024." in str(moved[0].description)
    assert [len(each.alarm) for each in moved] == [0, 0, 1]


def test_moved_to_today_a_revision_outranks_the_one_on_its_own_day() -> None:
    """What decision 28 promises holds for this move too, there and back, on one day."""
    content = make_report(make_ledger(make_commitment(deadline="2024-H1")), DAY)
    own = written(content)
    today = written(replace(content, overdue_today=True), own)
    again = written(content, today)
    assert sequence(own) < sequence(today) < sequence(again)


def test_the_next_meeting_is_in_the_calendar() -> None:
    """On its day, or on the last of those on which it is expected; one that was held is not."""
    meetings = [
        make_meeting("m1", held="2023-11-07"),
        make_meeting("m2", held="2024-10-01", expected="2024"),
        make_meeting("m3", held="2024-10-02"),
        make_meeting("m4", expected="2024-Q1"),
    ]
    made = make_ledger(make_commitment(deadline="2024-12"), meetings=meetings)
    m2, m3, talks = events(make_report(made, DAY))
    assert (m2.summary, m2.dtstart) == ("Test Committee: m2 expected (2024)", date(2024, 12, 31))
    assert "No day is on file yet: expected 2024, whose last day this is." in str(m2.description)
    assert (m3.summary, m3.dtstart) == ("Test Committee: m3", date(2024, 10, 2))
    assert len({m2.uid, m3.uid, talks.uid}) == 3
    later = events(make_report(made, "2024-10-01"))
    assert (later[0].uid, later[0].dtstart) == (m2.uid, date(2024, 10, 1))
    assert [len(each.alarm) for each in later[:2]] == [0, 0]


def test_a_title_begins_with_the_acronym_and_ends_with_the_owners() -> None:
    """In a month's view the beginning is seen, and whose the day is."""
    ledger = make_ledger(make_commitment(title="Talks", deadline="2024"))
    committee = Committee(name="Joint Committee", sides=("UK", "Japan"), acronym="JCM")
    (only,) = events(make_report(replace(ledger, committee=committee), DAY))
    assert only.summary == "JCM: Talks due (A, B)"
    nobody = make_ledger(make_commitment(title="Talks", deadline="2024", owners=()))
    assert events(make_report(nobody, DAY))[0].summary == "Test Committee: Talks due"


def test_the_marking_and_whose_it_is_are_in_the_calendar() -> None:
    """For programs in a property, for people at the head of each event; nothing if not set."""
    paper = Circulation(marking="OFFICIAL 秘", prepared_by="Unit; 7", contact="a@example.org")
    ledger = make_ledger(make_commitment(deadline="2024"))
    document = written(make_report(replace(ledger, circulation=paper), DAY))
    assert "\r\nX-JCM-MARKING:OFFICIAL 秘\r\n" in document.decode()
    assert "Prepared by: Unit\\; 7\\nContact: a@e" in document.decode().replace("\r\n ", "")
    (only,) = read(document).events
    assert str(only.description).startswith("OFFICIAL 秘\n")
    assert b"X-JCM" not in written(make_report(ledger, DAY))


def test_no_day_is_made_up() -> None:
    """What is closed has no day, and a meeting that was held has passed."""
    ledger = make_ledger(
        make_commitment("met", deadline="2024"),
        make_commitment("dropped", deadline="2024"),
        journal=[
            make_entry("2024-01-01", "completed", commitment="met"),
            make_entry("2024-01-01", "not-pursued", commitment="dropped"),
        ],
    )
    with pytest.raises(
        NoEvents, match="nothing here is open and has a deadline or a day of review"
    ):
        events(make_report(ledger, DAY))


def test_a_calendar_of_nothing_says_which_filter_left_nothing() -> None:
    """The standard knows no calendar without events (RFC 5545, 3.6)."""
    ledger = make_ledger(make_commitment(deadline="2024"))
    with pytest.raises(NoEvents, match="--overdue leaves none of all 1"):
        events(make_report(ledger, "2024-02-01", Query(overdue=True)))


def test_importing_again_moves_the_event() -> None:
    """A commitment keeps its UID, whatever becomes of it; a later state outranks an earlier."""
    move = make_entry("2024-07-01", deadline="2025-Q1")
    before = event(make_commitment(deadline="2024-H1"), move, day="2024-06-01")
    after = event(make_commitment(deadline="2024-H1"), move, day="2024-07-02")
    undated = event(make_commitment(title="Renamed", review_by=date(2024, 6, 1)))
    other = event(make_commitment("other", deadline="2024-H1"))
    assert before.uid == after.uid == undated.uid != other.uid
    assert (before.dtstart, after.dtstart) == (date(2024, 6, 30), date(2025, 3, 31))
    assert "2025-Q1 (was 2024-H1, +274 days)" in str(after.description)
    assert int(before.sequence or 0) < int(after.sequence or 0)
    assert after.dtstamp == after.last_modified == datetime(2024, 7, 2, tzinfo=UTC)


def revisions(ledgers: list[Ledger], day: str) -> list[tuple[date, int]]:
    """Return day and number of one event in calendars of one day, each written over the last."""
    found, document = [], b""
    for ledger in ledgers:
        document = written(make_report(ledger, day), document)
        only = commitments_event(document)
        assert isinstance(only.dtstart, date)
        found.append((only.dtstart, sequence(document)))
    return found


def dated(deadline: str, *journal: Entry, expected: str = "2025") -> Ledger:
    """Return a ledger of one commitment; a deadline may be the meeting m2, expected then."""
    meetings = [make_meeting("m1", held="2023-11-07"), make_meeting("m2", expected=expected)]
    return make_ledger(make_commitment(deadline=deadline), journal=journal, meetings=meetings)


MOVE = make_entry("2024-07-01", deadline="2026")


@pytest.mark.parametrize(
    "states",
    [
        [dated("m2"), dated("m2", expected="2026-Q1"), dated("m2", expected="2025-Q1")],
        [dated("2024-06"), dated("2024-07"), dated("2024-06")],
        [dated("2025"), dated("2025", MOVE), dated("2025"), dated("2025", MOVE)],
    ],
    ids=["a meeting rescheduled", "a typo put right", "an entry taken back"],
)
def test_a_revision_outranks_the_one_before_whenever_the_day_moves(states: list[Ledger]) -> None:
    """For whatever reason, on one day too: the file that is written over says what was published."""
    found = revisions(states, DAY)
    assert all(one[0] != other[0] for one, other in pairwise(found))
    assert all(one[1] < other[1] for one, other in pairwise(found))
    # On another day no file is needed; neither does it harm.
    days = [date.fromisoformat(DAY) + timedelta(days=each) for each in range(len(states))]
    numbers = [
        sequence(written(make_report(ledger, str(day))))
        for ledger, day in zip(states, days, strict=True)
    ]
    assert numbers == sorted(set(numbers))
    assert numbers[1] > found[-1][1]


def test_written_over_itself_a_calendar_stays_the_same() -> None:
    """A file that is kept in git and made anew differs only where something changed."""
    content = make_report(dated("2025"), DAY)
    first = written(content)
    moved = written(make_report(dated("2025", MOVE), DAY), first)
    assert written(content, first) == first
    assert written(make_report(dated("2025", MOVE), DAY), moved) == moved != first


@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(
            st.sampled_from(
                [
                    b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\n", b"UID:a\r\n", b"UID:\xff\n", b"SEQUENCE:x\n",
                    b"SEQUENCE:99999999999\n", b"SEQUENCE:-1\n", b"DTSTART;VALUE=DATE:2\n", b"END:VEVENT\n",
                ]
            )
        ).map(b"".join),
    )
)  # fmt: skip
def test_a_file_of_another_kind_is_just_replaced(earlier: bytes) -> None:
    """Whatever stands in the file, the calendar is made, and its numbers are ones there may be."""
    content = make_report(dated("2025"), DAY)
    assert written(content, earlier) == written(content)
    only = commitments_event(written(content))
    head = f"BEGIN:VEVENT\nUID:{only.uid}\n".encode()
    assert 0 <= sequence(written(content, head + earlier)) < 2**31


def test_a_name_put_right_duplicates_no_event() -> None:
    """The UID holds nothing that is only text; another committee's commitment has another."""

    def uid(meeting: str = "m1", **committee: Any) -> str:
        ledger = make_ledger(
            make_commitment(deadline="2024", meeting=meeting),
            meetings=[make_meeting(meeting, held="2023-11-07")],
        )
        asked = {"name": "UK Japan Committee", "sides": ("UK", "Japan"), **committee}
        fields = {name: getattr(ledger, name) for name in ledger.__struct_fields__}
        changed = Ledger(**{**fields, "committee": Committee(**asked)})
        (only,) = events(make_report(changed, DAY))
        return str(only.uid)

    assert uid() == uid(name="UK-Japan Committee", name_ja="日英委員会", acronym="JCM")
    assert uid() == uid(sides=("Japan", "UK"))
    assert len({uid(), uid("oc-3"), uid(sides=("UK", "Japan", "Chile"))}) == 3


def test_a_calendar_says_whose_it_is() -> None:
    """Its name is the committee's, or the title given, with what it is limited to."""
    ledger = make_ledger(make_commitment(deadline="2024"), make_commitment("b", owners=("C",)))

    def name(asked: Query | None = None, title: str = "") -> str:
        document = written(make_report(ledger, DAY, asked, title)).decode()
        assert "METHOD:" not in document
        (line,) = (each for each in document.split("\r\n") if each.startswith("X-WR-CALNAME:"))
        return line.partition(":")[2]

    assert name() == "Test Committee"
    assert name(Query(owners=("A",)), "For A").startswith("For A: owner A (1 of 2")


def test_the_statement_is_linked_if_it_is_on_the_web() -> None:
    """An address of any other kind is left out."""

    def url(address: str) -> str | None:
        meeting = make_meeting("m1", held="2023-11-07")
        fields: dict[str, Any] = {
            name: getattr(meeting, name) for name in meeting.__struct_fields__
        }
        ledger = make_ledger(
            make_commitment(deadline="2024"), meetings=[type(meeting)(**{**fields, "url": address})]
        )
        (only,) = events(make_report(ledger, DAY))
        return str(only.url) if only.url else None

    assert url("https://example.org/a,b;c?d=e#f") == "https://example.org/a,b;c?d=e#f"
    assert url("javascript:alert(1)") is None


def test_the_last_day_there_is() -> None:
    """A deadline of the year 9999 has no day after it."""
    assert event(make_commitment(deadline="9999")).dtstart == date(9999, 12, 31)
    assert event(make_commitment(deadline="0001-01-01")).dtstart == date(1, 1, 1)


def test_the_same_report_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another time zone and at another time."""
    content = make_report(parse(SHIPPED.read_bytes(), "commitments.toml"), DAY)
    first = written(content)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert written(content) == first
    finally:
        monkeypatch.undo()
        time.tzset()


def hostile(one: str, other: str, third: str) -> Ledger:
    """Return a ledger with these texts in every place an event shows."""
    commitment = make_commitment(
        one, title=one, summary=other, deadline_text=third, theme=one, deadline="2024"
    )
    return make_ledger(commitment)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_text_from_a_ledger_arrives_visible_and_unbroken(one: str, other: str, third: str) -> None:
    """It ends no line, begins no event, and is read as it was written."""
    (only,) = events(make_report(hostile(one, other, third), DAY, title=third))
    assert only.summary == safe.one_line(f"Test Committee: {one} due (A, B)")
    description = str(only.description)
    assert description.startswith(safe.lines(other))
    assert safe.lines(third) in description
    assert description.endswith(f"Id: {safe.lines(one)}")


@given(HOSTILE, HOSTILE, HOSTILE)
def test_lines_end_and_fold_as_the_standard_says(one: str, other: str, third: str) -> None:
    """CRLF everywhere, at most 75 octets a line, no letter broken in two (RFC 5545, 3.1)."""
    document = written(make_report(hostile(one, other, third), DAY, title=third))
    lines = document.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() for line in lines)
    assert lines.count(b"BEGIN:VEVENT") == 1


def test_khal_imports_the_calendar_and_updates_it(tmp_path: Path) -> None:
    """A calendar people use shows the event, in Japanese too, and moves it with its deadline.

    Without khal it is skipped, unless JCM_TEST_KHAL=required.
    """
    if shutil.which("khal") is None and os.environ.get("JCM_TEST_KHAL") != "required":
        pytest.skip("no khal here: install it")
    folder, config, file = tmp_path / "events", tmp_path / "khal.conf", tmp_path / "a.ics"
    formats = dict.fromkeys(("dateformat", "longdateformat"), "%Y-%m-%d")
    formats |= dict.fromkeys(("datetimeformat", "longdatetimeformat"), "%Y-%m-%d %H:%M")
    locale = "\n".join(f"{name} = {form}" for name, form in formats.items())
    config.write_text(
        f"[calendars]\n[[jcm]]\npath = {folder}\n[sqlite]\npath = {tmp_path / 'db'}\n"
        f"[locale]\ntimeformat = %H:%M\n{locale}\n"
    )
    folder.mkdir()

    def khal(*arguments: str) -> str:
        command = ["khal", "--config", str(config), *arguments]
        settings = {**os.environ, "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            command, env=settings, capture_output=True, check=True
        ).stdout.decode()

    move = make_entry("2024-07-01", deadline="2025-Q1")
    talks = make_commitment(title="半導体協議, 東京; ロンドン", deadline="2024-H1")
    for day in ("2024-06-01", "2024-07-02"):
        file.write_bytes(written(make_report(make_ledger(talks, journal=[move]), day)))
        khal("import", "--batch", str(file))
    assert len(list(folder.glob("*.ics"))) == 1
    assert "半導体" not in khal("list", "2024-06-30", "1d", "--format", "{title}")
    shown = khal("list", "2025-03-31", "1d", "--format", "{title}|{end-date}|{description}")
    title = "Test Committee: 半導体協議, 東京; ロンドン due (A, B)"
    assert f"{title}|2025-03-31|Deadline: 2025-Q1 (was 2024-H1" in shown


def test_what_a_calendar_says_in_japanese_carries_its_language() -> None:
    """A program picks the font and the voice by it (RFC 5545, 3.2.10); English goes without."""
    content = make_report(parse(SHIPPED.read_bytes(), "commitments.toml"), DAY)
    read_back = icalendar.Calendar.from_ical(calendar.events(content, speak(JAPANESE)))
    events = read_back.walk("VEVENT")
    assert {str(event["summary"].params["LANGUAGE"]) for event in events} == {"ja"}
    assert {str(event["description"].params["LANGUAGE"]) for event in events} == {"ja"}
    assert all("mofa.go.jp" in str(event["url"]) for event in events if "url" in event)
    assert b"LANGUAGE" not in written(content)

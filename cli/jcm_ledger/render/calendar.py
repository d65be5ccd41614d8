"""The open commitments' days as an iCalendar file (RFC 5545), for Outlook and the like."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from jcm_ledger.errors import NoEvents
from jcm_ledger.model.ledger import Meeting
from jcm_ledger.render import phrases, safe
from jcm_ledger.render.phrases import reports
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing

_REMIND = timedelta(days=30)

_REVISIONS_A_DAY = 100
_LAST_SEQUENCE = 2**31 - 1  # RFC 5545, 3.3.8
_NO_DAYS = "nothing here is open and has a deadline or a day of review"
_EVENT = re.compile(rb"^BEGIN:VEVENT\r?$", re.MULTILINE)
_PROPERTY = re.compile(rb"^(UID|SEQUENCE|DTSTART;VALUE=DATE):(\S+)", re.MULTILINE)


class _Published(NamedTuple):
    """The revision of an event that an earlier calendar holds: its number, and its day."""

    sequence: int
    day: bytes


def events(content: Report, earlier: bytes = b"") -> bytes:
    """Return a calendar with an event for each open commitment that has a day.

    All day, on the last day of the deadline's period, or on the review date of a commitment
    that has no deadline. One with neither has no event. `earlier` is the calendar whose place it
    takes, if any. Raise NoEvents if there is nothing to hold.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//jcm-ledger//jcm//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _text(_name(content)))
    calendar.add(
        "x-wr-caldesc", _text(phrases.footer(content.ledger, content.as_of, content.hidden))
    )
    meetings = {meeting.id: meeting for meeting in content.meetings}
    published = _published(earlier)
    for row in content.annex:
        day = row.deadline.last if row.deadline else row.review_date
        if row.open and day:
            meeting = meetings[row.commitment.meeting]
            calendar.add_component(_event(content, row, day, meeting, published))
    if not calendar.events:
        raise NoEvents(content.nothing or _NO_DAYS)
    document: bytes = calendar.to_ical()
    return document


class _Text(vText):
    """A text escaped by RFC 5545, 3.3.11.

    The library's own escaping turns a backslash before an N into the end of a line.
    """

    def to_ical(self) -> bytes:
        r"""Return the text with a backslash before `\`, `;` and `,`, and `\n` for a newline."""
        text = str(self)
        for plain, escaped in (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n")):
            text = text.replace(plain, escaped)
        return text.encode()


def _text(*lines: str) -> _Text:
    """Return lines of text, each made visible."""
    return _Text("\n".join(map(safe.lines, lines)))


def _name(content: Report) -> str:
    title = content.title or content.committee.name
    return f"{title}: {reports.narrowed(content)}" if content.filters else title


def _published(earlier: bytes) -> dict[str, _Published]:
    """Return the events of a calendar of ours by UID; a file of another kind has none."""
    found = {}
    for event in _EVENT.split(earlier)[1:]:
        properties = dict(_PROPERTY.findall(event))
        uid, number = properties.get(b"UID", b""), properties.get(b"SEQUENCE", b"0")
        if number.isdigit():
            sequence = min(int(number[:10]), _LAST_SEQUENCE - 1)
            day = properties.get(b"DTSTART;VALUE=DATE", b"")
            found[uid.decode(errors="replace")] = _Published(sequence, day)
    return found


def _sequence(content: Report, uid: str, day: date, published: Mapping[str, _Published]) -> int:
    """Return the number of a revision, which rises when the day moves, and never falls.

    It is the number of the calendar's own day. Where an earlier calendar has the event, it is no
    less than there, and more if the event had another day (RFC 5546, 2.1.4).
    """
    of_day = content.as_of.toordinal() * _REVISIONS_A_DAY
    if uid not in published:
        return of_day
    moved = published[uid].day != day.isoformat().replace("-", "").encode()
    return max(of_day, published[uid].sequence + moved)


def _event(
    content: Report, row: Standing, day: date, meeting: Meeting, published: Mapping[str, _Published]
) -> Event:
    commitment = row.commitment
    uid = _uid(content, row)
    what = "Due" if row.deadline else "Review"
    event = Event()
    event.add("uid", uid)
    event.add("sequence", _sequence(content, uid, day, published))
    made = datetime.combine(content.as_of, time(), UTC)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))  # DTEND is exclusive
    event.add("transp", "TRANSPARENT")  # a deadline blocks nobody's day
    summary = _text(f"{what}: {safe.one_line(commitment.title)}")
    event.add("summary", summary)
    event.add("description", _text(*_description(content, row, meeting)))
    if commitment.theme:
        event.add("categories", _text(phrases.theme(commitment.theme, content.titles)))
    if meeting.url and safe.is_web_address(meeting.url):
        event.add("url", meeting.url)
    event.add_component(_alarm(summary))
    return event


def _uid(content: Report, row: Standing) -> str:
    """Return the UID of a commitment's event. It never changes: importing again moves the event.

    Made of ids and sides, which other tables refer to: a name or title may be put right.
    """
    sides = sorted(content.committee.sides)
    parts = [*sides, row.commitment.meeting, row.commitment.id]
    return str(uuid5(NAMESPACE_URL, "\n".join(parts)))


def _description(content: Report, row: Standing, meeting: Meeting) -> Iterator[str]:
    commitment = row.commitment
    if commitment.summary:
        yield commitment.summary
    if row.deadline:
        yield f"Deadline: {phrases.deadline(row)}"
    else:
        yield "No deadline is on file: this is the day by which to review it."
    if commitment.deadline_text:
        yield f"As stated: “{commitment.deadline_text}”"
    yield f"Owners: {phrases.owners(row)}"
    yield f"Status on {content.as_of}: {phrases.status_of(row)}"
    yield f"Timing on {content.as_of}: {phrases.timing(row)}"
    yield f"Source: {', '.join(filter(None, (meeting.name, phrases.paragraph(commitment))))}"
    yield f"Id: {commitment.id}"


def _alarm(summary: _Text) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_REMIND)
    alarm.add("description", summary)
    return alarm

"""What lies ahead as an iCalendar file (RFC 5545), for Outlook and the like."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText
from msgspec import Struct

from jcm_ledger.errors import NoEvents
from jcm_ledger.model.ledger import Meeting
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import ENGLISH, ERAS, JAPANESE, Phrases
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing

_REMINDERS = (30, 7, 1)
"""How many days before an event somebody may be reminded of it; the longest not past is taken."""

_REVISIONS_A_DAY = 100
_LAST_SEQUENCE = 2**31 - 1  # RFC 5545, 3.3.8
_EVENT = re.compile(rb"^BEGIN:VEVENT\r?$", re.MULTILINE)
_PROPERTY = re.compile(rb"^(UID|SEQUENCE|DTSTART;VALUE=DATE):(\S+)", re.MULTILINE)


class _Published(NamedTuple):
    """The revision of an event that an earlier calendar holds: its number, and its day."""

    sequence: int
    day: bytes


class _Occasion(Struct, frozen=True):
    """What an event tells: its day, what it is called, and more about it.

    `parts` are what its UID is made of, and `meeting` is whose statement it rests on.
    """

    day: date
    title: str
    description: tuple[str, ...]
    parts: tuple[str, ...]
    meeting: Meeting
    theme: str | None = None


def events(content: Report, say: Phrases, earlier: bytes = b"") -> bytes:
    """Return a calendar with an event for each open commitment that has a day, and each meeting.

    All day, on the last day of the deadline's period, or on the review date of a commitment
    that has no deadline. One with neither has no event. A meeting has one if it lies ahead.
    `earlier` is the calendar whose place it takes, if any. Raise NoEvents if there is nothing to
    hold.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//jcm-ledger//jcm//{_language(say).upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")  # no METHOD: it would want an ORGANIZER (RFC 5546)
    calendar.add("x-wr-calname", _text(in_one_line(_name(content, say))))
    calendar.add("x-wr-caldesc", _text(*_about(content, say)))
    if content.circulation.marking:
        calendar.add("x-jcm-marking", _text(content.circulation.marking))
    occasions = [] if content.nothing else [*_meetings(content, say), *_commitments(content, say)]
    if not occasions:
        raise NoEvents(say.calendars.no_events(content.nothing))
    published = _published(earlier)
    for occasion in occasions:
        calendar.add_component(_event(content, say, occasion, published))
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


def _language(say: Phrases) -> str:
    """Return the language of what is said, English where both are: a tag of BCP 47."""
    return say.lang[:2] if say.lang in (JAPANESE, ERAS) else ENGLISH


def _in_language(say: Phrases, *lines: str) -> _Text:
    """Return lines of text with their language (RFC 5545, 3.2.10), which English goes without."""
    text = _text(*lines)
    if _language(say) != ENGLISH:
        text.params["LANGUAGE"] = _language(say)
    return text


def _name(content: Report, say: Phrases) -> str:
    title = content.title or say.text(content.committee.name, content.committee.name_ja)
    return say.reports.titled(title, content)


def _about(content: Report, say: Phrases) -> Iterator[str]:
    """Yield what the whole calendar is about, whose it is, and its marking first."""
    if content.circulation.marking:
        yield content.circulation.marking
    yield say.footer(content.ledger, content.as_of, content.hidden)
    yield from say.papers.lines(content.circulation)


def _meetings(content: Report, say: Phrases) -> Iterator[_Occasion]:
    """Yield the meetings that lie ahead: on their day, or the last on which they are expected."""
    for meeting in content.calendar:
        when = meeting.period(content.as_of)
        if when.last < content.as_of:
            continue
        told = [say.meeting(meeting, content.as_of)]
        told += [say.calendars.expected(when)] if when.first != when.last else []
        yield _Occasion(
            day=when.last,
            title=say.calendars.meeting(_committee(content, say), meeting, when),
            description=tuple(told),
            parts=(*sorted(content.committee.sides), "", meeting.id),
            meeting=meeting,
        )


def _commitments(content: Report, say: Phrases) -> Iterator[_Occasion]:
    """Yield the open commitments that have a day."""
    meetings = {meeting.id: meeting for meeting in content.meetings}
    for row in content.annex:
        day = row.deadline.last if row.deadline else row.review_date
        if not row.open or day is None:
            continue
        today = content.overdue_today and day < content.as_of
        meeting = meetings[row.commitment.meeting]
        told = [*say.calendars.description(row, meeting)]
        told += [say.calendars.moved_to_today(day)] if today else []
        yield _Occasion(
            day=content.as_of if today else day,
            title=_title(content, say, row, today=today),
            description=(*told, say.calendars.id_of(row)),
            parts=(*sorted(content.committee.sides), meeting.id, row.commitment.id),
            meeting=meeting,
            theme=row.commitment.theme,
        )


def _committee(content: Report, say: Phrases) -> str:
    return content.committee.acronym or say.text(content.committee.name, content.committee.name_ja)


def _title(content: Report, say: Phrases, row: Standing, *, today: bool) -> str:
    if row.deadline is None:
        return say.calendars.review(_committee(content, say), row)
    called = say.calendars.overdue if today else say.calendars.due
    return called(_committee(content, say), row)


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
    content: Report, say: Phrases, of: _Occasion, published: Mapping[str, _Published]
) -> Event:
    uid = _uid(of.parts)
    event = Event()
    event.add("uid", uid)
    event.add("sequence", _sequence(content, uid, of.day, published))
    made = datetime.combine(content.as_of, time(), UTC)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("dtstart", of.day)
    if of.day < date.max:
        event.add("dtend", of.day + timedelta(days=1))  # DTEND is exclusive
    event.add("transp", "TRANSPARENT")  # a deadline blocks nobody's day
    summary = _in_language(say, safe.one_line(in_one_line(of.title)))
    event.add("summary", summary)
    marking = [content.circulation.marking] if content.circulation.marking else []
    event.add("description", _in_language(say, *marking, *of.description))
    if of.theme:
        event.add("categories", _in_language(say, in_one_line(say.theme(of.theme, content.titles))))
    if (address := _statement(of.meeting, say)) and safe.is_web_address(address):
        event.add("url", address)
    for alarm in _alarms(summary, (of.day - content.as_of).days):
        event.add_component(alarm)
    return event


def _statement(of: Meeting, say: Phrases) -> str | None:
    """Return where the statement of a meeting is published, in the language said if it is."""
    in_japanese = of.url_ja if _language(say) != ENGLISH else None
    return in_japanese or of.url


def _uid(parts: tuple[str, ...]) -> str:
    """Return the UID of an event. It never changes: importing again moves the event.

    Made of ids and sides, which other tables refer to: a name or title may be put right. Of a
    meeting the last but one part is empty, which no id is.
    """
    return str(uuid5(NAMESPACE_URL, "\n".join(parts)))


def _alarms(summary: _Text, ahead: int) -> Iterator[Alarm]:
    """Yield the reminder of an event so many days ahead; none that would have rung already."""
    days = next((each for each in _REMINDERS if each < ahead), None)
    if days is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -timedelta(days=days))
        alarm.add("description", summary)
        yield alarm

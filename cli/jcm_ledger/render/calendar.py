"""The open commitments' days as an iCalendar file (RFC 5545), for Outlook and the like."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.render import safe, words
from jcm_ledger.rules.report import Report
from jcm_ledger.rules.standing import Standing

_REMIND = timedelta(days=30)


def events(content: Report) -> bytes:
    """Return a calendar with an event for each open commitment that has a day.

    All day, on the last day of the deadline's period, or on the review date of a commitment
    that has no deadline. One with neither has no event.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//jcm-ledger//jcm//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _text(_name(content)))
    calendar.add("x-wr-caldesc", _text(words.footer(content.ledger, content.as_of)))
    meetings = {meeting.id: meeting for meeting in content.meetings}
    for row in content.annex:
        day = row.deadline.last if row.deadline else row.review_date
        if row.open and day:
            calendar.add_component(_event(content, row, day, meetings[row.commitment.meeting]))
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
    return f"{title}: {words.narrowed(content)}" if content.filters else title


def _event(content: Report, row: Standing, day: date, meeting: Meeting) -> Event:
    commitment = row.commitment
    what = "Due" if row.deadline else "Review"
    event = Event()
    event.add("uid", _uid(content, row))
    # The journal only grows, so its length counts the revisions (RFC 5545, 3.8.7.4).
    event.add("sequence", len(row.journal))
    made = datetime.combine(content.as_of, time(), UTC)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))  # exclusive
    event.add("transp", "TRANSPARENT")  # nobody is busy all day
    summary = _text(f"{what}: {safe.one_line(commitment.title)}")
    event.add("summary", summary)
    event.add("description", _text(*_description(content, row, meeting)))
    if commitment.theme:
        event.add("categories", _text(words.theme(commitment.theme)))
    if meeting.url and safe.is_web_address(meeting.url):
        event.add("url", meeting.url)
    event.add_component(_alarm(summary))
    return event


def _uid(content: Report, row: Standing) -> str:
    """Return one name a commitment, whatever becomes of its deadline: importing again moves it.

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
        yield f"Deadline: {words.deadline(row)}"
    else:
        yield "No deadline is on file: this is the day by which to review it."
    if commitment.deadline_text:
        yield f"As stated: “{commitment.deadline_text}”"
    yield f"Owners: {words.owners(commitment)}"
    yield f"Status on {content.as_of}: {words.status_of(row)}"
    yield f"Timing on {content.as_of}: {words.timing(row)}"
    yield f"Source: {', '.join(filter(None, (meeting.name, words.paragraph(commitment))))}"
    yield f"Id: {commitment.id}"


def _alarm(summary: _Text) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_REMIND)
    alarm.add("description", summary)
    return alarm

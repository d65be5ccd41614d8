"""The head of a report: its title, and the meetings that it is about."""

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.render import phrases
from jcm_ledger.render.outline.blocks import Link, MeetingLine
from jcm_ledger.rules.report import Report


def meetings(report: Report) -> tuple[MeetingLine, ...]:
    """Return the meetings of a report, in the ledger's order."""
    return tuple(_meeting(report, meeting) for meeting in report.meetings)


def _meeting(report: Report, meeting: Meeting) -> MeetingLine:
    japanese = "in Japanese" if meeting.url else "statement in Japanese"
    addresses = (("statement", meeting.url, "en"), (japanese, meeting.url_ja, "ja"))
    return MeetingLine(
        id=meeting.id,
        name=meeting.name,
        text=phrases.meeting(meeting, report.as_of),
        when=meeting.period(report.as_of),
        links=tuple(
            Link(label=label, address=address, lang=lang)
            for label, address, lang in addresses
            if address
        ),
    )

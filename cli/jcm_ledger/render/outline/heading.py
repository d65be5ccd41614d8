"""The head of a report: names in both languages, and the meetings that it is about."""

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.render.outline.blocks import Link, MeetingLine
from jcm_ledger.render.outline.cells import Text
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.text_language import page_language
from jcm_ledger.rules.report import Report


def names(english: str, japanese: str | None, say: Phrases) -> tuple[Text, ...]:
    """Return the names of something, first the one in the language of the page."""
    if page_language(say.lang) == "ja":
        return (Text(japanese), Text(english, "en")) if japanese else (Text(english),)
    return (Text(english), Text(japanese, "ja")) if japanese else (Text(english),)


def meetings(report: Report, say: Phrases) -> tuple[MeetingLine, ...]:
    """Return the meetings of a report, in the ledger's order."""
    return tuple(_meeting(report, meeting, say) for meeting in report.meetings)


def _meeting(report: Report, meeting: Meeting, say: Phrases) -> MeetingLine:
    addresses = say.reports.statements(meeting)
    return MeetingLine(
        id=meeting.id,
        name=say.meeting_name(meeting),
        text=say.meeting(meeting, report.as_of),
        when=meeting.period(report.as_of),
        links=tuple(
            Link(label=label, address=address, lang=lang)
            for label, address, lang in addresses
            if address
        ),
    )

"""The outline: a report in words and sections, once for all formats. A new section is an edit here.

`cells` and `blocks` are what renderers draw; `sections` has the sections in their order.
"""

from jcm_ledger.render import phrases
from jcm_ledger.render.outline.acronyms import acronyms
from jcm_ledger.render.outline.attachments import Attachment, attached
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.outline.brief import BRIEF
from jcm_ledger.render.outline.cells import Text
from jcm_ledger.render.outline.heading import meetings
from jcm_ledger.render.outline.sections import SECTIONS
from jcm_ledger.render.phrases import days, papers, reports
from jcm_ledger.rules.report import Report

_READING = (
    f"A status is what somebody reported; “{phrases.NOTHING_ON_FILE}” means that nobody has yet. "
    "What is overdue, due soon or due for review follows from the calendar on that day."
)


def outline(report: Report, *, brief: bool = False, files: tuple[Attachment, ...] = ()) -> Outline:
    """Return the outline of a report, or of its first page alone; of nothing without sections.

    `files` go with it, where a medium can hold them.
    """
    committee = report.committee
    title = reports.title(report)
    japanese = [Text(committee.name_ja, "ja")] if committee.name_ja else []
    dated = (f"As of {days.day(report.as_of)}",) if report.title else ()
    asked = BRIEF if brief else SECTIONS
    made = [section(report) for section in asked] if not report.nothing else []
    if made and files:
        made.append(attached(files, len(report.annex)))
    return Outline(
        title=title,
        as_of=report.as_of,
        lang="en",
        committee=(Text(committee.name), *japanese),
        notes=(*dated, *papers.lines(report.circulation)),
        meetings=meetings(report),
        source=f"Ledger: {report.ledger}.",
        hidden=phrases.hidden(report.hidden),
        running=f"{committee.acronym or committee.name} · {title}",
        reading=_READING,
        sections=tuple(section for section in made if section),
        nothing=reports.nothing(report),
        acronyms=tuple(acronyms(report).items()),
        circulation=report.circulation,
    )

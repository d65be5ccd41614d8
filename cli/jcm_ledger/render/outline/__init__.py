"""The outline: a report in words and sections, once for all formats. A new section is an edit here.

`cells` and `blocks` are what renderers draw; `sections` has the sections in their order.
"""

from jcm_ledger.render.outline.acronyms import acronyms
from jcm_ledger.render.outline.attachments import Attachment, attached
from jcm_ledger.render.outline.blocks import Outline
from jcm_ledger.render.outline.brief import BRIEF
from jcm_ledger.render.outline.heading import meetings, names
from jcm_ledger.render.outline.sections import SECTIONS
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.report import Report


def outline(
    report: Report, say: Phrases, *, brief: bool = False, files: tuple[Attachment, ...] = ()
) -> Outline:
    """Return the outline of a report, or of its first page alone; of nothing without sections.

    `files` go with it, where a medium can hold them.
    """
    committee = report.committee
    title = say.reports.title(report)
    dated = (say.reports.as_of(report.as_of),) if report.title else ()
    asked = BRIEF if brief else SECTIONS
    made = [section(report, say) for section in asked] if not report.nothing else []
    if made and files:
        made.append(attached(files, len(report.annex), say))
    return Outline(
        title=title,
        as_of=report.as_of,
        lang=say.lang,
        committee=names(committee.name, committee.name_ja, say),
        notes=(*dated, *say.papers.lines(report.circulation)),
        meetings=meetings(report, say),
        source=say.reports.source(report.ledger),
        hidden=say.hidden(report.hidden),
        running=say.reports.running(
            committee.acronym or say.text(committee.name, committee.name_ja), title
        ),
        reading=say.reports.READING,
        sections=tuple(section for section in made if section),
        nothing=say.reports.nothing(report),
        acronyms=tuple(acronyms(report, say).items()),
        circulation=report.circulation,
    )

"""The report as an Excel workbook: commitments, progress, bodies, and what it is about."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook

from jcm_ledger.render import safe
from jcm_ledger.render.outline import outline
from jcm_ledger.render.phrases import BOTH, ENGLISH, Phrases
from jcm_ledger.render.phrases.bilingual import each_language, in_one_line
from jcm_ledger.render.xlsx import brief, columns
from jcm_ledger.render.xlsx.formats import Formats, typeface
from jcm_ledger.render.xlsx.properties import properties
from jcm_ledger.render.xlsx.sheet import Address, Sheet, Value
from jcm_ledger.rules.brief import most_pressing
from jcm_ledger.rules.report import Report

_LONGEST_NAME = 31  # of a sheet, by Excel's specifications and limits


def workbook(content: Report, say: Phrases) -> bytes:
    """Return the report as a workbook, the same bytes for the same report."""
    file, words = BytesIO(), say.sheets
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    title = say.reports.title(content)
    with Workbook(file, {**options, **typeface(say)}) as book:
        book.set_properties(properties(title, content.circulation, content.as_of, say))
        formats = Formats(book, say)
        source = say.footer(content.ledger, content.as_of)

        def sheet(name: str) -> Sheet:
            marking = content.circulation.marking or ""
            made = book.add_worksheet(safe.one_line(name)[:_LONGEST_NAME])
            return Sheet(made, formats, (in_one_line(title), in_one_line(source)), marking)

        brief.draw(sheet(words.BRIEF), outline(content, say, brief=True))
        pressing = most_pressing(content.brief, content.annex)
        sheet(words.COMMITMENTS).fill(columns.of_commitments(content, say), pressing)
        sheet(words.PROGRESS).fill(columns.of_progress(content, say), content.progress)
        sheet(words.BODIES).fill(columns.of_bodies(say), content.bodies)
        sheet(words.ABOUT).tell(in_one_line(title), _about(content, say))
    return file.getvalue()


def _about(content: Report, say: Phrases) -> Iterator[tuple[str, Value]]:
    """Yield what the workbook is about, name by name, and the figures."""
    committee, labels, words = content.committee, say.labels, say.sheets
    names = (committee.name, committee.name_ja)
    own_first = names if say.lang in (ENGLISH, BOTH) else names[::-1]
    yield words.COMMITTEE, "\n".join(filter(None, own_first))
    if content.circulation.marking:
        yield say.papers.MARKING, content.circulation.marking
    yield from say.papers.particulars(content.circulation)
    for meeting in content.meetings:
        yield labels.MEETING, say.meeting(meeting, content.as_of)
        for _lang, address in each_language(say.text(meeting.url, meeting.url_ja)):
            if address:
                yield labels.STATEMENT, Address(address)
    yield words.LEDGER, content.ledger
    yield words.AS_OF, content.as_of
    everything = words.everything(content.total)
    yield words.SHOWN, say.reports.narrowed(content) if content.filters else everything
    if left_out := say.hidden(content.hidden):
        yield words.NOT_SHOWN, left_out
    if content.window.first > date.min:
        yield labels.PROGRESS, say.reports.window(content.window)
    yield labels.STATUS, words.WHAT_STATUS_IS
    yield labels.TIMING, words.WHAT_TIMING_IS
    yield from say.reports.figures(content.figures)

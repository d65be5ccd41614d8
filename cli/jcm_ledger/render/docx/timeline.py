"""The timeline as a table of a Word document: a row a commitment, a column a stretch of days."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.render.docx.elements import Xml, paragraph, run, swatch
from jcm_ledger.render.docx.inlines import inlines
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter, Layout
from jcm_ledger.render.outline.blocks import Drawing
from jcm_ledger.render.outline.rows import reference, timing
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.timeline import Bar, End, spans

MOST_SPANS = 16
TODAY = "F3E3B3"
DUE, LATE, DONE, CLOSED, OPEN = "C9D6EA", "F2B5B0", "BCDDC3", "BDBDBD", "EAEAEA"
GOES_ON = {End.DATED: "", End.CONTINUING: "→", End.UNDATED: "…"}

_SHARES = (90, 165, 65)


def draw(writer: DocxWriter, block: Drawing) -> Iterator[Xml]:
    """Yield the legend and the table."""
    say, line = writer.say.timelines, block.timeline
    columns = spans(line, MOST_SPANS)
    shades = zip(say.SHADES, (DUE, LATE, DONE, CLOSED, OPEN), strict=True)
    legend = (swatch(words, fill) for words, fill in shades)
    yield paragraph("Legend", *(each for words in legend for each in (words, " ")))
    yield paragraph("Legend", say.MARKS)
    above, header = _heads(columns, block, writer.say)
    first, middle, last = _SHARES
    yield from writer.table(
        header,
        (
            (_title(writer, bar), *_stretch(bar, columns, block.as_of), _timing(writer, bar))
            for bar in line.bars
        ),
        (first, *(max(1, middle // len(columns)) for _ in columns), last),
        Layout(above=above, about=say.ABOUT),
    )


def _heads(
    columns: Sequence[Period], block: Drawing, say: Phrases
) -> tuple[list[DocxCell], list[DocxCell]]:
    """Return two lines of heads: the years, and under each the parts of it that are columns."""
    blank = DocxCell([paragraph("TableHeader")])
    years = [
        _mark(run(year, "Strong"), span=len(list(parts)))
        for year, parts in groupby(map(say.timelines.years, columns))
    ]
    parts = [_part(span, say, today=block.as_of in span) for span in columns]
    commitment, standing = (
        DocxCell([paragraph("TableHeader", name)]) for name in (block.commitment, block.timing)
    )
    return [blank, *years, blank], [commitment, *parts, standing]


def _mark(*words: str, fill: str = "", span: int = 1) -> DocxCell:
    return DocxCell([paragraph("TableMark", each) for each in words], fill, span, tight=True)


def _part(span: Period, say: Phrases, *, today: bool) -> DocxCell:
    words = [say.timelines.part(span), say.timelines.HERE if today else ""]
    lines = [run(each, "Strong") for each in words if each] or [Xml()]
    return _mark(*lines, fill=TODAY if today else "")


def _title(writer: DocxWriter, bar: Bar) -> DocxCell:
    about = reference(bar.row, writer.say)
    return DocxCell([paragraph("TableText", *inlines(writer, about))])


def _timing(writer: DocxWriter, bar: Bar) -> DocxCell:
    return DocxCell([paragraph("TableText", *inlines(writer, timing(bar.row, writer.say)))])


def _stretch(bar: Bar, columns: Sequence[Period], today: date) -> Iterator[DocxCell]:
    """Yield a bar's cells: shaded from the day it was made to its end, with its marks."""
    row = bar.row
    due = bar.due.last if bar.due else None
    original = bar.original.last if bar.original and bar.original != bar.due else None
    ended = row.done.first if row.done else row.closed_on
    for span in columns:
        marks = "•" * any(
            entry.date in span for entry in bar.entries if entry.date != row.closed_on
        )
        marks += "◇" * (original is not None and original in span)
        marks += "◆" * (due is not None and due in span)
        marks += "■" * (ended is not None and ended in span)
        marks += GOES_ON[bar.end] * (ended is None and span is columns[-1])
        yield _mark(marks, fill=_shade(bar, span, due, ended or today))


def _shade(bar: Bar, span: Period, due: date | None, until: date) -> str:
    """Return the colour of a bar in a span, "" where it is not.

    It runs from the day the commitment was made to its deadline, and on to `until`, the day on
    which it was closed, else today, where that is later.
    """
    closed = not bar.row.open
    beyond = due is not None and due < until and (span.first > due or until in span)
    if beyond and span.first <= until:
        return LATE
    end = min(due or date.max, until if closed else date.max)
    if span.last < bar.made or span.first > end:
        return ""
    if closed:
        return DONE if bar.row.status is Status.COMPLETED else CLOSED
    return DUE if due is not None else OPEN

"""The timeline as a table of a Word document: a row a commitment, a column a stretch of days."""

from collections.abc import Iterator, Sequence

from jcm_ledger.model.period import Period
from jcm_ledger.render.docx.parts import DocxCell, DocxWriter, Xml, paragraph, run
from jcm_ledger.render.outline.blocks import Drawing
from jcm_ledger.render.phrases import timelines
from jcm_ledger.rules.timeline import Bar, End, spans

MOST_SPANS = 16
TODAY = "F3E3B3"
SHADES = {End.DATED: "C9D6EA", End.CONTINUING: "D9E6D2", End.UNDATED: "E8E8E8"}
GOES_ON = {End.DATED: "", End.CONTINUING: "→", End.UNDATED: "…"}


def draw(writer: DocxWriter, block: Drawing) -> Iterator[Xml]:
    """Yield the legend and the table."""
    line = block.timeline
    columns = spans(line, MOST_SPANS)
    yield from (paragraph("Normal", line) for line in timelines.IN_CELLS)
    yield from writer.table(
        (block.commitment, *(_span(span, block) for span in columns), block.timing),
        (
            (bar.row.commitment.title, *_stretch(bar, columns), timelines.standing(bar))
            for bar in line.bars
        ),
        (5 * len(columns), *(16 for _ in columns), 4 * len(columns)),
    )


def _span(span: Period, block: Drawing) -> DocxCell:
    """Return the head of a column: the part of a year under the year, and whether it is today's."""
    year, _, part = str(span).partition("-")
    lines = [paragraph("TableMark", run(text, "Strong")) for text in (year, part) if text]
    if block.as_of not in span:
        return DocxCell(lines)
    return DocxCell([*lines, paragraph("TableMark", run(timelines.TODAY, "Quiet"))], TODAY)


def _stretch(bar: Bar, columns: Sequence[Period]) -> Iterator[DocxCell]:
    """Yield a bar's cells: shaded from the day it was made to its end, with its marks."""
    due = bar.due.last if bar.due else None
    original = bar.original.last if bar.original and bar.original != bar.due else None
    closed = bar.row.closed_on
    end = min((day for day in (due, closed) if day), default=None)
    for span in columns:
        marks = "•" * any(entry.date in span for entry in bar.entries if entry.date != closed)
        marks += "◇" * (original is not None and original in span)
        marks += "◆" * (due is not None and due in span)
        marks += "■" * (closed is not None and closed in span)
        marks += GOES_ON[bar.end] * (end is None and span is columns[-1])
        within = span.last >= bar.made and (end is None or span.first <= end)
        yield DocxCell([paragraph("TableMark", marks)], SHADES[bar.end] if within else "")

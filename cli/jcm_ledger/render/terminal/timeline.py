"""The timeline on a terminal, drawn in characters: one line a commitment, one cell some days."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.terminal.parts import STATUS_STYLES, TIMING_STYLES, id_text, text
from jcm_ledger.rules.standing import Timing
from jcm_ledger.rules.timeline import Bar, Timeline

_BESIDE = 110
"""From this many columns on, ids and timings stand beside the bars, if that leaves enough."""

_NARROWEST_CHART = 50
_WIDE_CHART = 90  # columns; a wider terminal shows titles too
_NARROWEST_TITLE = 20
_GAP = 2


class Marks(NamedTuple):
    """The characters of a drawing, each a cell wide; the fields are in the legend's order."""

    made: str
    line: str
    due: str
    last: str
    original: str
    late: str
    entry: str
    closed: str
    undated: str
    goes_on: str
    today: str
    tick: str


MARKS = Marks("├", "─", "━", "◆", "◇", "╌", "●", "■", "·", "→", "│", "┬")
ASCII = Marks("[", "-", "=", "D", "d", "~", "o", "x", ".", ">", "|", "+")


def page(
    content: Timeline, say: Phrases, width: int, *, ascii_only: bool = False
) -> RenderableType:
    """Return the timeline for a terminal of `width` columns, which may know only ASCII."""
    marks = ASCII if ascii_only else MARKS
    beside = _columns(content.bars, say, width) if width >= _BESIDE else None
    chart = beside.chart if beside else width
    axis = list(_axis(content, say, chart, marks))
    bars = [_bar(bar, content, chart, marks) for bar in content.bars]
    drawing = (
        _beside(content, say, axis, bars, beside)
        if beside
        else Group(*axis, *_stacked(content, say, bars, width))
    )
    used = {character for bar in bars for character in bar.plain}
    return Group(drawing, "", *_legend(marks, say, used, width))


class _Widths(NamedTuple):
    """The widths of the columns of a timeline; without room for titles, 0."""

    ids: int
    titles: int
    chart: int
    timings: int


def _columns(bars: Iterable[Bar], say: Phrases, width: int) -> _Widths | None:
    """Return the widths of the columns, None without room; titles get what the chart can spare."""
    rows = [bar.row for bar in bars]
    ids = max((cell_len(id_text(row.commitment.id).plain) for row in rows), default=0)
    titles = max(
        (max(map(cell_len, text(say.title(row.commitment)).plain.split("\n"))) for row in rows),
        default=0,
    )
    timings = max((_widest(say.timing(row)) for row in rows), default=0)
    chart = width - ids - timings - 2 * _GAP
    if chart < _NARROWEST_CHART:
        return None
    spare = chart - _GAP - _WIDE_CHART
    if spare < min(titles, _NARROWEST_TITLE):
        return _Widths(ids, 0, chart, timings)
    titles = min(titles, spare)
    return _Widths(ids, titles, chart - _GAP - titles, timings)


def _widest(lines: str) -> int:
    """Return how many cells the widest line of a text takes."""
    return max(map(cell_len, lines.split("\n")))


def _beside(
    content: Timeline, say: Phrases, axis: Iterable[Text], bars: Iterable[Text], widths: _Widths
) -> Table:
    grid = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for column_width in filter(None, widths):
        grid.add_column(width=column_width, overflow="fold")
    margin = ("", "") if widths.titles else ("",)
    for line in axis:
        grid.add_row(*margin, line, "")
    for bar, drawn in zip(content.bars, bars, strict=True):
        commitment = bar.row.commitment
        names = (id_text(commitment.id), text(say.title(commitment)))[: len(margin)]
        grid.add_row(*names, drawn, _timing(bar, say))
    return grid


def _stacked(content: Timeline, say: Phrases, bars: Iterable[Text], width: int) -> Iterator[Text]:
    """Yield each bar below id and timing, and below the titles too where all of them fit."""
    headings = [_heading(bar, say, titled=True) for bar in content.bars]
    if any(heading.cell_len > width for heading in headings):
        headings = [_heading(bar, say, titled=False) for bar in content.bars]
    for heading, drawn in zip(headings, bars, strict=True):
        yield heading
        yield drawn


def _heading(bar: Bar, say: Phrases, *, titled: bool) -> Text:
    heading = Text(overflow="fold").append_text(id_text(bar.row.commitment.id))
    if titled:
        heading.append(": ").append_text(text(say.title(bar.row.commitment)))
    return heading.append(" " * _GAP).append_text(_timing(bar, say))


def _timing(bar: Bar, say: Phrases) -> Text:
    return text(say.timing(bar.row), TIMING_STYLES.get(bar.row.timing, ""))


class _Line:
    """A line of cells along the axis; what is put later hides what was there."""

    def __init__(self, content: Timeline, width: int) -> None:
        self.content = content
        self.cells = [(" ", "")] * width

    def at(self, day: date) -> int:
        """Return the cell that a day of the axis lies in."""
        return int(self.content.share(day) * len(self.cells))

    def put(self, day: date, mark: str, style: str = "") -> None:
        """Put a mark where a day is."""
        self.cells[self.at(day)] = (mark, style)

    def fill(self, first: date, last: date, mark: str, style: str = "") -> None:
        """Put a mark on all days from one to another, both inclusive."""
        for cell in range(self.at(first), self.at(last) + 1):
            self.cells[cell] = (mark, style)

    def write(self, cell: int, label: str, style: str = "") -> bool:
        """Write a label if there is room, with a blank on either side; return if there was."""
        end = cell + cell_len(label)
        around = self.cells[max(cell - 1, 0) : end + 1]
        if cell < 0 or end > len(self.cells) or any(mark != " " for mark, _style in around):
            return False
        self.cells[cell:end] = _in_cells(label, style)
        return True

    def drawn(self) -> Text:
        """Return the line as text; neighbours of one style are one piece."""
        line = Text(no_wrap=True, overflow="ignore")
        for style, cells in groupby(self.cells, key=itemgetter(1)):
            line.append("".join(mark for mark, _style in cells), style)
        return line


def _in_cells(label: str, style: str) -> list[tuple[str, str]]:
    """Return a label cell by cell; the cell after a wide letter is empty."""
    cells = []
    for letter in label:
        cells += [(letter, style), *[("", style)] * (cell_len(letter) - 1)]
    return cells


def _bar(bar: Bar, content: Timeline, width: int, marks: Marks) -> Text:
    """Return the line of one commitment; of marks that fall into one cell the last one shows."""
    line = _Line(content, width)
    _draw_run(line, bar, marks)
    line.put(bar.made, marks.made)
    line.put(content.today, marks.today, "blue")
    if bar.continuing and bar.row.open:
        line.put(content.last, marks.goes_on, "dim")
    closed = bar.row.closed_on
    for entry in bar.entries:
        mark = marks.closed if entry.date == closed else marks.entry
        line.put(entry.date, mark, STATUS_STYLES.get(entry.status, ""))
    if closed is not None and bar.row.superseded_by:
        line.put(closed, marks.closed, STATUS_STYLES.get(bar.row.status, ""))
    if bar.original is not None:
        line.put(bar.original.last, marks.original)
    if bar.due is not None:
        line.put(bar.due.last, marks.last, TIMING_STYLES.get(bar.row.timing, ""))
    return line.drawn()


def _draw_run(line: _Line, bar: Bar, marks: Marks) -> None:
    """Draw what a commitment runs along: to its deadline and past it, or on without an end."""
    end = bar.row.closed_on or line.content.last
    if bar.due is None:
        line.fill(bar.made, end, marks.line if bar.continuing else marks.undated, "dim")
        return
    style = TIMING_STYLES.get(bar.row.timing, "")
    if bar.row.timing in (Timing.OVERDUE, Timing.MET_LATE):
        line.fill(bar.due.last, min(end, line.content.today), marks.late, style)
    line.fill(bar.made, bar.due.last, marks.line)
    line.fill(max(bar.made, bar.due.first), bar.due.last, marks.due, style)


def _axis(content: Timeline, say: Phrases, width: int, marks: Marks) -> Iterator[Text]:
    """Yield the lines above the bars: the day asked for, the labels of ticks, and the ticks."""
    today, labels, rule = (_Line(content, width) for _ in range(3))
    label, cell = in_one_line(say.timelines.as_of(content.today)), today.at(content.today)
    if not today.write(cell, label, "blue"):
        today.write(cell - cell_len(label) + 1, label, "blue")
    yield today.drawn()
    # Years first: a month is left out where there is no room for both.
    for tick in sorted(content.ticks, key=lambda tick: tick.month != 1):
        labels.write(labels.at(tick), _label(tick, content, say), "dim")
    yield labels.drawn()
    rule.fill(content.first, content.last, marks.line, "dim")
    for tick in content.ticks:
        rule.put(tick, marks.tick, "dim")
    rule.put(content.today, marks.today, "blue")
    yield rule.drawn()


def _label(tick: date, content: Timeline, say: Phrases) -> str:
    """Return the year of a January, else the month, with the year where the axis begins."""
    if tick.month == 1:
        return say.timelines.year(tick)
    first = tick == content.ticks[0]
    return say.timelines.month_and_year(tick) if first else say.timelines.month(tick)


def _legend(marks: Marks, say: Phrases, used: set[str], width: int) -> Iterator[Text]:
    """Yield what each mark that was used means, as many to a line as fit."""
    line = ""
    for name, meaning in say.timelines.IN_CHARACTERS.items():
        mark = getattr(marks, name)
        part = f"{mark} {in_one_line(meaning)}"
        if mark not in used:
            continue
        if line and cell_len(line) + _GAP + cell_len(part) > width:
            yield Text(line, style="dim")
            line = ""
        line += f"{' ' * _GAP if line else ''}{part}"
    yield Text(line, style="dim", overflow="fold")

"""Tables and entries for a terminal, drawn with Rich and fitted to any width: text folds."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from jcm_ledger.model.ledger import Commitment, Entry
from jcm_ledger.model.status import Status
from jcm_ledger.render import safe, words
from jcm_ledger.render.terminal_table import Blocks, Table
from jcm_ledger.render.terminal_widths import GAP, Cell, Line, cell, fit, shown
from jcm_ledger.rules.standing import Standing, Timing

TIMING_STYLES = {
    Timing.OVERDUE: "bold red",
    Timing.DUE_SOON: "yellow",
    Timing.REVIEW_DUE: "magenta",
    Timing.MET: "green",
    Timing.MET_LATE: "green",
}
STATUS_STYLES = {Status.COMPLETED: "green", Status.STALLED: "yellow", None: "dim"}

_MARGIN = 4
_WIDE = 130
"""From this many columns on, each fact of the list has a column of its own."""

_BESIDE = ("Id", "Commitment", "Owners", "Deadline", "Timing", "Status")
STACKED = ("Commitment", "Owners", "Deadline", "Status")
"""The headers of the list where facts stand above each other."""


def text(content: str, style: str = "") -> Text:
    """Return text of a ledger on one line, made visible, to be folded and never cut."""
    return Text(safe.one_line(shown(content)), style=style, overflow="fold")


def id_text(commitment: str) -> Text:
    """Return a commitment's id in its colour."""
    return text(commitment, "cyan")


def commitments(rows: Iterable[Standing], width: int) -> RenderableType:
    """Return the table of `jcm list` for a terminal of `width` columns."""
    headers, cells, widths = list_cells(list(rows), width)
    return drawn(headers, cells, widths, spaced=headers is STACKED)


def list_cells(
    rows: Sequence[Standing], width: int
) -> tuple[Sequence[str], list[Sequence[Cell]], Sequence[int] | None]:
    """Return headers, cells and widths of the table of `jcm list`; None if words have to break.

    Where there is no room for them beside each other, some facts stand above others.
    """
    if width >= _WIDE:
        cells = [_wide_row(row) for row in rows]
        if widths := fit(_BESIDE, cells, width):
            return _BESIDE, cells, widths
    cells = [_stacked_row(row) for row in rows]
    return STACKED, cells, fit(STACKED, cells, width)


def _wide_row(row: Standing) -> Sequence[Cell]:
    return (id_cell(row), cell(row.commitment.title), *standing_cells(row))


def _stacked_row(row: Standing) -> Sequence[Cell]:
    """Return the cells with two facts above each other where there is no room beside."""
    owners, deadline, timing, status = standing_cells(row)
    return (id_cell(row) + cell(row.commitment.title), owners, deadline + timing, status)


def id_cell(row: Standing) -> tuple[Line, ...]:
    """Return a commitment's id in its colour."""
    return cell(row.commitment.id, "cyan")


def standing_cells(row: Standing) -> tuple[tuple[Line, ...], ...]:
    """Return owners, deadline, timing and status of a standing."""
    return (
        cell(words.owners(row.commitment)),
        cell(words.deadline(row)),
        cell(words.timing(row), TIMING_STYLES.get(row.timing, "")),
        cell(words.status_of(row), STATUS_STYLES.get(row.status, "")),
    )


def reports(rows: Sequence[Standing], width: int) -> RenderableType:
    """Return a table of what each side reported last, beside each other."""
    sides = list(rows[0].reports) if rows else []
    cells = [(id_cell(row) + cell(row.commitment.title), *report_cells(row)) for row in rows]
    return table(("Commitment", *sides), cells, width, spaced=True)


def report_cells(row: Standing) -> list[tuple[Line, ...]]:
    """Return what each side reported last: status, who and when, and the note."""
    cells = []
    for entry in row.reports.values():
        status, *more = words.reported(entry)
        style = STATUS_STYLES.get(entry.status if entry else None, "")
        cells.append(sum(map(cell, more), cell(status, style)))
    return cells


def journal(entries: Iterable[Entry]) -> RenderableType:
    """Return the page of `jcm log`: entry by entry, what was said and what it rests on."""
    return Group(*(line for entry in entries for line in ("", *entry_lines(entry, named=True))))


def entry_lines(entry: Entry, *, named: bool) -> Iterator[RenderableType]:
    """Yield an entry as lines; `named` says which commitment it is about."""
    heading = Text(f"{entry.date}  ", style="bold", overflow="fold")
    if named:
        heading.append_text(id_text(entry.commitment)).append("  ")
    heading.append_text(text(words.reporter(entry.by)))
    if said := words.said(entry):
        heading.append(": ").append_text(text(said, STATUS_STYLES.get(entry.status, "")))
    yield heading
    for line in safe.visible(shown(entry.note or "")).splitlines():
        yield Indented(Text(line, overflow="fold"))
    for evidence in entry.evidence:
        yield link(evidence)


def link(address: str) -> Text:
    """Return an address on a line of its own, left whole so that it can be opened and copied."""
    line = Text(f"    {safe.one_line(shown(address))}", style="blue")
    line.no_wrap, line.overflow = True, "ignore"
    return line


class Indented:
    """The content with a margin on its left."""

    def __init__(self, content: RenderableType) -> None:
        self.content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines of the content, each after its margin, also one that is never folded."""
        inner = options.update_width(max(options.max_width - _MARGIN, 1))
        for line in Segment.split_lines(console.render(self.content, inner)):
            yield Segment(" " * _MARGIN)
            yield from line
            yield Segment.line()


def facts(pairs: Iterable[tuple[str, RenderableType]]) -> RenderableType:
    """Return names and values beside each other."""
    from rich.table import Table as Grid  # no list pays for it

    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(text(name), value)
    return grid


def titled(
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    commitments: Iterable[Commitment],
    width: int,
) -> RenderableType:
    """Return a table with a column of titles after the one of ids, where there is room for it."""
    if width >= _WIDE:
        named = (headers[0], "Title", *headers[1:])
        cells = [
            (row[0], cell(commitment.title), *row[1:])
            for row, commitment in zip(rows, commitments, strict=True)
        ]
        if widths := fit(named, cells, width):
            return drawn(named, cells, widths)
    return table(headers, rows, width)


def table(
    headers: Sequence[str], rows: Sequence[Sequence[Cell]], width: int, *, spaced: bool = False
) -> RenderableType:
    """Return a table fitted to `width` columns; `spaced` puts a blank line between rows."""
    return drawn(headers, rows, fit(headers, rows, width), spaced=spaced)


def drawn(
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int] | None,
    *,
    spaced: bool = False,
    headed: bool = True,
) -> RenderableType:
    """Return a table in columns of these widths, or its rows as blocks if there are none."""
    if widths is None:
        return Blocks(headers, rows)
    return Table(headers, rows, widths, spaced=spaced, headed=headed)

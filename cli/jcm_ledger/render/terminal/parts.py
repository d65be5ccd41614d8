"""What the pages for a terminal are made of: tables, entries and facts. Text folds."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import titled as cited
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import each_language, each_line
from jcm_ledger.render.terminal.flowing import FlowingText
from jcm_ledger.render.terminal.table import Blocks, TerminalTable
from jcm_ledger.render.terminal.widths import GAP, Line, Stack, cell, fit, shown
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
WIDE = 130
"""From this many columns on, each fact of the list has a column of its own."""


def text(content: str, style: str = "") -> Text:
    """Return text of a ledger, a line a language, made visible, to be folded and never cut."""
    lines = (safe.one_line(shown(line)) for _, line in each_language(content))
    return FlowingText("\n".join(lines), style=style, overflow="fold")


def id_text(commitment: str) -> Text:
    """Return a commitment's id in its colour."""
    return text(commitment, "cyan")


def id_cell(row: Standing) -> tuple[Line, ...]:
    """Return a commitment's id in its colour; a part stands below its whole, a little in."""
    below = "└ " if row.commitment.part_of else ""
    return cell(f"{below}{row.commitment.id}", "cyan")


def standing_cells(row: Standing, say: Phrases) -> tuple[tuple[Line, ...], ...]:
    """Return owners, deadline, timing and status of a standing."""
    return (
        cell(say.owners(row)),
        cell(say.deadline(row)),
        cell(say.timing(row), TIMING_STYLES.get(row.timing, "")),
        cell(say.status_of(row), STATUS_STYLES.get(row.status, "")),
    )


def report_cells(row: Standing, say: Phrases) -> list[tuple[Line, ...]]:
    """Return what each side reported last: status, who and when, and the note."""
    cells = []
    for entry in row.reports.values():
        status, *more = say.reported(entry)
        style = STATUS_STYLES.get(entry.status if entry else None, "")
        cells.append(sum(map(cell, more), cell(status, style)))
    return cells


def entry_lines(entry: Entry, say: Phrases, *, named: bool) -> Iterator[RenderableType]:
    """Yield an entry as lines; `named` says which commitment it is about.

    Where it is not named there is room for the note in the other language too.
    """
    about = entry.commitment if named else ""
    heading = say.reported_on(say.reporter(entry), say.news(entry))
    yield entry_heading(say.short_day(entry.date), about, heading, entry.status)
    notes = [say.text(entry.note, entry.note_ja)] if named else say.notes(entry)
    yield from what_was_noted("\n".join(filter(None, notes)), map(cited, entry.evidence))


def entry_heading(day: str, about: str, told: tuple[str, str], status: Status | None) -> Text:
    """Return the first line of an entry: when, about what if that is named, by whom, and what."""
    heading = FlowingText(f"{day}  ", style="bold", overflow="fold")
    if about:
        heading.append_text(id_text(about)).append("  ")
    for number, (by, news) in enumerate(each_line(told)):
        heading.append("\n" if number else "").append_text(text(by))
        if news:
            heading.append_text(text(news, STATUS_STYLES.get(status, "")))
    return heading


def what_was_noted(note: str, evidence: Iterable[tuple[str, str]]) -> Iterator[RenderableType]:
    """Yield the note of an entry and what it cites, a title and an address each."""
    for line in safe.visible(shown(note)).splitlines():
        yield Indented(FlowingText(line, overflow="fold"))
    for title, address in evidence:
        yield from source(title, address)


def source(title: str, address: str) -> Iterator[RenderableType]:
    """Yield what is cited: its title, if it has one, and the address on a line of its own."""
    if title:
        yield Indented(text(title))
    yield link(address)


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
    from rich.table import Table as Grid  # lazy import: no list needs it

    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(text(name), value)
    return grid


def titled(
    headers: Sequence[str],
    rows: Sequence[Sequence[Stack]],
    titles: tuple[str, Iterable[str]],
    width: int,
) -> RenderableType:
    """Return a table with a column of titles after the one of ids, where there is room for it.

    `titles` are the header of that column and its cells.
    """
    if width >= WIDE:
        named = (headers[0], titles[0], *headers[1:])
        cells = [
            (row[0], cell(title), *row[1:]) for row, title in zip(rows, titles[1], strict=True)
        ]
        if widths := fit(named, cells, width):
            return drawn(named, cells, widths)
    return table(headers, rows, width)


def table(
    headers: Sequence[str], rows: Sequence[Sequence[Stack]], width: int, *, spaced: bool = False
) -> RenderableType:
    """Return a table fitted to `width` columns; `spaced` puts a blank line between rows."""
    return drawn(headers, rows, fit(headers, rows, width), spaced=spaced)


def drawn(
    headers: Sequence[str],
    rows: Sequence[Sequence[Stack]],
    widths: Sequence[int] | None,
    *,
    spaced: bool = False,
    headed: bool = True,
) -> RenderableType:
    """Return a table in columns of these widths, or its rows as blocks if there are none."""
    if widths is None:
        return Blocks(headers, rows)
    return TerminalTable(headers, rows, widths, spaced=spaced, headed=headed)

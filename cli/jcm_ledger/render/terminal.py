"""Tables and entries for a terminal, drawn with Rich and fitted to any width: text folds."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.render import safe, words
from jcm_ledger.rules.standing import Standing, Timing

TIMING_STYLES = {
    Timing.OVERDUE: "bold red",
    Timing.DUE_SOON: "yellow",
    Timing.REVIEW_DUE: "magenta",
    Timing.MET: "green",
    Timing.MET_LATE: "green",
}
STATUS_STYLES = {Status.COMPLETED: "green", Status.STALLED: "yellow", None: "dim"}

_BREAKS_ANYWHERE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]+")
_WIDE_LETTER = 2
_GAP = 2
_WIDE = 130
"""From this many columns on, each fact of the list has a column of its own."""


def text(content: str, style: str = "") -> Text:
    """Return text of a ledger on one line, made visible, to be folded and never cut."""
    return Text(safe.one_line(content), style=style, overflow="fold")


def id_text(commitment: str) -> Text:
    """Return a commitment's id in its colour."""
    return text(commitment, "cyan")


def commitments(rows: Iterable[Standing], width: int) -> Table:
    """Return the table of `jcm list` for a terminal of `width` columns."""
    headers, cells = list_cells(rows, width)
    return table(headers, cells, width, spaced=is_narrow(width))


def is_narrow(width: int) -> bool:
    """Return whether the list puts facts above each other, for want of room beside."""
    return width < _WIDE


def list_cells(rows: Iterable[Standing], width: int) -> tuple[Sequence[str], list[Sequence[Text]]]:
    """Return the headers and the cells of the table of `jcm list`."""
    if is_narrow(width):
        return ("Commitment", "Owners", "Deadline", "Status"), [_stacked_row(row) for row in rows]
    headers = ("Id", "Commitment", "Owners", "Deadline", "Timing", "Status")
    return headers, [_wide_row(row) for row in rows]


def _wide_row(row: Standing) -> tuple[Text, ...]:
    return (id_text(row.commitment.id), text(row.commitment.title), *standing_cells(row))


def _stacked_row(row: Standing) -> tuple[Text, ...]:
    """Return the cells with two facts above each other where there is no room beside."""
    owners, deadline, timing, status = standing_cells(row)
    name = _above(id_text(row.commitment.id), text(row.commitment.title))
    return (name, owners, _above(deadline, timing), status)


def standing_cells(row: Standing) -> tuple[Text, Text, Text, Text]:
    """Return owners, deadline, timing and status of a standing."""
    return (
        text(words.owners(row.commitment)),
        text(words.deadline(row)),
        text(words.timing(row), TIMING_STYLES.get(row.timing, "")),
        text(words.status_of(row), STATUS_STYLES.get(row.status, "")),
    )


def reports(rows: Sequence[Standing], width: int) -> Table:
    """Return a table of what each side reported last, beside each other."""
    sides = list(rows[0].reports) if rows else []
    cells = [
        (
            _above(id_text(row.commitment.id), text(row.commitment.title)),
            *report_cells(row),
        )
        for row in rows
    ]
    return table(("Commitment", *sides), cells, width, spaced=True)


def report_cells(row: Standing) -> list[Text]:
    """Return what each side reported last: status, who and when, and the note."""
    cells = []
    for entry in row.reports.values():
        status, *more = words.reported(entry)
        cell = text(status, STATUS_STYLES.get(entry.status if entry else None, ""))
        for line in more:
            cell = _above(cell, text(line))
        cells.append(cell)
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
    for line in safe.visible(entry.note or "").splitlines():
        yield indented(Text(line, overflow="fold"))
    for evidence in entry.evidence:
        yield link(evidence)


def link(address: str) -> Text:
    """Return an address on a line of its own, left whole so that it can be opened and copied."""
    line = Text(f"    {safe.one_line(address)}", style="blue")
    line.no_wrap, line.overflow = True, "ignore"
    return line


def indented(content: RenderableType) -> RenderableType:
    """Return the content with a margin on its left."""
    grid = Table.grid()
    grid.add_column(width=4)
    grid.add_column(overflow="fold")
    grid.add_row("", content)
    return grid


def facts(pairs: Iterable[tuple[str, RenderableType]]) -> Table:
    """Return names and values beside each other."""
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(text(name), value)
    return grid


def table(
    headers: Sequence[str], rows: Sequence[Sequence[Text]], width: int, *, spaced: bool = False
) -> Table:
    """Return a table fitted to `width` columns; `spaced` puts a blank line between rows."""
    return table_of_widths(headers, rows, fit(headers, rows, width), spaced=spaced)


def table_of_widths(
    headers: Sequence[str],
    rows: Iterable[Sequence[Text]],
    widths: Sequence[int],
    *,
    spaced: bool = False,
    headed: bool = True,
) -> Table:
    """Return a table whose columns have these widths; `headed` shows the headers."""
    grid = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        show_header=headed,
        pad_edge=False,
        padding=(0, _GAP - 1, 0, 0),
        header_style="bold",
    )
    for header, column_width in zip(headers, widths, strict=True):
        grid.add_column(text(header), overflow="fold", width=column_width)
    for row in rows:
        grid.add_row(*row, end_section=spaced)
    return grid


def fit(headers: Sequence[str], rows: Iterable[Sequence[Text]], width: int) -> list[int]:
    """Return the columns' widths: as wide as they like, or narrowed, the widest first.

    Words stay whole as long as there is any other way.
    """
    cells = [[str(cell) for cell in column] for column in zip(headers, *rows, strict=True)]
    widths = [
        max(cell_len(line) for cell in column for line in cell.split("\n")) for column in cells
    ]
    longest_words = [
        max((_word_width(word) for cell in column for word in cell.split()), default=1)
        for column in cells
    ]
    room = width - _GAP * (len(widths) - 1)
    for least in (longest_words, [1] * len(widths)):
        while sum(widths) > room:
            loose = [number for number, each in enumerate(widths) if each > least[number]]
            if not loose:
                break
            widths[max(loose, key=widths.__getitem__)] -= 1
    return widths


def _word_width(word: str) -> int:
    """Return the cells of what has to stay whole: of Japanese, which breaks anywhere, the rest."""
    if word.isascii():
        return len(word)
    return max(cell_len(part) for part in _BREAKS_ANYWHERE.split(word)) or _WIDE_LETTER


def _above(first: Text, second: Text) -> Text:
    return Text("\n", overflow="fold").join((first, second))

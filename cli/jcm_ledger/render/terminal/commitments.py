"""The list of commitments on a terminal."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import RenderableType

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.terminal.parts import WIDE, drawn, id_cell, standing_cells
from jcm_ledger.render.terminal.widths import Stack, cell, fit
from jcm_ledger.rules.standing import Standing


class ListTable(NamedTuple):
    """The headers, cells and widths of a list; no widths where words would have to break.

    It is `stacked` where some facts stand above others.
    """

    headers: Sequence[str]
    cells: list[Sequence[Stack]]
    widths: Sequence[int] | None
    stacked: bool


def page(rows: Iterable[Standing], say: Phrases, width: int) -> RenderableType:
    """Return the table of `jcm list` for a terminal of `width` columns."""
    table = list_table(list(rows), say, width)
    return drawn(table.headers, table.cells, table.widths, spaced=table.stacked)


def list_table(rows: Sequence[Standing], say: Phrases, width: int) -> ListTable:
    """Return the table of `jcm list` for a terminal of `width` columns.

    Where there is no room for them beside each other, some facts stand above others.
    """
    labels = say.labels
    facts = (labels.OWNERS, labels.DEADLINE, labels.TIMING, labels.STATUS)
    if width >= WIDE:
        beside = (labels.ID, labels.COMMITMENT, *facts)
        cells = [_wide_row(row, say) for row in rows]
        if widths := fit(beside, cells, width):
            return ListTable(beside, cells, widths, stacked=False)
    stacked = (labels.COMMITMENT, labels.OWNERS, labels.DEADLINE, labels.STATUS)
    cells = [_stacked_row(row, say) for row in rows]
    return ListTable(stacked, cells, fit(stacked, cells, width), stacked=True)


def _wide_row(row: Standing, say: Phrases) -> Sequence[Stack]:
    return (id_cell(row), cell(say.title(row.commitment)), *standing_cells(row, say))


def _stacked_row(row: Standing, say: Phrases) -> Sequence[Stack]:
    """Return the cells with two facts above each other where there is no room beside."""
    owners, deadline, timing, status = standing_cells(row, say)
    return (id_cell(row) + cell(say.title(row.commitment)), owners, deadline + timing, status)

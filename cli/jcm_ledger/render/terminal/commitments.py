"""The list of commitments on a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType

from jcm_ledger.render.terminal.parts import WIDE, drawn, id_cell, standing_cells
from jcm_ledger.render.terminal.widths import Stack, cell, fit
from jcm_ledger.rules.standing import Standing

_BESIDE = ("Id", "Commitment", "Owners", "Deadline", "Timing", "Status")
STACKED = ("Commitment", "Owners", "Deadline", "Status")
"""The headers of the list where facts stand above each other."""


def page(rows: Iterable[Standing], width: int) -> RenderableType:
    """Return the table of `jcm list` for a terminal of `width` columns."""
    headers, cells, widths = list_cells(list(rows), width)
    return drawn(headers, cells, widths, spaced=headers is STACKED)


def list_cells(
    rows: Sequence[Standing], width: int
) -> tuple[Sequence[str], list[Sequence[Stack]], Sequence[int] | None]:
    """Return headers, cells and widths of the table of `jcm list`; None if words have to break.

    Where there is no room for them beside each other, some facts stand above others.
    """
    if width >= WIDE:
        cells = [_wide_row(row) for row in rows]
        if widths := fit(_BESIDE, cells, width):
            return _BESIDE, cells, widths
    cells = [_stacked_row(row) for row in rows]
    return STACKED, cells, fit(STACKED, cells, width)


def _wide_row(row: Standing) -> Sequence[Stack]:
    return (id_cell(row), cell(row.commitment.title), *standing_cells(row))


def _stacked_row(row: Standing) -> Sequence[Stack]:
    """Return the cells with two facts above each other where there is no room beside."""
    owners, deadline, timing, status = standing_cells(row)
    return (id_cell(row) + cell(row.commitment.title), owners, deadline + timing, status)

"""What each side reported last, on a terminal."""

from collections.abc import Sequence

from rich.console import RenderableType

from jcm_ledger.render.terminal.parts import id_cell, report_cells, table
from jcm_ledger.render.terminal.widths import cell
from jcm_ledger.rules.standing import Standing


def page(rows: Sequence[Standing], width: int) -> RenderableType:
    """Return a table of what each side reported last, beside each other."""
    sides = list(rows[0].reports) if rows else []
    cells = [(id_cell(row) + cell(row.commitment.title), *report_cells(row)) for row in rows]
    return table(("Commitment", *sides), cells, width, spaced=True)

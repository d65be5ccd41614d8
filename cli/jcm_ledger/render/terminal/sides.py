"""What each side reported last, on a terminal."""

from collections.abc import Sequence

from rich.console import RenderableType

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.terminal.parts import id_cell, report_cells, table
from jcm_ledger.render.terminal.widths import cell
from jcm_ledger.rules.standing import Standing


def page(rows: Sequence[Standing], say: Phrases, width: int) -> RenderableType:
    """Return a table of what each side reported last, beside each other."""
    sides = map(say.side, rows[0].reports) if rows else ()
    cells = [
        (id_cell(row) + cell(say.title(row.commitment)), *report_cells(row, say)) for row in rows
    ]
    return table((say.labels.COMMITMENT, *sides), cells, width, spaced=True)

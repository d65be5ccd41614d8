"""A list on a terminal with the columns that were asked for."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType

from jcm_ledger.render.terminal.parts import drawn
from jcm_ledger.render.terminal.widths import cell, fit


def page(header: Sequence[str], rows: Iterable[Sequence[object]], width: int) -> RenderableType:
    """Return the table of data: a header, and the cells of each row, for so many columns."""
    titles = [_title(name) for name in header]
    cells = [[cell("" if each is None else str(each)) for each in row] for row in rows]
    return drawn(titles, cells, fit(titles, cells, width))


def _title(name: str) -> str:
    plain = name.removeprefix("field_").replace("_", " ")
    return plain[:1].upper() + plain[1:]

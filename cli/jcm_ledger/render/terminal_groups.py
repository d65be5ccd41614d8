"""A list under headings on a terminal."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rich.console import Group as Page
from rich.console import RenderableType

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render import words
from jcm_ledger.render.terminal import is_narrow, list_cells, text
from jcm_ledger.render.terminal_table import Table, fit
from jcm_ledger.rules.groups import Group


def page(groups: Sequence[Group], ledger: Ledger, width: int) -> RenderableType:
    """Return the page of `jcm list --group` for a terminal of `width` columns."""
    return Page(*_parts(groups, ledger, width))


def _parts(groups: Sequence[Group], ledger: Ledger, width: int) -> Iterator[RenderableType]:
    """Yield the headers, then each group; columns have one width throughout."""
    headers, _ = list_cells((), width)
    cells = [list_cells(group.rows, width)[1] for group in groups]
    widths = fit(headers, list(chain.from_iterable(cells)), width)
    yield Table(headers, (), widths)
    for group, rows in zip(groups, cells, strict=True):
        yield text(words.group(group, ledger), "bold underline")
        yield ""
        yield Table(headers, rows, widths, spaced=is_narrow(width), headed=False)
        yield ""

"""A list under headings on a terminal."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rich.console import Group as Page
from rich.console import RenderableType

from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.terminal.commitments import list_table
from jcm_ledger.render.terminal.parts import drawn, text
from jcm_ledger.rules.groups import Group


def page(groups: Sequence[Group], ledger: Ledger, say: Phrases, width: int) -> RenderableType:
    """Return the page of `jcm list --group` for a terminal of `width` columns."""
    return Page(*_parts(groups, ledger, say, width))


def _parts(
    groups: Sequence[Group], ledger: Ledger, say: Phrases, width: int
) -> Iterator[RenderableType]:
    """Yield the headers, then each group; columns have one width throughout."""
    rows = [row for group in groups for row in group.rows]
    headers, cells, widths, stacked = list_table(rows, say, width)
    remaining = iter(cells)
    if widths:
        yield drawn(headers, (), widths)
    for group in groups:
        yield text(say.lists.group(group, ledger), "bold underline")
        yield ""
        own = list(islice(remaining, len(group.rows)))
        yield drawn(headers, own, widths, spaced=stacked, headed=False)
        yield ""

"""The place that a page has among others: where its links lead, and in what language it is."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from msgspec import Struct

from jcm_ledger.render.outline.cells import Narrowing
from jcm_ledger.render.phrases import Phrases


def nowhere(_name: str) -> str:
    """Return that nothing is linked."""
    return ""


class PagePlace(Struct, kw_only=True):
    """Where a page leads to. An address is "" where there is nothing to lead to.

    `say` has the words of the page beside those of its outline.
    `commitment` and `body` return the address of what has this id, `of_its_own` that of the page
    which a commitment has to itself. `table` is the key of the section with the table of all
    commitments, or `table_elsewhere` its address on another page, and `home` the address of the
    page that a page of one thing belongs to. A page is `marked` as one of a folder of pages.
    `unspelled` are the acronyms that it has not had yet.
    """

    say: Phrases
    commitment: Callable[[str], str] = nowhere
    body: Callable[[str], str] = nowhere
    of_its_own: Callable[[str], str] = nowhere
    table: str = ""
    table_elsewhere: str = ""
    home: str = ""
    marked: bool = False
    unspelled: dict[str, str]


def anchor(commitment: str) -> str:
    """Return the id of a commitment's place on the page, which is its fragment too."""
    return f"c-{quote(commitment, safe='')}"


def row_anchor(commitment: str) -> str:
    """Return the id of a commitment's row in the table of all."""
    return f"r-{quote(commitment, safe='')}"


def narrowing(choices: Narrowing) -> str:
    """Return choices of the table as they stand in an address."""
    return urlencode(choices, quote_via=quote)

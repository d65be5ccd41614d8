"""How the text of a mail joins what a table has in columns."""

from collections.abc import Iterable


def joined(parts: Iterable[str]) -> str:
    """Return short statements in one line."""
    return "; ".join(parts)

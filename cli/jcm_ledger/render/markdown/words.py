"""Words as Markdown: escaped, and those in both languages on two lines."""

from jcm_ledger.render.phrases.bilingual import each_language, in_one_line
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import markdown

_BREAK = "<br>"
"""A new line within a cell, an item or a paragraph: Markdown has no other for a cell."""


def escaped(words: str) -> str:
    """Return words on a line, those in both languages on two."""
    return laid(in_each(markdown, words))


def laid(marked: str) -> str:
    """Return Markdown that was made in each language as a line of each."""
    return _BREAK.join(text for _lang, text in each_language(marked))


def heading(level: int, words: str) -> str:
    """Return a heading of a level, which is one line."""
    return f"{'#' * level} {markdown(in_one_line(words))}"

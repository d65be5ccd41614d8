"""What to call a new commitment."""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import count

from jcm_ledger.model.text import folded

_LONGEST_ID = 32
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})


def propose_id(title: str, taken: Iterable[str]) -> str:
    """Return an id for a title that none of `taken` looks like; see `free_id`."""
    return free_id(title, {folded(name) for name in taken})


def free_id(title: str, in_use: Container[str]) -> str:
    """Return an id for a title: its telling words, in lower case, with hyphens; none `in_use`.

    Ids in use are given folded, as the one that is returned is. Accents of the Latin script are
    left out. In others a mark is no ornament: で without it is て. A word that cannot be written in
    letters and digits alone, as भारत, is left out whole.
    """
    words = [word for word in _words(title) if word.isalnum()]
    telling = [word for word in words if word not in _SMALL_WORDS] or words or ["commitment"]
    name = telling[0][:_LONGEST_ID]
    for word in telling[1:]:
        if len(name) + 1 + len(word) > _LONGEST_ID:
            break
        name = f"{name}-{word}"
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in in_use else next(other for other in numbered if other not in in_use)


def _words(title: str) -> list[str]:
    """Return the words of a title, folded, of the letters, marks and digits they are made of."""
    apart = unicodedata.normalize("NFKD", folded(title))
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", apart))
    return "".join(
        letter if letter.isalnum() or unicodedata.category(letter).startswith("M") else " "
        for letter in plain
    ).split()

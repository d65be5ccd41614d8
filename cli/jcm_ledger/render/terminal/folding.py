"""Sentences folded to the width of a terminal, which by itself would break words."""

import re
from itertools import pairwise

from rich.cells import cell_len

from jcm_ledger.model.text import is_japanese

_COMMAND = re.compile(
    r"\b(?:jcm|git|mkdir|chmod|cd|unset) [^,;`?…]*?"
    r"(?=[.:]? [A-Z(]|[.,;`?…\u3000-\u9fff\uff00-\uffef]|$)"
)
_HELD = "\0"  # keeps a command whole; no text made visible has one


def folded(line: str, width: int) -> str:
    """Return a line broken to `width` columns, and further lines as far indented as it.

    It is broken at blanks, Japanese between its letters. A command in it is not broken, nor is a
    word: what is wider than the terminal stays whole.
    """
    if cell_len(line) <= width:
        return line
    margin = line[: len(line) - len(line.lstrip(" "))]
    held = _COMMAND.sub(lambda command: command[0].replace(" ", _HELD), line)
    if is_japanese(held):
        return _flowed(held[len(margin) :], width, margin).replace(_HELD, " ")
    lines: list[list[str]] = [[]]
    used = len(margin)
    for word in held.split():
        taken = cell_len(word.replace(_HELD, " "))
        if lines[-1] and used + 1 + taken > width:
            lines.append([])
            used = len(margin)
        used += taken + bool(lines[-1])
        lines[-1].append(word)
    return "\n".join(margin + " ".join(words) for words in lines).replace(_HELD, " ")


def _flowed(text: str, width: int, margin: str) -> str:
    """Return a line broken between Japanese letters too."""
    from jcm_ledger.render.terminal.flowing import breaks  # lazy import: it loads all of Rich

    edges = [0, *breaks(text, width - len(margin)), len(text)]
    return "\n".join(margin + text[start:end].rstrip() for start, end in pairwise(edges))

"""Sentences folded to the width of a terminal, which by itself would break words."""

import re

from rich.cells import cell_len

_COMMAND = re.compile(r"\b(?:jcm|git|mkdir|chmod|cd|unset) [^,;`?…]*?(?=[.:]? [A-Z(]|[.,;`?…]|$)")
_HELD = "\0"  # keeps a command whole; no text made visible has one


def folded(line: str, width: int) -> str:
    """Return a line broken at blanks to `width` columns, and further lines as far indented as it.

    A command in it is not broken, nor is a word: what is wider than the terminal stays whole.
    """
    if cell_len(line) <= width:
        return line
    margin = line[: len(line) - len(line.lstrip(" "))]
    held = _COMMAND.sub(lambda command: command[0].replace(" ", _HELD), line)
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

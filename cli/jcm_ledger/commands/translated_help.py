"""Help pages in Japanese, or in both languages: laid out in columns of the terminal."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from shutil import get_terminal_size

import typer

from jcm_ledger.commands.conversation import translated
from jcm_ledger.render.terminal.flowing import breaks
from jcm_ledger.render.terminal.widths import width_of

_LEAST, _MOST = 50, 80  # columns of a page, as of an English one
_WIDEST_TERM = 30  # columns of an option; what it says of a wider one stands below it
_GAP = 2
_VERBATIM = "\b"  # the line before a paragraph whose lines stay as they are
_REMARKS = re.compile(r"(.*?)(?:(?:^|  )\[([^\]]*)\])?", re.DOTALL)


class TranslatedHelp:
    """A help page as Typer has it written, piece by piece; each text is translated on the way.

    It has the methods of Typer's own formatter that a page is written with. `width` is in columns.
    """

    def __init__(self, context: typer.Context) -> None:
        terminal = min(get_terminal_size().columns, context.max_content_width or _MOST)
        self.width = context.terminal_width or max(terminal - 2, _LEAST)
        self.margin = 0
        self.lines: list[str] = []

    def getvalue(self) -> str:
        """Return the page."""
        return "\n".join(self.lines) + "\n"

    def write_usage(self, prog: str, args: str = "") -> None:
        """Write how the command is typed."""
        first, *others = f"{_label('Usage: ')}{prog} {args}".split(" ")
        line = first
        for word in others:
            if width_of(f"{line} {word}") > self.width:
                self.lines.append(line)
                line = " " * 2 * _GAP + word
            else:
                line += f" {word}"
        self.lines.append(line)

    def write_paragraph(self) -> None:
        """Write an empty line between two parts of a page."""
        if self.lines:
            self.lines.append("")

    def write_text(self, text: str) -> None:
        """Write paragraphs; one of examples keeps its lines."""
        paragraphs = [part.split("\n") for part in text.strip("\n").split("\n\n")]
        for number, lines in enumerate(paragraphs):
            if number:
                self.lines.append("")
            if lines[0].strip() == _VERBATIM:
                self.lines += [" " * self.margin + _label(line) for line in lines[1:]]
            else:
                paragraph = " ".join(map(str.strip, lines))
                self.lines += [
                    " " * self.margin + line for line in self._flowed(translated(paragraph))
                ]

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write terms and what is said of each beside it, or below it if it is a long one."""
        beside = min(max(width_of(term) for term, _ in rows), _WIDEST_TERM) + _GAP
        for term, english in rows:
            texts = list(self._flowed(_row(english), self.margin + beside))
            line = " " * self.margin + term
            if texts and width_of(term) + _GAP <= beside:
                line += " " * (beside - width_of(term)) + texts.pop(0)
            self.lines.append(line)
            self.lines += [" " * (self.margin + beside) + text for text in texts]

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a heading; what comes within is indented."""
        self.write_paragraph()
        self.lines.append(_label(f"{name}:"))
        with self.indentation():
            yield

    @contextmanager
    def indentation(self) -> Iterator[None]:
        """Have what comes within stand further to the right."""
        self.margin += _GAP
        try:
            yield
        finally:
            self.margin -= _GAP

    def _flowed(self, text: str, margin: int | None = None) -> Iterator[str]:
        """Yield lines that fit beside the margin; none begins with a Japanese full stop."""
        width = max(self.width - (self.margin if margin is None else margin), _MOST // 4)
        for line in text.split("\n"):
            edges = [0, *breaks(line, width), len(line)]
            for start, end in pairwise(edges):
                yield line[start:end].rstrip()


def _label(english: str) -> str:
    """Return a heading in one line; in both languages with a stroke between them."""
    lines = translated(english).split("\n")
    return " / ".join([*(line.rstrip(" :") for line in lines[:-1]), lines[-1]])


def _row(english: str) -> str:
    """Return what is said of an option, its remarks translated too: "[default: …; required]"."""
    found = _REMARKS.fullmatch(english)
    text, remarks = (found[1], found[2]) if found else (english, None)
    lines = translated(text).split("\n")
    if not remarks:
        return "\n".join(lines)
    told = [translated(remark).split("\n")[-1] for remark in remarks.split("; ")]
    lines[-1] += translated(f"[{'; '.join(told)}]").split("\n")[-1]
    if lines[1:]:
        lines[0] += f"  [{remarks}]"
    return "\n".join(lines)

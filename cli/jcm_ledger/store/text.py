"""A ledger's bytes as text: byte-order mark, newline style and git's conflict markers."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

OURS, THEIRS = "ours (jcm)", "theirs (jcm)"
"""What jcm's own conflict markers are labelled, unlike git's."""

BYTE_ORDER_MARK = codecs.BOM_UTF8.decode()
"""U+FEFF, a byte-order mark at the start of a file only."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_MARKER = re.compile(r"^(?:([<|>])\1{6,}(?=[ \r\n]|\Z)[^\n]*|={7,}\r?(?=\n|\Z))\n?", re.MULTILINE)
"""A line that is a conflict marker; git may begin it with more than seven signs."""


class NotUtf8Error(ValueError):
    """Bytes that are no UTF-8; `line` counts from 1, `reason` says what they are."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


class Conflict(NamedTuple):
    """A conflict between markers: from where to where it is in the text, and both sides' lines."""

    start: int
    end: int
    label: str
    ours: str
    theirs: str


def decode(data: bytes) -> str:
    """Return UTF-8 as text, without a byte-order mark and with its newlines as they are.

    Raise NotUtf8Error.
    """
    if data.startswith(_UTF16) or b"\0" in data[:2]:
        raise NotUtf8Error(1, "it is UTF-16, and TOML is UTF-8")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        raise NotUtf8Error(line, f"byte 0x{data[failure.start]:02x} is not UTF-8") from None


def byte_order_mark(data: bytes) -> bytes:
    """Return the byte-order mark that UTF-8 may begin with, which `decode` leaves out."""
    return codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""


def newline(data: bytes) -> str:
    r"""Return what the first line ends with, "\r\n" or "\n", which counts for the whole file."""
    return "\r\n" if b"\r\n" in data[: data.find(b"\n") + 1] else "\n"


def with_newlines(text: str, style: str) -> str:
    r"""Return a text with each of its newlines, "\r\n" or "\n", in one style."""
    return text.replace("\r\n", "\n").replace("\n", style)


def same_lines(one: bytes, two: bytes) -> bool:
    """Return whether two files have the same lines, whichever newlines they end in."""
    return one.replace(b"\r\n", b"\n") == two.replace(b"\r\n", b"\n")


def between_markers(one: str, two: str, *, length: int, style: str = "\n") -> str:
    """Return two texts in whole lines between conflict markers of a length, as git writes them."""
    lines = [f"{'<' * length} {OURS}{style}", _whole_lines(one, style)]
    lines += [f"{'=' * length}{style}", _whole_lines(two, style)]
    return "".join([*lines, f"{'>' * length} {THEIRS}{style}"])


def _whole_lines(text: str, style: str) -> str:
    return text + style if text and not text.endswith("\n") else text


def conflicts(text: str) -> Iterator[Conflict]:
    """Yield the conflicts of a text: each has all its markers, whoever wrote them.

    A common state between two markers, as merge.conflictStyle = diff3 gives it, is no side's.
    """
    opening = base = middle = None
    for marker in _MARKER.finditer(text) if "=======" in text else ():
        match marker[0][0]:
            case "<":
                opening = opening or marker
            case "|" if opening and not middle:
                base = base or marker
            case "=" if opening:
                middle = middle or marker
            case ">" if opening and middle:
                yield Conflict(
                    start=opening.start(),
                    end=marker.end(),
                    label=opening[0].lstrip("<").strip(),
                    ours=text[opening.end() : (base or middle).start()],
                    theirs=text[middle.end() : marker.start()],
                )
                opening = base = middle = None


def is_marker(line: str) -> bool:
    """Return whether a line is a conflict marker of any kind."""
    return _MARKER.match(line) is not None


def may_end_conflict(text: str) -> bool:
    """Return whether a line is a marker that ends a conflict; the text before may begin it."""
    return ">>>>>>>" in text and any(marker[0][0] == ">" for marker in _MARKER.finditer(text))


def resolved(text: str, choose: Callable[[Conflict], str]) -> str:
    """Return a text with what was chosen in the place of each conflict and its markers."""
    parts: list[str] = []
    end = 0
    for conflict in conflicts(text):
        parts += text[end : conflict.start], choose(conflict)
        end = conflict.end
    return "".join([*parts, text[end:]])

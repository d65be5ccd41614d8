"""Plain text as statements are pasted and saved: which encoding, what is a paragraph."""

import codecs
import re
from collections.abc import Iterator
from datetime import date

from jcm_ledger.errors.statements import ForeignFormat
from jcm_ledger.store.statements import marks, signs
from jcm_ledger.store.statements.days import day_of
from jcm_ledger.store.statements.extract import Extract, Stretch, limited, row

_WRAPPED = 120
"""A text in which no line is longer was broken into lines, and its blocks are paragraphs."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TAB = 4
_BETWEEN_CELLS = re.compile(r"[ \t]\|(?=[ \t]|$)|\t+")
_EDGES = re.compile(r"^\s*\|\s?")
_RULE = re.compile(r"[\s|:+=-]+")  # under the head of a table
_ADDRESS = re.compile(r"https?://\S+")
_SAID = re.compile(r"(?:^|[#;])\s*(statement date|date|sides)\s*:\s*([^#]*?)(?=;\s*sides|$)")


def read(data: bytes, name: str) -> Extract:
    """Return what stands in a plain text. Raise ForeignFormat if it is no text.

    Paragraphs have a blank line between them, or each a line of its own. Lines at the head that
    begin with # and a line that is an address say where and when the statement was made.
    """
    lines = decode(data, name).splitlines()
    head, body = _parted(lines)
    said = {key: text for line in head for key, text in _SAID.findall(line)}
    address = next((line.strip() for line in head if _ADDRESS.fullmatch(line.strip())), "")
    sides = tuple(side.strip() for side in said.get("sides", "").split(";") if side.strip())
    return Extract(limited(stretches(body), name), day=_day(said), address=address, sides=sides)


def decode(data: bytes, name: str) -> str:
    """Return bytes as text: UTF-16 with its mark, UTF-8, or cp932, in this order; no guess.

    Raise ForeignFormat if they are none of these.
    """
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp932")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ForeignFormat(
        name, "no text in UTF-8, UTF-16 or Shift_JIS", "save it as text in UTF-8, as .docx or HTML"
    )


def stretches(lines: list[str]) -> Iterator[Stretch]:
    """Yield lines as paragraphs and points, to the letter but for the ends of lines within."""
    blocks = _blocks(lines)
    width = max((len(line) for block in blocks for line in block), default=0)
    wrapped = width <= _WRAPPED and (len(blocks) > 1 or _runs_on(blocks))
    for block in blocks:
        if cells := _rows(block):
            yield from map(row, cells)
        else:
            yield from _of_block(block, width if wrapped else 0)


def _rows(block: list[str]) -> list[list[str]]:
    """Return the cells of each line of a block that is a table, with | or tabs; [] for another."""
    lines = [_EDGES.sub("", line) for line in block if not _RULE.fullmatch(line)]
    cells = [_BETWEEN_CELLS.split(line) for line in lines]
    is_table = len(cells) > 1 and min(map(len, cells)) > 1
    return cells if is_table and not any(marks.split(line.strip())[0] for line in lines) else []


def _runs_on(blocks: list[list[str]]) -> bool:
    """Return whether most lines of a text without blank lines end within a sentence."""
    lines = [line.rstrip() for block in blocks for line in block]
    return 2 * sum(line.endswith(signs.STOPS) for line in lines) < len(lines)


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines of the head, blank ones among them, and those of the statement."""
    end = 0
    for end, line in enumerate(lines):  # noqa: B007 - where the loop stops is what is asked
        text = line.strip()
        if text and not text.startswith("# ") and not _ADDRESS.fullmatch(text):
            break
    else:
        end = len(lines)
    return lines[:end], lines[end:]


def _day(said: dict[str, str]) -> date | None:
    return day_of(said.get("statement date") or said.get("date") or "")


def _blocks(lines: list[str]) -> list[list[str]]:
    """Return runs of lines without a blank one."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _of_block(block: list[str], width: int) -> Iterator[Stretch]:
    """Yield the paragraphs of a block: one, but for marks, days, and lines that end early.

    `width` is that of the longest line of the text, 0 where each line is a paragraph.
    """
    last: Stretch | None = None
    ends = True
    for line in block:
        text = line.strip()
        if last is None or ends or not width or marks.split(text)[0] or day_of(text):
            if last is not None:
                yield last
            last = Stretch(text, indent=_indent(line))
        else:
            last = last._replace(text=join(last.text, text))
        early = 3 * len(line.rstrip()) < 2 * width and text.endswith(signs.STOPS)
        ends = early or day_of(text) is not None
    if last is not None:
        yield last


def _indent(line: str) -> int:
    """Return how many columns stand before a line."""
    wide = line.expandtabs(_TAB)
    return len(wide) - len(wide.lstrip())


def join(first: str, second: str) -> str:
    """Return two lines of one paragraph as one; Japanese is joined without a blank."""
    last = first[-1:]
    is_japanese = last in ("、", "。") or signs.has_kana_or_kanji(last)
    between = "" if is_japanese and not second[:1].isascii() else " "
    return f"{first}{between}{second}"

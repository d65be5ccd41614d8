"""PDF with a text layer: its lines, read by a process of their own, joined into paragraphs."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise

import msgspec

from jcm_ledger.errors.statements import CannotReadStatement, NeedsExtra, NoText
from jcm_ledger.store.statements import marks, plain, signs
from jcm_ledger.store.statements.extract import Extract, Role, Stretch, limited

_MOST_SECONDS = 4.0
"""Of the other process; a page takes less than a tenth."""

_TOO_MUCH = (
    "it takes more time or memory than any statement needs",
    "copy the text into a file of its own",
)
_AT_THE_EDGE = 0.1  # of a page's height: where its number stands, and what is on every page
_OFTEN = 3  # pages on which a line at the edge is no part of the text
_SHORT = 0.88  # of the widest line: one that ends before may end a paragraph
_APART = 0.9  # of a line's height: a greater gap parts paragraphs
_SAME_SIZE = 0.6  # points by which letters of one paragraph may differ
_UNREADABLE = re.compile(r"\(cid:\d+\)")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,3}\W*(?:(?:of|/)\W*\d{1,3}\W*)?", re.IGNORECASE)
_SIGN = re.compile("^[\uf000-\uf0ff]\\s*")  # bullets of fonts that are all signs
_BROKEN = re.compile(r"(\w[\w-]*)[-\u00ad\u2010]$")
_LONGEST_MARK = 6
_COMPOUNDS = re.compile(
    "above|after|bi|cross|cutting|data|decision|early|ever|evidence|far|first|follow|full|future"
    "|high|industry|joint|large|like|long|low|medium|mid|multi|mutually|new|newly|next|non|open"
    "|people|policy|post|pre|public|real|research|science|self|short|small|so|state|sub|third"
    "|through|trans|trust|two|under|user|well|wide|world|year"
)
"""What stands before a hyphen that is no break: long-term, above-mentioned."""


class LineOfPage(msgspec.Struct, array_like=True, frozen=True):
    """A line of a page: where it stands, in points from the page's lower left, and its letters."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    text: str


class PageOfPdf(msgspec.Struct, array_like=True, frozen=True):
    """A page: its edges, and its lines in reading order."""

    top: float
    bottom: float
    lines: list[LineOfPage]


class PdfLines(msgspec.Struct, frozen=True):
    """What the other process found: pages, or the name of the error that it met."""

    pages: list[PageOfPdf] = []
    failure: str = ""


def read(data: bytes, name: str) -> Extract:
    """Return what stands in a PDF, without the numbers and the running titles of its pages.

    Raise NeedsExtra without the library, NoText if it has no text that can be read, and
    CannotReadStatement if it is damaged, protected, or takes too long.
    """
    if find_spec("pdfminer") is None:
        raise NeedsExtra(name, "a PDF", "pdf")
    found = _lines(data, name)
    if found.failure:
        if found.failure == "MemoryError":
            raise CannotReadStatement(name, *_TOO_MUCH)
        protected = "Password" in found.failure or "NotAllowed" in found.failure
        reason = "it is protected" if protected else f"it is damaged ({found.failure})"
        raise CannotReadStatement(name, reason, "open it, and save the text or print it to a PDF")
    lines = [line for page in found.pages for line in page.lines]
    whole = " ".join(line.text for line in lines)
    if 3 * len("".join(_UNREADABLE.findall(whole))) > len(whole) or not whole.strip():
        raise NoText(name, "PDF")
    return Extract(limited(stretches(found.pages), name))


def _lines(data: bytes, name: str) -> PdfLines:
    """Return the lines of a PDF; raise CannotReadStatement if the process used up what it has."""
    command = [sys.executable, "-P", "-m", "jcm_ledger.store.statements.pdf_lines"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=data, capture_output=True, timeout=_MOST_SECONDS, check=True
        )
        return msgspec.json.decode(done.stdout, type=PdfLines)
    except (subprocess.SubprocessError, msgspec.DecodeError):
        raise CannotReadStatement(name, *_TOO_MUCH) from None


def stretches(pages: list[PageOfPdf]) -> Iterator[Stretch]:
    """Yield the paragraphs of pages: lines joined, words that a line's end parted made whole."""
    lines = [line for page in _without_running(pages) for line in _with_marks(page.lines)]
    if not lines:
        return
    words = Counter(word for line in lines for word in re.findall(r"\w[\w-]*", line.text.lower()))
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    usual = Counter(line.size for line in lines for _ in line.text).most_common(1)[0][0]
    for paragraph in _paragraphs(lines, left + (right - left) * _SHORT):
        first, text = paragraph[0], paragraph[0].text
        for line in paragraph[1:]:
            text = _joined(text, line.text, words)
        heads = first.size > usual + _SAME_SIZE or (first.bold and signs.is_heading(text))
        indent = int((first.left - left) / (first.size / 2 or 1))
        yield Stretch(text, Role.HEADING if heads else Role.TEXT, indent=indent)


def _without_running(pages: list[PageOfPdf]) -> list[PageOfPdf]:
    """Return pages without their numbers and what stands at the edge of several of them."""
    often = Counter(_shape(line) for page in pages for line in page.lines if _is_edge(page, line))
    return [
        PageOfPdf(
            page.top,
            page.bottom,
            [
                line
                for line in page.lines
                if not _is_edge(page, line)
                or not (_PAGE_NUMBER.fullmatch(line.text) or often[_shape(line)] >= _OFTEN)
            ],
        )
        for page in pages
    ]


def _is_edge(page: PageOfPdf, line: LineOfPage) -> bool:
    edge = (page.top - page.bottom) * _AT_THE_EDGE
    return line.bottom > page.top - edge or line.top < page.bottom + edge


def _shape(line: LineOfPage) -> str:
    return re.sub(r"\d+", "#", line.text)


def _with_marks(lines: Iterable[LineOfPage]) -> list[LineOfPage]:
    """Return lines with a bullet or a number that stands apart put before its text."""
    given = [_replaced(line, text=_SIGN.sub("• ", line.text)) for line in lines]
    alone = {
        place: line
        for place, line in enumerate(given)
        if len(line.text) <= _LONGEST_MARK and marks.split(f"{line.text.strip()} x")[1] == "x"
    }
    for place, mark in alone.items():
        beside = [
            other
            for other, line in enumerate(given)
            if other not in alone
            and abs(line.bottom - mark.bottom) < mark.size / 2
            and line.left >= mark.right
        ]
        if beside:
            near = min(beside, key=lambda other: given[other].left)
            text = f"{mark.text.strip()} {given[near].text}"
            given[near] = _replaced(given[near], text=text, left=mark.left)
            given[place] = _replaced(mark, text="")
    return [line for line in given if line.text.strip()]


def _replaced(line: LineOfPage, **changes: object) -> LineOfPage:
    return msgspec.structs.replace(line, **changes)


def _paragraphs(lines: list[LineOfPage], early: float) -> Iterator[list[LineOfPage]]:
    """Yield the lines of each paragraph; one that ends before `early` may be a last one."""
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(before, line, early):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(before: LineOfPage, line: LineOfPage, early: float) -> bool:
    """Return whether a line begins a paragraph after the line before it."""
    if marks.split(line.text)[0] or abs(before.size - line.size) > _SAME_SIZE:
        return True
    stops = before.text.endswith(signs.STOPS)
    if line.bottom >= before.bottom:  # the next page, or column
        return stops or before.bold != line.bold
    gap = before.bottom - line.top > _APART * line.size
    ended = before.right < early and (stops or before.bold != line.bold)
    indented = stops and line.left > before.left + line.size / 2
    return gap or ended or indented


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """Return two lines as one; a hyphen stays where the text has the word with it elsewhere."""
    broken = _BROKEN.search(text)
    after = re.match(r"[\w-]+", line)
    if broken is None or after is None or not line[:1].islower():
        if broken is not None and after is not None and not text.endswith("\u00ad"):
            return text + line  # UK- and Japan
        return plain.join(text, line)
    with_hyphen, without = f"{broken[1]}-{after[0]}".lower(), f"{broken[1]}{after[0]}".lower()
    first = broken[1].lower().rpartition("-")[2]
    is_compound = bool(_COMPOUNDS.fullmatch(first)) or words[with_hyphen] > 0
    keeps = is_compound and not words[without] and not text.endswith("\u00ad")
    return f"{text}{line}" if keeps else f"{text[:-1]}{line}"

"""The lines of a PDF, read in a process of its own: python -m …pdf_lines < FILE.

Whatever a file makes the library do, it ends when its memory or time is used up, and only it.
"""

import sys
from io import BytesIO

import msgspec
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextContainer, LTTextLine

from jcm_ledger.store.statements.pdf import LineOfPage, PageOfPdf, PdfLines

_MOST_BYTES = 256 * 1024 * 1024
_MOST_PAGES = 300


def _limit() -> None:
    """Have the system refuse more memory than a statement needs, where it can."""
    try:
        import resource  # lazy import: Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_BYTES, _MOST_BYTES))


def _lines(data: bytes) -> PdfLines:
    """Return the lines of each page in reading order, or the name of what failed."""
    try:
        pages = [
            _page(page)
            for page in extract_pages(BytesIO(data), maxpages=_MOST_PAGES, laparams=LAParams())
        ]
    except Exception as error:  # noqa: BLE001 - the library raises whatever it trips over
        return PdfLines(failure=type(error).__name__)
    return PdfLines(pages=pages)


def _page(page: LTPage) -> PageOfPdf:
    lines = [
        _line(line)
        for box in page
        if isinstance(box, LTTextContainer)
        for line in box
        if isinstance(line, LTTextLine) and line.get_text().strip()
    ]
    return PageOfPdf(top=page.y1, bottom=page.y0, lines=lines)


def _line(line: LTTextLine) -> LineOfPage:
    letters = [each for each in line if isinstance(each, LTChar) and each.get_text().strip()]
    return LineOfPage(
        left=line.x0,
        right=line.x1,
        top=line.y1,
        bottom=line.y0,
        size=round(max((each.size for each in letters), default=line.height), 1),
        bold=bool(letters) and all("bold" in each.fontname.lower() for each in letters),
        text=line.get_text().strip(),
    )


if __name__ == "__main__":
    _limit()
    sys.stdout.buffer.write(msgspec.json.encode(_lines(sys.stdin.buffer.read())))

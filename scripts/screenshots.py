"""Photograph the HTML report of the shipped ledger, as a browser shows it and as it prints.

Needs Chromium (or $CHROMIUM) and, for the printed pages, poppler's pdftoppm. The pictures of
README go to docs/pictures; with a folder as argument, every picture goes there, to be looked at.
A browser's drawing depends on the fonts of the machine, so no test compares these pictures.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from os import environ
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from jcm_ledger.render import html
from jcm_ledger.render.outline import outline
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import Window, build, last_meeting
from jcm_ledger.store import reading

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
LEDGER = "commitments.toml"
AS_OF = date(2026, 11, 23)

CHROMIUM = environ.get("CHROMIUM", "/usr/bin/chromium")
DESKTOP = (1280, 900)
PHONE = (390, 844)
OPENING = (1280, 1322)


def main() -> int:
    """Draw the pictures; return the exit code."""
    everything = Path(sys.argv[1]) if sys.argv[1:] else None
    with tempfile.TemporaryDirectory() as scratch, browser() as chromium:
        page = Path(scratch) / "report.html"
        page.write_text(report(), encoding="utf-8", newline="\n")
        if everything is None:
            photograph(chromium, page, FOLDER / "report.png", OPENING, "light", whole=False)
            return 0
        everything.mkdir(parents=True, exist_ok=True)
        for scheme in ("light", "dark"):
            for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
                photograph(chromium, page, everything / f"{name}-{scheme}.png", size, scheme)
        printed(chromium, page, everything)
    return 0


def report() -> str:
    """Return the HTML report of the shipped ledger."""
    ledger = reading.parse((ROOT / LEDGER).read_bytes(), LEDGER)
    meeting = last_meeting(ledger, AS_OF)
    first = meeting.held if meeting and meeting.held else AS_OF
    content = build(
        ledger,
        select(ledger, AS_OF, Query()),
        name=LEDGER,
        as_of=AS_OF,
        window=Window(first=first, last=AS_OF, meeting=meeting),
    )
    return html.report(outline(content, speak(ENGLISH)))


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a Chromium and end it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--disable-gpu", "--disable-quic"]
        )
        try:
            yield chromium
        finally:
            chromium.close()


def photograph(  # noqa: PLR0913 - what a photograph is taken of, and how
    chromium: Browser,
    page: Path,
    file: Path,
    size: tuple[int, int],
    scheme: str,
    *,
    whole: bool = True,
) -> None:
    """Take a picture of the page, or of what is seen before anybody scrolls."""
    width, height = size
    tab = chromium.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    tab.goto(page.as_uri())
    tab.screenshot(path=file, full_page=whole)
    tab.close()


def printed(chromium: Browser, page: Path, folder: Path) -> None:
    """Print the page on A4, as a PDF and its sheets as pictures."""
    tab = chromium.new_page()
    tab.goto(page.as_uri())
    tab.pdf(path=folder / "print.pdf", prefer_css_page_size=True)
    tab.close()
    command = ["pdftoppm", "-png", "-r", "60", "print.pdf", "print"]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - written above


if __name__ == "__main__":
    sys.exit(main())

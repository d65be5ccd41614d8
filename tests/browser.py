"""A browser for the tests that look at pages as people do."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from jcm_ledger.model.ledger import Ledger
from pages import page_of

PHONE = (390, 844)
DESKTOP = (1280, 900)


@contextmanager
def running() -> Iterator[Browser]:
    """Run Chromium; without one the test is skipped, or fails where a browser is required."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        missing = "no Chromium here: install it, or set CHROMIUM to its path"
        if os.environ.get("JCM_TEST_BROWSER") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


class Tab:
    """A page in a browser, with all that it asked for and complained of."""

    def __init__(self, chromium: Browser, folder: Path, ledger: Ledger, **options: Any) -> None:
        file = folder / "report.html"
        page = options.pop("source", None) or page_of(ledger)
        file.write_text(page, encoding="utf-8", newline="\n")
        width, height = options.pop("size", DESKTOP)
        self.page: Page = chromium.new_page(viewport={"width": width, "height": height}, **options)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.address = file.as_uri()
        self.page.goto(self.address)

    @property
    def titles(self) -> list[str]:
        """Return the commitments that the table shows, from above."""
        rows = self.page.locator("#commitments tbody tr:visible th")
        return [title.strip() for title in rows.all_inner_texts()]

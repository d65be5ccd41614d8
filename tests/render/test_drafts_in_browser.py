"""The page of a draft as a browser shows it, for two people at one screen.

These tests need Chromium. Without one they are skipped, unless JCM_TEST_BROWSER=required.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, Page, sync_playwright

from drafts import made
from examples import make_ledger
from hostile import CORPUS
from jcm_ledger.render.drafts.page import page
from jcm_ledger.render.phrases import ENGLISH, speak

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
LONG = "A" * 300


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Run a browser for the tests of this file."""
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


def shown(chromium: Browser, folder: Path, *texts: str, size: str = "desktop") -> Page:
    """Return a page in a browser with the draft of a statement of these paragraphs."""
    file = folder / "draft.html"
    document = page(made(make_ledger(), *texts, title=texts[0]), speak(ENGLISH))
    file.write_text(document, encoding="utf-8", newline="\n")
    width, height = SIZES[size]
    tab = chromium.new_page(viewport={"width": width, "height": height})
    tab.goto(file.as_uri())
    return tab


@pytest.mark.parametrize("size", SIZES)
def test_the_page_fits_its_screen(chromium: Browser, tmp_path: Path, size: str) -> None:
    """No word is so long that the page has to be pushed sideways."""
    tab = shown(chromium, tmp_path, f"They will {LONG} act in 2024.", "They may meet.", size=size)
    assert tab.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    said, became = (tab.locator(name).first.bounding_box() for name in (".said", ".became"))
    assert said is not None
    assert became is not None
    beside = became["x"] >= said["x"] + said["width"]
    assert beside == (size == "desktop")


def test_hostile_text_runs_nothing(chromium: Browser, tmp_path: Path) -> None:
    """A statement full of markup asks for nothing and breaks no rule of the policy."""
    complaints: list[str] = []
    tab = chromium.new_page()
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("dialog", lambda dialog: complaints.append(dialog.message))
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    file = tmp_path / "draft.html"
    texts = [f"They will {text} act in 2024." for text in CORPUS.values()]
    file.write_text(page(made(make_ledger(), *texts), speak(ENGLISH)), encoding="utf-8")
    tab.goto(file.as_uri())
    assert (complaints, requests) == ([], [file.as_uri()])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(chromium: Browser, tmp_path: Path, scheme: str) -> None:
    """axe-core finds no fault, in light or in dark: contrast, names, order of headings."""
    tab = shown(chromium, tmp_path, "They met. They will act in 2024.", "双方は協力する。They may.")
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = Axe().run(tab)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == []


def test_a_number_leads_from_the_sentence_to_what_became_of_it(
    chromium: Browser, tmp_path: Path
) -> None:
    """And back: two people follow one number."""
    tab = shown(chromium, tmp_path, "They met. They will act in 2024.")
    tab.locator("#s2").click()
    assert tab.url.endswith("#p2")
    assert "act" in tab.locator("#p2 h2").inner_text()

"""jcm report --pages: which folder it writes, and what it leaves alone."""

from pathlib import Path

import pytest

from conftest import Jcm
from examples import SHIPPED

ASKED = ("--ledger", SHIPPED, "report", "--as-of", "2026-11-23", "--pages")


def files(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder by its path there."""
    found = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


@pytest.fixture
def site(jcm: Jcm, tmp_path: Path) -> Path:
    """Return a folder of pages."""
    folder = tmp_path / "new" / "site"
    answer = jcm(*ASKED, "-o", folder)
    assert (answer.code, answer.out) == (0, f"Wrote 26 pages to {folder}.\n")
    return folder


def test_a_folder_is_made_and_written_again_to_the_same_bytes(jcm: Jcm, site: Path) -> None:
    """Pages of an earlier run are replaced without a question."""
    before = files(site)
    assert len(before) == 26
    assert jcm(*ASKED, "-o", site).code == 0
    assert files(site) == before


def test_pages_of_what_is_no_longer_reported_go(jcm: Jcm, site: Path) -> None:
    """Nobody reads a page that the report does not lead to."""
    assert jcm(*ASKED, "-o", site, "--owner", "METI").code == 0
    assert {path for path in files(site) if path.startswith("c/")} == {
        "c/matching-events.html",
        "c/semiconductor-talks.html",
    }


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "c/x.html", "c/x.txt", "b/deep/x"])
def test_a_folder_with_files_of_others_is_refused(jcm: Jcm, tmp_path: Path, name: str) -> None:
    """Nothing is written, and the file is named."""
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    before = files(tmp_path)
    answer = jcm(*ASKED, "-o", tmp_path)
    assert answer.code == 3
    assert name.rpartition("/x")[0] in answer.err
    assert "--force" in answer.err
    assert files(tmp_path) == before


def test_force_leaves_the_files_of_others_beside_the_pages(jcm: Jcm, tmp_path: Path) -> None:
    """It replaces what has the name of a page, and takes nothing else away."""
    for name in ("notes.txt", "index.html"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    assert jcm(*ASKED, "-o", tmp_path, "--force").code == 0
    found = files(tmp_path)
    assert found.pop("notes.txt") == b"mine"
    assert found["index.html"].startswith(b"<!doctype html>")
    assert len(found) == 26


def test_no_link_is_followed(jcm: Jcm, tmp_path: Path) -> None:
    """A folder of pages that leads elsewhere is refused, forced or not."""
    (tmp_path / "elsewhere").mkdir()
    site = tmp_path / "site"
    site.mkdir()
    (site / "c").symlink_to(tmp_path / "elsewhere")
    for more in ((), ("--force",)):
        answer = jcm(*ASKED, "-o", site, *more)
        assert answer.code == 3
        assert "it is a link" in answer.err
    assert files(tmp_path) == {}


def test_all_pages_are_written_or_none(jcm: Jcm, tmp_path: Path) -> None:
    """Where one page cannot be written, those before it go again."""
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "semiconductor-talks.html").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert jcm(*ASKED, "-o", tmp_path, "--force").code == 3
    assert sorted(tmp_path.rglob("*")) == before


def test_the_ledger_is_never_a_page(jcm: Jcm, tmp_path: Path) -> None:
    """Whatever it is called."""
    ledger = tmp_path / "index.html"
    ledger.write_bytes(SHIPPED.read_bytes())
    answer = jcm("--ledger", ledger, "report", "--pages", "-o", tmp_path, "--force")
    assert answer.code == 3
    assert files(tmp_path) == {"index.html": SHIPPED.read_bytes()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--pages writes a folder"),
        (("-o", "-"), "--pages writes a folder"),
        (("-o", "one", "-o", "two"), "--pages writes a folder"),
        (("-o", "one", "--format", "docx"), "--pages and --format docx do not go together"),
    ],
)
def test_pages_need_one_folder(jcm: Jcm, arguments: tuple[str, ...], said: str) -> None:
    """What does not go with a folder of pages is refused."""
    answer = jcm(*ASKED, *arguments)
    assert answer.code == 2
    assert said in answer.err


def test_a_file_is_no_folder(jcm: Jcm, tmp_path: Path) -> None:
    """It stays as it is."""
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    answer = jcm(*ASKED, "-o", tmp_path / "site", "--force")
    assert answer.code == 3
    assert "it is no folder" in answer.err
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"

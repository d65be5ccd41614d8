"""Simultaneous writers, with an editor between them: nobody's line is lost."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from examples import SECOND
from jcm_ledger.model.ledger import Entry
from jcm_ledger.store import files, writing
from jcm_ledger.store.access import Access, access_of
from jcm_ledger.store.drafts import with_entries
from jcm_ledger.store.lock import Held
from jcm_ledger.store.source import Source
from jcm_ledger.store.writing import Current, Draft
from reliability.writers import storm

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

Figure = Callable[[str], None]


def test_simultaneous_marks_and_saves_are_all_there(tmp_path: Path, figure: Figure) -> None:
    """Six processes mark while an editor saves: every mark and every save is there, once."""
    tally = storm(tmp_path, writers=6, marks=8, saves=12)
    figure(f"writers: {tally}")
    assert tally.whole


@pytest.mark.long
def test_sixteen_writers_lose_nothing(tmp_path: Path, figure: Figure) -> None:
    """16 processes with 50 marks each, and 100 saves of an editor that takes no lock."""
    tally = storm(tmp_path, writers=16, marks=50, saves=100)
    figure(f"writers, long: {tally}")
    assert tally.whole


@contextmanager
def unlocked(*_arguments: object) -> Iterator[Held]:
    """Be a lock or a claim that keeps nobody out."""
    yield Held(lambda: None)


def no_lock() -> None:
    """Plant a bug: nobody waits for anybody."""
    patch.object(writing, "locked", unlocked).start()
    no_claim()


def no_claim() -> None:
    """Plant a bug: who comes by another way is not waited for."""
    patch.object(writing, "claimed", unlocked).start()


def save_in_between(path: Path) -> bool:
    """Return whether what an editor saves while the file is replaced is there afterwards."""
    path.write_text(SECOND, encoding="utf-8")
    entry = Entry(commitment="krill-survey", date=date(2022, 6, 1), note="n")
    saves = iter([f"{SECOND}# saved in between\n"])

    def saving(target: Path) -> Access:
        for saved in saves:
            path.write_text(saved, encoding="utf-8")
        return access_of(target)

    def edit(current: Current) -> Draft:
        return with_entries(current, [entry])

    with patch.object(files, "access_of", saving):
        writing.write(Source("l.toml", path), edit)
    return b"# saved in between\n" in path.read_bytes()


def test_not_looking_again_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save stays; were the file replaced whatever has become of it, the save would be gone."""
    assert save_in_between(tmp_path / "l.toml")

    def blindly(path: Path, data: bytes, name: str, **_expected: object) -> bool:
        return files.replace_file(path, data, name)

    monkeypatch.setattr(writing, "replace_file", blindly)
    assert not save_in_between(tmp_path / "l.toml")


@pytest.mark.long  # looking again catches nearly all that the lock would have kept apart
def test_a_lock_left_out_is_found(tmp_path: Path) -> None:
    """Without the lock the storm fails."""
    for attempt in range(200):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        if not storm(folder, writers=4, marks=12, saves=40, plant=no_lock).whole:
            return
    pytest.fail("the storm did not notice")

"""Simultaneous writers, with an editor between them: nobody's line is lost."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from jcm_ledger.store import files, writing
from reliability.writers import Plant, storm

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


def no_lock() -> None:
    """Plant a bug: nobody waits for anybody."""

    @contextmanager
    def unlocked(_path: Path, _name: str) -> Iterator[Callable[[], None]]:
        yield lambda: None

    patch.object(writing, "locked", unlocked).start()


def no_second_look() -> None:
    """Plant a bug: the file is replaced, whatever has become of it since it was read."""
    replace_file = files.replace_file

    def blindly(path: Path, data: bytes, name: str, **_expected: object) -> bool:
        slow_until = time.monotonic() + 0.01  # a slow disk, for the bug to have its chance
        while time.monotonic() < slow_until:
            pass
        return replace_file(path, data, name)

    patch.object(writing, "replace_file", blindly).start()


@pytest.mark.parametrize("plant", [no_lock, no_second_look])
def test_a_planted_bug_is_found(tmp_path: Path, plant: Plant) -> None:
    """Without the lock, or without looking again before replacing, the storm fails."""
    for attempt in range(10):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        if not storm(folder, writers=4, marks=12, saves=40, plant=plant).whole:
            return
    pytest.fail("the storm did not notice")

"""Which ledger a command finds, and what cannot be read as one."""

import os
from pathlib import Path

import pytest

from examples import SHIPPED
from jcm_ledger.errors.files import CannotRead
from jcm_ledger.store.source import BUILT_IN, Source, choose


def test_the_ledger_asked_for_beats_every_other(tmp_path: Path) -> None:
    """--ledger comes before JCM_LEDGER, which comes before the nearest file."""
    (tmp_path / "commitments.toml").touch()
    assert choose(Path("a.toml"), "b.toml", tmp_path) == Source("a.toml", Path("a.toml"))
    assert choose(None, "b.toml", tmp_path) == Source("b.toml", Path("b.toml"))
    assert choose(None, "", tmp_path).name == "commitments.toml"


def test_the_nearest_ledger_above_is_found_and_named_as_seen_from_here(tmp_path: Path) -> None:
    """Paths in output are relative: two machines' reports do not differ by them."""
    (tmp_path / "commitments.toml").touch()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    source = choose(None, None, below)
    assert source.name == os.path.join("..", "..", "commitments.toml")  # noqa: PTH118 - as shown
    assert source.path == tmp_path / "commitments.toml"


def test_without_any_ledger_the_built_in_one_is_read(tmp_path: Path) -> None:
    """An empty folder still shows the shipped ledger, from the one file at the root."""
    source = choose(None, None, tmp_path)
    assert (source.name, source.path, source.folder) == (BUILT_IN, None, None)
    assert source.read() == SHIPPED.read_bytes()


def test_a_missing_file_says_what_to_do_next(tmp_path: Path) -> None:
    """The error names the file as it was typed and the way to make one."""
    with pytest.raises(CannotRead, match=r"nowhere\.toml: cannot be read") as caught:
        Source("nowhere.toml", tmp_path / "nowhere.toml").read()
    assert caught.value.hint.startswith("make one")


def test_a_folder_is_refused_with_the_file_that_was_meant(tmp_path: Path) -> None:
    """Naming the folder of a ledger is a small mistake with a helpful answer."""
    with pytest.raises(CannotRead, match="it is a folder") as caught:
        Source("here", tmp_path).read()
    assert "commitments.toml" in caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    """Reading never hangs on something that is no file."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotRead, match="it is a pipe or a device"):
        Source("pipe", tmp_path / "pipe").read()

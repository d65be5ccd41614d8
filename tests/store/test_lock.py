"""The lock and the claim: nothing of anybody's is written over, nothing is taken from the living."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Jcm
from jcm_ledger.store import claim, lock
from jcm_ledger.store.view import view_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs locks of POSIX")

MARK = ("mark", "krill-survey", "--note", "A mark.")


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nobody."""
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.0)


def claim_of(path: Path) -> Path:
    """Return where the claim to a ledger stands while it is replaced."""
    return path.with_name(f".{path.name}.jcm-claim")


@pytest.mark.parametrize("content", ["", "process 7 on desk\n", "process 7 on a longer name\n"])
def test_the_lock_says_who_held_it_last(jcm: Jcm, ledger_file: Path, content: str) -> None:
    """A lock that jcm made, and an empty file, are signed."""
    file = ledger_file.with_name("commitments.toml.lock")
    file.write_text(content, encoding="utf-8")
    assert jcm("--ledger", ledger_file, *MARK).code == 0
    assert file.read_text(encoding="utf-8").startswith(f"process {os.getpid()} on ")
    assert file.read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize("content", ["my notes\n", "process 7 on desk\nand more\n", "\n"])
def test_a_file_that_bears_the_locks_name_is_left_as_it_is(
    jcm: Jcm, ledger_file: Path, content: str
) -> None:
    """Somebody's own commitments.toml.lock keeps content and mode; the mark is made."""
    file = ledger_file.with_name("commitments.toml.lock")
    file.write_text(content, encoding="utf-8")
    file.chmod(0o604)
    assert jcm("--ledger", ledger_file, *MARK).code == 0
    assert file.read_text(encoding="utf-8") == content
    assert file.stat().st_mode & 0o777 == 0o604


def test_a_file_that_is_the_lock_by_a_hard_link_is_left_as_it_is(
    jcm: Jcm, ledger_file: Path
) -> None:
    """An empty file that is linked to the lock's name gets no signature."""
    file = ledger_file.with_name("important")
    file.touch()
    ledger_file.with_name("commitments.toml.lock").hardlink_to(file)
    assert jcm("--ledger", ledger_file, *MARK).code == 0
    assert file.read_bytes() == b""


PLANTS: dict[str, Callable[[Path], object]] = {
    "a link": lambda file: file.symlink_to("elsewhere"),
    "a folder": lambda file: file.mkdir(),
}


@pytest.mark.parametrize("kind", PLANTS)
def test_what_cannot_be_a_lock_is_named_and_the_hint_helps(
    jcm: Jcm, ledger_file: Path, kind: str
) -> None:
    """No link is followed to lock; moved out of the way, as the hint says, the mark is made."""
    file = ledger_file.with_name("commitments.toml.lock")
    PLANTS[kind](file)
    old = ledger_file.read_bytes()
    refused = jcm("--ledger", ledger_file, *MARK)
    assert (refused.code, ledger_file.read_bytes()) == (3, old)
    assert "move what is there out of the way: commitments.toml.lock" in refused.err
    assert not ledger_file.with_name("elsewhere").exists()
    file.rename(ledger_file.with_name("moved"))
    assert jcm("--ledger", ledger_file, *MARK).code == 0


def test_a_claim_of_another_view_is_respected_and_the_hint_helps(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim made on another machine may be alive: jcm says whose it is, and what to do if not."""
    monkeypatch.chdir(ledger_file.parent)
    file = claim_of(ledger_file)
    file.write_text("process 7 on desk, 01234567", encoding="utf-8")
    old = ledger_file.read_bytes()
    refused = jcm("--ledger", ledger_file, *MARK)
    assert (refused.code, ledger_file.read_bytes()) == (3, old)
    assert "another jcm (process 7 on desk) has been writing" in refused.err
    assert "rm .commitments.toml.jcm-claim" in refused.err
    assert file.read_text(encoding="utf-8") == "process 7 on desk, 01234567"
    file.unlink()
    assert jcm("--ledger", ledger_file, *MARK).code == 0


def test_a_claim_that_a_killed_writer_left_is_removed(jcm: Jcm, ledger_file: Path) -> None:
    """Whoever made it by the same view held the lock that we hold now: it is dead."""
    claim_of(ledger_file).write_text(f"process 7 on desk, {view_of(ledger_file)}")
    assert jcm("--ledger", ledger_file, *MARK).code == 0
    assert not claim_of(ledger_file).exists()


def test_a_blank_claim_is_somebodys_for_a_moment_only(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process killed before it signed its claim blocks nobody for good."""
    claim_of(ledger_file).touch()
    assert jcm("--ledger", ledger_file, *MARK).code == 3
    monkeypatch.setattr(claim, "PATIENCE_WITH_BLANK_SECONDS", -1.0)
    assert jcm("--ledger", ledger_file, *MARK).code == 0


OTHERS = (
    ".commitments.toml.0badcafe.jcm-tmp",
    ".commitments.toml.0badcafe.0badcafe.jcm-tmp",
    ".commitments.toml.{view}.0badcafe.jcm-tmp.keep",
    ".commitments.toml.{view}.notes.jcm-tmp",
    ".commitments.toml.0badcafe.0123456789ab-0123456789ab.jcm-old",
    "commitments.toml.{view}.0badcafe.jcm-tmp",
    "commitments.toml.spare",
)
"""Files of names like those that jcm gives: a user's, or of another machine's jcm at work."""


def test_the_sweep_removes_nothing_that_jcm_cannot_prove_to_be_its_own(
    jcm: Jcm, ledger_file: Path
) -> None:
    """What is named alike, and what another way to the folder made, stays."""
    view = view_of(ledger_file)
    others = [ledger_file.with_name(name.format(view=view)) for name in OTHERS]
    for file in others:
        file.write_text("mine", encoding="utf-8")
    assert jcm("--ledger", ledger_file, *MARK).code == 0
    assert [file.read_text(encoding="utf-8") for file in others] == ["mine"] * len(others)


def test_the_sweep_follows_no_link_and_waits_for_no_pipe(jcm: Jcm, ledger_file: Path) -> None:
    """Even under the very names of jcm's own files, links and pipes stay as they are."""
    prefix = f".commitments.toml.{view_of(ledger_file)}"
    link = ledger_file.with_name(f"{prefix}.0badcafe.jcm-tmp")
    link.symlink_to(ledger_file)
    names = (f"{prefix}.0badcaff.jcm-tmp", f"{prefix}.{'0' * 12}-{'1' * 12}.jcm-old")
    pipes = [ledger_file.with_name(name) for name in names]
    for pipe in pipes:
        os.mkfifo(pipe)
    assert jcm("--ledger", ledger_file, *MARK).code == 0
    assert link.is_symlink()
    assert all(pipe.is_fifo() for pipe in pipes)

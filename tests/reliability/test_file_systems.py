"""Real file systems: two ways to one ledger, drives that lack something, files of other users."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND
from reliability.mounts import as_nobody, mounted, run
from reliability.test_writers import no_claim
from reliability.writers import storm

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs the mounts of Linux")

MARK = ("mark", "krill-survey", "--note", "A mark.")


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a folder that every user of the machine can reach and write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


def ledger(folder: Path, mode: int = 0o644) -> Path:
    """Return a ledger in a folder."""
    path = folder / "commitments.toml"
    path.write_text(SECOND, encoding="utf-8", newline="")
    path.chmod(mode)
    return path


def holds(path: Path) -> bool:
    """Return whether the ledger is the old one and one mark."""
    data = path.read_bytes()
    return data.startswith(SECOND.encode()) and data.count(b"A mark.") == 1


def litter(folder: Path) -> set[str]:
    """Return the names of the files that are neither a ledger nor its lock."""
    return {file.name for file in folder.iterdir()} - {"commitments.toml", "commitments.toml.lock"}


def both_ways(
    folder: Path, runs: int, plant: Callable[[], None] | None = None
) -> tuple[int, int, int]:
    """Let eight processes mark a ledger directly and eight through bindfs, so many times.

    Return how many marks were made, how many of them are lost, and how many were refused and
    made again.
    """
    wanted = lost = refused = 0
    for number in range(runs):
        direct, mount = folder / f"direct-{number}", folder / f"mount-{number}"
        direct.mkdir()
        with mounted(mount, "bindfs", direct):
            tally = storm(direct, writers=16, marks=4, saves=0, plant=plant, other_way=mount)
        wanted += tally.wanted
        lost += tally.wanted - tally.present + tally.doubled + (not tally.readable)
        refused += tally.refused + tally.failed
    return wanted, lost, refused


def test_writers_by_two_ways_lose_nothing(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Marks made directly and through a mount that shares no lock are all there, once."""
    wanted, lost, refused = both_ways(tmp_path, 2)
    figure(f"two ways: {wanted} marks in 2 runs, {lost} lost, {refused} refused and made again")
    assert lost == 0


@pytest.mark.long
def test_writers_by_two_ways_lose_nothing_in_thirty_runs(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    """The same, thirty times."""
    wanted, lost, refused = both_ways(tmp_path, 30)
    figure(f"two ways, long: {wanted} in 30 runs, {lost} lost, {refused} refused and made again")
    assert lost == 0


def test_a_claim_left_out_is_found(tmp_path: Path) -> None:
    """Without the claim, the two ways overwrite each other."""
    for attempt in range(10):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        if both_ways(folder, 1, no_claim)[1]:
            return
    pytest.fail("nothing was lost")


def test_a_killed_writer_of_a_mount_blocks_nobody_there(jcm: Jcm, tmp_path: Path) -> None:
    """What it left through the mount goes with the next write through the mount."""
    from reliability.faults import litter as leave  # it needs fork

    direct = tmp_path / "direct"
    direct.mkdir()
    ledger(direct)
    with mounted(tmp_path / "mount", "bindfs", direct) as mount:
        leave(mount / "commitments.toml")
        assert jcm("--ledger", mount / "commitments.toml", *MARK).code == 0
    assert holds(direct / "commitments.toml")
    assert litter(direct) == set()


def test_a_drive_that_refuses_chmod_is_written(jcm: Jcm, tmp_path: Path) -> None:
    """Bindfs --chmod-deny: the mark is made, and nobody gets more access."""
    direct = tmp_path / "direct"
    direct.mkdir()
    path = ledger(direct, 0o640)
    with mounted(tmp_path / "mount", "bindfs", "--chmod-deny", direct) as mount:
        assert jcm("--ledger", mount / "commitments.toml", *MARK).code == 0
    assert holds(path)
    assert not path.stat().st_mode & 0o777 & ~0o640
    assert litter(direct) == set()


def test_a_drive_of_windows_is_written(jcm: Jcm, tmp_path: Path) -> None:
    """ntfs-3g, which has neither owners nor modes: mark, undo, report and export work."""
    image = tmp_path / "image"
    with image.open("wb") as file:
        file.truncate(16_000_000)
    run("mkfs.ntfs", "-F", "-q", image)
    with mounted(tmp_path / "mount", "ntfs-3g", image) as mount:
        path = ledger(mount)
        assert jcm("--ledger", path, *MARK).code == 0
        assert holds(path)
        assert jcm("--ledger", path, "report", "-o", mount / "status.md").code == 0
        assert jcm("--ledger", path, "report", "--force", "-o", mount / "status.md").code == 0
        assert jcm("--ledger", path, "undo", "--yes").code == 0
        assert path.read_bytes() == SECOND.encode()
        assert litter(mount) == {"status.md"}


def test_a_full_drive_is_a_sentence(jcm: Jcm, tmp_path: Path) -> None:
    """A tmpfs without room: nothing was changed and nothing is left."""
    with mounted(tmp_path / "mount", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs") as mount:
        path = ledger(mount)
        with pytest.raises(OSError, match="No space"):
            (mount / "rest").write_bytes(b"x" * 100_000)
        refused = jcm("--ledger", path, *MARK)
        assert (refused.code, path.read_bytes()) == (3, SECOND.encode())
        assert "no space left on device" in refused.err
        assert litter(mount) == {"rest"}


def test_a_read_only_drive_is_a_sentence(jcm: Jcm, tmp_path: Path) -> None:
    """Nothing was changed, and no lock is left where none can be made."""
    direct = tmp_path / "direct"
    direct.mkdir()
    ledger(direct)
    with mounted(tmp_path / "mount", "mount", "--bind", direct) as mount:
        run("mount", "-o", "remount,bind,ro", mount)
        refused = jcm("--ledger", mount / "commitments.toml", *MARK)
    assert refused.code == 3
    assert "read-only" in refused.err
    assert [file.name for file in direct.iterdir()] == ["commitments.toml"]


def test_a_file_mounted_by_itself_is_refused_and_the_hint_helps(jcm: Jcm, tmp_path: Path) -> None:
    """Docker -v FILE:FILE cannot be replaced; mounting the folder, as the hint says, works."""
    direct, inside = tmp_path / "direct", tmp_path / "inside"
    direct.mkdir()
    inside.mkdir()
    path = ledger(direct)
    ledger(inside)
    with mounted(inside / "commitments.toml", "mount", "--bind", path):
        refused = jcm("--ledger", inside / "commitments.toml", *MARK)
    assert (refused.code, path.read_bytes()) == (3, SECOND.encode())
    assert "mount its folder" in refused.err
    assert litter(inside) == litter(direct) == set()
    with mounted(tmp_path / "folder", "mount", "--bind", direct) as folder:
        assert jcm("--ledger", folder / "commitments.toml", *MARK).code == 0
    assert holds(path)


def test_a_refused_write_in_a_sticky_folder_leaves_nothing(shared: Path) -> None:
    """Somebody else's ledger in a folder like /tmp: refused before anything is made there."""
    shared.chmod(0o1777)
    path = ledger(shared, 0o666)
    refused = as_nobody("--ledger", path, *MARK)
    assert refused.returncode == 3, refused.stderr
    assert "sticky" in refused.stderr
    assert [file.name for file in shared.iterdir()] == ["commitments.toml"]


def acl(path: Path) -> set[str]:
    """Return the entries of a file's access control list, with ids for names."""
    options = ("--omit-header", "--numeric", "--absolute-names", "--no-effective")
    done = subprocess.run(
        ["getfacl", *options, path],  # noqa: S607 - where it is, differs
        capture_output=True,
        text=True,
        check=True,
    )
    return set(re.findall(r"^[a-z]\S+$", done.stdout, flags=re.MULTILINE))


def test_acl_and_attributes_go_along(jcm: Jcm, tmp_path: Path) -> None:
    """Whom an ACL let read or write may so after a mark and a report, and nobody else."""
    path, status = ledger(tmp_path, 0o640), tmp_path / "status.md"
    status.touch(0o640)
    for file in (path, status):
        run("setfacl", "--modify", "user:65534:rw,group:7:r", file)
        run("setfattr", "--name=user.note", "--value=kept", file)
    before = acl(path), acl(status)
    assert jcm("--ledger", path, *MARK).code == 0
    assert jcm("--ledger", path, "report", "--force", "-o", status).code == 0
    assert (acl(path), acl(status)) == before
    for file in (path, status):
        run("getfattr", "--name=user.note", file)


def test_who_is_named_in_an_acl_writes_and_shuts_nobody_out(shared: Path) -> None:
    """The file is then theirs; who it belonged to, and its group, are named in the list."""
    path = ledger(shared, 0o640)
    run("setfacl", "--modify", "user:65534:rw,user:2:r", path)
    done = as_nobody("--ledger", path, *MARK)
    assert done.returncode == 0, done.stderr
    assert acl(path) == {
        "user::rw-", "user:0:rw-", "user:2:r--", "user:65534:rw-",
        "group::---", "group:0:r--", "mask::rw-", "other::---",
    }  # fmt: skip
    again = as_nobody("--ledger", path, *MARK[:3], "Again.")
    assert again.returncode == 0, again.stderr


def test_an_acl_that_a_folder_gives_to_new_files_is_not_taken_on(jcm: Jcm, tmp_path: Path) -> None:
    """A ledger without an ACL has none after a write, whatever the folder's default is."""
    path = ledger(tmp_path, 0o660)
    run("setfacl", "--default", "--modify", "user:65534:rw", tmp_path)
    assert jcm("--ledger", path, *MARK).code == 0
    assert acl(path) == {"user::rw-", "group::rw-", "other::---"}


@pytest.mark.parametrize(("before", "after"), [(0o676, 0o666), (0o606, 0o600), (0o666, 0o666)])
def test_a_group_that_cannot_be_kept_gives_its_rights_to_no_other(
    shared: Path, before: int, after: int
) -> None:
    """Written by who is not in its group, the file is for that one and for what all may do."""
    path = ledger(shared, before)
    done = as_nobody("--ledger", path, *MARK)
    assert done.returncode == 0, done.stderr
    assert path.stat().st_uid == 65534
    assert path.stat().st_mode & 0o777 == after

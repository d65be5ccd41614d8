"""Files that are no ledger, or are one of an unlikely shape: one sentence each, never a traceback."""

import json
import os
import time
from pathlib import Path

import pytest

from conftest import Jcm, Result
from examples import SECOND
from jcm_ledger import commands

SLOW_SECONDS = 20

FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "there is no [committee] table"),
    "blank": (b" \n\t\n", "there is no [committee] table"),
    "not UTF-8": (SECOND.encode() + b"# caf\xe9\n", "byte 0xe9 is not UTF-8"),
    "NUL": (SECOND.encode() + b"\0", "invalid TOML"),
    "UTF-16": (SECOND.encode("utf-16"), "it is UTF-16, and TOML is UTF-8"),
    "UTF-16, big-endian": (b"\xfe\xff" + SECOND.encode("utf-16-be"), "it is UTF-16"),
    "UTF-16 without a mark": (SECOND.encode("utf-16-le"), "it is UTF-16"),
    "nested arrays": (b"a = " + b"[" * 100_000, "nested too deeply"),
    "nested tables": (b"a = " + b"{a=" * 100_000, "nested too deeply"),
    "nested header": (b"[" + b".".join([b"a"] * 100_000) + b"]", "nested too deeply"),
    "a dotted key": (b".".join([b"a"] * 100_000) + b" = 1", "nested too deeply"),
    "a million digits": (b"a = " + b"9" * 1_000_000, "a number has too many digits"),
    "a month 13": (SECOND.encode() + b"\n[x]\nday = 2024-13-01\n", "invalid TOML"),
    "30 February": (SECOND.encode() + b"\n[x]\nday = 2024-02-30\n", "Invalid date"),
    "the year 0": (SECOND.encode() + b"\n[x]\nday = 0000-01-01\n", "Invalid date"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "byte 0x89 is not UTF-8"),
    "a web page": (b"<!doctype html><title>Sign in</title>", "invalid TOML"),
    "JSON": (json.dumps({"commitment": {}}).encode(), "invalid TOML"),
    "git's conflict": (
        SECOND.encode() + b"<<<<<<< HEAD\n=======\n>>>>>>> x\n",
        "git's conflict markers",
    ),
}


def all_commands(jcm: Jcm, path: Path) -> list[Result]:
    """Return what reading and writing commands make of a file."""
    return [
        jcm("--ledger", path, *command)
        for command in (
            ("list",),
            ("show", "krill-survey"),
            ("report",),
            ("check",),
            ("mark", "krill-survey", "--note", "n"),
            ("add", "T", "--owner", "HAV", "--meeting", "oc-3"),
            ("undo", "--yes"),
        )
    ]


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_ledger_is_refused_in_a_sentence(jcm: Jcm, tmp_path: Path, name: str) -> None:
    """Every command says what is wrong and where, quickly, and changes nothing."""
    data, reason = FILES[name]
    path = tmp_path / "commitments.toml"
    path.write_bytes(data)
    started = time.monotonic()
    for result in all_commands(jcm, path):
        assert result.code in (1, 3)
        assert reason in result.out + result.err
        assert f"{path}:" in result.out + result.err
        assert "Traceback" not in result.err
    assert time.monotonic() - started < SLOW_SECONDS
    assert path.read_bytes() == data


def test_a_folder_is_no_ledger(jcm: Jcm, tmp_path: Path) -> None:
    """It says which file could be meant."""
    for result in all_commands(jcm, tmp_path):
        assert result.code == 3
        assert "it is a folder" in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_and_devices_are_refused_without_waiting(jcm: Jcm, tmp_path: Path) -> None:
    """A pipe that nobody writes to, and a device that never ends."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/null")):
        for result in all_commands(jcm, path):
            assert result.code == 3
            assert "it is a pipe or a device" in result.err


def test_a_file_beyond_the_limit_says_how_to_raise_it(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200 MB are not read by mistake; who means it sets a variable."""
    path = tmp_path / "commitments.toml"
    with path.open("wb") as file:
        file.write(SECOND.encode())
        file.truncate(200_000_000)
    for result in all_commands(jcm, path):
        assert result.code == 3
        assert "it has 200 MB, and more than 64 are not read by mistake" in result.err
        assert "JCM_MAX_MB=200" in result.err
    path.write_text(SECOND, encoding="utf-8")
    monkeypatch.setenv("JCM_MAX_MB", "0")
    assert "it has 1 MB, and more than 0" in jcm("--ledger", path, "list").err
    monkeypatch.setenv("JCM_MAX_MB", "1")
    assert jcm("--ledger", path, "list").code == 0


def test_thousands_of_errors_are_fifty_and_a_count(jcm: Jcm, tmp_path: Path) -> None:
    """The first fifty can be mended; nobody scrolls through the rest. JSON has them all."""
    path = tmp_path / "commitments.toml"
    broken = "".join(f"[commitment.c{number}]\ntitle = 1\n" for number in range(2_000))
    path.write_text(SECOND + broken, encoding="utf-8")
    listed = jcm("--ledger", path, "list")
    assert listed.code == 3
    assert listed.err.count("commitment c") == 50
    assert "has 6,000 problems" in listed.err
    assert "… and 5,950 more" in listed.err
    checked = jcm("--ledger", path, "check")
    assert checked.code == 1
    assert checked.out.count(": error: ") == 50
    assert "6,000 errors" in checked.out
    whole = json.loads(jcm("--ledger", path, "check", "--format", "json").out)
    assert len(whole["findings"]) == 6_000


@pytest.mark.parametrize(
    "name", ["__class__", "__init__", "../../etc/passwd", "a/b", "", "日本", "-x", "con"]
)
def test_odd_ids_are_only_names(jcm: Jcm, tmp_path: Path, name: str) -> None:
    """They are listed and found as any other; they reach no file and no attribute."""
    path = tmp_path / "commitments.toml"
    made = f'\n[commitment."{name}"]\ntitle = "Odd"\nmeeting = "oc-3"\nowners = ["HAV"]\n'
    path.write_text(SECOND + made, encoding="utf-8")
    assert name in jcm("--ledger", path, "list", "--format", "ids").out.split("\n")
    shown = jcm("--ledger", path, "show", "--format", "json", "--", name)
    assert json.loads(shown.out)["commitment"]["title"] == "Odd"
    assert jcm("--ledger", path, "mark", "--note", "n", "--", name).code == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, f"{path.name}.lock"]


def test_thousands_of_slips_are_told_in_no_time(jcm: Jcm, tmp_path: Path) -> None:
    """The nearest name is looked for a few times, not for each of them."""
    path = tmp_path / "commitments.toml"
    commitment = (
        '\n[commitment.some-commitment-{0}]\ntitle = "T"\nmeeting = "oc-3"\nowners = ["HAV"]\n'
    )
    slip = '\n[[progress]]\ncommitment = "some-comitment-{0}"\ndate = 2022-01-01\nby = "HAW{0}"\n'
    tables = "".join(
        table.format(number) for number in range(2_000) for table in (commitment, slip)
    )
    path.write_text(SECOND + tables, encoding="utf-8")
    started = time.monotonic()
    refused = jcm("--ledger", path, "list")
    assert refused.code == 3
    assert "has 4,000 problems" in refused.err
    assert "did you mean some-commitment-" in jcm("--ledger", path, "check").out
    assert time.monotonic() - started < SLOW_SECONDS


def test_a_byte_order_mark_is_read_and_kept(jcm: Jcm, tmp_path: Path) -> None:
    """Editors on Windows write it; it stays where it is."""
    path = tmp_path / "commitments.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SECOND.encode())
    assert jcm("--ledger", path, "mark", "krill-survey", "--note", "n").code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + SECOND.encode())


@pytest.mark.skipif(os.name != "posix", reason="needs modes of files")
def test_a_read_only_ledger_is_refused(jcm: Jcm, ledger_file: Path) -> None:
    """Whoever may write the folder, root included: a file that nobody may write stays."""
    ledger_file.chmod(0o444)
    refused = jcm("--ledger", ledger_file, "mark", "krill-survey", "--note", "n")
    assert refused.code == 3
    assert "not written: it is read-only" in refused.err
    assert ledger_file.read_text(encoding="utf-8") == SECOND


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be two users")
def test_a_ledger_of_two_users_stays_one_of_both(
    jcm: Jcm, tmp_path: Path, ledger_file: Path
) -> None:
    """In a folder of a group each may mark: group and mode of ledger and lock stay."""
    # Loads all that a mark needs: others may not be able to read this Python's modules.
    assert jcm("--ledger", ledger_file, "mark", "krill-survey", "--note", "First.").code == 0
    folder = tmp_path / "shared"
    folder.mkdir()
    path = folder / "commitments.toml"
    path.write_text(SECOND, encoding="utf-8")
    for each, mode in ((folder, 0o775), (path, 0o664)):
        os.chown(each, 5001, 5000)
        each.chmod(mode)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.geteuid() and parent.name:
            parent.chmod(parent.stat().st_mode | 0o055)
    for user in (5002, 5001, 5003):
        assert _mark_as(user, [5000], path) == 0
        for file in (path, path.with_name(f"{path.name}.lock")):
            assert (file.stat().st_gid, file.stat().st_mode & 0o777) == (5000, 0o664)
    path.chmod(0o644)
    assert _mark_as(5001, [5000], path) == 3
    assert _mark_as(5009, [], path) == 3
    assert (
        path.read_text(encoding="utf-8").count("[[progress]]") == SECOND.count("[[progress]]") + 3
    )


def _mark_as(user: int, groups: list[int], path: Path) -> int:
    """Return the exit code of a mark by another user, in a process of its own."""
    child = os.fork()
    if child == 0:
        os.setgroups(groups)
        os.setgid(user)
        os.setuid(user)
        os.umask(0o022)
        line = ["--ledger", str(path), "mark", "krill-survey", "--note", f"By {user}."]
        os._exit(commands.run(line))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_ledger_that_vanishes_is_one_sentence(jcm: Jcm, tmp_path: Path) -> None:
    """A path that leads nowhere, or through a file, or in a circle."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("gone.toml", "file/commitments.toml", "circle", "x" * 300, "gone/l.toml"):
        for result in all_commands(jcm, tmp_path / name):
            assert result.code == 3, result
            assert "Traceback" not in result.err

"""Evidence: typed from where one stands, kept relative to the ledger, asked about nowhere else."""

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Jcm
from examples import SECOND
from jcm_ledger.errors import RefusedEntry
from jcm_ledger.store.evidence import as_kept, exists

ASKING = ("stat", "lstat", "open", "access", "readlink", "scandir", "listdir")

ELSEWHERE = (
    "//host/share/minute.pdf",
    "///host/minute.pdf",
    "\\\\host\\share\\minute.pdf",
    "\\/host/share/minute.pdf",
    "\\\\?\\UNC\\host\\share\\minute.pdf",
    "C:\\desk\\minute.pdf",
    "C:/desk/minute.pdf",
    "C:minute.pdf",
    "\\desk\\minute.pdf",
    "/net/host/minute.pdf",
    "../desk/minute.pdf",
    "..\\desk\\minute.pdf",
    "docs/../../desk/minute.pdf",
    "docs\\..\\..\\desk\\minute.pdf",
    "docs\\a/../../desk/minute.pdf",
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note every path that the system is asked about."""
    paths: list[str] = []

    def noted(call: Callable[..., Any]) -> Callable[..., Any]:
        def ask(path: Any, *arguments: Any, **options: Any) -> Any:
            paths.append(os.fspath(path) if isinstance(path, str | os.PathLike) else "")
            return call(path, *arguments, **options)

        return ask

    with monkeypatch.context() as patch:
        for name in ASKING:
            patch.setattr(os, name, noted(getattr(os, name)))
        patch.setattr(io, "open", noted(io.open))
        yield paths


def test_a_file_typed_from_elsewhere_is_kept_relative_to_the_ledger(tmp_path: Path) -> None:
    """The path leads to the same file for whoever reads the ledger."""
    ledger, here = tmp_path / "ledger", tmp_path / "desk"
    ledger.mkdir()
    here.mkdir()
    (here / "minute.pdf").touch()
    assert as_kept("minute.pdf", here, ledger) == "../desk/minute.pdf"
    assert exists("../desk/minute.pdf", ledger)


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org/a",
        "HTTP://example.org",
        "ref: minute 7",
        "//host/share/minute.pdf",
        "\\\\host\\share\\minute.pdf",
        "C:\\desk\\minute.pdf",
    ],
)
def test_what_is_no_file_of_this_machine_is_kept_as_typed(typed: str, tmp_path: Path) -> None:
    """Only files change their spelling, and hosts are not asked, at the desk neither."""
    assert as_kept(typed, tmp_path, tmp_path) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "", "nowhere.pdf", "https://", "javascript:alert(1)", "ref:", "ftp://x.org",
        "../nowhere.pdf", "/nowhere/at/all.pdf", "//host/share/", "x" * 256, "x/" * 3000,
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused(typed: str, tmp_path: Path) -> None:
    """The refusal says what evidence can be; a slip in a path typed by hand is one, too."""
    with pytest.raises(RefusedEntry) as caught:
        as_kept(typed, tmp_path, tmp_path)
    assert "http(s)" in caught.value.hint


def test_a_folder_and_a_built_in_ledger_hold_no_evidence(tmp_path: Path) -> None:
    """A folder is no evidence, and nothing is relative to the built-in ledger."""
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "docs", "docs/", "docs/..", "pipe", "missing.pdf", "docs/missing.pdf"):
        assert not exists(name, tmp_path)
    assert not exists("x", None)


def test_what_lies_in_the_ledger_s_folder_is_looked_for(tmp_path: Path) -> None:
    """However its path is put, if it stays inside."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "議事録.pdf").touch()
    for name in ("docs/議事録.pdf", "./docs//議事録.pdf", "docs/../docs/議事録.pdf"):
        assert exists(name, tmp_path)
    assert not exists("docs/議事録.pdf/", tmp_path / "docs")
    assert not exists("docs/議事録.pdf/x", tmp_path)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_leaves_the_ledger_s_folder_is_never_asked_about(
    name: str, tmp_path: Path, asked: list[str]
) -> None:
    """A path of a host, a drive or another folder is evidence by its form, on every system."""
    assert exists(name, tmp_path)
    assert asked == []


@pytest.mark.parametrize("name", ["//host/share", "/", "..", "../..", "../desk/", "C:\\"])
def test_what_has_not_the_form_of_a_file_s_path_leads_nowhere(
    name: str, tmp_path: Path, asked: list[str]
) -> None:
    """The name of a folder, a drive or a host is no evidence."""
    assert not exists(name, tmp_path)
    assert asked == []


def test_no_link_is_followed(tmp_path: Path, asked: list[str]) -> None:
    """A link in the ledger's folder may lead anywhere, so nothing behind it is asked about."""
    ledger = tmp_path / "ledger"
    ledger.mkdir()
    (ledger / "link").symlink_to("/net/host")
    (ledger / "minute.pdf").symlink_to("/net/host/minute.pdf")
    del asked[:]
    assert exists("link/minute.pdf", ledger)
    assert exists("minute.pdf", ledger)
    assert {*asked} <= {str(ledger / "link"), str(ledger / "minute.pdf")}


def test_what_the_system_does_not_tell_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that one may not enter a file may be; a name that is too long is none."""

    def refuse(path: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    assert not exists("x" * 256, tmp_path)
    monkeypatch.setattr(Path, "lstat", refuse)
    assert exists("closed/minute.pdf", tmp_path)


def test_check_asks_about_nothing_outside_the_ledger_s_folder(
    jcm: Jcm, tmp_path: Path, asked: list[str]
) -> None:
    """Whatever a ledger names: no path outside is touched, and long names are findings."""
    cited = ", ".join(repr(name) for name in (*ELSEWHERE, "x" * 256, "link/a", "é" * 200))
    entry = '[[progress]]\ncommitment = "krill-survey"\ndate = 2022-01-01\nnote = "n"\n'
    (tmp_path / "link").symlink_to("/net/host")
    ledger = tmp_path / "commitments.toml"
    ledger.write_text(f"{SECOND}\n{entry}evidence = [{cited}]\n".replace("\\\\", "\\"), "utf-8")
    del asked[:]
    result = jcm("check", ledger)
    assert result.err == ""
    assert result.out.count("leads nowhere") == 2
    assert not [path for path in asked if "minute" in path or "host" in path or "link/" in path]
    assert {str(Path(path).parent) for path in asked if "x" * 256 in path} == {str(tmp_path)}

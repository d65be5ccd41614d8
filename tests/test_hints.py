"""Hints help: what one says is done, and then the thing works."""

import os
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Jcm
from examples import SECOND, SHIPPED
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.rules import wording
from jcm_ledger.rules.standing import Timing

Setting = Callable[[Path], object]


def a_ledger(folder: Path) -> None:
    """Put the tests' own ledger into the folder."""
    (folder / "commitments.toml").write_text(SECOND, encoding="utf-8")


def a_repository(folder: Path) -> None:
    """Put a ledger there, in a repository without a commit."""
    a_ledger(folder)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # noqa: S607


def a_read_only_ledger(folder: Path) -> None:
    """Put a ledger there that nobody may write."""
    a_ledger(folder)
    (folder / "commitments.toml").chmod(0o444)


def nothing(_folder: Path) -> None:
    """Leave the folder empty."""


GIT = "git -c user.name=T -c user.email=t@e.org "

HELPED = [
    # where, what was typed, what the hint says to type
    (nothing, "mark semi stalled --by DSIT", "jcm init ."),
    (nothing, "--ledger no.toml list", "jcm init ."),
    (nothing, "diff", "jcm diff --from 2024-07-01"),
    (nothing, "diff", "jcm init ."),
    (a_ledger, "diff", "jcm diff --from 2024-07-01"),
    (a_ledger, "diff", "git init, git add commitments.toml, git commit"),
    (a_repository, "diff", "git add commitments.toml, then git commit"),
    (a_ledger, "report -o out.pdf", "jcm report -o out.html"),
    (a_ledger, "report -o out.pdf", "jcm report -o out.docx"),
    (a_ledger, "export -o out.pdf", "jcm report -o out.html"),
    (a_ledger, "report -o out.csv", "jcm export -o out.csv"),
    (a_ledger, "export -o 'my report.docx'", "jcm report -o 'my report.docx'"),
    (a_ledger, "report -o -new/out.md", "mkdir -p ./-new"),
    (a_ledger, "report -o 'new folder/out.md'", "mkdir -p 'new folder'"),
    (a_read_only_ledger, "mark krill-survey stalled --by HAV", "chmod u+w commitments.toml"),
    (a_ledger, "init", "jcm init DIR"),
    (
        a_ledger,
        "mark krill-survey --owners NASA --by committee --note n",
        "jcm add body NASA --name NAME --side SIDE",
    ),
    (
        a_ledger,
        "add T --meeting oc-3 --owner NASA",
        "jcm add body NASA --name NAME --side SIDE",
    ),
]
AGAIN = ("mkdir", "chmod", "git")
"""What makes what was typed first work; the other commands are in its place, or for its ledger."""


@pytest.mark.parametrize("row", HELPED, ids=lambda row: f"{row[1]}: {row[2]}")
def test_what_a_hint_says_helps(
    jcm: Jcm,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    row: tuple[Setting, str, str],
) -> None:
    """The command it names can be copied and works, and so does then what was refused before."""
    where, typed, hinted = row
    where(tmp_path)
    monkeypatch.chdir(tmp_path)
    if "chmod" in hinted and os.name == "posix" and os.access("commitments.toml", os.W_OK):
        monkeypatch.setattr("os.access", lambda path, _mode: Path(path).stat().st_mode & 0o200)
    refused = jcm(*shlex.split(typed))
    assert refused.code == 3
    assert hinted in refused.err.partition("hint: ")[2]
    for command in re.split(r", then |, ", hinted.replace(" SIDE", " Chile")):
        words = shlex.split(command)
        if words[0] == "jcm":
            assert jcm(*words[1:]).code == 0
            continue
        if words[:2] == ["git", "commit"]:
            words = [*shlex.split(GIT), "commit", "--quiet", "-m", "m"]
        subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
    if hinted.startswith(AGAIN) or "add body" in hinted:
        assert jcm(*shlex.split(typed)).code == 0


@pytest.mark.parametrize(
    "typed", ["report -o ~/status.md", "--ledger ~/l.toml list", "export -o ~other/x.csv"]
)
def test_a_tilde_that_no_shell_read_is_explained(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """Nobody is told to make a folder that is called ~."""
    a_ledger(tmp_path)
    monkeypatch.chdir(tmp_path)
    refused = jcm(*typed.split())
    assert refused.code == 3
    assert "no shell read ~ as your home folder" in refused.err
    assert "mkdir" not in refused.err
    assert "jcm init" not in refused.err


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")
def test_a_folder_one_may_not_write_to_is_what_the_hint_is_about(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No lock is named that does not exist."""
    a_ledger(tmp_path)
    monkeypatch.chdir(tmp_path)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    refused = jcm("mark", "krill-survey", "stalled", "--by", "HAV")
    assert refused.code == 3
    assert refused.err.endswith("chmod g+w .\n")
    (tmp_path / "commitments.toml.lock").touch()
    refused = jcm(
        "--ledger", "./commitments.toml", "mark", "krill-survey", "stalled", "--by", "HAV"
    )
    assert refused.err.endswith("chmod g+rw commitments.toml.lock\n")


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        ("--status", "closed"),
        ("--status", "not-completed"),
        ("--status", "incomplete"),
        ("--status", "pursued"),
        ("--timing", "late"),
    ],
)
def test_nothing_is_offered_that_means_something_else(jcm: Jcm, option: str, typed: str) -> None:
    """A word that is no slip of one of ours gets the list of them, and no guess."""
    refused = jcm("--ledger", SHIPPED, "list", option, typed)
    assert refused.code == 3
    assert "did you mean" not in refused.err
    assert "known: " in refused.err


@pytest.mark.parametrize(
    ("option", "word"),
    [
        *(("--status", each) for each in Status),
        *(("--timing", each) for each in Timing if len(each) > 3),
        *(("--strength", each) for each in Strength),
    ],
)
def test_a_slip_in_a_word_is_recognised(jcm: Jcm, option: str, word: str) -> None:
    """A letter left out still gets what was meant."""
    for place in range(1, len(word)):
        slip = word[:place] + word[place + 1 :]
        if wording.spelled(slip):  # "complete" is a word for it
            continue
        refused = jcm("--ledger", SHIPPED, "list", option, slip)
        assert f"did you mean {word}" in refused.err


@pytest.mark.parametrize(
    "row",
    [
        # what was typed, what the hint says, what is typed then
        ("mark krill-survey closed --by HAV", "completed, not-pursued", "mark krill-survey completed --by HAV"),
        ("mark krill-survey 終了 --by HAV", "completed, not-pursued", "mark krill-survey not-pursued --by HAV"),
        ("mark krill-survey pending --by HAV", "not-started", "mark krill-survey not-started --by HAV"),
        ("mark krill-survey delayed --by HAV", "in-progress", "mark krill-survey in-progress --by HAV"),
        ("mark krill-survey --owners HAV --by HAV --note n", "--by committee", "mark krill-survey --owners HAV --by committee --note n"),
        ("mark krill-survey --owners HAV --by committee", '--note "…"', 'mark krill-survey --owners HAV --by committee --note "…"'),
        ("mark krill-survey done --by HAV --on-behalf-of committee", "--by committee", "mark krill-survey done --by committee"),
        ("add meeting oc-5 --held soon", "2024-06-30", "add meeting oc-5 --held 2024-06-30"),
        ("add meeting oc-3 --held 2024-06-30", "ID", "add meeting ID --held 2024-06-30"),
        ("add body HAV --name N", "ID", "add body ID --name N"),
        ("add meeting oc-5", "--help", "add meeting --help"),
        ("add body", "--help", "add body --help"),
        ("add T --meeting oc-3 --owner HAV --field x", "priority=high", "list"),
        ("list --columns id --format json", "tsv", "list --columns id --format tsv"),
        ("init x --name N", "--help", "init x --name N --empty"),
    ],
)  # fmt: skip
def test_what_a_hint_names_mends_what_was_typed(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: tuple[str, str, str]
) -> None:
    """The word or option that it names, put in, works."""
    typed, hinted, mended = row
    a_ledger(tmp_path)
    monkeypatch.chdir(tmp_path)
    refused = jcm(*shlex.split(typed))
    assert refused.code in (2, 3)
    assert hinted in refused.err.partition("hint: ")[2]
    assert jcm(*shlex.split(mended)).code == 0

"""Whatever the system answers, a command says what is wrong in a sentence, or does without."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Jcm
from examples import SECOND
from reliability.calls import CALLS, COMMANDS, run
from reliability.faults import Outcome, failing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-02-02\nnote = "n"\n'
CITED = f'{SECOND}{ENTRY}evidence = ["docs/a.pdf", "{"x" * 256}"]\n'


def verdict(outcome: Outcome) -> str:
    """Return what is wrong with a command one of whose calls failed, "" if nothing is."""
    refused = outcome.code == 3 and outcome.said.count("jcm: ") == 1
    if (outcome.code in (0, 1) or refused) and "Traceback" not in outcome.said:
        return ""
    return f"exit {outcome.code}: {outcome.said}"


def wrong(folder: Path, name: str, at: int, call: str, number: int) -> str:
    """Return what is wrong with a command when one of its calls fails so, "" if nothing is."""
    found = verdict(run(folder, COMMANDS[name], at, failing(number)))
    return f"{name}: {errno.errorcode[number]} of {call}, call {at}: {found}" if found else ""


def folder_of(tmp_path: Path) -> Path:
    """Return a folder with a ledger that cites a file and a name that is too long."""
    folder = tmp_path / "folder"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "a.pdf").touch()
    (folder / "commitments.toml").write_text(CITED, encoding="utf-8")
    return folder


def test_any_call_may_fail_in_any_command_that_reads(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    """At each call one of its errors, in turns: an answer, or one sentence and exit 3."""
    folder = folder_of(tmp_path)
    found, seen, turn = [], set(), 0
    for name, arguments in COMMANDS.items():
        steps = run(folder, arguments).steps
        seen |= set(steps)
        for at, call in enumerate(steps, start=1):
            turn += 1
            found.append(wrong(folder, name, at, call, CALLS[call][turn % len(CALLS[call])]))
    figure(f"calls that fail: {turn} in {len(COMMANDS)} commands, {sum(map(bool, found))} wrong")
    assert seen >= {"stat", "open", "io.open", "fstat", "getcwd", "lstat"}
    assert not any(found), "\n".join(filter(None, found))


def test_an_error_that_nobody_thought_of_is_found(tmp_path: Path) -> None:
    """What pathlib makes of a circle of links, say: the test above would see it."""

    def fail(name: str) -> None:
        raise RuntimeError(name)

    assert "exit 70" in verdict(run(folder_of(tmp_path), COMMANDS["list"], 1, fail))


@pytest.mark.long
def test_every_call_may_fail_in_every_way(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Each call of each command that reads, with each of its errors."""
    folder = folder_of(tmp_path)
    found = [
        wrong(folder, name, at, call, number)
        for name, arguments in COMMANDS.items()
        for at, call in enumerate(run(folder, arguments).steps, start=1)
        for number in CALLS[call]
    ]
    figure(f"calls that fail, long: {len(found)}, {sum(map(bool, found))} wrong")
    assert not any(found), "\n".join(filter(None, found))


class Trouble(NamedTuple):
    """A command in surroundings that are out of order, and what it is to answer."""

    arguments: tuple[str, ...]
    code: int
    said: str
    environment: Mapping[str, str] = {}
    typed: bytes = b""
    prepare: str = ""


LONG = "x" * 256
MARK = ("mark", "krill-survey", "--note", "n")

TROUBLES = {
    "evidence with too long a name": Trouble(("check",), 0, "leads nowhere", prepare="cite"),
    "evidence typed with too long a name": Trouble((*MARK, "--evidence", LONG), 3, "nowhere"),
    "TZ a day behind": Trouble(("list",), 0, "krill-survey", {"TZ": "XXX-24"}),
    "TZ a week ahead": Trouble(("log",), 0, "krill-survey", {"TZ": "XXX+167"}),
    "TZ of no zone": Trouble(MARK, 0, "noted", {"TZ": ":no/where"}),
    "a ledger with too long a name": Trouble(("list",), 3, "too long", {"JCM_LEDGER": LONG}),
    "a ledger of no text": Trouble(("list",), 3, "no such file", {"JCM_LEDGER": "\udcff"}),
    "a ledger in a circle": Trouble(("--ledger", "ring", "list"), 3, "link", prepare="ring"),
    "a circle to write": Trouble(("--ledger", "ring", *MARK), 3, "link", prepare="ring"),
    "a report in a circle": Trouble(("report", "-o", "ring/a.md"), 3, "a.md", prepare="ring"),
    "a report with too long a name": Trouble(("report", "-o", f"{LONG}.md"), 3, "too long"),
    "a report over a file, of no ledger": Trouble(
        ("--ledger", "none.toml", "report", "-o", "ring", "--format", "markdown", "--force"),
        3, "none.toml: cannot be read", prepare="file",
    ),
    "a folder that is gone": Trouble(("list",), 3, "does not exist any more", prepare="gone"),
    "a ledger beside it": Trouble(("--ledger", "a", *MARK), 3, "any more", prepare="gone"),
    "a report in it": Trouble(("report", "-o", "a.md"), 3, "any more", prepare="gone"),
    "a folder that cannot be entered": Trouble(("list",), 3, "denied", prepare="closed"),
    "to check it": Trouble(("check",), 3, "denied", prepare="closed"),
    "to write in it": Trouble(MARK, 3, "denied", prepare="closed"),
    "ids of no text": Trouble(("mark", "-", "--note", "n"), 3, "unknown", typed=b"a\xff\n"),
    "ids of no text, strictly": Trouble(
        ("mark", "-", "--note", "n"), 3, "unknown", {"PYTHONIOENCODING": "utf-8:strict"}, b"\xff\n"
    ),
    "a reporter of no text": Trouble((*MARK, "--by", "HAV"), 0, "noted", {"JCM_BY": "\udcff"}),
    "a limit of 5,000 digits": Trouble(("list",), 0, "krill", {"JCM_MAX_MB": "9" * 5000}),
    "a limit that is no number": Trouble(("list",), 0, "krill", {"JCM_MAX_MB": "²"}),
    "no memory": Trouble(("list",), 3, "there is not enough memory", prepare="memory"),
    "a duration beyond the calendar": Trouble(("list", "--within", "99999y"), 0, "krill"),
    "a silence beyond it": Trouble(("bodies", "--silent", "99999y"), 0, "MFA"),
    "the first day": Trouble(("timeline", "--as-of", "0001-01-01"), 0, "of later meetings"),
    "the last day": Trouble(("report", "--as-of", "9999-12-31"), 0, "krill"),
}  # fmt: skip
"""What may be out of order around a command, beside the calls that fail."""


def prepared(tmp_path: Path, how: str) -> Path:
    """Return the folder to run a command in, in the state that a trouble wants."""
    folder = tmp_path / "parent" / "folder"
    folder.mkdir(parents=True)
    text = CITED if how == "cite" else SECOND
    (folder / "commitments.toml").write_text(text, encoding="utf-8")
    if how == "ring":
        (folder / "ring").symlink_to("gnir")
        (folder / "gnir").symlink_to("ring")
    elif how == "file":
        (folder / "ring").touch()
    elif how == "memory":
        with (folder / "commitments.toml").open("a") as file:
            file.write(f'[x]\ny = "{"a" * 60_000_000}"\n')
    return folder


def surroundings(folder: Path, how: str) -> Callable[[], None]:
    """Return what is to be done to a process of its own before it becomes jcm."""

    def become() -> None:
        os.chdir(folder)
        if how == "memory":
            resource.setrlimit(resource.RLIMIT_AS, (170_000_000, 170_000_000))
        elif how == "gone":
            folder.joinpath("commitments.toml").unlink()
            folder.rmdir()
        elif how == "closed":
            folder.parent.chmod(0)

    return become


# Root may enter what is closed, so what it runs gives that up. It can still read our own files.
WITHOUT_POWERS = (
    "import ctypes, os, sys; libc = ctypes.CDLL(None);"
    "[libc.prctl(24, power, 0, 0, 0) for power in (1, 2)] if os.geteuid() == 0 else None;"
    "os.execv(sys.executable, [sys.executable, '-m', 'jcm_ledger', *sys.argv[1:]])"
)  # PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@pytest.mark.parametrize("name", TROUBLES)
def test_what_is_out_of_order_around_it_is_a_sentence(tmp_path: Path, name: str) -> None:
    """The zone, the environment, folders, links, names and memory: an answer, or why not."""
    trouble = TROUBLES[name]
    if trouble.prepare == "closed" and sys.platform != "linux" and os.geteuid() == 0:
        pytest.skip("root may enter any folder")
    folder = prepared(tmp_path, trouble.prepare)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("JCM_")}
    result = subprocess.run(  # the program, from the outside
        [sys.executable, "-c", WITHOUT_POWERS, *trouble.arguments],
        input=trouble.typed,
        capture_output=True,
        check=False,
        env=kept | {"JCM_NO_CACHE": "1"} | dict(trouble.environment),
        preexec_fn=surroundings(folder, trouble.prepare),
    )
    folder.parent.chmod(0o755)
    said = (result.stdout + result.stderr).decode(errors="replace")
    assert result.returncode == trouble.code, said
    assert trouble.said in said
    assert "unforeseen" not in said
    assert "Traceback" not in said


SIZES = ("0", "00", "-1", "", " ", "²", "abc", "9" * 19, "9" * 5000)


@pytest.mark.parametrize("size", SIZES)
def test_a_size_that_is_none_is_unknown(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    """COLUMNS and LINES that are no number of columns or lines count as if they were not set."""
    drawn = [COMMANDS[name] for name in ("list", "timeline", "show", "report")]
    usual = [jcm("--ledger", ledger_file, *command) for command in drawn]
    assert all(len(each.out) > 100 for each in usual)
    monkeypatch.setenv("COLUMNS", size)
    monkeypatch.setenv("LINES", size)
    for before, command in zip(usual, drawn, strict=True):
        result = jcm("--ledger", ledger_file, *command)
        assert (result.code, result.err) == (0, "")
        if len(size) < 10:
            assert result.out == before.out
        else:
            assert len("".join(result.out.split())) > 100


@pytest.mark.parametrize("columns", [1, 2, 3, 5, 8, 13])
def test_the_narrowest_screen_gets_an_answer(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """However few columns there are, there is an answer."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for name in ("list", "timeline", "show", "report"):
        result = jcm("--ledger", ledger_file, *COMMANDS[name])
        assert (result.code, result.err) == (0, "")
        assert len("".join(result.out.split())) > 100

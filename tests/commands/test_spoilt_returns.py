"""Whatever comes back, it is said what it is, where, and what to do; nothing of it is guessed."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Jcm
from jcm_ledger.commands import clock
from returns import TODAY
from spoilt import LEDGER_TEXT, Spoilt, every

DOCS = Path(__file__).parents[2] / "docs" / "returns.md"
SPOILT = every()


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt.what)
def test_it_is_said_what_came_back(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: Spoilt
) -> None:
    """In a sentence with the file, and no traceback; what is refused leaves the ledger as it was."""
    ledger = tmp_path / "commitments.toml"
    ledger.write_text(LEDGER_TEXT, encoding="utf-8")
    (tmp_path / spoilt.name).write_bytes(spoilt.content())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    done = jcm("collect", spoilt.name, "--yes")
    told = done.out + done.err
    assert spoilt.said in " ".join(told.split())
    assert spoilt.name in told
    assert "Traceback" not in told
    assert done.code == (0 if spoilt.taken else 3)
    assert (ledger.read_text(encoding="utf-8") != LEDGER_TEXT) is spoilt.taken


def test_there_are_many_and_the_docs_have_each() -> None:
    """The table says of each what it gets."""
    assert len(SPOILT) >= 60
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    for spoilt in SPOILT:
        assert f"| {spoilt.what} | … {spoilt.said} … |" in lines, spoilt.what


MEASURE = """
import contextlib, io, pathlib, sys, time
from jcm_ledger.commands import run
for name in sys.argv[1:]:
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        run(["collect", name, "--dry-run"])
    status = pathlib.Path("/proc/self/status").read_text()  # getrusage counts what was before exec
    most = int(status.partition("VmHWM:")[2].split()[0]) // 1000
    print(f"{time.process_time() - start:.2f} {most} {name}")
"""


def test_none_takes_much_time_or_memory(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Five seconds of work and 300 MB are enough for the worst of them."""
    (tmp_path / "commitments.toml").write_text(LEDGER_TEXT, encoding="utf-8")
    names = []
    for number, spoilt in enumerate(SPOILT):
        names.append(f"{number}-{spoilt.name}")
        (tmp_path / names[-1]).write_bytes(spoilt.content())
    command = [sys.executable, "-c", MEASURE, *names]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    measured = [line.split() for line in done.stdout.splitlines()]
    assert len(measured) == len(SPOILT)
    seconds, slowest = max((float(each[0]), SPOILT[at].what) for at, each in enumerate(measured))
    megabytes = max(int(each[1]) for each in measured)
    figure(f"collect: at most {seconds} s of work ({slowest}) and {megabytes} MB on what is spoilt")
    assert seconds < 5
    assert megabytes < 300

"""What a hostile statement costs: a sentence or a safe draft, in 5 seconds and 300 MB."""

import os
import subprocess
import sys
import tomllib
import zlib
from pathlib import Path

import pytest

from pdfs import stream

SECONDS, MEGABYTES = 5, 300
HOSTILE = {
    "line.txt": b"The two sides will agree on a call in 2025. " * 115_000,
    "blanks.txt": b" " * 5_000_000 + b"They will act.",
    "letters.txt": b"a" * 249_000 + b" they will act.",
    "sentences.txt": b"They will act in 2025. " * 10_800,
    "brackets.txt": b"(" * 249_000,
    "marks.txt": b"They will:\n\n" + b"(a) act:\n" * 3_900,
    "control.txt": b"They will \x1b[31m act \x07 \x7f.\n",
    "toml.txt": b'They will\n[commitment.x]\ntitle = "x"\n"""\n[[progress]]\n\\" \'\'\' # x\n',
    "many.html": b"<p>They will act." * 200_000,
    "deep.html": b"<div>" * 500_000 + b"They will act.",
    "script.html": b"<script>while (true) {}</script><p>They will act.</p>",
    "none.pdf": b"They will act.",
    "bomb.pdf": b"",
}

MEASURED = """
import pathlib, resource, subprocess, sys
jcm = [sys.executable, "-c", "from jcm_ledger.commands import main; main()", *sys.argv[1:]]
code = subprocess.run(jcm).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
pathlib.Path("costs").write_text(f"{used.ru_utime + used.ru_stime} {used.ru_maxrss}")
sys.exit(code)
"""
"""Runs jcm from a small process: what one is started from counts as its own memory."""


@pytest.mark.parametrize("name", HOSTILE)
def test_it_costs_little(tmp_path: Path, name: str) -> None:
    """Nobody waits for it, and nobody's machine stands still."""
    data = HOSTILE[name] or stream(zlib.compress(bytes(400_000_000), 1))
    (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", MEASURED, "draft", name]
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ, capture_output=True, check=False, timeout=60
    )
    assert done.returncode in (0, 3), done.stderr.decode()
    seconds, kilobytes = map(float, (tmp_path / "costs").read_text().split())
    assert seconds < SECONDS
    assert kilobytes < MEGABYTES * 1024
    tables = tomllib.loads(done.stdout.decode())
    assert set(tables) <= {"commitment"}
    if done.returncode == 3:
        assert done.stderr.decode().splitlines()[-2].startswith(f"jcm: {name}: no statement")

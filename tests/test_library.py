"""The library's face: what docs/python.md shows works as it stands."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jcm_ledger as jcm
from examples import SHIPPED

PAGE = (Path(__file__).parent.parent / "docs" / "python.md").read_text(encoding="utf-8")


def test_the_notebook_of_the_documentation_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copied into a folder with the shipped ledger, it finds, writes and records what it says."""
    (tmp_path / "commitments.toml").write_bytes(SHIPPED.read_bytes())
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], names)  # noqa: S102 - our own page
    assert [row["id"] for row in names["overdue"]] == ["semiconductor-talks", "next-meeting"]
    assert names["overdue"][0]["days late"] == 878
    assert (tmp_path / "status.html").read_bytes().startswith(b"<!doctype html>")
    assert names["ledger"].journal[-1] == names["entry"]
    assert names["findings"] == []
    assert jcm.load("commitments.toml") == names["ledger"]


def test_every_public_name_is_documented_and_says_what_it_is() -> None:
    """The page has each name that the package offers, and `help` has words on each."""
    for name in jcm.__all__:
        assert f"`{name}" in PAGE, name
        assert getattr(jcm, name).__doc__
    assert set(jcm.__all__) <= set(dir(jcm))
    with pytest.raises(AttributeError, match="no attribute 'Manager'"):
        getattr(jcm, "Manager")  # noqa: B009 - asking is the test


def test_importing_the_package_loads_nothing_of_it() -> None:
    """Whoever runs the command does not pay for the library."""
    code = "import sys, jcm_ledger; print(*[m for m in sys.modules if m.startswith('jcm_ledger.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stdout.strip()


def test_a_format_that_is_none_is_refused() -> None:
    """A slip is told, whatever else was right."""
    ledger = jcm.load(SHIPPED)
    with pytest.raises(ValueError, match="pdf"):
        jcm.report(ledger, as_of=jcm.Period.parse("2026-11-25").first, format="pdf")

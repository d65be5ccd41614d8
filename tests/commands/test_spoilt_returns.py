"""Whatever comes back, it is said what it is, where, and what to do; nothing of it is guessed."""

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

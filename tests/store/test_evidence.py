"""Evidence: typed from where one stands, kept relative to the ledger."""

from pathlib import Path

import pytest

from jcm_ledger.errors import RefusedEntry
from jcm_ledger.store.evidence import as_kept, exists


def test_a_file_typed_from_elsewhere_is_kept_relative_to_the_ledger(tmp_path: Path) -> None:
    """The path leads to the same file for whoever reads the ledger."""
    ledger, here = tmp_path / "ledger", tmp_path / "desk"
    ledger.mkdir()
    here.mkdir()
    (here / "minute.pdf").touch()
    assert as_kept("minute.pdf", here, ledger) == "../desk/minute.pdf"
    assert exists("../desk/minute.pdf", ledger)


@pytest.mark.parametrize("typed", ["https://example.org/a", "HTTP://example.org", "ref: minute 7"])
def test_addresses_and_references_are_kept_as_typed(typed: str, tmp_path: Path) -> None:
    """Only files change their spelling."""
    assert as_kept(typed, tmp_path, tmp_path) == typed


@pytest.mark.parametrize(
    "typed", ["", "nowhere.pdf", "https://", "javascript:alert(1)", "ref:", "ftp://x.org"]
)
def test_what_leads_nowhere_is_refused(typed: str, tmp_path: Path) -> None:
    """The refusal says what evidence can be."""
    with pytest.raises(RefusedEntry) as caught:
        as_kept(typed, tmp_path, tmp_path)
    assert "http(s)" in caught.value.hint


def test_a_folder_and_a_built_in_ledger_hold_no_evidence(tmp_path: Path) -> None:
    """A folder is no evidence, and nothing is relative to the built-in ledger."""
    assert not exists(".", tmp_path)
    assert not exists("x", None)

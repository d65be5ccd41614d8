"""Recording from Python: what is unfit goes on file by no road."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from examples import SHIPPED, make_commitment
from jcm_ledger.errors import LedgerError, ReadOnlyLedger, RefusedCommitment, RefusedEntry
from jcm_ledger.model.ledger import Commitment, Entry, Ledger
from jcm_ledger.model.status import Status
from jcm_ledger.store import recording
from jcm_ledger.store.loading import load
from jcm_ledger.store.source import Source

TODAY = date(2026, 11, 25)
REPORT = Entry(
    commitment="matching-events", date=TODAY, by="METI", status=Status.STALLED, note="No date."
)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """Return a copy of the shipped ledger."""
    path = tmp_path / "commitments.toml"
    path.write_bytes(SHIPPED.read_bytes())
    return Source(path.name, path)


def test_entries_go_to_the_end_all_at_once(source: Source) -> None:
    """The change tells the ledger before and after, and the file has it."""
    second = Entry(commitment="semiconductor-talks", date=TODAY, note="Asked both owners.")
    change = recording.record(source, lambda _ledger: [REPORT, second], today=TODAY)
    assert change.after.journal[-2:] == (REPORT, second)
    assert load(source) == change.after
    assert source.read().startswith(SHIPPED.read_bytes())


@pytest.mark.parametrize(
    "unfit",
    [
        Entry(commitment="matching-events", date=date(1900, 1, 1), by="METI", note="Too early."),
        Entry(commitment="matching-events", date=TODAY, by="METI", note=" "),
        Entry(commitment="no-such-thing", date=TODAY, note="Of what?"),
    ],
)
def test_one_unfit_entry_keeps_all_out(source: Source, unfit: Entry) -> None:
    """Whoever calls: the file stays as it was."""
    with pytest.raises(RefusedEntry):
        recording.record(source, lambda _ledger: [REPORT, unfit], today=TODAY)
    assert source.read() == SHIPPED.read_bytes()


def test_an_unfit_commitment_is_not_added(source: Source) -> None:
    """A blank title would list an empty row; a meeting that is not there makes nothing."""
    blank = make_commitment(title=" ", meeting="jcm-12", owners=("DSIT",))
    for unfit in (blank, make_commitment()):
        with pytest.raises(RefusedCommitment):
            recording.add(source, partial(_the, unfit), today=TODAY)
    assert source.read() == SHIPPED.read_bytes()


def _the(commitment: Commitment, _ledger: Ledger) -> list[Commitment]:
    return [commitment]


def test_a_dry_run_changes_nothing(source: Source) -> None:
    """It tells what would be added."""
    change = recording.record(source, lambda _ledger: [REPORT], today=TODAY, dry_run=True)
    assert "No date." in change.added
    assert source.read() == SHIPPED.read_bytes()


def test_the_built_in_ledger_is_read_only() -> None:
    """It belongs to the program."""
    with pytest.raises(ReadOnlyLedger) as refused:
        recording.record(Source("built-in", None), lambda _ledger: [REPORT], today=TODAY)
    assert isinstance(refused.value, LedgerError)

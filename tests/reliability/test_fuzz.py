"""No bytes make the reader fail, hang, or read something other than what a write adds."""

from collections.abc import Callable

import pytest

from jcm_ledger.store import faults
from reliability import fuzz

INPUTS = 2_000


def test_damaged_ledgers_are_read_or_refused(seed: str, figure: Callable[[str], None]) -> None:
    """A few thousand of them, other ones in each run."""
    tally = fuzz.run(seed, INPUTS)
    figure(f"fuzz: {tally}, seed {seed}")
    assert tally.ledgers


@pytest.mark.long
def test_a_hundred_thousand_damaged_ledgers(seed: str, figure: Callable[[str], None]) -> None:
    """The same, for longer."""
    tally = fuzz.run(seed, 100_000)
    figure(f"fuzz, long: {tally}, seed {seed}")
    assert tally.ledgers


def test_a_check_left_out_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a number of thousands of digits not looked after, the run would fail with its seed."""
    monkeypatch.setattr(faults, "_quoted", str)
    with pytest.raises(AssertionError, match=r"seed 1-\d+: ValueError"):
        fuzz.run("1", INPUTS)

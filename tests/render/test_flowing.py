"""Where a line of a terminal ends: between Japanese letters, never within a word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jcm_ledger.render.terminal.flowing import breaks


def lines(text: str, width: int) -> list[str]:
    """Return a text as it is broken."""
    cuts = [0, *breaks(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("半導体の会合", ["半導体の", "会合"]),
        ("経済産業省とDSITの会合", ["経済産業", "省とDSIT", "の会合"]),
        ("会合を開いた。", ["会合を開", "いた。"]),
        ("とても長い。次", ["とても長", "い。次"]),
        ("日本の「半導体」", ["日本の", "「半導", "体」"]),
        ("Joint talks", ["Joint ", "talks"]),
        ("Semiconductors", ["Semiconductors"]),
        ("", [""]),
    ],
)
def test_a_line_ends_where_japanese_lets_it(text: str, broken: list[str]) -> None:
    """No word is cut, no line begins with a stop or ends with an opening bracket."""
    assert lines(text, 8) == broken


@given(
    st.text(st.sampled_from("aB9 、。（）「」ー々半導体のッ \U0001f600"), max_size=40),
    st.integers(2, 20),
)
def test_nothing_is_lost_and_no_line_is_wider_than_it_must_be(text: str, width: int) -> None:
    """What is wider is one piece that may not be broken."""
    found = lines(text, width)
    assert "".join(found) == text
    for line in found:
        assert cell_len(line.rstrip()) <= width or not breaks(line, width)

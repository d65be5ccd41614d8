"""Tables for a terminal."""

import pytest
from rich.cells import cell_len

from jcm_ledger.render.terminal import fit, text


@pytest.mark.parametrize(
    "name", ["文部科学省科学技術学術政策局研究振興局", "MEXT（文部科学省科学技術学術政策局）"]
)
def test_japanese_breaks_before_words_do(name: str) -> None:
    """A long Japanese name is folded; the words beside it stay whole."""
    rows = [(text(name), text("nothing on file"), text("on time, 12 days left"))]
    widths = fit(("Body", "Status", "Timing"), rows, 40)
    assert sum(widths) + 4 == 40
    assert widths[1] >= len("nothing")
    assert cell_len(name) > widths[0] >= len("Body")


def test_a_word_that_alone_is_too_wide_breaks() -> None:
    """Where nothing else helps, any word does."""
    rows = [(text("an-identifier-without-end"), text("completed"))]
    assert sum(fit(("Id", "Status"), rows, 20)) == 18

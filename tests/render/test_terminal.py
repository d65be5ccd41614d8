"""Tables for a terminal."""

from collections import Counter
from collections.abc import Callable, Sequence
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text

from jcm_ledger.render.terminal.flowing import FlowingText
from jcm_ledger.render.terminal.parts import table as fitted
from jcm_ledger.render.terminal.table import TerminalTable
from jcm_ledger.render.terminal.widths import GAP, LONGEST, Stack, cell, fit, shown

LETTERS = (
    "a",
    "b",
    " ",
    "-",
    ",",
    "1",
    "日",
    "本",
    "（",
    "ｱ",
    "é",
    "n\u0303",
    "👩‍🔬",
    "🇯🇵",
    "☃️",
    "👍🏽",
)
WORDS = st.lists(st.sampled_from(LETTERS), max_size=14).map("".join)
STYLES = st.sampled_from(("", "cyan", "bold red", "dim"))
CELLS = st.lists(st.builds(cell, WORDS, STYLES), min_size=1, max_size=2).map(
    lambda lines: tuple(line for each in lines for line in each)
)


def as_rich_draws(
    headers: Sequence[str],
    rows: Sequence[Sequence[Stack]],
    widths: Sequence[int],
    *,
    spaced: bool,
) -> RichTable:
    """Return Rich's own table of the same cells."""
    table = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        header_style="bold",
    )
    for header, width in zip(headers, widths, strict=True):
        table.add_column(Text(header), width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(_text, row), end_section=spaced)
    return table


def _text(content: Stack) -> Text:
    if isinstance(content, Text):
        return content
    whole = FlowingText(overflow="fold")
    for number, (text, style) in enumerate(content):
        whole.append("\n" if number else "").append(text, style)
    return whole


def seen(content: RenderableType, *, colours: bool) -> list[tuple[str, str]]:
    """Return every character that is drawn with its style; a blank has none that could be seen."""
    screen = Console(file=StringIO(), width=200, color_system="standard" if colours else None)
    return [
        (character, str(segment.style or "none") if character.strip() else "")
        for segment in _segments(screen, content)
        for character in segment.text
    ]


def _segments(screen: Console, content: RenderableType) -> list[Segment]:
    return [each for each in screen.render(content) if not each.control]


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5),
    widths=st.tuples(*[st.integers(2, 20)] * 3),
    spaced=st.booleans(),
    colours=st.booleans(),
)
def test_a_table_is_drawn_as_rich_draws_it(
    rows: list[tuple[Stack, Stack, Stack]],
    widths: tuple[int, ...],
    *,
    spaced: bool,
    colours: bool,
) -> None:
    """Whatever it says and in whichever width, every cell of the screen is as Rich would have it."""
    headers = ("Id", "Commitment", "Owners")
    ours = TerminalTable(headers, rows, widths, spaced=spaced)
    theirs = as_rich_draws(headers, rows, widths, spaced=spaced)
    if colours:
        assert seen(ours, colours=True) == seen(theirs, colours=True)
    else:
        drawn = "".join(character for character, _style in seen(ours, colours=False))
        assert drawn == "".join(character for character, _ in seen(theirs, colours=False))


@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), width=st.integers(8, 60))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[Stack, Stack]], width: int) -> None:
    """A table that was fitted keeps to its width, and so does what stands in its place."""
    table = fitted(("Id", "By"), rows, width)
    screen = Console(file=StringIO(), width=200, color_system=None)
    options = screen.options.update(width=width)
    drawn = "".join(each.text for each in screen.render(table, options) if not each.control)
    assert max(map(cell_len, drawn.splitlines()), default=0) <= width


@pytest.mark.parametrize(
    "name", ["文部科学省科学技術学術政策局研究振興局", "MEXT（文部科学省科学技術学術政策局）"]
)
def test_japanese_breaks_before_words_do(name: str) -> None:
    """A long Japanese name is folded; the words beside it stay whole."""
    rows = [(cell(name), cell("nothing on file"), cell("on time, 12 days left"))]
    widths = fit(("Body", "Status", "Timing"), rows, 40)
    assert widths
    assert sum(widths) + 4 == 40
    assert widths[1] >= len("nothing")
    assert cell_len(name) > widths[0] >= len("Body")


@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), width=st.integers(8, 60))
def test_nothing_is_lost_in_folding(rows: list[tuple[Stack, Stack]], width: int) -> None:
    """However narrow a terminal is, every letter of a table is drawn, once."""
    screen = Console(file=StringIO(), width=200, color_system=None)
    narrow = screen.options.update(width=width)
    drawn = "".join(each.text for each in screen.render(fitted(("", ""), rows, width), narrow))
    texts = [text for row in rows for content in row for text, _style in content]  # type: ignore[union-attr]
    blocks = fit(("", ""), rows, width) is None
    added = ", " if blocks else "─"
    told = Counter(letter for letter in drawn if letter.strip() and letter not in added)
    assert told == Counter(
        letter for letter in "".join(texts) if letter.strip() and letter not in added
    )


def test_columns_are_as_wide_as_what_is_in_them_needs() -> None:
    """One long deadline does not squeeze the titles of all other rows: the table stays low."""
    rows = [
        (cell("talks"), cell("Shared calibration of Earth observation satellites"), cell("2027"))
        for _ in range(20)
    ]
    moved = cell("2026-12-31 (was 2025-03-31, +640 days)")
    rows.append((cell("trial"), cell("A trial"), moved))
    widths = fit(("Id", "Commitment", "Deadline"), rows, 80)
    assert widths
    assert widths[1] >= len("Shared calibration of Earth observation satellites")
    assert sum(widths) + 4 == 80


def test_where_words_would_break_rows_become_blocks() -> None:
    """On a very narrow terminal an id stays one word, and each fact says what it is."""
    rows = [(cell("space-information-sharing"), cell("nothing on file"))] * 2
    screen = Console(file=StringIO(), width=30, color_system=None)
    screen.print(fitted(("Id", "Status"), rows, 30))
    block = "space-information-sharing\n  Status: nothing on file\n"
    assert screen.file.getvalue() == f"{block}\n{block}"  # type: ignore[attr-defined]


def test_a_word_that_no_column_could_hold_breaks_and_spoils_no_table() -> None:
    """An address of 300 letters in one row leaves the others their columns."""
    rows = [(cell("talks"), cell("x" * 300)), (cell("trial"), cell("completed"))]
    assert fit(("Id", "Note"), rows, 70) == [5, 63]


@pytest.mark.parametrize("of", [cell, shown])
def test_a_text_without_end_is_cut_with_a_sign(of: Callable[[str], object]) -> None:
    """A terminal shows the first ten thousand letters of a text, and says how many there are more."""
    told = str(of("x" * 10_000_000))
    assert "x [… 9,990,000 more letters]" in told
    assert len(told) < LONGEST + 100
    assert "more letters" not in str(of("x" * LONGEST))

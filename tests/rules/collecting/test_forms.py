"""Whatever a spreadsheet holds, it is collected or refused, and never a failure of ours."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jcm_ledger.model.return_form import HEADINGS, LABELS, ReturnColumn
from jcm_ledger.model.spreadsheet import CellKind, Spreadsheet, Worksheet, WorksheetCell
from jcm_ledger.render.phrases.english import English
from jcm_ledger.render.terminal.returns import lines
from returns import came_to, commission_to
from spoilt import ledger

ASKED = commission_to(ledger(), "A")
WORDS = [
    *(words.en for words in HEADINGS.values()),
    *(words.ja for words in LABELS.values()),
    *(str(row.code) for row in ASKED.rows),
    *(row.standing.commitment.id for row in ASKED.rows),
    *(str(ASKED.reference), "JCM-20261201-B-0000", "completed", "変更なし", "5/6/2026", "46156"),
    *("https://example.org", "???", "yes", "8 December 2026", "", " ", "2027-03", "=1"),
]
TEXTS = st.sampled_from(WORDS) | st.text(max_size=6)


@st.composite
def cells(draw: st.DrawFn) -> WorksheetCell:
    """Return some cell near the corner."""
    return WorksheetCell(
        row=draw(st.integers(1, 8)),
        column=draw(st.integers(1, 14)),
        kind=draw(st.sampled_from(CellKind)),
        text=draw(TEXTS),
        struck=draw(st.sampled_from(["", "x"])),
        left=draw(st.none() | TEXTS),
        link=draw(st.sampled_from(["", "https://a.org", "file:///x", "mailto:a@b.c"])),
        comment=draw(st.sampled_from(["", "why?"])),
        merged=draw(st.sampled_from(["", "A1:B2"])),
    )


def sheet(name: str, held: list[WorksheetCell]) -> Worksheet:
    """Return a sheet of cells."""
    rows: dict[int, dict[int, WorksheetCell]] = {}
    for each in sorted(held, key=lambda cell: cell.row):
        rows.setdefault(each.row, {})[each.column] = each
    return Worksheet(name=name, rows=rows)


def with_header(held: list[WorksheetCell]) -> list[WorksheetCell]:
    """Return cells with a header among them."""
    row = 4
    header = [
        WorksheetCell(row=row, column=column, text=HEADINGS[heading].en)
        for column, heading in enumerate(ReturnColumn, start=1)
    ]
    return [*(each for each in held if each.row != row), *header]


@settings(max_examples=150)
@given(
    held=st.lists(cells(), max_size=25),
    beside=st.lists(cells(), max_size=6),
    header=st.booleans(),
    as_text=st.booleans(),
)
def test_no_grid_is_a_failure_of_ours(
    held: list[WorksheetCell], beside: list[WorksheetCell], *, header: bool, as_text: bool
) -> None:
    """It comes to rows and refusals that can be told, and no row is recorded without its code."""
    first = sheet("" if as_text else "Return", with_header(held) if header else held)
    sheets = (first,) if as_text else (first, sheet("Extra", beside))
    found = came_to(ledger(), Spreadsheet(name="x.csv" if as_text else "x.xlsx", sheets=sheets))
    say = English()
    assert [*lines(found, ["x"] * len(found.entries), say), say.returns.closing(found.counts)]
    codes = {str(row.code): row.standing.commitment.id for row in ASKED.rows}
    there = {codes[cell.text] for each in sheets for cell in each.cells() if cell.text in codes}
    assert {entry.commitment for entry in found.entries} <= there
    assert sum(found.counts.values()) == len(found.rows)

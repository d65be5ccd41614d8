"""What is shown of a table before it is imported, in either language."""

from datetime import date
from io import StringIO

import pytest
from msgspec.structs import replace
from rich.console import Console

from examples import make_commitment, make_ledger
from jcm_ledger.model.spreadsheet import Worksheet
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.render.terminal.imports import page
from jcm_ledger.rules.importing.choices import Told
from jcm_ledger.rules.importing.columns import asked
from jcm_ledger.rules.importing.mapping import map_columns
from tables import make_cell, make_sheet, taken

ON_FILE = make_commitment("meet", title="Meet", deadline="2025")
LEDGER = make_ledger(ON_FILE)


def sheet() -> Worksheet:
    """Return a table of which everything is told that can be."""
    head = ("No.", "Action", "UK lead", "Due date", "Status", "30/6/2024", "Budget")
    made = make_sheet(
        head,
        (1, "Talk [b]", "A; Agency of Snow", date(2026, 5, 14), "done", "ongoing", "five"),
        (2, "Meet", "A", "ongoing", None, None, None),
        (None, None, None, None, None, None, "Total: 5"),
    )
    cells = {**made.rows[2], 3: make_cell(2, 3, "A; Agency of Snow", comment="Ask.", struck="A")}
    return replace(
        made,
        rows={**made.rows, 2: cells},
        hidden_rows=frozenset({3}),
        hidden_columns=frozenset({7}),
    )


def drawn(say: Phrases, width: int) -> str:
    """Return the page as plain text."""
    made = taken(LEDGER, sheet(), by="A")
    console = Console(file=StringIO(), width=width, markup=False, highlight=False)
    for part in page(
        say, sheet(), map_columns(LEDGER, sheet(), [asked("A=number")], None), made, width
    ):
        console.print(part)
    assert {each.told for each in made.observations} == {*Told}
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


@pytest.mark.parametrize("width", [70, 120])
@pytest.mark.parametrize(
    ("say", "words"),
    [
        (
            speak("en"),
            ("owners (UK)", "status on 2024-06-30", "[field.budget], new", "New body: agency-snow",
             "1 commitment, 2 entries", "G: it is hidden", "row 3: it is hidden", "left out",
             "comment is not imported", "ledger says otherwise", "struck through", "deadline's wording"),
        ),
        (
            speak("ja"),
            ("担当機関（英国）", "進捗状況（2024年6月30日時点）", "[field.budget]（新規）",
             "新たな機関：agency-snow", "コミットメント1件、進捗記録2件", "G列：非表示", "3行目：非表示",
             "表の行ではない", "コメントは取り込みません", "取消線", "台帳の記載と異なります", "期限の文言"),
        ),
    ],
    ids=["en", "ja"],
)  # fmt: skip
def test_the_mapping_the_first_rows_and_what_is_told_are_shown(
    say: Phrases, words: tuple[str, ...], width: int
) -> None:
    """Whole on any screen; words of the table stand as they are."""
    shown = drawn(say, width)
    flowing = "".join(shown.split())
    for word in (*words, "Talk [b]", "m1-1"):
        assert "".join(word.split()) in flowing, shown

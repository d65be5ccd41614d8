"""Statements as PDF: lines at places become paragraphs again."""

import zlib
from collections.abc import Sequence

import pytest

from jcm_ledger.errors.statements import CannotReadStatement, NeedsExtra, NoText
from jcm_ledger.model.statement import PassageKind
from jcm_ledger.store.statements import parse, pdf
from pdfs import Put, stream
from pdfs import pdf as made

FIRST = (
    Put(50, 760, "Joint statement", 18),
    Put(50, 720, "The two sides agreed on the coopera-"),
    Put(50, 706, "tion of their funders, and on a long-"),
    Put(50, 692, "term plan. They will meet next year in"),
    Put(50, 678, "Tokyo."),
    Put(50, 650, "They agreed to:"),
    Put(60, 636, "\u2022"),
    Put(80, 636, "launch a call on hydrogen;"),
    Put(60, 622, "\u2022"),
    Put(80, 622, "meet again, as the UK-"),
    Put(80, 608, "Japan partnership needs."),
    Put(50, 580, "The last sentence of this page goes on"),
    Put(290, 30, "- 1 -"),
)
SECOND = (
    Put(50, 760, "over to the next one, and ends there."),
    Put(50, 732, "All went well."),
    Put(290, 30, "- 2 -"),
)


def texts(*pages: Sequence[Put]) -> list[str]:
    """Return the texts of the passages of a PDF."""
    return [each.text for each in parse(made(*pages), "statement.pdf").passages]


def test_lines_become_the_paragraphs_that_they_were() -> None:
    """Words that a line's end parted are whole, compounds keep their hyphen, pages go on."""
    found = parse(made(FIRST, SECOND), "statement.pdf")
    assert found.title == "Joint statement"
    assert [(each.kind.value, each.text) for each in found.passages] == [
        (
            "paragraph",
            (
                "The two sides agreed on the cooperation of their funders, and on a long-term "
                "plan. They will meet next year in Tokyo."
            ),
        ),
        ("paragraph", "They agreed to:"),
        ("bullet", "launch a call on hydrogen;"),
        ("bullet", "meet again, as the UK-Japan partnership needs."),
        (
            "paragraph",
            "The last sentence of this page goes on over to the next one, and ends there.",
        ),
        ("paragraph", "All went well."),
    ]
    assert [each.lead for each in found.passages[2:4]] == [1, 1]


def test_numbers_and_titles_of_pages_are_no_text() -> None:
    """What stands at the edge of every page is left out."""
    pages = [
        (
            Put(50, 780, "Joint statement, draft"),
            Put(50, 700, f"The sides will act on point {number}."),
            Put(290, 20, f"Page {number} of 3"),
        )
        for number in (1, 2, 3)
    ]
    assert texts(*pages) == [f"The sides will act on point {number}." for number in (1, 2, 3)]


def test_larger_letters_are_a_heading() -> None:
    """A PDF has no headings; their letters are larger."""
    page = (
        Put(50, 700, "The two sides met in London."),
        Put(50, 670, "Next steps", 15),
        Put(50, 640, "They will meet again in Tokyo in 2025."),
    )
    found = parse(made(page), "s.pdf").passages
    assert [each.kind for each in found][1] is PassageKind.HEADING


def test_without_the_library_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named, and what to do without it."""
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    with pytest.raises(NeedsExtra) as refusal:
        parse(made(SECOND), "s.pdf")
    assert "jcm-ledger[pdf]" in refusal.value.hint


def test_pages_without_text_are_told_to_be_pictures() -> None:
    """A scan has no text layer."""
    with pytest.raises(NoText, match="no text in this PDF"):
        parse(made(()), "s.pdf")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n" + bytes(range(256)) * 400,
        b"They will act.",
        made(FIRST)[:500],
        stream(zlib.compress(bytes(400_000_000), 1)),
    ],
    ids=["noise", "none", "cut", "bomb"],
)
def test_what_is_no_safe_pdf_is_refused(data: bytes) -> None:
    """A file that is damaged, or would unpack to what no machine has, costs no more than a look."""
    with pytest.raises(CannotReadStatement) as refusal:
        parse(data, "statement.pdf")
    assert refusal.value.hint

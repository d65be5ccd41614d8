"""What headings mean."""

import re
from pathlib import Path

import pytest

from jcm_ledger.model.text import as_name
from jcm_ledger.rules.importing.headings import WORDS, key_of


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Owner", "owners"),
        ("LEAD", "owners"),
        ("Action owner", "owners"),
        ("Responsible Institution", "owners"),
        ("担当", "owners"),
        ("担当機関", "owners"),
        ("日本側担当機関", "owners"),
        ("担当省庁", "owners"),
        ("Status", "status"),
        ("Current status:", "status"),
        ("Status (R/A/G)", "status"),
        ("進捗", "status"),
        ("進捗状況", "status"),
        ("Due", "deadline"),
        ("Due date (dd/mm/yyyy)", "deadline"),
        ("Deadline", "deadline"),
        ("期限", "deadline"),
        ("期　限", ""),
        ("Action", "title"),
        ("Agreed action", "title"),
        ("Recommendation", "title"),
        ("Commitment", "title"),
        ("事項", "title"),
        ("取組事項", "title"),
        ("Ref", "paragraph"),
        ("Ref.", "paragraph"),
        ("Milestone reference", "paragraph"),
        ("No.", "number"),
        ("#", "number"),
        ("番号", "number"),
        ("Ｎｏ．", "number"),
        ("Theme", "theme"),
        ("分野", "theme"),
        ("Notes", "note"),
        ("Latest update", "note"),
        ("備考", "note"),
        ("Evidence", "evidence"),
        ("根拠資料", "evidence"),
        ("件名（和文）", "title_ja"),
    ],
)
def test_headings_in_either_language_are_known(heading: str, key: str) -> None:
    """Whole, or by the words at their end, whatever their case, width and points."""
    assert key_of(heading) == key


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Budget",
        "RAG",
        "担当者",
        "Start date",
        "Lead officer",
        "Yes/No",
        "Next meeting",
        "予算状況",
    ],
)
def test_what_means_something_else_is_not_known(heading: str) -> None:
    """A person is no body, and the day something begins is not that of a report."""
    assert key_of(heading) == ""


def test_the_page_on_importing_lists_every_heading() -> None:
    """As the rules have them, in their order."""
    page = (Path(__file__).parents[3] / "docs" / "importing.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE)
    told = {key: tuple(re.findall("`([^`]+)`", words)) for key, words in rows}
    assert told == dict(WORDS)
    assert [key for key, _words in rows] == list(WORDS)


def test_no_heading_means_two_things() -> None:
    """Compared as headings are."""
    every = [word for words in WORDS.values() for word in words]
    assert len({as_name(word) for word in every}) == len(every)
    assert {key_of(word) for word in every} == set(WORDS)

"""The words of a return's form, and how they are recognised."""

import pytest

from jcm_ledger.model.return_form import (
    ANSWERS,
    HEAD_ANSWERS,
    HEADINGS,
    IN_ONE_CELL,
    LABELS,
    STATUS_WORDS,
    YES,
    FormLanguage,
    FormWords,
    HeadCell,
    NoChange,
    ReturnColumn,
    column_headed,
    head_cell_labelled,
    says_yes,
    status_answered,
)
from jcm_ledger.model.status import Status


@pytest.mark.parametrize("language", FormLanguage)
def test_what_the_form_says_is_recognised(language: FormLanguage) -> None:
    """Every heading, label and word is known again, whichever language the form has."""
    for column, words in HEADINGS.items():
        assert column_headed(words.said(language)) is column
        assert column_headed(words.said(language, IN_ONE_CELL)) is column
    for cell, words in LABELS.items():
        assert head_cell_labelled(words.said(language)) is cell
    for status, words in STATUS_WORDS.items():
        assert status_answered(words.said(language, IN_ONE_CELL)) is status
    assert says_yes(YES.said(language, IN_ONE_CELL))


def test_each_column_cell_and_status_has_words_of_its_own() -> None:
    """None is without a heading in either language, and no two share one."""
    assert [*HEADINGS] == [*ReturnColumn]
    assert {*LABELS} == {*HeadCell}
    assert [*STATUS_WORDS] == [NoChange.NO_CHANGE, *Status]
    for table in (HEADINGS, LABELS, STATUS_WORDS):
        for spoken in zip(*table.values(), strict=True):
            assert all(spoken)
            assert len({*spoken}) == len(table)


@pytest.mark.parametrize(
    "heading", ["  WHAT   happened ", "What\nhappened", "ＷＨＡＴ ｈａｐｐｅｎｅｄ", "内容"]
)
def test_a_heading_is_known_as_it_looks(heading: str) -> None:
    """Capitals, blanks, lines and the width of letters do not count."""
    assert column_headed(heading) is ReturnColumn.NOTE


@pytest.mark.parametrize("text", ["", " ", "Comments", "what happens", "内", "status answers"])
def test_other_words_are_no_heading(text: str) -> None:
    """What only resembles a heading, a label or a word of the list is none."""
    assert column_headed(text) is None
    assert head_cell_labelled(text) is None
    assert status_answered(text) is None
    assert not says_yes(text)


def test_words_are_said_in_one_language_or_both() -> None:
    """Both stand one above the other, or with what is asked for between them."""
    words = FormWords("Status", "進捗状況")
    assert words.said(FormLanguage.EN) == "Status"
    assert words.said(FormLanguage.JA) == "進捗状況"
    assert words.said(FormLanguage.BOTH) == "Status\n進捗状況"
    assert words.said(FormLanguage.BOTH, IN_ONE_CELL) == "Status / 進捗状況"


def test_what_is_asked_follows_what_is_told() -> None:
    """A clerk reads from left to right; the code, which nobody reads, is the last column."""
    order = [*ReturnColumn]
    places = [order.index(column) for column in ANSWERS]
    assert places == [*range(places[0], places[-1] + 1)]
    assert order[places[-1] + 1 :] == [ReturnColumn.CODE]
    assert HeadCell.REFERENCE not in HEAD_ANSWERS

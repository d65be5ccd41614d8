"""The conversation in Japanese: its tables are whole, well written, and safe with any value."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.render.phrases.japanese.messages import BY_TRADE, japanese
from jcm_ledger.render.phrases.japanese.messages.sentences import Catalogue, said_twice

PAIRS = [pair for pairs in BY_TRADE.values() for pair in pairs]
PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
KINDS = {"", "said", "known", "lines", "names", "cells", "spoken", "count", "word", "tail"}
TYPED = re.compile(
    r"`[^`]*`|(?<![A-Za-z])(?:jcm|git|mkdir|chmod|rm|docker) [\x20-\x7e]*"
    r"|(?:COMMAND )?--[a-z-]+(?: [A-Za-z]+)?|\"[^\"]*\""
)
"""What is typed as it stands: commands, options, what is between quotes."""


def names(template: str) -> list[str]:
    """Return the names of the values in a sentence."""
    return [place[1] for place in PLACE.finditer(template)]


def test_no_sentence_stands_twice() -> None:
    """Whoever corrects a sentence corrects it everywhere."""
    english = [pair[0] for pair in PAIRS]
    assert sorted({each for each in english if english.count(each) > 1}) == []


def test_both_languages_tell_the_same_values() -> None:
    """A value that the English tells is told in Japanese too; one that is told twice, once."""
    for english, told in PAIRS:
        once = names(english)
        assert len(once) == len(set(once)), english
        assert set(names(told)) <= set(once), english
        assert {place[2] or "" for place in PLACE.finditer(english)} <= KINDS, english
        assert "}{" not in english.replace("{how:tail}", ""), english  # where would one end?
        untold = set(once) - set(names(told))
        assert not untold or len(set(names(told)) - untold) >= len(untold) or "key" in untold, (
            english
        )


def test_japanese_is_written_as_ministries_write_it() -> None:
    """Full-width marks, no blank between Latin and Japanese, no English beside what is typed."""
    for english, japanese_ in PAIRS:
        told = TYPED.sub("", PLACE.sub("", japanese_))
        assert not re.search(r"[\u3040-\u9fff] ?[,;:?!](?!\S*[/=])", told), told
        assert not re.search(r"[\u3040-\u9fff] [A-Za-z]|[A-Za-z] [\u3040-\u9fff]", told), told
        assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", told), told
        assert english != japanese_ or TYPED.match(english), english


@given(st.text())
def test_a_value_is_told_as_it_is(value: str) -> None:
    """Braces, newlines, letters of patterns and sentences in it are only text."""
    assert japanese(f'unknown commitment "{value}"') == f"コミットメント「{value}」は見つかりません"


@given(st.text(), st.text())
def test_only_values_that_are_messages_are_translated(one: str, other: str) -> None:
    """Of what stands in a ledger nothing is taken for ours."""
    table = Catalogue([("say {what} of {whom:said}", "{whom}に{what}"), ("all", "全員")])
    told = table.said(f"say {one} of {other}")
    assert told is not None
    said, _, whom = f"{one} of {other}".partition(" of ")
    assert told == f"{'全員' if whom == 'all' else whom}に{said}"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    """It is translated, or it is not ours."""
    assert japanese(text) is None or japanese(text)


@pytest.mark.parametrize(
    "piece",
    ["a", "unknown ", 'unknown x "', "a: ", "x, entry of y: ", "a:1: ", "jcm: ", ", ", "\n", "{n}"],
)
def test_a_long_text_takes_no_longer_than_it_is(piece: str) -> None:
    """A hostile value of 100,000 letters is told at once: each table looks through it once."""
    begun = time.process_time()
    japanese(piece * (100_000 // len(piece)))
    japanese(f'unknown commitment "{piece * (100_000 // len(piece))}"')
    assert time.process_time() - begun < 2


def test_what_is_more_literal_is_meant() -> None:
    """Where several sentences fit, the one that begins as the text does, then the longer one."""
    table = Catalogue([("{a} is {b}", "1"), ("it is {b}", "2"), ("it is {b} now", "3")])
    assert [table.said(text) for text in ("he is here", "it is here", "it is here now")] == [
        *"123",
    ]


def test_a_kind_of_value_has_to_fit() -> None:
    """A number is a number, and a message that has to be known is."""
    sentence = said_twice("{n:count} of {what:word}", "")
    assert sentence.values("3,000 of x") == ("3,000", "x")
    assert sentence.values("some of x") is None
    assert sentence.values("3 of x y") is None
    assert Catalogue([("{a:known}!", "{a}")]).said("hello!") is None

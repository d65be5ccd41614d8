"""The table of wordings holds what it says."""

import pytest

from jcm_ledger.rules.drafting.english.patterns import forms, heads, match_end, tokens
from jcm_ledger.rules.drafting.results import Outcome, Sentence
from jcm_ledger.rules.drafting.wordings.table import LISTS, WORDINGS, Sense, Wording
from promises import read

PROMISING = (Sense.PROMISE, Sense.MODAL, Sense.THAT, Sense.TASK)
OUTCOMES = dict.fromkeys(PROMISING, Outcome.PROPOSED)
OUTCOMES |= {Sense.WEAK: Outcome.PERHAPS}
ROWS = [row for row in WORDINGS if row not in LISTS]


def rows_of(sentence: Sentence) -> set[str]:
    """Return the rows of the table that decided what became of a sentence."""
    return {each.wording for each in sentence.proposals} or {sentence.wording}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example[:40])
def test_each_example_is_read_by_its_row(row: Wording) -> None:
    """What the table says of a wording is what a draft does with its example."""
    sentence = read(row.example)
    assert row.pattern in rows_of(sentence)
    assert sentence.outcome is OUTCOMES.get(row.sense, Outcome.LEFT_OUT)
    if row.sense in OUTCOMES and row.sense is not Sense.MODAL and row.strength is not None:
        assert {each.strength for each in sentence.proposals} == {row.strength}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.counter[:40])
def test_no_counter_example_is_read_by_its_row(row: Wording) -> None:
    """The sentence that looks alike does not come out as the wording has it."""
    sentence = read(row.counter)
    outcome = OUTCOMES.get(row.sense, Outcome.LEFT_OUT)
    assert row.pattern not in rows_of(sentence) or sentence.outcome is not outcome


def test_no_row_stands_twice() -> None:
    """Whoever looks a wording up finds one row."""
    patterns = [(row.lang, row.pattern) for row in WORDINGS]
    assert len(set(patterns)) == len(patterns)


def test_a_verb_has_its_forms() -> None:
    """Past, present and -ing of a verb are matched, doubled letters and irregular ones too."""
    assert forms("commit") == {"commit", "commits", "committed", "committing"}
    assert {"undertook", "undertakes"} <= forms("undertake")
    assert {"reaffirmed", "reaffirming"} <= forms("reaffirm")
    assert {"intends", "intended"} <= forms("intend")
    assert {"signify", "signifies", "signified"} <= forms("signify")


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("agree~ [not] to", "agreed to meet", "agreed to"),
        ("agree~ [not] to", "agreed jointly not to meet", "agreed jointly not to"),
        ("agree~ [not] to", "agreed, to meet", None),
        ("confirm~ {their} plan to", "confirmed their joint plan to go", "confirmed their joint plan to"),
        ("task~ \u2026 to", "tasked the marine group to draw", "tasked the marine group to"),
        ("will {do}", "will further deepen ties", "will"),
        ("will {do}", "will, if asked, deepen ties", "will"),
        ("will {do}", "will the committee", None),
        ("commit~ {money}", "committed \u00a35 million", "committed"),
        ("commit~ {money}", "committed a mistake", None),
        ("be~ to {be}", "is to be held", "is to"),
    ],
)  # fmt: skip
def test_a_pattern_matches_words(pattern: str, text: str, matched: str | None) -> None:
    """Adverbs may stand between the words of a pattern, marks may not, and what follows is no part."""
    words = tokens(text)
    assert words[0].word in heads(pattern)
    end = match_end(pattern, text, words, 0)
    assert (text[:end] if end is not None else None) == matched

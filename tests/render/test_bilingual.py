"""Words in both languages at once: what is said alike stands once, and nothing is lost."""

import pytest

from jcm_ledger.render.phrases.bilingual import Bilingual, together


@pytest.mark.parametrize(
    ("english", "japanese"), [("UKRI, JST", "UKRI、JST"), ("Id", "ID"), ("2024-06", "2024-06")]
)
def test_words_that_differ_in_punctuation_alone_stand_once(english: str, japanese: str) -> None:
    """A name or a day is not said twice for a comma."""
    assert together(english, japanese) == english


@pytest.mark.parametrize(("english", "japanese"), [("C#", "C++"), (":", "<"), ("!", "?")])
def test_signs_are_no_punctuation(english: str, japanese: str) -> None:
    """A title of signs is not taken for another one."""
    both = together(english, japanese)
    assert isinstance(both, Bilingual)
    assert (both.english, both.japanese) == (english, japanese)

"""Words in both languages at once: what is made of them, and what is said only once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.render.phrases import BOTH, ENGLISH, ERAS, JAPANESE, speak
from jcm_ledger.render.phrases.bilingual import (
    Bilingual,
    each_language,
    english,
    in_one_line,
    japanese,
)
from jcm_ledger.render.phrases.text_language import other_language
from jcm_ledger.render.phrases.together import in_each, together

WORDS = st.text(min_size=1, max_size=20)


@given(WORDS, WORDS)
def test_what_is_made_of_both_is_made_of_each(one: str, other: str) -> None:
    """A function that knows nothing of languages gets the words of one at a time."""
    made = in_each("<{}>{}".format, Bilingual(one, other), "!")
    assert english(made) == f"<{one}>!"
    assert japanese(made) == f"<{other}>!" or japanese(made) == f"<{one}>!"
    assert in_each("<{}>".format, one) == f"<{one}>"


@pytest.mark.parametrize(
    ("one", "other", "lines"),
    [
        ("UKRI, JST", "UKRI、JST", ["UKRI, JST"]),
        ("Id", "ID", ["Id"]),
        ("2024-06-30", "2024-06-30", ["2024-06-30"]),
        ("", "期限", ["期限"]),
        ("Deadline", "", ["Deadline"]),
        ("DSIT, METI", "DSIT、経済産業省", ["DSIT, METI", "DSIT、経済産業省"]),
        ("11", "11件", ["11", "11件"]),
        ("C#", "C++", ["C#", "C++"]),
        ("!", "?", ["!", "?"]),
        ("2024-06-30, ", "2024-06-30　", ["2024-06-30, ", "2024-06-30　"]),
        (": UK Space Agency", "", [": UK Space Agency", ""]),
    ],
)
def test_words_that_both_languages_read_alike_are_said_once(
    one: str, other: str, lines: list[str]
) -> None:
    """Names in a row with the punctuation of either language, numbers, days.

    A piece of a line has the signs of its language: no English comma gets into Japanese.
    """
    said = together(one, other)
    assert isinstance(said, str)
    assert [text for _lang, text in each_language(said)] == lines
    assert in_one_line(said) == " / ".join(lines)


def test_a_text_of_two_lines_is_not_taken_for_two_languages() -> None:
    """Only what was said in both is."""
    assert each_language("Deadline\n期限") == [("", "Deadline\n期限")]
    assert in_one_line("a\nb") == "a\nb"


def test_a_phrase_passes_each_language_what_is_its_own() -> None:
    """In lists and mappings too: a name reaches the sentence of its language."""
    say = speak(BOTH)
    who = Bilingual("both sides", "双方")
    said = say.named(who, say.joined([who, "DSIT"]))
    assert each_language(said) == [
        ("en", "both sides: both sides, DSIT"),
        ("ja", "双方：双方、DSIT"),
    ]
    assert english({"a": who, "b": 1}) == {"a": "both sides", "b": 1}


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        ("Semiconductor talks", JAPANESE, "en"),
        ("Semiconductor talks", ERAS, "en"),
        ("Semiconductor talks", ENGLISH, ""),
        ("Semiconductor talks", BOTH, ""),
        ("半導体に関する協議", JAPANESE, ""),
        ("半導体に関する協議", ENGLISH, "ja"),
        ("半導体に関する協議", BOTH, "ja"),
        ("UKRI、JST（推定）", JAPANESE, ""),
        ("Straße", JAPANESE, "en"),
        ("2024-06-30", JAPANESE, ""),
        ("", JAPANESE, ""),
        (Bilingual("Deadline", "期限"), BOTH, ""),
    ],
)
def test_the_letters_of_a_text_tell_its_language(text: str, page: str, language: str) -> None:
    """What a page says in its own language is not marked, nor what is no language at all."""
    assert other_language(text, page) == language

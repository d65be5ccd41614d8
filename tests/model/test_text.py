"""Texts as they are compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.model.text import as_name, folded, is_japanese


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾛﾎﾞｯﾄ", "ロボット"),
        ("フ\u309aロク\u3099ラム", "プログラム"),
        ("Ｑｕａｎｔｕｍ", "quantum"),
        ("Cafe\u0301", "CAFÉ"),
        ("Straße", "STRASSE"),
        ("㍿", "株式会社"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_what_looks_alike_is_equal(one: str, other: str) -> None:
    """Width, composition and case make no difference to a search."""
    assert folded(one) == folded(other)


def test_what_only_resembles_is_not_equal() -> None:
    """A voicing mark is another letter; so is a letter of another script."""
    assert folded("で") != folded("て")
    assert folded("АВС") != folded("ABC")


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    """What is folded stays as it is, whichever way its letters were composed."""
    once = folded(text)
    assert folded(once) == once
    assert folded(unicodedata.normalize("NFD", text)) == once
    assert as_name(f"  {text}\u3000") == as_name(text)


def test_blanks_of_names_are_one_and_within() -> None:
    """Two themes that differ in blanks are one to the eye."""
    assert as_name("  Life\u3000  sciences\n") == "life sciences"


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("", False),
        ("Talks in Tokyo", False),
        ("Café", False),
        ("半導体に関する協議", True),
        ("ロボット", True),
        ("METIとDSITが会合を開いた。", True),
        ("The Ministry (経済産業省) met the department.", False),
        ("ソフトウェアV2", True),
        ("ο δος", False),
    ],
)
def test_a_text_is_japanese_if_most_of_it_is(text: str, japanese: bool) -> None:  # noqa: FBT001 - a parameter
    """A name in the other script does not decide of what language a note is."""
    assert is_japanese(text) is japanese

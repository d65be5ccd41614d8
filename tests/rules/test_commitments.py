"""New commitments."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.rules.commitments import propose_id


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Semiconductor partnership talks", "semiconductor-partnership-talks"),
        ("Exchange of [ocean] data", "exchange-ocean-data"),
        ("Échange à Paris", "echange-paris"),
        ("国際共同研究", "国際共同研究"),
        ("第24回会合を日本で開催", "第24回会合を日本で開催"),
        ("ﾛﾎﾞｯﾄ と ドイツ", "ロボット-と-ドイツ"),
        ("Йод", "йод"),
        ("भारत partnership", "partnership"),
        ("भारत", "commitment"),
        ("Ｑｕａｎｔｕｍ ﬁelds", "quantum-fields"),
        ("The and of", "the-and-of"),
        ("…", "commitment"),
        ("A programme of talks that goes on and on and on", "programme-talks-that-goes"),
    ],
)
def test_an_id_is_made_of_the_title_s_telling_words(title: str, name: str) -> None:
    """Small words and signs are left out, and it does not get long."""
    assert propose_id(title, ()) == name


def test_an_id_that_is_taken_gets_a_number() -> None:
    """The first that is free, from 2."""
    assert propose_id("Talks", {"talks", "talks-2"}) == "talks-3"
    assert propose_id("Talks", {"TALKS"}) == "talks-2"
    assert propose_id("ロボット", {"ﾛﾎﾞｯﾄ"}) == "ロボット-2"


@given(st.text(max_size=80))
def test_any_title_gives_an_id_that_can_be_typed(title: str) -> None:
    """No blank, sign or capital of its own, whatever the title."""
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", propose_id(title, ()))

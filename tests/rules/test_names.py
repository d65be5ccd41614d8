"""Finding the name somebody meant."""

import pytest

from jcm_ledger.errors import AmbiguousName, UnknownName
from jcm_ledger.rules.names import choose, nearest, resolve

IDS = ["semiconductor-talks", "semiconductors", "space", "Quantum"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("space", "space"),
        ("SPACE", "space"),
        ("quantum", "Quantum"),
        ("sp", "space"),
        ("q", "Quantum"),
        ("QUA", "Quantum"),
        ("semiconductor-", "semiconductor-talks"),
    ],
)
def test_a_name_may_be_shortened_to_what_is_unique(typed: str, found: str) -> None:
    """An id is found exactly, in another case, or by a beginning that only it has."""
    assert resolve("commitment", typed, IDS) == found


def test_an_exact_name_beats_what_it_is_the_beginning_of() -> None:
    """An id that begins another can still be named."""
    assert resolve("commitment", "talks", ["talks-again", "talks"]) == "talks"
    assert resolve("commitment", "TALKS", ["talks-again", "talks"]) == "talks"


def test_an_exact_name_beats_another_case() -> None:
    """Of two ids that differ in case alone the one typed is meant."""
    assert resolve("body", "dsit", ["DSIT", "dsit"]) == "dsit"
    assert choose("body", "dsit", ["DSIT", "dsit"]) == "dsit"


def test_a_beginning_of_several_names_lists_them() -> None:
    """Nothing is guessed: the error says how many ids fit and the hint names them."""
    with pytest.raises(AmbiguousName) as caught:
        resolve("commitment", "semi", IDS)
    assert str(caught.value) == 'commitment "semi" is the beginning of 2 ids'
    assert caught.value.hint == "type more of it: semiconductor-talks, semiconductors"
    assert caught.value.code == 3


def test_an_unknown_name_gets_the_nearest_ones_and_all_there_are() -> None:
    """A mistyped id is answered with what was probably meant."""
    with pytest.raises(UnknownName) as caught:
        resolve("commitment", "spcae", IDS)
    assert str(caught.value) == 'unknown commitment "spcae"'
    assert caught.value.hint == (
        "did you mean space? known: semiconductor-talks, semiconductors, space, Quantum"
    )
    assert caught.value.code == 3


def test_a_name_like_no_other_gets_the_list_without_a_guess() -> None:
    """The hint does not pretend to know what was meant."""
    with pytest.raises(UnknownName) as caught:
        resolve("body", "zzz", ["DSIT", "METI"])
    assert caught.value.hint == "known: DSIT, METI"


def test_a_ledger_without_such_names_says_so() -> None:
    """The hint on an empty ledger does not end in an empty list."""
    with pytest.raises(UnknownName) as caught:
        resolve("commitment", "space", [])
    assert caught.value.hint == "the ledger has none"


def test_a_long_list_of_names_is_cut_and_counted() -> None:
    """A hint stays readable in a ledger of many commitments."""
    ids = [f"item-{number:02}" for number in range(20)]
    with pytest.raises(UnknownName) as unknown:
        resolve("commitment", "zzz", ids)
    assert unknown.value.hint.endswith("item-13, item-14 and 5 more")
    with pytest.raises(AmbiguousName) as ambiguous:
        resolve("commitment", "item", ids)
    assert "beginning of 20 ids" in str(ambiguous.value)
    assert ambiguous.value.hint.endswith("item-13, item-14")


def test_nothing_typed_is_no_beginning() -> None:
    """An empty name does not pick the only commitment there is."""
    with pytest.raises(UnknownName, match='unknown commitment ""'):
        resolve("commitment", "", ["space"])


def test_the_end_or_middle_of_a_name_is_no_beginning() -> None:
    """Only the beginning of an id may be left to the tool to complete."""
    with pytest.raises(UnknownName):
        resolve("commitment", "talks", IDS)


@pytest.mark.parametrize("typed", ["METI", "meti", "Meti"])
def test_a_name_that_is_recorded_may_be_typed_in_any_case(typed: str) -> None:
    """What goes on file is the ledger's own spelling."""
    assert choose("body", typed, ["DSIT", "METI"]) == "METI"


def test_a_name_that_is_recorded_may_not_be_shortened() -> None:
    """A report is never put on file for a body that was only half named."""
    with pytest.raises(UnknownName) as caught:
        choose("body", "MET", ["DSIT", "METI"])
    assert str(caught.value) == 'unknown body "MET"'
    assert caught.value.hint == "did you mean METI? known: DSIT, METI"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dsti", ["DSIT"]),
        ("in-progres", ["in-progress"]),
        ("finished", []),
        ("", []),
    ],
)
def test_nearest_names_are_found_in_any_case(typed: str, found: list[str]) -> None:
    """A guess is made only where something looks alike, in the spelling of the ledger."""
    assert nearest(typed, ["DSIT", "METI", "in-progress", "completed"]) == found


def test_nearest_names_are_three_at_most_the_most_similar_first() -> None:
    """A guess is short and starts with the likeliest."""
    names = ["talk-1234", "talks-12", "talks-1", "talks"]
    assert nearest("talks", names) == ["talks", "talks-1", "talks-12"]

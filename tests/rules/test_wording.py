"""What people say for a status."""

import re

import pytest

from examples import SHIPPED
from jcm_ledger.errors import UnclearStatus, UnknownName
from jcm_ledger.model.status import Status
from jcm_ledger.rules import wording

PAGE = (SHIPPED.parent / "docs" / "wording.md").read_text(encoding="utf-8")


def rows(title: str) -> dict[str, str]:
    """Return the second column of the page's table of this head by the first."""
    table = PAGE.partition(f"\n| {title} |")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| (`.+`) \| (.+) \|$", table, re.MULTILINE))


def test_the_page_has_every_word() -> None:
    """Whoever looks a word up finds what it means, or why it is refused."""
    told = {
        word.strip("`"): re.findall(r"`([^`]+)`", words) for word, words in rows("status").items()
    }
    assert told == {status.value: list(words) for status, words in wording.WORDS.items()}
    refused = {
        word: why for words, why in rows("word").items() for word in re.findall(r"`([^`]+)`", words)
    }
    assert refused == dict(wording.UNCLEAR)


def test_no_word_means_two_things() -> None:
    """Each stands once, and none is both taken and refused."""
    words = [*Status, *wording.UNCLEAR, *(each for of in wording.WORDS.values() for each in of)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("completed", Status.COMPLETED),
        ("Done", Status.COMPLETED),
        ("ON-HOLD", Status.STALLED),
        ("on  hold", Status.STALLED),
        ("On\u2011Hold", Status.STALLED),
        ("In Progress", Status.IN_PROGRESS),
        ("in_progress", Status.IN_PROGRESS),
        ("not started", Status.NOT_STARTED),
        ("Ｄｏｎｅ", Status.COMPLETED),
        ("完了", Status.COMPLETED),
        ("進行中", Status.IN_PROGRESS),
        ("取りやめ", Status.NOT_PURSUED),
    ],
)
def test_words_are_compared_as_they_look(said: str, meant: Status) -> None:
    """Case, width, hyphens and blanks make no difference."""
    assert wording.status(said) is meant


@pytest.mark.parametrize(
    ("word", "instead"), [("Closed", "not-pursued"), ("終了", "completed"), ("pending", "stalled")]
)
def test_what_says_too_little_is_refused_with_what_to_say(word: str, instead: str) -> None:
    """A word that would be a guess is none."""
    with pytest.raises(UnclearStatus) as refused:
        wording.status(word)
    assert word in str(refused.value)
    assert instead in refused.value.hint


@pytest.mark.parametrize("word", ["", "-", "soon", "do", "don"])
def test_other_words_are_unknown(word: str) -> None:
    """The error has the six."""
    with pytest.raises(UnknownName) as refused:
        wording.status(word)
    assert "known: not-started" in refused.value.hint

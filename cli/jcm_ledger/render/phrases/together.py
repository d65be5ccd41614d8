"""What two languages say, put together: equal words once, others one below the other."""

import re
from collections.abc import Callable, Mapping
from typing import cast
from unicodedata import category, normalize

from jcm_ledger.render.phrases.bilingual import Bilingual, english, japanese

_KANA_OR_KANJI = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_JOINS = (": ", ", ", "; ")
"""How a piece begins that goes on with the line before it."""


def together(english: object, japanese: object) -> object:
    """Return what both languages say: equal words once, others one below the other.

    Words are equal that differ in their punctuation alone: "UKRI, JST" and 「UKRI、JST」; but what
    is only a piece of a line, as "2024-06-30, ", is each language's own, that its signs stay out of
    the other one's line. Lists of one length are put together word by word, others one after the
    other.
    """
    if english == japanese:
        return english
    match english, japanese:
        case str(), str():
            return _words(english, japanese)
        case Mapping(), Mapping():
            return {key: together(value, japanese[key]) for key, value in english.items()}
        case ((list() | tuple()), (list() | tuple())):
            beside = len(english) == len(japanese)
            pairs = zip(english, japanese, strict=False)
            words = [together(*pair) for pair in pairs] if beside else [*english, *japanese]
            return type(english)(words)
    return english


def _words(english: str, japanese: str) -> str:
    """Return words in both languages, or in one where the other says nothing else."""
    if not _is_piece(english):
        if not english or _same_but_for_punctuation(english, japanese):
            return english or japanese
        if not japanese:
            return english
    return Bilingual(english, japanese)


def _is_piece(words: str) -> bool:
    """Return whether words are to stand before or after others in a line."""
    return words.startswith(_JOINS) or words.endswith(" ")


def _same_but_for_punctuation(one: str, other: str) -> bool:
    """Return whether words have the same letters, digits and signs, and any at all."""
    if one.isascii() and _KANA_OR_KANJI.search(other):
        return False
    plain = _without_punctuation(one)
    return plain != "" and plain == _without_punctuation(other)


def _without_punctuation(words: str) -> str:
    """Return words regardless of case and width, without punctuation and blanks."""
    letters = normalize("NFKC", words).casefold()
    return "".join(letter for letter in letters if category(letter)[0] not in "PZC")


def in_each(make: Callable[..., str], *words: str) -> str:
    """Return what is made of words: of words in both languages, what is made of each language."""
    for each in words:  # a loop: it is asked of every word of a report
        if isinstance(each, Bilingual):
            one, other = map(english, words), map(japanese, words)
            return cast("str", together(make(*one), make(*other)))
    return make(*words)

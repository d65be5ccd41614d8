"""Words in both languages at once."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Self, cast
from unicodedata import category, normalize

from jcm_ledger.model.text import is_japanese

_JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f]")
"""What only Japanese has: its letters, its punctuation, and wide forms of others."""

_KANA_OR_KANJI = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]{2}")


class Bilingual(str):
    """Words in English, and below them in Japanese: as a text, two lines.

    A medium that can say which language a line is in draws `english` and `japanese` by themselves.
    """

    __slots__ = ("english", "japanese")

    english: str
    japanese: str

    def __new__(cls, english: str, japanese: str) -> Self:
        """Return the words in both languages."""
        words = super().__new__(cls, f"{english}\n{japanese}")
        words.english, words.japanese = english, japanese
        return words


def each_language(words: str) -> Sequence[tuple[str, str]]:
    """Return words by language (BCP 47), one or two; "" is the language of what is around them."""
    if isinstance(words, Bilingual):
        return [("en", words.english), ("ja", words.japanese)]
    return [("", words)]


def each_line(words: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    """Return words that stand in one line as a line a language, or as the one that they are."""
    if any(isinstance(each, Bilingual) for each in words):
        lines = english(words), japanese(words)
        return cast("Sequence[tuple[str, ...]]", lines)
    return [words]


def first(words: str) -> str:
    """Return words in one language, for what cannot have two: in English where they have both."""
    return words.english if isinstance(words, Bilingual) else words


def english(value: object) -> object:
    """Return a value with the English of each text in it that has both languages."""
    return _parted(value, "english")


def japanese(value: object) -> object:
    """Return a value with the Japanese of each text in it that has both languages."""
    return _parted(value, "japanese")


def _parted(value: object, part: str) -> object:
    match value:
        case Bilingual():
            return getattr(value, part)
        case tuple() if type(value) is tuple:
            return tuple(_parted(each, part) for each in value)
        case list():
            return [_parted(each, part) for each in value]
        case Mapping() if any(isinstance(each, Bilingual) for each in value.values()):
            return {key: _parted(each, part) for key, each in value.items()}
    return value


def together(english: object, japanese: object) -> object:
    """Return what both languages say: equal words once, others one below the other.

    Words are equal that differ in their punctuation alone: "UKRI, JST" and 「UKRI、JST」. Lists of
    one length are put together word by word, others one after the other.
    """
    if english == japanese:
        return english
    match english, japanese:
        case str(), str() if not english or _same_but_for_punctuation(english, japanese):
            return english or japanese
        case str(), str():
            return Bilingual(english, japanese) if japanese else english
        case Mapping(), Mapping():
            return {key: together(value, japanese[key]) for key, value in english.items()}
        case ((list() | tuple()), (list() | tuple())):
            beside = len(english) == len(japanese)
            pairs = zip(english, japanese, strict=False)
            words = [together(*pair) for pair in pairs] if beside else [*english, *japanese]
            return type(english)(words)
    return english


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


def in_one_line(words: str) -> str:
    """Return words on one line: "Deadline / 期限"."""
    return " / ".join(text for _lang, text in each_language(words))


def other_language(text: str, page: str) -> str:
    """Return the language of a text as its letters tell it, "" where it is that of the page.

    `page` is the tag of the page's phrases. A page of both languages is taken for an English one.
    """
    if isinstance(text, Bilingual):
        return ""
    if page_language(page) == "en":
        return "ja" if is_japanese(text) else ""
    return "" if _JAPANESE.search(text) or not _LATIN.search(text) else "en"


def page_language(lang: str) -> str:
    """Return the language that a page is said to be in, by the tag of its phrases."""
    return "ja" if lang.startswith("ja") else "en"

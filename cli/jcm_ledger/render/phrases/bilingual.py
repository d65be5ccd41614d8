"""Words in both languages at once."""

from collections.abc import Mapping, Sequence
from typing import Self, cast


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


def in_one_line(words: str) -> str:
    """Return words on one line: "Deadline / 期限"."""
    return " / ".join(text for _lang, text in each_language(words))

"""Words in both languages at once."""

from collections.abc import Mapping, Sequence
from typing import Self


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
    return value


def together(english: object, japanese: object) -> object:
    """Return what both languages say: equal words once, others one below the other.

    Lists of one length are put together word by word, others one after the other.
    """
    if english == japanese:
        return english
    match english, japanese:
        case str(), str():
            return Bilingual(english, japanese) if english and japanese else english or japanese
        case Mapping(), Mapping():
            return {key: together(value, japanese[key]) for key, value in english.items()}
        case ((list() | tuple()), (list() | tuple())):
            beside = len(english) == len(japanese)
            pairs = zip(english, japanese, strict=False)
            words = [together(*pair) for pair in pairs] if beside else [*english, *japanese]
            return type(english)(words)
    return english

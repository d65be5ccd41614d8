"""Every phrase in both languages, for working papers of two secretariats."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import cast

from jcm_ledger.model.ledger import Organisation
from jcm_ledger.render.phrases import BOTH, Phrases
from jcm_ledger.render.phrases.bilingual import english, japanese
from jcm_ledger.render.phrases.english import English
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.render.phrases.japanese import Japanese
from jcm_ledger.render.phrases.together import together


def both(bodies: Mapping[str, Organisation]) -> Phrases:
    """Return phrases that are said in English and in Japanese."""
    return cast("Phrases", Both(English(), Japanese(bodies)))


_OF_BOTH_ALREADY = ("titles", "summaries", "notes")
"""Phrases that have each language already."""

_IN_FIGURES = ("month", "month_and_year", "quarter", "year")
"""Labels of an axis, which has room for one language."""


class Both:
    """The phrases of two languages as those of one: each is said in both, equal words once.

    What a phrase is given in both languages reaches each language in its own words. Days stay as
    both languages read them: 2024-06-30.
    """

    lang = BOTH

    def __init__(self, one: object, other: object) -> None:
        self._one, self._other = one, other

    def short_day(self, of: date) -> str:
        """Return a date as a table has it: 2024-06-30."""
        return of.isoformat()

    def __getattr__(self, name: str) -> object:
        """Return a phrase, or a room of phrases, of both languages."""
        if name in _OF_BOTH_ALREADY:
            return getattr(self._one, name)
        if name in _IN_FIGURES:
            return getattr(self._one, name)
        if name == "translated":
            return lambda *_facts: []  # what is said in both languages needs no other
        one, other = getattr(self._one, name), getattr(self._other, name)
        if isinstance(one, EnglishRoom):
            found: object = Both(one, other)
            self.__dict__[name] = found
            return found
        return _said(one, other) if callable(one) else together(one, other)


def _said(one: Callable[..., object], other: Callable[..., object]) -> Callable[..., object]:
    """Return what says a phrase in both languages."""

    def say(*facts: object, **options: object) -> object:
        in_english = one(*map(english, facts), **options)
        in_japanese = other(*map(japanese, facts), **options)
        return together(_listed(in_english), _listed(in_japanese))

    return say


def _listed(said: object) -> object:
    """Return several phrases as a list, also where they come one by one."""
    return list(said) if isinstance(said, Iterator) else said

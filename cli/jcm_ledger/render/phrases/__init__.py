"""What jcm says to people: one class a language, one method a phrase.

`speak` returns the phrases of a language. Where one is said, its type is the union of the
languages: a phrase that a language lacks, or that wants other facts there, is an error of the type
checker.
"""

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jcm_ledger.model.ledger import Organisation
    from jcm_ledger.render.phrases.english import English
    from jcm_ledger.render.phrases.japanese import Japanese

    Phrases: TypeAlias = English | Japanese
    """The phrases of a language, whichever it is."""
else:
    Phrases = object  # a run imports only the languages that it speaks

ENGLISH, JAPANESE, ERAS, BOTH = "en", "ja", "ja-u-ca-japanese", "both"
"""The languages by their tags (BCP 47); ERAS is Japanese that counts years by eras."""

_NOBODY: "Mapping[str, Organisation]" = MappingProxyType({})


def speak(lang: str, bodies: "Mapping[str, Organisation]" = _NOBODY) -> Phrases:
    """Return the phrases of a language by its tag; `bodies` are those it is to call by name."""
    if lang == ENGLISH:
        from jcm_ledger.render.phrases.english import English  # lazy import: one language a run

        return English()
    if lang == BOTH:
        from jcm_ledger.render.phrases.both import both

        return both(bodies)
    from jcm_ledger.render.phrases.japanese import Japanese

    return Japanese(bodies, eras=lang == ERAS)

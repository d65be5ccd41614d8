"""What is said to the person at the keyboard, in their language: errors, hints, questions, help.

Code says it in English. Another language has a table of the sentences, which is imported when the
first of them is said: whoever reads English pays nothing for it.
"""

import re

from jcm_ledger.render.phrases import BOTH, ENGLISH

_WORDS = r"[A-Za-z]{2,}[,;:]? [A-Za-z]|^(hint: )?[A-Z][A-Za-z]+\b"
"""What every sentence in English has, and hardly a line in Japanese: two words, or one in front."""

_spoken = ENGLISH


def begin(lang: str) -> None:
    """Say what comes from now on in a language; in Japanese only where its table has it."""
    global _spoken  # noqa: PLW0603 - one run speaks to one person
    _spoken = lang


def is_english() -> bool:
    """Return whether nothing has to be translated."""
    return _spoken == ENGLISH


def said(english: str) -> str:
    """Return a sentence, a line or a help text in the language of the conversation.

    What the table does not have stays as it is: it is of a ledger, or in Japanese already. In both
    languages the Japanese stands below the English.
    """
    if is_english():
        return english
    return translated(english) if re.search(_WORDS, english) else english


def translated(english: str) -> str:
    """Return the same of a text that is certainly English, such as a single word of a help page."""
    if is_english():
        return english
    from jcm_ledger.render.phrases.japanese.messages import japanese

    told = japanese(english)
    if told is None or told == english:
        return english
    return f"{english}\n{told}" if _spoken == BOTH else told

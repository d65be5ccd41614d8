"""What is said to the person at the keyboard, in their language: errors, hints, questions, help.

Code says it in English. Another language has a table of the sentences, which is imported when the
first of them is said: whoever reads English pays nothing for it.
"""

from jcm_ledger.render.phrases import BOTH, ENGLISH

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

    What the table does not have stays as it is: it is of a ledger, or in Japanese already.
    """
    if is_english():
        return english
    from jcm_ledger.render.phrases.japanese.messages import japanese

    translated = japanese(english)
    if translated is None or translated == english:
        return english
    return f"{english}\n{translated}" if _spoken == BOTH else translated

"""What a text of a ledger is: how it is compared."""

import unicodedata


def folded(text: str) -> str:
    """Return a text as it is searched: NFKC, and regardless of case. It is not for people.

    What looks alike is equal then, however it was typed: ﾛﾎﾞｯﾄ and ロボット, a letter in one
    character or in two, STRASSE and Straße.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFKC", composed.casefold())


def as_name(text: str) -> str:
    """Return a text as names are compared: folded, with one blank for many and none around it."""
    return " ".join(folded(text).split())

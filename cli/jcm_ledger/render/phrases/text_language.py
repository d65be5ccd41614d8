"""In which language a text of a ledger is, as its letters tell it."""

import re

from jcm_ledger.model.text import is_japanese
from jcm_ledger.render.phrases.bilingual import Bilingual

_JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f]")
"""What only Japanese has: its letters, its punctuation, and wide forms of others."""

_LATIN = re.compile("[A-Za-z]{2}")


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

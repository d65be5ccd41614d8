"""The signs by which a text without marks shows what is a heading, a lead-in or a point."""

import re

STOPS = (".", "。", "\uff0e", ":", "\uff1a", ";", "\uff1b", "!", "\uff01", "?", "\uff1f")
"""What ends a sentence, a lead-in or a point, in ASCII and in full width."""

_LEADS = re.compile(
    r"[:\uff1a]\s*$|(?:以下|次|下記|左記)の(?:とおり|通り|点|事項|取組|分野)[^。]{0,30}。?$"
    r"|以下に?[^。]{0,12}。$"
)
_LEADS_WITH_MARKS = re.compile(
    r"\b(?:following|as follows|below|these (?:actions|steps|points|areas))\b|以下|次の|下記",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]|。.")
_RELATIVE = re.compile(r",|\b(?:that|which|who|whose|where|when|as)\b")
_FINITE = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must|is|are|was|were|has|have|had|did)\b"
    r"|(?:\b[A-Z]\w*|\)|\b(?:sides|parties|countries|ministries|governments|agencies))"
    r"\s(?:\w+ly\s|also\s|both\s)?(?:\w+ed|took|held|met|made)\b"
)
_OPENERS = re.compile(
    r"(?:The|Both|They|We|It|This|These|Those|Our|Their|Each|Participants|Ministers|Leaders"
    r"|Finally|Furthermore|Moreover)\b"
)
_NOT_THE_LAST = re.compile(r"(?:[;\uff1b]|[,、]?\s(?:and|or))\s*$")
_WORDS, _LETTERS = 12, 30  # the most of a heading, in a script with blanks and in Japanese
_TITLE_LETTERS = 300


def has_kana_or_kanji(text: str) -> bool:
    """Return whether a letter of Japanese is in a text; no pattern is compiled for others."""
    return not text.isascii() and any(
        "\u3041" <= letter <= "\u30ff" or "\u4e00" <= letter <= "\u9fff" for letter in text
    )


def leads_in(text: str) -> bool:
    """Return whether points follow, by the text alone: it ends in a colon, or says "as follows"."""
    return _LEADS.search(text) is not None


def may_lead_in(text: str) -> bool:
    """Return whether a text before a list leads it in: it says so, or is left unfinished."""
    return (
        leads_in(text)
        or _LEADS_WITH_MARKS.search(text) is not None
        or not text.rstrip().endswith((".", "。"))
    )


def is_point(text: str, before: str) -> bool:
    """Return whether a text without a mark goes on with a list, of which `before` was the last.

    It is one sentence, and the one before ended in a semicolon, or it begins small or ends in
    one, or has no verb of its own.
    """
    if _SENTENCES.search(text):
        return False
    if _NOT_THE_LAST.search(before) or _NOT_THE_LAST.search(text) or text[:1].islower():
        return True
    if has_kana_or_kanji(text):
        return "は、" not in text and (
            not text.endswith("。") or text.endswith(("こと。", "開始。", "実施。"))
        )
    return not (_OPENERS.match(text) or _FINITE.search(_RELATIVE.split(text, maxsplit=1)[0]))


def is_heading(text: str) -> bool:
    """Return whether a text looks like a heading: short, without a stop, and without a verb."""
    return _may_head(text) and _is_short(text) and not _FINITE.search(text)


def is_title(text: str) -> bool:
    """Return whether the first line of a text looks like its title, which may be long."""
    return len(text) <= _TITLE_LETTERS and _may_head(text) and not text[:1].islower()


def _may_head(text: str) -> bool:
    return bool(text) and not text.endswith((*STOPS, ",", "、")) and not _SENTENCES.search(text)


def _is_short(text: str) -> bool:
    if has_kana_or_kanji(text):
        return len(text) <= _LETTERS and "は、" not in text
    return len(text.split()) <= _WORDS and not text[:1].islower()

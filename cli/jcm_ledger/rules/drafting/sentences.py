"""The sentences of a passage, by the library sentencex and a few joins of our own."""

import re

from jcm_ledger.model.text import is_japanese

_NUMBER_ONLY = re.compile(
    r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)\]]*\s*|(?:Article|Section|No|para|"
    r"Para)\.?(?: \d+)?\.?\s*|[\W_]*"
)
_SHORTENED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|incl|Art|No|vol|pp?)\. $"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}\s*$")
_STARTS = re.compile(
    r"(?:The|They|Both|It|In|We|This|These|A|An|At|On|All|Each|Ministers|Participants|Japan|To)\b"
)
_LONG_WORD = re.compile(r"[a-z)]{3}[.!?]\s*$")
_TAIL = 24  # letters at the end of a sentence that say whether it ends there
_GOES_ON = re.compile("[\u3041-\u3096、]")
_CLOSES = re.compile("[」』）)]\\s*$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends (exclusive), without white space.

    All of the text but white space lies in one of them. A number alone is part of the sentence
    after it, and a Japanese quotation of the one that goes on after it.
    """
    import sentencex

    language = "ja" if is_japanese(text) else "en"
    lengths = [len(piece) for piece in sentencex.segment(language, text)]
    if sum(lengths) != len(text):  # the library dropped something: take the text as one
        lengths = [len(text)]
    spans: list[tuple[int, int]] = []
    start = 0
    for length in lengths:
        end = start + length
        if spans and _joins(text, spans[-1], start, end):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        start = end
    trimmed = (_trimmed(text, begin, end) for begin, end in spans)
    return [(begin, end) for begin, end in trimmed if begin < end]


def _joins(text: str, last: tuple[int, int], start: int, end: int) -> bool:
    """Return whether a piece goes on with the sentence before it."""
    before = text[max(last[0], last[1] - _TAIL) : last[1]]
    whole = last[1] - last[0] <= _TAIL
    if (whole and _NUMBER_ONLY.fullmatch(before)) or not text[start:end].strip(" .,;:)"):
        return True
    if _INITIALS.search(before) and not _STARTS.match(text, start):
        return True
    if _CLOSES.search(before):
        return bool(_GOES_ON.match(text, start))
    return bool(_SHORTENED.search(before)) or (
        text[start].islower() and not _LONG_WORD.search(before)
    )


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return begin, end

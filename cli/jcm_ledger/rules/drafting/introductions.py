"""Bodies that a statement introduces itself: "Research Council of Norway (RCN)"."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

_LETTERS = re.compile(r"[(\uff08]([A-Z][A-Za-z0-9&*-]{1,11})[)\uff09]")
_WORD = re.compile(r"\S+")
_SMALL = frozenset(
    {"of", "for", "and", "the", "on", "in", "de", "des", "du", "la", "le", "to", "&"}
)
_NO_BODY = re.compile(
    r"\b(?:Programmes?|Programs?|Fund|Agreement|Initiative|Memorandum|Framework|Arrangement|Project|"
    r"Strategy|Roadmap|Ecosystem|Experiment|Scheme|Act|Treaty|Convention|Plan|Accord|Action|Array|"
    r"Intelligence|Technolog(?:y|ies)|Reactor|Telescope|Understanding)\b"
)
_MEETS = re.compile(
    r"\b(?:Joint|Ministerial|Bilateral|High[- ]Level|Steering)\b.*"
    r"\b(?:Committee|Commission|Council|Meeting|Dialogue|Group)\b|\bDialogue\b|\bMeeting\b"
)
_BODY = re.compile(
    r"\b(?:Department|Ministry|Agency|Council|Institutes?|Organi[sz]ation|Society|Foundation|Cent(?:er|re)|"
    r"Academy|University|Office|Board|Authority|Administration|Laborator(?:y|ies)|Survey|Service|Bureau|"
    r"Corporation|Association|Directorate|Secretariat|Commission|Company|Trust|Observatory|College|Network)\b"
)
_FIRST = frozenset("National Royal Federal European International Central State".split())
_STOPS = frozenset({"The", "A", "An"})
_ENDS = (")", ";", ":", ".", "\u2019s", "'s")
_LONGEST = 14  # words of a name


class Introduction(Struct, frozen=True):
    """A name in full and the letters it goes by, where a statement says both.

    `is_body` is False for what is no body by its name: a programme, a technology. `meets` is
    whether it is the committee itself.
    """

    letters: str
    full: str
    is_body: bool = True
    meets: bool = False


def introductions(texts: Iterable[str]) -> Iterator[Introduction]:
    """Yield what texts introduce, in their order."""
    for text in texts:
        start = 0
        for match in _LETTERS.finditer(text):
            full = _full_name(text[max(start, match.start() - 200) : match.start()], match[1])
            start = match.end()
            if full:
                meets = bool(_MEETS.search(full)) or "合同委員会" in full
                is_body = bool(_BODY.search(full)) or not _NO_BODY.search(full)
                yield Introduction(match[1], full, is_body, meets)


def _full_name(before: str, letters: str) -> str:
    """Return the name at the end of a text that has these letters, "" if none is there."""
    if before[-1:] and ord(before[-1]) > 0x3000:  # noqa: PLR2004
        from jcm_ledger.rules.drafting.japanese.names import name_at_end

        return name_at_end(before)
    words = [(match[0], match.start()) for match in _WORD.finditer(before)][-_LONGEST:]
    best, begin = "", 0
    for place in reversed(range(len(words))):
        word, start = words[place]
        bare = word.strip(",;")
        after_small = place > 0 and words[place - 1][0] in _SMALL - {"and", "&"}
        if word in _SMALL and (word != "the" or after_small):
            continue
        if not bare[:1].isupper() or word in _STOPS or word.endswith(_ENDS):
            break
        best, begin = before[start:].strip(), place
        if _spells(best, letters):
            break
    begin -= _belongs([word for word, _ in words[:begin]]) if best else 0
    return before[words[begin][1] :].strip() if best else ""


def _belongs(before: list[str]) -> int:
    """Return how many words before what the letters spell are of the name.

    Letters often leave out "National" or "Institute of" at its beginning.
    """
    if len(before) > 1 and before[-1] in {"of", "for"} and _BODY.fullmatch(before[-2]):
        return 2
    return int(bool(before) and before[-1] in _FIRST)


def _spells(name: str, letters: str) -> bool:
    """Return whether letters are taken from a name, in its order, beginning with its first."""
    rest = iter(name.upper())
    return name[:1] == letters[:1] and all(letter in rest for letter in letters.upper())

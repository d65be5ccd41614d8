"""How the table of wordings is written, and what it matches.

A pattern is words apart by blanks. `agree~` is every form of a verb, `pledge/vow~` of either;
`in/on` is one of the words (`take_part` is two that belong together), `[not]` may be missing,
`…` is up to eight words of one clause, `{their}` a determiner with up to two words after it.
`{do}` is a verb in its plain form, `{be}` is "be", `{doing}` a verb in -ing, `{money}` a sum: these
come next and are no part of the trigger. Adverbs may stand between words.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

_IRREGULAR = {
    "be": ("is", "are", "was", "were", "has been", "have been", "will be", "being", "be"),
    "have": ("has", "have", "had", "having"),
    "give": ("gave", "given"),
    "take": ("took", "taken"),
    "make": ("made",),
    "undertake": ("undertook", "undertaken"),
    "seek": ("sought",),
    "strive": ("strove", "striven", "strived"),
    "set": ("setting",),
    "stand": ("stood",),
    "come": ("came",),
    "foresee": ("foresaw", "foreseen"),
    "hear": ("heard",),
    "hold": ("held",),
    "think": ("thought",),
    "feel": ("felt",),
    "say": ("said",),
    "find": ("found",),
    "see": ("saw", "seen"),
    "swear": ("swore", "sworn"),
    "show": ("showed", "shown"),
    "put": ("putting",),
    "bring": ("brought",),
    "begin": ("began", "begun", "beginning"),
    "speak": ("spoke", "spoken"),
    "tell": ("told",),
    "lay": ("laid",),
    "run": ("ran", "running"),
    "build": ("built",),
    "grow": ("grew", "grown"),
    "become": ("became",),
    "choose": ("chose", "chosen"),
    "lead": ("led",),
    "pay": ("paid",),
    "signal": ("signalled", "signaled", "signalling"),
}
_SAME = frozenset({"be", "have"})
_DOUBLED = frozenset({"commit", "plan", "concur", "refer", "map", "set", "put", "run", "begin"})
_ADVERBS = frozenset(
    "also both each all now again then further once therefore thus together not_yet".split()
)
_ADVERB = re.compile(r"(?!(?:fly|apply|supply|rely|comply|reply|multiply)$)[a-z]+ly")
_DETERMINERS = frozenset("their its his her our the a an this such".split())
_NO_VERBS = frozenset(
    "the a an this that these its their our all any some such be have which".split()
)
_BEFORE_VERB = frozenset("also further each not both jointly".split())
_MONEY = re.compile(
    r"(?:up to |over |more than |a further |an additional |some )?"
    r"(?:[A-Z]{0,3}[\u00a3$\u20ac\u00a5]|\d|[a-z]+ (?:m|b)illion)"
)
_ASIDE = re.compile(r", [^,;:]{2,70},(?= )")
_LISTED = re.compile(r"[:;] \([a-z0-9]{1,4}\) ")  # "will: (a) share …"
_WORD = re.compile(r"[^\s,;:.!?()]+")
_AHEAD = frozenset({"{do}", "{doing}", "{be}", "{money}"})
_ADVERBS_BETWEEN = 2  # at most
_GAP = 8  # words that "…" stands for, at most


class Token(Struct, frozen=True):
    """A word of a sentence in small letters, and whether a blank alone is before it."""

    word: str
    start: int
    end: int
    joined: bool


def tokens(text: str) -> list[Token]:
    """Return the words of a sentence."""
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        if _LISTED.match(text, max(match.start() - 3, 0)):
            continue
        gap = text[last : match.start()]
        joined = bool(found) and (gap == " " or bool(_LISTED.fullmatch(gap)))
        found.append(Token(match[0].lower(), match.start(), match.end(), joined))
        last = match.end()
    return found


@lru_cache(maxsize=1024)
def forms(verb: str) -> frozenset[str]:
    """Return every form of a verb."""
    irregular = _IRREGULAR.get(verb, ())
    if verb in _SAME:
        return frozenset(irregular)
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    going, past, third = stem + "ing", stem + "ed", verb + "s"
    if verb.endswith("e"):
        past, going = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, third = verb[:-1] + "ied", verb[:-1] + "ies"
    elif verb.endswith(("ch", "sh", "s", "x")):
        third = verb + "es"
    return frozenset({verb, third, going, *(irregular or (past,))})


class PatternPiece(Struct, frozen=True):
    """One word of a pattern: the words that it may be, by the first of each, or a slot."""

    words: dict[str, tuple[tuple[str, ...], ...]]
    slot: str
    optional: bool


@lru_cache(maxsize=512)
def pieces(pattern: str) -> tuple[PatternPiece, ...]:
    """Return the pieces of a pattern."""
    return tuple(_piece(word) for word in pattern.split(" "))


def _piece(word: str) -> PatternPiece:
    optional = word.startswith("[")
    bare = word.strip("[]")
    if bare.startswith("{") or bare == "\u2026":
        return PatternPiece({}, bare, optional)
    spelled = (
        [form for verb in bare[:-1].split("/") for form in forms(verb)]
        if bare.endswith("~")
        else bare.replace("_", " ").split("/")
    )
    words: dict[str, tuple[tuple[str, ...], ...]] = {}
    for each in sorted(spelled, key=len, reverse=True):
        parts = tuple(each.lower().split(" "))
        words[parts[0]] = (*words.get(parts[0], ()), parts)
    return PatternPiece(words, "", optional)


def heads(pattern: str) -> frozenset[str]:
    """Return the words with which what a pattern matches may begin, in small letters."""
    return frozenset(_piece(pattern.split(" ", maxsplit=1)[0]).words)


def match_end(pattern: str, text: str, words: Sequence[Token], place: int) -> int | None:
    """Return where a pattern that begins at a word of a sentence ends, None if it does not."""
    after = _match(pieces(pattern), 0, text, words, place)
    return None if after is None else words[after - 1].end


def _match(
    pattern: tuple[PatternPiece, ...], index: int, text: str, words: Sequence[Token], place: int
) -> int | None:
    """Return the place after what the pieces from `index` on match at a place, else None."""
    if index == len(pattern):
        return place
    piece = pattern[index]
    for begin in _begins(text, words, place, index):
        if piece.slot in _AHEAD:
            if _comes(piece.slot, text, words, begin):
                return place
            continue
        for end in _ends(piece, words, begin):
            after = _match(pattern, index + 1, text, words, end)
            if after is not None:
                return after
    return _match(pattern, index + 1, text, words, place) if piece.optional else None


def _begins(text: str, words: Sequence[Token], place: int, index: int) -> list[int]:
    """Return where the next piece may begin: here, or after an aside or one or two adverbs."""
    if not index:
        return [place]
    start = _after_aside(text, words, place)
    here = start
    found: list[int] = []
    while here < len(words) and len(found) <= _ADVERBS_BETWEEN:
        if not words[here].joined and not (here == start != place):
            break
        found.append(here)
        here += _adverb(words, here)
        if here == found[-1]:
            break
    return found


def _after_aside(text: str, words: Sequence[Token], place: int) -> int:
    """Return the place after an aside between commas that begins there, else the place."""
    aside = _ASIDE.match(text, words[place - 1].end)
    if aside is None:
        return place
    return next((n for n in range(place, len(words)) if words[n].start > aside.end()), place)


def _adverb(words: Sequence[Token], place: int) -> int:
    """Return how many words the adverb at a place has, 0 if there is none."""
    word = words[place].word
    if word == "in" and place + 1 < len(words) and words[place + 1].word == "principle":
        return 2
    return 1 if word in _ADVERBS or _ADVERB.fullmatch(word) else 0


def _ends(piece: PatternPiece, words: Sequence[Token], begin: int) -> list[int]:
    """Return the places after what a piece may be, the likeliest first."""
    if piece.slot == "{their}":
        if words[begin].word not in _DETERMINERS:
            return []
        return [begin + 1 + more for more in range(3) if _together(words, begin + 1, more)]
    if piece.slot:  # "…"
        return [begin + more for more in range(1, _GAP + 1) if begin + more <= len(words)]
    return [
        begin + len(parts)
        for parts in piece.words.get(words[begin].word, ())
        if tuple(each.word for each in words[begin : begin + len(parts)]) == parts
    ]


def _together(words: Sequence[Token], start: int, more: int) -> bool:
    return start + more <= len(words) and all(each.joined for each in words[start : start + more])


def _comes(slot: str, text: str, words: Sequence[Token], place: int) -> bool:
    """Return whether what a slot stands for comes at a place."""
    word = words[place].word
    if slot == "{money}":
        return bool(_MONEY.match(text, words[place].start))
    if slot == "{be}":
        return word in {"be", "have"}
    if slot == "{doing}":
        return word.endswith("ing") and len(word) > 4  # noqa: PLR2004
    if (word in _BEFORE_VERB or _ADVERB.fullmatch(word)) and place + 1 < len(words):
        word = words[place + 1].word
    original = text[words[place].start]
    return original.islower() and len(word) > 1 and word.isascii() and word not in _NO_VERBS

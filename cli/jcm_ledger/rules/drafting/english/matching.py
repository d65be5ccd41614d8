"""Where wordings of the table stand in an English sentence."""

import re
from functools import lru_cache

from jcm_ledger.rules.drafting.clauses import Match
from jcm_ledger.rules.drafting.english.patterns import Token, forms, heads, match_end, tokens
from jcm_ledger.rules.drafting.wordings.english import PROMISES
from jcm_ledger.rules.drafting.wordings.reports import REPORTS
from jcm_ledger.rules.drafting.wordings.row import Sense, Wording

_FIRM = frozenset({Sense.PROMISE, Sense.MODAL, Sense.THAT, Sense.WEAK, Sense.TASK})
_BEFORE_NOUN = frozenset(
    "their its his her our the a an these those this such of for on in with by from "
    "under about any "
    "some no new other joint future further possible planned previously newly as to political good "
    "strong through via without at into towards beyond than per what".split()
)
_BE = frozenset("is are was were been being be".split())
_AUXILIARIES = frozenset("will would should shall is are was were did".split())
_IMPERSONAL = frozenset("it there agreement consensus understanding none nobody no neither".split())
_PAST = frozenset(
    "did do does could can would should will have has had are is were was shall must may might "
    "cannot need needs took paid gave made held thought felt said found saw heard met began spoke "
    "chose built brought led ran told set put bore drew grew became laid".split()
)
_ACTORS = frozenset(
    "we they it both all each sides parties ministers countries delegations leaders participants "
    "governments members chairs co-chairs committee commission council meeting side".split()
)
_NAME = re.compile(r"[A-Z][\w.&-]*\)?")
_BRACKETS = re.compile(r"\([^()]*\)|\u201c[^\u201c\u201d]*\u201d|\"[^\"]*\"")
_RELATIVE = re.compile(
    r", (?:(?:under|in|of|with|through|by|for|at|to|from|on|during|after|many of|most of|some of|"
    r"all of|both of) )?(?:which|who|whose|whom|where|when|thereby|thus|including|such as)\b|"
    r"(?<=[a-z)]) (?:which|who|whose|whom|that|where)\b",
)
_RELATIVE_ENDS = re.compile(
    r"[,;]|$| and (?=(?:also |further |\w{2,20}ly )?(?:\w+ed|will|would|plans?|intends?)\b)"
)
_TAKE_THAT = frozenset(
    "heard understood said held felt thought noted aware convinced clear confident "
    "conscious mindful "
    "view understanding recognition belief agreement consensus undertaking assurance conviction "
    "vision expectation intention so such informed added out led".split()
).union(
    *map(
        forms,
        "agree decide resolve conclude determine concur confirm reconfirm affirm "
        "reaffirm reiterate "
        "declare state note stress underline underscore emphasise emphasize highlight recognise "
        "recognize acknowledge recall welcome believe consider view think feel hope wish expect "
        "anticipate envisage foresee intend announce report explain observe hear understand ensure "
        "say argue propose suggest request pledge guarantee promise hold show demonstrate indicate "
        "reflect mean inform add remark arrange settle insist".split(),
    )
)
_TELL = frozenset("informed told assured reminded notified advised".split())
LONGEST = 2000
"""Characters of a sentence; a longer one is a table or a list without points, and is not read."""


@lru_cache(maxsize=1)
def _by_head() -> dict[str, tuple[Wording, ...]]:
    """Return the rows of the table by the word they begin with."""
    rows: dict[str, list[Wording]] = {}
    for wording in (*PROMISES, *REPORTS):
        for head in heads(wording.pattern):
            rows.setdefault(head, []).append(wording)
    return {head: tuple(each) for head, each in rows.items()}


@lru_cache(maxsize=16)  # a sentence is looked at more than once
def matches(text: str) -> tuple[Match, ...]:
    """Return the wordings that govern a clause of a sentence, in its order, none overlapping.

    Nouns, infinitives and what stands in a relative clause govern none.
    """
    hidden = _hidden(text)
    found: list[Match] = []
    past = 0
    words = tokens(text)
    for place, word in enumerate(words):
        rows = _by_head().get(word.word)
        if rows is None or word.start < past or any(a <= word.start < b for a, b in hidden):
            continue
        if (
            text[word.start].isupper()
            and word.start > 0
            and text[word.start - 2 : word.start] != "; "
        ):
            continue  # a name: the Commission
        best = _best(rows, text, words, place)
        if best is None or not _governs(best, text):
            continue
        found.append(best)
        past = best.end
    return tuple(found)


def _best(rows: tuple[Wording, ...], text: str, words: list[Token], place: int) -> Match | None:
    """Return the longest wording that begins here; of two alike what promises, or the earlier."""
    best: Match | None = None
    start = words[place].start
    rank = (-1, False)
    for wording in rows:
        end = match_end(wording.pattern, text, words, place)
        if end is None:
            continue
        length = end - start
        if "\u2026" in wording.pattern:  # whose length says little
            length = min(length, len(words[place].word) + 4)
        if (length, wording.sense in _FIRM) > rank:
            best, rank = Match(wording, start, end), (length, wording.sense in _FIRM)
    return best


def _governs(match: Match, text: str) -> bool:
    """Return whether what matched is the verb of a clause, not a noun, an infinitive, a passive."""
    first = text[match.start : match.end].split(" ", 1)[0].lower()
    at_start = not text[: match.start].rstrip() or text[: match.start].endswith((", ", "; ", ": "))
    before = _words_before(text, match.start)
    last = before[-1] if before else ""
    if first in {"our", "their"}:
        return at_start or last in {"and", "that", "but"}
    if first in _AUXILIARIES:
        return last not in {"political", "good", "free", "the", "their", "strong"}
    if first == "decision":
        return last in {"a", "the"}
    if first in _IMPERSONAL:
        return at_start or last in {"and", "but", "that"}
    adverbial = last == "further" and not {"the", "a", "of", "for"} & set(before[-2:-1])
    if (last in _BEFORE_NOUN and not adverbial) or last.endswith(
        ("'s", "\u2019s", "s'", "s\u2019")
    ):
        return False
    if first.endswith("ing"):
        return last in _BE or "with" in before[-5:]
    if match.wording.sense not in _FIRM and first not in _PAST and not first.endswith("ed"):
        return _actor(text, match.start)
    return not (first.endswith("ed") and _passive(before))


def _words_before(text: str, start: int) -> list[str]:
    """Return the last words before a place, in small letters, up to a mark between clauses."""
    part = text[max(0, start - 60) : start]
    part = re.split(r"[,;:] ", part)[-1]
    return [word.lower() for word in part.split()]


def _passive(before: list[str]) -> bool:
    while before and (before[-1].endswith("ly") or before[-1] in {"also", "again", "not", "first"}):
        before = before[:-1]
    return bool(before) and before[-1] in _BE


def _actor(text: str, start: int) -> bool:
    """Return whether the word before a place, but for adverbs, is somebody: a name, "we"."""
    words = text[max(0, start - 60) : start].rstrip(" ,").split()
    while words and (
        words[-1].endswith("ly") or words[-1] in {"also", "further", "both", "jointly"}
    ):
        words.pop()
    return bool(words) and (words[-1].lower() in _ACTORS or bool(_NAME.fullmatch(words[-1])))


def _hidden(text: str) -> list[tuple[int, int]]:
    """Return where relative clauses, brackets and quotations are: nothing in them governs."""
    spans = [match.span() for match in _BRACKETS.finditer(text)]
    for match in _RELATIVE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].split()
        told = {word.lower() for word in before[-4:]}
        if match[0].endswith("that") and (
            told & _TELL or _TAKE_THAT & {each.lower() for each in before[-1:]}
        ):
            continue
        stop = _RELATIVE_ENDS.search(text, match.end())
        spans.append((match.start(), stop.start() if stop else len(text)))
    return spans

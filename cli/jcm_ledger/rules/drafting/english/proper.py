"""Proper names in a subject that nobody introduced: "Fraunhofer", "GNS Science"."""

import re
from collections.abc import Sequence

from jcm_ledger.rules.drafting.register import Mention, Name, Register, as_id

_WORD = re.compile(r"[^\s,;:()\u2013\u2014|]+")
_LINK = frozenset({"of", "for", "de", "des", "du", "der", "la", "le", "voor", "van"})
_WITH_AND = re.compile(
    r"(?:Department|Ministry|Agency|Council|Institute|Office|Board|Authority|"
    r"Administration|Society|"
    r"Academy|Organi[sz]ation|Foundation|Directorate|Federal|Cent(?:er|re))\b"
)
_POSSESSIVE = re.compile(r"(?:'s|\u2019s|\u2019|')$")
_TITLES = re.compile(
    r"(?:The|A|An|Both|All|Each|Either|Neither|No|They|It|We|Our|Its|Their|His|Her|"
    r"This|These|Those|Such|"
    r"There|In|On|At|By|For|From|With|Under|During|After|Before|As|To|Of|And|But|Also|"
    r"Finally|Further|"
    r"Furthermore|Moreover|Additionally|However|Meanwhile|Lastly|First|Second|Third|Next|Joint|"
    r"Ministers?|Secretar(?:y|ies)|State|Prime|Presidents?|Vice|Chancellors?|"
    r"Deput(?:y|ies)|Ambassadors?|"
    r"Directors?|General|Chief|Executives?|Scientific|Advisers?|Advisors?|Heads?|"
    r"Leaders?|Members?|Chairs?|"
    r"Co-?[Cc]hairs?|Commissioners?|Parliamentary|Under|Permanent|Dr|Mr|Mrs|Ms|Prof|"
    r"Professor|Sir|Dame|"
    r"Lord|Lady|Governments?|Republic|Kingdom|Participants?|Delegations?|Delegates?|"
    r"Representatives?|"
    r"Officials?|Experts?|Parties|Sides|Countries|Nations|Partners|Committees?|"
    r"Commissions?|Councils?|"
    r"Meetings?|Sessions?|Dialogues?|Summits?|Memorandum|Memoranda|Agreements?|"
    r"Arrangements?|Partnerships?|"
    r"Programmes?|Programs?|Projects?|Initiatives?|Roadmaps?|Frameworks?|Treat(?:y|"
    r"ies)|Statements?|"
    r"Funds?|Accord|Schemes?|Annex|Article|Paragraph|Section|Working|Groups?|Task|"
    r"Force|Forum|Conference|"
    r"Workshops?|Symposium|Experiment|Telescope|Earth|Internet|English|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_NO_BODIES = frozenset(
    "AI ICT IT R&D RD S&T ST STI STEM SME SMEs MOU MoU MOC MoC LOI PhD GDP COVID 5G "
    "6G IoT SDG SDGs "
    "ODA HPC FY H1 H2 Q1 Q2 Q3 Q4 TV DNA RNA mRNA CO2 GPS LNG EV EVs IP IPR CCS CCUS "
    "DX GX QR PV".split()
)
_LETTERS = re.compile(r"[A-Z][A-Za-z0-9&-]*[A-Z][A-Za-z0-9&-]*")


def proper_names(
    text: str, start: int, end: int, register: Register, found: Sequence[Mention]
) -> list[Mention]:
    """Return the names in `start` to `end` of a text, in its order: those found, and proper names.

    A country within a longer name is part of it: "Geoscience Australia". A single word that begins
    a sentence is a name only if it is in letters (JST), or stands elsewhere or beside a name.
    """
    fixed = [each for each in found if not each.name.is_side]
    names: list[Mention] = list(fixed)
    run: list[re.Match[str]] = []
    for match in [*_WORD.finditer(text, start, end), None]:
        if match is not None and _goes_on(match, run, text, fixed):
            run.append(match)
            continue
        names += _as_mentions(run, text, register)
        run = [match] if match is not None and _begins(match, fixed) else []
    sides = [
        each
        for each in found
        if each.name.is_side and all(each.end <= n.start or each.start >= n.end for n in names)
    ]
    return sorted([*names, *sides], key=lambda each: each.start)


def _begins(match: re.Match[str], fixed: Sequence[Mention]) -> bool:
    free = all(match.end() <= each.start or match.start() >= each.end for each in fixed)
    return free and match[0][:1].isupper() and _bare(match[0]) not in _NO_BODIES


def _goes_on(
    match: re.Match[str], run: list[re.Match[str]], text: str, fixed: Sequence[Mention]
) -> bool:
    """Return whether a word goes on with a name: "of" and "for" do, and "and" in a ministry's."""
    if not run or text[run[-1].end() : match.start()] not in {" ", ", "}:
        return False
    comma = text[run[-1].end() : match.start()] == ", "
    ministry = any(_WITH_AND.match(each[0]) for each in run) and any(e[0] in _LINK for e in run)
    if comma and not ministry:
        return False
    if _POSSESSIVE.search(run[-1][0]):
        return False
    return match[0] in _LINK or (ministry and match[0] in {"and", "&"}) or _begins(match, fixed)


def _as_mentions(run: list[re.Match[str]], text: str, register: Register) -> list[Mention]:
    words = list(run)
    while words and (_TITLES.fullmatch(words[0][0]) or words[0][0] in _LINK):
        if len(words) > 1 and words[1][0] not in _LINK and _WITH_AND.match(words[-1][0]):
            break
        words.pop(0)
    while words and (words[-1][0] in _LINK or words[-1][0] in {"and", "&"}):
        words.pop()
    if not words:
        return []
    if len(words) == 2 and register.is_side(words[0][0]) and _LETTERS.fullmatch(words[1][0]):  # noqa: PLR2004
        words.pop(0)  # "the Canadian NSERC"
    start, end = words[0].start(), words[-1].start() + len(_bare(words[-1][0]))
    spelled = text[start:end]
    if register.is_side(spelled):
        return []
    if (
        len(words) == 1
        and spelled not in register.seen
        and not _alone(spelled, words[0].start(), text)
    ):
        return []
    name = register.named(spelled) or Name(id=as_id(spelled), new=True)
    return [Mention(name=name, text=spelled, start=start, end=end)]


def _alone(word: str, start: int, text: str) -> bool:
    """Return whether one word is a name: not where every word has a capital, nor before a noun."""
    after = text[start + len(word) :]
    if _TITLES.fullmatch(word) or word in _NO_BODIES:
        return False
    if _LETTERS.fullmatch(word):
        return not re.match(
            r" (?:working|research|policy|safety|expert|task|steering|systems?|tools?)\b", after
        )
    if start == 0:
        return bool(re.match(r",? (?:and|&) (?:the )?[A-Z]", after))
    return True


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).rstrip(".")

"""The bodies and sides that an English subject names, without those that only say whose one is."""

import re

from jcm_ledger.rules.drafting.english.proper import proper_names
from jcm_ledger.rules.drafting.register import Mention, Register

_MODIFIES = re.compile(
    r"(?:['\u2019]s?)?[ -](?=[A-Z]|universit|compan|research|scien|stud|innovator|expert|firm|"
    r"industr|program|funding|technolog|busines|communit|institut|start-?up|public|citizen)"
)
_PEOPLE = (
    r"(?:side|delegation|government|authorit|participant|minist(?:er|ry)|partner|team|co-?chair|"
    r"chair|representative|official|counterpart|embassy|funders|agenc)"
)
_OF_A_SIDE = re.compile(rf"(?:['\u2019]s?)? (?:{_PEOPLE}|and\b|,)")
_SIDE_FOLLOWS = re.compile(rf"(?: and|,)[\w ,-]{{0,60}}? {_PEOPLE}")
_ADJOINS = re.compile(r"(?:['\u2019]s?)? ")
_LISTED = re.compile(r" and|,")


def named(text: str, start: int, end: int, register: Register) -> list[Mention]:
    """Return the bodies and sides that own what `start` to `end` of a text is the subject of."""
    within = [
        Mention(name=each.name, text=each.text, start=each.start + start, end=each.end + start)
        for each in register.mentions(text[start:end])
    ]
    every = [
        each
        for each in proper_names(text, start, end, register, within)
        if each.text not in register.committee
    ]
    kept: dict[str, Mention] = {}
    for place, each in enumerate(every):
        follow = every[place + 1] if place + 1 < len(every) else None
        if not _only_modifies(text, each, follow, end):
            kept.setdefault(each.name.id, each)
    return list(kept.values())


def _only_modifies(text: str, each: Mention, follow: Mention | None, end: int) -> bool:
    """Return whether a name only says whose the next is: "Japan's NEDO", "UKRI Innovate UK"."""
    between = text[each.end : follow.start] if follow else ""
    adjoins = follow is not None and bool(_ADJOINS.fullmatch(between))
    if not each.name.is_side:
        possessive = adjoins and between != " "  # "UKRI's Natural Environment Research Council"
        part = adjoins and follow is not None and follow.name.part_of == each.name.id
        return possessive or part
    rest = text[each.end : end]
    if rest.startswith(("-", "\u2013")) or text[: each.start].endswith(("-", "\u2013")):
        return True  # "the UK-Japan …"
    if adjoins:
        return True
    if _OF_A_SIDE.match(text, each.end):
        listed = each.name.adjective and _LISTED.match(rest)
        return bool(listed and not _SIDE_FOLLOWS.match(rest))
    return each.name.adjective or bool(rest and _MODIFIES.match(text, each.end))

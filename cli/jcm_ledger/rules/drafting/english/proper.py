"""Proper names in a subject that nobody introduced: "Fraunhofer", "GNS Science"."""

import re
from collections.abc import Sequence

from jcm_ledger.rules.drafting.register import NO_BODIES, Mention, Name, Register, as_id

_WORD = re.compile(r"[^\s,;:()\u2013\u2014|]+")
_LINK = frozenset({"of", "for", "de", "des", "du", "der", "la", "le", "voor", "van"})
_WITH_AND = re.compile(
    r"(?:Department|Ministry|Minister|Secretary|Agency|Council|Institute|Office|Board|Authority|"
    r"Administration|Society|"
    r"Academy|Organi[sz]ation|Foundation|Directorate|Federal|Cent(?:er|re))\b"
)
_POSSESSIVE = re.compile(r"(?:'s|\u2019s|\u2019|')$")
_ARTICLES = frozenset(
    "The A An Both All Each Either Neither No They It We Our Its Their His Her This "
    "These Those Such "
    "There In On At By For From With Under During After Before As To Of And But Also "
    "Finally Further "
    "Furthermore Moreover Additionally However Meanwhile Lastly First Second Third Next".split()
)
_PERSONS = frozenset(
    "Minister Ministers Secretary Secretaries President Presidents Chancellor Chancellors Deputy "
    "Ambassador Ambassadors Director Directors Manager Managers Chief Executive "
    "Adviser Advisor Head "
    "Heads Leader Leaders Member Members Chair Chairs Chairman Chairwoman Co-Chair Co-Chairs "
    "Commissioner Commissioners Dr Mr Mrs Ms Prof Professor Sir Dame Lord Lady Prime Vice "
    "Representative Representatives Official Officials Delegate Delegates Expert Experts".split()
)
_TITLES = frozenset(
    "Participant Party Side Country Nation Partner Joint Ministerial Bilateral State "
    "General Scientific Parliamentary Under "
    "Ministries Agencies Departments Institutes Institutions Organisations Organizations Academies "
    "Universities Funders Regulators Bodies "
    "Permanent Government Governments Republic "
    "Kingdom Participants Delegation Delegations Parties Sides Countries Nations "
    "Partners Committee "
    "Committees Commission Commissions Council Councils Meeting Meetings Session Sessions Dialogue "
    "Dialogues Summit Memorandum Memoranda Agreement Agreements Arrangement "
    "Arrangements Partnership "
    "Partnerships Programme Programmes Program Programs Project Projects Initiative Initiatives "
    "Roadmap Framework Treaty Treaties Statement Statements Fund Funds Accord Scheme Schemes Annex "
    "Article Paragraph Section Working Group Groups Task Force Forum Conference Workshop Workshops "
    "Symposium Experiment Telescope Earth Internet English January February March April May June "
    "July August September October November December Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday".split()
)
_LETTERS = re.compile(r"[A-Z][A-Za-z0-9&*-]*[A-Z][A-Za-z0-9&*-]*")


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
    return free and match[0][:1].isupper() and _bare(match[0]) not in NO_BODIES


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
    words = _without_titles(run)
    while words and (words[-1][0] in _LINK or words[-1][0] in {"and", "&"}):
        words.pop()
    if not words:
        return []
    if len(words) == 2 and register.is_side(words[0][0]) and _LETTERS.fullmatch(words[1][0]):  # noqa: PLR2004
        words.pop(0)  # "the Canadian NSERC"
    start, end = words[0].start(), words[-1].start() + len(_bare(words[-1][0]))
    spelled = text[start:end]
    if register.is_side(spelled) or register.is_side(spelled + "."):
        return []
    if (
        len(words) == 1
        and spelled not in register.seen
        and not _alone(spelled, words[0].start(), text)
    ):
        return []
    name = register.named(spelled) or Name(id=as_id(spelled), new=True)
    return [Mention(name=name, text=spelled, start=start, end=end)]


def _without_titles(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words of a name without article and title: of "the Minister of MSIT" MSIT."""
    words = list(run)
    while words and words[0][0] in _ARTICLES:
        words.pop(0)
    if any(_bare(word[0]) in _PERSONS for word in words):
        links = [place for place, word in enumerate(words) if word[0] in {"of", "for"}]
        last = words[links[-1] + 1 :] if links else []
        return last if last and _LETTERS.fullmatch(_bare(last[0][0])) else []
    while words and (words[0][0] in _TITLES or words[0][0] in _LINK):
        if len(words) > 1 and words[1][0] not in _LINK and _WITH_AND.match(words[-1][0]):
            break  # "Joint Research Centre"
        words.pop(0)
    return words


def _alone(word: str, start: int, text: str) -> bool:
    """Return whether one word is a name: not where every word has a capital, nor before a noun."""
    after = text[start + len(word) :]
    if word in _ARTICLES | _PERSONS | _TITLES | NO_BODIES:
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

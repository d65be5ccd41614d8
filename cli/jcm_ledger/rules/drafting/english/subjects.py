"""Who an English clause says will act: bodies by name, everybody, a role, a meeting, a thing."""

import re
from collections.abc import Iterable

from jcm_ledger.rules.drafting.clauses import NOBODY, Subject, SubjectSort
from jcm_ledger.rules.drafting.english.owners import named
from jcm_ledger.rules.drafting.register import Mention, Name, Register, as_id

_PEOPLE = (
    r"sides?|part(?:y|ies)|countr(?:y|ies)|governments?|delegations?|delegates|participants|"
    r"ministers?|leaders|co-?chairs?|chairs|chairpersons|heads|members|officials|representatives|"
    r"co-?leads?|presidents?|secretar(?:y|ies)|nations|partners|signatories|principals|"
    r"commissioners?|capitals|"
    r"administrations|peoples|both|committee|commission|council|meeting|dialogue|"
    r"board|ambassadors?|"
    r"counterparts|chancellors?|experts|regulators|universities|funders|agencies|ministries|"
    r"institutions|organi[sz]ations|bodies|academies|everyone|all"
)
_EVERYBODY = re.compile(
    rf"(?:(?:the|both|all|our|its|their|each|these|two|three|joint|ministerial|respective|said|"
    rf"present)\b.*)?\b(?:{_PEOPLE})"
)
_PLAIN_THEY = re.compile(r"(?:they|it|both|all|each)(?: (?:both|all|each))?")
_BODIES_AGAIN = re.compile(
    r"(?:the|these|both|all|our|their)(?: (?:two|three|four|five|said))? (?:[a-z-]+ ){0,2}?"
    r"(?:ministr(?:y|ies)|agenc(?:y|ies)|institutes?|institutions?|organi[sz]ations?|"
    r"funders|bodies|"
    r"councils|departments?|academies|universities|cent(?:er|re)s|foundations|laboratories|offices|"
    r"societies|regulators|authorities)"
)
_ROLE = re.compile(
    r"(?:(?:the|a|an|this|these|each|both|their|its|new|joint|said|all)\b(?: [\w-]+){0,5}? )?"
    r"(?P<role>(?:joint )?(?:(?:sub-?|ad hoc )?(?:working|expert|steering|task|study|contact|focus|"
    r"advisory|coordination|technical|project|drafting|implementation) "
    r"(?:groups?|forces?|committees?|teams?|panels?|part(?:y|ies))"
    r"|task ?forces?|secretariats?|sub-?committees?|panels?|focal points?|contact points?|"
    r"coordinators?|hosts?|rapporteurs?|chair))\b"
)
_PRESENT = re.compile(
    r"(?:all|both|the)(?: (?:of the|the|other|two))? "
    r"(?:fund(?:ing|ers)|space|research|innovation|health|regulat\w+)"
    r"(?: (?:bodies|agencies|councils|organi[sz]ations|institutions))?"
    r"(?: (?:that were )?(?:present|represented|attending))?"
)
_MEETING = re.compile(
    r"\b(?:meeting|session|summit|round|conference|workshop|symposium|forum|seminar|consultation|"
    r"dialogue|review|committee|commission|council|gathering|talk|event|webinar|hackathon|school)s?\b"
)
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:next|follow-up|annual|future|\w+th|first|second|third|subsequent|further)\b"
)
_PREPOSITION = r"(?:of|between|from|by|with|in|for|on|under|at|among|within)"
_HEAD = re.compile(rf"(?P<head>.*?)(?: (?:{_PREPOSITION}|to)\b|$)")
_WHOSE = re.compile(rf"(?P<head>.*) {_PREPOSITION}(?: the| both)?")
_ARTICLE = re.compile(r"(?:the|a|an|both|that)\b ?")
_PERSONS = re.compile(
    r"\b(?:representatives?|ministers?|secretar(?:y|ies)|delegations?|heads?|officials?|chairs?|"
    r"co-?chairs?|directors?|presidents?|ambassadors?|teams?|experts|leaders?|"
    r"governments?|both|side|"
    r"manager|commissioners?|dr|mr|mrs|ms|prof|professor|sir|dame)\b"
)
_LEADING = re.compile(
    r"(?:In|On|At|With|Under|For|During|Regarding|Concerning|As|Through|To|By|After|Before|Given|"
    r"While|Whereas|Although|Since|When|If|Within|From|Towards?|Against|Beyond|Based|Further to|"
    r"Pursuant|Ahead|Between|Over|Among|Upon|Mindful|Guided|Inspired|Once|Because|Despite|Where|"
    r"Until|Subject|Convinced|Aware|Consistent|Conscious|Thanks|Due to|Encouraged|[A-Z][a-z]+ing|"
    r"No later than)\b"
)
_OPENERS = re.compile(
    r"(?:Finally|Furthermore|Moreover|Additionally|Also|In addition|Further|However|"
    r"Meanwhile|Lastly|"
    r"Similarly|Therefore|Accordingly|Likewise|Consequently|First|Firstly|Second|Secondly|Third|"
    r"Thirdly|Next|Separately|Looking ahead|In particular|To this end|To that end|In this context|"
    r"In this regard|Specifically),? "
)
_STARTS = re.compile(
    r"(?:the|both|all|we|they|it|each|two|a|an|these|its|their|our|dates?|details|further|no|"
    r"neither)\b|[A-Z]"
)
_COMMA = re.compile(", ")
_ASIDE = re.compile(r", (?:(?:for|of|in|on|at|to|by|with) )?(?:which|who|whom|whose|where|when)\b")
_THEN = re.compile(
    r" (?=(?:they|we|it|both|the two [a-z]+|both [a-z]+|"
    r"the (?:next|\w+th|first|second|third) [A-Za-z ]+|"
    r"the (?:parties|sides|ministers|co-chairs|delegations))(?: (?:all|both|each))?$)"
)


def subject(
    text: str, start: int, end: int, register: Register, before: Iterable[Subject] = ()
) -> Subject:
    """Return the subject in `start` to `end` of a text; `before` are earlier ones, latest first."""
    aside = _ASIDE.search(text, start, end)  # "Dates for the session, which Peru is to host,"
    start, end = _trimmed(text, start, aside.start() if aside else end)
    words = text[start:end].lower()
    if words in {"", "there"}:
        return NOBODY
    if (
        words in {"we", "us"}
        or words.startswith(("we ", "we, "))
        or words.endswith((" both", " we"))
    ):
        return Subject(SubjectSort.EVERYBODY, (), start, end, pronoun=True)
    if _PLAIN_THEY.fullmatch(words):
        return _again(words, start, end, before)
    if _PRESENT.fullmatch(words):
        return Subject(SubjectSort.PRESENT, (), start, end)
    owners = named(text, start, end, register)
    if owners:
        return _of_names(text, start, end, owners)
    if _BODIES_AGAIN.fullmatch(words):
        return _again(words, start, end, before, bodies=True)
    if (match := _ROLE.match(words)) and not _PERSONS.match(words):
        if match["role"] in register.meets:
            return Subject(SubjectSort.EVERYBODY, (), start, end, pronoun=True)
        return _role(text, start + match.start("role"), start + match.end("role"), start, end)
    return _unnamed(words, start, end)


def _of_names(text: str, start: int, end: int, owners: list[Mention]) -> Subject:
    """Return the subject that has these names: the bodies, or a thing or meeting of theirs."""
    before = text[start : owners[0].start].lower()
    head = _WHOSE.fullmatch(_ARTICLE.sub("", before, count=1).strip(" ,'\u2019"))
    if head is None or _PERSONS.search(head["head"]) or _ROLE.match(head["head"]):
        return Subject(SubjectSort.BODIES, tuple(owners), start, end)
    sort = SubjectSort.MEETING if _MEETING.search(before) else SubjectSort.THING
    return Subject(sort, tuple(owners), start, end)


def _unnamed(words: str, start: int, end: int) -> Subject:
    match = _HEAD.match(words)
    head = match["head"].strip() if match else words
    if _ONE_OF_SEVERAL.search(head) and _MEETING.search(head):
        return Subject(SubjectSort.MEETING, (), start, end)
    if _EVERYBODY.fullmatch(head) or _PERSONS.search(head):
        return Subject(SubjectSort.EVERYBODY, (), start, end, pronoun=True)
    sort = SubjectSort.MEETING if _MEETING.search(head) else SubjectSort.THING
    return Subject(sort, (), start, end)


def _role(text: str, begin: int, stop: int, start: int, end: int) -> Subject:
    role = text[begin:stop]
    name = Name(id=as_id(role[:1].upper() + role[1:].lower()), new=True)
    mention = Mention(name=name, text=role, start=begin, end=stop)
    return Subject(SubjectSort.ROLE, (mention,), start, end)


def _again(
    words: str, start: int, end: int, before: Iterable[Subject], *, bodies: bool = False
) -> Subject:
    """Return whom "they", "it" or "the two ministries" means: the last who could act.

    Where several bodies are meant and the last subject is one, those before it count too.
    """
    least = 2 if bodies and words.endswith("s") else 0
    owners: dict[str, Mention] = {}
    for each in before:
        if not each.acts or (bodies and each.sort is not SubjectSort.BODIES):
            continue
        mine = [owner for owner in each.owners if not (bodies and owner.name.is_side)]
        if bodies and not mine:
            continue
        owners = {owner.name.id: owner for owner in mine} | owners
        if len(owners) >= least:
            return Subject(each.sort, tuple(owners.values()), start, end, pronoun=True)
    if words == "it":
        return Subject(SubjectSort.THING, (), start, end)
    return Subject(SubjectSort.EVERYBODY, (), start, end, pronoun=True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a subject begins and ends without what leads it in: "On semiconductors, the"."""
    while start < end and text[end - 1] in " ,;":
        end -= 1
    while (match := _OPENERS.match(text, start, end)) is not None:
        start = match.end()
    if _LEADING.match(text, start, end):
        for comma in _COMMA.finditer(text, start, end):
            if _STARTS.match(text, comma.end(), end):
                return _trimmed(text, comma.end(), end)
        if then := _THEN.search(text, start, end):  # no comma: "Under the plan they"
            start = then.end()
    while start < end and text[start] in " ,;":
        start += 1
    return start, end

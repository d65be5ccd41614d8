"""Whether what is promised is done once or goes on, by the verb that says what is done."""

import re

from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.rules.drafting.results import Because

CONTINUING = frozenset(
    "accelerate advance align assist broaden collaborate consolidate continue "
    "contribute cooperate co-operate coordinate "
    "cultivate deepen develop diversify elevate embed encourage engage enhance "
    "enrich ensure exchange expand explore "
    "facilitate foster further help improve increase intensify involve keep leverage "
    "maintain monitor nurture "
    "participate preserve proceed promote protect pursue reinforce remain safeguard "
    "secure share simplify stimulate "
    "strengthen support sustain tackle uphold widen work address advocate "
    "champion communicate consult discuss "
    "harmonise harmonize raise scale streamline utilise utilize build focus "
    "take_part forge progress inform mobilise mobilize "
    "evolve boost bolster liaise interact talk respect respond open_up lend step_up "
    "revisit join welcome reduce cut".split()
)
ONE_OFF = frozenset(
    "accept examine adopt agree announce appoint approve arrange assess circulate commission "
    "complete compile conclude conduct convene create "
    "deliver deploy designate determine double draft draw establish evaluate "
    "exchange_letters finalise finalize fund "
    "hold host identify implement inaugurate initiate install introduce invest "
    "invite issue launch map meet merge negotiate "
    "nominate open organise organize pilot prepare present produce propose provide "
    "publish ratify release renew report "
    "review run select send set sign start submit survey test translate triple "
    "update visit write begin build carry "
    "commence construct co-host co-fund co-organise demonstrate dispatch exempt file "
    "hand make name notify operate order "
    "pay place print process procure put recruit register replace return revise "
    "schedule seek settle ship stage supply "
    "table transfer undertake upgrade validate name give bring contribute_to "
    "allocate earmark extend remove train align second grant digitise digitize "
    "catalogue close collect define formulate formalise formalize harvest "
    "jointly_fund resume set_up".split()
)
_NOUNS_TOO = frozenset(
    "exchange support work share plan call review report study fund research test "
    "visit use trial pilot host lead increase "
    "design address focus survey place order process name file register return "
    "supply table transfer upgrade map "
    "discuss progress advance talk contact update start launch release contribute "
    "help respect run".split()
)
_CONTINUING_NOUNS = re.compile(
    r"(?:(?:a|an|the|their|its|our|further|closer|future|more|continued|stronger|"
    r"deeper|possible|joint|bilateral|enhanced|"
    r"greater|wider|regular|[a-z]+er|[a-z]+ed|[a-z]+al) )*(?:cooperation|co-operation|"
    r"collaboration|collaborations|coordination|exchanges?|"
    r"partnerships?|dialogue|discussions|ties|links|support|engagement|work|promotion|"
    r"strengthening|development|"
    r"opportunities|efforts|mobility|sharing|principles?|science|relations|contacts|"
    r"participation|use|activit(?:y|ies)|interest)\b",
)
_ONE_OFF_NOUNS = re.compile(
    r"(?:the |an? |their |its |early |successful |formal )*(?:conclusion|"
    r"establishment|launch|signing|signature|opening|"
    r"creation|completion|publication|extension|renewal|adoption|start|holding|entry|"
    r"calls?|workshop|conference|seminar|symposium)\b"
)
_RECURS = re.compile(
    r"\b(?:(?:once|twice|three times) (?:a|each|every) (?:year|month|quarter)|"
    r"every (?:year|winter|spring|summer|autumn|month|quarter|"
    r"(?:two|three|six|other) (?:months|years?))|"
    r"each other)\b"
)
_REFRAINS = re.compile(r"\bnot(?: to)? ?$")
_MARK = re.compile(r"^[ ,:;]*(?:\([a-z0-9]{1,4}\) )?")
_ASIDE = re.compile(r"^, [^,;]{2,70},")
_ADVERB = re.compile(
    r"(?:to |not |also |further (?=[a-z]+[^s ] (?:the|their|co|its|joint|on|with))|"
    r"jointly |each |both |actively |[a-z]+ly |together (?:to )?)*"
)
_VERB = re.compile(r"(?P<verb>[a-z]+(?:-[a-z]+)?)")
_SPLITS = re.compile(
    r"(?:; (?:and )?(?:to )?|, and (?:to )?|,? and to |, as well as (?:to )?|, but also to )"
    r"(?:\([a-z0-9]{1,3}\) )?(?:(?:also|further|jointly|then|thereby|[a-z]+ly) )?"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?)\b(?! and\b)"
)


def plain(verb: str) -> str:
    """Return the plain form of a verb in -ing, -ed or -s if it is one of ours, else the verb."""
    verb = verb.lower()
    for stem in _stems(verb):
        if stem in CONTINUING or stem in ONE_OFF:
            return stem
    return verb


def _stems(verb: str) -> tuple[str, ...]:
    stems = [verb]
    for ending in ("ing", "ed", "es", "s"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            cut = verb[: -len(ending)]
            stems += [cut, cut + "e", cut[:-1] if cut[-1:] == cut[-2:-1] else cut]
            if cut.endswith("i"):
                stems.append(cut[:-1] + "y")
    irregular = {
        "held": "hold",
        "made": "make",
        "drawn": "draw",
        "built": "build",
        "kept": "keep",
        "begun": "begin",
        "given": "give",
        "sent": "send",
        "written": "write",
        "undertaken": "undertake",
        "chosen": "choose",
    }
    return (*stems, *filter(None, (irregular.get(verb),)))


def is_action(word: str) -> bool:
    """Return whether a word is a verb in its plain form that says what somebody does."""
    return word.lower() in CONTINUING or word.lower() in ONE_OFF


def kind(
    text: str, action: int, stop: int, strength: Strength, *, dated: bool
) -> tuple[Kind, Because]:
    """Return the kind of what `action` to `stop` of a text says is done, and what it rests on."""
    words = _MARK.sub("", _ASIDE.sub("", text[action:stop].lower()))
    lead = _ADVERB.match(words)
    rest = words[lead.end() if lead else 0 :]
    rest = re.sub(r"^be (?:also |jointly |further )?", "", rest)
    match = _VERB.match(rest)
    verb = plain(match["verb"]) if match else ""
    if dated:
        return Kind.ONE_OFF, Because.DATED
    if _RECURS.search(words) or _REFRAINS.search(text, 0, action):
        return Kind.CONTINUING, Because.VERB
    if verb in CONTINUING or _CONTINUING_NOUNS.match(rest):
        return Kind.CONTINUING, Because.VERB
    if verb in ONE_OFF or _ONE_OFF_NOUNS.match(rest):
        return Kind.ONE_OFF, Because.VERB
    if strength in {Strength.DESIRED, Strength.MENTIONED, Strength.COMMITTED}:
        return Kind.CONTINUING, Because.WORDING
    return Kind.ONE_OFF, Because.VERB


def splits(text: str, action: int, stop: int) -> list[int]:
    """Return where further verbs begin that a comma, a semicolon or "to" sets apart.

    "Launch A, and hold B" is two. "Strengthen and expand B" is one, and so is "forge A and
    develop B": what nothing sets apart may be one undertaking in two words.
    """
    places: list[int] = []
    for match in _SPLITS.finditer(text, action, stop):
        verb = match["verb"]
        noun = verb in _NOUNS_TOO and re.match(r" (?:of|between|for|in) ", text[match.end() :])
        before = text[places[-1] if places else action : match.start()].split()
        if is_action(verb) and not noun and len(before) > 1:
            places.append(match.start("verb"))
    return places

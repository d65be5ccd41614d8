"""What the verb after "will" or "should" says: an act, a meeting that is held, a state."""

from msgspec import Struct

_ADVERBS = frozenset(
    "also further still only not always therefore jointly soon then both each again once now "
    "moreover finally hereby thus shortly".split()
)
_NO_ADVERBS = frozenset("fly apply supply rely comply reply multiply".split())
_PARTICIPLES = frozenset(
    "held set put made drawn given taken sent built run begun written sought undertaken brought "
    "carried chosen found kept shown led hosted done spent met".split()
)
_NO_PARTICIPLES = frozenset(
    "needed required based guided affected faced challenged judged measured limited united "
    "related interested advanced mixed indeed reminded convinced understood welcomed noted hoped "
    "expected regretted recalled remembered".split()
)
_STATES = frozenset(
    "remain depend require need benefit gain face have see become mean matter play rise grow "
    "increase fall decline help enable allow serve prove lead bring provide contribute ensure stay "
    "affect arise exist give create make underpin form represent offer cover include last cost "
    "reach double".split()
)
_NEVER_ACTS = frozenset(
    "have depend require need benefit gain face see mean matter prove exist".split()
)
_HOLDS = frozenset("meet reconvene convene gather occur happen".split())
_HELD = frozenset("held hosted convened organised organized scheduled staged".split())
_PROCEEDS = frozenset(
    "continue begin start resume commence conclude proceed continued resumed concluded open launch "
    "run close".split()
)
_REMAINS = frozenset("remain stay be continue".split())
_COMMITTED = frozenset("committed attached dedicated".split())


class Predicate(Struct, frozen=True):
    """The verb of a predicate in its plain form, and the word after it but for adverbs."""

    verb: str
    after: str

    @property
    def passive(self) -> bool:
        """Whether something is done to the subject: "be launched"."""
        return self.verb == "be" and is_participle(self.after)

    @property
    def holds(self) -> bool:
        """Whether it says that a meeting takes place."""
        if self.verb == "be":
            return self.after in _HELD
        return self.verb in _HOLDS or (self.verb == "take" and self.after == "place")

    @property
    def proceeds(self) -> bool:
        """Whether it says that something begins, goes on or ends."""
        return (self.after if self.verb == "be" else self.verb) in _PROCEEDS

    @property
    def is_state(self) -> bool:
        """Whether it says how somebody who can act is, not what they do."""
        if self.verb in _REMAINS and self.after in _COMMITTED:
            return False
        if self.verb == "have" and is_participle(self.after):
            return False
        return self.verb in _NEVER_ACTS or (self.verb == "be" and not self.passive)

    @property
    def is_effect(self) -> bool:
        """Whether it says what a thing is or brings about: "help", "be essential"."""
        return self.is_state or self.verb in _STATES


def predicate(words: str) -> Predicate:
    """Return the predicate that some words begin with."""
    plain = [word.strip('.,;:()\u201d"').lower() for word in words.split(None, 12)[:12]]
    rest = [word for word in plain if word and not _is_adverb(word)]
    return Predicate(rest[0] if rest else "", rest[1] if len(rest) > 1 else "")


def is_participle(word: str) -> bool:
    """Return whether a word says what is done to something: "launched", "held"."""
    regular = word.endswith("ed") and len(word) > 4 and word not in _NO_PARTICIPLES  # noqa: PLR2004
    return regular or word in _PARTICIPLES


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)


_BEFORE_VERB = _ADVERBS | {"have", "has", "had", "all"}


def without_adverbs(text: str, start: int, end: int) -> int:
    """Return where `start` to `end` of a text ends without adverbs and auxiliaries at its end."""
    while end > start:
        stripped = len(text[start:end].rstrip(" ,")) + start
        begin = max(text.rfind(" ", start, stripped) + 1, start)
        word = text[begin:stripped].lower()
        if word not in _BEFORE_VERB and not (_is_adverb(word) and text[begin:stripped].islower()):
            return end if stripped == end else min(end, stripped + 1)
        end = begin
    return start

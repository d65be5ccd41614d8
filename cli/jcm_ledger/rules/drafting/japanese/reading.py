"""What a Japanese sentence says will be done: its predicates, each with its subject."""

import re
from collections.abc import Sequence
from functools import lru_cache

from jcm_ledger.rules.drafting.clauses import (
    NOBODY,
    Clause,
    Match,
    SentenceReading,
    Subject,
    SubjectSort,
)
from jcm_ledger.rules.drafting.register import NO_BODIES, Mention, Name, Register, as_id
from jcm_ledger.rules.drafting.results import Outcome, OutcomeReason
from jcm_ledger.rules.drafting.wordings.table import JAPANESE, Sense, Wording

_DONE = "(?:した|しました|し|する|します|している|され(?:た|ました)|された|た|ました)?"
_PAST = "(?:された|した|しました|されました|され|し)?"
_END = r"(?=[\u3001\u3002\uff0c\uff0e.]|$|\uff08)"
_REASONS = {
    Sense.RECOGNITION: OutcomeReason.RECOGNITION,
    Sense.REPORT: OutcomeReason.PAST,
    Sense.VIEW: OutcomeReason.VIEW,
    Sense.DENIED: OutcomeReason.DENIED,
    Sense.CONDITION: OutcomeReason.CONDITION,
}
_STATE = re.compile(
    r"(?:である|であった|[^し]な|った|した|された|ている|れている|いる|ある|となる|なっている|できる|つながる|資する|不可欠|重要|必要|されるべき|ない)$"
)
_EVERYBODY = re.compile(
    r"(?:双方|両国|両議長|両者|両大臣|両首脳|両政府|両代表団|両側|両当事者|共同議長|合同委員会|委員会|本委員会|会合|本会合|参加者|出席者|"
    r"両国政府|両閣僚|両長官|我々|私たち|両当局|両共同議長|閣僚|代表団|議長|両代表|会議|双方の[^、]{0,10}|研究機関|関係機関|関係省庁|関係府省|両国の(?:関係府省|政府|代表|大臣|議長)[^、]{0,6})"
    r"(?:双方|とも|共に|ら)?$"
)
_AGAIN = re.compile(
    r"(?:両機関|両省|両省庁|両庁|両研究所|両大学|両学会|両組織|両法人|両振興会|同省|同機構|両団体|両部局|両府省|両者|これらの機関|同機関)$"
)
_ROLE = re.compile(
    r"(?:同|本|当該|共同|新たな)?(?P<role>[^、はがの]{0,12}(?:作業部会|部会|実務者会合|実務者協議|専門家会議|事務局|専門家会合|タスクフォース|作業グループ|運営委員会|専門家グループ|ワーキンググループ))$"
)
_MEETING = re.compile(
    r"(?:次回|第\d+回|次の|今後の)[^、]*(?:会合|委員会|会議|協議|対話|サミット|シンポジウム|ワークショップ)(?:の[^、]*)?$"
)
_TOPIC = re.compile(r"(?:(?:から)?は|が|から|において)(?=、|[^、。]*$|[^、。]+、)")
_LETTERS = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z&-]*[A-Z](?![A-Za-z])")
_BODY_JA = re.compile(
    r"[\u30a0-\u30ff\u3400-\u9fff\u30fb\u3005]{2,}(?:省|庁|府|機構|振興会|研究所|大学|財団|評議会|研究会議|センター|基金|協会|局|理化学研究所|アカデミー|学院|協議会|院)(?=(?:と|及び|、|は|が|並びに|（|$))"
)
_COMMAS = str.maketrans(",，", "、、")
_THING = re.compile(r"(?:協力|研究|公募|関係|交流|政策|計画|成果|分野|事業)$")
_TITLE = 12  # letters beside names: "科学技術協力担当大使"
_JOINED = re.compile(r"[\s、とや・]|及び|並びに|又は|それぞれ|（[^（）]*）|の|両|は|から|双方|in")


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[Wording, re.Pattern[str]], ...]:
    return tuple((row, expression(row)) for row in JAPANESE)


def expression(row: Wording) -> re.Pattern[str]:
    """Return the expression of a row: `{した}` is any form of the verb; it ends a clause."""
    return re.compile(
        "(?:"
        + row.pattern.replace("{した}", _DONE)
        .replace("{た}", "(?:た|ました|る)")
        .replace("{past}", _PAST)
        + ")"
        + _END
    )


def read_japanese(
    text: str, register: Register, before: Sequence[Subject] = (), framed: Subject | None = None
) -> SentenceReading:
    """Return what a sentence says; `before` and `framed` are as for English."""
    text = text.translate(_COMMAS)
    clauses: list[Clause] = []
    left: tuple[OutcomeReason, tuple[int, int], str] | None = None
    topic: Subject | None = framed
    begin = 0
    for match in _ends(text):
        found = _subject(text, begin, match.start, register, before)
        topic = found if found.sort is not SubjectSort.NOBODY else topic
        sense = match.wording.sense
        last = match.end >= len(text.rstrip("。．.」 "))
        if sense is Sense.THAT:
            what = text[begin : match.start]
            sense = Sense.VIEW if _STATE.search(what) else Sense.PROMISE
        if sense is Sense.MODAL and not (
            last and topic is not None and (topic.acts or topic.sort is SubjectSort.MEETING)
        ):
            sense = Sense.VIEW
        if sense in {Sense.PROMISE, Sense.MODAL, Sense.WEAK}:
            weak = sense is Sense.WEAK
            clauses.append(
                Clause(
                    match=match,
                    subject=topic or NOBODY,
                    outcome=Outcome.PERHAPS if weak else Outcome.PROPOSED,
                    reason=OutcomeReason.WEAK if weak else OutcomeReason.WORDING,
                    stop=match.end,
                    action=begin,
                )
            )
        else:
            left = (
                _REASONS.get(sense, OutcomeReason.VIEW),
                (match.start, match.end),
                match.wording.pattern,
            )
        begin = match.end
    if clauses:
        return SentenceReading(
            clauses=tuple(clauses), reason=clauses[0].reason, decided=None, subject=topic or NOBODY
        )
    if left is not None:
        return SentenceReading(
            clauses=(), reason=left[0], decided=left[1], subject=topic or NOBODY, wording=left[2]
        )
    return SentenceReading(
        clauses=(), reason=OutcomeReason.NO_WORDING, decided=None, subject=topic or NOBODY
    )


def _ends(text: str) -> list[Match]:
    """Return the predicates of a sentence, in its order; of those that end alike, the longest."""
    best: dict[int, Match] = {}
    for row, pattern in _rows():
        for found in pattern.finditer(text):
            known = best.get(found.end())
            if known is None or found.start() < known.start:
                best[found.end()] = Match(row, found.start(), found.end())
    return [best[end] for end in sorted(best)]


def _subject(
    text: str, start: int, end: int, register: Register, before: Sequence[Subject]
) -> Subject:
    """Return who acts in a clause: the first topic or subject that can, else a meeting, a thing."""
    other = NOBODY
    for match in re.compile(r"(?:から)?(?:は|が)(?!ら|じ|な)|から(?=、|の)").finditer(
        text, start, end
    ):
        found = _named(text, start, match.start(), register, before)
        if found.acts:
            return found
        if other.sort is SubjectSort.NOBODY:
            other = found
    return other


def _named(
    text: str, start: int, end: int, register: Register, before: Sequence[Subject]
) -> Subject:
    begin = _segment(text, start, end, register)
    words = text[begin:end]
    if match := _ROLE.search(words):
        place = begin + match.start("role")
        name = Name(id=as_id(match["role"]), new=True)
        return Subject(
            SubjectSort.ROLE,
            (Mention(name=name, text=match["role"], start=place, end=end),),
            begin,
            end,
        )
    if _EVERYBODY.search(words) and not _MEETING.search(words):
        return Subject(SubjectSort.EVERYBODY, (), begin, end, pronoun=True)
    if _AGAIN.search(words):
        for each in before:
            if each.sort is SubjectSort.BODIES:
                return Subject(SubjectSort.BODIES, each.owners, begin, end, pronoun=True)
        return Subject(SubjectSort.EVERYBODY, (), begin, end, pronoun=True)
    owners = japanese_owners(text, begin, end, register)
    if owners and _covers(text, begin, end, owners):
        return Subject(SubjectSort.BODIES, tuple(owners), begin, end)
    if _MEETING.search(words):
        return Subject(SubjectSort.MEETING, (), begin, end)
    return Subject(SubjectSort.THING, (), begin, end)


def _segment(text: str, start: int, end: int, register: Register) -> int:
    """Return where the words before a particle begin: a list of names goes over commas."""
    begin = max(text.rfind("、", start, end) + 1, start)
    while begin > start:
        earlier = max(text.rfind("、", start, begin - 1) + 1, start)
        owners = japanese_owners(text, earlier, begin - 1, register)
        if not owners or not _covers(text, earlier, begin - 1, owners):
            break
        begin = earlier
    return begin


def japanese_owners(text: str, start: int, end: int, register: Register) -> list[Mention]:
    """Return the bodies and sides that `start` to `end` of a text names, each once."""
    words = text[start:end]
    found = [each for each in register.mentions(words) if each.text not in register.committee]
    for pattern in (_LETTERS, _BODY_JA):
        for match in pattern.finditer(words):
            free = all(match.end() <= each.start or match.start() >= each.end for each in found)
            if free and match[0] not in NO_BODIES:
                found.append(
                    Mention(
                        name=Name(id=as_id(match[0]), new=True),
                        text=match[0],
                        start=match.start(),
                        end=match.end(),
                    )
                )
    found.sort(key=lambda each: each.start)
    kept: dict[str, Mention] = {}
    for place, each in enumerate(found):
        follow = found[place + 1] if place + 1 < len(found) else None
        if each.name.is_side and follow and words[each.end : follow.start] in {"の", ""}:
            continue
        moved = Mention(
            name=each.name, text=each.text, start=each.start + start, end=each.end + start
        )
        kept.setdefault(each.name.id, moved)
    return list(kept.values())


def _covers(text: str, start: int, end: int, owners: list[Mention]) -> bool:
    """Return whether words are nothing but names and what joins them."""
    rest = text[start:end]
    for each in sorted(owners, key=lambda owner: -owner.start):
        rest = rest[: each.start - start] + " " + rest[each.end - start :]
    return len(_JOINED.sub("", rest)) <= _TITLE and not _THING.search(rest)

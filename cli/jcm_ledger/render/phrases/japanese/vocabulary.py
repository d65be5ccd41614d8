"""The closed vocabularies of a ledger and of its rules in Japanese, each complete."""

from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.rules.groups import Agenda, Grouping
from jcm_ledger.rules.standing import Timing

STATUSES: dict[Status, str] = {
    Status.NOT_STARTED: "未着手",
    Status.IN_PROGRESS: "実施中",
    Status.STALLED: "停滞",
    Status.COMPLETED: "完了",
    Status.NOT_PURSUED: "取りやめ",
    Status.SUPERSEDED: "後継事項へ移行",
}
TIMINGS: dict[Timing, str] = {
    Timing.OVERDUE: "期限超過",
    Timing.DUE_SOON: "期限間近",
    Timing.REVIEW_DUE: "点検時期到来",
    Timing.NOT_DUE: "期限前",
    Timing.UNDATED: "期限なし",
    Timing.MET_LATE: "期限後に達成",
    Timing.MET: "達成",
    Timing.CLOSED: "終了",
}
STRENGTHS: dict[Strength, str] = {
    Strength.COMMITTED: "コミット",
    Strength.AGREED: "一致",
    Strength.INTENDED: "意図",
    Strength.EXPECTED: "期待",
    Strength.DESIRED: "希望",
    Strength.MENTIONED: "言及",
}
WORDINGS: dict[Strength, str] = {
    Strength.COMMITTED: "コミットした",
    Strength.AGREED: "一致した",
    Strength.INTENDED: "意図を確認した",
    Strength.EXPECTED: "期待されるとした",
    Strength.DESIRED: "希望を表明した",
    Strength.MENTIONED: "言及した",
}
"""How a statement words commitments of each strength."""

KINDS: dict[Kind, str] = {Kind.ONE_OFF: "単発", Kind.CONTINUING: "継続"}

AGENDA: dict[Agenda, str] = {
    Agenda.OVERDUE: "期限超過",
    Agenda.NEXT_30: "30日以内に期限",
    Agenda.NEXT_60: "31～60日以内に期限",
    Agenda.NEXT_90: "61～90日以内に期限",
    Agenda.LATER: "それ以降に期限",
    Agenda.REVIEW_DUE: "点検時期到来",
    Agenda.UNDATED: "期限なし",
    Agenda.MET: "達成",
    Agenda.CLOSED: "終了",
}
GROUPINGS: dict[Grouping, str] = {
    Grouping.TIMING: "期限状況の記載なし",
    Grouping.OWNER: "担当機関の記載なし",
    Grouping.THEME: "分野の記載なし",
    Grouping.SIDE: "側の記載なし",
    Grouping.MEETING: "会合の記載なし",
}

WORDS: dict[str, str] = {
    word.value: said
    for vocabulary in (STATUSES, TIMINGS, STRENGTHS, KINDS)
    for word, said in vocabulary.items()
}
"""The words of the data, whichever vocabulary they are of."""

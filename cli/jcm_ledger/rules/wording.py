"""Wording: what people say of a commitment, and which status they mean by it."""

from collections.abc import Mapping

from jcm_ledger.errors import UnclearStatus
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import as_name
from jcm_ledger.rules.names import A_WORD, choose
from jcm_ledger.rules.standing import Timing

WORDS: Mapping[Status, tuple[str, ...]] = {
    Status.NOT_STARTED: ("not yet started", "not begun", "to do", "todo", "未着手", "未開始"),
    Status.IN_PROGRESS: (
        *("ongoing", "on going", "under way", "underway", "started", "begun", "in hand"),
        *("進行中", "実施中", "継続中", "着手済み", "着手済"),
    ),
    Status.STALLED: (
        *("on hold", "paused", "suspended", "blocked"),
        *("保留", "保留中", "停滞", "停滞中", "中断", "中断中"),
    ),
    Status.COMPLETED: (
        *("complete", "done", "finished", "delivered", "fulfilled"),
        *("完了", "完了済み", "完了済", "実施済み", "実施済", "達成", "達成済み"),
    ),
    Status.NOT_PURSUED: (
        *("withdrawn", "dropped", "cancelled", "canceled", "abandoned", "discontinued"),
        *("中止", "取りやめ", "取り止め", "断念"),
    ),
    Status.SUPERSEDED: ("replaced", "差し替え", "後継事項へ移行"),
}
"""Words for each status beside its own. Only those of which nobody doubts what they mean."""

_ENDED = "it does not say how it ended: completed, not-pursued or superseded"
_WAITS = "it does not say what it waits for: not-started, or stalled for what was begun"
_LATE = "work that is late may go on: in-progress or stalled, with the new deadline beside it"

UNCLEAR: Mapping[str, str] = {
    "closed": _ENDED,
    "ended": _ENDED,
    "終了": _ENDED,
    "pending": _WAITS,
    "delayed": _LATE,
    "遅延": _LATE,
}
"""Words that say too little, and what to say instead."""

_HYPHENS = str.maketrans(dict.fromkeys("-_\u2010\u2011\u2012\u2013\u2212", " "))


def status(text: str) -> Status:
    """Return the status that is meant by its own word or by one of WORDS.

    Hyphens count as blanks, and words are compared folded. Raise UnclearStatus for one that says
    too little, UnknownName for any other.
    """
    word = _key(text)
    if word in _STATUSES:
        return _STATUSES[word]
    if word in UNCLEAR:
        raise UnclearStatus(text, UNCLEAR[word])
    return Status(choose("status", text, list(Status), alike=A_WORD))


TIMINGS: Mapping[str, Timing] = {
    "期限超過": Timing.OVERDUE,
    "期限間近": Timing.DUE_SOON,
    "点検時期到来": Timing.REVIEW_DUE,
    "期限前": Timing.NOT_DUE,
    "期限なし": Timing.UNDATED,
    "期限後に達成": Timing.MET_LATE,
    "達成": Timing.MET,
    "終了": Timing.CLOSED,
}
"""The timings as a list in Japanese has them."""

NOTHING = "記録なし"
"""What a list in Japanese has for nothing on file."""


def spelled(text: str) -> Status | None:
    """Return the status that one of WORDS means, None for any other word."""
    return _STATUSES.get(_key(text))


def _key(text: str) -> str:
    return as_name(as_name(text).translate(_HYPHENS))


_STATUSES = {_key(word): meant for meant, words in WORDS.items() for word in (meant.value, *words)}

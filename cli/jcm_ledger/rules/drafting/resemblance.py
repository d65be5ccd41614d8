"""Which open commitments a proposal resembles, so that it may take their place."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import inf
from typing import NamedTuple

from jcm_ledger.model.ledger import Commitment, Ledger
from jcm_ledger.model.text import folded
from jcm_ledger.rules.drafting.results import Proposal, StatementDraft
from jcm_ledger.rules.standing import standings

MOST_OFFERED = 2
"""How many commitments are named beside one proposal at most."""

_OF_SAME_OWNERS, _OF_NOBODY_NAMED, _OF_SOME_OWNERS = 1, 2, 3
"""How many telling words are enough: where the owners are the same, where neither statement named
any, and where some owners are the same."""

_LATIN = "[a-z]{3,}"
_JAPANESE = "[\u30a1-\u30fa\u30fc]{3,}|[\u3400-\u9fff]{2}"
"""A word of katakana; two letters of kanji, which have no blanks between. Compiled when needed."""

_SAY_NOTHING = frozenset(
    "the and for with both that this will its their they them from into which have been are was "
    "other each new all any also well such under between through including side sides party "
    "parties continue work joint meeting committee cooperation collaboration field fields area "
    "areas support promote further future next year agreed confirmed intention country countries "
    "協力 両国 双方 実施 推進 継続 促進 今後 会合 合同 委員 員会 分野 一致 確認 意向".split()
)
"""Words that statements of any kind are full of."""


class _Open(NamedTuple):
    """An open commitment, its owners then and as the statement had them, its telling words."""

    commitment: Commitment
    owners: frozenset[str]
    stated: frozenset[str]
    words: frozenset[str]


def resembling(
    draft: StatementDraft, ids: Sequence[str], ledger: Ledger, day: date, meeting: str = ""
) -> dict[str, tuple[Commitment, ...]]:
    """Return by the ids of proposals the open commitments that each resembles, the nearest first.

    They share telling words, the fewer the more their owners are the same. Those of the statement's
    own `meeting` are left out. `day` is the day on which they are open.
    """
    pattern = f"{_LATIN}|{_JAPANESE}" if draft.statement.lang == "ja" else _LATIN
    everything = list(_open(ledger, day, meeting, pattern))
    names = iter(ids)
    found = {}
    for sentence in draft.sentences:
        for proposal in sentence.proposals:
            lead = (
                draft.sentences[proposal.lead].quotation.text if proposal.lead is not None else ""
            )
            words = _telling(f"{sentence.quotation.text} {lead}", pattern)
            name = next(names)
            if near := _near(proposal, words, everything, ledger):
                found[name] = near
    return found


def _near(
    proposal: Proposal, words: frozenset[str], everything: Sequence[_Open], ledger: Ledger
) -> tuple[Commitment, ...]:
    """Return what a proposal resembles most."""
    owners = frozenset(ledger.named(proposal.owners))
    near = [
        (shared, each.commitment)
        for each in everything
        if (shared := len(words & each.words)) >= _enough(proposal, owners, each)
    ]
    nearest = sorted(near, key=lambda pair: pair[0], reverse=True)
    return tuple(commitment for _count, commitment in nearest[:MOST_OFFERED])


def _enough(proposal: Proposal, owners: frozenset[str], other: _Open) -> float:
    """Return how many telling words two have to share, infinitely many if nothing joins them."""
    if owners in (other.owners, other.stated):
        return _OF_SAME_OWNERS
    if proposal.owners_inferred and other.commitment.owners_inferred:
        return _OF_NOBODY_NAMED
    return inf if owners.isdisjoint(other.owners | other.stated) else _OF_SOME_OWNERS


def _open(ledger: Ledger, day: date, meeting: str, pattern: str) -> Iterator[_Open]:
    """Yield the commitments that are open on a day, without the words that most of them have."""
    rows = [row for row in standings(ledger, day) if row.open and row.commitment.meeting != meeting]
    texts = [_telling(_text(row.commitment, ledger), pattern) for row in rows]
    common = _common(texts)
    for row, words in zip(rows, texts, strict=True):
        stated = frozenset(ledger.named(row.commitment.owners))
        yield _Open(row.commitment, frozenset(row.owners), stated, words - common)


def _text(of: Commitment, ledger: Ledger) -> str:
    theme = ledger.themes.get(of.theme or "")
    named = (theme.title, theme.title_ja) if theme else (of.theme,)
    return " ".join(filter(None, (of.title, of.summary, of.title_ja, of.summary_ja, *named)))


def _common(texts: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the words that more than a third of the texts have, of more than a few."""
    counts: Mapping[str, int] = Counter(word for words in texts for word in words)
    few = 3
    return frozenset(word for word, count in counts.items() if count > max(few, len(texts) / 3))


def _telling(text: str, pattern: str) -> frozenset[str]:
    """Return the words of a text that say what it is about, without a plural's ending."""
    words = (word.removesuffix("s") for word in re.findall(pattern, folded(text)))
    return frozenset(words) - _SAY_NOTHING

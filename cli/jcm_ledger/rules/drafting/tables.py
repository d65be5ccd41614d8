"""Rows of a table of actions: one column says what, others who and by when."""

import re

from msgspec import Struct

from jcm_ledger.model.status import Strength
from jcm_ledger.model.text import is_japanese
from jcm_ledger.rules.drafting.context import Context, Due
from jcm_ledger.rules.drafting.english.subjects import subject
from jcm_ledger.rules.drafting.frames import Frame
from jcm_ledger.rules.drafting.points import Point
from jcm_ledger.rules.drafting.proposals import Terms, kind_of, proposal
from jcm_ledger.rules.drafting.register import Mention
from jcm_ledger.rules.drafting.results import Because, Outcome, OutcomeReason, Quotation
from jcm_ledger.rules.drafting.wordings.lists import ROW

BETWEEN = " | "
_WHAT = re.compile(
    r"(?:joint |agreed |follow-?up |planned )*(?:actions?|activit(?:y|ies)|"
    r"commitments?|tasks?|measures?|deliverables?|what|steps?|next steps?|"
    r"initiatives?|取組|内容|項目|事項|行動)(?: (?:points?|items?))?"
)
_WHO = re.compile(
    r"(?:leads?|owners?|who|responsible.*|lead (?:bod(?:y|ies)|agenc(?:y|ies)|"
    r"organi[sz]ations?)|bod(?:y|ies)|agenc(?:y|ies)|by whom|担当.*|実施.*|主体|機関)"
)
_WHEN = re.compile(
    r"(?:deadlines?|dates?|due(?: date)?|by when|when|tim(?:e(?:line|frame|scale)?|ing)|"
    r"target(?: date)?|by|期限|時期|目標.*|実施時期)"
)


class Columns(Struct, frozen=True):
    """Which cells of a row say what is done, by whom and by when; None for no such column."""

    what: int
    who: int | None
    when: int | None


def columns(row: str) -> Columns | None:
    """Return the columns that a row names as the head of a table of actions, None if it is none."""
    cells = [cell.strip() for cell in row.split(BETWEEN)]
    what = _place(_WHAT, cells)
    who, when = _place(_WHO, cells), _place(_WHEN, cells)
    if what is None or (who is None and when is None):
        return None
    return Columns(what, who, when)


def _place(pattern: re.Pattern[str], cells: list[str]) -> int | None:
    return next(
        (place for place, cell in enumerate(cells) if pattern.fullmatch(cell.lower())), None
    )


def row(context: Context, place: Quotation, heads: Columns, lead: Frame | None = None) -> Point:
    """Return what a row of a table of actions proposes, as firmly as its lead-in says."""
    spans = _spans(place.text)
    what = _cell(spans, heads.what)
    if what is None:
        return Point(outcome=Outcome.LEFT_OUT, reason=OutcomeReason.NO_WORDING)
    who, when = _cell(spans, heads.who), _cell(spans, heads.when)
    owners = _owners(context, place.text, *who) if who else ()
    trigger = context.part(place, *what)
    terms = Terms(
        strength=lead.terms.strength if lead and lead.terms else Strength.AGREED,
        wording=ROW.pattern,
        trigger=trigger,
        owners=owners,
        because=None if owners else Because.COLLECTIVE if who else Because.NOBODY,
        words=context.part(place, *who) if who else None,
    )
    due = (_when(context, place, *when) if when else None) or context.due(place, *what)
    kind = kind_of(place.text, *what, terms.strength, due)
    return Point(
        outcome=Outcome.PROPOSED,
        reason=OutcomeReason.POINT,
        decided=trigger,
        wording=ROW.pattern,
        proposals=(proposal(terms, kind, due),),
    )


def _cell(spans: list[tuple[int, int]], place: int | None) -> tuple[int, int] | None:
    """Return the span of a cell, None where there is none or nothing is in it."""
    if place is None or place >= len(spans) or spans[place][0] >= spans[place][1]:
        return None
    return spans[place]


def _owners(context: Context, text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Return the owners in a cell: names apart by commas or "and"; none are all sides."""
    if is_japanese(text):
        from jcm_ledger.rules.drafting.japanese.reading import japanese_owners

        return tuple(japanese_owners(text, start, end, context.register))
    return subject(text, start, end, context.register).owners


def _when(context: Context, place: Quotation, start: int, end: int) -> Due | None:
    """Return the deadline in a cell, which often has no preposition: "March 2026"."""
    found = context.due(place, start, end)
    if found is not None:
        return found
    bare = context.deadline("in " + place.text[start:end], 0, end - start + 3)
    if bare is None:
        return None
    begin, stop = max(bare.start - 3, 0), bare.end - 3
    return Due(context.part(place, start + begin, start + stop), bare.period)


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for cell in text.split(BETWEEN):
        spans.append((start, start + len(cell)))
        start += len(cell) + len(BETWEEN)
    return spans

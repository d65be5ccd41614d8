"""Deadlines in English: "by the end of FY2025", "in the first half of 2024", "at an early date"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from jcm_ledger.model.period import Period
from jcm_ledger.rules.drafting.deadlines.english_periods import month, number, period_of
from jcm_ledger.rules.drafting.deadlines.english_words import (
    AHEAD,
    AT_A_MEETING,
    BEFORE,
    BETWEEN,
    BY,
    DATE,
    HISTORY,
    POSSIBLE,
    SCHEDULED,
    VAGUE,
    WITHIN,
)
from jcm_ledger.rules.drafting.deadlines.spans import Dated, before, later, months, until

_TO_BE = re.compile(r"\b(?:to be|be)(?: \w+ly)? \w+ $")


def english_deadline(
    text: str, start: int, stop: int, since: date | None, sides: Sequence[str]
) -> Dated | None:
    """Return the first deadline in `start` to `stop` of a text, None if there is none.

    `since` is the day of the statement. What was over by then is history and no deadline.
    """
    lowered = text.lower()
    text = lowered if len(lowered) == len(text) else text
    found = sorted(
        _all(text, start, stop, since, sides),
        key=lambda each: (each.start, -each.end, each.period is None),
    )
    kept: list[Dated] = []
    for each in found:
        if not any(other.start <= each.start < other.end for other in kept):
            kept.append(each)
    with_period = [each for each in kept if each.period is not None]
    return next(iter(with_period or kept), None)


def _all(
    text: str, start: int, stop: int, since: date | None, sides: Sequence[str]
) -> Iterator[Dated]:
    yield from (Dated(*match.span(), None) for match in VAGUE.finditer(text, start, stop))
    for match in AT_A_MEETING.finditer(text, start, stop):
        if not match[0].startswith(("for ", "to ")):
            yield Dated(*match.span(), None)
    for match in WITHIN.finditer(text, start, stop):
        if dated := _within(match, since):
            yield dated
    for match in BETWEEN.finditer(text, start, stop):
        period = _between(match)
        if period and not (since and period.last < since):
            yield Dated(*match.span(), period)
    for match in DATE.finditer(text, start, stop):
        if dated := _dated(text, match, start, since, sides):
            yield dated


def _within(match: re.Match[str], since: date | None) -> Dated | None:
    unit = match["unit"]
    words = match[0]
    fixed = match["n"] is not None
    if not fixed and not re.search(r"\b(?:next|coming|following) (?:day|week|month|year)$", words):
        return None
    if match["how"] in {"in", "for", "during", "over"} and not re.search(
        r"\b(?:next|coming|following)\b", words
    ):
        return None
    coming = unit == "year" and not fixed
    if (match["how"] == "for" and not coming) or (
        unit in "weeks days" and words.endswith(unit) and not fixed
    ):
        return None
    count = number(match["n"]) if fixed else 1
    return Dated(*match.span(), later(since, count, unit))


def _between(match: re.Match[str]) -> Period | None:
    second = int(match["y2"])
    first = int(match["y1"] or match["y2"])
    if match["m1"] and match["m2"] and match["open"] in {"between", "from"}:
        begin, end = (
            months(first, month(match["m1"]), month(match["m1"])),
            months(second, month(match["m2"]), month(match["m2"])),
        )
    elif match["y1"] and not match["m1"] and not match["m2"] and first < second:
        begin, end = months(first, 1, 12), months(second, 1, 12)
    else:
        return None
    return Period(begin.first, end.last) if begin and end and begin.first <= end.last else None


def _season_of(match: re.Match[str]) -> str | None:
    return match["season"] or match["season2"] or match["season3"]


def _dated(
    text: str, match: re.Match[str], start: int, since: date | None, sides: Sequence[str]
) -> Dated | None:
    """Return the deadline of a date in a text, None where it is history or no time at all."""
    before_it = text[max(start - 60, match.start() - 90, 0) : match.start()]
    scheduled = bool(SCHEDULED.search(before_it))
    preposition = match["prep"] or ""
    if not (preposition or match["later"] or match["part"] or match["season3"] or scheduled):
        return None
    within = text[max(start, match.start() - 90) : match.start()]
    if not scheduled and HISTORY.search(within.rstrip()) and not _TO_BE.search(before_it):
        return None
    if POSSIBLE.search(text, max(start, match.start() - 90), match.start()):
        return None
    period = period_of(match, since, sides)
    named = match["rel"] or match["fy"] or match["fy2"] or match["year_to"]
    over = period is not None and since is not None and period.last < since
    if (period is None and not named and not _season_of(match)) or over:
        return None
    if preposition in AHEAD:
        period = None
    elif preposition in BY:
        period = until(period, since) if since else period
    elif preposition in BEFORE:
        by_its_end = (match["part"] or "").startswith(("end", "very"))
        period = until(period, since) if by_its_end else before(period, since)
    return Dated(*match.span(), period)

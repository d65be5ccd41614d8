"""The period that an English date names: "the first half of 2024", "FY2025", "next year"."""

import re
from collections.abc import Sequence
from datetime import date

from jcm_ledger.model.period import Period
from jcm_ledger.rules.drafting.countries import COUNTRIES, Country, country
from jcm_ledger.rules.drafting.deadlines.english_words import (
    BEFORE,
    BY,
    MONTHS,
    NUMBERS,
    ORDINALS,
)
from jcm_ledger.rules.drafting.deadlines.spans import (
    PARTS,
    SEASONS,
    day,
    fiscal_month,
    fiscal_year,
    later,
    months,
)


def period_of(match: re.Match[str], since: date | None, sides: Sequence[str]) -> Period | None:
    """Return the days that a date names, without its preposition."""
    by = (match["prep"] or "") in BY | BEFORE
    part = (match["part"] or "").removesuffix(" of").removeprefix("very ")
    if match["dom"]:
        return day(int(match["dyear"]), month(match["dmonth"]), int(match["dom"]))
    if match["adom"]:
        return day(int(match["ayear"]), month(match["amonth"]), int(match["adom"]))
    if match["month"]:
        only = month(match["month"])
        return months(int(match["myear"]), only, only)
    if match["season"]:
        return _season(match["season"], int(match["syear"]), sides)
    if since and (named := match["season2"] or match["season3"]):
        return _next_season(named, since, sides, sure=match["season3"] is None)
    if match["q"] or match["q2"]:
        letter, count = match["q"] or match["q2"], int(match["qn"] or match["qn2"])
        return _nth(
            int(match["qyear"] or match["qyear2"]), "quarter" if letter == "q" else "half", count
        )
    if match["fy"] or match["fy2"]:
        return _fiscal(match, part, sides)
    if match["year"]:
        return _of_year(match, int(match["year"]), part, by=by)
    return _relative(match, since, part, sides, by=by)


def _of_year(match: re.Match[str], year: int, part: str, *, by: bool) -> Period | None:
    if match["year_to"]:
        end = int(match["year_to"])  # "2025-26" may be two years or a fiscal one: no period
        last = months(end, 1, 12) if end > year else None
        first = months(year, 1, 12)
        return Period(first.first, last.last) if first and last else None
    if match["unit"]:
        return _nth(year, match["unit"], ORDINALS[match["ord"]])
    if not part:
        return months(year, 1, 12)
    if by and part in {"mid", "middle"}:
        return months(year, 1, 6)
    if part == "end" and by:
        return months(year, 1, 12)
    return months(year, *PARTS[part])


def _nth(year: int, unit: str, count: int) -> Period | None:
    length = 6 if unit == "half" else 3
    count = min(count, 12 // length)
    return months(year, (count - 1) * length + 1, count * length)


def _season(season: str, year: int, sides: Sequence[str]) -> Period | None:
    """Return the months of a season, None in winter or where a side is southern."""
    first, _rest = SEASONS[season]
    if season == "winter" or any(found.southern for side in sides if (found := country(side))):
        return None
    return months(year, first, first + 2)


def _next_season(season: str, since: date, sides: Sequence[str], *, sure: bool) -> Period | None:
    """Return the season of next year; where it is but "next" and this year's is to come, None."""
    if not sure and since.month < SEASONS[season][0]:
        return None
    return _season(season, since.year + 1, sides)


def _fiscal(match: re.Match[str], part: str, sides: Sequence[str]) -> Period | None:
    year = int(match["fy"] or match["fy2"])
    year = year if year > 99 else 2000 + year  # noqa: PLR2004
    whose = match["whose"] or ("japanese" if "jfy" in match[0] else "")
    of = next((c.name for c in COUNTRIES if whose in _called(c)), None) if whose else None
    whole = fiscal_year(year, fiscal_month(sides, of))
    if whole is None:
        return None
    if match["unit"]:
        length, count = (
            (6 if match["unit"] == "half" else 3),
            ORDINALS[match["ord"]],
        )
        count = min(count, 12 // length)
        begin = whole.first.month + (count - 1) * length
        return months(whole.first.year, begin, begin + length - 1)
    if part in {"early", "beginning", "start"}:
        return months(whole.first.year, whole.first.month, whole.first.month + 2)
    return whole


def _called(named: Country) -> set[str]:
    return {name.lower() for name in (named.name, *named.others, *named.adjectives)}


def _relative(
    match: re.Match[str], since: date | None, part: str, sides: Sequence[str], *, by: bool
) -> Period | None:
    """Return "next year" and its like as seen from the day of the statement."""
    if since is None:
        return None
    words = match["rel"]
    if match["relfy"] or match["relfy2"]:
        begins = fiscal_month(sides)
        if not begins:
            return None
        year = since.year - (since.month < begins) + (begins > 6)  # noqa: PLR2004
        return fiscal_year(
            year + ("next" in words or "following" in words or "coming" in words), begins
        )
    if "coming" in words or "following" in words:
        return later(since, 1, "year")
    year = since.year + ("next" in words)
    whole = months(year, 1, 12)
    if match["unit"]:
        return _nth(year, match["unit"], ORDINALS[match["ord"]])
    if year == since.year and not part and whole:
        return Period(since, whole.last)
    if part == "end":
        return whole if by else months(year, 10, 12)
    if part:
        return (
            months(year, 1, 6) if by and part in {"mid", "middle"} else months(year, *PARTS[part])
        )
    if match["later"] and match["later"] in {"early", "late"}:
        return months(year, *PARTS[match["later"]])
    return whole


def month(name: str) -> int:
    """Return the number of a month."""
    return MONTHS.index(name[:3]) + 1


def number(text: str) -> int:
    """Return a number in figures or words."""
    return int(text) if text.isdigit() else NUMBERS[text]

"""Days as statements write them at their head."""

import re
from datetime import date
from unicodedata import normalize

from jcm_ledger.model.eras import BY_NAME

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_YEAR = r"(?P<year>\d{4})"
_YEAR_OR_SO = re.compile(r"\d{4}|年")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    rf"{_DAY} {_NAME},? {_YEAR}",
    rf"{_NAME} {_DAY},? {_YEAR}",
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:T[\d:.+Z-]*)?",
    (
        r"(?P<era>令和|平成|昭和)?(?P<year>\d{1,4}|元) ?年 ?"
        r"(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
    ),
)
_BEFORE = r"(?:(?:first )?(?:published|issued|released|updated|adopted|date|発表|掲載)[^\d]{0,24})?"
_PLACE = r"(?:[^\d\s][^\d.。:]{0,40}[,、] ?)?"


def day_of(line: str) -> date | None:
    """Return the day that a line says and nothing else, None for any other.

    A word for publication or a place may stand before it, brackets around it, a day of the week
    after it: "Published 19 December 2023", "(London, 7 November 2023)", "令和5年11月7日".
    """
    text = normalize("NFKC", line).strip().strip("()").strip()
    if not 8 <= len(text) <= 100 or not _YEAR_OR_SO.search(text):  # noqa: PLR2004 - of no such line
        return None
    for form in _FORMS:
        after = r"[ ,]*(?:\([^)]{0,12}\)?|[a-z]{0,9}day)?"
        if found := re.fullmatch(_BEFORE + _PLACE + form + after, text, re.IGNORECASE):
            return _as_day(found.groupdict())
    return None


def _as_day(parts: dict[str, str | None]) -> date | None:
    """Return the day of a year, a month and a day as written, None if there is no such day."""
    year, month = parts["year"] or "", (parts["month"] or "").lower()
    era = BY_NAME.get(parts.get("era") or "")
    try:
        return date(
            era.western(year) if era else int(year.replace("元", "1")),
            int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1,
            int(parts["day"] or 0),
        )
    except ValueError:
        return None

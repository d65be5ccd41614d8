"""Days in the cells and headings of a table: a deadline may be "by end of March 2026"."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from jcm_ledger.errors.importing import NotADay, NotOneDay
from jcm_ledger.model.period import Period
from jcm_ledger.rules.written_days import DayOrder, UnclearDay, written_day

_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.0+)?)?Z?$")
_BEFORE = re.compile(
    r"^(?:by |before (?=the end))?(?:the )?(?:end[- ]of[- ]|end[- ])?(?:the )?", re.IGNORECASE
)
_AFTER = re.compile(r"(?:末日?)?(?:まで(?:に)?|中)?$")
_PART_FIRST = re.compile(r"([QH][1-4])[ /-]?((?:FY ?)?[0-9]{4})", re.IGNORECASE)

_IN_JAPANESE = r"(?:(?:令和|平成)\s?(?:元|\d{1,2})|\d{4})年\s?\d{1,2}月(?:\s?\d{1,2}日)?"
_NUMBERS = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|年|[RrHh]\d{1,2}[./]")
_WITHIN_WORDS = re.compile(f"{_IN_JAPANESE}|{_NUMBERS}")
_FILLERS = re.compile(
    r"\b(?:as at|as of|as on|at|on|of|to|up to)$|^(?:現在|時点)の?|(?:現在|時点)の?$", re.IGNORECASE
)
_POINTS = " ():;,-"
_LONGEST = 60  # letters of a heading with a day in it


def period_meant(text: str, order: DayOrder | None) -> Period:
    """Return the period by whose last day something is to be done; raise NotADay.

    What is due "by" a period, at its "end" or 末まで is due by its last day, as the period is.
    """
    plain = _TIME.sub("", " ".join(text.split()))
    found = written_day(plain, order)
    if isinstance(found, UnclearDay):
        bare = _AFTER.sub("", _BEFORE.sub("", plain)).strip()
        turned = _PART_FIRST.sub(lambda part: f"{part[2]}-{part[1]}".replace(" ", ""), bare)
        again = written_day(turned, order) if turned != plain else found
        found = again if isinstance(again, Period) else found
    if isinstance(found, UnclearDay):
        raise NotADay(text.strip(), found.doubt, tuple(str(day) for day in found.readings))
    return found


def day_meant(text: str, order: DayOrder | None) -> date:
    """Return the day that a text means; raise NotOneDay for a longer period, or NotADay."""
    found = written_day(_TIME.sub("", " ".join(text.split())), order)
    if isinstance(found, UnclearDay):
        raise NotADay(text.strip(), found.doubt, tuple(str(day) for day in found.readings))
    if found.first != found.last:
        raise NotOneDay(text.strip())
    return found.first


def heading_day(heading: str, order: DayOrder | None) -> tuple[str, date] | None:
    """Return the rest of a heading that says a day, and the day; None for one that says none.

    Raise NotADay for a day that can be read in two ways.
    """
    text = " ".join(unicodedata.normalize("NFKC", heading).split())
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    for first, last in _stretches(text):
        found = written_day(text[first:last].strip(_POINTS), order)
        if isinstance(found, UnclearDay):
            if len(found.readings) > 1:
                raise NotADay(found.text, found.doubt, tuple(str(day) for day in found.readings))
        elif found.first == found.last:
            parts = (text[:first], text[last:])
            bare = (_FILLERS.sub("", part.strip(_POINTS)).strip(_POINTS) for part in parts)
            return " ".join(filter(None, bare)), found.first
    return None


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a day may stand in a heading: words beside each other, the longest first."""
    words = [(match.start(), match.end()) for match in re.finditer(r"[^\s():]+", text)]
    for length in range(len(words), 0, -1):
        for at in range(len(words) - length + 1):
            first, last = words[at][0], words[at + length - 1][1]
            if _YEAR.search(text[first:last]):
                yield first, last
    for match in _WITHIN_WORDS.finditer(text):
        yield match.start(), match.end()

"""Days and periods as people write them: 14 May 2026, 2026/5/14, 令和8年5月14日, R8.5.14."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from unicodedata import normalize

from msgspec import Struct

from jcm_ledger.errors import BadPeriod
from jcm_ledger.model.eras import BY_NAME
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Word


class DayOrder(StrEnum):
    """How three numbers with the year at the end or at the beginning are read."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Doubt(Word):
    """Why a text is no day."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NO_YEAR = "no-year"
    SHORT_YEAR = "short-year"
    BARE_NUMBER = "bare-number"
    NO_SUCH_DAY = "no-such-day"
    OTHER_WEEKDAY = "other-weekday"
    OUTSIDE_ERA = "outside-era"


class UnclearDay(Struct, frozen=True):
    """A text that is no day, and why; `readings` are the days that it may mean."""

    text: str
    doubt: Doubt
    readings: tuple[date, ...] = ()


_ERAS = {
    name: BY_NAME[era]
    for era, letter in (("令和", "r"), ("平成", "h"), ("昭和", "s"))
    for name in (era, letter)
}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH_NAMES = {name[:length]: number for number, name in enumerate(_MONTHS, start=1)
                for length in range(3, len(name) + 1)} | {"sept": 9}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KANJI_WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile(
    r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+|[\s,]*\(?\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\)?$"
    r"|\s*[((]\s*([月火水木金土日])(?:曜日?)?\s*[))]\s*$|\s*([月火水木金土日])曜日?$"
)
_ERA = r"(令和|平成|昭和|r|h|s)\.?\s*([0-9]{1,2}|元)"
_ERA_DAY = re.compile(
    _ERA + r"\s*(?:年|[./-])\s*([0-9]{1,2})(?:\s*(?:月|[./-])\s*([0-9]{1,2})\s*日?|\s*月)?"
)
_ERA_YEAR = re.compile(r"(令和|平成|昭和)\s*([0-9]{1,2}|元)\s*年(度?)")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})\s*(?:年|[-./])\s*([0-9]{1,2})(?:\s*月?|\s*(?:月|[-./])\s*([0-9]{1,2})\s*日?)"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})\s*[-./ ]\s*([0-9]{1,2})\s*[-./ ,]\s*([0-9]{4})")
_SHORT = re.compile(r"[0-9]{1,2}\s*[-./]\s*[0-9]{1,2}\s*[-./]\s*[0-9]{2}")
_DAY_MONTH = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-.]+)?([a-z]+)\.?,?[\s\-]+([0-9]{4})"
)
_MONTH_DAY = re.compile(r"([a-z]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
_JAPANESE_PERIOD = re.compile(
    r"([0-9]{4})\s*年(度?)(?:\s*(?:第\s*([1-4])\s*四半期|(上|下|前|後)(?:半期|期|半)))?"
)
_RANGE = re.compile(r"\s*(?:~|〜|–|—|から| to | - )\s*")  # noqa: RUF001 - dashes
_NO_YEAR = re.compile(
    r"[0-9]{1,2}\s*[-./]\s*[0-9]{1,2}|[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?"
    r"|[0-9]{1,2}(?:st|nd|rd|th)?\s+[a-z]+|[a-z]+\s+[0-9]{1,2}(?:st|nd|rd|th)?"
)
_SHORT_NAMED = re.compile(
    r"[0-9]{1,2}(?:st|nd|rd|th)?[\s-]+([a-z]+)[\s\-']+[0-9]{2}|([a-z]+)\s*[-']\s*[0-9]{2}"
)
_QUARTER = re.compile(r"(q[1-4])(?: of)? ((?:fy)?[0-9]{4})|((?:fy)?[0-9]{4}) (q[1-4])")
_END = re.compile(r"(?:the )?end of (.+)|(.+)末")
_COMPACT = re.compile(r"(?:19|20)[0-9]{6}")
_SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
_EPOCH = date(1899, 12, 30)  # the day 0 of spreadsheets, after their 29 February 1900


def written_day(text: str, order: DayOrder | None = None) -> Period | UnclearDay:
    """Return the day or period that a text spells, or why it is not clear.

    `order` settles 5/6/2026, which is unclear without one. A month without a day is that month, a
    year that year; a fiscal year is written FY2026 or 2026年度. Periods of the ledger are read too.
    """
    try:
        return Period.parse(text.strip())
    except BadPeriod:
        pass
    plain = " ".join(normalize("NFKC", text).casefold().split())
    bare, weekday = _without_weekday(plain)
    for reader in _READERS:
        found = reader(bare, order)
        if found is not None:
            break
    else:
        found = Doubt.UNKNOWN
    match found:
        case Doubt():
            return UnclearDay(text, found, _readings(bare))
        case Period() if weekday is not None and found.first.weekday() != weekday:
            return UnclearDay(text, Doubt.OTHER_WEEKDAY, (found.first,))
    return found


_Found = Period | Doubt | None


def _without_weekday(text: str) -> tuple[str, int | None]:
    """Return the text without the day of the week, and which that is, from Monday, 0."""
    match = _WEEKDAY.search(text)
    if match is None or match[0] == text:
        return text, None
    named = match[1] or match[2]
    kanji = match[3] or match[4]
    bare = (text[: match.start()] + text[match.end() :]).strip(" ,")
    return bare, _WEEKDAYS.index(named) if named else _KANJI_WEEKDAYS.index(kanji)


def _ledger_s(text: str, _order: DayOrder | None) -> _Found:
    """Return a period of the ledger that was typed otherwise: ｆｙ2026, Q1 2027."""  # noqa: RUF002
    if match := _QUARTER.fullmatch(text):
        text = f"{match[2] or match[3]}-{match[1] or match[4]}"
    try:
        return Period.parse(text.upper().replace(" ", ""))
    except BadPeriod:
        return None


def _of_an_era(text: str, _order: DayOrder | None) -> _Found:
    year = _ERA_YEAR.fullmatch(text)
    if year:
        number = _ERAS[year[1]].western(year[2])
        return Period.parse(f"FY{number}" if year[3] else f"{number}")
    match = _ERA_DAY.fullmatch(text)
    if match is None:
        return None
    era = _ERAS[match[1]]
    found = _span(era.western(match[2]), int(match[3]), int(match[4] or 0))
    if isinstance(found, Period) and not (era.first <= found.last and found.first <= era.last):
        return Doubt.OUTSIDE_ERA
    return found


def _year_first(text: str, _order: DayOrder | None) -> _Found:
    match = _YEAR_FIRST.fullmatch(text)
    return _span(int(match[1]), int(match[2]), int(match[3] or 0)) if match else None


def _compact(text: str, _order: DayOrder | None) -> _Found:
    if not _COMPACT.fullmatch(text):
        return None
    return _span(int(text[:4]), int(text[4:6]), int(text[6:]))


def _named_month(text: str, _order: DayOrder | None) -> _Found:
    """Return 14 May 2026, May 14, 2026 or May 2026."""
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        match = pattern.fullmatch(text)
        if match and match[month] in _MONTH_NAMES:
            number = int(match[day]) if match[day] is not None else 0
            if match[day] is not None and not number:
                return Doubt.NO_SUCH_DAY
            return _span(int(match[3]), _MONTH_NAMES[match[month]], number)
    return None


def _japanese_period(text: str, _order: DayOrder | None) -> _Found:
    """Return 2026年, 2026年度, 2026年度第3四半期 or 2026年上半期."""
    match = _JAPANESE_PERIOD.fullmatch(text)
    if match is None:
        return None
    part = f"-Q{match[3]}" if match[3] else ""
    if match[4]:
        part = "-H1" if match[4] in "上前" else "-H2"
    return Period.parse(f"{'FY' * bool(match[2])}{match[1]}{part}")


def _year_last(text: str, order: DayOrder | None) -> _Found:
    """Return a day of two numbers and a year, if the order or the numbers leave one reading."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    first, second, year = map(int, match.groups())
    if order is DayOrder.DMY:
        return _span(year, second, first) if first else Doubt.NO_SUCH_DAY
    if order is DayOrder.MDY:
        return _span(year, first, second) if second else Doubt.NO_SUCH_DAY
    found = {each for each in _both(first, second, year) if isinstance(each, Period)}
    if not found:
        return Doubt.NO_SUCH_DAY
    return found.pop() if len(found) == 1 else Doubt.AMBIGUOUS


def _both(first: int, second: int, year: int) -> list[Period | Doubt]:
    """Return what two numbers and a year mean as day and month, and as month and day."""
    if not (first and second):
        return [Doubt.NO_SUCH_DAY]
    return [_span(year, second, first), _span(year, first, second)]


def _range(text: str, order: DayOrder | None) -> _Found:
    """Return a span of two days or months, the year of the first said once or with each."""
    ends = _RANGE.split(text)
    if len(ends) != 2:  # noqa: PLR2004 - a beginning and an end
        return None
    first, last = ends
    if (year := re.match(r"[0-9]{4}年", first)) and not re.match(r"[0-9]{4}", last):
        last, first = year[0] + last, first if "月" in first else f"{first}月"
    elif (year := re.search(r"[0-9]{4}$", last)) and not re.search(r"[0-9]{4}", first):
        first = f"{first} {year[0]}"
    begin, end = (_first_found(each, order) for each in (first, last))
    if not (isinstance(begin, Period) and isinstance(end, Period)):
        return None
    try:
        return Period.parse(f"{begin}/{end}")
    except BadPeriod:
        return Doubt.NO_SUCH_DAY


def _at_its_end(text: str, order: DayOrder | None) -> _Found:
    """Return the last day of the end of May 2026, 2026年5月末 or 2026年度末."""
    within = match[1] or match[2] if (match := _END.fullmatch(text)) else ""
    found = _ledger_s(within, order) or _first_found(within, order)
    return Period(found.last, found.last) if isinstance(found, Period) else None


def _first_found(text: str, order: DayOrder | None) -> _Found:
    return next((found for reader in _ENDS if (found := reader(text, order)) is not None), None)


def _too_little(text: str, _order: DayOrder | None) -> _Found:
    """Return what is missing in a text that begins as a day does."""
    if _SERIAL.fullmatch(text):
        return Doubt.BARE_NUMBER
    named = _SHORT_NAMED.fullmatch(text)
    if _SHORT.fullmatch(text) or (named and (named[1] or named[2]) in _MONTH_NAMES):
        return Doubt.SHORT_YEAR
    if _NO_YEAR.fullmatch(text) and not any(
        word.isalpha() and word.isascii() and word not in _MONTH_NAMES
        for word in re.findall(r"[a-z]{3,}", text)
    ):
        return Doubt.NO_YEAR
    return Doubt.BARE_NUMBER if text.replace(".", "", 1).isdigit() else None


_ENDS: tuple[Callable[[str, DayOrder | None], _Found], ...] = (
    *(_of_an_era, _year_first, _named_month, _japanese_period),
)
_READERS: tuple[Callable[[str, DayOrder | None], _Found], ...] = (
    *(_ledger_s, _of_an_era, _year_first, _compact),
    *(_named_month, _japanese_period, _at_its_end, _year_last, _range, _too_little),
)


def _span(year: int, month: int, day: int) -> Period | Doubt:
    """Return a day, or the month if `day` is 0."""
    spelling = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    try:
        return Period.parse(spelling) if 1 <= month <= 12 else Doubt.NO_SUCH_DAY  # noqa: PLR2004 - months
    except BadPeriod:
        return Doubt.NO_SUCH_DAY


def _readings(text: str) -> tuple[date, ...]:
    """Return the days that an unclear text may mean, the earliest first."""
    if _SERIAL.fullmatch(text):
        return (_EPOCH + timedelta(days=int(float(text))),)
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return ()
    both = _both(int(match[1]), int(match[2]), int(match[3]))
    return tuple(sorted({each.first for each in both if isinstance(each, Period)}))

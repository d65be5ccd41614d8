"""Deadlines in Japanese: 年内に, 2025年度前半に, 令和8年3月までに, 早期に."""

import re
from collections.abc import Sequence
from datetime import date

from jcm_ledger.model.eras import BY_NAME
from jcm_ledger.model.period import Period
from jcm_ledger.rules.drafting.deadlines.spans import (
    SEASONS,
    Dated,
    before,
    day,
    fiscal_month,
    fiscal_year,
    later,
    months,
    until,
)

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_KANJI = {character: place for place, character in enumerate("一二三四五六七八九", 1)}
_N = r"(?:\d{1,3}|[一二三四五六七八九十])"
_PART = (
    r"(?:の)?(?P<part>前半|後半|上半期|下半期|上期|下期|第[1-4一二三四]四半期|初頭|初め|早々|半ば|末|春|夏|秋|冬|"
    r"(?P<month>\d{1,2})月(?:(?P<dom>\d{1,2})日|末|中|上旬|中旬|下旬|頃)?(?!間|号))?"
)
_AFTER = (
    r"(?P<after>中)?(?P<how>までの間に|までに|まで|以内に|以内|内に|内|から|より|以降|前に|頃に|頃|"
    r"にかけて|に向けて|には|に|の間に|を目途に|を目処に|をめどに)?"
)
_DATE = re.compile(
    rf"(?:遅くとも)?(?:(?P<era>令和|平成)(?P<eyear>元|\d{{1,2}})|(?P<year>(?:19|20|21)\d\d)|(?P<rel>本|今|"
    rf"来|明|翌|同|次|再来))(?:年)?"
    rf"(?:(?<=年)|(?=年度)|(?=春|夏|秋|冬))(?P<fiscal>年?度)?{_PART}{_AFTER}"
)
_BETWEEN = re.compile(
    r"(?P<y1>(?:19|20|21)\d\d)年(?P<m1>\d{1,2})月から(?:(?P<y2>(?:19|20|21)\d\d)年)?"
    r"(?P<m2>\d{1,2})月(?:まで(?:の間)?に?|にかけて|の間に|に)"
)
_WITHIN_YEAR = re.compile(r"(?P<what>年度内|年内|年末|年度末|年明け)(?P<how>までに|まで|にも|に)?")
_SPAN = re.compile(
    rf"(?P<from>今後|向こう)?(?P<n>半|{_N})(?P<unit>年|か月|ヶ月|カ月|ヵ月|箇月|ケ月|週間|"
    rf"日)(?P<half>半)?(?:間)?(?P<how>以内に|以内|で|の間に|のうちに|内に)"
)
_MEETING = re.compile(
    r"(?:次回|第\d+回|来年の|次の)(?:の)?[^、。]{0,20}?(?:会合|委員会|会議|協議|対話|首脳会談|サミット)(?:の開催|"
    r"開催)?(?P<how>までの間に|までに|まで|前に|に先立ち|に先立って|に向けて|に間に合うよう(?:に)?|において)|"
    r"(?:次回|来年)の[^、。をがは]{1,24}?の機会に"
)
_VAGUE = re.compile(
    r"(?<![\d年])\d{1,2}月(?:末|上旬|中旬|下旬|中)?(?:までに|に|から|より)(?!\d)|可能な限り早期に|できる限り早期に|できるだけ早期に|できるだけ早い時期に|可能な限り早い時期に|早い時期に|可及的速やかに|早期に|可能な限り速やかに|できる限り速やかに|"
    r"できるだけ早く|速やかに|早急に|近い将来(?:に)?|近く(?=開催|実施|開始|行|立ち上げ)|遅滞なく|毎年|年[1-4一二三四]回|"
    r"定期的に(?=開催)|隔年で|2年ごとに|２年ごとに"
)


def japanese_deadline(
    text: str, start: int, stop: int, since: date | None, sides: Sequence[str]
) -> Dated | None:
    """Return the first deadline in `start` to `stop` of a text, None if there is none.

    `since` is the day of the statement. What was over by then is history and no deadline.
    """
    plain = text.translate(_DIGITS)
    found = [Dated(*match.span(), None) for match in _VAGUE.finditer(plain, start, stop)]
    found += [Dated(*match.span(), None) for match in _MEETING.finditer(plain, start, stop)]
    for match in _WITHIN_YEAR.finditer(plain, start, stop):
        if (
            plain[match.start() - 1 : match.start()] not in {"本", "今", "来", "同"}
            and not plain[match.start() - 1 : match.start()].isdigit()
        ):
            found.append(
                _counted(match.span(), _this_year(match, since, sides), match["how"], since)
            )
    for match in _BETWEEN.finditer(plain, start, stop):
        if period := _between(match, since):
            found.append(Dated(*match.span(), period))
    for match in _SPAN.finditer(plain, start, stop):
        found.append(Dated(*match.span(), _span(match, since)))
    for match in _DATE.finditer(plain, start, stop):
        period = _period(match, since, sides)
        how = match["how"]
        if (
            not how
            and not match["after"]
            and plain[match.end() : match.end() + 1] not in {"の", "、", "開"}
        ):
            continue
        if period is None or (since is not None and period.last < since):
            continue
        found.append(_counted(match.span(), period, how, since))
    found = [
        each
        for each in found
        if not any(
            o is not each
            and o.start <= each.start
            and each.end <= o.end
            and (o.start, o.end) != (each.start, each.end)
            for o in found
        )
    ]
    found.sort(key=lambda each: each.start)
    with_period = [each for each in found if each.period is not None]
    return next(iter(with_period or found), None)


def _between(match: re.Match[str], since: date | None) -> Period | None:
    """Return the months from one to another, None where they are over or the wrong way round."""
    first = int(match["y1"])
    begin = months(first, int(match["m1"]), int(match["m1"]))
    end = months(int(match["y2"] or first), int(match["m2"]), int(match["m2"]))
    if begin is None or end is None or end.last < begin.first or (since and end.last < since):
        return None
    return Period(begin.first, end.last)


def _counted(
    span: tuple[int, int], period: Period | None, how: str | None, since: date | None
) -> Dated:
    """Return a deadline with its days counted from the statement's where it is "by" or "before"."""
    if how and how.startswith("まで"):
        period = until(period, since) if since else period
    elif how == "前に":
        period = before(period, since)
    elif (
        period is not None and since is not None and since in period and period.first != period.last
    ):
        period = Period(since, period.last)
    return Dated(*span, period)


def _this_year(match: re.Match[str], since: date | None, sides: Sequence[str]) -> Period | None:
    if since is None:
        return None
    if match["what"] in {"年度内", "年度末"}:
        begins = fiscal_month(sides)
        whole = fiscal_year(since.year - (since.month < begins), begins) if begins else None
        return until(whole, since)
    if match["what"] == "年明け":
        return months(since.year + 1, 1, 3)
    return until(months(since.year, 1, 12), since)


def _span(match: re.Match[str], since: date | None) -> Period | None:
    unit = {"年": "year", "週間": "week", "日": "day"}.get(match["unit"], "month")
    if match["n"] == "半":
        return later(since, 6, "month") if unit == "year" else None
    count = (
        int(match["n"])
        if match["n"].isdigit()
        else 10
        if match["n"] == "十"
        else _KANJI[match["n"]]
    )
    if match["half"]:
        return later(since, count * 12 + 6, "month") if unit == "year" else None
    return later(since, count, unit)


def _period(match: re.Match[str], since: date | None, sides: Sequence[str]) -> Period | None:
    """Return the days that a date names, without what follows it."""
    year = _year(match, since, sides)
    if year is None:
        return None
    part = match["part"] or ""
    if match["month"]:
        return _of_month(match, year)
    if match["fiscal"]:
        whole = fiscal_year(year, fiscal_month(sides))
        return _part(whole, part) if whole and part else whole
    if part in {"春", "夏", "秋"}:
        first = SEASONS[{"春": "spring", "夏": "summer", "秋": "autumn"}[part]][0]
        return months(year, first, first + 2)
    if part == "冬":
        return None
    whole = months(year, 1, 12)
    return _part(whole, part) if whole and part else whole


def _year(match: re.Match[str], since: date | None, sides: Sequence[str]) -> int | None:
    if match["era"]:
        return BY_NAME[match["era"]].western(match["eyear"])
    if match["year"]:
        return int(match["year"])
    if since is None or match["rel"] == "同":
        return None
    on = {"本": 0, "今": 0, "来": 1, "明": 1, "翌": 1, "次": 1, "再来": 2}[match["rel"]]
    begins = fiscal_month(sides) or 1 if match["fiscal"] else 1
    return since.year - (since.month < begins) + on


def _of_month(match: re.Match[str], year: int) -> Period | None:
    number = int(match["month"])
    if not 1 <= number <= 12:  # noqa: PLR2004
        return None
    if match["dom"]:
        return day(year, number, int(match["dom"]))
    return months(year, number, number)


def _part(whole: Period, part: str) -> Period | None:
    """Return a half or quarter of a year, or what its beginning or end is taken for."""
    year, first = whole.first.year, whole.first.month
    if part in {"前半", "上半期", "上期"}:
        return months(year, first, first + 5)
    if part in {"後半", "下半期", "下期"}:
        return months(year, first + 6, first + 11)
    if part.endswith("四半期"):
        count = int(part[1]) if part[1].isdigit() else _KANJI[part[1]]
        return months(year, first + 3 * (count - 1), first + 3 * count - 1)
    if part in {"初頭", "初め", "早々"}:
        return months(year, first, first + 2)
    if part == "半ば":
        return months(year, first + 3, first + 8)
    return whole

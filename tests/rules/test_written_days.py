"""Days and periods as people write them: read if they can be only one, and else it is said why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcm_ledger.model.period import Period
from jcm_ledger.rules.written_days import DayOrder, Doubt, UnclearDay, written_day

THE_DAY = "2026-05-14"

SPELLED = {
    THE_DAY: [
        "14 May 2026", "14th May 2026", "14th of May 2026", "14 MAY 2026", "May 14, 2026",
        "May 14th 2026", "14-May-2026", "Thu 14 May 2026", "Thursday, 14 May 2026", "2026/5/14",
        "2026.5.14", "2026-5-14", "2026/05/14", "20260514", "14/5/2026", "5/14/2026", "14.5.2026",
        "2026年5月14日", "2026年5月14日（木）", "2026年5月14日(木)", "2026年5月14日木曜日",
        "２０２６年５月１４日", "令和8年5月14日", "令和８年５月１４日", "㋿8年5月14日", "R8.5.14", "r8/5/14",
        "Ｒ８．５．１４", "R8-5-14", "令和8.5.14", " 2026-05-14 ", "2026 年 5 月 14 日",
    ],
    "2026-05": ["May 2026", "2026-05", "2026/5", "2026年5月", "令和8年5月", "R8.5"],
    "2026-05-31": ["end of May 2026", "the end of May 2026", "2026年5月末", "令和8年5月末"],
    "2026-12-31": ["end of 2026", "2026年末"],
    "2027-03-31": ["end of FY2026", "2026年度末", "令和8年度末"],
    "2027-Q1": ["2027-Q1", "Q1 2027", "2027 Q1", "Q1 of 2027"],
    "2026": ["2026", "2026年", "令和8年"],
    "FY2026": ["FY2026", "fy2026", "2026年度", "令和8年度"],
    "FY2026-Q3": ["FY2026-Q3", "Q3 FY2026", "2026年度第3四半期"],
    "FY2026-H1": ["FY2026-H1", "2026年度上半期", "2026年度上期"],
    "2026-H2": ["2026-H2", "2026年下半期"],
    "2019-05-01": ["令和元年5月1日", "R1.5.1", "令和1年5月1日"],
    "2019-04-30": ["平成31年4月30日", "H31.4.30"],
    "2026-06-06": ["6/6/2026"],
    "2024-01/2024-06": ["2024-01/2024-06", "2024年1～6月", "2024年1月～6月", "January to June 2024"],
    "2025-04/2026-03": ["2025年4月～2026年3月", "April 2025 to March 2026", "2025-04/2026-03"],
}  # fmt: skip

UNCLEAR = {
    Doubt.AMBIGUOUS: ["5/6/2026", "05-06-2026", "5.6.2026"],
    Doubt.NO_YEAR: ["5/6", "14 May", "May 14", "5月14日", "14th May"],
    Doubt.SHORT_YEAR: ["5/6/26", "14-May-26", "14.5.26", "May-26"],
    Doubt.BARE_NUMBER: ["46156", "46156.5", "12", "5"],
    Doubt.NO_SUCH_DAY: ["30 February 2026", "2026-02-30", "2026/13/1", "31/4/2026", "0/1/2026"],
    Doubt.OTHER_WEEKDAY: ["Fri 14 May 2026", "2026年5月14日（金）"],
    Doubt.OUTSIDE_ERA: ["平成31年5月1日", "H35.4.1", "昭和64年2月1日", "令和元年4月1日"],
    Doubt.UNKNOWN: ["soon", "next week", "end of May", "月末", "TBC", "令和", "未定", "spring 2026", "", "-"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("spelled", "period"),
    [(spelled, period) for period, each in SPELLED.items() for spelled in each],
)
def test_what_people_write_is_read(spelled: str, period: str) -> None:
    """In English or Japanese, in either calendar and width, with the day of the week or without."""
    assert written_day(spelled) == Period.parse(period)


@pytest.mark.parametrize(
    ("text", "doubt"), [(text, doubt) for doubt, each in UNCLEAR.items() for text in each]
)
def test_what_is_not_clear_is_said(text: str, doubt: Doubt) -> None:
    """Nothing is guessed: a text that can be two days, or none, is refused with the reason."""
    found = written_day(text)
    assert isinstance(found, UnclearDay)
    assert (found.text, found.doubt) == (text, doubt)


def test_the_days_that_it_may_mean_are_told() -> None:
    """So that people see at once what is asked of them."""
    ambiguous, number = written_day("5/6/2026"), written_day("46156")
    assert isinstance(ambiguous, UnclearDay)
    assert ambiguous.readings == (date(2026, 5, 6), date(2026, 6, 5))
    assert isinstance(number, UnclearDay)
    assert number.readings == (date(2026, 5, 14),)


@pytest.mark.parametrize(
    ("order", "day"), [(DayOrder.DMY, date(2026, 6, 5)), (DayOrder.MDY, date(2026, 5, 6))]
)
def test_an_order_settles_what_is_ambiguous(order: DayOrder, day: date) -> None:
    """Whoever knows the country a table is from says so once."""
    assert written_day("5/6/2026", order) == Period(day, day)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_back_however_it_is_written(day: date) -> None:
    """Year first, with the month's name, or with Japanese signs."""
    month = day.strftime("%B")
    for spelled in (
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert written_day(spelled) == Period(day, day)


@given(st.text(max_size=40))
def test_no_text_fails(text: str) -> None:
    """Any text is a period or has a doubt."""
    assert isinstance(written_day(text), Period | UnclearDay)


@given(st.text(alphabet="0123456789/.-年月日令和平成昭元RHS MayJun", max_size=16))
def test_no_text_that_looks_like_a_day_fails(text: str) -> None:
    """Likewise, of texts that come near to one."""
    assert isinstance(written_day(text), Period | UnclearDay)

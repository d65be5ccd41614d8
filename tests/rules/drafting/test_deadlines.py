"""Deadlines are quoted to the letter, and have a period only where their wording gives one."""

from datetime import date

import pytest

from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Strength
from jcm_ledger.rules.drafting.deadlines.english import english_deadline
from jcm_ledger.rules.drafting.deadlines.japanese import japanese_deadline
from promises import drafted, proposed

DAY = date(2025, 1, 15)
UK_JAPAN = ("UK", "Japan")

ENGLISH = [
    ("hold talks in the first half of 2026", "in the first half of 2026", "2026-H1"),
    ("hold talks in the second quarter of 2026", "in the second quarter of 2026", "2026-Q2"),
    ("report by the end of FY2025", "by the end of FY2025", "2025-01-15/2026-03-31"),
    ("report in FY2025", "in FY2025", "FY2025"),
    ("report in the Japanese fiscal year 2025", "in the Japanese fiscal year 2025", "FY2025"),
    ("report in the first half of FY2026", "in the first half of FY2026", "FY2026-H1"),
    ("report by the end of US fiscal year 2026", "by the end of US fiscal year 2026", "2025-01-15/2026-09-30"),
    ("pay from FY2026", "from FY2026", "FY2026"),
    ("report within six months", "within six months", "2025-01-15/2025-07-15"),
    ("report within 90 days of this statement", "within 90 days of this statement", "2025-01-15/2025-04-15"),
    ("pay over the next three years", "over the next three years", "2025-01-15/2028-01-15"),
    ("open in the coming year", "in the coming year", "2025-01-15/2026-01-15"),
    ("meet in the spring of 2027", "in the spring of 2027", "2027-03/2027-05"),
    ("meet in the winter of 2027", "in the winter of 2027", None),
    ("open in early 2026", "in early 2026", "2026-Q1"),
    ("open in late 2026", "in late 2026", "2026-Q4"),
    ("open by mid-2027", "by mid-2027", "2025-01-15/2027-06-30"),
    ("open by 2027", "by 2027", "2025-01-15/2027-12-31"),
    ("open before April 2026", "before April 2026", "2025-01-15/2026-03-31"),
    ("open before the end of 2026", "before the end of 2026", "2025-01-15/2026-12-31"),
    ("open by 31 March 2026", "by 31 March 2026", "2025-01-15/2026-03-31"),
    ("open on June 5, 2025", "on June 5, 2025", "2025-06-05"),
    ("open no later than June 2025", "no later than June 2025", "2025-01-15/2025-06-30"),
    ("run between April and June 2027", "between April and June 2027", "2027-Q2"),
    ("hold contests in 2026 and 2027", "in 2026 and 2027", "2026/2027"),
    ("hold it towards May 2026 in Oslo", "towards May 2026", "2025-01-15/2026-05-31"),
    ("report early next year", "early next year", "2026-Q1"),
    ("meet in the autumn", "in the autumn", None),
    ("run it from January to June 2026", "from January to June 2026", "2026-H1"),
    ("set priorities for the coming year", "for the coming year", "2025-01-15/2026-01-15"),
    ("meet as soon as possible in 2026", "as soon as possible in 2026", "2026"),
    ("meet in the spring of next year", "in the spring of next year", "2026-03/2026-05"),
    ("show it at the twelfth session", "at the twelfth session", None),
    ("hold a school over three days", None, None),
    ("share data every autumn", "every autumn", None),
    ("map the seas that could rise by 2050", None, None),
    ("put it in the 2026 budget", None, None),
    ("show it at the 2026 summit", None, None),
    ("build on the last five years", None, None),
    ("meet later next year", "later next year", "2026"),
    ("meet later this year", "later this year", "2025-01-15/2025-12-31"),
    ("finish by the end of the year", "by the end of the year", "2025-01-15/2025-12-31"),
    ("finish at an early date", "at an early date", None),
    ("finish as soon as possible", "as soon as possible", None),
    ("report ahead of next year's summit", "ahead of next year's summit", None),
    ("report before the next Joint Committee", "before the next Joint Committee", None),
    ("report by the end of March", "by the end of March", None),
    ("meet next spring", "next spring", None),
    ("review it annually", "annually", None),
    ("talk at a later stage", None, None),
    ("use the data of 2021", None, None),
    ("use the line that was launched in 2021", None, None),
    ("renew the Memorandum signed in 2019", None, None),
    ("support the 2030 Roadmap", None, None),
    ("prepare for the Expo", None, None),
]  # fmt: skip

JAPANESE = [
    ("2025年度前半に公募を開始する", "2025年度前半に", "FY2025-H1"),
    ("年内に会合を開く", "年内に", "2025-01-15/2025-12-31"),
    ("令和8年3月までに立ち上げる", "令和8年3月までに", "2025-01-15/2026-03-31"),
    ("令和７年度末までに立ち上げる", "令和７年度末までに", "2025-01-15/2026-03-31"),
    ("来年、会合を開く", "来年", "2026"),
    ("来年度に公募を開始する", "来年度に", "FY2025"),
    ("来春、会合を開く", "来春", "2026-03/2026-05"),
    ("2026年春までに会合を開く", "2026年春までに", "2025-01-15/2026-05-31"),
    ("6か月以内に計画を作る", "6か月以内に", "2025-01-15/2025-07-15"),
    ("半年以内に計画を作る", "半年以内に", "2025-01-15/2025-07-15"),
    ("2026年第2四半期に開く", "2026年第2四半期に", "2026-Q2"),
    ("2025年10月1日に開く", "2025年10月1日に", "2025-10-01"),
    ("2026年4月から6月までの間に試験を行う", "2026年4月から6月までの間に", "2026-Q2"),
    ("2026年11月から2027年1月まで試験を行う", "2026年11月から2027年1月まで", "2026-11/2027-01"),
    ("2026年4月から5月にかけて試験を行う", "2026年4月から5月にかけて", "2026-04/2026-05"),
    ("遅くとも2027年3月までに公開する", "遅くとも2027年3月までに", "2025-01-15/2027-03-31"),
    ("来年の国際会議の機会に会う", "来年の国際会議の機会に", None),
    ("可及的速やかに案を示す", "可及的速やかに", None),
    ("次回会合までに工程表を作る", "次回会合までに", None),
    ("早期に協定を改める", "早期に", None),
    ("可能な限り早期に協定を改める", "可能な限り早期に", None),
    ("2019年に始まった取組を続ける", None, None),
    ("協力を続ける", None, None),
]


@pytest.mark.parametrize(("text", "wording", "period"), ENGLISH, ids=str)
def test_an_english_deadline(text: str, wording: str | None, period: str | None) -> None:
    """The wording is quoted; its period counts from the day of the statement."""
    found = english_deadline(text, 0, len(text), DAY, UK_JAPAN)
    assert (text[found.start : found.end] if found else None) == wording
    assert (found.period if found else None) == (Period.parse(period) if period else None)


@pytest.mark.parametrize(("text", "wording", "period"), JAPANESE, ids=str)
def test_a_japanese_deadline(text: str, wording: str | None, period: str | None) -> None:
    """The wording is quoted with its particle; eras and fiscal years are counted."""
    found = japanese_deadline(text, 0, len(text), DAY, UK_JAPAN)
    assert (text[found.start : found.end] if found else None) == wording
    assert (found.period if found else None) == (Period.parse(period) if period else None)


def test_a_season_is_none_where_it_is_at_another_time() -> None:
    """Spring in New Zealand is not spring in Japan, so it gives no period."""
    text = "meet in the spring of 2027"
    found = english_deadline(text, 0, len(text), DAY, ("New Zealand", "Japan"))
    assert found
    assert found.period is None


@pytest.mark.parametrize(
    ("sides", "period"),
    [
        (("UK", "Japan"), "FY2026"),
        (("Korea", "Japan"), "FY2026"),
        (("Germany", "France"), "2026"),
        (("Germany", "US"), None),
    ],
)
def test_a_fiscal_year_is_that_of_the_sides(sides: tuple[str, ...], period: str | None) -> None:
    """April where Japan or the UK counts, what both sides share, and nothing where they differ."""
    text = "pay in FY2026"
    found = english_deadline(text, 0, len(text), DAY, sides)
    assert found
    assert (str(found.period) if found.period else None) == period


def test_without_a_day_nothing_is_counted_from_it() -> None:
    """Of "next year" and "within six months" only the wording is left."""
    for text in ("report next year", "report within six months", "report by the end of the year"):
        found = english_deadline(text, 0, len(text), None, UK_JAPAN)
        assert found is None or found.period is None
    found = english_deadline("open by 2027", 0, 12, None, UK_JAPAN)
    assert found
    assert str(found.period) == "2027"


@pytest.mark.parametrize(
    ("day", "period"),
    [(date(2025, 1, 15), None), (date(2025, 5, 2), "2026-03/2026-05")],
)
def test_next_spring_is_next_year_s_once_this_year_s_began(day: date, period: str | None) -> None:
    """In January it may be either, and then it gives no period."""
    found = english_deadline("meet next spring", 0, 16, day, UK_JAPAN)
    assert found
    assert found.period == (Period.parse(period) if period else None)


def test_a_lead_in_without_comma_is_a_deadline_too() -> None:
    """A date may stand right before the subject, and it is still the meeting that is expected."""
    found = proposed("In the second half of 2027 the next Conference will be held in Lima.")
    assert found.deadline_text
    assert found.deadline_text.text == "In the second half of 2027"
    assert found.strength is Strength.EXPECTED


def test_what_stands_before_a_promise_makes_no_history_of_its_date() -> None:
    """Thanks for a welcome are over, the meeting after them is not."""
    found = proposed(
        "The hosts were thanked for the welcome, and the sides expect to meet in 2027."
    )
    assert found.deadline_text
    assert found.deadline_text.text == "in 2027"


def test_a_deadline_may_lead_the_sentence_in() -> None:
    """What stands before the subject is the deadline too."""
    found = proposed("By the end of 2026, the two sides will open a joint office.")
    assert found.deadline_text
    assert found.deadline_text.text == "By the end of 2026"


def test_each_of_two_promises_has_its_own_deadline() -> None:
    """A date belongs to the verb before it."""
    sentence = drafted(
        "They agreed to renew the fund in April 2026, and to promote the mobility of students."
    ).sentences[0]
    texts = [each.deadline_text and each.deadline_text.text for each in sentence.proposals]
    assert texts == ["in April 2026", None]

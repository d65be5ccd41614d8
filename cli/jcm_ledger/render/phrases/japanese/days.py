"""Days, periods, lengths of time and numbers in Japanese.

Months are written in figures: 上半期 and 第2四半期 alone are read as parts of the fiscal year.
"""

from datetime import date

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.eras import ERAS
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.elapsed import age, elapsed, is_of_whole_months

_UNITS = {"d": "日", "w": "週間", "m": "か月", "y": "年"}
_FISCAL_PARTS = {
    "": "",
    "H1": "上半期",
    "H2": "下半期",
    **{f"Q{quarter}": f"第{quarter}四半期" for quarter in range(1, 5)},
}


class JapaneseDays:
    """Days and numbers as ministries write them: a date, a period, how long ago something was."""

    def __init__(self, *, eras: bool = False) -> None:
        self.eras = eras

    def commitments(self, number: int) -> str:
        """Return a number of commitments: 「コミットメント3件」."""
        return f"コミットメント{number:,}件"

    def duration(self, length: Duration) -> str:
        """Return a length of time in words: 「12か月」."""
        return f"{length.number:,}{_UNITS[length.unit]}"

    def short_day(self, of: date) -> str:
        """Return a date as a table has it: 「2024年6月30日」, 「令和6年6月30日」."""
        return self.day(of)

    def day(self, of: date) -> str:
        """Return a date as it stands in a sentence: 「2024年6月30日」, 「令和6年6月30日」."""
        return f"{self.year(of)}{of.month}月{of.day}日"

    def period(self, span: Period) -> str:
        """Return a period in a table: 「2024年1～6月」, 「2024年度上半期（2024年4～9月）」."""
        if not is_of_whole_months(span) or span.first == span.last:
            return self.months(span)
        if span.fiscal:
            return f"{self._fiscal(span)}（{self.months(span)}）"
        first, last = span.first, span.last
        if (first.month, last.month, last.year - first.year) == (4, 3, 1):
            return f"{self.months(span)}（{self._fiscal_year(first.year)}）"
        return self.months(span)

    def in_prose(self, span: Period) -> str:
        """Return a period in words, as a table has it."""
        return self.period(span)

    def months(self, span: Period) -> str:
        """Return the months of a period: 「2024年」, 「2024年6月」, 「2024年5～7月」.

        Of one that does not consist of whole months, the days: 「2024年6月15日～7月2日」.
        """
        first, last = span.first, span.last
        begin, end = self.year(first), self.year(last)
        if first == last:
            return self.day(first)
        if not is_of_whole_months(span):
            ends = f"{last.month}月{last.day}日" if begin == end else self.day(last)
            return f"{self.day(first)}～{ends}"
        if (first.month, last.month) == (1, 12) and not span.fiscal:
            if begin == end:
                return begin
            if first.year != last.year:
                return f"{begin}～{end}"
        if begin != end:
            return f"{begin}{first.month}月～{end}{last.month}月"
        month = (
            f"{first.month}月" if first.month == last.month else f"{first.month}～{last.month}月"
        )
        return f"{begin}{month}"

    def called(self, span: Period) -> str:
        """Return a period in a word, without the months of a fiscal one: 「2024年度第3四半期」."""
        return self._fiscal(span) if span.fiscal else self.months(span)

    def lapse(self, first: date, last: date) -> str:
        """Return how long it is from one day to a later one: 「12日」, 「2年5か月」."""
        time = elapsed(first, last)
        if time.days is not None:
            return f"{time.days:,}日"
        years = f"{time.years:,}年" if time.years else ""
        return f"{years}{time.months}か月" if time.months else years

    def age(self, days: int) -> str:
        """Return an age in whole days, months or years: 「12日」, 「14か月」, 「3年」."""
        time = age(days)
        if time.days is not None:
            return f"{time.days:,}日"
        return f"{time.years:,}年" if time.years else f"{time.months}か月"

    def slip(self, days: int) -> str:
        """Return how far a deadline moved: 「365日後ろ倒し」, 「30日前倒し」."""
        if days == 0:
            return "末日は同じ"
        return f"{abs(days):,}日{'後ろ倒し' if days > 0 else '前倒し'}"

    def year(self, of: date) -> str:
        """Return the year of a day: 「2024年」, or by eras 「令和6年」, 「令和元年」."""
        era = next((era for era in ERAS if era.first <= of), None) if self.eras else None
        if era is None:
            return f"{of.year}年"
        number = era.year(of)
        return f"{era.name}{'元' if number == 1 else number}年"

    def _fiscal_year(self, year: int) -> str:
        """Return a fiscal year: 「2024年度」, 「令和元年度」 though it began before that era."""
        return f"{self.year(date(year, 12, 31))}度"

    def _fiscal(self, span: Period) -> str:
        """Return what a fiscal period is called: 「2024年度」, 「2024年度第3四半期」."""
        names = []
        for spelled in str(span).split("/"):
            year, _hyphen, part = spelled.removeprefix("FY").partition("-")
            names.append(f"{self._fiscal_year(int(year))}{_FISCAL_PARTS[part]}")
        return "～".join(names)

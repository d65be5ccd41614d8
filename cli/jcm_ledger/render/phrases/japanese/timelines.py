"""What a timeline says: its axis, its legends, and each bar in words."""

from datetime import date
from typing import ClassVar

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.timeline import Bar

_MARKS = {"note": "進捗の内容のみ", "moved": "期限の変更"}


class JapaneseTimelines(JapaneseRoom):
    """What a timeline says: its axis, its legends, and each bar in words."""

    TODAY = "現在"
    IN_CHARACTERS: ClassVar = {
        "made": "会合",
        "due": "期限",
        "last": "末日",
        "original": "変更前の末日",
        "late": "期限後",
        "entry": "進捗記録",
        "closed": "終了",
        "undated": "期限の記載なし",
        "goes_on": "継続",
        "today": "基準日",
    }
    """The legend of a timeline drawn in characters, by what they mark."""
    SHADES = (
        "期限まで",
        "期限後",
        "完了",
        "その他の終了",
        "期限なし",
    )
    """What the colours of a timeline in the cells of a table mean, each in its own."""
    HERE = "▼"
    MARKS = f"◆期限、◇変更前の期限、•進捗記録、■終了、→継続、…期限の記載なし、{HERE}基準日"
    """The legend of the marks in such a table."""
    ABOUT = "1行に1件、1列に一定の期間。網掛けは表明の日から期限まで。最後の列に状況を言葉で示す。"
    """What such a table is, for whoever does not see it."""
    HOW_TO_READ = "凡例"
    DRAWN: ClassVar = {
        "due": "会合から期限まで（期限の初日から末日）",
        "original": "変更前の期限",
        "late": "期限超過又は期限後の達成",
        "review": "点検期限",
        "continuing": "継続（終期なし）",
        "undated": "期限の定めなし",
    }
    """The legend of a timeline drawn in lines, by what they show."""

    def mark(self, shape: str) -> str:
        """Return what the mark of an entry means: a note, a deadline that moved, or a status."""
        return _MARKS.get(shape) or self.words.spell(shape)

    def as_of(self, day: date) -> str:
        """Return which day the timeline is of."""
        return f"{self.words.short_day(day)}現在"

    def span(self, first: date, last: date) -> str:
        """Return from which day to which an axis goes."""
        return f"{self.words.short_day(first)}から{self.words.short_day(last)}まで"

    def month(self, day: date) -> str:
        """Return the month of a day: 「6月」."""
        return f"{day.month}月"

    def year(self, day: date) -> str:
        """Return the year of a day: 「2024年」, 「令和6年」."""
        return self.words.year(day)

    def month_and_year(self, day: date) -> str:
        """Return the month of a day with its year: 「2024年6月」."""
        return f"{self.words.year(day)}{day.month}月"

    def quarter(self, day: date) -> str:
        """Return the quarter of a day by its months: 「4～6月」."""
        first = (day.month - 1) // 3 * 3 + 1
        return f"{first}～{first + 2}月"

    def years(self, column: Period) -> str:
        """Return the year, or the years, that a column of a table stands under: 「2024年」."""
        first, last = self.words.year(column.first), self.words.year(column.last)
        return first if first == last else f"{first}～{last}"

    def part(self, column: Period) -> str:
        """Return what a column is of its year: 「10～12月」, "" for a whole year or more."""
        return self.quarter(column.first) if "-" in str(column) else ""

    def bar(self, drawn: Bar) -> str:
        """Return what a bar shows, in words."""
        row, words = drawn.row, self.words
        parts = [f"{words.short_day(drawn.made)}表明", self._deadline(drawn), words.timing(row)]
        parts += [f"完了時期：{words.period(row.done)}"] if row.done else []
        parts += [f"点検期限：{words.short_day(row.review_date)}"] if row.review_date else []
        told = words.joined(self.entry(each) for each in drawn.entries)
        on_file = f"進捗記録：{told}" if told else words.NOTHING_ON_FILE
        return f"{words.joined(parts)}。{on_file}。"

    def entry(self, reported: Entry) -> str:
        """Return an entry of a bar in words: 「2025年1月22日　外務省：実施中」."""
        news = self.words.news(reported) or "進捗の内容のみ"
        return f"{self.words.short_day(reported.date)}　{self.words.reporter(reported)}：{news}"

    def _deadline(self, drawn: Bar) -> str:
        if drawn.due is None:
            return "継続（期限なし）" if drawn.continuing else "期限なし"
        one_day = drawn.due.first == drawn.due.last
        last = "" if one_day else f"、末日{self.words.short_day(drawn.due.last)}"
        return f"期限：{self.words.deadline(drawn.row)}{last}"

"""What a report says: its title, its figures, and what it is limited to."""

from collections.abc import Callable, Mapping
from datetime import date

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.query import NOTHING_ON_FILE as NONE
from jcm_ledger.rules.query import Filter
from jcm_ledger.rules.report import Figures, Report, Window
from jcm_ledger.rules.standing import DUE_SOON_DAYS

_OPTIONS = {
    "--status": "進捗状況",
    "--timing": "期限状況",
    "--owner": "担当機関",
    "--side": "側",
    "--theme": "分野",
    "--meeting": "会合",
    "--strength": "文言",
    "--due": "期限の期間",
    "--within": "期限まで",
    "--overdue": "期限超過",
    "--open": "未了",
    "--sides-differ": "双方の報告が相違",
    "--to-confirm": "相手側確認待ち",
}
"""What a filter is called, by its option."""


class JapaneseReports(JapaneseRoom):
    """What a report says: its title, its figures, and what it is limited to."""

    DIFFER = "双方の報告が相違する事項"
    DIFFER_OTHERWISE = "その他、双方の報告が相違する事項"
    CONFIRM = "一方の側は終了、他方の側は未了と報告している事項である。"
    """What is to be confirmed."""

    READING = (
        "進捗状況は、いずれかの機関の報告による。"
        "「記録なし」は、報告がまだ記録されていないことを示す。"
        "期限超過、期限間近及び点検時期到来は、基準日と期限又は点検期限との関係による。"
    )

    def as_of(self, day: date) -> str:
        """Return of which day a report is: 「2026年11月25日現在」."""
        return f"{self.words.day(day)}現在"

    @staticmethod
    def source(ledger: str) -> str:
        """Return of which ledger a report is."""
        return f"台帳：{ledger}"

    @staticmethod
    def statements(meeting: Meeting) -> list[tuple[str, str | None, str]]:
        """Return what the links to a statement are called, their addresses and languages."""
        japanese = "日本語版" if meeting.url else "共同文書（日本語）"
        return [("共同文書（英語）", meeting.url, "en"), (japanese, meeting.url_ja, "ja")]

    def title(self, report: Report) -> str:
        """Return the title of a report: the one given, or the day; and what it is limited to."""
        title = report.title or f"進捗状況報告（{self.as_of(report.as_of)}）"
        return self.titled(title, report)

    @staticmethod
    def running(committee: str, title: str) -> str:
        """Return what stands under every page: whose report it is, and its title."""
        return f"{committee}　{title}"

    def titled(self, title: str, report: Report) -> str:
        """Return a title, and what filters limit the report to."""
        return f"{title}　{self.narrowed(report)}" if report.filters else title

    def narrowed(self, report: Report) -> str:
        """Return what a report is limited to: 「担当機関＝DSIT又は経済産業省、未了：11件中3件」."""
        filters = self.words.joined(self._filter(asked, report) for asked in report.filters)
        return f"{filters}：{report.total:,}件中{len(report.annex):,}件"

    def _filter(self, asked: Filter, report: Report) -> str:
        if not asked.option:
            return self.words.quoted(asked.values[0])
        name = _OPTIONS.get(asked.option, asked.option)
        said = [self._asked(asked.option, value, report) for value in asked.values]
        if asked.option == "--where":
            key = said[0].partition("=")[0]
            name = self.words.dossiers.column(report.columns.get(key), key)
            said = [each.removeprefix(f"{key}=") for each in said]
        return f"{name}＝{'又は'.join(said)}" if said else name

    def _asked(self, option: str, value: str, report: Report) -> str:
        """Return the value of a filter in words."""
        words = self.words
        if value == NONE:
            return words.NOTHING_ON_FILE if option == "--status" else "なし"
        say: dict[str, Callable[[str], str]] = {
            "--owner": words.short,
            "--side": words.side,
            "--theme": lambda theme: words.theme(theme, report.titles),
            "--due": lambda period: words.called(Period.parse(period)),
            "--within": lambda length: f"{words.duration(Duration.parse(length))}以内",
        }
        return say.get(option, words.spell)(value)

    def figures(self, counts: Figures) -> list[tuple[str, int]]:
        """Return the counts at the head of a report, each with its name."""
        return [
            ("コミットメント総数", counts.total),
            *self.by_status(counts.statuses),
            *self.pressing(counts),
        ]

    def by_status(self, statuses: Mapping[Status | None, int]) -> list[tuple[str, int]]:
        """Return how many commitments were reported to have each status, each with its name."""
        return [(self.words.status(each), number) for each, number in statuses.items()]

    def pressing(self, counts: Figures) -> list[tuple[str, int]]:
        """Return the counts of what somebody should look at, each with its name."""
        return [
            ("期限超過", counts.overdue),
            (f"{DUE_SOON_DAYS}日以内に期限", counts.due_soon),
            ("点検時期到来", counts.review_due),
            ("完了（根拠資料なし）", counts.completed_without_evidence),
            ("完了（一部の側のみの報告）", counts.on_one_word),
            ("相手側確認待ち", counts.to_confirm),
            ("双方の報告が相違", counts.sides_differ),
        ]

    def nothing(self, report: Report) -> str:
        """Return why a report has no commitments, "" if it has some."""
        if not report.nothing:
            return ""
        return f"該当するコミットメントはない（{self.words.lists.why_nothing(report.nothing)}）。"

    def window(self, days: Window) -> str:
        """Return the heading of what happened in a window of days: 「2026年1月1日以降の進捗」."""
        if days.first == date.min:
            return "進捗"
        day = self.words.day(days.first)
        if days.meeting is not None:
            return f"{self.words.meeting_name(days.meeting)}（{day}）以降の進捗"
        return f"{day}以降の進捗"

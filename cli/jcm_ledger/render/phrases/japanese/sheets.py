"""What a workbook says: its sheets, the heads of their columns, and what it is about."""

from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapaneseSheets(JapaneseRoom):
    """What a workbook says: its sheets, the heads of their columns, and what it is about."""

    BRIEF, COMMITMENTS, PROGRESS = "要点", "コミットメント", "進捗記録"
    BODIES, ABOUT = "機関", "概要"

    LAST_DAY, DAYS_LEFT, ORIGINAL = "末日", "残日数", "当初期限"
    SLIP, PARAGRAPH, SUMMARY = "変更日数", "段落", "概要"
    LAST_NOTE, LAST_EVIDENCE = "直近の内容", "直近の根拠資料"
    DATE, REPORTED_BY, HAPPENED = "報告日", "報告機関", "実施時期"
    MOVED, HANDED_OVER, NOTE = "変更後の期限", "変更後の担当機関", "内容"
    COMMISSION, NAME, TO_CONFIRM = "照会番号", "名称", "相手側確認待ち"

    COMMITTEE, AS_OF, LEDGER = "合同委員会", "基準日", "台帳"
    SHOWN, NOT_SHOWN = "表示対象", "非表示"
    WHAT_STATUS_IS = "いずれかの機関の報告による。最新の報告を採用する。"
    WHAT_TIMING_IS = "上記基準日と期限又は点検期限との関係による。期間はその末日をもって満了する。"

    YES, NO = "該当", "非該当"

    COUNT = '#,##0;"▲"#,##0'
    """How Excel is to write a number."""

    @property
    def DAY(self) -> str:  # noqa: N802 - a phrase, as in English
        """How Excel is to write a day (ECMA-376, part 1, 18.8.31)."""
        year = "[$-411]ggge" if self.words.eras else "yyyy"
        return f'{year}"年"m"月"d"日"'

    @staticmethod
    def page(number: str, of: str) -> str:
        """Return which page of how many it is."""
        return f"{number}／{of}ページ"

    @staticmethod
    def everything(total: int) -> str:
        """Return that all commitments are shown."""
        return f"全{total:,}件"

    def period(self, span: Period) -> str:
        """Return a period as a cell has it: 「2024年1～6月」."""
        return self.words.period(span)

    def evidence(self, number: int) -> str:
        """Return the head of the column of an entry's first, second, … piece of evidence."""
        name = self.words.labels.EVIDENCE
        return name if number == 1 else f"{name}{number}"

    OTHER_TITLE, OTHER_SUMMARY = "題名（英語）", "概要（英語）"
    OTHER_NOTE, OTHER_NAME = "内容（英語）", "名称（英語）"

    @staticmethod
    def other(english: str | None, japanese: str | None) -> str | None:
        """Return a text in the other language, as far as it stands nowhere else."""
        return english if japanese else None

"""Names of columns, of facts and of sections."""

from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.render.phrases.japanese.vocabulary import AGENDA, GROUPINGS
from jcm_ledger.rules.groups import Agenda, Grouping
from jcm_ledger.rules.standing import DUE_SOON_DAYS


class JapaneseLabels(JapaneseRoom):
    """Names of columns, of facts and of sections."""

    COMMITMENT, COMMITMENTS, TITLE = "事項", "コミットメント", "題名"
    OWNERS, OWNER, BODY, SIDE = "担当機関", "担当機関", "機関", "側"
    DEADLINE, TIMING, STATUS, WHY = "期限", "期限状況", "進捗状況", "理由"
    THEME, MEETING, KIND, ID = "分野", "会合", "区分", "ID"
    SOURCE, WORDING, UNDER, FRAMEWORK = "出典", "文言", "根拠となる枠組み", "枠組み"
    STATED, REVIEW_BY, ON_FILE = "期限（共同文書の表現）", "点検期限", "進捗記録"
    LAST_ENTRY, LAST_ON_FILE, LAST_HEARD = "直近の記録", "直近の記録", "直近の報告"
    OPEN, OVERDUE, COMPLETED = "未了", "期限超過", "完了"
    SOON = f"{DUE_SOON_DAYS}日以内に期限"
    EVIDENCE, STATEMENT, JOURNAL, AGE = "根拠資料", "共同文書", "進捗記録", "経過"
    NONE, NONE_STATED, NEVER = "なし", "記載なし", "記録なし"
    REPORTED, IT_REPORTED = "報告された状況", "報告された状況"

    FIGURES, IN_BRIEF, TO_CONFIRM = "概況", "要点", "相手側確認待ちの事項"
    BY_DEADLINE, BY_THEME, BY_SIDE, BY_BODY = "期限順", "分野別", "国・側別", "機関別"
    PROGRESS, TIMELINE, ALL = "進捗", "時系列図", "コミットメント一覧"
    ANNEX, EVERY_COMMITMENT = "別紙", "別紙：全コミットメント"
    EVERY_MEETING = "別紙：全会合"
    NOTHING_NEW = "この期間の進捗記録なし。"

    @staticmethod
    def of_side(label: str, side: str) -> str:
        """Return the name of what is a side's own: 「進捗状況（英国）」."""
        return f"{label}（{side}）"

    @staticmethod
    def under(framework: str) -> str:
        """Return under which framework something is done."""
        return f"{framework}の下"

    @staticmethod
    def review_by(day: str) -> str:
        """Return by which day something is to be reviewed: 「点検期限：2025年12月31日」."""
        return f"点検期限：{day}"

    @staticmethod
    def agenda(group: str) -> str:
        """Return the heading of a group of a list by timing: 「30日以内に期限」."""
        return AGENDA[Agenda(group)]

    @staticmethod
    def without(grouping: Grouping) -> str:
        """Return the heading of what has no owner, theme and so on."""
        return GROUPINGS[grouping]

"""Heads of the columns of data."""

from jcm_ledger.model.ledger import OwnColumn
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom

_HEADS = {
    "id": "ID",
    "title": "題名",
    "owners": "担当機関",
    "deadline": "期限",
    "timing": "期限状況",
    "status": "進捗状況",
    "days_left": "残日数",
    "first": "期限の初日",
    "last": "期限の末日",
    "original": "当初期限",
    "slip_days": "変更日数",
    "deadline_text": "期限（共同文書の表現）",
    "review_date": "点検期限",
    "age_days": "経過日数",
    "owners_inferred": "担当機関の推定",
    "meeting": "会合",
    "paragraph": "段落",
    "theme": "分野",
    "strength": "文言",
    "kind": "区分",
    "last_progress": "直近の記録",
    "to_confirm": "相手側確認待ち",
    "silent_sides": "記録のない側",
    "done": "完了日",
    "closed_on": "終了日",
    "part_of": "上位事項",
    "superseded_by": "後継",
    "stated_owners": "担当機関（共同文書の記載）",
}


class JapaneseColumns(JapaneseRoom):
    """Heads of the columns of data."""

    @staticmethod
    def head(name: str) -> str:
        """Return the head of a column of standings by its name."""
        return _HEADS[name]

    def status(self, _name: str, side: str) -> str:
        """Return the head of the column of the status of a side: 「進捗状況（英国）」."""
        labels = self.words.labels
        return labels.of_side(labels.STATUS, self.words.side(side))

    def field(self, _name: str, declared: OwnColumn) -> str:
        """Return the head of the column of a key that the ledger declares: its title."""
        return self.words.dossiers.column(declared, declared.id)

"""What is said of a table that is imported: what each column becomes, and what is added."""

from collections.abc import Sequence
from datetime import date

from jcm_ledger.model.ledger import Commitment, Entry, Organisation, OwnColumn
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom

_BECOMES = {
    "id": "ID",
    "number": "番号（IDに使用）",
    "paragraph": "共同文書の段落",
    "title": "題名",
    "title_ja": "題名（日本語）",
    "summary": "概要",
    "summary_ja": "概要（日本語）",
    "owners": "担当機関",
    "theme": "分野",
    "part_of": "上位事項",
    "status": "進捗状況",
    "date": "報告日",
    "by": "報告機関",
    "on_behalf_of": "本来の報告機関",
    "deadline": "期限",
    "deadline_text": "期限（表の文言のまま）",
    "happened": "実施時期",
    "note": "内容",
    "note_ja": "内容（日本語）",
    "evidence": "根拠資料",
    "meeting": "会合",
}


class JapaneseImports(JapaneseRoom):
    """What is said of a table that is imported."""

    COLUMN, HEADING, BECOMES, FIRST = "列", "見出し", "取込先", "最初の行"
    LAST_REPORT = "直近の報告"
    QUESTION = "追加しますか？"

    def table(self, file: str, sheet: str, row: int) -> str:
        """Return which table is read, and where its headings stand."""
        where = f"{file}のシート「{sheet}」" if sheet else file
        return f"{where}：{row}行目を見出しとして読み取りました。"

    def becomes(self, key: str, day: date | None, side: str | None) -> str:
        """Return what a column becomes: the key that it fills, of a day or of a side."""
        words = _BECOMES.get(key, key)
        if day is not None:
            return f"{words}（{self.words.short_day(day)}時点）"
        return f"{words}（{self.words.side(side)}）" if side else words

    def own_column(self, name: str, *, new: bool) -> str:
        """Return that a column becomes one of one's own."""
        return f"[field.{name}]（新規）" if new else f"[field.{name}]"

    def deadline(self, commitment: Commitment) -> str:
        """Return the deadline of a row, else what the table says of it, else ""."""
        deadline = commitment.deadline
        if deadline is None:
            return self.words.stated(commitment)
        return self.words.period(deadline.period) if deadline.period else str(deadline)

    def reported(self, entry: Entry) -> str:
        """Return what is reported of a row, and as of when: 「実施中（2024年6月30日）」."""
        return f"{self.words.status(entry.status)}（{self.words.short_day(entry.date)}）"

    def adds(self, commitments: int, entries: int, bodies: int, columns: int, rows: int) -> str:
        """Return what is added of a number of rows."""
        parts = [self.words.commitments(commitments), f"進捗記録{entries:,}件"]
        parts += [f"新たな機関{bodies:,}件"] if bodies else []
        parts += [f"新たな独自項目{columns:,}件"] if columns else []
        return f"{rows:,}行から追加するもの：{self.words.joined(parts)}。"

    def on_file(self, commitments: int, reports: int) -> str:
        """Return how much of a table is on file already."""
        return f"記録済み：{self.words.commitments(commitments)}、報告{reports:,}件。"

    def nothing(self, file: str) -> str:
        """Return that a table says nothing that is not on file."""
        return f"取り込むものはありません。{file}の内容は全て記録済みです。"

    def more(self, number: int) -> str:
        """Return how many are not shown."""
        return f"…ほか{number:,}件"

    def body(self, body: Organisation, *, undecided: bool) -> str:
        """Return a new body with its name and side, unless that is undecided."""
        name = "" if body.name == body.id else f"、{body.name}"
        side = "側の記載なし" if undecided else self.words.side_of(body)
        return f"新たな機関：{body.id}{name}（{side}）"

    def column(self, column: OwnColumn) -> str:
        """Return a new column of one's own."""
        return f"新たな独自項目：[field.{column.id}]、{column.title}"

    def comment(self, place: str, text: str) -> str:
        """Return that a comment is not imported."""
        return f"{place}：コメントは取り込みません：{text}"

    def struck(self, place: str, text: str) -> str:
        """Return that what is struck through is imported."""
        return f"{place}：取消線の付いた部分も取り込みます：{text}"

    def hidden(self, row: str) -> str:
        """Return that a hidden row is imported."""
        return f"{row}行目：非表示の行ですが、取り込みます"

    def hidden_column(self, column: str) -> str:
        """Return that a hidden column is imported."""
        return f"{column}列：非表示の列ですが、取り込みます"

    def left_out(self, row: str, text: str) -> str:
        """Return that a row is left out."""
        return f"{row}行目：表の行ではないため、取り込みません：{text}"

    def as_words(self, place: str, text: str) -> str:
        """Return that a deadline is kept in words."""
        return f"{place}：日付ではないため、期限の文言として残します：{text}"

    def differs(self, row: str, what: str) -> str:
        """Return that a row says something else than the ledger, which stays as it is."""
        return f"{row}行目：台帳の記載と異なりますが、台帳は変更しません：{what}"

    def asks_side(self, name: str, sides: Sequence[str]) -> str:
        """Return the question of which side a new body is."""
        return f"{name}の側（{self.words.joined(sides)}。合同委員会外の機関は入力不要）"

    def added(self, commitments: int, entries: int, bodies: int, columns: int, file: str) -> str:
        """Return what was added."""
        parts = [self.words.commitments(commitments), f"進捗記録{entries:,}件"]
        parts += [f"機関{bodies:,}件"] if bodies else []
        parts += [f"独自項目{columns:,}件"] if columns else []
        return f"{file}から{self.words.joined(parts)}を追加しました。一覧：jcm list"

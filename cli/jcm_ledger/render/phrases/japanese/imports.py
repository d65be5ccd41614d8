"""What is said in Japanese of a table that is imported."""

# ruff: noqa: RUF001 - Japanese has signs that look like those of ASCII

from collections.abc import Sequence
from datetime import date

from jcm_ledger.model.ledger import Organisation, OwnColumn

_BECOMES = {
    "id": "ID",
    "number": "番号（IDに使用）",
    "paragraph": "文書中の箇所",
    "title": "件名",
    "title_ja": "件名（和文）",
    "summary": "概要",
    "summary_ja": "概要（和文）",
    "owners": "担当機関",
    "theme": "分野",
    "part_of": "上位の事項",
    "status": "進捗状況",
    "date": "報告日",
    "by": "報告機関",
    "on_behalf_of": "代理（どの機関のための報告か）",
    "deadline": "期限",
    "deadline_text": "期限（表の文言のまま）",
    "happened": "実施時期",
    "note": "備考",
    "note_ja": "備考（和文）",
    "evidence": "根拠資料",
    "meeting": "会合",
}


class JapaneseImports:
    """What is said in Japanese of a table that is imported."""

    COLUMN, HEADING, BECOMES, FIRST = "列", "見出し", "取込先", "最初の行"
    ID, TITLE, OWNERS, DEADLINE, STATUS = "ID", "件名", "担当機関", "期限", "最新の報告"
    QUESTION = "追加しますか？"

    def table(self, file: str, sheet: str, row: int) -> str:
        """Return which table is read, and where its headings stand."""
        where = f"{file}のシート「{sheet}」" if sheet else file
        return f"{where}：{row}行目を見出しとして読み取りました。"

    def becomes(self, key: str, day: date | None, side: str | None) -> str:
        """Return what a column becomes: the key that it fills, of a day or of a side."""
        words = _BECOMES.get(key, key)
        if day is not None:
            return f"{words}（{day.year}年{day.month}月{day.day}日時点）"
        return f"{words}（{side}）" if side else words

    def own_column(self, name: str, *, new: bool) -> str:
        """Return that a column becomes one of one's own."""
        return f"[field.{name}]（新規）" if new else f"[field.{name}]"

    def adds(self, commitments: int, entries: int, bodies: int, columns: int, rows: int) -> str:
        """Return what is added of a number of rows."""
        parts = [f"事項{commitments:,}件", f"記録{entries:,}件"]
        parts += [f"新しい機関{bodies:,}件"] if bodies else []
        parts += [f"新しい独自の列{columns:,}件"] if columns else []
        return f"{rows:,}行から：{'、'.join(parts)}。"

    def on_file(self, commitments: int, reports: int) -> str:
        """Return how much of a table is on file already."""
        return f"記録済み：事項{commitments:,}件、報告{reports:,}件。"

    def nothing(self, file: str) -> str:
        """Return that a table says nothing that is not on file."""
        return f"取り込むものはありません。{file}の内容はすべて記録済みです。"

    def more(self, number: int) -> str:
        """Return how many are not shown."""
        return f"…ほか{number:,}件"

    def body(self, body: Organisation, *, undecided: bool) -> str:
        """Return a new body with its name and side, unless that is undecided."""
        name = "" if body.name == body.id else f" {body.name}"
        side = "側の記載なし" if undecided else body.side or "委員会の外"
        return f"新しい機関：{body.id}{name}（{side}）"

    def column(self, column: OwnColumn) -> str:
        """Return a new column of one's own."""
        return f"新しい独自の列：[field.{column.id}] {column.title}"

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
        return f"{row}行目：記録の内容と異なります。記録は変更しません：{what}"

    def asks_side(self, name: str, sides: Sequence[str]) -> str:
        """Return the question of which side a new body is."""
        return f"{name}の側（{'、'.join(sides)}。委員会の外の機関は空欄）"

    def added(self, commitments: int, entries: int, bodies: int, columns: int, file: str) -> str:
        """Return what was added."""
        parts = [f"事項{commitments:,}件", f"記録{entries:,}件"]
        parts += [f"機関{bodies:,}件"] if bodies else []
        parts += [f"列{columns:,}件"] if columns else []
        return f"{file}から{'、'.join(parts)}を追加しました。一覧：jcm list"

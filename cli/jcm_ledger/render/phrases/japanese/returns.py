"""What is said in Japanese of returns that are collected: what each comes to, and what is told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jcm_ledger.model.return_form import HEADINGS, LABELS, HeadCell, ReturnColumn
from jcm_ledger.render.phrases.japanese.refusals import (
    JapaneseRefusals,
    japanese_day,
)
from jcm_ledger.rules.collecting.outcomes import Fate, Remark, Remarked, ReturnedFile

_REMARKS: Mapping[Remark, Callable[["JapaneseReturns", Remarked], str]] = {
    Remark.COMMENT: lambda _say, r: f"コメント（記録せず）：「{r.said}」",
    Remark.STRUCK: lambda _say, r: f"取消線の文字（記録せず）：「{r.said}」",
    Remark.HIDDEN: lambda _say, _r: "非表示の行ですが、読み取りました",
    Remark.HIDING_LINK: lambda _say, r: f"リンク先が表示と異なるため、{r.said}として記録します",
    Remark.LINK_LEFT_OUT: lambda _say, r: f"リンク（記録せず）：{r.said}",
    Remark.OTHER_COLUMN: lambda _say, r: f"様式にない列の記載（記録せず）：「{r.said}」",
    Remark.OTHER_SHEET: lambda _say, _r: "回答様式の行がないため、このシートは読み取っていません",
    Remark.ABOVE_THE_ROWS: lambda _say, r: f"様式の欄外の記載（記録せず）：「{r.said}」",
    Remark.SINCE: lambda say, r: f"照会後の記録：{'；'.join(map(say.entry, r.entries))}",
    Remark.DATED_TODAY: lambda _say, r: (
        f"「{LABELS[HeadCell.RETURNED].ja}」が空欄のため、"
        f"{japanese_day(date.fromisoformat(r.said))}付けとします"
    ),
    Remark.OTHER_WORDING: lambda _say, r: (
        f"「{HEADINGS[ReturnColumn(r.said)].ja}」の記載が多くの行で現在の表現と異なるため、"
        "変更の有無を確認できません"
    ),
    Remark.MAY_LACK_ROWS: lambda _say, r: (
        f"{r.said}の返送された行になく、照会の対象であったか確認できないもの："
        f"{'、'.join(r.commitments)}"
    ),
}
_FATES: Mapping[Fate, str] = {
    Fate.RECORDED: "記録",
    Fate.ALREADY_RECORDED: "記録済み",
    Fate.NO_CHANGE: "変更なし",
    Fate.NOT_ANSWERED: "未回答",
    Fate.NOT_RETURNED: "返送なし",
    Fate.REFUSED: "記録不可",
    Fate.LEFT_OUT: "対象外",
}


class JapaneseReturns(JapaneseRefusals):
    """What is said of returns, in Japanese."""

    note_title = "回答の取りまとめ"
    recorded_heading = "記録した回答"
    refused_heading = "記録できない回答"
    told_heading = "記録しなかった記載等"
    files_heading = "ファイル"
    nothing_changes = "記録するものはありません。"

    @staticmethod
    def fate(fate: Fate) -> str:
        """Return what became of a row, in a word or two."""
        return _FATES[fate]

    @staticmethod
    def fate_heading(fate: Fate) -> str:
        """Return what became of rows, as a heading."""
        return _FATES[fate]

    def remark(self, remarked: Remarked) -> str:
        """Return what is told of a place."""
        return _REMARKS[remarked.remark](self, remarked)

    @staticmethod
    def at(sentence: str, where: str) -> str:
        """Return a sentence about a place."""
        return f"{where}：{sentence}"

    @staticmethod
    def about(ref: str, sentence: str) -> str:
        """Return a sentence about a row, after its ref."""
        return f"{ref}：{sentence}" if ref else sentence

    @staticmethod
    def refused(sentence: str) -> str:
        """Return why something is refused, as that."""
        return f"記録不可：{sentence}"

    @staticmethod
    def anyway(sentence: str) -> str:
        """Return what was set aside, as that."""
        return f"確認の上記録：{sentence}"

    @staticmethod
    def hint(text: str) -> str:
        """Return what to do next, as that."""
        return f"対処：{text}"

    @staticmethod
    def file(about: ReturnedFile) -> str:
        """Return what a file says of itself: for which commission, and who filled it in."""
        parts = ["、".join(about.references)]
        email = f"（{about.email}）" if about.email else ""
        parts += [f"回答者 {about.filled_in_by}{email}"] if about.filled_in_by else []
        parts += [f"決裁者 {about.cleared_by}"] if about.cleared_by else []
        parts += [f"回答日 {about.returned}"] if about.returned else []
        parts += [f"最終保存者 {about.saved_by}"] if about.saved_by else []
        parts += ["特段の進捗なし"] if about.nil else []
        told = "、".join(filter(None, parts))
        return f"{about.name}：{told}" if told else about.name

    @staticmethod
    def closing(counts: Mapping[Fate, int]) -> str:
        """Return how many rows came to what: 記録12件、変更なし1件、未回答3件."""
        parts = [f"{_FATES[fate]}{number:,}件" for fate, number in counts.items() if number]
        return "、".join(parts) or "該当する行なし"

    @staticmethod
    def missing(commitments: Sequence[str], fate: str, reference: str) -> str:
        """Return which commitments of a commission came to nothing."""
        return f"{reference}　{fate}：{'、'.join(commitments)}"

    @staticmethod
    def ask(entries: int, ledger: str) -> str:
        """Return the question whether to record."""
        return f"{ledger}に回答{entries:,}件を記録しますか？"

    @staticmethod
    def would_record(closing: str) -> str:
        """Return what a run that writes nothing would come to."""
        return f"書き込みはしていません。実行した場合：{closing}"

    @staticmethod
    def heading(title: str, day: date) -> str:
        """Return the head of the note for the file."""
        return f"{title}（{japanese_day(day)}）"

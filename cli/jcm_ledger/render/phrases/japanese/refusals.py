"""Why a returned file or row is refused in Japanese: the sentence, and the way out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.return_form import (
    HEADINGS,
    LABELS,
    STATUS_WORDS,
    HeadCell,
    ReturnColumn,
)
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.japanese.days import JapaneseDays
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.collecting.outcomes import CellPlace, Reason, Refused
from jcm_ledger.rules.written_days import Doubt, UnclearDay

_Said = Callable[["JapaneseRefusals", Refused], str]

_COPY_ROW = "送付した様式から、行のIDと行コードを写してください"
_AS_TEXT = "文字として入力し直すよう依頼してください"
_DAYS = "2026年5月14日、令和8年5月14日、2026年5月、2026年のように記入するよう依頼してください"
_LOOK = "双方を確認し、それでも回答が正しい場合は--anyway {ref}で記録してください"
_FROM_LIST = "一覧から選ぶよう依頼してください"
_NOTE = HEADINGS[ReturnColumn.NOTE].ja


class JapaneseRefusals(JapaneseRoom):
    """Why a returned file or row is refused, in Japanese."""

    @staticmethod
    def place(place: CellPlace) -> str:
        """Return where something stands: METI.xlsx、シート「回答様式」、セルH12."""
        sheet = f"シート「{place.sheet}」" if place.sheet else ""
        cell = f"セル{place.address}" if place.address else ""
        return "、".join(filter(None, (place.file, sheet, cell)))

    def sentence(self, refused: Refused) -> str:
        """Return what is wrong."""
        return _SENTENCES[refused.reason](self, refused)

    def way_out(self, refused: Refused, ref: str) -> str:
        """Return what to do about it; `ref` is the ref of the row."""
        return _WAYS_OUT[refused.reason](self, refused).replace("{ref}", ref or "REF")

    def entry(self, entry: Entry) -> str:
        """Return an entry on file: when, who, and what it says."""
        parts = [self.words.status(entry.status)] if entry.status else []
        parts += [f"期限を{entry.deadline}に変更"] if entry.deadline else []
        parts += [f"担当機関：{'、'.join(entry.owners)}"] if entry.owners else []
        note = entry.note_ja or entry.note
        parts += [f"「{note}」"] if note else []
        return f"{japanese_day(entry.date)}、{self.words.reporter(entry)}：{'、'.join(parts)}"

    def on_file(self, refused: Refused) -> str:
        """Return the entries that speak against it."""
        return "；".join(map(self.entry, refused.entries))

    def other_row(self, refused: Refused) -> str:
        """Return where another answer stands, and who made each file, as far as is known."""
        where = self.place(refused.other) if refused.other else ""
        who = "回答者" if refused.column == HeadCell.NAME else "最終保存者"
        made = [f"このファイルの{who}：{refused.found}"] if refused.found else []
        made += [f"他方の{who}：{refused.expected}"] if refused.expected else []
        return f"{where}の回答と異なります" + (f"（{'、'.join(made)}）" if made else "")


japanese_day = JapaneseDays().day
"""Return a day as official papers have it: 2026年5月14日."""


def _doubt(refused: Refused, what: str) -> str:
    """Return why a text is no day."""
    doubt = refused.doubt or UnclearDay(refused.found, Doubt.UNKNOWN)
    return f"{what}{_DOUBTS[doubt.doubt](doubt.readings)}"


def _day_of(iso: str) -> str:
    return japanese_day(date.fromisoformat(iso))


_DOUBTS: Mapping[Doubt, Callable[[Sequence[date]], str]] = {
    Doubt.UNKNOWN: lambda _days: "は日、月又は年として読み取れません",
    Doubt.AMBIGUOUS: lambda days: f"は{'とも'.join(map(japanese_day, days))}とも読めます",
    Doubt.NO_YEAR: lambda _days: "には年がありません",
    Doubt.SHORT_YEAR: lambda _days: "は年が2桁です",
    Doubt.BARE_NUMBER: lambda days: (
        f"は{japanese_day(days[0])}を表す表計算ソフトの数値のようです"
        if days
        else "は単なる数値です"
    ),
    Doubt.NO_SUCH_DAY: lambda _days: "は暦にありません",
    Doubt.OTHER_WEEKDAY: lambda days: f"の曜日は{japanese_day(days[0])}の曜日と異なります",
    Doubt.OUTSIDE_ERA: lambda _days: "はその元号の期間にありません",
}


def _remark_or_row(refused: Refused) -> str:
    """Return what to do about a row that names no commitment."""
    return (
        f"意見等であれば--leave-out {refused.place.address}で対象から除いてください。"
        f"回答であれば、{_COPY_ROW}"
    )


def _column(refused: Refused) -> str:
    return refused.heading or HEADINGS[ReturnColumn(refused.column)].ja


def _status(found: str) -> str:
    """Return a status in words, from its word in the data."""
    return STATUS_WORDS[Status(found)].ja if found else ""


_SENTENCES: Mapping[Reason, _Said] = {
    Reason.NO_FORM: lambda _say, _r: "回答様式の行がありません（様式の見出しの行が見つかりません）",
    Reason.NO_REFERENCE: lambda _say, r: (
        f"「{r.found}」は照会番号ではありません"
        if r.found
        else "どの照会への回答かを示す照会番号がありません"
    ),
    Reason.SEVERAL_REFERENCES: lambda _say, r: f"複数の照会番号があります：{r.found}",
    Reason.UNKNOWN_BODY: lambda _say, r: f"{r.found}の機関{r.expected}はこの台帳にありません",
    Reason.LETTERS_LOST: lambda _say, r: f"保存の際に文字が失われています：「{r.found}」",
    Reason.OTHER_HEADING: lambda _say, r: (
        f"様式にない見出し「{r.found}」の下に回答があり、様式の見出し"
        f"{'、'.join(f'「{HEADINGS[ReturnColumn(each)].ja}」' for each in r.expected.split())}"
        "がありません"
    ),
    Reason.UNCLEAR_RETURN_DAY: lambda _say, r: _doubt(
        r, f"{LABELS[HeadCell.RETURNED].ja}「{r.found}」"
    ),
    Reason.RETURNED_BEFORE_ISSUE: lambda _say, r: (
        f"回答日{_day_of(r.found)}が照会日{_day_of(r.expected)}より前です"
    ),
    Reason.RETURNED_LATER: lambda _say, r: f"回答日{_day_of(r.found)}が未来の日付です",
    Reason.NIL_AND_ANSWERS: lambda _say, _r: (
        f"「{LABELS[HeadCell.NIL_RETURN].ja}」とされていますが、この行には回答があります"
    ),
    Reason.UNCLEAR_NIL: lambda _say, r: (
        f"「{LABELS[HeadCell.NIL_RETURN].ja}」の欄の「{r.found}」は「はい」でも空欄でもありません"
    ),
    Reason.NO_REF: lambda _say, r: f"IDも行コードもない行に「{r.found}」とあります",
    Reason.UNKNOWN_REF: lambda _say, r: f"「{r.found}」はこの台帳のコミットメントではありません",
    Reason.NO_CODE: lambda _say, r: f"{r.found}の行に行コードがありません",
    Reason.NOT_A_CODE: lambda _say, r: f"「{r.found}」は行コードではありません",
    Reason.OTHER_ROW_S_CODE: lambda _say, r: (
        f"IDは{r.found}ですが、行コードは{r.expected}のものです"
    ),
    Reason.OTHER_COMMISSION_S_CODE: lambda _say, r: (
        f"行コード{r.found}は別の照会{r.expected}のものです"
        if r.expected
        else f"行コード{r.found}はこの照会のどの行のものでもありません"
    ),
    Reason.UNDER_NO_HEADING: lambda _say, r: f"行コード{r.found}の行に見出しがありません",
    Reason.TWO_ANSWERS: lambda say, r: (
        f"同じ事項に二つの回答があります：「{r.found}」と「{r.expected}」"
        if r.column
        else say.other_row(r)
    ),
    Reason.TWO_FILES: lambda say, r: say.other_row(r),
    Reason.LOCKED_TEXT_CHANGED: lambda _say, r: (
        f"「{_column(r)}」の記載が変更されています：「{r.found}」（元の記載：「{r.expected}」）"
    ),
    Reason.FORMULA: lambda _say, r: f"数式{r.found}が入っています（数式は計算しません）",
    Reason.ERROR_VALUE: lambda _say, r: f"表計算ソフトのエラー値が入っています：{r.found}",
    Reason.MERGED_ANSWER: lambda _say, r: (
        f"結合されたセル{r.expected}に「{r.found}」とあり、どの行の回答か分かりません"
    ),
    Reason.UNCLEAR_STATUS: lambda _say, r: f"進捗状況「{r.found}」では状況が定まりません",
    Reason.UNKNOWN_STATUS: lambda _say, r: f"「{r.found}」は進捗状況の選択肢にありません",
    Reason.UNCLEAR_DAY: lambda _say, r: _doubt(r, f"{_column(r)}「{r.found}」"),
    Reason.HAPPENED_LATER: lambda _say, r: (
        f"実施時期{r.found}が回答日{_day_of(r.expected)}より後です"
    ),
    Reason.NO_REASON: lambda _say, r: f"変更後の期限{r.found}の理由がありません",
    Reason.REASON_ALONE: lambda _say, r: f"理由「{r.found}」がありますが、変更後の期限がありません",
    Reason.NOTHING_TO_CONFIRM: lambda _say, r: (
        f"「{r.found}」とありますが、進捗状況の記録がありません"
    ),
    Reason.NOTHING_SAID: lambda _say, r: (
        f"「{r.found}」のみで、進捗状況、内容又は変更後の期限の記載がありません"
    ),
    Reason.SAME_BODY_SINCE: lambda say, r: (
        f"回答は「{r.found}」ですが、照会後に次の記録があります：{say.on_file(r)}"
    ),
    Reason.WORDING_CHANGED: lambda _say, _r: (
        "照会後に、コミットメントの記載、担当機関又は期限が変更されています"
    ),
    Reason.OWNERS_CHANGED: lambda _say, r: (
        f"照会後に担当機関が{r.expected}から{r.found}に変わっています"
    ),
    Reason.CLOSED_SINCE: lambda _say, r: f"照会後に終了しています：{_status(r.found)}",
    Reason.STATE_UNKNOWN: lambda _say, _r: (
        "照会時の記録が確認できません（台帳又は行コードが変更されています）"
    ),
    Reason.OTHER_ANSWER_ON_FILE: lambda say, r: (
        f"この照会への別の回答が記録されています：{say.on_file(r)}"
    ),
    Reason.CORRECTED_EARLIER: lambda say, r: (
        f"日付{_day_of(r.found)}が、訂正する回答より前です：{say.on_file(r)}"
    ),
    Reason.BREAKS_RULE: lambda _say, r: f"記録の規則に反します：{r.found}",
}

_WAYS_OUT: Mapping[Reason, _Said] = {
    Reason.NO_FORM: lambda _say, _r: (
        "返送されたファイルを指定してください（見出しの行があればシート1枚でも構いません）"
    ),
    Reason.NO_REFERENCE: lambda _say, _r: (
        f"「{LABELS[HeadCell.REFERENCE].ja}」の右に、送付した様式のとおり入力してください"
    ),
    Reason.SEVERAL_REFERENCES: lambda _say, _r: "照会ごとに別のシートに分けてください",
    Reason.UNKNOWN_BODY: lambda _say, _r: "照会を作成した台帳を指定してください：--ledger PATH",
    Reason.LETTERS_LOST: lambda _say, _r: ".xlsx又は「CSV UTF-8」で保存し直すよう依頼してください",
    Reason.OTHER_HEADING: lambda _say, _r: "見出しを様式のとおりに戻してください",
    Reason.UNCLEAR_RETURN_DAY: lambda _say, _r: (
        "2026年12月8日のように直すか、--on DATEで指定してください"
    ),
    Reason.RETURNED_BEFORE_ISSUE: lambda _say, _r: "日付を直すか、--on DATEで指定してください",
    Reason.RETURNED_LATER: lambda _say, _r: "日付を直すか、--on DATEで指定してください",
    Reason.NIL_AND_ANSWERS: lambda _say, _r: "どちらが正しいか確認し、他方を空欄にしてください",
    Reason.UNCLEAR_NIL: lambda _say, _r: "一覧から「はい」を選ぶか、空欄にしてください",
    Reason.NO_REF: lambda _say, r: _remark_or_row(r),
    Reason.UNKNOWN_REF: lambda _say, r: _remark_or_row(r),
    Reason.NO_CODE: lambda _say, _r: f"{_COPY_ROW}。又は--anyway {{ref}}で記録してください",
    Reason.NOT_A_CODE: lambda _say, _r: _COPY_ROW,
    Reason.OTHER_ROW_S_CODE: lambda _say, _r: (
        "どちらへの回答か確認してください（一部の列だけを並べ替えると行がずれます）"
    ),
    Reason.OTHER_COMMISSION_S_CODE: lambda _say, _r: (
        "その行を本来の回答に移すか、空欄にしてください"
    ),
    Reason.UNDER_NO_HEADING: lambda _say, _r: "様式の見出しの行をその上に置いてください",
    Reason.TWO_ANSWERS: lambda _say, _r: "どちらが正しいか確認し、他方を空欄にしてください",
    Reason.TWO_FILES: lambda _say, _r: "どちらが正しいか確認し、他方のファイルを除いてください",
    Reason.LOCKED_TEXT_CHANGED: lambda _say, _r: (
        f"誤りの指摘は「{_NOTE}」欄に記入するものです。元の記載に戻すか、--anyway {{ref}}で"
        "記録してください"
    ),
    Reason.FORMULA: lambda _say, _r: _AS_TEXT,
    Reason.ERROR_VALUE: lambda _say, _r: _AS_TEXT,
    Reason.MERGED_ANSWER: lambda _say, _r: "結合を解除し、行ごとに記入するよう依頼してください",
    Reason.UNCLEAR_STATUS: lambda _say, _r: _FROM_LIST,
    Reason.UNKNOWN_STATUS: lambda _say, r: (
        f"{r.expected}ではありませんか？{_FROM_LIST}" if r.expected else _FROM_LIST
    ),
    Reason.UNCLEAR_DAY: lambda _say, _r: _DAYS,
    Reason.HAPPENED_LATER: lambda _say, _r: (
        f"予定は「{_NOTE}」欄に記入するか、日付を直してください"
    ),
    Reason.NO_REASON: lambda _say, _r: (
        f"「{HEADINGS[ReturnColumn.REASON].ja}」欄に記入するよう依頼してください"
    ),
    Reason.REASON_ALONE: lambda _say, _r: f"期限を記入するか、「{_NOTE}」欄に移してください",
    Reason.NOTHING_TO_CONFIRM: lambda _say, _r: "現在の進捗状況を選ぶよう依頼してください",
    Reason.NOTHING_SAID: lambda _say, _r: f"「{_NOTE}」欄に記入するよう依頼してください",
    Reason.SAME_BODY_SINCE: lambda _say, _r: _LOOK,
    Reason.WORDING_CHANGED: lambda _say, _r: _LOOK,
    Reason.OWNERS_CHANGED: lambda _say, _r: _LOOK,
    Reason.CLOSED_SINCE: lambda _say, _r: _LOOK,
    Reason.STATE_UNKNOWN: lambda _say, _r: _LOOK,
    Reason.OTHER_ANSWER_ON_FILE: lambda _say, _r: (
        "対象から除くか、訂正であれば--correctで後の記録として追加してください"
    ),
    Reason.CORRECTED_EARLIER: lambda _say, _r: "訂正の日を--on DATEで指定してください",
    Reason.BREAKS_RULE: lambda _say, r: r.expected,
}

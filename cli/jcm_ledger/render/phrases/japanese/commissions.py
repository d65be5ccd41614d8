"""What a commission says in Japanese: the form of the return, the mail, and what was written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from jcm_ledger.model.ledger import Circulation, Committee, Entry, Meeting, Organisation
from jcm_ledger.model.return_form import (
    HEADINGS,
    LABELS,
    YES,
    FormLanguage,
    HeadCell,
    NoChange,
    ReturnColumn,
)
from jcm_ledger.model.status import Status
from jcm_ledger.model.text import is_japanese
from jcm_ledger.render.phrases.japanese.days import JapaneseDays
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.commissions import Commission, CommissionedRow
from jcm_ledger.rules.standing import Standing

_NOTHING_REPORTED = "状況の報告なし"
_WEEKDAYS = "月火水木金土日"
_WESTERN, _BY_ERAS = JapaneseDays(), JapaneseDays(eras=True)


class JapaneseCommissions(JapaneseRoom):
    """The words of a commission in Japanese."""

    see_guide = "記入方法は「記入要領」シートを御覧ください。"
    yes_meaning = f"「{LABELS[HeadCell.NIL_RETURN].ja}」の欄：全ての行について新たな進捗がない。"

    untranslated = "日本語訳がない箇所は、英語で記載しています。"
    """What is said once of what has no translation."""

    recipient_field = "宛先"
    subject_field = "件名"

    form_sheet = "回答様式"
    guide_sheet = "記入要領"
    page_of_pages = "&Pページ／全&Nページ"

    status_heading = "選択肢"
    meaning_heading = "意味"
    example_headings = ("記入欄", "記入例1（実施中の場合）", "記入例2（期限を変更する場合）")

    meanings: Mapping[Status | NoChange, str] = {
        NoChange.NO_CHANGE: "これまでの記録にある進捗状況から変わりがない（記録がある場合のみ）。",
        Status.NOT_STARTED: "まだ着手していない。",
        Status.IN_PROGRESS: "着手済みで、取組が続いている。",
        Status.STALLED: "着手済み又は着手すべき時期であるが、何らかの事情で進んでいない。",
        Status.COMPLETED: "コミットメントの内容を実施し終えた。",
        Status.NOT_PURSUED: "実施しないこととし、代わる取組もない。",
        Status.SUPERSEDED: "別のコミットメントに引き継がれた。",
    }

    examples: Mapping[ReturnColumn, tuple[str, str]] = {
        ReturnColumn.STATUS: ("実施中", "変更なし"),
        ReturnColumn.NOTE: (
            "第1回ワークショップを仙台で開催し、40名が参加した。第2回を計画している。",
            "会場が浸水により使用できなくなったため、代わりの会場を確保した。",
        ),
        ReturnColumn.HAPPENED: ("2026年5月14日", "令和8年6月"),
        ReturnColumn.EVIDENCE: (
            "https://www.example.org/workshop\nワークショップ議事概要（2026年5月14日）",
            "",
        ),
        ReturnColumn.NEW_DEADLINE: ("", "2027年3月"),
        ReturnColumn.REASON: ("", "代わりの会場が2月以降でなければ使用できないため。"),
    }

    prompts: Mapping[ReturnColumn, str] = {
        ReturnColumn.HAPPENED: "日、月又は年：2026年5月14日、令和8年5月、2026年",
        ReturnColumn.EVIDENCE: "アドレス又は資料名。改行はAlt＋Enter。",
        ReturnColumn.NEW_DEADLINE: "変更する場合のみ：2027年3月31日、2027年3月、2027年",
    }
    """What a cell says when it is chosen."""

    head_prompts: Mapping[HeadCell, str] = {
        HeadCell.CLEARED_BY: "決裁を要する場合は、決裁者の職名又は氏名",
        HeadCell.RETURNED: "御提出の日：2026年12月8日、令和8年12月8日",
        HeadCell.REMARKS: "個々の行ではなく、様式全体に関すること",
    }
    """What a cell above the rows says when it is chosen."""

    not_in_list = "一覧から選ぶか、空欄のままにしてください。"

    def committee(self, committee: Committee) -> str:
        """Return the name of the committee, in Japanese where it has one."""
        return committee.name_ja or committee.name

    def form_title(self, committee: Committee) -> str:
        """Return the title of the form."""
        return f"{self.committee(committee)}　コミットメントの進捗状況（回答様式）"

    def body(self, body: Organisation) -> str:
        """Return a body by its name, and by its id where that is another."""
        name = self.words.name(body)
        return name if name == body.id else f"{name}（{body.id}）"

    def day(self, day: date) -> str:
        """Return a date in both calendars: 2026年12月11日（金）（令和8年12月11日）."""
        western, era = self._with_weekday(day), _BY_ERAS.day(day)
        return western if era in western else f"{western}（{era}）"

    def promised(self, row: Standing) -> str:
        """Return the title of a commitment and its summary, a line each.

        What has no translation stands in English.
        """
        made = row.commitment
        texts = (made.title_ja or made.title, made.summary_ja or made.summary)
        return "\n".join(filter(None, texts))

    def translation(self, row: Standing) -> str:
        """Return the same for beside the English: what has no translation is not there."""
        made = row.commitment
        return "\n".join(filter(None, (made.title_ja, made.summary_ja)))

    def source(self, meeting: Meeting, row: Standing) -> str:
        """Return which meeting made a commitment, and where its statement has it."""
        return "\n".join(
            filter(None, (self.words.meeting_name(meeting), self.words.paragraph(row.commitment)))
        )

    def owners(self, row: Standing) -> str:
        """Return who owns a commitment, by the short names, a line each."""
        names = [*map(self.words.short, row.owners)] or ["担当機関なし"]
        return "\n".join([*names, *(["（推定）"] if row.owners_inferred else [])])

    def deadline(self, row: Standing) -> str:
        """Return the deadline, the original one, and the words of the statement, a line each."""
        lines = [self.words.in_prose(row.deadline) if row.deadline else "期限なし"]
        if row.original is not None and row.original != row.deadline:
            lines.append(f"当初期限：{self.words.in_prose(row.original)}")
        return "\n".join(filter(None, (*lines, self.words.stated(row.commitment))))

    def reported(self, row: Standing) -> str:
        """Return each owning side's status, or that of all, who reported it, and when."""
        return "\n".join(self._reported(row)) if row.journal else _NOTHING_REPORTED

    def _reported(self, row: Standing) -> Iterator[str]:
        if len(row.owner_sides) < 2:  # noqa: PLR2004 - nothing to tell apart
            status = self.words.status_of(row) if row.word else _NOTHING_REPORTED
            yield f"{status}{self._told(row.word)}"
            return
        for side in row.owner_sides:
            entry = row.reports[side]
            status = self.words.status(entry.status) if entry else _NOTHING_REPORTED
            yield f"{self.words.side(side)}側：{status}{self._told(entry)}"

    def noted(self, entry: Entry) -> str:
        """Return the note of an entry, who made it, and when."""
        told = f"{self.words.day(entry.date)}　{self.words.reporter(entry)}"
        return f"{told}：{entry.note_ja or entry.note}"

    def _told(self, entry: Entry | None) -> str:
        if entry is None:
            return ""
        return f"（{self.words.day(entry.date)}、{self.words.reporter(entry)}）"

    def steps(self, commission: Commission, paper: Circulation) -> Iterator[str]:
        """Yield how the form is filled in, step by step."""
        heading = {column: words.ja for column, words in HEADINGS.items()}
        nil, reference = LABELS[HeadCell.NIL_RETURN].ja, LABELS[HeadCell.REFERENCE].ja
        where = f"{paper.contact}宛てに" if paper.contact else "照会元に"
        yield (
            "色の付いた欄に、コミットメントごとに1行で御記入ください。その他の欄は入力できません。"
            f"誤りがある場合は「{heading[ReturnColumn.NOTE]}」欄にその旨を御記入ください。"
        )
        yield (
            f"「{heading[ReturnColumn.STATUS]}」は一覧から選んでください（意味は下表のとおり）。"
            "空欄の行は未回答として取り扱います。"
        )
        yield (
            f"「{heading[ReturnColumn.NOTE]}」には、「{heading[ReturnColumn.ON_FILE]}」以後の"
            "新たな進捗を1、2文で御記入ください。"
        )
        yield (
            f"「{heading[ReturnColumn.HAPPENED]}」は日、月又は年で御記入ください"
            "（例：2026年5月14日、令和8年5月、2026年）。"
        )
        yield (
            f"「{heading[ReturnColumn.EVIDENCE]}」には、アドレス又は資料名を1行に1件ずつ"
            "御記入ください（改行はAlt＋Enter）。"
        )
        yield (
            f"「{heading[ReturnColumn.NEW_DEADLINE]}」は期限を変更する場合に限り、"
            f"「{heading[ReturnColumn.REASON]}」と併せて御記入ください。"
        )
        yield (
            f"全ての行について新たな進捗がない場合は、「{nil}」の欄に「{YES.ja}」と御記入の上、"
            "各行は空欄のままにしてください。"
        )
        yield (
            f"様式全体に関することは、上部の「{LABELS[HeadCell.REMARKS].ja}」に御記入ください"
            "（照会元で確認しますが、記録はしません）。"
        )
        yield (
            f"行の並べ替えや、一部の行のみの御回答も差し支えありません。各行の"
            f"「{heading[ReturnColumn.REF]}」、「{heading[ReturnColumn.CODE]}」及び{reference}は、"
            "回答の照合にのみ用いるものですので、そのままにしてください。"
        )
        yield (
            f"Excelブック（.xlsx）として保存の上、{self._with_weekday(commission.reply_by)}までに、"
            f"{where}御提出ください。"
        )

    def subject(self, committee: Committee, commission: Commission) -> str:
        """Return what the mail is about."""
        by = commission.reply_by
        due = f"{by.month}/{by.day}（{_WEEKDAYS[by.weekday()]}）〆"
        name = committee.name_ja or committee.name
        return f"【依頼：{due}】{name}のコミットメントの進捗状況について（照会）"

    def field(self, names: str, content: str) -> str:
        """Return the line of a text that says what stands in a field of the mail."""
        return f"{names}：{content}"

    def letter(
        self, committee: Committee, paper: Circulation, commission: Commission, workbook: str
    ) -> Iterator[str]:
        """Yield the lines of the mail; a paragraph is a line. Its sender fills in what is ○○."""
        late = f"（うち期限超過{commission.overdue:,}件）" if commission.overdue else ""
        where = f"{paper.contact}宛てに" if paper.contact else ""
        sender = paper.prepared_by or "○○"
        yield f"{self.words.name(commission.body)}　御担当者様"
        yield ""
        yield f"平素より大変お世話になっております。{sender}です。"
        yield ""
        yield (
            f"{self.committee(committee)}における貴機関御担当のコミットメント"
            f"{len(commission.rows):,}件{late}の進捗状況を照会いたします。"
        )
        yield (
            f"下記を御確認の上、別添様式（{workbook}）により、"
            f"{self._with_weekday(commission.reply_by)}までに{where}御回答くださいますよう"
            "お願いいたします。"
        )
        yield (
            "記入要領は、別添様式の2枚目のシートを御覧ください。"
            "特段の進捗がない場合も、その旨御回答ください。"
        )
        yield ""
        yield "記"
        for number, each in enumerate(commission.rows, start=1):
            yield ""
            yield from self._asked(number, each.standing)
        yield ""
        yield f"照会番号　{commission.reference}"
        if any(map(_has_english, commission.rows)):
            yield f"（注）{self.untranslated}"
        yield ""
        yield "以上"
        yield ""
        yield "御多用のところ恐縮ですが、どうぞよろしくお願いいたします。"
        yield "―――"
        yield sender

    def _asked(self, number: int, row: Standing) -> Iterator[str]:
        commitment, where = row.commitment, self.words.paragraph(row.commitment)
        title = commitment.title_ja or commitment.title
        due = "なし"
        if row.deadline:
            due = f"{self.words.in_prose(row.deadline)}、{self.words.timing(row)}"
        yield f"{number}　{title}{f'（{where}）' if where else ''}"
        yield f"　（1）期限　{due}"
        first, *more = self.reported(row).split("\n")
        yield f"　（2）進捗状況　{first}"
        yield from (f"　　　　　　　　　{each}" for each in more)

    def language(self, language: FormLanguage) -> str:
        """Return the name of a language of the form."""
        return {"en": "英語", "ja": "日本語", "both": "日英併記"}[language]

    def asked_of(self, commission: Commission, language: FormLanguage) -> str:
        """Return who is asked for how much, in which language, and where it is sent to."""
        late = f"（うち期限超過{commission.overdue:,}件）" if commission.overdue else ""
        to = f"、宛先：{commission.body.contact}" if commission.body.contact else ""
        many = f"{len(commission.rows):,}件{late}"
        return f"{self.body(commission.body)}：{many}、{self.language(language)}{to}"

    def without_address(self, bodies: Sequence[str]) -> str:
        """Return which bodies have no contact in the ledger."""
        return f"連絡先が台帳にないため宛先は空欄です：{'、'.join(bodies)}"

    def how_to_send(self) -> str:
        """Return how the files are sent."""
        return (
            "各.emlはWindows版の従来のOutlookでは下書きとして開きます。その他のメールソフトでは、"
            "新しいメールに.txtの本文を貼り付け、.xlsxを添付してください。"
        )

    def only_closed(self) -> str:
        """Return why nobody is asked, where all that was found is closed."""
        return "該当する事項は全て終了しています"

    def wrote(self, files: int, folder: str) -> str:
        """Return how many files were written, and where."""
        return f"{folder}に{files:,}個のファイルを書き出しました。"

    def would_write(self, files: int, folder: str) -> str:
        """Return how many files would be written, and where, by a run that writes none."""
        return f"書き出していません。実行すると{folder}に{files:,}個のファイルを書き出します。"

    @staticmethod
    def _with_weekday(of: date) -> str:
        return f"{_WESTERN.day(of)}（{_WEEKDAYS[of.weekday()]}）"


def _has_english(row: CommissionedRow) -> bool:
    """Return whether the mail names a commitment in English."""
    made = row.standing.commitment
    return not made.title_ja and not is_japanese(made.title)

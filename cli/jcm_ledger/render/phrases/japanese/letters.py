"""What a letter to a body says: what is open, what is asked, by when and how to answer.

It is an inquiry (照会) as one ministry sends another: a greeting, the matter, what is asked, and
under 記 the commitments. It blames nobody: it tells what is on file, and what is not.
"""

from datetime import date

from jcm_ledger.model.ledger import Circulation, Committee, Meeting, Organisation
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.standing import Standing, Timing

_WEEKDAYS = "月火水木金土日"


class JapaneseLetters(JapaneseRoom):
    """What a letter to a body says: what is open, what is asked, by when and how to answer.

    It blames nobody: it tells what is on file, and what is not.
    """

    CLOSING = ("以上", "", "御多用のところ恐縮ですが、どうぞよろしくお願いいたします。")
    _ASKED = (
        "下記を御確認の上、次の点について御回答くださいますようお願いいたします。",
        "・その後の進捗及びその時期",
        "・根拠資料（アドレス、文書又は議事録）",
        "・期限及び担当機関の変更の有無",
        "特段の進捗がない場合も、その旨御回答ください。",
    )

    def addressee(self, body: Organisation) -> str:
        """Return to whom a letter goes: 「科学・イノベーション・技術省（DSIT）　御担当者様」."""
        return f"{self.words.folders.title(body)}　御担当者様"

    def opening(self, body: Body, day: date) -> list[tuple[str, ...]]:
        """Return the greeting, and what is open, a paragraph each, in lines."""
        late = f"（うち期限超過{body.overdue:,}件）" if body.overdue else ""
        heard = (
            f"貴機関からの御報告は、{self.words.day(body.last_heard)}が最新の記録です。"
            if body.last_heard
            else "貴機関からの御報告は、現在のところ記録されていません。"
        )
        asked = f"貴機関御担当のコミットメント{body.owed:,}件{late}の進捗状況を照会いたします。"
        return [
            ("平素より大変お世話になっております。",),
            (f"標記について、{self.words.day(day)}現在で未了となっている{asked}{heard}",),
        ]

    def asking(self, paper: Circulation, by: date | None) -> list[tuple[str, ...]]:
        """Return what a body is asked for, how to answer, and 記, a paragraph each, in lines."""
        until = f"{self._weekday(by)}までに、" if by else ""
        to = f"{paper.contact}宛てに" if paper.contact else "本メールへの返信にて"
        return [self._ASKED, (f"御回答は、{until}{to}お願いいたします。",), ("記",)]

    @staticmethod
    def statements(meeting: Meeting) -> list[tuple[str, str | None]]:
        """Return what the links to a statement are called, and their addresses."""
        return [("共同文書（英語）", meeting.url), ("共同文書（日本語）", meeting.url_ja)]

    @staticmethod
    def item(number: int, title: str, place: str) -> str:
        """Return a numbered title with its place: 「1　半導体協議（第6段落）」."""
        return f"{number}　{title}{f'（{place}）' if place else ''}"

    def contact(self, whom: str) -> str:
        """Return where it is sent to."""
        return f"連絡先：{whom}"

    def subject(self, committee: Committee, body: Body, day: date) -> str:  # noqa: ARG002 - as in English
        """Return what a letter is about."""
        of = self.words.text(committee.name, committee.name_ja)
        return f"{of}のコミットメントの進捗状況について（照会）"

    def deadline(self, row: Standing) -> str:
        """Return deadline and timing for somebody who never saw a list."""
        stated = self.words.stated(row.commitment)
        if row.deadline is None:
            quoted = f"{stated}（共同文書の表現）" if stated else "記載なし"
            since = f"会合から{self._made(row)}経過"
            due = self.words.timing(row) if row.timing is Timing.REVIEW_DUE else ""
            return f"期限：{self.words.clauses((quoted, since, due))}"
        moved = row.original is not None and row.original != row.deadline
        first = f"当初{self.words.called(row.original)}" if moved and row.original else ""
        quoted = f"共同文書の表現：{stated}" if stated else ""
        gloss = self.words.clauses((first, quoted))
        told = f"{self.words.in_prose(row.deadline)}{f'（{gloss}）' if gloss else ''}"
        return f"期限：{told}、{self.words.timing(row)}"

    def owners(self, row: Standing) -> str:
        """Return who owns it: 「担当機関：DSIT、経済産業省」."""
        names = self.words.joined(map(self.words.short, row.owners))
        inferred = "（推定。共同文書に機関名の明記なし）" if row.owners_inferred else ""
        return f"担当機関：{names}{inferred}"

    def status(self, words: str) -> str:
        """Return what was reported."""
        return f"進捗状況：{words}"

    def last_on_file(self, words: str) -> str:
        """Return what was said last."""
        return f"直近の記録：{words}"

    def _weekday(self, of: date) -> str:
        """Return a day with its day of the week: 「2026年12月11日（金）」."""
        return f"{self.words.day(of)}（{_WEEKDAYS[of.weekday()]}）"

    def _made(self, row: Standing) -> str:
        return self.words.lapse(date.fromordinal(row.as_of.toordinal() - row.age_days), row.as_of)

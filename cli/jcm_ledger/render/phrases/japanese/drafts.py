"""What a draft of commitments says to the person who reviews it."""

from collections.abc import Sequence
from datetime import date

from jcm_ledger.errors import typed
from jcm_ledger.model.ledger import COMMITTEE
from jcm_ledger.model.text import is_japanese
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.drafting.results import Because, Outcome, OutcomeReason

_OUTCOMES = {
    Outcome.PROPOSED: "提案",
    Outcome.PERHAPS: "要検討",
    Outcome.LEFT_OUT: "対象外",
}
_REASONS = {
    OutcomeReason.WORDING: "誰かが何かを行うとする文言",
    OutcomeReason.POINT: "箇条書の項目（行う主体は導入文による）",
    OutcomeReason.LEAD_IN: "続く項目の導入文",
    OutcomeReason.WEAK: "コミットメントとも、そうでないとも読める文言",
    OutcomeReason.SUBJECT: "何かが行われるが、行う主体が見当たらない",
    OutcomeReason.REPORTED: "共同文書が言及するにとどまる予定",
    OutcomeReason.RECOGNITION: "歓迎、留意又は強調にとどまる",
    OutcomeReason.VIEW: "現状についての共通の認識",
    OutcomeReason.PAST: "出来事、又は実施済みのこと",
    OutcomeReason.EARLIER: "他の文書による約束",
    OutcomeReason.DENIED: "一致しなかったことの記述",
    OutcomeReason.CONDITION: "行う主体でなく、仮定を述べるもの",
    OutcomeReason.NO_WORDING: "コミットメントの文言なし",
    OutcomeReason.HEADING: "見出し",
    OutcomeReason.TOO_LONG: "読み取れる長さを超えている",
}
_GUESSES = {
    Because.COLLECTIVE: "全体を指す主語",
    Because.NOBODY: "主語がないため双方",
    Because.PRESENT: "共同文書に名のある同種の機関の全て",
    Because.LEAD_IN: "導入文による",
    Because.NEW_BODY: "台帳にない名称",
    Because.VERB: "動詞による",
    Because.DATED: "期限があるため単発",
    Because.WORDING: "文言による",
}
_FIELDS = {
    "owners": "担当機関",
    "strength": "文言",
    "kind": "区分",
    "deadline": "期限",
    "deadline_text": "期限（共同文書の表現）",
}


class JapaneseDrafts(JapaneseRoom):
    """What a draft of commitments says to the person who reviews it."""

    def outcome(self, outcome: Outcome) -> str:
        """Return what became of a sentence, in a word."""
        return _OUTCOMES[outcome]

    def reason(self, reason: OutcomeReason, decided: str = "") -> str:
        """Return why a sentence has its outcome, with the words that decided."""
        return _resting(_REASONS[reason], decided)

    def became(self, outcome: Outcome, reason: OutcomeReason, decided: str = "") -> str:
        """Return what became of a sentence, and why: 「対象外：見出し」."""
        return f"{self.outcome(outcome)}：{self.reason(reason, decided)}"

    def guess(self, because: Because, words: str = "") -> str:
        """Return why a key is inferred, with the words that it rests on."""
        return _resting(_GUESSES[because], words)

    def inferred(self, why: Sequence[str]) -> str:
        """Return the remark beside an inferred key: 「推定：動詞による」."""
        return f"推定：{'、'.join(why)}"

    def resembles(self, title: str, meeting: str) -> str:
        """Return which open commitment a proposal may take the place of."""
        quoted = f"「{title}」" if is_japanese(title) else f"“{title}”"
        return f"{meeting}の未了のコミットメント{quoted}の後継かもしれません"

    def counts(self, proposed: int, perhaps: int, left_out: int) -> str:
        """Return how many sentences and proposals there are of each outcome."""
        return f"提案{proposed:,}件、要検討{perhaps:,}件、対象外{left_out:,}文。"

    def caution(self) -> str:
        """Return that a draft is no reading by a person."""
        return (
            "共同文書の文言のみによる提案です。見落としや誤読があり得ます。"
            "共同文書と照合してください。"
        )

    def titles(self) -> str:
        """Return what to do with the tables of a draft in TOML."""
        return (
            "残す表には自分の言葉で題名（title）を書き、他の表は削除してください。"
            "題名のない表は`jcm check`でエラーとなります。"
        )

    def signs(self) -> str:
        """Return what the signs in a draft in TOML mean."""
        return (
            "コミットメントかもしれないものは#の付いた表です。使う場合は#を外してください。"
            "##の付いた行は説明で、判断の決め手となった語を>>と<<で示します。"
            "# id:の付いた名前も提案で、書き換えなければ`jcm adopt`が題名から作ります。"
        )

    def next_steps(self, target: str) -> str:
        """Return what to do after a draft was written."""
        return (
            f"次に、{target}を共同文書と照合し、残す表に題名を書いてください。"
            f"台帳に加えるには：jcm adopt {typed(target)}"
        )

    def next_for_page(self, target: str) -> str:
        """Return what to do after a page was written."""
        return f"次に、{target}を開いてください。記入用の表は-o FILE.tomlで書き出します。"

    def statement_of(self, title: str) -> str:
        """Return which statement a draft is of."""
        return f"コミットメントの草案：{title}"

    def source(self, name: str) -> str:
        """Return where the statement was read from."""
        return f"出典：{name}"

    def day(self, day: date | None) -> str:
        """Return of which day the statement is, by which its wordings of time are understood."""
        return f"共同文書の日付：{self.words.day(day)}" if day else "共同文書の日付：不明"

    def paragraph(self, number: str) -> str:
        """Return which paragraph of the statement follows: 「第4段落」, else as it is numbered."""
        return f"第{number}段落" if number.isdecimal() else f"段落{number}"

    def heading(self) -> str:
        """Return that a heading follows."""
        return "見出し"

    def led_in_by(self) -> str:
        """Return that the sentence which leads a point in follows."""
        return "導入文"

    def no_meeting(self) -> str:
        """Return that nobody said which meeting made the statement."""
        return "会合の指定がないため、表に会合の記載がありません：--meeting ID"

    def meeting_is_new(self, meeting: str) -> str:
        """Return that the ledger lacks a meeting."""
        return f"会合{meeting}は台帳にありません。その表も提案します。"

    def no_day(self) -> str:
        """Return that no wording of time could be counted from the statement's day."""
        return "共同文書の日付が不明のため、「来年」などの期間は分かりません：--published DATE"

    def new_meeting(self) -> str:
        """Return what stands over the table of a meeting that the ledger lacks."""
        return "台帳にない会合です。#を外し、補ってください："

    def held_missing(self) -> str:
        """Return that the day of the meeting is to be typed."""
        return "held = 開催日（例：2023-11-07）"

    def new_bodies(self) -> str:
        """Return what stands over bodies that the ledger lacks."""
        return "台帳にない機関です。修正し、#を外してください："

    def nothing(self) -> str:
        """Return that a statement has nothing to propose."""
        return "コミットメントの文言は見当たりませんでした。"

    def owners(self, owners: Sequence[str]) -> str:
        """Return the owners of a proposal: 「経済産業省、DSIT」; the committee is 「双方」."""
        short = self.words.short
        return self.words.joined("双方" if each == COMMITTEE else short(each) for each in owners)

    def field(self, key: str) -> str:
        """Return what a key of a commitment is called."""
        return _FIELDS.get(key, key)

    def page_title(self, title: str) -> str:
        """Return the title of the page."""
        return f"草案：{title}" if title else "コミットメントの草案"

    def how_to_read(self) -> str:
        """Return how sentences and proposals belong together on the page."""
        return (
            "共同文書の各文に番号があり、判断の結果を同じ番号で横に示します。"
            "決め手となった語には印があります。"
        )

    def bodies_lacking(self) -> str:
        """Return the heading of the bodies that the ledger lacks."""
        return "台帳にない機関"

    def skip(self) -> str:
        """Return the words of the link to the statement itself."""
        return "共同文書の本文へ"

    def to_adopt(self, name: str, title: str) -> str:
        """Return a commitment of a draft that is to go into the ledger."""
        return f"{name}：{title}"

    def adopted(self, meetings: int, bodies: int, commitments: int) -> str:
        """Return how much of a draft went into the ledger: 「機関2件及び…を追加しました。」."""
        tables = self._tables(meetings, bodies, commitments)
        return f"{tables}を追加しました。確認するには：jcm check"

    def would_adopt(self, meetings: int, bodies: int, commitments: int) -> str:
        """Return how much of a draft is to go into the ledger."""
        return f"追加するもの：{self._tables(meetings, bodies, commitments)}。"

    def present(self, name: str, differing: Sequence[str]) -> str:
        """Return that the ledger has a table already, and which keys of it are others there."""
        other = f"（台帳では次の項目が異なります：{'、'.join(differing)}）" if differing else ""
        return f"{name}は既に台帳にあります{other}。"

    def all_present(self, draft: str) -> str:
        """Return that a draft has nothing that the ledger lacks."""
        return f"{draft}の内容は全て台帳にあるため、何も書き込んでいません。"

    def _tables(self, meetings: int, bodies: int, commitments: int) -> str:
        counted = (
            f"会合{meetings:,}回" if meetings else "",
            f"機関{bodies:,}件" if bodies else "",
            self.words.commitments(commitments) if commitments else "",
        )
        return self.words.listed([each for each in counted if each])


def _resting(why: str, words: str) -> str:
    """Return a reason with the words that it rests on; 「」 are for Japanese words alone."""
    if not words:
        return why
    return f"{why}：「{words}」" if is_japanese(words) else f"{why}：“{words}”"

"""What the agenda of a meeting says: what is for decision, and what became of the rest."""

from collections.abc import Iterator

from jcm_ledger.model.ledger import Commitment, Entry
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.agenda import MeetingAgenda, Slip
from jcm_ledger.rules.report import Window
from jcm_ledger.rules.standing import Standing, Timing


class JapaneseAgendas(JapaneseRoom):
    """What the agenda of a meeting says: what is for decision, and what became of the rest."""

    FOR_DECISION, ITEMS, DECISION = "要決定事項", "議題一覧", "決定"
    NUMBER, REMARK, MOVED = "番号", "備考", "期限の変更"
    CHOICES = (
        ("更新", "現行のまま継続する"),
        ("内容の見直し", "文言、担当機関又は期限を改める"),
        ("終了", "完了したもの又は以後の対応を要しないものとして終了する"),
        ("取りやめ", "以後は実施しない"),
    )
    """What can be decided of a commitment, each with what it means."""
    HOW = (
        "事項ごとに、更新（現行のまま継続する）、内容の見直し（文言、担当機関又は期限を改める）、"
        "終了（完了したもの又は以後の対応を要しないものとして終了する）"
        "又は取りやめ（以後は実施しない）のいずれかを選ぶ。"
    )
    CHOICES_SHEET, MEANING = "選択肢", "意味"
    NOT_A_CHOICE = "一覧から選んでください。補足は備考の列に記入してください。"
    CLOSED_ON, SUCCESSOR = "終了日", "後継"
    ENDED, UNHEARD = "後継事項へ移行又は取りやめ", "報告の記録がない機関"
    """Sections in a few words."""

    def title(self, agenda: MeetingAgenda) -> str:
        """Return the title: the one given, or the meeting; and what filters limit it to."""
        title = agenda.title or f"{self.words.meeting_name(agenda.meeting)}　議題"
        return self.words.reports.titled(title, agenda.report)

    @staticmethod
    def numbered(number: int, title: str) -> str:
        """Return the title of an item after its number: 「1　共同公募の実施」."""
        return f"{number}　{title}"

    def summary(self, agenda: MeetingAgenda) -> str:
        """Return what a chair should know, in a few sentences."""
        return "".join(self._sentences(agenda))

    def _sentences(self, agenda: MeetingAgenda) -> Iterator[str]:
        yield self._open(agenda)
        waiting = sum(item.standing.to_confirm for item in agenda.items)
        if waiting:
            yield f"相手側確認待ちは{waiting:,}件である。"
        yield self._closed(agenda)
        if agenda.unheard:
            yield self._unheard(agenda)

    def _open(self, agenda: MeetingAgenda) -> str:
        number = len(agenda.items)
        overdue = sum(item.standing.timing is Timing.OVERDUE for item in agenda.items)
        if not number:
            return "過去の会合のコミットメントに未了のものはない。"
        if number == 1:
            late = "超過している" if overdue else "超過していない"
            return f"過去の会合のコミットメントのうち未了のものは1件で、期限を{late}。"
        late = f"うち{overdue:,}件が期限を超過している" if overdue else "期限を超過したものはない"
        return f"過去の会合のコミットメントのうち未了のものは{number:,}件で、{late}。"

    def _closed(self, agenda: MeetingAgenda) -> str:
        completed, ended = len(agenda.completed), len(agenda.ended)
        when = self._since(agenda.since)
        if not completed and not ended:
            return f"{when}に終了した記録のあるものはない。"
        told = f"{when}に完了したものは{completed:,}件"
        if not ended:
            return f"{told}である。"
        return f"{told}、後継事項へ移行し又は取りやめとなったものは{ended:,}件である。"

    def _unheard(self, agenda: MeetingAgenda) -> str:
        return (
            f"未了の事項を担当する機関のうち、{self._since(agenda.since)}の報告の記録がない機関は"
            f"{len(agenda.unheard):,}機関である。"
        )

    def _since(self, days: Window) -> str:
        """Return the days since a meeting: 「第12回会合（2023年11月7日）以降」, 「これまで」."""
        if days.meeting is None:
            return "これまで"
        return f"{self.words.meeting_name(days.meeting)}（{self.words.day(days.first)}）以降"

    def completed(self, since: Window) -> str:
        """Return the heading of what was completed."""
        return f"{self._since(since)}に完了した事項"

    def ended(self, since: Window) -> str:
        """Return the heading of what was closed otherwise."""
        return f"{self._since(since)}に後継事項へ移行し又は取りやめとなった事項"

    def unheard(self, since: Window) -> str:
        """Return the heading of the bodies that own something and were not heard from."""
        return f"{self._since(since)}の報告の記録がない機関"

    def slip(self, of: Slip) -> str:
        """Return how a deadline moved, who moved it when, and the reason if there is one.

        「2024年1～6月から2024年7～12月に変更（184日後ろ倒し、DSIT、2024年5月31日）：許可待ち。」.
        """
        entry, after = of.entry, self.words.period(of.after)
        by = f"{self.words.reporter(entry)}、{self.words.short_day(entry.date)}"
        if of.before is None:
            told = f"{after}に設定（{by}）"
        else:
            slip = self.words.slip(of.days or 0)
            told = f"{self.words.period(of.before)}から{after}に変更（{slip}、{by}）"
        reason = self.words.text(entry.note, entry.note_ja)
        return f"{told}：{reason}" if reason else told

    def each_side(self, row: Standing) -> str:
        """Return what each side that owns it reported last, and who and when.

        「英国：完了（DSIT、2026年5月11日）、日本：記録なし」.
        """
        return self.words.joined(self._side(side, row.reports[side]) for side in row.owner_sides)

    def _side(self, side: str, entry: Entry | None) -> str:
        words = self.words
        if entry is None:
            return f"{words.side(side)}：{words.NOTHING_ON_FILE}"
        status, by = words.status(entry.status), words.reporter(entry)
        return f"{words.side(side)}：{status}（{by}、{words.short_day(entry.date)}）"

    def successor(self, commitment: Commitment) -> str:
        """Return what took the place of a commitment, by its title and id."""
        return f"{self.words.title(commitment)}（{commitment.id}）"

    def nothing(self, agenda: MeetingAgenda) -> str:
        """Return that there is nothing for the meeting, "" if there is something."""
        if not agenda.report.nothing:
            return ""
        if agenda.report.filters:
            return "過去の会合のコミットメントに、全ての条件に合うものはない。"
        return "過去の会合のコミットメントに、未了のもの及び直近の会合以降に終了したものはない。"

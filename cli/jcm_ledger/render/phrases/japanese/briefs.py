"""What the first page of a report says, in sentences made of the facts and of no judgement."""

from collections.abc import Iterator, Sequence

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.brief import Brief
from jcm_ledger.rules.standing import Standing, Timing

_MOST_NAMED = 3


class JapaneseBriefs(JapaneseRoom):
    """What the first page of a report says, in sentences made of the facts and of no judgement."""

    ACT, ASK = "要対応事項", "要照会事項"
    NO_ACTION = "期限超過、停滞及び双方の報告の相違なし。"

    def number(self, of: int) -> str:
        """Return a number as prose has it: 「12」."""
        return f"{of:,}"

    def sentences(self, brief: Brief, rows: Sequence[Standing]) -> str:
        """Return the two to four sentences that a reader should know."""
        return "".join(self._sentences(brief, rows))

    def _sentences(self, brief: Brief, rows: Sequence[Standing]) -> Iterator[str]:
        overdue = [row for row in brief.act if row.timing is Timing.OVERDUE]
        yield self._overdue(overdue, len(rows))
        if waiting := [row for row in brief.act if row.to_confirm]:
            yield f"相手側確認待ちは{len(waiting):,}件である（{self._named(waiting)}）。"
        if brief.silent:
            for_so_long = self.words.duration(brief.silence)
            number = f"{len(brief.silent):,}件"
            yield f"未了のもののうち、過去{for_so_long}に記録がないものは{number}である。"
        if brief.next_due is not None and brief.next_due.deadline is not None:
            last = self.words.day(brief.next_due.deadline.last)
            title = self.words.title(brief.next_due.commitment)
            yield f"次に期限が到来するのは「{title}」（{last}）である。"

    def _overdue(self, overdue: Sequence[Standing], total: int) -> str:
        if total == 1:
            return f"対象のコミットメント1件は、期限を超過して{'いる' if overdue else 'いない'}。"
        if not overdue:
            return f"コミットメント{total:,}件のうち、期限を超過したものはない。"
        return (
            f"コミットメント{total:,}件のうち{len(overdue):,}件が期限を超過している"
            f"（{self._named(overdue)}）。"
        )

    def _named(self, rows: Sequence[Standing]) -> str:
        """Return the titles of the first, and how many more there are: 「「…」ほか2件」."""
        titles = [f"「{self.words.title(row.commitment)}」" for row in rows[:_MOST_NAMED]]
        more = len(rows) - len(titles)
        if more:
            return f"{self.words.joined(titles)}ほか{more:,}件"
        return self.words.listed(titles)

    def why(self, row: Standing) -> str:
        """Return why a commitment is among those to act on: 「期限超過（2年）、停滞」."""
        parts = []
        if row.timing in (Timing.OVERDUE, Timing.DUE_SOON):
            parts.append(self.words.timing(row))
        if row.status is Status.STALLED:
            parts.append(self.words.status(row.status))
        if row.to_confirm:
            parts.append(f"相手側確認待ち（{self._each_word(row)}）")
        elif row.sides_differ:
            parts.append(f"双方の報告が相違（{self._each_word(row)}）")
        return self.words.joined(parts)

    def _each_word(self, row: Standing) -> str:
        words = self.words
        said = ((side, status) for side, status in row.by_party.items() if status)
        return words.joined(
            words.named(words.side(side), words.status(status)) for side, status in said
        )

    def due(self, row: Standing) -> str:
        """Return a deadline in words, "" where there is none."""
        return self.words.in_prose(row.deadline) if row.deadline else ""

    def last_word(self, entry: Entry | None) -> str:
        """Return the last thing that was said: 「2025年1月22日　外務省：実施中。協議を開始。」."""
        if entry is None:
            return self.words.NOTHING_ON_FILE
        news = self.words.news(entry, prose=True)
        note = self.words.text(entry.note, entry.note_ja)
        what = f"{news}。{note}" if news and note else news or note or "内容の記載なし"
        return f"{self.words.day(entry.date)}　{self.words.reporter(entry)}：{what}"

    def unheard(self, length: Duration) -> str:
        """Return what the count is called: 「過去12か月に記録なし」."""
        return f"過去{self.words.duration(length)}に記録なし"

    def to_ask(self, rows: Sequence[Standing], length: Duration) -> str:
        """Return how many are to be asked about, and why."""
        for_so_long = self.words.duration(length)
        return (
            f"点検時期が到来したもの又は過去{for_so_long}に記録がないものは{len(rows):,}件である。"
        )

"""What an entry changed, and what changed between two states of a ledger."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jcm_ledger.model.ledger import Entry, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.standing import Standing

if TYPE_CHECKING:  # for annotations: to tell of one entry does not load them
    from jcm_ledger.rules.changes import CommitmentProgress, Difference, KeyEdit, TableDifference
    from jcm_ledger.rules.effect import Effect

_TABLES = {
    "committee": "合同委員会",
    "meeting": "会合",
    "organisation": "機関",
    "commitment": "コミットメント",
    "theme": "分野",
    "field": "独自項目",
}
_STATES = {"now": "現在"}
"""What a state is called that has no name of its own."""


class JapaneseChanges(JapaneseRoom):
    """What an entry changed, and what changed between two states of a ledger."""

    IN_ITS_PLACE, TABLES = "現在その位置にあるもの：", "表"

    VANISHED = "消失"
    NOT_ANY_MORE = (
        "以下の進捗記録は、台帳に記録されていたが、現在は存在しない。台帳には追記のみを行う。"
    )

    def title(self, found: "Difference") -> str:
        """Return the title of a document of changes."""
        return f"変更点（{self.compared(found)}）"

    def whole(self, ledger: str, found: "Difference") -> str:
        """Return which ledger it is, and the line that sums its changes up."""
        return f"台帳：{ledger}　{self.summary(found)}"

    def in_its_place(self, entry: str) -> str:
        """Return what stands in the place of an entry that vanished."""
        return f"現在その位置にあるもの：{entry}"

    def news_and_note(self, news: str, note: str) -> str:
        """Return what an entry reports, and what it adds to it."""
        return "。".join(filter(None, (news, note)))

    def vanished(self, entries: int) -> str:
        """Return how many entries vanished, loudly."""
        return f"消失：台帳から失われてはならない進捗記録{entries:,}件"

    @staticmethod
    def after_name(name: str) -> str:
        """Return a title as it stands after an id or what happened to it."""
        return f"：{name}"

    def added_body(self, body: Organisation) -> str:
        """Return that a body was added, and of which side it is."""
        return f"機関{body.id}（{self.words.side_of(body)}）を追加しました。"

    def several(self, commitment: str, entries: int) -> str:
        """Return that one commitment got several entries at once."""
        return f"{commitment}：進捗記録{entries:,}件（1行に1件）"

    def entered(self, effect: "Effect") -> str:
        """Return what an entry changed: 「talks：記録なし→実施中」."""
        entry, after, later = effect.entry, effect.after, effect.later
        parts = [
            self._status_change(effect),
            self._deadline_change(effect),
            self._owners_change(effect),
        ]
        said = self.words.clauses(parts) or self._noted(after)
        if later is not None and self._decisive(later) != self._decisive(after):
            then = self.words.short_day(entry.date)
            said += f"（{then}時点。本日は{self._today(after, later)}）"
        return f"{entry.commitment}：{said}"

    def stands_again(self, effect: "Effect") -> str:
        """Return what stands after an entry was taken back: 「進捗状況は実施中に戻りました。」."""
        again, undone = effect.before, effect.after
        parts = (
            (undone.status != again.status, f"進捗状況は{self.words.status(again.status)}"),
            (undone.deadline != again.deadline, f"期限は{self._period(again.deadline)}"),
            (undone.owners != again.owners, f"担当機関は{self._owners(again.owners)}"),
        )
        changed = self.words.joined(words for differs, words in parts if differs)
        if not changed:
            return f"進捗状況は{self.words.status(again.status)}のままです。"
        return f"{changed}に戻りました。"

    def _noted(self, after: Standing) -> str:
        return f"記録した（進捗状況は{self.words.status(after.status)}のまま）"

    def _decisive(self, row: Standing) -> tuple[object, ...]:
        return row.status, row.deadline, row.owners

    def _today(self, then: Standing, now: Standing) -> str:
        """Return what is otherwise today than it was on an earlier day."""
        parts = []
        if now.status is not then.status:
            when = f"（{self.words.short_day(now.word.date)}報告）" if now.word else ""
            parts.append(f"{self.words.status(now.status)}{when}")
        if now.deadline != then.deadline:
            parts.append(f"期限{self._period(now.deadline)}")
        if now.owners != then.owners:
            parts.append(f"担当機関{self._owners(now.owners)}")
        return self.words.joined(parts)

    def _status_change(self, effect: "Effect") -> str:
        entry, before, after = effect.entry, effect.before, effect.after
        words = self.words
        if entry.status is None:
            return ""
        if not effect.decides:
            whose = words.short(entry.speaker) if entry.speaker else "報告機関"
            return f"{self._noted(after)}。{whose}は担当する側に属さない"
        if after.status is not entry.status:
            return self._outweighed(effect)
        if before.status is entry.status:
            said = f"{words.status(entry.status)}のまま（再報告）"
        else:
            said = f"{words.status(before.status)}→{words.status(entry.status)}"
        if entry.status.closed and after.silent_sides:
            said += f"（{self._sides(after.silent_sides)}は{words.NOTHING_ON_FILE}）"
        return said

    def _outweighed(self, effect: "Effect") -> str:
        """Return what a side reported where another's report is the status."""
        entry, before, after = effect.entry, effect.before, effect.after
        words = self.words
        now = words.status(after.status)
        changed = before.status is not after.status
        told = (
            f"進捗状況は{words.status(before.status)}→{now}"
            if changed
            else f"進捗状況は{now}のまま"
        )
        others = [side for side, each in after.by_side.items() if each is after.status]
        why = f"（{self._sides(others)}の報告）" if others else ""
        confirm = "、相手側確認待ち" if after.to_confirm else ""
        said = f"{self._said_by(effect)}は{words.status(entry.status)}" if entry.status else ""
        return f"{said}、{told}{why}{confirm}"

    def _said_by(self, effect: "Effect") -> str:
        """Return the sides whose word an entry is."""
        sides = [side for side, word in effect.after.reports.items() if word == effect.entry]
        return self._sides(sides) if sides else self.words.reporter(effect.entry)

    def _deadline_change(self, effect: "Effect") -> str:
        before, after = effect.before.deadline, effect.after.deadline
        if effect.entry.deadline is None:
            return ""
        if effect.entry not in effect.after.moves:
            return f"期限は{self._period(after)}のまま"
        days = (after.last - before.last).days if after and before else None
        moved = "" if days is None else f"（{self.words.slip(days)}）"
        return f"期限：{self._period(before)}→{self._period(after)}{moved}"

    def _owners_change(self, effect: "Effect") -> str:
        before, after = effect.before.owners, effect.after.owners
        if not effect.entry.owners:
            return ""
        if before == after:
            return f"担当機関は{self._owners(after)}のまま"
        return f"担当機関：{self._owners(before)}→{self._owners(after)}"

    def _owners(self, owners: Iterable[str]) -> str:
        return self.words.joined(map(self.words.short, owners)) or "なし"

    def _period(self, deadline: Period | None) -> str:
        return self.words.called(deadline) if deadline else "なし"

    def _sides(self, sides: Iterable[str]) -> str:
        return self.words.listed([f"{self.words.side(side)}側" for side in sides])

    def summary(self, found: "Difference") -> str:
        """Return a line that sums changes up: what vanished first, as a ledger only grows."""
        added = sum(table.new for table in found.tables)
        edited = sum(bool(table.edits) for table in found.tables)
        gone = len(found.tables) - added - edited
        parts = (
            (len(found.vanished), f"進捗記録{len(found.vanished):,}件が消失"),
            (gone, f"表{gone:,}件を削除"),
            (found.entries, f"新たな進捗記録{found.entries:,}件"),
            (added, f"新たな表{added:,}件"),
            (edited, f"表{edited:,}件を編集"),
        )
        told = self.words.joined(words for number, words in parts if number)
        return f"{told or '変更なし'}。"

    def superseded_by(self, row: Standing) -> str:
        """Return what took the place of a commitment, and since when."""
        since = f"（{self.words.short_day(row.closed_on)}以降）" if row.closed_on else ""
        return f"{row.superseded_by}{since}"

    def footer(self, ledger: str, found: "Difference") -> str:
        """Return of which ledger it is, and which states are compared."""
        return f"台帳：{ledger}（{self.compared(found)}）"

    def compared(self, found: "Difference") -> str:
        """Return which states are compared: 「HEADから現在まで」."""
        before, after = (_STATES.get(name, name) for name in (found.before, found.after))
        return f"{before}から{after}まで"

    def table(self, change: "TableDifference") -> str:
        """Return what happened to a table: 「新規：コミットメント（talks）」."""
        deed = "新規" if change.new else "削除" if change.gone else "編集"
        name = _TABLES.get(change.table, change.table)
        return f"{deed}：{name}（{change.id}）" if change.id else f"{deed}：{name}"

    def edit(self, change: "KeyEdit") -> str:
        """Return an edited key with both values: 「place：なし→“Tokyo”」."""
        return f"{change.key}：{self._value(change.before)}→{self._value(change.after)}"

    def _value(self, value: object) -> str:
        match value:
            case None | ():
                return "なし"
            case bool():
                return "はい" if value else "いいえ"
            case tuple():
                return self.words.joined(map(str, value))
            case str():
                return self.words.quoted(value)
        return str(value)

    def progress(self, found: "CommitmentProgress") -> list[tuple[str, str]]:
        """Return how a commitment's status, deadline and owners changed, each with its name."""
        before, after = found.before, found.after
        labels, facts = self.words.labels, []
        if found.status_changed:
            was = before.status if before else None
            change = f"{self.words.status(was)}→{self.words.status(after.status)}"
            facts.append((labels.STATUS, change + self._decided(after)))
        if before and found.deadline_changed:
            days = "" if found.slip_days is None else f"、{self.words.slip(found.slip_days)}"
            change = f"{self._period(before.deadline)}→{self._period(after.deadline)}{days}"
            facts.append((labels.DEADLINE, change + self._source(found.deadline_entry)))
        if before and found.owners_changed:
            change = f"{self._owners(before.owners)}→{self._owners(after.owners)}"
            facts.append((labels.OWNERS, change + self._source(found.owners_entry)))
        return facts

    def _decided(self, row: Standing) -> str:
        """Return what a status rests on, in brackets: a report, or what took its place."""
        if row.superseded_by:
            return f"（{self.superseded_by(row)}）"
        return self._source(row.word)

    def _source(self, entry: Entry | None) -> str:
        """Return who reported something when: 「（2025年1月22日、外務省）」."""
        if entry is None:
            return ""
        return f"（{self.words.short_day(entry.date)}、{self.words.reporter(entry)}）"

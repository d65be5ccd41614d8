"""What stands over and under a list: the headings of its groups, and a line that sums it up."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Ledger, Organisation
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.groups import Group, Grouping
from jcm_ledger.rules.query import Emptiness, Selection, why_nothing
from jcm_ledger.rules.standing import Timing

if TYPE_CHECKING:
    from jcm_ledger.rules.bodies import Body


class JapaneseLists(JapaneseRoom):
    """What stands over and under a list: the headings of its groups, and a line that sums it up."""

    NO_ENTRIES = "該当する進捗記録はありません。"

    def summary(self, selection: Selection) -> str:
        """Return a line that sums a list up: 「コミットメント11件：期限超過2件、期限前9件。」."""
        if not selection.rows:
            why = self.why_nothing(why_nothing(selection))
            return f"該当するコミットメントはありません（{why}）。"
        shown, total = len(selection.rows), selection.total
        timings = [row.timing for row in selection.rows]
        counts = self.words.joined(
            f"{self.words.calendar_word(timing)}{timings.count(timing):,}件"
            for timing in Timing
            if timing in timings
        )
        of = f"{total:,}件" if shown == total else f"{total:,}件中{shown:,}件"
        return "".join([f"コミットメント{of}：{counts}。", *self._words_of_sides(selection)])

    @staticmethod
    def why_nothing(why: Emptiness) -> str:
        """Return which filter left nothing: 「11件の中に--overdueに該当するものがない」."""
        if why.total == 0:
            return "この日現在、台帳に記載なし"
        if why.by is None:
            return "条件の指定なし"
        if why.before == why.total:
            return f"{why.total:,}件の中に{why.by}に該当するものがない"
        return f"他の条件に合う{why.before:,}件の中に{why.by}に該当するものがない"

    def _words_of_sides(self, selection: Selection) -> Iterator[str]:
        """Yield what the sides have still to say, a sentence each."""
        completed = [row for row in selection.rows if row.done is not None]
        if alone := sum(row.on_one_word for row in completed):
            yield self.words.on_one_word(len(completed), alone)
        if waiting := sum(row.to_confirm for row in selection.rows):
            yield f"相手側確認待ち{waiting:,}件。"

    def heard(self, body: "Body") -> str:
        """Return when a body last reported, and how long ago: 「2025年1月22日（671日前）」."""
        day, *ago = self.heard_in_lines(body)
        return f"{day}（{ago[0]}）" if ago else day

    def heard_in_lines(self, body: "Body") -> list[str]:
        """Return the same in lines: the day, and how long ago it is."""
        if body.days_silent is None or body.last_heard is None:
            return [self.words.labels.NEVER]
        ago = f"{body.days_silent:,}日前" if body.days_silent else "本日"
        return [self.words.short_day(body.last_heard), ago]

    def body_in_parts(self, of: Organisation) -> tuple[str, str]:
        """Return a body by its short name, and what stands after that: 「（経済産業省）」."""
        short = self.words.short(of.id)
        return short, self.words.body(of).removeprefix(short)

    def columns_of_bodies(self) -> tuple[str, ...]:
        """Return the heads of the table of bodies."""
        labels = self.words.labels
        return (
            *(labels.SIDE, labels.BODY, labels.OPEN, labels.OVERDUE),
            *(labels.COMPLETED, labels.LAST_HEARD),
        )

    def count_of_entries(self, shown: int, total: int) -> str:
        """Return how many entries of how many are shown."""
        return f"進捗記録{total:,}件中{shown:,}件を表示。"

    def count_of_bodies(self, shown: Sequence["Body"], everybody: Sequence["Body"]) -> str:
        """Return how many bodies of how many are shown: 「16機関中13機関を表示。」."""
        of = "" if len(shown) == len(everybody) else f"{len(everybody):,}機関中"
        return f"{of}{len(shown):,}機関を表示。"

    def no_bodies(
        self, everybody: Sequence["Body"], asked: Sequence["Body"], silent: str | None
    ) -> str:
        """Return why there are no bodies."""
        if not everybody:
            return "該当する機関はありません（この日現在、担当機関の記録なし）。"
        if not asked or silent is None:
            return "該当する機関はありません（指定された機関に担当事項の記録なし）。"
        within = self.words.duration(Duration.parse(silent))
        return f"該当する機関はありません（未了の事項のある機関は、全て過去{within}に報告あり）。"

    def group(self, of: Group, ledger: Ledger) -> str:
        """Return the heading of a group of a list: 「期限超過（2件）」."""
        match of.grouping:
            case _ if not of.name:
                heading = self.words.labels.without(of.grouping)
            case Grouping.TIMING:
                heading = self.words.labels.agenda(of.name)
            case Grouping.OWNER:
                heading = self.words.body(ledger.bodies[of.name])
            case Grouping.MEETING:
                meeting = self.words.meeting(ledger.meetings[of.name], of.rows[0].as_of)
                heading = f"{of.name}：{meeting}"
            case Grouping.SIDE:
                heading = self.words.side(of.name)
            case Grouping.THEME:
                heading = self.words.theme(of.name, ledger.themes)
        return f"{heading}（{len(of.rows):,}件）"

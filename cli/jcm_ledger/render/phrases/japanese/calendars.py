"""What events of a calendar are called, and what their descriptions say."""

from collections.abc import Iterator
from datetime import date

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom
from jcm_ledger.rules.query import Emptiness
from jcm_ledger.rules.standing import Standing

_NO_DEADLINE = "期限の記録なし。この日までに点検する。"


class JapaneseCalendars(JapaneseRoom):
    """What events of a calendar are called, and what their descriptions say."""

    def due(self, committee: str, row: Standing) -> str:
        """Return the title of the last day of a deadline: 「【期限】JCM：半導体協議（DSIT）」."""
        return f"【期限】{committee}：{self._about(row)}"

    def overdue(self, committee: str, row: Standing) -> str:
        """Return the title where a passed deadline stands on the day of the view."""
        return f"【期限超過】{committee}：{self._about(row)}"

    def review(self, committee: str, row: Standing) -> str:
        """Return the title of the day by which to review a commitment."""
        return f"【点検】{committee}：{self._about(row)}"

    def meeting(self, committee: str, of: Meeting, when: Period) -> str:
        """Return the title of a meeting, with when it is expected where that is no single day."""
        name = self.words.meeting_name(of)
        if when.first == when.last:
            return f"【会合】{committee}：{name}"
        return f"【会合】{committee}：{name}（{self.words.in_prose(when)}開催予定）"

    def expected(self, when: Period) -> str:
        """Return that a meeting has no day yet, and what day its event stands on."""
        return (
            f"開催日の記録なし。{self.words.in_prose(when)}の開催予定で、この日はその末日である。"
        )

    def moved_to_today(self, last: date) -> str:
        """Return where an event would stand that is shown on the day of the view."""
        return f"本来の期日は{self.words.day(last)}である。"

    def description(self, row: Standing, of: Meeting) -> Iterator[str]:
        """Yield what an event says of its commitment, line by line."""
        commitment, words = row.commitment, self.words
        if summary := words.text(commitment.summary, commitment.summary_ja):
            yield summary
        yield f"期限：{words.deadline(row)}" if row.deadline else _NO_DEADLINE
        if stated := words.stated(commitment):
            yield f"共同文書の表現：{stated}"
        yield f"担当機関：{words.owners(row)}"
        yield f"進捗状況（{words.as_of(row.as_of)}）：{words.status_of(row)}"
        yield f"期限状況（{words.as_of(row.as_of)}）：{words.timing(row)}"
        yield f"出典：{words.dossiers.source(words.meeting_name(of), words.paragraph(commitment))}"

    def no_events(self, why: Emptiness | None) -> str:
        """Return why a calendar would have nothing in it."""
        if why is not None:
            return self.words.lists.why_nothing(why)
        return "期限又は点検期限のある未了のものがない"

    def id_of(self, row: Standing) -> str:
        """Return the id of a commitment, for whoever looks it up."""
        return f"ID：{row.commitment.id}"

    def _about(self, row: Standing) -> str:
        """Return a title with the owners: 「半導体協議（DSIT、経済産業省）」."""
        owners = self.words.joined(map(self.words.short, row.owners))
        title = self.words.title(row.commitment)
        return f"{title}（{owners}）" if owners else title

"""What the page about one commitment says beside the names of its facts."""

from datetime import date

from jcm_ledger.model.ledger import Commitment, Meeting, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapaneseShows(JapaneseRoom):
    """What the page about one commitment says beside the names of its facts."""

    MADE_AT = "表明された会合"

    @staticmethod
    def titles(commitment: Commitment) -> list[str]:
        """Return the title in each language that it has, Japanese first."""
        return [title for title in (commitment.title_ja, commitment.title) if title]

    @staticmethod
    def summaries(commitment: Commitment) -> list[str]:
        """Return the summary in each language that it has, Japanese first."""
        return [text for text in (commitment.summary_ja, commitment.summary) if text]

    def nothing(self, day: date) -> str:
        """Return that nothing is on file."""
        return f"{self.words.as_of(day)}、記録なし。"

    @staticmethod
    def with_id(name: str, id_: str) -> str:
        """Return a name with the id that it is typed by: 「半導体（semiconductors）」."""
        return f"{name}（{id_}）"

    def source(self, meeting: Meeting, commitment: Commitment) -> str:
        """Return which statement it is, where in it, and when it was published."""
        published = f"{self.words.short_day(meeting.published)}公表" if meeting.published else ""
        parts = (meeting.statement or "", self.words.paragraph(commitment), published)
        return self.words.clauses(parts)

    def owner(self, body: Organisation) -> str:
        """Return an owner with its names, its side, and what it is part of."""
        if body.side == body.id:  # a side that owns it itself
            return self.words.side(body.id)
        names = self.words.body(body, both=True)
        part_of = f"、{self.words.short(body.part_of)}傘下" if body.part_of else ""
        return f"{names}、{self.words.side_of(body)}{part_of}"

    @staticmethod
    def no_deadline(stated: str) -> str:
        """Return that there is no deadline, and what the statement says of one, as a quotation."""
        return f"なし（共同文書の表現：{stated}）" if stated else "記載なし"

    def deadline(self, of: Period) -> str:
        """Return a deadline with its last day, 「2024年1～6月、末日2024年6月30日」."""
        if of.first == of.last:
            return self.words.day(of.first)
        return f"{self.words.period(of)}、末日{self.words.day(of.last)}"

    def moved(self, original: Period, days: int) -> str:
        """Return where a deadline was moved from, and how far."""
        return f"当初{self.words.called(original)}、{self.words.slip(days)}"

    @staticmethod
    def stated(quoted: str) -> str:
        """Return what the statement says, of a quotation."""
        return f"共同文書の表現：{quoted}"

"""What the page about one commitment says beside the names of its facts."""

from datetime import date

from jcm_ledger.model.ledger import Commitment, Meeting, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishShows(EnglishRoom):
    """What the page about one commitment says beside the names of its facts."""

    MADE_AT = "Made at"

    @staticmethod
    def titles(commitment: Commitment) -> list[str]:
        """Return the title in each language that it has, English first."""
        return [title for title in (commitment.title, commitment.title_ja) if title]

    @staticmethod
    def summaries(commitment: Commitment) -> list[str]:
        """Return the summary in each language that it has, English first."""
        return [text for text in (commitment.summary, commitment.summary_ja) if text]

    @staticmethod
    def nothing(day: date) -> str:
        """Return that nothing is on file."""
        return f"Nothing on file as of {day}."

    @staticmethod
    def with_id(name: str, id_: str) -> str:
        """Return a name with the id that it is typed by."""
        return f"{name} ({id_})"

    def source(self, meeting: Meeting, commitment: Commitment) -> str:
        """Return which statement it is, where in it, and when it was published."""
        published = f"published {meeting.published}" if meeting.published else ""
        parts = (meeting.statement, self.words.paragraph(commitment), published)
        return ", ".join(filter(None, parts))

    def owner(self, body: Organisation) -> str:
        """Return an owner with its names, its side, and what it is part of."""
        if body.side == body.id:  # a side that owns it itself
            return body.id
        part_of = f"; part of {body.part_of}" if body.part_of else ""
        return f"{self.words.body(body, both=True)} ({self.words.side_of(body)}{part_of})"

    @staticmethod
    def no_deadline(stated: str) -> str:
        """Return that there is no deadline, and what the statement says of one, as a quotation."""
        return f"none: the statement says {stated}" if stated else "none stated"

    @staticmethod
    def deadline(of: Period) -> str:
        """Return a deadline with its first and last day, "2024-H1: 2024-01-01 to 2024-06-30"."""
        return str(of) if of.first == of.last else f"{of}: {of.first} to {of.last}"

    def moved(self, original: Period, days: int) -> str:
        """Return where a deadline was moved from, and how far."""
        return f"moved from {original}: {self.words.slip(days)}"

    @staticmethod
    def stated(quoted: str) -> str:
        """Return what the statement says, of a quotation."""
        return f"the statement says {quoted}"

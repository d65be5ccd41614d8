"""What a letter to a body says: what is open, what is asked, by when and how to answer.

It blames nobody: it tells what is on file, and what is not.
"""

from datetime import date

from jcm_ledger.model.ledger import Circulation, Committee, Meeting, Organisation
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.standing import Standing, Timing


class EnglishLetters(EnglishRoom):
    """What a letter to a body says: what is open, what is asked, by when and how to answer.

    It blames nobody: it tells what is on file, and what is not.
    """

    CLOSING = ("With kind regards",)
    _ASKED = (
        "May we ask you for news of each of them, so that it can be put on file? Please tell us:",
        "- what has happened since, and when it took place;",
        "- where that can be read: an address, a document or a minute;",
        "- whether the deadline still stands, and whether it is still yours to do.",
        "If nothing has happened yet, that is an answer too.",
    )

    def addressee(self, body: Organisation) -> str:
        """Return to whom a letter goes, by all its names."""
        return self.words.body(body, both=True)

    def opening(self, body: Body, day: date) -> list[tuple[str, ...]]:  # noqa: ARG002 - Japanese says it
        """Return the salutation and what is open on a day, a paragraph each, in lines."""
        return [(f"Dear colleagues at {body.organisation.id},",), (self._open_ones(body),)]

    def asking(self, paper: Circulation, by: date | None) -> list[tuple[str, ...]]:
        """Return what a body is asked for, and how to answer, a paragraph each, in lines."""
        return [self._ASKED, (self._reply(paper, by),)]

    @staticmethod
    def statements(meeting: Meeting) -> list[tuple[str, str | None]]:
        """Return what the links to a statement are called, and their addresses."""
        return [("Statement", meeting.url), ("In Japanese", meeting.url_ja)]

    @staticmethod
    def item(number: int, title: str, place: str) -> str:
        """Return a numbered title with its place in the statement."""
        return f"{number}. {title}{f' ({place})' if place else ''}"

    def contact(self, whom: str) -> str:
        """Return where it is sent to."""
        return f"Contact: {whom}"

    def subject(self, committee: Committee, body: Body, day: date) -> str:
        """Return what a letter is about."""
        of = f"open commitments of {body.organisation.id}"
        return f"{committee.name}: {of} as of {self.words.day(day)}"

    def _open_ones(self, body: Body) -> str:
        """Return how much is open, and since when nothing is on file from the body."""
        of = body.organisation.id
        many = self.words.count(body.owed, "open commitment")
        late = f"; {body.overdue:,} past the deadline" if body.overdue else ""
        since = f"since {self.words.day(body.last_heard)}" if body.last_heard else "so far"
        told = f"{of} owns {many}, alone or with others{late}."
        return f"{told} Nothing is on file from {of} {since}."

    def _reply(self, paper: Circulation, by: date | None) -> str:
        """Return how to answer and by when; no day is claimed where none is set."""
        where = (
            f"Please reply to {paper.contact}" if paper.contact else "Please reply to this message"
        )
        return f"{where} by {self.words.day(by)}." if by else f"{where}."

    def deadline(self, row: Standing) -> str:
        """Return deadline and timing for somebody who never saw a list."""
        stated = row.commitment.deadline_text
        quoted = f"“{stated}”" if stated else ""
        if row.deadline is None:
            due = self.words.timing(row) if row.timing is Timing.REVIEW_DUE else ""
            parts = (quoted or "none stated", f"{self._made(row)} since the meeting", due)
            return f"Deadline: {'; '.join(filter(None, parts))}"
        told = ", ".join(filter(None, (self.words.in_prose(row.deadline), quoted)))
        if row.original is not None and row.original != row.deadline:
            told += f" (first {self.words.in_prose(row.original)})"
        return f"Deadline: {told}: {self.words.timing(row)}"

    def owners(self, row: Standing) -> str:
        """Return who owns it."""
        names = ", ".join(row.owners)
        inferred = " (inferred: the statement names no body)" if row.owners_inferred else ""
        return f"Owners: {names}{inferred}"

    def status(self, words: str) -> str:
        """Return what was reported."""
        return f"Status: {words}"

    def last_on_file(self, words: str) -> str:
        """Return what was said last."""
        return f"Last on file: {words}"

    def _made(self, row: Standing) -> str:
        return self.words.lapse(date.fromordinal(row.as_of.toordinal() - row.age_days), row.as_of)

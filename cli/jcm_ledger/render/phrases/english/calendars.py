"""What events of a calendar are called, and what their descriptions say."""

from collections.abc import Iterator
from datetime import date

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.query import Emptiness
from jcm_ledger.rules.standing import Standing

_NO_DEADLINE = "No deadline is on file: this is the day by which to review it."


class EnglishCalendars(EnglishRoom):
    """What events of a calendar are called, and what their descriptions say."""

    def due(self, committee: str, row: Standing) -> str:
        """Return the title of the last day of a deadline: "JCM: Semiconductor talks due (DSIT)".

        One that has passed on the day of the view is called due too: so it was.
        """
        return f"{committee}: {row.commitment.title} due{self._owners(row)}"

    def overdue(self, committee: str, row: Standing) -> str:
        """Return the title where a passed deadline stands on the day of the view."""
        return f"{committee}: {row.commitment.title} overdue{self._owners(row)}"

    def review(self, committee: str, row: Standing) -> str:
        """Return the title of the day by which to review a commitment."""
        return f"{committee}: {row.commitment.title} due for review{self._owners(row)}"

    def meeting(self, committee: str, of: Meeting, when: Period) -> str:
        """Return the title of a meeting, with when it is expected where that is no single day."""
        if when.first == when.last:
            return f"{committee}: {of.name}"
        return f"{committee}: {of.name} expected ({self.words.in_prose(when)})"

    def expected(self, when: Period) -> str:
        """Return that a meeting has no day yet, and what day its event stands on."""
        return (
            f"No day is on file yet: expected {self.words.in_prose(when)}, whose last day this is."
        )

    def moved_to_today(self, last: date) -> str:
        """Return where an event would stand that is shown on the day of the view."""
        return f"Its own day was {self.words.day(last)}."

    def description(self, row: Standing, of: Meeting) -> Iterator[str]:
        """Yield what an event says of its commitment, line by line."""
        commitment, day = row.commitment, row.as_of
        if commitment.summary:
            yield commitment.summary
        yield f"Deadline: {self.words.deadline(row)}" if row.deadline else _NO_DEADLINE
        if commitment.deadline_text:
            yield f"As stated: “{commitment.deadline_text}”"
        yield f"Owners: {self.words.owners(row)}"
        yield f"Status on {day}: {self.words.status_of(row)}"
        yield f"Timing on {day}: {self.words.timing(row)}"
        yield f"Source: {', '.join(filter(None, (of.name, self.words.paragraph(commitment))))}"

    def no_events(self, why: Emptiness | None) -> str:
        """Return why a calendar would have nothing in it."""
        if why is not None:
            return self.words.lists.why_nothing(why)
        return "nothing here is open and has a deadline or a day of review"

    def id_of(self, row: Standing) -> str:
        """Return the id of a commitment, for whoever looks it up."""
        return f"Id: {row.commitment.id}"

    def _owners(self, row: Standing) -> str:
        return f" ({', '.join(row.owners)})" if row.owners else ""

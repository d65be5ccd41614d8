"""What the first page of a report says, in sentences made of the facts and of no judgement."""

from collections.abc import Iterator, Sequence

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.brief import Brief
from jcm_ledger.rules.standing import Standing, Timing

_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

_MOST_NAMED = 3


class EnglishBriefs(EnglishRoom):
    """What the first page of a report says, in sentences made of the facts and of no judgement."""

    ACT, ASK = "Act now", "Ask for news"
    NO_ACTION = "Nothing is overdue or stalled, and the sides do not differ."

    def number(self, of: int) -> str:
        """Return a number as prose has it: in words up to twelve."""
        return _NUMBERS[of] if of < len(_NUMBERS) else f"{of:,}"

    def sentences(self, brief: Brief, rows: Sequence[Standing]) -> str:
        """Return the two to four sentences that a reader should know."""
        return " ".join(self._sentences(brief, rows))

    def _sentences(self, brief: Brief, rows: Sequence[Standing]) -> Iterator[str]:
        overdue = [row for row in brief.act if row.timing is Timing.OVERDUE]
        yield self._overdue(overdue, len(rows))
        if waiting := [row for row in brief.act if row.to_confirm]:
            many = self.number(len(waiting)).capitalize()
            verb = "waits" if len(waiting) == 1 else "wait"
            yield f"{many} {verb} for a side to confirm: {self._named(waiting)}."
        if brief.silent:
            for_so_long = self.words.duration(brief.silence)
            yield f"Nothing was heard for {for_so_long} about {self.number(len(brief.silent))}."
        if brief.next_due is not None and brief.next_due.deadline is not None:
            last = self.words.day(brief.next_due.deadline.last)
            title = self.words.title(brief.next_due.commitment)
            yield f"The next to fall due is “{title}”, by {last}."

    def _overdue(self, overdue: Sequence[Standing], total: int) -> str:
        if total == 1:
            return (
                "The one commitment is overdue."
                if overdue
                else "The one commitment is not overdue."
            )
        of = f"of {self.number(total)} commitments"
        if not overdue:
            return f"None {of} is overdue."
        verb = "is" if len(overdue) == 1 else "are"
        return (
            f"{self.number(len(overdue)).capitalize()} {of} {verb} overdue: {self._named(overdue)}."
        )

    def _named(self, rows: Sequence[Standing]) -> str:
        """Return the titles of the first, and how many more there are."""
        titles = [f"“{self.words.title(row.commitment)}”" for row in rows[:_MOST_NAMED]]
        more = len(rows) - len(titles)
        return self.words.listed([*titles, f"{self.number(more)} more"] if more else titles)

    def why(self, row: Standing) -> str:
        """Return why a commitment is among those to act on: "overdue by 2 years; stalled"."""
        parts = []
        if row.timing in (Timing.OVERDUE, Timing.DUE_SOON):
            parts.append(self.words.timing(row))
        if row.status is Status.STALLED:
            parts.append(self.words.status(row.status))
        if row.to_confirm:
            parts.append("to be confirmed: " + self._each_word(row))
        elif row.sides_differ:
            parts.append("the sides differ: " + self._each_word(row))
        return "; ".join(parts)

    def _each_word(self, row: Standing) -> str:
        words = (f"{side} {self.words.status(said)}" for side, said in row.by_party.items() if said)
        return ", ".join(words)

    def due(self, row: Standing) -> str:
        """Return a deadline in words, "" where there is none."""
        return self.words.in_prose(row.deadline) if row.deadline else ""

    def last_word(self, entry: Entry | None) -> str:
        """Return the last thing that was said about a commitment, by whom and when."""
        if entry is None:
            return self.words.NOTHING_ON_FILE
        what = ". ".join(
            filter(
                None,
                (self.words.news(entry, prose=True), self.words.text(entry.note, entry.note_ja)),
            )
        )
        return f"{self.words.day(entry.date)}, {self.words.reporter(entry)}: {what or 'a note'}"

    def unheard(self, length: Duration) -> str:
        """Return what the count is called of those of which nothing was heard for so long."""
        return f"Nothing heard for {self.words.duration(length)}"

    def to_ask(self, rows: Sequence[Standing], length: Duration) -> str:
        """Return how many are to be asked about, and why."""
        verb, them = ("is", "it") if len(rows) == 1 else ("are", "them")
        many = self.number(len(rows)).capitalize()
        heard = f"nothing was heard of {them} for {self.words.duration(length)}"
        return f"{many} {verb} due for review, or {heard}."

"""What stands over and under a list: the headings of its groups, and a line that sums it up."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jcm_ledger.model.ledger import Ledger, Organisation
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.groups import Group, Grouping
from jcm_ledger.rules.query import Emptiness, Selection, why_nothing
from jcm_ledger.rules.standing import Timing

if TYPE_CHECKING:
    from jcm_ledger.rules.bodies import Body


class EnglishLists(EnglishRoom):
    """What stands over and under a list: the headings of its groups, and a line that sums it up."""

    def summary(self, selection: Selection) -> str:
        """Return a line that sums a list up: how many, and how they stand."""
        if not selection.rows:
            return f"No commitments: {self.why_nothing(why_nothing(selection))}."
        shown, total = len(selection.rows), selection.total
        timings = [row.timing for row in selection.rows]
        parts = [
            f"{timings.count(timing)} {self.words.calendar_word(timing)}"
            for timing in Timing
            if timing in timings
        ]
        of = "" if shown == total else f" of {total:,}"
        counted = (
            f"{shown:,}{of} {'commitment' if total == 1 else 'commitments'}: {', '.join(parts)}."
        )
        return " ".join([counted, *self._words_of_sides(selection)])

    @staticmethod
    def why_nothing(why: Emptiness) -> str:
        """Return which filter left nothing."""
        if why.total == 0:
            return "the ledger has none as of this day"
        if why.by is None:
            return "nothing was asked for"
        whole = (
            f"all {why.before}" if why.before == why.total else f"the {why.before} left before it"
        )
        return f"{why.by} leaves none of {whole}"

    def _words_of_sides(self, selection: Selection) -> Iterator[str]:
        """Yield what the sides have still to say, a sentence each."""
        completed = [row for row in selection.rows if row.done is not None]
        if alone := sum(row.on_one_word for row in completed):
            yield self.words.on_one_word(len(completed), alone)
        if waiting := sum(row.to_confirm for row in selection.rows):
            yield f"{waiting:,} to confirm."

    def heard(self, body: "Body") -> str:
        """Return when a body last reported, and how long ago: "2025-01-22, 671 days ago"."""
        return ", ".join(self.heard_in_lines(body))

    def heard_in_lines(self, body: "Body") -> list[str]:
        """Return the same in lines: the day, and how long ago it is."""
        if body.days_silent is None:
            return [self.words.labels.NEVER]
        ago = f"{self.words.count(body.days_silent, 'day')} ago" if body.days_silent else "today"
        return [str(body.last_heard), ago]

    def body_in_parts(self, of: Organisation) -> tuple[str, str]:
        """Return a body by its id, and what stands after that: its name, or nothing."""
        return of.id, self.words.body(of).removeprefix(of.id)

    def columns_of_bodies(self) -> tuple[str, ...]:
        """Return the heads of the table of bodies."""
        labels = self.words.labels
        return (
            *(labels.SIDE, labels.BODY, labels.OPEN, labels.OVERDUE),
            *(labels.COMPLETED, labels.LAST_HEARD),
        )

    NO_ENTRIES = "No entries: nothing was put on file that fits."

    def count_of_entries(self, shown: int, total: int) -> str:
        """Return how many entries of how many are shown."""
        return f"{shown:,} of {self.words.count(total, 'entry', 'entries')}."

    def count_of_bodies(self, shown: Sequence["Body"], everybody: Sequence["Body"]) -> str:
        """Return how many bodies of how many are shown."""
        of = "" if len(shown) == len(everybody) else f" of {len(everybody):,}"
        return f"{len(shown):,}{of} {'body' if len(everybody) == 1 else 'bodies'}."

    def no_bodies(
        self, everybody: Sequence["Body"], asked: Sequence["Body"], silent: str | None
    ) -> str:
        """Return why there are no bodies: "No bodies: …"."""
        if not everybody:
            return "No bodies: none owns anything as of this day."
        if not asked:
            return "No bodies: none of those asked for owns anything."
        return f"No bodies: all that owe something were heard from within {silent}."

    def group(self, of: Group, ledger: Ledger) -> str:
        """Return the heading of a group of a list: "Overdue (2)"."""
        match of.grouping:
            case _ if not of.name:
                heading = self.words.labels.without(of.grouping)
            case Grouping.OWNER:
                heading = self.words.body(ledger.bodies[of.name])
            case Grouping.MEETING:
                heading = (
                    f"{of.name}: {self.words.meeting(ledger.meetings[of.name], of.rows[0].as_of)}"
                )
            case Grouping.SIDE:
                heading = of.name
            case _:
                heading = self.words.theme(of.name, ledger.themes)
        return f"{heading} ({len(of.rows):,})"

"""What an entry changed, and what changed between two states of a ledger."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jcm_ledger.model.ledger import Entry, Organisation
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.standing import Standing

if TYPE_CHECKING:  # for annotations: to tell of one entry does not load them
    from jcm_ledger.rules.changes import CommitmentProgress, Difference, KeyEdit, TableDifference
    from jcm_ledger.rules.effect import Effect


class EnglishChanges(EnglishRoom):
    """What an entry changed, and what changed between two states of a ledger."""

    IN_ITS_PLACE, TABLES = "In its place stands now:", "Tables"

    VANISHED = "Vanished"
    NOT_ANY_MORE = (
        "These entries were on file and are not any more. A ledger is only ever added to."
    )

    def title(self, found: "Difference") -> str:
        """Return the title of a document of changes."""
        return f"Changes {self.compared(found)}"

    def whole(self, ledger: str, found: "Difference") -> str:
        """Return which ledger it is, and the line that sums its changes up."""
        return f"Ledger: {ledger}. {self.summary(found)}"

    def in_its_place(self, entry: str) -> str:
        """Return what stands in the place of an entry that vanished."""
        return f"In its place stands now: {entry}"

    def news_and_note(self, news: str, note: str) -> str:
        """Return what an entry reports, and what it adds to it."""
        return ". ".join(filter(None, (news, note)))

    def vanished(self, entries: int) -> str:
        """Return how many entries vanished, loudly."""
        number = self.words.count(entries, "entry", "entries")
        return f"VANISHED: {number} that a ledger should never lose"

    @staticmethod
    def after_name(name: str) -> str:
        """Return a title as it stands after an id or what happened to it."""
        return f": {name}"

    def added_body(self, body: Organisation) -> str:
        """Return that a body was added, and of which side it is."""
        return f"Added {body.id}, {self.words.side_of(body)}."

    def several(self, commitment: str, entries: int) -> str:
        """Return that one commitment got several entries at once."""
        return f"{commitment}: {self.words.count(entries, 'entry', 'entries')}, a row each."

    def entered(self, effect: "Effect") -> str:
        """Return what an entry changed: "talks: nothing on file → in progress"."""
        entry, after, later = effect.entry, effect.after, effect.later
        parts = [
            self._status_change(effect),
            self._deadline_change(effect),
            self._owners_change(effect),
        ]
        said = (
            "; ".join(filter(None, parts))
            or f"noted; status stays {self.words.status(after.status)}"
        )
        if later is not None and self._decisive(later) != self._decisive(after):
            said += f" as of {entry.date}; today {self._today(after, later)}"
        return f"{entry.commitment}: {said}"

    def stands_again(self, effect: "Effect") -> str:
        """Return what stands after an entry was taken back: "status in progress, deadline 2025"."""
        again = effect.before
        undone = effect.after
        parts = [
            (undone.status != again.status, f"status {self.words.status(again.status)}"),
            (undone.deadline != again.deadline, f"deadline {again.deadline or 'none'}"),
            (undone.owners != again.owners, f"owners {self._listed(again.owners)}"),
        ]
        changed = ", ".join(words for differs, words in parts if differs)
        if not changed:
            return f"Status stays {self.words.status(again.status)}."
        return f"What stands again: {changed}."

    def _decisive(self, row: Standing) -> tuple[object, ...]:
        return row.status, row.deadline, row.owners

    def _today(self, then: Standing, now: Standing) -> str:
        """Return what is otherwise today than it was on an earlier day."""
        parts = []
        if now.status is not then.status:
            when = f", reported on {now.word.date}" if now.word else ""
            parts.append(f"{self.words.status(now.status)}{when}")
        if now.deadline != then.deadline:
            parts.append(f"deadline {now.deadline or 'none'}")
        if now.owners != then.owners:
            parts.append(f"owners {self._listed(now.owners)}")
        return ", ".join(parts)

    def _status_change(self, effect: "Effect") -> str:
        entry, before, after = effect.entry, effect.before, effect.after
        if entry.status is None:
            return ""
        if not effect.decides:
            whose = entry.speaker or "nobody"
            stays = self.words.status(after.status)
            return f"noted; status stays {stays}, as {whose} is of no side that owns it"
        if after.status is not entry.status:
            others = [side for side, each in after.by_side.items() if each is after.status]
            why = f": {' and '.join(others)} reported it so" if others else ""
            changed = before.status is not after.status
            stays = f"{self.words.status(before.status)} → " if changed else "stays "
            now = f"status {stays}{self.words.status(after.status)}{why}"
            confirm = ", to confirm" if after.to_confirm else ""
            return f"{self.words.status(entry.status)} for {self._said_by(effect)}; {now}{confirm}"
        if before.status is entry.status:
            said = f"still {self.words.status(entry.status)}, reported again"
        else:
            said = f"{self.words.status(before.status)} → {self.words.status(entry.status)}"
        if entry.status.closed and after.silent_sides:
            said += f", nothing on file from {' and '.join(after.silent_sides)}"
        return said

    def _said_by(self, effect: "Effect") -> str:
        """Return the sides whose word an entry is."""
        sides = [side for side, word in effect.after.reports.items() if word == effect.entry]
        return " and ".join(sides) or self.words.reporter(effect.entry)

    def _deadline_change(self, effect: "Effect") -> str:
        before, after = effect.before, effect.after
        if effect.entry.deadline is None:
            return ""
        if effect.entry not in after.moves:
            return f"deadline stays {after.deadline or 'none'}"
        was = before.deadline or "none"
        moved = (
            f" ({self.words.slip((after.deadline.last - before.deadline.last).days)})"
            if (after.deadline and before.deadline)
            else ""
        )
        return f"deadline {was} → {after.deadline}{moved}"

    def _owners_change(self, effect: "Effect") -> str:
        before, after = effect.before.owners, effect.after.owners
        if not effect.entry.owners:
            return ""
        if before == after:
            return f"owners stay {self._listed(after)}"
        return f"owners {self._listed(before)} → {self._listed(after)}"

    def _listed(self, owners: Sequence[str]) -> str:
        return ", ".join(owners) or "nobody"

    def summary(self, found: "Difference") -> str:
        """Return a line that sums changes up: what vanished first, as a ledger only grows."""
        added = sum(table.new for table in found.tables)
        edited = sum(bool(table.edits) for table in found.tables)
        gone = len(found.tables) - added - edited
        parts = [
            (
                len(found.vanished),
                self.words.count(len(found.vanished), "entry vanished", "entries vanished"),
            ),
            (gone, self.words.count(gone, "table taken away", "tables taken away")),
            (found.entries, self.words.count(found.entries, "new entry", "new entries")),
            (added, self.words.count(added, "new table")),
            (edited, self.words.count(edited, "table edited", "tables edited")),
        ]
        told = ", ".join(words for number, words in parts if number) or "nothing changed"
        return f"{told.capitalize()}."

    def superseded_by(self, row: Standing) -> str:
        """Return what took the place of a commitment, and since when."""
        return f"{row.superseded_by}, since {row.closed_on}"

    def footer(self, ledger: str, found: "Difference") -> str:
        """Return of which ledger it is, and which states are compared."""
        return f"Ledger: {ledger}, {self.compared(found)}."

    def compared(self, found: "Difference") -> str:
        """Return which states are compared."""
        return f"from {found.before} to {found.after}"

    def table(self, change: "TableDifference") -> str:
        """Return what happened to a table: "new commitment"."""
        deed = "new" if change.new else "taken away" if change.gone else "edited"
        return f"{deed}: {change.table} {change.id}".strip()

    def edit(self, change: "KeyEdit") -> str:
        """Return an edited key with both values: "place: none → “Tokyo”"."""
        return f"{change.key}: {self._value(change.before)} → {self._value(change.after)}"

    def _value(self, value: object) -> str:
        match value:
            case None | ():
                return "none"
            case bool():
                return "yes" if value else "no"
            case tuple():
                return ", ".join(map(str, value))
            case str():
                return f"“{value}”"
        return str(value)

    def progress(self, found: "CommitmentProgress") -> list[tuple[str, str]]:
        """Return how a commitment's status, deadline and owners changed, each with its name."""
        before, after = found.before, found.after
        facts = []
        if found.status_changed:
            was = before.status if before else None
            change = f"{self.words.status(was)} → {self.words.status(after.status)}"
            facts.append(("Status", change + self._decided(after)))
        if before and found.deadline_changed:
            days = "" if found.slip_days is None else f", {self.words.slip(found.slip_days)}"
            change = f"{before.deadline or 'none'} → {after.deadline or 'none'}{days}"
            facts.append(("Deadline", change + self._source(found.deadline_entry)))
        if before and found.owners_changed:
            change = f"{self._value(before.owners)} → {self._value(after.owners)}"
            facts.append(("Owners", change + self._source(found.owners_entry)))
        return facts

    def _decided(self, row: Standing) -> str:
        """Return what a status rests on, in brackets: a report, or what took its place."""
        if row.superseded_by:
            return f" ({self.superseded_by(row)})"
        return self._source(row.word)

    def _source(self, entry: Entry | None) -> str:
        """Return who reported something when, in brackets."""
        return f" ({self.words.reporter(entry)}, {entry.date})" if entry else ""

"""What the agenda of a meeting says: what is for decision, and what became of the rest."""

from collections.abc import Iterator

from jcm_ledger.model.ledger import Commitment, Entry
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.agenda import MeetingAgenda, Slip
from jcm_ledger.rules.report import Window
from jcm_ledger.rules.standing import Standing, Timing


class EnglishAgendas(EnglishRoom):
    """What the agenda of a meeting says: what is for decision, and what became of the rest."""

    FOR_DECISION, ITEMS, DECISION = "For decision", "Agenda items", "For decision"
    NUMBER, REMARK, MOVED = "No.", "Remark", "Deadline moved"
    CHOICES = (
        ("Renew", "it goes on as it is"),
        ("Revise", "its wording, its owners or its deadline change"),
        ("Close", "it is done, or needs nothing more"),
        ("Drop", "it is not pursued"),
    )
    """What can be decided of a commitment, each with what it means."""
    HOW = (
        "One is chosen for each: renew (it goes on as it is), revise (its wording, its owners or "
        "its deadline change), close (it is done, or needs nothing more) or drop (it is not "
        "pursued)."
    )
    CHOICES_SHEET, MEANING = "Choices", "What it means"
    NOT_A_CHOICE = "Choose one of the decisions in the list; a remark has the next column."
    CLOSED_ON, SUCCESSOR = "Since", "Superseded by"
    ENDED, UNHEARD = "Superseded or not pursued", "Bodies not heard from"
    """Sections in a few words."""

    def title(self, agenda: MeetingAgenda) -> str:
        """Return the title: the one given, or the meeting; and what filters limit it to."""
        title = agenda.title or f"Agenda: {self.words.meeting_name(agenda.meeting)}"
        return self.words.reports.titled(title, agenda.report)

    @staticmethod
    def numbered(number: int, title: str) -> str:
        """Return the title of an item after its number."""
        return f"{number}. {title}"

    def summary(self, agenda: MeetingAgenda) -> str:
        """Return what a chair should know, in a few sentences."""
        return " ".join(self._sentences(agenda))

    def _sentences(self, agenda: MeetingAgenda) -> Iterator[str]:
        yield self._open(agenda)
        waiting = sum(item.standing.to_confirm for item in agenda.items)
        if waiting:
            verb = "waits" if waiting == 1 else "wait"
            yield f"{self._number(waiting)} {verb} for a side to confirm."
        yield self._closed(agenda)
        if agenda.unheard:
            yield self._unheard(agenda)

    def _open(self, agenda: MeetingAgenda) -> str:
        number = len(agenda.items)
        overdue = sum(item.standing.timing is Timing.OVERDUE for item in agenda.items)
        if not number:
            return "No commitment of an earlier meeting is open."
        if number == 1:
            late = "overdue" if overdue else "not overdue"
            return f"One commitment of an earlier meeting is open; it is {late}."
        verb = "is" if overdue < 2 else "are"  # noqa: PLR2004 - one and none are singular
        late = f"{self.words.briefs.number(overdue)} of them {verb} overdue"
        return f"{self._number(number)} commitments of earlier meetings are open; {late}."

    def _closed(self, agenda: MeetingAgenda) -> str:
        completed, ended = len(agenda.completed), len(agenda.ended)
        when = self._since(agenda.since)
        if not completed and not ended:
            return f"None is on file as completed or otherwise closed {when}."
        verb = "was" if completed < 2 else "were"  # noqa: PLR2004 - as above
        told = f"{self._number(completed)} {verb} completed {when}"
        if not ended:
            return f"{told}."
        number = self.words.briefs.number(ended)
        return f"{told}; {number} {'was' if ended == 1 else 'were'} superseded or not pursued."

    def _unheard(self, agenda: MeetingAgenda) -> str:
        number = len(agenda.unheard)
        bodies = "body that owns" if number == 1 else "bodies that own"
        one = f"{self.words.briefs.number(number)} {bodies} open commitments"
        return f"Nothing is on file {self._since(agenda.since)} from {one}."

    def _since(self, days: Window) -> str:
        if days.meeting is None:
            return "so far"
        held = self.words.day(days.first)
        return f"since {self.words.meeting_name(days.meeting)} ({held})"

    def _number(self, of: int) -> str:
        """Return a number at the beginning of a sentence."""
        return self.words.briefs.number(of).capitalize()

    def completed(self, since: Window) -> str:
        """Return the heading of what was completed."""
        return f"Completed {self._since(since)}"

    def ended(self, since: Window) -> str:
        """Return the heading of what was closed otherwise."""
        return f"Superseded or not pursued {self._since(since)}"

    def unheard(self, since: Window) -> str:
        """Return the heading of the bodies that own something and were not heard from."""
        return f"Bodies not heard from {self._since(since)}"

    def slip(self, of: Slip) -> str:
        """Return how a deadline moved, who moved it when, and the reason if there is one.

        "from 2024-H1 to 2024-H2 (+184 days), DSIT, 2024-05-31: Waits for a permit.".
        """
        entry, after = of.entry, self.words.period(of.after)
        moved = f"set to {after}"
        if of.before is not None:
            slip = self.words.slip(of.days or 0)
            moved = f"from {self.words.period(of.before)} to {after} ({slip})"
        told = f"{moved}, {self.words.reporter(entry)}, {self.words.short_day(entry.date)}"
        reason = self.words.text(entry.note, entry.note_ja)
        return f"{told}: {reason}" if reason else told

    def each_side(self, row: Standing) -> str:
        """Return what each side that owns it reported last, and who and when.

        "UK: completed (DSIT, 2026-05-11); Japan: nothing on file".
        """
        return "; ".join(self._side(side, row.reports[side]) for side in row.owner_sides)

    def _side(self, side: str, entry: Entry | None) -> str:
        if entry is None:
            return f"{side}: {self.words.NOTHING_ON_FILE}"
        status, by = self.words.status(entry.status), self.words.reporter(entry)
        return f"{side}: {status} ({by}, {self.words.short_day(entry.date)})"

    def successor(self, commitment: Commitment) -> str:
        """Return what took the place of a commitment, by its title and id."""
        return f"{self.words.title(commitment)} ({commitment.id})"

    def nothing(self, agenda: MeetingAgenda) -> str:
        """Return that there is nothing for the meeting, "" if there is something."""
        if not agenda.report.nothing:
            return ""
        if agenda.report.filters:
            return "No commitment of an earlier meeting fits all of the filters."
        return "No commitment of an earlier meeting is open, or was closed since the last one."

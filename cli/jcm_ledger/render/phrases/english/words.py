"""What most of jcm says in English: statuses, timings, owners, who reported, what is left out.

It says "overdue" and "nothing on file", never "broken".
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Meeting, Organisation, Theme
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.render.phrases.english.days import EnglishDays
from jcm_ledger.render.phrases.themes import theme_table
from jcm_ledger.rules.query import Later
from jcm_ledger.rules.standing import Standing, Timing

_STRENGTHS = {
    Strength.COMMITTED: "they committed themselves",
    Strength.AGREED: "they agreed",
    Strength.INTENDED: "they confirmed an intention",
    Strength.EXPECTED: "it is expected",
    Strength.DESIRED: "they expressed a desire",
    Strength.MENTIONED: "they referred to it",
}
"""How a statement words commitments of each strength."""


class EnglishWords(EnglishDays):
    """The words that come again in lists, pages and documents."""

    NOTHING_ON_FILE = "nothing on file"
    NO_STATUS = "no status on file"
    OUTSIDE = "outside the committee"

    @staticmethod
    def text(english: str | None, japanese: str | None) -> str:
        """Return a text of the ledger in English, else in Japanese, else ""."""
        return english or japanese or ""

    def title(self, commitment: Commitment) -> str:
        """Return the title of a commitment."""
        return self.text(commitment.title, commitment.title_ja)

    @staticmethod
    def spell(word: str) -> str:
        """Return a word of the data as people write it: "due soon" for "due-soon"."""
        return word.replace("-", " ")

    def status(self, reported: Status | None) -> str:
        """Return a status in words."""
        return self.spell(reported) if reported else self.NOTHING_ON_FILE

    def status_of(self, row: Standing) -> str:
        """Return the status in words; "no status on file" where only notes are."""
        return self.NO_STATUS if row.status is None and row.journal else self.status(row.status)

    def spoken(self, row: Standing) -> str:
        """Return the status in words, and whose it is where an owning side reported none.

        "completed, says UK; nothing on file from Japan".
        """
        words = self.status_of(row)
        if row.status is None or not row.status.closed or not row.silent_sides:
            return words
        speaking = [side for side, reported in row.by_party.items() if reported is row.status]
        says = f"{'says' if len(speaking) == 1 else 'say'} {self.listed(speaking)}"
        return f"{words}, {says}; {self.NOTHING_ON_FILE} from {self.listed(row.silent_sides)}"

    @staticmethod
    def listed(names: Sequence[str]) -> str:
        """Return names as a sentence has them: "UK", "UK and Japan", "UK, France and Japan"."""
        *most, last = names
        return f"{', '.join(most)} and {last}" if most else last

    @staticmethod
    def joined(names: Iterable[str]) -> str:
        """Return names in a row: "UKRI, JST"."""
        return ", ".join(names)

    @staticmethod
    def clauses(parts: Iterable[str]) -> str:
        """Return short statements in one line, those that are empty left out."""
        return "; ".join(filter(None, parts))

    @staticmethod
    def sentences(parts: Iterable[str]) -> str:
        """Return sentences one after the other, those that are empty left out."""
        return " ".join(filter(None, parts))

    @staticmethod
    def named(name: str, value: str) -> str:
        """Return a value under its name: "Status: completed"."""
        return f"{name}: {value}"

    @staticmethod
    def quoted(stated: str) -> str:
        """Return words of a statement as a quotation."""
        return f"“{stated}”"

    @staticmethod
    def kind(kind: Kind) -> str:
        """Return whether it can be finished, in a word: "one-off"."""
        return kind

    @staticmethod
    def strength(strength: Strength) -> str:
        """Return how firmly something is worded, in a word."""
        return strength

    @staticmethod
    def wording(strength: Strength) -> str:
        """Return how firmly it is worded, and what that means: "agreed: they agreed"."""
        return f"{strength}: {_STRENGTHS[strength]}"

    def calendar_word(self, timing: Timing) -> str:
        """Return a timing in a word or two, without days: "due soon"."""
        return self.spell(timing)

    def timing(self, row: Standing) -> str:
        """Return the timing in words, with the days that matter to it."""
        words = self.spell(row.timing)
        match row.timing, row.deadline:
            case Timing.OVERDUE, Period(last=last):
                words += f" by {self.lapse(last, row.as_of)}"
            case Timing.DUE_SOON, _:
                days = row.days_left
                words = f"due in {self.count(days, 'day')}" if days else "due today"
            case Timing.NOT_DUE, Period(last=last):
                words += f", {self.lapse(row.as_of, last)} left"
            case Timing.REVIEW_DUE, _ if row.review_date is not None:
                words += f" since {row.review_date} ({self.lapse(row.review_date, row.as_of)})"
            case Timing.UNDATED, _:
                words += f", {self.age(row.age_days)} old"
            case Timing.MET_LATE, Period(last=last) if row.done is not None:
                words += f" by {self.lapse(last, row.done.first)}"
        return words

    def stated(self, commitment: Commitment) -> str:
        """Return what the statement says of a deadline as a quotation, "" where it says nothing."""
        stated = commitment.deadline_text
        return self.quoted(stated) if stated else ""

    def deadline(self, row: Standing) -> str:
        """Return the deadline, and where it was moved from; else what the statement says."""
        if row.deadline is None:
            return self.stated(row.commitment) or "none"
        if row.original is not None and row.original != row.deadline:
            gloss = f"{self.months(row.deadline)}; " if row.deadline.fiscal else ""
            return f"{row.deadline} ({gloss}was {row.original}, {self.slip(row.slip_days)})"
        return self.period(row.deadline)

    def owners(self, row: Standing, spelled: Mapping[str, str] = MappingProxyType({})) -> str:
        """Return the owners, and that they are inferred where they are.

        Those among `spelled` have their name after them: "METI (Ministry of Economy, …)".
        """
        names = (_spelled(owner, spelled.get(owner, "")) for owner in row.owners)
        told = ", ".join(names) or "nobody"
        return f"{told} (inferred)" if row.owners_inferred else told

    def owners_in_full(self, row: Standing, bodies: Mapping[str, Organisation]) -> str:
        """Return the owners by id and name, and that they are inferred where they are."""
        names = "; ".join(_in_full(bodies[owner]) for owner in row.owners) or "nobody"
        return f"{names} (inferred)" if row.owners_inferred else names

    @staticmethod
    def handed_over(owners: Sequence[str]) -> str:
        """Return to whom an entry hands a commitment over: "handed over to DSIT, DESNZ"."""
        return f"handed over to {', '.join(owners)}"

    def in_the_place(self, body: Organisation, before: Sequence[str]) -> str:
        """Return whom a body stands in for: "DSIT, in the place of BEIS since 2023-02-07"."""
        since = f" since {body.since}" if body.since else ""
        return f"{body.id}, in the place of {self.listed(before)}{since}"

    @staticmethod
    def body(named: Organisation, *, both: bool = False) -> str:
        """Return a body by id and name, or by the one that is both; `both` with its other name."""
        names = [named.name, named.name_ja] if both else [named.name]
        others = ", ".join(name for name in names if name and name != named.id)
        return f"{named.id}: {others}" if others else named.id

    @staticmethod
    def name(of: Organisation) -> str:
        """Return the name of a body."""
        return of.name

    @staticmethod
    def short(body: str) -> str:
        """Return a body as a narrow column has it: by its id."""
        return body

    @staticmethod
    def side(name: str) -> str:
        """Return the name of a side."""
        return name

    def side_of(self, body: Organisation) -> str:
        """Return the side of a body, or that it is of none."""
        return body.side or self.OUTSIDE

    @staticmethod
    def reporter(entry: Entry) -> str:
        """Return who reported an entry, and for whom: "METI, as reported by DSIT"."""
        by = "both sides" if entry.by == COMMITTEE else entry.by or "nobody named"
        return f"{entry.on_behalf_of}, as reported by {by}" if entry.on_behalf_of else by

    def reported(self, entry: Entry | None) -> list[str]:
        """Return what a side reported last, line by line: status, who and when, and the note."""
        if entry is None:
            return [self.NOTHING_ON_FILE]
        news = [self.status(entry.status), f"{self.reporter(entry)}, {entry.date}"]
        news += [self.happened(entry.happened)] if entry.happened else []
        note = self.text(entry.note, entry.note_ja)
        return [*news, note] if note else news

    def reported_on(self, by: str, news: str) -> tuple[str, str]:
        """Return who reported and what was, as two parts of a line."""
        return by, f": {news}" if news else ""

    @staticmethod
    def notes(entry: Entry) -> list[str]:
        """Return the note of an entry in each language that it has, English first."""
        return [note for note in (entry.note, entry.note_ja) if note]

    def happened(self, when: Period, *, prose: bool = False) -> str:
        """Return when something took place: "happened in 2024-05", "happened on 2024-05-03"."""
        said = self.in_prose(when) if prose else self.period(when)
        return f"happened {'on' if when.first == when.last else 'in'} {said}"

    @staticmethod
    def on_one_word(completed: int, of: int) -> str:
        """Return how many of the completed a side has not spoken of: "7 completed, 5 on …"."""
        return f"{completed:,} completed, {of:,} on one side's word."

    def hidden(self, later: Later) -> str:
        """Return a sentence on what comes later and is not shown, "" if there is nothing."""
        parts = (
            (later.commitments, f"{self.commitments(later.commitments)} of later meetings"),
            (later.entries, f"{self.count(later.entries, 'entry', 'entries')} dated later"),
        )
        return " ".join(f"{what} not shown." for number, what in parts if number)

    def meeting_name(self, meeting: Meeting) -> str:
        """Return what a meeting is called."""
        return self.text(meeting.title, meeting.title_ja) or meeting.id

    def meeting(self, held: Meeting, day: date) -> str:
        """Return a meeting with its place and day: "12th Joint Committee Meeting, London, …"."""
        expected = "" if held.held and held.held <= day else "expected "
        when = f"{expected}{self.in_prose(held.period(day))}"
        place = self.text(held.place, held.place_ja)
        return ", ".join(filter(None, (self.meeting_name(held), place, when)))

    def review(self, row: Standing) -> str:
        """Return by when to review a commitment, and how often where it says so; else ""."""
        if row.review_date is None:
            return ""
        often = self.rhythm(row.commitment)
        return f"{row.review_date}, {often}" if often else str(row.review_date)

    def rhythm(self, commitment: Commitment) -> str:
        """Return how often a commitment is to be reported on: "every 6 months", "" if it varies."""
        if commitment.report_every is None:
            return ""
        return f"every {self.duration(commitment.report_every)}"

    @staticmethod
    def sentence(note: str) -> str:
        """Return a note with a full stop at its end, unless it ends as a sentence does already."""
        ends = (".", "!", "?", "…", "。", "！", "？")  # noqa: RUF001 - Japanese
        return note if note.rstrip().endswith(ends) else f"{note}."

    @staticmethod
    def paragraph(commitment: Commitment) -> str:
        """Return where in the statement a commitment stands, as far as the ledger says."""
        where = commitment.paragraph
        if where is None:
            return ""
        text = str(where)
        return f"paragraph {text}" if text[:1].isdigit() else text

    def news(self, entry: Entry, *, prose: bool = False) -> str:
        """Return what an entry reports, without its note: "in progress, deadline moved to 2025".

        `prose` puts periods into words as a sentence has them.
        """
        parts = [self.status(entry.status)] if entry.status else []
        parts += [self.happened(entry.happened, prose=prose)] if entry.happened else []
        if entry.deadline:
            period = entry.deadline.period
            said = self.in_prose(period) if prose and period else str(entry.deadline)
            gloss = self.period(period) if period and not prose else said
            parts.append(f"deadline moved to {gloss}")
        parts += [self.handed_over(entry.owners)] if entry.owners else []
        return ", ".join(parts)

    @staticmethod
    def as_of(day: date) -> str:
        """Return of which day a view is."""
        return f"as of {day}"

    def footer(self, ledger: str, day: date, later: Later | None = None) -> str:
        """Return the line under a table: which ledger, as of which day, and what is not shown."""
        return f"Ledger: {ledger}, as of {day}. {self.hidden(later) if later else ''}".strip()

    def theme(self, name: str, themes: Mapping[str, Theme]) -> str:
        """Return a theme as a heading: its title, else its id as people write it.

        "Research funding"; an id with capitals stays as it is: "AI".
        """
        table = theme_table(name, themes)
        if table and (title := self.text(table.title, table.title_ja)):
            return title
        plain = self.spell(name) if name.islower() else name
        return plain[:1].upper() + plain[1:] or "No theme"


def _spelled(acronym: str, name: str) -> str:
    return f"{acronym} ({name})" if name else acronym


def _in_full(body: Organisation) -> str:
    return body.name if body.name == body.id else f"{body.id}, {body.name}"

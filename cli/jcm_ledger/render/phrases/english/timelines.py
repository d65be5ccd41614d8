"""What a timeline says: its axis, its legends, and each bar in words."""

from datetime import date
from typing import ClassVar

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.timeline import Bar

_MARKS = {"note": "a note", "moved": "the deadline was moved"}

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class EnglishTimelines(EnglishRoom):
    """What a timeline says: its axis, its legends, and each bar in words."""

    TODAY = "today"
    IN_CHARACTERS: ClassVar = {
        "made": "meeting",
        "due": "deadline",
        "last": "its last day",
        "original": "last day before it was moved",
        "late": "past it",
        "entry": "entry",
        "closed": "closed",
        "undated": "no date given",
        "goes_on": "continuing",
        "today": "the day asked for",
    }
    """The legend of a timeline drawn in characters, by what they mark."""
    SHADES = (
        "to its deadline",
        "past its deadline",
        "completed",
        "closed otherwise",
        "no deadline",
    )
    """What the colours of a timeline in the cells of a table mean, each in its own."""
    HERE = "▼"
    MARKS = (
        "◆ deadline, ◇ before it was moved, • progress on file, ■ closed, → continuing, "
        f"… no date given, {HERE} the day of this report."
    )
    """The legend of the marks in such a table."""
    ABOUT = (
        "A row a commitment, a column a stretch of days. The cells are coloured from the day a "
        "commitment was made to its deadline; the last column says in words how it stands."
    )
    """What such a table is, for whoever does not see it."""
    HOW_TO_READ = "How to read the timeline"
    DRAWN: ClassVar = {
        "due": "from the meeting to the deadline, its first to its last day",
        "original": "the deadline before it was moved",
        "late": "overdue, or completed so much later",
        "review": "to be reviewed by then",
        "continuing": "continuing, without an end",
        "undated": "no date was set",
    }
    """The legend of a timeline drawn in lines, by what they show."""

    def mark(self, shape: str) -> str:
        """Return what the mark of an entry means: a note, a deadline that moved, or a status."""
        return _MARKS.get(shape) or self.words.spell(shape)

    def as_of(self, day: date) -> str:
        """Return which day the timeline is of."""
        return f"as of {day}"

    def span(self, first: date, last: date) -> str:
        """Return from which day to which an axis goes."""
        return f"From {first} to {last}"

    def month(self, day: date) -> str:
        """Return the month of a day."""
        return _MONTHS[day.month - 1]

    @staticmethod
    def year(day: date) -> str:
        """Return the year of a day."""
        return str(day.year)

    @staticmethod
    def month_and_year(day: date) -> str:
        """Return the month of a day with its year."""
        return f"{_MONTHS[day.month - 1]} {day.year}"

    def quarter(self, day: date) -> str:
        """Return the quarter of a day."""
        return f"Q{(day.month + 2) // 3}"

    @staticmethod
    def years(column: Period) -> str:
        """Return the year, or the years, that a column of a table stands under."""
        return str(column).partition("-")[0]

    @staticmethod
    def part(column: Period) -> str:
        """Return what a column is of its year: "Q4", "" for a whole year or more."""
        return str(column).partition("-")[2]

    def bar(self, drawn: Bar) -> str:
        """Return what a bar shows, in words."""
        row = drawn.row
        parts = [f"Made {drawn.made}", self._deadline(drawn), self.words.timing(row)]
        parts += [f"done {row.done}"] if row.done else []
        parts += [f"to be reviewed by {row.review_date}"] if row.review_date else []
        told = [self.entry(each) for each in drawn.entries]
        return f"{'; '.join(parts)}. On file: {'; '.join(told) or 'nothing'}."

    def entry(self, reported: Entry) -> str:
        """Return an entry of a bar in words."""
        news = self.words.news(reported) or "a note"
        return f"{reported.date}, {self.words.reporter(reported)}: {news}"

    def _deadline(self, drawn: Bar) -> str:
        if drawn.due is not None:
            one_day = drawn.due.first == drawn.due.last
            last = "" if one_day else f", the last day being {drawn.due.last}"
            return f"due {self.words.deadline(drawn.row)}{last}"
        return "continuing, without a deadline" if drawn.continuing else "without a deadline"

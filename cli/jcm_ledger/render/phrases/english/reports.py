"""What a report says: its title, its figures, and what it is limited to."""

from collections.abc import Mapping
from datetime import date

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.query import NOTHING_ON_FILE as NONE
from jcm_ledger.rules.query import Filter
from jcm_ledger.rules.report import Figures, Report, Window
from jcm_ledger.rules.standing import DUE_SOON_DAYS


class EnglishReports(EnglishRoom):
    """What a report says: its title, its figures, and what it is limited to."""

    DIFFER = "Where the sides differ"
    DIFFER_OTHERWISE = "Where the sides differ otherwise"
    CONFIRM = "One side reports these closed, another open."
    """What is to be confirmed."""

    READING = (
        "A status is what somebody reported; “nothing on file” means that nobody has yet. "
        "What is overdue, due soon or due for review follows from the calendar on that day."
    )

    def as_of(self, day: date) -> str:
        """Return of which day a report is."""
        return f"As of {self.words.day(day)}"

    @staticmethod
    def source(ledger: str) -> str:
        """Return of which ledger a report is."""
        return f"Ledger: {ledger}."

    @staticmethod
    def statements(meeting: Meeting) -> list[tuple[str, str | None, str]]:
        """Return what the links to a statement are called, their addresses and languages."""
        japanese = "in Japanese" if meeting.url else "statement in Japanese"
        return [("statement", meeting.url, "en"), (japanese, meeting.url_ja, "ja")]

    def title(self, report: Report) -> str:
        """Return the title of a report: the one given, or the day; and what it is limited to."""
        title = report.title or f"Status report as of {self.words.day(report.as_of)}"
        return self.titled(title, report)

    @staticmethod
    def running(committee: str, title: str) -> str:
        """Return what stands under every page: whose report it is, and its title."""
        return f"{committee} · {title}"

    def titled(self, title: str, report: Report) -> str:
        """Return a title, and what filters limit the report to."""
        return f"{title}: {self.narrowed(report)}" if report.filters else title

    def narrowed(self, report: Report) -> str:
        """Return what a report is limited to: "owner DSIT or METI, open (3 of 11 commitments)"."""
        filters = ", ".join(map(self._filter, report.filters))
        of = self.words.count(report.total, "commitment")
        return f"{filters} ({len(report.annex):,} of {of})"

    def _filter(self, asked: Filter) -> str:
        if not asked.option:
            return str(asked)
        name = self.words.spell(asked.option.removeprefix("--"))
        nothing = {NONE: self.words.NOTHING_ON_FILE}
        return " ".join(
            (name, " or ".join(nothing.get(each, each) for each in asked.values))
        ).strip()

    def figures(self, counts: Figures) -> list[tuple[str, int]]:
        """Return the counts at the head of a report, each with its name."""
        return [
            ("Commitments", counts.total),
            *self.by_status(counts.statuses),
            *self.pressing(counts),
        ]

    def by_status(self, statuses: Mapping[Status | None, int]) -> list[tuple[str, int]]:
        """Return how many commitments were reported to have each status, each with its name."""
        return [(self.words.status(each).capitalize(), number) for each, number in statuses.items()]

    def pressing(self, counts: Figures) -> list[tuple[str, int]]:
        """Return the counts of what somebody should look at, each with its name."""
        return [
            ("Overdue", counts.overdue),
            (f"Due within {DUE_SOON_DAYS} days", counts.due_soon),
            ("Review due", counts.review_due),
            ("Completed without evidence", counts.completed_without_evidence),
            ("Completed on one side's word", counts.on_one_word),
            ("To confirm", counts.to_confirm),
            ("Sides that differ", counts.sides_differ),
        ]

    def nothing(self, report: Report) -> str:
        """Return why a report has no commitments, "" if it has some."""
        return (
            f"No commitments: {self.words.lists.why_nothing(report.nothing)}."
            if report.nothing
            else ""
        )

    def window(self, days: Window) -> str:
        """Return the heading of what happened in a window of days."""
        if days.meeting is not None:
            return f"Progress since {days.meeting.name} ({self.words.day(days.first)})"
        return (
            "Progress" if days.first == date.min else f"Progress since {self.words.day(days.first)}"
        )

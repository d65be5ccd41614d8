"""Names of columns, of facts and of sections."""

from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.groups import Agenda, Grouping
from jcm_ledger.rules.standing import DUE_SOON_DAYS

_AGENDA = {
    Agenda.OVERDUE: "Overdue",
    Agenda.NEXT_30: "Next 30 days",
    Agenda.NEXT_60: "31 to 60 days",
    Agenda.NEXT_90: "61 to 90 days",
    Agenda.LATER: "Later",
    Agenda.REVIEW_DUE: "Review due",
    Agenda.UNDATED: "Undated",
    Agenda.MET: "Met",
    Agenda.CLOSED: "Closed",
}
_GROUPINGS = {
    Grouping.TIMING: "No timing",
    Grouping.OWNER: "No owner",
    Grouping.THEME: "No theme",
    Grouping.SIDE: "No side",
    Grouping.MEETING: "No meeting",
}


class EnglishLabels(EnglishRoom):
    """Names of columns, of facts and of sections."""

    COMMITMENT, COMMITMENTS, TITLE = "Commitment", "Commitments", "Title"
    OWNERS, OWNER, BODY, SIDE = "Owners", "Owner", "Body", "Side"
    DEADLINE, TIMING, STATUS, WHY = "Deadline", "Timing", "Status", "Why"
    THEME, MEETING, KIND, ID = "Theme", "Meeting", "Kind", "Id"
    SOURCE, WORDING, UNDER, FRAMEWORK = "Source", "Wording", "Under", "Framework"
    STATED, REVIEW_BY, ON_FILE = "Deadline as stated", "Review by", "On file"
    LAST_ENTRY, LAST_ON_FILE, LAST_HEARD = "Last entry", "Last on file", "Last heard from"
    OPEN, OVERDUE, COMPLETED = "Open", "Overdue", "Completed"
    SOON = f"Due within {DUE_SOON_DAYS} days"
    EVIDENCE, STATEMENT, JOURNAL, AGE = "Evidence", "Statement", "Journal", "Age"
    NONE, NONE_STATED, NEVER = "none", "none stated", "never"
    REPORTED, IT_REPORTED = "What was reported", "What it reported"

    FIGURES, IN_BRIEF, TO_CONFIRM = "Figures", "In brief", "What is to be confirmed"
    BY_DEADLINE, BY_THEME, BY_SIDE, BY_BODY = "By deadline", "By theme", "By side", "By body"
    PROGRESS, TIMELINE, ALL = "Progress", "Timeline", "All commitments"
    ANNEX, EVERY_COMMITMENT = "Annex", "Annex: every commitment"
    EVERY_MEETING = "Annex: every meeting"
    NOTHING_NEW = "Nothing was put on file in these days."

    @staticmethod
    def of_side(label: str, side: str) -> str:
        """Return the name of what is a side's own: "Status, UK"."""
        return f"{label}, {side}"

    @staticmethod
    def under(framework: str) -> str:
        """Return under which framework something is done."""
        return f"under {framework}"

    @staticmethod
    def review_by(day: str) -> str:
        """Return by which day something is to be reviewed."""
        return f"review by {day}"

    @staticmethod
    def agenda(group: str) -> str:
        """Return the heading of a group of a list by timing."""
        return _AGENDA[Agenda(group)]

    @staticmethod
    def without(grouping: Grouping) -> str:
        """Return the heading of what has no owner, theme and so on."""
        return _GROUPINGS[grouping]

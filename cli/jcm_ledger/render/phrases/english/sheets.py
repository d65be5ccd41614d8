"""What a workbook says: its sheets, the heads of their columns, and what it is about."""

from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishSheets(EnglishRoom):
    """What a workbook says: its sheets, the heads of their columns, and what it is about."""

    BRIEF, COMMITMENTS, PROGRESS = "Brief", "Commitments", "Progress"
    BODIES, ABOUT = "Bodies", "About"

    LAST_DAY, DAYS_LEFT, ORIGINAL = "Last day", "Days left", "Original deadline"
    SLIP, PARAGRAPH, SUMMARY = "Slip in days", "Paragraph", "Summary"
    LAST_NOTE, LAST_EVIDENCE = "Last note", "Last evidence"
    DATE, REPORTED_BY, HAPPENED = "Date", "Reported by", "Happened"
    MOVED, HANDED_OVER, NOTE = "Deadline moved to", "Handed over to", "Note"
    COMMISSION, NAME, TO_CONFIRM = "Commission", "Name", "To confirm"

    COMMITTEE, AS_OF, LEDGER = "Committee", "As of", "Ledger"
    SHOWN, NOT_SHOWN = "Shown", "Not shown"
    WHAT_STATUS_IS = "What somebody reported; the latest report counts."
    WHAT_TIMING_IS = "What the calendar says on the day above; a period ends with its last day."

    YES, NO = "yes", "no"

    DAY = "yyyy-mm-dd"
    """How Excel is to write a day (ECMA-376, part 1, 18.8.31)."""
    COUNT = "#,##0"
    """How Excel is to write a number."""

    @staticmethod
    def page(number: str, of: str) -> str:
        """Return which page of how many it is."""
        return f"Page {number} of {of}"

    def everything(self, total: int) -> str:
        """Return that all commitments are shown."""
        return f"all {self.words.commitments(total)}"

    @staticmethod
    def period(span: Period) -> str:
        """Return a period as a cell has it: "2024-H1"."""
        return str(span)

    def evidence(self, number: int) -> str:
        """Return the head of the column of an entry's first, second, … piece of evidence."""
        name = self.words.labels.EVIDENCE
        return name if number == 1 else f"{name} {number}"

    OTHER_TITLE, OTHER_SUMMARY = "Title in Japanese", "Summary in Japanese"
    OTHER_NOTE, OTHER_NAME = "Note in Japanese", "Name in Japanese"

    @staticmethod
    def other(english: str | None, japanese: str | None) -> str | None:
        """Return a text in the other language, as far as it stands nowhere else."""
        return japanese if english else None

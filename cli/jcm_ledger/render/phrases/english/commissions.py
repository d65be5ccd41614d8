"""What a commission says in English: the form of the return, the mail, and what was written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from jcm_ledger.model.ledger import Circulation, Committee, Entry, Meeting, Organisation
from jcm_ledger.model.period import Period
from jcm_ledger.model.return_form import (
    HEADINGS,
    LABELS,
    YES,
    FormLanguage,
    HeadCell,
    NoChange,
    ReturnColumn,
)
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases.english.room import EnglishRoom
from jcm_ledger.rules.commissions import Commission
from jcm_ledger.rules.standing import Standing

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class EnglishCommissions(EnglishRoom):
    """The words of a commission in English."""

    see_guide = "The sheet “How to fill in” says how."
    yes_meaning = f"Beside “{LABELS[HeadCell.NIL_RETURN].en}”: there is nothing new on any row."

    untranslated = ""
    """What is said once of what has no translation: an English form has nothing to say of it."""

    recipient_field = "To"
    subject_field = "Subject"

    form_sheet = "Return"
    guide_sheet = "How to fill in"
    page_of_pages = "Page &P of &N"

    status_heading = "To choose from"
    meaning_heading = "What it means"
    example_headings = ("In the column", "For example, work goes on", "For example, a new deadline")

    meanings: Mapping[Status | NoChange, str] = {
        NoChange.NO_CHANGE: "The status on file so far still holds; only where one is on file.",
        Status.NOT_STARTED: "Nobody has begun to work on it.",
        Status.IN_PROGRESS: "Work has begun and goes on.",
        Status.STALLED: "Work has begun, or should have, and waits for something.",
        Status.COMPLETED: "What was promised is done.",
        Status.NOT_PURSUED: "It will not be done, and nothing takes its place.",
        Status.SUPERSEDED: "Another commitment has taken its place.",
    }

    examples: Mapping[ReturnColumn, tuple[str, str]] = {
        ReturnColumn.STATUS: ("in progress", "no change"),
        ReturnColumn.NOTE: (
            "The first workshop was held in Leeds, with 40 participants; a second is planned.",
            "The venue was lost to a flood. Another has been found.",
        ),
        ReturnColumn.HAPPENED: ("14 May 2026", "June 2026"),
        ReturnColumn.EVIDENCE: (
            "https://www.example.org/workshop\nMinutes of the workshop, 14 May 2026",
            "",
        ),
        ReturnColumn.NEW_DEADLINE: ("", "March 2027"),
        ReturnColumn.REASON: ("", "The new venue is free from February on."),
    }

    prompts: Mapping[ReturnColumn, str] = {
        ReturnColumn.HAPPENED: "A day, a month or a year: 14 May 2026, May 2026, 2026.",
        ReturnColumn.EVIDENCE: "Addresses or titles of documents. Alt+Enter begins a new line.",
        ReturnColumn.NEW_DEADLINE: "Only if it moves: 31 March 2027, March 2027, 2027.",
    }
    """What a cell says when it is chosen."""

    head_prompts: Mapping[HeadCell, str] = {
        HeadCell.CLEARED_BY: "Who agreed to this return, if somebody had to: a name or a post.",
        HeadCell.RETURNED: "The day on which you send it: 8 December 2026.",
        HeadCell.REMARKS: "What is about the whole form, and about no row of it.",
    }
    """What a cell above the rows says when it is chosen."""

    not_in_list = "Please choose a word from the list, or leave the cell empty."

    def committee(self, committee: Committee) -> str:
        """Return the name of the committee."""
        return committee.name

    def form_title(self, committee: Committee) -> str:
        """Return the title of the form."""
        return f"Progress on commitments: {committee.name}"

    def body(self, body: Organisation) -> str:
        """Return a body by id and name."""
        return body.id if body.name == body.id else f"{body.name} ({body.id})"

    def day(self, day: date) -> str:
        """Return a date with its weekday: Friday 11 December 2026."""
        return f"{_WEEKDAYS[day.weekday()]} {self.words.day(day)}"

    def promised(self, row: Standing) -> str:
        """Return the title of a commitment and its summary, a line each."""
        return "\n".join(filter(None, (row.commitment.title, row.commitment.summary)))

    def translation(self, row: Standing) -> str:
        """Return the same for beside another language."""
        return self.promised(row)

    def source(self, meeting: Meeting, row: Standing) -> str:
        """Return which meeting made a commitment, and where its statement has it."""
        return "\n".join(
            filter(None, (self.words.meeting_name(meeting), self.words.paragraph(row.commitment)))
        )

    def owners(self, row: Standing) -> str:
        """Return who owns a commitment."""
        return self.words.owners(row)

    def deadline(self, row: Standing) -> str:
        """Return the deadline, the original one, and the words of the statement, a line each."""
        stated = row.commitment.deadline_text
        lines = [self._period(row.deadline) if row.deadline else "none"]
        if row.original is not None and row.original != row.deadline:
            lines.append(f"originally {self._period(row.original)}")
        return "\n".join([*lines, *([f"“{stated}”"] if stated else [])])

    def reported(self, row: Standing) -> str:
        """Return each owning side's status, or that of all, who reported it, and when."""
        return "\n".join(self._reported(row)) if row.journal else self.words.NOTHING_ON_FILE

    def _reported(self, row: Standing) -> Iterator[str]:
        if len(row.owner_sides) < 2:  # noqa: PLR2004 - nothing to tell apart
            yield f"{self.words.status_of(row)}{self._told(row.word)}"
            return
        for side in row.owner_sides:
            entry = row.reports[side]
            status = self.words.status(entry.status if entry else None)
            yield f"{side}: {status}{self._told(entry)}"

    def _told(self, entry: Entry | None) -> str:
        if entry is None:
            return ""
        return f" ({self.words.reporter(entry)}, {self.words.day(entry.date)})"

    def noted(self, entry: Entry) -> str:
        """Return the note of an entry, who made it, and when."""
        return f"{self.words.day(entry.date)}, {self.words.reporter(entry)}: {entry.note}"

    def steps(self, commission: Commission, paper: Circulation) -> Iterator[str]:
        """Yield how the form is filled in, step by step."""
        heading = {column: words.en for column, words in HEADINGS.items()}
        nil, reference = LABELS[HeadCell.NIL_RETURN].en, LABELS[HeadCell.REFERENCE].en
        where = paper.contact or "whoever sent it to you"
        yield (
            "Fill in the tinted cells, a row for each commitment. The other cells are locked: if "
            f"one of them is wrong, please say so under “{heading[ReturnColumn.NOTE]}”."
        )
        yield (
            f"{heading[ReturnColumn.STATUS]}: choose a word from the list. What each means stands "
            "below. A row that you leave empty counts as not answered."
        )
        yield (
            f"{heading[ReturnColumn.NOTE]}: a sentence or two on what is new since the record "
            f"under “{heading[ReturnColumn.ON_FILE]}”."
        )
        yield (
            f"{heading[ReturnColumn.HAPPENED]}: a day, a month or a year: 14 May 2026, May 2026, "
            "2026. Please spell the month: 5/6/2026 is read in two ways."
        )
        yield (
            f"{heading[ReturnColumn.EVIDENCE]}: where it can be read: an address, a document, the "
            "minutes of a meeting. Alt+Enter begins a new line."
        )
        yield (
            f"{heading[ReturnColumn.NEW_DEADLINE]}: only if the deadline moves; the next column "
            "then says why."
        )
        yield (
            f"If there is nothing new on any row, write “{YES.en}” beside “{nil}” and leave the "
            "rows empty."
        )
        yield (
            f"{LABELS[HeadCell.REMARKS].en}, above the rows: what you want to tell us about the "
            "whole form. It is read, and not recorded."
        )
        yield (
            f"You may sort rows, and answer some later. Please keep “{heading[ReturnColumn.REF]}” "
            f"and “{heading[ReturnColumn.CODE]}” in each row, and the {reference.lower()} above: "
            "they only help us to match your answers."
        )
        yield (
            f"Save it as an Excel workbook (.xlsx) and send it to {where} by "
            f"{self.day(commission.reply_by)}."
        )

    def subject(self, committee: Committee, commission: Commission) -> str:
        """Return what the mail is about."""
        return (
            f"For reply by {self.words.day(commission.reply_by)}: commitments of "
            f"{commission.body.id}, {committee.acronym or committee.name}"
        )

    def field(self, names: str, content: str) -> str:
        """Return the line of a text that says what stands in a field of the mail."""
        return f"{names}: {content}"

    def letter(
        self, committee: Committee, paper: Circulation, commission: Commission, workbook: str
    ) -> Iterator[str]:
        """Yield the lines of the mail; a paragraph is a line."""
        body, overdue = commission.body.id, commission.overdue
        many = self.words.count(len(commission.rows), "open commitment")
        late = f", {overdue:,} of them past the deadline" if overdue else ""
        where = f" to {paper.contact}" if paper.contact else ""
        yield f"Dear colleagues at {body},"
        yield ""
        yield (
            f"We are bringing the record of what was agreed in the {committee.name} up to date. "
            f"{body} owns {many}, alone or with others{late}. They are listed below."
        )
        yield ""
        yield (
            f"May we ask you to fill in the attached workbook, {workbook}, and to return it{where} "
            f"by {self.day(commission.reply_by)}? Its second sheet says how. If nothing has "
            "changed, that is an answer too."
        )
        for number, each in enumerate(commission.rows, start=1):
            yield ""
            yield from self._asked(number, each.standing)
        yield ""
        yield f"Our reference: {commission.reference}"
        yield ""
        yield "With kind regards"
        if paper.prepared_by:
            yield paper.prepared_by

    def _asked(self, number: int, row: Standing) -> Iterator[str]:
        where = self.words.paragraph(row.commitment)
        yield f"{number}. {row.commitment.title}{f' ({where})' if where else ''}"
        due = f"{self._period(row.deadline)}; {self.words.timing(row)}" if row.deadline else "none"
        yield f"   Deadline: {due}"
        first, *more = self.reported(row).split("\n")
        yield f"   Status: {first}"
        yield from (f"           {each}" for each in more)

    def language(self, language: FormLanguage) -> str:
        """Return the name of a language of the form."""
        return {"en": "English", "ja": "Japanese", "both": "English and Japanese"}[language]

    def asked_of(self, commission: Commission, language: FormLanguage) -> str:
        """Return who is asked for how much, in which language, and where it is sent to."""
        late = f", {commission.overdue:,} past the deadline" if commission.overdue else ""
        to = f", to {commission.body.contact}" if commission.body.contact else ""
        many = self.words.count(len(commission.rows), "commitment")
        return f"{commission.body.id}: {many}{late}; in {self.language(language)}{to}"

    def without_address(self, bodies: Sequence[str]) -> str:
        """Return which bodies have no contact in the ledger."""
        return f"The ledger has no contact of {self.words.listed(bodies)}: add whom to send it to."

    def how_to_send(self) -> str:
        """Return how the files are sent."""
        return (
            "Each .eml opens as a draft in classic Outlook for Windows. Elsewhere, paste the .txt "
            "into a new mail and attach the .xlsx."
        )

    def only_closed(self) -> str:
        """Return why nobody is asked, where all that was found is closed."""
        return "all of it is closed"

    def wrote(self, files: int, folder: str) -> str:
        """Return how many files were written, and where."""
        return f"Wrote {self.words.count(files, 'file')} to {folder}."

    def would_write(self, files: int, folder: str) -> str:
        """Return how many files would be written, and where, by a run that writes none."""
        return (
            f"Nothing was written. This would write {self.words.count(files, 'file')} to {folder}."
        )

    def _period(self, span: Period) -> str:
        """Return a period by its days or months: "30 June 2024", "January to June 2024"."""
        whole = self.words.in_prose(span)
        return self.words.months(span) if "(" in whole else whole

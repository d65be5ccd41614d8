"""What is said of a table that is imported: what each column becomes, and what is added."""

from collections.abc import Sequence
from datetime import date

from jcm_ledger.model.ledger import Commitment, Entry, Organisation, OwnColumn
from jcm_ledger.render.phrases.english.room import EnglishRoom

_BECOMES = {
    "id": "id",
    "number": "number, in the id",
    "paragraph": "place in the statement",
    "title": "title",
    "title_ja": "title in Japanese",
    "summary": "summary",
    "summary_ja": "summary in Japanese",
    "owners": "owners",
    "theme": "theme",
    "part_of": "the commitment it is a part of",
    "status": "status",
    "date": "date of the report",
    "by": "who reports",
    "on_behalf_of": "for whom it is reported",
    "deadline": "deadline",
    "deadline_text": "deadline in the table's words",
    "happened": "when it took place",
    "note": "note",
    "note_ja": "note in Japanese",
    "evidence": "evidence",
    "meeting": "meeting",
}


class EnglishImports(EnglishRoom):
    """What is said of a table that is imported."""

    COLUMN, HEADING, BECOMES, FIRST = "Column", "Heading", "Becomes", "First rows"
    LAST_REPORT = "Last report"
    QUESTION = "Add them?"

    def table(self, file: str, sheet: str, row: int) -> str:
        """Return which table is read, and where its headings stand."""
        where = f"{file}, sheet {sheet}" if sheet else file
        return f"{where}: the headings stand in row {row}."

    def becomes(self, key: str, day: date | None, side: str | None) -> str:
        """Return what a column becomes: the key that it fills, of a day or of a side."""
        words = _BECOMES.get(key, key)
        if day is not None:
            return f"{words} on {self.words.short_day(day)}"
        return f"{words} ({side})" if side else words

    def own_column(self, name: str, *, new: bool) -> str:
        """Return that a column becomes one of one's own."""
        return f"[field.{name}], new" if new else f"[field.{name}]"

    def deadline(self, commitment: Commitment) -> str:
        """Return the deadline of a row, else what the table says of it, else ""."""
        deadline = commitment.deadline
        if deadline is None:
            return self.words.stated(commitment)
        return self.words.period(deadline.period) if deadline.period else str(deadline)

    def reported(self, entry: Entry) -> str:
        """Return what is reported of a row, and as of when: "in progress, 2024-06-30"."""
        return f"{self.words.status(entry.status)}, {self.words.short_day(entry.date)}"

    def adds(self, commitments: int, entries: int, bodies: int, columns: int, rows: int) -> str:
        """Return what is added of a number of rows."""
        count = self.words.count
        parts = [self.words.commitments(commitments), count(entries, "entry", "entries")]
        parts += [count(bodies, "new body", "new bodies")] if bodies else []
        own = "new column of your own", "new columns of your own"
        parts += [count(columns, *own)] if columns else []
        return f"From {count(rows, 'row')}: {self.words.listed(parts)}."

    def on_file(self, commitments: int, reports: int) -> str:
        """Return how much of a table is on file already."""
        known = self.words.commitments(commitments)
        return f"On file already: {known} and {self.words.count(reports, 'report')}."

    def nothing(self, file: str) -> str:
        """Return that a table says nothing that is not on file."""
        return f"Nothing to import: all that {file} says is on file."

    def more(self, number: int) -> str:
        """Return how many are not shown."""
        return f"… and {number:,} more"

    def body(self, body: Organisation, *, undecided: bool) -> str:
        """Return a new body with its name and side, unless that is undecided."""
        name = "" if body.name == body.id else f", {body.name}"
        side = "nothing says its side" if undecided else self.words.side_of(body)
        return f"New body: {body.id}{name} ({side})"

    def column(self, column: OwnColumn) -> str:
        """Return a new column of one's own."""
        return f"New column of your own: [field.{column.id}], {column.title}"

    def comment(self, place: str, text: str) -> str:
        """Return that a comment is not imported."""
        return f"{place}: the comment is not imported: {text}"

    def struck(self, place: str, text: str) -> str:
        """Return that what is struck through is imported."""
        return f"{place}: what is struck through is imported too: {text}"

    def hidden(self, row: str) -> str:
        """Return that a hidden row is imported."""
        return f"row {row}: it is hidden, and imported too"

    def hidden_column(self, column: str) -> str:
        """Return that a hidden column is imported."""
        return f"column {column}: it is hidden, and imported too"

    def left_out(self, row: str, text: str) -> str:
        """Return that a row is left out."""
        return f"row {row}: it is no row of the table, and left out: {text}"

    def as_words(self, place: str, text: str) -> str:
        """Return that a deadline is kept in words."""
        return f"{place}: no date, kept as the deadline's wording: {text}"

    def differs(self, row: str, what: str) -> str:
        """Return that a row says something else than the ledger, which stays as it is."""
        return f"row {row}: the ledger says otherwise, and stays as it is: {what}"

    def asks_side(self, name: str, sides: Sequence[str]) -> str:
        """Return the question of which side a new body is."""
        return f"Side of {name} ({', '.join(sides)}; nothing for a body outside the committee)"

    def added(self, commitments: int, entries: int, bodies: int, columns: int, file: str) -> str:
        """Return what was added."""
        count = self.words.count
        parts = [self.words.commitments(commitments), count(entries, "entry", "entries")]
        parts += [count(bodies, "body", "bodies")] if bodies else []
        parts += [count(columns, "column")] if columns else []
        return f"Added {self.words.listed(parts)} from {file}. See them: jcm list"

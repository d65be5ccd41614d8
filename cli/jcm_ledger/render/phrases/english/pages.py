"""What a page or document of a report says beside its outline: notes, labels of fields."""

from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishPages(EnglishRoom):
    """What a page or document of a report says beside its outline: notes, labels of fields."""

    SKIP = "Skip to the report"
    SECTIONS = "Sections"
    BACK = "back"
    """The link of a dossier to where its commitment is first named."""
    NARROW = "Narrow the table"
    SOUGHT = "Words"
    ANY = "any"
    SHOW_ALL = "Show all"
    NONE_FITS = "No commitment fits all of these choices."
    PRINT = "Print this one"
    IN_TABLE = "In the table"
    OF_ITS_OWN = "Page of its own"
    HOME = "The whole report"
    PERMALINK = "Link to this commitment"
    ON = "{by} on {about}"
    """Who put something on file, and about which commitment."""
    ALL_IN = "All of them are in {table}."
    THE_TABLE = "the table"

    def meetings(self, number: int) -> str:
        """Return how many meetings there are."""
        return self.words.count(number, "meeting")

    def earlier_meetings(self, number: int) -> str:
        """Return that a document has more meetings than its head."""
        return f"And {self.words.count(number, 'earlier meeting')}: the annex has them all."

    def shown(self, number: str, total: str) -> str:
        """Return how many rows of a table are shown, of numbers that are written already."""
        return f"{number} of {total} shown"

    def at(self, label: str, host: str) -> str:
        """Return what a link is called, and whose page it leads to."""
        return f"{label} at {host}"

    def worst(self, number: int, total: int) -> str:
        """Return that only the first rows of a table stand here, the worst ones."""
        return f"The worst {number} of {total:,}."

    def first_drawn(self, number: int, total: int) -> str:
        """Return that only the first bars of a timeline are drawn."""
        of = self.words.count(total, "commitment")
        return f"Drawn are the first {number} of {of}, open ones first, by deadline."

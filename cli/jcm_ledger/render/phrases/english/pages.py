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
    THE_TABLE = "the table"
    LANGUAGE, IN_BOTH = "Language", "Both"
    """What the choice of a language is called, and the choice of both."""

    def meetings(self, number: int) -> str:
        """Return how many meetings there are."""
        return self.words.count(number, "meeting")

    def earlier_meetings(self, number: int) -> str:
        """Return that a document has more meetings than its head."""
        return f"And {self.words.count(number, 'earlier meeting')}: the annex has them all."

    def on(self, by: str, about: str) -> str:
        """Return who put something on file, and about which commitment."""
        return f"{by} on {about}"

    def all_in(self, table: str) -> str:
        """Return where all of them are of which the first stand here."""
        return f"All of them are in {table}."

    def beside(self, owners: str, timing: str) -> str:
        """Return whose something is, and what the calendar says of it, in one line."""
        return f"{owners} · {timing}"

    def cited(self, title: str, what: str) -> str:
        """Return what somebody cited that is no address of the web: its title and what it is."""
        return f"{title} ({what})"

    def dated(self, when: str, about: str) -> str:
        """Return what an entry begins with: its day, and what it is about where that is told."""
        return f"{when}, {about}" if about else when

    def entry(self, dated: str, by: str, news: str) -> str:
        """Return an entry as a sentence: how it begins, then who reported what, "" for a note."""
        return f"{dated}, {by}: {news}." if news else f"{dated}, {by}."

    def identified(self, title: str, commitment: str) -> str:
        """Return a commitment by its title and its id."""
        return f"{title} ({commitment})"

    def published(self, meeting: str, statements: str) -> str:
        """Return a meeting, and where its statement is published."""
        return f"{meeting} ({statements})"

    def before_list(self, name: str) -> str:
        """Return what a list is called, in the line above it."""
        return f"{name}:"

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

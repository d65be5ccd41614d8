"""What a Word document says beside its outline: its foot, and what links and runs stand in."""

from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishDocuments(EnglishRoom):
    """What a Word document says beside its outline: its foot, and what links and runs stand in.

    What a method is given may be a link or a run that the document puts into its place.
    """

    LANGUAGE = "en-GB"
    """The language of the document among its properties (BCP 47)."""

    @staticmethod
    def numbered(running: str, page: str, pages: str) -> str:
        """Return what stands under every page: the report, and which page of how many it is."""
        return f"{running} · page {page} of {pages}"

    @staticmethod
    def statements(meeting: str, *links: str) -> str:
        """Return a meeting with the links to what was stated there."""
        return f"{meeting} ({', '.join(links)})" if links else meeting

    @staticmethod
    def label(name: str) -> str:
        """Return the name of facts that stand after it in the same line."""
        return f"{name}: "

    def facts(self, *facts: str) -> str:
        """Return facts in one line."""
        return self.words.clauses(facts)

    @staticmethod
    def dated(when: str) -> str:
        """Return the day that an entry begins with."""
        return f"{when}, "

    @staticmethod
    def reported(about: str, by: str, news: str) -> str:
        """Return what somebody put on file about a commitment, "" for a note alone."""
        return f"{about}, {by}: {news}." if news else f"{about}, {by}."

    @staticmethod
    def heard(when: str, by: str) -> str:
        """Return when something was put on file, and by whom."""
        return f"{when}, {by}"

    @staticmethod
    def told(heard: str, news: str) -> str:
        """Return what was put on file then, "" for a note alone."""
        return f"{heard}: {news}." if news else f"{heard}."

    @staticmethod
    def then(sentence: str) -> str:
        """Return a sentence as it follows another one."""
        return f" {sentence}"

    @staticmethod
    def cited(*links: str) -> str:
        """Return what an entry cites, after what it says."""
        return f" {', '.join(links)}"

    def listed(self, *links: str) -> str:
        """Return what is cited, in a row."""
        return self.words.joined(links)

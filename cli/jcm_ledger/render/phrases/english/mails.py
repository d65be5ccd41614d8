"""How the text of a mail joins what a table has in columns."""

from collections.abc import Iterable

from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishMails(EnglishRoom):
    """How the text of a mail joins what a table has in columns."""

    def joined(self, parts: Iterable[str]) -> str:
        """Return short statements in one line."""
        return "; ".join(parts)

    def sources(self, cited: Iterable[tuple[str, str]]) -> str:
        """Return what was cited, a title and an address each, in full: a text has no links."""
        return ", ".join(" ".join(filter(None, each)) for each in cited)

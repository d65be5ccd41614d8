"""How the text of a mail joins what a table has in columns."""

from collections.abc import Iterable

from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapaneseMails(JapaneseRoom):
    """How the text of a mail joins what a table has in columns."""

    def joined(self, parts: Iterable[str]) -> str:
        """Return short statements in one line, apart from the names in a row within them."""
        return "　".join(parts)

    def sources(self, cited: Iterable[tuple[str, str]]) -> str:
        """Return what was cited in full; a wide blank ends an address, as 、 would not."""
        return "　".join("：".join(filter(None, each)) for each in cited)

"""Whose paper a report is: who prepared it, whom to ask, and who gets it."""

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapanesePapers(JapaneseRoom):
    """Whose paper a report is: who prepared it, whom to ask, and who gets it."""

    MARKING = "取扱区分"

    def particulars(self, of: Circulation) -> list[tuple[str, str]]:
        """Return what is said of a paper, each under its name; nothing of what is not set."""
        named = (
            ("作成者", of.prepared_by),
            ("連絡先", of.contact),
            ("配布先", of.distribution),
        )
        return [(name, value) for name, value in named if value]

    def lines(self, of: Circulation) -> list[str]:
        """Return the same in lines: 「作成者：国際科学課」."""
        return [f"{name}：{value}" for name, value in self.particulars(of)]

"""Whose paper a report is: who prepared it, whom to ask, and who gets it."""

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishPapers(EnglishRoom):
    """Whose paper a report is: who prepared it, whom to ask, and who gets it."""

    MARKING = "Marking"

    def particulars(self, of: Circulation) -> list[tuple[str, str]]:
        """Return what is said of a paper, each under its name; nothing of what is not set."""
        named = (
            ("Prepared by", of.prepared_by),
            ("Contact", of.contact),
            ("Distribution", of.distribution),
        )
        return [(name, value) for name, value in named if value]

    def lines(self, of: Circulation) -> list[str]:
        """Return the same in lines: "Prepared by: International Science Unit"."""
        return [f"{name}: {value}" for name, value in self.particulars(of)]

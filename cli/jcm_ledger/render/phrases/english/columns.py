"""Heads of the columns of data. English has the names that programs read."""

from jcm_ledger.model.ledger import OwnColumn
from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishColumns(EnglishRoom):
    """Heads of the columns of data: the names that programs read."""

    @staticmethod
    def head(name: str) -> str:
        """Return the head of a column of standings by its name."""
        return name

    @staticmethod
    def status(name: str, _side: str) -> str:
        """Return the head of the column of the status that a side reported."""
        return name

    @staticmethod
    def field(name: str, _declared: OwnColumn) -> str:
        """Return the head of the column of a key that the ledger declares."""
        return name

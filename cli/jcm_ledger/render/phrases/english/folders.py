"""What the pages of a folder say beside what the report says."""

from datetime import date

from jcm_ledger.model.ledger import Organisation
from jcm_ledger.model.text import is_japanese
from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishFolders(EnglishRoom):
    """What the pages of a folder say beside what the report says."""

    DOSSIER = "Everything on file"
    BODY = "On this day"
    OWNED = "What it owns"

    @staticmethod
    def title(body: Organisation) -> str:
        """Return the title of the page of a body: its name, and its id."""
        return body.name if body.name == body.id else f"{body.name} ({body.id})"

    @staticmethod
    def other_names(body: Organisation) -> list[str]:
        """Return its names in another language."""
        return [body.name_ja] if body.name_ja and is_japanese(body.name_ja) else []

    def as_of(self, of: date) -> str:
        """Return of which day a page tells."""
        return f"As of {self.words.day(of)}"

    def body(self, side: str, heard: date | None) -> str:
        """Return the side of a body, and when it was last heard from."""
        return (
            f"{side}; last heard from {self.words.day(heard)}."
            if heard
            else f"{side}; never heard from."
        )

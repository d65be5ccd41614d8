"""A room of the English phrases: those of one kind of document or page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jcm_ledger.render.phrases.english import English


class EnglishRoom:
    """Phrases that few pages say; `words` has those that all of them say."""

    def __init__(self, words: "English") -> None:
        self.words = words

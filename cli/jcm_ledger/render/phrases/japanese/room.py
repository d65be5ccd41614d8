"""A room of the Japanese phrases: those of one kind of document or page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jcm_ledger.render.phrases.japanese import Japanese


class JapaneseRoom:
    """Phrases that few pages say; `words` has those that all of them say."""

    def __init__(self, words: "Japanese") -> None:
        self.words = words

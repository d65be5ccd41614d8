"""What a report says of the data that go with it."""

from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishAttachments(EnglishRoom):
    """What a report says of the data that go with it."""

    TITLE = "Data"
    DATA = "The commitments of this report with their standing, as jcm export writes them:"

    def too_many(self, commitments: int) -> str:
        """Return why a page does not hold its data, and what to do instead."""
        many = self.words.count(commitments, "commitment")
        return f"The data of {many} are too large for a page: jcm export writes them to a file."

    def size(self, bytes_: int) -> str:
        """Return how large a file is, in whole kilobytes (of 1,000 bytes)."""
        return f"{-(-bytes_ // 1000):,} kB"

    def file(self, label: str, length: str) -> str:
        """Return what a file is called: its format and its size."""
        return f"{label} ({length})"

"""What a check says: each finding in a line, its hint, and a summary."""

from jcm_ledger.model.finding import Finding
from jcm_ledger.render.phrases.english.room import EnglishRoom


class EnglishFindings(EnglishRoom):
    """What a check says: each finding in a line, its hint, and a summary."""

    @staticmethod
    def line(of: Finding) -> str:
        """Return a finding as "file:line: severity: sentence [code]"."""
        return f"{of.file}:{of.line}: {of.severity}: {of.message} [{of.code}]"

    @staticmethod
    def hint(of: Finding) -> str:
        """Return what to do about a finding, "" if there is nothing to say."""
        return of.hint

    @staticmethod
    def more(number: int) -> str:
        """Return how many findings are not listed, and where they are."""
        return f"… and {number:,} more; --format json has them all"

    def summary(self, ledger: str, errors: int, warnings: int, ignored: int) -> str:
        """Return how many errors and warnings a ledger has, and how many it says to ignore."""
        count = self.words.count
        total = f"{count(errors, 'error')}, {count(warnings, 'warning')}"
        hidden = f"; {count(ignored, 'warning')} ignored" if ignored else ""
        return f"{ledger}: {total if errors or warnings else 'nothing found'}{hidden}."

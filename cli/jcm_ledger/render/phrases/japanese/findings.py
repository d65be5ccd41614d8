"""What a check says: each finding in a line, its hint, and a summary."""

from jcm_ledger.model.finding import Finding, Severity
from jcm_ledger.render.phrases.japanese.messages import japanese
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom

SEVERITIES: dict[Severity, str] = {Severity.ERROR: "エラー", Severity.WARNING: "警告"}


class JapaneseFindings(JapaneseRoom):
    """What a check says: each finding in a line, its hint, and a summary."""

    @staticmethod
    def line(of: Finding) -> str:
        """Return a finding as 「file:line: エラー：… [code]」, whose beginning programs read."""
        message = japanese(of.message) or of.message
        return f"{of.file}:{of.line}: {SEVERITIES[of.severity]}：{message} [{of.code}]"

    @staticmethod
    def hint(of: Finding) -> str:
        """Return what to do about a finding, "" if there is nothing to say."""
        return japanese(of.hint) or of.hint

    @staticmethod
    def more(number: int) -> str:
        """Return how many findings are not listed, and where they are."""
        return f"ほか{number:,}件（全件は--format json）"

    def summary(self, ledger: str, errors: int, warnings: int, ignored: int) -> str:
        """Return how many errors and warnings a ledger has: 「commitments.toml：エラー2件…」."""
        total = f"エラー{errors:,}件、警告{warnings:,}件" if errors or warnings else "指摘なし"
        hidden = f"（ほかに除外した警告{ignored:,}件）" if ignored else ""
        return f"{ledger}：{total}{hidden}"

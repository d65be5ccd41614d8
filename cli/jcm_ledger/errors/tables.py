"""What can be wrong with tables: several failures together, lines of standard input."""

from collections.abc import Sequence

from jcm_ledger.errors import LedgerError


class BadTable(LedgerError):
    """A table on standard input, or a row of it, that makes no sense."""

    reason: str
    hint: str = "the first line names the columns; each row has a cell for each, or blanks"

    def __str__(self) -> str:
        return self.reason


class InLine(LedgerError):
    """What is wrong with a line of standard input; lines count from 1. Nothing was recorded."""

    line: int
    failure: LedgerError

    def __str__(self) -> str:
        return f"standard input, line {self.line}: {self.failure}"

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self.failure.hint


class Several(LedgerError):
    """Failures that are told together: the first of `number`."""

    failures: Sequence[LedgerError]
    number: int


class InLines(Several):
    """What is wrong with several lines of standard input: the first `failures` of `number`."""

    def __str__(self) -> str:
        return f"{self.number:,} lines of standard input cannot be recorded; nothing was"

"""What keeps a reviewed draft from being adopted."""

from collections.abc import Sequence

from jcm_ledger.errors import LedgerError

_MOST_TOLD = 50


class CannotReadDraft(LedgerError):
    """A file that cannot be read as a draft."""

    name: str
    reason: str
    hint: str = "name a draft in TOML, as drafting writes it"

    def __str__(self) -> str:
        return f"{self.name}: no draft can be read from it: {self.reason}"


class RefusedDraft(LedgerError):
    """A draft that cannot be adopted as it is; `problems` are sentences with file and line."""

    name: str
    problems: Sequence[str]
    hint: str = "correct it, and adopt it again"

    def __str__(self) -> str:
        number = len(self.problems)
        count = f"{number:,} problems" if number > 1 else "a problem"
        lines = [f"{self.name} has {count}, and nothing was added:", *self.problems[:_MOST_TOLD]]
        more = [f"… and {number - _MOST_TOLD:,} more"] if number > _MOST_TOLD else []
        return "\n".join([*lines, *more])

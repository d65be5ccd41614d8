"""Why the last entry of a ledger is not taken back."""

from jcm_ledger.errors import InvalidLedger, LedgerError, typed


class NothingToUndo(LedgerError):
    """A ledger whose last entry is not there to be taken back."""

    name: str
    reason: str
    hint: str = "put it right with a later entry"

    def __str__(self) -> str:
        return f"{self.name}: no entry to take back: {self.reason}"


class Committed(NothingToUndo):
    """A last entry that git has; `where` says in what."""

    def __init__(self, name: str, where: str) -> None:
        super().__init__(name, f"git has the last entry already, in {where}")
        self.where = where


class Staged(NothingToUndo):
    """A last entry that is staged: the next commit would have it, whatever the file says."""

    def __init__(self, name: str) -> None:
        reason = "git has the last entry already, staged for the next commit"
        super().__init__(name, reason, f"git reset --quiet -- {typed(name)}")


class NotAsked(LedgerError):
    """A last entry that git may have: it could not be asked, and `failure` tells why."""

    name: str
    failure: LedgerError

    def __str__(self) -> str:
        reason = str(self.failure).removeprefix(f"{self.name}: ")
        return f"{self.name}: the entry stays: git has to be asked whether it has it, and {reason}"

    @property
    def hint(self) -> str:
        """How to have git answer, or how to do without."""
        return self.with_first(self.failure.hint)

    def with_first(self, hint: str) -> str:
        """Return what to do next, where `hint` says how to mend what kept git from answering."""
        later = "put the entry right with a later one"
        first = "" if isinstance(self.failure, InvalidLedger) else hint.rstrip(".")
        return f"{first}; or {later}" if first else later

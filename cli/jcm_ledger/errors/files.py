"""What keeps a file from being read or written."""

from collections.abc import Sequence
from pathlib import Path

from jcm_ledger.errors import LedgerError, home_hint, typed


class CannotRead(LedgerError):
    """A ledger that cannot be opened."""

    name: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.name}: cannot be read: {self.reason}"


class NoSuchFile(CannotRead):
    """A ledger that is not there."""

    def __init__(self, name: str, path: Path) -> None:
        hint = home_hint(name) or "make one, or name another"
        super().__init__(name, "there is no such file", hint)
        self.path = path


class IsFolder(CannotRead):
    """A folder that stands where a ledger is expected; `ledger` is its place in the folder."""

    def __init__(self, name: str, ledger: Path) -> None:
        hint = f"make a ledger in it and name the file: {ledger}"
        if name_is_taken := ledger.parent.name == ledger.name:
            hint = "give the folder another name, or name the ledger"
        super().__init__(name, "it is a folder", hint)
        self.ledger = ledger
        self.name_is_taken = name_is_taken


class NoFile(CannotRead):
    """A pipe or a device, which jcm does not wait for."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "it is a pipe or a device", "name a file")


class TooLarge(CannotRead):
    """A file that is larger than a ledger is expected to be. Sizes are in bytes."""

    def __init__(self, name: str, size: int, limit: int, variable: str) -> None:
        needed = -(-size // 1_000_000)
        super().__init__(
            name,
            f"it has {needed:,} MB, and more than {limit // 1_000_000:,} are not read by mistake",
            f"if it is a ledger, raise the limit: {variable}={needed}",
        )
        self.size, self.limit, self.variable = size, limit, variable


class CannotWrite(LedgerError):
    """A write that failed; the file is as it was."""

    name: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.name}: not written: {self.reason}"


class HalfDone(LedgerError):
    """A write that failed after a part of it, which could not be taken back; `left` names that."""

    left: Sequence[str]
    because: BaseException
    code = 70  # 3 would say that nothing changed

    def __str__(self) -> str:
        return f"{self.because}; and what was changed before could not be taken back"

    @property
    def hint(self) -> str:
        """What to look at."""
        return f"look at {', '.join(self.left)}"


class Rescued(LedgerError):
    """A write between two writes of other programs, of which only the later is in the file.

    `kept` is the name of the file that has the earlier one.
    """

    name: str
    kept: str
    code = 70  # what was to be written is there; 3 would have it written twice

    def __str__(self) -> str:
        return f"{self.name}: other programs wrote to it in the same moment, one over the other"

    @property
    def hint(self) -> str:
        """What to add, and where it is."""
        return f"what you recorded is there; what one of them wrote is kept in {self.kept}: add it"


class CutOff(LedgerError):
    """A write that was killed in the moment in which another program saved the ledger.

    `kept` is the name of the file that has what was saved.
    """

    name: str
    kept: str
    hint = "add what the ledger lacks of it, then repeat the command"

    def __str__(self) -> str:
        return (
            f"{self.name}: a write was killed just when another program saved the file; what that "
            f"saved is kept in {self.kept}"
        )


class AlreadyThere(LedgerError):
    """A file that would have been written over."""

    name: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.name} exists already and was left as it is"


class LockedLedger(LedgerError):
    """A ledger that somebody else is writing to; `holder` says who, as far as is known.

    `claim` is the file that says so, where no lock of the system does.
    """

    name: str
    seconds: float
    holder: str = ""
    claim: str = ""

    def __str__(self) -> str:
        who = f" ({self.holder})" if self.holder else ""
        return f"{self.name}: another jcm{who} has been writing to it for {self.seconds:g} seconds"

    @property
    def hint(self) -> str:
        """What to do about who writes to it."""
        if self.claim:
            gone = f"if that process is not there any more: rm {typed(self.claim)}"
            return f"wait and try again; {gone}"
        return "wait and try again; end that process if it hangs"

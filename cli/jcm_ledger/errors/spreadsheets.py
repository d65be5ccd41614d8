"""What keeps a spreadsheet from being read."""

from jcm_ledger.errors.files import CannotRead
from jcm_ledger.errors.tables import InLines


class NotASpreadsheet(CannotRead):
    """A file that is something else; `what` says what it is, `instead` what to hand in."""

    def __init__(self, name: str, what: str, instead: str) -> None:
        super().__init__(name, f"it is {what}", instead)
        self.what, self.instead = what, instead


class OversizedSpreadsheet(CannotRead):
    """A spreadsheet with more in it than anybody filled in; `what` says what is too large."""

    def __init__(self, name: str, what: str, instead: str) -> None:
        super().__init__(name, what, instead)
        self.what, self.instead = what, instead


class BrokenSpreadsheet(CannotRead):
    """A spreadsheet that cannot be understood; `fault` is what is wrong with it."""

    def __init__(
        self,
        name: str,
        fault: str,
        instead: str = "open it in a spreadsheet program, save it again as .xlsx, and use that",
    ) -> None:
        super().__init__(name, fault, instead)
        self.fault, self.instead = fault, instead


class UnreadableText(CannotRead):
    """A text file whose letters cannot be told: in no encoding that is tried, or doubtful."""

    def __init__(self, name: str, fault: str) -> None:
        hint = "save it as .xlsx, or as UTF-8: in Excel, “CSV UTF-8” among the types of files"
        super().__init__(name, fault, hint)
        self.fault = fault


class UnreadableFiles(InLines):
    """Several files that cannot be read; `failures` say why, one each."""

    def __str__(self) -> str:
        return f"{self.number:,} files cannot be read; nothing was recorded"

"""Finding: one thing that reading or checking a ledger found."""

from enum import StrEnum

from msgspec import Struct

Where = tuple[str | int, ...]
"""The way to a value: ("commitment", "talks", "deadline"), ("progress", 3); () is the file."""


class Severity(StrEnum):
    """An error makes `check` fail; a warning does so only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Struct, frozen=True, kw_only=True):
    """One thing found. `line` counts from 1; 0 while the place is known by `where` alone."""

    severity: Severity
    code: str
    where: Where
    message: str
    hint: str = ""
    commitment: str | None = None
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"

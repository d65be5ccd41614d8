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
    """One thing found. `line` counts from 1; 0 while the place is known by `where` alone.

    `commitment` is the id of the commitment it is about, None where it is about no single one.
    """

    severity: Severity
    code: str
    where: Where
    message: str
    hint: str = ""
    commitment: str | None = None
    file: str = ""
    line: int = 0

    @classmethod
    def error(
        cls, code: str, where: Where, message: str, hint: str = "", commitment: str | None = None
    ) -> "Finding":
        """Return a finding that makes `check` fail."""
        return _finding(Severity.ERROR, code, where, message, hint, commitment)

    @classmethod
    def warning(
        cls, code: str, where: Where, message: str, hint: str = "", commitment: str | None = None
    ) -> "Finding":
        """Return a finding that makes `check --strict` fail."""
        return _finding(Severity.WARNING, code, where, message, hint, commitment)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


def _finding(  # noqa: PLR0913, PLR0917 - the columns of a finding, in their order
    severity: Severity, code: str, where: Where, message: str, hint: str, commitment: str | None
) -> Finding:
    return Finding(
        severity=severity,
        code=code,
        where=where,
        message=message,
        hint=hint,
        commitment=commitment,
    )


def label(where: Where) -> str:
    """Return what people call the table at the beginning of a path, "" for the file itself."""
    if where[:1] == ("progress",) and len(where) > 1:
        return f"progress entry {int(where[1]) + 1}"
    return " ".join(str(part) for part in where[:2])

"""What can go wrong, one small class per failure.

`str` says what is wrong and where, `hint` what to do next, in words that hold in a notebook too:
`commands.hints` says how a hint is followed on the command line. What only the command line refuses
is in `commands.refusals`. What comes of files is in `errors.files`, what comes of asking git in
`errors.git`, and why an entry cannot be taken back in `errors.undo`.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, dataclass_transform


def typed(name: str) -> str:
    """Return a name as a shell has to be given it."""
    from shlex import quote  # lazy import: only a hint needs it

    return quote(f"./{name}" if name.startswith("-") else name)


def home_hint(name: str) -> str:
    """Return why a path that begins with ~ leads nowhere, "" for any other."""
    if not name.startswith("~"):
        return ""
    return f"no shell read ~ as your home folder: leave out quotes, and a = before it: {name}"


def listed(names: Sequence[str], most: int = 15) -> str:
    """Return the first names with commas between them, and how many there are beside them."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def all_of(names: Sequence[str]) -> str:
    """Return all names as a sentence has them: "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


@dataclass_transform(eq_default=False)
class LedgerError(Exception):
    """A request that cannot be carried out; nothing was changed. `code` is the exit code.

    The annotations of a subclass name its values, as in a dataclass: an error is made with them
    and keeps them as attributes. Dataclasses are not used because each compiles its methods when it
    is imported, which every command would wait for. Errors can be pickled.
    """

    code = 3
    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = (name for name in cls.__annotations__ if name not in cls._fields)
        cls._fields = (*cls._fields, *own)

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, *named.values())
        vars(self).update(zip(self._fields, values, strict=False), **named)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to copy an error: with its values, without a call of its constructor."""
        return Exception.__new__, (type(self), *self.args), vars(self)

    @property
    def hint(self) -> str:
        """What to do next, "" where nothing is known to help."""
        return ""


class BadPeriod(LedgerError, ValueError):
    """Text that is no period."""

    text: str
    reason: str
    hint = (
        "a period is written 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, 2023-11/2024-03, or "
        "FY2024, FY2024-H1, FY2024-Q3 for a fiscal year from April "
        "(ISO 8601-2 halves and quarters, 2024-40 and 2024-33, are read too)"
    )

    def __str__(self) -> str:
        return f'"{self.text}" is not a period: {self.reason}'


class BadDuration(LedgerError, ValueError):
    """Text that is no length of time."""

    text: str
    hint = "a length of time is written 90d, 2w, 6m or 1y: days, weeks, months or years"

    def __str__(self) -> str:
        return f'"{self.text}" is not a length of time'


class UnknownName(LedgerError):
    """A name that is not among the choices; `near` are those that look like it."""

    what: str
    name: str
    choices: Sequence[str]
    near: Sequence[str] = ()

    def __str__(self) -> str:
        return f'unknown {self.what} "{self.name}"'

    @property
    def hint(self) -> str:
        """The names that look like it, and the first of those it has to be one of."""
        guess = f"did you mean {' or '.join(self.near)}? " if self.near else ""
        return guess + (f"known: {listed(self.choices)}" if self.choices else "the ledger has none")


class UnclearStatus(LedgerError):
    """A word that says too little to be a status; the hint says what to say instead."""

    word: str
    hint: str = ""

    def __str__(self) -> str:
        return f'"{self.word}" is not clear as a status'


class AmbiguousName(LedgerError):
    """The beginning of more than one name; `kind` says of which: "ids" or "names"."""

    what: str
    name: str
    matches: Sequence[str]
    kind: str = "ids"

    def __str__(self) -> str:
        matching = f"{len(self.matches):,} {self.kind}"
        return f'{self.what} "{self.name}" is the beginning of {matching}'

    @property
    def hint(self) -> str:
        """The first of the names that begin so."""
        return f"type more of it: {', '.join(self.matches[:15])}"


class SharedName(LedgerError):
    """A name that more than one has, or that looks like more than one id."""

    what: str
    name: str
    matches: Sequence[str]

    def __str__(self) -> str:
        return f'more than one {self.what} is called "{self.name}"'

    @property
    def hint(self) -> str:
        """The first of the ids that it may mean."""
        return f"give the id as it is spelled: {', '.join(self.matches[:15])}"


class InvalidLedger(LedgerError):
    """A ledger that was opened and makes no sense; `problems` are sentences with file and line."""

    name: str
    problems: Sequence[str]
    hint: str = "nothing was read from it; checking it gives a hint for each of these"

    def __str__(self) -> str:
        number, most = len(self.problems), 50
        count = f"{number:,} problems" if number > 1 else "a problem"
        lines = [f"{self.name} has {count}:", *self.problems[:most]]
        return "\n".join([*lines, *([f"… and {number - most:,} more"] if number > most else [])])


class ConflictedLedger(InvalidLedger):
    """A ledger that git could not merge; its markers stand in the file, or were committed."""

    def __init__(self, name: str, line: int, hint: str) -> None:
        super().__init__(name, [f"{name}:{line}: git's conflict markers stand in it"], hint)
        self.line = line


class ReadOnlyLedger(LedgerError):
    """A write to the built-in ledger."""

    hint = "make a ledger of your own here, then repeat the command"

    def __str__(self) -> str:
        return "the built-in ledger is read-only"


class RefusedEntry(LedgerError):
    """An entry about a commitment that breaks a rule; `rule` is its code among the findings.

    `number` says which of those that were to be added, counted from 0.
    """

    rule: str
    reason: str
    hint: str = ""
    commitment: str = ""
    number: int = 0

    def __str__(self) -> str:
        return self.reason


class RefusedTable(LedgerError):
    """A new table that breaks a rule of the ledger; `rule` is its code among the findings."""

    rule: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return self.reason


class RefusedCommitment(RefusedTable):
    """A new commitment that breaks a rule of the ledger."""


class NoEvents(LedgerError):
    """A calendar that would have no event: RFC 5545, 3.6 has none such, and programs refuse it."""

    reason: str
    hint = "ask for other commitments, or write the data"

    def __str__(self) -> str:
        return f"nothing is written: the calendar would be empty, as {self.reason}"

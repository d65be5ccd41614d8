"""What only the command line refuses; what a ledger or a file refuses is in `errors`."""

from collections.abc import Sequence
from pathlib import Path

from jcm_ledger.errors import LedgerError, UnknownName, typed
from jcm_ledger.model.text import is_id


class BadDate(LedgerError):
    """Text that is no date."""

    text: str
    hint = "a date is written year-month-day: 2024-06-30"

    def __str__(self) -> str:
        return f'"{self.text}" is not a date'


class NotAField(LedgerError):
    """Text that is no column with its value."""

    text: str
    hint = "a column is given with its value: priority=high"

    def __str__(self) -> str:
        return f'"{self.text}" is not KEY=VALUE'


class UnknownOwner(UnknownName):
    """An owner that is no body of the ledger; it may be added."""

    @property
    def hint(self) -> str:
        """The names that look like it, and how to add it."""
        name = typed(self.name) if is_id(self.name) else f"ID --name {typed(self.name)}"
        name += "" if "--name" in name else " --name NAME"
        return f"{super().hint}; or add it: jcm add body {name} --side SIDE"


class DaysReversed(LedgerError):
    """Two days of which the first comes after the last."""

    first: str
    last: str
    hint = "give the earlier day as --from, the later one as --to"

    def __str__(self) -> str:
        return f"{self.first} comes after {self.last}"


class AskedTooLate(LedgerError):
    """A day by which to reply that is before the day of the letter."""

    reply_by: str
    day: str
    hint = "name a later day as --reply-by, or leave it out"

    def __str__(self) -> str:
        return f"nobody can reply by {self.reply_by}: the letters are of {self.day}"


class NoTimeToReply(LedgerError):
    """A day by which to return a commission that is before the day of its issue."""

    reply_by: str
    day: str
    hint = "name a later day as --reply-by"

    def __str__(self) -> str:
        return f"nobody can reply by {self.reply_by}: the commission is issued on {self.day}"


class NobodyToAsk(LedgerError):
    """A commission that would ask nobody; `why` says what left nothing."""

    why: str
    hint = "see what is open, and whose it is: jcm list --open"

    def __str__(self) -> str:
        return f"nobody would be asked: {self.why}"


class NotText(LedgerError):
    """An argument of the command line that is not UTF-8; positions count from 1."""

    position: int
    hint = "type it again in a terminal that is set to UTF-8"

    def __str__(self) -> str:
        return f"argument {self.position} is not UTF-8 text"


class NoFolder(LedgerError):
    """A current folder that is gone."""

    hint = "change to a folder that exists, or name the ledger: --ledger PATH"

    def __str__(self) -> str:
        return "the current folder does not exist any more"


class SystemRefuses(LedgerError):
    """Something that the system did not let jcm do, told in the system's own words."""

    reason: str
    name: str = ""
    hint = "jcm --debug, then the rest of the command line, shows where"

    def __str__(self) -> str:
        reason = self.reason[:1].lower() + self.reason[1:]
        return f"{self.name}: {reason}" if self.name else reason


class NoMemory(LedgerError):
    """Work that needs more memory than there is."""

    hint = "end other programs, or have it done on a larger machine"

    def __str__(self) -> str:
        return "there is not enough memory"


def of_the_system(error: Exception) -> LedgerError | None:
    """Return the refusal for an error of the system, None for a mistake in jcm."""
    if isinstance(error, MemoryError):
        return NoMemory()
    if not isinstance(error, OSError):
        return None
    try:
        Path.cwd()
    except OSError:  # the cause is the missing folder
        return NoFolder()
    return SystemRefuses(error.strerror or str(error), str(error.filename or ""))


class NotOnFileYet(LedgerError):
    """A commitment looked at on a day before it was made; `made` is the meeting that made it."""

    commitment: str
    made: str
    day: str
    hint = "ask as of a later day"

    def __str__(self) -> str:
        return f"{self.commitment} was made at {self.made}, after {self.day}"


class NotHeldYet(LedgerError):
    """A meeting that was to be the beginning, and had not been held."""

    meeting: str
    expected: str
    day: str
    hint = "begin at a date, or at a meeting that was held"

    def __str__(self) -> str:
        return f"{self.meeting} was not held by {self.day}: it is expected {self.expected}"


class NotSaid(LedgerError):
    """Options that have to be given where nobody can be asked."""

    command: str
    options: Sequence[str]
    code = 2

    def __str__(self) -> str:
        return f"{self.command} needs {', '.join(self.options)}"

    @property
    def hint(self) -> str:
        """How to give them, or be asked."""
        them = "them" if len(self.options) > 1 else "it"
        return f"give {them}, or run it in a terminal to be asked: jcm {self.command} --help"


class NotTogether(LedgerError):
    """Options that say different things."""

    first: str
    second: str
    hint: str = ""
    code = 2

    def __str__(self) -> str:
        return f"{self.first} and {self.second} do not go together"


class NotConfirmed(LedgerError):
    """A question that nobody said yes to."""

    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return self.reason


class RefusedReturns(LedgerError):
    """Returns of which something is refused: `number` cells and files, which were told before."""

    number: int
    hint: str = ""

    def __str__(self) -> str:
        if self.number == 1:
            return "nothing was recorded: 1 cell or file is refused"
        return f"nothing was recorded: {self.number:,} cells and files are refused"


class ChangedMeanwhile(LedgerError):
    """A ledger that changed between what was shown of it and a yes."""

    name: str
    hint = "repeat the command, and look at it again"

    def __str__(self) -> str:
        return f"{self.name}: it changed since this was shown; nothing was recorded"


class NoPager(LedgerError):
    """The command in PAGER cannot be run."""

    command: str
    hint = "set PAGER to a pager that is there, or do without: jcm --no-pager, then the command"

    def __str__(self) -> str:
        return f'the pager "{self.command}" cannot be run'


_BY_HAND = "or put what `jcm --show-completion` prints where your shell reads it at its start"


class UnknownShell(LedgerError):
    """A shell that cannot be told, or that jcm cannot teach; `shell` is "" if it cannot be told."""

    shell: str
    hint = "start one of these, and ask again in it"

    def __str__(self) -> str:
        which = "this is not seen to be one of them"
        if self.shell:
            which = f"{self.shell} is not one of them"
        return f"completion can be put in place for bash, zsh and fish, and {which}"


class OnlyByHand(LedgerError):
    """PowerShell, which may not run a script of completion before its policy is loosened."""

    shell: str
    hint = "add it to your profile yourself: jcm --show-completion >> $PROFILE"

    def __str__(self) -> str:
        return f"completion is not put in place for {self.shell}, which may not run scripts"


class NoHome(LedgerError):
    """A variable that does not lead to the folder in which a shell looks for its files."""

    variable: str
    folder: str | None

    def __str__(self) -> str:
        what = f"is {self.folder}, which is no folder" if self.folder else "is not set"
        return f"completion was not put in place: {self.variable} {what}"

    @property
    def hint(self) -> str:
        """What to set, or how to do without."""
        return f"set {self.variable} to the folder of your shell's files, {_BY_HAND}"


class CannotInstall(LedgerError):
    """A file of a shell that cannot be written; nothing was changed."""

    reason: str
    hint = f"make it writable, {_BY_HAND}"

    def __str__(self) -> str:
        return f"completion was not put in place: {self.reason}"

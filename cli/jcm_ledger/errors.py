"""What can go wrong, one small class per failure.

Each says what is wrong and where; `hint` says what to do next. `code` is the exit code.
"""

from collections.abc import Mapping, Sequence


def typed(name: str) -> str:
    """Return a name as a shell has to be given it."""
    from shlex import quote  # noqa: PLC0415 - only a hint pays for it

    return quote(f"./{name}" if name.startswith("-") else name)


def home_hint(name: str) -> str:
    """Return why a path that begins with ~ leads nowhere, "" for any other."""
    if not name.startswith("~"):
        return ""
    return f"no shell read ~ as your home folder: leave out quotes, and a = before it: {name}"


class LedgerError(Exception):
    """A request that cannot be carried out; nothing was changed."""

    code = 3
    hint: str = ""


class BadPeriod(LedgerError, ValueError):
    """Text that is no period."""

    hint = (
        "a period is written 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, 2023-11/2024-03, or "
        "FY2024, FY2024-H1, FY2024-Q3 for a fiscal year from April "
        "(ISO 8601-2 halves and quarters, 2024-40 and 2024-33, are read too)"
    )

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f'"{text}" is not a period: {reason}')


class BadDate(LedgerError):
    """Text that is no date."""

    hint = "a date is written year-month-day: 2024-06-30"

    def __init__(self, text: str) -> None:
        super().__init__(f'"{text}" is not a date')


class BadDuration(LedgerError):
    """Text that is no length of time."""

    hint = "a length of time is written 90d, 2w, 6m or 1y: days, weeks, months or years"

    def __init__(self, text: str) -> None:
        super().__init__(f'"{text}" is not a length of time')


class DaysReversed(LedgerError):
    """Two days of which the first comes after the last."""

    def __init__(self, first: str, last: str) -> None:
        super().__init__(f"{first} comes after {last}")
        self.hint = "give the earlier day as --from, the later one as --to"


class UnknownName(LedgerError):
    """A name that is not among those it has to be one of."""

    most_listed = 15

    def __init__(
        self, what: str, name: str, known: Sequence[str], near: Sequence[str] = ()
    ) -> None:
        super().__init__(f'unknown {what} "{name}"')
        guess = f"did you mean {' or '.join(near)}? " if near else ""
        listed = ", ".join(known[: self.most_listed])
        more = f" and {len(known) - self.most_listed:,} more" if known[self.most_listed :] else ""
        self.hint = guess + (f"known: {listed}{more}" if known else "the ledger has none")


class AmbiguousName(LedgerError):
    """The beginning of more than one name; `kind` says of which: "ids" or "names"."""

    def __init__(self, what: str, name: str, matches: Sequence[str], kind: str = "ids") -> None:
        super().__init__(f'{what} "{name}" is the beginning of {len(matches):,} {kind}')
        self.hint = "type more of it: " + ", ".join(matches[: UnknownName.most_listed])


class SharedName(LedgerError):
    """A name that more than one has, or that looks like more than one id."""

    def __init__(self, what: str, name: str, matches: Sequence[str]) -> None:
        super().__init__(f'more than one {what} is called "{name}"')
        listed = ", ".join(matches[: UnknownName.most_listed])
        self.hint = f"give the id as it is spelled: {listed}"


class NotText(LedgerError):
    """An argument of the command line that is not UTF-8."""

    hint = "type it again in a terminal that is set to UTF-8"

    def __init__(self, position: int) -> None:
        super().__init__(f"argument {position} is not UTF-8 text")


class CannotRead(LedgerError):
    """A ledger that cannot be opened."""

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{name}: cannot be read: {reason}")
        self.hint = hint


class TooLarge(CannotRead):
    """A file that is larger than a ledger is expected to be. Sizes are in bytes."""

    def __init__(self, name: str, size: int, limit: int, variable: str) -> None:
        needed = -(-size // 1_000_000)
        super().__init__(
            name,
            f"it has {needed:,} MB, and more than {limit // 1_000_000:,} are not read by mistake",
            f"if it is a ledger, raise the limit: {variable}={needed}",
        )


class NoFolder(LedgerError):
    """A current folder that is gone."""

    hint = "change to a folder that exists, or name the ledger: --ledger PATH"

    def __init__(self) -> None:
        super().__init__("the current folder does not exist any more")


class SystemRefuses(LedgerError):
    """What the system did not let jcm do, where nothing better is known than its own words."""

    hint = "jcm --debug, then the rest of the command line, shows where"

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(": ".join(filter(None, (name, reason[:1].lower() + reason[1:]))))


class NoMemory(LedgerError):
    """Work that needs more memory than there is."""

    hint = "end other programs, or have it done on a larger machine"

    def __init__(self) -> None:
        super().__init__("there is not enough memory")


class InvalidLedger(LedgerError):
    """A ledger that was opened and makes no sense; `problems` are sentences with file and line."""

    hint = "nothing was read from it; `jcm check` lists these and gives a hint for each"
    most_listed = 50

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        self.problems = problems
        count = f"{len(problems):,} problems" if len(problems) > 1 else "a problem"
        lines = [f"{name} has {count}:", *problems[: self.most_listed]]
        if problems[self.most_listed :]:
            lines.append(f"… and {len(problems) - self.most_listed:,} more")
        super().__init__("\n".join(lines))


class ConflictedLedger(InvalidLedger):
    """A ledger that git could not merge; its markers stand in the file, or were committed."""

    def __init__(self, name: str, line: int, hint: str) -> None:
        super().__init__(name, [f"{name}:{line}: git's conflict markers stand in it"])
        self.hint = hint


class NotOnFileYet(LedgerError):
    """A commitment looked at on a day before it was made."""

    def __init__(self, commitment: str, made: str, day: str) -> None:
        super().__init__(f"{commitment} was made at {made}, after {day}")
        self.hint = "ask as of a later day"


class NotHeldYet(LedgerError):
    """A meeting that was to be the beginning, and had not been held."""

    def __init__(self, meeting: str, expected: str, day: str) -> None:
        super().__init__(f"{meeting} was not held by {day}: it is expected {expected}")
        self.hint = "begin at a date, or at a meeting that was held"


class ReadOnlyLedger(LedgerError):
    """A write to the built-in ledger."""

    def __init__(self) -> None:
        super().__init__("the built-in ledger is read-only")
        self.hint = "make a ledger of your own here, then repeat the command: jcm init ."


class RefusedEntry(LedgerError):
    """An entry about a commitment that breaks a rule; `rule` is its code in `jcm check`."""

    def __init__(self, rule: str, reason: str, hint: str = "", commitment: str = "") -> None:
        super().__init__(rule, reason, hint, commitment)
        self.rule, self.reason, self.hint, self.commitment = rule, reason, hint, commitment

    def __str__(self) -> str:
        return self.reason


class RefusedCommitment(LedgerError):
    """A new commitment that breaks a rule of the ledger; `rule` is its code in `jcm check`."""

    def __init__(self, rule: str, reason: str, hint: str = "") -> None:
        super().__init__(rule, reason, hint)
        self.rule, self.reason, self.hint = rule, reason, hint

    def __str__(self) -> str:
        return self.reason


class NotSaid(LedgerError):
    """Options that have to be given where nobody can be asked."""

    code = 2

    def __init__(self, command: str, options: Sequence[str]) -> None:
        super().__init__(f"{command} needs {', '.join(options)}")
        self.hint = f"give them, or run it in a terminal to be asked: jcm {command} --help"


class NotTogether(LedgerError):
    """Options that say different things."""

    code = 2

    def __init__(self, first: str, second: str, hint: str) -> None:
        super().__init__(f"{first} and {second} do not go together")
        self.hint = hint


class NotConfirmed(LedgerError):
    """A question that nobody said yes to."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.hint = hint


class CannotWrite(LedgerError):
    """A write that failed; the file is as it was."""

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{name}: not written: {reason}")
        self.hint = hint


class HalfDone(LedgerError):
    """A write that failed after a part of it, which could not be taken back; `left` names that."""

    code = 70  # 3 would say that nothing changed

    def __init__(self, left: Sequence[str], because: BaseException) -> None:
        super().__init__(f"{because}; and what was changed before could not be taken back")
        self.left = left
        self.hint = f"look at {', '.join(left)}"


class GitError(LedgerError):
    """What keeps git from answering a question about a ledger."""


class NoGit(GitError):
    """A machine on which git cannot be run."""

    hint = (
        "install it (https://git-scm.com) or have PATH name its folder in full; "
        "jcm diff --from 2024-07-01 compares days without it"
    )

    def __init__(self, reason: str) -> None:
        super().__init__(f"git cannot be run: {reason[:1].lower()}{reason[1:]}")


class NotARepository(GitError):
    """A ledger in a folder that git knows nothing of."""

    def __init__(self, name: str, git_dir: str = "") -> None:
        super().__init__(
            f"{name}: GIT_DIR is set to {git_dir}, which is no git repository"
            if git_dir
            else f"{name} is in no git repository"
        )
        days = "compare days: jcm diff --from 2024-07-01"
        self.hint = (
            "correct it, or do without: unset GIT_DIR"
            if git_dir
            else f"{days}; or make a ledger of your own: jcm init ."
            if name == "built-in"
            else f"make its folder one: git init, git add {typed(name)}, git commit; or {days}"
        )


class GitFailed(GitError):
    """A question that git did not answer, in its own words."""

    def __init__(self, command: str, said: str) -> None:
        first, _, rest = said.removeprefix("fatal: ").partition("\n")
        super().__init__(f"git {command} failed: {' '.join(first.split())}")
        self.hint = " ".join(rest.split())


class NotTrusted(GitError):
    """A repository of another user's, into which git does not look before it is told to."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(
            f"{name}: git does not look into a repository that belongs to another user"
        )
        commands = (line.strip() for line in said.splitlines() if "--add safe.directory" in line)
        self.hint = f"if you trust it: {next(commands, 'git help config, safe.directory')}"


class BrokenRepository(GitError):
    """A .git that is there, and that git cannot read or does not take for a repository."""

    hint = "see that you may read it and that it is whole: git status says the same until it is"

    def __init__(self, name: str, sign: str, said: str) -> None:
        super().__init__(f"{name}: git cannot read the repository it lies in: {sign}")
        if "filesystem boundary" in said:
            self.hint = (
                "git does not look beyond the file system that the ledger is on: "
                "GIT_DISCOVERY_ACROSS_FILESYSTEM=1 lets it"
            )


class UnreadableHead(GitError):
    """A commit that the repository names and that git cannot read."""

    hint = "see what is wrong with the repository: git fsck"

    def __init__(self, name: str, head: str) -> None:
        super().__init__(f"{name}: git cannot read {head} of the repository it lies in")


class OutsideWorkTree(GitError):
    """A ledger in a folder of git's own, or in a bare repository: nothing is checked out there."""

    hint = "name a ledger that is checked out; or compare days: jcm diff --from 2024-07-01"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} lies in a git repository, but where git checks nothing out")


class NotFetched(GitError):
    """What a partial clone does not have and would fetch by programs of its own configuration."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(f"{name}: this clone is partial, and has not fetched what was asked for")
        self.hint = f"have git fetch it: git show {typed(f'REVISION:./{file}')}"


class ForeignFilter(GitError):
    """A ledger that git would check out through a program that only the repository names.

    `commands` are the programs by the keys of git's configuration that name them.
    """

    def __init__(self, what: str, driver: str, commands: Mapping[str, str]) -> None:
        self.commands = commands
        programs = " and ".join(f"`{command}`" for command in commands.values())
        super().__init__(
            f"{what} is kept through the filter {driver}, and this repository's own configuration "
            f"names the program: {programs}. jcm runs none that a repository names"
        )
        own = (f"git config --global {typed(k)} {typed(v)}" for k, v in commands.items())
        self.hint = f"if you trust it, name it in your own configuration: {' && '.join(own)}"


class PointerOnly(GitError):
    """A pointer of Git LFS that stands for a ledger which is not in this clone."""

    hint = "fetch the ledger: git lfs fetch --all"

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} is a pointer of Git LFS, and the ledger it stands for is not in this clone"
        )


class BadRevision(LedgerError):
    """Text that is no revision."""

    hint = "name a commit, a branch or a tag, such as HEAD~1, main or v1.0"

    def __init__(self, revision: str) -> None:
        super().__init__(f'"{revision}" is no revision')


class UnknownRevision(LedgerError):
    """A revision that the repository does not have, or not any more in a shallow clone.

    `born` says whether there is any commit to begin with.
    """

    def __init__(self, revision: str, name: str, *, shallow: bool, born: bool) -> None:
        super().__init__(f'git knows no revision "{revision}" here')
        self.hint = (
            f"there is no commit here yet: git add {typed(name)}, then git commit"
            if not born
            else "this clone is shallow and lacks older commits: git fetch --unshallow"
            if shallow
            else "git log --oneline lists them; a day or a meeting is given as --from"
        )


class NotInRevision(LedgerError):
    """A ledger that a revision does not have."""

    def __init__(self, name: str, revision: str, *, tracked: bool) -> None:
        super().__init__(f"{name} is not in revision {revision}")
        self.hint = (
            f"it came later, or had another name: git log --follow -- {typed(name)}"
            if tracked
            else f"git does not track it: git add {typed(name)}, then git commit"
        )


class CannotMerge(LedgerError):
    """Two ledgers that git asked to merge by table and that do not fit together."""

    code = 1

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: not merged by table: {reason}")
        self.name = name
        self.reason = reason
        theirs = typed(f":3:{name}")
        self.hint = (
            "both sides stand between git's conflict markers: keep what is right, delete the lines "
            f"of < = and >, then jcm check and git add {typed(name)}; to see theirs: git show "
            f"{theirs}"
        )


class Overridden(LedgerError):
    """A ledger that git merges in another way, whatever .gitattributes beside it says."""

    hint = (
        "take what it says of the ledger out of .git/info/attributes, which counts for more than "
        ".gitattributes, then jcm git-setup again"
    )

    def __init__(self, name: str, merge: str) -> None:
        super().__init__(f"{name}: git does not merge it by table: its attribute merge is {merge}")


class Rescued(LedgerError):
    """A write between two writes of other programs, of which only the later is in the file."""

    code = 70  # what was to be written is there; 3 would have it written twice

    def __init__(self, name: str, kept: str) -> None:
        super().__init__(
            f"{name}: other programs wrote to it in the same moment, one over the other"
        )
        self.hint = f"what you recorded is there; what one of them wrote is kept in {kept}: add it"


class CutOff(LedgerError):
    """A write that was killed in the moment in which another program saved the ledger."""

    def __init__(self, name: str, kept: str) -> None:
        super().__init__(
            f"{name}: a write was killed just when another program saved the file; what that saved "
            f"is kept in {kept}"
        )
        self.hint = "add what the ledger lacks of it, then repeat the command"


class AlreadyThere(LedgerError):
    """A file that would have been written over."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(f"{name} exists already and was left as it is")
        self.hint = hint


class LockedLedger(LedgerError):
    """A ledger that somebody else is writing to; `holder` says who, as far as is known.

    `claim` is the file that says so, where no lock of the system does.
    """

    def __init__(self, name: str, seconds: float, holder: str = "", claim: str = "") -> None:
        who = f" ({holder})" if holder else ""
        super().__init__(f"{name}: another jcm{who} has been writing to it for {seconds:g} seconds")
        self.hint = (
            f"wait and try again; if that process is not there any more: rm {typed(claim)}"
            if claim
            else "wait and try again; end that process if it hangs"
        )


class NothingToUndo(LedgerError):
    """A ledger whose last entry is not there to be taken back."""

    hint = "put it right with a later entry: jcm mark"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: no entry to take back: {reason}")


class Committed(NothingToUndo):
    """A last entry that git has; `where` says in what."""

    def __init__(self, name: str, where: str) -> None:
        super().__init__(name, f"git has the last entry already, in {where}")


class Staged(NothingToUndo):
    """A last entry that is staged: the next commit would have it, whatever the file says."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "git has the last entry already, staged for the next commit")
        self.hint = f"git reset --quiet -- {typed(name)}, then jcm undo again"


class NotAsked(LedgerError):
    """A last entry of which git cannot say whether it has it; `failure` says why."""

    def __init__(self, name: str, failure: LedgerError) -> None:
        self.failure = failure
        reason = str(failure).removeprefix(f"{name}: ")
        super().__init__(
            f"{name}: the entry stays: git has to be asked whether it has it, and {reason}"
        )
        first = "" if isinstance(failure, InvalidLedger) else failure.hint.rstrip(".")
        later = "put the entry right with a later one: jcm mark"
        self.hint = f"{first}; or {later}" if first else later


class BadSuffix(LedgerError):
    """An output file whose name does not say what to write; `elsewhere` is a command that knows."""

    def __init__(self, name: str, known: Sequence[str], elsewhere: str = "") -> None:
        if elsewhere:
            super().__init__(f'"{name}" is for `jcm {elsewhere}`')
            self.hint = f"jcm {elsewhere} -o {typed(name)}"
        elif name.lower().endswith(".pdf"):
            super().__init__(f'"{name}": no PDF is written')
            page, letter = (typed(f"{name[:-4]}{suffix}") for suffix in (".html", ".docx"))
            self.hint = (
                f"print the web page to PDF: jcm report -o {page}; "
                f"or save it as PDF from Word: jcm report -o {letter}"
            )
        else:
            super().__init__(f'"{name}" does not say which format to write')
            self.hint = f"end the name in {' or '.join(known)}, or add --format"


class IdleFormat(LedgerError):
    """A format that was asked for and that no output takes, as their suffixes say others."""

    def __init__(self, form: str, names: Sequence[str]) -> None:
        say = "says" if len(names) == 1 else "say"
        super().__init__(f"nothing would be written as {form}: {', '.join(names)} {say} otherwise")
        self.hint = "leave --format out, or name a file whose suffix says nothing else"


class NamedTwice(LedgerError):
    """A file that two documents were to be written to."""

    hint = "give each document a name of its own"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is named twice")


class NoEvents(LedgerError):
    """A calendar that would have no event: RFC 5545, 3.6 has none such, and programs refuse it."""

    hint = "ask for other commitments, or write the data: -o FILE.csv, .xlsx or .json"

    def __init__(self, reason: str) -> None:
        super().__init__(f"nothing is written: the calendar would be empty, as {reason}")


class BinaryOnTerminal(LedgerError):
    """A document that no terminal can show."""

    def __init__(self, form: str, suffix: str) -> None:
        super().__init__(f"{form} is no text that a terminal could show")
        self.hint = f"write it to a file: -o FILE{suffix}, or send it into a pipe"


class NoPager(LedgerError):
    """The command in PAGER cannot be run."""

    hint = "set PAGER to a pager that is there, or do without: jcm --no-pager, then the command"

    def __init__(self, command: str) -> None:
        super().__init__(f'the pager "{command}" cannot be run')

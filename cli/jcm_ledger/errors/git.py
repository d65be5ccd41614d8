"""Why git cannot answer a question about a ledger, and answers that stop a command."""

from collections.abc import Mapping

from jcm_ledger.errors import LedgerError, typed


class GitError(LedgerError):
    """What keeps git from answering a question about a ledger."""


class NoGit(GitError):
    """A machine on which git cannot be run."""

    reason: str
    hint = "install it (https://git-scm.com) or have PATH name its folder in full"

    def __str__(self) -> str:
        return f"git cannot be run: {self.reason[:1].lower()}{self.reason[1:]}"


class NotARepository(GitError):
    """A ledger in a folder that git knows nothing of; `git_dir` is what GIT_DIR names, if set."""

    name: str
    git_dir: str = ""

    def __str__(self) -> str:
        if self.git_dir:
            return f"{self.name}: GIT_DIR is set to {self.git_dir}, which is no git repository"
        return f"{self.name} is in no git repository"

    @property
    def hint(self) -> str:
        """How to come by a repository."""
        if self.git_dir:
            return "correct it, or do without: unset GIT_DIR"
        return f"make its folder one: git init, git add {typed(self.name)}, git commit"


class GitFailed(GitError):
    """A question that git did not answer; `answer` is what it wrote to stderr."""

    command: str
    answer: str

    def __str__(self) -> str:
        return f"git {self.command} failed: {' '.join(self._parts[0].split())}"

    @property
    def hint(self) -> str:
        """What git wrote after its first line."""
        return " ".join(self._parts[2].split())

    @property
    def _parts(self) -> tuple[str, str, str]:
        return self.answer.removeprefix("fatal: ").partition("\n")


class NotTrusted(GitError):
    """A repository of another user's, into which git does not look before it is told to."""

    name: str
    answer: str

    def __str__(self) -> str:
        return f"{self.name}: git does not look into a repository that belongs to another user"

    @property
    def hint(self) -> str:
        """The command that git names."""
        lines = (line.strip() for line in self.answer.splitlines())
        commands = (line for line in lines if "--add safe.directory" in line)
        return f"if you trust it: {next(commands, 'git help config, safe.directory')}"


class BrokenRepository(GitError):
    """A .git that is there, and that git cannot read or does not take for a repository.

    `sign` is the path of the .git.
    """

    name: str
    sign: str
    answer: str

    def __str__(self) -> str:
        return f"{self.name}: git cannot read the repository it lies in: {self.sign}"

    @property
    def hint(self) -> str:
        """What to look for, or what lets git look further."""
        if "filesystem boundary" in self.answer:
            return (
                "git does not look beyond the file system that the ledger is on: "
                "GIT_DISCOVERY_ACROSS_FILESYSTEM=1 lets it"
            )
        return "see that you may read it and that it is whole: git status says the same until it is"


class UnreadableHead(GitError):
    """A commit that the repository names and that git cannot read."""

    name: str
    head: str
    hint = "see what is wrong with the repository: git fsck"

    def __str__(self) -> str:
        return f"{self.name}: git cannot read {self.head} of the repository it lies in"


class OutsideWorkTree(GitError):
    """A ledger in a folder of git's own, or in a bare repository: nothing is checked out there."""

    name: str
    hint = "name a ledger that is checked out"

    def __str__(self) -> str:
        return f"{self.name} lies in a git repository, but where git checks nothing out"


class NotFetched(GitError):
    """What a partial clone does not have and would fetch by programs of its own configuration."""

    name: str
    file: str

    def __str__(self) -> str:
        return f"{self.name}: this clone is partial, and has not fetched what was asked for"

    @property
    def hint(self) -> str:
        """The command that fetches it."""
        return f"have git fetch it: git show {typed(f'REVISION:./{self.file}')}"


class ForeignFilter(GitError):
    """A ledger that git would check out through a program that only the repository names.

    `commands` are the programs by the keys of git's configuration that name them.
    """

    what: str
    driver: str
    commands: Mapping[str, str]

    def __str__(self) -> str:
        programs = " and ".join(f"`{command}`" for command in self.commands.values())
        return (
            f"{self.what} is kept through the filter {self.driver}, and this repository's own "
            f"configuration names the program: {programs}. jcm runs none that a repository names"
        )

    @property
    def hint(self) -> str:
        """The commands that have the user's own configuration name the programs."""
        settings = ((typed(key), typed(value)) for key, value in self.commands.items())
        own = " && ".join(f"git config --global {key} {value}" for key, value in settings)
        return f"if you trust it, name it in your own configuration: {own}"


class PointerOnly(GitError):
    """A pointer of Git LFS that stands for a ledger which is not in this clone."""

    what: str
    hint = "fetch the ledger: git lfs fetch --all"

    def __str__(self) -> str:
        return (
            f"{self.what} is a pointer of Git LFS, and the ledger it stands for is not in this "
            "clone"
        )


class BadRevision(LedgerError):
    """Text that is no revision."""

    revision: str
    hint = "name a commit, a branch or a tag, such as HEAD~1, main or v1.0"

    def __str__(self) -> str:
        return f'"{self.revision}" is no revision'


class UnknownRevision(LedgerError):
    """A revision that the repository does not have, or not any more in a `shallow` clone.

    `born` says whether there is any commit to begin with.
    """

    revision: str
    name: str
    shallow: bool
    born: bool

    def __str__(self) -> str:
        return f'git knows no revision "{self.revision}" here'

    @property
    def hint(self) -> str:
        """How to come by a commit, or by a list of those that are there."""
        if not self.born:
            return f"there is no commit here yet: git add {typed(self.name)}, then git commit"
        if self.shallow:
            return "this clone is shallow and lacks older commits: git fetch --unshallow"
        return "git log --oneline lists them"


class NotInRevision(LedgerError):
    """A ledger that a revision does not have; `tracked` says whether git has it by now."""

    name: str
    revision: str
    tracked: bool

    def __str__(self) -> str:
        return f"{self.name} is not in revision {self.revision}"

    @property
    def hint(self) -> str:
        """Where to look for it, or how to have git track it."""
        if self.tracked:
            return f"it came later, or had another name: git log --follow -- {typed(self.name)}"
        return f"git does not track it: git add {typed(self.name)}, then git commit"


class CannotMerge(LedgerError):
    """Two ledgers that git asked to merge by table and that do not fit together."""

    name: str
    reason: str
    code = 1

    def __str__(self) -> str:
        return f"{self.name}: not merged by table: {self.reason}"

    @property
    def hint(self) -> str:
        """How to settle it by hand."""
        return self.settled_by("check it")

    def settled_by(self, check: str) -> str:
        """Return how to settle it by hand, with how to check the ledger in between."""
        return (
            "both sides stand between git's conflict markers: keep what is right, delete the lines "
            f"of < = and >, then {check} and git add {typed(self.name)}; to see theirs: git show "
            f"{typed(f':3:{self.name}')}"
        )


class Overridden(LedgerError):
    """A ledger that git merges in another way, whatever .gitattributes beside it says.

    `merge` is the value of git's attribute of this name.
    """

    name: str
    merge: str
    hint = (
        "take what it says of the ledger out of .git/info/attributes, which counts for more than "
        ".gitattributes"
    )

    def __str__(self) -> str:
        return f"{self.name}: git does not merge it by table: its attribute merge is {self.merge}"

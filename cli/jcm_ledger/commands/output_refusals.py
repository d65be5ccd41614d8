"""What is refused of the documents that a command is to write, and of where it writes them."""

from collections.abc import Sequence

from jcm_ledger.errors import LedgerError, typed


class BadSuffix(LedgerError):
    """An output file whose name does not say what to write.

    `suffixes` are those that would; `elsewhere` is a command that takes the name as it is.
    `command` is what makes pages that can be printed.
    """

    name: str
    suffixes: Sequence[str]
    elsewhere: str = ""
    command: str = "report"

    def __str__(self) -> str:
        if self.elsewhere:
            return f'"{self.name}" is for `jcm {self.elsewhere}`'
        if self._is_pdf:
            return f'"{self.name}": no PDF is written'
        return f'"{self.name}" does not say which format to write'

    @property
    def hint(self) -> str:
        """The command or the name to type instead."""
        if self.elsewhere:
            return f"jcm {self.elsewhere} -o {typed(self.name)}"
        if self._is_pdf:
            page, letter = (typed(f"{self.name[:-4]}{suffix}") for suffix in (".html", ".docx"))
            return (
                f"print the web page to PDF: jcm {self.command} -o {page}; "
                f"or save it as PDF from Word: jcm {self.command} -o {letter}"
            )
        return f"end the name in {' or '.join(self.suffixes)}, or add --format"

    @property
    def _is_pdf(self) -> bool:
        return self.name.lower().endswith(".pdf")


class IdleFormat(LedgerError):
    """A format that was asked for and that no output has: their suffixes name others."""

    form: str
    names: Sequence[str]
    hint = "leave --format out, or name a file whose suffix says nothing else"

    def __str__(self) -> str:
        say = "says" if len(self.names) == 1 else "say"
        names = ", ".join(self.names)
        return f"nothing would be written as {self.form}: {names} {say} otherwise"


class NamedTwice(LedgerError):
    """A file that two documents were to be written to."""

    name: str
    hint = "give each document a name of its own"

    def __str__(self) -> str:
        return f"{self.name} is named twice"


class PagesNeedAFolder(LedgerError):
    """Pages without the one folder that they are to stand in."""

    hint = "name one: jcm report -o DIR --pages"
    code = 2

    def __str__(self) -> str:
        return "--pages writes a folder, and none is named, or several"


class CommissionNeedsAFolder(LedgerError):
    """A commission without the folder that its files are to stand in."""

    hint = "name one: -o DIR; or look first who is asked for what: --dry-run"
    code = 2

    def __str__(self) -> str:
        return "a commission is written to a folder, and none is named"


class ForeignFiles(LedgerError):
    """A folder for pages that holds what jcm did not write there; the names count from it."""

    folder: str
    names: Sequence[str]
    hint = "name an empty folder or a new one; with --force the other files stay beside the pages"

    def __str__(self) -> str:
        first, *others = self.names
        more = f" and {len(others)} more" if others else ""
        return f"{self.folder} holds what is no page of jcm: {first}{more}"


class BinaryOnTerminal(LedgerError):
    """A document that no terminal can show."""

    form: str
    suffix: str

    def __str__(self) -> str:
        return f"{self.form} is no text that a terminal could show"

    @property
    def hint(self) -> str:
        """Where to send it."""
        return f"write it to a file: -o FILE{self.suffix}, or send it into a pipe"

"""What keeps a joint statement from being read."""

from jcm_ledger.errors import LedgerError


class CannotReadStatement(LedgerError):
    """A file that cannot be read as a joint statement, or not whole."""

    name: str
    reason: str
    hint: str = "name a file of text, HTML, Word (.docx) or PDF; - is text from standard input"

    def __str__(self) -> str:
        return f"{self.name}: no statement can be read from it: {self.reason}"


class ForeignFormat(CannotReadStatement):
    """A file in a format that jcm does not read; `what` names it with its article."""

    def __init__(self, name: str, what: str, hint: str) -> None:
        super().__init__(name, f"it is {what}", hint)
        self.what = what


class NoText(CannotReadStatement):
    """A file without any text, such as a PDF that is pictures of pages."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            name,
            f"there is no text in this {kind}",
            "if its pages are pictures, have their text recognised first; or copy the text into a "
            "file of its own",
        )
        self.kind = kind


class StatementTooLong(CannotReadStatement):
    """A text that is longer than any joint statement; so many letters and paragraphs are read."""

    def __init__(self, name: str, letters: int, paragraphs: int) -> None:
        super().__init__(
            name,
            f"it has more than {letters:,} letters or {paragraphs:,} paragraphs, and no joint "
            "statement is as long",
            "keep the statement alone in a file",
        )
        self.letters, self.paragraphs = letters, paragraphs


class NeedsExtra(CannotReadStatement):
    """A format whose library is not installed; `extra` is the extra of jcm that brings it."""

    def __init__(self, name: str, what: str, extra: str) -> None:
        super().__init__(
            name,
            f"reading {what} needs a library that is not installed",
            f"pip install 'jcm-ledger[{extra}]', or copy the text into a file of its own",
        )
        self.what, self.extra = what, extra

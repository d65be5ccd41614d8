"""Joint statements from files: bytes to a Statement, by what they are and not by their name."""

from importlib import import_module
from pathlib import Path

from jcm_ledger.errors import home_hint
from jcm_ledger.errors.files import CannotRead, NoSuchFile
from jcm_ledger.errors.statements import (
    CannotReadStatement,
    ForeignFormat,
    NoText,
)
from jcm_ledger.model.statement import Statement
from jcm_ledger.store.source import read_file
from jcm_ledger.store.statements.passages import statement

MOST_BYTES = 20_000_000
"""Of a file; a page that was saved with its pictures has a few million."""

_TEXT, _PAGE, _LETTER, _PDF = "text", "page", "document", "PDF"
_READERS = {_TEXT: "plain", _PAGE: "html", _LETTER: "word", _PDF: "pdf"}

_FOREIGN = {
    b"\xd0\xcf\x11\xe0": ("an old Office document", "save it as .docx"),
    b"{\\rtf": ("a Rich Text document", "save it as .docx"),
    b"MIME-Version:": ("a web archive or a mail", "save the page as HTML"),
    b"From: <Saved by": ("a web archive", "save the page as HTML"),
}
"""What else people have, by the bytes that it begins with, and what to do."""


def read(path: Path, name: str) -> Statement:
    """Return the statement in a file: text, HTML, Word or PDF. Raise CannotReadStatement."""
    try:
        data = read_file(path, name)
    except NoSuchFile:
        hint = home_hint(name) or "see that its name is spelled as it is"
        raise CannotReadStatement(name, "there is no such file", hint) from None
    except CannotRead as failure:
        raise CannotReadStatement(name, failure.reason) from None
    return parse(data, name)


def parse(data: bytes, name: str) -> Statement:
    """Return the statement in the bytes of a file called `name`. Raise CannotReadStatement."""
    if len(data) > MOST_BYTES:
        reason = f"it has more than {MOST_BYTES // 1_000_000} MB"
        raise CannotReadStatement(name, reason, "keep the statement alone in a file")
    kind = _kind(data, name)
    reader = import_module(f"jcm_ledger.store.statements.{_READERS[kind]}")
    found = statement(reader.read(data, name))
    if not found.passages:
        raise NoText(name, kind)
    return found


def _kind(data: bytes, name: str) -> str:
    """Return which reader reads these bytes; raise ForeignFormat for what is known to have none."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, (what, hint) in _FOREIGN.items():
        if start.startswith(beginning):
            raise ForeignFormat(name, what, hint)
    if start.startswith(b"%PDF-"):
        return _PDF
    if data.startswith(b"PK\x03\x04"):
        return _LETTER
    if start.startswith(b"<") or Path(name).suffix.lower() in (".html", ".htm", ".xhtml"):
        return _PAGE
    if Path(name).suffix.lower() in (".pdf", ".docx"):
        what = f"called {Path(name).suffix.lower()}, and is none"
        raise CannotReadStatement(name, f"it is {what}")
    return _TEXT

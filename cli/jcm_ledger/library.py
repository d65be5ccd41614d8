"""What a program or a notebook does with a ledger: each function here is one command's work.

Nothing here reads the clock, asks a question or prints: `today` is an argument. Every failure is
a LedgerError, and then no file was changed.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jcm_ledger.rules.query import Query, select
from jcm_ledger.store.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jcm_ledger.model.finding import Finding
    from jcm_ledger.model.ledger import Commitment, Entry, Ledger, Meeting, Organisation


def load(path: str | Path) -> "Ledger":
    """Return the ledger in a file.

    Raise CannotRead if the file cannot be read, InvalidLedger (which has every problem, with file
    and line) if no command could use it.
    """
    from jcm_ledger.store import loading  # lazy import: only what reads needs it

    return loading.load(_source(path))


def check(path: str | Path, *, today: date) -> "list[Finding]":
    """Return everything that is wrong or odd in a file, in the order of its lines.

    An entry dated later than the day after `today` is among it. Raise CannotRead.
    """
    from jcm_ledger.store import checking

    source = _source(path)
    return checking.findings(source, source.read(), today)


def record(path: str | Path, entries: "Iterable[Entry]", *, today: date) -> "Ledger":
    """Add entries to the end of a file, all or none, and return the ledger as it is then.

    No entry may be dated later than the day after `today`. Evidence that is a file is named
    relative to the ledger's folder. Raise RefusedEntry for an entry that breaks a rule of the
    journal, CannotRead, InvalidLedger, LockedLedger or CannotWrite.
    """
    from jcm_ledger.store import recording  # lazy import: only what writes needs it

    added = tuple(entries)
    return recording.record(_source(path), lambda _ledger: added, today=today).after


def add(path: str | Path, table: "Commitment | Meeting | Organisation", *, today: date) -> "Ledger":
    """Add a commitment, a meeting or a body to the end of a file; return the ledger as it is then.

    Raise RefusedTable for one that `check` would find fault with, or what `record` raises.
    """
    from jcm_ledger.store import recording

    return recording.add(_source(path), lambda _ledger: (table,), today=today).after


def report(  # noqa: PLR0913 - what a report is made of, each by name
    ledger: "Ledger",
    *,
    as_of: date,
    format: str = "markdown",  # noqa: A002 - what the command calls it
    query: Query | None = None,
    since: date | None = None,
    title: str = "",
    name: str = "commitments.toml",
    lang: Literal["en", "ja", "ja-u-ca-japanese", "both"] = "en",
) -> bytes:
    """Return the status report of a ledger as a document: text is UTF-8.

    `format` is markdown, html or docx, or of the first page alone mail or text. Progress is told
    from `since` to `as_of`, both inclusive; without `since`, from the last meeting held. `name` is
    what the document calls the ledger. `lang` is English, Japanese, Japanese with years of eras,
    or both languages. Raise ValueError for another format.
    """
    from jcm_ledger.render.formats import ReportFormat
    from jcm_ledger.render.outline import outline
    from jcm_ledger.render.phrases import speak
    from jcm_ledger.rules.report import build, window_since

    form = ReportFormat.named(format)
    content = build(
        ledger,
        select(ledger, as_of, query or Query()),
        name=name,
        as_of=as_of,
        window=window_since(ledger, since, as_of),
        title=title,
    )
    say = speak(lang, ledger.bodies)
    return form.render(outline(content, say, brief=form.brief))


def _source(path: str | Path) -> Source:
    return Source(str(path), Path(path))

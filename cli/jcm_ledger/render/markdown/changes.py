"""What changed between two states of a ledger, in Markdown."""

from collections.abc import Iterator

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.text import titled
from jcm_ledger.render import phrases
from jcm_ledger.render.markdown.links import sources
from jcm_ledger.render.phrases import changes as of_changes
from jcm_ledger.render.safe import markdown as escaped
from jcm_ledger.rules.changes import Difference


def changes(found: Difference, ledger: str) -> str:
    """Return the changes as one Markdown document: what vanished first."""
    blocks = [
        f"# Changes {escaped(of_changes.compared(found))}",
        escaped(f"Ledger: {ledger}. {of_changes.summary(found).capitalize()}"),
        *_vanished(found),
        *_tables(found),
        *_progress(found),
    ]
    return "\n\n".join(blocks) + "\n"


def _vanished(found: Difference) -> Iterator[str]:
    if found.vanished:
        yield "## Vanished"
        yield "**These entries were on file and are not any more. A ledger is only ever added to.**"
        lines = []
        for gone in found.vanished:
            lines.append(f"- {_entry(gone.entry, named=True)}")
            if gone.altered:
                lines.append(f"  - In its place stands now: {_entry(gone.altered, named=True)}")
        yield "\n".join(lines)


def _tables(found: Difference) -> Iterator[str]:
    if found.tables:
        yield "## Tables"
        lines = []
        for table in found.tables:
            lines.append(f"- {escaped(of_changes.table(table))}, {escaped(table.name)}")
            lines += [f"  - {escaped(of_changes.edit(edit))}" for edit in table.edits]
        yield "\n".join(lines)


def _progress(found: Difference) -> Iterator[str]:
    if found.progress:
        yield "## Progress"
    for about in found.progress:
        yield f"### {escaped(about.after.commitment.title)}"
        lines = [f"- Id: {escaped(about.after.commitment.id)}"]
        lines += [f"- {name}: {escaped(change)}" for name, change in of_changes.progress(about)]
        lines += [f"- {_entry(entry, named=False)}" for entry in about.entries]
        yield "\n".join(lines)


def _entry(entry: Entry, *, named: bool) -> str:
    """Return an entry in a line; `named` says which commitment it is about."""
    about = f"{escaped(entry.commitment)}, " if named else ""
    news = ". ".join(filter(None, (phrases.news(entry), entry.note)))
    line = f"{entry.date}, {about}{escaped(phrases.reporter(entry))}: {escaped(news)}"
    return f"{line} Evidence: {sources(map(titled, entry.evidence))}" if entry.evidence else line

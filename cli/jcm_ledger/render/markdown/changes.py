"""What changed between two states of a ledger, in Markdown."""

from collections.abc import Iterator

from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.text import titled
from jcm_ledger.render.markdown.links import sources
from jcm_ledger.render.markdown.words import escaped, heading, laid
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.together import in_each
from jcm_ledger.render.safe import markdown
from jcm_ledger.rules.changes import Difference


def changes(found: Difference, ledger: str, say: Phrases) -> str:
    """Return the changes as one Markdown document: what vanished first."""
    blocks = [
        heading(1, say.changes.title(found)),
        escaped(say.changes.whole(ledger, found)),
        *_vanished(found, say),
        *_tables(found, say),
        *_progress(found, say),
    ]
    return "\n\n".join(blocks) + "\n"


def _vanished(found: Difference, say: Phrases) -> Iterator[str]:
    if found.vanished:
        yield heading(2, say.changes.VANISHED)
        yield f"**{escaped(say.changes.NOT_ANY_MORE)}**"
        lines = []
        for gone in found.vanished:
            lines.append(f"- {laid(_entry(gone.entry, say, named=True))}")
            if gone.altered:
                instead = _entry(gone.altered, say, named=True)
                lines.append(f"  - {laid(say.changes.in_its_place(instead))}")
        yield "\n".join(lines)


def _tables(found: Difference, say: Phrases) -> Iterator[str]:
    if found.tables:
        yield heading(2, say.changes.TABLES)
        lines = []
        for table in found.tables:
            about = say.joined([say.changes.table(table), table.name])
            lines.append(f"- {escaped(about)}")
            lines += [f"  - {escaped(say.changes.edit(edit))}" for edit in table.edits]
        yield "\n".join(lines)


def _progress(found: Difference, say: Phrases) -> Iterator[str]:
    if found.progress:
        yield heading(2, say.labels.PROGRESS)
    for about in found.progress:
        commitment = about.after.commitment
        yield heading(3, say.title(commitment))
        facts = [(say.labels.ID, commitment.id), *say.changes.progress(about)]
        made = [
            laid(say.named(in_each(markdown, name), in_each(markdown, value)))
            for name, value in facts
        ]
        made += [laid(_entry(entry, say, named=False)) for entry in about.entries]
        yield "\n".join(f"- {line}" for line in made)


def _entry(entry: Entry, say: Phrases, *, named: bool) -> str:
    """Return an entry in a line of each language; `named` says which commitment it is about."""
    told = say.changes.news_and_note(say.news(entry), say.text(entry.note, entry.note_ja))
    by = say.named(in_each(markdown, say.reporter(entry)), in_each(markdown, told))
    about = [markdown(entry.commitment)] if named else []
    line = say.joined([say.short_day(entry.date), *about, by])
    if not entry.evidence:
        return line
    cited = sources(map(titled, entry.evidence), say)
    return say.sentences([line, say.named(in_each(markdown, say.labels.EVIDENCE), cited)])

"""What returns came to, in Markdown: a note for the file of the secretariat."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.safe import markdown as escaped
from jcm_ledger.rules.collecting.outcomes import Collection, Fate


def note(found: Collection, changes: Sequence[str], day: date, say: Phrases) -> str:
    """Return the note on returns that were recorded on a day; `changes` say what changed."""
    recorded = [row.place.file for row in found.rows if row.entry is not None]
    blocks = [
        f"# {escaped(in_one_line(say.returns.heading(say.returns.note_title, day)))}",
        escaped(in_one_line(say.returns.closing(found.counts))),
        *_list(say.returns.files_heading, map(say.returns.file, found.files)),
        *_list(say.returns.recorded_heading, map(say.returns.at, changes, recorded)),
        *_list(say.returns.told_heading, _told(found, say)),
        *_left(found, say),
    ]
    return "\n\n".join(blocks) + "\n"


def _list(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its list, nothing where that is empty."""
    listed = [f"- {escaped(' '.join(in_one_line(line).split()))}" for line in lines]
    if listed:
        yield f"## {escaped(in_one_line(heading))}"
        yield "\n".join(listed)


def _told(found: Collection, say: Phrases) -> Iterator[str]:
    for refused, ref in found.set_aside:
        sentence = say.returns.about(ref, say.returns.sentence(refused))
        yield say.returns.at(say.returns.anyway(sentence), say.returns.place(refused.place))
    for remarked, ref in found.every_remark:
        yield say.returns.at(
            say.returns.about(ref, say.returns.remark(remarked)), say.returns.place(remarked.place)
        )


def _left(found: Collection, say: Phrases) -> Iterator[str]:
    for fate in (Fate.NO_CHANGE, Fate.NOT_ANSWERED, Fate.NOT_RETURNED, Fate.LEFT_OUT):
        lines = [say.named(name, say.joined(ids)) for name, ids in found.named(fate).items()]
        yield from _list(say.returns.fate_heading(fate), lines)

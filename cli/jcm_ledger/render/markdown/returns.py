"""What returns came to, in Markdown: a note for the file of the secretariat."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jcm_ledger.render.markdown.words import escaped, heading
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules.collecting.outcomes import Collection, Fate


def note(found: Collection, changes: Sequence[str], day: date, say: Phrases) -> str:
    """Return the note on returns that were recorded on a day; `changes` say what changed."""
    recorded = [row.place.file for row in found.rows if row.entry is not None]
    words = say.returns
    blocks = [
        heading(1, words.heading(words.note_title, day)),
        escaped(words.closing(found.counts)),
        *_list(words.files_heading, map(words.file, found.files)),
        *_list(words.recorded_heading, map(words.at, changes, recorded)),
        *_list(words.told_heading, _told(found, say)),
        *_left(found, say),
    ]
    return "\n\n".join(blocks) + "\n"


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its list, nothing where that is empty."""
    listed = [f"- {escaped(line)}" for line in lines]
    if listed:
        yield heading(2, title)
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
    for fate in (
        *(Fate.NO_CHANGE, Fate.NOTHING_ON_FILE),
        *(Fate.NOT_ANSWERED, Fate.NOT_RETURNED, Fate.LEFT_OUT),
    ):
        lines = [say.named(name, say.joined(ids)) for name, ids in found.named(fate).items()]
        yield from _list(say.returns.fate_heading(fate), lines)

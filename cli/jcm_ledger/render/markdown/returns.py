"""What returns came to, in Markdown: a note for the file of the secretariat."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jcm_ledger.render.phrases.returns import ReturnWords
from jcm_ledger.render.safe import markdown as escaped
from jcm_ledger.rules.collecting.outcomes import Collection, Fate


def note(found: Collection, changes: Sequence[str], day: date, say: ReturnWords) -> str:
    """Return the note on returns that were recorded on a day; `changes` say what changed."""
    blocks = [
        f"# {escaped(say.heading(say.note_title, day))}",
        escaped(say.closing(found.counts)),
        *_list(say.files_heading, map(say.file, found.files)),
        *_list(say.recorded_heading, changes),
        *_list(say.told_heading, _told(found, say)),
        *_left(found, say),
    ]
    return "\n\n".join(blocks) + "\n"


def _list(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its list, nothing where that is empty."""
    listed = [f"- {escaped(' '.join(line.split()))}" for line in lines]
    if listed:
        yield f"## {escaped(heading)}"
        yield "\n".join(listed)


def _told(found: Collection, say: ReturnWords) -> Iterator[str]:
    for refused, ref in found.every_refusal:  # recorded all the same, as was asked for
        yield say.at(say.about(ref, say.sentence(refused)), say.place(refused.place))
    for remarked, ref in found.every_remark:
        yield say.at(say.about(ref, say.remark(remarked)), say.place(remarked.place))


def _left(found: Collection, say: ReturnWords) -> Iterator[str]:
    for fate in (Fate.NO_CHANGE, Fate.NOT_ANSWERED, Fate.NOT_RETURNED, Fate.LEFT_OUT):
        lines = [f"{name}: {', '.join(ids)}" for name, ids in found.named(fate).items()]
        yield from _list(say.fate_heading(fate), lines)

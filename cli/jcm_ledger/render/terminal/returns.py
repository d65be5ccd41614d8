"""What returns come to, in lines: what each row changes, what is refused, what is told."""

from collections.abc import Iterator, Sequence

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import in_one_line
from jcm_ledger.render.safe import one_line
from jcm_ledger.rules.collecting.outcomes import Collection, Fate, Refused, Remarked


def lines(found: Collection, changes: Sequence[str], say: Phrases) -> Iterator[str]:
    """Yield the lines: files with the `changes` of each, refusals with their hints, and the rest.

    `changes` says what each of the entries of `found` changes.
    """
    recorded = [row for row in found.rows if row.entry is not None]
    for file in found.files:
        yield _line(say.returns.file(file))
        for row, change in zip(recorded, changes, strict=True):
            if row.place.file == file.name:
                yield f"  {_line(change)}"
    for refused, ref in found.every_refusal:
        yield from _refusal(refused, ref, say)
    for refused, ref in found.set_aside:
        sentence = say.returns.about(ref, say.returns.sentence(refused))
        yield _line(say.returns.at(say.returns.anyway(sentence), say.returns.place(refused.place)))
    for remarked, ref in found.every_remark:
        yield _remark(remarked, ref, say)
    for fate in (Fate.NOT_ANSWERED, Fate.NOT_RETURNED, Fate.LEFT_OUT):
        for reference, names in found.named(fate).items():
            yield _line(say.returns.missing(names, say.returns.fate(fate), reference))


def _refusal(refused: Refused, ref: str, say: Phrases) -> Iterator[str]:
    sentence = say.returns.about(ref, say.returns.sentence(refused))
    yield _line(say.returns.at(say.returns.refused(sentence), say.returns.place(refused.place)))
    if hint := say.returns.way_out(refused, ref):
        yield f"  {_line(say.returns.hint(hint))}"


def _remark(remarked: Remarked, ref: str, say: Phrases) -> str:
    return _line(
        say.returns.at(
            say.returns.about(ref, say.returns.remark(remarked)), say.returns.place(remarked.place)
        )
    )


def _line(words: str) -> str:
    """Return words on one line, whichever languages they are in."""
    return one_line(in_one_line(words))

"""What returns come to, in lines: what each row changes, what is refused, what is told."""

from collections.abc import Iterator, Sequence

from jcm_ledger.render.phrases.returns import ReturnWords
from jcm_ledger.render.safe import one_line
from jcm_ledger.rules.collecting.outcomes import Collection, Fate, Refused, Remarked


def lines(found: Collection, changes: Sequence[str], say: ReturnWords) -> Iterator[str]:
    """Yield the lines: files, `changes` in words, refusals with their hints, and the rest."""
    for file in found.files:
        yield one_line(say.file(file))
    yield from (f"  {one_line(change)}" for change in changes)
    for refused, ref in found.every_refusal:
        yield from _refusal(refused, ref, say)
    for remarked, ref in found.every_remark:
        yield _remark(remarked, ref, say)
    for fate in (Fate.NOT_ANSWERED, Fate.NOT_RETURNED, Fate.LEFT_OUT):
        for reference, names in found.named(fate).items():
            yield one_line(say.missing(names, say.fate(fate), reference))


def _refusal(refused: Refused, ref: str, say: ReturnWords) -> Iterator[str]:
    sentence = say.about(ref, say.sentence(refused))
    yield one_line(say.at(say.refused(sentence), say.place(refused.place)))
    if hint := say.way_out(refused, ref):
        yield f"  {one_line(say.hint(hint))}"


def _remark(remarked: Remarked, ref: str, say: ReturnWords) -> str:
    return one_line(say.at(say.about(ref, say.remark(remarked)), say.place(remarked.place)))

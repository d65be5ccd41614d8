"""What returns come to, in lines: what each row changes, what is refused, what is told."""

from collections.abc import Iterator, Sequence

from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import each_language
from jcm_ledger.render.safe import one_line
from jcm_ledger.rules.collecting.outcomes import Collection, Fate, Refused


def lines(found: Collection, changes: Sequence[str], say: Phrases) -> Iterator[str]:
    """Yield the lines: files with the `changes` of each, refusals with their hints, and the rest.

    `changes` says what each of the entries of `found` changes.
    """
    words = say.returns
    recorded = [row for row in found.rows if row.entry is not None]
    for file in found.files:
        yield from _lines(words.file(file))
        for row, change in zip(recorded, changes, strict=True):
            if row.place.file == file.name:
                yield from _lines(change, "  ")
    for refused, ref in found.every_refusal:
        yield from _refusal(refused, ref, say)
    for refused, ref in found.set_aside:
        sentence = words.anyway(words.about(ref, words.sentence(refused)))
        yield from _lines(words.at(sentence, words.place(refused.place)))
    for remarked, ref in found.every_remark:
        sentence = words.about(ref, words.remark(remarked))
        yield from _lines(words.at(sentence, words.place(remarked.place)))
    for fate in (Fate.NOTHING_ON_FILE, Fate.NOT_ANSWERED, Fate.NOT_RETURNED, Fate.LEFT_OUT):
        for reference, names in found.named(fate).items():
            yield from _lines(words.missing(names, words.fate(fate), reference))


def _refusal(refused: Refused, ref: str, say: Phrases) -> Iterator[str]:
    words = say.returns
    sentence = words.refused(words.about(ref, words.sentence(refused)))
    yield from _lines(words.at(sentence, words.place(refused.place)))
    if hint := words.way_out(refused, ref):
        yield from _lines(words.hint(hint), "  ")


def _lines(words: str, margin: str = "") -> Iterator[str]:
    """Yield words as a line a language."""
    for _lang, text in each_language(words):
        yield f"{margin}{one_line(text)}"

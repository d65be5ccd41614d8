"""The second sheet of a return: how it is filled in, what each word means, and two examples."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jcm_ledger.model.ledger import Circulation
from jcm_ledger.model.return_form import ANSWERS, HEADINGS, IN_ONE_CELL, STATUS_WORDS, YES
from jcm_ledger.render.xlsx.form import FormSheet
from jcm_ledger.rules.commissions import Commission

_WIDTHS = (26, 84, 56)

GuideRow = Sequence[str]


class Lists(NamedTuple):
    """Where the guide has the words that may be chosen, as ranges that a cell can refer to."""

    statuses: str
    yes: str


def fill(guide: FormSheet, commission: Commission, paper: Circulation) -> Lists:
    """Write the sheet; return where the words to choose from stand."""
    for at, width in enumerate(_WIDTHS):
        guide.sheet.set_column(at, at, width)
    name = guide.said(lambda say: say.guide_sheet, " ")
    guide.write(0, 0, name, guide.looks.title)
    steps = [[*say.steps(commission, paper)] for say in guide.voices]
    for at, step in enumerate(zip(*steps, strict=True), start=1):
        guide.write(at, 0, str(at), guide.looks.prose)
        guide.write(at, 1, "\n".join(step), guide.looks.prose)
        guide.stretch(at, [("\n".join(step), _WIDTHS[1])])
    head = len(steps[0]) + 2
    yes = head + 1 + len(STATUS_WORDS)
    _table(guide, head, [*_words(guide)])
    _table(guide, yes + 2, [*_examples(guide)])
    return Lists(f"='{name}'!$A${head + 2}:$A${yes}", f"='{name}'!$A${yes + 1}")


def _words(guide: FormSheet) -> Iterator[GuideRow]:
    """Yield the words that may be chosen, each with what it means, under their headings."""
    yield guide.said(lambda say: say.status_heading), guide.said(lambda say: say.meaning_heading)
    for status, words in STATUS_WORDS.items():
        meanings = dict.fromkeys(say.meanings[status] for say in guide.voices)
        yield words.said(guide.language, IN_ONE_CELL), "\n".join(meanings)
    yield YES.said(guide.language, IN_ONE_CELL), guide.said(lambda say: say.yes_meaning)


def _examples(guide: FormSheet) -> Iterator[GuideRow]:
    """Yield what two rows might say, an answer a line, so that nothing takes them for answers."""
    yield [
        "\n".join(each)
        for each in zip(*(say.example_headings for say in guide.voices), strict=True)
    ]
    for column in ANSWERS:
        examples = zip(*(say.examples[column] for say in guide.voices), strict=True)
        yield HEADINGS[column].said(guide.language), *map("\n".join, examples)


def _table(guide: FormSheet, line: int, rows: Sequence[GuideRow]) -> None:
    """Write a row of headings and the rows under it."""
    for down, row in enumerate(rows):
        looks = guide.looks.told if down else guide.looks.heading
        for at, text in enumerate(row):
            guide.write(line + down, at, text, looks)
        guide.stretch(line + down, zip(row, _WIDTHS, strict=False))

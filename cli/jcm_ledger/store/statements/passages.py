"""From what stands in a file to a statement: its title and day, its passages and their numbers."""

from collections.abc import Iterator, Sequence
from datetime import date

from jcm_ledger.model.statement import Passage, PassageKind, Statement
from jcm_ledger.model.text import is_japanese
from jcm_ledger.store.statements import signs
from jcm_ledger.store.statements.days import day_of
from jcm_ledger.store.statements.extract import Extract, Role, Stretch
from jcm_ledger.store.statements.lists import Arrangement, Placed

_HEAD = 6
"""Among how many stretches at its beginning a statement says its title and its day."""

_BEFORE_THE_FIRST = "0"
"""The number of what stands before the first numbered paragraph of a statement."""


def statement(extract: Extract) -> Statement:
    """Return what a reader found as a statement; its head may say its title and its day."""
    title, day, stretches = _without_head(extract)
    arrangement = Arrangement()
    for place, stretch in enumerate(stretches):
        arrangement.add(stretch, stretches[place + 1] if place + 1 < len(stretches) else None)
    placed = arrangement.placed
    return Statement(
        passages=tuple(
            Passage(number=number, text=each.text, kind=each.kind, level=each.level, lead=each.lead)
            for each, number in zip(placed, _numbers(placed), strict=True)
        ),
        lang="ja" if is_japanese(" ".join(each.text for each in placed)) else "en",
        title=title,
        day=day,
        address=extract.address,
        sides=extract.sides,
    )


def _without_head(extract: Extract) -> tuple[str, date | None, list[Stretch]]:
    """Return the title, the day, and the stretches without the lines that say nothing else."""
    every = [_joined(each) for each in extract.stretches]
    head, rest = every[:_HEAD], every[_HEAD:]
    days = [day for each in head if (day := day_of(each.text))]
    kept = [each for each in head if day_of(each.text) is None]
    title = " ".join(extract.title.split())
    if len(every) > 1 and kept and _is_title(kept[0], title):
        title = kept.pop(0).text
    return title, extract.day or next(iter(days), None), [each for each in kept + rest if each.text]


def _joined(stretch: Stretch) -> Stretch:
    """Return a stretch with one blank for each run of white space, and none at its ends."""
    if stretch.role is Role.ROW:  # its cells are so, and an empty one stands between two blanks
        return stretch
    return stretch._replace(text=" ".join(stretch.text.split()))


def _is_title(first: Stretch, title: str) -> bool:
    """Return whether the first stretch is the title, be that known otherwise or not."""
    if title:
        return first.text == title
    is_line = first.role is Role.TEXT and signs.is_title(first.text)
    return first.role is Role.HEADING or is_line


def _numbers(placed: Sequence[Placed]) -> Iterator[str]:
    """Yield the number of each passage: the statement's own, or a count from 1.

    A heading has the number of what follows it. Where a statement numbers its paragraphs, what
    stands between two has the number of the first, or of what leads it in.
    """
    if not _is_numbered(placed):
        count = 1
        for each in placed:
            yield str(count)
            count += each.kind is not PassageKind.HEADING
        return
    numbers: list[str] = []
    last = _BEFORE_THE_FIRST
    for each in placed:
        led = each.kind is PassageKind.BULLET and each.lead is not None
        number = each.own or (numbers[each.lead] if led and each.lead is not None else last)
        if each.own and each.kind is PassageKind.PARAGRAPH:
            last = each.own
        numbers.append(number)
        yield number


def _is_numbered(placed: Sequence[Placed]) -> bool:
    """Return whether a statement numbers its paragraphs: most have a number, none a second time."""
    paragraphs = [
        each
        for each in placed
        if each.kind is PassageKind.PARAGRAPH
        or (each.kind is PassageKind.BULLET and each.level == 1 and each.lead is None)
    ]
    numbers = [each.own for each in paragraphs if each.own]
    return 1 < len(set(numbers)) == len(numbers) and 2 * len(numbers) > len(paragraphs)

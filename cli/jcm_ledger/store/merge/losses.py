"""What a merge must not lose: its result is read back and compared with both sides."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from operator import attrgetter

from jcm_ledger.errors import InvalidLedger
from jcm_ledger.errors.git import CannotMerge
from jcm_ledger.store.document import toml
from jcm_ledger.store.journal import (
    JOURNAL,
    called,
    canonical,
    entries_of,
    translations,
    untranslated,
)
from jcm_ledger.store.merge.sides import Document
from jcm_ledger.store.text import resolved


def read_back(name: str, text: str) -> Document:
    """Return a result as a document; raise CannotMerge if it is no TOML."""
    try:
        return toml(text.encode(), "the result")[1]
    except InvalidLedger as error:
        raise CannotMerge(name, f"the two do not fit together: {error.problems[0]}") from None


Refuse = Callable[[str, Document, Document, Document], None]
"""Given a ledger's name, a result, ours and theirs, raises CannotMerge if something is lost."""


def refuse_loss(name: str, result: Document, ours: Document, theirs: Document) -> None:
    """Raise CannotMerge unless the result holds everything that either side holds.

    It has each element of an array as often as the side that has it more often, and each row of
    another table as one of the sides has it.
    """
    documents = result, ours, theirs
    for table in {table for document in documents for table in document}:
        if any(isinstance(document.get(table), list) for document in documents):
            _refuse_lost_element(name, table, *documents)
        else:
            _refuse_lost_row(name, table, *documents)


def refuse_lost_entry(name: str, result: Document, ours: Document, theirs: Document) -> None:
    """Raise CannotMerge unless the result has the entries of both, and the rest of one of them."""
    _refuse_lost_element(name, JOURNAL, result, ours, theirs)
    tables, one, two = map(_without_journal, (result, ours, theirs))
    if tables not in (one, two):
        raise CannotMerge(name, "its tables would be neither ours nor theirs")


def refuse_lost_translation(
    name: str, results: Iterable[Document], ours: Document, theirs: Document
) -> None:
    """Raise CannotMerge unless the results together have every translation of both, and no other.

    There are two results if there are conflicts: one with our side chosen, one with theirs.
    """
    found, wanted = (
        {
            (untranslated(entry), *translation)
            for document in documents
            for entry in entries_of(document)
            for translation in translations(entry)
        }
        for documents in (results, (ours, theirs))
    )
    if found != wanted:
        raise CannotMerge(name, "the translation of an entry would be lost")


def _without_journal(document: Document) -> bytes:
    return canonical({table: rows for table, rows in document.items() if table != JOURNAL})


def _refuse_lost_element(name: str, table: str, *documents: Document) -> None:
    """Raise CannotMerge unless an array has each element as often as the other that has most."""
    found, one, two = (_elements(document, table) for document in documents)
    if found != one | two:
        raise CannotMerge(name, f"an entry of [[{table}]] would be lost or doubled")


def _refuse_lost_row(name: str, table: str, *documents: Document) -> None:
    """Raise CannotMerge unless each row of the first document is that of one of the others."""
    values = [document.get(table, {}) for document in documents]
    rows = [value if isinstance(value, dict) else {"": value} for value in values]
    for key in {key for row in rows for key in row}:
        result, one, two = (row.get(key) for row in rows)
        if result not in (one, two) and canonical(result) not in (
            canonical(one),
            canonical(two),
        ):  # nan != nan
            raise CannotMerge(name, f"{table} {key} would be neither ours nor theirs".strip())


def lacking(data: bytes, *sides: bytes) -> list[str]:
    """Return the entries that a side has and a ledger lacks, as people call them.

    In a text that is no TOML, the entries that can be read count.
    """
    return _beyond([_Entries(data)], sides)


def left_out(text: str, *sides: bytes) -> list[str]:
    """Return the entries of a side that a text with conflicts lacks, whichever side is chosen."""
    wordings = (resolved(text, attrgetter(side)) for side in ("ours", "theirs"))
    found = [_Entries(wording.encode(errors="surrogateescape")) for wording in wordings]
    return _beyond(found, sides)


class _Entries:
    """The entries of a ledger without their translations, and which of them have one.

    Of a text that is no TOML, those that can be read.
    """

    def __init__(self, data: bytes) -> None:
        entries = [*_readable(data)]
        self.plain = Counter(map(untranslated, entries))
        self.translated = {
            (untranslated(entry), key) for entry in entries for key, _text in translations(entry)
        }


def _beyond(there: Iterable[_Entries], sides: Iterable[bytes]) -> list[str]:
    """Return the entries of sides that are not there as often, or without their translation."""
    plain: Counter[bytes] = Counter()
    wanted: Counter[bytes] = Counter()
    translated, sought = set(), set()
    for each in there:
        plain |= each.plain
        translated |= each.translated
    for each in map(_Entries, sides):
        wanted |= each.plain
        sought |= each.translated
    lost = wanted - plain
    bare = {entry: None for entry, _key in sorted(sought - translated) if entry not in lost}
    return [called(entry) for entry in (*lost.elements(), *bare)]


def _readable(data: bytes) -> Iterator[object]:
    """Yield each entry of a ledger; of a text that is no TOML, each entry that is."""
    try:
        yield from entries_of(toml(data, "")[1])
    except InvalidLedger:
        for entry in _ENTRY.findall(data.decode(errors="surrogateescape")):
            with suppress(InvalidLedger, UnicodeEncodeError):
                yield from entries_of(toml(entry.encode(), "")[1])


_ENTRY = re.compile(
    r"""^[ \t]*\[\[[ \t]*progress[ \t]*\]\].*         # from its header
        (?:\n(?![ \t]*\[(?![ \t]*progress[ \t]*\.)).*)*  # to the next that is no [progress.x]
    """,
    re.MULTILINE | re.VERBOSE,
)


def _elements(document: Document, array: str) -> Counter[bytes]:
    value = document.get(array, [])
    form = untranslated if array == JOURNAL else canonical
    return Counter(map(form, value if isinstance(value, list) else [value]))

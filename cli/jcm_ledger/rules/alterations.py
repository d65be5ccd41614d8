"""What became of the entries that were on file: gone, altered, or only translated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.finding import Finding
from jcm_ledger.model.ledger import TRANSLATIONS, Entry

Each = TypeVar("Each", Entry, "RawEntry")

Lost = tuple[Each, Each | None]
"""An entry that is on file no more, and the new one in its place, if any."""

Translations = tuple[tuple[str, str], ...]
"""What an entry says in another language: the keys with their texts."""


class Vanished(Struct, frozen=True, kw_only=True):
    """An entry that was on file and is not any more; `altered` is the new one in its place."""

    entry: Entry
    altered: Entry | None


class RawEntry(Struct, frozen=True, kw_only=True):
    """An entry as the file has it: `canonical` is all of it, with keys that jcm does not know.

    `untranslated` is the same without its `translations`. A missing value is an empty text. A
    `faulty` entry could not be read whole.
    """

    commitment: str
    date: str
    by: str
    canonical: bytes
    untranslated: bytes
    translations: Translations = ()
    faulty: bool = False


def vanished(before: Sequence[Entry], after: Sequence[Entry]) -> list[Vanished]:
    """Return the entries that are on file no more, in their order.

    What is new about the same commitment on the same date is taken for the entry altered; one that
    gained a translation is the entry itself.
    """
    return [
        Vanished(entry=entry, altered=altered)
        for entry, altered in lost_entries(before, after)
        if altered is None or not _translated(entry, altered)
    ]


def against(
    before: Sequence[RawEntry], after: Sequence[RawEntry], revision: str
) -> Iterator[Finding]:
    """Find entries of an earlier revision that are gone or altered: what `check` adds to it.

    One that could not be read then may have been put right. Adding a translation alters nothing.
    """
    for entry, altered in lost_entries(before, after):
        label = f"{entry.commitment}, entry of {entry.date} by {entry.by or 'nobody'}"
        hint = "put it back as it was, and say what is right in a later entry"
        if altered and (entry.faulty or _translated(entry, altered)):
            continue
        if altered:
            where = ("progress", after.index(altered))
            message = f"{label}: {revision} has it in other words"
            yield Finding.error("entry-altered", where, message, hint, entry.commitment)
        else:
            message = f"{label}: {revision} has it, and it is gone"
            yield Finding.error("entry-vanished", (), message, hint, entry.commitment)


def lost_entries(before: Sequence[Each], after: Sequence[Each]) -> Iterator[Lost[Each]]:
    """Yield each entry that is on file no more, and the new one in its place, if any.

    In the place of one that was translated stands its translation, whatever else is alike.
    """
    new, gone = beyond(before, after), beyond(after, before)
    in_place: list[Each | None] = []
    for entry in gone:
        same = next((each for each in new if _translated(entry, each)), None)
        if same:
            new.remove(same)
        in_place.append(same)
    for entry, translated in zip(gone, in_place, strict=True):
        same = translated
        if same is None:
            alike = [candidate for candidate in new if _about(candidate) == _about(entry)]
            same = min(alike, key=lambda candidate: candidate.by != entry.by, default=None)
            if same:
                new.remove(same)
        yield entry, same


def _translated(entry: Entry | RawEntry, other: Entry | RawEntry) -> bool:
    """Return whether the other is the entry with its translations, and perhaps more of them."""
    if _about(entry) != _about(other):
        return False
    (plain, had), (same, has) = map(_in_two, (entry, other))
    return plain == same and had <= has


def _in_two(entry: Entry | RawEntry) -> tuple[object, set[tuple[str, str]]]:
    """Return an entry without its translations, and these."""
    if isinstance(entry, RawEntry):
        return entry.untranslated, set(entry.translations)
    found = {(key, text) for key in TRANSLATIONS if (text := getattr(entry, key))}
    return replace(entry, **dict.fromkeys(TRANSLATIONS)), found


def beyond(seen: Iterable[Each], journal: Iterable[Each]) -> list[Each]:
    """Return the entries of a journal beyond those seen, each as often as it was not seen."""
    left = Counter(seen)
    new = []
    for entry in journal:
        if left[entry] > 0:
            left[entry] -= 1
        else:
            new.append(entry)
    return new


def _about(entry: Entry | RawEntry) -> tuple[str, date | str]:
    return entry.commitment, entry.date

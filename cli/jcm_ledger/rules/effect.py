"""Effect: what an entry changed, as of its own date."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from jcm_ledger.model.ledger import COMMITTEE, Entry, Ledger
from jcm_ledger.rules.standing import Standing, standing, standings


class Effect(Struct, frozen=True):
    """A commitment on the date of an entry, without the entry and with it.

    `later` is how it stands today, None where the entry is dated today or later. The entry
    `decides` if it speaks for a side that owns the commitment just before it.
    """

    entry: Entry
    before: Standing
    after: Standing
    later: Standing | None
    decides: bool


def effects(ledger: Ledger, entries: Sequence[Entry], today: date) -> list[Effect]:
    """Return what entries change, each on its date, when they are added to a ledger in this order.

    Of several about one commitment, each is told without those after it.
    """
    after = replace(ledger, journal=(*ledger.journal, *entries))
    ids = {entry.commitment for entry in entries}
    is_backdated = any(entry.date < today for entry in entries)
    now = _rows(after, today, ids) if is_backdated else {}
    found: dict[int, Effect] = {}
    before = ledger
    for numbers in _rounds(entries):
        added = [entries[number] for number in numbers]
        then = replace(before, journal=(*before.journal, *added))
        for day in {entry.date for entry in added}:
            of_day = [number for number in numbers if entries[number].date == day]
            asked = {entries[number].commitment for number in of_day}
            old, new = (_rows(each, day, asked) for each in (before, then))
            for number in of_day:
                entry = entries[number]
                name = entry.commitment
                later = now[name] if day < today else None
                decides = _decides(ledger, old[name], entry)
                found[number] = Effect(entry, old[name], new[name], later, decides)
        before = then
    return [found[number] for number in range(len(entries))]


def _rows(ledger: Ledger, day: date, ids: set[str]) -> dict[str, Standing]:
    """Return standings by id, also of what was not made by `day`: an old entry may be of before."""
    found = {row.commitment.id: row for row in standings(ledger, day, ids)}
    for name in ids - found.keys():
        found[name] = standing(ledger, ledger.commitments[name], day)
    return found


def _rounds(entries: Sequence[Entry]) -> Iterator[list[int]]:
    """Yield the numbers of the first entry about each commitment, then of the second, and so on."""
    left = list(range(len(entries)))
    while left:
        first: dict[str, int] = {}
        for number in left:
            first.setdefault(entries[number].commitment, number)
        yield list(first.values())
        left = [number for number in left if number not in first.values()]


def _decides(ledger: Ledger, before: Standing, entry: Entry) -> bool:
    if entry.speaker == COMMITTEE or not before.owner_sides:
        return True
    return ledger.side_of(entry.speaker) in before.owner_sides

"""Which entries of the journal decide, for whom they speak, and what they leave standing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import CLOSED, Status

NO_SIDE = ""
"""What stands for the sides where no owner has one: every entry speaks for it."""

NOBODY = (NO_SIDE,)
"""The owning sides then."""

Supersessions = Sequence[tuple[date, str]]
"""When a commitment was superseded, and the id of the one that supersedes it, by date."""


class Sides(Struct, frozen=True):
    """Which sides bodies are of, as functions that remember their answers."""

    of: Callable[[str | None], str | None]
    owning: Callable[[tuple[str, ...]], tuple[str, ...]]


class Account(Struct, frozen=True, gc=False):  # no cyclic garbage collection
    """What the deciding entries about a commitment leave standing.

    `owners` are the last that were named, by the entry `handover` if by any, `sides` theirs.
    `words` has each side's last deciding entry with a status, the side that spoke last at the
    end; a side that said nothing is missing.
    `word` is the one that decides: the latest open one, else the latest; None without any.
    `completions` are the entries of each side's unbroken run of completed words that stands, by
    date. `moves` are the entries that moved the deadline. `decided` is the date of the last
    deciding status. `closed_on` is the day since when it has been closed with
    this status. `superseded_by` is the commitment that took its place and closed it.
    """

    owners: tuple[str, ...]
    handover: Entry | None
    sides: tuple[str, ...]
    words: dict[str, Entry]
    word: Entry | None
    completions: list[Entry]
    moves: list[Entry]
    decided: date | None
    closed_on: date | None
    superseded_by: str | None

    @property
    def done(self) -> Period | None:
        """When it was done: as the latest completion tells, else the day of the earliest one."""
        told = [each.happened for each in self.completions if each.happened is not None]
        if told:
            return told[-1]
        first = self.completions[0].date if self.completions else None
        return Period(first, first) if first else None


def overall(words: Iterable[Entry]) -> Entry | None:
    """Return the word that decides, of words as they were spoken: an open one holds it open."""
    decides = None
    for word in words:
        if decides is None or decides.status in CLOSED or word.status not in CLOSED:
            decides = word
    return decides


def sides(ledger: Ledger) -> Sides:
    """Return which sides the bodies of a ledger are of."""
    return Sides(
        cache(ledger.side_of),
        cache(lambda owners: ledger.sides_of(owners) or NOBODY),
    )


def owners_before(
    commitment: Commitment, journal: Sequence[Entry], sides: Sides
) -> list[tuple[str, ...]]:
    """Return the owners just before each entry of a commitment, given sorted by date."""
    return [account(commitment, journal[:number], sides).owners for number in range(len(journal))]


def account(
    commitment: Commitment,
    journal: Sequence[Entry],
    sides: Sides,
    supersessions: Supersessions = (),
) -> Account:
    """Return what the entries of a commitment, sorted by date, leave standing."""
    owners, owning = commitment.owners, sides.owning(commitment.owners)
    words: dict[str, Entry] = {}
    heard: list[Entry] = []
    moves: list[Entry] = []
    closed: Closed = None
    handover: Entry | None = None
    supersedes: dict[int, str] = {}
    if supersessions:
        journal, supersedes = _with_supersessions(commitment, journal, supersessions)
    for entry in journal:
        speaking = _speaking(entry, owning, sides)
        if not speaking or (closed and id(entry) in supersedes):
            continue
        if entry.deadline is not None:
            moves.append(entry)
        if entry.status is not None:
            heard.append(entry)
            for side in speaking:
                words.pop(side, None)  # who spoke last stands last
                words[side] = entry
        if entry.owners and _may_hand_over(entry, owning, sides):
            owners, owning, handover = entry.owners, sides.owning(entry.owners), entry
        if closed or entry.owners or entry.status in CLOSED:
            closed = _closed(closed, overall(_of(words, owning).values()), entry.date)
    word = overall((words := _of(words, owning)).values())
    return Account(
        owners,
        handover,
        owning,
        words,
        word,
        _completions(heard, words, owning, sides)
        if word and word.status is Status.COMPLETED
        else [],
        moves,
        heard[-1].date if heard else None,
        closed[1] if closed else None,
        _superseded_by(heard, supersedes) if closed and supersedes else None,
    )


def _superseded_by(heard: Sequence[Entry], supersedes: Mapping[int, str]) -> str | None:
    """Return what superseded a closed commitment last, None where it was closed otherwise since."""
    for entry in reversed(heard):
        if entry.status is not Status.SUPERSEDED:
            return None
        if id(entry) in supersedes:
            return supersedes[id(entry)]
    return None


def _completions(
    heard: Sequence[Entry], spoken: Iterable[str], owning: tuple[str, ...], sides: Sides
) -> list[Entry]:
    """Return the entries of each owning side's unbroken run of completed words, in their order."""
    found: dict[int, Entry] = {}
    for side in spoken:
        for entry in reversed(heard):
            if side in _speaking(entry, owning, sides):
                if entry.status is not Status.COMPLETED:
                    break
                found[id(entry)] = entry
    return [entry for entry in heard if id(entry) in found]


def _with_supersessions(
    commitment: Commitment, journal: Sequence[Entry], supersessions: Supersessions
) -> tuple[list[Entry], dict[int, str]]:
    """Return the journal with a word of the committee for each supersession, by date.

    It stands before the entries of its day. Also what supersedes by each of these words.
    """
    words = [
        Entry(commitment=commitment.id, date=day, by=COMMITTEE, status=Status.SUPERSEDED)
        for day, _by in supersessions
    ]
    supersedes = {id(word): by for word, (_, by) in zip(words, supersessions, strict=True)}
    return sorted([*words, *journal], key=lambda entry: entry.date), supersedes


def _speaking(entry: Entry, owning: tuple[str, ...], sides: Sides) -> tuple[str, ...]:
    """Return the owning sides that an entry speaks for."""
    speaker = entry.on_behalf_of or entry.by
    if speaker == COMMITTEE or owning == NOBODY:
        return owning
    side = sides.of(speaker)
    return (side,) if side is not None and side in owning else ()


def _may_hand_over(entry: Entry, owning: tuple[str, ...], sides: Sides) -> bool:
    """Return whether an entry may name these owners: only the committee may change the sides."""
    return entry.by == COMMITTEE or sides.owning(entry.owners or ()) == owning


Closed = tuple[Status, date] | None
"""With which status something is closed and since when, None while it is open."""


def _closed(before: Closed, word: Entry | None, day: date) -> Closed:
    """Return since when it is closed with the status of the word that decides on a day."""
    if word is None or word.status is None or word.status not in CLOSED:
        return None
    return before if before is not None and before[0] is word.status else (word.status, day)


def _of(words: dict[str, Entry], owning: tuple[str, ...]) -> dict[str, Entry]:
    """Return the words of the sides that own it now."""
    for side in words:
        if side not in owning:
            return {side: word for side, word in words.items() if side in owning}
    return words

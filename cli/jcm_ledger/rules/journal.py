"""Which entries of the journal decide, for whom they speak, and what they leave standing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import CLOSED, Status

NO_SIDE = ""
"""What stands for the sides where no owner has one: every entry speaks for it."""

Supersessions = Sequence[tuple[date, str]]
"""When a commitment was superseded, and the id of the one that supersedes it, by date."""


class Sides(Struct, frozen=True):
    """Which sides bodies are of, as functions that remember their answers.

    `speaking` gives, for the sides that own, those of them that each speaker speaks for.
    """

    owning: Callable[[tuple[str, ...]], tuple[str, ...]]
    speaking: Callable[[tuple[str, ...]], "_Speaking"]


class _Speaking(dict[str | None, tuple[str, ...]]):
    """The owning sides that a speaker speaks for, each worked out when it is first asked for."""

    def __init__(self, ledger: Ledger, owning: tuple[str, ...]) -> None:
        super().__init__()
        self._ledger, self._owning = ledger, owning

    def __missing__(self, speaker: str | None) -> tuple[str, ...]:
        side = self._ledger.side_of(speaker)
        if speaker == COMMITTEE or self._owning == (NO_SIDE,):
            found = self._owning
        else:
            found = (side,) if side is not None and side in self._owning else ()
        self[speaker] = found
        return found


def sides(ledger: Ledger) -> Sides:
    """Return which sides the bodies of a ledger are of."""
    return Sides(
        cache(lambda owners: ledger.sides_of(owners) or (NO_SIDE,)),
        cache(lambda owning: _Speaking(ledger, owning)),
    )


class Account(Struct, frozen=True, gc=False):  # no cyclic garbage collection
    """What the deciding entries about a commitment leave standing.

    `owners` are the last that were named, by the entry `handover` if by any, `sides` theirs.
    `words` has each owning side's last deciding entry with a status, the side that spoke last at
    the end; a side that said nothing is missing. `word` is the one that decides: the latest open
    one, else the latest. `moves` are the entries that moved the deadline. `decided` is the date of
    the last deciding status, and `closed_on` the day since when it is closed with the status that
    it has. `completions` are the entries of each owning side's unbroken run of completed words, by
    date. `superseded_by` is the commitment that took its place and closed it.
    """

    owners: tuple[str, ...]
    handover: Entry | None
    sides: tuple[str, ...]
    words: dict[str, Entry]
    word: Entry | None
    moves: Sequence[Entry]
    decided: date | None
    closed_on: date | None
    completions: Sequence[Entry]
    superseded_by: str | None


Heard = list[tuple[Entry, tuple[str, ...]]]
"""Deciding entries with a status, by date, each with the sides that it speaks for."""


def account(
    commitment: Commitment,
    journal: Sequence[Entry],
    sides: Sides,
    supersessions: Supersessions = (),
) -> Account:
    """Return what the entries of a commitment, sorted by date, leave standing.

    An entry decides if it speaks for a side that owns the commitment just before it. This is asked
    for every row of a list, and so one loop over local names.
    """
    owners, owning, handover = commitment.owners, sides.owning(commitment.owners), None
    spoken_for = sides.speaking(owning)
    words: dict[str, Entry] = {}
    heard: Heard = []
    moves: list[Entry] = []
    closed: Closed = None
    supersedes: dict[int, str] = {}
    if supersessions:
        journal, supersedes = _with_supersessions(commitment, journal, supersessions)
    for entry in journal:
        speaking = spoken_for[entry.on_behalf_of or entry.by]
        if not speaking or (closed and id(entry) in supersedes):
            continue
        if entry.deadline is not None:
            moves.append(entry)
        if entry.status is not None:
            heard.append((entry, speaking))
            for side in speaking:
                words.pop(side, None)  # who spoke last stands last
                words[side] = entry
        if entry.owners and _may_hand_over(entry, owning, sides):
            owners, owning, handover = entry.owners, sides.owning(entry.owners), entry
            spoken_for = sides.speaking(owning)
        if closed or entry.owners or entry.status in CLOSED:
            closed = _closed(closed, _deciding(_of(words, owning)), entry.date)
    if handover is not None:
        words = _of(words, owning)
    word = _deciding(words) if words else None
    return Account(
        owners,
        handover,
        owning,
        words,
        word,
        moves,
        heard[-1][0].date if heard else None,
        closed[1] if closed else None,
        _completions(heard, words) if word and word.status is Status.COMPLETED else (),
        _superseded_by(heard, supersedes) if closed and supersedes else None,
    )


def owners_before(
    commitment: Commitment, journal: Sequence[Entry], sides: Sides
) -> list[tuple[str, ...]]:
    """Return the owners just before each entry of a commitment, given sorted by date."""
    return [account(commitment, journal[:count], sides).owners for count in range(len(journal))]


def done(completions: Sequence[Entry]) -> Period | None:
    """Return when it was done: as the latest completion tells, else the day of the earliest."""
    told = [each.happened for each in completions if each.happened is not None]
    if told:
        return told[-1]
    return Period(completions[0].date, completions[0].date) if completions else None


def _with_supersessions(
    commitment: Commitment, journal: Sequence[Entry], supersessions: Supersessions
) -> tuple[list[Entry], dict[int, str]]:
    """Return the journal with a word of the committee for each supersession, by date.

    It stands before the entries of its day, and closes what is open then. Also, by the identity of
    each of these words, the commitment that supersedes.
    """
    words = [
        Entry(commitment=commitment.id, date=day, by=COMMITTEE, status=Status.SUPERSEDED)
        for day, _by in supersessions
    ]
    supersedes = {id(word): by for word, (_, by) in zip(words, supersessions, strict=True)}
    return sorted([*words, *journal], key=lambda entry: entry.date), supersedes


def _may_hand_over(entry: Entry, owning: tuple[str, ...], sides: Sides) -> bool:
    """Return whether an entry may name its owners: only the committee may change the sides."""
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


def _deciding(words: Mapping[str, Entry]) -> Entry | None:
    """Return the latest open word, else the latest: an open one holds it open."""
    decides = None
    for word in words.values():
        if decides is None or decides.status in CLOSED or word.status not in CLOSED:
            decides = word
    return decides


def _completions(heard: Heard, words: Mapping[str, Entry]) -> list[Entry]:
    """Return the entries of each side's unbroken run of completed words, by date."""
    if len(heard) == 1:
        return [heard[0][0]]
    left = {side for side, word in words.items() if word.status is Status.COMPLETED}
    found = []
    for entry, speaking in reversed(heard):
        if entry.status is not Status.COMPLETED:
            left.difference_update(speaking)
        elif not left.isdisjoint(speaking):
            found.append(entry)
    return found[::-1]


def _superseded_by(heard: Heard, supersedes: Mapping[int, str]) -> str | None:
    """Return what superseded a closed commitment last, None where it was closed otherwise since."""
    for entry, _speaking in reversed(heard):
        if entry.status is not Status.SUPERSEDED:
            return None
        if id(entry) in supersedes:
            return supersedes[id(entry)]
    return None

"""Which entries of the journal decide, for whom they speak, and what they leave standing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status

NO_SIDE = ""
"""What stands for the sides where no owner has one: every entry speaks for it."""

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
    `completions` are the entries of each side's unbroken run of completed words that stands, by
    date. `moves` are the entries that moved the deadline. `decided` is the date of the last
    deciding status. `closed_on` is the day since when it has been closed with
    this status. `superseded_by` is the commitment that took its place and closed it.
    """

    owners: tuple[str, ...]
    handover: Entry | None
    sides: tuple[str, ...]
    words: dict[str, Entry]
    completions: list[Entry]
    moves: list[Entry]
    decided: date | None
    closed_on: date | None
    superseded_by: str | None

    @property
    def word(self) -> Entry | None:
        """The latest open word of an owning side, else the latest word; None without any."""
        return overall(self.words.values())

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
        if decides is None or is_closed(decides) or not is_closed(word):
            decides = word
    return decides


def is_closed(entry: Entry | None) -> bool:
    """Return whether an entry reports that nothing more is expected."""
    return entry is not None and entry.status is not None and entry.status.closed


def sides(ledger: Ledger) -> Sides:
    """Return which sides the bodies of a ledger are of."""
    return Sides(
        cache(ledger.side_of),
        cache(lambda owners: ledger.sides_of(owners) or (NO_SIDE,)),
    )


def owners_before(
    commitment: Commitment, journal: Iterable[Entry], sides: Sides
) -> list[tuple[str, ...]]:
    """Return the owners just before each entry of a commitment, given sorted by date."""
    walk = _Walk(commitment, sides)
    found = []
    for entry in journal:
        found.append(walk.owners)
        walk.hear(entry)
    return found


def account(
    commitment: Commitment,
    journal: Sequence[Entry],
    sides: Sides,
    supersessions: Supersessions = (),
) -> Account:
    """Return what the entries of a commitment, sorted by date, leave standing."""
    walk = _Walk(commitment, sides)
    for day, by in supersessions:
        before = [entry for entry in journal if entry.date < day]
        for entry in before:
            walk.hear(entry)
        walk.supersede(day, by)
        journal = journal[len(before) :]
    for entry in journal:
        walk.hear(entry)
    return walk.account()


class _Walk:
    """A commitment's journal as it is walked, entry by entry."""

    def __init__(self, commitment: Commitment, sides: Sides) -> None:
        self._commitment = commitment
        self._sides = sides
        self.owners = commitment.owners
        self._handover: Entry | None = None
        self._owning = sides.owning(commitment.owners)
        self._runs: dict[str, list[Entry]] = {}
        self._completed: list[Entry] = []
        self._moves: list[Entry] = []
        self._decided: date | None = None
        self._closed: tuple[Status, date] | None = None
        self._superseded_by: str | None = None

    def hear(self, entry: Entry) -> None:
        """Take an entry in, if it speaks for a side that owns the commitment just before it."""
        speaking = self._speaking(entry)
        if not speaking:
            return
        if entry.deadline is not None:
            self._moves.append(entry)
        if entry.status is not None:
            if entry.status is not Status.SUPERSEDED:
                self._superseded_by = None
            self._report(entry, speaking)
        if entry.owners:
            self._hand_over(entry)

    def supersede(self, day: date, by: str) -> None:
        """Close what is open then: a later commitment of this id took its place."""
        if is_closed(overall(self._words().values())):
            return
        word = Entry(
            commitment=self._commitment.id, date=day, by=COMMITTEE, status=Status.SUPERSEDED
        )
        self._report(word, self._owning)
        self._superseded_by = by

    def account(self) -> Account:
        """Return what is left standing."""
        words = self._words()
        return Account(
            self.owners,
            self._handover,
            self._owning,
            words,
            self._completions(words),
            self._moves,
            self._decided,
            self._closed[1] if self._closed else None,
            self._superseded_by if self._closed else None,
        )

    def _speaking(self, entry: Entry) -> tuple[str, ...]:
        """Return the owning sides that an entry speaks for."""
        speaker = entry.on_behalf_of or entry.by
        if speaker == COMMITTEE or self._owning == (NO_SIDE,):
            return self._owning
        side = self._sides.of(speaker)
        return (side,) if side is not None and side in self._owning else ()

    def _report(self, entry: Entry, speaking: tuple[str, ...]) -> None:
        for side in speaking:
            run = self._runs.pop(side, None)  # who spoke last stands last
            if run is not None and run[-1].status is entry.status:
                run.append(entry)
            else:
                run = [entry]
            self._runs[side] = run
        self._decided = entry.date
        if entry.status is Status.COMPLETED:
            self._completed.append(entry)
        if self._closed is not None or is_closed(entry):
            self._settle(entry.date)

    def _hand_over(self, entry: Entry) -> None:
        """Let the owners be those of an entry; other sides may be named by the committee only."""
        owning = self._sides.owning(entry.owners or ())
        if owning == self._owning or entry.by == COMMITTEE:
            self.owners, self._owning = entry.owners or (), owning
            self._handover = entry
            self._settle(entry.date)

    def _settle(self, day: date) -> None:
        """Keep since when it is closed with the status that it has now."""
        word = overall(self._words().values())
        if word is None or word.status is None or not word.status.closed:
            self._closed = None
        elif self._closed is None or self._closed[0] is not word.status:
            self._closed = (word.status, day)

    def _completions(self, words: Iterable[str]) -> list[Entry]:
        """Return the completed entries that stand in the runs of these sides, by date."""
        standing = {id(entry) for side in words for entry in self._runs[side]}
        return [entry for entry in self._completed if id(entry) in standing]

    def _words(self) -> dict[str, Entry]:
        """Return the words of the sides that own it now."""
        return {side: run[-1] for side, run in self._runs.items() if side in self._owning}

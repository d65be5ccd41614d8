"""Which entries of the journal decide, for whom they speak, and what they leave standing."""

from collections.abc import Callable, Iterable, Sequence
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

    `speaking` gives, for the sides that own and a speaker, those of them that are spoken for.
    """

    owning: Callable[[tuple[str, ...]], tuple[str, ...]]
    speaking: Callable[[tuple[str, ...], str | None], tuple[str, ...]]


def sides(ledger: Ledger) -> Sides:
    """Return which sides the bodies of a ledger are of."""

    def speaking(owning: tuple[str, ...], speaker: str | None) -> tuple[str, ...]:
        if speaker == COMMITTEE or owning == (NO_SIDE,):
            return owning
        side = ledger.side_of(speaker)
        return (side,) if side is not None and side in owning else ()

    return Sides(cache(lambda owners: ledger.sides_of(owners) or (NO_SIDE,)), cache(speaking))


def owners_before(
    commitment: Commitment, journal: Iterable[Entry], sides: Sides
) -> list[tuple[str, ...]]:
    """Return the owners just before each entry of a commitment, given sorted by date."""
    account = Account(commitment, sides)
    found = []
    for entry in journal:
        found.append(account.owners)
        account.hear(entry)
    return found


def account(
    commitment: Commitment,
    journal: Sequence[Entry],
    sides: Sides,
    supersessions: Supersessions = (),
) -> "Account":
    """Return what the entries of a commitment, sorted by date, leave standing."""
    found = Account(commitment, sides)
    for day, by in supersessions:
        before = [entry for entry in journal if entry.date < day]
        for entry in before:
            found.hear(entry)
        found.supersede(day, by)
        journal = journal[len(before) :]
    for entry in journal:
        found.hear(entry)
    return found


def done(completions: Sequence[Entry]) -> Period | None:
    """Return when it was done: as the latest completion tells, else the day of the earliest."""
    told = [each.happened for each in completions if each.happened is not None]
    if told:
        return told[-1]
    return Period(completions[0].date, completions[0].date) if completions else None


class Account:
    """What the deciding entries about a commitment leave standing, as far as they were heard.

    `owners` are the last that were named, by the entry `handover` if by any, `sides` theirs.
    `moves` are the entries that moved the deadline. `decided` is the date of the last deciding
    status. `superseded_by` is the commitment that took its place and closed it.
    """

    # One is made for each row of a list: few attributes, and what few need is worked out late.
    __slots__ = (
        *("decided", "handover", "moves", "owners", "sides", "superseded_by"),
        *("_closed", "_commitment", "_completed", "_last", "_of"),
    )

    def __init__(self, commitment: Commitment, sides: Sides) -> None:
        self.owners = commitment.owners
        self.handover: Entry | None = None
        self.sides = sides.owning(commitment.owners)
        self.moves: list[Entry] = []
        self.decided: date | None = None
        self.superseded_by: str | None = None
        self._commitment = commitment
        self._of = sides
        self._last: dict[str, Entry] = {}
        self._completed: list[tuple[Entry, tuple[str, ...]]] = []
        self._closed: tuple[Status, date] | None = None

    def hear(self, entry: Entry) -> None:
        """Take an entry in, if it speaks for a side that owns the commitment just before it."""
        speaking = self._of.speaking(self.sides, entry.on_behalf_of or entry.by)
        if not speaking:
            return
        if entry.deadline is not None:
            self.moves.append(entry)
        if entry.status is not None:
            self._report(entry, entry.status, speaking)
        if entry.owners:
            self._hand_over(entry, entry.owners)

    def supersede(self, day: date, by: str) -> None:
        """Close what is open then: a later commitment of this id took its place."""
        if self._closed is None:
            status, about = Status.SUPERSEDED, self._commitment.id
            word = Entry(commitment=about, date=day, by=COMMITTEE, status=status)
            self._report(word, status, self.sides)
            self.superseded_by = by

    @property
    def words(self) -> dict[str, Entry]:
        """Each owning side's last deciding entry with a status, the one that spoke last at the end.

        A side that said nothing is missing.
        """
        if self.owners is self._commitment.owners:
            return self._last
        return {side: word for side, word in self._last.items() if side in self.sides}

    @property
    def word(self) -> Entry | None:
        """The latest open word of an owning side, else the latest word; None without any."""
        decides = None
        for word in self.words.values():
            if decides is None or decides.status in CLOSED or word.status not in CLOSED:
                decides = word
        return decides

    @property
    def closed_on(self) -> date | None:
        """The day since when it has been closed with the status that it has."""
        return self._closed[1] if self._closed else None

    @property
    def completions(self) -> list[Entry]:
        """The entries of each owning side's unbroken run of completed words, by date."""
        left = {side for side, word in self.words.items() if word.status is Status.COMPLETED}
        return [entry for entry, speaking in self._completed if not left.isdisjoint(speaking)]

    def _report(self, entry: Entry, status: Status, speaking: tuple[str, ...]) -> None:
        last, completed = self._last, self._completed
        for side in speaking:
            last.pop(side, None)  # who spoke last stands last
            last[side] = entry
        self.decided = entry.date
        if status is Status.COMPLETED:
            completed.append((entry, speaking))
        elif completed:  # a run is broken by its side's own words
            left = [(done, [side for side in of if side not in speaking]) for done, of in completed]
            self._completed = [(done, tuple(of)) for done, of in left if of]
        if status in CLOSED or self._closed is not None:
            if status is not Status.SUPERSEDED:
                self.superseded_by = None
            self._settle(entry.date)

    def _hand_over(self, entry: Entry, owners: tuple[str, ...]) -> None:
        """Let the owners be those of an entry; other sides may be named by the committee only."""
        owning = self._of.owning(owners)
        if owning == self.sides or entry.by == COMMITTEE:
            self.owners, self.sides, self.handover = owners, owning, entry
            self._settle(entry.date)

    def _settle(self, day: date) -> None:
        """Keep since when it is closed with the status that it has now."""
        word = self.word
        if word is None or word.status is None or word.status not in CLOSED:
            self._closed = self.superseded_by = None
        elif self._closed is None or self._closed[0] is not word.status:
            self._closed = (word.status, day)

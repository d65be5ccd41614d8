"""Bodies: who owes what, and when each was last heard from."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import COMMITTEE, Ledger, Organisation
from jcm_ledger.rules.ownership import successors
from jcm_ledger.rules.standing import Standing, Timing, standing


class Body(Struct, frozen=True, kw_only=True):
    """What a body owes as of a day.

    `owned` has every commitment it owns; `owed` of them are open, and `overdue` of these late.
    `last_heard` is the date of the latest entry that speaks for it or for a body it succeeded, on
    whatever commitment, and `days_silent` counts from there; both are None where there is none.
    """

    organisation: Organisation
    owned: tuple[Standing, ...]
    owed: int
    overdue: int
    last_heard: date | None
    days_silent: int | None

    @property
    def owing(self) -> tuple[Standing, ...]:
        """The commitments that are open."""
        return tuple(row for row in self.owned if row.open)

    @property
    def completed(self) -> int:
        """How many commitments were completed, late ones too."""
        return sum(row.timing in (Timing.MET, Timing.MET_LATE) for row in self.owned)


def bodies(ledger: Ledger, rows: Sequence[Standing], day: date) -> list[Body]:
    """Return the bodies that own something, by side, those that owe most overdue first.

    Those outside the committee, which have no side, come last.
    """
    owned: dict[str, list[Standing]] = {}
    for row in rows:
        for owner in row.owners:
            owned.setdefault(owner, []).append(row)
    heard = _last_heard(ledger, day)
    every = ledger.bodies
    found = [
        Body(
            organisation=every[name],
            owned=tuple(mine),
            owed=sum([row.open for row in mine]),
            overdue=sum([row.timing is Timing.OVERDUE for row in mine]),
            last_heard=heard.get(name),
            days_silent=(day - heard[name]).days if name in heard else None,
        )
        for name, mine in owned.items()
    ]
    places = {side: place for place, side in enumerate(ledger.committee.sides)}
    return sorted(
        found,
        key=lambda body: (
            places.get(body.organisation.side or "", len(places)),
            -body.overdue,
            -body.owed,
            body.organisation.id,
        ),
    )


def is_silent(body: Body, duration: Duration, day: date) -> bool:
    """Return whether a body owes something and was not heard from for longer than that."""
    heard = body.last_heard
    return body.owed > 0 and (heard is None or heard < duration.before(day))


def _last_heard(ledger: Ledger, day: date) -> dict[str, date]:
    """Return when each body was last spoken for by `day`; the committee speaks for the owners."""
    moved = successors(ledger, day)
    heard: dict[str, date] = {}
    owners: dict[str, tuple[str, ...]] = {}
    for entry in ledger.journal:
        speaker = entry.speaker
        if speaker is None or entry.date > day:
            continue
        if speaker == COMMITTEE:
            if entry.commitment not in owners:
                owners[entry.commitment] = _owners(ledger, entry.commitment, day)
            speakers = owners[entry.commitment]
        else:
            speakers = (moved.get(speaker, speaker),)
        for body in speakers:
            if body not in heard or heard[body] < entry.date:
                heard[body] = entry.date
    return heard


def _owners(ledger: Ledger, commitment: str, day: date) -> tuple[str, ...]:
    return standing(ledger, ledger.commitments[commitment], day).owners

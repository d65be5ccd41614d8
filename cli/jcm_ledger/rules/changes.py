"""What changed between two states of a ledger, in the words of the ledger."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import asdict, replace

from jcm_ledger.model.ledger import (
    Commitment,
    Entry,
    Ledger,
    Meeting,
    Organisation,
    OwnColumn,
    Theme,
)
from jcm_ledger.rules.alterations import Vanished, beyond, lost_entries, vanished
from jcm_ledger.rules.standing import Standing, made, standing, standings

NamedTable = Meeting | Organisation | Commitment | Theme | OwnColumn


class State(Struct, frozen=True, kw_only=True):
    """A ledger, what people call this state of it, and the day on which it is looked at."""

    name: str
    ledger: Ledger
    day: date


class KeyEdit(Struct, frozen=True, kw_only=True):
    """A key of a table whose value is another one now; None where there is none."""

    key: str
    before: object
    after: object


class TableDifference(Struct, frozen=True, kw_only=True):
    """A table that was added, taken away or edited: `edits` is empty for the first two."""

    table: str
    id: str
    name: str
    new: bool = False
    gone: bool = False
    edits: tuple[KeyEdit, ...] = ()


class CommitmentProgress(Struct, frozen=True, kw_only=True):
    """What was put on file about a commitment: new entries, and its standing before and after.

    `before` is None where it was not made yet.
    """

    before: Standing | None
    after: Standing
    entries: tuple[Entry, ...]

    @property
    def changed(self) -> bool:
        """Whether status, deadline or owners are others than before."""
        return self.status_changed or self.deadline_changed or self.owners_changed

    @property
    def status_changed(self) -> bool:
        """Whether the status is another one than before."""
        return self.after.status is not (self.before and self.before.status)

    @property
    def deadline_changed(self) -> bool:
        """Whether the deadline is another one than before; that of a new commitment is not."""
        return self.before is not None and self.after.deadline != self.before.deadline

    @property
    def owners_changed(self) -> bool:
        """Whether other bodies own it than before; those of a new commitment are not others."""
        return self.before is not None and self.after.owners != self.before.owners

    @property
    def owners_entry(self) -> Entry | None:
        """The entry that handed it over last, None where a successor took its owner's place."""
        return self.after.handover

    @property
    def status_entry(self) -> Entry | None:
        """The entry that the status rests on now."""
        return self.after.word

    @property
    def deadline_entry(self) -> Entry | None:
        """The entry that moved the deadline last."""
        return self.after.moves[-1] if self.after.moves else None

    @property
    def slip_days(self) -> int | None:
        """How many days the deadline moved, from last day to last day; negative for earlier.

        None where there is no deadline to count from, or to.
        """
        was, now = self.before and self.before.deadline, self.after.deadline
        return (now.last - was.last).days if was and now else None


class Difference(Struct, frozen=True, kw_only=True):
    """What changed from `before` to `after`, which are the names of the two states."""

    before: str
    after: str
    vanished: tuple[Vanished, ...]
    tables: tuple[TableDifference, ...]
    progress: tuple[CommitmentProgress, ...]

    @property
    def entries(self) -> int:
        """How many entries are new."""
        return sum(len(found.entries) for found in self.progress)


def changes(before: State, after: State) -> Difference:
    """Return what changed from one state of a ledger to another."""
    journals = before.ledger.journal, after.ledger.journal
    lost = vanished(*journals)
    altered = [altered for _entry, altered in lost_entries(*journals) if altered]
    new = beyond((*before.ledger.journal, *altered), after.ledger.journal)
    return Difference(
        before=before.name,
        after=after.name,
        vanished=tuple(lost),
        tables=tuple(_tables(before.ledger, after.ledger)),
        progress=tuple(_progress(before, after, new, {gone.entry.commitment for gone in lost})),
    )


def as_of(ledger: Ledger, day: date) -> Ledger:
    """Return the ledger as it stood at the end of a day: what was made and reported by then."""
    by_then = {commitment.id: commitment for commitment in made(ledger, day)}
    journal = (e for e in ledger.journal if e.date <= day and e.commitment in by_then)
    return replace(ledger, commitments=by_then, journal=tuple(journal))


def _progress(
    before: State, after: State, new: Iterable[Entry], lost: Iterable[str]
) -> Iterator[CommitmentProgress]:
    """Yield the commitments that entries or what supersedes them changed, in the ledger's order."""
    superseded = (old for made in after.ledger.commitments.values() for old in made.superseded)
    about: dict[str, list[Entry]] = {name: [] for name in (*lost, *superseded)}
    for entry in new:
        about.setdefault(entry.commitment, []).append(entry)
    was = {row.commitment.id: row for row in standings(before.ledger, before.day, among=about)}
    now = {row.commitment.id: row for row in standings(after.ledger, after.day, among=about)}
    for name, commitment in after.ledger.commitments.items():
        if name in about:
            row = now.get(name) or standing(after.ledger, commitment, after.day)
            found = CommitmentProgress(before=was.get(name), after=row, entries=tuple(about[name]))
            if found.entries or found.changed:
                yield found


def _tables(before: Ledger, after: Ledger) -> Iterator[TableDifference]:
    """Yield the tables that were added, taken away or edited, kind by kind."""
    if edits := tuple(_edits(before.committee, after.committee)):
        yield TableDifference(table="committee", id="", name=after.committee.name, edits=edits)
    kinds: tuple[tuple[str, Mapping[str, NamedTable], Mapping[str, NamedTable]], ...] = (
        ("meeting", before.meetings, after.meetings),
        ("organisation", before.organisations, after.organisations),
        ("commitment", before.commitments, after.commitments),
        ("theme", before.themes, after.themes),
        ("field", before.columns, after.columns),
    )
    for table, old, new in kinds:
        for name in dict.fromkeys((*old, *new)):
            was, now = old.get(name), new.get(name)
            edits = tuple(_edits(was, now)) if was and now else ()
            record = now or was
            if record and (edits or not (was and now)):
                yield TableDifference(
                    table=table,
                    id=name,
                    name=_name(record),
                    new=was is None,
                    gone=now is None,
                    edits=edits,
                )


def _name(table: NamedTable) -> str:
    if isinstance(table, Meeting | Organisation):
        return table.name
    return table.title or table.id


def _edits(was: Struct, now: Struct) -> Iterator[KeyEdit]:
    old, new = _keys(was), _keys(now)
    for key in dict.fromkeys((*new, *old)):
        if new.get(key) != old.get(key):
            yield KeyEdit(key=key, before=old.get(key), after=new.get(key))


def _keys(table: Struct) -> dict[str, object]:
    """Return the keys of a table, those that a ledger declares among them."""
    keys: dict[str, object] = asdict(table)
    if isinstance(table, Commitment):
        del keys["fields"]
        keys |= table.fields
    return keys

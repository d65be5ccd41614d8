"""What an entry changed, and what changed between two states of a ledger."""

from typing import TYPE_CHECKING

from jcm_ledger.model.ledger import Entry
from jcm_ledger.render.phrases import count, reporter, slip, status
from jcm_ledger.rules.standing import Standing

if TYPE_CHECKING:  # for annotations: to tell of one entry does not load them
    from jcm_ledger.rules.changes import CommitmentProgress, Difference, KeyEdit, TableDifference


def entered(before: Standing, after: Standing, entry: Entry) -> str:
    """Return what an entry changed: "talks: nothing on file → in progress"."""
    parts = [
        _status_change(before, after, entry),
        _deadline_change(before, after, entry),
        _owners_change(before, after, entry),
    ]
    said_anything = [part for part in parts if part]
    if not said_anything:
        said_anything = [f"noted; status stays {status(after.status)}"]
    return f"{entry.commitment}: {'; '.join(said_anything)}"


def _status_change(before: Standing, after: Standing, entry: Entry) -> str:
    if entry.status is None:
        return ""
    word = after.word
    if word == entry:
        if before.status is entry.status:
            return f"still {status(entry.status)}, reported again"
        return f"{status(before.status)} → {status(entry.status)}"
    if word is not None and word.date > entry.date:
        return f"status stays {status(after.status)}, reported later on {word.date}"
    return f"reported {status(entry.status)}; {_status_elsewhere(before, after)}"


def _status_elsewhere(before: Standing, after: Standing) -> str:
    """Return the status that another entry decides, and whether the sides are to agree on it."""
    changed = before.status is not after.status
    now = f"{status(before.status)} → {status(after.status)}" if changed else status(after.status)
    confirm = ", to confirm" if after.to_confirm else ""
    return f"status {'' if changed else 'stays '}{now}{_source(after.word)}{confirm}"


def _deadline_change(before: Standing, after: Standing, entry: Entry) -> str:
    if entry.deadline is None:
        return ""
    ruling = after.moves[-1] if after.moves else None
    if ruling != entry:
        later = ruling is not None and ruling.date > entry.date
        moved = f", moved later on {ruling.date}" if ruling and later else ""
        return f"deadline stays {after.deadline or 'none'}{moved}"
    was = before.deadline or "none"
    moved = (
        f" ({slip((after.deadline.last - before.deadline.last).days)})"
        if (after.deadline and before.deadline)
        else ""
    )
    return f"deadline {was} → {after.deadline}{moved}"


def _owners_change(before: Standing, after: Standing, entry: Entry) -> str:
    if not entry.owners:
        return ""
    if before.owners == after.owners:
        return f"owners stay {_value(after.owners)}"
    return f"owners {_value(before.owners)} → {_value(after.owners)}"


def summary(found: "Difference") -> str:
    """Return a line that sums changes up: what vanished first, for a ledger is only added to."""
    added = sum(table.new for table in found.tables)
    edited = sum(bool(table.edits) for table in found.tables)
    gone = len(found.tables) - added - edited
    parts = [
        (len(found.vanished), count(len(found.vanished), "entry vanished", "entries vanished")),
        (gone, count(gone, "table taken away", "tables taken away")),
        (found.entries, count(found.entries, "new entry", "new entries")),
        (added, count(added, "new table")),
        (edited, count(edited, "table edited", "tables edited")),
    ]
    return (", ".join(words for number, words in parts if number) or "nothing changed") + "."


def superseded_by(row: Standing) -> str:
    """Return what took the place of a commitment, and since when."""
    return f"{row.superseded_by}, since {row.closed_on}"


def compared(found: "Difference") -> str:
    """Return which states are compared."""
    return f"from {found.before} to {found.after}"


def table(change: "TableDifference") -> str:
    """Return what happened to a table: "new commitment"."""
    deed = "new" if change.new else "taken away" if change.gone else "edited"
    return f"{deed}: {change.table} {change.id}".strip()


def edit(change: "KeyEdit") -> str:
    """Return an edited key with both values: "place: none → “Tokyo”"."""
    return f"{change.key}: {_value(change.before)} → {_value(change.after)}"


def _value(value: object) -> str:
    match value:
        case None | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(map(str, value))
        case str():
            return f"“{value}”"
    return str(value)


def progress(found: "CommitmentProgress") -> list[tuple[str, str]]:
    """Return how a commitment's status, deadline and owners changed, each with its name."""
    before, after = found.before, found.after
    facts = []
    if found.status_changed:
        was = before.status if before else None
        change = f"{status(was)} → {status(after.status)}"
        facts.append(("Status", change + _decided(after)))
    if before and found.deadline_changed:
        days = "" if found.slip_days is None else f", {slip(found.slip_days)}"
        change = f"{before.deadline or 'none'} → {after.deadline or 'none'}{days}"
        facts.append(("Deadline", change + _source(found.deadline_entry)))
    if before and found.owners_changed:
        change = f"{_value(before.owners)} → {_value(after.owners)}"
        facts.append(("Owners", change + _source(found.owners_entry)))
    return facts


def _decided(row: Standing) -> str:
    """Return what a status rests on, in brackets: a report, or what took its place."""
    if row.superseded_by:
        return f" ({superseded_by(row)})"
    return _source(row.word)


def _source(entry: Entry | None) -> str:
    """Return who reported something when, in brackets."""
    return f" ({reporter(entry)}, {entry.date})" if entry else ""

"""The tool's words for people. It says "overdue" and "nothing on file", never "broken"."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Ledger, Meeting
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.groups import Group, Grouping
from jcm_ledger.rules.query import NOTHING_ON_FILE as NONE
from jcm_ledger.rules.query import Filter, Later, Selection, why_nothing
from jcm_ledger.rules.report import Attention, Figures, Reason, Report, Side, Window
from jcm_ledger.rules.standing import DUE_SOON_DAYS, Standing, Timing

if TYPE_CHECKING:
    from jcm_ledger.rules.changes import Changes, Edit, Progress, TableChange

NOTHING_ON_FILE = "nothing on file"
NO_STATUS = "no status on file"

_DAYS_A_MONTH = 365.2425 / 12

STRENGTHS = {
    Strength.COMMITTED: "they committed themselves",
    Strength.AGREED: "they agreed",
    Strength.INTENDED: "they confirmed an intention",
    Strength.EXPECTED: "it is expected",
    Strength.DESIRED: "they expressed a desire",
    Strength.MENTIONED: "they referred to it",
}
"""How a statement words commitments of each strength."""

REASONS = {
    Reason.OVERDUE: "overdue",
    Reason.DUE_SOON: "due soon",
    Reason.STALLED: "stalled",
    Reason.SIDES_DIFFER: "the sides differ",
    Reason.NO_EVIDENCE: "completed without evidence",
    Reason.REVIEW_DUE: "review due",
    Reason.NOTHING_ON_FILE: NOTHING_ON_FILE,
}


@lru_cache
def spell(word: str) -> str:
    """Return a word of the data as people write it: "due soon" for "due-soon"."""
    return word.replace("-", " ")


def status(reported: Status | None) -> str:
    """Return a status in words."""
    return spell(reported) if reported else NOTHING_ON_FILE


def status_of(row: Standing) -> str:
    """Return the status in words; where only notes are on file, that no status is."""
    return NO_STATUS if row.status is None and row.journal else status(row.status)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 day", "2,000 days"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def timing(row: Standing) -> str:
    """Return the timing in words, with the days that matter to it."""
    return _timing(row.timing, row.days_left, row.age_days)


@lru_cache(maxsize=4096)  # commitments of a meeting stand alike
def _timing(named: Timing, days_left: int | None, age_days: int) -> str:
    match named, days_left:
        case Timing.OVERDUE, int(left):
            return f"overdue by {count(-left, 'day')}"
        case Timing.DUE_SOON, 0:
            return "due today"
        case Timing.DUE_SOON, int(left):
            return f"due in {count(left, 'day')}"
        case Timing.ON_TIME, int(left):
            return f"on time, {count(left, 'day')} left"
        case Timing.REVIEW_DUE | Timing.UNDATED, _:
            return f"{spell(named)}, {age(age_days)} old"
    return spell(named)


def age(days: int) -> str:
    """Return an age in whole days, months or years, whichever people would say."""
    if days < _DAYS_A_MONTH * 3:
        return count(days, "day")
    months = int(days / _DAYS_A_MONTH)
    return count(months, "month") if months < 24 else count(months // 12, "year")  # noqa: PLR2004


def deadline(row: Standing) -> str:
    """Return the current deadline, and where it was moved from; else what the statement says."""
    if row.deadline is None:
        stated = row.commitment.deadline_text
        return f"“{stated}”" if stated else "none"
    if row.original is not None and row.original != row.deadline:
        return f"{row.deadline} (was {row.original}, {slip(row.slip_days)})"
    return str(row.deadline)


def slip(days: int) -> str:
    """Return how far a deadline moved: "+365 days"."""
    return f"{days:+,} {'day' if abs(days) == 1 else 'days'}"


def owners(commitment: Commitment) -> str:
    """Return the owners, and that they are inferred where they are."""
    names = ", ".join(commitment.owners) or "nobody"
    return f"{names} (inferred)" if commitment.owners_inferred else names


def reporter(by: str | None) -> str:
    """Return who reported an entry."""
    return "both sides" if by == COMMITTEE else by or "nobody named"


def reported(entry: Entry | None) -> list[str]:
    """Return what a side reported last, line by line: status, who and when, and the note."""
    if entry is None:
        return [NOTHING_ON_FILE]
    said = [status(entry.status), f"{reporter(entry.by)}, {entry.date}"]
    return said + ([entry.note] if entry.note else [])


def summary(selection: Selection) -> str:
    """Return a line that sums a list up: how many, and how they stand."""
    if not selection.rows:
        return f"No commitments: {why_nothing(selection)}."
    shown, total = len(selection.rows), selection.total
    timings = [row.timing for row in selection.rows]
    parts = [f"{timings.count(each)} {spell(each)}" for each in Timing if each in timings]
    of = "" if shown == total else f" of {total:,}"
    return f"{shown:,}{of} {'commitment' if total == 1 else 'commitments'}: {', '.join(parts)}."


def hidden(later: Later) -> str:
    """Return a sentence on what comes later and is not shown, "" if there is nothing."""
    parts = (
        (later.commitments, f"{count(later.commitments, 'commitment')} of later meetings"),
        (later.entries, f"{count(later.entries, 'entry', 'entries')} dated later"),
    )
    return " ".join(f"{what} not shown." for number, what in parts if number)


def report_title(report: Report) -> str:
    """Return the title of a status report: the one given, or the day; and what it is limited to."""
    title = report.title or f"Status report as of {report.as_of}"
    return f"{title}: {narrowed(report)}" if report.filters else title


def narrowed(report: Report) -> str:
    """Return what filters limit a report to: "owner DSIT or METI, open (3 of 11 commitments)"."""
    filters = ", ".join(map(_filter, report.filters))
    of = count(report.total, "commitment")
    return f"{filters} ({len(report.annex):,} of {of})"


def _filter(asked: Filter) -> str:
    if not asked.option:
        return str(asked)
    name = spell(asked.option.removeprefix("--"))
    nothing = {NONE: NOTHING_ON_FILE}
    return " ".join((name, " or ".join(nothing.get(each, each) for each in asked.values))).strip()


def meeting(held: Meeting, day: date) -> str:
    """Return a meeting with its place and day: "12th Joint Committee Meeting, London, …"."""
    expected = "" if held.held and held.held <= day else "expected "
    return ", ".join(filter(None, (held.name, held.place, f"{expected}{held.period(day)}")))


def figures(counts: Figures) -> list[tuple[str, int]]:
    """Return the counts at the head of a report, each with its name."""
    return [("Commitments", counts.total), *by_status(counts.statuses), *pressing(counts)]


def by_status(statuses: Mapping[Status | None, int]) -> list[tuple[str, int]]:
    """Return how many commitments were reported to have each status, each with its name."""
    return [(status(each).capitalize(), number) for each, number in statuses.items()]


def pressing(counts: Figures) -> list[tuple[str, int]]:
    """Return the counts of what somebody should look at, each with its name."""
    return [
        ("Overdue", counts.overdue),
        (f"Due within {DUE_SOON_DAYS} days", counts.due_soon),
        ("Review due", counts.review_due),
        ("Completed without evidence", counts.completed_without_evidence),
        ("Sides that differ", counts.sides_differ),
    ]


def sides(parts: Sequence[Side]) -> list[tuple[str, list[int]]]:
    """Return what the sides have a part in and what they reported, count by count, each named."""
    counts = [
        [
            ("Commitments", part.total),
            ("Open", part.owed),
            ("Overdue", part.overdue),
            *by_status(part.statuses),
        ]
        for part in parts
    ]
    return [
        (named[0][0], [number for _name, number in named]) for named in zip(*counts, strict=True)
    ]


def nothing(report: Report) -> str:
    """Return why a report has no commitments, "" if it has some."""
    return f"No commitments: {report.nothing}." if report.nothing else ""


def reasons(attention: Attention) -> str:
    """Return why a commitment needs attention: "overdue by 876 days; stalled"."""
    return "; ".join([_reason(reason, attention.row) for reason in attention.reasons])


def _reason(reason: Reason, row: Standing) -> str:
    if reason in (Reason.OVERDUE, Reason.DUE_SOON, Reason.REVIEW_DUE):
        return timing(row)
    return status_of(row) if reason is Reason.NOTHING_ON_FILE else REASONS[reason]


def last_heard(body: Body) -> str:
    """Return when a body last reported."""
    return str(body.last_heard) if body.last_heard else "never"


def heard(body: Body) -> str:
    """Return when a body last reported, and how long ago: "2025-01-22, 671 days ago"."""
    if body.days_silent is None:
        return "never"
    ago = f"{count(body.days_silent, 'day')} ago" if body.days_silent else "today"
    return f"{body.last_heard}, {ago}"


def bodies(shown: Sequence[Body], everybody: Sequence[Body]) -> str:
    """Return how many bodies of how many are shown."""
    of = "" if len(shown) == len(everybody) else f" of {len(everybody):,}"
    return f"{len(shown):,}{of} {'body' if len(everybody) == 1 else 'bodies'}."


def no_bodies(everybody: Sequence[Body], asked: Sequence[Body], silent: str | None) -> str:
    """Return why there are no bodies: "No bodies: …"."""
    if not everybody:
        return "No bodies: none owns anything as of this day."
    if not asked:
        return "No bodies: none of those asked for owns anything."
    return f"No bodies: all that owe something were heard from within {silent}."


def window(days: Window) -> str:
    """Return the heading of what happened in a window of days."""
    if days.meeting is not None:
        return f"Progress since {days.meeting.name} ({days.first})"
    return "Progress" if days.first == date.min else f"Progress since {days.first}"


def annex(row: Standing) -> list[tuple[str, str]]:
    """Return what an annex says of each commitment, name by name."""
    commitment = row.commitment
    stated = commitment.deadline_text
    pairs = [
        ("Source", ", ".join(filter(None, (commitment.meeting, paragraph(commitment))))),
        ("Wording", commitment.strength or ""),
        ("Under", "; ".join(commitment.frameworks)),
        ("Owners", owners(commitment)),
        ("Deadline as stated", f"“{stated}”" if stated else "none stated"),
        ("Deadline", deadline(row) if row.deadline else "none"),
        ("Review by", review(row)),
        ("Timing", timing(row)),
        ("Status", status_of(row)),
        *((f"Status, {side}", status(reported)) for side, reported in row.by_party.items()),
    ]
    return [(name, value) for name, value in pairs if value]


def review(row: Standing) -> str:
    """Return by when to review a commitment: a day of its own, or the next meeting; else ""."""
    if row.review_date is None:
        return ""
    own = row.commitment.review_by is not None
    return str(row.review_date) if own else f"{row.review_date}, after the next meeting"


def sentence(note: str) -> str:
    """Return a note with a full stop at its end, unless it ends as a sentence does already."""
    return note if note.rstrip().endswith((".", "!", "?", "…", "。", "！", "？")) else f"{note}."  # noqa: RUF001 - Japanese


def paragraph(commitment: Commitment) -> str:
    """Return where in the statement a commitment stands, as far as the ledger says."""
    return "" if commitment.paragraph is None else f"paragraph {commitment.paragraph}"


def said(entry: Entry) -> str:
    """Return what an entry reports, without its note: "in progress, deadline moved to 2025"."""
    parts = [status(entry.status)] if entry.status else []
    parts += [f"deadline moved to {entry.deadline}"] if entry.deadline else []
    return ", ".join(parts)


def footer(ledger: str, day: date, later: Later | None = None) -> str:
    """Return the line under a table: which ledger, as of which day, and what is not shown."""
    return f"Ledger: {ledger}, as of {day}. {hidden(later) if later else ''}".strip()


def change(before: Standing, after: Standing, entry: Entry) -> str:
    """Return what an entry changed: "talks: nothing on file → in progress"."""
    parts = [_status_change(before, after, entry), _deadline_change(before, after, entry)]
    said_anything = [part for part in parts if part]
    if not said_anything:
        said_anything = [f"noted; status stays {status(after.status)}"]
    return f"{entry.commitment}: {'; '.join(said_anything)}"


def _status_change(before: Standing, after: Standing, entry: Entry) -> str:
    if entry.status is None:
        return ""
    ruling = [each for each in after.journal if each.status is not None][-1]
    if ruling != entry:
        return f"status stays {status(after.status)}, reported later on {ruling.date}"
    if before.status is entry.status:
        return f"still {status(entry.status)}, reported again"
    return f"{status(before.status)} → {status(entry.status)}"


def _deadline_change(before: Standing, after: Standing, entry: Entry) -> str:
    if entry.deadline is None:
        return ""
    ruling = [each for each in after.journal if each.deadline is not None][-1]
    if ruling != entry:
        return f"deadline stays {after.deadline}, moved later on {ruling.date}"
    was = before.deadline or "none"
    moved = (
        f" ({slip((after.deadline.last - before.deadline.last).days)})"
        if (after.deadline and before.deadline)
        else ""
    )
    return f"deadline {was} → {after.deadline}{moved}"


def changes(found: "Changes") -> str:
    """Return a line that sums changes up: what vanished first, for a ledger is only added to."""
    added = sum(each.new for each in found.tables)
    edited = sum(bool(each.edits) for each in found.tables)
    gone = len(found.tables) - added - edited
    parts = [
        (len(found.vanished), count(len(found.vanished), "entry vanished", "entries vanished")),
        (gone, count(gone, "table taken away", "tables taken away")),
        (found.entries, count(found.entries, "new entry", "new entries")),
        (added, count(added, "new table")),
        (edited, count(edited, "table edited", "tables edited")),
    ]
    return (", ".join(words for number, words in parts if number) or "nothing changed") + "."


def compared(found: "Changes") -> str:
    """Return which states are compared."""
    return f"from {found.before} to {found.after}"


def table_change(change: "TableChange") -> str:
    """Return what happened to a table: "new commitment"."""
    deed = "new" if change.new else "taken away" if change.gone else "edited"
    return f"{deed}: {change.table} {change.id}".strip()


def edit(change: "Edit") -> str:
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


def progress(change: "Progress") -> list[tuple[str, str]]:
    """Return how a commitment's status and deadline changed, each with its name."""
    before, after = change.before, change.after
    facts = []
    if change.status_changed:
        was = before.status if before else None
        said = f"{status(was)} → {status(after.status)}"
        facts.append(("Status", said + _source(change.status_entry)))
    if before and change.deadline_changed:
        days = "" if change.slip_days is None else f", {slip(change.slip_days)}"
        said = f"{before.deadline or 'none'} → {after.deadline or 'none'}{days}"
        facts.append(("Deadline", said + _source(change.deadline_entry)))
    return facts


def _source(entry: Entry | None) -> str:
    """Return who reported something when, in brackets."""
    return f" ({reporter(entry.by)}, {entry.date})" if entry else ""


def theme(name: str) -> str:
    """Return a theme as a heading: "Research funding". One with capitals stays as it is: "AI"."""
    plain = spell(name) if name.islower() else name
    return plain[:1].upper() + plain[1:] or "No theme"


def group(of: Group, ledger: Ledger) -> str:
    """Return the heading of a group of a list: "Overdue (2)"."""
    match of.grouping:
        case _ if not of.name:
            heading = f"No {of.grouping}"
        case Grouping.OWNER:
            heading = f"{of.name}: {ledger.organisations[of.name].name}"
        case Grouping.MEETING:
            heading = f"{of.name}: {meeting(ledger.meetings[of.name], of.rows[0].as_of)}"
        case Grouping.SIDE:
            heading = of.name
        case _:
            heading = theme(of.name)
    return f"{heading} ({len(of.rows):,})"

"""The tool's phrases for people. It says "overdue" and "nothing on file", never "broken"."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from jcm_ledger.model.ledger import COMMITTEE, Commitment, Entry, Meeting, Organisation
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.rules.query import Later
from jcm_ledger.rules.standing import Standing, Timing

NOTHING_ON_FILE = "nothing on file"
NO_STATUS = "no status on file"
OUTSIDE = "outside the committee"

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


@lru_cache
def spell(word: str) -> str:
    """Return a word of the data as people write it: "due soon" for "due-soon"."""
    return word.replace("-", " ")


def status(reported: Status | None) -> str:
    """Return a status in words."""
    return spell(reported) if reported else NOTHING_ON_FILE


def status_of(row: Standing) -> str:
    """Return the status in words; "no status on file" where only notes are."""
    return NO_STATUS if row.status is None and row.journal else status(row.status)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 day", "2,000 days"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def timing(row: Standing) -> str:
    """Return the timing in words, with the days that matter to it."""
    return _timing(row.timing, row.days_left, row.age_days)


@lru_cache(maxsize=4096)  # cache: many commitments of a meeting have the same timing
def _timing(named: Timing, days_left: int | None, age_days: int) -> str:
    match named, days_left:
        case Timing.OVERDUE, int(left):
            return f"overdue by {count(-left, 'day')}"
        case Timing.DUE_SOON, 0:
            return "due today"
        case Timing.DUE_SOON, int(left):
            return f"due in {count(left, 'day')}"
        case Timing.NOT_DUE, int(left):
            return f"not due, {count(left, 'day')} left"
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


def owners(row: Standing) -> str:
    """Return the owners, and that they are inferred where they are."""
    names = ", ".join(row.owners) or "nobody"
    return f"{names} (inferred)" if row.owners_inferred else names


def owners_in_full(row: Standing, bodies: Mapping[str, Organisation]) -> str:
    """Return the owners by id and name, and that they are inferred where they are."""
    names = "; ".join(_in_full(bodies[owner]) for owner in row.owners) or "nobody"
    return f"{names} (inferred)" if row.owners_inferred else names


def _in_full(body: Organisation) -> str:
    return body.name if body.name == body.id else f"{body.id}, {body.name}"


def side(body: Organisation) -> str:
    """Return the side of a body, or that it is of none."""
    return body.side or OUTSIDE


def reporter(by: str | None) -> str:
    """Return who reported an entry."""
    return "both sides" if by == COMMITTEE else by or "nobody named"


def reported(entry: Entry | None) -> list[str]:
    """Return what a side reported last, line by line: status, who and when, and the note."""
    if entry is None:
        return [NOTHING_ON_FILE]
    news = [status(entry.status), f"{reporter(entry.by)}, {entry.date}"]
    return news + ([entry.note] if entry.note else [])


def hidden(later: Later) -> str:
    """Return a sentence on what comes later and is not shown, "" if there is nothing."""
    parts = (
        (later.commitments, f"{count(later.commitments, 'commitment')} of later meetings"),
        (later.entries, f"{count(later.entries, 'entry', 'entries')} dated later"),
    )
    return " ".join(f"{what} not shown." for number, what in parts if number)


def meeting(held: Meeting, day: date) -> str:
    """Return a meeting with its place and day: "12th Joint Committee Meeting, London, …"."""
    expected = "" if held.held and held.held <= day else "expected "
    return ", ".join(filter(None, (held.name, held.place, f"{expected}{held.period(day)}")))


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


def news(entry: Entry) -> str:
    """Return what an entry reports, without its note: "in progress, deadline moved to 2025"."""
    parts = [status(entry.status)] if entry.status else []
    parts += [f"deadline moved to {entry.deadline}"] if entry.deadline else []
    return ", ".join(parts)


def footer(ledger: str, day: date, later: Later | None = None) -> str:
    """Return the line under a table: which ledger, as of which day, and what is not shown."""
    return f"Ledger: {ledger}, as of {day}. {hidden(later) if later else ''}".strip()


def theme(name: str) -> str:
    """Return a theme as a heading: "Research funding". One with capitals stays as it is: "AI"."""
    plain = spell(name) if name.islower() else name
    return plain[:1].upper() + plain[1:] or "No theme"

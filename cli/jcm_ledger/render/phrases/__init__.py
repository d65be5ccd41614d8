"""The tool's phrases for people. It says "overdue" and "nothing on file", never "broken"."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from jcm_ledger.model.ledger import (
    COMMITTEE,
    Commitment,
    Deadline,
    Entry,
    Meeting,
    Organisation,
    Theme,
)
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Status, Strength
from jcm_ledger.model.text import as_name
from jcm_ledger.render.phrases import days
from jcm_ledger.render.phrases.days import lapse, months
from jcm_ledger.render.phrases.numbers import count as count
from jcm_ledger.render.phrases.numbers import duration
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


def spoken(row: Standing) -> str:
    """Return the status in words, and whose it is where an owning side reported none.

    "completed, says UK; nothing on file from Japan".
    """
    words = status_of(row)
    if row.status is None or not row.status.closed or not row.silent_sides:
        return words
    speaking = [side for side, reported in row.by_party.items() if reported is row.status]
    says = f"{'says' if len(speaking) == 1 else 'say'} {listed(speaking)}"
    return f"{words}, {says}; {NOTHING_ON_FILE} from {listed(row.silent_sides)}"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: "UK", "UK and Japan", "UK, France and Japan"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def timing(row: Standing) -> str:
    """Return the timing in words, with the days that matter to it."""
    words = spell(row.timing)
    match row.timing, row.deadline:
        case Timing.OVERDUE, Period(last=last):
            words += f" by {lapse(last, row.as_of)}"
        case Timing.DUE_SOON, _:
            words = f"due in {count(row.days_left, 'day')}" if row.days_left else "due today"
        case Timing.NOT_DUE, Period(last=last):
            words += f", {lapse(row.as_of, last)} left"
        case Timing.REVIEW_DUE, _ if row.review_date is not None:
            words += f" since {row.review_date} ({lapse(row.review_date, row.as_of)})"
        case Timing.UNDATED, _:
            words += f", {age(row.age_days)} old"
        case Timing.MET_LATE, Period(last=last) if row.done is not None:
            words += f" by {lapse(last, row.done.first)}"
    return words


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
        gloss = f"{months(row.deadline)}; " if row.deadline.fiscal else ""
        return f"{row.deadline} ({gloss}was {row.original}, {slip(row.slip_days)})"
    return period(row.deadline)


def period(days: Period) -> str:
    """Return a period that stands alone: "FY2024-Q3 (October to December 2024)", "2024-H1"."""
    return f"{days} ({months(days)})" if days.fiscal else str(days)


def slip(days: int) -> str:
    """Return how far a deadline moved: "+365 days"."""
    return f"{days:+,} {'day' if abs(days) == 1 else 'days'}"


def owners(row: Standing, spelled: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the owners, and that they are inferred where they are.

    Those among `spelled` have their name after them: "METI (Ministry of Economy, …)".
    """
    names = ", ".join(_spelled(owner, spelled.get(owner, "")) for owner in row.owners) or "nobody"
    return f"{names} (inferred)" if row.owners_inferred else names


def _spelled(acronym: str, name: str) -> str:
    return f"{acronym} ({name})" if name else acronym


def owners_in_full(row: Standing, bodies: Mapping[str, Organisation]) -> str:
    """Return the owners by id and name, and that they are inferred where they are."""
    names = "; ".join(_in_full(bodies[owner]) for owner in row.owners) or "nobody"
    return f"{names} (inferred)" if row.owners_inferred else names


def _in_full(body: Organisation) -> str:
    return body.name if body.name == body.id else f"{body.id}, {body.name}"


def handed_over(owners: Sequence[str]) -> str:
    """Return to whom an entry hands a commitment over: "handed over to DSIT, DESNZ"."""
    return f"handed over to {', '.join(owners)}"


def in_the_place(body: Organisation, before: Sequence[str]) -> str:
    """Return whom a body stands in for: "DSIT, in the place of BEIS since 2023-02-07"."""
    since = f" since {body.since}" if body.since else ""
    return f"{body.id}, in the place of {listed(before)}{since}"


def body(named: Organisation, *, both: bool = False) -> str:
    """Return a body by id and name, or by the one that is both; `both` for Japanese beside it."""
    names = [named.name, named.name_ja] if both else [named.name]
    others = ", ".join(name for name in names if name and name != named.id)
    return f"{named.id}: {others}" if others else named.id


def side(body: Organisation) -> str:
    """Return the side of a body, or that it is of none."""
    return body.side or OUTSIDE


def reporter(entry: Entry) -> str:
    """Return who reported an entry, and for whom: "METI, as reported by DSIT"."""
    by = "both sides" if entry.by == COMMITTEE else entry.by or "nobody named"
    return f"{entry.on_behalf_of}, as reported by {by}" if entry.on_behalf_of else by


def reported(entry: Entry | None) -> list[str]:
    """Return what a side reported last, line by line: status, who and when, and the note."""
    if entry is None:
        return [NOTHING_ON_FILE]
    news = [status(entry.status), f"{reporter(entry)}, {entry.date}"]
    news += [happened(entry.happened)] if entry.happened else []
    return news + ([entry.note] if entry.note else [])


def happened(when: Period, say: Callable[[Period], str] = period) -> str:
    """Return when something took place: "happened in 2024-05", "happened on 2024-05-03"."""
    return f"happened {'on' if when.first == when.last else 'in'} {say(when)}"


def on_one_word(completed: int, of: int) -> str:
    """Return how many of the completed an owning side has not spoken of: "7 completed, 5 on …"."""
    return f"{completed:,} completed, {of:,} on one side's word"


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
    when = days.period(held.period(day))
    return ", ".join(filter(None, (held.name, held.place, f"{expected}{when}")))


def review(row: Standing) -> str:
    """Return by when to review a commitment, and how often where it says so; else ""."""
    if row.review_date is None:
        return ""
    often = rhythm(row.commitment)
    return f"{row.review_date}, {often}" if often else str(row.review_date)


def rhythm(commitment: Commitment) -> str:
    """Return how often a commitment is to be reported on: "every 6 months", "" if it varies."""
    if commitment.report_every is None:
        return ""
    return f"every {duration(commitment.report_every)}"


def sentence(note: str) -> str:
    """Return a note with a full stop at its end, unless it ends as a sentence does already."""
    return note if note.rstrip().endswith((".", "!", "?", "…", "。", "！", "？")) else f"{note}."  # noqa: RUF001 - Japanese


def paragraph(commitment: Commitment) -> str:
    """Return where in the statement a commitment stands, as far as the ledger says."""
    where = commitment.paragraph
    if where is None:
        return ""
    text = str(where)
    return f"paragraph {text}" if text[:1].isdigit() else text


def news(entry: Entry, say: Callable[[Period], str] = period) -> str:
    """Return what an entry reports, without its note: "in progress, deadline moved to 2025".

    `say` puts periods into words: as lists have them, or `days.period` for a sentence.
    """
    parts = [status(entry.status)] if entry.status else []
    parts += [happened(entry.happened, say)] if entry.happened else []
    parts += [f"deadline moved to {_deadline(entry.deadline, say)}"] if entry.deadline else []
    parts += [handed_over(entry.owners)] if entry.owners else []
    return ", ".join(parts)


def _deadline(given: Deadline, say: Callable[[Period], str]) -> str:
    return say(given.period) if given.period else str(given)


def footer(ledger: str, day: date, later: Later | None = None) -> str:
    """Return the line under a table: which ledger, as of which day, and what is not shown."""
    return f"Ledger: {ledger}, as of {day}. {hidden(later) if later else ''}".strip()


def theme(name: str, themes: Mapping[str, Theme]) -> str:
    """Return a theme as a heading: its title, else its id as people write it.

    "Research funding"; an id with capitals stays as it is: "AI".
    """
    table = theme_table(name, themes)
    if table and table.title:
        return table.title
    plain = spell(name) if name.islower() else name
    return plain[:1].upper() + plain[1:] or "No theme"


def theme_table(name: str, themes: Mapping[str, Theme]) -> Theme | None:
    """Return the table of a theme, also where that spells it in another way; None without one."""
    if name in themes:
        return themes[name]
    spelled = as_name(name)
    return next((each for id_, each in themes.items() if as_name(id_) == spelled), None)

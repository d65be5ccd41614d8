"""What the first page of a report says, in sentences made of the facts and of no judgement."""

from collections.abc import Iterator, Sequence

from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import Entry
from jcm_ledger.model.status import Status
from jcm_ledger.render.phrases import listed, news, reporter, status, timing
from jcm_ledger.render.phrases.days import day, period
from jcm_ledger.render.phrases.numbers import duration
from jcm_ledger.rules.brief import Brief
from jcm_ledger.rules.standing import DUE_SOON_DAYS, Standing, Timing

_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_MOST_NAMED = 3

ACT, ASK = "Act now", "Ask for news"
SOON = f"Due within {DUE_SOON_DAYS} days"
NO_ACTION = "Nothing is overdue or stalled, and the sides do not differ."


def number(of: int) -> str:
    """Return a number as prose has it: in words up to twelve."""
    return _NUMBERS[of] if of < len(_NUMBERS) else f"{of:,}"


def sentences(brief: Brief, rows: Sequence[Standing]) -> str:
    """Return the two to four sentences that a reader should know."""
    return " ".join(_sentences(brief, rows))


def _sentences(brief: Brief, rows: Sequence[Standing]) -> Iterator[str]:
    overdue = [row for row in brief.act if row.timing is Timing.OVERDUE]
    yield _overdue(overdue, len(rows))
    if waiting := [row for row in brief.act if row.to_confirm]:
        many = number(len(waiting)).capitalize()
        verb = "waits" if len(waiting) == 1 else "wait"
        yield f"{many} {verb} for a side to confirm: {_named(waiting)}."
    if brief.silent:
        yield f"Nothing was heard for {duration(brief.silence)} about {number(len(brief.silent))}."
    if brief.next_due is not None and brief.next_due.deadline is not None:
        last = day(brief.next_due.deadline.last)
        yield f"The next to fall due is “{brief.next_due.commitment.title}”, by {last}."


def _overdue(overdue: Sequence[Standing], total: int) -> str:
    if total == 1:
        return "The one commitment is overdue." if overdue else "The one commitment is not overdue."
    of = f"of {number(total)} commitments"
    if not overdue:
        return f"None {of} is overdue."
    verb = "is" if len(overdue) == 1 else "are"
    return f"{number(len(overdue)).capitalize()} {of} {verb} overdue: {_named(overdue)}."


def _named(rows: Sequence[Standing]) -> str:
    """Return the titles of the first, and how many more there are."""
    titles = [f"“{row.commitment.title}”" for row in rows[:_MOST_NAMED]]
    more = len(rows) - len(titles)
    return listed([*titles, f"{number(more)} more"] if more else titles)


def why(row: Standing) -> str:
    """Return why a commitment is among those to act on: "overdue by 2 years 5 months; stalled"."""
    parts = []
    if row.timing in (Timing.OVERDUE, Timing.DUE_SOON):
        parts.append(timing(row))
    if row.status is Status.STALLED:
        parts.append("stalled")
    if row.to_confirm:
        parts.append("to be confirmed: " + _each_word(row))
    elif row.sides_differ:
        parts.append("the sides differ: " + _each_word(row))
    return "; ".join(parts)


def _each_word(row: Standing) -> str:
    words = (f"{side} {status(said)}" for side, said in row.by_party.items() if said)
    return ", ".join(words)


def due(row: Standing) -> str:
    """Return a deadline in words, "" where there is none."""
    return period(row.deadline) if row.deadline else ""


def last_word(entry: Entry | None) -> str:
    """Return the last thing that was said about a commitment, by whom and when."""
    if entry is None:
        return "nothing on file"
    what = ". ".join(filter(None, (news(entry, period), entry.note)))
    return f"{day(entry.date)}, {reporter(entry)}: {what or 'a note'}"


def to_ask(rows: Sequence[Standing], length: Duration) -> str:
    """Return how many are to be asked about, and why."""
    verb, them = ("is", "it") if len(rows) == 1 else ("are", "them")
    what = f"{number(len(rows)).capitalize()} {verb} due for review, or nothing was heard of {them}"
    return f"{what} for {duration(length)}."

"""What events of a calendar are called, and what their descriptions say."""

from collections.abc import Iterator
from datetime import date

from jcm_ledger.model.ledger import Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases import days, deadline, owners, paragraph, status_of, timing
from jcm_ledger.rules.standing import Standing

_NO_DEADLINE = "No deadline is on file: this is the day by which to review it."


def due(committee: str, row: Standing) -> str:
    """Return the title of the last day of a deadline: "JCM: Semiconductor talks due (DSIT, METI)".

    One that has passed on the day of the view is called due too: so it was.
    """
    return f"{committee}: {row.commitment.title} due{_owners(row)}"


def overdue(committee: str, row: Standing) -> str:
    """Return the title where a passed deadline stands on the day of the view."""
    return f"{committee}: {row.commitment.title} overdue{_owners(row)}"


def review(committee: str, row: Standing) -> str:
    """Return the title of the day by which to review a commitment."""
    return f"{committee}: {row.commitment.title} due for review{_owners(row)}"


def meeting(committee: str, of: Meeting, when: Period) -> str:
    """Return the title of a meeting, with when it is expected where that is no single day."""
    if when.first == when.last:
        return f"{committee}: {of.name}"
    return f"{committee}: {of.name} expected ({days.period(when)})"


def expected(when: Period) -> str:
    """Return that a meeting has no day yet, and what day its event stands on."""
    return f"No day is on file yet: expected {days.period(when)}, whose last day this is."


def moved_to_today(last: date) -> str:
    """Return where an event would stand that is shown on the day of the view."""
    return f"Its own day was {days.day(last)}."


def description(row: Standing, of: Meeting) -> Iterator[str]:
    """Yield what an event says of its commitment, line by line."""
    commitment, day = row.commitment, row.as_of
    if commitment.summary:
        yield commitment.summary
    yield f"Deadline: {deadline(row)}" if row.deadline else _NO_DEADLINE
    if commitment.deadline_text:
        yield f"As stated: “{commitment.deadline_text}”"
    yield f"Owners: {owners(row)}"
    yield f"Status on {day}: {status_of(row)}"
    yield f"Timing on {day}: {timing(row)}"
    yield f"Source: {', '.join(filter(None, (of.name, paragraph(commitment))))}"


def id_of(row: Standing) -> str:
    """Return the id of a commitment, for whoever looks it up."""
    return f"Id: {row.commitment.id}"


def _owners(row: Standing) -> str:
    return f" ({', '.join(row.owners)})" if row.owners else ""

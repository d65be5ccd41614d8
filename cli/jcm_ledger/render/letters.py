"""What bodies owe as plain text, a letter each, to be pasted into an email as it is.

A paragraph is a line: the email program breaks it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from jcm_ledger.model.ledger import Entry, Ledger, Meeting
from jcm_ledger.render import phrases, safe
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.standing import Standing, Timing

_BETWEEN = "\n" + "-" * 72 + "\n\n"
_INDENT = "   "


def letters(bodies: Iterable[Body], ledger: Ledger, day: date) -> str:
    """Return a letter for each body that owes something; it greets nobody and blames nobody."""
    owing = [body for body in bodies if body.owing]
    return _BETWEEN.join("".join(f"{line}\n" for line in _letter(b, ledger, day)) for b in owing)


def _letter(body: Body, ledger: Ledger, day: date) -> Iterator[str]:
    organisation = body.organisation
    yield safe.one_line(phrases.body(organisation, both=True))
    if organisation.contact:
        yield safe.one_line(f"Contact: {organisation.contact}")
    yield ""
    about = f"{ledger.committee.name}: open commitments of {organisation.id} as of {day}"
    yield safe.one_line(about)
    yield ""
    yield safe.one_line(_debts(body))
    by_meeting: dict[str, list[Standing]] = {}
    for row in body.owing:
        by_meeting.setdefault(row.commitment.meeting, []).append(row)
    number = 0
    for meeting, rows in by_meeting.items():
        yield ""
        yield from _statement(ledger.meetings[meeting], day)
        for row in rows:
            number += 1
            yield ""
            yield from _commitment(number, row)


def _statement(meeting: Meeting, day: date) -> Iterator[str]:
    yield safe.one_line(phrases.meeting(meeting, day))
    for name, address in (("Statement", meeting.url), ("In Japanese", meeting.url_ja)):
        if address and safe.is_web_address(address):
            yield f"{name}: {address}"


def _commitment(number: int, row: Standing) -> Iterator[str]:
    commitment = row.commitment
    where = phrases.paragraph(commitment)
    yield safe.one_line(f"{number}. {commitment.title}{f' ({where})' if where else ''}")
    if commitment.summary:
        yield _INDENT + safe.one_line(commitment.summary)
    yield _INDENT + safe.one_line(f"Deadline: {_deadline(row)}")
    yield _INDENT + safe.one_line(f"Owners: {_owners(row)}")
    yield _INDENT + safe.one_line(f"Status: {phrases.status_of(row)}")
    if row.last_entry:
        yield _INDENT + safe.one_line(f"Last on file: {_said(row.last_entry)}")


def _debts(body: Body) -> str:
    """Return how much it owes, and since when nothing is on file from it."""
    late = f", {body.overdue:,} of them overdue" if body.overdue else ""
    since = f"since {body.last_heard}" if body.last_heard else "so far"
    return (
        f"{phrases.count(body.owed, 'commitment is', 'commitments are')} open{late}. "
        f"Nothing is on file from {body.organisation.id} {since}."
    )


def _deadline(row: Standing) -> str:
    """Return deadline and timing for somebody who never saw a list."""
    stated = row.commitment.deadline_text
    if row.deadline is None:
        none = f"“{stated}”" if stated else "none stated"
        since = f"{phrases.age(row.age_days)} since the meeting"
        due = [phrases.timing(row)] if row.timing is Timing.REVIEW_DUE else []
        return "; ".join([none, since, *due])
    return f"{phrases.deadline(row)}{f', “{stated}”' if stated else ''}: {phrases.timing(row)}"


def _owners(row: Standing) -> str:
    names = ", ".join(row.owners)
    inferred = " (inferred: the statement names no body)"
    return names + inferred if row.owners_inferred else names


def _said(entry: Entry) -> str:
    what = ". ".join(filter(None, (phrases.news(entry), entry.note)))
    return f"{entry.date}, {phrases.reporter(entry)}: {what or 'an entry without a word'}"

"""What is asked of bodies as plain text, a letter each, to be pasted into an email as it is.

A paragraph is a line: the email program breaks it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from jcm_ledger.model.ledger import Circulation, Ledger, Meeting
from jcm_ledger.render import phrases, safe
from jcm_ledger.render.phrases import briefs
from jcm_ledger.render.phrases import letters as words
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.standing import Standing

_BETWEEN = "\n" + "-" * 72 + "\n\n"
_INDENT = "   "


def letters(
    bodies: Iterable[Body], ledger: Ledger, day: date, *, reply_by: date | None = None
) -> str:
    """Return a letter for each body that owes something, with the marking at its head and foot."""
    owing = [body for body in bodies if body.owing]
    made = (_marked(_letter(body, ledger, day, reply_by), ledger.circulation) for body in owing)
    return _BETWEEN.join("".join(f"{line}\n" for line in lines) for lines in made)


def _marked(lines: Iterable[str], paper: Circulation) -> Iterator[str]:
    marking = [safe.one_line(paper.marking)] if paper.marking else []
    yield from (*marking, "") if marking else ()
    yield from lines
    yield from ("", *marking) if marking else ()


def _letter(body: Body, ledger: Ledger, day: date, reply_by: date | None) -> Iterator[str]:
    paper = ledger.circulation
    yield safe.one_line(phrases.body(body.organisation, both=True))
    if body.organisation.contact:
        yield safe.one_line(words.contact(body.organisation.contact))
    yield ""
    yield safe.one_line(words.subject(ledger.committee, body, day))
    yield ""
    yield safe.one_line(words.salutation(body))
    yield ""
    yield safe.one_line(words.open_ones(body))
    yield ""
    yield from words.ASKED
    yield ""
    yield safe.one_line(words.reply(paper, reply_by))
    yield from _owed(body, ledger, day)
    yield ""
    yield words.CLOSING
    if paper.prepared_by:
        yield safe.one_line(paper.prepared_by)


def _owed(body: Body, ledger: Ledger, day: date) -> Iterator[str]:
    """Yield what a body owes, numbered, under the meetings that made it."""
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
    for name, address in ((words.STATEMENT, meeting.url), (words.IN_JAPANESE, meeting.url_ja)):
        if address and safe.is_web_address(address):
            yield f"{name}: {address}"


def _commitment(number: int, row: Standing) -> Iterator[str]:
    commitment = row.commitment
    where = phrases.paragraph(commitment)
    yield safe.one_line(f"{number}. {commitment.title}{f' ({where})' if where else ''}")
    if commitment.summary:
        yield _INDENT + safe.one_line(commitment.summary)
    yield _INDENT + safe.one_line(words.deadline(row))
    yield _INDENT + safe.one_line(words.owners(row))
    yield _INDENT + safe.one_line(words.status(phrases.status_of(row)))
    if row.last_entry:
        yield _INDENT + safe.one_line(words.last_on_file(briefs.last_word(row.last_entry)))

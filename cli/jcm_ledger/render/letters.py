"""What is asked of bodies as plain text, a letter each, to be pasted into an email as it is.

A paragraph is a line: the email program breaks it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from jcm_ledger.model.ledger import Circulation, Ledger, Meeting
from jcm_ledger.render import safe
from jcm_ledger.render.phrases import BOTH, ENGLISH, JAPANESE, Phrases, speak
from jcm_ledger.rules.bodies import Body
from jcm_ledger.rules.standing import Standing

_BETWEEN = "\n" + "-" * 72 + "\n\n"
_RULE = "-" * 24
"""What stands between a letter in English and the same in Japanese."""
_INDENT = "   "


def letters(
    bodies: Iterable[Body],
    ledger: Ledger,
    say: Phrases,
    day: date,
    *,
    reply_by: date | None = None,
) -> str:
    """Return a letter for each body that owes something, with the marking at its head and foot.

    In both languages it is two letters, one below the other, each complete in its language.
    """
    spoken = [say]
    if say.lang == BOTH:
        spoken = [speak(lang, ledger.bodies) for lang in (ENGLISH, JAPANESE)]
    owing = [body for body in bodies if body.owing]
    made = (
        _marked(
            _each(_letter(body, ledger, each, day, reply_by) for each in spoken),
            ledger.circulation,
        )
        for body in owing
    )
    return _BETWEEN.join("".join(f"{line}\n" for line in lines) for lines in made)


def _each(made: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of letters below each other."""
    for number, lines in enumerate(made):
        yield from ("", _RULE, "") if number else ()
        yield from lines


def _marked(lines: Iterable[str], paper: Circulation) -> Iterator[str]:
    marking = [safe.one_line(paper.marking)] if paper.marking else []
    yield from (*marking, "") if marking else ()
    yield from lines
    yield from ("", *marking) if marking else ()


def _letter(
    body: Body, ledger: Ledger, say: Phrases, day: date, reply_by: date | None
) -> Iterator[str]:
    paper, words = ledger.circulation, say.letters
    head = [words.addressee(body.organisation)]
    head += [words.contact(contact)] if (contact := body.organisation.contact) else []
    yield from map(safe.one_line, head)
    yield ""
    yield safe.one_line(words.subject(ledger.committee, body, day))
    for paragraph in (
        *words.opening(body, day),
        *words.asking(paper, reply_by),
    ):
        yield ""
        yield from map(safe.one_line, paragraph)
    yield from _owed(body, ledger, say, day)
    yield ""
    yield from words.CLOSING
    if paper.prepared_by:
        yield safe.one_line(paper.prepared_by)


def _owed(body: Body, ledger: Ledger, say: Phrases, day: date) -> Iterator[str]:
    """Yield what a body owes, numbered, under the meetings that made it."""
    by_meeting: dict[str, list[Standing]] = {}
    for row in body.owing:
        by_meeting.setdefault(row.commitment.meeting, []).append(row)
    number = 0
    for meeting, rows in by_meeting.items():
        yield ""
        yield from _statement(ledger.meetings[meeting], say, day)
        for row in rows:
            number += 1
            yield ""
            yield from _commitment(number, row, say)


def _statement(meeting: Meeting, say: Phrases, day: date) -> Iterator[str]:
    yield safe.one_line(say.meeting(meeting, day))
    for name, address in say.letters.statements(meeting):
        if address and safe.is_web_address(address):
            yield say.named(name, address)


def _commitment(number: int, row: Standing, say: Phrases) -> Iterator[str]:
    commitment, words = row.commitment, say.letters
    summary = say.text(commitment.summary, commitment.summary_ja)
    facts = [summary] if summary else []
    facts += [words.deadline(row), words.owners(row), words.status(say.status_of(row))]
    if row.last_entry:
        facts.append(words.last_on_file(say.briefs.last_word(row.last_entry)))
    yield safe.one_line(words.item(number, say.title(commitment), say.paragraph(commitment)))
    yield from (_INDENT + safe.one_line(fact) for fact in facts)

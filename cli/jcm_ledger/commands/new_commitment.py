"""A new commitment: what is asked of it, and how the answers are read."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

import typer

from jcm_ledger.commands import arguments, asking, clock, new_body
from jcm_ledger.commands.asking import Answers, Question
from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.refusals import UnknownOwner
from jcm_ledger.errors import RefusedCommitment, UnknownName
from jcm_ledger.model.duration import Duration
from jcm_ledger.model.ledger import LAST_PARAGRAPH, Commitment, Ledger, Organisation
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.model.text import is_id
from jcm_ledger.render.safe import visible
from jcm_ledger.rules.additions import refuse_id, with_table
from jcm_ledger.rules.commitments import propose_id
from jcm_ledger.rules.names import (
    choose,
    choose_reporter,
    resolve_body,
    resolve_meeting,
    split_bodies,
)
from jcm_ledger.rules.report import last_meeting

_LONGEST_NUMBER = 9  # digits; Python refuses a number of more than 4,300


class NewOwners:
    """Reads owners; at a terminal, one that the ledger lacks may be added on the way.

    `made` are the bodies that were. They go into the ledger with the commitment, in one write.
    """

    def __init__(self, *, may_ask: bool) -> None:
        self.may_ask = may_ask
        self.made: list[Organisation] = []

    def read(self, ledger: Ledger, typed: str) -> tuple[str, ...]:
        """Return the ids of the owners typed, with commas between, each once."""
        names = split_bodies(self.known(ledger), typed)
        return tuple(dict.fromkeys([self._one(ledger, name) for name in names]))

    def known(self, ledger: Ledger) -> Ledger:
        """Return a ledger with the bodies that were made."""
        return reduce(with_table, self.lacking(ledger), ledger)

    def lacking(self, ledger: Ledger) -> list[Organisation]:
        """Return the bodies that were made and that a ledger does not have yet."""
        return [body for body in self.made if body.id not in ledger.organisations]

    def _one(self, ledger: Ledger, name: str) -> str:
        try:
            return owner(self.known(ledger), name)
        except UnknownName as unknown:
            if not self.may_ask or not self._is_wanted(unknown):
                raise UnknownOwner(*unknown.args) from None
        answers = {"id": name} if is_id(name) else {"name": name}
        asking.ask(answers, new_body.QUESTIONS, self.known(ledger))
        self.made.append(new_body.body(self.known(ledger), answers))
        return self.made[-1].id

    def _is_wanted(self, unknown: UnknownName) -> bool:
        near = f" Did you mean {' or '.join(unknown.near)}?" if unknown.near else ""
        asked = visible(f'There is no body "{unknown.name}".{near} Add it as a new one?')
        return typer.confirm(said(asked), err=True)


def owner(ledger: Ledger, name: str) -> str:
    """Return the body, side or committee typed, whole or as the beginning of a body."""
    try:
        return choose_reporter(ledger, name)
    except UnknownName:
        return resolve_body(ledger, name)


def _meeting(ledger: Ledger, typed: str) -> str:
    return resolve_meeting(ledger, typed)


def _paragraph(_ledger: Ledger, typed: str) -> int | str:
    """Return a whole number as one, any other text as it is: "113.6", "Annex B, 3"."""
    if not (typed.isascii() and typed.isdecimal()):
        return typed
    if len(typed) > _LONGEST_NUMBER or int(typed) > LAST_PARAGRAPH:
        hint = f"a whole number from 0 to {LAST_PARAGRAPH:,}, or a text such as 113.6 or Annex B, 3"
        raise RefusedCommitment("bad-paragraph", f'"{typed}" is not a paragraph', hint)
    return int(typed) if str(int(typed)) == typed else typed


def _free_id(ledger: Ledger, typed: str) -> str:
    refuse_id(ledger, Commitment, typed)
    return typed


def _latest_meeting(ledger: Ledger, _answers: Answers) -> str:
    meeting = last_meeting(ledger, clock.today())
    return meeting.id if meeting else ""


def _id(ledger: Ledger, answers: Answers) -> str:
    return propose_id(answers["title"], ledger.commitments)


def _superseded(ledger: Ledger, typed: str) -> str | tuple[str, ...]:
    found = tuple(arguments.commitment(ledger, name.strip()).id for name in typed.split(","))
    return found[0] if len(found) == 1 else found


def questions(owners: NewOwners) -> Sequence[Question]:
    """Return what is asked at a terminal, in order."""
    return (
        Question("title", "Title", option="TITLE"),
        Question("id", "Id", _free_id, _id),
        Question("summary", "What will be done, in a sentence"),
        Question("meeting", "Meeting", _meeting, _latest_meeting, option="--meeting"),
        Question("owners", "Owners, with commas between", owners.read, option="--owner"),
        Question("theme", "Theme, in a word"),
        Question(
            "strength",
            f"Wording ({', '.join(Strength)})",
            lambda _, typed: Strength(choose("strength", typed, list(Strength))),
        ),
        Question(
            "kind",
            f"Kind ({', '.join(Kind)})",
            lambda _, typed: Kind(choose("kind", typed, list(Kind))),
            lambda _ledger, _answers: Kind.ONE_OFF,
        ),
        Question("paragraph", "Paragraph of the statement", _paragraph),
        Question("deadline", "Deadline, a period such as 2024-H1", arguments.deadline),
        Question("deadline_text", "Deadline as the statement puts it"),
    )


_READERS: dict[str, Callable[[Ledger, str], Any]] = {
    "review_by": lambda _, typed: arguments.day(typed),
    "report_every": lambda _, typed: Duration.parse(typed),
    "part_of": lambda ledger, typed: arguments.commitment(ledger, typed).id,
    "supersedes": _superseded,
}
"""How what is never asked is read; what is missing here too stays the text that it is."""


def commitment(
    ledger: Ledger, answers: Answers, owners: NewOwners, fields: Sequence[str]
) -> Commitment:
    """Return the commitment that the answers describe; `fields` are typed as KEY=VALUE."""
    readers = {question.key: question.read for question in questions(owners)} | _READERS
    values: dict[str, Any] = {
        key: readers[key](ledger, typed) if key in readers else typed
        for key, typed in answers.items()
    }
    values.setdefault("id", _id(ledger, answers))
    own = dict(arguments.field(ledger, typed) for typed in fields)
    return Commitment(**values, fields=own)


def settle(answers: Answers, owners: NewOwners, ledger: Ledger) -> None:
    """Ask for what is missing, and about owners that the ledger lacks, before anything is written.

    Raise NotSaid or UnknownOwner if there is nobody to ask.
    """
    asking.complete("add", answers, questions(owners), ledger)
    owners.read(ledger, answers["owners"])
    owners.may_ask = False

"""A new body: what is asked of it, and how the answers are read."""

from collections.abc import Callable
from typing import Any

from jcm_ledger.commands import arguments
from jcm_ledger.commands.asking import Answers, Question
from jcm_ledger.model.ledger import Ledger, Organisation
from jcm_ledger.rules.additions import refuse_id
from jcm_ledger.rules.names import choose_side, resolve_body, split_bodies


def _free_id(ledger: Ledger, typed: str) -> str:
    refuse_id(ledger, Organisation, typed)
    return typed


def _side(ledger: Ledger, typed: str) -> str:
    return choose_side(ledger, typed)


def _bodies(ledger: Ledger, typed: str) -> str | tuple[str, ...]:
    found = tuple(resolve_body(ledger, name) for name in split_bodies(ledger, typed))
    return found[0] if len(found) == 1 else found


QUESTIONS = (
    Question("id", "Id, such as METI", _free_id, option="ID"),
    Question("name", "Full name", option="--name"),
    Question("name_ja", "Name in Japanese"),
    Question("side", "Side, nothing for a body outside the committee", _side),
    Question("succeeds", "The body it succeeds, if it does", _bodies),
    Question("since", "Since when, a date", lambda _, typed: arguments.day(typed)),
)
"""What is asked at a terminal, in order."""

READERS: dict[str, Callable[[Ledger, str], Any]] = {
    question.key: question.read for question in QUESTIONS
} | {"part_of": resolve_body}


def body(ledger: Ledger, answers: Answers) -> Organisation:
    """Return the body that the answers describe."""
    values: dict[str, Any] = {
        key: READERS[key](ledger, typed) if key in READERS else typed
        for key, typed in answers.items()
    }
    return Organisation(**values)

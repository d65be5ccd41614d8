"""Asking for what was not typed: questions at a terminal, or the options to give."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import typer

from jcm_ledger.commands import output
from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.refusals import NotSaid
from jcm_ledger.errors import LedgerError
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.safe import visible

Answers = dict[str, str]
"""What was typed, by the key of the ledger it is for; keys nothing was typed for are missing."""


def as_typed(_ledger: Ledger, typed: str) -> str:
    """Return a text as it was typed."""
    return typed


class Question(NamedTuple):
    """What is asked for a key, and how the answer is read; `propose` gives a default.

    `option` is how it is given on the command line, "" for what may be missing; of a question that
    names `instead` an answer to that one is enough.
    """

    key: str
    text: str
    read: Callable[[Ledger, str], object] = as_typed
    propose: Callable[[Ledger, Answers], str] = lambda _ledger, _answers: ""
    option: str = ""
    instead: str = ""

    def is_needed(self, answers: Answers) -> bool:
        """Return whether an answer is missing that has to be given."""
        return bool(self.option) and not {self.key, self.instead} & answers.keys()


def complete(command: str, answers: Answers, questions: Sequence[Question], ledger: Ledger) -> None:
    """Ask for all that is missing if a needed key is; raise NotSaid if there is nobody to ask."""
    missing = [each.option for each in questions if each.is_needed(answers)]
    if not missing:
        return
    if not output.can_ask():
        raise NotSaid(command, missing)
    ask(answers, questions, ledger)


def ask(answers: Answers, questions: Iterable[Question], ledger: Ledger) -> None:
    """Ask the questions that have no answer yet, and keep the answers."""
    for question in questions:
        if question.key not in answers and (answer := _ask(question, answers, ledger)):
            answers[question.key] = answer


def _ask(question: Question, answers: Answers, ledger: Ledger) -> str:
    """Return the answer, asked again until it can be read; "" to leave out what is not needed."""
    default = question.propose(ledger, answers)
    text = said(f"{question.text} [{visible(default)}]" if default else question.text)
    while True:
        typed = str(typer.prompt(text, default=default, show_default=False, err=True)).strip()
        try:
            if typed:
                question.read(ledger, typed)
            elif question.is_needed(answers):
                typer.echo(said("Error: this is needed"), err=True)
                continue
        except LedgerError as error:
            typer.echo(visible(said(f"Error: {error}\n{error.hint}")), err=True)
            continue
        return typed

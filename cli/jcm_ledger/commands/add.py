"""jcm add: a new commitment."""

from collections.abc import Callable
from typing import Annotated, NamedTuple

import typer

from jcm_ledger.commands import arguments, clock, complete, ledgers, options, output
from jcm_ledger.commands.refusals import NotSaid
from jcm_ledger.errors import LedgerError, RefusedCommitment
from jcm_ledger.model.ledger import LAST_PARAGRAPH, Commitment, Ledger
from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.render.safe import visible
from jcm_ledger.rules.commitments import propose_id, refuse_id
from jcm_ledger.rules.names import choose, resolve, resolve_body, split_bodies
from jcm_ledger.rules.report import last_meeting

Answers = dict[str, str]
"""What was typed, by the key of the ledger it is for; keys nothing was typed for are missing."""

_LONGEST_NUMBER = 9  # digits; Python refuses a number of more than 4,300

REQUIRED = {"title": "TITLE", "owners": "--owner", "meeting": "--meeting"}


class Question(NamedTuple):
    """What is asked for a key, and how the answer is read; `propose` gives a default."""

    key: str
    text: str
    read: Callable[[Ledger, str], object]
    propose: Callable[[Ledger, Answers], str] = lambda _ledger, _answers: ""


def _text(_ledger: Ledger, typed: str) -> str:
    return typed


def _owners(ledger: Ledger, typed: str) -> tuple[str, ...]:
    names = split_bodies(ledger, typed)
    return tuple(dict.fromkeys(resolve_body(ledger, name) for name in names))


def _meeting(ledger: Ledger, typed: str) -> str:
    return resolve("meeting", typed, ledger.meetings)


def _paragraph(_ledger: Ledger, typed: str) -> int:
    if not typed.isdecimal() or len(typed) > _LONGEST_NUMBER or int(typed) > LAST_PARAGRAPH:
        hint = f"a whole number from 0 to {LAST_PARAGRAPH:,}"
        raise RefusedCommitment("bad-paragraph", f'"{typed}" is not a paragraph', hint)
    return int(typed)


def _free_id(ledger: Ledger, typed: str) -> str:
    refuse_id(ledger, typed)
    return typed


def _latest_meeting(ledger: Ledger, _answers: Answers) -> str:
    meeting = last_meeting(ledger, clock.today())
    return meeting.id if meeting else ""


def _id(ledger: Ledger, answers: Answers) -> str:
    return propose_id(answers["title"], ledger.commitments)


QUESTIONS = (
    Question("title", "Title", _text),
    Question("id", "Id", _free_id, _id),
    Question("summary", "What will be done, in a sentence", _text),
    Question("meeting", "Meeting", _meeting, _latest_meeting),
    Question("owners", "Owners, with commas between", _owners),
    Question("theme", "Theme, in a word", _text),
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
    Question("deadline_text", "Deadline as the statement puts it", _text),
)
"""What is asked at a terminal, in order."""

READERS = {question.key: question.read for question in QUESTIONS} | {
    "review_by": lambda _, typed: arguments.day(typed),
    "supersedes": lambda ledger, typed: arguments.commitment(ledger, typed).id,
}


def add(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    title: Annotated[
        str | None,
        typer.Argument(metavar="[TITLE]", help="What it is called.", show_default=False),
    ] = None,
    *,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY", help="Who answers for it; repeated.", autocompletion=complete.bodies
        ),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            metavar="MEETING", help="The meeting that made it.", autocompletion=complete.meetings
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Its id.", show_default="from the title"),
    ] = None,
    summary: Annotated[str | None, typer.Option(help="What will be done, in a sentence.")] = None,
    paragraph: Annotated[int | None, typer.Option(help="Paragraph of the statement.")] = None,
    theme: Annotated[
        str | None,
        typer.Option(metavar="THEME", help="Its theme.", autocompletion=complete.themes),
    ] = None,
    strength: Annotated[
        str | None,
        typer.Option(
            metavar="STRENGTH",
            help="How firmly it is worded.",
            autocompletion=complete.strengths,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="one-off (default) or continuing.",
            autocompletion=complete.kinds,
        ),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(
            metavar="PERIOD|MEETING",
            help="When it falls due.",
            autocompletion=complete.meetings,
        ),
    ] = None,
    deadline_text: Annotated[
        str | None, typer.Option(help="The deadline as the statement puts it.")
    ] = None,
    review_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="When to look at it again, if undated.")
    ] = None,
    framework: Annotated[
        list[str] | None, typer.Option(help="A programme it is part of; repeated.")
    ] = None,
    owners_inferred: Annotated[
        bool, typer.Option("--owners-inferred", help="The statement does not name the owners.")
    ] = False,
    supersedes: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The commitment it takes the place of.",
            autocompletion=complete.commitments,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, and add nothing.")
    ] = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Add a commitment to the ledger.

    Title, owner and meeting are needed; at a terminal you are asked for what is missing. The
    table goes to the end of the file; nothing else changes.

    \b
    Examples:
      jcm add
      jcm add "Fusion workshop" --owner UKRI --owner JST --meeting jcm-12 --deadline 2024-Q3
    """
    from jcm_ledger.store import loading, recording  # lazy import: only writers need it

    source, path = ledgers.writable(context, ledger)
    typed = {
        "title": title,
        "owners": ",".join(owner or ()),
        "meeting": meeting,
        "id": name,
        "summary": summary,
        "paragraph": None if paragraph is None else str(paragraph),
        "theme": theme,
        "strength": strength,
        "kind": kind,
        "deadline": deadline,
        "deadline_text": deadline_text,
        "review_by": review_by,
        "supersedes": supersedes,
    }
    answers = {key: value for key, value in typed.items() if value}
    _complete(answers, loading.load(source))

    def commitment(current: Ledger) -> Commitment:
        return _commitment(
            current, answers, frameworks=tuple(framework or ()), owners_inferred=owners_inferred
        )

    change = recording.add(source, commitment, today=clock.today(), dry_run=dry_run)
    added = next(reversed(change.after.commitments.values()))
    if dry_run:
        output.say(f"Nothing was written. This would be added to {source.name}:")
        output.say(change.added)
    else:
        line = f"Added {added.id}. See it: jcm show {added.id}"
        output.did(line, *ledgers.written(source, path))


def _complete(answers: Answers, ledger: Ledger) -> None:
    """Ask for all that is missing if a needed key is; raise NotSaid if there is nobody to ask."""
    missing = [option for key, option in REQUIRED.items() if key not in answers]
    if not missing:
        return
    if not output.can_ask():
        raise NotSaid("add", missing)
    for question in QUESTIONS:
        if question.key not in answers and (answer := _ask(question, answers, ledger)):
            answers[question.key] = answer


def _ask(question: Question, answers: Answers, ledger: Ledger) -> str:
    """Return the answer, asked again until it can be read; "" to leave out what is not needed."""

    def read(typed: str) -> str:
        try:
            if typed.strip():
                question.read(ledger, typed.strip())
            elif question.key in REQUIRED:
                raise typer.BadParameter("this is needed")
        except LedgerError as error:
            raise typer.BadParameter(visible(f"{error}\n{error.hint}")) from None
        return typed.strip()

    default = question.propose(ledger, answers)
    text = f"{question.text} [{visible(default)}]" if default else question.text
    return str(typer.prompt(text, default=default, show_default=False, value_proc=read, err=True))


def _commitment(
    ledger: Ledger, answers: Answers, *, frameworks: tuple[str, ...], owners_inferred: bool
) -> Commitment:
    values = {key: READERS[key](ledger, typed) for key, typed in answers.items()}
    values.setdefault("id", _id(ledger, answers))
    return Commitment(**values, frameworks=frameworks, owners_inferred=owners_inferred)

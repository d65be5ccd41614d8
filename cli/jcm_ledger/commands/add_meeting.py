"""jcm add meeting: a new meeting."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from jcm_ledger.commands import arguments, asking, clock, ledgers, options, output
from jcm_ledger.commands.asking import Question
from jcm_ledger.model.ledger import Ledger, Meeting
from jcm_ledger.model.period import Period
from jcm_ledger.rules.additions import refuse_id


def _free_id(ledger: Ledger, typed: str) -> str:
    refuse_id(ledger, Meeting, typed)
    return typed


QUESTIONS = (
    Question("id", "Id, such as jcm-13", _free_id, option="ID"),
    Question("title", "Title"),
    Question("held", "Held on, a date; nothing if it is to come", lambda _, t: arguments.day(t)),
    Question(
        "expected",
        "Expected in, a period such as 2026-H2",
        lambda _, typed: Period.parse(typed),
        option="--held or --expected",
        instead="held",
    ),
    Question("place", "Place"),
    Question("statement", "Title of its joint statement"),
    Question("url", "Address of the statement"),
)
"""What is asked at a terminal, in order."""

READERS: dict[str, Callable[[Ledger, str], Any]] = {
    question.key: question.read for question in QUESTIONS
} | {"published": lambda _, typed: arguments.day(typed)}


def add_meeting(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="Its id, such as jcm-13.", show_default=False),
    ] = None,
    *,
    held: Annotated[str | None, typer.Option(metavar="DATE", help="The day it took place.")] = None,
    expected: Annotated[
        str | None, typer.Option(metavar="PERIOD", help="When it was, or is, to take place.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What it is called.")] = None,
    title_ja: Annotated[str | None, typer.Option(help="The same in Japanese.")] = None,
    place: Annotated[str | None, typer.Option(help="Where it takes place.")] = None,
    place_ja: Annotated[str | None, typer.Option(help="The same in Japanese.")] = None,
    chair: Annotated[list[str] | None, typer.Option(help="Who chairs it; repeated.")] = None,
    statement: Annotated[str | None, typer.Option(help="Title of its joint statement.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that was published.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the statement can be read.")] = None,
    url_ja: Annotated[str | None, typer.Option(help="The same in Japanese.")] = None,
    dry_run: options.DryRun = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Add a meeting to the ledger, held or to come.

    Its id is needed, and when it is; at a terminal you are asked for what is missing. Once an
    expected meeting was held, add held = DATE to its table in the file.

    \b
    Examples:
      jcm add meeting
      jcm add meeting jcm-13 --expected 2026-H2 --title "13th meeting" --place London
      jcm add meeting jcm-11 --held 2021-12-15
    """
    from jcm_ledger.store import loading, recording  # lazy import: only writers need it

    source, path = ledgers.writable(context, ledger)
    typed = {
        "id": name, "title": title, "held": held, "expected": expected, "place": place,
        "statement": statement, "published": published, "url": url, "url_ja": url_ja,
        "title_ja": title_ja, "place_ja": place_ja,
    }  # fmt: skip
    answers = {key: value for key, value in typed.items() if value}
    asking.complete("add meeting", answers, QUESTIONS, loading.load(source))

    def tables(current: Ledger) -> list[Meeting]:
        values: dict[str, Any] = {
            key: READERS[key](current, text) if key in READERS else text
            for key, text in answers.items()
        }
        return [Meeting(**values, chairs=tuple(chair or ()))]

    change = recording.add(source, tables, today=clock.today(), dry_run=dry_run)
    added = next(reversed(change.after.meetings))
    if dry_run:
        output.would_add(source.name, change.added)
    else:
        output.did(f"Added {added}.", *ledgers.written(source, path))

"""jcm diff: what changed, in the words of the ledger."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from jcm_ledger.commands import arguments, clock, complete, languages, ledgers, options, output
from jcm_ledger.commands.refusals import DaysReversed
from jcm_ledger.errors.git import NotARepository
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render import json
from jcm_ledger.render.markdown import changes as markdown
from jcm_ledger.render.phrases import Phrases, speak
from jcm_ledger.rules.changes import Difference, State, as_of, changes
from jcm_ledger.store import loading, reading
from jcm_ledger.store.source import Source

NOW = "now"


class DiffFormat(StrEnum):
    """What changes can be written as."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV [REV]]",
            help="From this commit, branch or tag, HEAD by default; to that one, or to now.",
            show_default=False,
        ),
    ] = None,
    *,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE|MEETING",
            help="From the end of this day, by the journal's own dates, without git.",
            autocompletion=complete.meetings,
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DATE|MEETING",
            help="To the end of this day.",
            show_default="today",
            autocompletion=complete.meetings,
        ),
    ] = None,
    form: Annotated[
        DiffFormat | None,
        typer.Option(
            "--format",
            help="Default: table on a terminal, markdown elsewhere.",
            show_default=False,
        ),
    ] = None,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Tell what changed: new entries, statuses, moved deadlines, new and edited tables.

    Between two revisions of git, or from one to now; or between two days, as the journal dates
    them. An entry that vanished is told first: a ledger is only ever added to.

    \b
    Examples:
      jcm diff
      jcm diff v1.0 main
      jcm diff --from jcm-12
      jcm diff --from 2024-07-01 --to 2025-01-01 --format markdown
    """
    typed = revisions or []
    if len(typed) > 2 or (typed and (start or end)):  # noqa: PLR2004 - from and to
        raise typer.BadParameter("give two revisions at most, or --from and --to")
    if end and not start:
        raise typer.BadParameter("--to needs --from")
    if start:
        source, current = ledgers.opened(context, ledger)
        before, after = _days(current, start, end)
    else:
        source = ledgers.chosen(context, ledger)
        before, after = _revisions(source, typed)
    found = changes(before, after)
    say = speak(languages.chosen(context, lang), after.ledger.bodies)
    match form or (DiffFormat.TABLE if output.on_terminal() else DiffFormat.MARKDOWN):
        case DiffFormat.TABLE:
            _draw(found, source.name, say)
        case DiffFormat.MARKDOWN:
            output.answer(markdown.changes(found, source.name, say))
        case DiffFormat.JSON:
            output.answer(json.changes(found, ledger=source.name))


def _revisions(source: Source, typed: list[str]) -> tuple[State, State]:
    """Return two revisions as both stand today; without a second one, the file as it is now."""
    from jcm_ledger.store import checkout  # lazy import: only what calls git needs it
    from jcm_ledger.store.git import Tracked

    if source.path is None:
        raise NotARepository(source.name)
    tracked = Tracked(source.path, source.name)
    today = clock.today()

    def at(revision: str) -> State:
        old = reading.parse(
            checkout.at(tracked, revision), f"{revision}:{source.name}", committed=True
        )
        return State(name=revision, ledger=old, day=today)

    before = at(typed[0] if typed else "HEAD")
    if typed[1:]:
        return before, at(typed[1])
    return before, State(name=NOW, ledger=loading.load(source), day=today)


def _days(ledger: Ledger, start: str, end: str | None) -> tuple[State, State]:
    """Return the ledger as it stood at the end of two days; raise DaysReversed.

    A meeting that was not held yet counts from its first expected day, or to its last.
    """
    today = clock.today()
    first = arguments.days(ledger, start, today).first
    last = arguments.days(ledger, end, today).last if end else today
    if last < first:
        raise DaysReversed(str(first), str(last))
    return _at(ledger, first), _at(ledger, last)


def _at(ledger: Ledger, day: date) -> State:
    return State(name=str(day), ledger=as_of(ledger, day), day=day)


def _draw(found: Difference, name: str, say: Phrases) -> None:
    from jcm_ledger.render.terminal import changes  # lazy import: only a page needs Rich

    output.draw(changes.page(found, say))
    output.say(say.changes.summary(found))
    output.say(say.changes.footer(name, found))

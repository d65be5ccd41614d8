"""jcm mark: put progress on file."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from jcm_ledger.commands import (
    arguments,
    batch,
    clock,
    complete,
    languages,
    ledgers,
    options,
    output,
)
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.model.period import Period
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.rules import wording
from jcm_ledger.rules.effect import effects
from jcm_ledger.store.evidence import as_kept

STDIN = "-"

Value = TypeVar("Value")


def mark(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    commitment: options.CommitmentId,
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="[STATUS]",
            help="not-started, in-progress, stalled, completed, not-pursued or superseded, "
            "or a word that docs/wording.md has for one of them: done, on hold, 完了.",
            autocompletion=complete.statuses,
            show_default=False,
        ),
    ] = None,
    *,
    note: Annotated[str | None, typer.Option(help="What happened, in a sentence or two.")] = None,
    note_ja: Annotated[str | None, typer.Option(help="The note in Japanese.")] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL|FILE|REF",
            help='What it rests on: a web address, a file, or "ref: …", also with a title: '
            '"TITLE <URL>". May be repeated.',
            autocompletion=complete.files,
        ),
    ] = None,
    happened: Annotated[
        str | None,
        typer.Option(
            metavar="PERIOD", help="When it took place, if not on the day it is reported."
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="BODY",
            envvar="JCM_BY",
            help='Who reports it: a body\'s id or name, or "committee" for both sides.',
            autocompletion=complete.reporters,
        ),
    ] = None,
    on_behalf_of: Annotated[
        str | None,
        typer.Option(
            metavar="BODY",
            help="The body that it is reported for, if that is another one.",
            autocompletion=complete.speakers,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day it was reported.", show_default="today"),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(metavar="PERIOD", help="The deadline was moved to this; the note says why."),
    ] = None,
    owners: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY[,BODY…]",
            help='It was handed over: all who own it from now on; a side or "committee" too. '
            "The note says why. May be repeated.",
            autocompletion=complete.reporters,
        ),
    ] = None,
    dry_run: options.DryRun = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Record progress: add one entry to the ledger.

    The entry goes to the end of the file; nothing else changes. With - as ID, ids are read from
    standard input, one a line, and all are recorded or none. If its first line names columns, id
    and any of status, note, note_ja, evidence, happened, by, on_behalf_of, date, deadline, owners,
    each row has its own words, and the options stand in for its blank cells. A column title is
    for whoever fills it in.

    \b
    Examples:
      jcm mark semiconductor-talks in-progress --by METI --note "Workshop held in Tokyo." \\
          --evidence "Press release <https://www.meti.go.jp/english/press/>"
      jcm mark matching done --by METI --happened 2024-06
      jcm mark next-meeting --by committee --deadline 2026-H2 --note "Moved by both sides."
      jcm mark space --owners DSIT,JAXA --by committee --note "UKSA became part of DSIT."
      jcm list --overdue --format ids | jcm mark - --note "Asked the owners for news."
      jcm mark - --by committee < updates.tsv
    """
    from jcm_ledger.store import recording  # lazy import: only what writes needs it

    source, path = ledgers.writable(context, ledger)
    today = clock.today()
    one = batch.Update(0, {"id": commitment})
    typed = batch.updates() if commitment == STDIN else [one]
    if not typed:
        output.tell("No ids on standard input: nothing to record.")
        return
    given = {
        "status": status, "note": note, "note_ja": note_ja, "happened": happened, "by": by,
        "on_behalf_of": on_behalf_of, "date": on, "deadline": deadline,
        "owners": ",".join(owners or ()),
    }  # fmt: skip
    defaults = {column: text for column, text in given.items() if text}

    def entries(current: Ledger) -> list[Entry]:
        def entry(update: batch.Update) -> Entry:
            words, cited = {**defaults, **update.words}, update.evidence or evidence or ()
            kept = tuple(as_kept(each, Path(), path.parent) for each in cited)
            return _entry(current, words, kept, exact=update.line > 0)

        return batch.made(typed, entry)

    with batch.lines_told(typed):
        change = recording.record(source, entries, today=today, dry_run=dry_run)
    added = change.after.journal[len(change.before.journal) :]
    say = languages.speaking(context, lang, change.after)
    lines = [say.changes.entered(each) for each in effects(change.before, added, today)]
    _tell_several(added, say)
    if dry_run:
        for line in lines:
            output.say(line)
        output.would_add(source.name, change.added)
    else:
        output.did(*lines, *ledgers.written(source, path))


def _entry(
    ledger: Ledger, words: dict[str, str], evidence: tuple[str, ...], *, exact: bool
) -> Entry:
    """Return the entry that is typed word by word; the id is `exact` where a program wrote it."""

    def read(column: str, parse: Callable[[str], Value]) -> Value | None:
        return parse(words[column]) if column in words else None

    return Entry(
        commitment=arguments.commitment(ledger, words["id"], exact=exact).id,
        date=arguments.day(words.get("date")),
        by=read("by", lambda text: arguments.reporter(ledger, text)),
        on_behalf_of=read("on_behalf_of", lambda text: arguments.spoken_for(ledger, text)),
        status=read("status", wording.status),
        happened=read("happened", Period.parse),
        deadline=read("deadline", lambda text: arguments.deadline(ledger, text)),
        owners=read("owners", lambda text: arguments.new_owners(ledger, text)),
        note=words.get("note"),
        evidence=evidence,
        note_ja=words.get("note_ja"),
    )


def _tell_several(entries: Sequence[Entry], say: Phrases) -> None:
    """Tell which commitments got more than one entry at once."""
    for name, number in Counter(entry.commitment for entry in entries).items():
        if number > 1:
            output.tell(say.changes.several(name, number))

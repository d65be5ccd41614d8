"""jcm mark: put progress on file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jcm_ledger.commands import arguments, clock, complete, ledgers, options, output
from jcm_ledger.model.ledger import Entry, Ledger
from jcm_ledger.render.phrases import changes as of_changes
from jcm_ledger.rules.standing import standings
from jcm_ledger.store.evidence import as_kept

if TYPE_CHECKING:
    from jcm_ledger.store.writing import Change

STDIN = "-"


def mark(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    commitment: options.CommitmentId,
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="[STATUS]",
            help="not-started, in-progress, stalled, completed, not-pursued or superseded.",
            autocompletion=complete.statuses,
            show_default=False,
        ),
    ] = None,
    *,
    note: Annotated[str | None, typer.Option(help="What happened, in a sentence or two.")] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL|FILE|REF",
            help='What it rests on: a web address, a file, or "ref: …". May be repeated.',
            autocompletion=complete.files,
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
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day it was reported.", show_default="today"),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(metavar="PERIOD", help="The deadline was moved to this; the note says why."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, and add nothing.")
    ] = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Record progress: add one entry to the ledger.

    The entry goes to the end of the file; nothing else changes. With - as ID, ids are read from
    standard input, one a line, and all are recorded or none.

    \b
    Examples:
      jcm mark semiconductor-talks in-progress --by METI --note "Workshop held in Tokyo." \\
          --evidence https://www.meti.go.jp/english/press/
      jcm mark next-meeting --by committee --deadline 2026-H2 --note "Moved by both sides."
      jcm mark space --note "Asked both agencies for news."
      jcm list --overdue --format ids | jcm mark - --note "Asked the owners for news."
    """
    from jcm_ledger.store import recording  # lazy import: only what writes needs it

    source, path = ledgers.writable(context, ledger)
    kept = tuple(as_kept(source, Path(), path.parent) for source in evidence or ())
    today = clock.today()
    typed = arguments.lines_of_stdin() if commitment == STDIN else [commitment]
    if not typed:
        output.tell("No ids on standard input: nothing to record.")
        return

    def entries(current: Ledger) -> list[Entry]:
        ids = [arguments.commitment(current, name, exact=commitment == STDIN).id for name in typed]
        return [
            Entry(
                commitment=name,
                date=arguments.day(on),
                by=arguments.reporter(current, by) if by else None,
                status=arguments.status(status) if status else None,
                deadline=arguments.deadline(current, deadline) if deadline else None,
                note=note or None,
                evidence=kept,
            )
            for name in dict.fromkeys(ids)
        ]

    change = recording.record(source, entries, today=today, dry_run=dry_run)
    lines = _changes(change, today)
    if dry_run:
        nothing = f"Nothing was written. This would be added to {source.name}:"
        for line in (*lines, nothing, change.added):
            output.say(line)
    else:
        output.did(*lines, *ledgers.written(source, path))


def _changes(change: "Change", today: date) -> list[str]:
    """Return what each entry changed, a line each."""
    entries = change.after.journal[len(change.before.journal) :]
    ids = {entry.commitment for entry in entries}
    before, after = (
        {row.commitment.id: row for row in standings(ledger, today, among=ids)}
        for ledger in (change.before, change.after)
    )
    return [
        of_changes.entered(before[entry.commitment], after[entry.commitment], entry)
        for entry in entries
    ]

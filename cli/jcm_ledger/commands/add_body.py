"""jcm add body: a new body."""

from typing import Annotated

import typer

from jcm_ledger.commands import (
    asking,
    clock,
    complete,
    languages,
    ledgers,
    new_body,
    options,
    output,
)
from jcm_ledger.errors import all_of
from jcm_ledger.model.ledger import Ledger, Organisation
from jcm_ledger.rules.ownership import heirs


def add_body(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    name_: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="Its id: an acronym, a word.", show_default=False),
    ] = None,
    *,
    name: Annotated[str | None, typer.Option(help="Its full name.")] = None,
    name_ja: Annotated[str | None, typer.Option(help="Its name in Japanese.")] = None,
    short_ja: Annotated[
        str | None, typer.Option(help="What a Japanese column of owners shows.")
    ] = None,
    side: Annotated[
        str | None,
        typer.Option(
            metavar="SIDE",
            help="Its side; without one it is outside the committee, as a firm is.",
            autocompletion=complete.sides,
        ),
    ] = None,
    kind: Annotated[str | None, typer.Option(help="What it is: ministry, agency.")] = None,
    part_of: Annotated[
        str | None,
        typer.Option(
            metavar="BODY", help="The body it belongs to.", autocompletion=complete.bodies
        ),
    ] = None,
    succeeds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY",
            help="The body in whose place it is from --since on; repeated.",
            autocompletion=complete.bodies,
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="The first day of that.")
    ] = None,
    contact: Annotated[str | None, typer.Option(help="Whom to write to.")] = None,
    dry_run: options.DryRun = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Add a body to the ledger, which may then own commitments and report on them.

    Id and name are needed; at a terminal you are asked for what is missing.

    \b
    Examples:
      jcm add body
      jcm add body JAXA --name "Japan Aerospace Exploration Agency" --side Japan --name-ja 宇宙航空研究開発機構
      jcm add body DESNZ --name "Department for Energy" --side UK --succeeds BEIS --since 2023-02-07
    """  # noqa: E501 - a command to copy stands on one line
    from jcm_ledger.store import loading, recording  # lazy import: only writers need it

    source, path = ledgers.writable(context, ledger)
    typed = {
        "id": name_, "name": name, "name_ja": name_ja, "short_ja": short_ja, "side": side,
        "kind": kind, "part_of": part_of, "succeeds": ",".join(succeeds or ()), "since": since,
        "contact": contact,
    }  # fmt: skip
    answers = {key: value for key, value in typed.items() if value}
    asking.complete("add body", answers, new_body.QUESTIONS, loading.load(source))

    def tables(current: Ledger) -> list[Organisation]:
        return [new_body.body(current, answers)]

    change = recording.add(source, tables, today=clock.today(), dry_run=dry_run)
    added = next(reversed(change.after.organisations.values()))
    say = languages.speaking(context, lang, change.after)
    if dry_run:
        output.would_add(source.name, change.added)
    else:
        output.did(
            say.changes.added_body(added),
            *_handed_over_by_hand(change.after, added),
            *ledgers.written(source, path),
        )


def _handed_over_by_hand(ledger: Ledger, new: Organisation) -> list[str]:
    """Return what is to be done where a body is not the only one to succeed another."""
    several = {old: found for old, found in heirs(ledger).items() if len(found) > 1}
    return [
        f"{all_of([body.id for body in several[old]])} succeed {old}, so nothing moves by itself: "
        "jcm check tells what to hand over."
        for old in new.predecessors
        if old in several
    ]

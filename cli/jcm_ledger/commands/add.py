"""jcm add: a new commitment."""

from typing import Annotated

import typer
from msgspec.structs import replace

from jcm_ledger.commands import clock, complete, ledgers, new_commitment, options, output
from jcm_ledger.commands.new_commitment import NewOwners
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.rules.additions import Addition


def add(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    title: Annotated[
        str | None,
        typer.Argument(
            metavar="[TITLE]",
            help='What it is called. As first word, "meeting" and "body" stand for commands of '
            "their own.",
            autocompletion=complete.additions,
            show_default=False,
        ),
    ] = None,
    *,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY",
            help='Who answers for it: a body, a side, or "committee"; repeated.',
            autocompletion=complete.reporters,
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
    title_ja: Annotated[str | None, typer.Option(help="The title in Japanese.")] = None,
    summary_ja: Annotated[str | None, typer.Option(help="The summary in Japanese.")] = None,
    paragraph: Annotated[
        str | None, typer.Option(help="Paragraph of the statement: 6, or a text: 113.6.")
    ] = None,
    part_of: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The commitment it is a part of.",
            autocompletion=complete.commitments,
        ),
    ] = None,
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
    deadline_text_ja: Annotated[
        str | None, typer.Option(help="The same as an official translation has it.")
    ] = None,
    report_every: Annotated[
        str | None,
        typer.Option(
            metavar="DURATION",
            help="How often to report, if undated: 6m.",
            autocompletion=complete.durations,
        ),
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
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="The commitment it takes the place of; repeated.",
            autocompletion=complete.commitments,
        ),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=VALUE",
            help="A column of your own, declared as [field.KEY]; repeated.",
            autocompletion=complete.fields,
        ),
    ] = None,
    dry_run: options.DryRun = False,
    ledger: options.LedgerPath = None,
) -> None:
    """Add a commitment to the ledger.

    Title, owner and meeting are needed; at a terminal you are asked for what is missing, and
    whether to add an owner that the ledger does not have. The table goes to the end of the file;
    nothing else changes. A commitment whose title is "meeting" or "body": jcm add -- meeting.

    \b
    Examples:
      jcm add
      jcm add meeting --help
      jcm add body --help
      jcm add "Fusion workshop" --owner UKRI --owner JST --meeting jcm-12 --deadline 2024-Q3
    """
    from jcm_ledger.store import loading, recording  # lazy import: only writers need it

    source, path = ledgers.writable(context, ledger)
    typed = {
        "title": title, "owners": ",".join(owner or ()), "meeting": meeting, "id": name,
        "summary": summary, "title_ja": title_ja, "summary_ja": summary_ja, "paragraph": paragraph,
        "part_of": part_of, "theme": theme, "strength": strength, "kind": kind,
        "deadline": deadline, "deadline_text": deadline_text, "deadline_text_ja": deadline_text_ja,
        "report_every": report_every, "review_by": review_by,
        "supersedes": ",".join(supersedes or ()),
    }  # fmt: skip
    answers = {key: value for key, value in typed.items() if value}
    owners = NewOwners(may_ask=output.can_ask())
    new_commitment.settle(answers, owners, loading.load(source))

    def tables(current: Ledger) -> list[Addition]:
        made = new_commitment.commitment(current, answers, owners, field or ())
        frameworks = tuple(framework or ())
        made = replace(made, frameworks=frameworks, owners_inferred=owners_inferred)
        return [*owners.lacking(current), made]

    change = recording.add(source, tables, today=clock.today(), dry_run=dry_run)
    added = next(reversed(change.after.commitments.values()))
    if dry_run:
        output.would_add(source.name, change.added)
    else:
        bodies = [f"Added {body.id}." for body in owners.lacking(change.before)]
        line = f"Added {added.id}. See it: jcm show {added.id}"
        output.did(*bodies, line, *ledgers.written(source, path))

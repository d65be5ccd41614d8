"""jcm adopt: the reviewed tables of a draft go into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jcm_ledger.commands import clock, complete, languages, ledgers, options, output
from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.refusals import NotConfirmed
from jcm_ledger.errors.drafts import RefusedDraft
from jcm_ledger.model.ledger import Commitment, Ledger, Meeting, Organisation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jcm_ledger.render.phrases import Phrases
    from jcm_ledger.rules.additions import Addition
    from jcm_ledger.rules.adoption import Adoption
    from jcm_ledger.store.adoption import ReviewedDraft


def adopt(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    draft: Annotated[
        Path,
        typer.Argument(
            metavar="DRAFT",
            help="A draft in TOML that somebody reviewed.",
            autocompletion=complete.files,
            show_default=False,
        ),
    ],
    *,
    meeting: Annotated[
        str | None,
        typer.Option(
            metavar="MEETING",
            help="The meeting that made the commitments that name none.",
            autocompletion=complete.meetings,
        ),
    ] = None,
    bodies: Annotated[
        bool,
        typer.Option(
            "--bodies",
            help="Add the bodies too that are proposed behind # and that own commitments of it.",
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: options.DryRun = False,
    lang: options.Language = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Put the reviewed tables of a draft into the ledger: commitments, bodies, a meeting.

    All go to the end of the file or none, without the draft's remarks, and each is checked as a
    table that is added. A commitment needs a title; where nobody typed another id over the one
    that was proposed, it gets one from the title. What is there already is not added again. At a
    terminal you are asked first.

    \b
    Examples:
      jcm adopt draft.toml --dry-run
      jcm adopt draft.toml
      jcm adopt draft.toml --meeting jcm-13 --bodies --yes
    """
    from jcm_ledger.store import adoption, loading, recording  # lazy import: only writers need it

    source, path = ledgers.writable(context, ledger)
    name = str(draft)
    data = adoption.read(draft, name)

    def tables(current: Ledger) -> "Adoption":
        reviewed = adoption.reviewed(data, name, current, meeting=meeting or "", bodies=bodies)
        return _sound(reviewed, current)

    before = loading.load(source)
    found = tables(before)
    say = languages.speaking(context, lang, before)
    for table in found.present:
        output.tell(say.drafts.present(table.id, table.differing))
    if not found.additions:
        output.did(say.drafts.all_present(name))
        return
    if not dry_run:
        _confirm(found.additions, say, yes=yes)

    def additions(current: Ledger) -> "Sequence[Addition]":
        return tables(current).additions

    change = recording.add(source, additions, today=clock.today(), dry_run=dry_run)
    if dry_run:
        output.would_add(source.name, change.added)
    else:
        line = say.drafts.adopted(*_counts(found.additions))
        output.did(line, *ledgers.written(source, path))


def _sound(reviewed: "ReviewedDraft", ledger: Ledger) -> "Adoption":
    """Return what comes of a draft; raise RefusedDraft with everything that is wrong with it."""
    from jcm_ledger.rules.adoption import adoption  # lazy import: as the next
    from jcm_ledger.rules.checks.circumstances import Circumstances

    found = adoption(ledger, reviewed.tables, Circumstances(clock.today(), lambda _name: True))
    faulty = {each.where[:3] for each in reviewed.problems}
    others = [each for each in found.problems if each.where[:3] not in faulty]
    problems = reviewed.place([*reviewed.problems, *others])
    if not problems and reviewed.tables:
        return found
    if not problems:
        message = "there is no table in it; take the # away from those that you keep"
        raise RefusedDraft(reviewed.name, [f"{reviewed.name}:1: {message}"])
    lines = [f"{each}; {each.hint}" if each.hint else str(each) for each in problems]
    is_lacking = reviewed.behind and any(each.code == "unknown-organisation" for each in others)
    hint = "take the # away from the bodies that you keep, or have those added: --bodies"
    raise RefusedDraft(reviewed.name, lines, *([hint] if is_lacking else []))


def _counts(additions: "Sequence[Addition]") -> tuple[int, int, int]:
    """Return how many meetings, bodies and commitments there are."""
    kinds = [type(each) for each in additions]
    return kinds.count(Meeting), kinds.count(Organisation), kinds.count(Commitment)


def _confirm(additions: "Sequence[Addition]", say: "Phrases", *, yes: bool) -> None:
    """Show what is to be added and ask, if somebody is there; raise NotConfirmed for a no."""
    if yes or not output.can_ask():
        return
    for each in additions:
        if isinstance(each, Commitment):
            output.tell(say.drafts.to_adopt(each.id, each.title))
    output.tell(say.drafts.would_adopt(*_counts(additions)))
    if not typer.confirm(said("Add them?"), err=True):
        raise NotConfirmed("nothing was added", "jcm adopt adds them when you say yes")
